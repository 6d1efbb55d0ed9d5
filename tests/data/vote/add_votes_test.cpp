// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_votes.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

io::read_result<io::voting_table> votes_from(std::string_view text) {
    return io::read_votes(io::input::text(text, "votes.csv"));
}

} // namespace

TEST_CASE("add_votes: Kosovo is one actor by its codes and by name; what nobody knows is unmapped, and nothing else") {
    auto const table = votes_from("country,rcid,vote,country_code\nKosovo,3,yes,XK\nKosovo,3,yes,NA\nKosovo,4,no,QZ\n"
                                  "Ruritania,3,no,QQ\n")
                           .value;
    gs::stance_graph g;
    auto const added = io::add_votes(g, table);
    CHECK(added.unmapped ==
          std::map<gs::code, io::crosswalk_status>{{{"iso3166-1-alpha-2", "QQ"}, io::crosswalk_status::unknown_code}});
    CHECK(g.find_key("cow:347"));
    CHECK(gs::nodes_of<gs::actor>(g).size() == 2);
}

TEST_CASE("add_votes: names in capitals are found, and a blank vote of the Digital Library is not voting") {
    auto const [table, report] =
        votes_from("undl_id,ms_code,ms_name,ms_vote,date\n"
                   "1,,\"C\xC3\x94TE D'IVOIRE\",Y,2023-12-12\n1,,T\xC3\x9CRK\xC4\xB0YE,,2023-12-12\n"
                   "1,,BAHAMAS,x,2023-12-12\n1,,VENEZUELA (BOLIVARIAN REPUBLIC OF),n,2023-12-12\n");
    CHECK(report.warnings.reasons.at("a blank vote: read as not voting") == 1);
    CHECK(std::count_if(table.votes.begin(), table.votes.end(),
                        [](auto const& v) { return v.vote == gs::ballot::absent; }) == 2);
    gs::stance_graph g;
    CHECK(io::add_votes(g, table).unmapped.empty());
    for (auto const* const key : {"cow:437", "cow:640", "cow:31", "cow:101"}) CHECK(g.find_key(key));
}

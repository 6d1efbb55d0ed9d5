// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/agreement_scores.hpp>
#include <geostance/data/vote/read_agreement_scores.hpp>
#include <geostance/io/signed_network.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

// Own rows in the layout of the data set; the estimates are made up.
constexpr std::string_view dyads =
    R"("","session.x","ccode1","ccode2","agree","year","IdealPointAll.x","IdealPointAll.y","IdealPointDistance"
"1",77,2,20,0.8,2022,2.5,1.5,1
"2",77,20,2,0.8,2022,1.5,2.5,1
"3",77,2,365,0.25,2022,2.5,-0.5,3
"4",77,20,365,0.5,2022,1.5,-0.5,2
"5",78,2,20,NA,2023,NA,NA,NA
"6",78,2,365,0.125,2023,2.5,-0.5,3
)";

io::read_result<io::agreement_table> read_scores(std::string_view text,
                                                 io::read_agreement_scores_options const& options = {}) {
    return io::read_agreement_scores(io::input::text(text, "scores.csv"), options);
}

std::string with_crlf(std::string_view text) {
    std::string result;
    for (auto const c : text) result += c == '\n' ? "\r\n" : std::string(1, c);
    return result;
}

std::string refusal_of_scores(std::string_view text) {
    try {
        static_cast<void>(read_scores(text));
    } catch (gs::error const& e) {
        return e.what();
    }
    return "nothing was refused";
}

} // namespace

TEST_CASE("read_agreement_scores: a pair once, whichever way round it stands; a missing score is no disagreement") {
    auto const [table, report] = read_scores(dyads);
    CHECK(report.rows == 6);
    CHECK(report.warnings.reasons.at("no score: the row is left out") == 1);
    REQUIRE(table.scores.size() == 4);
    CHECK(table.scores[0] == io::agreement_score{0, 1, 2022, 0.8, 1.0, 2});
    CHECK(table.scores[1] == io::agreement_score{0, 2, 2022, 0.25, 3.0, 4});
    CHECK(table.states[2].id == gs::code{"cow", "365"});
    CHECK(table.coverage == io::year_span{2022, 2023});
    CHECK(read_scores(with_crlf(dyads)).value.scores == table.scores);
    CHECK(read_scores("\xEF\xBB\xBF" + std::string(dyads)).value.scores == table.scores);
    auto const other = read_scores("agree3un,more,YEAR,ccode2,ccode1\n0.5,x,2022,20,2\n", {.score = "Agree3un"});
    CHECK(other.value.scores.at(0) == io::agreement_score{0, 1, 2022, 0.5, {}, 2});
    auto const refuse = [](std::string_view rows, std::string_view part) {
        auto const said = refusal_of_scores("ccode1,ccode2,year,agree\n" + std::string(rows));
        CAPTURE(said);
        CHECK(said.find(part) != std::string::npos);
    };
    refuse("2,2,2022,1\n", "another state");
    refuse("2,20,2022,1.5\n", "a number from 0 to 1");
    refuse("2,20,2022,1\n20,2,2022,0.5\n", "the score on line 2");
    refuse("2,x,2022,1\n", "ccode2");
    CHECK(refusal_of_scores("ccode1,ccode2,year\n").find("agree") != std::string::npos);
}

TEST_CASE("agreement_network: which score is neutral is the caller's choice") {
    auto const table = read_scores(dyads).value;
    auto const network = io::agreement_network(table, 2022, 0.5);
    CHECK(network.names == std::vector<std::string>{"2", "20", "365"});
    REQUIRE(network.edges.size() == 2); // none between 20 and 365, whose score is neutral
    CHECK(network.edges[0].weight == doctest::Approx(0.3));
    CHECK(network.edges[1].weight == doctest::Approx(-0.25));
    CHECK(io::to_signed_graph(io::agreement_network(table, 2022, 0.3)).num_ties() == 3);
    CHECK(io::agreement_network(table, 2023, 0.5).names.size() == 2);
    CHECK_THROWS_AS(static_cast<void>(io::agreement_network(table, 1999, 0.5)), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(io::agreement_network(table, 2022, 1)), gs::invalid_value);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/alliances.hpp>

#include "data/alliance/alliance_texts.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;
using std::chrono::year;

namespace {

using alliance_texts::by_dyad_heading;
using alliance_texts::by_member;
using alliance_texts::read;

gs::code state(char const* number) { return {"cow", number}; }

} // namespace

TEST_CASE("alliances: members of a treaty owe each other what they pledged it, while both are in it") {
    auto const table = read(by_member).value;
    CHECK(io::pledged_pairs(table, {1900, 1904}).empty());
    REQUIRE(io::pledged_pairs(table, {1905, 1905}).size() == 1);
    CHECK(io::pledges_in(table, state("200"), state("220"), 1906) ==
          gs::pledges{.defense = true, .consultation = true});
    CHECK(io::pledges_in(table, state("20"), state("2"), 1990) == gs::pledges{.consultation = true});
    CHECK(io::pledges_in(table, state("2"), state("20"), 1990)->defense);
}

TEST_CASE("alliances: no pledge is an empty set; outside the years covered, and for others, it is unknown") {
    auto const table = read(by_member).value;
    CHECK(io::pledges_in(table, state("200"), state("220"), 1950) == gs::pledges{});
    CHECK_FALSE(io::pledges_in(table, state("200"), state("220"), 2013));
    CHECK_FALSE(io::pledges_in(table, state("200"), state("220"), 1815));
    CHECK_FALSE(io::pledges_in(table, state("200"), state("740"), 1950));
    CHECK_THROWS_WITH_AS((void)io::pledged_pairs(table, {2010, 2013}),
                         "pledged_pairs.years: got 2010-2013, expected years in 1816-2012, which the table covers",
                         gs::invalid_value);
    CHECK_THROWS_AS((void)io::pledged_pairs(table, {2000, 1999}), gs::invalid_value);
}

TEST_CASE("spells_of: only a spell that reaches the last year covered is open, whatever the rows say of the alliance") {
    std::string text = std::string(by_dyad_heading) + ",year\n";
    for (auto const* const y : {"1957", "1958", "1965", "1966"})
        text += std::string("3,2,,20,,4,4,1949,,,,1,1,1,0,0,0,") + y + "\n";
    auto const table = read(text).value;
    auto const spells = io::spells_of(table);
    REQUIRE(spells.records.size() == 2);
    CHECK(spells.records[0].valid == gs::period{year(1957), year(1958)});
    CHECK(spells.records[0].left_censored);
    CHECK_FALSE(spells.records[0].right_censored);
    CHECK(spells.records[1].valid == gs::period{year(1965), gs::date()});
    CHECK_FALSE(spells.records[1].left_censored);
    CHECK(spells.records[1].right_censored);
    CHECK(io::pledged_pairs(spells, {1961, 1961}).empty());
    CHECK(io::spells_of(spells).records == spells.records);
}

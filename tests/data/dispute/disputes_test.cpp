// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/dispute/disputes.hpp>

#include "data/dispute/dispute_texts.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>

namespace gs = geostance;
namespace io = geostance::io;
using std::chrono::year;

namespace {

using dispute_texts::participants;
using dispute_texts::read;

} // namespace

TEST_CASE("disputes: opposite sides met if they took part at one time, and only surely where one side was alone") {
    auto const table = read(participants).value;
    auto const pairs = io::dyads_of(table);
    REQUIRE(pairs.size() == 4);
    CHECK_FALSE(pairs[0].inferred);
    CHECK(pairs[0].valid == gs::period{year(1902) / 7, year(1903) / 1 / 24});
    CHECK(pairs[1].inferred); // the Soviet Union and the United States
    CHECK(pairs[1].valid == gs::period{year(1950) / 1 / 1, year(1950) / 6 / 30});
    CHECK(pairs[1].hostility_a == io::hostility::war);
    CHECK(pairs[1].hostility_b == io::hostility::use);
    CHECK(std::all_of(pairs.begin() + 1, pairs.end(), [](auto const& d) { return d.dispute == 2; }));
}

TEST_CASE("disputes: where it is missing when one side left, it is missing when both were there") {
    auto const table = read("dispnum,stabb,ccode,stday,stmon,styear,endday,endmon,endyear,sidea,hostlev\n"
                            "1,USA,2,1,7,1902,-9,-9,-9,1,3\n"
                            "1,UKG,200,3,7,1902,24,1,1903,0,1\n")
                           .value;
    auto const pairs = io::dyads_of(table);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].valid == gs::period{year(1902) / 7 / 3, {}});
    auto lasting = table;
    lasting.participants[0].valid.to = gs::date::open();
    CHECK(io::dyads_of(lasting)[0].valid == gs::period{year(1902) / 7 / 3, year(1903) / 1 / 24});
}

TEST_CASE("hostility: values from none to war") {
    static_assert(io::value_of(io::hostility::none) == 0);
    static_assert(io::value_of(io::hostility::display) == -0.5);
    static_assert(io::value_of(io::hostility::war) == -1);
}

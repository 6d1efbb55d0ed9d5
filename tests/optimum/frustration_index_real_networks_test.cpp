// SPDX-License-Identifier: BSL-1.0
// Published figures of real networks, where GEOSTANCE_DATA names the folder that holds them.
#include "signed/networks.hpp"

#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/frustration_index.hpp>

#include <doctest/doctest.h>

#include <map>
#include <string>

namespace gs = geostance;

TEST_CASE("real networks: the published frustration indices are proven") {
    if (!networks::folder()) {
        MESSAGE("skipped: GEOSTANCE_DATA is not set");
        return;
    }
    std::map<std::string, double> const published = {{"highlandtribes.csv", 7},  {"cloister.csv", 34},
                                                     {"congress.csv", 18},       {"yeast.signed-graph", 40},
                                                     {"egfr.signed-graph", 193}, {"bitcoinotc.csv", 1073}};
    for (auto const& network : published) {
        auto const& name = network.first;
        auto const found = gs::frustration_index(networks::load(name));
        CHECK_MESSAGE(found.exact, name);
        CHECK_MESSAGE(found.upper == network.second, name);
    }
    CHECK(gs::frustration_index(networks::load("yeast.signed-graph", gs::pair_rule::keep)).lower == 41);
    auto const tribes = gs::camps(networks::load("highlandtribes.csv"));
    CHECK(tribes.exact);
    CHECK(tribes.camps == 3);
    CHECK(tribes.against.size() == 2);
}

// Two camps, three and any number of them, as tests/benchmark/integer_program_check.py finds with CBC.
TEST_CASE("real networks: states in six windows, with two, three and any number of camps, all proven") {
    if (!networks::folder()) {
        MESSAGE("skipped: GEOSTANCE_DATA is not set");
        return;
    }
    struct window {
        char const* name;
        double two_camps, three_camps, any_camps;
    };
    for (auto const& w :
         {window{"cow-1946.tsv", 17, 13, 12}, window{"cow-1956.tsv", 34, 30, 28}, window{"cow-1966.tsv", 28, 24, 24},
          window{"cow-1976.tsv", 50, 37, 35}, window{"cow-1986.tsv", 32, 26, 26}, window{"cow-1996.tsv", 45, 34, 33}}) {
        auto const g = networks::load(w.name);
        auto const two = gs::frustration_index(g);
        auto const three = gs::camps(g, 3);
        auto const any = gs::camps(g);
        CHECK(two.exact);
        CHECK(two.upper == w.two_camps);
        CHECK(three.exact);
        CHECK(three.upper == w.three_camps);
        CHECK(three.camps <= 3);
        CHECK(any.exact);
        CHECK(any.upper == w.any_camps);
    }
}

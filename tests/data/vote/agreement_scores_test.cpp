// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/agreement_scores.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// Four states; the first two in neither year with the fourth.
io::agreement_table four_states() {
    io::agreement_table table;
    for (auto const* number : {"2", "200", "365", "710"}) table.states.add("cow", number);
    table.scores = {{.a = 2, .b = 3, .year = 1990, .agreement = 0.875},
                    {.a = 0, .b = 2, .year = 1990, .agreement = 0.25},
                    {.a = 0, .b = 1, .year = 1990, .agreement = 0.5},
                    {.a = 0, .b = 1, .year = 1991, .agreement = 1},
                    {.a = 1, .b = 2, .year = 1991, .agreement = 0}};
    table.coverage = {1990, 1992};
    return table;
}

using weighted_pair = std::tuple<std::uint32_t, std::uint32_t, double>;
std::vector<weighted_pair> listed(io::signed_network const& network) {
    CHECK(network.arcs.empty());
    std::vector<weighted_pair> result;
    for (auto const& t : network.edges) result.emplace_back(t.from, t.to, t.weight);
    return result;
}

} // namespace

TEST_CASE("agreement_network: an edge weighs by how far the score is from neutral") {
    auto const table = four_states();
    auto const network = io::agreement_network(table, 1990, 0.5);
    CHECK(network.names == std::vector<std::string>{"2", "200", "365", "710"});
    CHECK(listed(network) == std::vector<weighted_pair>{{2, 3, 0.375}, {0, 2, -0.25}}); // 0 and 1 are neutral: no tie
    auto const strict = io::agreement_network(table, 1990, 0.75);
    CHECK(listed(strict) == std::vector<weighted_pair>{{2, 3, 0.125}, {0, 2, -0.5}, {0, 1, -0.25}});
}

TEST_CASE("agreement_network: the states are those with a score in that year, in the table's order") {
    auto const table = four_states();
    auto const network = io::agreement_network(table, 1991, 0.5);
    CHECK(network.names == std::vector<std::string>{"2", "200", "365"});
    CHECK(listed(network) == std::vector<weighted_pair>{{0, 1, 0.5}, {1, 2, -0.5}});
    auto late = table;
    late.scores.erase(late.scores.begin(), late.scores.begin() + 4); // now 200 and 365 alone
    auto const two = io::agreement_network(late, 1991, 0.5);
    CHECK(two.names == std::vector<std::string>{"200", "365"});
    CHECK(listed(two) == std::vector<weighted_pair>{{0, 1, -0.5}});
    CHECK(io::agreement_network(table, 1992, 0.5).names.empty()); // covered, and without a score
}

TEST_CASE("agreement_network: years that are not covered and neutral scores out of range are errors") {
    auto const table = four_states();
    for (int const year : {1989, 1993})
        CHECK_THROWS_WITH_AS(static_cast<void>(io::agreement_network(table, year, 0.5)),
                             doctest::Contains("agreement_network.year"), gs::invalid_value);
    for (double const neutral : {0.0, 1.0, -0.5, 1.5, std::nan("")})
        CHECK_THROWS_WITH_AS(static_cast<void>(io::agreement_network(table, 1990, neutral)),
                             doctest::Contains("agreement_network.neutral"), gs::invalid_value);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/mpi/changes_without_each.hpp>
#include <geostance/seed/embargo_votes.hpp>

#include "mpi/ranks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace gs = geostance;
using several_ranks::ranks;

TEST_CASE("leaving out one after another") {
    auto const g = gs::seed::embargo_votes();
    std::vector<gs::any_node> each;
    for (auto const p : gs::nodes_of<gs::publication>(g)) each.emplace_back(p);
    for (auto const s : gs::nodes_of<gs::statement>(g)) each.emplace_back(s);
    auto const alone = gs::changes_without_each(g, each);
    auto const together = gs::mpi::changes_without_each(ranks(), g, each);
    REQUIRE(alone.size() == together.size());
    std::size_t changes = 0;
    auto const are_same = [](gs::position const& a, gs::position const& b) {
        return a.attitude == b.attitude && (a.value == b.value || (a.value != a.value && b.value != b.value)) &&
               a.weight == b.weight && a.number == b.number && a.independent_sources == b.independent_sources &&
               a.holds == b.holds && a.rests_on == b.rests_on;
    };
    for (std::size_t i = 0; i < each.size(); ++i) {
        CHECK(alone[i].what == together[i].what);
        CHECK(alone[i].changes.size() == together[i].changes.size());
        for (std::size_t k = 0; k < std::min(alone[i].changes.size(), together[i].changes.size()); ++k) {
            auto const& a = alone[i].changes[k];
            auto const& b = together[i].changes[k];
            CHECK(
                (a.who == b.who && a.target == b.target && are_same(a.first, b.first) && are_same(a.second, b.second)));
            ++changes;
        }
    }
    CHECK(changes > 0);
    CHECK_THROWS_AS(static_cast<void>(gs::mpi::changes_without_each(ranks(), g, {gs::any_node()})), gs::error);
}

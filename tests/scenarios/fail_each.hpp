// SPDX-License-Identifier: BSL-1.0
/// @file
/// Lets the allocations of a change fail one after another, and a small record to change.
#pragma once

#include "allocations.hpp"
#include "repetitions.hpp"

#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

#include <cstddef>

namespace scenarios {

inline std::size_t faults = 0; ///< injected so far

/// Lets one allocation of a change fail after another, until the change succeeds; check is called after each failure.
/// Of changes with many allocations, the first hundred and a share of the others fail.
template <class Change, class Check>
void fail_each(Change change, Check check) {
    auto const share = geostance::testing::repetitions(100);
    std::size_t failures = 0;
    for (std::size_t at = 0;; at += at < 100 ? 1 : 1 + at / share) {
        auto const result = failing_memory::fail_at(at, change);
        if (!result.was_reached) break;
        if (!result.has_failed) continue;
        ++failures;
        check();
    }
    CHECK(failures > 0);
    faults += failures;
}

/// A graph with a bit of everything.
struct record_of_each {
    geostance::stance_graph g{};
    geostance::node<geostance::actor> a =
        g.add(geostance::actor{.key = "a", .name = "A", .aliases = {"the first of the actors here"}});
    geostance::node<geostance::actor> b = g.add(geostance::actor{.key = "b", .name = "B", .codes = {{"cow", "2"}}});
    geostance::node<geostance::issue> matter =
        g.add(geostance::issue{.key = "matter", .name = "a matter of some importance to both"});
    geostance::node<geostance::publication> paper =
        g.add(geostance::publication{.key = "paper", .name = "a paper of some reputation"});
    geostance::relation<geostance::stance> r =
        g.relate(a, matter, geostance::stance{.value = 1, .facet = "a facet that is rather long"},
                 {.publication = paper, .locator = "page 1 of a very long article"});
};

} // namespace scenarios

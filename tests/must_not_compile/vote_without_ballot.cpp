// SPDX-License-Identifier: BSL-1.0
// A vote that says nothing is no vote: the ballot has to be written.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const voter = g.add(geostance::actor{.key = "a"});
    [[maybe_unused]] auto const motion = g.add(geostance::issue{.key = "m"});
    // fault-begin
    g.relate(voter, motion, geostance::casts{.veto = true});
    // fault-end
}
// expect-error: required
// expect-error: ballot

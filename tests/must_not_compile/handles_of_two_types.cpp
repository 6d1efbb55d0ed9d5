// SPDX-License-Identifier: BSL-1.0
// Nodes of two types do not compare.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const who = g.add(geostance::actor{.key = "a"});
    [[maybe_unused]] auto const said = g.add(geostance::statement{.key = "s"});
    // fault-begin
    return who == said;
    // fault-end
}
// expect-error: ==
// expect-error: actor
// expect-error: statement

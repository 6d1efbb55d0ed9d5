// SPDX-License-Identifier: BSL-1.0
// Nodes have keys, relations have none.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const who = g.add(geostance::actor{.key = "a"});
    [[maybe_unused]] auto const r = g.relate(who, who, geostance::member_of{});
    // fault-begin
    return key_of(g, r).empty();
    // fault-end
}
// expect-error: any_node
// expect-error: member_of

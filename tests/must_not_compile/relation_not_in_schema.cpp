// SPDX-License-Identifier: BSL-1.0
// A relation type that the schema does not list cannot be used.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const who = g.add(geostance::actor{.key = "a"});
    struct operates {};
    // fault-begin
    g.relate(who, who, operates{});
    // fault-end
}
// expect-error: relation_type_of
// expect-error: operates

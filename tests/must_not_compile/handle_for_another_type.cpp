// SPDX-License-Identifier: BSL-1.0
// A handle of one type is no handle of another.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const who = g.add(geostance::actor{.key = "a"});
    // fault-begin
    geostance::node<geostance::statement> const said = who;
    return said.is_null();
    // fault-end
}
// expect-error: node<.*actor>
// expect-error: node<.*statement>

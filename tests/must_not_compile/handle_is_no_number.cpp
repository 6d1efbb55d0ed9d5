// SPDX-License-Identifier: BSL-1.0
// A handle is no index, unless it is asked for one.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const who = g.add(geostance::actor{.key = "a"});
    // fault-begin
    std::size_t const index = who;
    return index == 0;
    // fault-end
}
// expect-error: node<.*actor>

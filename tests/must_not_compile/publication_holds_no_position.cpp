// SPDX-License-Identifier: BSL-1.0
// What cannot hold a position is not asked for one: `none` would read as "nothing is recorded".
#include <geostance/query/position/position.hpp>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const who = g.add(geostance::actor{.key = "a"});
    [[maybe_unused]] auto const article = g.add(geostance::publication{.key = "p"});
    // fault-begin
    (void)geostance::position_of(g, article, who);
    // fault-end
}
// expect-error: position_of
// expect-error: position_holder
// expect-error: publication

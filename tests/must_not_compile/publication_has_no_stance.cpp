// SPDX-License-Identifier: BSL-1.0
// Who holds no position cannot be given one.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    [[maybe_unused]] auto const who = g.add(geostance::actor{.key = "a"});
    [[maybe_unused]] auto const article = g.add(geostance::publication{.key = "p"});
    // fault-begin
    g.relate(article, who, geostance::stance{.value = 1});
    // fault-end
}
// expect-error: stance
// expect-error: publication
// expect-error: may_link

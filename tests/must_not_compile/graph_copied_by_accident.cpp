// SPDX-License-Identifier: BSL-1.0
// A graph is copied by copy() alone.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    // fault-begin
    auto const twin = g;
    return twin.num_nodes() == 0;
    // fault-end
}
// expect-error: typed_graph
// expect-error: private

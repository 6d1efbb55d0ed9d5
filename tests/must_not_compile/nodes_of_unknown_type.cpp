// SPDX-License-Identifier: BSL-1.0
// Nodes of a type that the schema does not list cannot be asked for.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    struct pipeline {
        std::string key{};
    };
    // fault-begin
    return geostance::nodes_of<pipeline>(g).empty();
    // fault-end
}
// expect-error: node_type_of
// expect-error: pipeline

// SPDX-License-Identifier: BSL-1.0
// A node type that the schema does not list cannot be added.
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <string>

int main() {
    [[maybe_unused]] geostance::stance_graph g;
    struct pipeline {
        std::string key{};
    };
    // fault-begin
    g.add(pipeline{.key = "p"});
    // fault-end
}
// expect-error: node_type_of
// expect-error: pipeline

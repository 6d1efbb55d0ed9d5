// SPDX-License-Identifier: BSL-1.0
// A graph can be named whatever its annotation is; to have one, the annotation needs a default.
#include <geostance/graph/typed_graph.hpp>

#include <string>
#include <utility>

struct pipeline {
    std::string key{};
};
struct source {
    explicit source(std::string whence) : name(std::move(whence)) {}
    std::string name;
};

using pipelines = geostance::typed_graph<geostance::schema<geostance::nodes<pipeline>, geostance::relations<>, source>>;
void show(pipelines const& g);

int main() {
    // fault-begin
    [[maybe_unused]] pipelines g;
    // fault-end
}
// expect-error: an annotation needs a default

// SPDX-License-Identifier: BSL-1.0
// A relation ends only where its annotation has a period.
#include <geostance/graph/typed_graph.hpp>

#include <string>

struct town {
    std::string key{};
};
struct road {
    template <class From, class To>
    static constexpr bool links = true;
};

int main() {
    [[maybe_unused]] geostance::typed_graph<geostance::schema<geostance::nodes<town>, geostance::relations<road>>> g;
    [[maybe_unused]] auto const a = g.add(town{.key = "a"});
    // fault-begin
    g.end(g.relate(a, a, road{}), 2024);
    // fault-end
}
// expect-error: annotation_with_a_period

// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <geostance/graph/extract.hpp>
#include <geostance/io/graphviz.hpp>

#include <unordered_set>

namespace explorer {

void write_dot(std::ostream& out, gs::stance_graph const& world, answered const& given) {
    std::unordered_set<gs::any_relation> kept;
    for (auto const& each : given.answers)
        for (auto const& r : each.rows)
            for (auto const& p : r.evidence) kept.insert(p.relation);
    auto const part = extract(world, [&](gs::any_relation r) { return kept.contains(r); });
    gs::io::write_graphviz(out, part, {.title = given.asked.name});
}

} // namespace explorer

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Contradictions: which records of one holder say opposite things at the same time.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/position/evidence.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace geostance {

/// Two records of one holder and target that point opposite ways at the same time.
struct contradiction {
    any_node who{};                      ///< the holder
    any_node target{};                   ///< what they are about
    any_relation in_favour{};            ///< the one that supports
    any_relation against{};              ///< the one that opposes
    certainty overlaps = certainty::yes; ///< whether the times for which they hold certainly overlap
};

/// What contradicts what: for each holder and target, the recorded relations of opposite sign, on the same facet, whose
/// times overlap.
/// @param g the record
/// @param asked the reading; under `everybody()` also what others claim
/// @return by target, then by holder, then in order of insertion
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(V + E log E), and the product of the opposite relations of each pair
template <stance_schema S>
[[nodiscard]] std::vector<contradiction> contradictions(typed_graph<S> const& g, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    auto const facet_of = [&](any_relation r) {
        return g.visit(r, [](auto const& payload) -> std::string {
            if constexpr (requires { std::string(payload.facet); }) return payload.facet;
            return {};
        });
    };
    std::vector<contradiction> result;
    for (std::size_t i = 0; i < g.num_nodes(); ++i) {
        auto const target = g.node_at(i);
        std::vector<evidence> found;
        detail::candidate_list made;
        detail::aim const toward{target, {}, 1, certainty::yes};
        record.for_each_signalling(target, [&](any_relation r, provenance const& p) {
            detail::bond const own{g.source(r), g.source(r), nullptr, nullptr};
            detail::judge(record, r, p, own, toward, made, detail::ignore_refused);
        });
        for (auto const& c : made)
            if (c.found.value != 0) found.push_back(c.found);
        detail::sort(found, [](evidence const& a, evidence const& b) {
            return a.whose != b.whose ? a.whose < b.whose : a.relation < b.relation;
        });
        for (auto first = found.begin(); first != found.end();) {
            auto const last = std::find_if(first, found.end(), [&](auto const& e) { return e.whose != first->whose; });
            for (auto a = first; a != last; ++a)
                for (auto b = first; b != last; ++b) {
                    if (!(a->value > 0 && b->value < 0)) continue;
                    auto const at_once = overlaps(record.time_of(a->relation), record.time_of(b->relation));
                    if (at_once != certainty::no && facet_of(a->relation) == facet_of(b->relation))
                        result.push_back({a->whose, target, a->relation, b->relation, at_once});
                }
            first = last;
        }
    }
    return result;
}

} // namespace geostance

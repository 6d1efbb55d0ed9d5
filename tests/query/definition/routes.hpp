// SPDX-License-Identifier: BSL-1.0
// Rule 6: what carries over from motions to what they would keep, create or end.
#pragma once

#include <query/definition/reading.hpp>

namespace test::definition {

/// From where evidence comes to a target, with which sign, and through which `would` of the motion.
struct route {
    any_node from;
    int sign = 1;
    any_relation via{};
    certainty holds = certainty::yes; ///< rule 8: as sure as the surest way is in its least sure effect
};

/// All from which evidence carries to the target: the target itself first, then motions by their shortest routes.
/// @param counts how certainly a `would` counts
template <class F>
std::vector<route> routes_to(reading const& r, any_node target, F const& counts) {
    struct arrival {
        std::set<int> signs;
        any_relation first;
        certainty holds = certainty::no;
    };
    std::vector<route> result{{target}};
    std::set<any_node> seen{target};
    std::map<any_node, arrival> level{{target, {{1}, {}, certainty::yes}}};
    while (!level.empty()) {
        std::map<any_node, arrival> next;
        for (auto const w : r.every<geostance::would>()) {
            auto const motion = r.g.source(w);
            int const effect = geostance::sign(r.g[*r.g.as<geostance::would>(w)].effect);
            auto const at = level.find(r.g.target(w));
            if (effect == 0 || at == level.end() || seen.contains(motion)) continue;
            auto const holds = std::min(at->second.holds, counts(w));
            if (!r.enough(holds)) continue;
            auto& arrived = next[motion];
            for (int const s : at->second.signs) arrived.signs.insert(effect * s);
            if (arrived.first.is_null()) arrived.first = w;
            arrived.holds = std::max(arrived.holds, holds);
        }
        for (auto const& [motion, by] : next) {
            seen.insert(motion);
            r.by_rule(6, !level.contains(target));
            if (!r.by_rule(6, by.signs.size() > 1)) result.push_back({motion, *by.signs.begin(), by.first, by.holds});
        }
        level = std::move(next);
    }
    return result;
}

} // namespace test::definition

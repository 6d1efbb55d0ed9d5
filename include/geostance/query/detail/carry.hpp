// SPDX-License-Identifier: BSL-1.0
/// @file
/// Carrying over: the motions through which positions bear on a target.
#pragma once

#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/table.hpp>

#include <cstddef>
#include <vector>

namespace geostance::detail {

/// A target, or a motion through which positions carry over to it.
struct aim {
    any_node target{};
    any_relation via{}; ///< the `would` that begins the shortest route from the motion; null for the target itself
    int sign = 1;       ///< the product of the signs along the route
    certainty holds = certainty::yes; ///< whether the effects along the route are sure
};

/// The target, and all motions whose effects lead to it, nearest first. Each has its shortest route; one with routes of
/// that length and opposite signs carries nothing, and neither does what leads to the target only through it.
template <class S>
class carrying_motions {
public:
    carrying_motions(reading<S> const& record, any_node target)
        : record_(record), target_{target, {}, 1, certainty::yes} {
        if (in<would>(record.graph(), target).empty()) return;
        found_.insert(target, {target_, 0, false, {}});
        for (std::size_t i = 0; i < found_.size(); ++i) add_motions_on(i);
    }

    /// Calls f(aim) for the target and each motion that carries.
    template <class F>
    void for_each_aim(F f) const {
        if (found_.empty()) return f(target_);
        for (auto const& [at, found] : found_)
            if (!found.is_ambiguous) f(found.toward);
    }

    /// Calls f(effect) for each effect by which a motion's shortest routes begin to disagree.
    template <class F>
    void for_each_contradiction(F f) const {
        for (auto const& [at, found] : found_)
            if (!found.contradicted_by.is_null()) f(found.contradicted_by);
    }

    /// The effects along the route of a motion, from the motion to the target.
    [[nodiscard]] std::vector<any_relation> route_from(any_node motion) const {
        std::vector<any_relation> result;
        for (auto const* at = found_.find(motion); at != nullptr && !at->toward.via.is_null();
             at = found_.find(record_.graph().target(at->toward.via)))
            result.push_back(at->toward.via);
        return result;
    }

private:
    struct reached {
        aim toward;
        std::size_t steps = 0;
        bool is_ambiguous = false;
        any_relation contradicted_by{}; ///< the effect that gave it a route of the other sign
    };

    void add_motions_on(std::size_t place) {
        auto const& g = record_.graph();
        auto const next = found_[place].second;
        for (auto const r : in<would>(g, next.toward.target)) {
            int const s = sign(g[r].effect);
            auto const holds = both(next.toward.holds, record_.counts_whenever(any_relation(r)));
            if (s == 0 || !record_.is_sure_enough(holds)) continue;
            any_node const motion(g.source(r));
            aim const toward{motion, any_relation(r), s * next.toward.sign, holds};
            auto const [known, is_new] = found_.insert(motion, {toward, next.steps + 1, next.is_ambiguous, {}});
            if (is_new || known.steps != next.steps + 1) continue;
            known.toward.holds = either(known.toward.holds, holds);
            if (!known.is_ambiguous && !next.is_ambiguous && known.toward.sign != toward.sign)
                known.contradicted_by = any_relation(r);
            if (next.is_ambiguous || known.toward.sign != toward.sign) known.is_ambiguous = true;
        }
    }

    reading<S> const& record_;
    aim target_;
    table<any_node, reached> found_; ///< by motion, the target first; empty if no motion has an effect on it
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Positions that are asked for again after changes, no more of them than the changes can reach.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/network/detail/office_circles.hpp>
#include <geostance/query/network/detail/reach.hpp>
#include <geostance/query/network/project.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Whether a position makes a tie: one of a holder on another.
template <class S>
bool makes_tie(typed_graph<S> const& g, any_node who, any_node target) {
    return who != target && is_holder(g, who) && is_holder(g, target);
}

/// A position that was asked for again.
struct asked_again {
    any_node who{};
    any_node target{};
    bool is_listed = false;        ///< whether `project` counts it now
    std::vector<evidence> found{}; ///< for a tie

    [[nodiscard]] auto by_target() const { return std::tie(target, who); }
};

/// Asks again for positions, and notes those that there are no longer.
template <class S>
class asks_again {
public:
    /// Who had positions, by target, each in order of insertion.
    using holders_by_target = std::vector<std::vector<any_node>>;

    asks_again(typed_graph<S> const& g, lens const& asked, project_options const& options,
               holders_by_target const& before)
        : g_(g), record_(g, asked), options_(options), before_(before), circles_(g, asked) {}

    /// Asks for everybody's position on a target.
    void on(any_node target) {
        if (!whole_.insert(target).second) return;
        std::vector<held_position> held;
        for (auto& h : holders_at(record_, target)) held.push_back({h.who, target, std::move(h.position)});
        std::vector<any_node> gone;
        if (target.index() < before_.size()) gone = before_[target.index()];
        take(target, std::move(held), gone);
    }
    /// Asks for what changes reach.
    void on(reach<S> const& changed) {
        for (auto const target : changed.targets()) on(target);
        std::vector<voiced> of_circles;
        for (auto const& at : changed.evidence()) {
            auto const& circle = circles_.of(at.whose);
            if (circle.empty())
                on(at.target);
            else
                of_circles.push_back({circle.front(), at.target});
        }
        detail::sort(of_circles);
        of_circles.erase(std::unique(of_circles.begin(), of_circles.end()), of_circles.end());
        for (auto const& at : of_circles)
            if (!whole_.contains(at.target)) on(circles_.of(at.whose), at.target);
    }

    /// What was found, by target, then by holder.
    [[nodiscard]] std::vector<asked_again> take() {
        detail::sort(found_, [](auto const& a, auto const& b) { return a.by_target() < b.by_target(); });
        return std::move(found_);
    }

private:
    /// Asks for the positions of a circle. Listed are, as on the whole target, those with evidence of their own, and
    /// those who are bound in the end.
    void on(std::vector<any_node> const& circle, any_node target) {
        std::vector<held_position> held;
        for (auto const who : circle) {
            auto evidence = gather_own(record_, who, target);
            bool const is_own =
                std::any_of(evidence.begin(), evidence.end(), [&](auto const& e) { return e.whose == who; });
            if (evidence.empty() || (!is_own && !record_.speaks_for_nobody(who))) continue;
            mark_repeats(record_, evidence);
            held.push_back({who, target, {}});
            held.back().position.rests_on = std::move(evidence);
        }
        take(target, std::move(held), circle);
    }

    void take(any_node target, std::vector<held_position> held, std::vector<any_node> const& candidates) {
        auto const first = found_.size();
        for (auto const& p : held)
            if (!makes_tie(g_, p.who, target)) found_.push_back({p.who, target, true, {}});
        std::size_t ignored = 0;
        leave_ties(record_, held, options_, ignored, ignored);
        for (auto& p : held) found_.push_back({p.who, target, true, std::move(p.position.rests_on)});
        std::vector<any_node> listed;
        for (auto i = first; i < found_.size(); ++i) listed.push_back(found_[i].who);
        detail::sort(listed);
        for (auto const who : candidates)
            if (!std::binary_search(listed.begin(), listed.end(), who)) found_.push_back({who, target, false, {}});
    }

    typed_graph<S> const& g_;
    reading<S> record_;
    project_options options_;
    holders_by_target const& before_;
    office_circles<S> circles_;
    std::unordered_set<any_node> whole_{}; ///< targets that were asked about for everybody
    std::vector<asked_again> found_{};
};

} // namespace geostance::detail

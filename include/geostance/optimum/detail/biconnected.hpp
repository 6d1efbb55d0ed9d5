// SPDX-License-Identifier: BSL-1.0
/// @file
/// The biconnected part in which each tie lies: a part that no single vertex disconnects.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/release.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace geostance::detail {

/// The biconnected parts of a graph, numbered in the order in which a depth-first search without recursion completes
/// them.
/// @par Source
/// Hopcroft, J. and Tarjan, R. (1973). Algorithm 447: efficient algorithms for graph manipulation. Communications of
/// the ACM 16, 372-378.
class biconnected_parts {
public:
    explicit biconnected_parts(weighted_ties const& g, clock_watch watch = {})
        : g_(&g), watch_(watch), part_(g.ends.size()), seen_(g.size()), low_(g.size()) {
        open_.reserve(g.ends.size());
        for (std::uint32_t root = 0; root < g.size() && !is_given_up_; ++root) {
            if (seen_[root] == 0) search_from(root);
        }
        release(seen_);
        release(low_);
        release(path_);
        release(open_);
    }

    /// Whether the time was over before all was seen.
    [[nodiscard]] bool is_given_up() const noexcept { return is_given_up_; }

    /// How many parts there are.
    [[nodiscard]] std::uint32_t count() const noexcept { return count_; }
    /// The part in which a tie lies.
    [[nodiscard]] std::uint32_t of(std::uint32_t tie) const noexcept { return part_[tie]; }

private:
    static constexpr std::uint32_t no_tie = UINT32_MAX;

    struct step {
        std::uint32_t vertex = 0;
        std::uint32_t tie = no_tie; // that led to the vertex
        std::uint32_t next = 0;     // the arc to look at next
    };

    void enter(std::uint32_t vertex, std::uint32_t tie) {
        seen_[vertex] = low_[vertex] = ++clock_;
        path_.push_back({vertex, tie, g_->first[vertex]});
    }

    void search_from(std::uint32_t root) {
        enter(root, no_tie);
        while (!path_.empty() && !is_given_up_) {
            is_given_up_ = watch_.is_over(4);
            auto& at = path_.back();
            if (at.next < g_->first[at.vertex + 1])
                follow(at, g_->arcs[at.next++]);
            else
                leave();
        }
    }

    void follow(step const& at, arc const& a) {
        if (a.tie == at.tie) return;
        if (seen_[a.head] == 0) {
            open_.push_back(a.tie);
            enter(a.head, a.tie);
        } else if (seen_[a.head] < seen_[at.vertex]) {
            open_.push_back(a.tie);
            low_[at.vertex] = std::min(low_[at.vertex], seen_[a.head]);
        }
    }

    void leave() {
        auto const [vertex, tie, next] = path_.back();
        path_.pop_back();
        if (path_.empty()) return;
        auto const above = path_.back().vertex;
        low_[above] = std::min(low_[above], low_[vertex]);
        if (low_[vertex] < seen_[above]) return;
        // No tie from below leads past `above`: the ties opened since the one to `vertex` are one part.
        auto const first = std::find(open_.rbegin(), open_.rend(), tie).base() - 1;
        for (auto t = first; t != open_.end(); ++t) part_[*t] = count_;
        open_.erase(first, open_.end());
        ++count_;
    }

    weighted_ties const* g_;
    clock_watch watch_;
    bool is_given_up_ = false;
    std::vector<std::uint32_t> part_; // by tie
    std::vector<std::uint32_t> seen_; // by vertex: when it was entered, 0 for not yet
    std::vector<std::uint32_t> low_;  // by vertex: the earliest vertex that ties from it and from below reach
    lean_vector<step> path_{};
    std::vector<std::uint32_t> open_{}; // ties seen whose part is not complete
    std::uint32_t clock_ = 0;
    std::uint32_t count_ = 0;
};

} // namespace geostance::detail

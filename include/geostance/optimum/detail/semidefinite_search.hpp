// SPDX-License-Identifier: BSL-1.0
/// @file
/// Branch and bound in a dense block: two vertices are on the same side, or on opposite ones.
#pragma once

#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/detail/camp_enumeration.hpp>
#include <geostance/optimum/detail/joined_sides.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/triangle_bound.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Each node is bounded by triangle_bound, starting from what its parent's bound has become. The node with the least
/// bound goes first or, where many wait, the deepest, so that their number does not grow much further. Rendl, F.,
/// Rinaldi, G. and Wiegele, A. (2010). Solving Max-Cut to optimality by intersecting semidefinite and polyhedral
/// relaxations. Mathematical Programming 121, 307-335.
class semidefinite_search {
public:
    /// Above this size, or this total weight, it leads nowhere.
    static constexpr std::uint32_t most_vertices = 150;
    static constexpr double most_weight = 0x1p50;

    /// Takes sides, and returns the cost of the best known.
    using taker = function_ref<std::int64_t(std::vector<std::uint32_t> const&)>;
    struct limits {
        std::size_t nodes;
        std::uint32_t enumerated = 16; ///< so few groups have all their sides tried
    };

    semidefinite_search(weighted_ties const& g, std::int64_t upper, taker take, limits most, search_control& control)
        : g_(&g), upper_(upper), take_(take), most_(most), control_(&control) {}

    /// Until it is done, nodes are used up, or the search must stop. `y` holds numbers by vertex such as check_dual()
    /// takes, or nearly. Calls after_each() after each node.
    template <class Report>
    void run(std::vector<double> y, Report after_each) {
        open_.push_back({0, 0, joined_sides::none(g_->size()), {std::move(y), {}, {}}});
        while (!open_.empty() && nodes_ < most_.nodes && !control_->stop()) {
            auto const next = take_next();
            if (is_closed(next.lower)) continue;
            ++nodes_;
            current_ = next.lower;
            search(next);
            current_ = none;
            after_each();
        }
    }
    /// What all two camps cost at least; the cost of the best where all nodes are closed.
    [[nodiscard]] std::int64_t lower() const {
        auto result = std::min(upper_, current_);
        for (auto const& each : open_) result = std::min(result, each.lower);
        return result;
    }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }

private:
    static constexpr std::size_t most_open = 1000; // some ten thousand bytes each
    static constexpr auto none = std::numeric_limits<std::int64_t>::max();
    struct node {
        std::int64_t lower;
        double bound; // as nearly as it is known
        joined_sides joined;
        triangle_dual dual;
    };
    static bool comes_later(node const& x, node const& y) {
        return x.lower != y.lower ? x.lower > y.lower : x.bound > y.bound;
    }
    [[nodiscard]] bool is_closed(std::int64_t lower) const { return lower >= upper_; }

    [[nodiscard]] node take_next() {
        auto* next = open_.begin();
        for (auto& each : open_)
            if (open_.size() > most_open ? each.joined.groups < next->joined.groups : comes_later(*next, each))
                next = &each;
        std::swap(*next, open_.back());
        auto result = std::move(open_.back());
        open_.pop_back();
        return result;
    }

    void search(node const& at) {
        joined_ties const ties(*g_, at.joined);
        if (ties.step == 0) return offer(at, std::vector<std::uint32_t>(ties.a.size));
        if (ties.a.size <= most_.enumerated) return enumerate(at, ties);
        triangle_bound bound(ties.a, at.dual, *control_);
        auto const slack = 1e-9 * (4 * ties.fixed + 2 * ties.total);
        bound.improve(ties.enough(static_cast<double>(upper_)) - slack);
        auto lower = at.lower;
        if (auto const proven = proven_bound(ties.a, bound.dual(), bound.missing())) {
            lower = std::max(lower, static_cast<std::int64_t>(ties.lower(*proven)));
        }
        round(at, bound.products());
        if (is_closed(lower)) return;
        branch(at, ties, bound, lower);
    }

    /// Tries all sides of few groups.
    void enumerate(node const& at, joined_ties const& ties) {
        weighted_ties left;
        for (std::uint32_t u = 0; u < ties.a.size; ++u) {
            for (auto v = u + 1; v < ties.a.size; ++v) {
                auto const w = static_cast<std::int64_t>(ties.a.entries[u * ties.a.size + v]);
                if (w == 0) continue;
                left.ends.emplace_back(u, v);
                left.weight.push_back(w);
            }
        }
        index_rows(left, ties.a.size);
        auto const best = upper_ - static_cast<std::int64_t>(ties.fixed);
        if (best <= 0) return;
        camp_enumeration all(left, 2, best, std::numeric_limits<std::size_t>::max(), *control_);
        if (!all.run()) return reopen(at);
        if (!all.found().empty()) offer(at, all.found());
    }

    /// Sides as the products with one group have them.
    void round(node const& at, symmetric_matrix const& x) {
        constexpr std::size_t most = 10;
        for (std::size_t k = 0; k < std::min(most, x.size); ++k) {
            auto const i = (nodes_ * most + k) % x.size;
            std::vector<std::uint32_t> side;
            for (std::size_t j = 0; j < x.size; ++j) {
                side.push_back(x.entries[std::min(i, j) * x.size + std::max(i, j)] < 0 ? 1 : 0);
            }
            offer(at, side);
        }
    }
    void offer(node const& at, std::vector<std::uint32_t> const& side) {
        upper_ = std::min(upper_, take_(at.joined.lead_back(side)));
    }
    void reopen(node at) { open_.push_back(std::move(at)); }

    void branch(node const& at, joined_ties const& ties, triangle_bound const& bound, std::int64_t lower) {
        auto const [kept, gone] = pair_to_branch_on(bound.products());
        auto dual = bound.dual();
        for (auto& each : dual.y) each += bound.missing();
        for (auto const are_opposite : {false, true}) {
            node child{lower, ties.fixed + ties.total / 2 - bound.value() / 4, at.joined,
                       after_joining(dual, ties.a, kept, gone, are_opposite)};
            child.joined.join(kept, gone, are_opposite);
            reopen(std::move(child));
        }
    }
    /// Two vertices that are much decided toward the others, but not toward each other.
    struct two_groups {
        std::uint16_t kept;
        std::uint16_t gone;
    };
    [[nodiscard]] static two_groups pair_to_branch_on(symmetric_matrix const& x) {
        constexpr double undecided = 0.5;
        auto const n = static_cast<std::uint16_t>(x.size);
        std::vector<double> decided(n);
        for (std::uint16_t i = 0; i < n; ++i) {
            for (auto j = static_cast<std::uint16_t>(i + 1); j < n; ++j) {
                auto const product = x.entries[i * x.size + j];
                decided[i] += product * product;
                decided[j] += product * product;
            }
        }
        two_groups result{0, 1};
        double best = -1;
        for (std::uint16_t i = 0; i < n; ++i) {
            for (auto j = static_cast<std::uint16_t>(i + 1); j < n; ++j) {
                auto const is_open = std::abs(x.entries[i * x.size + j]) <= undecided;
                auto const value = decided[i] + decided[j] + (is_open ? 4 * static_cast<double>(n) : 0);
                if (value <= best) continue;
                best = value;
                result = {i, j};
            }
        }
        return result;
    }

    weighted_ties const* g_;
    std::int64_t upper_;
    taker take_;
    limits most_;
    search_control* control_;
    lean_vector<node> open_{};
    std::int64_t current_ = none;
    std::size_t nodes_ = 0;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// All partitions into at most k camps, cut off by what the vertices not yet placed must cost.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/detail/search_control.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The vertices are placed in a fixed order. The last vertex is solved by itself first, then the last two, and so on,
/// so that the least cost of the ties among those not yet placed is always known: a Russian doll search.
/// `Ties` has size() and row(vertex), whose arcs have a head and a signed weight of any type that adds up.
/// @par Source
/// Verfaillie, G., Lemaitre, M. and Schiex, T. (1996). Russian doll search for solving constraint optimization
/// problems. AAAI 13, 181-187.
template <class Ties>
class camp_enumeration {
public:
    using number = std::remove_cvref_t<decltype(std::declval<Ties const&>().row(0)[0].weight)>;

    camp_enumeration(Ties const& g, std::size_t k, number upper, std::size_t node_limit, search_control& control)
        : g_(&g), k_(std::min<std::size_t>(k, g.size())), upper_(std::move(upper)), left_(node_limit),
          control_(&control), order_(g.size()), camp_(g.size(), none), stay_(g.size() * k_), all_positive_(g.size()),
          least_from_(g.size() + 1) {
        std::iota(order_.begin(), order_.end(), 0U);
        std::stable_sort(order_.begin(), order_.end(),
                         [&](auto a, auto b) { return g.row(a).size() > g.row(b).size(); });
    }

    /// Whether all were tried, so that the best cost known is the least.
    bool run() {
        for (auto first = order_.size(); first-- > 0 && complete_;) {
            best_ = first == 0 ? upper_ : most_from(first) + number(1);
            found_.clear();
            place_from(first);
            least_from_[first] = best_;
        }
        if (!complete_) found_.clear();
        return complete_;
    }
    /// The partition found; empty where none is better than what was known, or not all were tried.
    [[nodiscard]] std::vector<std::uint32_t> const& found() const noexcept { return found_; }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }

private:
    static constexpr auto none = UINT32_MAX;

    /// The cost of v in camp c: the positive weight to vertices placed elsewhere, and the negative weight to those in
    /// c.
    [[nodiscard]] number cost(std::uint32_t v, std::size_t c) const { return all_positive_[v] - stay_[v * k_ + c]; }

    /// An upper bound for the vertices from a place in the order on: the best cost of those after it, and all ties of
    /// the first.
    [[nodiscard]] number most_from(std::size_t first) const {
        using std::abs;
        auto most = least_from_[first + 1];
        for (auto const& a : g_->row(order_[first])) most += abs(a.weight);
        return most;
    }

    /// A vertex on the way: the vertices placed before it, and the camp that it tries next.
    struct step {
        std::size_t camps;
        number cost;
        std::size_t next;
    };

    /// Depth-first, with a stack of its own: the graph decides how deep it goes.
    void place_from(std::size_t first) {
        lean_vector<step> path;
        if (is_open(first, 0, number())) path.push_back({0, number(), 0});
        while (complete_ && !path.empty()) {
            auto& at = path.back();
            auto const depth = first + path.size() - 1;
            auto const v = order_[depth];
            if (camp_[v] != none) settle(v, std::exchange(camp_[v], none), false);
            auto const open = std::min(at.camps + 1, k_);
            while (at.next < open && at.cost + cost(v, at.next) >= best_) ++at.next;
            if (at.next == open) {
                path.pop_back();
                continue;
            }
            auto const c = at.next++;
            auto const camps = std::max(at.camps, at.next);
            number const so_far = at.cost + cost(v, c);
            camp_[v] = static_cast<std::uint32_t>(c);
            settle(v, c, true);
            if (is_open(depth + 1, camps, so_far)) path.push_back({camps, so_far, 0});
        }
    }

    /// Whether the vertices from there on may be placed better than is known; if none is left, keeps the partition.
    bool is_open(std::size_t depth, std::size_t camps, number const& so_far) {
        if (++nodes_ > left_ || (nodes_ % 1024 == 0 && control_->stop())) {
            complete_ = false;
            return false;
        }
        if (depth == order_.size()) {
            best_ = so_far;
            found_ = camp_;
            return false;
        }
        auto const open = std::min(camps + 1, k_);
        auto rest = least_from_[depth];
        for (auto i = depth; i < order_.size(); ++i) {
            auto least = cost(order_[i], 0);
            for (std::size_t c = 1; c < open; ++c) least = std::min<number>(least, cost(order_[i], c));
            rest += least;
        }
        return so_far + rest < best_;
    }

    void settle(std::uint32_t v, std::size_t c, bool is_placed) {
        auto const add = [is_placed](number& sum, number const& w) { is_placed ? sum += w : sum -= w; };
        for (auto const& a : g_->row(v)) {
            add(stay_[a.head * k_ + c], a.weight);
            if (number() < a.weight) add(all_positive_[a.head], a.weight);
        }
    }

    Ties const* g_;
    std::size_t k_;
    number upper_;
    number best_{};
    std::size_t left_;
    search_control* control_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> camp_;
    std::vector<number> stay_;         // by vertex and camp: the signed weight to those placed there
    std::vector<number> all_positive_; // by vertex: the positive weight to those placed
    std::vector<number> least_from_;   // by place in the order: what the ties among those from there on cost
    std::vector<std::uint32_t> found_{};
    std::size_t nodes_ = 0;
    bool complete_ = true;
};

} // namespace geostance::detail

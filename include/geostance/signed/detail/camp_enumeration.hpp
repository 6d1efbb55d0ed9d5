// SPDX-License-Identifier: BSL-1.0
/// @file
/// All partitions into at most k camps, cut off by what the vertices not yet placed must cost.
#pragma once

#include <geostance/signed/detail/search_control.hpp>
#include <geostance/signed/detail/weighted_ties.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace geostance::detail {

class camp_enumeration {
public:
    camp_enumeration(weighted_ties const& g, std::size_t k, std::int64_t upper, std::size_t node_limit,
                     search_control& control)
        : g_(&g), k_(std::min<std::size_t>(k, g.size())), best_(upper), left_(node_limit), control_(&control),
          order_(g.size()), camp_(g.size(), none), stay_(g.size() * k_), all_positive_(g.size()) {
        std::iota(order_.begin(), order_.end(), 0U);
        std::stable_sort(order_.begin(), order_.end(),
                         [&](auto a, auto b) { return g.row(a).size() > g.row(b).size(); });
    }

    // Whether all were tried, so that the best cost known is the least.
    bool run() {
        place(0, 0, 0);
        return complete_;
    }
    [[nodiscard]] std::int64_t best() const noexcept { return best_; }
    // The partition found; empty where none is better than what was known.
    [[nodiscard]] std::vector<std::uint32_t> const& found() const noexcept { return found_; }
    [[nodiscard]] std::size_t nodes() const noexcept { return nodes_; }

private:
    static constexpr auto none = UINT32_MAX;

    // The cost of v in camp c against those placed: positive weight elsewhere, and negative weight in c.
    [[nodiscard]] std::int64_t cost(std::uint32_t v, std::size_t c) const {
        return all_positive_[v] - stay_[v * k_ + c];
    }

    void place(std::size_t depth, std::size_t camps, std::int64_t so_far) {
        if (!complete_) return;
        if (++nodes_ > left_ || (nodes_ % 1024 == 0 && control_->stop())) {
            complete_ = false;
            return;
        }
        if (depth == order_.size()) {
            best_ = so_far;
            found_ = camp_;
            return;
        }
        auto const open = std::min(camps + 1, k_);
        std::int64_t rest = 0;
        for (auto i = depth; i < order_.size(); ++i) {
            auto least = cost(order_[i], 0);
            for (std::size_t c = 1; c < open; ++c) least = std::min(least, cost(order_[i], c));
            rest += least;
        }
        if (so_far + rest >= best_) return;
        auto const v = order_[depth];
        for (std::size_t c = 0; c < open; ++c) {
            auto const more = cost(v, c);
            if (so_far + more >= best_) continue;
            settle(v, c, 1);
            camp_[v] = static_cast<std::uint32_t>(c);
            place(depth + 1, std::max(camps, c + 1), so_far + more);
            camp_[v] = none;
            settle(v, c, -1);
        }
    }

    void settle(std::uint32_t v, std::size_t c, int direction) {
        for (auto const& a : g_->row(v)) {
            stay_[a.head * k_ + c] += direction * a.weight;
            all_positive_[a.head] += direction * std::max<std::int64_t>(a.weight, 0);
        }
    }

    weighted_ties const* g_;
    std::size_t k_;
    std::int64_t best_;
    std::size_t left_;
    search_control* control_;
    std::vector<std::uint32_t> order_;
    std::vector<std::uint32_t> camp_;
    std::vector<std::int64_t> stay_;         // by vertex and camp: the signed weight to those placed there
    std::vector<std::int64_t> all_positive_; // by vertex: the positive weight to those placed
    std::vector<std::uint32_t> found_{};
    std::size_t nodes_ = 0;
    bool complete_ = true;
};

} // namespace geostance::detail

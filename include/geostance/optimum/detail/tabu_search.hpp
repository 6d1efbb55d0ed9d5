// SPDX-License-Identifier: BSL-1.0
/// @file
/// Two camps by moves of one vertex at a time, good ones and bad ones, without going back at once.
#pragma once

#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

// The best move is made even where it costs; the vertex then stays for a while, unless moving it back gives the best
// camps so far. Glover, F. (1989). Tabu search, part I. ORSA Journal on Computing 1, 190-206; for this problem,
// Kochenberger, Hao, Lu, Wang and Glover (2013), Solving large scale max cut problems via tabu search, Journal of
// Heuristics 19, 565-571.
class tabu_search {
public:
    tabu_search(weighted_ties const& g, std::vector<std::uint32_t> side)
        : g_(&g), side_(std::move(side)), balance_(g.size()), free_from_(g.size()), cost_(g.cost(side_)), best_(side_),
          best_cost_(cost_) {
        for (std::uint32_t v = 0; v < g.size(); ++v)
            for (auto const& a : g.row(v)) balance_[v] += side_[v] == side_[a.head] ? a.weight : -a.weight;
    }

    // Goes on until this many moves in a row found nothing better.
    void run(std::size_t patience, random_source& random, search_control& control) {
        auto const stay = std::min<std::size_t>(20, g_->size() / 4) + g_->size() / 100;
        for (std::size_t idle = 0; idle < patience; ++idle) {
            if (idle % 256 == 0 && control.stop()) return;
            auto const v = choose(random);
            ++now_;
            if (v == none) continue; // all have to stay for now
            flip(v);
            free_from_[v] = now_ + stay + random.below(10);
            if (cost_ >= best_cost_) continue;
            best_cost_ = cost_;
            best_ = side_;
            idle = 0;
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& best() const noexcept { return best_; }
    [[nodiscard]] std::int64_t best_cost() const noexcept { return best_cost_; }

private:
    static constexpr auto none = UINT32_MAX;

    // The move with the least cost; of several, the first one counted from a random vertex.
    [[nodiscard]] std::uint32_t choose(random_source& random) const {
        auto chosen = none;
        auto least = INT64_MAX;
        auto const look = [&](std::uint32_t from, std::uint32_t to) {
            for (auto v = from; v < to; ++v) {
                if (balance_[v] >= least || (free_from_[v] > now_ && cost_ + balance_[v] >= best_cost_)) continue;
                least = balance_[v];
                chosen = v;
            }
        };
        auto const start = random.below(g_->size());
        look(start, g_->size());
        look(0, start);
        return chosen;
    }

    void flip(std::uint32_t v) {
        cost_ += balance_[v];
        balance_[v] = -balance_[v];
        side_[v] ^= 1U;
        for (auto const& a : g_->row(v)) balance_[a.head] += side_[v] == side_[a.head] ? 2 * a.weight : -2 * a.weight;
    }

    weighted_ties const* g_;
    std::vector<std::uint32_t> side_;
    std::vector<std::int64_t> balance_;  // what moving each vertex would cost
    std::vector<std::size_t> free_from_; // the move from which on each may move again
    std::size_t now_ = 0;
    std::int64_t cost_;
    std::vector<std::uint32_t> best_;
    std::int64_t best_cost_;
};

} // namespace geostance::detail

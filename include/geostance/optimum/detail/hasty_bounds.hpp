// SPDX-License-Identifier: BSL-1.0
/// @file
/// Camps and cycles of networks that there is no time to search, from the compact form as it is.
#pragma once

#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/packed_cycle.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace geostance::detail {

/// Passes over all vertices, each of which moves to the other of two sides where that costs less, until none moves.
inline void settle_on_sides(signed_graph const& g, camp_assignment& side, clock_watch watch) {
    constexpr int most_passes = 100; // rounding errors could let them go on for ever
    auto moved = true;
    for (int pass = 0; moved && pass < most_passes; ++pass) {
        moved = false;
        for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
            if (watch.is_over(1 + g.degree(v))) return;
            double gain = 0;
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
                auto const fits = (side[v] == side[g.neighbour(a)]) != g.is_negative(a);
                gain += fits ? -g.magnitude(a) : g.magnitude(a);
            }
            if (gain <= 0) continue;
            side[v] ^= 1U;
            moved = true;
        }
    }
}

/// The same among the camps that there are, of which each vertex looks at those next to it.
inline void settle_among_camps(signed_graph const& g, camp_assignment& camp, clock_watch watch) {
    constexpr int most_passes = 100;
    std::vector<double> pull(camp.empty() ? 0 : *std::max_element(camp.begin(), camp.end()) + std::size_t{1});
    auto moved = true;
    for (int pass = 0; moved && pass < most_passes; ++pass) {
        moved = false;
        for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
            if (watch.is_over(1 + g.degree(v))) return;
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) pull[camp[g.neighbour(a)]] += g.weight(a);
            auto best = camp[v];
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a)
                if (auto const c = camp[g.neighbour(a)]; pull[c] > pull[best]) best = c;
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) pull[camp[g.neighbour(a)]] = 0;
            moved = moved || best != camp[v];
            camp[v] = best;
        }
    }
}

/// What camps leave against them, nearly.
inline double rough_cost(signed_graph const& g, camp_assignment const& camp) {
    double total = 0;
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v)
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a)
            if ((camp[v] == camp[g.neighbour(a)]) == g.is_negative(a)) total += g.magnitude(a) / 2;
    return total;
}

/// Cycles that share no tie, each of one tie that does not fit some camps and a short path of ties that do. For two
/// camps they are negative. For any number, ties that fit are the friendly ones, whatever the camps, and every hostile
/// one may begin a cycle, which has no other.
class disjoint_cycles {
public:
    /// No `side` for any number of camps.
    disjoint_cycles(signed_graph const& g, camp_assignment const* side, clock_watch watch)
        : g_(&g), side_(side), is_used_(g.num_arcs()), marks_{marks(g.num_vertices()), marks(g.num_vertices())} {
        for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
                auto const is_first = g.neighbour(a) > v && !fits(v, a);
                if (is_first) take(v, a);
                if (watch.is_over(is_first ? 1 + 2 * work_ : 1)) return;
            }
        }
    }

    [[nodiscard]] std::vector<packed_cycle> const& cycles() const noexcept { return cycles_; }

private:
    static constexpr auto none = UINT32_MAX;
    static constexpr std::size_t most_work = 10000; // for one cycle, in arcs
    static constexpr std::size_t most_of_row = 1000;

    struct marks {
        explicit marks(std::uint32_t n) : stamp(n), parent(n) {}
        std::vector<std::uint32_t> stamp;
        std::vector<std::uint32_t> parent;
        std::vector<std::uint32_t> frontier{};
    };

    [[nodiscard]] bool fits(std::uint32_t v, std::uint32_t a) const {
        return side_ == nullptr ? !g_->is_negative(a)
                                : ((*side_)[v] == (*side_)[g_->neighbour(a)]) != g_->is_negative(a);
    }

    /// A cycle of the arc from v, if there is one nearby.
    void take(std::uint32_t v, std::uint32_t closing) {
        auto const middle = meet(v, g_->neighbour(closing));
        if (middle == none) return;
        packed_cycle cycle{{}, g_->magnitude(closing)};
        for (auto at = middle; at != v; at = marks_[0].parent[at]) cycle.vertices.push_back(at);
        cycle.vertices.push_back(v);
        std::reverse(cycle.vertices.begin(), cycle.vertices.end());
        for (auto at = middle; at != g_->neighbour(closing);) {
            at = marks_[1].parent[at];
            cycle.vertices.push_back(at);
        }
        for (std::size_t i = 0; i < cycle.vertices.size(); ++i) {
            auto const from = cycle.vertices[i];
            auto const to = cycle.vertices[(i + 1) % cycle.vertices.size()];
            auto const there = g_->find_arc(from, to);
            is_used_[there] = is_used_[g_->find_arc(to, from)] = true;
            cycle.weight = std::min(cycle.weight, g_->magnitude(there));
        }
        cycles_.push_back(std::move(cycle));
    }

    /// A vertex on a short path of free ties that fit from u to v, or none.
    std::uint32_t meet(std::uint32_t u, std::uint32_t v) {
        ++now_;
        work_ = 0;
        for (std::size_t s = 0; s < 2; ++s) {
            auto const root = s == 0 ? u : v;
            marks_[s].frontier.assign(1, root);
            marks_[s].stamp[root] = now_;
        }
        while (work_ < most_work) {
            auto const s = marks_[0].frontier.size() <= marks_[1].frontier.size() ? 0U : 1U;
            if (marks_[s].frontier.empty()) return none;
            if (auto const found = advance(marks_[s], marks_[1 - s], v); found != none) return found;
        }
        return none;
    }
    /// Of long rows a part, which begins where v would stand in them, so that it is not always the same and that of two
    /// hubs has the same neighbours.
    std::uint32_t advance(marks& mine, marks const& other, std::uint32_t v) {
        next_.clear();
        for (auto const x : mine.frontier) {
            auto const degree = std::size_t{g_->degree(x)};
            auto const start = degree <= most_of_row ? 0 : degree * v / g_->num_vertices();
            auto const looked_at = std::min(degree, most_of_row);
            if ((work_ += looked_at) > 2 * most_work) return none;
            for (std::size_t i = 0; i < looked_at; ++i) {
                auto const place = start + i < degree ? start + i : start + i - degree;
                auto const a = g_->first_arc(x) + static_cast<std::uint32_t>(place);
                auto const head = g_->neighbour(a);
                if (is_used_[a] || mine.stamp[head] == now_ || !fits(x, a)) continue;
                mine.stamp[head] = now_;
                mine.parent[head] = x;
                if (other.stamp[head] == now_) return head;
                next_.push_back(head);
            }
        }
        mine.frontier.swap(next_);
        return none;
    }

    signed_graph const* g_;
    camp_assignment const* side_;
    std::vector<bool> is_used_; // by arc
    std::array<marks, 2> marks_;
    std::vector<std::uint32_t> next_{};
    std::vector<packed_cycle> cycles_{};
    std::size_t work_ = 0;
    std::uint32_t now_ = 0;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for a partition of great signed modularity: move, refine, aggregate (Leiden).
#pragma once

#include <geostance/signed/detail/random_source.hpp>
#include <geostance/signed/detail/unit_scale.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

// A graph whose vertices may stand for many. Joining two sets A and B gains
// 2 (sum of w_ij) - 2 (e+(A) K+(B) - e-(A) K-(B)), in units of the total weight, where K is the weight of a set and e
// its share of all weight, times the resolution.
struct modularity_graph {
    struct arc {
        std::uint32_t head = 0;
        double weight = 0;   // signed sum
        double positive = 0; // of friendly ties alone
    };
    std::vector<std::size_t> first = {0};
    std::vector<arc> arcs{};
    std::vector<double> positive{}; // of each vertex, the total friendly weight
    std::vector<double> negative{};
    std::vector<double> positive_share{}; // of all friendly weight, times the resolution
    std::vector<double> negative_share{};
    double margin = 0; // gains below are rounding

    modularity_graph() = default;
    modularity_graph(signed_graph const& g, double resolution_positive, double resolution_negative) {
        double total_positive = 0;
        double total_negative = 0;
        auto const scale = unit_scale(g);
        for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
            positive.push_back(0);
            negative.push_back(0);
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
                auto const w = g.weight(a) * scale;
                arcs.push_back({g.neighbour(a), w, std::max(w, 0.0)});
                (w > 0 ? positive : negative).back() += std::abs(w);
            }
            first.push_back(arcs.size());
            margin = std::max(margin, 1e-11 * (positive.back() + negative.back()));
            total_positive += positive.back();
            total_negative += negative.back();
        }
        positive_share = shares(positive, total_positive, resolution_positive);
        negative_share = shares(negative, total_negative, resolution_negative);
    }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(positive.size()); }

private:
    static std::vector<double> shares(std::vector<double> weights, double total, double resolution) {
        for (auto& w : weights) w = total > 0 ? resolution * (w / total) : 0;
        return weights;
    }
};

// A partition of such a graph, with what each community weighs.
class modularity_partition {
public:
    modularity_partition(modularity_graph const& g, std::vector<std::uint32_t> community)
        : g_(&g), community_(std::move(community)), positive_(g.size()), negative_(g.size()), members_(g.size()),
          weight_(g.size()), friendly_(g.size()), near_(g.size()) {
        for (std::uint32_t v = 0; v < g.size(); ++v) enter(v, community_[v]);
    }

    [[nodiscard]] std::vector<std::uint32_t> const& community() const noexcept { return community_; }
    [[nodiscard]] bool alone(std::uint32_t v) const noexcept { return members_[community_[v]] == 1; }

    // Moves every vertex where it gains most, until none does.
    void move_all(bool connected, random_source& random) {
        std::vector<std::uint32_t> queue(g_->size());
        std::iota(queue.begin(), queue.end(), 0U);
        random.shuffle(queue);
        std::vector<std::uint8_t> queued(g_->size(), 1);
        for (std::size_t head = 0; head < queue.size(); ++head) {
            auto const v = queue[head];
            queued[v] = 0;
            auto const from = community_[v];
            leave(v);
            auto const to = best_for(v, from, connected);
            enter(v, to);
            if (to == from) continue;
            for (auto a = g_->first[v]; a < g_->first[v + 1]; ++a) {
                auto const u = g_->arcs[a].head;
                if (community_[u] != to && queued[u] == 0) {
                    queued[u] = 1;
                    queue.push_back(u);
                }
            }
        }
    }

    // From every vertex alone: joins those still alone to a community within the same part, where that gains and they
    // are friends. A community has the number of the vertex that it started from.
    void refine(std::vector<std::uint32_t> const& part, random_source& random) {
        std::vector<std::uint32_t> order(g_->size());
        std::iota(order.begin(), order.end(), 0U);
        random.shuffle(order);
        for (auto const v : order) {
            if (!alone(v)) continue;
            auto const from = community_[v];
            leave(v);
            gather(v);
            auto best = from;
            double most = 0;
            for (auto const c : candidates_) {
                if (part[c] != part[v] || friendly_[c] <= 0) continue;
                auto const gained = gain(v, c);
                if (gained > most + g_->margin) {
                    most = gained;
                    best = c;
                }
            }
            clear();
            enter(v, best);
        }
    }

private:
    static constexpr std::size_t few = 64;

    void leave(std::uint32_t v) {
        auto const c = community_[v];
        positive_[c] -= g_->positive[v];
        negative_[c] -= g_->negative[v];
        --members_[c];
    }
    void enter(std::uint32_t v, std::uint32_t c) {
        community_[v] = c;
        positive_[c] += g_->positive[v];
        negative_[c] += g_->negative[v];
        ++members_[c];
    }
    [[nodiscard]] double gain(std::uint32_t v, std::uint32_t c) const {
        return weight_[c] - g_->positive_share[v] * positive_[c] + g_->negative_share[v] * negative_[c];
    }
    // The communities that v has ties to, and the weight of these.
    void gather(std::uint32_t v) {
        for (auto a = g_->first[v]; a < g_->first[v + 1]; ++a) {
            auto const& arc = g_->arcs[a];
            if (arc.head == v) continue;
            auto const c = community_[arc.head];
            if (near_[c] == 0) {
                near_[c] = 1;
                candidates_.push_back(c);
            }
            weight_[c] += arc.weight;
            friendly_[c] += arc.positive;
        }
    }
    void clear() {
        for (auto const c : candidates_) {
            weight_[c] = 0;
            friendly_[c] = 0;
            near_[c] = 0;
        }
        candidates_.clear();
    }
    // While a vertex is out there is always one.
    [[nodiscard]] std::uint32_t empty_community() noexcept {
        while (members_[empty_] != 0) empty_ = (empty_ + 1) % g_->size();
        return empty_;
    }
    // Ties aside, common enemies bring together too, so that all communities come into question while they are few.
    [[nodiscard]] std::uint32_t best_for(std::uint32_t v, std::uint32_t from, bool connected) {
        gather(v);
        auto best = from;
        auto most = members_[from] == 0 ? 0 : gain(v, from) + g_->margin;
        auto const consider = [&](std::uint32_t c) {
            if (members_[c] == 0 || (connected && friendly_[c] <= 0)) return;
            auto const gained = gain(v, c);
            if (gained > most + g_->margin) {
                most = gained;
                best = c;
            }
        };
        for (auto const c : candidates_) consider(c);
        if (!connected && g_->negative[v] > 0 && g_->size() <= few) {
            for (std::uint32_t c = 0; c < g_->size(); ++c) consider(c);
        }
        clear();
        return most < -g_->margin ? empty_community() : best;
    }

    modularity_graph const* g_;
    std::vector<std::uint32_t> community_;
    std::vector<double> positive_;
    std::vector<double> negative_;
    std::vector<std::uint32_t> members_;
    std::vector<double> weight_;   // of the ties of one vertex, by community
    std::vector<double> friendly_; // of the friendly ones
    std::vector<std::uint8_t> near_;
    std::vector<std::uint32_t> candidates_{};
    std::uint32_t empty_ = 0;
};

// Renumbers from 0; returns how many there are.
inline std::uint32_t close_gaps(std::vector<std::uint32_t>& numbers) {
    std::vector<std::uint32_t> fresh(numbers.size(), UINT32_MAX);
    std::uint32_t count = 0;
    for (auto& c : numbers) {
        if (fresh[c] == UINT32_MAX) fresh[c] = count++;
        c = fresh[c];
    }
    return count;
}

// Each community becomes a vertex; ties within vanish, as they count in every partition from here on.
inline modularity_graph aggregate(modularity_graph const& g, std::vector<std::uint32_t> const& community,
                                  std::uint32_t count) {
    modularity_graph result;
    result.margin = g.margin;
    result.positive.resize(count);
    result.negative.resize(count);
    result.positive_share.resize(count);
    result.negative_share.resize(count);
    std::vector<std::vector<std::uint32_t>> members(count);
    for (std::uint32_t v = 0; v < g.size(); ++v) {
        members[community[v]].push_back(v);
        result.positive[community[v]] += g.positive[v];
        result.negative[community[v]] += g.negative[v];
        result.positive_share[community[v]] += g.positive_share[v];
        result.negative_share[community[v]] += g.negative_share[v];
    }
    std::vector<std::size_t> place(count, SIZE_MAX);
    for (std::uint32_t c = 0; c < count; ++c) {
        for (auto const v : members[c]) {
            for (auto a = g.first[v]; a < g.first[v + 1]; ++a) {
                auto const d = community[g.arcs[a].head];
                if (d == c) continue;
                if (place[d] == SIZE_MAX || place[d] < result.first.back()) {
                    place[d] = result.arcs.size();
                    result.arcs.push_back({d});
                }
                result.arcs[place[d]].weight += g.arcs[a].weight;
                result.arcs[place[d]].positive += g.arcs[a].positive;
            }
        }
        result.first.push_back(result.arcs.size());
    }
    return result;
}

// The community of each vertex of g.
inline std::vector<std::uint32_t> search_modularity(modularity_graph const& g, bool connected, random_source& random) {
    std::vector<std::uint32_t> community(g.size()); // of the vertices of g
    std::iota(community.begin(), community.end(), 0U);
    for (int round = 0; round < 100; ++round) {
        auto const before = community;
        auto level = g;
        auto start = community; // of the vertices of this level
        std::vector<std::uint32_t> place(g.size());
        std::iota(place.begin(), place.end(), 0U); // the vertex of this level that stands for one of g
        for (;;) {
            modularity_partition partition(level, start);
            partition.move_all(connected, random);
            auto part = partition.community();
            auto const parts = close_gaps(part);
            for (std::uint32_t v = 0; v < g.size(); ++v) community[v] = part[place[v]];
            std::vector<std::uint32_t> own(level.size());
            std::iota(own.begin(), own.end(), 0U);
            modularity_partition refined(level, own);
            refined.refine(part, random);
            auto fine = refined.community();
            auto count = close_gaps(fine);
            if (count == level.size()) { // nothing refines: take the communities as they are
                fine = part;
                count = parts;
            }
            if (count == level.size()) break;
            start.assign(count, 0);
            for (std::uint32_t v = 0; v < level.size(); ++v) start[fine[v]] = part[v];
            for (auto& v : place) v = fine[v];
            level = aggregate(level, fine, count);
        }
        if (community == before) break;
    }
    return community;
}

} // namespace geostance::detail

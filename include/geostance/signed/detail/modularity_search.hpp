// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for a partition of great signed modularity: move, refine, aggregate (Leiden), and shake in between.
#pragma once

#include <geostance/signed/detail/components.hpp>
#include <geostance/signed/detail/random_source.hpp>
#include <geostance/signed/detail/unit_scale.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A graph whose vertices may stand for many. Joining two sets A and B gains
/// 2 (sum of w_ij) - 2 (e+(A) K+(B) - e-(A) K-(B)), in units of the total weight, where K is the weight of a set and e
/// its share of all weight, times the resolution.
struct modularity_graph {
    struct arc {
        double weight = 0; // signed sum
        std::uint32_t head = 0;
        bool is_friendly = false; // whether any tie is
    };
    struct load {
        double positive = 0; // total friendly weight
        double negative = 0;
        double positive_share = 0; // of all friendly weight, times the resolution
        double negative_share = 0;

        load& operator+=(load const& other) noexcept {
            positive += other.positive;
            negative += other.negative;
            positive_share += other.positive_share;
            negative_share += other.negative_share;
            return *this;
        }
    };
    std::vector<std::size_t> first = {0};
    std::vector<arc> arcs{};
    std::vector<load> loads{}; // of each vertex
    double margin = 0;         // gains below are rounding

    modularity_graph() = default;
    modularity_graph(signed_graph const& g, double resolution_positive, double resolution_negative) {
        load total;
        auto const scale = unit_scale(g);
        first.reserve(g.num_vertices() + std::size_t{1});
        arcs.reserve(g.num_arcs());
        loads.resize(g.num_vertices());
        for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
            auto& mine = loads[v];
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) {
                auto const w = g.weight(a) * scale;
                arcs.push_back({w, g.neighbour(a), w > 0});
                (w > 0 ? mine.positive : mine.negative) += std::abs(w);
            }
            first.push_back(arcs.size());
            margin = std::max(margin, 1e-11 * (mine.positive + mine.negative));
            total.positive += mine.positive;
            total.negative += mine.negative;
        }
        for (auto& each : loads) {
            if (total.positive > 0) each.positive_share = resolution_positive * (each.positive / total.positive);
            if (total.negative > 0) each.negative_share = resolution_negative * (each.negative / total.negative);
        }
    }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(loads.size()); }
    [[nodiscard]] std::span<arc const> row(std::uint32_t v) const noexcept {
        return {arcs.data() + first[v], first[v + 1] - first[v]};
    }
};

/// A partition of such a graph, with what each community weighs.
class modularity_partition {
public:
    modularity_partition(modularity_graph const& g, std::vector<std::uint32_t> community)
        : g_(&g), community_(std::move(community)), state_(g.size()) {
        for (std::uint32_t v = 0; v < g.size(); ++v) enter(v, community_[v]);
    }

    [[nodiscard]] std::vector<std::uint32_t> const& community() const noexcept { return community_; }
    [[nodiscard]] bool alone(std::uint32_t v) const noexcept { return state_[community_[v]].members == 1; }

    /// Moves every vertex where it gains most, until none does.
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
            for (auto const& a : g_->row(v)) {
                if (community_[a.head] == to || std::exchange(queued[a.head], std::uint8_t{1}) != 0) continue;
                queue.push_back(a.head);
            }
        }
    }

    /// Moves vertices to the communities of random friends, even where that loses something, but ever less of it: up to
    /// a share of what the ties of a vertex come to if their signs are random.
    /// @par Source
    /// Dueck, G. and Scheuer, T. (1990). Threshold accepting: a general purpose optimization algorithm appearing
    /// superior to simulated annealing. Journal of Computational Physics 90, 161-175.
    void shake(bool connected, random_source& random) {
        constexpr int sweeps = 100;
        constexpr double share = 0.7;
        auto const typical = typical_sums();
        for (int left = sweeps; left > 0; --left) {
            auto const most = share * left / sweeps;
            for (std::uint32_t v = 0; v < g_->size(); ++v) {
                auto const row = g_->row(v);
                if (row.empty()) continue;
                auto const& a = row[random.below(row.size())];
                auto const from = community_[v];
                // Enemies in common bring together, too.
                if (!a.is_friendly && connected) continue;
                auto const to = community_[a.is_friendly ? a.head : random.below(g_->size())];
                if (to == from) continue;
                auto const loss = most * typical[v] * static_cast<double>(random() >> 48U) * 0x1p-16;
                leave(v);
                enter(v, pull(v, from, to) + expected(v, to) - expected(v, from) > -loss ? to : from);
            }
        }
    }

    /// From every vertex alone: joins those still alone to a community within the same part, where that gains and they
    /// are friends. A community has the number of the vertex that it started from.
    void refine(std::vector<std::uint32_t> const& part, random_source& random) {
        std::vector<std::uint32_t> order(g_->size());
        std::iota(order.begin(), order.end(), 0U);
        random.shuffle(order);
        for (auto const v : order) {
            if (!alone(v)) continue;
            auto const from = community_[v];
            leave(v);
            for (auto const& a : g_->row(v))
                if (part[a.head] == part[v]) gather(v, a);
            auto best = from;
            double most = 0;
            for (auto const c : candidates_) {
                if (!state_[c].is_friendly) continue;
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

    struct state { // of a community
        double positive = 0;
        double negative = 0;
        double weight = 0; // of the ties that one vertex has there, as are the last two
        std::uint32_t members = 0;
        bool is_known = false;
        bool is_friendly = false;
    };

    void leave(std::uint32_t v) {
        auto& c = state_[community_[v]];
        c.positive -= g_->loads[v].positive;
        c.negative -= g_->loads[v].negative;
        --c.members;
    }
    void enter(std::uint32_t v, std::uint32_t to) {
        community_[v] = to;
        auto& c = state_[to];
        c.positive += g_->loads[v].positive;
        c.negative += g_->loads[v].negative;
        ++c.members;
    }
    /// What a vertex gains in a community beyond the weight of its ties there.
    [[nodiscard]] double expected(std::uint32_t v, std::uint32_t c) const {
        auto const& mine = g_->loads[v];
        return mine.negative_share * state_[c].negative - mine.positive_share * state_[c].positive;
    }
    [[nodiscard]] double gain(std::uint32_t v, std::uint32_t c) const { return state_[c].weight + expected(v, c); }

    /// The weight of the ties to one community, less that to another.
    [[nodiscard]] double pull(std::uint32_t v, std::uint32_t from, std::uint32_t to) const {
        double result = 0;
        for (auto const& a : g_->row(v)) {
            auto const c = community_[a.head];
            result += c == to ? a.weight : c == from ? -a.weight : 0;
        }
        return result;
    }
    /// By vertex, the root of the sum of its squared weights.
    [[nodiscard]] std::vector<double> typical_sums() const {
        std::vector<double> result(g_->size());
        for (std::uint32_t v = 0; v < g_->size(); ++v) {
            for (auto const& a : g_->row(v)) result[v] += a.weight * a.weight;
            result[v] = std::sqrt(result[v]);
        }
        return result;
    }

    /// Adds a tie of v to what is known of the community at its other end.
    void gather(std::uint32_t v, modularity_graph::arc const& a) {
        if (a.head == v) return;
        auto const c = community_[a.head];
        auto& n = state_[c];
        if (!n.is_known) {
            n.is_known = true;
            candidates_.push_back(c);
        }
        n.weight += a.weight;
        n.is_friendly = n.is_friendly || a.is_friendly;
    }
    void clear() {
        for (auto const c : candidates_) {
            state_[c].weight = 0;
            state_[c].is_known = false;
            state_[c].is_friendly = false;
        }
        candidates_.clear();
    }
    /// While a vertex is out there is always one.
    [[nodiscard]] std::uint32_t empty_community() noexcept {
        while (state_[empty_].members != 0) empty_ = (empty_ + 1) % g_->size();
        return empty_;
    }
    /// Ties aside, common enemies bring together too, so that all communities come into question while they are few.
    [[nodiscard]] std::uint32_t best_for(std::uint32_t v, std::uint32_t from, bool connected) {
        for (auto const& a : g_->row(v)) gather(v, a);
        auto best = from;
        auto most = state_[from].members == 0 ? 0 : gain(v, from) + g_->margin;
        auto const consider = [&](std::uint32_t c) {
            if (state_[c].members == 0 || (connected && !state_[c].is_friendly)) return;
            auto const gained = gain(v, c);
            if (gained > most + g_->margin) {
                most = gained;
                best = c;
            }
        };
        for (auto const c : candidates_) consider(c);
        if (!connected && g_->loads[v].negative > 0 && g_->size() <= few) {
            for (std::uint32_t c = 0; c < g_->size(); ++c) consider(c);
        }
        clear();
        return most < -g_->margin ? empty_community() : best;
    }

    modularity_graph const* g_;
    std::vector<std::uint32_t> community_;
    std::vector<state> state_;
    std::vector<std::uint32_t> candidates_{};
    std::uint32_t empty_ = 0;
};

/// Renumbers from 0; returns how many there are.
inline std::uint32_t close_gaps(std::vector<std::uint32_t>& numbers) {
    std::vector<std::uint32_t> fresh(numbers.size(), UINT32_MAX);
    std::uint32_t count = 0;
    for (auto& c : numbers) {
        if (fresh[c] == UINT32_MAX) fresh[c] = count++;
        c = fresh[c];
    }
    return count;
}

/// Each community becomes a vertex; ties within vanish, as they count in every partition from here on.
inline modularity_graph aggregate(modularity_graph const& g, std::vector<std::uint32_t> const& community,
                                  std::uint32_t count) {
    modularity_graph result;
    result.margin = g.margin;
    result.loads.resize(count);
    result.first.reserve(count + std::size_t{1});
    std::vector<std::uint32_t> start(count + std::size_t{1}); // of the members of each
    for (auto const c : community) ++start[c + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> members(g.size());
    auto next = start;
    for (std::uint32_t v = 0; v < g.size(); ++v) {
        members[next[community[v]]++] = v;
        result.loads[community[v]] += g.loads[v];
    }
    result.arcs.reserve(g.arcs.size());
    std::vector<std::size_t> place(count, SIZE_MAX);
    for (std::uint32_t c = 0; c < count; ++c) {
        for (auto i = start[c]; i < start[c + 1]; ++i) {
            for (auto const& a : g.row(members[i])) {
                auto const d = community[a.head];
                if (d == c) continue;
                if (place[d] == SIZE_MAX || place[d] < result.first.back()) {
                    place[d] = result.arcs.size();
                    result.arcs.push_back({0, d, false});
                }
                auto& sum = result.arcs[place[d]];
                sum.weight += a.weight;
                sum.is_friendly = sum.is_friendly || a.is_friendly;
            }
        }
        result.first.push_back(result.arcs.size());
    }
    return result;
}

/// The parts of camps that friendly ties connect.
inline std::vector<std::uint32_t> split_into_connected(signed_graph const& g, std::vector<std::uint32_t> const& camp) {
    std::vector<std::uint32_t> result(camp.size());
    auto const parts = components(g, [&](std::uint32_t v, std::uint32_t word) {
        return !negative_in(word) && camp[v] == camp[neighbour_in(word)];
    });
    for (std::uint32_t k = 0; k < parts.size(); ++k) {
        for (auto const v : parts[k]) result[v] = k;
    }
    return result;
}

/// The modularity of a partition, times the weight of all ties.
inline double modularity_sum(modularity_graph const& g, std::vector<std::uint32_t> const& community) {
    std::vector<modularity_graph::load> totals(g.size());
    double sum = 0;
    for (std::uint32_t v = 0; v < g.size(); ++v) {
        totals[community[v]] += g.loads[v];
        for (auto const& a : g.row(v)) sum += community[a.head] == community[v] ? a.weight : 0;
    }
    for (auto const& c : totals) sum += c.negative * c.negative_share - c.positive * c.positive_share;
    return sum;
}

/// One round: vertices, then communities within communities move until nothing does.
/// @par Source
/// Traag et al. (2019): see `maximise_signed_modularity`.
class modularity_round {
public:
    modularity_round(modularity_graph const& g, bool connected, random_source& random)
        : g_(&g), connected_(connected), random_(&random) {}

    /// Starts from a partition of g, shaken or not, and improves it.
    void run(std::vector<std::uint32_t>& community, bool is_shaken) {
        modularity_graph coarse;
        auto const* level = g_;
        auto start = community; // of the vertices of this level
        std::vector<std::uint32_t> place(g_->size());
        std::iota(place.begin(), place.end(), 0U); // the vertex of this level that stands for one of g
        for (;;) {
            modularity_partition partition(*level, start);
            if (is_shaken && level == g_) partition.shake(connected_, *random_);
            partition.move_all(connected_, *random_);
            auto part = partition.community();
            auto const parts = close_gaps(part);
            for (std::uint32_t v = 0; v < g_->size(); ++v) community[v] = part[place[v]];
            auto fine = refined(*level, part);
            auto count = close_gaps(fine);
            if (count == level->size()) { // nothing refines: take the communities as they are
                fine = part;
                count = parts;
            }
            if (count == level->size()) break;
            start.assign(count, 0);
            for (std::uint32_t v = 0; v < level->size(); ++v) start[fine[v]] = part[v];
            for (auto& v : place) v = fine[v];
            coarse = aggregate(*level, fine, count);
            level = &coarse;
        }
    }

private:
    [[nodiscard]] std::vector<std::uint32_t> refined(modularity_graph const& level,
                                                     std::vector<std::uint32_t> const& part) const {
        std::vector<std::uint32_t> own(level.size());
        std::iota(own.begin(), own.end(), 0U);
        modularity_partition result(level, std::move(own));
        result.refine(part, *random_);
        return result.community();
    }

    modularity_graph const* g_;
    bool connected_;
    random_source* random_;
};

/// The community of each vertex of g. Rounds go on until one changes hardly anything, or there were many for the size
/// of the graph; then all are shaken, and it begins again.
inline std::vector<std::uint32_t> search_modularity(signed_graph const& given, modularity_graph const& g,
                                                    bool connected, random_source& random) {
    constexpr double little = 1e-6; // as a share
    auto const rounds = std::clamp<std::size_t>(1'600'000 / (g.arcs.size() + 1), 6, 100);
    auto const shakes = std::clamp<std::size_t>(20'000 / (g.arcs.size() + 1), 1, 10);
    std::vector<std::uint32_t> community(g.size());
    std::iota(community.begin(), community.end(), 0U);
    auto best = community; // and connected
    auto most = modularity_sum(g, community);
    modularity_round round(g, connected, random);
    round.run(community, false);
    for (std::size_t shaken = shakes > 1 ? 0 : 1; shaken <= shakes; ++shaken) {
        auto sum = -std::numeric_limits<double>::infinity();
        for (std::size_t k = 1; k < rounds; ++k) {
            round.run(community, shaken > 0 && k == 1);
            auto const now = modularity_sum(g, community);
            auto const gained = now - std::exchange(sum, now);
            if (gained <= little * std::abs(sum)) break;
        }
        if (connected) {
            community = split_into_connected(given, community);
            round.run(community, false); // what was split may gain elsewhere
        }
        auto found = connected ? split_into_connected(given, community) : community;
        sum = modularity_sum(g, found);
        if (sum <= most + g.margin) continue;
        most = sum;
        best = std::move(found);
    }
    return best;
}

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Two camps that improve: moves of one vertex, of random connected groups, and of groups found by contraction.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/slice.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/signed/detail/random_source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The ties of a network that was contracted, with weights that add up to less than 2^31: see `narrowing`.
struct narrow_ties {
    struct arc {
        std::uint32_t head;
        std::int32_t weight;
    };

    std::vector<std::uint32_t> first = {0};
    lean_vector<arc> arcs{};

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(first.size() - 1); }
    [[nodiscard]] slice<arc> row(std::uint32_t v) const noexcept {
        return {arcs.data() + first[v], first[v + 1] - first[v]};
    }
};
/// What weights are divided by, so that they fit: contracted networks only suggest moves, which are judged by whole
/// weights.
inline std::int64_t narrowing(weighted_ties const& ties) {
    std::int64_t total = 0;
    for (auto const w : ties.weight) total += std::abs(w);
    return total / INT32_MAX + 1;
}

/// The cost of one side with all vertices. That of contracted networks does not matter: only what moves change does.
inline std::int64_t cost_on_one_side(narrow_ties const& /*ties*/) { return 0; }
inline std::int64_t cost_on_one_side(weighted_ties const& ties) {
    return ties.cost(std::vector<std::uint32_t>(ties.size()));
}

/// Sides of the vertices with the gain of each move: h(u), the weight of ties satisfied at u less that of those
/// against. Moving u changes the cost by h(u).
/// @par Source
/// Moves with gains that are kept: Fiduccia, C. M. and Mattheyses, R. M. (1982). A linear-time heuristic for improving
/// network partitions. DAC 1982, 175-181. Random connected groups are this library's.
template <class Ties>
class switching_of {
public:
    explicit switching_of(Ties const& g)
        : g_(&g), side_(g.size()), balance_(g.size()), queued_(g.size()), cost_(cost_on_one_side(g)) {
        for (std::uint32_t v = 0; v < g.size(); ++v) {
            for (auto const& a : g.row(v)) balance_[v] += a.weight;
        }
    }

    [[nodiscard]] std::int64_t cost() const noexcept { return cost_; }
    [[nodiscard]] std::vector<std::uint32_t> const& side() const noexcept { return side_; }
    /// What moving each vertex would cost.
    [[nodiscard]] std::vector<std::int64_t> const& balance() const noexcept { return balance_; }

    void flip(std::uint32_t u) {
        cost_ += balance_[u];
        balance_[u] = -balance_[u];
        side_[u] ^= 1U;
        for (auto const& a : g_->row(u)) {
            std::int64_t const satisfied = side_[u] == side_[a.head] ? a.weight : -a.weight;
            balance_[a.head] += 2 * satisfied;
            if (balance_[a.head] < 0) enqueue(a.head);
        }
    }

    /// Takes every move that pays, from what is queued.
    void descend() {
        for (std::size_t head = 0; head < queue_.size(); ++head) {
            auto const u = queue_[head];
            queued_[u] = 0;
            if (balance_[u] < 0) flip_and_log(u);
        }
        queue_.clear();
    }

    void descend_from_all() {
        for (std::uint32_t v = 0; v < g_->size(); ++v) {
            if (balance_[v] < 0) enqueue(v);
        }
        descend();
    }

    void assign(std::vector<std::uint32_t> const& side) {
        for (std::uint32_t v = 0; v < g_->size(); ++v) {
            if (side_[v] != side[v]) flip(v);
        }
        descend();
    }

    /// Moves a random connected group and descends; takes all of it back if the cost has risen. Returns the gain.
    std::int64_t try_group(random_source& random) {
        auto const before = cost_;
        log_.clear();
        logging_ = true;
        grow_group(random);
        for (auto const v : group_) flip_and_log(v);
        descend();
        logging_ = false;
        if (cost_ > before) {
            for (auto v = log_.rbegin(); v != log_.rend(); ++v) flip(*v);
            for (auto const v : queue_) queued_[v] = 0;
            queue_.clear();
        }
        return before - cost_;
    }

private:
    void enqueue(std::uint32_t v) {
        if (queued_[v] != 0) return;
        queued_[v] = 1;
        queue_.push_back(v);
    }
    void flip_and_log(std::uint32_t v) {
        if (logging_) log_.push_back(v);
        flip(v);
    }
    /// Two to nine vertices, each a random neighbour of one before it.
    void grow_group(random_source& random) {
        group_.assign(1, random.below(g_->size()));
        auto const wanted = 2 + random.below(8);
        for (auto tries = 2 * wanted; group_.size() < wanted && tries > 0; --tries) {
            auto const row = g_->row(group_[random.below(group_.size())]);
            if (row.empty()) return;
            auto const v = row[random.below(row.size())].head;
            if (std::find(group_.begin(), group_.end(), v) == group_.end()) group_.push_back(v);
        }
    }

    Ties const* g_;
    std::vector<std::uint32_t> side_;
    std::vector<std::int64_t> balance_;
    std::vector<std::uint8_t> queued_;
    std::vector<std::uint32_t> queue_{};
    std::vector<std::uint32_t> log_{};
    std::vector<std::uint32_t> group_{};
    std::int64_t cost_;
    bool logging_ = false;
};
using switching = switching_of<weighted_ties>;

/// Joins each vertex with the unjoined neighbour to which it has the strongest satisfied tie; if all are joined
/// already, with the cluster of the neighbour with the strongest such tie, so that stars shrink as well.
/// satisfied(v, arc) is the weight of a tie, above 0 where it is satisfied.
template <class Ties, class Satisfied>
std::vector<std::uint32_t> match_satisfied(Ties const& g, random_source& random, std::uint32_t& clusters,
                                           Satisfied const& satisfied) {
    constexpr auto none = UINT32_MAX;
    std::vector<std::uint32_t> cluster(g.size(), none);
    std::vector<std::uint32_t> order(g.size());
    std::iota(order.begin(), order.end(), 0U);
    random.shuffle(order);
    clusters = 0;
    for (auto const v : order) {
        if (cluster[v] != none) continue;
        arc single{none, 0, 0};
        arc taken{none, 0, 0};
        auto const row = g.row(v);
        auto const offset = row.empty() ? 0 : random.below(row.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            auto const& a = row[i + offset < row.size() ? i + offset : i + offset - row.size()];
            auto& best = cluster[a.head] == none ? single : taken;
            if (satisfied(v, a) > best.weight) best = {a.head, 0, satisfied(v, a)};
        }
        if (single.head == none && taken.head != none) {
            cluster[v] = cluster[taken.head];
            continue;
        }
        cluster[v] = clusters;
        if (single.head != none) cluster[single.head] = clusters;
        ++clusters;
    }
    return cluster;
}

/// The graph of clusters; ties inside a cluster vanish, others add up. weight(v, arc) is that of a tie.
template <class Ties, class Weight>
narrow_ties contract(Ties const& g, std::vector<std::uint32_t> const& cluster, std::uint32_t clusters,
                     Weight const& weight) {
    std::vector<std::uint32_t> start(clusters + std::size_t{1});
    for (auto const c : cluster) ++start[c + 1];
    std::partial_sum(start.begin(), start.end(), start.begin());
    std::vector<std::uint32_t> members(g.size());
    auto next = start;
    for (std::uint32_t v = 0; v < g.size(); ++v) members[next[cluster[v]]++] = v;
    narrow_ties result;
    result.first.resize(clusters + std::size_t{1});
    result.arcs.reserve(g.arcs.size());
    std::vector<std::uint32_t> place(clusters);
    for (std::uint32_t c = 0; c < clusters; ++c) {
        auto const begin = result.first[c];
        for (auto i = start[c]; i < start[c + 1]; ++i) {
            auto const v = members[i];
            for (auto const& a : g.row(v)) {
                auto const d = cluster[a.head];
                if (d == c) continue;
                auto& at = place[d];
                if (at < begin || at >= result.arcs.size() || result.arcs[at].head != d) {
                    at = static_cast<std::uint32_t>(result.arcs.size());
                    result.arcs.push_back({d, 0});
                }
                result.arcs[at].weight += static_cast<std::int32_t>(weight(v, a));
            }
        }
        result.first[c + 1] = static_cast<std::uint32_t>(result.arcs.size());
    }
    return result;
}

/// Networks that were contracted one after the other, and the cluster of each vertex of the one before.
class contracted_levels {
public:
    /// Of a network with so many arcs.
    explicit contracted_levels(std::size_t arcs) : arcs_(arcs) {}

    void push(narrow_ties level, std::vector<std::uint32_t> cluster) {
        levels_.push_back(std::move(level));
        clusters_.push_back(std::move(cluster));
        if (arcs_ > most_kept && levels_.size() > 1 && levels_.back().arcs.size() > arcs_before() / 2) skip();
    }
    void pop() {
        levels_.pop_back();
        clusters_.pop_back();
    }
    [[nodiscard]] bool empty() const noexcept { return levels_.empty(); }
    [[nodiscard]] narrow_ties const& back() const noexcept { return levels_.back(); }
    /// Of a vertex of the level before, its vertex in the last.
    [[nodiscard]] std::vector<std::uint32_t> const& cluster() const noexcept { return clusters_.back(); }

private:
    /// In networks above this, levels that hardly differ from others would take most of the memory.
    static constexpr std::size_t most_kept = 100'000;

    /// How many arcs the level before the last two has, or the network if there are only two.
    [[nodiscard]] std::size_t arcs_before() const {
        return levels_.size() > 2 ? levels_[levels_.size() - 3].arcs.size() : arcs_;
    }
    /// Forgets the last level but one.
    void skip() {
        auto const last = std::move(clusters_.back());
        clusters_.pop_back();
        for (auto& c : clusters_.back()) c = last[c];
        levels_.erase(levels_.end() - 2);
    }

    std::size_t arcs_;
    lean_vector<narrow_ties> levels_{};
    std::vector<std::vector<std::uint32_t>> clusters_{};
};

/// One V-cycle: contracts along satisfied ties until little is left, then moves whole clusters, coarsest first.
/// @par Source
/// Karypis, G. and Kumar, V. (1998). A fast and high quality multilevel scheme for partitioning irregular graphs. SIAM
/// Journal on Scientific Computing 20, 359-392.
inline void improve_by_contraction(weighted_ties const& g, switching& state, random_source& random) {
    contracted_levels levels(g.arcs.size());
    auto const& side = state.side();
    // On the first level ties are switched, so that satisfied ones are positive on all levels.
    auto const switched = [&](std::uint32_t v, arc const& a) { return side[v] != side[a.head] ? -a.weight : a.weight; };
    auto const narrow = [&, by = narrowing(g)](std::uint32_t v, arc const& a) { return switched(v, a) / by; };
    auto const as_it_is = [](std::uint32_t, auto const& a) -> std::int64_t { return a.weight; };
    for (auto size = g.size(); size > 2;) {
        std::uint32_t count = 0;
        auto cluster = levels.empty() ? match_satisfied(g, random, count, switched)
                                      : match_satisfied(levels.back(), random, count, as_it_is);
        if (count >= size - size / 50) break;
        auto level =
            levels.empty() ? contract(g, cluster, count, narrow) : contract(levels.back(), cluster, count, as_it_is);
        levels.push(std::move(level), std::move(cluster));
        size = count;
    }
    std::vector<std::uint32_t> moved;
    for (; !levels.empty(); levels.pop()) {
        switching_of<narrow_ties> coarse(levels.back());
        if (!moved.empty()) coarse.assign(moved);
        coarse.descend_from_all();
        auto const& cluster = levels.cluster();
        std::vector<std::uint32_t> finer(cluster.size());
        for (std::size_t v = 0; v < finer.size(); ++v) finer[v] = coarse.side()[cluster[v]];
        moved = std::move(finer);
    }
    for (std::size_t v = 0; v < moved.size(); ++v) moved[v] ^= side[v];
    if (!moved.empty()) state.assign(moved);
    state.descend_from_all();
}

/// The same ties relative to some camps: positive where they fit.
inline weighted_ties switched(weighted_ties g, std::vector<std::uint32_t> const& side) {
    for (std::uint32_t v = 0; v < g.size(); ++v) {
        for (auto i = g.first[v]; i < g.first[v + 1]; ++i) {
            if (side[v] != side[g.arcs[i].head]) g.arcs[i].weight = -g.arcs[i].weight;
        }
    }
    for (std::size_t t = 0; t < g.ends.size(); ++t) {
        if (side[g.ends[t].first] != side[g.ends[t].second]) g.weight[t] = -g.weight[t];
    }
    return g;
}

} // namespace geostance::detail

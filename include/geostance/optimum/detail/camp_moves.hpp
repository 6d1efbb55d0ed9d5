// SPDX-License-Identifier: BSL-1.0
/// @file
/// Camps, at most k of them, that improve: moves of one vertex, of random connected groups, and of contracted groups.
#pragma once

#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/switching.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace geostance::detail {

template <class Ties>
class camp_moves_of {
public:
    /// At first all are in one camp. Descents end where `watch` says so.
    camp_moves_of(Ties const& g, std::size_t k, clock_watch watch = {})
        : g_(&g), watch_(watch), camp_(g.size()), size_(g.size() + std::size_t{1}), pull_(g.size() + std::size_t{1}),
          is_near_(g.size() + std::size_t{1}), queued_(g.size()), most_(std::min<std::size_t>(k, g.size())) {
        for (std::uint32_t c = g.size(); c > 0; --c) free_.push_back(c);
        if (g.size() == 0) return;
        size_[0] = g.size();
        used_ = 1;
        for (std::uint32_t v = 0; v < g.size(); ++v) {
            for (auto const& a : g.row(v)) cost_ += a.weight < 0 && v < a.head ? -a.weight : 0;
        }
    }

    [[nodiscard]] std::int64_t cost() const noexcept { return cost_; }
    [[nodiscard]] std::vector<std::uint32_t> const& camp() const noexcept { return camp_; }

    void assign(std::vector<std::uint32_t> const& camp) {
        // Every camp of the old partition is emptied first, so that no more than k are ever in use.
        for (std::uint32_t v = 0; v < g_->size(); ++v) place(v, camp_[0]);
        std::vector<std::uint32_t> name(g_->size() + std::size_t{1}, none);
        name[camp[0]] = camp_[0];
        for (std::uint32_t v = 1; v < g_->size(); ++v) {
            auto& mine = name[camp[v]];
            if (mine == none) mine = free_.back();
            place(v, mine);
        }
    }

    void descend_from_all() {
        for (std::uint32_t v = 0; v < g_->size(); ++v) enqueue(v);
        descend();
    }

    /// Moves a random connected group to one camp and descends; takes all of it back if the cost has risen.
    void try_group(random_source& random) {
        auto const before = cost_;
        log_.clear();
        logging_ = true;
        move_group(random);
        descend();
        logging_ = false;
        if (cost_ <= before) return;
        for (auto move = log_.rbegin(); move != log_.rend(); ++move) place(move->first, move->second);
        for (auto const v : queue_) queued_[v] = 0;
        queue_.clear();
    }

    /// Sweeps over all vertices. Each stays or goes to a camp next to it or to a new one, the more likely the less it
    /// costs there. At first, differences of about `heat` matter, in the end those of a quarter of it. Then descends.
    /// The cost may be higher than before.
    /// @par Source
    /// See anneal(). That the best of costs with such noise is chosen with the probabilities of the heat bath: Gumbel,
    /// E. J. (1954). Statistical Theory of Extreme Values and Some Practical Applications. U.S. Government Printing
    /// Office.
    void anneal(double heat, random_source& random) {
        constexpr int sweeps = 300;
        std::array<double, 1024> noise{}; // each as likely as any other
        for (std::size_t i = 0; i < noise.size(); ++i)
            noise[i] = -std::log(-std::log((static_cast<double>(i) + 0.5) / static_cast<double>(noise.size())));
        for (int sweep = 0; sweep < sweeps; ++sweep) {
            auto const temperature = heat * (1 - 0.75 * sweep / sweeps);
            for (std::uint32_t v = 0; v < g_->size(); ++v) {
                if (watch_.is_over(10 + 4 * g_->row(v).size())) break;
                weigh(v);
                auto target = none;
                auto most = -std::numeric_limits<double>::infinity();
                auto const offer = [&](std::uint32_t c) {
                    auto const value = static_cast<double>(pull_[c]) + temperature * noise[random() % noise.size()];
                    if (value <= most) return;
                    most = value;
                    target = c;
                };
                for (auto const c : near_) offer(c);
                if (is_near_[camp_[v]] == 0) offer(camp_[v]);
                if (auto const fresh = empty_camp(); fresh != none && size_[camp_[v]] > 1) offer(fresh);
                if (target != camp_[v]) move(v, target);
            }
        }
        descend_from_all();
    }

private:
    static constexpr auto none = UINT32_MAX;

    void enqueue(std::uint32_t v) {
        if (queued_[v] != 0) return;
        queued_[v] = 1;
        queue_.push_back(v);
    }

    /// The total weight to each camp next to v, in pull_; `near_` lists those camps.
    void weigh(std::uint32_t v) {
        for (auto const c : near_) {
            pull_[c] = 0;
            is_near_[c] = 0;
        }
        near_.clear();
        for (auto const& a : g_->row(v)) {
            auto const c = camp_[a.head];
            if (is_near_[c] == 0) near_.push_back(c);
            is_near_[c] = 1;
            pull_[c] += a.weight;
        }
    }
    /// A camp that nobody is in, if one more is allowed.
    [[nodiscard]] std::uint32_t empty_camp() const { return used_ < most_ && !free_.empty() ? free_.back() : none; }

    void place(std::uint32_t v, std::uint32_t target) {
        if (camp_[v] == target) return;
        weigh(v);
        if (logging_) log_.push_back({v, camp_[v]});
        move(v, target);
        for (auto const& a : g_->row(v)) enqueue(a.head);
    }
    /// The vertex weighed last.
    void move(std::uint32_t v, std::uint32_t target) {
        cost_ += pull_[camp_[v]] - pull_[target];
        if (size_[target]++ == 0) {
            // Mostly the last one.
            free_.erase(std::find(free_.rbegin(), free_.rend(), target).base() - 1);
            ++used_;
        }
        if (--size_[camp_[v]] == 0) {
            free_.push_back(camp_[v]);
            --used_;
        }
        camp_[v] = target;
    }

    void descend() {
        for (std::size_t head = 0; head < queue_.size(); ++head) {
            auto const v = queue_[head];
            queued_[v] = 0;
            if (watch_.is_over(2 + 2 * g_->row(v).size())) continue;
            weigh(v);
            auto target = camp_[v];
            auto most = pull_[target];
            for (auto const c : near_) {
                if (pull_[c] > most) {
                    most = pull_[c];
                    target = c;
                }
            }
            if (most < 0 && size_[camp_[v]] > 1) {
                auto const fresh = empty_camp();
                auto const other = fresh != none ? fresh : strange_camp();
                if (other != none) target = other;
            }
            if (target != camp_[v]) place(v, target);
        }
        queue_.clear();
    }
    /// A camp in use that v, as weighed, has no tie to.
    [[nodiscard]] std::uint32_t strange_camp() const {
        if (near_.size() >= used_) return none;
        for (std::uint32_t c = 0; c < size_.size(); ++c) {
            if (size_[c] > 0 && is_near_[c] == 0) return c;
        }
        return none;
    }

    void move_group(random_source& random) {
        group_.assign(1, random.below(g_->size()));
        auto const wanted = 1 + random.below(9);
        for (auto tries = 2 * wanted; group_.size() < wanted && tries > 0; --tries) {
            auto const row = g_->row(group_[random.below(group_.size())]);
            if (row.empty()) return;
            auto const v = row[random.below(row.size())].head;
            if (std::find(group_.begin(), group_.end(), v) == group_.end()) group_.push_back(v);
        }
        auto target = random.below(4) == 0 ? empty_camp() : none;
        if (target == none) target = camp_[random.below(g_->size())];
        for (auto const v : group_) place(v, target);
        for (auto const v : group_) enqueue(v);
    }

    Ties const* g_;
    clock_watch watch_;
    std::vector<std::uint32_t> camp_;
    std::vector<std::uint32_t> size_;
    std::vector<std::int64_t> pull_;
    std::vector<std::uint8_t> is_near_;
    std::vector<std::uint8_t> queued_;
    std::vector<std::uint32_t> free_{};
    std::vector<std::uint32_t> near_{};
    std::vector<std::uint32_t> queue_{};
    std::vector<std::uint32_t> group_{};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> log_{};
    std::int64_t cost_ = 0;
    std::size_t most_;
    std::size_t used_ = 0;
    bool logging_ = false;
};
using camp_moves = camp_moves_of<weighted_ties>;

/// Numbers camps from 0 in the order of their lowest vertex.
inline std::vector<std::uint32_t> number_camps(std::vector<std::uint32_t> const& camp, std::size_t& count) {
    auto const largest = camp.empty() ? 0U : *std::max_element(camp.begin(), camp.end());
    std::vector<std::uint32_t> name(largest + std::size_t{1}, UINT32_MAX);
    std::vector<std::uint32_t> result(camp.size());
    count = 0;
    for (std::size_t v = 0; v < camp.size(); ++v) {
        if (name[camp[v]] == UINT32_MAX) name[camp[v]] = static_cast<std::uint32_t>(count++);
        result[v] = name[camp[v]];
    }
    return result;
}

/// One V-cycle: contracts friends in one camp, down to whole camps, then moves groups, coarsest first.
/// @par Source
/// Karypis and Kumar (1998): see `switching`.
inline void improve_camps_by_contraction(weighted_ties const& g, camp_moves& state, std::size_t k,
                                         random_source& random, clock_watch watch = {}) {
    contracted_levels levels(g.arcs.size());
    auto camp = state.camp();
    // Ties between camps join nobody.
    auto const inside = [&](std::uint32_t v, auto const& a) -> std::int64_t {
        return camp[v] != camp[a.head] ? 0 : a.weight;
    };
    auto const narrow = [by = narrowing(g)](std::uint32_t, arc const& a) { return a.weight / by; };
    auto const as_it_is = [](std::uint32_t, auto const& a) -> std::int64_t { return a.weight; };
    std::size_t used = 0;
    while (!watch.look()) {
        std::uint32_t count = 0;
        auto cluster = levels.empty() ? match_satisfied(g, random, count, inside)
                                      : match_satisfied(levels.back(), random, count, inside);
        if (count >= camp.size()) break;
        std::vector<std::uint32_t> coarse(count);
        for (std::size_t v = 0; v < cluster.size(); ++v) coarse[cluster[v]] = camp[v];
        camp = number_camps(coarse, used);
        auto level =
            levels.empty() ? contract(g, cluster, count, narrow) : contract(levels.back(), cluster, count, as_it_is);
        levels.push(std::move(level), std::move(cluster));
    }
    if (levels.empty()) return;
    auto const known = state.camp();
    auto const cost = state.cost();
    for (; !levels.empty(); levels.pop()) {
        camp_moves_of<narrow_ties> coarse(levels.back(), k, watch);
        coarse.assign(camp);
        coarse.descend_from_all();
        auto const& cluster = levels.cluster();
        camp.assign(cluster.size(), 0);
        for (std::size_t v = 0; v < camp.size(); ++v) camp[v] = coarse.camp()[cluster[v]];
        camp = number_camps(camp, used);
    }
    state.assign(camp);
    state.descend_from_all();
    if (state.cost() > cost) state.assign(known); // groups were moved by the leading digits of heavy ties
}

} // namespace geostance::detail

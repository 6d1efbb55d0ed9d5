// SPDX-License-Identifier: BSL-1.0
/// @file
/// Cycles that together use no tie beyond its weight: a lower bound of the cost of every partition.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/detail/cycle_list.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Which cycles each tie is in: chains of links, as most ties are in one cycle at most.
class cycles_by_tie {
public:
    cycles_by_tie() = default;
    /// @param links how many will be added, about
    cycles_by_tie(std::size_t ties, std::size_t links) : newest_(ties, none) { links_.reserve(links + links / 8); }

    /// Whether there are no ties.
    [[nodiscard]] bool empty() const noexcept { return newest_.empty(); }
    [[nodiscard]] bool has(std::uint32_t tie) const { return newest_[tie] != none; }
    /// Linear in the answer: with fine weights, hundreds may share a tie.
    [[nodiscard]] std::uint32_t count(std::uint32_t tie) const {
        std::uint32_t result = 0;
        for (auto l = newest_[tie]; l != none; l = links_[l].older) ++result;
        return result;
    }
    /// One of a tie's cycles, in the order of adding.
    [[nodiscard]] std::uint32_t at(std::uint32_t tie, std::uint32_t place) const {
        auto l = newest_[tie];
        for (auto steps = count(tie) - 1 - place; steps > 0; --steps) l = links_[l].older;
        return links_[l].cycle;
    }
    void add(std::uint32_t tie, std::uint32_t cycle) {
        auto const place = free_ != none ? free_ : static_cast<std::uint32_t>(links_.size());
        if (free_ != none)
            free_ = links_[place].older;
        else
            links_.emplace_back();
        links_[place] = {cycle, newest_[tie]};
        newest_[tie] = place;
    }
    void remove(std::uint32_t tie, std::uint32_t cycle) {
        auto* at = &newest_[tie];
        while (links_[*at].cycle != cycle) at = &links_[*at].older;
        auto const place = *at;
        *at = links_[place].older;
        links_[place].older = std::exchange(free_, place);
    }

private:
    static constexpr auto none = UINT32_MAX;
    struct link {
        std::uint32_t cycle = 0;
        std::uint32_t older = none;
    };
    std::vector<std::uint32_t> newest_{}; // by tie
    lean_vector<link> links_{};
    std::uint32_t free_ = none; // the first of the links that are not in use
};

/// Packs cycles of one tie against the camps and a path of open ties that fit. `room` says which ties are open and how
/// much each has left: above 0 open, below 0 against the camps, 0 used up or closed. Amounts count parts of a weight of
/// 1: wholes at first, halves or quarters after halve().
/// @par Source
/// That a packing bounds the cost: see `check_packing`. How cycles are found and rerouted is this library's.
class cycle_packer {
public:
    cycle_packer(weighted_ties const& g, std::vector<std::int64_t> room)
        : g_(&g), room_(std::move(room)), fits_(room_.size()), mark_{marks(g.size()), marks(g.size())} {
        for (std::size_t t = 0; t < room_.size(); ++t) fits_[t] = room_[t] > 0 ? 1 : 0;
    }

    /// Packs short cycles, the shortest first, of `longest` ties that fit at most and until so many seconds have gone
    /// by; longer ones are for reroute(). Each length leaves longer ones three quarters of the time. Returns what was
    /// packed.
    std::int64_t pack(random_source& random, search_control& control, std::uint32_t longest = 8,
                      double until = std::numeric_limits<double>::infinity()) {
        std::int64_t total = 0;
        constexpr std::array<std::uint32_t, 6> lengths = {2, 3, 4, 5, 6, 8};
        auto against = ties_against();
        cycles_.reserve(against.size());
        random.shuffle(against);
        std::stable_sort(against.begin(), against.end(), [&](auto a, auto b) { return narrow(a) < narrow(b); });
        for (auto const length : lengths) {
            if (length > longest) break;
            if (length > 4) label_components();
            std::size_t left = 0;
            auto is_over = false;
            auto is_late = false;
            auto const late = length < lengths.back() ? control.seconds() + control.seconds_left() / 4 : until;
            for (std::size_t i = 0; i < against.size(); ++i) {
                auto const t = against[i];
                if (i % 16 == 0) {
                    is_over = control.stop() || control.seconds() > until;
                    is_late = control.seconds() > late;
                }
                if (!is_over && !is_late) total += pack_over(t, length);
                if (room_[t] < 0) against[left++] = t;
            }
            against.resize(left);
            if (is_over) break;
        }
        return total;
    }

    /// Packs triangles as they come until the time is over, those of the first vertices in any case. Returns what was
    /// packed.
    std::int64_t pack_triangles(clock_watch watch) {
        std::int64_t total = 0;
        for (std::uint32_t u = 0; u < g_->size() && !watch.is_over(); ++u) {
            mark_row(u);
            for (auto const& a : g_->row(u)) {
                if (room_[a.tie] >= 0 || !is_larger(u, a.head)) continue;
                total += pack_triangles_over(a);
                if (watch.is_over(4 * g_->row(a.head).size())) break;
            }
        }
        return total;
    }

    /// The same with cycles of up to `longest` ties that fit.
    std::int64_t pack_as_they_come(std::uint32_t longest, clock_watch watch) {
        std::int64_t total = 0;
        for (std::uint32_t t = 0; t < room_.size() && !watch.is_over(); ++t) {
            if (room_[t] >= 0) continue;
            total += pack_over(t, longest);
            if (watch.is_over(500)) break;
        }
        return total;
    }

    /// Goes over the ties against the camps that are left. Each takes the place of a cycle in its way if the total
    /// stays the same or grows because that cycle finds another way. Returns the gain, and ends where the bound is as
    /// large as any can be.
    std::int64_t reroute(random_source& random, std::size_t sweeps, std::int64_t most, search_control& control) {
        auto const before = total_;
        component_ = std::vector<std::uint32_t>(); // cycles that open ties again join components
        own_again();
        for (std::size_t sweep = 0; sweep < sweeps && bound() < most && !control.stop(); ++sweep) {
            auto against = ties_against();
            if (against.empty()) break;
            random.shuffle(against);
            for (std::size_t i = 0; i < against.size(); ++i) {
                if (bound() >= most || control.stop()) break; // a single one may look at the whole graph
                if (room_[against[i]] < 0) displace(against[i], random);
            }
        }
        owners_ = {};
        cycles_.drop_void();
        return total_ - before;
    }

    /// Whether the cycles may be halved once more.
    [[nodiscard]] bool can_be_halved() const {
        constexpr std::int64_t most_parts = 4; // more prove hardly more, and take longer
        std::int64_t weight = 0;
        for (auto const w : g_->weight) weight += std::abs(w);
        return scale_ < most_parts && weight < std::int64_t{1} << 58;
    }
    /// Makes two of each cycle, so that one of them can find another way. New cycles take at most half, or a quarter,
    /// of what a tie against the camps weighs. Where weights are small, halves can prove clearly more than wholes.
    void halve() {
        scale_ *= 2;
        total_ *= 2;
        for (auto& r : room_) r *= 2;
        cycles_.repeat();
    }

    /// Drops some cycles chosen at random, and packs others over the ties against the camps that this frees.
    void loosen(random_source& random, search_control& control) {
        auto const among = static_cast<std::uint32_t>(cycles_.size() / (16 + cycles_.size() / 400) + 1);
        component_ = std::vector<std::uint32_t>();
        std::vector<std::uint32_t> freed;
        for (std::uint32_t c = 0; c < cycles_.size(); ++c) {
            if (random.below(among) != 0) continue;
            give_back(c, [&](auto t) {
                if (fits_[t] == 0) freed.push_back(t);
            });
            cycles_.make_void(c);
        }
        cycles_.drop_void();
        random.shuffle(freed);
        for (auto const t : freed) {
            if (control.stop()) break;
            pack_over(t, UINT32_MAX);
        }
    }

    /// What the cycles add up to, in parts.
    [[nodiscard]] std::int64_t total() const noexcept { return total_; }
    /// What they prove, in whole weights.
    [[nodiscard]] std::int64_t bound() const noexcept { return rounded_up(total_, scale_); }
    [[nodiscard]] std::int64_t scale() const noexcept { return scale_; }
    [[nodiscard]] double value() const noexcept { return static_cast<double>(total_) / static_cast<double>(scale_); }
    [[nodiscard]] scaled_packing packing() const& { return {cycles_, scale_, total_}; }
    [[nodiscard]] scaled_packing packing() && { return {std::move(cycles_), scale_, total_}; }
    [[nodiscard]] cycle_list const& cycles() const noexcept { return cycles_; }

private:
    struct marks {
        explicit marks(std::uint32_t n) : stamp(n), via(n) {}
        std::vector<std::uint32_t> stamp;
        std::vector<std::uint32_t> via; // the tie by which it was reached; none at the root
        std::vector<std::uint32_t> frontier{};
    };

    /// Which end of a tie looks for triangles, marking its row, while the other's is walked.
    [[nodiscard]] bool is_larger(std::uint32_t u, std::uint32_t v) const {
        auto const more = g_->row(u).size();
        auto const fewer = g_->row(v).size();
        return more != fewer ? more > fewer : u > v;
    }
    void mark_row(std::uint32_t u) {
        begin_marking();
        for (auto const& a : g_->row(u)) {
            mark_[0].stamp[a.head] = now_;
            mark_[0].via[a.head] = a.tie;
        }
    }
    /// Triangles of a tie against the camps and two that fit, the row of its other end being marked.
    std::int64_t pack_triangles_over(arc const& a) {
        std::int64_t total = 0;
        auto const row = g_->row(a.head);
        auto const start = a.tie % row.size(); // so that not all take the same first neighbours
        for (std::size_t i = 0; i < row.size() && room_[a.tie] < 0; ++i) {
            auto const& b = row[start + i < row.size() ? start + i : start + i - row.size()];
            if (room_[b.tie] <= 0 || mark_[0].stamp[b.head] != now_) continue;
            auto const c = mark_[0].via[b.head];
            if (room_[c] <= 0) continue;
            auto const amount = std::min({-room_[a.tie], room_[b.tie], room_[c]});
            std::array const ties = {a.tie, b.tie, c};
            add({ties.data(), ties.size()}, amount);
            total += amount;
        }
        return total;
    }

    [[nodiscard]] std::vector<std::uint32_t> ties_against() const {
        std::vector<std::uint32_t> result;
        for (std::uint32_t t = 0; t < room_.size(); ++t) {
            if (room_[t] < 0) result.push_back(t);
        }
        return result;
    }
    [[nodiscard]] std::size_t narrow(std::uint32_t t) const {
        return std::min(g_->row(g_->ends[t].first).size(), g_->row(g_->ends[t].second).size());
    }

    /// Components of open ties. They only fall apart while packing, so vertices in different ones stay apart.
    void label_components() {
        component_.resize(g_->size());
        std::iota(component_.begin(), component_.end(), 0U);
        auto const root = [&](std::uint32_t v) {
            while (component_[v] != v) v = component_[v] = component_[component_[v]];
            return v;
        };
        for (std::size_t t = 0; t < room_.size(); ++t) {
            if (room_[t] > 0) component_[root(g_->ends[t].first)] = root(g_->ends[t].second);
        }
        for (std::uint32_t v = 0; v < g_->size(); ++v) component_[v] = root(v);
    }
    [[nodiscard]] bool is_labelled() const noexcept { return !component_.empty(); }

    std::int64_t pack_over(std::uint32_t t, std::uint32_t longest) {
        std::int64_t total = 0;
        auto const [u, v] = g_->ends[t];
        while (room_[t] < 0 && !(is_labelled() && component_[u] != component_[v])) {
            auto const middle = meet(u, v, longest);
            if (middle == UINT32_MAX) break;
            total += take(t, middle);
        }
        return total;
    }

    void begin_marking() {
        if (++now_ != 0) return;
        for (auto& side : mark_) std::fill(side.stamp.begin(), side.stamp.end(), 0U);
        now_ = 1;
    }
    /// A vertex on a shortest path of open ties from u to v of at most `longest` ties, searching from both ends.
    std::uint32_t meet(std::uint32_t u, std::uint32_t v, std::uint32_t longest) {
        begin_marking();
        std::array<std::size_t, 2> work{};
        for (std::size_t s = 0; s < 2; ++s) {
            auto const root = s == 0 ? u : v;
            mark_[s].frontier.assign(1, root);
            mark_[s].stamp[root] = now_;
            mark_[s].via[root] = UINT32_MAX;
            work[s] = g_->row(root).size();
        }
        for (std::uint32_t length = 0; length < longest; ++length) {
            if (mark_[0].frontier.empty() || mark_[1].frontier.empty()) return UINT32_MAX;
            auto const s = work[0] <= work[1] ? 0U : 1U;
            if (auto const found = advance(mark_[s], mark_[1 - s], work[s]); found != UINT32_MAX) return found;
        }
        return UINT32_MAX;
    }

    std::uint32_t advance(marks& mine, marks const& other, std::size_t& work) {
        next_.clear();
        work = 0;
        for (auto const x : mine.frontier) {
            for (auto const& a : g_->row(x)) {
                if (room_[a.tie] <= 0 || mine.stamp[a.head] == now_) continue;
                mine.stamp[a.head] = now_;
                mine.via[a.head] = a.tie;
                if (other.stamp[a.head] == now_) return a.head;
                next_.push_back(a.head);
                work += g_->row(a.head).size();
            }
        }
        mine.frontier.swap(next_);
        return UINT32_MAX;
    }

    std::int64_t take(std::uint32_t t, std::uint32_t middle) {
        auto amount = std::min(-room_[t], std::abs(g_->weight[t])); // a part of what was halved
        path_.clear();
        for (auto const& side : mark_) {
            std::reverse(path_.begin(), path_.end()); // from the root of the first side on
            auto v = middle;
            for (auto tie = side.via[v]; tie != UINT32_MAX; tie = side.via[v]) {
                path_.push_back(tie);
                amount = std::min(amount, room_[tie]);
                v = g_->ends[tie].first == v ? g_->ends[tie].second : g_->ends[tie].first;
            }
        }
        path_.push_back(t);
        add({path_.data(), path_.size()}, amount);
        return amount;
    }
    void add(slice<std::uint32_t> ties, std::int64_t amount) {
        cycles_.add(ties, amount);
        own(static_cast<std::uint32_t>(cycles_.size() - 1));
    }

    /// Takes the room that a cycle needs.
    void own(std::uint32_t c) {
        total_ += cycles_.amount(c);
        for (auto const t : cycles_.ties(c)) {
            room_[t] += fits_[t] != 0 ? -cycles_.amount(c) : cycles_.amount(c);
            if (!owners_.empty()) owners_.add(t, c);
        }
    }
    void disown(std::uint32_t c) {
        give_back(c, [&](auto t) { owners_.remove(t, c); });
    }
    /// Calls each with every tie of it.
    template <class Each>
    void give_back(std::uint32_t c, Each each) {
        total_ -= cycles_.amount(c);
        for (auto const t : cycles_.ties(c)) {
            room_[t] += fits_[t] != 0 ? cycles_.amount(c) : -cycles_.amount(c);
            each(t);
        }
    }
    /// Notes which cycles each tie is in.
    void own_again() {
        owners_ = cycles_by_tie(room_.size(), cycles_.total_length());
        for (std::uint32_t c = 0; c < cycles_.size(); ++c) {
            for (auto const t : cycles_.ties(c)) owners_.add(t, c);
        }
    }

    void displace(std::uint32_t t, random_source& random) {
        auto const [u, v] = g_->ends[t];
        auto blocked = blocked_tie_around(u, v, random);
        if (blocked == UINT32_MAX) blocked = blocked_tie_around(v, u, random);
        if (blocked == UINT32_MAX) return (void)pack_over(t, UINT32_MAX);
        auto const c = owners_.at(blocked, random.below(owners_.count(blocked)));
        auto const before = total_;
        auto const first = cycles_.size();
        disown(c);
        auto const gained = pack_over(t, UINT32_MAX);
        for (std::size_t i = 0; i < cycles_.ties(c).size(); ++i) { // cycles may move
            auto const other = cycles_.ties(c)[i];
            if (gained > 0 && fits_[other] == 0) pack_over(other, UINT32_MAX);
        }
        if (total_ >= before) return cycles_.make_void(c);
        while (cycles_.size() > first) {
            disown(static_cast<std::uint32_t>(cycles_.size() - 1));
            cycles_.pop_back();
        }
        own(c);
    }

    /// A random used-up tie that leaves the component of open ties around u; none if that component is large or
    /// contains v.
    std::uint32_t blocked_tie_around(std::uint32_t u, std::uint32_t v, random_source& random) {
        constexpr std::size_t much = 500; // larger ones have other exits, and to scan them costs more than it gains
        begin_marking();
        auto& region = mark_[0].frontier;
        auto& stamp = mark_[0].stamp;
        region.assign(1, u);
        stamp[u] = now_;
        path_.clear();
        for (std::size_t head = 0; head < region.size(); ++head) {
            for (auto const& a : g_->row(region[head])) {
                if (fits_[a.tie] == 0) continue;
                if (room_[a.tie] == 0) path_.push_back(a.tie);
                if (room_[a.tie] == 0 || stamp[a.head] == now_) continue;
                if (a.head == v || region.size() == much) return UINT32_MAX;
                stamp[a.head] = now_;
                region.push_back(a.head);
            }
        }
        std::size_t leaving = 0;
        for (auto const t : path_) {
            auto const leaves = stamp[g_->ends[t].first] != now_ || stamp[g_->ends[t].second] != now_;
            if (leaves && owners_.has(t)) path_[leaving++] = t;
        }
        return leaving == 0 ? UINT32_MAX : path_[random.below(leaving)];
    }

    weighted_ties const* g_;
    std::vector<std::int64_t> room_;
    std::vector<std::uint8_t> fits_;
    std::array<marks, 2> mark_;
    std::vector<std::uint32_t> component_{}; // where they are known
    std::vector<std::uint32_t> next_{};
    std::vector<std::uint32_t> path_{};
    cycle_list cycles_{};
    cycles_by_tie owners_{}; // while rerouting
    std::int64_t scale_ = 1;
    std::int64_t total_ = 0;
    std::uint32_t now_ = 0;
};

/// A gain by rerouting up to which it is not worth the time: with fine weights it would go on for ever smaller gains.
inline std::int64_t next_to_nothing(std::int64_t total) { return total >> 20 == 0 ? 0 : total >> 10; }

/// Drops some of the cycles, packs others and reroutes them all; if that packs no less, it replaces what was packed.
/// Returns whether it packs more, and ends where the bound is as large as any can be. Many such small changes prove
/// more than packing anew as often as there is time for.
inline bool rearrange(cycle_packer& packer, std::int64_t most, random_source& random, search_control& control) {
    auto const before = packer.total();
    auto tried = packer;
    tried.loosen(random, control);
    while (tried.reroute(random, 8, most, control) > next_to_nothing(before) && tried.bound() < most &&
           !control.stop()) {
    }
    if (tried.total() < before) return false;
    packer = std::move(tried);
    return packer.total() > before;
}

/// The room of each tie for cycles: its weight, below 0 if it is against the camps.
inline std::vector<std::int64_t> room_for_two_camps(weighted_ties const& g, std::vector<std::uint32_t> const& camp) {
    std::vector<std::int64_t> room(g.weight);
    for (std::size_t t = 0; t < room.size(); ++t) {
        if (camp[g.ends[t].first] != camp[g.ends[t].second]) room[t] = -room[t];
    }
    return room;
}

} // namespace geostance::detail

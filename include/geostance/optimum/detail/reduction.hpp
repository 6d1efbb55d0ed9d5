// SPDX-License-Identifier: BSL-1.0
/// @file
/// Makes a search smaller without changing its answer: vertices that follow one neighbour whatever the others do are
/// joined with it. Camps and packed cycles of the smaller graph are mapped back to the given one.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/release.hpp>
#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/packed_cycle.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>
#include <vector>

namespace geostance::detail {

/// If the tie of a vertex u with v weighs at least as much as all its others together, some best camps satisfy that
/// tie: the two become one, and parallel ties are added up. Weights that cancel count as cost in any camps. (Vertices
/// with one or two ties are special cases.)
///
/// Each tie that is left stands for strands: paths of given ties between its ends, each with the weight that it may
/// take. As the tie that u follows has room for all others of u, no given tie has to carry more than it weighs.
///
/// A negative tie tells a vertex its camp only if there are two camps; with more, it can only follow a friend.
/// @par Source
/// The rules without weights: Hüffner, F., Betzler, N. and Niedermeier, R. (2010). Separator-based data reduction for
/// signed graph balancing. Journal of Combinatorial Optimization 20, 335-360.
class reduction {
public:
    enum class follows : std::uint8_t { anyone, friends };

    /// Where the time is over, some of the vertices that follow are not joined; if it is over before any could be, all
    /// is given up.
    explicit reduction(weighted_ties const& given, follows whom = follows::anyone, clock_watch watch = {})
        : given_(&given), whom_(whom), at_(given.size()), vertices_(given.size()) {
        ties_.reserve(given.ends.size());
        strands_at_.assign(given.ends.size(), none);
        for (std::uint32_t v = 0; v < given.size(); ++v) at_[v].reserve(given.degree(v));
        for (std::uint32_t t = 0; t < given.ends.size(); ++t) {
            auto const [u, v] = given.ends[t];
            auto const w = given.weight[t];
            ties_.push_back({u, v, w});
            for (auto const x : {u, v}) {
                at_[x].push_back(t);
                vertices_[x].strength += std::abs(w);
                vertices_[x].heaviest = std::max(vertices_[x].heaviest, std::abs(w));
            }
            if (watch.is_over(8)) {
                is_given_up_ = true;
                return;
            }
        }
        for (std::uint32_t v = 0; v < given.size(); ++v) waiting_.push_back(v);
        if (watch.look()) return;
        while (!waiting_.empty() && !watch.is_over(20)) {
            auto const u = waiting_.front();
            waiting_.pop_front();
            vertices_[u].waits = false;
            join_if_it_follows(u);
        }
        release(at_);
        release(vertices_);
        release(waiting_);
        if (!is_idle()) return;
        forget_ties(); // those given say the same
        release(strands_at_);
    }

    /// Frees what only for_each_tie() needs.
    void forget_ties() { release(ties_); }

    [[nodiscard]] bool is_given_up() const noexcept { return is_given_up_; }

    /// The weight that cancelled, which is part of the cost of any camps.
    [[nodiscard]] std::int64_t offset() const noexcept { return offset_; }

    /// Calls f(tie, u, v, weight) for each tie that is left.
    template <class F>
    void for_each_tie(F f) const {
        if (is_idle()) {
            for (std::uint32_t t = 0; t < given_->ends.size(); ++t)
                f(t, given_->ends[t].first, given_->ends[t].second, given_->weight[t]);
            return;
        }
        for (std::uint32_t t = 0; t < ties_.size(); ++t)
            if (ties_[t].weight != 0) f(t, ties_[t].u, ties_[t].v, ties_[t].weight);
    }

    /// Whether nothing was joined.
    [[nodiscard]] bool is_idle() const noexcept { return joined_.empty(); }

    /// Whether a tie that is left is just the given one of its number.
    [[nodiscard]] bool is_as_given(std::uint32_t t) const { return is_idle() || strands_at_[t] == none; }

    /// Gives the vertices that were joined the side that their ties want; the others have one.
    void lead_back(std::vector<std::uint32_t>& side) const {
        for (auto j = joined_.rbegin(); j != joined_.rend(); ++j) side[j->who] = side[j->with] ^ (j->apart ? 1U : 0U);
    }

    /// The cycles of what cancelled.
    [[nodiscard]] std::vector<packed_cycle> cancelled() {
        std::vector<packed_cycle> result;
        for (auto const& c : cancelled_) {
            walk all;
            append(all, c.there);
            append(all, reversed(c.back));
            result.push_back({negative_cycle_of(all), static_cast<double>(c.amount)});
        }
        return result;
    }

    /// One step of a cycle of what is left: a tie, and whether it is walked from its end v to its end u.
    struct step {
        std::uint32_t tie;
        bool is_reversed;
    };
    /// A cycle of what is left as cycles of given ties, in order of the calls; amounts may be fractions.
    void lead_back(std::vector<step> const& cycle, double amount, std::vector<packed_cycle>& result) {
        if (taken_.empty() && !joined_.empty()) taken_.resize(strands_at_.size());
        while (amount > 0) {
            walk all;
            double part = amount;
            for (auto const s : cycle) {
                auto const [path, room] = next_strand(s.tie, amount);
                append(all, s.is_reversed ? reversed(path) : path);
                part = std::min(part, room);
            }
            for (auto const s : cycle)
                if (!strands_of(s.tie).empty()) taken_[s.tie].amount += part;
            result.push_back({negative_cycle_of(all), part});
            amount = amount - part > 1e-9 * part ? amount - part : 0;
        }
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;

    /// A path of given ties, by number; the lowest bit tells that it is walked backwards.
    using strand_ref = std::uint32_t;
    struct strand {
        strand_ref ref;
        std::int64_t amount;
    };
    struct tie_left {
        std::uint32_t u;
        std::uint32_t v;
        std::int64_t weight; // 0 where it is no more
    };
    struct vertex {
        std::int64_t strength = 0; // of all its ties
        std::int64_t heaviest = 0; // at least the weight of any of its ties
        bool waits = true;
        bool is_gone = false;
    };
    struct joining {
        std::uint32_t who;
        std::uint32_t with;
        bool apart;
    };
    struct cancelling {
        strand_ref there;
        strand_ref back;
        std::int64_t amount;
    };
    struct progress {
        std::size_t strand = 0;
        double amount = 0; // of that strand
    };
    using walk =
        std::vector<std::pair<std::uint32_t, bool>>; // given ties, and whether from the second end to the first

    static strand_ref reversed(strand_ref s) noexcept { return s ^ 1U; }
    /// Numbers below the given ties are these; the others are two strands, one after the other.
    strand_ref concatenated(strand_ref a, strand_ref b) {
        pairs_.push_back({a, b});
        return static_cast<strand_ref>((given_->ends.size() + pairs_.size() - 1) << 1U);
    }
    void append(walk& all, strand_ref s) const {
        std::vector<strand_ref> stack(1, s);
        while (!stack.empty()) {
            auto const top = stack.back();
            stack.pop_back();
            auto const number = top >> 1U;
            auto const back = top & 1U;
            if (number < given_->ends.size()) {
                all.emplace_back(number, back != 0);
                continue;
            }
            auto [a, b] = pairs_[number - given_->ends.size()];
            if (back != 0) std::swap(a, b);
            stack.push_back(b ^ back);
            stack.push_back(a ^ back);
        }
    }

    /// A closed walk may visit a vertex twice; one of the cycles that it consists of is negative.
    [[nodiscard]] std::vector<std::uint32_t> negative_cycle_of(walk const& all) {
        place_.resize(given_->size(), none);
        std::vector<std::uint32_t> path;
        std::vector<bool> negative_before; // whether the walk up to each vertex of the path is negative
        bool negative = false;
        for (auto const& [t, back] : all) {
            auto const [first, second] = given_->ends[t];
            place_[back ? second : first] = static_cast<std::uint32_t>(path.size());
            path.push_back(back ? second : first);
            negative_before.push_back(negative);
            negative = negative != (given_->weight[t] < 0);
            auto const start = place_[back ? first : second];
            if (start == none) continue;
            auto const begin = path.begin() + start;
            auto const is_found = negative != negative_before[start];
            for (auto v = is_found ? path.begin() : begin; v != path.end(); ++v) place_[*v] = none;
            if (is_found) return {begin, path.end()};
            path.erase(begin, path.end());
            negative = negative_before[start];
            negative_before.resize(start);
        }
        return path;
    }

    [[nodiscard]] std::uint32_t other_end(std::uint32_t t, std::uint32_t v) const {
        return ties_[t].u == v ? ties_[t].v : ties_[t].u;
    }
    /// The strands of a tie in the direction from v.
    std::vector<strand> strands_from(std::uint32_t t, std::uint32_t v) {
        std::vector<strand> result;
        if (auto const place = std::exchange(strands_at_[t], none); place != none) {
            result = std::exchange(strands_[place], {});
            free_places_.push_back(place);
        }
        if (result.empty() && ties_[t].weight != 0) result.push_back({t << 1U, std::abs(ties_[t].weight)});
        if (ties_[t].u != v)
            for (auto& s : result) s.ref = reversed(s.ref);
        return result;
    }

    [[nodiscard]] std::vector<strand> const& strands_of(std::uint32_t t) const {
        static std::vector<strand> const nothing;
        return is_as_given(t) ? nothing : strands_[strands_at_[t]];
    }
    /// The place at which strands of a tie are kept.
    std::uint32_t keep(std::vector<strand> strands) {
        if (free_places_.empty()) {
            strands_.push_back(std::move(strands));
            return static_cast<std::uint32_t>(strands_.size() - 1);
        }
        auto const place = free_places_.back();
        free_places_.pop_back();
        strands_[place] = std::move(strands);
        return place;
    }

    /// A tie that cancelled stays for the next one between its ends, which finds it at once.
    void drop_ties_that_are_no_more(std::uint32_t v) {
        std::erase_if(at_[v], [&](std::uint32_t t) {
            return (ties_[t].u != v && ties_[t].v != v) || vertices_[other_end(t, v)].is_gone;
        });
    }

    void wait(std::uint32_t v) {
        if (!std::exchange(vertices_[v].waits, true)) waiting_.push_back(v);
    }

    void join_if_it_follows(std::uint32_t u) {
        auto& follower = vertices_[u];
        if (follower.is_gone || follower.strength == 0 || 2 * follower.heaviest < follower.strength) return;
        drop_ties_that_are_no_more(u);
        auto const weight = [&](std::uint32_t t) {
            return whom_ == follows::friends ? ties_[t].weight : std::abs(ties_[t].weight);
        };
        auto const heaviest =
            *std::max_element(at_[u].begin(), at_[u].end(), [&](auto a, auto b) { return weight(a) < weight(b); });
        if (2 * weight(heaviest) >= follower.strength) join(u, heaviest);
    }

    void join(std::uint32_t u, std::uint32_t followed) {
        auto const v = other_end(followed, u);
        auto const apart = ties_[followed].weight < 0;
        joined_.push_back({u, v, apart});
        auto along = strands_from(followed, v);
        vertices_[v].strength -= std::abs(ties_[followed].weight);
        ties_[followed].weight = 0;
        vertices_[u].is_gone = true;
        for (auto const t : std::exchange(at_[u], {})) {
            if (ties_[t].weight == 0) continue;
            auto const x = other_end(t, u);
            auto moved = extended(along, strands_from(t, u));
            auto const w = apart ? -ties_[t].weight : ties_[t].weight;
            vertices_[x].strength -= std::abs(w);
            ties_[t].weight = 0;
            add(v, x, w, std::move(moved), t);
            wait(x);
        }
        wait(v);
    }

    /// Each strand with a part of `along`, of which as much is taken away, before it.
    std::vector<strand> extended(std::vector<strand>& along, std::vector<strand> const& strands) {
        std::vector<strand> result;
        for (auto s : strands)
            while (s.amount > 0) {
                auto& first = along.back();
                auto const part = std::min(first.amount, s.amount);
                result.push_back({concatenated(first.ref, s.ref), part});
                s.amount -= part;
                first.amount -= part;
                if (first.amount == 0) along.pop_back();
            }
        return result;
    }

    /// Adds a tie between v and x: to the one that they have, or under the number of one that is gone.
    void add(std::uint32_t v, std::uint32_t x, std::int64_t w, std::vector<strand> strands, std::uint32_t free) {
        auto const found = tie_between(v, x);
        auto const t = found == none ? free : found;
        auto there = found == none ? std::vector<strand>() : strands_from(t, v);
        auto const before = ties_[t].weight;
        if ((before < 0) != (w < 0)) cancel(there, strands);
        there.insert(there.end(), strands.begin(), strands.end());
        ties_[t] = {v, x, before + w};
        strands_at_[t] = keep(std::move(there));
        if (found == none) at_[v].push_back(t); // x has it already
        for (auto const end : {v, x}) {
            vertices_[end].strength += std::abs(before + w) - std::abs(before);
            vertices_[end].heaviest = std::max(vertices_[end].heaviest, std::abs(before + w));
        }
    }
    void cancel(std::vector<strand>& a, std::vector<strand>& b) {
        while (!a.empty() && !b.empty()) {
            auto const part = std::min(a.back().amount, b.back().amount);
            cancelled_.push_back({a.back().ref, b.back().ref, part});
            offset_ += part;
            for (auto* const strands : {&a, &b})
                if ((strands->back().amount -= part) == 0) strands->pop_back();
        }
    }

    std::uint32_t tie_between(std::uint32_t v, std::uint32_t x) {
        if (at_[x].size() < at_[v].size()) std::swap(v, x);
        // The latest first: a vertex that joins one neighbour after the other asks for the same tie again and again.
        auto const found = std::find_if(at_[v].rbegin(), at_[v].rend(), [&](std::uint32_t t) {
            return (ties_[t].u == v || ties_[t].v == v) && other_end(t, v) == x;
        });
        if (found == at_[v].rend()) return none;
        std::iter_swap(found, at_[v].rbegin());
        return at_[v].back();
    }

    /// The strand from which a cycle takes next, and what is left of it; a tie that was never joined is its own.
    std::pair<strand_ref, double> next_strand(std::uint32_t t, double wanted) {
        auto const& strands = strands_of(t);
        if (strands.empty()) return {t << 1U, wanted};
        auto& taken = taken_[t];
        auto const size = [&] { return static_cast<double>(strands[taken.strand].amount); };
        while (taken.strand + 1 < strands.size() && size() - taken.amount <= 1e-13 * size())
            taken = {taken.strand + 1, 0};
        auto const is_last = taken.strand + 1 == strands.size(); // takes what rounding leaves over, too
        return {strands[taken.strand].ref, is_last ? wanted : size() - taken.amount};
    }

    weighted_ties const* given_;
    follows whom_;
    lean_vector<tie_left> ties_{};               // none where nothing was joined
    std::vector<std::uint32_t> strands_at_{};    // by tie: the place of those from u to v; none where it is as given
    lean_vector<std::vector<strand>> strands_{}; // of the ties that are not as given
    std::vector<std::uint32_t> free_places_{};   // among them
    std::vector<std::vector<std::uint32_t>> at_; // ties by vertex, some of which may be no more
    std::vector<vertex> vertices_;
    std::deque<std::uint32_t> waiting_{};
    lean_vector<std::pair<strand_ref, strand_ref>> pairs_{};
    std::vector<joining> joined_{};
    std::vector<cancelling> cancelled_{};
    std::vector<progress> taken_{};
    std::vector<std::uint32_t> place_{}; // by vertex: where it stands on a path; none where it is not on it
    std::int64_t offset_ = 0;
    bool is_given_up_ = false;
};

} // namespace geostance::detail

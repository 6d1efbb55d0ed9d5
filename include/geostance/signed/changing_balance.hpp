// SPDX-License-Identifier: BSL-1.0
/// @file
/// Triangles, camps, and bounds of the frustration index of a network whose ties come, change and go.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/detail/wide_sum.hpp>
#include <geostance/signed/triad_census.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// Keeps track of a network while its ties change, one by one. Unlike `streaming_balance`, ties can be taken away.
///
/// Triangles are exact. Two camps are kept and bettered around each change; what they leave against them is an upper
/// bound of the frustration index. Negative triangles that share no tie's weight are packed around each change; they
/// are a lower bound. `frustration_index` finds better bounds, from nothing.
///
/// With `kept_projection`, the index of a holder's node serves as its vertex:
/// `for (auto const& c : kept.update()) balance.set(c.first.index(), c.second.index(), c.after);`
/// @par Source
/// Triangles: Cartwright, D. and Harary, F. (1956). Structural balance: a generalization of Heider's theory.
/// Psychological Review 63, 277-293, doi:10.1037/h0046049. The index: Harary, F. (1959). On the measurement of
/// structural balance. Behavioral Science 4, 316-323, doi:10.1002/bs.3830040405. The moves and the packing are this
/// library's.
/// @par Complexity
/// O(1) for a function that says nothing else
class changing_balance {
public:
    /// Sets the weight of the tie between two vertices. Vertices come into being when first named.
    /// @param u a vertex, below 2^32 - 1
    /// @param v another one
    /// @param weight finite: above 0 friendly, below 0 hostile, 0 no tie
    /// @throws invalid_value for a weight that is not finite, a vertex too large, or twice the same vertex
    /// @post weight(u, v) == weight
    /// @par Guarantee
    /// If it throws, nothing is changed.
    /// @par Complexity
    /// O(d) for the triangles, where d is the sum of both degrees; O(d) again for each vertex that changes its camp, at
    /// most 64; each packed triangle that the tie was part of is packed again, at its three ties: that takes O(d) each,
    /// and for each negative triangle there O(log(packed triangles) + packed triangles at its ties)
    void set(std::size_t u, std::size_t v, double weight) {
        check(u, v, weight);
        auto const a = static_cast<std::uint32_t>(std::min(u, v));
        auto const b = static_cast<std::uint32_t>(std::max(u, v));
        auto const vertices = rows_.size();
        if (b >= vertices) grow(b + std::size_t{1});
        auto const before = this->weight(a, b);
        if (before == weight) return;
        auto released = take_packed_at({a, b});
        try {
            make_room(rows_[a]);
            make_room(rows_[b]);
            put(a, b, weight);
            packed_.merge(packed_again({a, b}, released));
        } catch (...) {
            put(a, b, before);
            packed_.merge(released);
            shrink(vertices);
            throw;
        }
        count_triangles(a, b, before, false);
        count_triangles(a, b, weight, true);
        add_against(a, b, before, false);
        add_against(a, b, weight, true);
        settle(a, b);
    }

    /// The weight of the tie between two vertices.
    /// @param u one end
    /// @param v the other end
    /// @return the weight; 0 where there is no tie, or no such vertex
    /// @par Complexity
    /// O(log degree)
    [[nodiscard]] double weight(std::size_t u, std::size_t v) const {
        if (std::max(u, v) >= rows_.size()) return 0;
        auto const at = place(rows_[u], static_cast<std::uint32_t>(v));
        return at != rows_[u].end() && at->to == v ? at->weight : 0;
    }

    /// @return the number of vertices named so far: the largest + 1
    [[nodiscard]] std::size_t num_vertices() const noexcept { return rows_.size(); }
    /// @return the number of triangles by their signs
    [[nodiscard]] triad_counts const& triads() const noexcept { return triads_; }
    /// @return the camps that are kept: 0 or 1 for each vertex
    [[nodiscard]] camp_assignment const& camp() const noexcept { return camp_; }
    /// @return the weight of ties against the camps: at least the frustration index. 0 proves that the network is
    ///         balanced
    [[nodiscard]] double against() const { return against_.nearest(); }
    /// @return the weight of packed negative triangles: at most the frustration index. Above 0 it proves that the
    ///         network is not balanced
    /// @par Complexity
    /// O(packed triangles)
    [[nodiscard]] double packed() const {
        detail::wide_sum sum;
        for_each_packed([&](triangle const&, double weight) { sum += weight; });
        return sum.below();
    }
    /// Calls f for each packed triangle, by its vertices.
    /// @param f called as `f(vertices, weight)` with three numbers, ascending, and what is packed; not copied
    /// @par Complexity
    /// O(packed triangles)
    template <class F>
    void for_each_packed(F&& f) const {
        for (auto const& [user, weight] : packed_)
            if (user.first == sides(user.second).front()) f(user.second, weight);
    }

private:
    struct arc {
        std::uint32_t to = 0;
        double weight = 0;
    };
    using row = std::vector<arc>; // by ascending `to`
    using tie = std::pair<std::uint32_t, std::uint32_t>;
    using triangle = std::array<std::uint32_t, 3>; // ascending

    /// What each of some negative triangles uses of each of its ties' weights. Merging two of them needs no memory.
    using packing = std::map<std::pair<tie, triangle>, double>;

    static constexpr std::size_t most_moves = 64;

    static void check(std::size_t u, std::size_t v, double weight) {
        if (!std::isfinite(weight)) throw invalid_value("weight", detail::number_text(weight), "a finite number");
        if (std::max(u, v) >= std::numeric_limits<std::uint32_t>::max())
            throw invalid_value(u > v ? "u" : "v", std::to_string(std::max(u, v)), "a number below 2^32 - 1");
        if (u == v) throw invalid_value("v", std::to_string(v), "a vertex other than u");
    }
    void grow(std::size_t n) {
        camp_.reserve(n);
        rows_.resize(n);
        camp_.resize(n);
    }
    void shrink(std::size_t n) noexcept {
        rows_.resize(n);
        camp_.resize(n);
    }

    static row::const_iterator place(row const& ties, std::uint32_t to) {
        return std::lower_bound(ties.begin(), ties.end(), to, [](arc const& x, std::uint32_t y) { return x.to < y; });
    }
    static void make_room(row& r) {
        if (r.size() == r.capacity()) r.reserve(2 * r.size() + 1);
    }
    /// There is room for one more in both rows.
    void put(std::uint32_t u, std::uint32_t v, double weight) noexcept {
        put(rows_[u], v, weight);
        put(rows_[v], u, weight);
    }
    static void put(row& ties, std::uint32_t to, double weight) noexcept {
        auto const at = ties.begin() + (place(ties, to) - ties.cbegin());
        bool const is_known = at != ties.end() && at->to == to;
        if (weight == 0) {
            if (is_known) ties.erase(at);
        } else if (is_known) {
            at->weight = weight;
        } else {
            ties.insert(at, {to, weight});
        }
    }

    /// Calls f(w, weight of u and w, weight of v and w) for each vertex w with ties to both.
    template <class F>
    void for_each_common(std::uint32_t u, std::uint32_t v, F f) const {
        auto x = rows_[u].begin();
        auto y = rows_[v].begin();
        while (x != rows_[u].end() && y != rows_[v].end()) {
            if (x->to == y->to) f(x->to, x->weight, y->weight);
            auto const least = std::min(x->to, y->to);
            if (x->to == least) ++x;
            if (y != rows_[v].end() && y->to == least) ++y;
        }
    }

    void count_triangles(std::uint32_t u, std::uint32_t v, double weight, bool is_new) {
        if (weight == 0) return;
        for_each_common(u, v, [&](std::uint32_t, double x, double y) {
            auto const negatives = (weight < 0 ? 1U : 0U) + (x < 0 ? 1U : 0U) + (y < 0 ? 1U : 0U);
            auto& count = triads_.by_negatives[negatives];
            count = is_new ? count + 1 : count - 1;
        });
    }

    [[nodiscard]] bool is_against(std::uint32_t u, std::uint32_t v, double weight) const {
        return (camp_[u] == camp_[v]) == (weight < 0);
    }
    void add_against(std::uint32_t u, std::uint32_t v, double weight, bool is_new) {
        if (weight == 0 || !is_against(u, v, weight)) return;
        if (is_new)
            against_ += std::abs(weight);
        else
            against_ -= std::abs(weight);
    }

    /// What v would lose by changing its camp.
    [[nodiscard]] detail::wide_sum loss(std::uint32_t v) const {
        detail::wide_sum sum;
        for (auto const& a : rows_[v]) sum += camp_[v] == camp_[a.to] ? a.weight : -a.weight;
        return sum;
    }
    /// Moves vertices that gain by it, beginning with the two ends of a tie.
    void settle(std::uint32_t u, std::uint32_t v) noexcept {
        std::array<std::uint32_t, most_moves> moved{};
        std::size_t moves = 0;
        auto const move_if_better = [&](std::uint32_t at) {
            if (moves == most_moves) return;
            auto const lost = loss(at);
            if (!lost.is_negative()) return;
            moved[moves++] = at;
            camp_[at] = 1 - camp_[at];
            against_ += lost;
        };
        move_if_better(u);
        move_if_better(v);
        for (std::size_t i = 0; i < moves; ++i)
            for (auto const& a : rows_[moved[i]])
                if (is_against(moved[i], a.to, a.weight)) move_if_better(a.to);
    }

    static std::array<tie, 3> sides(triangle const& t) { return {tie(t[0], t[1]), tie(t[0], t[2]), tie(t[1], t[2])}; }

    /// Takes the packed triangles at a tie out of the others.
    packing take_packed_at(tie const& t) noexcept {
        packing taken;
        // Looked up each time, for the next node may be of the triangle that is taken.
        for (auto user = packed_.lower_bound({t, {}}); user != packed_.end() && user->first.first == t;
             user = packed_.lower_bound({t, {}})) {
            auto const corners = user->first.second;
            for (auto const& side : sides(corners)) taken.insert(packed_.extract({side, corners}));
        }
        return taken;
    }
    /// What can be packed at a tie and at those whose weight is free again.
    [[nodiscard]] packing packed_again(tie const& t, packing const& released) const {
        packing fresh;
        pack_at(t, fresh);
        for (auto const& [user, weight] : released)
            if (user.first != t) pack_at(user.first, fresh);
        return fresh;
    }
    /// The weight of a tie that no packed triangle uses, rounded down, so that they never use more than there is.
    [[nodiscard]] double free_weight(tie const& t, packing const& fresh) const {
        detail::wide_sum left(std::abs(weight(t.first, t.second)));
        for (auto const* part : {&packed_, &fresh})
            for (auto user = part->lower_bound({t, {}}); user != part->end() && user->first.first == t; ++user)
                left -= user->second;
        return left.below();
    }
    /// Packs negative triangles at a tie, as long as it has weight that is free.
    void pack_at(tie const& t, packing& fresh) const {
        auto const own = weight(t.first, t.second);
        if (own == 0) return;
        for_each_common(t.first, t.second, [&](std::uint32_t w, double x, double y) {
            if (((own < 0) != (x < 0)) == (y < 0)) return;
            triangle corners{t.first, t.second, w};
            std::sort(corners.begin(), corners.end());
            if (packed_.contains({t, corners}) || fresh.contains({t, corners})) return;
            auto least = std::numeric_limits<double>::infinity();
            for (auto const& side : sides(corners)) least = std::min(least, free_weight(side, fresh));
            if (!(least > 0)) return;
            for (auto const& side : sides(corners)) fresh.emplace(std::pair(side, corners), least);
        });
    }

    std::vector<row> rows_{};
    triad_counts triads_{};
    camp_assignment camp_{};
    detail::wide_sum against_{};
    packing packed_{};
};

} // namespace geostance

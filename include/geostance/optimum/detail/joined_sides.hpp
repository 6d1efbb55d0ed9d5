// SPDX-License-Identifier: BSL-1.0
/// @file
/// A dense block in which some vertices are held on the same side or on opposite ones, so that it has fewer.
#pragma once

#include <geostance/optimum/detail/triangle_bound.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/optimum/dual_bound.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Which vertices are held together: of each vertex the group, and whether it is opposite to what stands for the group.
struct joined_sides {
    struct member {
        std::uint16_t group;
        bool is_opposite;
    };
    lean_vector<member> of{};
    std::uint16_t groups = 0;

    /// Each by itself.
    static joined_sides none(std::uint32_t vertices) {
        joined_sides result;
        for (std::uint32_t v = 0; v < vertices; ++v) result.of.push_back({static_cast<std::uint16_t>(v), false});
        result.groups = static_cast<std::uint16_t>(vertices);
        return result;
    }
    /// Joins a group with one before it. Those after it move up by one.
    void join(std::uint16_t kept, std::uint16_t gone, bool are_opposite) {
        for (auto& m : of) {
            if (m.group == gone) m = {kept, m.is_opposite != are_opposite};
            if (m.group > gone) --m.group;
        }
        --groups;
    }
    /// The sides of vertices from those of groups.
    [[nodiscard]] std::vector<std::uint32_t> lead_back(std::vector<std::uint32_t> const& side) const {
        std::vector<std::uint32_t> result;
        result.reserve(of.size());
        for (auto const& m : of) result.push_back(side[m.group] ^ (m.is_opposite ? 1U : 0U));
        return result;
    }
};

/// The ties among groups, whose weights add up to less than 2^51: two camps cost fixed + (total - s'As / 2) / 2 for
/// sides s of 1 and -1.
struct joined_ties {
    symmetric_matrix a; // the upper triangle, with zeros on its diagonal
    double fixed = 0;   // by ties within groups
    double total = 0;   // the absolute weight of the others
    double step = 0;    // all costs differ by multiples of this; 0 where they do not differ

    joined_ties(weighted_ties const& g, joined_sides const& joined) : a(joined.groups) {
        double apart = 0; // the weight of ties that are not within groups
        for (std::size_t t = 0; t < g.ends.size(); ++t) {
            auto const& u = joined.of[g.ends[t].first];
            auto const& v = joined.of[g.ends[t].second];
            auto const w = static_cast<double>(u.is_opposite == v.is_opposite ? g.weight[t] : -g.weight[t]);
            if (u.group == v.group) {
                fixed += std::max(0.0, -w);
                continue;
            }
            a(std::min(u.group, v.group), std::max(u.group, v.group)) += w;
            apart += std::abs(w);
        }
        std::vector<std::int64_t> degree(a.size);
        std::int64_t common = 0;
        for (std::size_t i = 0; i < a.size; ++i) {
            for (auto j = i + 1; j < a.size; ++j) {
                auto const w = static_cast<std::int64_t>(a(i, j));
                total += std::abs(a(i, j));
                common = std::gcd(common, 2 * w);
                degree[i] += w;
                degree[j] += w;
            }
        }
        fixed += (apart - total) / 2; // of parallel ties one or the other is always against
        for (auto const d : degree) common = std::gcd(common, d);
        step = static_cast<double>(common);
    }
    /// The cost of one side with all groups.
    [[nodiscard]] double cost_on_one_side() const {
        auto result = fixed;
        for (auto const w : a.entries) result += std::max(0.0, -w);
        return result;
    }
    /// The least cost from that number on.
    [[nodiscard]] double next_cost(double least) const {
        auto const one = cost_on_one_side();
        if (step == 0) return one;
        return one + std::ceil((least - one) / step) * step;
    }
    /// Where s'As is below this for all sides, no two camps cost less than `upper`.
    [[nodiscard]] double enough(double upper) const { return 4 * fixed + 2 * total - 4 * (next_cost(upper) - step); }
    /// What all two camps cost at least where s'As is at most the bound.
    [[nodiscard]] double lower(wide_sum const& bound) const {
        wide_sum four_times(4 * fixed);
        four_times += 2 * total;
        four_times -= bound;
        if (four_times.is_negative()) return 0;
        return next_cost(std::ceil(four_times.below() / 4));
    }
};

/// What a bound becomes when two groups are joined; it stays the same. `m` is the matrix before.
inline triangle_dual after_joining(triangle_dual const& dual, symmetric_matrix const& m, std::uint16_t kept,
                                   std::uint16_t gone, bool are_opposite) {
    auto const sign = are_opposite ? -1.0 : 1.0;
    auto y = dual.y;
    y[kept] += y[gone] - 2 * sign * m.entries[kept * m.size + gone];
    struct weighted_triangle {
        triangle_inequality triangle{};
        double z = 0;
    };
    lean_vector<weighted_triangle> left;
    left.reserve(dual.z.size());
    for (std::size_t k = 0; k < dual.z.size(); ++k) {
        auto const z = dual.z[k];
        if (z == 0) continue;
        auto const& t = dual.triangles[k];
        std::array<std::uint16_t, 3> vertex{t.a, t.b, t.c};
        std::array<bool, 3> is_switched{false, (t.switched & 1U) != 0, (t.switched & 2U) != 0};
        auto const at = std::find(vertex.begin(), vertex.end(), gone);
        if (at != vertex.end()) {
            auto const i = static_cast<std::size_t>(at - vertex.begin());
            auto const other = std::find(vertex.begin(), vertex.end(), kept);
            if (other != vertex.end()) {
                // Two of its vertices became one: it says nothing any more, or only that the third vertex and that one
                // are sides, which follows without it.
                auto const j = static_cast<std::size_t>(other - vertex.begin());
                auto const says_nothing = (is_switched[i] != is_switched[j]) != are_opposite;
                y[says_nothing ? kept : vertex[3 - i - j]] += z;
                continue;
            }
            vertex[i] = kept;
            is_switched[i] = is_switched[i] != are_opposite;
        }
        for (auto& v : vertex) v = static_cast<std::uint16_t>(v > gone ? v - 1 : v);
        left.push_back({triangle_inequality::of(vertex, is_switched), z});
    }
    sort(left, [](weighted_triangle const& a, weighted_triangle const& b) { return a.triangle < b.triangle; });
    triangle_dual result;
    y.erase(y.begin() + gone);
    result.y = std::move(y);
    for (auto const& [t, z] : left) {
        if (!result.triangles.empty() && result.triangles.back() == t) {
            result.z.back() += z;
        } else {
            result.triangles.push_back(t);
            result.z.push_back(z);
        }
    }
    return result;
}

} // namespace geostance::detail

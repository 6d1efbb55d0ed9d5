// SPDX-License-Identifier: BSL-1.0
/// @file
/// What sides of three vertices cannot do, and where unit vectors in place of sides do it all the same.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/optimum/dual_bound.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Three vertices, of which some are switched, are not all on different sides: with products x of their sides,
/// -s t x(a, b) - s u x(a, c) - t u x(b, c) <= 1, where s, t and u are -1 for a vertex that is switched. The first
/// never is. Vertices in ascending order.
struct triangle_inequality {
    std::uint16_t a = 0;
    std::uint16_t b = 0;
    std::uint16_t c = 0;
    std::uint8_t switched = 0; // 1: b, 2: c

    /// Of vertices in any order, of which any may be switched.
    static triangle_inequality of(std::array<std::uint16_t, 3> vertex, std::array<bool, 3> is_switched) {
        auto const put_in_order = [&](std::size_t i, std::size_t j) {
            if (vertex[i] < vertex[j]) return;
            std::swap(vertex[i], vertex[j]);
            std::swap(is_switched[i], is_switched[j]);
        };
        put_in_order(0, 1);
        put_in_order(1, 2);
        put_in_order(0, 1);
        auto const switched = (is_switched[1] != is_switched[0] ? 1 : 0) + (is_switched[2] != is_switched[0] ? 2 : 0);
        return {vertex[0], vertex[1], vertex[2], static_cast<std::uint8_t>(switched)};
    }

    [[nodiscard]] double sign_ab() const noexcept { return (switched & 1U) != 0 ? 1 : -1; }
    [[nodiscard]] double sign_ac() const noexcept { return (switched & 2U) != 0 ? 1 : -1; }
    [[nodiscard]] double sign_bc() const noexcept { return -sign_ab() * sign_ac(); }
    /// The left side; of x the upper triangle counts.
    [[nodiscard]] double value(symmetric_matrix const& x) const {
        auto const* const row_a = x.entries.data() + a * x.size;
        return sign_ab() * row_a[b] + sign_ac() * row_a[c] + sign_bc() * x.entries[b * x.size + c];
    }
    friend bool operator==(triangle_inequality const&, triangle_inequality const&) = default;
    friend bool operator<(triangle_inequality const& x, triangle_inequality const& y) noexcept {
        return x.number() < y.number();
    }

private:
    [[nodiscard]] std::uint64_t number() const noexcept {
        return std::uint64_t{a} << 48U | std::uint64_t{b} << 32U | std::uint64_t{c} << 16U | switched;
    }
};

/// Those that a matrix violates by more than `least`, at most so many, by the most first.
inline lean_vector<triangle_inequality> violated_triangles(symmetric_matrix const& x, double least, std::size_t most) {
    struct violated {
        double value = 0;
        triangle_inequality triangle{};
    };
    lean_vector<violated> found;
    std::vector<double> values;
    auto const n = static_cast<std::uint16_t>(x.size);
    for (std::uint16_t a = 0; a < n; ++a) {
        auto const* const row_a = x.entries.data() + a * x.size;
        for (auto b = static_cast<std::uint16_t>(a + 1); b < n; ++b) {
            auto const* const row_b = x.entries.data() + b * x.size;
            auto const ab = row_a[b];
            for (auto c = static_cast<std::uint16_t>(b + 1); c < n; ++c) {
                auto const sum = row_a[c] + row_b[c];
                auto const difference = row_a[c] - row_b[c];
                auto const together = std::abs(sum) - ab;
                auto const apart = std::abs(difference) + ab;
                auto const value = std::max(together, apart); // no more than one of four is violated
                if (value <= 1 + least) continue;
                auto const switched = together > apart ? (sum > 0 ? 2 : 0) : (difference > 0 ? 3 : 1);
                found.push_back({value, {a, b, c, static_cast<std::uint8_t>(switched)}});
                values.push_back(value);
            }
        }
    }
    double enough = 0;
    if (values.size() > most) {
        auto* const last = values.data() + (values.size() - most);
        std::nth_element(values.data(), last, values.data() + values.size());
        enough = *last;
    }
    lean_vector<violated> taken;
    for (auto const& each : found)
        if (each.value >= enough) taken.push_back(each);
    sort(taken, [](violated const& a, violated const& b) { return a.value > b.value; });
    lean_vector<triangle_inequality> result;
    for (std::size_t i = 0; i < std::min(most, taken.size()); ++i) result.push_back(taken[i].triangle);
    return result;
}

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// How often two portfolios have each pair of levels, and the measures of similarity, which need nothing else.
#pragma once

#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <vector>

namespace geostance::detail {

class joint_table {
public:
    explicit joint_table(std::size_t levels) : size_(levels), cells_(levels * levels) {}

    void add(std::size_t a, std::size_t b, double weight) { cells_[a * size_ + b] += weight; }
    void set(std::size_t a, std::size_t b, double weight) { cells_[a * size_ + b] = weight; }
    [[nodiscard]] double at(std::size_t a, std::size_t b) const { return cells_[a * size_ + b]; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] double total() const { return std::accumulate(cells_.begin(), cells_.end(), 0.0); }
    /// The total of f(a, b) over all pairs of levels.
    template <class F>
    [[nodiscard]] double sum(F f) const {
        double total = 0;
        for (std::size_t a = 0; a < size_; ++a) {
            for (std::size_t b = 0; b < size_; ++b) total += f(a, b);
        }
        return total;
    }
    /// How often the first, or the second, has each level.
    [[nodiscard]] std::vector<double> first_levels() const {
        std::vector<double> result(size_);
        for (std::size_t a = 0; a < size_; ++a) {
            for (std::size_t b = 0; b < size_; ++b) result[a] += at(a, b);
        }
        return result;
    }
    [[nodiscard]] std::vector<double> second_levels() const {
        std::vector<double> result(size_);
        for (std::size_t a = 0; a < size_; ++a) {
            for (std::size_t b = 0; b < size_; ++b) result[b] += at(a, b);
        }
        return result;
    }

private:
    std::size_t size_;
    std::vector<double> cells_;
};

inline double observed_distance(joint_table const& joint, std::vector<double> const& distance) {
    return joint.sum([&](auto a, auto b) { return joint.at(a, b) * distance[a * joint.size() + b]; });
}

/// Of independent portfolios with the same levels.
inline double expected_distance(joint_table const& joint, std::vector<double> const& distance) {
    auto const x = joint.first_levels();
    auto const y = joint.second_levels();
    return joint.sum([&](auto a, auto b) { return x[a] * y[b] * distance[a * joint.size() + b]; }) / joint.total();
}

inline std::optional<double> s_of(joint_table const& joint, std::vector<double> const& distance) {
    auto const total = joint.total();
    if (total == 0) return {};
    return 1 - 2 * observed_distance(joint, distance) / (total * distance[joint.size() - 1]);
}

inline std::optional<double> kappa_of(joint_table const& joint, std::vector<double> const& distance) {
    if (joint.total() == 0) return {};
    auto const expected = expected_distance(joint, distance);
    if (expected == 0) return {};
    return 1 - observed_distance(joint, distance) / expected;
}

inline std::optional<double> a_of(joint_table const& joint, std::vector<double> const& distance) {
    auto const total = joint.total();
    if (total == 0) return {};
    auto const surplus = expected_distance(joint, distance) - observed_distance(joint, distance);
    return 2 * surplus / (total * distance[joint.size() - 1]);
}

inline std::optional<double> agreement_of(joint_table const& t) {
    auto const total = t.total();
    if (total == 0) return {};
    return t.sum([&](auto a, auto b) { return a == b ? t.at(a, b) : 0; }) / total;
}

inline std::optional<double> pi_of(joint_table const& t) {
    auto const total = t.total();
    auto const x = t.first_levels();
    auto const y = t.second_levels();
    double squares = 0;
    std::size_t occurring = 0;
    for (std::size_t a = 0; a < t.size(); ++a) {
        squares += (x[a] + y[a]) * (x[a] + y[a]);
        if (x[a] + y[a] > 0) ++occurring;
    }
    if (occurring < 2) return {};
    auto const expected = squares / (4 * total * total);
    return (*agreement_of(t) - expected) / (1 - expected);
}

/// Pairs of columns that differ in the variable whose levels occur so often.
inline double untied(std::vector<double> const& levels) {
    double before = 0;
    double result = 0;
    for (auto const x : levels) {
        result += before * x;
        before += x;
    }
    return result;
}

inline std::optional<double> tau_b_of(joint_table const& t) {
    auto const untied_x = untied(t.first_levels());
    auto const untied_y = untied(t.second_levels());
    if (untied_x == 0 || untied_y == 0) return {};
    double concordance = 0;
    for (std::size_t a = 0; a < t.size(); ++a) {
        for (std::size_t b = 0; b < t.size(); ++b) {
            if (t.at(a, b) == 0) continue;
            for (std::size_t c = a + 1; c < t.size(); ++c) {
                for (std::size_t d = 0; d < t.size(); ++d) {
                    if (d == b) continue;
                    concordance += d > b ? t.at(a, b) * t.at(c, d) : -t.at(a, b) * t.at(c, d);
                }
            }
        }
    }
    return concordance / std::sqrt(untied_x) / std::sqrt(untied_y);
}

} // namespace geostance::detail

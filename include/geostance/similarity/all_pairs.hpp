// SPDX-License-Identifier: BSL-1.0
/// @file
/// The similarity of every two rows of a matrix of portfolios at once, such as all states over all roll calls.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/detail/check_field.hpp>
#include <geostance/detail/in_parallel.hpp>
#include <geostance/similarity/similarity.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// The portfolios of many actors: one row an actor, one column a partner or a roll call. Each level of each row is
/// a bitset, so that two rows are compared 64 columns at a time. What was never set is missing.
/// @par Complexity
/// O(rows * levels * columns) bits to begin; O(levels) to set or read a cell
class portfolio_matrix {
public:
    /// @param names the names of the rows
    /// @param columns how many columns there are, below 2^32
    /// @param levels the values that a cell may have: two or more, finite, ascending
    /// @throws invalid_value for levels out of these ranges, or too many columns
    portfolio_matrix(std::vector<std::string> names, std::size_t columns, std::vector<double> levels)
        : names_(std::move(names)), columns_(columns), levels_(std::move(levels)), words_((columns + 63) / 64) {
        detail::check_levels("levels", levels_);
        if (columns >= std::size_t{1} << 32U)
            throw invalid_value("columns", std::to_string(columns), "fewer than 2^32");
        bits_.resize(names_.size() * levels_.size() * words_);
    }

    /// Sets a cell, in place of what it held.
    /// @param row below the number of rows
    /// @param column below the number of columns
    /// @param value one of the levels
    /// @throws invalid_value for a row or column out of range or a value that is no level; nothing is changed then
    void set(std::size_t row, std::size_t column, double value) {
        check(row, column);
        auto const level = detail::level_of("value", value, levels_);
        for (std::size_t l = 0; l < levels_.size(); ++l) {
            auto& word = bits_[(row * levels_.size() + l) * words_ + column / 64];
            auto const bit = std::uint64_t{1} << (column % 64);
            word = l == level ? word | bit : word & ~bit;
        }
    }

    /// @param row below the number of rows
    /// @param column below the number of columns
    /// @return the value of the cell, empty where it was never set
    /// @throws invalid_value for a row or column out of range
    [[nodiscard]] portfolio_value at(std::size_t row, std::size_t column) const {
        check(row, column);
        for (std::size_t l = 0; l < levels_.size(); ++l) {
            if ((bitset(row, l)[column / 64] >> (column % 64) & 1U) != 0) return levels_[l];
        }
        return {};
    }

    /// @return the names of the rows
    [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }
    /// @return the number of columns
    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    /// @return the levels
    [[nodiscard]] std::vector<double> const& levels() const noexcept { return levels_; }
    /// The columns in which a row has a level, 64 to a word, column 0 in the lowest bit of the first.
    /// @param row below the number of rows
    /// @param level below the number of levels
    /// @pre row < names().size() and level < levels().size()
    /// @return (columns + 63) / 64 words
    [[nodiscard]] std::span<std::uint64_t const> bitset(std::size_t row, std::size_t level) const noexcept {
        GEOSTANCE_ASSERT(row < names_.size() && level < levels_.size(), "portfolio_matrix::bitset: a row and a level");
        return {bits_.data() + (row * levels_.size() + level) * words_, words_};
    }

private:
    void check(std::size_t row, std::size_t column) const {
        if (row >= names_.size())
            throw invalid_value("row", std::to_string(row), "a number below " + std::to_string(names_.size()));
        if (column >= columns_)
            throw invalid_value("column", std::to_string(column), "a number below " + std::to_string(columns_));
    }

    std::vector<std::string> names_;
    std::size_t columns_;
    std::vector<double> levels_;
    std::size_t words_;
    std::vector<std::uint64_t> bits_{};
};

/// How to compare all pairs; the levels are those of the matrix.
struct all_pairs_options {
    level_distance distance = level_distance::usual; ///< for S, kappa and A; the others have none
    std::vector<double> weights = {};                ///< one a column, finite, >= 0; empty = all equal
    /// how many threads compare rows: 0 = as many as the machine has, at most 1024. The result does not depend on it
    std::size_t threads = 1;
};

/// The similarities of all pairs of rows.
/// @par Complexity
/// O(rows^2) to begin, O(1) for each pair
class similarity_matrix {
public:
    /// @param names the names of the rows
    /// @param measure what is measured
    /// @param columns how many columns were compared
    /// @throws invalid_value for a measure that is no enumerator
    similarity_matrix(std::vector<std::string> names, similarity_measure measure, std::size_t columns)
        : names_(std::move(names)), measure_(measure), columns_(columns),
          cells_(names_.empty() ? 0 : names_.size() * (names_.size() - 1) / 2) {
        detail::check_enumerator("measure", measure, similarity_measure::agreement);
    }

    /// @return the names of the rows
    [[nodiscard]] std::vector<std::string> const& names() const noexcept { return names_; }
    /// @return the number of pairs
    [[nodiscard]] std::size_t pairs() const noexcept { return cells_.size(); }
    /// @param i a row
    /// @param j another row
    /// @return their similarity
    /// @throws invalid_value for a row out of range, or the same row twice
    [[nodiscard]] similarity at(std::size_t i, std::size_t j) const {
        if (i >= names_.size())
            throw invalid_value("i", std::to_string(i), "a row below " + std::to_string(names_.size()));
        if (j >= names_.size() || i == j)
            throw invalid_value("j", std::to_string(j), "another row below " + std::to_string(names_.size()));
        auto const& pair = cells_[place(i, j)];
        auto const coverage = columns_ == 0 ? 0 : static_cast<double>(pair.n) / static_cast<double>(columns_);
        return {measure_, pair.value, pair.n, coverage};
    }
    /// @param a the name of a row; the first row of that name is taken
    /// @param b the name of another
    /// @return their similarity
    /// @throws unknown_name for a name that no row has
    [[nodiscard]] similarity between(std::string const& a, std::string const& b) const { return at(row(a), row(b)); }
    /// @param name the name of a row
    /// @return its number
    /// @throws unknown_name for a name that no row has
    [[nodiscard]] std::size_t row(std::string const& name) const {
        auto const at = std::find(names_.begin(), names_.end(), name);
        if (at == names_.end()) throw unknown_name(name, "row", {});
        return static_cast<std::size_t>(at - names_.begin());
    }

    /// Sets the similarity of two rows; for those who make a matrix.
    /// @param i a row
    /// @param j another row
    /// @param value empty where not defined
    /// @param n columns in which both have a value
    /// @pre i and j are different rows
    void set(std::size_t i, std::size_t j, std::optional<double> value, std::uint32_t n) {
        GEOSTANCE_ASSERT(i != j && std::max(i, j) < names_.size(), "similarity_matrix::set: two rows");
        cells_[place(i, j)] = {value, n};
    }

private:
    struct cell {
        std::optional<double> value{};
        std::uint32_t n = 0;
    };
    [[nodiscard]] std::size_t place(std::size_t i, std::size_t j) const noexcept {
        auto const high = std::max(i, j);
        return high * (high - 1) / 2 + std::min(i, j);
    }

    std::vector<std::string> names_;
    similarity_measure measure_;
    std::size_t columns_;
    std::vector<cell> cells_;
};

namespace detail {

/// The weight of columns set in both of two bitsets.
inline double weight_of_both(std::span<std::uint64_t const> x, std::span<std::uint64_t const> y,
                             std::vector<double> const& weights) {
    double total = 0;
    for (std::size_t w = 0; w < x.size(); ++w) {
        for (auto both = x[w] & y[w]; both != 0; both &= both - 1)
            total += weights[w * 64 + static_cast<std::size_t>(std::countr_zero(both))];
    }
    return total;
}

inline std::uint32_t count_both(std::span<std::uint64_t const> x, std::span<std::uint64_t const> y) noexcept {
    int count = 0;
    for (std::size_t w = 0; w < x.size(); ++w) count += std::popcount(x[w] & y[w]);
    return static_cast<std::uint32_t>(count);
}

/// Counts in which columns two rows have which levels.
/// @return in how many columns both have a value
inline std::uint32_t compare_rows(portfolio_matrix const& m, std::size_t i, std::size_t j,
                                  std::vector<double> const& weights, joint_table& table) {
    std::uint32_t n = 0;
    for (std::size_t a = 0; a < table.size(); ++a) {
        for (std::size_t b = 0; b < table.size(); ++b) {
            auto const x = m.bitset(i, a);
            auto const y = m.bitset(j, b);
            auto const count = count_both(x, y);
            n += count;
            table.set(a, b, weights.empty() ? count : weight_of_both(x, y, weights));
        }
    }
    return n;
}

/// Compares some rows with all those before them; other pairs are left as they are in a new matrix.
inline similarity_matrix all_pairs_of(similarity_measure measure, portfolio_matrix const& m,
                                      all_pairs_options const& options, std::vector<std::size_t> const& rows) {
    detail::check("all_pairs_options", options, measure, m.columns());
    similarity_scale const scale{m.levels(), options.distance, options.weights};
    auto const distances = detail::distances(scale, measure);
    similarity_matrix result(m.names(), measure, m.columns());
    for_each_in_parallel(threads_for(options.threads), rows.size(), [&](std::size_t, std::size_t k) {
        joint_table table(m.levels().size());
        for (std::size_t j = 0; j < rows[k]; ++j) {
            auto const n = compare_rows(m, rows[k], j, options.weights, table);
            result.set(rows[k], j, evaluate(measure, table, distances), n);
        }
    });
    return result;
}

} // namespace detail

/// Compares every two rows, each pair over the columns in which both have a value.
/// @param measure what to measure
/// @param m the portfolios
/// @param options distance and weights
/// @return the similarities, with the names of the rows
/// @throws invalid_value for options out of their ranges, or a measure that is no enumerator
/// @par Complexity
/// O(rows^2 * levels^2 * columns / 64) time, O(rows^2) memory
/// @par Source
/// See `compare_portfolios`.
[[nodiscard]] inline similarity_matrix all_pairs(similarity_measure measure, portfolio_matrix const& m,
                                                 all_pairs_options const& options = {}) {
    std::vector<std::size_t> rows(m.names().size());
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return detail::all_pairs_of(measure, m, options, rows);
}

} // namespace geostance

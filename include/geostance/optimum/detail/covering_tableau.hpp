// SPDX-License-Identifier: BSL-1.0
/// @file
/// The built-in way to solve the linear program of cycles: a condensed tableau.
#pragma once

#include <geostance/optimum/detail/covering_program.hpp>
#include <geostance/optimum/detail/search_control.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

namespace geostance::detail {

/// min c x, where x >= 0 and each row demands sum(x over some ties) >= 1 or more (or, for branching, x_t >= 1 or
/// -x_t >= 0).
/// Rows are added over time; a tie becomes a column when a row first names it.
///
/// Kept as a condensed tableau, basic = value + T * nonbasic, by the dual simplex method: basic slacks of rows that
/// have become idle are thrown away, so that there are hardly more rows than ties with x > 0. Costs are shifted a
/// little against stalling; primal steps with the true costs then take the shift back. Lemke, C. E. (1954). The dual
/// method of solving the linear programming problem. Naval Research Logistics Quarterly 1, 36-47.
class covering_tableau {
public:
    explicit covering_tableau(std::vector<double> costs)
        : cost_(std::move(costs)), row_of_(cost_.size(), none), column_of_(cost_.size(), none) {}

    /// Demands sign * sum(x over ties) >= bound. Returns the name of the row.
    std::uint32_t add(std::vector<std::uint32_t> const& ties, double sign = 1, double bound = 1) {
        row fresh;
        fresh.basic = static_cast<std::uint32_t>(cost_.size()) + slacks_;
        fresh.value = -bound;
        for (auto const t : ties) {
            if (row_of_[t] == none && column_of_[t] == none) append_column(t);
        }
        fresh.factor.resize(nonbasic_.size());
        for (auto const t : ties) {
            if (row_of_[t] == none) {
                fresh.factor[column_of_[t]] += sign;
                continue;
            }
            auto const& basic = rows_[row_of_[t]];
            fresh.value += sign * basic.value;
            for (std::size_t j = 0; j < fresh.factor.size(); ++j) fresh.factor[j] += sign * basic.factor[j];
        }
        rows_.push_back(std::move(fresh));
        return slacks_++;
    }

    /// Solves; false where no x satisfies the rows, or where `control` ended it.
    bool solve(random_source& random, search_control& control) {
        for (auto& column : nonbasic_) {
            auto const shift = static_cast<double>(random() >> 11U) * 0x1p-53;
            column.shifted = std::max(column.cost, 0.0) + 1e-6 * (1 + shift) * typical_cost();
        }
        for (std::size_t step = 0;; ++step) {
            if (step % steps_between_looks() == 0 && control.stop()) return false;
            auto const leaving = most_violated();
            if (leaving == none) break;
            auto const entering = dual_ratio_test(rows_[leaving]);
            if (entering == none) {
                infeasible_ = true;
                return false;
            }
            pivot(leaving, entering);
        }
        for (std::size_t step = 0; step < 10000; ++step) {
            if (step % steps_between_looks() == 0 && control.stop()) return false;
            auto const entering = most_negative_cost();
            if (entering == none) break;
            auto const leaving = primal_ratio_test(entering);
            if (leaving == none) break;
            pivot(leaving, entering);
        }
        drop_idle_rows();
        return true;
    }

    [[nodiscard]] bool infeasible() const noexcept { return infeasible_; }
    [[nodiscard]] std::size_t entries() const noexcept { return rows_.size() * nonbasic_.size(); }

    /// The value of each tie.
    [[nodiscard]] std::vector<double> primal() const {
        std::vector<double> x(cost_.size());
        for (auto const& r : rows_) {
            if (r.basic < cost_.size()) x[r.basic] = std::max(0.0, r.value);
        }
        return x;
    }
    /// The multiplier of each row.
    [[nodiscard]] std::vector<double> dual() const {
        std::vector<double> y(slacks_);
        for (auto const& column : nonbasic_) {
            if (column.variable >= cost_.size()) y[column.variable - cost_.size()] = std::max(0.0, column.cost);
        }
        return y;
    }

private:
    static constexpr std::uint32_t none = UINT32_MAX;
    static constexpr double zero = 1e-9;
    static constexpr double endless = std::numeric_limits<double>::infinity();

    /// Variables are the ties, then the slacks of rows in the order of adding.
    struct row {
        std::uint32_t basic = 0;
        double value = 0;
        std::vector<double> factor{};
    };
    struct priced {
        std::uint32_t variable = 0;
        double cost = 0; // reduced
        double shifted = 0;
    };

    /// A step goes over the whole tableau.
    [[nodiscard]] std::size_t steps_between_looks() const noexcept { return entries() < 100000 ? 16 : 1; }

    void append_column(std::uint32_t t) {
        column_of_[t] = static_cast<std::uint32_t>(nonbasic_.size());
        nonbasic_.push_back({t, cost_[t], cost_[t]});
        for (auto& r : rows_) r.factor.push_back(0);
        typical_cost_ += cost_[t];
    }
    [[nodiscard]] double typical_cost() const { return typical_cost_ / static_cast<double>(nonbasic_.size()); }

    /// The place of the least of so many values that is below a limit; none where none is.
    template <class Value>
    static std::uint32_t place_of_least(std::size_t count, double least, Value value) {
        auto place = none;
        for (std::uint32_t i = 0; i < count; ++i) {
            if (double const v = value(i); v < least) {
                least = v;
                place = i;
            }
        }
        return place;
    }
    [[nodiscard]] std::uint32_t most_violated() const {
        return place_of_least(rows_.size(), -zero, [&](auto i) { return rows_[i].value; });
    }
    [[nodiscard]] std::uint32_t most_negative_cost() const {
        return place_of_least(nonbasic_.size(), -zero * typical_cost(), [&](auto j) { return nonbasic_[j].cost; });
    }
    [[nodiscard]] std::uint32_t dual_ratio_test(row const& leaving) const {
        return place_of_least(nonbasic_.size(), endless, [&](auto j) {
            auto const factor = leaving.factor[j];
            return factor > zero ? std::max(0.0, nonbasic_[j].shifted) / factor : endless;
        });
    }
    [[nodiscard]] std::uint32_t primal_ratio_test(std::uint32_t entering) const {
        return place_of_least(rows_.size(), endless, [&](auto i) {
            auto const factor = rows_[i].factor[entering];
            return factor < -zero ? std::max(0.0, rows_[i].value) / -factor : endless;
        });
    }

    void pivot(std::uint32_t leaving, std::uint32_t entering) {
        auto& r = rows_[leaving];
        auto const inverse = 1 / r.factor[entering];
        for (auto& f : r.factor) f *= -inverse;
        r.factor[entering] = inverse;
        r.value *= -inverse;
        auto const columns = r.factor.size();
        auto const* const source = r.factor.data();
        for (std::uint32_t i = 0; i < rows_.size(); ++i) {
            auto& other = rows_[i];
            auto const a = other.factor[entering];
            if (i == leaving || a == 0) continue;
            other.factor[entering] = 0;
            auto* const factor = other.factor.data();
            for (std::size_t j = 0; j < columns; ++j) factor[j] += a * source[j];
            other.value += a * r.value;
        }
        auto const cost = nonbasic_[entering].cost;
        auto const shifted = nonbasic_[entering].shifted;
        nonbasic_[entering].cost = 0;
        nonbasic_[entering].shifted = 0;
        for (std::size_t j = 0; j < columns; ++j) {
            nonbasic_[j].cost += cost * source[j];
            nonbasic_[j].shifted += shifted * source[j];
        }
        std::swap(r.basic, nonbasic_[entering].variable);
        place_row(leaving);
        if (auto const v = nonbasic_[entering].variable; v < cost_.size()) {
            row_of_[v] = none;
            column_of_[v] = entering;
        }
    }
    void place_row(std::uint32_t i) {
        auto const v = rows_[i].basic;
        if (v >= cost_.size()) return;
        row_of_[v] = i;
        column_of_[v] = none;
    }
    void drop_idle_rows() {
        std::erase_if(rows_, [&](row const& r) { return r.basic >= cost_.size() && r.value > zero; });
        for (std::uint32_t i = 0; i < rows_.size(); ++i) place_row(i);
    }

    std::vector<double> cost_;
    std::vector<row> rows_{};
    std::vector<priced> nonbasic_{};
    std::vector<std::uint32_t> row_of_;
    std::vector<std::uint32_t> column_of_;
    double typical_cost_ = 0;
    std::uint32_t slacks_ = 0;
    bool infeasible_ = false;
};

/// The program as a tableau of its own for each tie that is settled.
class tableau_program final : public covering_program {
public:
    explicit tableau_program(std::vector<double> costs) { path_.push_back({covering_tableau(std::move(costs)), 0}); }

    void add(std::vector<cycle_cut> cuts) override {
        for (auto& c : cuts) {
            names_.push_back(tableau().add(c.ties, 1, c.demand));
            take_row(std::move(c));
        }
    }
    bool solve(random_source& random, search_control& control) override { return tableau().solve(random, control); }
    [[nodiscard]] bool infeasible() const override { return path_.back().tableau.infeasible(); }
    [[nodiscard]] std::size_t entries() const override { return path_.back().tableau.entries(); }
    [[nodiscard]] std::vector<double> primal() const override { return path_.back().tableau.primal(); }
    [[nodiscard]] std::vector<double> dual() const override {
        auto const all = path_.back().tableau.dual();
        std::vector<double> y;
        y.reserve(names_.size());
        for (auto const name : names_) y.push_back(all[name]);
        return y;
    }

private:
    struct level {
        covering_tableau tableau;
        std::size_t rows;
    };

    [[nodiscard]] covering_tableau& tableau() { return path_.back().tableau; }

    void begin_settled(settled_tie const& s) override {
        auto next = tableau();
        next.add({s.tie}, s.against ? 1 : -1, s.against ? 1 : 0);
        path_.push_back({std::move(next), names_.size()});
    }
    void end_settled() override {
        names_.resize(path_.back().rows);
        keep_rows(names_.size());
        path_.pop_back();
    }

    std::vector<level> path_{};
    std::vector<std::uint32_t> names_{}; // in the tableau, of each row
};

inline std::unique_ptr<covering_program> make_tableau_program(std::vector<double> const& costs) {
    return std::make_unique<tableau_program>(costs);
}

/// The tableau takes time by its rows and columns, whatever is in them.
inline constexpr covering_solver tableau_solver{make_tableau_program, 0, 6'000'000};

} // namespace geostance::detail

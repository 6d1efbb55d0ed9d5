// SPDX-License-Identifier: BSL-1.0
/// @file
/// The linear program of cycles, solved by COIN-OR's CLP: the component `lp`. A program in which any file includes this
/// solves with CLP.
#pragma once

#include <geostance/optimum/detail/chosen_solver.hpp>
#include <geostance/optimum/detail/covering_program.hpp>
#include <geostance/optimum/detail/search_control.hpp>

#include <ClpDualRowSteepest.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>

#include <algorithm>
#include <cstddef>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Ends a solution where `control` says so. What that throws waits until CLP has returned.
class clp_watch : public ClpEventHandler {
public:
    struct state {
        search_control* control = nullptr;
        std::size_t steps = 0;
        std::exception_ptr thrown{};
    };

    explicit clp_watch(state& shared) : shared_(&shared) {}
    int event(Event which) override {
        constexpr int go_on = -1;
        constexpr int end = 0;
        if (which != endOfIteration && which != endOfFactorization) return go_on;
        if (which == endOfIteration && ++shared_->steps % 16 != 0) return go_on;
        try {
            return shared_->control->stop() ? end : go_on;
        } catch (...) {
            shared_->thrown = std::current_exception();
            return end;
        }
    }
    [[nodiscard]] ClpEventHandler* clone() const override { return new clp_watch(*this); }

private:
    state* shared_;
};

/// One model: ties are its columns, whose bounds change where branching settles them. Rows that have become idle are
/// thrown away, except those that the program had before the last tie was settled.
class clp_program final : public covering_program {
public:
    explicit clp_program(std::vector<double> const& costs) {
        for (auto const c : costs) unit_ = std::max(unit_, c);
        auto const ties = static_cast<int>(costs.size());
        model_.setLogLevel(0);
        model_.resize(0, ties);
        for (int t = 0; t < ties; ++t) {
            model_.setObjectiveCoefficient(t, costs[static_cast<std::size_t>(t)] / unit_);
            model_.setColumnBounds(t, 0, COIN_DBL_MAX);
        }
        model_.createStatus();
        model_.scaling(0);
        model_.setPerturbation(50);
        ClpDualRowSteepest rows(1); // half as many steps as where some rows are priced at a time
        model_.setDualRowPivotAlgorithm(rows);
        clp_watch handler(watched_);
        model_.passInEventHandler(&handler); // which it copies
    }

    void add(std::vector<cycle_cut> cuts) override {
        std::vector<CoinBigIndex> first(1, 0);
        std::vector<int> ties;
        std::vector<double> demands;
        for (auto& c : cuts) {
            demands.push_back(c.demand);
            ties.insert(ties.end(), c.ties.begin(), c.ties.end());
            first.push_back(static_cast<CoinBigIndex>(ties.size()));
            take_row(std::move(c));
        }
        std::vector<double> const ones(ties.size(), 1);
        model_.addRows(static_cast<int>(cuts.size()), demands.data(), nullptr, first.data(), ties.data(), ones.data());
    }

    bool solve(random_source&, search_control& control) override {
        if (rows().empty()) { // which CLP does not take
            std::copy_n(model_.columnLower(), model_.numberColumns(), model_.primalColumnSolution());
            return true;
        }
        watched_ = {&control};
        model_.dual();
        if (watched_.thrown) std::rethrow_exception(watched_.thrown);
        is_infeasible_ = model_.status() == 1;
        if (model_.status() != 0) return false;
        drop_idle_rows();
        return true;
    }

    [[nodiscard]] bool infeasible() const override { return is_infeasible_; }
    [[nodiscard]] std::size_t entries() const override {
        return rows().empty() ? 0 : static_cast<std::size_t>(model_.getNumElements());
    }
    [[nodiscard]] std::vector<double> primal() const override {
        auto const* const x = model_.primalColumnSolution();
        return at_least_zero(x, model_.numberColumns(), 1);
    }
    [[nodiscard]] std::vector<double> dual() const override {
        return at_least_zero(model_.dualRowSolution(), model_.numberRows(), unit_);
    }

private:
    /// What reopening goes back to.
    struct level {
        std::vector<unsigned char> basis{};
        double lower = 0;
        double upper = 0;
        std::size_t rows = 0;
    };

    static std::vector<double> at_least_zero(double const* values, int count, double unit) {
        std::vector<double> result(values, values + count);
        for (auto& each : result) each = std::max(0.0, each * unit);
        return result;
    }

    void begin_settled(settled_tie const& s) override {
        auto const t = static_cast<int>(s.tie);
        auto const* const basis = model_.statusArray();
        path_.push_back({{basis, basis + model_.numberColumns() + model_.numberRows()},
                         model_.columnLower()[t],
                         model_.columnUpper()[t],
                         rows().size()});
        model_.setColumnBounds(t, s.against ? 1 : 0, s.against ? COIN_DBL_MAX : 0);
    }
    void end_settled() override {
        auto const& back = path_.back();
        auto const t = static_cast<int>(settled().back().tie);
        drop_rows([&](std::size_t i) { return i >= back.rows; });
        model_.setColumnBounds(t, back.lower, back.upper);
        model_.copyinStatus(back.basis.data());
        path_.pop_back();
    }

    void drop_idle_rows() {
        auto const first = path_.empty() ? 0 : path_.back().rows;
        drop_rows([&](std::size_t i) {
            auto const row = static_cast<int>(i);
            return i >= first && model_.getRowStatus(row) == ClpSimplex::basic &&
                   model_.primalRowSolution()[row] > rows()[i].demand + 1e-9;
        });
    }
    template <class Dropped>
    void drop_rows(Dropped is_dropped) {
        std::vector<int> dropped;
        for (std::size_t i = 0; i < rows().size(); ++i)
            if (is_dropped(i)) dropped.push_back(static_cast<int>(i));
        if (dropped.empty()) return;
        keep_rows_if([&](std::size_t i) { return !std::binary_search(dropped.begin(), dropped.end(), i); });
        model_.deleteRows(static_cast<int>(dropped.size()), dropped.data());
    }

    clp_watch::state watched_{};
    ClpSimplex model_{};
    double unit_ = 1; // of costs
    bool is_infeasible_ = false;
    std::vector<level> path_{};
};

inline std::unique_ptr<covering_program> make_clp_program(std::vector<double> const& costs) {
    return std::make_unique<clp_program>(costs);
}

inline constexpr covering_solver clp_solver{make_clp_program, 40'000, 200'000'000};

inline bool const clp_is_chosen = [] {
    chosen_solver = clp_solver;
    return true;
}();

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A linear program that grows: ties of least total weight such that every given cycle holds at least one of them.
#pragma once

#include <geostance/optimum/detail/cycle_cuts.hpp>
#include <geostance/optimum/detail/search_control.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A tie that branching has put against the camps, or has made to fit.
struct settled_tie {
    std::uint32_t tie;
    bool against;
};

/// min c x, where x >= 0 and each row demands sum(x over some ties) >= 1 or more; x is at least 1 for a tie settled as
/// against the camps, and 0 for one that fits. Rows are added over time.
class covering_program {
public:
    covering_program() = default;
    covering_program(covering_program const&) = delete;
    covering_program& operator=(covering_program const&) = delete;
    virtual ~covering_program() = default;

    virtual void add(std::vector<cycle_cut> cuts) = 0;
    /// Solves; false where no x satisfies the rows, or where `control` ended it.
    virtual bool solve(random_source& random, search_control& control) = 0;
    /// Whether it is known that no x does.
    [[nodiscard]] virtual bool infeasible() const = 0;
    /// How large it is, in the measure of its solver.
    [[nodiscard]] virtual std::size_t entries() const = 0;
    /// The value of each tie, and the multiplier of each row, both only nearly right.
    [[nodiscard]] virtual std::vector<double> primal() const = 0;
    [[nodiscard]] virtual std::vector<double> dual() const = 0;

    [[nodiscard]] std::vector<cycle_cut> const& rows() const noexcept { return rows_; }
    [[nodiscard]] std::vector<settled_tie> const& settled() const noexcept { return settled_; }

    void settle(settled_tie const& s) {
        begin_settled(s);
        settled_.push_back(s);
    }
    /// Undoes the last settle(), and takes away the rows that were added since.
    void reopen() {
        end_settled();
        settled_.pop_back();
    }

protected:
    void take_row(cycle_cut cut) { rows_.push_back(std::move(cut)); }
    void keep_rows(std::size_t count) { rows_.resize(count); }
    /// Keeps the rows for which `is_kept` is true of their place.
    template <class Kept>
    void keep_rows_if(Kept is_kept) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            if (!is_kept(i)) continue;
            if (kept != i) rows_[kept] = std::move(rows_[i]);
            ++kept;
        }
        rows_.resize(kept);
    }

private:
    virtual void begin_settled(settled_tie const& s) = 0;
    virtual void end_settled() = 0;

    std::vector<cycle_cut> rows_{};
    std::vector<settled_tie> settled_{};
};

/// What solves such programs.
struct covering_solver {
    std::unique_ptr<covering_program> (*make)(std::vector<double> const& costs);
    std::size_t least_entries; // smaller programs are solved sooner by the tableau
    std::size_t most_entries;  // larger ones take longer than they are worth
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a reader read, what it skipped, and why.
#pragma once

#include <geostance/error.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace geostance::io {

/// What was wrong with a row: a `read_error` that was not thrown.
struct read_problem {
    text_place where{};     ///< file, line, column and field
    std::string value{};    ///< what stood there
    std::string expected{}; ///< what should have

    friend bool operator==(read_problem const&, read_problem const&) = default;
};

/// Rows that were kept though something is odd about them, and parts of a file that were left out.
struct read_warnings {
    std::map<std::string, std::uint64_t> reasons{}; ///< how many rows, by what is odd
    std::vector<read_problem> rows{};               ///< the first of them, as many as `read_options` allow

    friend bool operator==(read_warnings const&, read_warnings const&) = default;
};

/// What became of the rows of a table, or of the nodes and relations of a graph.
struct read_report {
    std::uint64_t rows = 0;                         ///< rows that were read, headings and comments not counted
    std::uint64_t skipped = 0;                      ///< rows that were left out as bad
    std::map<std::string, std::uint64_t> reasons{}; ///< skipped rows by `field: what was expected`
    std::vector<read_problem> problems{};           ///< the first of them, as many as `read_options` allow
    read_warnings warnings{};                       ///< what was kept, but is odd

    friend bool operator==(read_report const&, read_report const&) = default;
};

namespace detail {

/// Counts a bad row, and keeps what was wrong with it while there is room.
inline void note(read_report& report, read_error const& problem, std::size_t max_problems) {
    constexpr std::size_t most_reasons = 1000;
    ++report.skipped;
    auto const& field = problem.where().field;
    auto reason = field.empty() ? problem.expected() : field + ": " + problem.expected();
    if (report.reasons.size() >= most_reasons && !report.reasons.contains(reason)) reason = "other reasons";
    ++report.reasons[reason];
    if (report.problems.size() < max_problems)
        report.problems.push_back({problem.where(), problem.value(), problem.expected()});
}

/// Adds the report of what stands behind what another one is about. As long as there are fewer than 1,000 reasons it is
/// what one report of both would have said.
inline void add_behind(read_report& report, read_report behind, std::size_t max_problems) {
    report.rows += behind.rows;
    report.skipped += behind.skipped;
    for (auto const& [reason, count] : behind.reasons) report.reasons[reason] += count;
    for (auto const& [reason, count] : behind.warnings.reasons) report.warnings.reasons[reason] += count;
    auto const append = [&](std::vector<read_problem>& to, std::vector<read_problem>& from) {
        auto const room = std::min(from.size(), max_problems - std::min(to.size(), max_problems));
        std::move(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(room), std::back_inserter(to));
    };
    append(report.problems, behind.problems);
    append(report.warnings.rows, behind.warnings.rows);
}

/// Counts lines from where the rows of a report stand in their file.
inline void count_lines_from(read_report& report, std::size_t lines_before) {
    for (auto* const problems : {&report.problems, &report.warnings.rows})
        for (auto& p : *problems) p.where.line += p.where.line != 0 ? lines_before : 0;
}

/// Counts a row that is kept with a warning, and keeps the warning while there is room.
inline void warn(read_report& report, read_problem warning, std::size_t max_problems) {
    ++report.warnings.reasons[warning.expected];
    if (report.warnings.rows.size() < max_problems) report.warnings.rows.push_back(std::move(warning));
}

} // namespace detail

/// One line for the whole, one for each reason and warning: `2116 rows read, 3 skipped`.
/// @param report the report
/// @return lines, each with its end
/// @par Complexity
/// O(length of the text)
[[nodiscard]] inline std::string summary(read_report const& report) {
    auto text = std::to_string(report.rows) + " rows read, " + std::to_string(report.skipped) + " skipped\n";
    for (auto const& [reason, count] : report.reasons)
        text += "  " + std::to_string(count) + ": " + safe_text(reason) + '\n';
    for (auto const& [reason, count] : report.warnings.reasons)
        text += "  " + std::to_string(count) + " with a warning: " + safe_text(reason) + '\n';
    return text;
}

} // namespace geostance::io

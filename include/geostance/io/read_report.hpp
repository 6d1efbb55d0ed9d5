// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a reader read, what it skipped, and why.
#pragma once

#include <geostance/error.hpp>
#include <geostance/safe_text.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace geostance::io {

/// What was wrong with a row: a `read_error` that was not thrown.
struct read_problem {
    text_place where{};     ///< file, line, column and field
    std::string value{};    ///< what stood there
    std::string expected{}; ///< what should have

    friend bool operator==(read_problem const&, read_problem const&) = default;
};

/// What became of the rows of a table.
struct read_report {
    std::uint64_t rows = 0;                         ///< rows that were read, headings and comments not counted
    std::uint64_t skipped = 0;                      ///< rows that were left out as bad
    std::map<std::string, std::uint64_t> reasons{}; ///< skipped rows by `field: what was expected`
    std::vector<read_problem> problems{};           ///< the first of them, as many as `read_options` allow

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

} // namespace detail

/// One line for the whole, one for each reason: `2116 rows read, 3 skipped`.
/// @param report the report
/// @return lines, each with its end
[[nodiscard]] inline std::string summary(read_report const& report) {
    auto text = std::to_string(report.rows) + " rows read, " + std::to_string(report.skipped) + " skipped\n";
    for (auto const& [reason, count] : report.reasons)
        text += "  " + std::to_string(count) + ": " + safe_text(reason) + '\n';
    return text;
}

} // namespace geostance::io

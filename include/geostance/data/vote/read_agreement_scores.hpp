// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads agreement scores of the United Nations as Voeten publishes them.
#pragma once

#include <geostance/data/state/schemes.hpp>
#include <geostance/data/vote/agreement_scores.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/sheet.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace geostance::io {

/// How a file of agreement scores is read.
struct read_agreement_scores_options {
    read_options rows{};         ///< bad rows, limits, progress, cancellation
    char separator = ',';        ///< what separates fields: `,`, `;`, `|` or a tab
    std::string score = "agree"; ///< the column of the score, such as `agree3un`
};

/// Reads a file of agreement scores, one pair of states and year a row: `ccode1` and `ccode2`, numbers of the
/// Correlates of War, `year`, the score, and `IdealPointDistance` if it is there. A pair that stands in the file once
/// each way round is one score. A row without a score is left out, with a warning: that the two did not vote together
/// is no disagreement.
/// @param in a file, stream or text
/// @param options how to read it
/// @return the scores in the order of the file, and the report. Warnings: no score
/// @throws read_error for a heading of another layout, and for a bad row, if asked to stop: among others a second score
///         of a pair and year that is not the first
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range
/// @par Complexity
/// O(n log n)
/// @par Source
/// Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations voting
/// data. Journal of Conflict Resolution 61, 430-456, doi:10.1177/0022002715595700. Data: doi:10.7910/DVN/LEJUQZ.
[[nodiscard]] inline read_result<agreement_table>
read_agreement_scores(input in, read_agreement_scores_options const& options = {}) {
    detail::sheet s(std::move(in), options.separator, options.rows);
    auto const first = s.at({"ccode1"});
    auto const second = s.at({"ccode2"});
    auto const year = s.at({"year"});
    auto const score = s.at({detail::lower(options.score)});
    auto const distance = s.find({"idealpointdistance", "absidealdiff"});
    read_result<agreement_table> result;
    auto& table = result.value;
    std::map<std::tuple<std::uint32_t, std::uint32_t, int>, std::size_t> known;
    result.report = s.for_each_row([&] {
        constexpr double widest = 200;
        agreement_score found{0, 0, s.number(year, 1945, 2200), 0, s.maybe_real(distance, 0, widest), s.line()};
        auto const agreement = s.maybe_real(score, 0, 1);
        auto const one = s.cow_number(first);
        auto const other = s.cow_number(second);
        if (one == other) s.fail(second, "another state");
        if (!agreement) return s.warn(score, "no score: the row is left out");
        found.agreement = *agreement;
        std::tie(found.a, found.b) =
            std::minmax({table.states.add(scheme::cow, one), table.states.add(scheme::cow, other)});
        auto const [at, is_new] = known.try_emplace({found.a, found.b, found.year}, table.scores.size());
        if (!is_new && table.scores[at->second].agreement != *agreement)
            s.fail(score,
                   "the score on line " + std::to_string(table.scores[at->second].line) + ": it is the same pair");
        if (!is_new) return;
        table.coverage = widened(table.coverage, found.year);
        table.scores.push_back(found);
    });
    return result;
}

} // namespace geostance::io

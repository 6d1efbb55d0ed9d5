// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads ideal points of the United Nations as Voeten and others publish them.
#pragma once

#include <geostance/data/state/schemes.hpp>
#include <geostance/data/vote/ideal_points.hpp>
#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/sheet.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace geostance::io {

/// How a file of ideal points is read.
struct read_ideal_points_options {
    read_options rows{};                 ///< bad rows, limits, progress, cancellation
    char separator = ',';                ///< what separates fields: `,`, `;`, `|` or a tab
    std::string point = "IdealPointAll"; ///< the column of the estimate, such as `IdealPointFP`; its votes and
                                         ///< percentiles are those of the same ending, `NVotesFP`, `Q5FP`, `Q95FP`
};

namespace detail {

/// The columns of a file of ideal points.
struct ideal_point_columns {
    ideal_point_columns(sheet const& s, std::string const& wanted)
        : point(s.find({lower(wanted)})), cow(s.find({"ccode"})), iso(s.find({"iso3c"})),
          name(s.find({"countryname", "country"})), year(s.find({"year"})), session(s.find({"session"})) {
        if (!point.exists() && lower(wanted) == "idealpointall") point = s.find({"idealpoint"});
        if (!point.exists()) point = s.at({wanted});
        if (!cow.exists() && !iso.exists()) cow = s.at({"ccode"});
        if (!year.exists()) session = s.at({"session"});
        constexpr std::string_view stem = "idealpoint";
        auto const ending = point.name.starts_with(stem) ? point.name.substr(stem.size()) : std::string();
        votes = s.find({"nvotes" + ending});
        low = s.find({"q5" + ending, "q5%" + ending});
        high = s.find({"q95" + ending, "q95%" + ending});
    }

    column point, cow, iso, name, year, session, votes, low, high;
};

/// The year of a row. The first session began in 1946.
inline int year_of_row(sheet const& s, column const& year, column const& session) {
    constexpr int before_first_session = 1945;
    return year.exists() ? s.number(year, 1945, 2200) : s.number(session, 1, 255) + before_first_session;
}

} // namespace detail

/// Reads a file of ideal points, one state and year a row: `ccode`, the number of the Correlates of War, or else
/// `iso3c`; `year`, or else `session`; and the estimate. A row without an estimate is left out, with a warning: it is
/// not in the middle.
/// @param in a file, stream or text
/// @param options how to read it
/// @return the points in the order of the file, and the report. Warnings: no estimate; no code, so that the name stands
///         for the state
/// @throws read_error for a heading of another layout, and for a bad row, if asked to stop
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range
/// @par Complexity
/// O(n log n)
/// @par Source
/// Bailey, M. A., Strezhnev, A. and Voeten, E. (2017). Estimating dynamic state preferences from United Nations voting
/// data. Journal of Conflict Resolution 61, 430-456, doi:10.1177/0022002715595700. Data: doi:10.7910/DVN/LEJUQZ.
[[nodiscard]] inline read_result<ideal_point_table> read_ideal_points(input in,
                                                                      read_ideal_points_options const& options = {}) {
    detail::sheet s(std::move(in), options.separator, options.rows);
    detail::ideal_point_columns const c(s, options.point);
    read_result<ideal_point_table> result;
    auto& table = result.value;
    std::set<std::pair<std::uint32_t, int>> seen;
    auto const state = [&] {
        auto const name = detail::unless_missing(s.text(c.name));
        if (!detail::unless_missing(s.text(c.cow)).empty())
            return listed_state{{std::string(scheme::cow), std::string(s.cow_number(c.cow))}, std::string(name)};
        if (auto const iso = detail::unless_missing(s.text(c.iso)); !iso.empty())
            return listed_state{{std::string(scheme::iso_alpha_3), std::string(iso)}, std::string(name)};
        if (name.empty()) s.fail(c.cow.exists() ? c.cow : c.iso, "a code, or else a name");
        s.warn(c.cow.exists() ? c.cow : c.iso, "no code: the name stands for the state");
        return listed_state{{std::string(detail::name_scheme), std::string(name)}, std::string(name)};
    };
    result.report = s.for_each_row([&] {
        constexpr double widest = 100;
        auto const year = detail::year_of_row(s, c.year, c.session);
        auto const value = s.maybe_real(c.point, -widest, widest);
        ideal_point p{0,
                      year,
                      value.value_or(0),
                      s.maybe_real(c.low, -widest, widest),
                      s.maybe_real(c.high, -widest, widest),
                      s.maybe_number(c.votes, 0, 1'000'000),
                      s.line()};
        if (!value) return s.warn(c.point, "no estimate: the row is left out");
        auto const [id, name] = state();
        if (seen.contains({table.states.find(id), year})) s.fail(c.point, "one estimate of a state and year");
        p.state = table.states.add(id.scheme, id.value, name);
        seen.emplace(p.state, year);
        table.coverage = widened(table.coverage, year);
        table.points.push_back(p);
    });
    return result;
}

} // namespace geostance::io

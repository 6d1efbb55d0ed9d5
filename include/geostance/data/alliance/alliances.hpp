// SPDX-License-Identifier: BSL-1.0
/// @file
/// Alliances as tables of pledges: what one state owed another, when, and which years the table covers.
#pragma once

#include <geostance/data/state/listed_states.hpp>
#include <geostance/data/state/year_span.hpp>
#include <geostance/model/period.hpp>
#include <geostance/model/relations.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance::io {

/// One row of an alliance file, or the rows of several years that say the same.
struct alliance_record {
    std::uint32_t from = 0;                 ///< who pledges: a position in the table's states
    std::uint32_t to = listed_states::npos; ///< to whom; `npos` = to the other members of the treaty
    std::string treaty{};                   ///< the treaty's number in the data set; empty where the file has none
    geostance::pledges pledges{};           ///< what is pledged
    period valid{};                         ///< when it was in force; an unknown end = in force when the data end
    bool mutual = false;                    ///< true if the row stands for both directions
    bool left_censored = false;             ///< true if it may have begun before the data do
    bool right_censored = false;            ///< true if it was in force when the data end
    std::size_t line = 0;                   ///< the first row's line in the file

    friend bool operator==(alliance_record const&, alliance_record const&) = default;
};

/// What an alliance file says.
struct alliance_table {
    listed_states states{};                 ///< who is named
    std::vector<alliance_record> records{}; ///< in the order of the file
    year_span coverage{};                   ///< the years that the file knows of
    /// the pairs with skipped rows, by position, the lesser first; `npos` = a member and the other members of its
    /// treaty. Whether such a pair had further pledges is unknown
    std::set<std::pair<std::uint32_t, std::uint32_t>> incomplete{};
};

/// What two states pledged each other, either way.
struct pledged_pair {
    std::uint32_t a = 0;          ///< a position in the table's states, less than b
    std::uint32_t b = 0;          ///< a position in the table's states
    geostance::pledges pledges{}; ///< all that either pledged to the other

    friend bool operator==(pledged_pair const&, pledged_pair const&) = default;
};

/// The pledges in at least one of two sets.
/// @param x a set
/// @param y a set
/// @return their union
/// @par Complexity
/// O(1)
[[nodiscard]] constexpr pledges united(pledges const& x, pledges const& y) noexcept {
    return {x.defense || y.defense, x.offense || y.offense, x.neutrality || y.neutrality,
            x.nonaggression || y.nonaggression, x.consultation || y.consultation};
}

namespace detail {

/// What a record says, but for its time.
inline auto content_of(alliance_record const& r) {
    auto const& p = r.pledges;
    return std::tuple(r.from, r.to, std::string_view(r.treaty), p.defense, p.offense, p.neutrality, p.nonaggression,
                      p.consultation);
}

/// What a record says of a time, as a key for sorting.
inline auto content_and_days_of(alliance_record const& r) {
    auto const day = [](date d) { return d.is_known() ? d.first_day() : std::chrono::sys_days::max(); };
    return std::tuple(content_of(r), day(r.valid.from), day(r.valid.to), r.valid.from.precision(),
                      r.valid.to.precision());
}

inline int year_of(date d) { return static_cast<int>(std::chrono::year_month_day(d.first_day()).year()); }

inline bool is_of_a_year(alliance_record const& r) {
    return r.valid.from.precision() == precision::year && r.valid.from == r.valid.to;
}

/// Joins consecutive years.
inline std::vector<alliance_record> joined_years(std::vector<alliance_record> const& sorted) {
    std::vector<alliance_record> result;
    for (auto const& r : sorted) {
        auto* const last = result.empty() ? nullptr : &result.back();
        if (last != nullptr && content_of(*last) == content_of(r) &&
            year_of(r.valid.from) <= year_of(last->valid.to) + 1) {
            last->valid.to = r.valid.to;
            last->line = std::min(last->line, r.line);
        } else {
            result.push_back(r);
        }
    }
    return result;
}

} // namespace detail

/// Joins the records of consecutive years that say the same: one record for each spell.
///
/// Whether a spell is censored follows from the years covered. The flags in a yearly file do not tell: they are about
/// the whole alliance, which may have several spells.
/// @param yearly a table whose records are valid for a year each; records of other periods are kept, without duplicates
/// @return the same states and coverage; a spell that reaches the last year covered is censored, and its end unknown
/// @par Complexity
/// O(n log n)
[[nodiscard]] inline alliance_table spells_of(alliance_table const& yearly) {
    auto sorted = yearly.records;
    std::stable_sort(sorted.begin(), sorted.end(), [](auto const& x, auto const& y) {
        return detail::content_and_days_of(x) < detail::content_and_days_of(y);
    });
    auto const others = std::stable_partition(sorted.begin(), sorted.end(), detail::is_of_a_year);
    auto spells = detail::joined_years({sorted.begin(), others});
    for (auto& r : spells) {
        r.left_censored = detail::year_of(r.valid.from) == yearly.coverage.first;
        r.right_censored = detail::year_of(r.valid.to) == yearly.coverage.last;
        if (r.right_censored) r.valid.to = date();
    }
    std::unique_copy(others, sorted.end(), std::back_inserter(spells), [](auto const& x, auto const& y) {
        return detail::content_and_days_of(x) == detail::content_and_days_of(y);
    });
    std::stable_sort(spells.begin(), spells.end(), [](auto const& x, auto const& y) { return x.line < y.line; });
    return {yearly.states, std::move(spells), yearly.coverage, yearly.incomplete};
}

namespace detail {

/// True if a record was, or may have been, in force on a day of the years.
inline bool reaches(alliance_record const& row, year_span years) {
    return overlaps(row.valid, to_period(years)) != certainty::no;
}

/// True if rows that may be about two states were skipped.
inline bool is_incomplete(alliance_table const& table, std::uint32_t a, std::uint32_t b) {
    return table.incomplete.contains(std::minmax(a, b)) || table.incomplete.contains({a, listed_states::npos}) ||
           table.incomplete.contains({b, listed_states::npos});
}

/// Calls f(from, to, pledges) for each pledge of a state to a state in the years; a pledge to a treaty counts as one to
/// every other member of that time.
template <class F>
void for_each_pledge(alliance_table const& table, year_span years, F&& f) {
    std::map<std::string_view, std::vector<alliance_record const*>> members;
    for (auto const& r : table.records) {
        if (!reaches(r, years)) continue;
        if (r.to != listed_states::npos) f(r.from, r.to, r.pledges);
        if (r.to != listed_states::npos && r.mutual) f(r.to, r.from, r.pledges);
        if (r.to == listed_states::npos) members[r.treaty].push_back(&r);
    }
    for (auto const& [treaty, all] : members)
        for (auto const* one : all)
            for (auto const* other : all)
                if (one->from != other->from && overlaps(one->valid, other->valid) != certainty::no)
                    f(one->from, other->from, one->pledges);
}

} // namespace detail

/// The pairs of states with a pledge between them in some years, and what they pledged.
/// @param table what a file says
/// @param years the years asked about
/// @return by the positions of the states
/// @throws invalid_value if the table does not cover these years: what was pledged then is unknown
/// @par Complexity
/// O(n log n)
[[nodiscard]] inline std::vector<pledged_pair> pledged_pairs(alliance_table const& table, year_span years) {
    detail::check_covered("pledged_pairs.years", table.coverage, years);
    std::map<std::pair<std::uint32_t, std::uint32_t>, pledges> pairs;
    detail::for_each_pledge(table, years, [&](std::uint32_t from, std::uint32_t to, pledges const& made) {
        auto& known = pairs[std::minmax(from, to)];
        known = united(known, made);
    });
    std::vector<pledged_pair> result;
    result.reserve(pairs.size());
    for (auto const& [pair, p] : pairs) result.push_back({pair.first, pair.second, p});
    return result;
}

/// What one state had pledged another in a year.
/// @param table what a file says
/// @param from who pledges
/// @param to to whom
/// @param year the year
/// @return an empty set if there was no pledge; nothing if that is unknown: the table does not cover the year, does not
///         name both states, or has no pledge of theirs and skipped rows about them
/// @par Complexity
/// O(n)
[[nodiscard]] inline std::optional<pledges> pledges_in(alliance_table const& table, code const& from, code const& to,
                                                       int year) {
    auto const a = table.states.find(from);
    auto const b = table.states.find(to);
    if (a == listed_states::npos || b == listed_states::npos || !contains(table.coverage, {year, year}))
        return std::nullopt;
    pledges result;
    detail::for_each_pledge(table, {year, year}, [&](std::uint32_t x, std::uint32_t y, pledges const& made) {
        if (x == a && y == b) result = united(result, made);
    });
    if (result == pledges{} && detail::is_incomplete(table, a, b)) return std::nullopt;
    return result;
}

} // namespace geostance::io

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Militarized disputes as tables: who took part on which side, when, and how far it went.
#pragma once

#include <geostance/data/state/listed_states.hpp>
#include <geostance/data/state/year_span.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/period.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geostance {

namespace io {

/// The highest level of hostility, as the disputes data number it from 1.
enum class hostility : std::uint8_t {
    none,    ///< 1: no militarized action
    threat,  ///< 2: threat to use force
    display, ///< 3: display of force
    use,     ///< 4: use of force
    war      ///< 5: war
};

} // namespace io

template <>
struct enum_names<io::hostility> {
    static constexpr std::array<std::string_view, 5> of_each{"none", "threat", "display", "use", "war"};
};

namespace io {

/// The value of a level of hostility: none 0, threat -0.25, display -0.5, use -0.75, war -1. The steps are equal
/// because the levels are only ordered; this is the library's choice.
/// @param h the level
/// @return in [-1, 0]
/// @par Complexity
/// O(1)
/// @par Source
/// The levels: Jones, D. M., Bremer, S. A. and Singer, J. D. (1996). Militarized interstate disputes, 1816-1992.
/// Conflict Management and Peace Science 15, 163-213. The values are this library's.
[[nodiscard]] constexpr double value_of(hostility h) noexcept {
    constexpr double steps = 4;
    return 0.0 - static_cast<int>(h) / steps;
}

/// One state's part in a dispute.
struct dispute_participant {
    std::uint32_t dispute = 0;                ///< the dispute's number in the data set
    std::uint32_t state = 0;                  ///< a position in the table's states
    bool side_a = false;                      ///< true for the side of the first act; sides do not tell who fought whom
    std::optional<bool> originator{};         ///< true if involved from the first day; nothing = missing
    std::optional<bool> revisionist{};        ///< true if it wanted things changed; nothing = missing
    std::optional<int> fatality{};            ///< 0 to 6, the level of deaths; nothing = missing
    std::optional<int> action{};              ///< 0 to 21, the highest action; nothing = missing
    std::optional<io::hostility> hostility{}; ///< the highest level; `none` = no militarized action; nothing = missing
    period valid{};                           ///< when it took part; without a known day, by month
    std::size_t line = 0;                     ///< the row's line in the file

    friend bool operator==(dispute_participant const&, dispute_participant const&) = default;
};

/// Two states on opposite sides of a dispute.
struct dispute_dyad {
    std::uint32_t dispute = 0;                  ///< the dispute's number in the data set
    std::uint32_t a = 0;                        ///< on side A: a position in the table's states
    std::uint32_t b = 0;                        ///< on side B: a position in the table's states
    std::optional<io::hostility> hostility_a{}; ///< the highest level that a reached; nothing = missing
    std::optional<io::hostility> hostility_b{}; ///< the highest level that b reached; nothing = missing
    period valid{};                             ///< while both took part; in a file by year, that year's part of it
    bool inferred = false;                      ///< true if inferred from the sides alone
    std::size_t line = 0;                       ///< the row's line in the file; of a's row if inferred

    friend bool operator==(dispute_dyad const&, dispute_dyad const&) = default;
};

/// What a file of disputes says: by participant, or by dyad.
struct dispute_table {
    listed_states states{};                          ///< who is named
    std::vector<dispute_participant> participants{}; ///< in the order of the file; empty if the file has dyads
    std::vector<dispute_dyad> dyads{};               ///< in the order of the file; empty if it has participants
    year_span coverage{};                            ///< the years that the file covers
    std::string scheme = "mid";                      ///< of the disputes' numbers: `mid`, or `ucdp-conflict`
};

namespace detail {

/// The time common to two periods. If the end of either is unknown, so is the end of the result.
[[nodiscard]] constexpr period shared_period(period const& a, period const& b) noexcept {
    auto const later = [](date x, date y) { return x.first_day() < y.first_day() ? y : x; };
    auto const sooner = [](date x, date y) { return y.last_day() < x.last_day() ? y : x; };
    auto const chosen = [](date x, date y, auto choose) {
        if (x.is_known() && y.is_known()) return choose(x, y);
        if (x.precision() == precision::open) return y;
        return y.precision() == precision::open ? x : date();
    };
    return {chosen(a.from, b.from, later), chosen(a.to, b.to, sooner)};
}

} // namespace detail

/// The pairs of states on opposite sides of a dispute at the same time. A dyad is inferred unless one of the sides was
/// a single state throughout: in a dispute of many, being on opposite sides does not mean having fought.
/// @param table a file's participants, or its dyads
/// @return the file's dyads if it has them; otherwise those of its participants, by dispute and in the order of the
///         file
/// @par Complexity
/// O(n log n + number of pairs)
[[nodiscard]] inline std::vector<dispute_dyad> dyads_of(dispute_table const& table) {
    if (!table.dyads.empty()) return table.dyads;
    std::map<std::uint32_t, std::array<std::vector<dispute_participant const*>, 2>> sides;
    for (auto const& p : table.participants) sides[p.dispute][p.side_a ? 0 : 1].push_back(&p);
    std::vector<dispute_dyad> result;
    for (auto const& [dispute, both] : sides) {
        auto const several = [](std::vector<dispute_participant const*> const& side) {
            return std::any_of(side.begin(), side.end(),
                               [&](auto const* p) { return p->state != side.front()->state; });
        };
        bool const inferred = several(both[0]) && several(both[1]);
        for (auto const* a : both[0])
            for (auto const* b : both[1]) {
                if (overlaps(a->valid, b->valid) == certainty::no) continue;
                result.push_back({dispute, a->state, b->state, a->hostility, b->hostility,
                                  detail::shared_period(a->valid, b->valid), inferred, a->line});
            }
    }
    return result;
}

} // namespace io

} // namespace geostance

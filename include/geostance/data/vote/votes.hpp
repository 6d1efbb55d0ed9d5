// SPDX-License-Identifier: BSL-1.0
/// @file
/// Roll calls as tables: who voted how on what, and what the file does not say.
#pragma once

#include <geostance/data/state/listed_states.hpp>
#include <geostance/data/state/year_span.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/relations.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace geostance::io {

/// A vote that was taken.
struct roll_call {
    std::string id{};          ///< its number in the data set, or its document's symbol
    date day{};                ///< when; unknown if the file does not say
    std::string resolution{};  ///< the symbol of the resolution; empty if none is known
    std::string draft{};       ///< the symbol of the draft; empty if none is known
    std::string title{};       ///< what it was about, in the file's words
    std::string session{};     ///< the session as the file writes it: `78`, `ES-10`, `10emsp`; empty if none is known
    bool without_vote = false; ///< true if adopted without a vote: the votes of members are then consent

    friend bool operator==(roll_call const&, roll_call const&) = default;
};

/// One member's vote.
struct cast_vote {
    std::uint32_t roll_call = 0; ///< a position in the table's roll calls
    std::uint32_t voter = 0;     ///< a position in the table's voters
    ballot vote = ballot::yes;   ///< how it voted
    bool veto = false;           ///< true if this vote defeated the motion

    friend bool operator==(cast_vote const&, cast_vote const&) = default;
};

/// What a file of votes says.
struct voting_table {
    listed_states voters{};              ///< who is named
    std::vector<roll_call> roll_calls{}; ///< in the order of the file
    std::vector<cast_vote> votes{};      ///< in the order of the file
    year_span coverage{};                ///< the years that the file covers; empty if it has no dates
    bool tells_absence = false; ///< true if the file tells absence from not being a member; if false, a vote that is
                                ///< not there may be either
};

/// The level of a vote toward what was voted on: yes 1, abstain 0.5, no 0.
/// @param b the vote
/// @return nothing for a voter that took no part: that is no level between the others
/// @par Complexity
/// O(1)
/// @par Source
/// That to abstain is halfway: Lijphart, A. (1963). The analysis of bloc voting in the General Assembly. American
/// Political Science Review 57, 902-917.
[[nodiscard]] constexpr std::optional<double> level_of(ballot b) noexcept {
    switch (b) {
    case ballot::yes: return 1;
    case ballot::abstain: return 0.5;
    case ballot::no: return 0;
    default: return std::nullopt;
    }
}

/// The roll calls of some years, by position.
/// @param table what a file says
/// @param years the years asked about
/// @return those whose day is in these years, in the order of the table
/// @throws invalid_value if the table does not cover these years: how anybody voted then is unknown
/// @par Complexity
/// O(number of roll calls)
[[nodiscard]] inline std::vector<std::uint32_t> roll_calls_in(voting_table const& table, year_span years) {
    detail::check_covered("roll_calls_in.years", table.coverage, years);
    std::vector<std::uint32_t> result;
    for (std::uint32_t i = 0; i < table.roll_calls.size(); ++i)
        if (table.roll_calls[i].day.is_known() &&
            overlaps(during(table.roll_calls[i].day), to_period(years)) == certainty::yes)
            result.push_back(i);
    return result;
}

/// One voter's votes in some roll calls, as levels: yes 1, abstain 0.5, no 0.
/// @param table what a file says
/// @param voter a position in the table's voters
/// @param calls positions of roll calls
/// @return one level for each roll call, in the same order; nothing where there is no vote: absent, no member, or not
///         in the file
/// @throws invalid_value for a number that is no roll call's
/// @par Complexity
/// O(number of votes + number of roll calls)
[[nodiscard]] inline std::vector<std::optional<double>> portfolio_of(voting_table const& table, std::uint32_t voter,
                                                                     std::vector<std::uint32_t> const& calls) {
    std::vector<std::optional<double>> by_call(table.roll_calls.size());
    for (auto const& v : table.votes)
        if (v.voter == voter) by_call[v.roll_call] = level_of(v.vote);
    std::vector<std::optional<double>> result;
    result.reserve(calls.size());
    for (auto const call : calls) {
        if (call >= by_call.size())
            throw invalid_value("calls", std::to_string(call),
                                "the number of a roll call, below " + std::to_string(by_call.size()));
        result.push_back(by_call[call]);
    }
    return result;
}

} // namespace geostance::io

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a page tells, as plain texts and numbers: what was asked of a record, before anything is drawn or written.
#pragma once

#include <geostance/query/position/position.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace geostance::page::detail {

using number = std::uint32_t;
inline constexpr number nothing = std::numeric_limits<number>::max();

/// Somebody or something that has a position or is the target of one.
struct shown_node {
    std::string name{};
    std::string kind{}; ///< `state`, `motion`, `statement`
    bool holds = false; ///< has a position on something
    bool is_target = false;
    double weight = 0; ///< of all positions that it has or is the target of, by everybody's account
};

/// A holder and a target, on which some reading knows of a position.
struct shown_pair {
    number who = 0;
    number target = 0;
};

/// A position, apart from what it rests on.
struct shown_answer {
    geostance::attitude attitude = geostance::attitude::none;
    double value = 0;
    double weight = 0;
    std::size_t pieces = 0;
    std::size_t sources = 0;
    bool is_sure = true;
};

/// One relation of a foundation, and how it counts.
struct shown_piece {
    number relation = 0;
    bool replaced = false;
    bool repeats = false;
    bool is_sure = true;
    geostance::derivation how = geostance::derivation::direct;
    number via = nothing; ///< the relation of the effect by which it carries over
};

/// A relation as evidence.
struct shown_relation {
    std::string sentence{};
    std::string note{};    ///< what the record adds
    std::string said_in{}; ///< the statement in which it is claimed
    std::string place{};   ///< publication, its day, locator, days of validity, letters
    std::string quote{};
    std::string language{}; ///< of the quote
    std::string link{};
};

/// What a reading says of one pair.
struct held_answer {
    number pair = 0;
    number answer = 0;
    number foundation = 0; ///< 0 = not on the page
};

/// Two holders whose tie fits no camp: friends in two camps, or enemies in one.
struct misfit {
    number first = 0;
    number second = 0;
    double value = 0;
};

/// Camps: friends within, enemies across, as far as the ties allow.
struct shown_camps {
    std::vector<std::vector<number>> members{}; ///< the largest first; holders without a friend come last, one by one
    std::vector<misfit> ties{};                 ///< every tie between two holders, those that fit included
    std::vector<misfit> against{};              ///< those that do not fit
    bool is_proven = false;                     ///< no camps fit better
};

/// The record as one account has it, on one day, in one channel, as known on one day.
struct shown_reading {
    number account = 0;
    number day = nothing;     ///< nothing = the last that is recorded
    number channel = nothing; ///< nothing = all
    number known = nothing;   ///< nothing = as known now
    std::vector<held_answer> held{};
    number camps = nothing; ///< nothing = not worked out
};

/// A change of a position.
struct shown_shift {
    number pair = 0;
    std::string before{};
    std::string after{};
    std::string since{};
};

/// Something that happened on a day.
struct shown_event {
    std::string day{};
    std::string what{};
    number at = nothing; ///< the day of change on which it falls
};

/// A supposition, and the answers that it makes others.
struct shown_supposition {
    std::string title{};
    std::vector<std::string> supposed{};          ///< in sentences
    std::vector<std::vector<held_answer>> held{}; ///< by account, on the last day: what takes the record's place
};

/// What would be another position by the first account.
struct shown_difference {
    number pair = 0;
    number before = 0; ///< answers
    number after = 0;
};

/// The record or a supposition, and a later supposition, by their numbers.
struct shown_comparison {
    number from = nothing; ///< nothing = the record
    number to = 0;
    std::vector<shown_difference> differences{};
};

/// All that a page tells.
struct content {
    std::vector<shown_node> nodes{};
    std::vector<shown_pair> pairs{}; ///< the weightiest first
    std::vector<std::string> accounts{};
    std::vector<std::string> days{};     ///< on which something changes, ascending
    std::vector<std::string> channels{}; ///< that can be chosen apart: all of them, or none
    std::vector<std::string> known{};    ///< days on which something became known, ascending
    std::vector<shown_answer> answers{};
    std::vector<std::vector<shown_piece>> foundations{{}};
    std::vector<shown_relation> relations{};
    std::vector<shown_reading> readings{}; ///< the first: each one's own position and the sources', today
    std::vector<shown_camps> camps{};
    std::vector<shown_shift> shifts{};
    std::vector<shown_event> events{};
    std::vector<std::string> disputes{};
    std::vector<shown_supposition> suppositions{};
    std::vector<shown_pair>
        supposed_pairs{}; ///< of which only suppositions know; their numbers follow those of `pairs`
    std::vector<shown_comparison> comparisons{};
    std::vector<std::string> left_out{}; ///< what the page does not tell, in sentences
};

/// The pair with that number, of the record or of a supposition.
[[nodiscard]] inline shown_pair const& pair_at(content const& all, number pair) {
    return pair < all.pairs.size() ? all.pairs[pair] : all.supposed_pairs[pair - all.pairs.size()];
}

/// The position of the reading in the content, or `nothing`.
[[nodiscard]] inline number find_reading(content const& all, number account, number day, number channel = nothing,
                                         number known = nothing) {
    for (std::size_t i = 0; i < all.readings.size(); ++i) {
        auto const& r = all.readings[i];
        if (r.account == account && r.day == day && r.channel == channel && r.known == known)
            return static_cast<number>(i);
    }
    return nothing;
}

} // namespace geostance::page::detail

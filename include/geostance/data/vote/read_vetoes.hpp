// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads lists of the vetoes in the Security Council.
#pragma once

#include <geostance/data/vote/votes.hpp>
#include <geostance/detail/check_field.hpp>
#include <geostance/io/detail/sheet.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io {

/// A list writes each veto in two ways; this says which counts where they disagree.
enum class veto_encoding : std::uint8_t {
    names, ///< the columns `member_veto1` to `member_veto3`
    flags, ///< the columns `China`, `France`, `Russia`, `USSR`, `USA`, `UK`
    both   ///< only the vetoes that both name
};

/// How a list of vetoes is read.
struct read_vetoes_options {
    read_options rows{};                               ///< bad rows, limits, progress, cancellation
    char separator = ',';                              ///< what separates fields: `,`, `;` or a tab
    io::veto_encoding encoding = veto_encoding::names; ///< which of two encodings counts where they disagree
    std::optional<year_span> coverage{};               ///< the years that the list covers; none = those of its days
};

namespace detail {

/// The members that have had the right of veto, as lists name them. One bit each, in this order.
inline constexpr std::array<std::string_view, 6> veto_members{"China", "France", "Russia", "USSR", "USA", "UK"};

/// The member that a list names, in its short form or in that of the United Nations; none = no member's name.
inline std::optional<std::size_t> find_veto_member(std::string_view name) {
    static constexpr std::pair<std::string_view, std::string_view> long_names[] = {
        {"people's republic of china", "china"},
        {"russian federation", "russia"},
        {"soviet union", "ussr"},
        {"united states", "usa"},
        {"united states of america", "usa"},
        {"united kingdom", "uk"}};
    auto wanted = lower(name);
    for (auto const& [written, means] : long_names)
        if (wanted == written) wanted = means;
    for (std::size_t i = 0; i < veto_members.size(); ++i)
        if (lower(veto_members[i]) == wanted) return i;
    return std::nullopt;
}

/// The Correlates of War number of a member. The Republic of China held China's seat until 25 October 1971; from 8
/// December 1949 on its number is Taiwan's.
inline std::string_view cow_of_veto_member(std::size_t member, date day) {
    static constexpr std::array<std::string_view, 6> numbers{"710", "220", "365", "365", "2", "200"};
    using namespace std::chrono;
    auto const at = day.first_day();
    if (member == 0 && at >= sys_days(1949y / 12 / 8) && at < sys_days(1971y / 10 / 25)) return "713";
    return numbers[member];
}

/// The columns of a list of vetoes.
struct veto_columns {
    explicit veto_columns(sheet const& s)
        : day(s.at({"date"})), draft(s.at({"draft", "draft_res#"})), meeting(s.find({"meeting_record", "record"})),
          agenda(s.find({"agenda_item", "agenda"})), count(s.find({"#_of_pms"})),
          is_of_united_nations(s.find({"russian_federation_ussr"}).exists()) {
        if (is_of_united_nations) {
            flags = {s.at({"china"}), s.at({"france"}),        s.at({"russian_federation_ussr"}),
                     column{},        s.at({"united_states"}), s.at({"united_kingdom"})};
        } else {
            names = {s.at({"member_veto1"}), s.find({"member_veto2"}), s.find({"member_veto3"})};
            flags = {s.at({"china"}), s.at({"france"}), s.at({"russia"}), s.at({"ussr"}), s.at({"usa"}), s.at({"uk"})};
        }
    }

    column day, draft, meeting, agenda, count;
    bool is_of_united_nations; // it has no names, and one column for Russia and the USSR
    std::array<column, 3> names;
    std::array<column, 6> flags;
};

inline unsigned vetoes_by_name(sheet const& s, veto_columns const& c) {
    unsigned members = 0;
    for (auto const& name : c.names) {
        auto const text = s.text(name);
        if (unless_missing(text).empty()) continue;
        auto const member = find_veto_member(text);
        if (!member) s.fail(name, "China, France, Russia, USSR, USA or UK");
        members |= 1U << *member;
    }
    return members;
}

inline unsigned vetoes_by_flag(sheet const& s, veto_columns const& c) {
    unsigned members = 0;
    for (std::size_t i = 0; i < c.flags.size(); ++i)
        if (s.flag(c.flags[i])) members |= 1U << i;
    return members;
}

/// The id of a vetoed draft: its symbol; if there is none, the symbol of the meeting's record; if there is none either,
/// the day.
inline std::string id_of_veto(sheet const& s, veto_columns const& c, roll_call const& call) {
    if (!call.draft.empty()) return call.draft;
    auto const meeting = unless_missing(s.text(c.meeting));
    return meeting.empty() ? geostance::to_string(call.day) : std::string(meeting);
}

inline std::string to_text(unsigned members) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < veto_members.size(); ++i)
        if ((members >> i & 1U) != 0) names.emplace_back(veto_members[i]);
    return names.empty() ? "none" : geostance::detail::join(names);
}

/// Who vetoed, by the encoding that counts; warns where the two disagree.
inline unsigned vetoes_of_row(sheet& s, veto_columns const& c, veto_encoding encoding) {
    auto const flags = vetoes_by_flag(s, c);
    if (c.is_of_united_nations) {
        auto const count = s.maybe_number(c.count, 0, static_cast<int>(veto_members.size()));
        if (count && *count != std::popcount(flags)) s.warn(c.count, "the number of vetoes is not that of the columns");
        return flags;
    }
    auto const names = vetoes_by_name(s, c);
    if (names != flags)
        s.warn(c.names[0], "the two encodings disagree", to_text(names) + " by name, " + to_text(flags) + " by column");
    return encoding == veto_encoding::names ? names : encoding == veto_encoding::flags ? flags : names & flags;
}

} // namespace detail

/// Reads a list of vetoed drafts, one a row: with `date`, `draft`, `member_veto1` to `member_veto3` and a column of 0
/// and 1 for each permanent member; or that of the United Nations (DPPA-SCVETOES), with `date`, `draft_res#` and the
/// columns alone. The table has only the vetoes: how others voted is not known.
/// @param in a file, stream or text
/// @param options how to read it
/// @return a roll call for each row. Its id is its draft, or, where that is blank, the meeting's record or the day; a
///         repeated id gets a number at its end. Warnings: the two encodings disagree, or the number of vetoes
///         disagrees with the columns; no draft; a draft that is the symbol of a meeting's record (`S/PV.`); a row
///         without a veto
/// @throws read_error for a heading of another layout, and for a bad row, if asked to stop
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range
/// @par Complexity
/// O(n log n)
[[nodiscard]] inline read_result<voting_table> read_vetoes(input in, read_vetoes_options const& options = {}) {
    geostance::detail::check_enumerator("read_vetoes_options.encoding", options.encoding, veto_encoding::both);
    detail::sheet s(std::move(in), options.separator, options.rows);
    detail::veto_columns const c(s);
    read_result<voting_table> result;
    auto& table = result.value;
    std::map<std::string, int, std::less<>> times;
    result.report = s.for_each_row([&] {
        roll_call call;
        call.day = s.day(c.day);
        call.draft = detail::unless_missing(s.text(c.draft));
        call.title = detail::unless_missing(s.text(c.agenda));
        if (call.draft.empty()) s.warn(c.draft, "no draft");
        auto const members = detail::vetoes_of_row(s, c, options.encoding);
        if (members == 0) s.warn(c.is_of_united_nations ? c.count : c.names[0], "no veto");
        if (call.draft.starts_with("S/PV.")) s.warn(c.draft, "a meeting's record in place of a draft");
        call.id = detail::id_of_veto(s, c, call);
        if (auto const time = ++times[call.id]; time > 1) call.id += " #" + std::to_string(time);
        auto const position = static_cast<std::uint32_t>(table.roll_calls.size());
        for (std::size_t i = 0; i < detail::veto_members.size(); ++i)
            if ((members >> i & 1U) != 0)
                table.votes.push_back(
                    {position,
                     table.voters.add(scheme::cow, detail::cow_of_veto_member(i, call.day), detail::veto_members[i]),
                     ballot::no, true});
        auto const year = static_cast<int>(std::chrono::year_month_day(call.day.first_day()).year());
        table.coverage = widened(table.coverage, year);
        table.roll_calls.push_back(std::move(call));
    });
    if (options.coverage) table.coverage = *options.coverage;
    return result;
}

} // namespace geostance::io

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads roll calls of the United Nations: Voeten's data, unvotes, and the votes of the UN Digital Library.
#pragma once

#include <geostance/data/state/crosswalk.hpp>
#include <geostance/data/vote/votes.hpp>
#include <geostance/detail/in_parallel.hpp>
#include <geostance/io/detail/sheet.hpp>
#include <geostance/io/detail/string_pool.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io {

/// The headings of a file of votes with a layout of its own: a parliament's, for example.
struct vote_headings {
    std::string vote{};  ///< how the voter voted; empty = the file has a layout that is known
    std::string call{};  ///< the number of the roll call
    std::string voter{}; ///< the voter's number or code
    std::string name{};  ///< the voter's name; empty = none
    std::string day{};   ///< the day of the roll call; empty = none
    std::string title{}; ///< what it was about; empty = none
};

/// How a file of votes is read.
struct read_votes_options {
    read_options rows{};  ///< bad rows, limits, progress, cancellation
    char separator = ','; ///< what separates fields: `,`, `;` or a tab
    /// what NV and X of the UN Digital Library are read as: the file does not say whether a member that did not vote
    /// was there
    ballot non_voting = ballot::absent;
    std::optional<year_span> coverage{};                ///< the years that the file covers; none = those of its dates
    vote_headings headings{};                           ///< the columns of a file whose layout is not known
    std::map<std::string, ballot, std::less<>> words{}; ///< what votes are written as in such a file
    std::string voters = "voter"; ///< the scheme of the voters' codes in such a file, such as `scheme::iso_alpha_3`
};

/// Checks how a file of votes is read.
/// @param options the options
/// @throws invalid_value that names the field: a value that is no enumerator, a vote for one who did not vote, a
///         limit of rows that is 0
/// @par Complexity
/// O(number of words)
inline void validate(read_votes_options const& options) {
    geostance::detail::check_enumerator("read_votes_options.non_voting", options.non_voting);
    if (level_of(options.non_voting))
        throw invalid_value("read_votes_options.non_voting", std::string(to_string(options.non_voting)),
                            "present_not_voting, absent or not_a_member");
    for (auto const& [word, vote] : options.words)
        geostance::detail::check_enumerator("read_votes_options.words", vote);
    validate(options.rows);
}

namespace detail {

/// The layouts of files of votes.
enum class vote_layout { voeten, unvotes, digital_library, named };

/// The columns of a file of votes.
struct vote_columns {
    vote_columns(sheet const& s, vote_headings const& h)
        : vote_columns(h.vote.empty() ? vote_columns(s) : vote_columns(h, s)) {}

    vote_layout layout = vote_layout::voeten;
    column call, voter, vote, name, day, year, session, resolution, draft, title, modality, note;

private:
    vote_columns(vote_headings const& h, sheet const& s)
        : layout(vote_layout::named), call(s.at({lower(h.call)})), voter(s.at({lower(h.voter)})),
          vote(s.at({lower(h.vote)})) {
        if (!h.name.empty()) name = s.at({lower(h.name)});
        if (!h.day.empty()) day = s.at({lower(h.day)});
        if (!h.title.empty()) title = s.at({lower(h.title)});
    }
    explicit vote_columns(sheet const& s)
        : vote(s.at({"vote", "ms_vote", "ms_votes"})), name(s.find({"countryname", "country", "ms_name", "ms_names"})),
          day(s.find({"date"})), year(s.find({"year"})), session(s.find({"session"})),
          resolution(s.find({"resolution", "resolutions", "unres"})), draft(s.find({"draft"})),
          title(s.find({"title", "descr", "description"})), modality(s.find({"modality"})),
          note(s.find({"vote_note"})) {
        if (vote.name == "vote") {
            call = s.at({"rcid"});
            voter = s.find({"ccode"});
            layout = voter.exists() ? vote_layout::voeten : vote_layout::unvotes;
            if (!voter.exists()) voter = s.find({"country_code"});
            if (!voter.exists() && !name.exists()) static_cast<void>(s.at({"country_code"}));
        } else {
            call = s.at({"undl_id"});
            voter = s.at({"ms_code", "ms_codes"});
            layout = vote_layout::digital_library;
        }
    }
};

inline std::optional<ballot> ballot_of(std::string_view text, vote_layout layout, read_votes_options const& options) {
    auto const non_voting = options.non_voting;
    using row = std::pair<std::string_view, ballot>;
    static constexpr row voeten[] = {{"1", ballot::yes},
                                     {"2", ballot::abstain},
                                     {"3", ballot::no},
                                     {"8", ballot::absent},
                                     {"9", ballot::not_a_member}};
    static constexpr row unvotes[] = {{"yes", ballot::yes}, {"abstain", ballot::abstain}, {"no", ballot::no}};
    const row library[] = {
        {"Y", ballot::yes}, {"A", ballot::abstain}, {"N", ballot::no}, {"NV", non_voting}, {"X", non_voting}};
    auto const look_up = [&, said = lower(text)](auto const& rows) -> std::optional<ballot> {
        for (auto const& [written, means] : rows)
            if (written.size() == said.size() && lower(written) == said) return means;
        return std::nullopt;
    };
    switch (layout) {
    case vote_layout::voeten: return look_up(voeten);
    case vote_layout::unvotes: return look_up(unvotes);
    case vote_layout::digital_library: return look_up(library);
    case vote_layout::named: return look_up(options.words);
    }
    return std::nullopt;
}

inline std::string expected_ballot(vote_layout layout, read_votes_options const& options) {
    std::vector<std::string> words;
    for (auto const& [written, means] : options.words) words.push_back(written);
    switch (layout) {
    case vote_layout::voeten: return "1 yes, 2 abstain, 3 no, 8 absent or 9 not a member";
    case vote_layout::unvotes: return "yes, abstain or no";
    case vote_layout::digital_library: return "Y, N, A, NV or X";
    case vote_layout::named: return "one of read_votes_options.words: " + geostance::detail::join(words);
    }
    return "";
}

/// The session of a row, as the file writes it; empty where it does not say.
inline std::string session_of_row(sheet const& s, column const& c) {
    auto const text = unless_missing(s.text(c));
    if (text.empty() || text == "-9") return {};
    if (text.find_first_not_of("0123456789") == std::string_view::npos) {
        static_cast<void>(s.number(c, 1, 999));
    } else if (text.size() > 16 || text.find_first_not_of("0123456789abcdefghijklmnopqrstuvwxyz"
                                                          "ABCDEFGHIJKLMNOPQRSTUVWXYZ-") != std::string_view::npos) {
        s.fail(c, "a session, as 78, ES-10 or 10emsp");
    }
    return std::string(text);
}

/// True if a note says that no vote was taken.
inline bool tells_consent(std::string_view note) {
    auto const words = lower(note);
    auto const says = [&](std::string_view what) { return words.find(what) != std::string::npos; };
    return says("without vote") || says("without a vote") || says("by acclamation") ||
           (says("by consensus") && !says("not adopted"));
}

inline roll_call call_of_row(sheet const& s, vote_columns const& c) {
    roll_call call;
    call.id = s.text(c.call);
    if (call.id.empty()) s.fail(c.call, "the number of a roll call");
    if (!unless_missing(s.text(c.day)).empty())
        call.day = s.day(c.day);
    else if (auto const year = s.maybe_number(c.year, 1945, 2200))
        call.day = std::chrono::year(*year);
    call.resolution = unless_missing(s.text(c.resolution));
    call.draft = unless_missing(s.text(c.draft));
    call.title = unless_missing(s.text(c.title));
    call.session = session_of_row(s, c.session);
    call.without_vote = tells_consent(s.text(c.modality)) || tells_consent(s.text(c.note));
    return call;
}

/// Tells whether NA in a row of unvotes is Namibia's code rather than a missing one: where there are names, the name
/// decides. It remembers what it said of the last name.
class namibia {
public:
    [[nodiscard]] bool is_in(sheet const& s, vote_columns const& c) {
        if (c.layout != vote_layout::unvotes) return false;
        if (!c.name.exists()) return true;
        if (auto const name = s.text(c.name); name != name_) {
            name_ = name;
            auto const named = crosswalk::find_name(name).match;
            is_its_ = named && named == crosswalk::find({std::string(scheme::iso_alpha_2), "NA"}).match;
        }
        return is_its_;
    }

private:
    std::string name_;
    bool is_its_ = false; // of the empty name
};

/// The voter of a row: by code, or by name where the code is missing.
inline std::uint32_t voter_of_row(sheet& s, vote_columns const& c, listed_states& voters, std::string_view named,
                                  namibia& na) {
    auto const name = unless_missing(s.text(c.name));
    auto value = unless_missing(s.text(c.voter));
    if (value.empty() && na.is_in(s, c)) value = s.text(c.voter);
    if (!value.empty() && c.layout == vote_layout::voeten) return voters.add(scheme::cow, s.cow_number(c.voter), name);
    if (!value.empty() && c.layout == vote_layout::named) return voters.add(named, value, name);
    if (!value.empty())
        return voters.add(c.layout == vote_layout::unvotes ? scheme::iso_alpha_2 : scheme::iso_alpha_3, value, name);
    if (name.empty()) s.fail(c.voter, "a code, or else a name");
    s.warn(c.voter, "no code: the name stands for the state");
    return voters.add(name_scheme, name, name);
}

/// True if a vote says that the voter was absent or not a member.
inline bool tells_absence(ballot b) { return b == ballot::absent || b == ballot::not_a_member; }

/// What a thread finds out about rows of a block on its own: the call and the voter as numbers of the block, and the
/// vote. Everything else is seen by who reads them in order.
class votes_ahead {
public:
    struct found {
        std::uint32_t call;
        std::uint32_t voter;
        ballot vote;
    };
    /// @param columns must outlive it, as the options
    votes_ahead(vote_columns const& columns, read_votes_options const& options)
        : columns_(&columns), options_(&options) {}

    std::optional<found> operator()(table_row const& row) {
        if (row.size() < least_size() || row.may_hold_rows()) return std::nullopt;
        auto const voter = unless_missing(sheet::text_in(row, columns_->voter));
        auto const vote = ballot_of(sheet::text_in(row, columns_->vote), columns_->layout, *options_);
        if (voter.empty() || !vote) return std::nullopt;
        return found{calls.number_of(sheet::text_in(row, columns_->call)), voters.number_of(voter), *vote};
    }

    /// Texts of a block, and what they stand for in the table, once a row with them was read.
    struct texts {
        string_pool pool{};
        std::uint32_t last = 0;
        std::vector<std::uint32_t> in_table{};

        std::uint32_t number_of(std::string_view text) {
            if (last < pool.size() && pool[last] == text) return last;
            last = pool.find(text);
            if (last != hash_index::none) return last;
            in_table.push_back(hash_index::none);
            return last = pool.add(text);
        }
    };
    texts calls{};
    texts voters{};

private:
    [[nodiscard]] std::size_t least_size() const noexcept {
        auto const behind = [](column const& c) { return c.exists() ? c.at + 1 : 0; };
        return std::max({behind(columns_->call), behind(columns_->voter), behind(columns_->vote)});
    }

    vote_columns const* columns_;
    read_votes_options const* options_;
};

/// Puts rows of votes into a table, in their order.
class vote_rows {
public:
    /// @param columns must outlive it, as all else
    vote_rows(sheet& s, vote_columns const& columns, read_votes_options const& options, voting_table& table)
        : sheet_(&s), columns_(&columns), options_(&options), table_(&table) {}

    /// Reads the row of the sheet.
    void read() {
        auto const waiting = std::exchange(waiting_, {});
        auto& s = *sheet_;
        auto const& c = *columns_;
        auto& table = *table_;
        auto const text = s.text(c.vote);
        auto vote = ballot_of(text, c.layout, *options_);
        auto const at = calls_.find(s.text(c.call));
        auto call = at == hash_index::none ? std::optional(call_of_row(s, c)) : std::nullopt;
        bool const without_vote = call ? call->without_vote : table.roll_calls[at].without_vote;
        bool const is_blank = c.layout == vote_layout::digital_library && text.empty() && !without_vote;
        if (is_blank) vote = options_->non_voting;
        if (!vote && !(text.empty() && without_vote)) s.fail(c.vote, expected_ballot(c.layout, *options_));
        voter_ = voter_of_row(s, c, table.voters, options_->voters, namibia_);
        if (is_blank) s.warn(c.vote, "a blank vote: read as not voting");
        call_ = call ? static_cast<std::uint32_t>(table.roll_calls.size()) : at;
        if (!seen_.add(call_, voter_)) s.fail(c.voter, "one vote of a voter in a roll call");
        if (call) {
            calls_.add(call->id);
            table.roll_calls.push_back(std::move(*call));
        }
        if (without_vote)
            s.warn(tells_consent(s.text(c.modality)) ? c.modality : c.note,
                   "adopted without a vote: consent, and no vote");
        if (vote) put(*vote);
        if (waiting.ahead == nullptr) return;
        waiting.ahead->calls.in_table[waiting.row.call] = call_;
        waiting.ahead->voters.in_table[waiting.row.voter] = voter_;
    }
    /// Reads a row by what was found out about it, where its call and voter were seen in the block.
    /// @return false if the row has to be read
    bool read(votes_ahead& ahead, votes_ahead::found const& found) {
        call_ = ahead.calls.in_table[found.call];
        voter_ = ahead.voters.in_table[found.voter];
        waiting_ = {&ahead, found};
        if (call_ == hash_index::none || voter_ == hash_index::none) return false;
        bool const may_get_name = columns_->name.exists() && table_->voters[voter_].name.empty();
        if (may_get_name || table_->roll_calls[call_].without_vote || !seen_.add(call_, voter_)) return false;
        waiting_ = {};
        put(found.vote);
        return true;
    }

private:
    /// What waits for its row to be read, to know what its call and voter are in the table.
    struct found_before {
        votes_ahead* ahead = nullptr;
        votes_ahead::found row{};
    };

    void put(ballot vote) {
        table_->votes.push_back({call_, voter_, vote, false});
        bool const may_tell = columns_->layout == vote_layout::voeten || columns_->layout == vote_layout::named;
        if (may_tell && tells_absence(vote)) table_->tells_absence = true;
    }

    sheet* sheet_;
    vote_columns const* columns_;
    read_votes_options const* options_;
    voting_table* table_;
    string_pool calls_; // a roll call has the number of its id
    number_pairs seen_; // of a roll call and a voter
    namibia namibia_;
    found_before waiting_{};
    std::uint32_t call_ = 0; // of the row that was read last
    std::uint32_t voter_ = 0;
};

inline void widen(voting_table& table) {
    for (auto const& call : table.roll_calls)
        if (call.day.is_known())
            table.coverage =
                widened(table.coverage, static_cast<int>(std::chrono::year_month_day(call.day.first_day()).year()));
}

} // namespace detail

/// Reads a file of roll-call votes, one vote a row. Its first row says which layout it has:
/// - Voeten's General Assembly votes: `rcid`, `ccode`, `vote` 1, 2, 3, 8 or 9;
/// - unvotes: `rcid`, `country`, `country_code` (ISO alpha-2), `vote` in words; one of the two columns of countries may
///   be missing. NA is Namibia's code if the country is Namibia or there are no names; otherwise it is a missing code.
///   The file has no days: `describe_roll_calls` adds them. It leaves out members that were absent, and states that
///   were no members;
/// - the UN Digital Library's General Assembly and Security Council votes: `undl_id`, `ms_code`, `ms_vote`. The files
///   do not tell whether a member that did not vote was absent; it is read as absent unless the options say otherwise.
///   An adoption without a vote is reported, and is no vote. The Security Council's file has only adopted texts and
///   therefore no vetoes: see `read_vetoes`. In both files a blank vote is read as not voting;
/// - any other, whose columns and words the options name, for example
///   `{.headings = {.vote = "position", .call = "vote_id", .voter = "member_id"}, .words = {{"FOR", ballot::yes}}}`.
///
/// Words for votes are compared without regard to case.
/// @param in a file, stream or text
/// @param options how to read it
/// @return one vote for each row. Warnings: a voter without a code, consent to what was adopted without a vote
/// @throws read_error for a heading of no known layout, and for a bad row, if asked to stop
/// @throws cancelled if `stop` asked for it
/// @throws invalid_value for options out of range
/// @par Complexity
/// O(bytes) on average; with several threads of `options.rows` each has two blocks of some 2 MiB
/// @par Determinism
/// table, report and errors are the same, whatever the number of threads
[[nodiscard]] inline read_result<voting_table> read_votes(input in, read_votes_options const& options = {}) {
    validate(options);
    detail::sheet s(std::move(in), options.separator, options.rows);
    detail::vote_columns const c(s, options.headings);
    read_result<voting_table> result;
    auto& table = result.value;
    detail::vote_rows rows(s, c, options, table);
    auto const threads = geostance::detail::threads_for(options.rows.threads);
    auto const read = [&] { rows.read(); };
    auto const read_ahead = [&](auto& ahead, auto const& found) { return rows.read(ahead, found); };
    result.report = threads == 1 ? s.for_each_row(read)
                                 : s.for_each_row_ahead(threads, detail::votes_ahead(c, options), read_ahead, read);
    detail::widen(table);
    if (options.coverage) table.coverage = *options.coverage;
    return result;
}

/// Reads what roll calls were about, and adds it to a table of votes: the day, session, resolution and description,
/// from a file with `rcid`, `session`, `date`, `unres`, `short`, `descr` as unvotes has it.
/// @param table a table that was read by `read_votes`; unchanged if reading throws
/// @param in a file, stream or text
/// @param options how to read it
/// @return what was read; fields left blank keep the table's value. Warnings: a roll call without votes, a day or
///         resolution that is missing, a resolution that several roll calls have
/// @throws read_error as `read_votes`
/// @throws cancelled as `read_votes`
/// @throws invalid_value as `read_votes`
/// @par Complexity
/// O(n log n)
/// @par Guarantee
/// If reading throws, the table is as it was before.
inline read_result<std::vector<roll_call>> describe_roll_calls(voting_table& table, input in,
                                                               read_votes_options const& options = {}) {
    validate(options);
    detail::sheet s(std::move(in), options.separator, options.rows);
    read_result<std::vector<roll_call>> result;
    auto const id = s.at({"rcid"});
    auto const day = s.at({"date"});
    auto const session = s.find({"session"});
    auto const symbol = s.find({"unres"});
    auto const title = s.find({"descr", "short"});
    std::set<std::string, std::less<>> symbols;
    std::map<std::string_view, std::uint32_t> calls;
    for (std::uint32_t i = 0; i < table.roll_calls.size(); ++i) calls.emplace(table.roll_calls[i].id, i);
    result.report = s.for_each_row([&] {
        roll_call call;
        call.id = s.text(id);
        if (call.id.empty()) s.fail(id, "the number of a roll call");
        if (!detail::unless_missing(s.text(day)).empty())
            call.day = s.day(day);
        else
            s.warn(day, "no day");
        call.session = detail::session_of_row(s, session);
        call.resolution = detail::unless_missing(s.text(symbol));
        call.title = detail::unless_missing(s.text(title));
        if (!calls.contains(call.id)) s.warn(id, "a roll call without votes");
        if (call.resolution.empty())
            s.warn(symbol, "no resolution");
        else if (!symbols.insert(call.resolution).second)
            s.warn(symbol, "a resolution that another roll call has");
        result.value.push_back(std::move(call));
    });
    auto described = table.roll_calls;
    for (auto const& call : result.value)
        if (auto const at = calls.find(call.id); at != calls.end()) {
            auto& known = described[at->second];
            if (call.day.is_known()) known.day = call.day;
            for (auto const part : {&roll_call::session, &roll_call::resolution, &roll_call::title})
                if (!(call.*part).empty()) known.*part = call.*part;
        }
    table.roll_calls.swap(described);
    detail::widen(table);
    if (options.coverage) table.coverage = *options.coverage;
    return result;
}

} // namespace geostance::io

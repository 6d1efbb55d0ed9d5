// SPDX-License-Identifier: BSL-1.0
/// @file
/// The nodes of the vocabulary: actors, alliances, statements, issues and publications.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <geostance/graph/names.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/period.hpp>
#include <geostance/model/rare_text.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace geostance {

/// What kind of actor.
enum class actor_kind : std::uint8_t {
    other,                          ///< none of the following, or not said
    state,                          ///< a state, today's or a former one
    intergovernmental_organization, ///< for example the United Nations
    organ,                          ///< a body of a state or an organisation: a council, a panel
    ministry,                       ///< a ministry or department of a government
    person,                         ///< one human being
    population,                     ///< the people of a place
    armed_group,                    ///< armed, and not part of a state
    media_outlet,                   ///< who publishes
    organization                    ///< a company, party, association, or movement
};

template <>
struct enum_names<actor_kind> {
    static constexpr std::array<std::string_view, 10> of_each{
        "other",       "state",       "intergovernmental_organization",
        "organ",       "ministry",    "person",
        "population",  "armed_group", "media_outlet",
        "organization"};
};

/// Who can act, speak and hold a position.
struct actor {
    std::string key{};                   ///< unique in the graph
    std::string name{};                  ///< the usual name
    actor_kind kind = actor_kind::other; ///< what it is
    std::vector<std::string> aliases{};  ///< other names that sources use
    std::vector<code> codes{};           ///< external codes, always with their scheme

    friend bool operator==(actor const&, actor const&) = default;
};

/// What an alliance rests on.
enum class alliance_kind : std::uint8_t {
    bloc,  ///< informal, or only named by a source
    treaty ///< signed
};

template <>
struct enum_names<alliance_kind> {
    static constexpr std::array<std::string_view, 2> of_each{"bloc", "treaty"};
};

/// A group of actors that can hold a position of its own: a treaty with its pledges, or a bloc that a source names.
struct alliance {
    std::string key{};                        ///< unique in the graph
    std::string name{};                       ///< the usual name
    alliance_kind kind = alliance_kind::bloc; ///< treaty or bloc
    std::vector<std::string> aliases{};       ///< other names
    std::vector<code> codes{};                ///< external codes

    friend bool operator==(alliance const&, alliance const&) = default;
};

/// A speech act: what somebody said on a day, in the words of the record.
struct statement {
    std::string key{};     ///< unique in the graph
    std::string summary{}; ///< what was said, in the record's own words
    date said{};           ///< when
    std::string wording{}; ///< the speaker's name as the source wrote it, where it differs: "the Kremlin"
    rare_text venue{};     ///< where it was said: a press conference, a meeting of the Security Council

    friend bool operator==(statement const&, statement const&) = default;
};

/// What kind of issue.
enum class issue_kind : std::uint8_t {
    other,      ///< none of the following, or not said
    motion,     ///< a draft or proposal that can be voted on
    instrument, ///< something in force: a treaty, a mandate, a sanctions regime
    claim,      ///< a proposition that is asserted or denied
    policy,     ///< a course of action
    event       ///< something that happened
};

template <>
struct enum_names<issue_kind> {
    static constexpr std::array<std::string_view, 6> of_each{"other", "motion", "instrument",
                                                             "claim", "policy", "event"};
};

/// What a position can be about when it is neither an actor nor an alliance nor a statement.
struct issue {
    std::string key{};                   ///< unique in the graph
    std::string name{};                  ///< a short name; for a claim, what it says
    issue_kind kind = issue_kind::other; ///< what it is
    std::vector<std::string> aliases{};  ///< other names
    std::vector<code> codes{};           ///< external codes, for example a document symbol

    friend bool operator==(issue const&, issue const&) = default;
};

/// What is cited: an article, a data set, a vote record.
struct publication {
    std::string key{};                  ///< unique in the graph
    std::string name{};                 ///< its title, in the record's own words
    std::string publisher{};            ///< who published it
    date published{};                   ///< when
    std::string address{};              ///< where it can be found: a URL, a DOI
    std::vector<std::string> aliases{}; ///< other names
    period coverage{};                  ///< of a data set: the time that it covers; outside it, it says nothing

    friend bool operator==(publication const&, publication const&) = default;
};

namespace detail {

/// The day of something that was said or published is past: only the end of something that lasts can be open.
inline void check_day(char const* field, date day) {
    if (day.precision() == precision::open)
        throw invalid_value(field, "open", "a date or unknown; only an end can be open");
}

} // namespace detail

/// Checks the kind.
/// @param a the actor
/// @throws invalid_value if the kind is no enumerator
inline void validate(actor const& a) { detail::check_enumerator("actor.kind", a.kind); }
/// Checks the kind.
/// @param a the alliance
/// @throws invalid_value if the kind is no enumerator
inline void validate(alliance const& a) { detail::check_enumerator("alliance.kind", a.kind); }
/// Checks the kind.
/// @param i the issue
/// @throws invalid_value if the kind is no enumerator
inline void validate(issue const& i) { detail::check_enumerator("issue.kind", i.kind); }
/// Checks the day.
/// @param s the statement
/// @throws invalid_value if the day on which it was said is open
inline void validate(statement const& s) { detail::check_day("statement.said", s.said); }
/// Checks the day and the coverage.
/// @param p the publication
/// @throws invalid_value if the day on which it appeared is open, or the coverage ends before it begins
inline void validate(publication const& p) {
    detail::check_day("publication.published", p.published);
    detail::check_period("publication.coverage", p.coverage);
}

/// Who can hold a position.
///
/// Requires one of
/// - `actor` or `alliance`;
/// - a type of your own with `static constexpr bool is_holder = true`.
///
/// Satisfied by `actor` and `alliance`; not by `issue`, `statement`, `publication` or int.
template <class T>
concept holder = std::same_as<T, actor> || std::same_as<T, alliance> || requires {
    requires std::bool_constant<T::is_holder>::value;
};

} // namespace geostance

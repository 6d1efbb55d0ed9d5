// SPDX-License-Identifier: BSL-1.0
/// @file
/// The relations of the vocabulary, each with the rule for its ends.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/nodes.hpp>
#include <geostance/model/required.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace geostance {

/// How a position shows itself: in words, in votes, in deeds.
enum class channel : std::uint8_t {
    verbal,  ///< said
    vote,    ///< voted
    material ///< done
};

template <>
struct enum_names<channel> {
    static constexpr std::array<std::string_view, 3> of_each{"verbal", "vote", "material"};
};

/// A position of a holder toward anything.
struct stance {
    required<double> value; ///< in [-1, 1]: -1 fully against, 1 fully for, 0 neutral
    std::string facet{};    ///< which side of the target it concerns; empty = the whole
    geostance::channel channel = geostance::channel::verbal; ///< words or deeds

    /// From a holder to anything but a publication.
    template <class From, class To>
    static constexpr bool links = holder<From> && !std::same_as<To, publication>;
    friend bool operator==(stance const&, stance const&) = default;
};

/// How a member voted.
enum class ballot : std::uint8_t {
    yes,                ///< in favour
    no,                 ///< against
    abstain,            ///< present, and abstained
    present_not_voting, ///< present, and took no part
    absent,             ///< not present
    not_a_member        ///< not entitled to vote on that day
};

template <>
struct enum_names<ballot> {
    static constexpr std::array<std::string_view, 6> of_each{"yes",    "no",          "abstain", "present_not_voting",
                                                             "absent", "not_a_member"};
};

/// A vote on a motion. A veto is an effect of a vote against, not a kind of vote. It says where the voter stands from
/// its day on: `.valid = since(day)`.
struct casts {
    required<ballot> vote; ///< the vote
    bool veto = false;     ///< true if this vote alone defeated the motion

    /// From a holder to an issue: an alliance votes where it has a seat.
    template <class From, class To>
    static constexpr bool links = holder<From>&& std::same_as<To, issue>;
    friend bool operator==(casts const&, casts const&) = default;
};

/// Putting a motion forward; a position for it.
struct sponsors {
    /// From a holder to an issue.
    template <class From, class To>
    static constexpr bool links = holder<From>&& std::same_as<To, issue>;
    friend bool operator==(sponsors const&, sponsors const&) = default;
};

/// A coded event between two actors, for example in CAMEO. The code is kept as it was read; the value is what a named
/// policy made of it.
struct acts_toward {
    code event{};                                              ///< scheme and code of the event; both or neither
    std::optional<double> value{};                             ///< in [-1, 1]; none = the policy knows no value
    geostance::channel channel = geostance::channel::material; ///< words or deeds

    /// From an actor to an actor.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, actor>&& std::same_as<To, actor>;
    friend bool operator==(acts_toward const&, acts_toward const&) = default;
};

/// What something does to something else, without being anybody's position: sanctions aimed at
/// a programme, a veto that weakens them.
struct affects {
    required<double> value; ///< in [-1, 1]: against it or for it

    /// From an actor, alliance or issue to anything but a publication.
    template <class From, class To>
    static constexpr bool links = (holder<From> || std::same_as<From, issue>)&&!std::same_as<To, publication>;
    friend bool operator==(affects const&, affects const&) = default;
};

/// Membership: of a person or state in an organisation, an alliance or a council.
struct member_of {
    std::string role{}; ///< for example `permanent member`

    /// From an actor or alliance to an actor or alliance.
    template <class From, class To>
    static constexpr bool links = holder<From>&& holder<To>;
    friend bool operator==(member_of const&, member_of const&) = default;
};

/// Being an organ or part: a ministry of its state, a panel of the body that set it up, a proposal of a programme.
struct part_of {
    /// From an actor to an actor, or from an issue to an issue or actor.
    template <class From, class To>
    static constexpr bool links = (std::same_as<From, actor> ||
                                   std::same_as<From, issue>)&&(std::same_as<To, actor> ||
                                                                (std::same_as<From, issue> && std::same_as<To, issue>));
    friend bool operator==(part_of const&, part_of const&) = default;
};

/// Coming after and taking the place of: Russia of the Soviet Union.
struct succeeds {
    static constexpr bool needs_two_ends = true; ///< nobody comes after itself

    /// Between two actors, two alliances or two issues.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, To> && (std::same_as<From, actor> ||
                                                             std::same_as<From, alliance> || std::same_as<From, issue>);
    friend bool operator==(succeeds const&, succeeds const&) = default;
};

/// By which right somebody speaks for somebody else.
enum class authority : std::uint8_t {
    official,  ///< the office includes it
    delegated, ///< asked to, for the occasion
    personal   ///< close, but not entitled: does not bind
};

template <>
struct enum_names<authority> {
    static constexpr std::array<std::string_view, 3> of_each{"official", "delegated", "personal"};
};

/// Speaking for: a spokesperson for a ministry, a representative for a state. Its validity is the time in office.
struct speaks_for {
    std::string role{};                                              ///< for example `spokeswoman`
    geostance::authority authority = geostance::authority::official; ///< by which right

    /// From an actor to an actor or alliance.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, actor>&& holder<To>;
    friend bool operator==(speaks_for const&, speaks_for const&) = default;
};

/// In which capacity somebody speaks.
enum class capacity : std::uint8_t {
    official, ///< for everybody whom the speaker speaks for
    personal  ///< for nobody else: it binds the speaker alone
};

template <>
struct enum_names<capacity> {
    static constexpr std::array<std::string_view, 2> of_each{"official", "personal"};
};

/// How the source may name the speaker.
enum class attribution : std::uint8_t {
    on_record,  ///< by name
    background, ///< by office or description: "a senior official"
    anonymous,  ///< not at all
    leaked      ///< the words were not meant for the public
};

template <>
struct enum_names<attribution> {
    static constexpr std::array<std::string_view, 4> of_each{"on_record", "background", "anonymous", "leaked"};
};

/// Making a statement.
struct makes {
    geostance::capacity capacity = geostance::capacity::official;           ///< for whom the speaker speaks
    geostance::attribution attribution = geostance::attribution::on_record; ///< how the source names the speaker

    /// who makes a statement is extracted with it
    static constexpr bool goes_with_target = true;
    /// From a holder to a statement.
    template <class From, class To>
    static constexpr bool links = holder<From>&& std::same_as<To, statement>;
    friend bool operator==(makes const&, makes const&) = default;
};

/// What a statement does with what it is about (illocutionary force).
///
/// Forces decide whether a claim is asserted or denied, and make no position: whoever praises or condemns something
/// takes a position only where a `stance` claimed in the statement says so.
enum class force : std::uint8_t {
    mention,   ///< names it, no more
    assert_,   ///< says that it is so; printed `assert`
    allege,    ///< says that it is so, without proof
    confirm,   ///< says that it is indeed so
    report,    ///< passes on that somebody says so
    doubt,     ///< says that it may not be so
    deny,      ///< says that it is not so
    demand,    ///< wants it done
    propose,   ///< puts it forward
    promise,   ///< undertakes it
    threaten,  ///< announces it as a harm
    warn,      ///< points to it as a danger
    praise,    ///< speaks well of it
    condemn,   ///< speaks ill of it
    accuse,    ///< holds it against somebody
    apologise, ///< regrets it as its own
    ask        ///< wants to know
};

template <>
struct enum_names<force> {
    static constexpr std::array<std::string_view, 17> of_each{
        "mention", "assert",   "allege", "confirm", "report",  "doubt",  "deny",      "demand", "propose",
        "promise", "threaten", "warn",   "praise",  "condemn", "accuse", "apologise", "ask"};
};

/// @param f the force of a statement about a claim
/// @return the polarity of a force toward the truth of a claim: 1 affirms, -1 denies, -0.5 doubts, 0 takes no side
[[nodiscard]] constexpr double polarity(force f) noexcept {
    switch (f) {
    case force::assert_:
    case force::allege:
    case force::confirm:
    case force::accuse: return 1;
    case force::doubt: return -0.5;
    case force::deny: return -1;
    default: return 0;
    }
}

/// What a statement is about, and what it does with it.
struct about {
    geostance::force force = geostance::force::mention; ///< the force

    /// From a statement to anything but a publication.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, statement> && !std::same_as<To, publication>;
    friend bool operator==(about const&, about const&) = default;
};

/// What a motion would do to what it concerns.
enum class motion_effect : std::uint8_t {
    keep,   ///< renew or maintain it: a vote for the motion is a position for it
    create, ///< bring it about: likewise
    end,    ///< end or abolish it: a vote for the motion is a position against it
    amend   ///< change it: nothing follows for it
};

template <>
struct enum_names<motion_effect> {
    static constexpr std::array<std::string_view, 4> of_each{"keep", "create", "end", "amend"};
};

/// @param effect what the motion would do
/// @return the sign with which a position on a motion carries over: 1 for keep and create, -1 for end, 0 for amend
[[nodiscard]] constexpr int sign(motion_effect effect) noexcept {
    switch (effect) {
    case motion_effect::keep:
    case motion_effect::create: return 1;
    case motion_effect::end: return -1;
    default: return 0;
    }
}

/// What a motion would do if adopted.
struct would {
    required<motion_effect> effect; ///< what it would do

    /// From an issue to anything but a publication.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, issue> && !std::same_as<To, publication>;
    friend bool operator==(would const&, would const&) = default;
};

/// A set of pledges between allies, in the union of the COW and ATOP vocabularies. A set, since treaties combine them.
struct pledges {
    bool defense = false;       ///< to fight if the other is attacked
    bool offense = false;       ///< to join in attacking
    bool neutrality = false;    ///< not to join against the other
    bool nonaggression = false; ///< not to attack the other
    bool consultation = false;  ///< to consult in a crisis; COW calls it entente

    friend bool operator==(pledges const&, pledges const&) = default;
};

/// A pledge between actors, or of an actor to a treaty. It is an obligation and no position, and makes nobody a member:
/// that is `member_of`.
struct allied_with {
    geostance::pledges pledges{}; ///< what was promised
    std::string treaty{};         ///< the treaty's name or number in its data set

    /// From an actor to an actor or alliance.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, actor>&& holder<To>;
    friend bool operator==(allied_with const&, allied_with const&) = default;
};

/// Doing or taking part in something that has a name of its own: a test, an invasion.
struct carries_out {
    std::string role{}; ///< for example `host`; empty = did it

    /// From a holder to an issue.
    template <class From, class To>
    static constexpr bool links = holder<From>&& std::same_as<To, issue>;
    friend bool operator==(carries_out const&, carries_out const&) = default;
};

/// Coming after in time, as the source puts it, without saying that one caused the other.
struct follows {
    /// From an issue to an issue.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, issue>&& std::same_as<To, issue>;
    friend bool operator==(follows const&, follows const&) = default;
};

/// Taking the place of an earlier statement as a whole: a new version of it. The earlier one no longer counts, whatever
/// day is asked about; a lens with `known_by` before that day still counts it.
struct supersedes {
    static constexpr bool needs_two_ends = true; ///< no statement replaces itself

    /// From a statement to a statement.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, statement>&& std::same_as<To, statement>;
    friend bool operator==(supersedes const&, supersedes const&) = default;
};

/// Taking back an earlier statement, or by an erratum what a publication said in its own voice. It no longer counts,
/// whatever day is asked about; a lens with `known_by` before that day still counts it. Only those who made a
/// statement, or speak for them, can take it back; only a publication of the same `publisher` is an erratum.
struct retracts {
    static constexpr bool needs_two_ends = true; ///< nothing takes itself back

    /// From a statement to a statement, or from a publication to a publication.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, To> &&
                                  (std::same_as<From, statement> || std::same_as<From, publication>);
    friend bool operator==(retracts const&, retracts const&) = default;
};

/// Correcting an earlier statement in part: of what it claimed, only relations are replaced that have the same source
/// and target as one claimed in the later statement; the rest stands.
struct corrects {
    static constexpr bool needs_two_ends = true; ///< no statement corrects itself

    /// From a statement to a statement.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, statement>&& std::same_as<To, statement>;
    friend bool operator==(corrects const&, corrects const&) = default;
};

/// Disowning what somebody said on one's behalf: from that day on it no longer binds whoever disowns it, and remains
/// the speaker's own word.
struct disowns {
    static constexpr bool needs_two_ends = true; ///< no statement disowns itself

    /// From a statement to a statement.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, statement>&& std::same_as<To, statement>;
    friend bool operator==(disowns const&, disowns const&) = default;
};

/// Taking its content from: a newspaper from an agency's report.
struct derives_from {
    static constexpr bool needs_two_ends = true; ///< nothing derives from itself

    /// From a publication to a publication.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, publication>&& std::same_as<To, publication>;
    friend bool operator==(derives_from const&, derives_from const&) = default;
};

/// Being said to somebody.
struct addresses {
    /// From a statement to a holder.
    template <class From, class To>
    static constexpr bool links = std::same_as<From, statement>&& holder<To>;
    friend bool operator==(addresses const&, addresses const&) = default;
};

namespace detail {

inline void check_unit_interval(char const* field, double value) {
    if (!(value >= -1 && value <= 1)) throw invalid_value(field, number_text(value), "a number in [-1, 1]");
}

} // namespace detail

/// Checks the value and the channel.
/// @param s the stance
/// @throws invalid_value if the value is not in [-1, 1], or no number, or the channel is no enumerator
inline void validate(stance const& s) {
    detail::check_unit_interval("stance.value", s.value);
    detail::check_enumerator("stance.channel", s.channel);
}
/// Checks the value.
/// @param a the effect
/// @throws invalid_value if the value is not in [-1, 1], or no number
inline void validate(affects const& a) { detail::check_unit_interval("affects.value", a.value); }
/// Checks the event's code, the value and the channel.
/// @param a the event
/// @throws invalid_value if the code has a scheme and no value or the other way round, if there is a value and it is
/// not in [-1, 1], or the channel is no enumerator
inline void validate(acts_toward const& a) {
    if (a.event.scheme.empty() != a.event.value.empty())
        throw invalid_value("acts_toward.event", detail::quoted(a.event.scheme + ':' + a.event.value),
                            "a scheme and a value, or neither");
    if (a.value) detail::check_unit_interval("acts_toward.value", *a.value);
    detail::check_enumerator("acts_toward.channel", a.channel);
}
/// Checks the authority.
/// @param s the office
/// @throws invalid_value if the authority is no enumerator
inline void validate(speaks_for const& s) { detail::check_enumerator("speaks_for.authority", s.authority); }
/// Checks the capacity and the attribution.
/// @param m how a statement was made
/// @throws invalid_value if the capacity or the attribution is no enumerator
inline void validate(makes const& m) {
    detail::check_enumerator("makes.capacity", m.capacity);
    detail::check_enumerator("makes.attribution", m.attribution);
}
/// Checks the force.
/// @param a what a statement does
/// @throws invalid_value if the force is no enumerator
inline void validate(about const& a) { detail::check_enumerator("about.force", a.force); }
/// Checks the effect.
/// @param w what a motion would do
/// @throws invalid_value if the effect is no enumerator
inline void validate(would const& w) { detail::check_enumerator("would.effect", w.effect.get()); }
/// Checks the vote and the veto.
/// @param c the vote
/// @throws invalid_value if the vote is no enumerator, or a vote other than no is said to be a veto
inline void validate(casts const& c) {
    detail::check_enumerator("casts.vote", c.vote.get());
    if (c.veto && c.vote != ballot::no)
        throw invalid_value("casts.veto", std::string(to_string(c.vote)), "a vote of no; only that can be a veto");
}

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What if somebody stood elsewhere, and whose change would turn an answer: if_switched, switches_on, what_turns.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/position/signal.hpp>
#include <geostance/query/vote/votes.hpp>
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/query/whatif/switch_to.hpp>
#include <geostance/query/whatif/switches_about.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

namespace detail {

/// Whether a relation says something of its source's position on its target, or may do so.
template <class S>
bool is_a_position(typed_graph<S> const& g, any_relation r) {
    return g.visit(r, []<class R>(R const&) { return signalling<R>; });
}

/// The vote that stands for a value: the one that was cast, if it does, with its veto; none if no vote does.
inline std::optional<casts> vote_for(double value, casts const& cast) {
    auto const held = signal_of(cast);
    if (held && held->value == value) return cast;
    for (auto const vote : {ballot::yes, ballot::no, ballot::abstain})
        if (signal_of(casts{vote})->value == value) return casts{vote};
    return std::nullopt;
}

/// Whether somebody can be switched to a value: who voted only to that of a vote.
template <class S>
bool may_take(typed_graph<S> const& g, any_node who, any_node target, double value) {
    bool has_voted = false;
    g.for_each_between(who, target, [&](any_relation r) { has_voted = has_voted || g.template as<casts>(r); });
    return !has_voted || vote_for(value, casts{ballot::abstain});
}

/// What binds a holder beside its own relations to a target.
struct ascribed_positions {
    std::vector<any_relation> words; ///< said in its name by those who speak for it
    std::vector<any_relation> deeds; ///< done by its organs
};
template <class S>
ascribed_positions ascribed_to(typed_graph<S> const& g, any_node holder, any_node target) {
    lens const everything;
    reading<S> const record(g, everything);
    using by = typename reading<S>::by;
    ascribed_positions result;
    for (auto const& speaker : record.held_offices().speakers_for(holder, by::words)) {
        if (speaker.first == holder) continue;
        g.for_each_between(speaker.first, target, [&](any_relation r) {
            auto const said = g.annotation(r).claimed_in;
            bool const is_said = !said.is_null() && record.voices_of(said).has(holder);
            if (is_said && is_a_position(g, r)) result.words.push_back(r);
        });
    }
    for (auto const& organ : record.held_offices().speakers_for(holder, by::deeds)) {
        if (organ.first == holder) continue;
        g.for_each_between(organ.first, target, [&](any_relation r) {
            bool const is_done =
                g.annotation(r).claimed_in.is_null() && reaches(organ.second, record.time_of(r)) != certainty::no;
            if (is_done && is_a_position(g, r)) result.deeds.push_back(r);
        });
    }
    return result;
}

/// A statement that the same makers make for themselves alone.
template <class S>
node<statement> in_person(supposition<S>& g, node<statement> said) {
    auto words = g[said];
    do words.key += " (in person)";
    while (g.template find<statement>(words.key));
    auto const makers = in<makes>(g, said);
    std::vector<relation<makes>> const made(makers.begin(), makers.end());
    auto const result = g.add(std::move(words));
    for (auto const r : made) {
        auto how = g[r];
        how.capacity = capacity::personal;
        g.relate_any(g.source(any_relation(r)), any_node(result), how, provenance(g.annotation(r)));
    }
    return result;
}
/// Lets relations that statements claim bind their speakers alone.
template <class S>
void say_in_person(supposition<S>& g, std::vector<any_relation> const& words) {
    std::vector<std::pair<node<statement>, node<statement>>> copies;
    for (auto const r : words) {
        provenance p = g.annotation(r);
        auto at = std::find_if(copies.begin(), copies.end(), [&](auto const& c) { return c.first == p.claimed_in; });
        if (at == copies.end()) at = copies.insert(at, {p.claimed_in, in_person(g, p.claimed_in)});
        p.claimed_in = at->second;
        auto const from = g.source(r);
        auto const to = g.target(r);
        g.visit(r, [&](auto payload) { g.relate_any(from, to, std::move(payload), p); });
    }
    g.take_away(words);
}

/// Exchanges what is recorded from the holder, or said in the statement, of a target. Who voted on it votes otherwise.
template <class S>
void make_switch(supposition<S>& g, switch_to const& to) {
    if (g.template as<statement>(to.who)) return switch_statement(g, to);
    std::vector<any_relation> replaced;
    std::vector<any_relation> votes;
    g.for_each_between(to.who, to.target, [&](any_relation r) {
        if (is_a_position(g, r)) replaced.push_back(r);
        if (g.template as<casts>(r)) votes.push_back(r);
    });
    auto const others = ascribed_to<S>(g, to.who, to.target);
    if (votes.empty()) {
        auto all = replaced;
        all.insert(all.end(), others.words.begin(), others.words.end());
        all.insert(all.end(), others.deeds.begin(), others.deeds.end());
        g.relate_any(to.who, to.target, stance{.value = to.value}, days_of_newest(g, all));
    } else {
        auto const vote = vote_for(to.value, *g.template get_if<casts>(newest_of(g, votes)));
        if (!vote) throw invalid_value("switch_to.value", number_text(to.value), "1, 0 or -1 for one who voted on it");
        g.relate_any(to.who, to.target, *vote, days_of_newest(g, votes));
    }
    g.take_away(replaced);
    g.take_away(others.deeds);
    say_in_person(g, others.words);
}

/// Where a holder stands, or a statement, before a change; 0 for none, and for a statement that takes both sides.
template <class S>
double value_now(typed_graph<S> const& g, switch_to const& to, lens const& asked) {
    if (g.template as<statement>(to.who)) return side_taken(g, sides_taken(g, to.who, to.target)).value_or(0);
    auto const held = position_of(g, to.who, to.target, asked);
    return held.attitude == attitude::none ? 0 : held.value;
}

template <class Question, class S>
using answer_to = std::invoke_result_t<Question&, typed_graph<S> const&>;
/// Something that is asked of a record, with answers that can be compared.
template <class Question, class S>
concept question_of = std::equality_comparable<answer_to<Question, S>>;

} // namespace detail

/// The record as it would be if somebody stood elsewhere on something. All stances, votes, sponsorships and acts that
/// are recorded from the holder to the target give way, whoever reports them, and so do relations of your own types
/// that are `signalling`. In their place is one stance of that value, with the days of the newest of them. If the
/// holder voted on the target, it is one vote for, abstaining or against instead, with the day of its newest vote; a
/// vote that had that value already keeps its veto. No vote is half in favour: such a value is refused for a voter.
/// What others said of the target in the holder's name counts as said for themselves, in a statement of their own; what
/// the holder's organs did gives way. What carries over stays: a vote on a motion about the target still counts, beside
/// the new position.
/// @param g the record; outlives the supposition
/// @param holder an actor or alliance
/// @param target any node but a publication
/// @param value where it would stand, in [-1, 1]
/// @return the supposition
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value if the value is out of range, or the holder voted and no vote has it, or the nodes cannot take
///         part in a position
/// @par Complexity
/// O(relations of these types at the target and at those who may bind the holder)
template <stance_schema S>
[[nodiscard]] supposition<S> if_switched(typed_graph<S> const& g, position_holder<S> auto holder,
                                         position_target<S> auto target, double value) {
    auto result = suppose(g);
    detail::make_switch(result, {any_node(holder), any_node(target), value});
    return result;
}

/// The record as it would be if a statement said otherwise of a claim. The newest `about` in which it takes a side then
/// takes the side that is supposed; its source and days stay, and so do its words if it took that side already. In the
/// older ones it then only mentions the claim. What takes the statement back is left out.
/// @param g the record; outlives the supposition
/// @param said the statement
/// @param claim an issue or a statement, or somebody of whom it says something
/// @param value 1: affirms it, -1: denies it, 0: takes no side
/// @return the supposition
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for another value, or a claim that a statement cannot be about
/// @par Complexity
/// O(relations of this type at the two nodes)
template <stance_schema S>
[[nodiscard]] supposition<S> if_switched(typed_graph<S> const& g, node<statement> said, any_node claim, double value) {
    auto result = suppose(g);
    detail::make_switch(result, {any_node(said), claim, value});
    return result;
}

/// Every change of one position on a target: each voter on it and each holder of a position on it, to each value that
/// it does not hold and that, if it voted, a vote has.
/// @param g the record
/// @param target any node but a publication
/// @param asked the reading under which it is asked who holds a position
/// @param values the values, in [-1, 1]
/// @return by holder, in order of insertion, then in the order of the values
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a value out of its range, a field of the lens, or a node that no position can be about
/// @par Complexity
/// that of `holders_of_positions`
template <stance_schema S>
[[nodiscard]] std::vector<switch_to> switches_on(typed_graph<S> const& g, position_target<S> auto target,
                                                 lens const& asked = {},
                                                 std::vector<double> const& values = {1, -1, 0}) {
    for (double const value : values)
        if (!(value >= -1 && value <= 1))
            throw invalid_value("values", detail::number_text(value), "numbers in [-1, 1]");
    any_node const about(target);
    auto holders = holders_of_positions(g, about, asked);
    if (auto const motion = g.template as<issue>(about))
        for (auto const& v : votes_on(g, *motion, asked))
            if (v.vote != ballot::not_a_member) holders.push_back({v.who, {}});
    // Who holds a position comes before itself as a voter.
    detail::sort(holders, [](auto const& a, auto const& b) { return a.who < b.who; });
    auto const is_same = [](holding const& a, holding const& b) { return a.who == b.who; };
    holders.erase(std::unique(holders.begin(), holders.end(), is_same), holders.end());
    std::vector<switch_to> result;
    for (auto const& h : holders)
        for (double const value : values)
            if (!(h.position.value == value) && detail::may_take(g, h.who, about, value))
                result.push_back({h.who, about, value});
    return result;
}

/// Changes that turn an answer, and what else they change.
template <class Answer>
struct turn {
    std::vector<switch_to> switches{};     ///< the changes, one or two
    Answer answer{};                       ///< the answer if they were made
    double distance = 0;                   ///< how far positions and statements move in all; from none as from 0
    std::vector<difference> differences{}; ///< every position that would be another
    std::vector<claim_change> claims{};    ///< if a statement is switched: every claim that would stand otherwise
};

/// Writes `node 3 on node 7: -1 -> carried: 9 for, 1 against, 0 abstaining (distance 2)`: the changes, and the answer
/// if that can be printed.
/// @param out gets the text
/// @param t the changes
/// @return the stream
/// @par Complexity
/// O(length of the text)
template <class Answer>
std::ostream& operator<<(std::ostream& out, turn<Answer> const& t) {
    for (auto const& s : t.switches) out << (&s == &t.switches.front() ? "" : ", ") << s;
    if constexpr (requires { out << t.answer; }) out << " -> " << t.answer;
    return out << " (distance " << t.distance << ')';
}

/// How far `what_turns` looks.
struct what_turns_options {
    std::size_t max_together = 1; ///< how many positions may change together: 1 or 2
    lens asked{};                 ///< the reading under which distances and differences are measured
    differences_options differ{}; ///< what counts as a difference
};

/// Which single change turns an answer, and, if asked, which two that do not turn it alone. The answer may be anything
/// that can be compared: whether a motion carries, the sign of a majority, somebody's camp, whether a claim stands. The
/// candidates are changes of positions (`switches_on`) or of what statements say (`switches_about`). `pivotal` finds
/// the same for votes that are counted already.
/// @code
/// what_turns(world, switches_on(world, motion), [&](auto const& g) { return outcome(g, motion, rule).carried; })
/// @endcode
/// @param g the record
/// @param candidates the changes that are tried
/// @param question called with the record and with suppositions over it, one after the other; not copied
/// @param options how far to look
/// @return those with the fewest changes first, then those that move positions or statements least, then in the order
///         of the candidates
/// @throws invalid_value for a field of the options, and as `if_switched` does
/// @throws invalid_handle as `if_switched` does
/// @par Complexity
/// for c candidates c questions and positions, or c^2 questions if two may change together; and for each turn that of
/// `differences`
template <stance_schema S, detail::question_of<S> Question>
[[nodiscard]] auto what_turns(typed_graph<S> const& g, std::vector<switch_to> const& candidates, Question&& question,
                              what_turns_options const& options = {}) {
    using answer = detail::answer_to<Question, S>;
    validate(options.asked);
    validate(options.differ);
    if (options.max_together != 1 && options.max_together != 2)
        throw invalid_value("what_turns_options.max_together", std::to_string(options.max_together), "1 or 2");
    answer const now = question(g);
    std::vector<turn<answer>> result;
    std::vector<double> distances;
    distances.reserve(candidates.size());
    for (auto const& to : candidates) distances.push_back(std::abs(to.value - detail::value_now(g, to, options.asked)));
    auto const is_said = [&](switch_to const& to) { return g.template as<statement>(to.who).has_value(); };
    std::vector<claim_report> claims_now;
    if (std::any_of(candidates.begin(), candidates.end(), is_said)) claims_now = claims(g, options.asked);
    auto const attempt = [&](std::vector<std::size_t> const& chosen) {
        auto supposed = suppose(g);
        for (auto const i : chosen) detail::make_switch(supposed, candidates[i]);
        answer then = question(static_cast<typed_graph<S> const&>(supposed));
        if (then == now) return false;
        turn<answer> found{.answer = std::move(then),
                           .differences = differences(g, supposed, options.asked, options.differ)};
        for (auto const i : chosen) {
            found.switches.push_back(candidates[i]);
            found.distance += distances[i];
        }
        if (std::any_of(found.switches.begin(), found.switches.end(), is_said))
            found.claims = detail::claims_that_differ(claims_now, claims<S>(supposed, options.asked));
        result.push_back(std::move(found));
        return true;
    };
    std::vector<bool> turns_alone(candidates.size());
    for (std::size_t i = 0; i < candidates.size(); ++i) turns_alone[i] = attempt({i});
    for (std::size_t i = 0; options.max_together == 2 && i < candidates.size(); ++i)
        for (std::size_t j = i + 1; !turns_alone[i] && j < candidates.size(); ++j) {
            auto const& a = candidates[i];
            auto const& b = candidates[j];
            if (!turns_alone[j] && (a.who != b.who || a.target != b.target)) attempt({i, j});
        }
    detail::sort(result, [](auto const& a, auto const& b) {
        return std::pair(a.switches.size(), a.distance) < std::pair(b.switches.size(), b.distance);
    });
    return result;
}

} // namespace geostance

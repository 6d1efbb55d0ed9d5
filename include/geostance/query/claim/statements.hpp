// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whose words: the statements that bind somebody, who speaks for whom, and what a statement is about.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/reading.hpp>

#include <chrono>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance {

namespace detail {

template <class S>
std::vector<node<statement>> statements_in_order(reading<S> const& record, std::vector<node<statement>> found) {
    auto const& g = record.graph();
    auto const day = [&](node<statement> s) {
        return g[s].said.is_known() ? g[s].said.first_day() : std::chrono::sys_days::min();
    };
    detail::sort(found, [&](auto a, auto b) { return std::tuple(day(a), a) < std::tuple(day(b), b); });
    return found;
}

/// The statements of somebody that a lens hears: those that stand for it, or those that do not.
template <class S>
std::vector<node<statement>> statements_of_any(reading<S> const& record, any_node who, bool standing) {
    auto const& g = record.graph();
    auto const& at = record.asked().at;
    std::vector<node<statement>> found;
    for (auto const speaker : record.may_bind(who))
        for (auto const r : out<makes>(g, speaker)) {
            auto const said = g.target(r);
            if (at && overlaps(record.time_of(said), during(*at)) == certainty::no) continue;
            if (!record.is_heard(r) || record.is_silenced(said)) continue;
            if (!record.voices_of(said).has(who)) continue;
            if (record.is_sure_enough(record.standing(said, who)) == standing) insert_unique(found, said);
        }
    return statements_in_order(record, std::move(found));
}

} // namespace detail

/// The statements of somebody: its own and, if the lens lets spokespeople bind, those made officially in its name,
/// through organs, while the office was held. Retracted and superseded ones are not among them.
///
/// @param g the record
/// @param who a holder
/// @param asked the reading; `at` restricts to statements that were or may have been made then: an undated one is taken
///        to have been made on the day on which it was reported
/// @return by day, undated ones first, then in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(s^2) for s statements by anybody who may speak for the holder
template <stance_schema S>
[[nodiscard]] std::vector<node<statement>> statements_of(typed_graph<S> const& g, any_node who,
                                                         lens const& asked = {}) {
    return detail::statements_of_any(detail::reading<S>(g, asked), any_node(who), true);
}

/// The statements of somebody that do not count, as those who may have taken them back or replaced them: what
/// `statements_of` leaves out for that reason alone.
///
/// @param g the record
/// @param who a holder
/// @param asked the reading, as for `statements_of`
/// @return by day, undated ones first, then in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// that of `statements_of`
template <stance_schema S>
[[nodiscard]] std::vector<node<statement>> statements_taken_back(typed_graph<S> const& g, any_node who,
                                                                 lens const& asked = {}) {
    return detail::statements_of_any(detail::reading<S>(g, asked), any_node(who), false);
}

/// The statements that speak of something: those that are about it, and those in which somebody takes a position on it.
/// What was taken back is not among them.
///
/// @param g the record
/// @param target what they speak of
/// @param asked the reading; `at` leaves out what was said later and what does not hold then; `according_to`
///        does not matter
/// @return by day, undated ones first, then in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(r log r) for r relations that enter the target
template <stance_schema S>
[[nodiscard]] std::vector<node<statement>> statements_about(typed_graph<S> const& g, any_node target,
                                                            lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    std::vector<node<statement>> found;
    auto const add = [&](any_relation r, node<statement> said) {
        if (asked.at && detail::known_record<S>::is_after(record.time_of(said).from, *asked.at)) return;
        if (record.counts(r) != certainty::no && !record.is_silenced(said) && record.stands(said))
            found.push_back(said);
    };
    for (auto const r : in<about>(g, target)) add(any_relation(r), g.source(r));
    record.for_each_signalling(any_node(target), [&](any_relation r, provenance const& p) {
        if (auto const said = p.claimed_in; !said.is_null()) add(r, said);
    });
    detail::sort(found);
    detail::erase_repeats(found);
    return detail::statements_in_order(record, std::move(found));
}

/// Those for whom somebody speaks officially: directly, and then through the organs of a state. For a ministry's
/// spokeswoman: `{Ministry, Russia}`.
/// @param g the record
/// @param speaker an actor
/// @param asked the reading; `at` asks about the offices held then, an undated one from the day on which it was
///        published
/// @return nearest first; empty if it speaks for nobody but itself
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(b^2) for b offices on the way
template <stance_schema S>
[[nodiscard]] std::vector<any_node> principals_of(typed_graph<S> const& g, any_node speaker, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    auto result = record.speaks_for_on_the_day(any_node(speaker));
    result.erase(result.begin());
    return result;
}

/// Who may speak or act for somebody: spokespeople and organs, nearest first.
/// @param g the record
/// @param principal a holder
/// @param asked the reading; `at` asks about the offices held then, an undated one from the day on which it was
///        published
/// @return nearest first; empty if nobody but itself speaks for it
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(b^2) for b offices that may bind the principal
template <stance_schema S>
[[nodiscard]] std::vector<any_node> speakers_for(typed_graph<S> const& g, any_node principal, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    std::vector<any_node> result;
    for (auto const who : record.may_bind(any_node(principal)))
        if (who != any_node(principal) && detail::contains(record.speaks_for_on_the_day(who), any_node(principal)))
            result.push_back(who);
    return result;
}

/// The speakers of a statement, without those for whom they speak.
/// @param g the record
/// @param said a statement
/// @return in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(s^2) for s speakers
template <stance_schema S>
[[nodiscard]] std::vector<any_node> speakers_of(typed_graph<S> const& g, node<statement> said) {
    std::vector<any_node> result;
    for (auto const r : in<makes>(g, said)) detail::insert_unique(result, g.source(any_relation(r)));
    return result;
}

} // namespace geostance

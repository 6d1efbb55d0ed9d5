// SPDX-License-Identifier: BSL-1.0
/// @file
/// Loose ends: parts of a record that count for less than its author may think.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/model/period.hpp>
#include <geostance/query/claim/contested.hpp>
#include <geostance/query/claim/remarks.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/detail/gather.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/table.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance {

/// Why something is a loose end.
enum class loose_end_kind : std::uint8_t {
    unspoken,  ///< nobody is recorded to make the statement: what is claimed in it is nobody's position
    two_votes, ///< the voter is recorded with another vote on the motion for what may be the same day: the last counts
    unsourced, ///< the relation names neither a publication nor a statement: nobody can look it up
    not_entitled, ///< a statement takes back, replaces, corrects or disowns one of somebody for whom its makers may not
                  ///< do so, or a publication one of another publisher: it changes nothing
    worse_source, ///< the relation takes the place of an earlier one that comes from a better source, by the Admiralty
                  ///< letters that both have
    contradicting_effects, ///< the motion's shortest routes to what it would keep, create or end contradict each other:
                           ///< no position carries over by them
    no_stance,             ///< the statement praises, condemns or demands something on which its speakers have no
                           ///< recorded position
    read_twice,            ///< the relation repeats another one from the same place of the same publication: both are
                           ///< one report
    told_too_early,        ///< its publication appeared before the statement that it reports was made
    takes_both_sides,      ///< the relation has its statement affirm what another one has it deny, or the other way
                           ///< round, and no day says which is newer: to deny the statement is then to deny neither
    no_members,      ///< the relation is the first pledge to an alliance of which no member is recorded: a pledge makes
                     ///< nobody a member, so `members_of` lists nobody and nobody inherits the alliance's positions
    copies_retracted ///< the relation has a publication take its content, at first or at second hand, from one that was
                     ///< retracted, and is not retracted itself: what it says in its own voice counts on
};

template <>
struct enum_names<loose_end_kind> {
    static constexpr std::array<std::string_view, 12> of_each{
        "unspoken",  "two_votes",  "unsourced",      "not_entitled",     "worse_source", "contradicting_effects",
        "no_stance", "read_twice", "told_too_early", "takes_both_sides", "no_members",   "copies_retracted"};
};

/// A statement or relation to look at again.
struct loose_end {
    loose_end_kind kind = loose_end_kind::unsourced; ///< why
    node<statement> said{};                          ///< the statement; null if it is a relation
    any_relation recorded{};                         ///< the relation; null if it is a statement
};

namespace detail {

template <stance_schema S>
void find_unspoken(typed_graph<S> const& g, std::vector<loose_end>& found) {
    for (auto const said : nodes_of<statement>(g))
        if (in<makes>(g, said).empty()) found.push_back({loose_end_kind::unspoken, said, {}});
}

template <stance_schema S>
void find_two_votes(typed_graph<S> const& g, std::vector<loose_end>& found) {
    auto const disagree = [&](relation<casts> a, relation<casts> b) {
        return g[a].vote != g[b].vote &&
               overlaps(during(g.annotation(a).valid.from), during(g.annotation(b).valid.from)) != certainty::no;
    };
    for (auto const motion : nodes_of<issue>(g)) {
        table<any_node, lean_vector<relation<casts>>> earlier;
        for (auto const r : in<casts>(g, motion)) {
            auto& others = earlier.insert(any_node(g.source(r)), {}).first;
            if (detail::any_of(others, [&](auto const other) { return disagree(other, r); }))
                found.push_back({loose_end_kind::two_votes, {}, any_relation(r)});
            others.push_back(r);
        }
    }
}

template <stance_schema S>
void find_unsourced(typed_graph<S> const& g, std::vector<loose_end>& found) {
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        provenance const& p = g.annotation(r);
        if (p.publication.is_null() && p.claimed_in.is_null()) found.push_back({loose_end_kind::unsourced, {}, r});
    }
}

template <class R, stance_schema S>
void find_not_entitled(reading<S> const& record, std::vector<loose_end>& found) {
    for (auto const r : relations_of<R>(record.graph()))
        if (!record.taken_back().is_entitled(any_relation(r)))
            found.push_back({loose_end_kind::not_entitled, {}, any_relation(r)});
}

/// Adds relations, each once, in order of insertion.
inline void add_each(loose_end_kind kind, std::vector<any_relation> all, std::vector<loose_end>& found) {
    detail::sort(all);
    detail::erase_repeats(all);
    for (auto const r : all) found.push_back({kind, {}, r});
}

/// Whether a source is worse than another in one of the letters that both have, and better in none.
inline bool is_worse(provenance const& p, provenance const& than) noexcept {
    auto const steps = [](auto a, auto b, auto unjudged) {
        return a == unjudged || b == unjudged ? 0 : static_cast<int>(a) - static_cast<int>(b);
    };
    auto const by_source = steps(p.reliability, than.reliability, reliability::cannot_be_judged);
    auto const by_content = steps(p.credibility, than.credibility, credibility::cannot_be_judged);
    return by_source >= 0 && by_content >= 0 && by_source + by_content > 0;
}

template <stance_schema S>
void find_worse_sources(typed_graph<S> const& g, std::vector<loose_end>& found) {
    lens const every_account{.according_to = everybody()};
    reading<S> const record(g, every_account);
    std::vector<any_relation> worse;
    for (std::size_t i = 0; i < g.num_nodes(); ++i)
        gatherer<S>(record, g.node_at(i)).for_each_candidates([&](any_node, holders_candidates const& all) {
            strands<S>(record, all).for_each_replacement([&](std::size_t later, std::size_t earlier) {
                auto const r = all[later]->found.relation;
                if (is_worse(g.annotation(r), g.annotation(all[earlier]->found.relation))) worse.push_back(r);
            });
        });
    add_each(loose_end_kind::worse_source, std::move(worse), found);
}

template <stance_schema S>
void find_contradicting_effects(reading<S> const& record, std::vector<loose_end>& found) {
    auto const& g = record.graph();
    std::vector<any_relation> contradicting;
    for (std::size_t i = 0; i < g.num_nodes(); ++i)
        if (!in<would>(g, g.node_at(i)).empty())
            carrying_motions<S>(record, g.node_at(i)).for_each_contradiction([&](any_relation effect) {
                contradicting.push_back(effect);
            });
    add_each(loose_end_kind::contradicting_effects, std::move(contradicting), found);
}

template <stance_schema S>
void find_remarks_without_stance(reading<S> const& record, std::vector<loose_end>& found) {
    auto const& g = record.graph();
    std::vector<any_relation> alone;
    for (std::size_t i = 0; i < g.num_nodes(); ++i) {
        table<any_node, char> has_position;
        for (auto const& [who, r] : remarks_on(record, g.node_at(i))) {
            if (!contains(record.names_behind(g.source(r)), who)) continue;
            auto const [known, is_new] = has_position.insert(who, 0);
            if (is_new) known = gather(record, who, g.node_at(i)).found.empty() ? 0 : 1;
            if (known == 0) alone.emplace_back(r);
        }
    }
    add_each(loose_end_kind::no_stance, std::move(alone), found);
}

template <stance_schema S>
void find_read_twice(typed_graph<S> const& g, std::vector<loose_end>& found) {
    auto const row_of = [&](any_relation r) {
        provenance const& p = g.annotation(r);
        return std::tuple(p.publication, std::string_view(p.locator), g.source(r), g.target(r));
    };
    auto const is_the_same = [&](any_relation a, any_relation b) {
        provenance const& p = g.annotation(a);
        provenance const& q = g.annotation(b);
        return p.claimed_in == q.claimed_in && p.valid == q.valid && say_the_same(g, a, b);
    };
    std::vector<any_relation> placed;
    for (std::size_t i = 0; i < g.num_relations(); ++i)
        if (provenance const& p = g.annotation(g.relation_at(i)); !p.publication.is_null() && !p.locator.empty())
            placed.push_back(g.relation_at(i));
    detail::sort(placed, [&](auto const a, auto const b) { return row_of(a) < row_of(b); });
    std::vector<any_relation> repeated;
    for (auto first = placed.begin(), r = first; r != placed.end(); ++r) {
        if (row_of(*first) != row_of(*r)) first = r;
        if (std::any_of(first, r, [&](auto const earlier) { return is_the_same(earlier, *r); })) repeated.push_back(*r);
    }
    add_each(loose_end_kind::read_twice, std::move(repeated), found);
}

template <stance_schema S>
void find_told_too_early(typed_graph<S> const& g, std::vector<loose_end>& found) {
    auto const is_made_later = [&](node<statement> said, provenance const& p) {
        auto const told = g[p.publication].published;
        return told.is_known() && g[said].said.is_known() && told.last_day() < g[said].said.first_day();
    };
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        provenance const& p = g.annotation(r);
        if (p.publication.is_null()) continue;
        auto const made = g.template as<makes>(r);
        auto const talks = g.template as<about>(r);
        if ((!p.claimed_in.is_null() && is_made_later(p.claimed_in, p)) ||
            (made && is_made_later(g.target(*made), p)) || (talks && is_made_later(g.source(*talks), p)))
            found.push_back({loose_end_kind::told_too_early, {}, r});
    }
}

template <stance_schema S>
void find_both_sides(reading<S> const& record, std::vector<loose_end>& found) {
    auto const& g = record.graph();
    claim_finder<S> const finder(record);
    std::unordered_map<any_node, bool> sides; // on what the statement takes one; whether it affirms it
    for (auto const said : nodes_of<statement>(g)) {
        sides.clear();
        for (auto const r : out<about>(g, said)) {
            if (!finder.counts(r)) continue;
            bool const affirms = polarity(g[r].force) > 0;
            auto const [known, is_new] = sides.emplace(g.target(any_relation(r)), affirms);
            if (!is_new && known->second != affirms)
                found.push_back({loose_end_kind::takes_both_sides, {}, any_relation(r)});
        }
    }
}

template <stance_schema S>
void find_no_members(typed_graph<S> const& g, std::vector<loose_end>& found) {
    for (auto const group : nodes_of<alliance>(g)) {
        auto const pledges = in<allied_with>(g, group);
        if (!pledges.empty() && in<member_of>(g, group).empty())
            found.push_back({loose_end_kind::no_members, {}, any_relation(*pledges.begin())});
    }
}

/// Finds the copies that lead to what was retracted, each way once.
template <stance_schema S>
void find_copies_of_retracted(reading<S> const& record, std::vector<loose_end>& found) {
    auto const& g = record.graph();
    if (relations_of<derives_from>(g).empty()) return;
    auto const is_retracted = [&](node<publication> paper) {
        return record.standing_in_own_voice({.publication = paper}) == certainty::no;
    };
    table<node<publication>, char> speaks; // those that say something in their own voice
    for (std::size_t i = 0; i < g.num_relations(); ++i)
        if (provenance const& p = g.annotation(g.relation_at(i)); !p.publication.is_null() && p.claimed_in.is_null())
            speaks.insert(p.publication, 0);
    table<node<publication>, char> reached;
    lean_vector<node<publication>> waiting;
    for (auto const paper : nodes_of<publication>(g))
        if (!in<derives_from>(g, paper).empty() && is_retracted(paper)) waiting.push_back(paper);
    std::vector<any_relation> copies;
    while (!waiting.empty()) {
        auto const original = waiting.back();
        waiting.pop_back();
        if (!reached.insert(original, 0).second) continue;
        for (auto const r : in<derives_from>(g, original)) {
            auto const copy = g.source(r);
            if (is_retracted(copy)) continue;
            if (speaks.find(copy) != nullptr) copies.emplace_back(r);
            waiting.push_back(copy);
        }
    }
    add_each(loose_end_kind::copies_retracted, std::move(copies), found);
}

} // namespace detail

/// The parts of a record that count for less than they may seem to. Ask it of a record that was just written or read.
///
/// None of these is an error: a rumour has no speaker, and an unfinished record has no sources yet. But a forgotten
/// speaker makes a position vanish, and no query can tell that from a rumour.
/// @param g the record
/// @return by kind, in order of insertion
/// @par Complexity
/// O(V + E log E) on average; for each target O(m) for m motions that lead to it, and O(r) for r relations between it
/// and each speaker of remarks on it; quadratic in the votes of one voter on one motion, and in the rows of one place
/// with the same ends
template <stance_schema S>
[[nodiscard]] std::vector<loose_end> loose_ends(typed_graph<S> const& g) {
    std::vector<loose_end> found;
    detail::find_unspoken(g, found);
    detail::find_two_votes(g, found);
    detail::find_unsourced(g, found);
    lens const everything;
    detail::reading<S> const record(g, everything);
    detail::find_not_entitled<retracts>(record, found);
    detail::find_not_entitled<supersedes>(record, found);
    detail::find_not_entitled<corrects>(record, found);
    detail::find_not_entitled<disowns>(record, found);
    detail::find_worse_sources(g, found);
    detail::find_contradicting_effects(record, found);
    detail::find_remarks_without_stance(record, found);
    detail::find_read_twice(g, found);
    detail::find_told_too_early(g, found);
    detail::find_both_sides(record, found);
    detail::find_no_members(g, found);
    detail::find_copies_of_retracted(record, found);
    return found;
}

/// A loose end as a line: `unspoken: A dam is to be built`
/// @param g the record
/// @param end one of its loose ends
/// @return the kind, and the statement's summary or the relation as a sentence
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(length of the text)
template <stance_schema S>
[[nodiscard]] std::string describe(typed_graph<S> const& g, loose_end const& end) {
    return std::string(to_string(end.kind)) + ": " +
           (end.recorded.is_null() ? safe_text(name_of(g, end.said)) : describe(g, end.recorded));
}

} // namespace geostance

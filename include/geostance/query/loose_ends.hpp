// SPDX-License-Identifier: BSL-1.0
/// @file
/// Loose ends: parts of a record that count for less than its author may think.
#pragma once

#include <geostance/model/enum_names.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/model/period.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/detail/reading.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace geostance {

/// Why something is a loose end.
enum class loose_end_kind : std::uint8_t {
    unspoken,  ///< nobody is recorded to make the statement: what is claimed in it is nobody's position
    two_votes, ///< the voter is recorded with another vote on the motion for what may be the same day: the last counts
    unsourced, ///< the relation names neither a publication nor a statement: nobody can look it up
    not_entitled ///< a statement takes back, replaces, corrects or disowns one of somebody for whom its makers may not
                 ///< do so, or a publication one of another publisher: it changes nothing
};

template <>
struct enum_names<loose_end_kind> {
    static constexpr std::array<std::string_view, 4> of_each{"unspoken", "two_votes", "unsourced", "not_entitled"};
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
        std::unordered_map<any_node, std::vector<relation<casts>>> earlier;
        for (auto const r : in<casts>(g, motion)) {
            auto& others = earlier[any_node(g.source(r))];
            if (std::any_of(others.begin(), others.end(), [&](auto const other) { return disagree(other, r); }))
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

} // namespace detail

/// The parts of a record that count for less than they may seem to. Ask it of a record that was just written or read.
///
/// None of these is an error: a rumour has no speaker, and an unfinished record has no sources yet. But a forgotten
/// speaker makes a position vanish, and no query can tell that from a rumour.
/// @param g the record
/// @return by kind, in order of insertion
/// @par Complexity
/// O(V + E), and quadratic in the votes of one voter on one motion
template <stance_schema S>
[[nodiscard]] std::vector<loose_end> loose_ends(typed_graph<S> const& g) {
    std::vector<loose_end> found;
    detail::find_unspoken(g, found);
    detail::find_two_votes(g, found);
    detail::find_unsourced(g, found);
    const lens everything;
    const detail::reading<S> record(g, everything);
    detail::find_not_entitled<retracts>(record, found);
    detail::find_not_entitled<supersedes>(record, found);
    detail::find_not_entitled<corrects>(record, found);
    detail::find_not_entitled<disowns>(record, found);
    return found;
}

/// A loose end as a line: `unspoken: A dam is to be built`
/// @param g the record
/// @param end one of its loose ends
/// @return the kind, and the statement's summary or the relation as a sentence
/// @throws invalid_handle
/// @par Complexity
/// O(length of the text)
template <stance_schema S>
[[nodiscard]] std::string describe(typed_graph<S> const& g, loose_end const& end) {
    return std::string(to_string(end.kind)) + ": " +
           (end.recorded.is_null() ? safe_text(name_of(g, end.said)) : describe(g, end.recorded));
}

} // namespace geostance

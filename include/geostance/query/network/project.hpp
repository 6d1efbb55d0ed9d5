// SPDX-License-Identifier: BSL-1.0
/// @file
/// From a record to the signed graph of its holders under a lens, with the way back to the relations behind each tie.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/signed/boost_graph.hpp> // IWYU pragma: export

#include <boost/graph/adjacency_list.hpp> // what is projected goes on to Boost's algorithms, and to graphs of its users

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance {

/// Between two holders: what each holds of the other, and what that amounts to.
struct projected_tie {
    std::uint32_t from = 0;           ///< the number of one holder in `projection::holders`
    std::uint32_t to = 0;             ///< the number of the other, which is greater
    tally sum{};                      ///< the evidence of both directions
    std::vector<evidence> rests_on{}; ///< the relations behind it: first those from `from`, then those from `to`
};

/// The signed graph of a record's holders.
struct projection {
    signed_graph graph{};                ///< vertices are holders; the weight of a tie is the mean of its evidence
    std::vector<any_node> holders{};     ///< the holders by their numbers in the graph, in order of insertion
    std::vector<projected_tie> ties{};   ///< every pair with evidence, also if it is neutral or cancels out
    std::size_t positions_on_others = 0; ///< positions on issues and statements, which are no holders: they make no tie
    std::size_t positions_on_self = 0;   ///< positions of a holder on itself: they make no tie

    /// The tie behind an arc of the graph.
    /// @param arc an arc
    /// @pre arc < graph.num_arcs()
    /// @return the tie; its evidence leads back to the record
    [[nodiscard]] projected_tie const& tie_of(std::uint32_t arc) const {
        GEOSTANCE_ASSERT(arc < graph.num_arcs(), "projection::tie_of: an arc");
        return ties[graph.edge_of(arc)];
    }
};

/// Whose ties a projection has.
struct project_options {
    /// whether a speaker has ties of its own from evidence that already counts for the one that it binds
    bool every_speaker = false;
};

namespace detail {

/// Drops evidence of a speaker or organ that already counts for one that it binds, through others as well.
template <class S>
void drop_counted_elsewhere(reading<S> const& record, std::vector<held_position>& held) {
    struct told {
        std::pair<any_relation, any_node> what; // a relation, and the target that it bears on
        any_node for_whom;
    };
    lean_vector<told> elsewhere;
    for (auto const& p : held)
        for (auto const& e : p.position.rests_on)
            if (e.counts() && e.membership.is_null() && e.whose != p.who)
                elsewhere.push_back({{e.relation, p.target}, p.who});
    detail::sort(elsewhere, [](told const& a, told const& b) { return a.what < b.what; });
    auto const binds = [&](any_node who, any_node other) {
        return who != other && record.held_offices().principals_of(who, reading<S>::by::words).has(other);
    };
    for (auto& p : held) {
        if (record.binds_nobody(p.who)) continue;
        detail::erase_if(p.position.rests_on, [&](evidence const& e) {
            std::pair const what(e.relation, p.target);
            auto at = std::lower_bound(elsewhere.begin(), elsewhere.end(), what,
                                       [](told const& known, auto const& sought) { return known.what < sought; });
            for (; at != elsewhere.end() && at->what == what; ++at)
                if (e.whose == p.who || binds(p.who, at->for_whom)) return true;
            return false;
        });
    }
    detail::erase_if(held, [](held_position const& p) {
        return std::none_of(p.position.rests_on.begin(), p.position.rests_on.end(),
                            [](evidence const& e) { return e.counts(); });
    });
}

/// Of some positions, leaves those of holders on others that make ties, and counts the rest.
template <class S>
void leave_ties(reading<S> const& record, std::vector<held_position>& held, project_options const& options,
                std::size_t& on_others, std::size_t& on_self) {
    auto const& g = record.graph();
    detail::erase_if(held, [&](held_position const& p) {
        bool const other = !is_holder(g, p.target) || !is_holder(g, p.who);
        bool const self = p.target == p.who;
        on_others += other ? 1U : 0U;
        on_self += !other && self ? 1U : 0U;
        return other || self;
    });
    if (!options.every_speaker) drop_counted_elsewhere(record, held);
}

/// Adds one direction's evidence to a tie.
inline void add_evidence(projected_tie& t, std::vector<evidence> const& more) {
    for (auto const& e : more) {
        if (e.counts()) t.sum.add(e.value, e.weight);
        t.rests_on.push_back(e);
    }
}

/// The weight of a tie in the graph.
inline double graph_weight(projected_tie const& t) { return t.sum.attitude() == attitude::neutral ? 0 : t.sum.mean(); }

/// Lists those who are an end of a tie, in order of insertion.
/// @return the number of each by the index of its node
template <class S>
std::vector<std::uint32_t> number_holders(typed_graph<S> const& g, std::vector<held_position> const& held,
                                          std::vector<any_node>& holders) {
    std::vector<std::uint32_t> result(g.num_nodes());
    for (auto const& p : held) result[p.who.index()] = result[p.target.index()] = 1;
    for (std::size_t i = 0; i < result.size(); ++i)
        if (result[i] != 0) {
            result[i] = static_cast<std::uint32_t>(holders.size());
            holders.push_back(g.node_at(i));
        }
    return result;
}

/// The places of positions by the two ends of their tie, then by the holder.
inline std::vector<std::uint32_t> by_ends(std::vector<held_position> const& held) {
    std::vector<std::pair<std::pair<any_node, any_node>, std::uint32_t>> order; // the ends, and the place
    order.reserve(held.size());
    for (auto const& p : held)
        order.push_back(
            {{std::min(p.who, p.target), std::max(p.who, p.target)}, static_cast<std::uint32_t>(order.size())});
    detail::sort(order, [&](auto const& a, auto const& b) {
        return a.first != b.first ? a.first < b.first : held[a.second].who < held[b.second].who;
    });
    std::vector<std::uint32_t> places;
    places.reserve(order.size());
    for (auto const& [ends, place] : order) places.push_back(place);
    return places;
}

} // namespace detail

/// The signed graph of holders: who stands with whom.
///
/// A tie joins two holders of whom at least one has a position on the other. Its weight is the mean of the evidence of
/// both directions, so that neutral and evenly mixed pairs have no tie in the graph, but stay in the list. The
/// algorithms of signed/ run on the graph. A sentence counts once: the words of a spokesperson are a tie of the one
/// spoken for. A speaker without other ties is not a vertex, unless the options ask for every speaker.
///
/// @param g the record
/// @param asked the reading
/// @param options whose ties there are
/// @return the graph, its holders, and the evidence behind each tie
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] projection project(typed_graph<S> const& g, lens const& asked = {}, project_options const& options = {}) {
    detail::reading<S> const record(g, asked);
    auto held = detail::all_positions(record);
    projection result;
    detail::leave_ties(record, held, options, result.positions_on_others, result.positions_on_self);
    auto const number = detail::number_holders(g, held, result.holders);
    for (auto const place : detail::by_ends(held)) {
        auto const& p = held[place];
        auto const from = number[std::min(p.who, p.target).index()];
        auto const to = number[std::max(p.who, p.target).index()];
        if (result.ties.empty() || result.ties.back().from != from || result.ties.back().to != to)
            result.ties.push_back({from, to, {}, {}});
        detail::add_evidence(result.ties.back(), p.position.rests_on);
    }
    std::vector<signed_tie> triples;
    for (auto const& t : result.ties) triples.push_back({t.from, t.to, detail::graph_weight(t)});
    result.graph = signed_graph(result.holders.size(), triples);
    return result;
}

} // namespace geostance

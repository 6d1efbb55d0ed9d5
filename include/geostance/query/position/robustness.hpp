// SPDX-License-Identifier: BSL-1.0
/// @file
/// Robustness: on which single source, statement or speaker a conclusion hangs, and the fewest that carry all of it.
#pragma once

#include <geostance/query/claim/statements.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance {

/// A publication, statement or speaker without which a conclusion would be another.
struct carrier {
    any_node what{};                 ///< the publication, statement or speaker
    geostance::position without{};   ///< the position without it
    bool carries_everything = false; ///< true if nothing at all would be left (a dominator of the evidence)
};

/// How well founded a position is.
struct foundation {
    geostance::position position{};    ///< the position
    std::vector<carrier> carriers{};   ///< each alone would change the attitude, in order of insertion
    std::vector<any_node> least_cut{}; ///< the fewest whose loss leaves no evidence; empty if no loss can do that
    bool least_cut_is_exact = true; ///< false if the search for fewer was given up; the set is then one that suffices
};

/// Limits of the search for the least cut.
struct foundation_options {
    std::size_t most_steps = 100'000; ///< after so many the best set so far is returned; at least 1
};

namespace detail {

/// What a piece of evidence depends on. It can reach the holder by several routes of offices; each route is a set of
/// publications, statements and speakers, the loss of any of which is the loss of the route.
template <class S>
class evidence_routes {
public:
    using route = std::vector<any_node>;

    explicit evidence_routes(reading<S> const& record) : record_(record) {}

    /// The routes by which a piece of evidence bears on a holder's position.
    [[nodiscard]] std::vector<route> of(evidence const& e, any_node who) const {
        provenance const& p = record_.graph().annotation(e.relation);
        route always = dependencies(e.relation);
        if (!e.via.is_null()) merge(always, dependencies(e.via));
        if (!e.membership.is_null()) merge(always, dependencies(e.membership));
        const any_node bearer = e.membership.is_null() ? who : record_.graph().target(e.membership);
        bool const claimed = !p.claimed_in.is_null();
        bool const own_words = claimed && record_.voices_of(p.claimed_in).has(e.whose);
        auto const when = own_words ? record_.time_of(p.claimed_in) : record_.time_of(e.relation);
        auto routes = crossed({always}, bonds(e.whose, {bearer}, when, own_words));
        if (!claimed) return routes;
        auto const kind = record_.asked().according_to.which();
        bool const of_speakers = kind == perspective::kind::speakers;
        if (of_speakers) routes = crossed(routes, from_speakers(p, record_.asked().according_to.speakers()));
        if (kind == perspective::kind::own_positions || (e.whose != bearer && own_words))
            routes = crossed(routes, from_speakers(p, {e.whose}));
        return routes;
    }

private:
    static void merge(route& into, route const& more) {
        for (auto const n : more) insert_unique(into, n);
    }

    [[nodiscard]] route dependencies(any_relation r) const {
        route result;
        provenance const& p = record_.graph().annotation(r);
        if (!p.claimed_in.is_null()) {
            result.push_back(any_node(p.claimed_in));
            merge(result, speakers_of(record_.graph(), p.claimed_in));
        }
        if (!p.publication.is_null()) insert_unique(result, any_node(p.publication));
        return result;
    }

    [[nodiscard]] static std::vector<route> crossed(std::vector<route> const& a, std::vector<route> const& b) {
        std::vector<route> result;
        for (auto const& first : a)
            for (auto const& second : b) {
                result.push_back(first);
                merge(result.back(), second);
            }
        return result;
    }

    /// The routes of offices from the makers of a statement to any of some nodes.
    [[nodiscard]] std::vector<route> from_speakers(provenance const& p, std::vector<any_node> const& to) const {
        std::vector<route> result;
        auto const when = record_.time_of(p.claimed_in);
        for (auto const speaker : speakers_of(record_.graph(), p.claimed_in))
            for (auto& r : bonds(speaker, to, when, true)) result.push_back(std::move(r));
        return result;
    }

    /// A node on the way from office to office: what the way rests on so far, and where it may go on.
    struct stop {
        any_node at;
        route so_far;
        std::vector<std::pair<any_relation, any_node>> bonds{};
        std::size_t next = 0;
    };

    /// The routes of offices from one node to any of some others; an empty route from a node to itself. Depth-first,
    /// with a stack of its own: the record decides how long a chain of offices is.
    [[nodiscard]] std::vector<route> bonds(any_node from, std::vector<any_node> const& to, period when,
                                           bool speaking) const {
        std::vector<route> result;
        std::vector<stop> way;
        auto const arrive = [&](any_node at, route so_far) {
            if (contains(to, at)) {
                result.push_back(std::move(so_far));
            } else if (record_.asked().spokespeople_bind) {
                way.push_back({at, std::move(so_far)});
                record_.for_each_bond(at, when, speaking, [&](any_relation r, any_node principal) {
                    way.back().bonds.emplace_back(r, principal);
                });
            }
        };
        arrive(from, {});
        while (!way.empty()) {
            auto& last = way.back();
            if (last.next == last.bonds.size()) {
                way.pop_back();
                continue;
            }
            auto const& bond = last.bonds[last.next++];
            auto const principal = bond.second;
            if (std::any_of(way.begin(), way.end(), [&](stop const& s) { return s.at == principal; })) continue;
            auto longer = last.so_far;
            merge(longer, dependencies(bond.first));
            arrive(principal, std::move(longer));
        }
        return result;
    }

    reading<S> const& record_;
};

/// The smallest set that meets every one of some sets: depth-first, each time over the members of a set not yet met,
/// cut off by the number of disjoint sets left.
class least_hitting_set {
public:
    least_hitting_set(std::vector<std::vector<any_node>> sets, std::size_t most_steps)
        : sets_(std::move(sets)), steps_left_(most_steps) {}

    std::pair<std::vector<any_node>, bool> find() {
        std::sort(sets_.begin(), sets_.end(),
                  [](auto const& a, auto const& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
        best_ = greedy();
        search();
        return {best_, steps_left_ > 0};
    }

private:
    [[nodiscard]] bool is_hit(std::vector<any_node> const& set, std::vector<any_node> const& by) const {
        return std::any_of(set.begin(), set.end(), [&](any_node n) { return contains(by, n); });
    }
    [[nodiscard]] std::vector<any_node> greedy() const {
        std::vector<any_node> result;
        for (auto const& set : sets_)
            if (!is_hit(set, result)) result.push_back(set.front());
        return result;
    }
    [[nodiscard]] std::size_t disjoint_sets_left() const {
        std::vector<any_node> taken = chosen_;
        std::size_t count = 0;
        for (auto const& set : sets_) {
            if (is_hit(set, taken)) continue;
            ++count;
            taken.insert(taken.end(), set.begin(), set.end());
        }
        return count;
    }
    /// A set that is not yet met, and which of its members is to be chosen next.
    struct open_set {
        std::vector<any_node> const* members;
        std::size_t next = 0;
    };

    void search() {
        std::vector<open_set> path;
        add_open_set(path);
        while (!path.empty()) {
            auto& at = path.back();
            if (at.next > 0) chosen_.pop_back();
            if (at.next == at.members->size()) {
                path.pop_back();
                continue;
            }
            chosen_.push_back((*at.members)[at.next++]);
            add_open_set(path);
        }
    }
    /// Goes on with a set that the choices do not meet, if that may be better than the best; keeps them if all are met.
    void add_open_set(std::vector<open_set>& path) {
        if (steps_left_ == 0) return;
        --steps_left_;
        auto const open = std::find_if(sets_.begin(), sets_.end(), [&](auto const& s) { return !is_hit(s, chosen_); });
        if (open == sets_.end()) {
            if (chosen_.size() < best_.size()) best_ = chosen_;
        } else if (chosen_.size() + disjoint_sets_left() < best_.size()) {
            path.push_back({&*open});
        }
    }

    std::vector<std::vector<any_node>> sets_;
    std::size_t steps_left_;
    std::vector<any_node> chosen_;
    std::vector<any_node> best_;
};

} // namespace detail

/// On what a position hangs: which single publication, statement or speaker would change the attitude if it were left
/// out, and the fewest that together carry all of the evidence.
///
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading
/// @param options limits of the search
/// @return the position, its carriers, and the least cut
/// @throws invalid_handle, invalid_value
/// @par Complexity
/// d positions for d things that the evidence depends on; the least cut takes at most
///      `options.most_steps` steps of O(evidence)
template <stance_schema S>
[[nodiscard]] foundation foundation_of(typed_graph<S> const& g, position_holder<S> auto who,
                                       position_target<S> auto target, lens const& asked = {},
                                       foundation_options const& options = {}) {
    if (options.most_steps == 0) throw invalid_value("foundation_options.most_steps", "0", "at least 1");
    foundation result{position_of(g, who, target, asked), {}, {}, true};
    const detail::reading<S> record(g, asked);
    const detail::evidence_routes<S> routes(record);
    std::vector<std::vector<any_node>> chains;
    std::vector<any_node> all;
    bool can_be_cut = !result.position.rests_on.empty();
    for (auto const& e : result.position.rests_on)
        for (auto& route : routes.of(e, any_node(who))) {
            can_be_cut = can_be_cut && !route.empty();
            all.insert(all.end(), route.begin(), route.end());
            chains.push_back(std::move(route));
        }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (auto const one : all) {
        lens without = asked;
        without.without.push_back(one);
        auto left = position_of(g, who, target, without);
        if (left.attitude == result.position.attitude) continue;
        bool const nothing_left = left.attitude == attitude::none;
        result.carriers.push_back({one, std::move(left), nothing_left});
    }
    if (can_be_cut)
        std::tie(result.least_cut, result.least_cut_is_exact) =
            detail::least_hitting_set(std::move(chains), options.most_steps).find();
    std::sort(result.least_cut.begin(), result.least_cut.end());
    return result;
}

} // namespace geostance

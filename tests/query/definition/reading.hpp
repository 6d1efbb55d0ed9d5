// SPDX-License-Identifier: BSL-1.0
// What every rule needs: the record, the lens, and what the lens leaves out.
#pragma once

#include <geostance/geostance.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace test::definition {

using geostance::actor;
using geostance::any_node;
using geostance::any_relation;
using geostance::certainty;
using geostance::node;
using geostance::publication;
using geostance::statement;

/// A record under a lens. The rules look at every relation again and again: nothing here is fast.
struct reading {
    geostance::stance_graph const& g;
    geostance::lens const& lens;
    std::vector<any_relation> relations;
    mutable std::set<int> exercised; ///< the numbers of the rules that decided something

    reading(geostance::stance_graph const& record, geostance::lens const& l) : g(record), lens(l) {
        for (std::size_t i = 0; i < g.num_relations(); ++i) relations.push_back(g.relation_at(i));
    }

    /// Notes that a rule decides.
    bool by_rule(int number, bool decides) const {
        if (decides) exercised.insert(number);
        return decides;
    }

    template <class R>
    [[nodiscard]] bool is(any_relation r) const {
        return g.as<R>(r).has_value();
    }
    /// The relations of one type.
    template <class R>
    [[nodiscard]] std::vector<any_relation> every() const {
        std::vector<any_relation> result;
        for (auto const r : relations)
            if (is<R>(r)) result.push_back(r);
        return result;
    }
    [[nodiscard]] node<statement> statement_at(any_node n) const { return *g.as<statement>(n); }

    /// The day of record: as written, else of the publication, else of the statement.
    [[nodiscard]] geostance::date recorded(any_relation r) const {
        auto const& p = g.annotation(r);
        if (p.recorded.is_known()) return p.recorded;
        if (!p.publication.is_null() && g[p.publication].published.is_known()) return g[p.publication].published;
        return p.claimed_in.is_null() ? geostance::date() : g[p.claimed_in].said;
    }
    /// Whether the record had the relation by the day that the lens asks about.
    [[nodiscard]] certainty known(any_relation r) const {
        if (!lens.known_by) return certainty::yes;
        auto const day = recorded(r);
        if (!day.is_known()) return certainty::maybe;
        if (day.first_day() > lens.known_by->last_day()) return certainty::no;
        return day.last_day() <= lens.known_by->last_day() ? certainty::yes : certainty::maybe;
    }
    [[nodiscard]] bool appeared_later(geostance::date day) const {
        return lens.known_by && day.is_known() && day.first_day() > lens.known_by->last_day();
    }

    /// Rule 8: what the lens takes for certain enough.
    [[nodiscard]] bool enough(certainty c) const { return c != certainty::no && !by_rule(8, c < lens.least_certainty); }

    [[nodiscard]] bool left_out(any_node n) const {
        return std::find(lens.without.begin(), lens.without.end(), n) != lens.without.end();
    }
    /// Rule 8: without a holder all that it did and said is gone, its joint statements too.
    [[nodiscard]] bool silenced(node<statement> s) const {
        if (appeared_later(g[s].said) || left_out(any_node(s))) return true;
        for (auto const r : every<geostance::makes>())
            if (g.target(r) == any_node(s) && left_out(g.source(r))) return true;
        return false;
    }
    /// Whether somebody makes a statement, as far as the lens hears of it: a row that says nothing of its own day of
    /// record is known when the statement is.
    [[nodiscard]] certainty made(any_relation makes) const {
        if (left_out(makes)) return certainty::no;
        return recorded(makes).is_known() ? known(makes) : certainty::yes;
    }
    [[nodiscard]] bool left_out(any_relation r) const {
        auto const& p = g.annotation(r);
        if (!p.publication.is_null() && left_out(any_node(p.publication))) return true;
        return !p.claimed_in.is_null() && silenced(p.claimed_in);
    }
    /// Known in time and not left out: all that a relation between statements, offices or papers needs.
    [[nodiscard]] bool is_there(any_relation r) const { return known(r) != certainty::no && !left_out(r); }

    [[nodiscard]] bool credible(any_relation r) const {
        using geostance::credibility;
        if (lens.least_credibility == credibility::cannot_be_judged) return true;
        auto const judged = g.annotation(r).credibility;
        return judged != credibility::cannot_be_judged && judged <= lens.least_credibility;
    }
};

} // namespace test::definition

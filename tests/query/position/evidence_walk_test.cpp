// SPDX-License-Identifier: BSL-1.0
// No answer without its evidence: every relation that any query's answer rests on, on every node of the two shipped
// records, leads to a publication and a place in it.
#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// Walks answers back to their sources, and counts the relations that it came by.
class walker {
public:
    explicit walker(gs::stance_graph const& g) : g_(g) {
        for (std::size_t i = 0; i < g.num_nodes(); ++i) {
            auto const n = g.node_at(i);
            if (g.as<gs::actor>(n) || g.as<gs::alliance>(n)) holders_.push_back(n);
            if (!g.as<gs::publication>(n)) targets_.push_back(n);
        }
    }

    [[nodiscard]] std::vector<gs::any_node> const& holders() const { return holders_; }
    [[nodiscard]] std::vector<gs::any_node> const& targets() const { return targets_; }
    [[nodiscard]] std::size_t walked() const { return walked_; }

    void walk(gs::any_relation r) {
        REQUIRE_FALSE(r.is_null());
        auto const& p = g_.annotation(r);
        REQUIRE_FALSE(p.publication.is_null());
        REQUIRE_FALSE(p.locator.empty());
        REQUIRE(gs::citation(g_, r).find(p.locator) != std::string::npos);
        if (!p.claimed_in.is_null()) {
            auto const makers = gs::in<gs::makes>(g_, p.claimed_in);
            REQUIRE(makers.begin() != makers.end());
        }
        ++walked_;
    }
    void walk(gs::evidence const& e) {
        walk(e.relation);
        if (e.how == gs::derivation::carried_over) REQUIRE_FALSE(e.via.is_null());
        if (!e.via.is_null()) walk(e.via);
        if (e.how == gs::derivation::inherited) REQUIRE_FALSE(e.membership.is_null());
        if (!e.membership.is_null()) walk(e.membership);
    }
    void walk(gs::position const& p) {
        REQUIRE(p.rests_on.empty() == (p.number == 0));
        REQUIRE(p.rests_on.empty() == (p.attitude == gs::attitude::none));
        walk_all(p.rests_on);
    }
    void walk(gs::reason const& r) {
        if (r.relation.is_null())
            REQUIRE_FALSE(r.text.empty());
        else
            walk(r.relation);
        walk_all(r.because);
    }
    void walk(gs::connection const& c) {
        REQUIRE(c.relations.size() + 1 == c.nodes.size());
        walk_all(c.relations);
    }
    void walk(gs::holding const& h) { walk_answer(h.position); }
    void walk(gs::held_position const& h) { walk_answer(h.position); }
    void walk(gs::dissent const& d) { walk_answer(d.position); }
    void walk(gs::difference const& d) {
        walk(d.first);
        walk(d.second);
        REQUIRE(d.first.number + d.second.number > 0);
    }
    void walk(gs::dispute const& d) { walk_both(d.assertions, d.denials); }
    void walk(gs::claim_report const& c) { walk_both(c.assertions, c.denials); }
    void walk(gs::contradiction const& c) {
        walk(c.in_favour);
        walk(c.against);
    }
    void walk(gs::obligation const& o) { walk(gs::any_relation(o.recorded)); }
    void walk(gs::voter_ballot const& v) { walk(gs::any_relation(v.recorded)); }
    void walk(gs::moment const& m) { walk_all(m.rests_on); }
    void walk(gs::mediator const& m) {
        REQUIRE_FALSE(m.rests_on.empty());
        walk_all(m.rests_on);
    }
    template <class Answers>
    void walk_all(Answers const& answers) {
        for (auto const& one : answers) walk(one);
    }

private:
    void walk_answer(gs::position const& p) {
        REQUIRE_FALSE(p.rests_on.empty());
        walk(p);
    }
    template <class Relations>
    void walk_both(Relations const& assertions, Relations const& denials) {
        REQUIRE(assertions.size() + denials.size() > 0);
        walk_all(assertions);
        walk_all(denials);
    }

    gs::stance_graph const& g_;
    std::vector<gs::any_node> holders_{};
    std::vector<gs::any_node> targets_{};
    std::size_t walked_ = 0;
};

gs::stance_graph shipped(int which) { return which == 0 ? gs::seed::panel_veto_2024() : gs::seed::council_vote_2024(); }

} // namespace

TEST_CASE("evidence: the answers about one node or the whole record lead to their sources") {
    for (int const which : {0, 1}) {
        auto const g = shipped(which);
        walker w(g);
        w.walk_all(gs::positions(g));
        w.walk_all(gs::claims(g));
        w.walk_all(gs::contested(g));
        w.walk_all(gs::contradictions(g));
        w.walk_all(gs::differences(g, {.channels = gs::channel::verbal}, {.channels = gs::channel::vote}));
        for (auto const target : w.targets()) {
            CAPTURE(gs::name_of(g, target));
            w.walk_all(gs::holders_of_positions(g, target));
            w.walk_all(gs::supporters(g, target));
            w.walk_all(gs::opponents(g, target));
            w.walk_all(gs::obligations(g, target));
            for (auto const said : gs::statements_of(g, target)) {
                for (auto const r : gs::in<gs::makes>(g, said)) w.walk(gs::any_relation(r));
            }
        }
        for (auto const motion : gs::nodes_of<gs::issue>(g)) w.walk_all(gs::votes_on(g, motion));
        CHECK(w.walked() > 150);
    }
}

TEST_CASE("evidence: the answers about two nodes lead to their sources") {
    for (int const which : {0, 1}) {
        auto const g = shipped(which);
        walker w(g);
        for (auto const who : w.holders()) {
            for (auto const target : w.targets()) {
                if (who == target) continue;
                CAPTURE(gs::name_of(g, who));
                CAPTURE(gs::name_of(g, target));
                auto const direct = gs::position_of(g, who, target);
                w.walk(direct);
                w.walk(gs::position_of(g, who, target, {.inherit_from_groups = 0.5}));
                auto const deeds = gs::words_and_deeds(g, who, target);
                w.walk(deeds.words);
                w.walk(deeds.votes);
                w.walk(deeds.deeds);
                auto const line = gs::timeline(g, who, target);
                w.walk_all(line.moments);
                w.walk_all(line.undated);
                if (direct.number == 0) continue;
                w.walk(gs::explain(g, who, target));
                auto const foundation = gs::foundation_of(g, who, target);
                w.walk(foundation.position);
                REQUIRE_FALSE(foundation.least_cut.empty());
                for (auto const& carrier : foundation.carriers) w.walk(carrier.without);
                for (auto const& shift : gs::shifts(g, who, target)) w.walk_all(shift.between);
            }
        }
        CHECK(w.walked() > 150);
    }
}

TEST_CASE("evidence: the answers about groups, paths and signs to expect lead to their sources") {
    for (int const which : {0, 1}) {
        auto const g = shipped(which);
        walker w(g);
        std::vector<gs::any_node> actors;
        for (auto const a : gs::nodes_of<gs::actor>(g)) actors.emplace_back(a);
        for (auto const group : w.holders()) {
            for (auto const member : gs::members_of(g, group)) {
                auto const all = gs::in<gs::member_of>(g, group);
                auto const found = std::find_if(all.begin(), all.end(),
                                                [&](auto r) { return g.source(gs::any_relation(r)) == member; });
                REQUIRE(found != all.end());
                w.walk(gs::any_relation(*found));
            }
            if (gs::members_of(g, group).empty()) continue;
            for (auto const target : w.targets()) {
                auto const stand = gs::group_position(g, group, target);
                w.walk(stand.own);
                for (auto const& member : stand.members) w.walk(member.position);
                w.walk_all(gs::dissenters(g, group, target));
            }
        }
        for (std::size_t i = 0; i < actors.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                w.walk_all(gs::connections(g, actors[i], actors[j], {}, {.max_connections = 2}));
                auto const implied = gs::implied_sign(g, actors[i], actors[j]);
                REQUIRE(implied.rests_on.empty() == std::isnan(implied.value));
                w.walk_all(implied.rests_on);
            }
        }
        w.walk_all(gs::mediators(g, {actors[0]}, {actors[1]}));
        CHECK(w.walked() > 150);
    }
}

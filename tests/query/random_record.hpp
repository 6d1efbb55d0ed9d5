// SPDX-License-Identifier: BSL-1.0
// Random small records with everything that readings must cope with, for property tests.
#pragma once

#include <repetitions.hpp>

#include <geostance/geostance.hpp>

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace test {

class random_record {
public:
    explicit random_record(unsigned seed) : random_(seed) { build(); }

    geostance::stance_graph graph;
    std::vector<geostance::node<geostance::actor>> actors;
    std::vector<geostance::node<geostance::alliance>> alliances;
    std::vector<geostance::node<geostance::statement>> statements;
    std::vector<geostance::node<geostance::issue>> issues;
    std::vector<geostance::node<geostance::publication>> publications;

    /// Those that may hold a position.
    [[nodiscard]] std::vector<geostance::any_node> holders() const {
        std::vector<geostance::any_node> all(actors.begin(), actors.end());
        for (auto const bloc : alliances) all.emplace_back(bloc);
        return all;
    }
    /// Those that a position may be about.
    [[nodiscard]] std::vector<geostance::any_node> targets() const {
        auto all = holders();
        for (auto const said : statements) all.emplace_back(said);
        for (auto const matter : issues) all.emplace_back(matter);
        return all;
    }

    /// Somebody and something, every other time where a row leads from the one to the other.
    std::pair<geostance::any_node, geostance::any_node> any_question() {
        std::pair<geostance::any_node, geostance::any_node> result{any_of(holders()), any_of(targets())};
        if (graph.num_relations() == 0 || chance(50)) return result;
        auto const r = graph.relation_at(static_cast<std::size_t>(below(static_cast<int>(graph.num_relations()))));
        auto const all = holders();
        auto const about = targets();
        auto const is_one_of = [](auto const& list, auto n) {
            return std::find(list.begin(), list.end(), n) != list.end();
        };
        if (is_one_of(all, graph.source(r))) result.first = graph.source(r);
        if (is_one_of(about, graph.target(r))) result.second = graph.target(r);
        return result;
    }

    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    T const& any_of(std::vector<T> const& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

    /// A day, month or year in 2020 or 2021, of few, so that days meet; or nothing known.
    geostance::date any_date(int percent_known = 75) {
        using namespace std::chrono;
        if (!chance(percent_known)) return {};
        auto const y = year(2020 + below(2));
        auto const m = month(1 + 4 * static_cast<unsigned>(below(3)));
        switch (below(4)) {
        case 0: return y;
        case 1: return y / m;
        default: return year_month_day(y / m / day(1 + 14 * static_cast<unsigned>(below(2))));
        }
    }

    geostance::period any_period() {
        geostance::date from = any_date();
        geostance::date to = chance(50) ? geostance::date::open() : any_date(50);
        if (from.is_known() && to.is_known() && to.last_day() < from.first_day()) std::swap(from, to);
        return {from, to};
    }

    geostance::provenance any_provenance() {
        geostance::provenance p;
        if (chance(50)) p.claimed_in = any_of(statements);
        if (chance(60)) p.publication = any_of(publications);
        if (chance(20)) p.locator = "paragraph " + std::to_string(1 + below(2));
        if (chance(70)) p.valid = any_period();
        if (chance(30)) p.recorded = any_date();
        if (p.valid.to.is_known() && chance(30)) p.ended_recorded = any_date();
        p.reliability = static_cast<geostance::reliability>(below(6));
        p.credibility = static_cast<geostance::credibility>(below(6));
        p.likelihood = static_cast<geostance::likelihood>(below(8));
        p.confidence = static_cast<geostance::confidence>(below(4));
        return p;
    }

    geostance::lens any_lens() {
        geostance::lens l;
        if (chance(40)) l.at = any_date(100);
        if (chance(30)) l.known_by = any_date(100);
        switch (below(6)) {
        case 0: l.according_to = geostance::everybody(); break;
        case 1: l.according_to = geostance::sources_voice(); break;
        case 2: l.according_to = any_of(actors); break;
        default: break;
        }
        if (chance(20)) l.channels = static_cast<geostance::channel>(below(3));
        if (chance(15)) l.facet = chance(50) ? "side" : "";
        if (chance(15)) l.least_credibility = static_cast<geostance::credibility>(below(6));
        if (chance(20)) l.spokespeople_bind = false;
        if (chance(20)) l.inherit_from_groups = 0.5;
        if (chance(15)) l.history = geostance::history::all;
        if (chance(20)) l.neutral_within = chance(50) ? 0 : 0.5;
        if (chance(15)) l.least_certainty = geostance::certainty::yes;
        if (chance(20)) l.count_every_report = true;
        if (chance(20)) l.weigh_by = static_cast<geostance::weighing>(1 + below(2));
        if (chance(10)) l.without.push_back(geostance::any_node(any_of(actors)));
        if (chance(10)) l.without.push_back(geostance::any_node(any_of(statements)));
        if (chance(10)) l.without.push_back(geostance::any_node(any_of(publications)));
        if (chance(5)) l.without.push_back(geostance::any_node(any_of(alliances)));
        return l;
    }

    /// Adds a row of whatever type.
    void grow() { add_relation(); }

private:
    void build() {
        using namespace geostance;
        const actor_kind kinds[] = {actor_kind::state, actor_kind::ministry, actor_kind::organ, actor_kind::person,
                                    actor_kind::intergovernmental_organization};
        char const* const publishers[] = {"", "Post", "Herald"};
        for (int i = 0; i < 3 + below(3); ++i)
            actors.push_back(graph.add(actor{.key = "a" + std::to_string(i), .kind = kinds[below(5)]}));
        for (int i = 0; i < 1 + below(2); ++i) alliances.push_back(graph.add(alliance{.key = "l" + std::to_string(i)}));
        for (int i = 0; i < 2 + below(5); ++i)
            statements.push_back(graph.add(statement{.key = "s" + std::to_string(i), .said = any_date()}));
        for (int i = 0; i < 2 + below(2); ++i) issues.push_back(graph.add(issue{.key = "i" + std::to_string(i)}));
        for (int i = 0; i < 1 + below(4); ++i)
            publications.push_back(graph.add(publication{
                .key = "p" + std::to_string(i), .publisher = publishers[below(3)], .published = any_date()}));
        for (int relations = 20 + below(61); relations > 0; --relations) {
            add_relation();
            if (chance(10)) end_the_last();
        }
    }

    void add_relation() {
        using namespace geostance;
        auto const p = any_provenance();
        switch (below(25)) {
        case 0:
        case 1: report(any_of(actors), any_of(actors), any_stance(), p); break;
        case 2:
        case 3:
        case 4: report(any_of(actors), any_of(issues), any_stance(), p); break;
        case 5: report(any_of(alliances), any_of(issues), any_stance(), p); break;
        case 6: report(any_of(actors), any_of(statements), any_stance(), p); break;
        case 7:
        case 8:
        case 23: vote(p); break;
        case 9: report(any_of(actors), any_of(issues), sponsors{}, p); break;
        case 10: {
            acts_toward act{.event = {"cameo", "1" + std::to_string(below(3))}};
            if (chance(70)) act.value = any_value();
            report(any_of(actors), any_of(actors), act, p);
            break;
        }
        case 11:
        case 12: speak(any_of(actors), any_of(statements), p); break;
        case 13:
            graph.relate(any_of(actors), any_of(actors), speaks_for{.authority = static_cast<authority>(below(3))}, p);
            break;
        case 14: graph.relate(any_of(actors), any_of(actors), part_of{}, p); break;
        case 15:
        case 16: graph.relate(any_of(issues), any_of(issues), would{static_cast<motion_effect>(below(4))}, p); break;
        case 17: graph.relate(any_of(actors), any_of(alliances), member_of{}, p); break;
        case 18: graph.relate(any_of(statements), any_of(issues), about{static_cast<force>(below(17))}, p); break;
        case 19: graph.relate(any_of(statements), any_of(statements), about{static_cast<force>(below(17))}, p); break;
        case 20:
        case 21: withdraw(p); break;
        case 22: papers_copy_and_take_back(p); break;
        default: graph.relate(any_of(issues), any_of(actors), affects{.value = any_value()}, p); break;
        }
    }

    /// The last row ends, if it was open; its end is recorded on that day or on another.
    void end_the_last() {
        if (graph.num_relations() == 0) return;
        auto const r = graph.relation_at(graph.num_relations() - 1);
        auto const valid = graph.annotation(r).valid;
        auto const day = any_date(100);
        bool const begins_later = valid.from.is_known() && valid.from.first_day() > day.last_day();
        if (!valid.to.is_known() && !begins_later) graph.end(r, day, {.recorded = any_date(50)});
    }

    double any_value() {
        double const values[] = {-1, -0.5, -0.1, 0, 0.1, 0.5, 1};
        return values[below(7)];
    }
    geostance::stance any_stance() {
        return {.value = any_value(),
                .facet = chance(20) ? "side" : "",
                .channel = static_cast<geostance::channel>(below(3))};
    }

    /// One row, and now and then the same again in another paper.
    template <class From, class To, class Payload>
    void report(From from, To to, Payload const& payload, geostance::provenance p) {
        graph.relate(from, to, payload, p);
        if (!chance(15)) return;
        p.publication = any_of(publications);
        graph.relate(from, to, payload, p);
    }

    /// Often by one who has voted on the motion before.
    void vote(geostance::provenance p) {
        using geostance::ballot;
        auto const how = static_cast<ballot>(below(6));
        auto const votes = geostance::relations_of<geostance::casts>(graph);
        std::vector<geostance::relation<geostance::casts>> const earlier(votes.begin(), votes.end());
        auto voter = any_of(actors);
        auto motion = any_of(issues);
        if (!earlier.empty() && chance(50)) {
            auto const again = any_of(earlier);
            voter = *graph.as<geostance::actor>(geostance::any_node(graph.source(again)));
            motion = *graph.as<geostance::issue>(geostance::any_node(graph.target(again)));
            if (chance(50)) p.valid = graph.annotation(again).valid;
            if (chance(50)) p.claimed_in = {};
        }
        report(voter, motion, geostance::casts{.vote = how, .veto = how == ballot::no && chance(30)}, p);
    }

    void speak(geostance::node<geostance::actor> who, geostance::node<geostance::statement> said,
               geostance::provenance const& p) {
        using geostance::capacity;
        graph.relate(who, said, geostance::makes{.capacity = chance(20) ? capacity::personal : capacity::official}, p);
    }

    /// Mostly a later statement withdraws an earlier one, as in life, and often one of its makers makes it; but some
    /// go round in circles, and some are a stranger's.
    void withdraw(geostance::provenance const& p) {
        auto later = any_of(statements);
        auto earlier = any_of(statements);
        if (later == earlier) return;
        if (later < earlier && chance(80)) std::swap(later, earlier);
        for (auto const m : geostance::relations_of<geostance::makes>(graph))
            if (graph.target(m) == earlier && chance(50))
                if (auto const maker = graph.as<geostance::actor>(graph.source(geostance::any_relation(m)))) {
                    speak(*maker, later, {});
                    break;
                }
        switch (below(5)) {
        case 0:
        case 1: graph.relate(later, earlier, geostance::retracts{}, p); break;
        case 2: graph.relate(later, earlier, geostance::supersedes{}, p); break;
        case 3: graph.relate(later, earlier, geostance::corrects{}, p); break;
        default: graph.relate(later, earlier, geostance::disowns{}, p); break;
        }
    }

    void papers_copy_and_take_back(geostance::provenance const& p) {
        auto const from = any_of(publications);
        auto const to = any_of(publications);
        if (from == to) return;
        if (chance(70))
            graph.relate(from, to, geostance::derives_from{}, chance(50) ? p : geostance::provenance());
        else
            graph.relate(from, to, geostance::retracts{}, p);
    }

    std::mt19937 random_;
};

} // namespace test

// SPDX-License-Identifier: BSL-1.0
// Random small records with everything that readings must cope with, for property tests.
#pragma once

#include <repetitions.hpp>

#include <geostance/geostance.hpp>

#include <random>
#include <string>
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

    int below(int n) { return std::uniform_int_distribution<int>(0, n - 1)(random_); }
    bool chance(int percent) { return below(100) < percent; }
    template <class T>
    T const& any_of(std::vector<T> const& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

    /// A day, month or year in 2020 to 2022, or nothing known.
    geostance::date any_date(int percent_known = 70) {
        using namespace std::chrono;
        if (!chance(percent_known)) return {};
        auto const y = year(2020 + below(3));
        auto const m = month(1 + static_cast<unsigned>(below(12)));
        switch (below(3)) {
        case 0: return y;
        case 1: return y / m;
        default: return year_month_day(y / m / day(1 + static_cast<unsigned>(below(28))));
        }
    }

    geostance::period any_period() {
        geostance::date from = any_date();
        geostance::date to = chance(30) ? geostance::date::open() : any_date(50);
        if (from.is_known() && to.is_known() && to.last_day() < from.first_day()) std::swap(from, to);
        return {from, to};
    }

    geostance::provenance any_provenance() {
        geostance::provenance p;
        if (chance(50)) p.claimed_in = any_of(statements);
        if (chance(60)) p.publication = any_of(publications);
        if (chance(70)) p.valid = any_period();
        if (chance(30)) p.recorded = any_date();
        p.reliability = static_cast<geostance::reliability>(below(6));
        p.credibility = static_cast<geostance::credibility>(below(6));
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
        if (chance(20)) l.count_every_report = true;
        if (chance(10)) l.without.push_back(geostance::any_node(any_of(actors)));
        if (chance(10)) l.without.push_back(geostance::any_node(any_of(statements)));
        if (chance(10)) l.without.push_back(geostance::any_node(any_of(publications)));
        return l;
    }

private:
    void build() {
        using namespace geostance;
        const actor_kind kinds[] = {actor_kind::state, actor_kind::ministry, actor_kind::organ, actor_kind::person,
                                    actor_kind::intergovernmental_organization};
        for (int i = 0; i < 3 + below(5); ++i)
            actors.push_back(graph.add(actor{.key = "a" + std::to_string(i), .kind = kinds[below(5)]}));
        for (int i = 0; i < 1 + below(2); ++i) alliances.push_back(graph.add(alliance{.key = "l" + std::to_string(i)}));
        for (int i = 0; i < 2 + below(6); ++i)
            statements.push_back(graph.add(statement{.key = "s" + std::to_string(i), .said = any_date()}));
        for (int i = 0; i < 2 + below(4); ++i) issues.push_back(graph.add(issue{.key = "i" + std::to_string(i)}));
        for (int i = 0; i < 1 + below(3); ++i)
            publications.push_back(graph.add(publication{.key = "p" + std::to_string(i), .published = any_date()}));
        for (int relations = below(201); relations > 0; --relations) add_relation();
    }

    void add_relation() {
        using namespace geostance;
        double const values[] = {-1, -0.5, 0, 0.5, 1};
        auto const p = any_provenance();
        stance s{
            .value = values[below(5)], .facet = chance(30) ? "side" : "", .channel = static_cast<channel>(below(3))};
        switch (below(20)) {
        case 0:
        case 1: graph.relate(any_of(actors), any_of(actors), s, p); break;
        case 2:
        case 3: graph.relate(any_of(actors), any_of(issues), s, p); break;
        case 4: graph.relate(any_of(alliances), any_of(issues), s, p); break;
        case 5: graph.relate(any_of(actors), any_of(statements), s, p); break;
        case 6:
        case 7: {
            auto const vote = static_cast<ballot>(below(6));
            graph.relate(any_of(actors), any_of(issues), casts{vote, vote == ballot::no && chance(30)}, p);
            break;
        }
        case 8: graph.relate(any_of(actors), any_of(issues), sponsors{}, p); break;
        case 9: {
            acts_toward act{.event = {"cameo", "1" + std::to_string(below(3))}};
            if (chance(70)) act.value = values[below(5)];
            graph.relate(any_of(actors), any_of(actors), act, p);
            break;
        }
        case 10:
        case 11: graph.relate(any_of(actors), any_of(statements), makes{}, p); break;
        case 12:
            graph.relate(any_of(actors), any_of(actors), speaks_for{.authority = static_cast<authority>(below(3))}, p);
            break;
        case 13: graph.relate(any_of(actors), any_of(actors), part_of{}, p); break;
        case 14: graph.relate(any_of(issues), any_of(issues), would{static_cast<motion_effect>(below(4))}, p); break;
        case 15: graph.relate(any_of(actors), any_of(alliances), member_of{}, p); break;
        case 16: graph.relate(any_of(statements), any_of(issues), about{static_cast<force>(below(17))}, p); break;
        case 17: graph.relate(any_of(statements), any_of(statements), about{static_cast<force>(below(17))}, p); break;
        case 18: later_withdraws(p); break;
        default: graph.relate(any_of(issues), any_of(actors), affects{.value = values[below(5)]}, p); break;
        }
    }

    // Only later statements withdraw earlier ones, as in life; statements that withdraw each other are a case apart.
    void later_withdraws(geostance::provenance const& p) {
        auto a = any_of(statements);
        auto b = any_of(statements);
        if (a == b) return;
        if (a < b) std::swap(a, b);
        if (chance(50))
            graph.relate(a, b, geostance::retracts{}, p);
        else
            graph.relate(a, b, geostance::supersedes{}, p);
    }

    std::mt19937 random_;
};

} // namespace test

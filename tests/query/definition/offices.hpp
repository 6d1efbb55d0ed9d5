// SPDX-License-Identifier: BSL-1.0
// Who speaks for whom, and whom a statement binds: rule 5, and the offices of rule 8.
#pragma once

#include <query/definition/days.hpp>

namespace test::definition {

/// Those reached, and how certainly.
using reached_nodes = std::map<any_node, certainty>;

class offices {
public:
    offices(reading const& r, days const& d)
        : r_(r), days_(d), speaking_(r.every<geostance::speaks_for>()), parts_(r.every<geostance::part_of>()) {
        for (auto const m : r_.every<geostance::makes>()) {
            auto const sure = r_.made(m);
            if (sure == certainty::no) continue;
            auto& maker = makers_[r_.statement_at(r_.g.target(m))][r_.g.source(m)];
            maker.at_all = std::max(maker.at_all, sure);
            if (r_.g[*r_.g.as<geostance::makes>(m)].capacity == geostance::capacity::official)
                maker.in_office = std::max(maker.in_office, sure);
        }
    }

    /// Those for whom somebody acts, itself included: as part of a state, and where it speaks, by office as well.
    /// @param even_perhaps also by offices that are less sure than the lens asks for
    [[nodiscard]] reached_nodes bound_by(any_node who, geostance::period when, bool speaking,
                                         bool even_perhaps = false) const {
        reached_nodes found{{who, certainty::yes}};
        for (bool grew = r_.lens.spokespeople_bind; grew;) {
            grew = false;
            for (auto const* list : {&speaking_, &parts_})
                for (auto const r : *list) {
                    auto const from = found.find(r_.g.source(r));
                    if (from == found.end() || !binds(r, speaking)) continue;
                    auto const c = std::min({from->second, days_.is_in_office(r, when), r_.known(r)});
                    if (!(even_perhaps ? c != certainty::no : r_.enough(c)) || r_.left_out(r)) continue;
                    auto& so_far = found[r_.g.target(r)];
                    grew = grew || so_far < c;
                    so_far = std::max(so_far, c);
                }
        }
        return found;
    }

    /// How surely somebody makes a statement.
    struct making {
        certainty at_all = certainty::no;
        certainty in_office = certainty::no;
    };
    /// Who makes a statement, as far as the lens hears of it.
    [[nodiscard]] std::map<any_node, making> const& makers(node<statement> s) const {
        static std::map<any_node, making> const nobody;
        auto const at = makers_.find(s);
        return at == makers_.end() ? nobody : at->second;
    }
    [[nodiscard]] bool makes_in_person(any_node who, node<statement> s) const {
        auto const at = makers(s).find(who);
        return at != makers(s).end() && at->second.in_office == certainty::no;
    }
    /// Rule 5: the makers, and those whom makers in office speak for; a maker in person binds only itself.
    [[nodiscard]] reached_nodes voices(node<statement> s, bool even_perhaps = false) const {
        reached_nodes found;
        auto const add = [&](any_node who, certainty c) {
            if (even_perhaps ? c != certainty::no : r_.enough(c)) found[who] = std::max(found[who], c);
        };
        for (auto const& [maker, how] : makers(s)) {
            add(maker, how.at_all);
            if (r_.by_rule(5, how.in_office == certainty::no)) continue;
            for (auto const& [who, c] : bound_by(maker, days_.spoken(s), true, even_perhaps))
                add(who, std::min(c, how.in_office));
        }
        return found;
    }

    /// Those in a list who speak for nobody else when the statement is made; all if there are none.
    [[nodiscard]] std::set<any_node> finally_bound(reached_nodes const& list, node<statement> s) const {
        std::set<any_node> all;
        std::set<any_node> result;
        for (auto const& [who, c] : list) {
            all.insert(who);
            if (makes_in_person(who, s) || bound_by(who, days_.spoken(s), true).size() == 1) result.insert(who);
        }
        return result.empty() ? all : result;
    }

private:
    [[nodiscard]] bool binds(any_relation r, bool speaking) const {
        if (auto const office = r_.g.as<geostance::speaks_for>(r))
            return speaking && r_.g[*office].authority != geostance::authority::personal;
        auto const organ = r_.g.as<actor>(r_.g.source(r));
        auto const whole = r_.g.as<actor>(r_.g.target(r));
        if (!organ || !whole) return false;
        using kind = geostance::actor_kind;
        auto const one_of = [](kind k, kind a, kind b) { return k == a || k == b; };
        return one_of(r_.g[*organ].kind, kind::organ, kind::ministry) &&
               one_of(r_.g[*whole].kind, kind::state, kind::ministry);
    }

    reading const& r_;
    days const& days_;
    std::vector<any_relation> speaking_;
    std::vector<any_relation> parts_;
    std::map<node<statement>, std::map<any_node, making>> makers_;
};

} // namespace test::definition

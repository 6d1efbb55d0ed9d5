// SPDX-License-Identifier: BSL-1.0
// Readings computed straight from their definitions, by looking at every relation of the record again and again.
#pragma once

#include <geostance/geostance.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace test {

class by_definition {
public:
    using any_node = geostance::any_node;
    using any_relation = geostance::any_relation;

    by_definition(geostance::stance_graph const& g, geostance::lens const& l) : g_(g), lens_(l) {
        for (std::size_t i = 0; i < g.num_relations(); ++i) {
            auto const r = g.relation_at(i);
            all_.push_back(r);
            if (is<geostance::makes>(r)) makes_.push_back(r);
            if (is<geostance::retracts>(r) || is<geostance::supersedes>(r)) withdrawals_.push_back(r);
        }
    }

    struct item {
        any_relation relation;
        any_node whose;
        double value;
        double weight;
        geostance::certainty holds;
        any_relation via;
        any_relation membership;
    };

    struct answer {
        std::vector<item> items;
        std::size_t number = 0;
        double weight = 0;
        double mean = 0;
        geostance::attitude attitude = geostance::attitude::none;
    };

    answer position(any_node who, any_node target) const {
        auto items = own(who, target);
        if (items.empty() && lens_.inherit_from_groups > 0)
            for (auto const r : all_) {
                if (!is<geostance::member_of>(r) || g_.source(r) != who || !is_held(r)) continue;
                for (auto i : own(g_.target(r), target)) {
                    i.weight *= lens_.inherit_from_groups;
                    i.membership = r;
                    items.push_back(i);
                }
            }
        return fuse(items);
    }

    bool counts_statement(geostance::node<geostance::statement> s) const {
        if (silenced(s)) return false;
        for (auto const r : withdrawals_) {
            if (g_.target(r) != any_node(s)) continue;
            if (known(r) == geostance::certainty::no || left_out(r)) continue;
            if (counts_statement(*g_.as<geostance::statement>(g_.source(r)))) return false;
        }
        return true;
    }

    geostance::certainty counts(any_relation r) const {
        auto const [at, is_new] = counts_.try_emplace(r);
        if (is_new) at->second = count(r);
        return at->second;
    }

    geostance::certainty count(any_relation r) const {
        using geostance::certainty;
        auto const& p = g_.annotation(r);
        auto const least = lens_.least_credibility;
        if (least != geostance::credibility::cannot_be_judged) {
            if (p.credibility == geostance::credibility::cannot_be_judged) return certainty::no;
            if (static_cast<int>(p.credibility) > static_cast<int>(least)) return certainty::no;
        }
        if (left_out(r)) return certainty::no;
        if (!p.claimed_in.is_null() && !counts_statement(p.claimed_in)) return certainty::no;
        auto const in_time = lens_.at ? overlaps(time(r), during(*lens_.at)) : certainty::yes;
        return in_time == certainty::no || known(r) == certainty::no ? certainty::no : std::min(in_time, known(r));
    }

    std::set<any_node> voices(geostance::node<geostance::statement> s) const {
        std::set<any_node> result;
        for (auto const r : makes_)
            if (g_.target(r) == any_node(s)) result.insert(g_.source(r));
        return lens_.spokespeople_bind ? closure(result, statement_period(s), true) : result;
    }

private:
    template <class R>
    bool is(any_relation r) const {
        return g_.as<R>(r).has_value();
    }
    geostance::period statement_period(geostance::node<geostance::statement> s) const {
        if (g_[s].said.is_known()) return during(g_[s].said);
        for (auto const r : makes_)
            if (g_.target(r) == any_node(s) && time(r).from.is_known()) return during(time(r).from);
        return {};
    }

    bool left_out(any_node n) const { return std::count(lens_.without.begin(), lens_.without.end(), n) > 0; }
    bool left_out(any_relation r) const {
        auto const& p = g_.annotation(r);
        if (!p.publication.is_null() && left_out(any_node(p.publication))) return true;
        if (p.claimed_in.is_null()) return false;
        return silenced(p.claimed_in);
    }
    bool silenced(geostance::node<geostance::statement> s) const {
        if (lens_.known_by && g_[s].said.is_known() && g_[s].said.first_day() > lens_.known_by->last_day()) return true;
        if (left_out(any_node(s))) return true;
        for (auto const m : makes_)
            if (g_.target(m) == any_node(s) && left_out(g_.source(m))) return true;
        return false;
    }

    geostance::certainty known(any_relation r) const {
        using geostance::certainty;
        if (!lens_.known_by) return certainty::yes;
        auto const& p = g_.annotation(r);
        geostance::date day = p.recorded;
        if (!day.is_known() && !p.publication.is_null()) day = g_[p.publication].published;
        if (!day.is_known() && !p.claimed_in.is_null()) day = g_[p.claimed_in].said;
        if (!day.is_known()) return certainty::maybe;
        if (day.first_day() > lens_.known_by->last_day()) return certainty::no;
        return day.last_day() <= lens_.known_by->last_day() ? certainty::yes : certainty::maybe;
    }

    geostance::period time(any_relation r) const {
        auto const& p = g_.annotation(r);
        if (p.valid.from.precision() != geostance::precision::unknown ||
            p.valid.to.precision() != geostance::precision::unknown)
            return p.valid;
        if (!p.claimed_in.is_null() && g_[p.claimed_in].said.is_known()) return {g_[p.claimed_in].said, {}};
        if (!p.publication.is_null() && g_[p.publication].published.is_known())
            return {g_[p.publication].published, {}};
        return {};
    }

    bool is_held(any_relation r) const {
        return known(r) != geostance::certainty::no && !left_out(r) &&
               (!lens_.at || overlaps(time(r), during(*lens_.at)) != geostance::certainty::no);
    }

    bool may_hold(any_relation r, geostance::period when) const {
        return known(r) != geostance::certainty::no && !left_out(r) &&
               overlaps(g_.annotation(r).valid, when) != geostance::certainty::no;
    }

    bool binds(any_relation r, bool speaking) const {
        if (auto const office = g_.as<geostance::speaks_for>(r))
            return speaking && g_[*office].authority != geostance::authority::personal;
        if (!is<geostance::part_of>(r)) return false;
        auto const organ = g_.as<geostance::actor>(g_.source(r));
        auto const whole = g_.as<geostance::actor>(g_.target(r));
        if (!organ || !whole) return false;
        auto const kind = g_[*organ].kind;
        auto const of = g_[*whole].kind;
        using kinds = geostance::actor_kind;
        return (kind == kinds::organ || kind == kinds::ministry) && (of == kinds::state || of == kinds::ministry);
    }

    std::set<any_node> closure(std::set<any_node> from, geostance::period when, bool speaking) const {
        for (bool grew = true; grew;) {
            grew = false;
            for (auto const r : all_)
                if (from.contains(g_.source(r)) && binds(r, speaking) && may_hold(r, when))
                    grew = from.insert(g_.target(r)).second || grew;
        }
        return from;
    }

    bool admitted(any_relation r, any_node whose) const {
        using kind = geostance::perspective::kind;
        auto const& p = g_.annotation(r);
        switch (lens_.according_to.which()) {
        case kind::own_positions: return p.claimed_in.is_null() || voices(p.claimed_in).contains(whose);
        case kind::sources: return p.claimed_in.is_null();
        case kind::everybody: return true;
        case kind::speakers: break;
        }
        if (p.claimed_in.is_null()) return false;
        for (auto const speaker : lens_.according_to.speakers())
            if (voices(p.claimed_in).contains(speaker)) return true;
        return false;
    }

    bool ascribed(any_relation r, any_node whose, any_node who) const {
        if (whose == who) return true;
        if (!lens_.spokespeople_bind) return false;
        auto const& p = g_.annotation(r);
        bool const own_words = !p.claimed_in.is_null() && voices(p.claimed_in).contains(whose);
        return closure({whose}, own_words ? statement_period(p.claimed_in) : time(r), own_words).contains(who);
    }

    std::optional<geostance::position_signal> signal(any_relation r) const {
        std::optional<geostance::position_signal> s;
        std::optional<std::string> facet;
        if (auto const x = g_.as<geostance::stance>(r)) {
            s = geostance::position_signal{g_[*x].value, g_[*x].channel};
            facet = g_[*x].facet;
        } else if (auto const v = g_.as<geostance::casts>(r)) {
            auto const vote = g_[*v].vote;
            if (vote == geostance::ballot::yes) s = geostance::position_signal{1, geostance::channel::vote};
            if (vote == geostance::ballot::no) s = geostance::position_signal{-1, geostance::channel::vote};
            if (vote == geostance::ballot::abstain) s = geostance::position_signal{0, geostance::channel::vote};
        } else if (is<geostance::sponsors>(r)) {
            s = geostance::position_signal{1, geostance::channel::verbal};
        } else if (auto const a = g_.as<geostance::acts_toward>(r)) {
            if (g_[*a].value) s = geostance::position_signal{*g_[*a].value, g_[*a].channel};
        }
        if (s && lens_.facet && facet != lens_.facet) return {};
        if (s && !lens_.channels.has(s->channel)) return {};
        return s;
    }

    std::vector<item> own(any_node who, any_node target) const {
        std::vector<item> items;
        auto const add = [&](any_node toward, double sign, any_relation via) {
            for (auto const r : all_) {
                if (g_.target(r) != toward) continue;
                const auto s = signal(r);
                const auto whose = g_.source(r);
                if (!s || counts(r) == geostance::certainty::no) continue;
                if (!admitted(r, whose) || !ascribed(r, whose, who)) continue;
                items.push_back({r, whose, sign * s->value, lens_.weights(g_.annotation(r)), counts(r), via, {}});
            }
        };
        add(target, 1, {});
        for (auto const r : all_)
            if (auto const w = g_.as<geostance::would>(r); w && g_.target(r) == target)
                if (int const s = sign(g_[*w].effect); s != 0 && counts(r) != geostance::certainty::no)
                    add(g_.source(r), s, r);
        return items;
    }

    bool same_event(item const& a, item const& b) const {
        if (a.via != b.via || a.membership != b.membership || g_.target(a.relation) != g_.target(b.relation))
            return false;
        auto const& p = g_.annotation(a.relation);
        auto const& q = g_.annotation(b.relation);
        bool const same_content = g_.visit(a.relation, [&]<class R>(R const& payload) {
            const auto other = g_.as<R>(b.relation);
            return other && payload == g_[*other];
        });
        if (!same_content) return false;
        if (!p.claimed_in.is_null() || !q.claimed_in.is_null()) return p.claimed_in == q.claimed_in;
        bool const dated = p.valid.from.precision() != geostance::precision::unknown ||
                           p.valid.to.precision() != geostance::precision::unknown;
        return a.whose == b.whose && dated && p.valid == q.valid && p.publication != q.publication;
    }

    answer fuse(std::vector<item> items) const {
        std::sort(items.begin(), items.end(), [](item const& a, item const& b) {
            return std::tie(a.relation, a.via, a.membership) < std::tie(b.relation, b.via, b.membership);
        });
        answer result;
        result.items = items;
        // Of the reports of one event the weightiest counts. Reports are alike pairwise but for which publication they
        // come from, so that a group is found from its first report.
        std::vector<bool> taken(items.size(), false);
        double sum = 0;
        double in_favour = 0;
        double against = 0;
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (taken[i]) continue;
            double weight = items[i].weight;
            if (!lens_.count_every_report)
                for (std::size_t j = i + 1; j < items.size(); ++j)
                    if (!taken[j] && same_event(items[i], items[j])) {
                        taken[j] = true;
                        weight = std::max(weight, items[j].weight);
                    }
            ++result.number;
            result.weight += weight;
            sum += weight * items[i].value;
            (items[i].value > 0 ? in_favour : against) += items[i].value == 0 ? 0 : weight;
        }
        if (result.number == 0) return result;
        result.mean = sum / result.weight;
        using enum geostance::attitude;
        double const quarter = result.weight / 4 - 1e-12 * result.weight;
        if (in_favour >= quarter && against >= quarter && in_favour > 0 && against > 0)
            result.attitude = mixed;
        else
            result.attitude = std::abs(sum) <= 1e-12 * result.weight ? neutral : sum > 0 ? supports : opposes;
        return result;
    }

    geostance::stance_graph const& g_;
    geostance::lens const& lens_;
    std::vector<any_relation> all_;
    std::vector<any_relation> makes_;
    std::vector<any_relation> withdrawals_; // what retracts or supersedes
    mutable std::map<any_relation, geostance::certainty> counts_;
};

} // namespace test

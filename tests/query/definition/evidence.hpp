// SPDX-License-Identifier: BSL-1.0
// One relation as evidence: what it says, by whose account, and how certainly it is the holder's.
#pragma once

#include <query/definition/routes.hpp>
#include <query/definition/withdrawals.hpp>

#include <string>

namespace test::definition {

struct item {
    any_relation relation;
    any_node whose;
    double value = 0;
    double weight = 0;
    certainty holds = certainty::yes;
    any_relation via;
    any_relation membership;
    bool replaced = false;
    std::optional<sys_days> until{}; ///< rule 5: the last day on which it binds the holder
    /// Rule 1: the holder's own position is the null node; each claimant's claims are an account of its own. With how
    /// surely it is so by that account.
    std::map<any_node, certainty> accounts{};
};

/// What a relation says of its target.
struct meaning {
    double value;
    geostance::channel channel;
    std::string facet;
};

class evidence_rules {
public:
    evidence_rules(reading const& r, papers const& p, days const& d, offices const& o, withdrawals const& w)
        : r_(r), papers_(p), days_(d), offices_(o), withdrawals_(w) {}

    [[nodiscard]] std::optional<meaning> says(any_relation r) const {
        using geostance::channel;
        if (auto const x = r_.g.as<geostance::stance>(r))
            return meaning{r_.g[*x].value, r_.g[*x].channel, r_.g[*x].facet};
        if (r_.is<geostance::sponsors>(r)) return meaning{1, channel::verbal, {}};
        if (auto const a = r_.g.as<geostance::acts_toward>(r)) {
            if (r_.g[*a].value) return meaning{*r_.g[*a].value, r_.g[*a].channel, {}};
        } else if (auto const v = r_.g.as<geostance::casts>(r)) {
            geostance::ballot const vote = r_.g[*v].vote;
            if (vote == geostance::ballot::yes) return meaning{1, channel::vote, {}};
            if (vote == geostance::ballot::no) return meaning{-1, channel::vote, {}};
            if (vote == geostance::ballot::abstain) return meaning{0, channel::vote, {}};
        }
        return {};
    }

    /// Everything that the lens does not refuse for other reasons than the day, which each strand asks for itself.
    [[nodiscard]] std::vector<item> about(any_node holder, any_node target) const {
        std::vector<item> items;
        for (auto const& way : routes_to(r_, target, [&](any_relation w) { return counts(w); }))
            for (auto const r : r_.relations) {
                auto const said = says(r);
                if (r_.g.target(r) != way.from || !said || !passes(r, *said, !way.via.is_null())) continue;
                item i{r, r_.g.source(r), way.sign * said->value, weight(r), counts(r), way.via, {}};
                auto const ascription = ascribed(i, holder);
                i.holds = std::min(i.holds, way.holds);
                if (!r_.enough(std::min(i.holds, ascription))) continue;
                for (auto& [account, sure] : i.accounts) sure = std::min({sure, i.holds, ascription});
                i.holds = std::min(i.holds, ascription);
                items.push_back(i);
            }
        return items;
    }

    /// Whether a relation counts at all, for any of those who claim it.
    [[nodiscard]] certainty counts(any_relation r) const {
        auto const& p = r_.g.annotation(r);
        if (!r_.credible(r) || r_.left_out(r) || r_.left_out(r_.g.source(r))) return certainty::no;
        auto result = std::min(r_.known(r), r_.lens.at ? days_.holds(r, *r_.lens.at) : certainty::yes);
        if (!p.claimed_in.is_null()) return std::min(result, stands_for_anybody(r));
        if (p.publication.is_null()) return result;
        auto const taken_back = papers_.taken_back(p.publication);
        return taken_back == certainty::yes
                   ? certainty::no
                   : std::min(result, taken_back == certainty::no ? certainty::yes : taken_back);
    }

private:
    /// Rule 10: likelihood and confidence are never combined, with each other or with the letters.
    [[nodiscard]] double weight(any_relation r) const {
        geostance::provenance const& p = r_.g.annotation(r);
        using geostance::weighing;
        if (r_.lens.weigh_by == weighing::letters) return r_.lens.weights(p);
        return r_.lens.weigh_by == weighing::likelihood ? r_.lens.likelihoods(p) : r_.lens.confidences(p);
    }
    /// Rule 6: a stance with a facet does not carry, unless the lens asks for that facet.
    [[nodiscard]] bool passes(any_relation r, meaning const& said, bool carried) const {
        bool const may_have_facet = r_.is<geostance::stance>(r);
        if (r_.lens.facet && (!may_have_facet || said.facet != *r_.lens.facet)) return false;
        if (carried && !said.facet.empty() && !r_.lens.facet) return false;
        return r_.lens.channels.has(said.channel);
    }
    [[nodiscard]] certainty stands_for_anybody(any_relation r) const {
        auto const s = r_.g.annotation(r).claimed_in;
        auto const voices = offices_.voices(s);
        if (voices.empty()) return r_.silenced(s) ? certainty::no : certainty::yes;
        auto result = certainty::no;
        for (auto const& [whose, c] : voices) result = std::max(result, withdrawals_.stands(r, whose));
        return result;
    }

    /// How certainly the evidence is the holder's by an account that the lens asks for; notes the accounts.
    [[nodiscard]] certainty ascribed(item& i, any_node holder) const {
        using kind = geostance::perspective::kind;
        auto const which = r_.lens.according_to.which();
        auto const s = r_.g.annotation(i.relation).claimed_in;
        if (s.is_null()) {
            if (which == kind::speakers) return certainty::no;
            i.accounts = {{any_node(), certainty::yes}};
            return reaches(i, holder, days_.period_of(i.relation), false);
        }
        if (which == kind::sources) return certainty::no;
        auto const voices = offices_.voices(s);
        bool const own_words = voices.contains(i.whose);
        auto bound = reaches(i, holder, own_words ? days_.spoken(s) : days_.period_of(i.relation), own_words);
        if (own_words && i.whose != holder) {
            auto const at = voices.find(holder);
            if (at == voices.end() || offices_.makes_in_person(i.whose, s)) return certainty::no;
        }
        if (own_words) bound = std::min(bound, voices.at(i.whose));
        return std::min(bound, by_accounts(i, holder, voices, own_words));
    }
    [[nodiscard]] certainty by_accounts(item& i, any_node holder, reached_nodes const& voices, bool own_words) const {
        using kind = geostance::perspective::kind;
        auto const which = r_.lens.according_to.which();
        auto const s = r_.g.annotation(i.relation).claimed_in;
        auto const& asked = r_.lens.according_to.speakers();
        auto const is_asked = [&](any_node n) { return std::find(asked.begin(), asked.end(), n) != asked.end(); };
        auto const until = withdrawals_.binds_until(s, holder);
        bool const own_is_heard = own_words && (which != kind::speakers || is_asked(holder));
        auto result = certainty::no;
        if (own_is_heard && !(until && is_over(i, *until))) {
            auto own_item = i;
            own_item.until = until;
            bool const is_cut = cut(own_item) != days_.period_of(i.relation);
            result = withdrawals_.stands(i.relation, holder);
            if (is_cut) result = std::min(result, on_the_day(cut(own_item)));
            if (r_.enough(result)) {
                i.accounts = {{any_node(), result}};
                i.until = until;
                if (!is_cut) return result;
            }
        }
        if (which == kind::own_positions) return result;
        // Rule 5: from the day on which the holder disowned it, it is what the others say.
        auto claimed = days_.period_of(i.relation);
        if (i.until) claimed.from = geostance::date(*i.until + std::chrono::days(1));
        auto const in_time = i.until ? on_the_day(claimed) : certainty::yes;
        std::set<any_node> speakers;
        if (which == kind::speakers) {
            for (auto const& [whose, c] : voices)
                if (is_asked(whose)) speakers.insert(whose);
        } else {
            for (auto const& [maker, how] : offices_.makers(s))
                if (r_.enough(how.at_all)) speakers.insert(maker);
            for (auto const name : offices_.finally_bound(voices, s)) speakers.insert(name);
            if (speakers.empty()) speakers.insert(any_node(s));
        }
        for (auto const speaker : speakers) {
            auto const voice = voices.find(speaker);
            auto const stands = std::min({withdrawals_.stands(i.relation, speaker), in_time,
                                          voice == voices.end() ? certainty::yes : voice->second});
            if (!r_.enough(stands)) continue;
            for (auto const account : accounts_of(s, speaker)) {
                if (own_is_heard && account == holder) continue;
                auto& sure = i.accounts[account == holder ? any_node() : account];
                sure = std::max(sure, stands);
                result = std::max(result, stands);
            }
        }
        return result;
    }
    /// In whose name somebody says something: of those it speaks for the ones finally bound, but for who disowned it.
    [[nodiscard]] std::set<any_node> accounts_of(node<statement> s, any_node speaker) const {
        if (offices_.makes_in_person(speaker, s)) return {speaker};
        std::set<any_node> result;
        auto const bound = offices_.bound_by(speaker, days_.spoken(s), true);
        for (auto const& [who, c] : bound)
            if (offices_.bound_by(who, days_.spoken(s), true).size() == 1)
                result.insert(withdrawals_.binds_until(s, who) ? speaker : who);
        return result.empty() ? std::set<any_node>{speaker} : result;
    }
    [[nodiscard]] bool is_over(item const& i, sys_days until) const {
        auto copy = i;
        copy.until = until;
        auto const from = days_.period_of(i.relation).from;
        bool const never_bound = from.is_known() && from.first_day() > until;
        return never_bound || on_the_day(cut(copy)) == certainty::no;
    }
    [[nodiscard]] certainty on_the_day(geostance::period p) const {
        return r_.lens.at ? overlaps(p, during(*r_.lens.at)) : certainty::yes;
    }
    /// When it holds for the holder.
    [[nodiscard]] geostance::period cut(item const& i) const {
        auto when = days_.period_of(i.relation);
        if (i.until && (!when.to.is_known() || when.to.last_day() > *i.until)) when.to = *i.until;
        return when;
    }
    [[nodiscard]] certainty reaches(item const& i, any_node holder, geostance::period when, bool speaking) const {
        if (i.whose == holder) return certainty::yes;
        auto const bound = offices_.bound_by(i.whose, when, speaking);
        auto const at = bound.find(holder);
        return at == bound.end() ? certainty::no : at->second;
    }

    reading const& r_;
    papers const& papers_;
    days const& days_;
    offices const& offices_;
    withdrawals const& withdrawals_;
};

} // namespace test::definition

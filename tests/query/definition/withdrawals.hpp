// SPDX-License-Identifier: BSL-1.0
// Rule 4: who can take back what; and rule 5: what a principal disowns.
#pragma once

#include <query/definition/offices.hpp>

namespace test::definition {

/// A statement as one of those speaks it whom it binds.
struct voice {
    node<statement> said;
    any_node whose;

    friend bool operator<(voice const& a, voice const& b) {
        return std::tie(a.said, a.whose) < std::tie(b.said, b.whose);
    }
};

class withdrawals {
public:
    withdrawals(reading const& r, days const& d, offices const& o) : r_(r), days_(d), offices_(o) {
        collect<geostance::retracts>(way::retracts);
        collect<geostance::supersedes>(way::supersedes);
        collect<geostance::corrects>(way::corrects);
        collect<geostance::disowns>(way::disowns);
        decide();
        find_circles();
    }

    /// Whether the statement still stands for one of its voices.
    [[nodiscard]] certainty stands(voice const& v) const {
        if (r_.silenced(v.said)) return certainty::no;
        auto gone = certainty::no;
        for (auto const& w : all_)
            if ((w.how == way::retracts || w.how == way::supersedes) && same(w.earlier, v))
                gone = std::max(gone, force_of(w));
        return opposite(gone);
    }
    /// The same for one relation that it claims: a correction replaces those between the same two nodes.
    [[nodiscard]] certainty stands(any_relation r, any_node whose) const {
        voice const v{r_.g.annotation(r).claimed_in, whose};
        auto gone = opposite(stands(v));
        for (auto const& w : all_)
            if (w.how == way::corrects && same(w.earlier, v) && claims_between_the_same(w.later.said, r))
                gone = std::max(gone, force_of(w));
        r_.by_rule(4, gone != certainty::no);
        return opposite(gone);
    }

    /// Rule 5: the last day on which the statement binds a principal that has disowned it; none if it has not.
    [[nodiscard]] std::optional<sys_days> binds_until(node<statement> s, any_node principal) const {
        std::optional<sys_days> result;
        if (offices_.makers(s).contains(principal)) return result;
        for (auto const& w : all_) {
            auto const day = days_.spoken(w.later.said).from;
            if (w.how != way::disowns || !same(w.earlier, {s, principal}) || !day.is_known()) continue;
            auto const last = day.first_day() - std::chrono::days(1);
            if (r_.by_rule(5, force_of(w) != certainty::no && (!result || last < *result))) result = last;
        }
        return result;
    }

private:
    enum class way { retracts, supersedes, corrects, disowns };
    struct withdrawal {
        way how;
        voice later;
        voice earlier;
        certainty sure; ///< rule 8: as sure as the offices by which the one may take back the other's words
        bool in_circle = false;
    };

    static bool same(voice const& a, voice const& b) { return a.said == b.said && a.whose == b.whose; }
    static certainty opposite(certainty c) {
        return c == certainty::yes ? certainty::no : c == certainty::no ? certainty::yes : certainty::maybe;
    }

    /// A voice takes back its own words, and those of whoever spoke for it when making them.
    [[nodiscard]] certainty entitled(any_node voice_of_later, voice const& earlier) const {
        if (voice_of_later == earlier.whose) return certainty::yes;
        if (offices_.makes_in_person(earlier.whose, earlier.said)) return certainty::no;
        auto const bound = offices_.bound_by(earlier.whose, days_.spoken(earlier.said), true, true);
        auto const at = bound.find(voice_of_later);
        return at == bound.end() ? certainty::no : at->second;
    }
    template <class R>
    void collect(way how) {
        for (auto const r : r_.every<R>()) {
            auto const later = r_.g.as<statement>(r_.g.source(r));
            auto const earlier = r_.g.as<statement>(r_.g.target(r));
            if (!later || !earlier || !r_.is_there(r) || r_.silenced(*later)) continue;
            auto const by = offices_.voices(*later, true); // what may have been taken back does not surely stand
            for (auto const& [whose, c] : offices_.voices(*earlier, true))
                for (auto const& [voice, d] : by) {
                    auto const sure = std::min(d, entitled(voice, {*earlier, whose}));
                    if (sure != certainty::no && (how != way::disowns || !offices_.makers(*earlier).contains(whose)))
                        all_.push_back({how, {*later, voice}, {*earlier, whose}, sure});
                }
        }
    }

    /// Which voices are retracted: decided one after the other, from those that nobody retracts on. What is surely
    /// retracted is so whatever else is said of it; what is never decided may be.
    void decide() {
        for (bool grew = true; grew;) {
            grew = false;
            for (auto const& w : all_)
                for (auto const& v : {w.later, w.earlier})
                    if (is_undecided(v) && can_be_decided(v)) grew = retracted_.emplace(v, weighed(v)).second;
        }
    }
    [[nodiscard]] bool can_be_decided(voice const& v) const {
        return weighed(v) == certainty::yes || std::none_of(all_.begin(), all_.end(), [&](withdrawal const& w) {
                   return w.how == way::retracts && same(w.earlier, v) && is_undecided(w.later);
               });
    }
    [[nodiscard]] certainty weighed(voice const& v) const {
        auto result = certainty::no;
        for (auto const& w : all_)
            if (w.how == way::retracts && same(w.earlier, v)) result = std::max(result, force_of(w));
        return result;
    }
    [[nodiscard]] bool is_undecided(voice const& v) const { return !retracted_.contains(v); }

    /// In a circle nothing is decided: of the withdrawals that are not void, those that come back to where they began.
    void find_circles() {
        for (auto& w : all_) w.in_circle = !is_void(w) && comes_back(w);
    }
    [[nodiscard]] bool comes_back(withdrawal const& start) const {
        std::set<voice> seen{start.earlier};
        for (bool grew = true; grew;) {
            grew = false;
            for (auto const& w : all_)
                if (!is_void(w) && seen.contains(w.later)) grew = seen.insert(w.earlier).second || grew;
        }
        return seen.contains(start.later);
    }
    [[nodiscard]] bool is_void(withdrawal const& w) const {
        auto const at = retracted_.find(w.later);
        return at != retracted_.end() && at->second == certainty::yes;
    }

    /// A withdrawal is void only if its own statement is retracted.
    [[nodiscard]] certainty force_of(withdrawal const& w) const {
        auto const at = retracted_.find(w.later);
        auto const force = w.in_circle || at == retracted_.end() ? certainty::maybe : opposite(at->second);
        return std::min(force, w.sure);
    }

    [[nodiscard]] bool claims_between_the_same(node<statement> s, any_relation r) const {
        return std::any_of(r_.relations.begin(), r_.relations.end(), [&](any_relation other) {
            return r_.g.annotation(other).claimed_in == s && r_.g.source(other) == r_.g.source(r) &&
                   r_.g.target(other) == r_.g.target(r) && r_.is_there(other);
        });
    }

    reading const& r_;
    days const& days_;
    offices const& offices_;
    std::vector<withdrawal> all_;
    std::map<voice, certainty> retracted_;
};

} // namespace test::definition

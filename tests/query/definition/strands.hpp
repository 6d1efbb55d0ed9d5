// SPDX-License-Identifier: BSL-1.0
// Rules 1 and 3: of each strand the newest counts.
#pragma once

#include <query/definition/evidence.hpp>

#include <tuple>

namespace test::definition {

class strands {
public:
    strands(reading const& r, days const& d, evidence_rules const& e) : r_(r), days_(d), evidence_(e) {}

    /// Marks what is replaced, or over by the day asked about, in all of its strands.
    [[nodiscard]] std::vector<item> newest(std::vector<item> items) const {
        if (r_.lens.history == geostance::history::all) return items;
        std::map<key, std::vector<item*>> all;
        for (auto& i : items)
            if (!r_.is<geostance::acts_toward>(i.relation)) {
                i.replaced = true;
                for (auto const& [account, sure] : i.accounts) all[strand_of(i, account)].push_back(&i);
            }
        for (auto const& [k, strand] : all)
            for (auto* i : last_to_begin(last_votes(those_on_the_day(strand, std::get<0>(k))))) {
                auto const sure = i->accounts.at(std::get<0>(k));
                i->holds = i->replaced ? sure : std::max(i->holds, sure); // as surely as by those accounts that count
                i->replaced = false;
            }
        return items;
    }

private:
    using key = std::tuple<any_node, any_relation, geostance::channel, std::string>;
    [[nodiscard]] key strand_of(item const& i, any_node account) const {
        auto const said = *evidence_.says(i.relation);
        return {account, i.membership, said.channel, said.facet};
    }

    /// Without a day asked about: the last day that any of the strand reaches.
    [[nodiscard]] std::vector<item*> those_on_the_day(std::vector<item*> const& strand, any_node account) const {
        if (r_.lens.at) return strand; // the lens has refused the others
        auto last = sys_days::min();
        for (auto const* i : strand) last = std::max(last, reaches(*i, account));
        std::vector<item*> result;
        for (auto* i : strand)
            if (reaches(*i, account) == last) result.push_back(i);
        return result;
    }
    [[nodiscard]] std::vector<item*> last_to_begin(std::vector<item*> const& strand) const {
        return without_those_before(strand, [&](item const& later, item const& earlier) {
            return r_.by_rule(1, days_.surely_begins_after(later.relation, earlier.relation));
        });
    }
    [[nodiscard]] sys_days reaches(item const& i, any_node account) const {
        auto const last = days_.reaches(i.relation);
        return i.until && account.is_null() ? std::min(last, *i.until) : last;
    }
    /// Rule 3: of what one voter cast on one motion the last to begin; where the days do not order it, what was
    /// recorded last, then what was inserted last; papers that tell the same vote tell one.
    [[nodiscard]] std::vector<item*> last_votes(std::vector<item*> const& strand) const {
        std::map<std::pair<any_node, any_node>, std::vector<item*>> votes;
        std::vector<item*> result;
        for (auto* i : strand)
            if (r_.is<geostance::casts>(i->relation))
                votes[{i->whose, r_.g.target(i->relation)}].push_back(i);
            else
                result.push_back(i);
        for (auto const& [ends, all] : votes) {
            auto const latest = last_to_begin(all);
            auto const* last = *std::max_element(latest.begin(), latest.end(), [&](item const* a, item const* b) {
                return order(a->relation) < order(b->relation);
            });
            for (auto* i : latest)
                if (!r_.by_rule(3, vote(*i) != vote(*last))) result.push_back(i);
        }
        return result;
    }
    [[nodiscard]] geostance::ballot vote(item const& i) const {
        return r_.g[*r_.g.as<geostance::casts>(i.relation)].vote;
    }
    template <class F>
    static std::vector<item*> without_those_before(std::vector<item*> const& strand, F const& is_before) {
        std::vector<item*> result;
        for (auto* i : strand)
            if (std::none_of(strand.begin(), strand.end(), [&](item const* other) { return is_before(*other, *i); }))
                result.push_back(i);
        return result;
    }
    [[nodiscard]] std::pair<sys_days, any_relation> order(any_relation r) const {
        auto const day = r_.recorded(r);
        return {day.is_known() ? day.first_day() : sys_days::min(), r};
    }

    reading const& r_;
    days const& days_;
    evidence_rules const& evidence_;
};

} // namespace test::definition

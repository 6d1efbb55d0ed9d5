// SPDX-License-Identifier: BSL-1.0
// Positions straight from their rules, one header a rule, by looking at every relation of the record again and again.
#pragma once

#include <query/definition/strands.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

namespace test {

class by_definition {
public:
    using any_node = geostance::any_node;
    using any_relation = geostance::any_relation;
    using item = definition::item;

    by_definition(geostance::stance_graph const& g, geostance::lens const& l) : r_(g, l) {}
    by_definition(by_definition const&) = delete; // the rules refer to each other
    by_definition& operator=(by_definition const&) = delete;

    struct answer {
        std::vector<item> items;
        std::size_t number = 0;
        double weight = 0;
        double mean = 0;
        std::size_t independent_sources = 0;
        geostance::attitude attitude = geostance::attitude::none;
    };

    [[nodiscard]] answer position(any_node who, any_node target) const {
        if (r_.left_out(who)) return {};
        auto items = strands_.newest(evidence_.about(who, target));
        if (items.empty() && r_.lens.inherit_from_groups > 0) items = strands_.newest(inherited(who, target));
        return weigh(std::move(items));
    }

    /// Whether the statement stands for anybody whom it binds; one that nobody makes stands.
    [[nodiscard]] bool counts_statement(geostance::node<geostance::statement> s) const {
        auto const heard = offices_.voices(s);
        if (heard.empty()) return !r_.silenced(s);
        return std::any_of(heard.begin(), heard.end(), [&](auto const& v) {
            return r_.enough(withdrawals_.stands({s, v.first}));
        });
    }
    /// Whether a relation counts for anybody.
    [[nodiscard]] geostance::certainty counts(any_relation r) const { return evidence_.counts(r); }

    /// The numbers of the rules that decided something so far.
    [[nodiscard]] std::set<int> const& exercised() const { return r_.exercised; }

    /// Whom the evidence may bind: holders from whom no office leads on.
    [[nodiscard]] bool is_finally_bound(any_node who) const { return offices_.bound_by(who, {}, true).size() == 1; }

private:
    /// Of a group once, however often its membership is recorded: by the surest row, of equally sure ones the first.
    [[nodiscard]] std::vector<item> inherited(any_node who, any_node target) const {
        std::map<any_node, std::pair<any_relation, geostance::certainty>> groups;
        for (auto const m : r_.every<geostance::member_of>()) {
            if (r_.g.source(m) != who || r_.left_out(m)) continue;
            auto const when = r_.lens.at ? days_.is_in_office(m, during(*r_.lens.at)) : geostance::certainty::yes;
            auto const c = std::min(when, r_.known(m));
            if (!r_.enough(c)) continue;
            auto& surest = groups.emplace(r_.g.target(m), std::pair(m, c)).first->second;
            if (c > surest.second) surest = {m, c};
        }
        std::vector<item> items;
        for (auto const& [group, by] : groups)
            for (auto i : evidence_.about(group, target)) {
                i.weight *= r_.lens.inherit_from_groups;
                i.holds = std::min(i.holds, by.second);
                for (auto& [account, sure] : i.accounts) sure = std::min(sure, by.second);
                i.membership = by.first;
                items.push_back(i);
            }
        return items;
    }

    /// Rule 10: whether two relations say the same of the same, apart from who tells it.
    [[nodiscard]] bool alike(item const& a, item const& b) const {
        auto const& g = r_.g;
        auto const& p = g.annotation(a.relation);
        auto const& q = g.annotation(b.relation);
        if (a.via != b.via || a.membership != b.membership || g.target(a.relation) != g.target(b.relation))
            return false;
        auto const vote = g.as<geostance::casts>(a.relation);
        bool const same_content = g.visit(a.relation, [&]<class R>(R const& payload) {
            auto const other = g.as<R>(b.relation); // which of the papers notes a veto does not matter
            return other && (vote ? g[*vote].vote == payload_vote(g[*other]) : payload == g[*other]);
        });
        if (!same_content) return false;
        if (r_.lens.count_every_report) return same_row(a, b);
        if (!p.claimed_in.is_null() || !q.claimed_in.is_null()) return p.claimed_in == q.claimed_in;
        if (a.whose != b.whose) return false;
        if (vote) return same_row(a, b) || days_.may_begin_together(a.relation, b.relation);
        auto const when = days_.stated(a.relation);
        if (when != days_.stated(b.relation)) return false;
        return !is_undated(when) || same_row(a, b) ||
               (!p.publication.is_null() && !q.publication.is_null() &&
                papers_.connected(p.publication, q.publication));
    }
    template <class R>
    static geostance::ballot payload_vote(R const& payload) {
        if constexpr (requires { payload.vote; }) return payload.vote;
        return {};
    }
    [[nodiscard]] bool same_row(item const& a, item const& b) const {
        auto const& p = r_.g.annotation(a.relation);
        auto const& q = r_.g.annotation(b.relation);
        return a.whose == b.whose && p.claimed_in == q.claimed_in &&
               days_.stated(a.relation) == days_.stated(b.relation) && !p.publication.is_null() &&
               p.publication == q.publication && !p.locator.empty() && p.locator == q.locator;
    }
    [[nodiscard]] std::size_t independent(std::vector<item> const& items) const {
        std::vector<geostance::node<geostance::publication>> groups;
        for (auto const& i : items) {
            auto const p = r_.g.annotation(i.relation).publication;
            if (i.replaced || p.is_null()) continue;
            if (!r_.by_rule(10,
                            std::any_of(groups.begin(), groups.end(), [&](auto q) { return papers_.connected(p, q); })))
                groups.push_back(p);
        }
        return groups.size();
    }

    [[nodiscard]] answer weigh(std::vector<item> items) const {
        std::sort(items.begin(), items.end(), [](item const& a, item const& b) {
            return std::tie(a.relation, a.via, a.membership) < std::tie(b.relation, b.via, b.membership);
        });
        answer result;
        result.items = items;
        result.independent_sources = independent(items);
        std::erase_if(items, [](item const& i) { return i.replaced; });
        double sum = 0;
        double in_favour = 0;
        double against = 0;
        for (auto const& [value, weight] : events(items)) {
            ++result.number;
            result.weight += weight;
            sum += weight * value;
            if (!is_neutral(value)) (value > 0 ? in_favour : against) += weight;
        }
        if (result.number == 0) return result;
        result.mean = sum / result.weight;
        result.attitude = named(result.mean, in_favour / result.weight, against / result.weight);
        return result;
    }
    /// Of the reports of one event the weightiest counts: values and weights. Votes whose day is known best come first.
    [[nodiscard]] std::vector<std::pair<double, double>> events(std::vector<item> items) const {
        std::sort(items.begin(), items.end(), [&](item const& a, item const& b) {
            return days_.openness(a.relation) < days_.openness(b.relation);
        });
        std::vector<std::pair<double, double>> result;
        std::vector<bool> taken(items.size(), false);
        for (std::size_t i = 0; i < items.size(); ++i) {
            if (taken[i]) continue;
            std::vector<item> told;
            for (std::size_t j = i; j < items.size(); ++j)
                if (!taken[j] && (j == i || alike(items[i], items[j]))) {
                    taken[j] = true;
                    told.push_back(items[j]);
                }
            for (auto const weight : weights_of_events(told)) result.emplace_back(items[i].value, weight);
        }
        return result;
    }
    /// Of relations that are alike: what two rows of one paper tell are two events, of which another paper tells the
    /// same ones, as far as it has as many rows.
    [[nodiscard]] std::vector<double> weights_of_events(std::vector<item> const& told) const {
        bool const is_one = r_.is<geostance::casts>(told.front().relation) ||
                            !r_.g.annotation(told.front().relation).claimed_in.is_null();
        std::map<any_node, std::vector<item>> by_paper;
        for (auto const& i : told) {
            auto& rows = by_paper[is_one ? any_node() : any_node(r_.g.annotation(i.relation).publication)];
            auto const known =
                std::find_if(rows.begin(), rows.end(), [&](item const& other) { return is_one || same_row(other, i); });
            if (known == rows.end())
                rows.push_back(i);
            else
                known->weight = std::max(known->weight, i.weight);
        }
        std::vector<double> result;
        for (auto& [paper, rows] : by_paper) {
            std::sort(rows.begin(), rows.end(), [](item const& a, item const& b) { return a.weight > b.weight; });
            result.resize(std::max(result.size(), rows.size()));
            for (std::size_t k = 0; k < rows.size(); ++k) result[k] = std::max(result[k], rows[k].weight);
        }
        return result;
    }
    /// Rule 7: a mean within the band is neutral; values within it count for neither side of `mixed`.
    [[nodiscard]] bool is_neutral(double value) const {
        return r_.by_rule(7, value != 0 && std::abs(value) <= r_.lens.neutral_within + 1e-12) || value == 0;
    }
    [[nodiscard]] geostance::attitude named(double mean, double in_favour, double against) const {
        using enum geostance::attitude;
        double const quarter = 0.25 - 1e-12;
        if (in_favour >= quarter && against >= quarter) return mixed;
        return is_neutral(mean) ? neutral : mean > 0 ? supports : opposes;
    }

    definition::reading r_;
    definition::papers papers_{r_};
    definition::days days_{r_, papers_};
    definition::offices offices_{r_, days_};
    definition::withdrawals withdrawals_{r_, days_, offices_};
    definition::evidence_rules evidence_{r_, papers_, days_, offices_, withdrawals_};
    definition::strands strands_{r_, days_, evidence_};
};

/// Whether a position is the one that the rules give.
inline bool agree(geostance::position const& found, by_definition::answer const& wanted) {
    if (found.attitude != wanted.attitude || found.number != wanted.number) return false;
    if (found.independent_sources != wanted.independent_sources) return false;
    if (std::abs(found.weight - wanted.weight) > 1e-9) return false;
    if (wanted.number == 0 ? !std::isnan(found.value) : std::abs(found.value - wanted.mean) > 1e-9) return false;
    if (found.rests_on.size() != wanted.items.size()) return false;
    for (std::size_t i = 0; i < wanted.items.size(); ++i) {
        auto const& e = found.rests_on[i];
        auto const& w = wanted.items[i];
        if (e.relation != w.relation || e.replaced != w.replaced) return false;
        if (e.value != w.value || e.holds != w.holds) return false;
    }
    return true;
}

} // namespace test

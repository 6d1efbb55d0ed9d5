// SPDX-License-Identifier: BSL-1.0
// Rule 10: which papers copy which, and rule 4: errata of one publisher.
#pragma once

#include <query/definition/reading.hpp>

namespace test::definition {

class papers {
public:
    explicit papers(reading const& r) : r_(r), copies_(r.every<geostance::derives_from>()) {
        std::erase_if(copies_, [&](any_relation c) { return !r_.is_there(c); });
        for (auto const e : r_.every<geostance::retracts>())
            if (is_erratum(e) && r_.is_there(e)) errata_.push_back(e);
    }

    /// When it appeared; a paper that copies others, when the oldest of those appeared that copy nobody.
    [[nodiscard]] geostance::date published(node<publication> p) const {
        geostance::date oldest;
        for (auto const root : reached(any_node(p), false)) {
            auto const day = r_.g[*r_.g.as<publication>(root)].published;
            if (copies_something(root) || !day.is_known()) continue;
            auto const days = [](geostance::date d) { return std::pair(d.first_day(), d.last_day()); };
            if (!oldest.is_known() || days(day) < days(oldest)) oldest = day;
        }
        r_.by_rule(10, oldest.is_known() && oldest != r_.g[p].published);
        return oldest.is_known() ? oldest : r_.g[p].published;
    }

    /// Whether copying connects two papers, through whichever others.
    [[nodiscard]] bool connected(node<publication> a, node<publication> b) const {
        return reached(any_node(a), true).contains(any_node(b));
    }

    /// Whether the paper's own publisher has taken it back, by an erratum that is not itself taken back.
    [[nodiscard]] certainty taken_back(node<publication> p) const {
        std::map<any_node, certainty> known;
        for (bool grew = true; grew;) {
            grew = false;
            for (auto const n : geostance::nodes_of<publication>(r_.g)) {
                if (known.contains(any_node(n))) continue;
                auto const now = by_what_is_known(any_node(n), known);
                if (now != certainty::maybe) grew = known.emplace(n, now).second;
            }
        }
        auto const at = known.find(any_node(p));
        return at == known.end() ? certainty::maybe : at->second;
    }

private:
    [[nodiscard]] bool is_erratum(any_relation e) const {
        auto const later = r_.g.as<publication>(r_.g.source(e));
        auto const earlier = r_.g.as<publication>(r_.g.target(e));
        if (!later || !earlier || r_.left_out(any_node(*later)) || r_.appeared_later(r_.g[*later].published))
            return false;
        return !r_.g[*later].publisher.empty() && r_.g[*later].publisher == r_.g[*earlier].publisher;
    }
    [[nodiscard]] bool copies_something(any_node p) const {
        return std::any_of(copies_.begin(), copies_.end(), [&](any_relation c) { return r_.g.source(c) == p; });
    }
    [[nodiscard]] std::set<any_node> reached(any_node from, bool both_ways) const {
        std::set<any_node> seen{from};
        for (bool grew = true; grew;) {
            grew = false;
            for (auto const c : copies_) {
                if (seen.contains(r_.g.source(c))) grew = seen.insert(r_.g.target(c)).second || grew;
                if (both_ways && seen.contains(r_.g.target(c))) grew = seen.insert(r_.g.source(c)).second || grew;
            }
        }
        return seen;
    }
    /// yes: some erratum surely stands. no: none can. maybe: not decided yet, or never.
    [[nodiscard]] certainty by_what_is_known(any_node p, std::map<any_node, certainty> const& known) const {
        auto result = certainty::no;
        for (auto const e : errata_) {
            if (r_.g.target(e) != p) continue;
            auto const at = known.find(r_.g.source(e));
            if (at == known.end())
                result = std::max(result, certainty::maybe);
            else if (at->second == certainty::no)
                result = certainty::yes;
        }
        return result;
    }

    reading const& r_;
    std::vector<any_relation> copies_;
    std::vector<any_relation> errata_;
};

} // namespace test::definition

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Contested claims: what somebody asserts and somebody else denies.
#pragma once

#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ostream>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace geostance {

/// A claim in dispute.
struct dispute {
    any_node subject{};                     ///< the claim: an issue, or a statement that is not about another claim
    std::string claim{};                    ///< what it says
    std::vector<any_node> asserted_by{};    ///< in whose name it is asserted, in order of insertion
    std::vector<any_node> denied_by{};      ///< in whose name it is denied, in order of insertion
    std::vector<any_relation> assertions{}; ///< the `about` relations that assert it
    std::vector<any_relation> denials{};    ///< the `about` relations that deny it
};

/// `it happened: asserted by 1, denied by 2`: the claim, and the number of holders on each side.
inline std::ostream& operator<<(std::ostream& out, dispute const& d) {
    return out << safe_text(d.claim) << ": asserted by " << d.asserted_by.size() << ", denied by "
               << d.denied_by.size();
}

namespace detail {

/// The claims that a statement affirms or denies. A statement about other statements speaks about their claims: to deny
/// a statement is to deny what it says. The accused in a statement is not a claim; the accusation is one as soon as
/// another statement is about it.
template <class S>
class claim_finder {
public:
    explicit claim_finder(reading<S> const& record) : record_(record) {}

    /// A claim behind a target, and the sign by which polarity toward the target becomes polarity toward the claim.
    struct subject {
        any_node node;
        double sign = 0;
    };
    using subjects = std::vector<subject>;

    /// The claims behind a target. Where statements are about each other in a circle, each is followed once.
    /// @par Complexity
    /// each target is followed once and remembered, except that one which leads to a circle is followed anew for each
    /// question
    [[nodiscard]] subjects subjects_of(any_node target) {
        if (auto const known = known_.find(target); known != known_.end()) return known->second;
        if (!circular_.contains(target) && settle(target)) return known_.at(target);
        return followed(target);
    }
    /// The same for what a relation of a statement is about.
    [[nodiscard]] subjects subjects_of(relation<about> r) {
        auto const& g = record_.graph();
        any_node const said(g.source(r));
        if (is_claim(g.target(any_relation(r)))) return subjects_of(g.target(any_relation(r)));
        if (polarity(g[r].force) < 0 || in<about>(g, said).empty()) return {};
        auto own = subjects_of(said);
        return own.size() == 1 && own[0].node == said ? own : subjects();
    }

private:
    struct visit {
        any_node node;
        subjects about;       ///< what it affirms or denies, the last one first
        std::size_t next = 0; ///< how many of these are followed
        bool meets_circle = false;
    };

    [[nodiscard]] bool is_claim(any_node n) const {
        return record_.graph().visit(n, []<class T>(T const&) { return !holder<T>; });
    }

    /// The claims that a statement affirms or denies itself, the last one first; none for anything else.
    [[nodiscard]] subjects said_by(any_node n) const {
        auto const& g = record_.graph();
        subjects result;
        if (auto const said = g.template as<statement>(n))
            for (auto const r : out<about>(g, *said)) {
                double const p = polarity(g[r].force);
                if (p != 0 && is_claim(g.target(any_relation(r))))
                    result.push_back({g.target(any_relation(r)), p > 0 ? 1.0 : -1.0});
            }
        std::reverse(result.begin(), result.end());
        return result;
    }

    /// Works out the claims behind a node and behind all below it, each after those that it is about; false if it meets
    /// a circle.
    bool settle(any_node root) {
        std::vector<visit> path{{root, said_by(root)}};
        open_.insert(root);
        bool meets_circle = false;
        while (!path.empty()) {
            auto& now = path.back();
            if (now.next < now.about.size()) {
                auto const below = now.about[now.next++].node;
                now.meets_circle = now.meets_circle || open_.contains(below) || circular_.contains(below);
                if (known_.contains(below) || open_.contains(below) || circular_.contains(below)) continue;
                open_.insert(below);
                path.push_back({below, said_by(below)});
                continue;
            }
            meets_circle = now.meets_circle;
            if (meets_circle)
                circular_.insert(now.node);
            else
                known_.emplace(now.node, joined(now));
            open_.erase(now.node);
            path.pop_back();
            if (!path.empty()) path.back().meets_circle = path.back().meets_circle || meets_circle;
        }
        return !meets_circle;
    }

    /// The claims behind all that a node is about, each once; the node itself if it is about nothing.
    [[nodiscard]] subjects joined(visit const& of) const {
        if (of.about.empty()) return {{of.node, 1}};
        subjects result;
        for (auto const& below : of.about)
            for (auto const& s : known_.at(below.node))
                if (std::none_of(result.begin(), result.end(), [&](subject const& r) { return r.node == s.node; }))
                    result.push_back({s.node, s.sign * below.sign});
        return result;
    }

    /// The claims behind a target that leads to a circle.
    [[nodiscard]] subjects followed(any_node target) const {
        subjects result;
        std::unordered_set<any_node> seen;
        subjects waiting{{target, 1}};
        while (!waiting.empty()) {
            auto const now = waiting.back();
            waiting.pop_back();
            if (!seen.insert(now.node).second) continue;
            auto const below = said_by(now.node);
            if (below.empty()) result.push_back(now);
            for (auto i = below.size(); i-- > 0;) waiting.push_back({below[i].node, now.sign * below[i].sign});
        }
        return result;
    }

    reading<S> const& record_;
    std::unordered_map<any_node, subjects> known_;
    std::unordered_set<any_node> circular_;
    std::unordered_set<any_node> open_;
};

/// The holders in whose name a statement stands: of those it binds, the ones who speak for nobody else.
template <class S>
std::vector<any_node> in_whose_name(reading<S> const& record, node<statement> said) {
    auto result = record.names_behind(said);
    std::erase_if(result, [&](any_node who) { return record.standing(said, who) == certainty::no; });
    return result;
}

} // namespace detail

/// The claims that are both asserted and denied, by statements that stand and were known by the day of the lens. To
/// deny a statement is to deny what it says. The accused in a statement is not a claim; the accusing statement is one
/// as soon as another statement is about it.
///
/// @param g the record
/// @param asked the reading; its perspective, channels and facet do not matter, since a dispute is between speakers
/// @return in order of the claims' insertion
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(A log A) for A `about` relations, and as much again for each subject beyond the first that a statement has
template <stance_schema S>
[[nodiscard]] std::vector<dispute> contested(typed_graph<S> const& g, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    detail::claim_finder<S> finder(record);
    std::vector<dispute> disputes;
    std::vector<std::array<detail::table<any_node, char>, 2>> names; // who asserts, and who denies, each once
    std::unordered_map<any_node, std::size_t> place;
    for (auto const r : relations_of<about>(g)) {
        auto const said = g.source(r);
        double const p = polarity(g[r].force);
        if (p == 0 || !record.stands(said) || record.counts(r) == certainty::no) continue;
        for (auto const& subject : finder.subjects_of(r)) {
            auto const [at, is_new] = place.try_emplace(subject.node, disputes.size());
            if (is_new) {
                disputes.push_back({subject.node, name_of(g, subject.node), {}, {}, {}, {}});
                names.emplace_back();
            }
            auto& found = disputes[at->second];
            bool const asserts = p * subject.sign > 0;
            for (auto const who : detail::in_whose_name(record, said))
                if (names[at->second][asserts ? 0 : 1].insert(who, 0).second)
                    (asserts ? found.asserted_by : found.denied_by).push_back(who);
            (asserts ? found.assertions : found.denials).push_back(any_relation(r));
        }
    }
    std::erase_if(disputes, [](dispute const& d) { return d.assertions.empty() || d.denials.empty(); });
    std::sort(disputes.begin(), disputes.end(), [](auto const& a, auto const& b) { return a.subject < b.subject; });
    return disputes;
}

} // namespace geostance

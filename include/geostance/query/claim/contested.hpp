// SPDX-License-Identifier: BSL-1.0
/// @file
/// Contested claims: what somebody asserts and somebody else denies.
#pragma once

#include <geostance/query/detail/reading.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <ostream>
#include <string>
#include <unordered_map>
#include <vector>

namespace geostance {

/// A claim in dispute.
struct dispute {
    any_node subject{};                     ///< the claim, or the statement that is about no other
    std::string claim{};                    ///< what it says
    std::vector<any_node> asserted_by{};    ///< in whose name it is asserted, in order of insertion
    std::vector<any_node> denied_by{};      ///< in whose name it is denied, in order of insertion
    std::vector<any_relation> assertions{}; ///< the `about` relations that assert it
    std::vector<any_relation> denials{};    ///< the `about` relations that deny it
};

/// `it happened: asserted by 1, denied by 2`: the claim, and in how many names.
inline std::ostream& operator<<(std::ostream& out, dispute const& d) {
    return out << safe_text(d.claim) << ": asserted by " << d.asserted_by.size() << ", denied by "
               << d.denied_by.size();
}

namespace detail {

/// What a statement about something affirms or denies: where it is itself about other statements, what these are
/// about, since who denies a statement denies what it says. Who is accused is no claim: the accusation is one, once
/// somebody speaks to it.
template <class S>
class claim_finder {
public:
    explicit claim_finder(reading<S> const& record) : record_(record) {}

    /// The subjects that a target stands for, each with the sign that a polarity toward the target has toward it.
    struct subject {
        any_node node;
        double sign = 0;
    };
    [[nodiscard]] std::vector<subject> subjects_of(any_node target) const {
        std::vector<subject> result;
        std::vector<any_node> seen;
        follow(target, 1, result, seen);
        return result;
    }
    /// The same for what a relation of a statement is about.
    [[nodiscard]] std::vector<subject> subjects_of(relation<about> r) const {
        auto const& g = record_.graph();
        const any_node said(g.source(r));
        if (is_claim(g.target(any_relation(r)))) return subjects_of(g.target(any_relation(r)));
        if (polarity(g[r].force) < 0 || in<about>(g, said).empty()) return {};
        auto own = subjects_of(said);
        return own.size() == 1 && own[0].node == said ? own : std::vector<subject>();
    }

private:
    [[nodiscard]] bool is_claim(any_node n) const {
        return record_.graph().visit(n, []<class T>(T const&) { return !holder<T>; });
    }

    void follow(any_node target, double sign, std::vector<subject>& result, std::vector<any_node>& seen) const {
        auto const& g = record_.graph();
        std::vector<subject> waiting{{target, sign}};
        while (!waiting.empty()) {
            auto const now = waiting.back();
            waiting.pop_back();
            if (!insert_unique(seen, now.node)) continue;
            bool says_something = false;
            if (auto const said = g.template as<statement>(now.node)) {
                for (auto const r : out<about>(g, *said)) {
                    double const p = polarity(g[r].force);
                    if (p == 0 || !is_claim(g.target(any_relation(r)))) continue;
                    says_something = true;
                    waiting.push_back({g.target(any_relation(r)), now.sign * (p > 0 ? 1 : -1)});
                }
            }
            if (!says_something) result.push_back(now);
        }
    }

    reading<S> const& record_;
};

/// In whose name a statement stands: of those it binds, the ones who speak for nobody else.
template <class S>
std::vector<any_node> in_whose_name(reading<S> const& record, node<statement> said) {
    auto result = record.names_behind(said);
    std::erase_if(result, [&](any_node who) { return record.standing(said, who) == certainty::no; });
    return result;
}

} // namespace detail

/// The claims that are both asserted and denied: by statements that stand, known by the day of the lens. Who denies a
/// statement denies what it says. Who is accused is no claim; the accusing statement is one, once others speak to it.
///
/// @param g the record
/// @param asked the reading; its perspective, channels and facet do not matter, since a dispute is between speakers
/// @return in order of the claims' insertion
/// @throws invalid_value (a field of the lens)
/// @par Complexity
/// O(A) for A `about` relations, times the depth to which statements are about statements
template <stance_schema S>
[[nodiscard]] std::vector<dispute> contested(typed_graph<S> const& g, lens const& asked = {}) {
    const detail::reading<S> record(g, asked);
    const detail::claim_finder<S> finder(record);
    std::vector<dispute> disputes;
    std::unordered_map<any_node, std::size_t> place;
    for (auto const r : relations_of<about>(g)) {
        auto const said = g.source(r);
        double const p = polarity(g[r].force);
        if (p == 0 || !record.stands(said) || record.counts(r) == certainty::no) continue;
        for (auto const& subject : finder.subjects_of(r)) {
            auto const [at, is_new] = place.try_emplace(subject.node, disputes.size());
            if (is_new) disputes.push_back({subject.node, name_of(g, subject.node), {}, {}, {}, {}});
            auto& found = disputes[at->second];
            bool const asserts = p * subject.sign > 0;
            for (auto const who : detail::in_whose_name(record, said))
                detail::insert_unique(asserts ? found.asserted_by : found.denied_by, who);
            (asserts ? found.assertions : found.denials).push_back(any_relation(r));
        }
    }
    std::erase_if(disputes, [](dispute const& d) { return d.assertions.empty() || d.denials.empty(); });
    std::sort(disputes.begin(), disputes.end(), [](auto const& a, auto const& b) { return a.subject < b.subject; });
    return disputes;
}

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What if a statement said otherwise: what decides a claim's standing, which positions do not.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/query/claim/claims.hpp>
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/query/whatif/switch_to.hpp>

#include <algorithm>
#include <cstddef>
#include <unordered_set>
#include <utility>
#include <vector>

namespace geostance {

/// A claim that would have another standing.
struct claim_change {
    any_node subject{};                            ///< the claim
    claim_status before = claim_status::unclaimed; ///< its status
    claim_status after = claim_status::unclaimed;  ///< the status that it would have

    friend bool operator==(claim_change const&, claim_change const&) = default;
};

namespace detail {

/// The relations by which a statement takes a side on something.
template <class S>
std::vector<any_relation> sides_taken(typed_graph<S> const& g, any_node said, any_node on) {
    std::vector<any_relation> result;
    g.for_each_between(said, on, [&](any_relation r) {
        auto const* const what = g.template get_if<about>(r);
        if (what && polarity(what->force) != 0) result.push_back(r);
    });
    return result;
}

/// Which side a statement takes: that of the newest of these relations, 0 if there is none.
template <class S>
double side_taken(typed_graph<S> const& g, std::vector<any_relation> const& sides) {
    return sides.empty() ? 0 : polarity(g.template get_if<about>(newest_of(g, sides))->force);
}

/// Lets a statement say otherwise: by the newest of its relations that take a side, the others of which only mention.
template <class S>
void switch_statement(supposition<S>& g, switch_to const& to) {
    if (to.value != 1 && to.value != -1 && to.value != 0)
        throw invalid_value("switch_to.value", number_text(to.value), "1, 0 or -1 for a statement");
    auto const force = to.value > 0 ? force::assert_ : to.value < 0 ? force::deny : force::mention;
    auto const sides = sides_taken<S>(g, to.who, to.target);
    if (sides.empty() && to.value != 0) g.relate_any(to.who, to.target, about{force});
    if (sides.empty() || side_taken<S>(g, sides) == to.value) return;
    auto const newest = newest_of<S>(g, sides);
    for (auto const r : sides) g.set(*g.template as<about>(r), about{r == newest ? force : force::mention});
}

/// Everything that is linked to a claim by statements that take a side, the claim included.
template <class S>
std::vector<any_node> dispute_around(typed_graph<S> const& g, any_node claim) {
    std::unordered_set<any_node> seen{g.require(claim)};
    std::vector<any_node> result{claim};
    auto const add = [&](any_node n) {
        bool const holds = g.visit(n, []<class T>(T const&) { return holder<T>; });
        if (!holds && seen.insert(n).second) result.push_back(n);
    };
    for (std::size_t i = 0; i < result.size(); ++i) {
        auto const n = result[i];
        for (auto const r : in<about>(g, n))
            if (polarity(g[r].force) != 0) add(g.source(any_relation(r)));
        for (auto const r : out<about>(g, n))
            if (polarity(g[r].force) != 0) add(g.target(any_relation(r)));
    }
    std::sort(result.begin(), result.end());
    return result;
}

/// The claims whose status differs between two answers of `claims`.
inline std::vector<claim_change> claims_that_differ(std::vector<claim_report> const& before,
                                                    std::vector<claim_report> const& after) {
    std::vector<claim_change> result;
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        claim_change change;
        bool const is_before = b == after.end() || (a != before.end() && !(b->subject < a->subject));
        bool const is_after = a == before.end() || (b != after.end() && !(a->subject < b->subject));
        change.subject = is_before ? a->subject : b->subject;
        if (is_before) change.before = a++->status;
        if (is_after) change.after = b++->status;
        if (change.before != change.after) result.push_back(change);
    }
    return result;
}

} // namespace detail

/// Every change of what one statement says that can turn the standing of a claim: by the statements about it, by those
/// about these, and by what their authors' side says of other claims, as far as disputes are linked. Each statement
/// affirms, denies, or only mentions what it took another side on; what it says of somebody it can only leave unsaid.
///
/// The standing of a claim follows from statements, not from positions (see `claims`): for `what_turns` these are the
/// candidates where `switches_on` lists none that matter. That a statement is made at all, or taken back, is not
/// changed.
/// @code
/// what_turns(world, switches_about(world, claim), [&](auto const& g) { return claim_of(g, claim).status; })
/// @endcode
/// @param g the record
/// @param claim an issue or a statement
/// @param values of 1, -1 and 0 those that are tried
/// @return by statement, then by what it is about, both in order of insertion, then in the order of the values
/// @throws invalid_handle
/// @par Complexity
/// O(r log r) for the r relations of the linked disputes
template <stance_schema S>
[[nodiscard]] std::vector<switch_to> switches_about(typed_graph<S> const& g, any_node claim,
                                                    std::vector<double> const& values = {1, -1, 0}) {
    std::vector<switch_to> result;
    for (auto const said : detail::dispute_around(g, claim)) {
        std::vector<any_node> targets;
        for (auto const r : out<about>(g, said))
            if (polarity(g[r].force) != 0) targets.push_back(g.target(any_relation(r)));
        std::sort(targets.begin(), targets.end());
        targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
        for (auto const target : targets) {
            auto const now = detail::side_taken(g, detail::sides_taken(g, said, target));
            bool const holds = g.visit(target, []<class T>(T const&) { return holder<T>; });
            for (double const value : values)
                if (value != now && (value == 0 || (!holds && (value == 1 || value == -1))))
                    result.push_back({said, target, value});
        }
    }
    return result;
}

} // namespace geostance

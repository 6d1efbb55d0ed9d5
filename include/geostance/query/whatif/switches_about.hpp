// SPDX-License-Identifier: BSL-1.0
/// @file
/// What if a statement said otherwise: what decides a claim's standing, which positions do not.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/claim/claims.hpp>
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/query/whatif/switch_to.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <unordered_set>
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

/// Which side a relation takes for its source on its target: a force's polarity, -1 for taking back, 0 for none.
template <class S>
double side_of(typed_graph<S> const& g, any_relation r) {
    return g.visit(r, []<class R>(R const& payload) {
        if constexpr (std::same_as<R, about>) return polarity(payload.force);
        return std::same_as<R, retracts> || std::same_as<R, supersedes> ? -1.0 : 0.0;
    });
}
/// The relations by which a statement takes a side on something.
template <class S>
std::vector<any_relation> sides_taken(typed_graph<S> const& g, any_node said, any_node on) {
    std::vector<any_relation> result;
    g.for_each_between(said, on, [&](any_relation r) {
        if (side_of(g, r) != 0) result.push_back(r);
    });
    return result;
}
/// Which side these relations take: 0 if there are none, nothing if they take both.
template <class S>
std::optional<double> side_taken(typed_graph<S> const& g, std::vector<any_relation> const& sides) {
    if (sides.empty()) return 0;
    auto const first = side_of(g, sides.front());
    bool const is_one = std::all_of(sides.begin(), sides.end(), [&](any_relation r) { return side_of(g, r) == first; });
    return is_one ? std::optional(first) : std::nullopt;
}

/// Lets a statement say otherwise: by the newest of its relations that take a side in words, the others of which only
/// mention. What takes back is taken away.
template <class S>
void switch_statement(supposition<S>& g, switch_to const& to) {
    if (to.value != 1 && to.value != -1 && to.value != 0)
        throw invalid_value("switch_to.value", number_text(to.value), "1, 0 or -1 for a statement");
    auto in_words = sides_taken<S>(g, to.who, to.target);
    if (side_taken<S>(g, in_words) == to.value) return;
    auto const force = to.value > 0 ? force::assert_ : to.value < 0 ? force::deny : force::mention;
    auto const others = std::stable_partition(in_words.begin(), in_words.end(),
                                              [&](any_relation r) { return g.template as<about>(r).has_value(); });
    std::vector<any_relation> const taking_back(others, in_words.end());
    in_words.erase(others, in_words.end());
    if (in_words.empty() && to.value != 0) g.relate_any(to.who, to.target, about{force});
    if (!in_words.empty()) {
        auto const newest = newest_of<S>(g, in_words);
        bool const says_so = side_of<S>(g, newest) == to.value;
        for (auto const r : in_words)
            if (r != newest || !says_so) g.set(*g.template as<about>(r), about{r == newest ? force : force::mention});
    }
    g.take_away(taking_back);
}

/// Calls f with what relations of a type that take a side link to a node: their other ends, and the statements that
/// tell of them.
template <class R, class S, class F>
void for_each_side(typed_graph<S> const& g, any_node n, F f) {
    auto const visit = [&](any_relation r, any_node end) {
        if (side_of(g, r) == 0) return;
        f(end);
        if (auto const told = g.annotation(r).claimed_in; !told.is_null()) f(any_node(told));
    };
    for (auto const r : in<R>(g, n)) visit(r, g.source(any_relation(r)));
    for (auto const r : out<R>(g, n)) visit(r, g.target(any_relation(r)));
}

/// Everything that is linked to a claim by statements that take a side, the claim included.
template <class S>
std::vector<any_node> dispute_around(typed_graph<S> const& g, any_node claim) {
    std::unordered_set<any_node> seen{g.require(claim)};
    std::vector<any_node> result{claim};
    auto const add = [&](any_node n) {
        if (!is_holder(g, n) && seen.insert(n).second) result.push_back(n);
    };
    for (std::size_t i = 0; i < result.size(); ++i) {
        auto const n = result[i];
        for_each_side<about>(g, n, add);
        for_each_side<retracts>(g, n, add);
        for_each_side<supersedes>(g, n, add);
    }
    detail::sort(result);
    return result;
}

/// What a statement takes a side on, in order of insertion.
template <class S>
std::vector<any_node> taken_up(typed_graph<S> const& g, node<statement> said) {
    std::vector<any_node> result;
    auto const add = [&](auto const& all) {
        for (auto const r : all)
            if (side_of(g, any_relation(r)) != 0) result.push_back(g.target(any_relation(r)));
    };
    add(out<about>(g, said));
    add(out<retracts>(g, said));
    add(out<supersedes>(g, said));
    detail::sort(result);
    result.erase(std::unique(result.begin(), result.end()), result.end());
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

/// Every change of what one statement says that can turn the standing of a claim: of the statements about it and about
/// these, of those that take one of them back, and of whatever else disputes link to it. Each statement affirms,
/// denies, or takes no side on what it took another side on; what it takes back then stands. What it says of somebody
/// it can only leave unsaid.
///
/// The standing of a claim follows from statements, not from positions (see `claims`): for `what_turns` these are the
/// candidates where none that `switches_on` lists matters. New statements are not tried.
/// @code
/// what_turns(world, switches_about(world, claim), [&](auto const& g) { return claim_of(g, claim).status; })
/// @endcode
/// @param g the record
/// @param claim an issue or a statement
/// @param values of 1, -1 and 0 those that are tried; others are no side of a statement, and passed over
/// @return by statement, then by what it is about, both in order of insertion, then in the order of the values
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(r log r) for the r relations of the linked disputes
template <stance_schema S>
[[nodiscard]] std::vector<switch_to> switches_about(typed_graph<S> const& g, any_node claim,
                                                    std::vector<double> const& values = {1, -1, 0}) {
    std::vector<switch_to> result;
    for (auto const n : detail::dispute_around(g, claim)) {
        auto const said = g.template as<statement>(n);
        if (!said) continue;
        for (auto const target : detail::taken_up(g, *said)) {
            auto const now = detail::side_taken(g, detail::sides_taken(g, n, target));
            for (double const value : values) {
                bool const is_one = value == 0 || ((value == 1 || value == -1) && !detail::is_holder(g, target));
                if (is_one && value != now) result.push_back({n, target, value});
            }
        }
    }
    return result;
}

} // namespace geostance

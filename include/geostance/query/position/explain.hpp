// SPDX-License-Identifier: BSL-1.0
/// @file
/// Explanations: a position as a tree of reasons that ends in source and locator.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/position/position.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// A sentence, and the reasons for it. Prints as an indented tree.
struct reason {
    std::string text{};            ///< the sentence
    any_relation relation{};       ///< the relation that it tells; null for a summary
    std::vector<reason> because{}; ///< what it rests on
};

/// Writes the tree, a line a reason, each level indented by two spaces.
inline std::ostream& operator<<(std::ostream& out, reason const& root) {
    std::vector<std::pair<reason const*, std::size_t>> waiting{{&root, 0}};
    while (!waiting.empty()) {
        auto const [now, depth] = waiting.back();
        waiting.pop_back();
        out << std::string(2 * depth, ' ') << (depth == 0 ? "" : "- ") << safe_text(now->text) << '\n';
        for (auto child = now->because.rbegin(); child != now->because.rend(); ++child)
            waiting.emplace_back(&*child, depth + 1);
    }
    return out;
}

namespace detail {

template <stance_schema S>
reason explain_evidence(typed_graph<S> const& g, any_node who, evidence const& e) {
    reason result{describe(g, e.relation), e.relation, {}};
    if (e.repeats) result.text += " (reports what is counted already)";
    if (e.holds == certainty::maybe) result.text += " (may not hold that day)";
    if (e.whose != who && e.how != derivation::inherited) {
        std::string link = name_of(g, e.whose);
        link += " speaks or acts for ";
        link += name_of(g, who);
        result.because.push_back({safe_text(link), {}, {}});
    }
    auto const add_link = [&](char const* how, any_relation link) {
        if (!link.is_null()) result.because.push_back({how + describe(g, link), link, {{citation(g, link), link, {}}}});
    };
    add_link("inherited: ", e.membership);
    add_link("carried over: ", e.via);
    provenance const& p = g.annotation(e.relation);
    if (!p.note.empty()) result.because.push_back({safe_text(p.note), e.relation, {}});
    if (!p.claimed_in.is_null())
        result.because.push_back({"claimed in: " + describe_statement(g, p.claimed_in), e.relation, {}});
    result.because.push_back({citation(g, e.relation), e.relation, {}});
    return result;
}

} // namespace detail

/// Why somebody's position is what it is: a tree that ends in words, source and locator.
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading
/// @return the position in a sentence; below it each relation that it rests on; below these, how they bear on it, in
///         whose words, and where that can be read
/// @throws invalid_handle; invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `position_of`
template <stance_schema S>
[[nodiscard]] reason explain(typed_graph<S> const& g, position_holder<S> auto who, position_target<S> auto target,
                             lens const& asked = {}) {
    auto const found = position_of(g, who, target, asked);
    reason root{safe_text(name_of(g, who)), {}, {}};
    if (found.attitude == attitude::none) {
        root.text += " has no recorded position on ";
        root.text += safe_text(name_of(g, target));
        return root;
    }
    root.text += found.attitude == attitude::supports || found.attitude == attitude::opposes ? " " : " is ";
    root.text += to_string(found.attitude);
    root.text += found.attitude == attitude::supports || found.attitude == attitude::opposes ? " " : " on ";
    root.text += safe_text(name_of(g, target)) + ": " + detail::rounded_text(found.value) + " from " +
                 std::to_string(found.number) + (found.number == 1 ? " piece of evidence" : " pieces of evidence");
    for (auto const& e : found.rests_on) root.because.push_back(detail::explain_evidence(g, any_node(who), e));
    return root;
}

} // namespace geostance

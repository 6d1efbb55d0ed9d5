// SPDX-License-Identifier: BSL-1.0
/// @file
/// Explanations: a position as a tree of reasons that ends in source and locator.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/position/not_counted.hpp>
#include <geostance/query/position/position.hpp>

#include <cstddef>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// A sentence, and the reasons for it. Prints as an indented tree.
struct reason {
    std::string text{};                ///< the sentence
    any_relation relation{};           ///< the relation that it reports; null for a summary
    std::vector<reason> because{};     ///< what it rests on
    std::vector<reason> not_counted{}; ///< what it does not rest on though it might seem to, and why it does not
};

/// Writes the tree, a line a reason, each level indented by two spaces.
/// @param out gets the text
/// @param root the reason at its top
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, reason const& root) {
    detail::lean_vector<std::pair<reason const*, std::size_t>> waiting{{&root, 0}};
    while (!waiting.empty()) {
        auto const [now, depth] = waiting.back();
        waiting.pop_back();
        out << std::string(2 * depth, ' ') << (depth == 0 ? "" : "- ") << safe_text(now->text) << '\n';
        for (auto const* children : {&now->not_counted, &now->because})
            for (auto i = children->size(); i-- > 0;) waiting.push_back({&(*children)[i], depth + 1});
    }
    return out;
}

namespace detail {

template <stance_schema S>
reason explain_evidence(reading<S> const& record, any_node who, any_node target, evidence const& piece) {
    auto const& g = record.graph();
    reason result{(piece.replaced ? "before: " : "") + describe(g, piece.relation), piece.relation, {}, {}};
    if (piece.repeats) result.text += " (reports what is counted already)";
    if (piece.holds == certainty::maybe) result.text += " (may not hold that day)";
    if (piece.whose != who && piece.how != derivation::inherited) {
        std::string link = name_of(g, piece.whose);
        link += " speaks or acts for ";
        link += name_of(g, who);
        result.because.push_back({safe_text(link), {}, {}, {}});
    }
    auto const add_link = [&](char const* how, any_relation link) {
        result.because.push_back({how + describe(g, link), link, {{citation(g, link), link, {}, {}}}, {}});
    };
    if (!piece.membership.is_null()) add_link("inherited: ", piece.membership);
    if (!piece.via.is_null())
        for (auto const link : carrying_motions<S>(record, target).route_from(g.target(piece.relation)))
            add_link("carried over: ", link);
    provenance const& p = g.annotation(piece.relation);
    if (!p.note.empty()) result.because.push_back({safe_text(p.note), piece.relation, {}, {}});
    if (!p.claimed_in.is_null())
        result.because.push_back({"claimed in: " + describe_statement(g, p.claimed_in), piece.relation, {}, {}});
    result.because.push_back({citation(g, piece.relation), piece.relation, {}, {}});
    return result;
}

/// The reason why a lens refuses something, as words that may follow "not counted, as".
inline char const* words_for(refusal why) noexcept {
    switch (why) {
    case refusal::channel: return "it is of another channel";
    case refusal::facet: return "it is about another side";
    case refusal::credibility: return "it is not credible enough";
    case refusal::left_out: return "it is left out";
    case refusal::known_later: return "it was known only later";
    case refusal::account: return "it is in another account";
    case refusal::withdrawn: return "it was taken back";
    case refusal::disowned: return "it was disowned";
    case refusal::day: return "it does not hold then";
    case refusal::uncertain: return "it only may hold";
    }
    return "";
}

/// What a withdrawal does, as words that may follow "not counted, as".
template <stance_schema S>
char const* words_for_withdrawal(typed_graph<S> const& g, any_relation by) {
    if (g.template get_if<supersedes>(by) != nullptr) return "it was replaced";
    if (g.template get_if<corrects>(by) != nullptr) return "it was corrected";
    return words_for(refusal::withdrawn);
}

/// One refused relation as a sentence, with the reason and who withdrew it.
template <stance_schema S>
reason explain_refused(typed_graph<S> const& g, refused const& left_out) {
    bool const is_withdrawn = left_out.why == refusal::withdrawn && !left_out.by.is_null();
    std::string why = is_withdrawn ? words_for_withdrawal(g, left_out.by) : words_for(left_out.why);
    if (!left_out.by.is_null()) {
        auto const later = g.template as<statement>(g.source(left_out.by));
        why += " by " + (later ? describe_statement(g, *later) : safe_text(name_of(g, g.source(left_out.by))));
    } else if (auto const said = g.annotation(left_out.relation).claimed_in; left_out.why == refusal::account) {
        why += said.is_null() ? ": the sources' voice" : ": " + describe_statement(g, said);
    }
    return {"not counted, as " + why + ": " + describe(g, left_out.relation),
            left_out.relation,
            {{citation(g, left_out.relation), left_out.relation, {}, {}}},
            {}};
}

/// All relations that bear on a position and are refused by the lens, in order of insertion.
template <stance_schema S>
std::vector<reason> explain_all_refused(reading<S> const& record, any_node who, any_node target) {
    auto const all = all_refused(record, who, target);
    std::vector<reason> result;
    result.reserve(all.size());
    for (auto const& r : all) result.push_back(explain_refused(record.graph(), r));
    return result;
}

inline char const* verb_of(attitude a) noexcept {
    return a == attitude::supports || a == attitude::opposes ? " " : " is ";
}
inline char const* preposition_of(attitude a) noexcept {
    return a == attitude::supports || a == attitude::opposes ? " " : " on ";
}

template <stance_schema S>
reason explain_any(typed_graph<S> const& g, any_node who, any_node target, lens const& asked) {
    reading<S> const record(g, asked);
    auto const found = position_from(record, gather(record, who, target));
    reason root{safe_text(name_of(g, who)), {}, {}, explain_all_refused(record, who, target)};
    auto const name = safe_text(name_of(g, target));
    if (found.attitude == attitude::none) {
        root.text += " has no recorded position on " + name;
        return root;
    }
    root.text += verb_of(found.attitude);
    root.text += to_string(found.attitude);
    root.text += preposition_of(found.attitude) + name + ": " + rounded_text(found.value) + " from " +
                 std::to_string(found.number) + (found.number == 1 ? " piece of evidence" : " pieces of evidence");
    if (found.attitude == attitude::neutral && found.value != 0)
        root.text += ", which is within " + rounded_text(asked.neutral_within) + " of 0";
    for (bool const replaced : {false, true})
        for (auto const& e : found.rests_on)
            if (e.replaced == replaced) root.because.push_back(explain_evidence(record, who, target, e));
    return root;
}

} // namespace detail

/// Why somebody's position is what it is: a tree that ends in words, source and locator.
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading
/// @return the position in a sentence; below it each relation that it rests on, then the relations that these replaced
///         ("before"), each with how it bears on the position, in whose words, and where it can be read; last what was
///         refused, and why
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `position_of`
template <stance_schema S>
[[nodiscard]] reason explain(typed_graph<S> const& g, position_holder<S> auto who, position_target<S> auto target,
                             lens const& asked = {}) {
    return detail::explain_any(g, any_node(who), any_node(target), asked);
}

} // namespace geostance

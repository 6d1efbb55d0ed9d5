// SPDX-License-Identifier: BSL-1.0
/// @file
/// Relations, statements and sources in a line of text, for reports and explanations.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/graph/overlay.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/claim/statements.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace geostance {

namespace detail {

/// The verb phrase between the names of the two ends.
inline std::string verb(stance const& s) {
    std::string text = s.value > 0 ? "is for" : s.value < 0 ? "is against" : "is neutral on";
    if (s.channel == channel::material)
        text = s.value > 0 ? "acts in support of" : s.value < 0 ? "acts against" : "deals with";
    return text;
}
inline std::string verb(casts const& c) {
    switch (c.vote) {
    case ballot::yes: return "votes yes on";
    case ballot::no: return c.veto ? "votes no, a veto, on" : "votes no on";
    case ballot::abstain: return "abstains on";
    case ballot::present_not_voting: return "is present and does not vote on";
    case ballot::absent: return "is absent from the vote on";
    case ballot::not_a_member: return "is no member and has no vote on";
    }
    return "votes on";
}
inline std::string verb(sponsors const&) { return "sponsors"; }
inline std::string verb(acts_toward const& a) { return "acts (" + to_string(a.event) + ") toward"; }
inline std::string verb(affects const& a) {
    return a.value > 0 ? "works for" : a.value < 0 ? "works against" : "touches";
}
inline std::string verb(member_of const& m) { return "is a member of" + (m.role.empty() ? "" : " (" + m.role + ")"); }
inline std::string verb(part_of const&) { return "is part of"; }
inline std::string verb(succeeds const&) { return "succeeds"; }
inline std::string verb(speaks_for const& s) { return "speaks for" + (s.role.empty() ? "" : " (" + s.role + ")"); }
inline std::string verb(makes const& m) {
    std::string text = "says";
    if (m.capacity == capacity::personal) text += ", speaking for nobody else";
    if (m.attribution == attribution::background) text += ", on background";
    if (m.attribution == attribution::anonymous) text += ", anonymously";
    if (m.attribution == attribution::leaked) text += ", in words that were leaked";
    return text + ':';
}
inline std::string verb(about const& a) { return "(" + std::string(to_string(a.force)) + ") is about"; }
inline std::string verb(would const& w) { return "would " + std::string(to_string(w.effect)); }
inline std::string verb(allied_with const&) { return "is allied with"; }
inline std::string verb(carries_out const& c) { return "carries out" + (c.role.empty() ? "" : " (" + c.role + ")"); }
inline std::string verb(follows const&) { return "follows"; }
inline std::string verb(supersedes const&) { return "supersedes"; }
inline std::string verb(retracts const&) { return "retracts"; }
inline std::string verb(corrects const&) { return "corrects"; }
inline std::string verb(disowns const&) { return "disowns"; }
inline std::string verb(derives_from const&) { return "takes its content from"; }
inline std::string verb(addresses const&) { return "is addressed to"; }

/// What follows the sentence: value, facet.
inline std::string in_parentheses(std::string const& value, std::string const& facet) {
    if (value.empty() && facet.empty()) return {};
    return " (" + value + (value.empty() || facet.empty() ? "" : ", ") + (facet.empty() ? facet : "on " + facet) + ")";
}
template <class R>
std::string details_of(R const& payload) {
    constexpr bool has_value = requires { double(payload.value); };
    constexpr bool has_facet = requires { payload.facet.empty(); };
    std::string value;
    if constexpr (has_value) value = number_text(payload.value);
    if constexpr (has_facet) return in_parentheses(value, payload.facet);
    if constexpr (has_value) return in_parentheses(value, {});
    return value;
}

/// An enumerator as words: `very likely`.
template <named_enum E>
std::string words_of(E value) {
    std::string text(to_string(value));
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

/// The names of nodes: `A`, `A and B`, `A and B and C`.
template <class S, class Nodes>
std::string names_of(typed_graph<S> const& g, Nodes const& nodes) {
    std::string text;
    for (auto const n : nodes) text += (text.empty() ? "" : " and ") + name_of(g, n);
    return text;
}

} // namespace detail

/// A relation as a sentence: `Russia votes no, a veto, on renewal of the mandate`. One that is only supposed says so:
/// `Russia abstains on renewal of the mandate [supposed]`.
/// @param g the record
/// @param r the relation
/// @return the sentence, as `safe_text` shows it
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(length of the text)
template <stance_schema S>
[[nodiscard]] std::string describe(typed_graph<S> const& g, any_relation r) {
    std::string verb;
    std::string details;
    g.visit(r, [&]<class R>(R const& payload) {
        if constexpr (requires { detail::verb(payload); })
            verb = detail::verb(payload);
        else
            verb = detail::type_name<R>();
        details = detail::details_of(payload);
    });
    return safe_text(name_of(g, g.source(r)) + ' ' + verb + ' ' + name_of(g, g.target(r)) + details +
                     (is_supposed(g, r) ? " [supposed]" : ""));
}

namespace detail {

/// Adds a part of a list to a text.
inline void append_part(std::string& text, std::string const& part) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
}
/// Where a relation can be read, and what is thought of it, as it is recorded: publication, publisher, the day of
/// publication, locator, since when it holds, Admiralty letters, the analyst's judgements.
template <class S>
std::string place_of(typed_graph<S> const& g, provenance const& p) {
    std::string text;
    if (!p.publication.is_null()) {
        append_part(text, name_of(g, p.publication));
        append_part(text, g[p.publication].publisher);
        auto const day = g[p.publication].published;
        if (day.is_known()) append_part(text, "published " + to_string(day));
    }
    append_part(text, p.locator);
    if (p.valid.from.is_known() || p.valid.to.is_known())
        append_part(text, "valid " + to_string(p.valid) + (p.inferred ? " (inferred)" : ""));
    if (p.reliability != reliability::cannot_be_judged || p.credibility != credibility::cannot_be_judged)
        append_part(text, std::string(to_string(p.reliability)) + std::string(to_string(p.credibility)));
    if (p.likelihood != likelihood::not_judged) append_part(text, words_of(p.likelihood));
    if (p.confidence != confidence::not_judged) append_part(text, words_of(p.confidence) + " confidence");
    return text;
}

} // namespace detail

/// Where a relation can be read, and what is thought of it: publication, publisher, `published` and its day, locator,
/// `valid` and the days on which it holds, Admiralty letters, the analyst's judgements, the quoted words;
/// `no source recorded` if nothing is recorded.
/// @param g the record
/// @param r the relation
/// @return the parts that are recorded, between commas, as `safe_text` shows them
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(length of the text)
template <stance_schema S>
[[nodiscard]] std::string citation(typed_graph<S> const& g, any_relation r) {
    provenance const& p = g.annotation(r);
    auto text = detail::place_of(g, p);
    if (!p.quote.empty())
        detail::append_part(text,
                            "\"" + p.quote.str() + "\"" + (p.language.empty() ? "" : " (" + p.language.str() + ")"));
    return text.empty() ? "no source recorded" : safe_text(text);
}

/// A statement as a line: its speakers, in the source's word for them if that differs, the day, the venue, whom it
/// addresses, and what was said.
/// @param g the record
/// @param said the statement
/// @return the line, as `safe_text` shows it
/// @throws invalid_handle for a handle that is null or of another graph
/// @par Complexity
/// O(length of the text)
template <stance_schema S>
[[nodiscard]] std::string describe_statement(typed_graph<S> const& g, node<statement> said) {
    std::vector<any_node> addressed;
    for (auto const r : out<addresses>(g, said)) addressed.push_back(g.target(any_relation(r)));
    auto const speakers = speakers_of(g, said);
    std::string line = speakers.empty() ? "somebody who is not recorded" : detail::names_of(g, speakers);
    statement const& s = g[said];
    if (!s.wording.empty()) line += " (" + s.wording + ")";
    if (s.said.is_known()) line += ", " + to_string(s.said);
    if (!s.venue.empty()) line += ", " + s.venue.str();
    if (!addressed.empty()) line += ", to " + detail::names_of(g, addressed);
    return safe_text(line + ": " + name_of(g, said));
}

} // namespace geostance

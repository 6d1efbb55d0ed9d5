// SPDX-License-Identifier: BSL-1.0
#include "evidence.hpp"

#include "names.hpp"

#include <geostance/detail/type_name.hpp>
#include <geostance/query/describe.hpp>

namespace explorer {

namespace {

template <class E>
std::string word(E value) {
    return std::string(to_string(value));
}

/// A date; nothing where it is unknown.
cell day(gs::date d) { return d.is_known() || d.precision() == gs::precision::open ? text(to_string(d)) : cell(); }

/// The Admiralty letters: `A2`; nothing where neither is judged.
std::string letters(gs::provenance const& p) {
    if (p.reliability == gs::reliability::cannot_be_judged && p.credibility == gs::credibility::cannot_be_judged)
        return {};
    return word(p.reliability) + word(p.credibility);
}

/// The value that a relation has itself.
cell own_value(gs::stance_graph const& world, gs::any_relation r) {
    return world.visit(r, []<class R>(R const& payload) {
        if constexpr (requires { double(payload.value); })
            return number(double(payload.value));
        else
            return cell();
    });
}

std::string type_of(gs::stance_graph const& world, gs::any_relation r) {
    return world.visit(r, []<class R>(R const&) { return std::string(gs::detail::type_name<R>()); });
}

/// Who claims a relation; empty where the publication says so in its own voice.
std::vector<gs::any_node> speakers(gs::stance_graph const& world, gs::provenance const& from) {
    return from.claimed_in.is_null() ? std::vector<gs::any_node>() : speakers_of(world, from.claimed_in);
}

/// A relation in words; nothing where there is none.
cell sentence(gs::stance_graph const& world, gs::any_relation r) {
    return r.is_null() ? cell() : text(describe(world, r));
}
/// What f says of the statement in which a relation is claimed, if it is claimed in any.
template <class F>
cell of_statement(gs::stance_graph const& world, proof const& p, F const& f) {
    auto const said = world.annotation(p.relation).claimed_in;
    return said.is_null() ? cell() : f(said);
}
/// What f says of the publication in which a relation can be read, if there is any.
template <class F>
cell of_publication(gs::stance_graph const& world, proof const& p, F const& f) {
    auto const publication = world.annotation(p.relation).publication;
    return publication.is_null() ? cell() : f(publication);
}
/// A judgement; nothing where nobody judged.
template <class E>
cell judgement(E value) {
    return value == E::not_judged ? cell() : cell(word(value));
}

/// Why a piece of evidence counts for the one asked about, or why it does not count.
std::string bearing(gs::stance_graph const& world, proof const& p) {
    if (!p.bears) return p.role.empty() ? "" : " [" + p.role + "]";
    auto const& e = *p.bears;
    std::string result;
    auto const add = [&](std::string const& part) { result += (result.empty() ? "" : "; ") + part; };
    if (e.is_derived()) add(p.role);
    if (!e.via.is_null()) add(describe(world, e.via));
    if (!e.membership.is_null()) add(describe(world, e.membership));
    if (e.holds == gs::certainty::maybe) add("may not hold that day");
    if (e.repeats) add("repeats what is counted already");
    if (e.replaced) add("before; something newer replaced it");
    return result.empty() ? "" : " [" + result + "]";
}

/// In whose words it stands, and on which day they were said.
std::string in_whose_words(gs::stance_graph const& world, gs::provenance const& from) {
    if (from.claimed_in.is_null()) return {};
    auto const day = world[from.claimed_in].said;
    return "says " + listed(world, speakers(world, from)) + (day.is_known() ? ", " + to_string(day) : "") + "; ";
}

} // namespace

std::vector<proof> proofs_of(std::vector<gs::evidence> const& found) {
    std::vector<proof> result;
    result.reserve(found.size());
    for (auto const& e : found) result.push_back({e.relation, word(e.how), e});
    return result;
}

std::vector<proof> proofs_of(std::vector<gs::any_relation> const& found, std::string const& role) {
    std::vector<proof> result;
    result.reserve(found.size());
    for (auto const r : found) result.push_back({r, role, {}});
    return result;
}

std::vector<evidence_column> const& evidence_columns() {
    using world = gs::stance_graph const&;
    using piece = proof const&;
    static const std::vector<evidence_column> columns{
        {"relation", "the type of the relation", [](world w, piece p) { return cell(type_of(w, p.relation)); }},
        {"from", "where it begins", [](world w, piece p) { return text(name_of(w, w.source(p.relation))); }},
        {"to", "where it ends", [](world w, piece p) { return text(name_of(w, w.target(p.relation))); }},
        {"sentence", "the relation in words", [](world w, piece p) { return cell(describe(w, p.relation)); }},
        {"role", "how it bears on the answer", [](world, piece p) { return text(p.role); }},
        {"value", "what it contributes, in [-1, 1]",
         [](world w, piece p) { return p.bears ? number(p.bears->value) : own_value(w, p.relation); }},
        {"weight", "how much it weighs, in (0, 1]",
         [](world, piece p) { return p.bears ? number(p.bears->weight) : cell(); }},
        {"repeats", "whether it reports what is counted already",
         [](world, piece p) { return p.bears ? cell(p.bears->repeats) : cell(); }},
        {"replaced", "whether something newer took its place",
         [](world, piece p) { return p.bears ? cell(p.bears->replaced) : cell(); }},
        {"holds", "whether it holds on the day asked about: yes or maybe",
         [](world, piece p) { return p.bears ? cell(word(p.bears->holds)) : cell(); }},
        {"via", "the effect by which a position on a motion is carried over",
         [](world w, piece p) { return p.bears ? sentence(w, p.bears->via) : cell(); }},
        {"membership", "the membership by which it is inherited",
         [](world w, piece p) { return p.bears ? sentence(w, p.bears->membership) : cell(); }},
        {"said_by", "who says so; empty where the source does in its own voice",
         [](world w, piece p) { return cell(names_of(w, speakers(w, w.annotation(p.relation)))); }},
        {"said_in", "the statement",
         [](world w, piece p) { return of_statement(w, p, [&](auto said) { return text(name_of(w, said)); }); }},
        {"said_on", "its day",
         [](world w, piece p) { return of_statement(w, p, [&](auto said) { return day(w[said].said); }); }},
        {"publication", "where it can be read",
         [](world w, piece p) { return of_publication(w, p, [&](auto n) { return text(name_of(w, n)); }); }},
        {"publisher", "who published it",
         [](world w, piece p) { return of_publication(w, p, [&](auto n) { return text(w[n].publisher); }); }},
        {"published", "when it was published",
         [](world w, piece p) { return of_publication(w, p, [&](auto n) { return day(w[n].published); }); }},
        {"address", "its URL or DOI",
         [](world w, piece p) { return of_publication(w, p, [&](auto n) { return text(w[n].address); }); }},
        {"locator", "the place in the publication",
         [](world w, piece p) { return text(w.annotation(p.relation).locator); }},
        {"valid_from", "since when it holds",
         [](world w, piece p) { return day(w.annotation(p.relation).valid.from); }},
        {"valid_to", "until when it holds", [](world w, piece p) { return day(w.annotation(p.relation).valid.to); }},
        {"inferred", "whether the dates are inferred",
         [](world w, piece p) { return cell(w.annotation(p.relation).inferred); }},
        {"letters", "reliability and credibility: A1 to F6",
         [](world w, piece p) { return text(letters(w.annotation(p.relation))); }},
        {"likelihood", "how likely it is that it holds",
         [](world w, piece p) { return judgement(w.annotation(p.relation).likelihood); }},
        {"confidence", "how sure the analyst is of that",
         [](world w, piece p) { return judgement(w.annotation(p.relation).confidence); }},
        {"quote", "what stands there, word for word",
         [](world w, piece p) { return text(w.annotation(p.relation).quote.str()); }},
        {"language", "the language of the quote",
         [](world w, piece p) { return text(w.annotation(p.relation).language.str()); }},
        {"note", "what is said there, in the record's own words",
         [](world w, piece p) { return text(w.annotation(p.relation).note.str()); }},
    };
    return columns;
}

std::vector<std::string> lines_of(gs::stance_graph const& world, proof const& p) {
    auto const& from = world.annotation(p.relation);
    std::vector<std::string> result{describe(world, p.relation) + bearing(world, p)};
    std::string source = in_whose_words(world, from) + citation(world, p.relation);
    if (!from.note.empty()) source += ": " + from.note.str();
    result.push_back(std::move(source));
    return result;
}

} // namespace explorer

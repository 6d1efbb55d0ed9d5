// SPDX-License-Identifier: BSL-1.0
// What the briefing prints with: nodes by any name, and answers with their evidence.
#pragma once

#include <geostance/geostance.hpp>
#include <iostream>

namespace gs = geostance;

/// The node of that name: an actor, or else an alliance, an issue or a statement.
inline gs::any_node named(gs::stance_graph const& world, std::string_view name) {
    if (auto const found = world.find<gs::actor>(name)) return gs::any_node(*found);
    if (auto const found = world.find<gs::alliance>(name)) return gs::any_node(*found);
    if (auto const found = world.find<gs::issue>(name)) return gs::any_node(*found);
    if (auto const found = world.find<gs::statement>(name)) return gs::any_node(*found);
    return gs::any_node(world.at<gs::actor>(name)); // not there: the error tells the nearest names
}

inline void line(std::string const& text) { std::cout << "    " << gs::safe_text(text) << '\n'; }
inline std::string names(gs::stance_graph const& world, std::vector<gs::any_node> const& nodes) {
    std::string text;
    for (auto const n : nodes) text += (text.empty() ? "" : ", ") + name_of(world, n);
    return text.empty() ? "nobody" : text;
}
inline void line(gs::stance_graph const& world, std::vector<gs::any_node> const& nodes) { line(names(world, nodes)); }

/// Whose words, which source, which place, what is said there, and what is to be added.
inline void cite(gs::stance_graph const& world, gs::any_relation r, char const* remark = "") {
    auto const& from = world.annotation(r);
    std::string text = "  - ";
    if (!from.claimed_in.is_null()) text += names(world, speakers_of(world, from.claimed_in)) + " in ";
    if (!from.publication.is_null()) text += world[from.publication].publisher + ", ";
    line(text + from.locator + ": " + (from.note.empty() ? describe(world, r) : from.note.str()) + remark);
}

/// A position, and below it each piece of evidence.
inline void tell(gs::stance_graph const& world, gs::any_node who, gs::any_node target, gs::lens const& asked = {}) {
    line(explain(world, who, target, asked).text);
    for (auto const& piece : position_of(world, who, target, asked).rests_on)
        cite(world, piece.relation, piece.repeats ? " (reports what is counted already)" : "");
}
inline void tell(gs::stance_graph const& world, std::vector<gs::holding> const& holders, gs::any_node target,
                 gs::lens const& asked = {}) {
    for (auto const& holder : holders) tell(world, holder.who, target, asked);
}

/// The claims in dispute, who asserts them and who denies them.
inline void tell_disputes(gs::stance_graph const& world) {
    for (auto const& dispute : contested(world)) {
        line(dispute.claim);
        for (auto const r : dispute.assertions) cite(world, r);
        for (auto const r : dispute.denials) cite(world, r);
    }
}
inline void tell_statements(gs::stance_graph const& world, gs::any_node who, gs::lens const& asked = {}) {
    for (auto const said : statements_of(world, who, asked)) line(describe_statement(world, said));
}

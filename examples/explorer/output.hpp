// SPDX-License-Identifier: BSL-1.0
/// @file
/// The four shapes of an answer. Each writer takes the same rows.
#pragma once

#include "lens_options.hpp"
#include "question.hpp"

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

namespace explorer {

/// A question, the readings under which it was asked, and what it answers under each.
struct answered {
    question const& asked;         ///< the question
    std::vector<reading> under{};  ///< the readings
    std::vector<answer> answers{}; ///< one for each
};

/// How an answer is written.
struct style {
    bool evidence = true;  ///< whether each row is followed by its evidence
    bool colour = false;   ///< whether text is coloured
    std::size_t width = 0; ///< where lines of text are broken, in columns; 0 = nowhere
};

/// The columns that say under which reading a row was found: those of `at`, `known_by` and `by` that the question
/// reads.
std::vector<std::string> reading_columns(reads parts);
/// What stands in them.
std::vector<cell> reading_cells(reads parts, reading const& under);

/// Sentences for people.
void write_text(std::ostream& out, gs::stance_graph const& world, answered const& given, style const& how);
/// An object a row: the question, the reading, the columns, the evidence.
void write_json_lines(std::ostream& out, gs::stance_graph const& world, answered const& given, style const& how);
/// A line a row, or, with the evidence, a line a piece of evidence.
void write_csv(std::ostream& out, gs::stance_graph const& world, answered const& given, style const& how);
/// What the answers note, for people beside what is written for programs: each line once.
void write_notes(std::ostream& out, answered const& given);
/// A drawing of the relations that the answers rest on, for Graphviz.
void write_dot(std::ostream& out, gs::stance_graph const& world, answered const& given);

} // namespace explorer

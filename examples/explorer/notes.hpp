// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is recorded but does not count in an answer, in a line: so that "nothing counts" does not look like "nothing is
/// recorded".
#pragma once

#include "question.hpp"

#include <geostance/query/position/refusal.hpp>

#include <string>
#include <vector>

namespace explorer {

/// A line on what was taken back or disowned, and, where nothing counts, on everything else that does not; none where
/// there is nothing to say.
/// @param q the question, whose last word is the target
/// @param found what `gs::not_counted` found
std::vector<std::string> notes_on(asking const& q, std::vector<gs::refused> const& found, bool nothing_counts);
/// The same for a question about the position of its first word on its second.
std::vector<std::string> notes_on_position(asking const& q, bool nothing_counts);

/// The publications that took their report from one of some nodes, from these, and so on.
std::vector<gs::any_node> copies_of(gs::stance_graph const& world, std::vector<gs::any_node> const& nodes);
/// `1 office, 2 memberships`: what only that tells which a lens leaves out; empty where there is none.
std::string offices_lost(gs::stance_graph const& world, gs::lens const& asked);
/// Lines on what a lens leaves out beside the nodes that it names, and on the copies that it leaves in.
std::vector<std::string> notes_on_left_out(gs::stance_graph const& world, gs::lens const& asked);

/// A word as a shell takes it.
std::string shell_word(std::string const& word);
/// `2 relations`, `1 relation`.
std::string counted(std::size_t n, std::string const& one, std::string const& several);

} // namespace explorer

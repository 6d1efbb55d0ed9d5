// SPDX-License-Identifier: BSL-1.0
/// @file
/// The seed: what one news article of March 2024 says of Russia, North Korea and a vetoed panel, as a graph.
#pragma once

#include <geostance/seed/detail/panel_veto_2024_rows.hpp>

namespace geostance::seed {

/// Russia's veto of the panel of experts on North Korea, as one article reported it in March 2024: who stands where,
/// in whose words, since when, and in which paragraph.
///
/// Everything is in the record's own words; the article is cited by paragraph, its headline being paragraph 0.
/// What the article says in its own voice has no `claimed_in`. What somebody is reported to have said is claimed in a
/// statement, whether it is the speaker's own position or a claim about others. Blocs have the members that the
/// article gives them: none. Dates that the article leaves to be worked out, or that the record adds (since when
/// offices and bodies have existed, the panel's mandate), are marked `inferred`.
///
/// Values have two steps: 1 and -1 for taking a side outright, in words, by vote or in deeds; 0.5 and -0.5 for less:
/// finding fault, challenging, not seeking. What somebody does is `material`; what somebody says, wants or is judged to
/// be is `verbal`.
/// An effect of 0 is one whose direction the article does not say there. Statements `mention` those whom they speak of
/// without taking a side.
/// Facets are `tactics toward North Korea`, `objectivity`, `methods` and `monitoring`.
/// @return a copy of the graph, yours to extend
/// @par Complexity
/// built once, on the first call; each call copies 54 nodes and 125 relations
/// @par Thread safety
/// Safe to call from several threads.
[[nodiscard]] inline stance_graph panel_veto_2024() { return detail::record_of<detail::panel_veto_2024_rows>(); }

} // namespace geostance::seed

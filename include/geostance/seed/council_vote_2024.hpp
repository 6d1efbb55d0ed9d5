// SPDX-License-Identifier: BSL-1.0
/// @file
/// A second record: the Security Council's vote of 28 March 2024, with all fifteen members, some of
/// their reasons, and reactions.
#pragma once

#include <geostance/seed/detail/council_vote_2024_rows.hpp>

namespace geostance::seed {

/// The Security Council's vote of 28 March 2024 on the mandate of its panel of experts on North Korea: the fifteen
/// members and how they voted, what Russia and the United States said to explain their votes, the reactions, earlier
/// decisions, and the pledges between North Korea and its allies.
///
/// It is a record of that day: of other years it has no members but those of 2024. Of the vote of May 2022 it has only
/// the two vetoes, so do not count the votes of that motion.
///
/// In the record's own words, from public reports of 28 and 29 March 2024 by AP, AFP, Reuters and UN press; the vote
/// record; and the alliance data of COW and ATOP. Which of the agencies reported a reaction first is not recorded, and
/// the day of a reaction is known to the month only; as none can precede the veto, it is taken to hold from the vote
/// on.
/// @return a copy of the graph, yours to extend
/// @par Complexity
/// built once, on the first call; each call copies 47 nodes and 80 relations
/// @par Thread safety
/// Safe to call from several threads.
[[nodiscard]] inline stance_graph council_vote_2024() { return detail::record_of<detail::council_vote_2024_rows>(); }

} // namespace geostance::seed

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A third record, of years: how fourteen states voted in the General Assembly on the embargo against Cuba, 2010 to
/// 2019.
#pragma once

#include <geostance/seed/detail/embargo_votes_rows.hpp>

namespace geostance::seed {

/// Nine roll calls of the General Assembly, one a year from 2010 to 2019, on a resolution that asks for an end of the
/// embargo which the United States imposes on Cuba, and the votes of fourteen states.
///
/// Each motion would end the embargo, so that a vote in favour is a position against the embargo. Each roll call is a
/// publication of its own, cited by the symbol of the resolution. Of 2018 the data have no roll call: how anybody voted
/// that year is unknown, as is the vote of Libya and of Sweden in 2011. Nothing else is recorded: no speech, no
/// sponsor, no other vote.
///
/// From the General Assembly voting data of Erik Voeten, as published in unvotes.
/// @return a copy of the graph, yours to extend
/// @par Complexity
/// built once, on the first call; each call copies 33 nodes and 134 relations
/// @par Thread safety
/// Safe to call from several threads.
[[nodiscard]] inline stance_graph embargo_votes() { return detail::record_of<detail::embargo_votes_rows>(); }

} // namespace geostance::seed

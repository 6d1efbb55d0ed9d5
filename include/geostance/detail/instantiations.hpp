// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the questions on a stance_graph instantiate, to be compiled once for a program. Declares it for those who
/// include geostance.hpp with `GEOSTANCE_SEPARATE_COMPILATION`, and defines it where src.hpp includes it: without a
/// guard, as src.hpp needs both.

#include <geostance/query/claim/claims.hpp>
#include <geostance/query/claim/contested.hpp>
#include <geostance/query/group/obligations.hpp>
#include <geostance/query/loose_ends.hpp>
#include <geostance/query/position/coverage.hpp>
#include <geostance/query/position/differences.hpp>
#include <geostance/query/position/explain.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/position.hpp>
#include <geostance/query/vote/votes.hpp>

#include <string>
#include <vector>

#ifndef GEOSTANCE_INSTANTIATE
#define GEOSTANCE_INSTANTIATE extern template
#define GEOSTANCE_INSTANTIATE_DECLARES
#endif

namespace geostance {

/// @cond
namespace detail {

GEOSTANCE_INSTANTIATE class reading<geopolitics>;
GEOSTANCE_INSTANTIATE class offices<geopolitics>;
GEOSTANCE_INSTANTIATE class voices<geopolitics>;
GEOSTANCE_INSTANTIATE class withdrawals<geopolitics>;

GEOSTANCE_INSTANTIATE std::vector<evidence> gather(reading<geopolitics> const&, any_node, any_node);
GEOSTANCE_INSTANTIATE std::vector<holding> holders_at(reading<geopolitics> const&, any_node);
GEOSTANCE_INSTANTIATE std::vector<holding> holders_with(attitude, stance_graph const&, any_node, lens const&,
                                                        actor_kinds);

} // namespace detail

GEOSTANCE_INSTANTIATE position position_of(stance_graph const&, any_node, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<holding> holders_of_positions(stance_graph const&, any_node, lens const&,
                                                                actor_kinds);
GEOSTANCE_INSTANTIATE std::vector<holding> supporters(stance_graph const&, any_node, lens const&, actor_kinds);
GEOSTANCE_INSTANTIATE std::vector<holding> opponents(stance_graph const&, any_node, lens const&, actor_kinds);
GEOSTANCE_INSTANTIATE reason explain(stance_graph const&, any_node, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<held_position> positions(stance_graph const&, lens const&, actor_kinds);
GEOSTANCE_INSTANTIATE std::vector<difference> differences(stance_graph const&, lens const&, lens const&,
                                                          differences_options const&);
GEOSTANCE_INSTANTIATE std::vector<claim_report> claims(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<dispute> contested(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<contradiction> contradictions(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<voter_ballot> votes_on(stance_graph const&, node<issue>, lens const&);
GEOSTANCE_INSTANTIATE vote_outcome outcome(stance_graph const&, node<issue>, voting_rule const&, lens const&);
GEOSTANCE_INSTANTIATE coverage_report coverage_of(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<loose_end> loose_ends(stance_graph const&);
GEOSTANCE_INSTANTIATE std::string describe_statement(stance_graph const&, node<statement>);
/// @endcond

} // namespace geostance

#ifdef GEOSTANCE_INSTANTIATE_DECLARES
#undef GEOSTANCE_INSTANTIATE
#undef GEOSTANCE_INSTANTIATE_DECLARES
#endif

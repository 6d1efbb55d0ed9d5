// SPDX-License-Identifier: BSL-1.0
/// @file
/// What programs on a stance_graph instantiate, to be compiled once for each. Declares it for those who include
/// geostance.hpp with `GEOSTANCE_SEPARATE_COMPILATION`, and defines it where src.hpp includes it: without a guard, as
/// src.hpp needs both.

#include <geostance/query/claim/claims.hpp>
#include <geostance/query/claim/contested.hpp>
#include <geostance/query/claim/statements.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/group/groups.hpp>
#include <geostance/query/group/obligations.hpp>
#include <geostance/query/loose_ends.hpp>
#include <geostance/query/path/paths.hpp>
#include <geostance/query/position/contradictions.hpp>
#include <geostance/query/position/coverage.hpp>
#include <geostance/query/position/differences.hpp>
#include <geostance/query/position/explain.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/position.hpp>
#include <geostance/query/position/robustness.hpp>
#include <geostance/query/position/shifts.hpp>
#include <geostance/query/position/timeline.hpp>
#include <geostance/query/position/words_and_deeds.hpp>
#include <geostance/query/vote/votes.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#ifndef GEOSTANCE_INSTANTIATE
#define GEOSTANCE_INSTANTIATE extern template
#define GEOSTANCE_INSTANTIATE_DECLARES
#endif

namespace geostance {

/// @cond
GEOSTANCE_INSTANTIATE class detail::columns<geopolitics::node_types>;
GEOSTANCE_INSTANTIATE class detail::columns<geopolitics::relation_types>;
GEOSTANCE_INSTANTIATE class detail::graph_store<geopolitics>;
GEOSTANCE_INSTANTIATE class typed_graph<geopolitics>;
GEOSTANCE_INSTANTIATE std::string const& name_of(stance_graph const&, any_node);
GEOSTANCE_INSTANTIATE std::string const& key_of(stance_graph const&, any_node);

#define GEOSTANCE_INSTANTIATE_NODE(T)                                                                                  \
    GEOSTANCE_INSTANTIATE std::uint32_t detail::graph_store<geopolitics>::add(T&&);                                    \
    GEOSTANCE_INSTANTIATE node<T> typed_graph<geopolitics>::add(T);                                                    \
    GEOSTANCE_INSTANTIATE node<T> typed_graph<geopolitics>::at<T>(std::string_view, spelling) const;                   \
    GEOSTANCE_INSTANTIATE std::optional<node<T>> typed_graph<geopolitics>::find<T>(std::string_view, spelling) const;
GEOSTANCE_INSTANTIATE_NODE(actor)
GEOSTANCE_INSTANTIATE_NODE(alliance)
GEOSTANCE_INSTANTIATE_NODE(statement)
GEOSTANCE_INSTANTIATE_NODE(issue)
GEOSTANCE_INSTANTIATE_NODE(publication)
#undef GEOSTANCE_INSTANTIATE_NODE

#define GEOSTANCE_INSTANTIATE_RELATION(R)                                                                              \
    GEOSTANCE_INSTANTIATE std::uint32_t detail::graph_store<geopolitics>::relate(std::uint32_t, std::uint32_t, R&&,    \
                                                                                 provenance&&);
GEOSTANCE_INSTANTIATE_RELATION(stance)
GEOSTANCE_INSTANTIATE_RELATION(casts)
GEOSTANCE_INSTANTIATE_RELATION(sponsors)
GEOSTANCE_INSTANTIATE_RELATION(acts_toward)
GEOSTANCE_INSTANTIATE_RELATION(affects)
GEOSTANCE_INSTANTIATE_RELATION(member_of)
GEOSTANCE_INSTANTIATE_RELATION(part_of)
GEOSTANCE_INSTANTIATE_RELATION(succeeds)
GEOSTANCE_INSTANTIATE_RELATION(speaks_for)
GEOSTANCE_INSTANTIATE_RELATION(makes)
GEOSTANCE_INSTANTIATE_RELATION(about)
GEOSTANCE_INSTANTIATE_RELATION(would)
GEOSTANCE_INSTANTIATE_RELATION(allied_with)
GEOSTANCE_INSTANTIATE_RELATION(carries_out)
GEOSTANCE_INSTANTIATE_RELATION(follows)
GEOSTANCE_INSTANTIATE_RELATION(supersedes)
GEOSTANCE_INSTANTIATE_RELATION(retracts)
GEOSTANCE_INSTANTIATE_RELATION(corrects)
GEOSTANCE_INSTANTIATE_RELATION(disowns)
GEOSTANCE_INSTANTIATE_RELATION(derives_from)
GEOSTANCE_INSTANTIATE_RELATION(addresses)
#undef GEOSTANCE_INSTANTIATE_RELATION

namespace detail {

GEOSTANCE_INSTANTIATE class reading<geopolitics>;
GEOSTANCE_INSTANTIATE class offices<geopolitics>;
GEOSTANCE_INSTANTIATE class voices<geopolitics>;
GEOSTANCE_INSTANTIATE class withdrawals<geopolitics>;
GEOSTANCE_INSTANTIATE class path_finder<geopolitics>;

GEOSTANCE_INSTANTIATE gathered gather(reading<geopolitics> const&, any_node, any_node);
GEOSTANCE_INSTANTIATE std::vector<holding> holders_at(reading<geopolitics> const&, any_node);
GEOSTANCE_INSTANTIATE std::vector<holding> holders_with(attitude, stance_graph const&, any_node, lens const&,
                                                        actor_kinds);

GEOSTANCE_INSTANTIATE position position_of_any(stance_graph const&, any_node, any_node, lens const&);
GEOSTANCE_INSTANTIATE reason explain_any(stance_graph const&, any_node, any_node, lens const&);
GEOSTANCE_INSTANTIATE group_stand group_position_any(stance_graph const&, any_node, any_node, lens);
GEOSTANCE_INSTANTIATE std::vector<dissent> dissenters_any(stance_graph const&, any_node, any_node, lens const&,
                                                          dissenters_options const&);
GEOSTANCE_INSTANTIATE std::vector<any_node> silent_any(stance_graph const&, any_node, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<shift> shifts_any(stance_graph const&, any_node, any_node, lens const&,
                                                    change_options const&);
GEOSTANCE_INSTANTIATE position_timeline timeline_any(stance_graph const&, any_node, any_node, lens const&);
GEOSTANCE_INSTANTIATE foundation foundation_of_any(stance_graph const&, any_node, any_node, lens const&,
                                                   foundation_options const&);
GEOSTANCE_INSTANTIATE std::vector<connection> connections_while(stance_graph const&, any_node, any_node, lens const&,
                                                                connections_options const&,
                                                                function_ref<bool(connection const&)>);
GEOSTANCE_INSTANTIATE words_and_deeds_result words_and_deeds_any(stance_graph const&, any_node, any_node, lens);

} // namespace detail

GEOSTANCE_INSTANTIATE std::vector<holding> holders_of_positions(stance_graph const&, any_node, lens const&,
                                                                actor_kinds);
GEOSTANCE_INSTANTIATE std::vector<held_position> positions(stance_graph const&, lens const&, actor_kinds);
GEOSTANCE_INSTANTIATE std::vector<difference> differences(stance_graph const&, lens const&, lens const&,
                                                          differences_options const&);
GEOSTANCE_INSTANTIATE std::vector<difference> changes_without(stance_graph const&, std::vector<any_node> const&,
                                                              lens const&);
GEOSTANCE_INSTANTIATE coverage_report coverage_of(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<claim_report> claims(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE claim_report claim_of(stance_graph const&, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<dispute> contested(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<node<statement>> statements_of(stance_graph const&, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<node<statement>> statements_about(stance_graph const&, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<any_node> principals_of(stance_graph const&, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<any_node> speakers_for(stance_graph const&, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<any_node> members_of(stance_graph const&, any_node, lens const&);
GEOSTANCE_INSTANTIATE bool may_commit(stance_graph const&, any_node, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<obligation> obligations(stance_graph const&, any_node, lens const&);
GEOSTANCE_INSTANTIATE std::vector<contradiction> contradictions(stance_graph const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<connection> connections(stance_graph const&, any_node, any_node, lens const&,
                                                          connections_options const&);
GEOSTANCE_INSTANTIATE implied_tie implied_sign(stance_graph const&, any_node, any_node, lens const&,
                                               connections_options);
GEOSTANCE_INSTANTIATE std::vector<voter_ballot> votes_on(stance_graph const&, node<issue>, lens const&);
GEOSTANCE_INSTANTIATE vote_outcome outcome(stance_graph const&, node<issue>, voting_rule const&, lens const&);
GEOSTANCE_INSTANTIATE std::vector<loose_end> loose_ends(stance_graph const&);
GEOSTANCE_INSTANTIATE std::string describe(stance_graph const&, any_relation);
GEOSTANCE_INSTANTIATE std::string citation(stance_graph const&, any_relation);
GEOSTANCE_INSTANTIATE std::string describe_statement(stance_graph const&, node<statement>);
/// @endcond

} // namespace geostance

#ifdef GEOSTANCE_INSTANTIATE_DECLARES
#undef GEOSTANCE_INSTANTIATE
#undef GEOSTANCE_INSTANTIATE_DECLARES
#endif

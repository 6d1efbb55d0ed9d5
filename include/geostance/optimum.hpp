// SPDX-License-Identifier: BSL-1.0
/// @file
/// The best camps of a signed network: frustration_index(), camps(), what checks their claims, and how they search.
/// optimum/landscape.hpp, a question of its own, is included by itself.
#pragma once

#include <geostance/optimum/bounds.hpp>            // IWYU pragma: export
#include <geostance/optimum/camps.hpp>             // IWYU pragma: export
#include <geostance/optimum/certificate.hpp>       // IWYU pragma: export
#include <geostance/optimum/dual_bound.hpp>        // IWYU pragma: export
#include <geostance/optimum/frustration_index.hpp> // IWYU pragma: export
#include <geostance/optimum/line_index.hpp>        // IWYU pragma: export
#include <geostance/optimum/search_options.hpp>    // IWYU pragma: export

/// @page optimum How the best camps are found
///
/// frustration_index() looks for the two camps that leave the least weight against them, camps() for at most k, or for
/// however many are best. Both are NP-hard. Each returns `bounds`: camps, which nobody can dispute (`upper` is what
/// they cost), and a number that no camps can beat (`lower`). Where the two meet, `exact` is true. A limit of time or
/// nodes ends the search with bounds that hold.
///
/// The search has floors. Each hands a smaller problem to the next, and turns the answer into one to its own. In
/// `optimum/detail/`:
///
/// 1. **whole weights** (`weighted_ties`) turns weights into whole numbers, so that no bound depends on
///    rounding. Where that is impossible it rounds down, and lower bounds stay bounds.
/// 2. **reduction** (`reduction`) joins a vertex to a neighbour that it follows in some best camps. Ties that
///    then run side by side are added up; what cancels costs its weight in any camps.
/// 3. **blocks** (`biconnected`, `blocks`, `divided_search`) splits what is left where a single vertex connects
///    two parts. No cycle leaves a block, so each is searched by itself, and the bounds are added.
/// 4. **camps from above** (`switching`, `camp_moves`) is a local search: it moves vertices and groups,
///    contracts vertices that agree, and starts again. In blocks that stay open, camps are heated and cooled down
///    (`annealing`) until the time is up; for two camps, each start is made of two good ones (`elite_sides`).
/// 5. **cycles from below** (`cycle_packing`) packs negative cycles that share no more of a tie than it weighs.
///    Any two camps break each, so their sum is a lower bound, which check_packing() verifies by definition.
/// 6. **elimination** (`vertex_elimination`) works where the block is narrow: it removes one vertex after the
///    other and tabulates the best cost for each choice of its neighbours' camps. The result is exact, however
///    large the block.
/// 7. **linear program** (`covering_program`, `cycle_cuts`, `hub_cuts`, `crowding_cuts`, `covering_search`) asks that
///    each negative cycle loses a tie; the cheapest fractional loss is a lower bound. Cycles that the solution violates
///    are added until none is left; then, for more than two camps, ties around one vertex of which several are lost
///    (`hub_cuts`). Branch and bound closes the gap that remains. What solves it is `chosen_solver`: the built-in
///    `covering_tableau` or, with the component `lp`, COIN-OR's CLP (`clp_program`), which takes larger blocks and less
///    memory. The bound does not rest on its arithmetic: its multipliers are rounded to whole ones that share no more
///    of a tie than it weighs, and what they prove is the bound.
/// 8. **semidefinite program** (`semidefinite_program`) puts unit vectors in place of two sides, or a matrix in place
///    of more camps (`camp_bound`). In dense blocks its dual proves more than cycles: `bounds::dual`, which
///    check_dual() verifies by definition. For two camps, in dense blocks of up to 150 vertices, `semidefinite_search`
///    adds triangle inequalities (`triangle_bound`) and branches on two vertices being on one side or on opposite ones.
///    The bound of each node is the sum of numbers for which a matrix surely has no negative eigenvalue, added up
///    without rounding.
/// 9. **enumeration** (`camp_enumeration`, `colouring`) tries, in small blocks, all camps that could still be
///    better; in small networks whose weights had to be rounded (`wide_search`), with the weights as they are.
///
/// `search_control` looks at the clock, asks `stop` and reports progress; every floor asks it. What the packing proves
/// is `bounds::packed`; what `lower` has beyond that comes from the programs, from branching, from elimination,
/// or from trying all cases. check_partition() and check_packing() share no code with any floor;
/// check_dual() shares exact sums, the test that a matrix is semidefinite, and what such a matrix shows.

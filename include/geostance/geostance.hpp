// SPDX-License-Identifier: BSL-1.0
/// @file
/// The core: the typed graph, the vocabulary and the queries. The rest is included by itself, and costs only those who
/// use it: signed networks (signed.hpp, optimum/, similarity/, query/network/), suppositions (query/whatif/,
/// graph/overlay.hpp), the sources of an answer and what each of them changes (query/position/sources.hpp and
/// leave_one_out.hpp), views of some relation types (graph/view.hpp), what compares and fills in records field by field
/// (model/same_content.hpp, fill_in.hpp and fields.hpp), readers and writers (io/), the field's data (data/), pages
/// (page/), several machines (mpi/) and the shipped records (seed/).

/// @page conventions Conventions
///
/// What holds in every header, and is therefore not said again in each.
///
/// @section promised What is promised
/// The headers under `geostance/` and the names in the namespaces `geostance`, `geostance::io` (which holds what is in
/// `data/`, too), `geostance::mpi`, `geostance::page` and `geostance::seed`.
/// Folders and namespaces called `detail` are not: they may change in any version. Include what you use: which other
/// headers a header includes is not promised either. Until version 1.0 a new minor version may change names.
///
/// @section letters Letters
/// What these name as parameters of functions and templates is the same everywhere (`tests/readme/letters.py` looks):
///
/// | letter | meaning |
/// |---|---|
/// | `g` | the graph, of whatever type; of two each is called by its part: `from`, `into`, `supposed`, `below`, `other` |
/// | `u`, `v`, `w`, `e` | vertices of a Boost.Graph graph or of a compact signed graph; an edge |
/// | `t`, `a` | a tie of a compact signed graph; an arc, which is a tie seen from one of its ends |
/// | `n`, `r` | a node and a relation of a typed graph; an `n` that is a number is one of things, or how many there are |
/// | `k` | the number of camps or classes |
/// | `p`, `d` | a period or a provenance; a date |
/// | `in`, `out` | what is read from; what is written to |
/// | `f`, `visit` | a callable; a visitor, which is called for each of many |
/// | `asked`, `options` | the lens, of two `first` and `second`; the options, or `ties` if they say how edges become ties |
/// | `who`, `target`, `when` | who holds a position; what it is about; the time that counts |
/// | `G`, `M`, `S` | a Boost.Graph graph; a property map; a schema |
/// | `T`, `R` | a type of nodes, or of any values; a type of relations |
/// | `F`, `E` | a type of callables; an enumeration |
/// | `A`, `B` | two types that are compared or joined |
/// | `I`, `N` | numbers that are known when compiling |
/// | `From`, `To` | the types of a relation's ends |
/// | `Weight`, `Index` | a map of edges to numbers or signs, as a property map or a callable; of vertices to numbers |
/// | `O(...)` | V and E are the numbers of vertices and edges; n is that of rows, bytes or elements read, unless said otherwise; every other letter is explained beside it |
///
/// There are two exceptions. What a function takes alone, or beside a stream, may have the first letter of its type:
/// `p` a position. Two values of one type that are compared or joined are `a` and `b`.
///
/// Files, types, functions, enumerators and concepts are in snake_case, and private members end in `_`. A file is named
/// after what it defines, or after what its functions have in common. A function that tells yes or no begins with
/// `is_`, `are_`, `has_`, `may_` or `same_`, is a verb in the third person (`binds_nobody`), or has the name that the
/// standard library gives it (`empty`); one that does something and returns whether it did is named after what it does.
/// `validate` and `require` throw if something is wrong with their argument; a function such as `check_partition`
/// returns what it found. Spelling is British, apart from words of codebooks and file formats: `organization`,
/// `defense`, `militarized`.
///
/// @section order Order of arguments
/// The graph comes first, then property maps, then what is asked about, then the lens, and last one aggregate of
/// options: every field has a default, and a value out of its range is an `invalid_value` that names the field. A
/// visitor stands behind what is asked about, and what narrows an answer or says how it is measured behind the lens.
/// Three things stand before the graph: the stream that is written to, the ranks of several machines (mpi/), and the
/// measure by which portfolios are compared.
///
/// These fields mean the same everywhere: `time_limit` (seconds) and `node_limit` end a search, whose bounds stand;
/// `rounds` is how long it tries; `max_steps`, `max_iterations` and `max_products` end a computation early, and the
/// result says so; `seed` fixes its random numbers; `stop`, which is called and says whether to stop, and `progress`
/// are called while it runs; `bad_rows` is what becomes of a row that cannot be read. How edges become ties is asked
/// where a graph is compressed: `compress(g, weight, {.multi_edges = ...})`.
///
/// @section indices Numbers and handles
/// Numbers of vertices, edges and camps begin with 0; lines and columns of files with 1. A vector "by vertex number"
/// has one element for each vertex, at `get(boost::vertex_index, g)`. A handle (`node`, `relation`) belongs to one
/// graph and to copies made after it; numbers of two graphs have nothing to do with each other. Days are of the
/// proleptic Gregorian calendar, in UTC; a period includes both its ends.
///
/// @section costs Costs
/// `Complexity` says what a function costs, by the letters above. A function of an aggregate that says nothing takes
/// O(1); a class says what holds for those that say nothing.
///
/// @section preconditions Preconditions
/// `Precondition` is what the caller has to make sure of: where it does not hold, what happens is undefined, unless
/// `GEOSTANCE_ASSERT` is on, which checks most of them. They are few, and of small functions: everything else is
/// checked, and thrown as below.
///
/// @section errors Errors
/// What comes from outside and is wrong is thrown as one of these classes. All are derived from `error`, which is a
/// `std::runtime_error`:
///
/// - `unknown_name`, `ambiguous_name`, `duplicate_key`: names and keys of a graph
/// - `invalid_value`: an argument or a field out of its range
/// - `invalid_handle`: a handle that is null or belongs to another graph
/// - `invalid_state`: what an object cannot do as it is, such as rolling back to a mark that is gone
/// - `merge_conflict`: two graphs that disagree about a node
/// - `read_error`, `write_error`: files, with their place
/// - `cancelled`: a stop that was asked for
/// - `error` itself: in `geostance::mpi` alone, what another rank threw and cannot be thrown here as it is
///
/// A policy or a rule without a function is an `invalid_value`, like any other option; it is never called.
///
/// What is not there is an empty `std::optional` or range. A function that throws leaves what it works on as it was,
/// unless it says otherwise; any may throw `std::bad_alloc`. What a function of the caller's throws comes through as it
/// is.
///
/// @section determinism Determinism
/// The same input gives the same result, in the same order, with every run of one program. Random numbers come from
/// `seed`, never from the time. A search that is ended by `time_limit` may find more on a faster machine; its bounds
/// hold in any case. The last digits of sums may differ between compilers.
///
/// @section threads Threads
/// Calls share no state that matters to their results. An object may be read from several threads while none changes
/// it. What a function calls back is called from the thread of the caller. Where the options ask for several threads,
/// it is called from any of them, one at a time.

/// @page unsayable What a record cannot say yet
///
/// Wishes that stay out, so that nobody looks for them in vain. What can be done instead stands beside each.
///
/// - **If and unless.** A position has no condition. Record the words in the statement's summary, and the position that
///   was taken without condition.
/// - **Hours.** The finest date is a day. Of several votes of one day the one recorded last counts.
/// - **Between two days.** A date is a day, a month, a year or unknown; "between 3 and 9 May" is May.
/// - **Counts without voters.** A vote has a voter; "13 to 1, by secret ballot" is a statement, not fourteen votes.
/// - **Facets within facets.** A facet is a word. "Trade" and "trade in grain" are two.
/// - **Doubt about who it is.** Two nodes are two. What may be one actor is merged once it is known, by `merge`.
/// - **Amounts through time.** A field of a node, such as a name or a state's gold, has one value: `set` mends it, and
///   keeps no old one. What changes and matters belongs into relations, which have days.
/// - **How much it matters.** A position has a sign and a strength, not an importance. Models that need one take it
///   as an argument.
/// - **Relations about relations.** Statements are affirmed, denied, taken back and corrected; a single relation is
///   doubted by its letters, its likelihood and its note.
/// - **Likelihood and confidence together.** No number joins them: a lens weighs by one of them.
/// - **What a group decides from its members.** A group's position is its own acts and official words. Members' means
///   are beside it in `group_position`, and never become it.
/// - **Reception.** To whom a statement was said is recorded (`addresses`), not whether they heard or believed it.
/// - **Translations.** A quote has its language; a translation goes into the note.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/extract.hpp>
#include <geostance/graph/merge.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/date_text.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/claim/argumentation.hpp>
#include <geostance/query/claim/claims.hpp>
#include <geostance/query/claim/contested.hpp>
#include <geostance/query/claim/quotes.hpp>
#include <geostance/query/claim/statements.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/extract_period.hpp>
#include <geostance/query/group/groups.hpp>
#include <geostance/query/group/obligations.hpp>
#include <geostance/query/loose_ends.hpp>
#include <geostance/query/path/connection.hpp>
#include <geostance/query/path/paths.hpp>
#include <geostance/query/position/contradictions.hpp>
#include <geostance/query/position/coverage.hpp>
#include <geostance/query/position/differences.hpp>
#include <geostance/query/position/explain.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/judgement_weights.hpp>
#include <geostance/query/position/lens.hpp>
#include <geostance/query/position/not_counted.hpp>
#include <geostance/query/position/position.hpp>
#include <geostance/query/position/refusal.hpp>
#include <geostance/query/position/robustness.hpp>
#include <geostance/query/position/shifts.hpp>
#include <geostance/query/position/timeline.hpp>
#include <geostance/query/position/words_and_deeds.hpp>
#include <geostance/query/vote/votes.hpp>
#include <geostance/safe_text.hpp>
#include <geostance/version.hpp>

#ifdef GEOSTANCE_SEPARATE_COMPILATION
#include <geostance/query/detail/instantiations.hpp>
#endif

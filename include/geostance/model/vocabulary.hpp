// SPDX-License-Identifier: BSL-1.0
/// @file
/// The shipped schema by name alone: its node and relation types are declared and not defined.
#pragma once

#include <geostance/graph/schema.hpp>

#include <concepts>

namespace geostance {

template <graph_schema S>
class typed_graph;

struct actor;
struct alliance;
struct statement;
struct issue;
struct publication;

struct stance;
struct casts;
struct sponsors;
struct acts_toward;
struct affects;
struct member_of;
struct part_of;
struct succeeds;
struct speaks_for;
struct makes;
struct about;
struct would;
struct allied_with;
struct carries_out;
struct follows;
struct supersedes;
struct retracts;
struct corrects;
struct disowns;
struct derives_from;
struct addresses;

struct provenance;

/// The vocabulary of stances: five node types and twenty-one relation types, every relation with its `provenance`.
struct geopolitics : schema<nodes<actor, alliance, statement, issue, publication>,
                            relations<stance, casts, sponsors, acts_toward, affects, member_of, part_of, succeeds,
                                      speaks_for, makes, about, would, allied_with, carries_out, follows, supersedes,
                                      retracts, corrects, disowns, derives_from, addresses>,
                            provenance> {};

/// A record of who takes which stance toward whom or what, in whose words, when, and on what evidence.
using stance_graph = typed_graph<geopolitics>;

/// A schema that has the whole vocabulary. Queries run on graphs of such schemas.
///
/// Requires
/// - `graph_schema`;
/// - `provenance` as the annotation;
/// - each node type and each relation type of `geopolitics`; it may have more.
///
/// Satisfied by `geopolitics` and `extend<geopolitics, nodes<...>>`; not by a schema that lacks one of these types, or
/// whose relations carry another annotation.
template <class S>
concept stance_schema = graph_schema<S> && std::same_as<typename S::annotation, provenance> && node_type_of<actor, S> &&
    node_type_of<alliance, S> && node_type_of<statement, S> && node_type_of<issue, S> && node_type_of<publication, S> &&
    relation_type_of<stance, S> && relation_type_of<casts, S> && relation_type_of<sponsors, S> &&
    relation_type_of<acts_toward, S> && relation_type_of<affects, S> && relation_type_of<member_of, S> &&
    relation_type_of<part_of, S> && relation_type_of<succeeds, S> && relation_type_of<speaks_for, S> &&
    relation_type_of<makes, S> && relation_type_of<about, S> && relation_type_of<would, S> &&
    relation_type_of<allied_with, S> && relation_type_of<carries_out, S> && relation_type_of<follows, S> &&
    relation_type_of<supersedes, S> && relation_type_of<retracts, S> && relation_type_of<corrects, S> &&
    relation_type_of<disowns, S> && relation_type_of<derives_from, S> && relation_type_of<addresses, S>;

} // namespace geostance

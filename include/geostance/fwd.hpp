// SPDX-License-Identifier: BSL-1.0
/// @file
/// The names of the graph and the vocabulary, and those of the questions that are used most, declared and not defined:
/// for headers of your own that only mention them. Handles are whole, so they can be stored and passed. Includes no
/// header of Boost.
#pragma once

#include <geostance/graph/handle.hpp>
#include <geostance/graph/schema.hpp>

#include <cstdint>

namespace geostance {

// graph/
template <graph_schema Schema>
class typed_graph;
template <graph_schema Schema>
class transaction;
enum class spelling : std::uint8_t;
struct code;

// model/
struct actor;
struct alliance;
struct statement;
struct issue;
struct publication;
enum class actor_kind : std::uint8_t;
enum class alliance_kind : std::uint8_t;
enum class issue_kind : std::uint8_t;

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
enum class channel : std::uint8_t;
enum class ballot : std::uint8_t;
enum class force : std::uint8_t;
enum class capacity : std::uint8_t;
enum class attribution : std::uint8_t;
template <class T>
class required;

class date;
struct period;
struct provenance;
enum class likelihood : std::uint8_t;
enum class confidence : std::uint8_t;
struct geopolitics; // stance_graph is typed_graph<geopolitics>

// query/
enum class attitude : std::uint8_t;
enum class certainty : std::uint8_t;
struct lens;
struct evidence;
struct position;
struct holding;
struct reason;
struct dispute;

// signed/
class signed_graph;
struct signed_edge;
struct signed_tie;

// optimum/
struct search_options;
struct bounds;

// error.hpp
class error;
class unknown_name;
class ambiguous_name;
class duplicate_key;
class invalid_value;
class invalid_handle;
class read_error;
class write_error;
class cancelled;

} // namespace geostance

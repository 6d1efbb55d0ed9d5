// SPDX-License-Identifier: BSL-1.0
/// @file
/// The names of the graph and the vocabulary, and those of questions, files, answers and pages that are used most,
/// declared and not defined: for headers of your own that only mention them, as in `void show(stance_graph const&)`.
/// Handles are whole, so they can be stored and passed. Includes no header of Boost.
#pragma once

#include <geostance/graph/handle.hpp>
#include <geostance/graph/schema.hpp>
#include <geostance/model/vocabulary.hpp>

#include <cstdint>

namespace geostance {

// graph/
template <graph_schema S>
class overlay;
template <graph_schema S>
class transaction;
enum class spelling : std::uint8_t;
struct code;
struct edge_descriptor;

// model/, beside vocabulary.hpp
enum class actor_kind : std::uint8_t;
enum class alliance_kind : std::uint8_t;
enum class issue_kind : std::uint8_t;
enum class channel : std::uint8_t;
enum class ballot : std::uint8_t;
enum class force : std::uint8_t;
enum class capacity : std::uint8_t;
enum class attribution : std::uint8_t;
enum class authority : std::uint8_t;
enum class motion_effect : std::uint8_t;
enum class presence : std::uint8_t;
template <class T>
class required;

class date;
struct period;
enum class precision : std::uint8_t;
enum class reliability : std::uint8_t;
enum class credibility : std::uint8_t;
enum class likelihood : std::uint8_t;
enum class confidence : std::uint8_t;

// query/
enum class attitude : std::uint8_t;
enum class certainty : std::uint8_t;
struct lens;
struct evidence;
struct position;
struct holding;
struct reason;
struct dispute;
struct connection;
struct projection;
template <stance_schema S>
class supposition;

// signed/
class signed_graph;
struct signed_edge;
struct signed_tie;

// similarity/
struct similarity;

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
class invalid_state;
class merge_conflict;
class read_error;
class write_error;
class cancelled;

} // namespace geostance

namespace geostance::io {

class input;
struct read_options;
struct read_problem;
struct read_warnings;
struct read_report;
template <class T>
struct read_result;

} // namespace geostance::io

namespace geostance::page {

struct options;
template <stance_schema S>
struct what_if;

} // namespace geostance::page

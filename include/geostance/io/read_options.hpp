// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a caller may ask of every reader of tables: what to do with bad rows, limits, progress, cancellation.

/// @page limits What input can cost
///
/// A file may come from anybody. What it can make a reader spend is bounded by its length and by the reader's options,
/// and never by what it says. `read_options` has the limits; each can be raised where the files are one's own.
///
/// | reader | time | memory beside the result | depth |
/// |---|---|---|---|
/// | `read_json`, `read_json_lines` | linear | one record, at most `max_row_bytes` | 64 levels; more is an error |
/// | `read_entities` | linear on average | one line, at most `max_row_bytes`; the ids | 64 levels; more is an error |
/// | `read_graphml` | linear | the keys and one element, at most `max_row_bytes`; all defaults, 16 times the file | 4 levels |
/// | `read_votes`, `describe_roll_calls`, `read_vetoes`, `read_alliances`, `read_disputes` | O(n log n) for n rows | one row | tables do not nest |
/// | `read_ideal_points`, `read_agreement_scores` | O(n log n) for n rows | one row; the pairs seen | tables do not nest |
/// | `for_each_event`, `read_events`, `add_events`, `mpi::read_events` | linear | one row | tables do not nest |
/// | `read_ledger` | O(n log n) for n entries | one row | tables do not nest |
/// | `read_signed_network`: lists and matrices | linear on average | one row; the names | tables do not nest |
/// | `read_signed_network`: Pajek, UCINET, maximum cut, QUBO | linear on average | one row; `max_vertices`, for the file announces them | no nesting |
/// | `read_signed_network`: PACE | n^2 log n for the n vertices that the file announces, at most 8192 or `max_vertices` | all pairs are ties: up to 512 MiB, whatever the file's length | no nesting |
/// | `read_signed_network`: GraphML, GEXF | linear on average | the file, its nodes and edges; one tag, at most `max_row_bytes` | 256 levels; more is an error |
/// | `gunzip`, `unzip` | linear in what is unpacked, up to 1032 times the file | a window of fixed size | members do not nest |
///
/// With several `threads` each of them has a block of some 2 MiB, and twice `max_row_bytes` where rows are that long;
/// of each block `max_problems` are kept until the report is put together. `read_votes`, `read_json_lines` and
/// `read_entities` have two blocks a thread, with what was found out about their rows: for JSON up to 32 bytes for each
/// byte, where a line is brackets only; `gunzip` has up to 69 MiB a thread.
///
/// A row of a table is at most `max_row_bytes` long, with at most `max_columns` columns and, within quotes,
/// `max_row_lines` lines. GraphML's document types and their entities are refused, and elements that it does not have.
///
/// What is skipped costs a counter: at most `max_problems` problems are kept, and 1,000 kinds of reason. Blanks between
/// records are passed over; within one they count toward its length. Questions about a record and searches in signed
/// graphs keep their place in a stack of their own, so no chain of offices, replies or ties is too deep for them.
///
/// @page promises What is promised, and which test holds it
///
/// Tests are named as in `tests/`, without `_test.cpp`; the figures are those of one run.
///
/// | promise | test | figure |
/// |---|---|---|
/// | whichever allocation fails, a change is made wholly or not at all | `scenarios/memory`, `scenarios/graph_all_or_nothing`, `scenarios/adding_all_or_nothing`, `signed/changing_balance_all_or_nothing` | 10,625 faults in the first |
/// | where memory ends, the files of pages and tables are old or new, whole; `gunzip` and `unzip` throw nothing else | `scenarios/page_memory`, `scenarios/memory`, `scenarios/gzip_memory` | every allocation, or a share of those beyond the hundredth |
/// | a reader that runs out of memory throws `std::bad_alloc`, and no other error | `scenarios/memory` | 303 pairs of a reader and an input |
/// | a program killed while it saves leaves the old file or the new one, whole, with its permissions | `io/atomic_file`, with GEOSTANCE_TEST_SCALE=10 | 1,000 kills, 893 with a draft on the disk |
/// | no input is too deep for a stack of 256 kB | `scenarios/depth`, `scenarios/gzip_depth`, as `small_stack` of CTest | chains of 5,000; a file of 300,000 bytes for each reader, 29 in all; 420 inputs of 20,000 levels; 100,000 members of gzip |
/// | no row is cut or lost where a buffer ends | `scenarios/borders` | 29 kinds of files of 300,000 bytes, three of 1.3 MB, at once and in pieces |
/// | one graph may be asked by several threads | `scenarios/threads` | 8 threads |
/// | names and quotes never reach a terminal raw | `scenarios/hostile_text` | C0, C1, DEL, and what turns text |
/// | a bad row that is skipped leaves nothing behind | `scenarios/skipped_rows` | 45,398 damaged lines, of which 27,312 were skipped |
/// | after any changes a record shows what plain lists show, and the positions of the rules | `fuzz/graph_model_fuzz.cpp` | 64,400 random records of up to 63 changes, without sanitizers |
/// | any bytes are an error or are read whole | `fuzz/*_fuzz.cpp` | executions: zip 6.2 million (1.0 with both sanitizers), gzip 1.9 (1.0), ideal points 1.1, events 1.07, signed, ledger, entities, agreement scores 1.0 each, vetoes 0.9, votes 0.58, these all with sanitizers |
/// | whatever long input consists of, a reader takes a small multiple of its length | `scenarios/long_input` | 2,220 inputs of 256 KiB, at most 25 times their length, buffers included |
/// | signed graphs of every shape have the answers of the definitions | `fuzz/signed_model_fuzz.cpp` | 10,229 graphs in 200 s, with both sanitizers |
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/error.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>

namespace geostance::io {

/// What a reader does with a row that it cannot read.
enum class bad_rows : std::uint8_t {
    stop,           ///< throw `read_error`
    skip_and_report ///< leave it out, count it, and keep what was wrong with it in the `read_report`
};

/// How the bytes of a file stand for letters.
enum class encoding : std::uint8_t {
    utf8,  ///< UTF-8, checked; a byte-order mark is dropped
    latin1 ///< ISO 8859-1 or Windows-1252: every byte is a letter
};

/// How a table is read.
struct read_options {
    io::bad_rows bad_rows = io::bad_rows::stop;        ///< what to do with a bad row
    io::encoding encoding = io::encoding::utf8;        ///< how bytes stand for letters
    std::size_t max_problems = 100;                    ///< how many problems are kept; all are counted
    std::size_t max_row_bytes = std::size_t(1) << 20U; ///< longest row, > 0; memory is bounded by it
    std::size_t max_row_lines = 100;                   ///< most lines that one row may span, within quotes; > 0
    std::size_t max_columns = 4096;                    ///< most columns, > 0
    /// how many threads read at once, where the reader says that it can: 0 = as many as the machine has, at most 1024.
    /// What is read, what is thrown and the report are the same, whatever the number
    std::size_t threads = 1;
    /// called now and then, and once at the end, with the bytes done and the bytes in all, where these are known.
    /// Empty: nothing is called. Readers copy it, like `stop`: what these remember they keep elsewhere, as a lambda
    /// that captures by reference does
    std::function<void(std::uint64_t done, std::optional<std::uint64_t> total)> progress{};
    /// asked now and then whether to stop; where it says so, the reader throws `cancelled`. Empty: never. A
    /// std::stop_token fits as `[token] { return token.stop_requested(); }`. Like `progress`, it is called by any of
    /// the threads, but by one at a time.
    std::function<bool()> stop{};
};

/// Checks how a table is read.
/// @param options the options
/// @throws invalid_value that names the field: a value that is no enumerator, a limit of 0
/// @par Complexity
/// O(1)
inline void validate(read_options const& options) {
    geostance::detail::check_enumerator("read_options.bad_rows", options.bad_rows, bad_rows::skip_and_report);
    geostance::detail::check_enumerator("read_options.encoding", options.encoding, encoding::latin1);
    if (options.max_row_bytes == 0) throw invalid_value("read_options.max_row_bytes", "0", "a number above 0");
    if (options.max_row_lines == 0) throw invalid_value("read_options.max_row_lines", "0", "a number above 0");
    if (options.max_columns == 0) throw invalid_value("read_options.max_columns", "0", "a number above 0");
}

} // namespace geostance::io

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record as one web page: pictures, tables, evidence, and every reading of it, in one file that fetches nothing.
#pragma once

#include <geostance/io/detail/text_sink.hpp>
#include <geostance/page/detail/collect.hpp>
#include <geostance/page/detail/data.hpp>
#include <geostance/page/detail/document.hpp>
#include <geostance/page/options.hpp>
#include <geostance/page/what_if.hpp>

#include <ostream>
#include <string_view>
#include <vector>

namespace geostance::page {

/// Writes a record as one self-contained page: who stands where toward whom, the camps, positions through time, each
/// with a table beside the picture, each piece of evidence with its words, source and place.
///
/// The page can be read without script. With its own script, which a strict policy names by its hash, a reader chooses
/// whose account is shown, on which day, in which channel, as known on which day; searches, sorts and filters; and
/// compares two days. Every answer is worked out here and stands in the page; the script only chooses.
///
/// Suppositions are compared with the record and with each other: which positions would be others. What is supposed is
/// listed. The rest of the page tells what is recorded.
/// @code
/// page::write(out, world, {.title = "The vote"}, {{"Russia abstains", abstains}, {"Russia votes for it", in_favour}});
/// @endcode
/// @param out gets the whole page, or nothing if it cannot be made
/// @param g the record
/// @param options title and limits; what exceeds them is left out, and the page says so
/// @param suppositions over the record, each with a title, compared in this order; they come after the options, as most
///        pages have none
/// @throws invalid_value for an option, or a supposition without a title or not over the record
/// @throws write_error if it cannot be written
/// @par Complexity
/// that of `positions` for each reading; the readings are fewer where the record is large; that of `differences` for
/// each supposition and account, and for every two suppositions
/// @par Determinism
/// the same record, options and suppositions give the same bytes
/// @par Guarantee
/// If the page cannot be made, nothing is written. After a `write_error` the stream may have a part.
template <stance_schema S>
void write(std::ostream& out, typed_graph<S> const& g, page::options const& options = {},
           std::vector<what_if<S>> const& suppositions = {}) {
    validate(options);
    validate(g, suppositions);
    auto const told = detail::collector<S>(g, options, suppositions).collect();
    io::detail::text_sink sink(out);
    detail::put_document(sink, told, options);
    sink.flush();
}

/// Writes the picture of who stands where as an SVG file by itself, in light and dark.
/// @param out gets the picture
/// @param g the record
/// @param options how many holders and targets are drawn
/// @throws invalid_value for an option
/// @throws write_error if it cannot be written
/// @par Complexity
/// that of `write`
/// @par Determinism
/// the same record and options give the same bytes
/// @par Guarantee
/// If the picture cannot be made, nothing is written. After a `write_error` the stream may have a part.
template <stance_schema S>
void write_picture(std::ostream& out, typed_graph<S> const& g, page::options options = {}) {
    validate(options);
    options.readings = 1;
    auto const told = detail::collector<S>(g, options).collect();
    io::detail::text_sink sink(out);
    auto const picture = detail::stands_picture(told, detail::select(told, options.drawn), detail::wide_picture);
    auto const first_line = picture.find('\n') + 1;
    sink << std::string_view(picture).substr(0, first_line) << "<style>" << detail::picture_style << "</style>\n"
         << std::string_view(picture).substr(first_line);
    sink.flush();
}

} // namespace geostance::page

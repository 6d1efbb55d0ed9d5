// SPDX-License-Identifier: BSL-1.0
// Graphs as JSON in a text.
#pragma once

#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>

#include <sstream>
#include <string>

namespace json_text {

namespace gs = geostance;
namespace io = geostance::io;

template <class S>
std::string json_of(gs::typed_graph<S> const& g) {
    std::ostringstream out;
    io::write_json(out, g);
    return out.str();
}
template <class S>
std::string json_lines_of(gs::typed_graph<S> const& g, io::json_lines_options const& options = {}) {
    std::ostringstream out;
    io::write_json_lines(out, g, options);
    return out.str();
}

} // namespace json_text

// SPDX-License-Identifier: BSL-1.0
// The real networks in $GEOSTANCE_DATA/networks, for tests and benchmarks.
#pragma once

#include <geostance/io/read_signed.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace networks {

/// The folder, if there is one.
inline std::optional<std::string> folder() {
    auto const* const data = std::getenv("GEOSTANCE_DATA");
    return data == nullptr ? std::nullopt : std::optional(std::string(data) + "/networks/");
}

inline geostance::io::signed_format format_of(std::string const& name) {
    using geostance::io::signed_format;
    if (name.ends_with(".csv")) return signed_format::csv;
    if (name.ends_with(".tsv")) return signed_format::tsv;
    return name.ends_with(".signed-graph") ? signed_format::signed_graph : signed_format::snap;
}

/// As in the published figures: the sign of the sum of the signs of a pair; pairs that cancel, unless told otherwise,
/// and self-loops dropped.
inline geostance::signed_graph load(geostance::io::input in, std::string const& name,
                                    geostance::pair_rule cancelling = geostance::pair_rule::drop) {
    auto const network = geostance::io::read_signed_network(std::move(in), format_of(name)).value;
    auto ties = ties_of(network);
    for (auto& t : ties) t.weight = t.weight > 0 ? 1 : t.weight < 0 ? -1 : 0;
    return {network.names.size(),
            ties,
            {.multi_edges = geostance::multi_edge_rule::sign_of_sum,
             .cancelling_pairs = cancelling,
             .self_loops = geostance::self_loop_rule::drop}};
}

inline geostance::signed_graph load(std::string const& name,
                                    geostance::pair_rule cancelling = geostance::pair_rule::drop) {
    return load(geostance::io::input::file(folder().value() + name), name, cancelling);
}

} // namespace networks

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Layouts of signed networks, and how one is read.
#pragma once

#include <geostance/io/read_options.hpp>
#include <geostance/model/enum_names.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace geostance {

namespace io {

/// A layout of signed networks.
enum class signed_format : std::uint8_t {
    snap, ///< two names and a sign or weight, with blanks or tabs between them; comments begin with `#`
    csv,  ///< a list of ties with commas, with headings (Gephi's among them) or without; or a matrix, whose first row
          ///< and column have the names. Comments begin with `#` and stand before the first row
    tsv,  ///< the same, with tabs
    signed_graph, ///< `.signed-graph`: two names, then 0 for equal or 1 for unequal; blanks between them
    pajek,        ///< `.net` or `.paj` of Pajek, with signs in every section; negative numbers in a list are negative
                  ///< ties. Of several relations the caller chooses: see `signed_read_options::relations`
    konect,       ///< `out.*` of KONECT: two numbers, a sign or weight and perhaps a time; comments begin with `%`
    ucinet,       ///< DL of UCINET: `fullmatrix`, `edgelist1` or `nodelist1`
    max_cut,      ///< `.mc` of maximum cut: `u v w` is a tie of weight -w, as the heavy pairs are to be parted
    qubo,         ///< `.qubo` with a line `p qubo`: the problem as ties between spins, see `read_signed_network`
    pace,         ///< `.gr` of PACE, cluster editing: an edge is a tie of weight 1, every other pair one of -1
    graphml,      ///< GraphML of networkx, igraph, Gephi, yEd or Cytoscape
    gexf          ///< GEXF of Gephi or networkx
};

} // namespace io

template <>
struct enum_names<io::signed_format> {
    static constexpr std::array<std::string_view, 12> of_each{"snap",  "csv",    "tsv",     "signed_graph",
                                                              "pajek", "konect", "ucinet",  "max_cut",
                                                              "qubo",  "pace",   "graphml", "gexf"};
};

namespace io {

/// How a signed network is read.
struct signed_read_options {
    /// whether the ties have a direction; none = what the file or its format says, and where they say nothing, no
    std::optional<bool> directed{};
    std::string from{}; ///< the heading of the column of one end; empty = `source`, `from`, `node1` and the like
    std::string to{};   ///< the heading of the column of the other; empty = `target`, `to`, `node2` and the like
    /// the heading or attribute that holds the sign or weight; empty = `sign`, `weight`, `value`, `rating` and the like
    std::string sign{};
    /// the relations of a file of Pajek that are read, by name or number, and what their weights are multiplied with:
    /// `{{"likes", 1}, {"dislikes", -1}}`. Empty = the only one; a file that has several is then refused
    std::map<std::string, double, std::less<>> relations{};
    std::size_t max_vertices = std::size_t(1) << 20U; ///< most vertices that a file may announce
    read_options rows{};                              ///< what to do with bad rows, limits, progress, cancellation
};

} // namespace io

} // namespace geostance

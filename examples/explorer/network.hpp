// SPDX-License-Identifier: BSL-1.0
/// @file
/// The signed network that a question is about: the holders of a record, or the ties of a file.
#pragma once

#include "question.hpp"

#include <geostance/signed/signed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace explorer {

/// A tie, in numbers.
struct tie {
    std::uint32_t from = 0;        ///< the number of one end
    std::uint32_t to = 0;          ///< that of the other
    double value = 0;              ///< of a record the mean of the evidence, of a file the sum of its rows
    double weight = 0;             ///< of a record that of the evidence, of a file |value|
    std::size_t number = 0;        ///< how many pieces of evidence or rows
    std::vector<proof> evidence{}; ///< of a record
};

/// A signed graph whose vertices have names.
struct network {
    gs::signed_graph graph{};               ///< the graph
    std::vector<std::string> names{};       ///< of its vertices
    std::vector<tie> ties{};                ///< every pair with evidence or rows, also where these cancel out
    std::vector<std::size_t> tie_of_edge{}; ///< where the ties of the edges are that the graph was made of
    std::string vertices{};                 ///< what they are called: `holders`, `nodes`
    std::vector<std::string> notes{};       ///< a line on what makes no ties: rows of a file, positions on issues

    /// The tie of an edge that the graph was made of.
    [[nodiscard]] tie const& tie_of(std::uint32_t edge) const { return ties[tie_of_edge[edge]]; }
};

/// The network of a file, where one was read; else that of the record under the reading.
network network_of(asking const& q);

} // namespace explorer

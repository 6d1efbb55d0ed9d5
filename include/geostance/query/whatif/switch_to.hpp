// SPDX-License-Identifier: BSL-1.0
/// @file
/// A change that turns an answer, or does not: whose position on something, or what a statement says of a claim.
#pragma once

#include <geostance/graph/handle.hpp>
#include <geostance/query/detail/node_number.hpp>

#include <ostream>

namespace geostance {

/// A change of one position, or of what one statement says of a claim.
struct switch_to {
    any_node who{};    ///< the holder, or the statement
    any_node target{}; ///< what the position is about, or the claim
    /// where the holder would stand, in [-1, 1]; of a statement 1: affirms it, -1: denies it or takes it back, 0: takes
    /// no side
    double value = 0;

    friend bool operator==(switch_to const&, switch_to const&) = default;
};

/// Writes `node 3 on node 7: -1`.
/// @param out gets the text
/// @param s the change
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, switch_to const& s) {
    return out << detail::node_number(s.who) << " on " << detail::node_number(s.target) << ": " << s.value;
}

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A node as answers print it that are streamed without their record, where nobody knows its name.
#pragma once

#include <geostance/graph/handle.hpp>

#include <string>

namespace geostance::detail {

/// `node 3`.
inline std::string node_number(any_node n) {
    return n.is_null() ? std::string("no node") : "node " + std::to_string(n.index());
}

} // namespace geostance::detail

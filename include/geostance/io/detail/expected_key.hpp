// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a reader says of a key that no node before has.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/graph/detail/near_names.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace geostance::io::detail {

/// `the key of a node of type issue that comes before`, and the nearest key among the first thousand nodes: a file may
/// have a million bad rows, and none of them should take longer for the nodes before it. A key of one or two letters is
/// near any other.
/// @param word how the format calls a key
template <class Handle, class S>
std::string expected_key(typed_graph<S> const& g, std::string_view got, std::string_view word = "key") {
    constexpr std::size_t most_nodes = 1000;
    auto text = "the " + std::string(word) + " of a node ";
    geostance::detail::near_names near(got);
    auto const end = got.size() < 3 ? 0 : std::min(g.num_nodes(), most_nodes);
    for (std::size_t i = 0; i < end; ++i) {
        auto const node = g.node_at(i);
        if constexpr (!std::same_as<Handle, any_node>)
            if (!g.template as<typename Handle::payload_type>(node)) continue;
        near.consider(key_of(g, node), i);
    }
    if constexpr (!std::same_as<Handle, any_node>)
        text += "of type " + std::string(geostance::detail::type_name<typename Handle::payload_type>()) + ' ';
    text += "that comes before";
    if (auto const nearest = near.take(); !nearest.empty()) text += "; nearest: " + nearest.front();
    return text;
}

} // namespace geostance::io::detail

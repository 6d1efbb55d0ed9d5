// SPDX-License-Identifier: BSL-1.0
/// @file
/// What one would write without the library: a boost::adjacency_list with variants of the same payloads as bundles.
#pragma once

#include <geostance/model/geopolitics.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>
#include <string>
#include <variant>

namespace gs = geostance;

template <class List>
struct variant_of;
template <class... Types>
struct variant_of<gs::nodes<Types...>> {
    using type = std::variant<Types...>;
};
template <class... Types>
struct variant_of<gs::relations<Types...>> {
    using type = std::variant<Types...>;
};

using node_payload = variant_of<gs::geopolitics::node_types>::type;
using relation_payload = variant_of<gs::geopolitics::relation_types>::type;

constexpr auto no_vertex = static_cast<std::size_t>(-1);

/// The peer's provenance: that of the library with vertices in place of handles, without the fields that are rare.
struct peer_provenance {
    std::size_t claimed_in = no_vertex;
    std::size_t publication = no_vertex;
    std::string locator{};
    std::string note{};
    gs::reliability reliability = gs::reliability::cannot_be_judged;
    gs::credibility credibility = gs::credibility::cannot_be_judged;
    bool inferred = false;
    gs::period valid{};
    gs::date recorded{};
};

struct peer_relation {
    relation_payload payload = gs::sponsors{};
    peer_provenance from{};
};
using peer_graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, node_payload, peer_relation>;

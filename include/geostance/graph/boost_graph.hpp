// SPDX-License-Identifier: BSL-1.0
/// @file
/// typed_graph as a Boost.Graph graph: the free functions, traits and property maps that its algorithms ask for.
#pragma once

#include <geostance/graph/typed_graph.hpp>

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <string>
#include <utility>

namespace geostance {

/// Boost.Graph's edge descriptor of a typed_graph: the ends as vertex descriptors, and the relation's index.
struct edge_descriptor {
    std::uint32_t source = 0; ///< where it begins
    std::uint32_t target = 0; ///< where it ends
    std::uint32_t index = 0;  ///< the relation's place in order of insertion

    friend auto operator<=>(edge_descriptor const&, edge_descriptor const&) = default;
};

namespace detail {

/// What Boost.Graph's functions need from inside a typed_graph.
struct graph_access {
    template <class S>
    static edge_descriptor edge(typed_graph<S> const& g, std::uint32_t index) noexcept {
        auto const& record = g.relations_[index];
        return {record.source, record.target, index};
    }
    template <class S>
    static adjacency const& out(typed_graph<S> const& g, std::size_t v) noexcept {
        return g.out_[v];
    }
    template <class S>
    static adjacency const& in(typed_graph<S> const& g, std::size_t v) noexcept {
        return g.in_[v];
    }
    template <class S>
    static std::uint32_t newest(typed_graph<S> const& g, std::size_t u, std::size_t v) noexcept {
        return g.pairs_.newest(static_cast<std::uint32_t>(u), static_cast<std::uint32_t>(v), g.relations_);
    }
};

/// Numbers in a row: the vertices of a typed_graph.
class vertex_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::random_access_iterator_tag;
    using value_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using pointer = std::size_t const*;
    using reference = std::size_t;

    vertex_iterator() = default;
    explicit vertex_iterator(std::size_t at) : at_(at) {}
    std::size_t operator*() const noexcept { return at_; }
    vertex_iterator& operator++() noexcept {
        ++at_;
        return *this;
    }
    vertex_iterator operator++(int) noexcept { return vertex_iterator(at_++); }
    vertex_iterator& operator--() noexcept {
        --at_;
        return *this;
    }
    vertex_iterator operator--(int) noexcept { return vertex_iterator(at_--); }
    friend bool operator==(vertex_iterator, vertex_iterator) = default;

private:
    std::size_t at_ = 0;
};

/// All edges of a graph, in order of insertion.
template <class Graph>
class edge_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = edge_descriptor;
    using difference_type = std::ptrdiff_t;
    using pointer = edge_descriptor const*;
    using reference = edge_descriptor;

    edge_iterator() = default;
    edge_iterator(Graph const& g, std::size_t at) : graph_(&g), at_(static_cast<std::uint32_t>(at)) {}
    edge_descriptor operator*() const noexcept { return graph_access::edge(*graph_, at_); }
    edge_iterator& operator++() noexcept {
        ++at_;
        return *this;
    }
    edge_iterator operator++(int) noexcept {
        return std::exchange(*this, edge_iterator(*graph_, at_ + std::size_t{1}));
    }
    friend bool operator==(edge_iterator a, edge_iterator b) noexcept { return a.at_ == b.at_; }

private:
    Graph const* graph_ = nullptr;
    std::uint32_t at_ = 0;
};

/// The edges at one end of a vertex, by relation type and then in order of insertion.
template <class Graph>
class incidence_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = edge_descriptor;
    using difference_type = std::ptrdiff_t;
    using pointer = edge_descriptor const*;
    using reference = edge_descriptor;

    incidence_iterator() = default;
    incidence_iterator(Graph const& g, adjacency::group const* group, adjacency::group const* last)
        : graph_(&g), group_(group), last_(last) {
        skip_empty();
    }
    edge_descriptor operator*() const noexcept { return graph_access::edge(*graph_, group_->relations[at_]); }
    incidence_iterator& operator++() noexcept {
        if (++at_ == group_->relations.size()) {
            at_ = 0;
            ++group_;
            skip_empty();
        }
        return *this;
    }
    incidence_iterator operator++(int) noexcept {
        auto old = *this;
        ++*this;
        return old;
    }
    friend bool operator==(incidence_iterator const& a, incidence_iterator const& b) noexcept {
        return a.group_ == b.group_ && a.at_ == b.at_;
    }

private:
    void skip_empty() noexcept {
        while (group_ != last_ && group_->relations.empty()) ++group_;
    }
    Graph const* graph_ = nullptr;
    adjacency::group const* group_ = nullptr;
    adjacency::group const* last_ = nullptr;
    std::size_t at_ = 0;
};

template <class Graph>
std::pair<incidence_iterator<Graph>, incidence_iterator<Graph>> incidence_range(Graph const& g, adjacency const& at) {
    auto const groups = at.groups();
    auto const* const last = groups.data() + groups.size();
    return {{g, groups.data(), last}, {g, last, last}};
}

} // namespace detail

/// The property map behind `get(boost::edge_index, g)`: an edge's place in order of insertion.
struct edge_index_map : boost::put_get_helper<std::size_t, edge_index_map> {
    using key_type = edge_descriptor;                  ///< from edges
    using value_type = std::size_t;                    ///< to their indices
    using reference = std::size_t;                     ///< by value
    using category = boost::readable_property_map_tag; ///< read-only
    /// The index of an edge.
    std::size_t operator[](edge_descriptor e) const noexcept { return e.index; }
};

/// The property map behind `get(boost::vertex_name, g)`: a node's name, or its key where it has none.
template <class S>
struct vertex_name_map : boost::put_get_helper<std::string const&, vertex_name_map<S>> {
    using key_type = std::size_t;                      ///< from vertices
    using value_type = std::string;                    ///< to their names
    using reference = std::string const&;              ///< without a copy
    using category = boost::readable_property_map_tag; ///< read-only
    typed_graph<S> const* graph = nullptr;             ///< whose names
    /// The name of a vertex.
    std::string const& operator[](std::size_t v) const { return name_of(*graph, graph->node_at(v)); }
};

/// @name Boost.Graph's functions
/// Vertex descriptors are node indices: `node.index()` of a handle, and `g.node_at(v)` back. Likewise
/// `g.relation_at(e.index)` is the relation of an edge.
/// @{

/// The number of nodes.
template <class S>
std::size_t num_vertices(typed_graph<S> const& g) noexcept {
    return g.num_nodes();
}
/// The number of relations.
template <class S>
std::size_t num_edges(typed_graph<S> const& g) noexcept {
    return g.num_relations();
}
/// All vertices, in order of insertion.
template <class S>
auto vertices(typed_graph<S> const& g) {
    return std::pair(detail::vertex_iterator(0), detail::vertex_iterator(g.num_nodes()));
}
/// All edges, in order of insertion.
template <class S>
auto edges(typed_graph<S> const& g) {
    using iterator = detail::edge_iterator<typed_graph<S>>;
    return std::pair(iterator(g, 0), iterator(g, g.num_relations()));
}
/// Where an edge begins.
template <class S>
std::size_t source(edge_descriptor e, typed_graph<S> const&) noexcept {
    return e.source;
}
/// Where an edge ends.
template <class S>
std::size_t target(edge_descriptor e, typed_graph<S> const&) noexcept {
    return e.target;
}
/// The edges that leave a vertex.
template <class S>
auto out_edges(std::size_t v, typed_graph<S> const& g) {
    return detail::incidence_range(g, detail::graph_access::out(g, v));
}
/// The edges that enter a vertex.
template <class S>
auto in_edges(std::size_t v, typed_graph<S> const& g) {
    return detail::incidence_range(g, detail::graph_access::in(g, v));
}
/// The number of edges that leave a vertex.
template <class S>
std::size_t out_degree(std::size_t v, typed_graph<S> const& g) noexcept {
    return detail::graph_access::out(g, v).size();
}
/// The number of edges that enter a vertex.
template <class S>
std::size_t in_degree(std::size_t v, typed_graph<S> const& g) noexcept {
    return detail::graph_access::in(g, v).size();
}
/// The number of edges at a vertex.
template <class S>
std::size_t degree(std::size_t v, typed_graph<S> const& g) noexcept {
    return in_degree(v, g) + out_degree(v, g);
}
/// The newest edge from u to v, and whether there is one (AdjacencyMatrix). O(1) on average.
template <class S>
std::pair<edge_descriptor, bool> edge(std::size_t u, std::size_t v, typed_graph<S> const& g) noexcept {
    auto const newest = detail::graph_access::newest(g, u, v);
    if (newest == detail::no_index) return {};
    return {detail::graph_access::edge(g, newest), true};
}
/// The index of a vertex is the vertex itself.
template <class S>
boost::typed_identity_property_map<std::size_t> get(boost::vertex_index_t, typed_graph<S> const&) noexcept {
    return {};
}
/// The index of a vertex.
template <class S>
std::size_t get(boost::vertex_index_t, typed_graph<S> const&, std::size_t v) noexcept {
    return v;
}
/// The indices of the edges.
template <class S>
edge_index_map get(boost::edge_index_t, typed_graph<S> const&) noexcept {
    return {};
}
/// The index of an edge.
template <class S>
std::size_t get(boost::edge_index_t, typed_graph<S> const&, edge_descriptor e) noexcept {
    return e.index;
}
/// The names of the nodes.
template <class S>
vertex_name_map<S> get(boost::vertex_name_t, typed_graph<S> const& g) noexcept {
    return {{}, &g};
}
/// The name of a node.
template <class S>
std::string const& get(boost::vertex_name_t, typed_graph<S> const& g, std::size_t v) {
    return name_of(g, g.node_at(v));
}
/// @}

} // namespace geostance

template <class S>
struct boost::graph_traits<geostance::typed_graph<S>> {
    using vertex_descriptor = std::size_t;
    using edge_descriptor = geostance::edge_descriptor;
    using vertex_iterator = geostance::detail::vertex_iterator;
    using edge_iterator = geostance::detail::edge_iterator<geostance::typed_graph<S>>;
    using out_edge_iterator = geostance::detail::incidence_iterator<geostance::typed_graph<S>>;
    using in_edge_iterator = out_edge_iterator;
    using adjacency_iterator = void;
    using vertices_size_type = std::size_t;
    using edges_size_type = std::size_t;
    using degree_size_type = std::size_t;
    using directed_category = boost::bidirectional_tag;
    using edge_parallel_category = boost::allow_parallel_edge_tag;
    struct traversal_category : boost::bidirectional_graph_tag,
                                boost::vertex_list_graph_tag,
                                boost::edge_list_graph_tag,
                                boost::adjacency_matrix_tag {};
    static constexpr vertex_descriptor null_vertex() { return static_cast<vertex_descriptor>(-1); }
};

template <class S>
struct boost::graph_traits<geostance::typed_graph<S> const> : boost::graph_traits<geostance::typed_graph<S>> {};

template <class S>
struct boost::property_map<geostance::typed_graph<S>, boost::vertex_index_t> {
    using type = boost::typed_identity_property_map<std::size_t>;
    using const_type = type;
};
template <class S>
struct boost::property_map<geostance::typed_graph<S>, boost::edge_index_t> {
    using type = geostance::edge_index_map;
    using const_type = type;
};
template <class S>
struct boost::property_map<geostance::typed_graph<S>, boost::vertex_name_t> {
    using type = geostance::vertex_name_map<S>;
    using const_type = type;
};

template <>
struct std::hash<geostance::edge_descriptor> {
    std::size_t operator()(geostance::edge_descriptor e) const noexcept { return std::hash<std::uint32_t>{}(e.index); }
};

// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/adjacency_matrix.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/filtered_graph.hpp>
#include <boost/graph/reverse_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::testing {

struct signed_edge {
    double sign = 0;
};

/// Every list type of Boost.Graph; where vertices are not numbers, each has its number as a property.
template <class OutEdges, class Vertices, class Direction>
using list_graph = boost::adjacency_list<OutEdges, Vertices, Direction,
                                         boost::property<boost::vertex_index_t, std::size_t>, signed_edge>;
template <class Direction>
using matrix_graph = boost::adjacency_matrix<Direction, boost::no_property, signed_edge>;
template <class Direction>
using row_graph = boost::compressed_sparse_row_graph<Direction, boost::no_property, signed_edge>;

/// Hides the edges of an impossible sign.
template <class G>
struct is_shown {
    G const* g = nullptr;
    bool operator()(typename G::edge_descriptor e) const { return (*g)[e].sign != 99; }
};
template <class G>
using filtered = boost::filtered_graph<G, is_shown<G>>;

/// A graph with some ties that lives as long as this does: `get()` is it.
template <class G>
class foreign {
public:
    foreign(std::size_t n, std::vector<tie> const& ties) : g_(n) {
        std::size_t number = 0;
        std::vector<typename G::vertex_descriptor> at;
        for (auto [v, end] = vertices(g_); v != end; ++v, ++number) {
            if constexpr (!std::is_integral_v<typename G::vertex_descriptor>) put(boost::vertex_index, g_, *v, number);
            at.push_back(*v);
        }
        for (auto const& t : ties) add_edge(at[t.from], at[t.to], signed_edge{t.weight}, g_);
    }
    [[nodiscard]] G const& get() const { return g_; }

private:
    G g_;
};

template <class Direction>
class foreign<row_graph<Direction>> {
public:
    foreign(std::size_t n, std::vector<tie> const& ties) {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ends;
        std::vector<signed_edge> signs;
        for (auto const& t : ties) {
            ends.emplace_back(t.from, t.to);
            signs.push_back({t.weight});
        }
        g_ = {boost::edges_are_unsorted_multi_pass, ends.begin(), ends.end(), signs.begin(), n};
    }
    [[nodiscard]] row_graph<Direction> const& get() const { return g_; }

private:
    row_graph<Direction> g_;
};

template <class G>
class foreign<filtered<G>> {
public:
    foreign(std::size_t n, std::vector<tie> ties) : base_(n, with_hidden(std::move(ties))) {}
    [[nodiscard]] filtered<G> const& get() const { return g_; }

private:
    static std::vector<tie> with_hidden(std::vector<tie> ties) {
        ties.push_back({0, 3, 99});
        return ties;
    }

    foreign<G> base_;
    filtered<G> g_{base_.get(), is_shown<G>{&base_.get()}};
};

template <class G>
class foreign<boost::reverse_graph<G>> {
public:
    foreign(std::size_t n, std::vector<tie> ties) : base_(n, turned(std::move(ties))) {}
    [[nodiscard]] boost::reverse_graph<G> const& get() const { return g_; }

private:
    static std::vector<tie> turned(std::vector<tie> ties) {
        for (auto& t : ties) std::swap(t.from, t.to);
        return ties;
    }

    foreign<G> base_;
    boost::reverse_graph<G> g_{base_.get()};
};

} // namespace geostance::testing

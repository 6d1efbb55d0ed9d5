// SPDX-License-Identifier: BSL-1.0
/// @file
/// The iterators by which Boost.Graph's algorithms walk a signed_graph.
#pragma once

#include <geostance/signed/signed_edge.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace geostance::detail {

/// Numbers in a row, each shown as what `Shows` makes of it.
template <class Shows>
class number_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::bidirectional_iterator_tag;
    using value_type = decltype(std::declval<Shows const&>()(0));
    using difference_type = std::ptrdiff_t;
    using pointer = value_type const*;
    using reference = value_type;

    number_iterator() = default;
    number_iterator(std::uint32_t at, Shows shows) : at_(at), shows_(shows) {}
    value_type operator*() const noexcept { return shows_(at_); }
    number_iterator& operator++() noexcept {
        ++at_;
        return *this;
    }
    number_iterator operator++(int) noexcept { return {at_++, shows_}; }
    number_iterator& operator--() noexcept {
        --at_;
        return *this;
    }
    number_iterator operator--(int) noexcept { return {at_--, shows_}; }
    friend bool operator==(number_iterator const& a, number_iterator const& b) noexcept { return a.at_ == b.at_; }

private:
    std::uint32_t at_ = 0;
    Shows shows_{};
};

template <class Shows>
auto number_range(std::uint32_t first, std::uint32_t last, Shows shows) noexcept {
    return std::pair(number_iterator<Shows>(first, shows), number_iterator<Shows>(last, shows));
}

struct number_itself {
    std::uint32_t operator()(std::uint32_t n) const noexcept { return n; }
};
struct edge_of_arc {
    signed_graph const* graph = nullptr;
    std::uint32_t from = 0;
    signed_edge operator()(std::uint32_t arc) const noexcept { return {from, graph->neighbour(arc), arc}; }
};
struct neighbour_of_arc {
    signed_graph const* graph = nullptr;
    std::uint32_t operator()(std::uint32_t arc) const noexcept { return graph->neighbour(arc); }
};

/// All ties of a graph, each from its lower end.
class signed_edge_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = signed_edge;
    using difference_type = std::ptrdiff_t;
    using pointer = signed_edge const*;
    using reference = signed_edge;

    signed_edge_iterator() = default;
    /// The first tie whose lower end is v or above; for the number of vertices, the end.
    signed_edge_iterator(signed_graph const& g, std::uint32_t v) : graph_(&g), vertex_(v), arc_(g.first_arc(v)) {
        skip();
    }
    signed_edge operator*() const noexcept { return {vertex_, graph_->neighbour(arc_), arc_}; }
    signed_edge_iterator& operator++() noexcept {
        ++arc_;
        skip();
        return *this;
    }
    signed_edge_iterator operator++(int) noexcept {
        auto old = *this;
        ++*this;
        return old;
    }
    friend bool operator==(signed_edge_iterator const& a, signed_edge_iterator const& b) noexcept {
        return a.arc_ == b.arc_;
    }

private:
    /// To the next arc that leads to a higher vertex.
    void skip() noexcept {
        while (arc_ < graph_->num_arcs()) {
            if (arc_ == graph_->first_arc(vertex_ + 1)) {
                ++vertex_;
            } else if (graph_->neighbour(arc_) > vertex_) {
                return;
            } else {
                ++arc_;
            }
        }
    }

    signed_graph const* graph_ = nullptr;
    std::uint32_t vertex_ = 0;
    std::uint32_t arc_ = 0;
};

} // namespace geostance::detail

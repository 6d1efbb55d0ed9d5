// SPDX-License-Identifier: BSL-1.0
/// @file
/// The iterators by which Boost.Graph's algorithms walk a typed_graph.
#pragma once

#include <geostance/graph/detail/adjacency.hpp>
#include <geostance/graph/detail/storage.hpp>
#include <geostance/graph/edge_descriptor.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace geostance::detail {

/// The edge of the relation with that index: it is numbered by its place among those that there are.
template <class Store>
edge_descriptor edge_at(Store const& store, std::uint32_t index) noexcept {
    auto const& record = store.relation_at(index);
    return {record.source, record.target, store.relations.place_of(index)};
}

/// Numbers in a row: the vertices of a typed_graph.
class vertex_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::bidirectional_iterator_tag;
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
template <class Store>
class edge_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = edge_descriptor;
    using difference_type = std::ptrdiff_t;
    using pointer = edge_descriptor const*;
    using reference = edge_descriptor;

    edge_iterator() = default;
    edge_iterator(Store const& store, std::size_t at) : store_(&store), at_(static_cast<std::uint32_t>(at)) {}
    edge_descriptor operator*() const noexcept { return edge_at(*store_, store_->relations.index_at(at_)); }
    edge_iterator& operator++() noexcept {
        ++at_;
        return *this;
    }
    edge_iterator operator++(int) noexcept {
        return std::exchange(*this, edge_iterator(*store_, at_ + std::size_t{1}));
    }
    friend bool operator==(edge_iterator a, edge_iterator b) noexcept { return a.at_ == b.at_; }

private:
    Store const* store_ = nullptr;
    std::uint32_t at_ = 0;
};

/// The edges at one end of a vertex, by relation type and then in order of insertion.
template <class Store>
class incidence_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = edge_descriptor;
    using difference_type = std::ptrdiff_t;
    using pointer = edge_descriptor const*;
    using reference = edge_descriptor;

    incidence_iterator() = default;
    incidence_iterator(Store const& store, adjacency const& at, relation_group const* group, relation_group const* end)
        : store_(&store), adjacency_(&at), group_(group), end_(end) {
        skip_empty();
    }
    edge_descriptor operator*() const noexcept { return edge_at(*store_, adjacency_->relations(*group_)[at_]); }
    incidence_iterator& operator++() noexcept {
        if (++at_ == group_->relations.size) {
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
        while (group_ != end_ && group_->relations.size == 0) ++group_;
    }

    Store const* store_ = nullptr;
    adjacency const* adjacency_ = nullptr;
    relation_group const* group_ = nullptr;
    relation_group const* end_ = nullptr;
    std::size_t at_ = 0;
};

template <class Store>
auto incidence_range(Store const& store, adjacency const& at, std::size_t v) {
    using iterator = incidence_iterator<Store>;
    auto const groups = at.groups(v);
    auto const end = groups.end();
    return std::pair(iterator(store, at, groups.begin(), end), iterator(store, at, end, end));
}

/// The vertices at the other end of a vertex's out-edges.
template <class Store>
class adjacency_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;
    using value_type = std::size_t;
    using difference_type = std::ptrdiff_t;
    using pointer = std::size_t const*;
    using reference = std::size_t;

    adjacency_iterator() = default;
    explicit adjacency_iterator(incidence_iterator<Store> at) : at_(at) {}
    std::size_t operator*() const noexcept { return (*at_).target; }
    adjacency_iterator& operator++() noexcept {
        ++at_;
        return *this;
    }
    adjacency_iterator operator++(int) noexcept { return adjacency_iterator(at_++); }
    friend bool operator==(adjacency_iterator const&, adjacency_iterator const&) = default;

private:
    incidence_iterator<Store> at_;
};

} // namespace geostance::detail

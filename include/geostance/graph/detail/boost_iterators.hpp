// SPDX-License-Identifier: BSL-1.0
/// @file
/// The iterators by which Boost.Graph's algorithms walk a typed_graph.
#pragma once

#include <geostance/graph/detail/adjacency.hpp>
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
    return {record.source, record.target, store.place_of(index)};
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
    edge_descriptor operator*() const noexcept {
        auto const& record = store_->relation_at_place(at_);
        return {record.source, record.target, at_};
    }
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
        enter_group();
    }
    edge_descriptor operator*() const noexcept { return edge_at(*store_, *at_); }
    incidence_iterator& operator++() noexcept {
        if (++at_ == last_) enter_group();
        return *this;
    }
    incidence_iterator operator++(int) noexcept {
        auto old = *this;
        ++*this;
        return old;
    }
    friend bool operator==(incidence_iterator const& a, incidence_iterator const& b) noexcept { return a.at_ == b.at_; }

private:
    /// Goes to the first relation of the next group that has any; where none is left, to null.
    void enter_group() noexcept {
        at_ = last_ = nullptr;
        while (at_ == last_ && group_ != end_) {
            auto const all = adjacency_->relations(*group_++);
            at_ = all.begin();
            last_ = all.end();
        }
    }

    Store const* store_ = nullptr;
    adjacency const* adjacency_ = nullptr;
    relation_group const* group_ = nullptr; ///< the next one
    relation_group const* end_ = nullptr;
    std::uint32_t const* at_ = nullptr;
    std::uint32_t const* last_ = nullptr; ///< of the relations of this group
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

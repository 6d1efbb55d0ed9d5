// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ranges of typed handles: what nodes_of, relations_of, out and in return.
#pragma once

#include <geostance/graph/detail/slice.hpp>

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace geostance::detail {

/// The handles of one type at consecutive places of an index list; a range to walk, no container. It and its iterators
/// are good until the graph is changed.
template <class Graph, class Handle>
class handle_range {
public:
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::random_access_iterator_tag;
        using value_type = Handle;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Handle;

        iterator() = default;
        iterator(Graph const* g, std::uint32_t const* at) : graph_(g), at_(at) {}
        Handle operator*() const { return graph_->template handle_at<Handle>(*at_); }
        Handle operator[](difference_type n) const { return *(*this + n); }
        iterator& operator++() { return *this += 1; }
        iterator operator++(int) { return std::exchange(*this, *this + 1); }
        iterator& operator--() { return *this -= 1; }
        iterator operator--(int) { return std::exchange(*this, *this - 1); }
        iterator& operator+=(difference_type n) {
            at_ += n;
            return *this;
        }
        iterator& operator-=(difference_type n) { return *this += -n; }
        friend iterator operator+(iterator i, difference_type n) { return i += n; }
        friend iterator operator+(difference_type n, iterator i) { return i += n; }
        friend iterator operator-(iterator i, difference_type n) { return i -= n; }
        friend difference_type operator-(iterator a, iterator b) { return a.at_ - b.at_; }
        friend bool operator==(iterator a, iterator b) { return a.at_ == b.at_; }
        friend auto operator<=>(iterator a, iterator b) { return a.at_ <=> b.at_; }

    private:
        Graph const* graph_ = nullptr;
        std::uint32_t const* at_ = nullptr;
    };

    handle_range(Graph const& g, slice<std::uint32_t> indices) : graph_(&g), indices_(indices) {}
    [[nodiscard]] iterator begin() const { return {graph_, indices_.begin()}; }
    [[nodiscard]] iterator end() const { return {graph_, indices_.end()}; }
    [[nodiscard]] std::size_t size() const noexcept { return indices_.size(); }
    [[nodiscard]] bool empty() const noexcept { return indices_.empty(); }

private:
    Graph const* graph_;
    slice<std::uint32_t> indices_;
};

} // namespace geostance::detail

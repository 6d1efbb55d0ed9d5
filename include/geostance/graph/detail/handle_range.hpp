// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ranges of typed handles: what nodes_of, relations_of, out and in return.
#pragma once

#include <cstddef>
#include <iterator>
#include <utility>

namespace geostance::detail {

/// The handles of one type at consecutive places of a list of indices, a `slice` or `index_list`; a range to walk, no
/// container. It and its iterators are good until the graph is changed.
/// @tparam Place a place of such a list
template <class Graph, class Handle, class Place>
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
        iterator(Graph const* g, Place at) : graph_(g), at_(at) {}
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
        Place at_{};
    };

    handle_range(Graph const& g, Place first, Place last) : graph_(&g), first_(first), last_(last) {}
    [[nodiscard]] iterator begin() const { return {graph_, first_}; }
    [[nodiscard]] iterator end() const { return {graph_, last_}; }
    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(last_ - first_); }
    [[nodiscard]] bool empty() const noexcept { return first_ == last_; }

private:
    Graph const* graph_;
    Place first_;
    Place last_;
};

} // namespace geostance::detail

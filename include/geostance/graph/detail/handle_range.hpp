// SPDX-License-Identifier: BSL-1.0
/// @file
/// Ranges of typed handles: what nodes_of, relations_of, out and in return.
#pragma once

#include <cstddef>
#include <iterator>
#include <utility>

namespace geostance::detail {

/// What iterators and ranges share whatever the type of their handles, so that it is compiled once.
template <class Place>
class at_place {
public:
    at_place() = default;
    explicit at_place(Place at) : at_(at) {}
    friend bool operator==(at_place const& a, at_place const& b) { return a.at_ == b.at_; }
    friend auto operator<=>(at_place const& a, at_place const& b) { return a.at_ <=> b.at_; }

protected:
    Place at_{};
};
template <class Place>
class between_places {
public:
    between_places(Place first, Place last) : first_(first), last_(last) {}
    [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(last_ - first_); }
    [[nodiscard]] bool empty() const noexcept { return first_ == last_; }

protected:
    Place first_;
    Place last_;
};

/// The handles of one type at consecutive places of a list of indices, a `slice` or `index_list`; a range to walk, no
/// container. It and its iterators are good until the graph is changed.
/// @tparam Place a place of such a list
template <class Graph, class Handle, class Place>
class handle_range : public between_places<Place> {
public:
    class iterator : public at_place<Place> {
    public:
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::random_access_iterator_tag;
        using value_type = Handle;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Handle;

        iterator() = default;
        iterator(Graph const* g, Place at) : at_place<Place>(at), graph_(g) {}
        Handle operator*() const { return graph_->template handle_at<Handle>(*at_); }
        Handle operator[](difference_type n) const { return *(*this + n); }
        iterator& operator++() {
            ++at_;
            return *this;
        }
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

    private:
        using at_place<Place>::at_;

        Graph const* graph_ = nullptr;
    };

    handle_range(Graph const& g, Place first, Place last) : between_places<Place>(first, last), graph_(&g) {}
    [[nodiscard]] iterator begin() const { return {graph_, this->first_}; }
    [[nodiscard]] iterator end() const { return {graph_, this->last_}; }

private:
    Graph const* graph_;
};

} // namespace geostance::detail

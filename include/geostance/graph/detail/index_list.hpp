// SPDX-License-Identifier: BSL-1.0
/// @file
/// Rising numbers of nodes or relations, in one graph or in one that lies over another.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace geostance::detail {

/// Rising numbers. A list may lie over another one, which it neither copies nor changes: it has the numbers of that
/// list, without those that were taken away, and then its own.
class index_list {
public:
    index_list() = default;
    index_list(index_list&& other) noexcept
        : own_(std::move(other.own_)), taken_(std::move(other.taken_)), below_(std::exchange(other.below_, nullptr)),
          first_(std::exchange(other.first_, 0)) {}
    index_list(index_list const&) = default;
    index_list& operator=(index_list&&) noexcept = default;
    ~index_list() = default;

    /// A list that lies over another one.
    [[nodiscard]] static index_list over(index_list const& below) { return {&below, below.size()}; }
    /// A list that lies over the numbers 0 to size - 1.
    [[nodiscard]] static index_list over_numbers(std::size_t size) { return {nullptr, size}; }

    [[nodiscard]] std::size_t size() const noexcept { return first_ + own_.size(); }
    /// O(1) for the list's own numbers; for others O(log(numbers taken away)) for each list below.
    [[nodiscard]] std::uint32_t operator[](std::size_t place) const noexcept {
        return place >= first_ ? own_[place - first_] : from_below(place);
    }
    /// The place of a number, or of the first greater one. Graphs that lie over none never ask for it.
    [[nodiscard, gnu::noinline, gnu::cold]] std::size_t place_of(std::uint32_t number) const noexcept {
        std::size_t from = 0;
        for (auto left = size(); left > 0;) {
            auto const half = left / 2;
            if ((*this)[from + half] < number) {
                from += half + 1;
                left -= half + 1;
            } else {
                left = half;
            }
        }
        return from;
    }

    void make_room() { detail::make_room(own_); }
    /// Adds a number that is greater than all others, for which room was made.
    void push_back(std::uint32_t number) noexcept { own_.push_back(number); }
    /// Takes the numbers from one on away, in a list that lies over none.
    void truncate(std::uint32_t first) noexcept { own_.truncate(std::lower_bound(own_.begin(), own_.end(), first)); }

    void make_room_to_take(std::size_t numbers) { make_room_for(taken_, numbers); }
    /// Takes a number of the list away; room was made.
    void take(std::uint32_t number) noexcept {
        auto const place = place_of(number);
        if (place >= first_) {
            own_.erase(&own_[place - first_]);
            return;
        }
        auto const below = static_cast<std::uint32_t>(place_below(place));
        taken_.insert(std::lower_bound(taken_.begin(), taken_.end(), below), below);
        --first_;
    }

    /// A place of a list.
    class const_iterator {
    public:
        using difference_type = std::ptrdiff_t;

        const_iterator() = default;
        const_iterator(index_list const& list, std::size_t place) noexcept
            : numbers_(list.own_.data()), list_(list.first_ == 0 ? nullptr : &list), place_(place) {}
        std::uint32_t operator*() const noexcept { return list_ == nullptr ? numbers_[place_] : (*list_)[place_]; }
        const_iterator& operator++() noexcept { return *this += 1; }
        const_iterator& operator+=(difference_type n) noexcept {
            place_ += static_cast<std::size_t>(n);
            return *this;
        }
        friend difference_type operator-(const_iterator a, const_iterator b) noexcept {
            return static_cast<difference_type>(a.place_ - b.place_);
        }
        friend bool operator==(const_iterator a, const_iterator b) noexcept { return a.place_ == b.place_; }
        friend auto operator<=>(const_iterator a, const_iterator b) noexcept { return a.place_ <=> b.place_; }

    private:
        std::uint32_t const* numbers_ = nullptr;
        index_list const* list_ = nullptr; ///< null if all its numbers are its own
        std::size_t place_ = 0;
    };
    [[nodiscard]] const_iterator begin() const noexcept { return {*this, 0}; }
    [[nodiscard]] const_iterator end() const noexcept { return {*this, size()}; }

private:
    index_list(index_list const* below, std::size_t size) : below_(below), first_(size) {}

    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] std::uint32_t from_below(std::size_t place) const noexcept {
        auto const* list = this;
        while (place < list->first_) {
            place = list->place_below(place);
            if (list->below_ == nullptr) return static_cast<std::uint32_t>(place);
            list = list->below_;
        }
        return list->own_[place - list->first_];
    }

    /// The place in the list below of what stands at a place of this one.
    [[nodiscard]] std::size_t place_below(std::size_t place) const noexcept {
        if (taken_.empty()) return place;
        auto const* const first = taken_.data();
        auto const* const after = std::partition_point(first, first + taken_.size(), [=](std::uint32_t const& taken) {
            return taken - static_cast<std::size_t>(&taken - first) <= place;
        });
        return place + static_cast<std::size_t>(after - first);
    }

    lean_vector<std::uint32_t> own_;
    lean_vector<std::uint32_t> taken_; ///< the places of the list below that were taken away, in order
    index_list const* below_ = nullptr;
    std::size_t first_ = 0; ///< how many numbers of those below are left
};

} // namespace geostance::detail

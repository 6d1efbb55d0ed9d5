// SPDX-License-Identifier: BSL-1.0
/// @file
/// A map in order of insertion that is mostly short but may become long.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/graph/detail/hash_index.hpp>

#include <cstddef>
#include <functional>
#include <utility>

namespace geostance::detail {

/// Values by key, in order of insertion. Few keys are searched one by one, many by their hash.
/// @par Complexity
/// O(1) on average to find or to insert
template <class Key, class Value, class Hash = std::hash<Key>>
class table {
public:
    /// What it holds. A `std::pair` would do, and take longer to compile.
    struct entry {
        Key first;
        Value second;
    };
    /// A value, and whether it was new.
    struct inserted {
        Value& first;
        bool second;
    };

    /// The value of a key, or null.
    [[nodiscard]] Value const* find(Key const& key) const {
        auto const place = place_of(key);
        return place == entries_.size() ? nullptr : &entries_[place].second;
    }
    [[nodiscard]] bool has(Key const& key) const { return find(key) != nullptr; }

    /// The value of a key, inserted with the given one if it is new, and whether it was new.
    inserted insert(Key key, Value value) {
        auto const place = place_of(key);
        if (place < entries_.size()) return {entries_[place].second, false};
        entries_.push_back({std::move(key), std::move(value)});
        if (entries_.size() > few) index_from(places_.empty() ? 0 : place);
        return {entries_.back().second, true};
    }

    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    [[nodiscard]] bool empty() const noexcept { return entries_.empty(); }
    [[nodiscard]] entry const& operator[](std::size_t place) const { return entries_[place]; }
    [[nodiscard]] auto begin() const noexcept { return entries_.begin(); }
    [[nodiscard]] auto end() const noexcept { return entries_.end(); }

private:
    static constexpr std::size_t few = 16;

    [[nodiscard]] std::size_t place_of(Key const& key) const {
        if (entries_.size() > few)
            return places_.find(
                Hash{}(key), [&](std::size_t place) { return entries_[place].first == key; }, entries_.size());
        std::size_t place = 0;
        while (place < entries_.size() && !(entries_[place].first == key)) ++place;
        return place;
    }
    void index_from(std::size_t place) {
        for (; place < entries_.size(); ++place) places_.add(Hash{}(entries_[place].first), place);
    }

    lean_vector<entry> entries_;
    hash_index places_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A map in order of insertion that is mostly short but may become long.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Values by key, in order of insertion. Few keys are searched one by one, many by their hash.
/// @par Complexity
/// O(1) on average to find or to insert
template <class Key, class Value, class Hash = std::hash<Key>>
class table {
public:
    using entry = std::pair<Key, Value>; ///< what it holds

    /// The value of a key, or null.
    [[nodiscard]] Value const* find(Key const& key) const {
        auto const place = place_of(key);
        return place == entries_.size() ? nullptr : &entries_[place].second;
    }
    [[nodiscard]] bool has(Key const& key) const { return find(key) != nullptr; }

    /// The value of a key, inserted with the given one if it is new, and whether it was new.
    std::pair<Value&, bool> insert(Key key, Value value) {
        auto const place = place_of(key);
        if (place < entries_.size()) return {entries_[place].second, false};
        entries_.emplace_back(std::move(key), std::move(value));
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
        if (entries_.size() <= few) {
            auto const at =
                std::find_if(entries_.begin(), entries_.end(), [&](entry const& e) { return e.first == key; });
            return static_cast<std::size_t>(at - entries_.begin());
        }
        auto const at = places_.find(key);
        return at == places_.end() ? entries_.size() : at->second;
    }
    void index_from(std::size_t place) {
        for (; place < entries_.size(); ++place) places_.emplace(entries_[place].first, place);
    }

    std::vector<entry> entries_;
    std::unordered_map<Key, std::size_t, Hash> places_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Texts that are kept once and stand for a number.
#pragma once

#include <geostance/detail/spread.hpp>
#include <geostance/io/detail/bytes.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail {

using geostance::detail::mixed_in;

inline std::uint64_t hash_of(std::string_view text) noexcept {
    std::uint64_t hash = text.size();
    auto const* at = text.data();
    auto left = text.size();
    for (; left > 8; at += 8, left -= 8) hash = mixed_in(hash, load_bytes(at));
    return mixed_in(hash, left == 0 ? 0 : load_bytes(at, left)); // at may be null
}

/// Places in a table of which a quarter to a half is taken, found by hash.
class hash_index {
public:
    static constexpr auto none = ~std::uint32_t(0);

    /// The number for which is_it(number) is true, among those that have the hash; or none.
    template <class IsIt>
    [[nodiscard]] std::uint32_t find(std::uint64_t hash, IsIt is_it) const {
        if (slots_.empty()) return none;
        for (auto at = hash & mask();; at = (at + 1) & mask())
            if (slots_[at] == none || is_it(slots_[at])) return slots_[at];
    }
    /// Adds a number that is not there.
    /// @param hash_of_number gives the hash of each number that is there
    template <class HashOfNumber>
    void add(std::uint64_t hash, std::uint32_t number, HashOfNumber hash_of_number) {
        reserve(size_ + 1, hash_of_number);
        ++size_;
        put(hash, number);
    }
    /// Makes room for so many numbers in all: adding them then cannot fail.
    template <class HashOfNumber>
    void reserve(std::size_t size, HashOfNumber hash_of_number) {
        constexpr std::size_t least = 64;
        auto room = std::max(slots_.size(), least);
        while (size > room / 2) room *= 2;
        if (room == slots_.size()) return;
        auto const old = std::exchange(slots_, std::vector<std::uint32_t>(room, none));
        for (auto const n : old)
            if (n != none) put(hash_of_number(n), n);
    }

private:
    [[nodiscard]] std::size_t mask() const noexcept { return slots_.size() - 1; }
    void put(std::uint64_t hash, std::uint32_t number) {
        auto at = hash & mask();
        while (slots_[at] != none) at = (at + 1) & mask();
        slots_[at] = number;
    }

    std::vector<std::uint32_t> slots_;
    std::size_t size_ = 0;
};

/// Pairs of numbers, each once. Second numbers that are near each other lie in one word: rows come by the first.
class number_pairs {
public:
    /// @return false if it is there already
    bool add(std::uint32_t first, std::uint32_t second) {
        auto const key = std::uint64_t(first) << 32U | second / 64;
        auto const bit = std::uint64_t(1) << second % 64;
        if (last_ >= words_.size() || words_[last_].key != key) last_ = place_of(key);
        auto& bits = words_[last_].bits;
        if ((bits & bit) != 0) return false;
        bits |= bit;
        return true;
    }

private:
    struct word {
        std::uint64_t key; // the first number, and the second by 64
        std::uint64_t bits;
    };
    std::uint32_t place_of(std::uint64_t key) {
        auto const found = index_.find(mixed_in(0, key), [&](std::uint32_t n) { return words_[n].key == key; });
        if (found != hash_index::none) return found;
        auto const number = static_cast<std::uint32_t>(words_.size());
        index_.reserve(words_.size() + 1, [&](std::uint32_t n) { return mixed_in(0, words_[n].key); });
        words_.push_back({key, 0});
        index_.add(mixed_in(0, key), number, [&](std::uint32_t n) { return mixed_in(0, words_[n].key); });
        return number;
    }

    std::vector<word> words_;
    hash_index index_;       // of the words
    std::uint32_t last_ = 0; // the word that was used last
};

/// Gives each text a number, from 0 in the order in which they come.
class string_pool {
public:
    /// The number of a text, or hash_index::none if it has none yet.
    [[nodiscard]] std::uint32_t find(std::string_view text) const {
        return index_.find(hash_of(text), [&](std::uint32_t n) { return texts_[n] == text; });
    }
    /// Gives a number to a text that has none.
    std::uint32_t add(std::string_view text) {
        auto const number = static_cast<std::uint32_t>(texts_.size());
        texts_.emplace_back(text);
        index_.add(hash_of(text), number, [&](std::uint32_t n) { return hash_of(texts_[n]); });
        return number;
    }
    [[nodiscard]] std::string const& operator[](std::uint32_t number) const { return texts_[number]; }
    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(texts_.size()); }
    /// The texts by their numbers.
    [[nodiscard]] std::vector<std::string> take() && { return std::move(texts_); }

private:
    std::vector<std::string> texts_;
    hash_index index_;
};

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/detail/hash_index.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <vector>

using geostance::detail::hash_index;

TEST_CASE("hash_index: finds each entry among many, of equal hashes too, and nothing else") {
    // Keys share their hash in groups of four.
    auto const hash = [](std::size_t key) { return key / 4; };
    std::vector<std::size_t> keys;
    hash_index index;
    auto const find = [&](std::size_t key) {
        return index.find(
            hash(key), [&](std::size_t place) { return keys[place] == key; }, keys.size());
    };
    CHECK(index.empty());
    for (std::size_t key = 0; key < 3000; key += 3) {
        CHECK(find(key) == keys.size());
        index.add(hash(key), keys.size());
        keys.push_back(key);
    }
    CHECK(!index.empty());
    for (std::size_t key = 0; key < 3000; ++key) CHECK(find(key) == (key % 3 == 0 ? key / 3 : keys.size()));
}

TEST_CASE("combined: tells the order of two hashes, and small ones apart") {
    std::vector<std::size_t> all;
    for (std::size_t first = 0; first < 50; ++first)
        for (std::size_t second = 0; second < 50; ++second) all.push_back(geostance::detail::combined(first, second));
    std::sort(all.begin(), all.end());
    CHECK(std::adjacent_find(all.begin(), all.end()) == all.end());
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/detail/name_index.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>

namespace gs = geostance;

TEST_CASE("name_index: two names with one hash, of which another node bears one, are removed in either order") {
    // Node 1 bears the names 0 and 1, node 2 the name 0. Some hashes are at the end of the table, so that growth
    // exchanges the order of the two entries.
    auto const zero = [](std::uint32_t) { return true; };
    auto const one = [](std::uint32_t n) { return n == 1; };
    for (std::size_t i = 0; i < 256; ++i)
        for (bool const zero_first : {false, true}) {
            auto const hash = i * 0x9E3779B97F4A7C15U;
            gs::detail::name_index index;
            index.make_room(3);
            auto const has_two = [] { return true; };
            index.add(hash, 2, zero, has_two);
            index.add(hash, 1, zero, has_two);
            index.add(hash, 1, one, has_two);
            CHECK(index.find(hash, zero).count == 2);
            CHECK(index.find(hash, one).count == 1);
            index.make_room(100);
            if (zero_first) index.remove(hash, 1, zero);
            index.remove(hash, 1, one);
            if (!zero_first) index.remove(hash, 1, zero);
            auto const only_two = [](std::uint32_t n) { return n == 2; };
            auto const nobody = [](std::uint32_t) { return false; };
            CHECK(index.find(hash, only_two).count == 1);
            CHECK(index.find(hash, only_two).newest == 2);
            CHECK(index.find(hash, nobody).count == 0);
        }
}

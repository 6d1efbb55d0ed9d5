// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/detail/short_list.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <utility>
#include <vector>

using list = geostance::detail::short_list<int, 4>;

TEST_CASE("short_list: what is moved from is empty and can be used again, short or long") {
    for (int const size : {0, 3, 4, 5, 40}) {
        list a;
        for (int i = 0; i < size; ++i) a.push_back(i);
        list b(std::move(a));
        CHECK(a.empty()); // NOLINT(bugprone-use-after-move): what is tested
        CHECK(b.size() == static_cast<std::size_t>(size));
        CHECK(std::is_sorted(b.begin(), b.end()));
        a.push_back(7);
        b = std::move(a);
        REQUIRE(b.size() == 1);
        CHECK(b[0] == 7);
    }
}

TEST_CASE("short_list: an element of the list can be added to it where it has to grow") {
    list a;
    a.push_back(5);
    while (a.size() < 20) a.push_back(a[0]);
    CHECK(std::count(a.begin(), a.end(), 5) == 20);
}

TEST_CASE("short_list: random steps give what a vector gives") {
    std::mt19937 random(1);
    list found;
    std::vector<int> wanted;
    for (int step = 0; step < 20'000; ++step) {
        auto const number = static_cast<int>(random() % 100);
        switch (random() % 8) {
        case 0: found.clear(), wanted.clear(); break;
        case 1:
            found.truncate(std::remove(found.begin(), found.end(), number));
            wanted.erase(std::remove(wanted.begin(), wanted.end(), number), wanted.end());
            break;
        case 2: {
            auto const size = random() % 12;
            found.resize(size), wanted.resize(size);
            break;
        }
        case 3: {
            auto const half = wanted.size() / 2;
            list other;
            other.assign(found.begin() + half, found.end());
            std::swap(found, other);
            wanted.erase(wanted.begin(), wanted.begin() + static_cast<std::ptrdiff_t>(half));
            break;
        }
        case 4: found.add([&] { return number; }), wanted.push_back(number); break;
        default: found.push_back(number), wanted.push_back(number);
        }
        REQUIRE(std::equal(found.begin(), found.end(), wanted.begin(), wanted.end()));
    }
}

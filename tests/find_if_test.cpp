// SPDX-License-Identifier: BSL-1.0
#include <geostance/detail/find_if.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <vector>

namespace detail = geostance::detail;

TEST_CASE("find_if, any_of and remove_if do what those of std do") {
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 40; ++size)
        for (int round = 0; round < 20; ++round) {
            std::vector<std::string> all;
            for (std::size_t i = 0; i < size; ++i)
                all.push_back("a text that is long: " + std::to_string(random() % 4));
            auto const wanted = "a text that is long: " + std::to_string(random() % 5); // the last is never there
            auto const is_wanted = [&](std::string const& each) { return each == wanted; };
            CHECK(detail::find_if(all.begin(), all.end(), is_wanted) ==
                  std::find_if(all.begin(), all.end(), is_wanted));
            CHECK(detail::any_of(all, is_wanted) == std::any_of(all.begin(), all.end(), is_wanted));
            auto ours = all;
            ours.erase(detail::remove_if(ours.begin(), ours.end(), is_wanted), ours.end());
            auto erased = all;
            detail::erase_if(erased, is_wanted);
            all.erase(std::remove_if(all.begin(), all.end(), is_wanted), all.end());
            CHECK(ours == all);
            CHECK(erased == all);
        }
}

TEST_CASE("erase_repeats keeps one of those that are equal, as std::unique does") {
    std::mt19937 random(1);
    for (std::size_t size = 0; size < 40; ++size) {
        std::vector<std::string> all;
        for (std::size_t i = 0; i < size; ++i)
            all.push_back("a text that is long: " + std::to_string(random() % (1 + size / 2)));
        std::sort(all.begin(), all.end());
        auto ours = all;
        detail::erase_repeats(ours);
        all.erase(std::unique(all.begin(), all.end()), all.end());
        CHECK(ours == all);
    }
}

TEST_CASE("remove_if moves, and leaves alone what stands where it belongs") {
    std::vector<std::unique_ptr<int>> all;
    for (int i = 0; i < 6; ++i) all.push_back(std::make_unique<int>(i));
    auto const* const first = all.front().get();
    auto const end = detail::remove_if(all.begin(), all.end(), [](auto const& each) { return *each % 2 == 1; });
    all.erase(end, all.end());
    REQUIRE(all.size() == 3);
    CHECK(all[0].get() == first);
    CHECK(*all[1] == 2);
    CHECK(*all[2] == 4);
}

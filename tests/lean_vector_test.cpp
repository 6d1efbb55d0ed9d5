// SPDX-License-Identifier: BSL-1.0
#include <geostance/detail/lean_vector.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <memory>
#include <new>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

using texts = gs::detail::lean_vector<std::string>;

std::string text(std::size_t i) { return std::string(i % 40, 'a') + std::to_string(i); } // short ones and long ones

} // namespace

TEST_CASE("a lean vector does what std::vector does") {
    std::mt19937 random(1);
    for (int repetition = 0; repetition < 300; ++repetition) {
        texts ours;
        std::vector<std::string> theirs;
        for (std::size_t step = 0; step < 60; ++step) {
            auto const place = theirs.empty() ? 0 : random() % theirs.size();
            switch (random() % 10) {
            case 0: ours.resize(place, text(step)), theirs.resize(place, text(step)); break;
            case 1: ours.resize(place + 9, text(step)), theirs.resize(place + 9, text(step)); break;
            case 2: ours.reserve(place + 20); break;
            case 3:
                if (theirs.empty()) break;
                ours.erase(ours.begin() + place);
                theirs.erase(theirs.begin() + static_cast<std::ptrdiff_t>(place));
                break;
            case 4:
                CHECK(*ours.insert(ours.begin() + place, text(step)) == text(step));
                theirs.insert(theirs.begin() + static_cast<std::ptrdiff_t>(place), text(step));
                break;
            case 5:
                if (theirs.empty()) break;
                ours.push_back(ours[place]); // one of its own
                theirs.push_back(theirs[place]);
                break;
            case 6: {
                auto copy = ours;
                ours = std::move(copy);
                break;
            }
            case 7:
                ours.truncate(ours.begin() + place);
                theirs.resize(place);
                break;
            default: ours.push_back(text(step)), theirs.push_back(text(step));
            }
            REQUIRE(std::vector<std::string>(ours.begin(), ours.end()) == theirs);
            REQUIRE(ours.empty() == theirs.empty());
            REQUIRE(ours.size() <= ours.capacity());
        }
    }
}

TEST_CASE("a lean vector that was moved from is empty, and can be used again") {
    texts from{"a", "b"};
    texts const to = std::move(from);
    CHECK(to.size() == 2);
    CHECK(from.empty()); // NOLINT(bugprone-use-after-move)
    from.push_back("c");
    CHECK(from.back() == "c");
}

TEST_CASE("a lean vector owns what cannot be copied") {
    gs::detail::lean_vector<std::unique_ptr<int>> all;
    for (int i = 0; i < 9; ++i) all.push_back(std::make_unique<int>(i));
    all.erase(&all[4]);
    CHECK(*all[4] == 5);
    CHECK(*std::as_const(all).back() == 8);
}

TEST_CASE("lean_vector: its own element fills it, and what is larger than memory is refused") {
    geostance::detail::lean_vector<std::string> v{"a long text that is on the heap", "b"};
    v.resize(20, v[0]);
    CHECK(v[19] == v[0]);
    CHECK_THROWS_AS(v.reserve(static_cast<std::size_t>(-1) / 8), std::bad_alloc);
    CHECK(v.size() == 20);
}

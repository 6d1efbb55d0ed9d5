// SPDX-License-Identifier: BSL-1.0
// What memory that ends leaves behind: a change is made as a whole or not at all.
#include "failing_memory.hpp"

#include <geostance/signed/changing_balance.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace gs = geostance;
using failing_memory::count_failures;

namespace {

/// All that can be seen of a network and its bounds.
struct sight {
    std::vector<double> weights{};
    gs::triad_counts triads{};
    gs::camp_assignment camp{};
    double against = 0;
    std::vector<std::array<std::uint32_t, 3>> packed{};
    std::vector<double> packed_weights{};

    explicit sight(gs::changing_balance const& b) : triads(b.triads()), camp(b.camp()), against(b.against()) {
        for (std::size_t v = 0; v < b.num_vertices(); ++v)
            for (std::size_t u = 0; u < b.num_vertices(); ++u) weights.push_back(b.weight(u, v));
        b.for_each_packed([&](std::array<std::uint32_t, 3> const& t, double weight) {
            packed.push_back(t);
            packed_weights.push_back(weight);
        });
    }
    friend bool operator==(sight const&, sight const&) = default;
};

} // namespace

TEST_CASE("changing_balance: a tie for which memory ends changes nothing, and later ones are as if it had not been") {
    std::mt19937 random(3);
    gs::changing_balance b;
    gs::changing_balance untroubled;
    int failures = 0;
    for (int step = 0; step < 300; ++step) {
        auto const n = 3U + static_cast<unsigned>(step) / 30;
        auto const u = random() % n;
        auto const v = (u + 1 + random() % (n - 1)) % n;
        auto const weight = (static_cast<double>(random() % 9) - 4) / 2;
        sight const before(b);
        failures += count_failures([&] { b.set(u, v, weight); }, [&] { CHECK(sight(b) == before); });
        untroubled.set(u, v, weight);
        CHECK(sight(b) == sight(untroubled));
    }
    CHECK(failures > 300);
    CHECK(b.packed() > 0);
}

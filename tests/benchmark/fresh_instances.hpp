// SPDX-License-Identifier: BSL-1.0
// Random problems of the kinds that are used to compare solvers, made anew from a seed.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <random>
#include <string>
#include <utility>
#include <vector>

/// A signed network, and whether its camps may be any number instead of two.
struct instance {
    std::string name{};
    bool any_number = false;
    std::size_t vertices = 0;
    std::vector<geostance::signed_tie> ties{};
};

/// Makes the instances of one seed, one after the other: dense with ties of -1, sparse with ties of both signs, a torus
/// in two and one in three dimensions with weights from a normal distribution, cluster editing, and random signs
/// between all for any number of camps. Each round of the six is larger than the one before. Draws do not depend on the
/// standard library.
class fresh_instances {
public:
    explicit fresh_instances(std::uint64_t seed) : random_(seed), seed_(seed) {}

    instance next() {
        auto const round = static_cast<std::uint32_t>(made_ / 6);
        auto result = make(made_ % 6, round);
        result.name += std::to_string(result.vertices) + "." + std::to_string(seed_) + "." + std::to_string(made_++);
        return result;
    }

private:
    instance make(std::size_t kind, std::uint32_t round) {
        switch (kind) {
        case 0: return dense(50 + 20 * round);
        case 1: return sparse(100 + 200 * round);
        case 2: return torus("torus2-", {10 + 10 * round, 10 + 10 * round, 1});
        case 3: return torus("torus3-", {5 + round, 5 + round, 5 + round});
        case 4: return cluster_editing(30 + 15 * round);
        default: return signs(30 + 15 * round);
        }
    }

    bool with_probability(double p) { return static_cast<double>(random_() >> 11U) * 0x1p-53 < p; }
    /// Of mean 0 and deviation 100,000, a whole number.
    double normal() {
        auto const radius = std::sqrt(-2 * std::log(static_cast<double>((random_() >> 11U) + 1) * 0x1p-53));
        auto const angle = 2 * std::numbers::pi * static_cast<double>(random_() >> 11U) * 0x1p-53;
        return std::round(100000 * radius * std::cos(angle));
    }

    instance dense(std::uint32_t n) {
        instance result{"dense", false, n, {}};
        for (std::uint32_t u = 0; u < n; ++u)
            for (auto v = u + 1; v < n; ++v)
                if (with_probability(0.5)) result.ties.push_back({u, v, -1});
        return result;
    }
    /// Three ties a vertex.
    instance sparse(std::uint32_t n) {
        instance result{"sparse", false, n, {}};
        for (std::size_t i = 0; i < std::size_t{3} * n; ++i) {
            auto const u = static_cast<std::uint32_t>(random_() % n);
            auto const v = static_cast<std::uint32_t>((u + 1 + random_() % (n - 1)) % n);
            result.ties.push_back({u, v, with_probability(0.5) ? 1.0 : -1.0});
        }
        return result;
    }
    struct sides {
        std::uint32_t x, y, z;
    };
    instance torus(std::string name, sides const& size) {
        instance result{std::move(name), false, std::size_t{size.x} * size.y * size.z, {}};
        auto const at = [&](std::uint32_t x, std::uint32_t y, std::uint32_t z) {
            return (x % size.x * size.y + y % size.y) * size.z + z % size.z;
        };
        for (std::uint32_t x = 0; x < size.x; ++x)
            for (std::uint32_t y = 0; y < size.y; ++y)
                for (std::uint32_t z = 0; z < size.z; ++z) {
                    result.ties.push_back({at(x, y, z), at(x + 1, y, z), normal()});
                    result.ties.push_back({at(x, y, z), at(x, y + 1, z), normal()});
                    if (size.z > 1) result.ties.push_back({at(x, y, z), at(x, y, z + 1), normal()});
                }
        return result;
    }
    /// Groups of about six, and one pair in eight the other way round.
    instance cluster_editing(std::uint32_t n) {
        instance result{"clusters", true, n, {}};
        std::vector<std::uint64_t> group(n);
        for (auto& each : group) each = random_() % std::max(2U, n / 6);
        for (std::uint32_t u = 0; u < n; ++u)
            for (auto v = u + 1; v < n; ++v)
                result.ties.push_back({u, v, (group[u] == group[v]) != with_probability(0.125) ? 1.0 : -1.0});
        return result;
    }

    instance signs(std::uint32_t n) {
        instance result{"signs", true, n, {}};
        for (std::uint32_t u = 0; u < n; ++u)
            for (auto v = u + 1; v < n; ++v) result.ties.push_back({u, v, with_probability(0.5) ? 1.0 : -1.0});
        return result;
    }

    std::mt19937_64 random_;
    std::uint64_t seed_;
    std::size_t made_ = 0;
};

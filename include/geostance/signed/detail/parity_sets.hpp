// SPDX-License-Identifier: BSL-1.0
/// @file
/// Sets of vertices that are known to stand together or apart: a union-find with the parity of each vertex to its root.
#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Union-find by size, with halved paths.
/// @par Source
/// Tarjan, R. E. (1975). Efficiency of a good but not linear set union algorithm. Journal of the ACM 22, 215-225,
/// doi:10.1145/321879.321884.
class parity_sets {
public:
    /// Where a vertex belongs.
    struct place {
        std::uint32_t root = 0;
        bool apart = false; // from the root
    };

    parity_sets() = default;
    explicit parity_sets(std::size_t vertices) { grow(vertices); }

    [[nodiscard]] std::size_t size() const noexcept { return parent_.size(); }

    /// Adds vertices up to a number of them, each in a set of its own.
    void grow(std::size_t vertices) {
        auto const before = parent_.size();
        apart_.resize(vertices);
        size_.resize(vertices, 1);
        parent_.resize(vertices);
        std::iota(parent_.begin() + static_cast<std::ptrdiff_t>(before), parent_.end(),
                  static_cast<std::uint32_t>(before));
    }

    /// Changes nothing, so that several threads may ask.
    [[nodiscard]] place find(std::uint32_t v) const noexcept {
        bool apart = false;
        for (; parent_[v] != v; v = parent_[v]) apart = apart != apart_[v];
        return {v, apart};
    }
    /// The same, and halves the path that it takes.
    [[nodiscard]] place find_and_halve(std::uint32_t v) noexcept {
        bool apart = false;
        for (; parent_[v] != v; v = parent_[v]) {
            auto const above = parent_[v];
            apart_[v] = apart_[v] != apart_[above];
            parent_[v] = parent_[above];
            apart = apart != apart_[v];
        }
        return {v, apart};
    }

    /// Joins the sets of two roots, which stand together or apart.
    void unite(std::uint32_t a, std::uint32_t b, bool apart) noexcept {
        if (size_[a] < size_[b]) std::swap(a, b);
        size_[a] += size_[b];
        parent_[b] = a;
        apart_[b] = apart;
    }

private:
    std::vector<std::uint32_t> parent_{};
    std::vector<bool> apart_{}; // from the parent; false for a root
    std::vector<std::uint32_t> size_{};
};

} // namespace geostance::detail

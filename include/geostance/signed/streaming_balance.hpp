// SPDX-License-Identifier: BSL-1.0
/// @file
/// Structural balance of ties that arrive one by one.
#pragma once

#include <geostance/detail/assert.hpp>
#include <geostance/error.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// What a tie that arrives does to the camps known so far.
enum class tie_effect : std::uint8_t {
    none,       ///< its weight is 0
    joins,      ///< it joins two components: their camps are now related
    agrees,     ///< it fits the camps
    contradicts ///< it closes a negative cycle with earlier ties; it is counted and leaves the camps as they are
};

/// Keeps track of two camps while ties arrive: a union-find with the parity of each vertex to its root.
/// @par Source
/// Tarjan (1975), doi 10.1145/321879.321884, for union-find; its use for balance is folklore.
class streaming_balance {
public:
    /// Takes one tie. Vertices come into being when first named.
    /// @param u a vertex, below 2^32 - 1
    /// @param v another, or the same one for a self-loop
    /// @param weight finite: above 0 friendly, below 0 hostile, 0 no tie
    /// @return what it does
    /// @throws invalid_value for a weight that is not finite or a vertex too large; nothing is changed
    /// @par Complexity
    /// Amortised O(α(V)), and the growth of memory to the largest vertex named.
    tie_effect add(std::uint32_t u, std::uint32_t v, double weight) {
        if (!std::isfinite(weight)) throw invalid_value("weight", std::to_string(weight), "a finite number");
        auto const largest = u < v ? v : u;
        if (largest == UINT32_MAX) throw invalid_value("vertex", std::to_string(largest), "a number below 2^32 - 1");
        if (largest >= parent_.size()) grow(largest);
        if (weight == 0) return tie_effect::none;
        auto const [root_u, parity_u] = find(u);
        auto const [root_v, parity_v] = find(v);
        auto const crossed = (parity_u ^ parity_v) != 0;
        if (root_u == root_v) {
            if (crossed == (weight < 0)) return tie_effect::agrees;
            ++against_;
            return tie_effect::contradicts;
        }
        unite(root_u, root_v, crossed != (weight < 0));
        return tie_effect::joins;
    }

    /// @return whether no tie so far contradicts earlier ones
    [[nodiscard]] bool balanced() const noexcept { return against_ == 0; }
    /// @return ties that contradicted earlier ones; depends on the order of arrival, at least the frustration index
    [[nodiscard]] std::size_t against() const noexcept { return against_; }
    /// @return the number of vertices named so far: the largest + 1
    [[nodiscard]] std::size_t num_vertices() const noexcept { return parent_.size(); }
    /// Whether two vertices are in one component, so that their camps can be compared.
    /// @param u a vertex
    /// @param v a vertex
    /// @return whether ties connect them
    /// @par Complexity
    /// O(log V)
    [[nodiscard]] bool related(std::uint32_t u, std::uint32_t v) const {
        return u == v || (u < parent_.size() && v < parent_.size() && find(u).first == find(v).first);
    }
    /// Whether two related vertices are in one camp.
    /// @param u a vertex named before
    /// @param v a vertex named before
    /// @pre related(u, v)
    /// @return whether they stand together
    /// @par Complexity
    /// O(log V)
    [[nodiscard]] bool together(std::uint32_t u, std::uint32_t v) const {
        GEOSTANCE_ASSERT(related(u, v), "streaming_balance::together: two vertices that ties connect");
        return u == v || find(u).second == find(v).second;
    }

private:
    void grow(std::uint32_t largest) {
        auto const first = parent_.size();
        parity_.resize(largest + std::size_t{1});
        size_.resize(largest + std::size_t{1}, 1);
        parent_.resize(largest + std::size_t{1});
        for (auto v = first; v <= largest; ++v) parent_[v] = static_cast<std::uint32_t>(v);
    }

    // The root and the parity to it, halving the path.
    std::pair<std::uint32_t, std::uint8_t> find(std::uint32_t v) const {
        std::uint8_t parity = 0;
        while (parent_[v] != v) {
            auto const above = parent_[v];
            parity_[v] = static_cast<std::uint8_t>(parity_[v] ^ parity_[above]);
            parent_[v] = parent_[above];
            parity = static_cast<std::uint8_t>(parity ^ parity_[v]);
            v = parent_[v];
        }
        return {v, parity};
    }

    void unite(std::uint32_t a, std::uint32_t b, bool crossed) {
        if (size_[a] < size_[b]) std::swap(a, b);
        size_[a] += size_[b];
        parent_[b] = a;
        parity_[b] = crossed ? 1 : 0;
    }

    mutable std::vector<std::uint32_t> parent_{};
    mutable std::vector<std::uint8_t> parity_{}; // to the parent; 0 for a root
    std::vector<std::uint32_t> size_{};
    std::size_t against_ = 0;
};

} // namespace geostance

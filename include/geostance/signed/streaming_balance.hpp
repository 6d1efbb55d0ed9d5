// SPDX-License-Identifier: BSL-1.0
/// @file
/// Structural balance of ties that arrive one by one.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/error.hpp>
#include <geostance/signed/detail/parity_sets.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>

namespace geostance {

/// What a tie that arrives does to the camps known so far.
enum class tie_effect : std::uint8_t {
    none,       ///< its weight is 0
    joins,      ///< it joins two components: their camps are now related
    agrees,     ///< it fits the camps
    contradicts ///< it closes a negative cycle with earlier ties; it is counted and leaves the camps as they are
};

/// Keeps track of two camps while ties arrive.
/// @par Source
/// Sets that are united: Tarjan, R. E. (1975). Efficiency of a good but not linear set union algorithm. Journal of the
/// ACM 22, 215-225, doi:10.1145/321879.321884. Their use for balance is folklore.
/// @par Complexity
/// O(1) for a function that says nothing else
class streaming_balance {
public:
    /// Takes one tie. Vertices come into being when first named.
    /// @param u a vertex, below 2^32 - 1
    /// @param v another, or the same one for a self-loop
    /// @param weight finite: above 0 friendly, below 0 hostile, 0 no tie
    /// @return what it does
    /// @throws invalid_value for a weight that is not finite or a vertex too large
    /// @par Guarantee
    /// If it throws, nothing is changed.
    /// @par Complexity
    /// amortised O(α(V)), and the growth of memory to the largest vertex named
    tie_effect add(std::uint32_t u, std::uint32_t v, double weight) {
        if (!std::isfinite(weight)) throw invalid_value("weight", std::to_string(weight), "a finite number");
        auto const largest = u < v ? v : u;
        if (largest == UINT32_MAX)
            throw invalid_value(u > v ? "u" : "v", std::to_string(largest), "a number below 2^32 - 1");
        if (largest >= sets_.size()) sets_.grow(largest + std::size_t{1});
        if (weight == 0) return tie_effect::none;
        auto const [root_u, apart_u] = sets_.find_and_halve(u);
        auto const [root_v, apart_v] = sets_.find_and_halve(v);
        auto const apart = apart_u != apart_v;
        if (root_u == root_v) {
            if (apart == (weight < 0)) return tie_effect::agrees;
            ++against_;
            return tie_effect::contradicts;
        }
        sets_.unite(root_u, root_v, apart != (weight < 0));
        return tie_effect::joins;
    }

    /// @return whether no tie so far contradicts earlier ones
    [[nodiscard]] bool is_balanced() const noexcept { return against_ == 0; }
    /// @return ties that contradicted earlier ones; depends on the order of arrival, at least the frustration index
    [[nodiscard]] std::size_t against() const noexcept { return against_; }
    /// @return the number of vertices named so far: the largest + 1
    [[nodiscard]] std::size_t num_vertices() const noexcept { return sets_.size(); }
    /// Whether two vertices are in one component, so that their camps can be compared.
    /// @param u a vertex
    /// @param v a vertex
    /// @return whether ties connect them
    /// @par Complexity
    /// O(log V)
    [[nodiscard]] bool are_related(std::uint32_t u, std::uint32_t v) const {
        return u == v || (u < sets_.size() && v < sets_.size() && sets_.find(u).root == sets_.find(v).root);
    }
    /// Whether two related vertices are in one camp.
    /// @param u a vertex named before
    /// @param v a vertex named before
    /// @pre are_related(u, v)
    /// @return whether they stand together
    /// @par Complexity
    /// O(log V)
    [[nodiscard]] bool are_together(std::uint32_t u, std::uint32_t v) const {
        GEOSTANCE_ASSERT(are_related(u, v), "streaming_balance::are_together: two vertices that ties connect");
        return u == v || sets_.find(u).apart == sets_.find(v).apart;
    }

private:
    detail::parity_sets sets_{};
    std::size_t against_ = 0;
};

} // namespace geostance

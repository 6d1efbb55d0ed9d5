// SPDX-License-Identifier: BSL-1.0
/// @file
/// The matrices of a signed graph, as what they do to a vector; and the arithmetic of vectors.
#pragma once

#include <geostance/signed/detail/unit_scale.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace geostance::detail {

using real_vector = std::vector<double>;

/// Four sums, as each addition to one has to wait for that before it.
inline double dot(real_vector const& x, real_vector const& y) noexcept {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    std::size_t i = 0;
    for (; i + 4 <= x.size(); i += 4) {
        a += x[i] * y[i];
        b += x[i + 1] * y[i + 1];
        c += x[i + 2] * y[i + 2];
        d += x[i + 3] * y[i + 3];
    }
    for (; i < x.size(); ++i) a += x[i] * y[i];
    return (a + b) + (c + d);
}

/// x += factor * y
inline void add(real_vector& x, double factor, real_vector const& y) noexcept {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += factor * y[i];
}

inline void scale(real_vector& x, double factor) noexcept {
    for (auto& value : x) value *= factor;
}

/// Takes away what lies along each of some orthonormal vectors.
inline void orthogonalise(real_vector& x, std::vector<real_vector> const& basis) noexcept {
    for (auto const& b : basis) add(x, -dot(x, b), b);
}

enum class matrix_kind : std::uint8_t {
    adjacency,          // A
    absolute_adjacency, // |A|
    laplacian           // D - A, D of absolute degrees
};

class signed_operator {
public:
    signed_operator(signed_graph const& g, matrix_kind kind)
        : g_(&g), is_absolute_(kind == matrix_kind::absolute_adjacency), unit_(unit_scale(g)) {
        if (kind != matrix_kind::laplacian) return;
        degree_.resize(g.num_vertices());
        for (std::uint32_t v = 0; v < g.num_vertices(); ++v)
            for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a) degree_[v] += g.magnitude(a);
    }

    [[nodiscard]] std::size_t size() const noexcept { return g_->num_vertices(); }
    [[nodiscard]] real_vector operator()(real_vector const& x) const {
        real_vector y(x.size());
        for (std::uint32_t v = 0; v < g_->num_vertices(); ++v) {
            auto const sum = g_->is_weighted() ? sum_over<true>(v, x) : sum_over<false>(v, x);
            y[v] = degree_.empty() ? sum : degree_[v] * x[v] - sum;
        }
        return y;
    }

    /// The same of the matrix whose cells are multiplied by unit(): squares of what comes out are within the range of
    /// numbers, however small or large the weights are.
    [[nodiscard]] real_vector scaled(real_vector x) const {
        scale(x, unit_);
        return (*this)(x);
    }
    [[nodiscard]] double unit() const noexcept { return unit_; }

private:
    /// What the ties of a vertex add up. Signs are factors, as nobody could foresee where they make a branch lead.
    template <bool is_weighted>
    [[nodiscard]] double sum_over(std::uint32_t v, real_vector const& x) const {
        double const sign[] = {1, is_absolute_ ? 1.0 : -1.0};
        double sum = 0;
        for (auto a = g_->first_arc(v); a < g_->first_arc(v + 1); ++a) {
            auto const signed_value = sign[g_->is_negative(a) ? 1 : 0] * x[g_->neighbour(a)];
            sum += is_weighted ? g_->magnitude(a) * signed_value : signed_value;
        }
        return sum;
    }

    signed_graph const* g_;
    bool is_absolute_;
    real_vector degree_{}; // absolute, where the matrix has it on its diagonal
    double unit_;
};

} // namespace geostance::detail

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

inline double dot(real_vector const& x, real_vector const& y) noexcept {
    double sum = 0;
    for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * y[i];
    return sum;
}

// x += factor * y
inline void add(real_vector& x, double factor, real_vector const& y) noexcept {
    for (std::size_t i = 0; i < x.size(); ++i) x[i] += factor * y[i];
}

inline void scale(real_vector& x, double factor) noexcept {
    for (auto& value : x) value *= factor;
}

// Takes away what lies along each of some orthonormal vectors.
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
    signed_operator(signed_graph const& g, matrix_kind kind) : g_(&g), kind_(kind), unit_(unit_scale(g)) {}

    [[nodiscard]] std::size_t size() const noexcept { return g_->num_vertices(); }
    [[nodiscard]] real_vector operator()(real_vector const& x) const {
        real_vector y(x.size());
        for (std::uint32_t v = 0; v < g_->num_vertices(); ++v) {
            double sum = 0;
            double degree = 0;
            for (auto a = g_->first_arc(v); a < g_->first_arc(v + 1); ++a) {
                auto const other = x[g_->neighbour(a)];
                sum += (kind_ == matrix_kind::absolute_adjacency ? g_->magnitude(a) : g_->weight(a)) * other;
                degree += g_->magnitude(a);
            }
            y[v] = kind_ == matrix_kind::laplacian ? degree * x[v] - sum : sum;
        }
        return y;
    }

    // The same of the matrix whose cells are multiplied by unit(): squares of what comes out are within the range of
    // numbers, however small or large the weights are.
    [[nodiscard]] real_vector scaled(real_vector x) const {
        scale(x, unit_);
        return (*this)(x);
    }
    [[nodiscard]] double unit() const noexcept { return unit_; }

private:
    signed_graph const* g_;
    matrix_kind kind_;
    double unit_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Extreme eigenvalues of large sparse matrices, by Lanczos' method with thick restarts.
/// @par Source
/// Wu, K. and Simon, H. (2000). Thick-restart Lanczos method for large symmetric eigenvalue problems. SIAM Journal on
/// Matrix Analysis and Applications 22, 602-616.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/signed/detail/random_source.hpp>
#include <geostance/signed/detail/signed_operator.hpp>
#include <geostance/signed/detail/symmetric_eigen.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

namespace geostance::detail {

/// `type` is the name of the options in errors.
template <class Options>
void check_eigen_options(std::string const& type, Options const& options) {
    if (!(options.tolerance > 0 && options.tolerance < 1))
        throw invalid_value(type + ".tolerance", number_text(options.tolerance), "a number between 0 and 1");
    if (options.max_products == 0) throw invalid_value(type + ".max_products", "0", "a number of at least 1");
}

enum class spectrum_end : std::uint8_t { least, greatest, greatest_magnitude };

struct lanczos_options {
    spectrum_end end = spectrum_end::greatest;
    std::size_t wanted = 1;           // eigenpairs
    double tolerance = 1e-10;         // of the residual, relative to the spectrum
    std::size_t max_products = 20000; // of the matrix with a vector
    std::uint64_t seed = 1;
    std::vector<real_vector> locked = {}; // orthonormal eigenvectors to leave out
};

struct lanczos_result {
    std::vector<double> values{};       // best first
    std::vector<real_vector> vectors{}; // of length 1
    std::vector<double> residuals{};    // |A x - value x|: an eigenvalue lies within this of the value
    bool converged = false;
};

inline real_vector random_signs(std::size_t n, random_source& random) {
    real_vector x(n);
    for (auto& value : x) value = (random() >> 63U) != 0 ? 1 : -1;
    return x;
}

class lanczos_process {
public:
    lanczos_process(signed_operator matrix, lanczos_options options)
        : matrix_(std::move(matrix)), options_(std::move(options)), random_(options_.seed), projected_(room()) {}

    lanczos_result run() {
        lanczos_result result;
        auto next = fresh_direction();
        for (std::size_t products = 0; !next.empty(); ++products) {
            basis_.push_back(std::move(next));
            next = expand();
            auto const full = basis_.size() == room() || next.empty();
            if (!full && products < options_.max_products) continue;
            result = ritz_pairs(next.empty() ? 0 : residual_);
            if (result.converged || next.empty() || products >= options_.max_products) break;
            restart();
        }
        result.vectors.clear();
        for (std::size_t k = 0; k < result.values.size(); ++k) {
            result.vectors.emplace_back(matrix_.size());
            combine(k, 0, result.vectors.back());
            result.values[k] /= matrix_.unit();
            result.residuals[k] /= matrix_.unit();
        }
        return result;
    }

private:
    [[nodiscard]] std::size_t free_size() const { return matrix_.size() - options_.locked.size(); }
    [[nodiscard]] std::size_t room() const {
        return std::min(free_size(), std::max<std::size_t>(40, 3 * options_.wanted));
    }
    /// A unit vector outside the basis; none where the basis is the whole space.
    real_vector fresh_direction() {
        if (basis_.size() == free_size()) return {};
        auto x = random_signs(matrix_.size(), random_);
        for (auto& value : x) value *= 0.5 + static_cast<double>(random_() >> 11U) * 0x1p-54;
        leave_basis(x);
        leave_basis(x); // as once leaves rounding errors
        scale(x, 1 / std::sqrt(dot(x, x)));
        return x;
    }
    void leave_basis(real_vector& x) const {
        orthogonalise(x, options_.locked);
        orthogonalise(x, basis_);
    }
    /// Multiplies the last vector of the basis; returns the direction in which the product leaves the basis.
    real_vector expand() {
        auto const j = basis_.size() - 1;
        auto x = matrix_.scaled(basis_[j]);
        auto const before = std::sqrt(dot(x, x));
        // In exact arithmetic the product has no part along the others; what rounding leaves there goes afterwards.
        for (auto i = j > kept_ ? j - 1 : 0; i <= j; ++i) {
            auto const along = dot(basis_[i], x);
            projected_(i, j) = projected_(j, i) = along;
            add(x, -along, basis_[i]);
        }
        leave_basis(x);
        residual_ = std::sqrt(dot(x, x));
        if (residual_ <= 1e-13 * before || residual_ == 0) { // the basis spans an invariant subspace
            residual_ = 0;
            return fresh_direction();
        }
        scale(x, 1 / residual_);
        return x;
    }
    lanczos_result ritz_pairs(double residual) {
        auto const n = basis_.size();
        dense_matrix small(n);
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j < n; ++j) small(i, j) = projected_(i, j);
        }
        pairs_ = eigenvectors(std::move(small));
        order_.resize(n);
        std::iota(order_.begin(), order_.end(), std::size_t{0});
        std::stable_sort(order_.begin(), order_.end(), [&](auto i, auto j) {
            auto const x = pairs_.values[i];
            auto const y = pairs_.values[j];
            if (options_.end == spectrum_end::least) return x < y;
            return options_.end == spectrum_end::greatest ? x > y : std::abs(x) > std::abs(y);
        });
        auto const span = std::max(std::abs(pairs_.values.front()), std::abs(pairs_.values.back()));
        lanczos_result result;
        result.converged = true;
        for (std::size_t k = 0; k < std::min(options_.wanted, n); ++k) {
            result.values.push_back(pairs_.values[order_[k]]);
            result.residuals.push_back(residual * std::abs(pairs_.vectors[order_[k]].back()));
            result.converged = result.converged && result.residuals.back() <= options_.tolerance * span;
        }
        return result;
    }
    /// Writes the entries from `begin` on of a Ritz vector, as many as x has.
    void combine(std::size_t k, std::size_t begin, real_vector& x) const {
        std::fill(x.begin(), x.end(), 0.0);
        auto const& weights = pairs_.vectors[order_[k]];
        for (std::size_t j = 0; j < weights.size(); ++j) {
            auto const* const b = basis_[j].data() + begin;
            for (std::size_t i = 0; i < x.size(); ++i) x[i] += weights[j] * b[i];
        }
    }
    /// Keeps the wanted Ritz vectors and a third of the room. They are written over the basis, in parts that a
    /// processor has at hand.
    void restart() {
        constexpr std::size_t most_at_once = 128;
        kept_ = std::min(options_.wanted + room() / 3, basis_.size() - 1);
        std::vector<real_vector> next(kept_);
        for (std::size_t begin = 0; begin < matrix_.size(); begin += most_at_once) {
            for (std::size_t k = 0; k < kept_; ++k) {
                next[k].resize(std::min(most_at_once, matrix_.size() - begin));
                combine(k, begin, next[k]);
            }
            for (std::size_t k = 0; k < kept_; ++k) std::copy(next[k].begin(), next[k].end(), basis_[k].data() + begin);
        }
        basis_.resize(kept_);
        std::fill(projected_.cells.begin(), projected_.cells.end(), 0.0);
        for (std::size_t k = 0; k < kept_; ++k) projected_(k, k) = pairs_.values[order_[k]];
    }

    signed_operator matrix_;
    lanczos_options options_;
    random_source random_;
    dense_matrix projected_;
    std::vector<real_vector> basis_{};
    std::size_t kept_ = 0; // of the basis, from before the last restart
    double residual_ = 0;
    eigen_pairs pairs_{};
    std::vector<std::size_t> order_{};
};

inline lanczos_result lanczos(signed_operator const& matrix, lanczos_options options) {
    return lanczos_process(matrix, std::move(options)).run();
}

} // namespace geostance::detail

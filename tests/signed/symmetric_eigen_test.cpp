// SPDX-License-Identifier: BSL-1.0
#include <geostance/signed/detail/symmetric_eigen.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>

namespace detail = geostance::detail;

namespace {

// The greatest of |A v - value v| over all pairs, and of what the products of vectors differ from those of unit axes.
double worst_error(detail::dense_matrix const& a, detail::eigen_pairs const& pairs) {
    double worst = 0;
    for (std::size_t k = 0; k < a.size; ++k) {
        auto const& v = pairs.vectors[k];
        for (std::size_t i = 0; i < a.size; ++i) {
            double sum = -pairs.values[k] * v[i];
            double product = i == k ? -1 : 0;
            for (std::size_t j = 0; j < a.size; ++j) {
                sum += a(i, j) * v[j];
                product += pairs.vectors[i][j] * v[j];
            }
            worst = std::max({worst, std::abs(sum), std::abs(product)});
        }
    }
    return worst;
}

} // namespace

TEST_CASE("symmetric_eigen: pairs of random matrices, of blocks, and of matrices with equal eigenvalues") {
    std::mt19937 random(3);
    for (std::size_t n = 0; n < 30; ++n) {
        detail::dense_matrix a(n);
        auto const is_sparse = n % 2 == 0;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                auto const x = is_sparse && random() % 4 != 0 ? 0 : static_cast<double>(random() % 2001) / 1000 - 1;
                a(i, j) = a(j, i) = x;
            }
        }
        auto const pairs = detail::eigenvectors(a);
        CHECK(worst_error(a, pairs) < 1e-12);
        CHECK(std::is_sorted(pairs.values.begin(), pairs.values.end()));
        auto const values = detail::eigenvalues(a);
        for (std::size_t k = 0; k < n; ++k) CHECK(values[k] == doctest::Approx(pairs.values[k]).epsilon(1e-12));
    }
    detail::dense_matrix same(5);
    for (std::size_t i = 0; i < 5; ++i) same(i, i) = 2;
    CHECK(worst_error(same, detail::eigenvectors(same)) == 0);
    CHECK(worst_error(detail::dense_matrix(4), detail::eigenvectors(detail::dense_matrix(4))) == 0);
}

TEST_CASE("symmetric_eigen: numbers whose squares are out of range") {
    for (double const size : {1e-200, 1e200}) {
        detail::dense_matrix a(2);
        a(0, 1) = a(1, 0) = size;
        auto const pairs = detail::eigenvectors(a);
        CHECK(pairs.values[0] / size == doctest::Approx(-1));
        CHECK(pairs.values[1] / size == doctest::Approx(1));
    }
}

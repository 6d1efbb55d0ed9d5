// SPDX-License-Identifier: BSL-1.0
/// @file
/// The weight of an edge, which must be a number.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/concepts.hpp>

#include <cmath>

namespace geostance::detail {

/// @throws invalid_value under the name of the parameter, for a weight that is not finite
inline double finite(double weight, char const* parameter) {
    if (!std::isfinite(weight)) throw invalid_value(parameter, number_text(weight), "a finite number");
    return weight;
}

template <class Weight, class Edge>
double finite_weight_of(Weight const& weights, Edge const& e, char const* parameter) {
    return finite(weight_of(weights, e), parameter);
}

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
// The ties of a graph with whole weights and rows, whatever time it takes.
#pragma once

#include <geostance/optimum/detail/weighted_ties.hpp>

namespace geostance::testing {

inline detail::weighted_ties with_whole_weights(signed_graph const& g) {
    auto result = *detail::whole_weights_in_time(g, {});
    detail::index_rows(result, g.num_vertices());
    return result;
}

} // namespace geostance::testing

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The published ways to turn a frustration index into a degree of balance, each under a name of its own.
///
/// The *frustration index* L of two camps is Harary's *line index of balance*: one number, two names, computed by
/// frustration_index(). It is not the share of unbalanced triangles. Its normalisations differ, and are not to be
/// compared with each other; each is 1 for a balanced graph, and for a graph without ties.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>

namespace geostance {

namespace detail {

inline double share_left(char const* argument, double index, double whole, double factor) {
    if (!(whole >= 0)) throw invalid_value(argument, number_text(whole), "a total weight of at least 0");
    if (!(index >= 0 && index * factor <= whole))
        throw invalid_value("index", number_text(index),
                            "a number from 0 to " + number_text(whole / factor) + ", by " + argument);
    return whole == 0 ? 1 : 1 - factor * index / whole;
}

} // namespace detail

/// F(G) = 1 - 2 L / m: the line index against half of all ties, which it never exceeds.
/// @param index the frustration index L, or a bound of it, in [0, m / 2]
/// @param total_weight m, the number of ties, or their total absolute weight
/// @return a number in [0, 1]
/// @throws invalid_value for an argument out of range
/// @par Complexity
/// O(1)
/// @par Source
/// Aref, S. and Wilson, M. C. (2018). Measuring partial balance in signed networks. Journal of Complex Networks 6,
/// 566-595, doi:10.1093/comnet/cnx044: the normalised frustration index F.
[[nodiscard]] inline double normalised_frustration(double index, double total_weight) {
    return detail::share_left("total_weight", index, total_weight, 2);
}

/// 1 - L / m: the share of ties that fit the best two camps.
/// @param index the frustration index L, or a bound of it, in [0, m]
/// @param total_weight m, the number of ties, or their total absolute weight
/// @return a number in [0, 1]; at least 1/2 for the index itself
/// @throws invalid_value for an argument out of range
/// @par Complexity
/// O(1)
/// @par Source
/// The complement of the line index, as a share: Harary, F. (1959). On the measurement of structural balance.
/// Behavioral Science 4, 316-323, doi:10.1002/bs.3830040405.
[[nodiscard]] inline double satisfied_share(double index, double total_weight) {
    return detail::share_left("total_weight", index, total_weight, 1);
}

/// X(G) = 1 - L / m-: the line index against the negative ties, whose removal always balances. R's signnet calls this
/// its frustration score.
/// @param index the frustration index L, or a bound of it, in [0, m-]
/// @param negative_weight m-, the number of negative ties, or their total absolute weight
/// @return a number in [0, 1]
/// @throws invalid_value for an argument out of range
/// @par Complexity
/// O(1)
/// @par Source
/// Aref, S. and Wilson, M. C. (2018). Measuring partial balance in signed networks. Journal of Complex Networks 6,
/// 566-595, doi:10.1093/comnet/cnx044: the index X.
[[nodiscard]] inline double frustration_by_negatives(double index, double negative_weight) {
    return detail::share_left("negative_weight", index, negative_weight, 1);
}

} // namespace geostance

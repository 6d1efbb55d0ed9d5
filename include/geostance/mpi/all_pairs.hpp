// SPDX-License-Identifier: BSL-1.0
/// @file
/// The similarity of every two rows of a matrix, on several machines.
#pragma once

#include <geostance/detail/spread.hpp>
#include <geostance/mpi/detail/agreement.hpp>
#include <geostance/mpi/detail/packet.hpp>
#include <geostance/similarity/all_pairs.hpp>

#include <boost/mpi/communicator.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::mpi {

/// Compares every two rows as `geostance::all_pairs` does: each rank compares its share of the rows, and all have the
/// whole afterwards. Every rank of the communicator calls it with the same arguments.
/// @param ranks who takes part
/// @param measure what to measure
/// @param m the portfolios, on each rank the same
/// @param options distance and weights; `threads` is each rank's own
/// @return the similarities, on every rank those of one process
/// @throws invalid_value on every rank, as `geostance::all_pairs` does, and for arguments that differ
/// @par Complexity
/// O(rows^2 * levels^2 * columns / 64 / ranks) time, O(rows^2) memory and bytes sent
[[nodiscard]] inline similarity_matrix all_pairs(boost::mpi::communicator const& ranks, similarity_measure measure,
                                                 portfolio_matrix const& m, all_pairs_options const& options = {}) {
    detail::packet_writer same;
    same << measure << options.distance << options.weights.size() << m.columns() << m.names().size();
    for (auto const weight : options.weights) same << weight;
    for (auto const& name : m.names()) same << name;
    for (std::size_t level = 0; level < m.levels().size(); ++level) same << m.levels()[level];
    std::uint64_t hash = 0;
    for (std::size_t row = 0; row < m.names().size(); ++row)
        for (std::size_t level = 0; level < m.levels().size(); ++level)
            for (auto const word : m.bitset(row, level)) hash = geostance::detail::mixed_in(hash, word);
    detail::require_same(ranks, "mpi::all_pairs", same << hash);

    auto const size = static_cast<std::size_t>(ranks.size());
    std::vector<std::size_t> rows; // each rank's: they grow longer from the first to the last
    for (auto row = static_cast<std::size_t>(ranks.rank()); row < m.names().size(); row += size) rows.push_back(row);
    std::optional<similarity_matrix> result;
    detail::packet_writer mine;
    detail::agree(ranks, detail::failure_of([&] {
                      result = geostance::detail::all_pairs_of(measure, m, options, rows);
                      for (auto const i : rows)
                          for (std::size_t j = 0; j < i; ++j) {
                              auto const pair = result->at(i, j);
                              mine << pair.value.has_value() << pair.value.value_or(0)
                                   << static_cast<std::uint32_t>(pair.n);
                          }
                  }));
    auto const all = detail::from_all(ranks, mine.bytes());
    for (std::size_t rank = 0; rank < size; ++rank) {
        detail::packet_reader in(all[rank]);
        for (auto i = rank; i < m.names().size(); i += size)
            for (std::size_t j = 0; j < i; ++j) {
                auto const is_defined = in.take<bool>();
                auto const value = in.take<double>();
                result->set(i, j, is_defined ? std::optional(value) : std::nullopt, in.take<std::uint32_t>());
            }
    }
    return std::move(*result);
}

} // namespace geostance::mpi

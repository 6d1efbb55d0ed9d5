// SPDX-License-Identifier: BSL-1.0
/// @file
/// Adds up the ledgers of all ranks.
#pragma once

#include <geostance/data/event/ledger.hpp>
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/mpi/detail/agreement.hpp>

#include <boost/mpi/collectives.hpp>
#include <boost/mpi/communicator.hpp>

#include <algorithm>
#include <exception>
#include <sstream>
#include <string>
#include <utility>

namespace geostance::mpi {

namespace detail {

inline std::string text_of(io::ledger const& l) {
    std::ostringstream out;
    io::write_ledger(out, l);
    return std::move(out).str();
}
inline io::ledger ledger_in(std::string const& text) {
    io::read_options options;
    options.max_row_bytes = std::max(options.max_row_bytes, text.size()); // no row of it is too long: it was a ledger
    return io::read_ledger(io::input::text(text, "the ledger of another rank"), options);
}

} // namespace detail

/// Adds up the ledgers of all ranks: each has the sum afterwards. Every rank of the communicator calls it.
/// @param ranks who takes part
/// @param l a ledger of the same options on each rank; unchanged if this fails
/// @throws invalid_value on every rank, if the options differ or a number becomes too large
/// @throws std::bad_alloc on every rank, if one of them has no memory for the sum
/// @note The text of the sum must be shorter than 2 GiB. What MPI itself cannot do ends all ranks.
/// @par Complexity
/// O(log(ranks)) steps of O(n log n) for the n entries of the sum
/// @par Determinism
/// The sum does not depend on the number of ranks, nor on who has what.
/// @par Guarantee
/// If it throws, it throws on every rank, and each rank's ledger is as it was before.
inline void add_up(boost::mpi::communicator const& ranks, io::ledger& l) {
    detail::require_same(ranks, "mpi::add_up", detail::packet_writer() << detail::text_of(io::ledger(l.options())));
    if (ranks.size() == 1) return;
    constexpr int tag = 0;
    std::exception_ptr failure;
    std::string text;
    io::ledger sum(l.options());
    auto const keep = [&](std::exception_ptr const& thrown) {
        if (!failure) failure = thrown;
    };
    keep(detail::failure_of([&] { sum.merge(l); }));
    // in pairs, then pairs of pairs; who failed still passes on what it has, so that none waits in vain
    for (int step = 1; step < ranks.size(); step *= 2) {
        if (ranks.rank() % (2 * step) != 0) {
            keep(detail::failure_of([&] { text = detail::text_of(sum); }));
            ranks.send(ranks.rank() - step, tag, text);
            break;
        }
        if (ranks.rank() + step >= ranks.size()) continue;
        ranks.recv(ranks.rank() + step, tag, text);
        if (!failure) keep(detail::failure_of([&] { sum.merge(detail::ledger_in(text)); }));
    }
    if (ranks.rank() == 0) keep(detail::failure_of([&] { text = detail::text_of(sum); }));
    detail::agree(ranks, failure);
    boost::mpi::broadcast(ranks, text, 0);
    detail::agree(ranks, detail::failure_of([&] {
                      if (ranks.rank() != 0) sum = detail::ledger_in(text);
                  }));
    l = std::move(sum);
}

} // namespace geostance::mpi

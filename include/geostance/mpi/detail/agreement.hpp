// SPDX-License-Identifier: BSL-1.0
/// @file
/// What fails on one rank fails on all of them.
#pragma once

#include <geostance/error.hpp>
#include <geostance/mpi/detail/packet.hpp>

#include <boost/mpi/collectives.hpp>
#include <boost/mpi/communicator.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <new>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::mpi::detail {

/// Calls f.
/// @return what it threw, or null
template <class F>
std::exception_ptr failure_of(F f) noexcept {
    try {
        f();
        return nullptr;
    } catch (...) {
        return std::current_exception();
    }
}

/// What was thrown, as it is reported to the other ranks.
struct failure {
    enum class kind : std::uint8_t { none, read, value, cancelled, memory, other };

    failure::kind what = failure::kind::none;
    text_place where{}; ///< of a read_error
    std::string field{};
    std::string value{};
    std::string expected{};

    /// @param thrown may be null
    static failure of(std::exception_ptr const& thrown) {
        if (!thrown) return {};
        try {
            std::rethrow_exception(thrown);
        } catch (read_error const& e) {
            return {kind::read, e.where(), {}, e.value(), e.expected()};
        } catch (invalid_value const& e) {
            return {kind::value, {}, e.field(), e.value(), e.expected()};
        } catch (cancelled const& e) {
            return {kind::cancelled, {}, {}, e.what(), {}};
        } catch (std::bad_alloc const&) {
            return {kind::memory, {}, {}, {}, {}};
        } catch (std::exception const& e) {
            return {kind::other, {}, {}, e.what(), {}};
        } catch (...) {
            return {kind::other, {}, {}, "something that is no exception", {}};
        }
    }
    /// Throws it.
    /// @param rank where it was thrown first
    [[noreturn]] void raise(int rank) const {
        switch (what) {
        case kind::read: throw read_error(where, value, expected);
        case kind::value: throw invalid_value(field, value, expected);
        case kind::cancelled: throw geostance::cancelled(value);
        case kind::memory: throw std::bad_alloc();
        default: throw error("rank " + std::to_string(rank) + ": " + value);
        }
    }

    friend packet_writer& operator<<(packet_writer& out, failure const& f) {
        out << f.what << f.where.file << f.where.line << f.where.column << f.where.field;
        return out << f.field << f.value << f.expected;
    }
    friend packet_reader& operator>>(packet_reader& in, failure& f) {
        in >> f.what >> f.where.file >> f.where.line >> f.where.column >> f.where.field;
        return in >> f.field >> f.value >> f.expected;
    }
};

/// Every rank's packet, on every rank.
inline std::vector<std::string> from_all(boost::mpi::communicator const& ranks, std::string const& mine) {
    std::vector<std::string> all;
    boost::mpi::all_gather(ranks, mine, all);
    return all;
}

/// Goes on if nothing failed on any rank. Every rank calls it.
/// @param mine what this rank threw, or null
/// @throws what the first of the ranks that failed has thrown, on each of them; there it is the same object, elsewhere
///         an `error` that names the rank if it is none of the library's
inline void agree(boost::mpi::communicator const& ranks, std::exception_ptr const& mine) {
    packet_writer packet;
    packet << failure::of(mine);
    auto const all = from_all(ranks, packet.bytes());
    for (int rank = 0; rank < ranks.size(); ++rank) {
        auto const f = packet_reader(all[static_cast<std::size_t>(rank)]).take<failure>();
        if (f.what == failure::kind::none) continue;
        if (rank == ranks.rank()) std::rethrow_exception(mine);
        f.raise(rank);
    }
}

/// Refuses arguments that differ from rank to rank: something would be read twice, or not at all.
/// @param call the function that was called with them
/// @param arguments what must be the same
/// @throws invalid_value on every rank
inline void require_same(boost::mpi::communicator const& ranks, std::string_view call, packet_writer const& arguments) {
    auto const all = from_all(ranks, arguments.bytes());
    auto const other = std::find_if(all.begin(), all.end(), [&](auto const& one) { return one != all.front(); });
    if (other == all.end()) return;
    throw invalid_value(std::string(call), "others on rank " + std::to_string(other - all.begin()) + " than on rank 0",
                        "the same arguments on every rank");
}

} // namespace geostance::mpi::detail

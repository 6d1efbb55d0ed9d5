// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads event data into a ledger on several machines.
#pragma once

#include <geostance/data/event/event.hpp>
#include <geostance/data/event/ledger.hpp>
#include <geostance/data/event/read_events.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_report.hpp>
#include <geostance/mpi/add_up.hpp>
#include <geostance/mpi/detail/agreement.hpp>
#include <geostance/mpi/detail/file_share.hpp>
#include <geostance/mpi/detail/packet.hpp>

#include <boost/mpi/collectives.hpp>
#include <boost/mpi/communicator.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace geostance::mpi {

/// What became of files that several ranks read.
struct shared_reading {
    std::vector<io::read_report> reports{}; ///< of each file, in the order of the files, as one process has them
    std::vector<std::uint64_t> bytes{};     ///< how many bytes each rank read, without headings that it needed again
};

namespace detail {

inline packet_writer& operator<<(packet_writer& out, std::vector<io::read_problem> const& problems) {
    out << problems.size();
    for (auto const& p : problems)
        out << p.where.file << p.where.line << p.where.column << p.where.field << p.value << p.expected;
    return out;
}
inline packet_reader& operator>>(packet_reader& in, std::vector<io::read_problem>& problems) {
    problems.resize(in.take<std::size_t>());
    for (auto& p : problems)
        in >> p.where.file >> p.where.line >> p.where.column >> p.where.field >> p.value >> p.expected;
    return in;
}
inline packet_writer& operator<<(packet_writer& out, std::map<std::string, std::uint64_t> const& reasons) {
    out << reasons.size();
    for (auto const& [reason, count] : reasons) out << reason << count;
    return out;
}
inline packet_reader& operator>>(packet_reader& in, std::map<std::string, std::uint64_t>& reasons) {
    for (auto left = in.take<std::size_t>(); left > 0; --left) {
        auto reason = in.take<std::string>();
        in >> reasons[std::move(reason)];
    }
    return in;
}
inline packet_writer& operator<<(packet_writer& out, io::read_report const& r) {
    out << r.rows << r.skipped;
    return out << r.reasons << r.problems << r.warnings.reasons << r.warnings.rows;
}
inline packet_reader& operator>>(packet_reader& in, io::read_report& r) {
    in >> r.rows >> r.skipped;
    return in >> r.reasons >> r.problems >> r.warnings.reasons >> r.warnings.rows;
}

/// What a rank has read of one file.
struct part_read {
    file_share share{};
    bytes_read count{};
    io::read_report report{};

    friend packet_writer& operator<<(packet_writer& out, part_read const& p) {
        out << p.share.file << p.share.begin << p.count.bytes << p.count.line_ends;
        return out << p.report;
    }
    friend packet_reader& operator>>(packet_reader& in, part_read& part) {
        in >> part.share.file >> part.share.begin >> part.count.bytes >> part.count.line_ends;
        return in >> part.report;
    }
};

/// Counts lines as in the whole file: those of a part begin with 1, and with the heading where it was put before.
inline void count_from(std::size_t lines_before, bool has_heading, text_place& where) {
    if (where.line == 0 || (has_heading && where.line == 1)) return;
    where.line += lines_before - (has_heading ? 1U : 0U);
}

/// Puts together what the ranks say of their parts, in the order of the files.
/// @throws what the first rank that failed has thrown
inline shared_reading together(boost::mpi::communicator const& ranks, std::vector<shared_file> const& files,
                               std::vector<std::string> const& packets, std::exception_ptr const& mine,
                               std::size_t max_problems) {
    shared_reading result{std::vector<io::read_report>(files.size()), {}};
    std::vector<std::size_t> lines(files.size()); // before the next part of each file
    for (int rank = 0; rank < ranks.size(); ++rank) {
        packet_reader in(packets[static_cast<std::size_t>(rank)]);
        auto& bytes = result.bytes.emplace_back();
        auto thrown = in.take<failure>();
        for (auto left = in.take<std::size_t>(); left > 0; --left) {
            auto part = in.take<part_read>();
            auto const number = part.share.file;
            bool const has_heading = part.share.begin != 0 && !files[number].heading.empty();
            for (auto* const problems : {&part.report.problems, &part.report.warnings.rows})
                for (auto& p : *problems) count_from(lines[number], has_heading, p.where);
            if (left == 1) count_from(lines[number], has_heading, thrown.where); // what failed is the last
            io::detail::add_behind(result.reports[number], std::move(part.report), max_problems);
            lines[number] += part.count.line_ends;
            bytes += part.count.bytes;
        }
        if (thrown.what == failure::kind::none) continue;
        if (rank == ranks.rank() && thrown.what == failure::kind::other) std::rethrow_exception(mine);
        thrown.raise(rank);
    }
    return result;
}

/// The files as the first rank finds them, on every rank.
/// @param look makes a `shared_file` of a path
template <class Look>
std::vector<shared_file> shared_files(boost::mpi::communicator const& ranks,
                                      std::vector<std::filesystem::path> const& paths, Look look) {
    packet_writer out;
    agree(ranks, failure_of([&] {
              if (ranks.rank() == 0)
                  for (auto const& path : paths) out << look(path);
          }));
    auto bytes = out.bytes();
    boost::mpi::broadcast(ranks, bytes, 0);
    std::vector<shared_file> files(paths.size());
    packet_reader in(bytes);
    for (auto& f : files) in >> f;
    return files;
}

/// Refuses files and options that differ from rank to rank.
inline void require_same_reading(boost::mpi::communicator const& ranks, io::ledger const& into,
                                 std::vector<std::filesystem::path> const& files, io::event_format format,
                                 io::read_options const& options) {
    packet_writer same;
    same << text_of(io::ledger(into.options())) << files.size();
    for (auto const& file : files) same << file.string();
    same << format << options.bad_rows << options.encoding << options.max_problems << options.max_row_bytes;
    same << options.max_row_lines << options.max_columns;
    require_same(ranks, "mpi::read_events", same);
}

/// @param open makes an input of a file and a share of it, which counts what is read
template <class Open>
shared_reading read_shares(boost::mpi::communicator const& ranks, io::ledger& into,
                           std::vector<shared_file> const& files, io::event_format format,
                           io::read_options const& options, Open open) {
    io::ledger sum(into.options());
    std::vector<part_read> parts;
    auto const mine = failure_of([&] {
        auto const shares =
            shares_of(files, static_cast<std::uint64_t>(ranks.rank()), static_cast<std::uint64_t>(ranks.size()));
        parts.reserve(shares.size()); // what counts bytes must stay where it is
        for (auto share : shares) {
            auto const& file = files[share.file];
            if (file.can_be_split) {
                share.begin = first_line_from(file, share.begin);
                share.end = first_line_from(file, share.end);
                if (share.begin >= share.end) continue;
            }
            auto& part = parts.emplace_back(part_read{share, {}, {}});
            part.report = io::read_events(sum, open(file, share, part.count), format, options);
        }
    });
    packet_writer out;
    out << failure::of(mine) << parts.size();
    for (auto const& part : parts) out << part;
    auto result = together(ranks, files, from_all(ranks, out.bytes()), mine, options.max_problems);
    add_up(ranks, sum);
    agree(ranks, failure_of([&] { sum.merge(into); }));
    into = std::move(sum);
    return result;
}

} // namespace detail

/// Adds up files of event data: each rank reads an equal share of their bytes, and all have the whole afterwards. Where
/// each line is a row, as in tables that tabs separate, a share may begin and end within a file; a CSV is read by one
/// rank. Every rank of the communicator calls it with the same arguments.
/// @param ranks who takes part
/// @param into gets on each rank what the files have; unchanged if one of them cannot be read
/// @param files where they lie, on each rank the same
/// @param format the layout of all
/// @param options as for `io::read_events`; `threads`, `progress` and `stop` are each rank's own
/// @return what became of the rows, and who read how much; the same on every rank
/// @throws read_error on every rank, for the first file and row that fails, with the line that it has in its file
/// @throws cancelled on every rank, if one was asked to stop
/// @throws invalid_value on every rank, as `io::read_events` does, and for arguments that differ from rank to rank
/// @note A rank that is killed ends the others, as MPI does; there is never a smaller result.
/// @par Complexity
/// O(bytes / ranks), and what `add_up` takes
/// @par Determinism
/// ledger, report and errors are the same, whatever the number of ranks and threads
/// @par Guarantee
/// If it throws, it throws on every rank, and each rank's ledger is as it was before.
inline shared_reading read_events(boost::mpi::communicator const& ranks, io::ledger& into,
                                  std::vector<std::filesystem::path> const& files, io::event_format format,
                                  io::read_options const& options = {}) {
    detail::require_same_reading(ranks, into, files, format, options);
    auto const shared = detail::shared_files(ranks, files, [=](auto const& f) { return detail::look_at(f, format); });
    return detail::read_shares(
        ranks, into, shared, format, options,
        [](detail::shared_file const& file, detail::file_share share, detail::bytes_read& count) {
            return io::input(std::make_unique<detail::part_source>(file, share, count), file.path);
        });
}

/// The same for files that each have to be read as a whole, such as compressed ones: each rank reads some of them.
/// @param ranks who takes part
/// @param into gets on each rank what the files have; unchanged if one of them cannot be read
/// @param files where they lie, on each rank the same
/// @param format the layout of all
/// @param options as for the other form
/// @param open makes an input of a path: `[](auto const& path) { return io::gunzip(io::input::file(path)); }`
/// @return as the other form; the bytes are those of the files
/// @throws read_error as the other form
/// @throws cancelled as the other form
/// @throws invalid_value as the other form
/// @note What `open` throws is thrown on every rank, on others as an `error` unless it is one of the library's.
/// @par Complexity
/// O(bytes) of the files that a rank reads, and what `add_up` takes
/// @par Determinism
/// as the other form
/// @par Guarantee
/// If it throws, it throws on every rank, and each rank's ledger is as it was before.
template <class Open>
shared_reading read_events(boost::mpi::communicator const& ranks, io::ledger& into,
                           std::vector<std::filesystem::path> const& files, io::event_format format,
                           io::read_options const& options, Open open) {
    detail::require_same_reading(ranks, into, files, format, options);
    auto const shared = detail::shared_files(ranks, files, [](std::filesystem::path const& path) {
        std::error_code is_missing;
        auto const size = std::filesystem::file_size(path, is_missing);
        return detail::shared_file{path.string(), is_missing ? 0 : size, false, {}};
    });
    return detail::read_shares(ranks, into, shared, format, options,
                               [&](detail::shared_file const& file, detail::file_share, detail::bytes_read& count) {
                                   count.bytes = file.size;
                                   return open(std::filesystem::path(file.path));
                               });
}

} // namespace geostance::mpi

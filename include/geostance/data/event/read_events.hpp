// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads event data into a ledger.
#pragma once

#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/event/ledger.hpp>
#include <geostance/detail/in_parallel.hpp>

#include <cstddef>
#include <filesystem>
#include <mutex>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// What one thread adds up; no two of them share a line of the processor's cache.
struct alignas(64) ledger_part {
    ledger events;
    void operator()(event const& e) { events.add(e); }
};

inline std::vector<ledger_part> ledger_parts(std::size_t threads, ledger_options const& options) {
    return std::vector<ledger_part>(threads, ledger_part{ledger(options)});
}

/// Adds the parts up, in the first, then to a ledger, which is unchanged if that fails.
inline void merge_parts(ledger& into, std::vector<ledger_part>& parts) {
    auto& first = parts.front().events;
    for (std::size_t i = 1; i < parts.size(); ++i) first.merge(std::move(parts[i].events));
    into.merge(std::move(first));
}

/// Options for several files at once: what is called back is called by one thread at a time.
inline read_options one_call_at_a_time(read_options options, std::mutex& m) {
    options.threads = 1;
    if (options.progress)
        options.progress = [&m, call = std::move(options.progress)](auto done, auto total) {
            std::lock_guard const lock(m);
            call(done, total);
        };
    if (options.stop)
        options.stop = [&m, call = std::move(options.stop)] {
            std::lock_guard const lock(m);
            return call();
        };
    return options;
}

} // namespace detail

/// Adds up event data in one pass.
/// @param into gets what the file has; unchanged if it cannot be read
/// @param in a file, stream or text
/// @param format its layout
/// @param options what to do with bad rows, limits, progress, cancellation; with several `threads`, each adds up blocks
///        of the file. A CSV is read by one of them from where quotes stand closer than `max_row_lines` lines
/// @return what became of the rows; what the ledger does not count of them is in `into.left_out()`
/// @throws read_error as `for_each_event` and `ledger::add` say
/// @throws cancelled as `for_each_event` and `ledger::add` say
/// @throws invalid_value as `for_each_event` and `ledger::add` say
/// @par Complexity
/// O(bytes + entries); memory grows with the entries of the ledger, not with the rows: each thread has a ledger of its
/// own and a block of some 2 MiB
/// @par Determinism
/// ledger, report and errors are the same, whatever the number of threads
/// @par Guarantee
/// If anything is thrown, the ledger is as it was before.
inline read_report read_events(ledger& into, input in, event_format format, read_options const& options = {}) {
    auto parts = detail::ledger_parts(geostance::detail::threads_for(options.threads), into.options());
    auto report = detail::for_each_event(std::move(in), format, false, detail::on_threads(parts), options);
    detail::merge_parts(into, parts);
    return report;
}

/// Adds up several files of event data, such as those of the days of a year: as many at once as there are threads. One
/// file alone is read in blocks.
/// @param into gets what the files have; unchanged if one of them cannot be read
/// @param files where they lie
/// @param format the layout of all
/// @param options as for one file; progress is that of each
/// @param open makes an input of a path: `[](auto const& path) { return io::gunzip(io::input::file(path)); }` reads
///        compressed files. Several threads call it at once
/// @return what became of the rows of each file, in the order of the files
/// @throws read_error as for one file, for the first that fails
/// @throws cancelled as for one file, for the first that fails
/// @throws invalid_value as for one file, for the first that fails
/// @par Complexity
/// as for one file; no more files are open at once than there are threads
/// @par Determinism
/// as for one file
/// @par Guarantee
/// If anything is thrown, the ledger is as it was before.
template <class Open = input (*)(std::filesystem::path const&)>
std::vector<read_report> read_events(ledger& into, std::vector<std::filesystem::path> const& files, event_format format,
                                     read_options const& options = {}, Open open = &input::file) {
    if (files.size() == 1) return {read_events(into, open(files.front()), format, options)};
    auto parts = detail::ledger_parts(geostance::detail::threads_for(options.threads), into.options());
    std::vector<read_report> reports(files.size());
    std::mutex calls;
    auto const of_each = detail::one_call_at_a_time(options, calls);
    geostance::detail::for_each_in_parallel(parts.size(), files.size(), [&](std::size_t thread, std::size_t i) {
        reports[i] = detail::for_each_event(open(files[i]), format, false, detail::one_by_one(parts[thread]), of_each);
    });
    detail::merge_parts(into, parts);
    return reports;
}

} // namespace geostance::io

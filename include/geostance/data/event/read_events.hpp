// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads event data into a ledger.
#pragma once

#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/event/ledger.hpp>

#include <utility>

namespace geostance::io {

/// Adds up event data in one pass.
/// @param into gets what the file has; unchanged if it cannot be read
/// @param in a file, stream or text
/// @param format its layout
/// @param options what to do with bad rows, limits, progress, cancellation
/// @return what became of the rows; what the ledger does not count of them is in `into.left_out()`
/// @throws read_error as `for_each_event` and `ledger::add` say
/// @throws cancelled as `for_each_event` and `ledger::add` say
/// @throws invalid_value as `for_each_event` and `ledger::add` say
/// @par Complexity
/// O(bytes + entries); memory grows with the entries of the ledger, not with the rows
inline read_report read_events(ledger& into, input in, event_format format, read_options const& options = {}) {
    ledger read(into.options());
    auto const add = [&](event const& e) { read.add(e); };
    auto report = detail::for_each_event(std::move(in), format, false, add, options);
    into.merge(read);
    return report;
}

} // namespace geostance::io

// SPDX-License-Identifier: BSL-1.0
// What comes of adding events up, to be compared however they were read.
#pragma once

#include "event_rows.hpp"

#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/event/read_events.hpp>

#include <exception>
#include <sstream>
#include <string>
#include <vector>

namespace event_rows {

struct outcome {
    std::string ledger{};
    std::string error{};
    std::vector<geostance::io::read_report> reports{};
    friend bool operator==(outcome const&, outcome const&) = default;
};

/// What comes of adding something up, in a ledger that has an event before.
template <class Read>
outcome outcome_of(Read read, geostance::io::ledger_options const& kept = {}) {
    namespace io = geostance::io;
    io::ledger l(kept);
    io::read_events(l, io::input::text(row({.day = "20200101"})), io::event_format::gdelt_2);
    outcome result;
    try {
        result.reports = read(l);
    } catch (std::exception const& e) {
        result.error = e.what();
    }
    std::ostringstream out;
    io::write_ledger(out, l);
    result.ledger = out.str();
    return result;
}

} // namespace event_rows

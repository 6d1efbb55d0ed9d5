// SPDX-License-Identifier: BSL-1.0
// Events, and ledgers as text.
#pragma once

#include <geostance/data/event/event.hpp>
#include <geostance/data/event/ledger.hpp>
#include <geostance/data/event/ledger_file.hpp>

#include <chrono>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>

namespace ledger_text {

namespace io = geostance::io;

inline io::event event_of(std::string_view source, std::string_view target, std::chrono::sys_days day,
                          std::string_view code, std::uint64_t mentions = 1) {
    io::event e;
    e.source.country = source;
    e.target.country = target;
    e.day = day;
    e.code = code;
    e.mentions = mentions;
    return e;
}

inline std::string text_of(io::ledger const& l) {
    std::ostringstream out;
    write_ledger(out, l);
    return out.str();
}

} // namespace ledger_text

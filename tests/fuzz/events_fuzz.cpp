// SPDX-License-Identifier: BSL-1.0
// Event data into a ledger. The first byte says which format and which options.
#include <geostance/data/event/event_tally.hpp>
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/event/read_events.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    auto const kind = data[0];
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    io::ledger_options kept;
    kept.period = static_cast<io::ledger_period>(kind >> 2U & 3U);
    kept.sides = static_cast<io::ledger_sides>(kind >> 4U & 1U);
    kept.keeps_unknown = (kind & 32U) != 0;
    kept.tells_repeats = (kind & 64U) == 0;
    io::read_options options;
    options.max_columns = 64;
    options.bad_rows = io::bad_rows::skip_and_report;
    try {
        io::ledger ledger(kept);
        auto const format = static_cast<io::event_format>((kind & 3U) + (kind >> 7U) * 2U);
        auto const report = io::read_events(ledger, io::input::text(text), format, options);
        auto const& out = ledger.left_out();
        if (ledger.reports() + out.no_source + out.no_target + out.internal != report.rows) std::abort();
        if (size % 64 == 0) { // a thread costs as much as the rest
            options.threads = 2;
            io::ledger again(kept);
            if (io::read_events(again, io::input::text(text), format, options) != report || !(again == ledger))
                std::abort();
        }
        (void)tallies(ledger, {.repeats = io::repeats::every});
        std::ostringstream written;
        write_ledger(written, ledger);
        if (!(io::read_ledger(io::input::text(written.view())) == ledger)) std::abort();
    } catch (geostance::read_error const&) {
    }
    return 0;
}

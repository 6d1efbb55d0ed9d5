// SPDX-License-Identifier: BSL-1.0
// What reads as a ledger is written and read again as the same ledger, with the same bytes.
#include <geostance/data/event/ledger_file.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    io::read_options options;
    options.max_columns = 16;
    try {
        auto const ledger = io::read_ledger(io::input::text({reinterpret_cast<char const*>(data), size}), options);
        std::ostringstream first;
        write_ledger(first, ledger);
        auto const again = io::read_ledger(io::input::text(first.view()), options);
        std::ostringstream second;
        write_ledger(second, again);
        if (!(again == ledger) || first.view() != second.view()) std::abort();
    } catch (geostance::read_error const&) {
    }
    return 0;
}

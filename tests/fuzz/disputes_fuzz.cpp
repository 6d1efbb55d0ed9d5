// SPDX-License-Identifier: BSL-1.0
// Any bytes as a file of disputes: an error, or a table whose parts fit each other.
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/dispute/read_disputes.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    io::read_disputes_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    options.rows.max_row_bytes = 4096;
    options.rows.max_columns = 64;
    try {
        auto const table = io::read_disputes(io::input::text(text), options).value;
        for (auto const& d : io::dyads_of(table))
            if (d.a >= table.states.size() || d.b >= table.states.size()) std::abort();
        gs::stance_graph g;
        static_cast<void>(io::add_disputes(g, table, {.opponents = io::opponent_pairs::all, .values = true}));
    } catch (gs::error const&) {
    }
    return 0;
}

// SPDX-License-Identifier: BSL-1.0
// Any bytes as a file of alliances: an error, or a table whose parts fit each other.
#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/alliance/read_alliances.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    io::read_alliances_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    options.rows.max_row_bytes = 4096;
    options.rows.max_columns = 64;
    if (size > 0 && data[0] % 2 != 0) options.rows.encoding = io::encoding::latin1;
    try {
        auto const table = io::read_alliances(io::input::text(text), options).value;
        auto const spells = io::spells_of(table);
        if (spells.records.size() > table.records.size()) std::abort();
        if (!is_empty(table.coverage)) {
            io::year_span const last{table.coverage.last, table.coverage.last};
            for (auto const& pair : io::pledged_pairs(table, last))
                if (pair.a >= pair.b || pair.b >= table.states.size()) std::abort();
        }
        gs::stance_graph g;
        static_cast<void>(io::add_alliances(g, spells, {.policy = io::commitment()}));
    } catch (gs::error const&) {
    }
    return 0;
}

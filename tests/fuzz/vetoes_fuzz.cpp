// SPDX-License-Identifier: BSL-1.0
// Any bytes as a list of vetoes: an error, or a table of votes against.
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_vetoes.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    io::read_vetoes_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    options.rows.max_row_bytes = 4096;
    options.rows.max_columns = 64;
    try {
        auto const table = io::read_vetoes(io::input::text(text), options).value;
        for (auto const& v : table.votes)
            if (v.vote != gs::ballot::no || !v.veto || v.voter >= table.voters.size()) std::abort();
        gs::stance_graph g;
        static_cast<void>(io::add_votes(g, table));
    } catch (gs::error const&) {
    }
    return 0;
}

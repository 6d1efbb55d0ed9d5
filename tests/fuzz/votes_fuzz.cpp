// SPDX-License-Identifier: BSL-1.0
// Any bytes as a file of votes, and as what roll calls were about: an error, or a table whose parts fit each other.
#include <geostance/data/vote/add_votes.hpp>
#include <geostance/data/vote/read_votes.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    auto const split = text.find('\x1D'); // a second file may follow
    io::read_votes_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    options.rows.max_row_bytes = 4096;
    options.rows.max_columns = 64;
    try {
        auto table = io::read_votes(io::input::text(text.substr(0, split)), options).value;
        if (split != std::string_view::npos)
            static_cast<void>(io::describe_roll_calls(table, io::input::text(text.substr(split + 1)), options));
        for (auto const& v : table.votes)
            if (v.voter >= table.voters.size() || v.roll_call >= table.roll_calls.size()) std::abort();
        if (!is_empty(table.coverage) && table.voters.size() > 0)
            static_cast<void>(io::portfolio_of(table, 0, io::roll_calls_in(table, table.coverage)));
        gs::stance_graph g;
        static_cast<void>(io::add_votes(g, table));
    } catch (gs::error const&) {
    }
    return 0;
}

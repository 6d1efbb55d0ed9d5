// SPDX-License-Identifier: BSL-1.0
// Any bytes as agreement scores: an error, or one score for each pair and year, of which a network is made.
#include <geostance/data/vote/read_agreement_scores.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>
#include <tuple>

namespace gs = geostance;
namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    io::read_agreement_scores_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    options.rows.max_row_bytes = 4096;
    options.rows.max_columns = 64;
    try {
        auto const table = io::read_agreement_scores(io::input::text(text), options).value;
        std::set<std::tuple<std::uint32_t, std::uint32_t, int>> seen;
        for (auto const& s : table.scores)
            if (s.a >= s.b || s.b >= table.states.size() || !(s.agreement >= 0 && s.agreement <= 1) ||
                !seen.emplace(s.a, s.b, s.year).second)
                std::abort();
        if (!table.scores.empty())
            static_cast<void>(io::to_signed_graph(io::agreement_network(table, table.scores.front().year, 0.5)));
    } catch (gs::error const&) {
        // refused
    }
    return 0;
}

// SPDX-License-Identifier: BSL-1.0
// Any bytes as ideal points: an error, or one estimate for each state and year.
#include <geostance/data/vote/read_ideal_points.hpp>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

namespace gs = geostance;
namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    io::read_ideal_points_options options;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    options.rows.max_row_bytes = 4096;
    options.rows.max_columns = 64;
    try {
        auto const table = io::read_ideal_points(io::input::text(text), options).value;
        std::set<std::pair<std::uint32_t, int>> seen;
        for (auto const& p : table.points)
            if (p.state >= table.states.size() || !std::isfinite(p.value) || !seen.emplace(p.state, p.year).second)
                std::abort();
        if (!table.points.empty()) {
            auto const& p = table.points.front();
            if (io::ideal_point_distance(table, p.state, p.state, p.year) != 0.0) std::abort();
        }
    } catch (gs::error const&) {
        // refused
    }
    return 0;
}

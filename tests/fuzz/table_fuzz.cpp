// SPDX-License-Identifier: BSL-1.0
// Tables of every kind, with small limits. The first byte says which.
#include <geostance/io/detail/table_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    auto const kind = data[0];
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    static constexpr io::detail::table_format formats[] = {
        io::detail::tab_separated, io::detail::comma_separated, {' ', '\0', '#'}, {',', '"', '#', true}};
    io::read_options options;
    options.bad_rows = io::bad_rows::skip_and_report;
    options.encoding = (kind & 4U) != 0 ? io::encoding::latin1 : io::encoding::utf8;
    options.max_row_bytes = (kind & 8U) != 0 ? 16 : 4096;
    options.max_columns = (kind & 8U) != 0 ? 5 : 100;
    options.max_problems = 3;
    try {
        io::detail::table_reader table(io::input::text(text), formats[kind & 3U], options);
        if ((kind & 16U) != 0) table.read_headings();
        std::size_t rows = 0;
        std::size_t length = 0;
        auto const report = table.for_each_row([&](io::detail::table_row const& row) {
            ++rows;
            if (row.size() > options.max_columns) std::abort();
            for (std::size_t i = 0; i < row.size(); ++i) {
                length += row[i].size();
                if (io::detail::find_not_utf8(row[i])) std::abort();
            }
            if ((kind & 32U) != 0) (void)row.integer<int>(0);
            if ((kind & 64U) != 0) (void)row.day(0, (kind & 128U) != 0 ? '-' : '\0');
            if ((kind & 128U) != 0) (void)row.number(row.size() - 1);
        });
        // A byte of Windows-1252 takes up to three in UTF-8.
        if (length > 3 * text.size() || report.rows > rows) std::abort();
        if (report.problems.size() > 3 || report.problems.size() > report.skipped) std::abort();
    } catch (geostance::read_error const&) {
    }
    return 0;
}

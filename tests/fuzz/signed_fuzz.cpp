// SPDX-License-Identifier: BSL-1.0
// Signed networks. The first byte says which format, or that the text is to tell.
#include <geostance/io/read_signed.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    if (size == 0) return 0;
    std::string_view const text(reinterpret_cast<char const*>(data) + 1, size - 1);
    io::signed_read_options options;
    options.max_vertices = 1000;
    options.rows.max_columns = 16;
    options.rows.bad_rows = io::bad_rows::skip_and_report;
    try {
        auto const format = data[0] % (geostance::enum_names<io::signed_format>::of_each.size() + 1);
        auto in = io::input::text(text);
        auto const network =
            format == 0
                ? io::read_signed_network(std::move(in), options).value
                : io::read_signed_network(std::move(in), static_cast<io::signed_format>(format - 1), options).value;
        auto const ties = ties_of(network);
        for (auto const& t : ties)
            if (t.from >= network.names.size() || t.to >= network.names.size()) std::abort();
        if (to_signed_graph(network).report().edges != ties.size()) std::abort();
    } catch (geostance::read_error const&) {
    }
    return 0;
}

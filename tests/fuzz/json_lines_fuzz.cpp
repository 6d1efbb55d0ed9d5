// SPDX-License-Identifier: BSL-1.0
// read_json_lines: what it accepts it writes and reads again without loss; what it refuses it refuses with a
// geostance::error; and the fast way through a line accepts nothing that nlohmann's parser refuses.
#include <geostance/io/json_lines.hpp>
#include <geostance/model/same_content.hpp>

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace gs = geostance;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    gs::io::detail::json_record record;
    if (gs::io::detail::json_scanner::scan(text, record) && !nlohmann::json::accept(text)) std::abort();
    try {
        auto const g =
            gs::io::read_json_lines(gs::io::input::text(text), {.bad_rows = gs::io::bad_rows::skip_and_report}).value;
        std::ostringstream out;
        gs::io::write_json_lines(out, g);
        auto const written = out.str();
        if (!gs::same_content(g, gs::io::read_json_lines(gs::io::input::text(written)).value)) std::abort();
    } catch (gs::error const&) {
        // refused
    }
    return 0;
}

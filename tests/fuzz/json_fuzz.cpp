// SPDX-License-Identifier: BSL-1.0
// read_json: what it accepts it writes and reads again without loss; what it refuses it refuses with a
// geostance::error.
#include <geostance/io/json.hpp>
#include <geostance/model/same_content.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string_view>

namespace gs = geostance;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    try {
        auto const g =
            gs::io::read_json(gs::io::input::text(text), {.bad_rows = gs::io::bad_rows::skip_and_report}).value;
        std::ostringstream out;
        gs::io::write_json(out, g);
        auto const written = out.str();
        if (!gs::same_content(g, gs::io::read_json(gs::io::input::text(written)).value)) std::abort();
    } catch (gs::error const&) {
        // refused
    }
    return 0;
}

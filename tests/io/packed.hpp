// SPDX-License-Identifier: BSL-1.0
// Text packed as one member of gzip data, by zlib.
#pragma once

#include <geostance/io/input.hpp>

#include <doctest/doctest.h>

#include <zlib.h>

#include <string>
#include <vector>

namespace gzip_text {

inline std::string packed(std::string text, int level = 6) {
    z_stream state{};
    REQUIRE(deflateInit2(&state, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string result(deflateBound(&state, text.size()) + 64, '\0');
    state.next_in = reinterpret_cast<Bytef*>(text.data());
    state.avail_in = static_cast<uInt>(text.size());
    state.next_out = reinterpret_cast<Bytef*>(result.data());
    state.avail_out = static_cast<uInt>(result.size());
    REQUIRE(deflate(&state, Z_FINISH) == Z_STREAM_END);
    result.resize(state.total_out);
    deflateEnd(&state);
    return result;
}

/// All bytes of an input.
inline std::string all_of(geostance::io::input in) {
    std::string result;
    std::vector<char> part(1000);
    while (auto const count = in.bytes().read(part.data(), part.size())) result.append(part.data(), count);
    return result;
}

} // namespace gzip_text

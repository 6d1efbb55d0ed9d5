// SPDX-License-Identifier: BSL-1.0
// However many members gzip data have, unpacking does not call itself.
#include <geostance/io/gzip.hpp>

#include "scenarios/small_stack.hpp"

#include <doctest/doctest.h>

#include <zlib.h>

#include <cstddef>
#include <string>
#include <vector>

namespace io = geostance::io;
using scenarios::on_small_stack;

namespace {

std::string gzipped(std::string text) {
    z_stream state{};
    REQUIRE(deflateInit2(&state, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) == Z_OK);
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

std::string all_of(io::input in) {
    std::string result;
    std::vector<char> part(1000);
    while (auto const count = in.bytes().read(part.data(), part.size())) result.append(part.data(), count);
    return result;
}

} // namespace

TEST_CASE("depth: gzip data of many members") {
    std::string members;
    for (auto const empty = gzipped(""); members.size() < 2'000'000;) members += empty;
    members += gzipped("the end");
    for (std::size_t const threads : {1U, 3U}) {
        std::string last;
        on_small_stack([&] { last = all_of(io::gunzip(io::input::text(members), threads)); });
        CHECK(last == "the end");
    }
}

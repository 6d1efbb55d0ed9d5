// SPDX-License-Identifier: BSL-1.0
// However many members gzip data have, unpacking does not call itself.
#include <geostance/io/gzip.hpp>

#include "io/packed.hpp"
#include "scenarios/small_stack.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace io = geostance::io;

TEST_CASE("depth: gzip data of many members") {
    std::string members;
    for (auto const empty = gzip_text::packed(""); members.size() < 2'000'000;) members += empty;
    members += gzip_text::packed("the end");
    for (std::size_t const threads : {1U, 3U}) {
        std::string last;
        scenarios::on_small_stack([&] { last = gzip_text::all_of(io::gunzip(io::input::text(members), threads)); });
        CHECK(last == "the end");
    }
}

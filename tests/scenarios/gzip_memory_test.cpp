// SPDX-License-Identifier: BSL-1.0
// What unpacks while it reads runs out of memory with no other error, and leaves nothing behind.
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/io/gzip.hpp>
#include <geostance/io/zip.hpp>

#include "scenarios/fail_each.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("memory: gunzip and unzip run out of memory with no other error") {
    for (char const* const folder : {"gzip", "zip"})
        for (auto const& entry : std::filesystem::directory_iterator(std::filesystem::path(GEOSTANCE_SOURCE_DIR) /
                                                                     "tests/fuzz/corpus" / folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            std::string const bytes(std::istreambuf_iterator<char>(file), {});
            scenarios::fail_each(
                [&] {
                    auto packed = io::input::text(bytes);
                    try {
                        auto in =
                            std::string(folder) == "zip" ? io::unzip(std::move(packed)) : io::gunzip(std::move(packed));
                        static_cast<void>(io::read_votes(std::move(in)));
                    } catch (gs::error const&) {
                        // no votes
                    }
                },
                [] {});
        }
}

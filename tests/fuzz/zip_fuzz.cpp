// SPDX-License-Identifier: BSL-1.0
// Zip archives.
#include <geostance/io/zip.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    try {
        auto in = io::unzip(io::input::text({reinterpret_cast<char const*>(data), size}));
        std::array<char, 4096> block{};
        while (in.bytes().read(block.data(), block.size()) != 0) {
        }
    } catch (geostance::read_error const&) {
    }
    return 0;
}

// SPDX-License-Identifier: BSL-1.0
// Damaged gzip data; not more than a megabyte is unpacked.
#include <geostance/io/gzip.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static std::vector<char> room(std::size_t(1) << 16U);
    try {
        auto in = io::gunzip(io::input::text({reinterpret_cast<char const*>(data), size}));
        for (int blocks = 0; blocks < 16 && in.bytes().read(room.data(), room.size()) != 0; ++blocks) {
        }
    } catch (geostance::read_error const&) {
    }
    return 0;
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/read_signed.hpp>
#include <geostance/io/zip.hpp>

#include <zlib.h>

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>

namespace io = geostance::io;

namespace {

std::string number(std::uint64_t value, unsigned bytes) {
    std::string text;
    for (unsigned i = 0; i < bytes; ++i) text += static_cast<char>(i < 8 ? value >> (8 * i) & 0xFFU : 0);
    return text;
}

std::string deflated(std::string const& text) {
    z_stream state{};
    deflateInit2(&state, 9, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY);
    std::string packed(compressBound(text.size()) + 16, '\0');
    std::string copy = text;
    state.next_in = reinterpret_cast<Bytef*>(copy.data());
    state.avail_in = static_cast<uInt>(copy.size());
    state.next_out = reinterpret_cast<Bytef*>(packed.data());
    state.avail_out = static_cast<uInt>(packed.size());
    deflate(&state, Z_FINISH);
    packed.resize(packed.size() - state.avail_out);
    deflateEnd(&state);
    return packed;
}

struct member {
    std::string text = "a,b,1\nb,c,-1\n";
    bool is_stored = false;
    bool sizes_follow = false;
    unsigned flags = 0;
    std::uint64_t wrong_sum = 0;
};

std::string packed_member(member const& m) {
    auto const data = m.is_stored ? m.text : deflated(m.text);
    auto const sum =
        crc32(0, reinterpret_cast<Bytef const*>(m.text.data()), static_cast<uInt>(m.text.size())) ^ m.wrong_sum;
    auto const sizes = number(sum, 4) + number(data.size(), 4) + number(m.text.size(), 4);
    return std::string("PK\x03\x04") + number(20, 2) + number(m.flags | (m.sizes_follow ? 8U : 0U), 2) +
           number(m.is_stored ? 0 : 8, 2) + number(0, 4) + (m.sizes_follow ? number(0, 12) : sizes) + number(5, 2) +
           number(0, 2) + "a.csv" + data + (m.sizes_follow ? "PK\x07\x08" + sizes : "");
}
/// The directory's beginning is all that is looked at.
std::string archive(member const& m) { return packed_member(m) + "PK\x01\x02" + std::string(60, '\0'); }

std::string problem(std::string const& bytes) {
    try {
        auto const unpacked = io::read_signed_network(io::unzip(io::input::text(bytes, "a.zip"))).value;
        return std::to_string(unpacked.edges.size()) + " edges";
    } catch (geostance::read_error const& e) {
        return e.what();
    }
}

} // namespace

TEST_CASE("zip: an archive with one file is unpacked, deflated or stored, and what is no archive stays") {
    CHECK(problem(archive({})) == "2 edges");
    CHECK(problem(archive({.is_stored = true})) == "2 edges");
    CHECK(problem(archive({.sizes_follow = true})) == "2 edges");
    CHECK(problem("a,b,1\n") == "1 edges");
    std::string long_text;
    for (int i = 0; i < 30'000; ++i) long_text += std::to_string(i) + ",x,-1\n";
    CHECK(problem(archive({.text = long_text})) == "30000 edges");
}

TEST_CASE("zip: what is damaged, encrypted, in zip64 or of several files is refused by name") {
    CHECK(problem(archive({.wrong_sum = 1})).find("another checksum") != std::string::npos);
    CHECK(problem(archive({.flags = 1})).find("an encrypted file") != std::string::npos);
    CHECK(problem(packed_member({}) + archive({})).find("several files") != std::string::npos);
    CHECK(problem(packed_member({}) + "xxxx").find("other bytes behind the file") != std::string::npos);
    auto const whole = archive({});
    for (std::size_t size = 4; size + 64 < whole.size(); ++size)
        CHECK(problem(whole.substr(0, size)).find("a.zip") != std::string::npos);
    auto large = whole;
    large.replace(22, 4, "\xFF\xFF\xFF\xFF");
    CHECK(problem(large).find("zip64") != std::string::npos);
    CHECK(problem("PK\x05\x06" + std::string(18, '\0')).find("nothing in it") != std::string::npos);
}

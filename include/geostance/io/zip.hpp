// SPDX-License-Identifier: BSL-1.0
/// @file
/// Zip archives with one file in them, as GDELT, COW and ATOP come: part of the component gzip, which needs zlib.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/peeked.hpp>
#include <geostance/io/input.hpp>

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// Unpacks the one file of a zip archive (PKWARE APPNOTE 6.3) from front to back.
///
/// The archive is read once, so what lies behind the file is checked when the file ends: nothing but the archive's
/// directory may follow, so that no second file is passed over in silence.
class unzip_source final : public byte_source {
public:
    explicit unzip_source(input packed) : packed_(std::move(packed)), buffer_(std::size_t(1) << 16U) {
        constexpr int raw_data = -15;
        read_header();
        if (inflateInit2(&state_, raw_data) != Z_OK) throw std::bad_alloc();
    }
    unzip_source(unzip_source const&) = delete;
    unzip_source& operator=(unzip_source const&) = delete;
    ~unzip_source() override { inflateEnd(&state_); }

    std::size_t read(char* to, std::size_t most) override {
        most = std::min<std::size_t>(most, std::numeric_limits<uInt>::max());
        std::size_t count = 0;
        while (count == 0 && !is_finished_) count = is_stored_ ? copy_some(to, most) : inflate_some(to, most);
        size_ += count;
        sum_ = crc32(sum_, reinterpret_cast<Bytef const*>(to), static_cast<uInt>(count));
        if (is_finished_ && !is_checked_) check_end();
        return count;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return packed_.bytes().done() - (filled_ - at_); }
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept override { return packed_.bytes().total(); }

private:
    static constexpr std::uint32_t local_header = 0x04034B50;
    static constexpr std::uint32_t descriptor = 0x08074B50;
    static constexpr std::uint32_t directory = 0x02014B50;
    static constexpr std::uint32_t archive_extra = 0x08064B50;
    static constexpr std::uint32_t size_in_zip64 = 0xFFFFFFFF;

    bool fetch() {
        if (at_ != filled_) return true;
        at_ = 0;
        filled_ = packed_.bytes().read(buffer_.data(), buffer_.size());
        return filled_ != 0;
    }
    std::uint8_t byte() {
        if (!fetch()) fail("data that end too early");
        return static_cast<std::uint8_t>(buffer_[at_++]);
    }
    std::uint32_t number(unsigned bytes) {
        std::uint32_t value = 0;
        for (unsigned i = 0; i < bytes; ++i) value |= std::uint32_t(byte()) << (8 * i);
        return value;
    }

    void read_header() {
        constexpr unsigned encrypted = 1;
        constexpr unsigned sizes_follow = 8;
        constexpr std::uint32_t stored = 0;
        constexpr std::uint32_t deflated = 8;
        if (number(4) != local_header) fail("an archive with nothing in it, or in parts");
        static_cast<void>(number(2)); // the version that is needed
        auto const flags = number(2);
        auto const method = number(2);
        static_cast<void>(number(4)); // when it was changed
        expected_sum_ = number(4);
        packed_size_ = number(4);
        expected_size_ = number(4);
        auto const name_size = number(2);
        auto const extra_size = number(2);
        for (std::uint32_t i = 0; i < name_size; ++i) member_ += static_cast<char>(byte());
        for (std::uint32_t i = 0; i < extra_size; ++i) static_cast<void>(byte());
        sizes_follow_ = (flags & sizes_follow) != 0;
        if ((flags & encrypted) != 0) fail("an encrypted file");
        if (packed_size_ == size_in_zip64 || expected_size_ == size_in_zip64) fail("a zip64 archive");
        if (method != stored && method != deflated) fail("a file packed by method " + std::to_string(method));
        is_stored_ = method == stored;
        if (is_stored_ && sizes_follow_) fail("a stored file of unknown size");
        if (member_.ends_with('/')) fail("a folder in the archive");
    }
    std::size_t copy_some(char* to, std::size_t most) {
        if (size_ == packed_size_) {
            is_finished_ = true;
            return 0;
        }
        if (!fetch()) fail("data that end too early");
        auto const count = std::min({most, filled_ - at_, static_cast<std::size_t>(packed_size_ - size_)});
        std::copy_n(&buffer_[at_], count, to);
        at_ += count;
        return count;
    }
    std::size_t inflate_some(char* to, std::size_t most) {
        if (!fetch()) fail("data that end too early");
        state_.next_in = reinterpret_cast<Bytef*>(&buffer_[at_]);
        state_.avail_in = static_cast<uInt>(filled_ - at_);
        state_.next_out = reinterpret_cast<Bytef*>(to);
        state_.avail_out = static_cast<uInt>(most);
        auto const result = inflate(&state_, Z_NO_FLUSH);
        at_ = filled_ - state_.avail_in;
        if (result == Z_MEM_ERROR) throw std::bad_alloc();
        if (result == Z_STREAM_END)
            is_finished_ = true;
        else if (result != Z_OK && result != Z_BUF_ERROR)
            fail(state_.msg != nullptr ? state_.msg : "damaged data");
        return most - state_.avail_out;
    }
    void check_end() {
        is_checked_ = true;
        auto next = number(4);
        if (sizes_follow_) {
            expected_sum_ = next == descriptor ? number(4) : next;
            static_cast<void>(number(4)); // the packed size
            expected_size_ = number(4);
            next = number(4);
        }
        if (sum_ != expected_sum_) fail("data with another checksum than the archive says");
        if ((size_ & 0xFFFFFFFFU) != expected_size_) fail("data of another size than the archive says");
        if (next == local_header) fail("several files in the archive");
        if (next != directory && next != archive_extra) fail("other bytes behind the file");
    }
    [[noreturn]] void fail(std::string what) const {
        throw read_error({packed_.name()}, std::move(what), "a zip archive with one file, not encrypted");
    }

    input packed_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;     // next byte of the buffer
    std::size_t filled_ = 0; // bytes in it
    z_stream state_{};
    std::string member_; // what the file in the archive is called
    bool is_stored_ = false;
    bool sizes_follow_ = false;
    std::uint32_t expected_sum_ = 0;
    std::uint32_t packed_size_ = 0;
    std::uint32_t expected_size_ = 0;
    std::uint64_t size_ = 0; // of what was unpacked
    uLong sum_ = 0;
    bool is_finished_ = false;
    bool is_checked_ = false;
};

} // namespace detail

/// Unpacks the one file of a zip archive while it is read, whatever the archive is called; another input stays as it
/// is.
/// @param in a file, stream or text
/// @return what the file in the archive has, with the archive's name; progress counts the packed bytes
/// @throws read_error for an archive that is encrypted, has no file or is zip64; and while reading, if the data are
///         damaged, or a second file follows
/// @par Complexity
/// O(n); some 200 KiB, whatever the size
[[nodiscard]] inline input unzip(input in) {
    auto name = in.name();
    auto [beginning, whole] = detail::peek(std::move(in), 4);
    if (beginning != "PK\x03\x04" && beginning != "PK\x05\x06") return std::move(whole);
    return input(std::make_unique<detail::unzip_source>(std::move(whole)), std::move(name));
}

} // namespace geostance::io

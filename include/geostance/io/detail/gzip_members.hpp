// SPDX-License-Identifier: BSL-1.0
/// @file
/// Several members of gzip data, unpacked apart.
#pragma once

#include <geostance/detail/in_parallel.hpp>

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <new>
#include <optional>
#include <string_view>
#include <vector>

namespace geostance::io::detail {

/// Whole members that were unpacked.
struct unpacked_members {
    std::vector<char> bytes{}; ///< of which the first count
    std::size_t size = 0;      ///< how many were unpacked
    std::size_t end = 0;       ///< behind the last member

    [[nodiscard]] std::string_view text() const noexcept { return {bytes.data(), size}; }
    /// Makes room for further bytes, in memory that is kept.
    void make_room() {
        constexpr std::size_t least = std::size_t(1) << 16U;
        if (bytes.size() - size < least) bytes.resize(2 * bytes.size() + least);
    }
};

/// Unpacks one member after another.
class member_unpacker {
public:
    member_unpacker() {
        constexpr int any_window_with_gzip_header = 15 + 16;
        if (inflateInit2(&state_, any_window_with_gzip_header) != Z_OK) throw std::bad_alloc();
    }
    member_unpacker(member_unpacker const&) = delete;
    member_unpacker& operator=(member_unpacker const&) = delete;
    ~member_unpacker() { inflateEnd(&state_); }

    /// Unpacks members from a place on, as long as they are whole and begin before `until`.
    /// @param packed at most as long as a zlib counter can tell
    /// @param most of a member that takes the text beyond so many bytes nothing is kept
    /// @param result gets what was unpacked; its memory is used again
    void operator()(std::string_view packed, std::size_t from, std::size_t until, std::size_t most,
                    unpacked_members& result) {
        result.size = 0;
        result.end = from;
        while (result.end < until) {
            auto const whole = result.size;
            auto const end = unpack_one(packed, result.end, result, most);
            if (!end) {
                result.size = whole;
                break;
            }
            result.end = *end;
        }
    }

private:
    /// @return its end, or nothing if it is no whole member
    std::optional<std::size_t> unpack_one(std::string_view packed, std::size_t begin, unpacked_members& to,
                                          std::size_t most) {
        inflateReset(&state_);
        // zlib does not write there.
        state_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data() + begin)); // NOLINT(*-const-cast)
        state_.avail_in = static_cast<uInt>(packed.size() - begin);
        while (to.size < most) {
            to.make_room();
            auto const room = to.bytes.size() - to.size;
            state_.next_out = reinterpret_cast<Bytef*>(to.bytes.data() + to.size);
            state_.avail_out = static_cast<uInt>(room);
            auto const result = inflate(&state_, Z_NO_FLUSH);
            to.size += room - state_.avail_out;
            if (result == Z_MEM_ERROR) throw std::bad_alloc();
            if (result == Z_STREAM_END) return packed.size() - state_.avail_in;
            if (result != Z_OK) return std::nullopt; // damaged, or it goes on behind what is there
        }
        return std::nullopt;
    }

    z_stream state_{};
};

/// Where a member seems to begin, at a place or behind it; npos if nowhere.
inline std::size_t find_member(std::string_view packed, std::size_t from) {
    constexpr std::string_view beginning = "\x1F\x8B\x08"; // packed by deflate
    constexpr unsigned unused_flags = 0xE0;
    for (auto at = packed.find(beginning, from); at != std::string_view::npos; at = packed.find(beginning, at + 1))
        if (at + 3 < packed.size() && (static_cast<unsigned char>(packed[at + 3]) & unused_flags) == 0) return at;
    return std::string_view::npos;
}

/// Unpacks members on several threads, each from what may be the beginning of one. Parts of which it turns out that no
/// member begins there are dropped.
/// @param packed begins with a member
/// @param parts gets the members that stand one behind the other from there on; its memory is used again
/// @return how many parts there are: for all members, fewer or none
inline std::size_t unpack_apart(std::string_view packed, std::size_t threads, std::vector<unpacked_members>& parts) {
    constexpr std::size_t part = std::size_t(1) << 18U; // bytes, at least
    constexpr std::size_t most = std::size_t(1) << 23U; // of what is unpacked of a part
    std::vector<std::size_t> begins{0};
    for (auto at = find_member(packed, part); at != std::string_view::npos; at = find_member(packed, at + part))
        begins.push_back(at);
    auto const count = begins.size();
    if (count == 1) return 0;
    begins.push_back(packed.size());
    parts.resize(std::max(parts.size(), count));
    geostance::detail::for_each_in_parallel(threads, count, [&](std::size_t, std::size_t i) {
        member_unpacker()(packed, begins[i], begins[i + 1], most, parts[i]);
    });
    if (parts[0].end == 0) return 0;
    std::size_t good = 1; // the first begins where a member does
    while (good < count && parts[good - 1].end == begins[good]) ++good;
    return good;
}

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Compressed input: part of the component gzip, which needs zlib.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/gzip_members.hpp>
#include <geostance/io/input.hpp>

#include <zlib.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <exception>
#include <limits>
#include <memory>
#include <new>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// Unpacks gzip data (RFC 1952), of one member or several, padded with zeros or not; passes on what is not gzip.
class gunzip_source final : public byte_source {
public:
    gunzip_source(input packed, std::size_t threads)
        : packed_(std::move(packed)), threads_(threads), buffer_(threads == 1 ? small : threads * large) {
        constexpr int any_window_with_gzip_header = 15 + 16;
        if (inflateInit2(&state_, any_window_with_gzip_header) != Z_OK) throw std::bad_alloc();
        try {
            while (filled_ < 2 && fetch()) {
            }
        } catch (...) {
            inflateEnd(&state_);
            throw;
        }
        is_packed_ = begins_member();
    }
    gunzip_source(gunzip_source const&) = delete;
    gunzip_source& operator=(gunzip_source const&) = delete;
    ~gunzip_source() override { inflateEnd(&state_); }

    std::size_t read(char* to, std::size_t most) override {
        if (!is_packed_) return pass_on(to, most);
        if (auto const count = read_apart(to, most)) return count;
        most = std::min<std::size_t>(most, std::numeric_limits<uInt>::max());
        state_.next_out = reinterpret_cast<Bytef*>(to);
        state_.avail_out = static_cast<uInt>(most);
        while (state_.avail_out == most) {
            if (damage_ != nullptr) fail(damage_);
            if (at_ == filled_ && !fetch()) {
                if (is_inside_) fail("data that end too early");
                return 0;
            }
            if (is_at_padding())
                drop_padding();
            else
                inflate_some();
        }
        return most - state_.avail_out;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return packed_done_ - (filled_ - at_); }
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept override { return total_; }

private:
    static constexpr std::size_t small = std::size_t(1) << 16U;
    static constexpr std::size_t large = std::size_t(1) << 20U; // for each of several threads

    /// Gives what several threads have unpacked, or else do now.
    /// @return 0 if one member has to be unpacked by itself
    std::size_t read_apart(char* to, std::size_t most) {
        if (threads_ == 1) return 0;
        if (part_ == count_ && !is_inside_ && !is_padded_) unpack_next();
        while (part_ < count_) {
            auto const count = parts_[part_].text().copy(to, most, given_);
            given_ += count;
            if (count != 0) return count;
            given_ = 0;
            if (++part_ == count_) unpack_next();
        }
        return 0;
    }
    void unpack_next() {
        fill();
        count_ = unpack_apart({buffer_.data() + at_, filled_ - at_}, threads_, parts_);
        part_ = given_ = 0;
        if (count_ != 0) at_ += parts_[count_ - 1].end;
    }
    /// Fetches as much as there is room for. That it cannot be had is said where it is missed.
    void fill() {
        std::memmove(buffer_.data(), buffer_.data() + at_, filled_ - at_);
        filled_ -= at_;
        at_ = 0;
        try {
            while (filled_ < buffer_.size() && fetch()) continue;
        } catch (read_error const&) {
            failure_ = std::current_exception();
        }
    }
    bool fetch() {
        if (failure_) std::rethrow_exception(std::exchange(failure_, nullptr));
        if (at_ == filled_) at_ = filled_ = 0;
        auto const count = packed_.bytes().read(buffer_.data() + filled_, buffer_.size() - filled_);
        filled_ += count;
        packed_done_ = packed_.bytes().done();
        total_ = packed_.bytes().total();
        return count != 0;
    }
    [[nodiscard]] bool begins_member() const noexcept {
        return filled_ - at_ >= 2 && std::memcmp(&buffer_[at_], "\x1F\x8B", 2) == 0;
    }

    std::size_t pass_on(char* to, std::size_t most) {
        if (at_ == filled_) return packed_.bytes().read(to, most);
        auto const count = std::min(most, filled_ - at_);
        std::memcpy(to, &buffer_[at_], count);
        at_ += count;
        return count;
    }
    /// Tapes and block devices fill up their last block with zeros, which gzip(1) ignores too.
    bool is_at_padding() noexcept { return is_padded_ = is_padded_ || (!is_inside_ && buffer_[at_] == '\0'); }
    void drop_padding() {
        for (; at_ < filled_; ++at_)
            if (buffer_[at_] != '\0') fail("other bytes behind zeros");
    }
    void inflate_some() {
        state_.next_in = reinterpret_cast<Bytef*>(&buffer_[at_]);
        state_.avail_in = static_cast<uInt>(filled_ - at_);
        is_inside_ = true;
        auto const result = inflate(&state_, Z_NO_FLUSH);
        at_ = filled_ - state_.avail_in;
        if (result == Z_MEM_ERROR) throw std::bad_alloc();
        if (result == Z_STREAM_END) { // another member may follow
            is_inside_ = false;
            inflateReset(&state_);
        } else if (result != Z_OK && result != Z_BUF_ERROR) {
            damage_ = state_.msg != nullptr ? state_.msg : "damaged data"; // said behind what could be unpacked
        }
    }
    [[noreturn]] void fail(char const* what) const { throw read_error({packed_.name()}, what, "gzip data"); }

    input packed_;
    std::size_t threads_;
    std::vector<char> buffer_;
    std::size_t at_ = 0;     // next byte of the buffer
    std::size_t filled_ = 0; // bytes in it
    std::uint64_t packed_done_ = 0;
    std::optional<std::uint64_t> total_;
    z_stream state_{};
    bool is_packed_ = false;
    bool is_inside_ = false;                // a member is begun and not ended
    bool is_padded_ = false;                // zeros have come behind the last member
    char const* damage_ = nullptr;          // what is wrong with the data behind those that were given
    std::vector<unpacked_members> parts_{}; // that several threads have unpacked
    std::size_t count_ = 0;                 // of them, this time
    std::size_t part_ = 0;                  // the next of them to be given
    std::size_t given_ = 0;                 // bytes of it
    std::exception_ptr failure_{};          // why no more could be fetched
};

} // namespace detail

/// Unpacks an input while it is read, if it is compressed with gzip; another input stays as it is.
/// @param in a file, stream or text
/// @param threads how many unpack members at once, where a file has many: those of bgzip, and small files that were put
///        together. 0 = as many as the machine has, at most 1024. Most programs write one member, which one thread
///        unpacks
/// @return the same input, unpacked; progress counts the compressed bytes
/// @throws read_error if it cannot be read; and while reading, if the data are damaged
/// @par Complexity
/// O(n); 64 KiB, whatever the size; for each of several threads 1 MiB, and what that becomes: at most 68 MiB
/// @par Determinism
/// the bytes and errors do not depend on the number of threads
[[nodiscard]] inline input gunzip(input in, std::size_t threads = 1) {
    auto name = in.name();
    auto const count = geostance::detail::threads_for(threads);
    return input(std::make_unique<detail::gunzip_source>(std::move(in), count), std::move(name));
}

} // namespace geostance::io

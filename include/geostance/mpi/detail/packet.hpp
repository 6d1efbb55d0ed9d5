// SPDX-License-Identifier: BSL-1.0
/// @file
/// Values in a row of bytes, to be sent to the other ranks.
#pragma once

#include <geostance/error.hpp>

#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace geostance::mpi::detail {

/// Puts values behind each other. All ranks run the same program on machines of one kind: bytes are sent as they are.
class packet_writer {
public:
    template <class T>
        requires(std::is_arithmetic_v<T> || std::is_enum_v<T>)
    packet_writer& operator<<(T value) {
        bytes_.append(reinterpret_cast<char const*>(&value), sizeof value);
        return *this;
    }
    packet_writer& operator<<(std::string_view text) {
        *this << text.size();
        bytes_.append(text);
        return *this;
    }
    [[nodiscard]] std::string const& bytes() const noexcept { return bytes_; }

private:
    std::string bytes_;
};

/// Takes the values out in the order in which they were put in.
class packet_reader {
public:
    /// @param bytes must outlive the reader
    explicit packet_reader(std::string_view bytes) : bytes_(bytes) {}

    template <class T>
        requires(std::is_arithmetic_v<T> || std::is_enum_v<T>)
    packet_reader& operator>>(T& value) {
        std::memcpy(&value, next(sizeof value).data(), sizeof value);
        return *this;
    }
    packet_reader& operator>>(std::string& text) {
        text = next(take<std::size_t>());
        return *this;
    }
    template <class T>
    T take() {
        T value{};
        *this >> value;
        return value;
    }

private:
    std::string_view next(std::size_t size) {
        if (size > bytes_.size()) throw error("a rank sent less than was expected of it");
        auto const found = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return found;
    }

    std::string_view bytes_;
};

} // namespace geostance::mpi::detail

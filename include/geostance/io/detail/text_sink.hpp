// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where writers put their text: a buffer before a stream, or nowhere for a trial run.
#pragma once

#include <geostance/detail/utf8.hpp>
#include <geostance/error.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <cerrno>
#include <cstddef>
#include <ostream>
#include <string>
#include <string_view>
#include <system_error>

namespace geostance::io::detail {

/// Collects text and hands it on in large pieces.
class text_sink {
public:
    /// A sink that drops what it gets: a trial run shows whether a writer would throw.
    text_sink() = default;
    explicit text_sink(std::ostream& out) : out_(&out) {}

    text_sink& operator<<(std::string_view text) {
        if (out_ != nullptr) buffer_ += text;
        return *this;
    }
    text_sink& operator<<(char c) {
        if (out_ != nullptr) buffer_ += c;
        return *this;
    }

    /// Hands on what was collected, if it is much: to be called between records.
    void pass_on() {
        constexpr std::size_t much = 1U << 16U;
        if (buffer_.size() >= much) flush();
    }
    /// Hands on all.
    /// @throws write_error if the stream does not take it, with the system's reason where it gives one
    void flush() {
        errno = 0;
        if (out_ != nullptr && !out_->write(buffer_.data(), static_cast<std::streamsize>(buffer_.size())).flush())
            throw write_error("the stream does not take what is written" +
                              (errno == 0 ? std::string() : ": " + std::generic_category().message(errno)));
        buffer_.clear();
    }

private:
    std::ostream* out_ = nullptr;
    std::string buffer_;
};

/// Writes to a stream all that `write(text_sink&)` puts out, or nothing if it throws: it is run twice.
template <class Write>
void write_whole(std::ostream& out, Write write) {
    text_sink trial;
    write(trial);
    text_sink sink(out);
    write(sink);
    sink.flush();
}

using geostance::detail::utf8_length;

/// The length of the character that the text begins with.
/// @throws invalid_value if it begins with none
inline std::size_t character_length(std::string_view field, std::string_view text) {
    auto const length = utf8_length(text);
    if (length == 0)
        throw invalid_value(std::string(field), "byte " + std::to_string(static_cast<unsigned char>(text.front())),
                            "text in UTF-8");
    return length;
}

/// A character that a JSON string has as it is, and of one byte.
constexpr bool is_plain(char c) noexcept { return c >= ' ' && c <= '~' && c != '"' && c != '\\'; }

/// A JSON string (RFC 8259), quotes included. What a terminal would obey is written as `\u202e` and the like.
/// @throws invalid_value if the text is not UTF-8
inline void put_json_string(text_sink& out, std::string_view field, std::string_view text) {
    constexpr std::string_view hex = "0123456789abcdef";
    out << '"';
    while (!text.empty()) {
        auto const plain =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) - text.begin());
        out << text.substr(0, plain);
        text.remove_prefix(plain);
        if (text.empty()) break;
        auto const c = text.front();
        auto const length = character_length(field, text);
        if (c == '"' || c == '\\') {
            out << '\\' << c;
        } else if (c == '\n') {
            out << "\\n";
        } else if (auto const point = geostance::detail::code_point(text.substr(0, length));
                   geostance::detail::is_active(point)) {
            out << "\\u" << hex[point >> 12U] << hex[(point >> 8U) & 15U] << hex[(point >> 4U) & 15U]
                << hex[point & 15U];
        } else {
            out << text.substr(0, length);
        }
        text.remove_prefix(length);
    }
    out << '"';
}

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A fast parser for plain lines of JSON; all other lines go to `json_parser`, which decides.
#pragma once

#include <geostance/detail/parse_number.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/text_sink.hpp>

#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <system_error>

namespace geostance::io::detail {

/// Takes a line apart into tokens, if it is one plain JSON object: no escapes in texts, no number out of range, no
/// error. It never accepts what is not JSON.
class json_scanner {
public:
    /// @param record gets the tokens; of no meaning if the line is not plain
    /// @return true if the line is plain
    static bool scan(std::string_view line, json_record& record) {
        record.clear();
        record.begin = 0;
        json_scanner scanner(line, record);
        scanner.skip_space();
        if (scanner.at_end() || *scanner.at_ != '{' || !scanner.scan_value(0)) return false;
        scanner.skip_space();
        return scanner.at_end();
    }

private:
    json_scanner(std::string_view line, json_record& record)
        : begin_(line.data()), at_(begin_), end_(begin_ + line.size()), record_(&record) {}

    [[nodiscard]] bool at_end() const { return at_ == end_; }
    void skip_space() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\t' || *at_ == '\r')) ++at_;
    }
    /// Takes the character and the space around it, if it is there.
    bool take(char c) {
        skip_space();
        if (at_end() || *at_ != c) return false;
        ++at_;
        skip_space();
        return true;
    }
    bool put(json_kind kind, std::uint64_t bits = 0, std::size_t length = 0) {
        record_->tokens.push_back({kind, static_cast<std::size_t>(at_ - begin_), bits, length});
        return true;
    }

    bool scan_value(std::size_t depth) {
        if (at_end() || depth == json_deepest) return false;
        switch (*at_) {
        case '{': return scan_object(depth);
        case '[': return scan_array(depth);
        case '"': return scan_text(json_kind::text);
        case 't': return scan_word("true", json_kind::boolean, 1);
        case 'f': return scan_word("false", json_kind::boolean, 0);
        case 'n': return scan_word("null", json_kind::null, 0);
        default: return scan_number();
        }
    }
    bool scan_object(std::size_t depth) {
        ++at_;
        put(json_kind::begin_object);
        skip_space();
        if (at_end() || *at_ != '}') {
            do {
                if (at_end() || *at_ != '"' || !scan_text(json_kind::name) || !take(':') || !scan_value(depth + 1))
                    return false;
            } while (take(','));
        }
        return scan_close('}', json_kind::end_object);
    }
    bool scan_array(std::size_t depth) {
        ++at_;
        put(json_kind::begin_array);
        skip_space();
        if (at_end() || *at_ != ']') {
            do {
                if (!scan_value(depth + 1)) return false;
            } while (take(','));
        }
        return scan_close(']', json_kind::end_array);
    }
    bool scan_close(char bracket, json_kind kind) {
        if (at_end() || *at_ != bracket) return false;
        ++at_;
        return put(kind);
    }
    bool scan_word(std::string_view word, json_kind kind, std::uint64_t bits) {
        if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(word)) return false;
        at_ += word.size();
        return put(kind, bits);
    }
    bool scan_text(json_kind kind) {
        auto const* const first = ++at_;
        while (at_ != end_ && *at_ != '"') {
            auto const byte = static_cast<unsigned char>(*at_);
            if (byte < 0x20 || byte == '\\') return false;
            auto const length =
                byte < 0x80 ? 1 : utf8_length(std::string_view(at_, static_cast<std::size_t>(end_ - at_)));
            if (length == 0) return false;
            at_ += length;
        }
        if (at_end()) return false;
        auto const length = static_cast<std::size_t>(at_ - first);
        auto const place = record_->texts.size();
        record_->texts.append(first, length);
        ++at_;
        return put(kind, place, length);
    }
    bool scan_number() {
        auto const* const first = at_;
        if (*at_ == '-') ++at_;
        auto const* const digits = at_;
        if (!skip_digits() || (*digits == '0' && at_ != digits + 1)) return false;
        bool const is_integer = at_end() || (*at_ != '.' && *at_ != 'e' && *at_ != 'E');
        if (!is_integer) return scan_fraction(first);
        if (digits == first) {
            std::uint64_t value = 0;
            return std::from_chars(first, at_, value).ec == std::errc() && put(json_kind::natural, value);
        }
        std::int64_t value = 0;
        return std::from_chars(first, at_, value).ec == std::errc() &&
               put(json_kind::integer, std::bit_cast<std::uint64_t>(value));
    }
    bool scan_fraction(char const* first) {
        if (*at_ == '.') {
            ++at_;
            if (!skip_digits()) return false;
        }
        if (at_ != end_ && (*at_ == 'e' || *at_ == 'E')) {
            ++at_;
            if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
            if (!skip_digits()) return false;
        }
        double value = 0;
        return geostance::detail::parse_number(first, at_, value).ec == std::errc() &&
               put(json_kind::number, std::bit_cast<std::uint64_t>(value));
    }
    bool skip_digits() {
        auto const* const first = at_;
        while (at_ != end_ && *at_ >= '0' && *at_ <= '9') ++at_;
        return at_ != first;
    }

    char const* begin_;
    char const* at_;
    char const* end_;
    json_record* record_;
};

} // namespace geostance::io::detail

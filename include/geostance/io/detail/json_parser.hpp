// SPDX-License-Identifier: BSL-1.0
/// @file
/// Any JSON: values as tokens, and what is wrong with those that are none.
#pragma once

#include <geostance/detail/parse_number.hpp>
#include <geostance/detail/utf8.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/named_fields.hpp>

#include <bit>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace geostance::io::detail {

/// What may follow a value.
enum class json_behind : std::uint8_t { anything, nothing };

/// Takes values apart, and collects the tokens of one value.
/// @par Source
/// Bray, T. (2017). The JavaScript Object Notation (JSON) Data Interchange Format. RFC 8259.
class json_parser {
public:
    /// @param annotation the type of annotations, if values are records: errors name their fields as `type.field`
    explicit json_parser(json_window& window, std::string_view annotation = {})
        : window_(&window), annotation_(annotation) {}

    /// Skips blanks, reads the value that follows, and moves past it.
    /// @return its tokens, until the next call
    /// @throws read_error for text that is not JSON, and for a number that is too large
    json_record const& read(json_behind behind = json_behind::anything) {
        is_broken_ = false;
        record_.clear();
        skip_json_space(*window_);
        record_.begin = end_of_last_ = window_->position();
        read_value(0);
        if (behind == json_behind::nothing) check_end();
        return record_;
    }
    /// @throws read_error if anything but blanks follows
    void check_end() {
        skip_json_space(*window_);
        if (window_->has_more()) fail_here("end of input");
    }
    /// True if the last value was not JSON, so that its end is not known.
    [[nodiscard]] bool is_broken() const { return is_broken_; }

    /// @throws read_error with the character that comes, or the end
    [[noreturn]] void fail_here(std::string expected) {
        auto const end = window_->position() + (window_->has_more() ? 1 : 0);
        json_failure const at(*window_, window_->position(), end);
        is_broken_ = true;
        throw read_error(at.where, at.value, std::move(expected));
    }

private:
    void read_value(std::size_t depth) {
        switch (next()) {
        case '{': return read_object(depth);
        case '[': return read_array(depth);
        case '"': return read_text(json_kind::text);
        case 't': return read_word("true", json_kind::boolean, 1);
        case 'f': return read_word("false", json_kind::boolean, 0);
        case 'n': return read_word("null", json_kind::null, 0);
        default: break;
        }
        if (next() != '-' && !is_digit(next())) refuse(a_value);
        read_number();
    }
    void read_object(std::size_t depth) {
        begin(json_kind::begin_object, depth);
        if (!take('}')) do {
                if (next() != '"') refuse("a name in double quotes");
                read_text(json_kind::name);
                if (!take(':')) refuse("':'");
                read_value(depth + 1);
            } while (has_another('}', "',' or '}'"));
        put({json_kind::end_object});
    }
    void read_array(std::size_t depth) {
        begin(json_kind::begin_array, depth);
        if (!take(']')) do
                read_value(depth + 1);
            while (has_another(']', "',' or ']'"));
        put({json_kind::end_array});
    }
    void begin(json_kind kind, std::size_t depth) {
        window_->advance();
        if (depth == json_deepest) fail("at most 64 levels of objects and arrays");
        put({kind});
    }
    /// Whether a comma follows, rather than the bracket that closes.
    bool has_another(char close, char const* expected) {
        if (take(',')) return true;
        if (!take(close)) refuse(expected);
        return false;
    }
    void read_word(std::string_view word, json_kind kind, std::uint64_t bits) {
        auto const begin = window_->position();
        skip_word();
        if (window_->text(begin, window_->position()) != word) fail_broken(a_value);
        put({kind, 0, bits});
    }

    void read_text(json_kind kind) {
        auto const begin = record_.texts.size();
        window_->advance();
        while (next() != '"') {
            auto const c = next();
            if (!window_->has_more() || c == '\n') fail_broken("a closing quote on the same line");
            window_->advance();
            if (c == '\\')
                read_escape();
            else if (static_cast<unsigned char>(c) < ' ')
                fail_broken("a text of JSON: control characters are written as \\u and four hexadecimal digits");
            else
                read_character(c);
        }
        window_->advance();
        put({kind, 0, begin, record_.texts.size() - begin});
    }
    /// Takes what is left of a character that may have several bytes.
    void read_character(char first) {
        auto const begin = record_.texts.size();
        record_.texts += first;
        while (geostance::detail::utf8_length(std::string_view(record_.texts).substr(begin)) == 0) {
            auto const is_continued = (static_cast<unsigned char>(next()) & 0xC0U) == 0x80U;
            if (!is_continued || record_.texts.size() - begin == 4) fail_broken("text in UTF-8");
            record_.texts += next();
            window_->advance();
        }
    }
    void read_escape() {
        constexpr std::string_view names = "\"\\/bfnrt";
        constexpr std::string_view meant = "\"\\/\b\f\n\r\t";
        auto const c = next();
        if (window_->has_more()) window_->advance();
        if (c == 'u') return read_code_point();
        auto const which = names.find(c);
        if (which == std::string_view::npos) fail_broken("a text of JSON: forbidden character after backslash");
        record_.texts += meant[which];
    }
    void read_code_point() {
        constexpr std::uint32_t high = 0xD800, low = 0xDC00, beyond = 0xE000, first_pair = 0x10000;
        auto code = read_hexadecimal();
        if (code >= low && code < beyond) fail_broken(half_a_pair);
        if (code >= high && code < low) {
            if (!take_here('\\') || !take_here('u')) fail_broken(half_a_pair);
            auto const second = read_hexadecimal();
            if (second < low || second >= beyond) fail_broken(half_a_pair);
            code = first_pair + ((code - high) << 10U) + (second - low);
        }
        put_utf8(code);
    }
    std::uint32_t read_hexadecimal() {
        constexpr std::string_view digits = "0123456789abcdef0123456789ABCDEF";
        std::uint32_t result = 0;
        for (int i = 0; i < 4; ++i) {
            auto const digit = digits.find(next());
            if (window_->has_more()) window_->advance();
            if (digit == std::string_view::npos) fail_broken("a text of JSON: four hexadecimal digits after \\u");
            result = 16 * result + static_cast<std::uint32_t>(digit % 16);
        }
        return result;
    }
    void put_utf8(std::uint32_t code) {
        auto const add = [&](std::uint32_t byte) { record_.texts += static_cast<char>(byte); };
        auto const add_rest = [&](unsigned shift) { add(0x80U | (code >> shift & 0x3FU)); };
        if (code < 0x80) return add(code);
        if (code < 0x800) return add(0xC0U | code >> 6U), add_rest(0);
        if (code < 0x10000) return add(0xE0U | code >> 12U), add_rest(6), add_rest(0);
        add(0xF0U | code >> 18U), add_rest(12), add_rest(6), add_rest(0);
    }

    void read_number() {
        auto const begin = window_->position();
        bool const is_negative = take_here('-');
        bool const has_zero = next() == '0';
        auto const digits = skip_digits();
        if (has_zero && digits > 1) fail_broken("a number without leading zeros");
        bool const has_fraction = take_here('.');
        bool is_number = digits > 0 && (!has_fraction || skip_digits() > 0);
        bool const has_power = take_here('e') || take_here('E');
        if (has_power) {
            static_cast<void>(take_here('+') || take_here('-'));
            is_number = skip_digits() > 0 && is_number;
        }
        if (!is_number) fail_broken("a number of JSON");
        auto const text = window_->text(begin, window_->position());
        if (has_fraction || has_power)
            put_double(text);
        else if (is_negative)
            put_integer<std::int64_t>(json_kind::integer, text);
        else
            put_integer<std::uint64_t>(json_kind::natural, text);
    }
    /// An integer that is too long for its type is any number.
    template <class Integer>
    void put_integer(json_kind kind, std::string_view text) {
        Integer value = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc()) return put_double(text);
        put({kind, 0, std::bit_cast<std::uint64_t>(value)});
    }
    void put_double(std::string_view text) {
        double value = 0;
        auto const* const end = text.data() + text.size();
        if (geostance::detail::parse_number(text.data(), end, value).ec != std::errc()) {
            if (!geostance::detail::is_next_to_zero(text.data(), end)) fail("a number that a double can hold");
            value = text.front() == '-' ? -0.0 : 0.0;
        }
        put({json_kind::number, 0, std::bit_cast<std::uint64_t>(value)});
    }

    /// The character that comes; NUL, which JSON has nowhere, at the end.
    [[nodiscard]] char next() { return window_->has_more() ? window_->current() : '\0'; }
    bool take_here(char c) {
        if (!window_->has_more() || window_->current() != c) return false;
        window_->advance();
        return true;
    }
    /// Takes a mark and the blanks before it, and behind a comma or colon, if it is there.
    bool take(char c) {
        skip_json_space(*window_);
        if (!take_here(c)) return false;
        if (c == ',' || c == ':') skip_json_space(*window_);
        return true;
    }
    std::size_t skip_digits() {
        auto const begin = window_->position();
        while (is_digit(next())) window_->advance();
        return window_->position() - begin;
    }
    void skip_word() {
        while (is_digit(next()) || (next() >= 'a' && next() <= 'z') || (next() >= 'A' && next() <= 'Z'))
            window_->advance();
    }

    /// The path behind the type of the record, if that was read.
    [[nodiscard]] std::string named(std::string path) const {
        if (annotation_.empty()) return path;
        auto const& tokens = record_.tokens;
        std::size_t depth = 0;
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            auto const kind = tokens[i].kind;
            if (kind == json_kind::begin_object || kind == json_kind::begin_array) ++depth;
            if (kind == json_kind::end_object || kind == json_kind::end_array) --depth;
            bool const says_type = depth == 1 && kind == json_kind::name && record_.text(tokens[i]) == "type";
            if (says_type && tokens[i + 1].kind == json_kind::text)
                return qualified(path, record_.text(tokens[i + 1]), annotation_);
        }
        return path;
    }
    /// True if a name or the beginning of a list was the last that could be read.
    [[nodiscard]] bool is_in_field() const {
        if (record_.tokens.empty()) return false;
        auto const last = record_.tokens.back().kind;
        return last == json_kind::name || last == json_kind::begin_array;
    }
    [[nodiscard]] static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    void put(json_token token) {
        token.end = end_of_last_ = window_->position();
        record_.tokens.push_back(token);
    }

    /// Refuses what comes: a text, a word or a single character.
    [[noreturn]] void refuse(char const* expected) {
        end_of_last_ = window_->position();
        auto const c = next();
        if (window_->has_more()) window_->advance();
        if (c == '"')
            while (window_->has_more() && next() != '\n' && !take_here('"')) window_->advance();
        else if (is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
            skip_word();
        fail_broken(expected);
    }
    [[noreturn]] void fail_broken(char const* expected) {
        is_broken_ = true;
        fail(expected);
    }
    [[noreturn]] void fail(char const* expected) const {
        json_failure at(*window_, end_of_last_, window_->position());
        if (is_in_field()) at.where.field = named(json_path(record_, record_.tokens.size()));
        throw read_error(at.where, at.value, expected);
    }

    static constexpr char const* a_value =
        "a value: a text in double quotes, a number, true, false, null, an array or an object";
    static constexpr char const* half_a_pair =
        "a text of JSON: surrogates from U+D800 to U+DBFF are followed by one from U+DC00 to U+DFFF";

    json_window* window_;
    std::string_view annotation_;
    std::size_t end_of_last_ = 0;
    bool is_broken_ = false;
    json_record record_;
};

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// JSON as the tokens of one record at a time, each with its place: on top of nlohmann's SAX parser, which has none.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/beginning.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// The part of a text that is being parsed, from the beginning of the record on, and where it stands in its file.
class json_window {
public:
    /// Shows lines; see show_line.
    explicit json_window(std::string name) : place_{std::move(name), 1, 1, {}} {}
    /// Shows an input, and reads more of it when it is needed.
    json_window(input in, read_options const& options) : json_window(in.name()) {
        in_.emplace(std::move(in));
        options_ = options;
    }

    /// Shows one line instead.
    void show_line(std::string_view line, std::size_t number) {
        place_.line = number;
        base_ = kept_ = 0;
        begin_ = at_ = line.data();
        end_ = begin_ + line.size();
    }

    [[nodiscard]] bool has_more() { return at_ != end_ || refill(); }
    [[nodiscard]] char current() const { return *at_; }
    void advance() { ++at_; }
    /// The number of bytes before the current one.
    [[nodiscard]] std::size_t position() const { return base_ + static_cast<std::size_t>(at_ - begin_); }
    /// Forgets what stands before the current byte.
    void forget() { kept_ = position(); }
    /// Goes back to a position that is not forgotten.
    void go_back(std::size_t position) { at_ = begin_ + (position - base_); }

    /// The text between two positions that are not forgotten.
    [[nodiscard]] std::string_view text(std::size_t from, std::size_t to) const {
        return {begin_ + (from - base_), to - from};
    }
    /// The place of a position that is not forgotten.
    [[nodiscard]] text_place place(std::size_t position) const {
        auto result = place_;
        for (auto const c : text(base_, position)) step(result, c);
        return result;
    }
    [[nodiscard]] std::size_t base() const { return base_; }

private:
    static void step(text_place& place, char c) {
        ++place.column;
        if (c != '\n') return;
        ++place.line;
        place.column = 1;
    }

    bool refill() {
        constexpr std::size_t block = 1U << 18U;
        if (!in_ || is_finished_) return false;
        if (options_.stop && options_.stop()) throw cancelled("reading of " + place_.file + " was cancelled");
        if (position() - kept_ > options_.max_row_bytes)
            throw read_error(place(kept_), "a longer one",
                             "a record of at most " + std::to_string(options_.max_row_bytes) + " bytes");
        place_ = place(kept_);
        buffer_.erase(0, kept_ - base_);
        base_ = kept_;
        auto const old = buffer_.size();
        buffer_.resize(old + block);
        auto const count = in_->bytes().read(buffer_.data() + old, block);
        is_finished_ = count == 0;
        buffer_.resize(old + count);
        begin_ = buffer_.data();
        at_ = begin_ + old;
        if (std::exchange(is_beginning_, false)) check_beginning();
        end_ = begin_ + buffer_.size();
        if (options_.progress) options_.progress(in_->bytes().done(), in_->bytes().total());
        return !is_finished_;
    }

    void check_beginning() {
        refuse_other_than_utf8(place_.file, buffer_);
        if (buffer_.starts_with("\xEF\xBB\xBF")) at_ += 3;
        refuse_stand_in(place_.file, {at_, buffer_.data() + buffer_.size()});
    }

    std::optional<input> in_;
    read_options options_{};
    bool is_beginning_ = true;
    bool is_finished_ = false;
    std::string buffer_;
    text_place place_;     ///< of the first byte of the window
    std::size_t base_ = 0; ///< the position of the first byte of the window
    std::size_t kept_ = 0;
    char const* begin_ = nullptr;
    char const* at_ = nullptr;
    char const* end_ = nullptr;
};

/// The iterator that nlohmann's parser reads by: it moves the window, so that others see how far it has read.
class json_iterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = char const*;
    using reference = char;

    json_iterator() = default;
    explicit json_iterator(json_window& window) : window_(&window) {}
    char operator*() const { return window_->current(); }
    json_iterator& operator++() {
        window_->advance();
        return *this;
    }
    json_iterator operator++(int) {
        auto old = *this;
        window_->advance();
        return old;
    }
    friend bool operator==(json_iterator a, json_iterator b) { return a.at_end() == b.at_end(); }
    friend bool operator!=(json_iterator a, json_iterator b) { return !(a == b); }

private:
    [[nodiscard]] bool at_end() const { return window_ == nullptr || !window_->has_more(); }
    json_window* window_ = nullptr;
};

enum class json_kind : std::uint8_t {
    null,
    boolean,
    integer,
    natural,
    number,
    text,
    name,
    begin_object,
    end_object,
    begin_array,
    end_array
};

/// How deep objects and arrays may be nested.
inline constexpr std::size_t json_deepest = 64;

/// One token. Where it ends is known; where it begins is looked up only for an error.
struct json_token {
    json_kind kind = json_kind::null;
    std::size_t end = 0;    ///< the position behind it
    std::uint64_t bits = 0; ///< of a bool or number its value, of a text where it begins among the record's texts
    std::size_t length = 0; ///< of a text

    [[nodiscard]] bool is_true() const { return bits != 0; }
    [[nodiscard]] std::uint64_t natural() const { return bits; }
    [[nodiscard]] std::int64_t integer() const { return std::bit_cast<std::int64_t>(bits); }
    /// The value of any number.
    [[nodiscard]] double number() const {
        switch (kind) {
        case json_kind::natural: return static_cast<double>(natural());
        case json_kind::integer: return static_cast<double>(integer());
        default: return std::bit_cast<double>(bits);
        }
    }
};

/// The tokens of one value.
struct json_record {
    std::vector<json_token> tokens;
    std::string texts;
    std::size_t begin = 0; ///< the position before it

    [[nodiscard]] std::string_view text(json_token const& t) const { return {texts.data() + t.bits, t.length}; }
    void clear() {
        tokens.clear();
        texts.clear();
    }
};

/// What an error shows at the end of the text.
inline constexpr char const* json_text_end = "the end of the text";

/// Where a token stands and how it is written, for an error.
class json_failure {
public:
    json_failure(json_window const& window, std::size_t end_of_last, std::size_t end) {
        constexpr std::string_view between = " \t\r\n,:";
        constexpr std::size_t most = 60;
        auto begin = std::max(end_of_last, window.base());
        while (begin < end && between.find(window.text(begin, begin + 1).front()) != std::string_view::npos) ++begin;
        where = window.place(begin);
        value = begin == end ? json_text_end : window.text(begin, end);
        if (value.size() > most) value = value.substr(0, most) + "...";
    }
    text_place where;
    std::string value;
};

/// The path, joined by dots, to the last of the first `count` tokens of a record.
inline std::string json_path(json_record const& record, std::size_t count) {
    std::vector<std::string_view> names;
    for (std::size_t i = 0; i < count; ++i) {
        auto const& t = record.tokens[i];
        if (t.kind == json_kind::begin_object) names.emplace_back();
        if (t.kind == json_kind::end_object && !names.empty()) names.pop_back();
        if (t.kind == json_kind::name) names.back() = record.text(t);
    }
    std::string result;
    for (auto const name : names) {
        if (!result.empty() && !name.empty()) result += '.';
        result += name;
    }
    return result;
}

inline void skip_json_space(json_window& window) {
    constexpr std::string_view blanks = " \t\r\n";
    while (window.has_more() && blanks.find(window.current()) != std::string_view::npos) window.advance();
}

/// What nlohmann's parser expected, in the words of this library; empty where a number was too large.
/// @param message `... syntax error ... - reason; last read: '...'; expected token`, each of the latter if there is one
inline std::string json_expected(std::string_view message) {
    constexpr std::string_view before_reason = " - ";
    constexpr std::string_view before_token = "; expected ";
    constexpr std::string_view in_text = "invalid string: ";
    auto const dash = message.find(before_reason);
    if (dash == std::string_view::npos) return {};
    auto const rest = message.substr(dash + before_reason.size());
    auto const last_read = std::min(rest.find("; last read: "), rest.size());
    auto const reason = rest.substr(0, last_read);
    auto const expected = rest.rfind(before_token);
    auto const token =
        expected == std::string_view::npos ? std::string_view() : rest.substr(expected + before_token.size());
    if (reason.starts_with("invalid string: missing closing") ||
        reason.starts_with("invalid string: control character U+000A"))
        return "a closing quote on the same line";
    if (reason.starts_with("invalid string: ill-formed UTF-8")) return "text in UTF-8";
    if (reason.starts_with(in_text)) return "a text of JSON: " + std::string(reason.substr(in_text.size()));
    if (reason.starts_with("invalid number")) return "a number of JSON";
    if (token == "string literal") return "a name in double quotes";
    if (token == "'}'" || token == "']'") return "',' or " + std::string(token);
    if (token == "':'" || token == "end of input") return std::string(token);
    return "a value: a text in double quotes, a number, true, false, null, an array or an object";
}

/// What may follow a value.
enum class json_behind : std::uint8_t { anything, nothing };

/// Takes values apart: receives nlohmann's events, and collects the tokens of one value.
class json_parser {
public:
    using json = nlohmann::json;

    /// @param annotation the type of annotations, if values are records: errors name their fields as `type.field`
    explicit json_parser(json_window& window, std::string_view annotation = {})
        : window_(&window), annotation_(annotation) {}

    /// Skips blanks, reads the value that follows, and moves past it.
    /// @return its tokens, until the next call
    /// @throws read_error for text that is not JSON, and for a number that is too large
    json_record const& read(json_behind behind = json_behind::anything) {
        is_broken_ = false;
        depth_ = 0;
        record_.clear();
        skip_json_space(*window_);
        record_.begin = end_of_last_ = window_->position();
        if (window_->has_more() && window_->current() == '\xEF')
            fail_here("a value"); // nlohmann would pass over a mark
        json::sax_parse(json_iterator(*window_), json_iterator(), this, json::input_format_t::json, false);
        window_->go_back(end_of_last_); // behind a number, the parser has read on
        if (behind == json_behind::nothing) check_end();
        return record_;
    }
    /// @throws read_error if anything but blanks follows; nlohmann's parser would take a NUL for the end
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

    // What nlohmann's parser calls.

    bool null() { return put({json_kind::null}); }
    bool boolean(bool value) { return put({json_kind::boolean, 0, value ? 1U : 0U}); }
    bool number_integer(json::number_integer_t value) {
        return put_number({json_kind::integer, 0, std::bit_cast<std::uint64_t>(value)});
    }
    bool number_unsigned(json::number_unsigned_t value) { return put_number({json_kind::natural, 0, value}); }
    bool number_float(json::number_float_t value, json::string_t const&) {
        return put_number({json_kind::number, 0, std::bit_cast<std::uint64_t>(value)});
    }
    bool string(json::string_t const& value) { return put_text(json_kind::text, value); }
    bool binary(json::binary_t const&) { return false; } // JSON has none
    bool key(json::string_t const& value) { return put_text(json_kind::name, value); }
    bool start_object(std::size_t) { return begin(json_kind::begin_object); }
    bool end_object() { return end(json_kind::end_object); }
    bool start_array(std::size_t) { return begin(json_kind::begin_array); }
    bool end_array() { return end(json_kind::end_array); }
    bool parse_error(std::size_t, std::string const&, json::exception const& e) {
        auto expected = json_expected(e.what());
        is_broken_ = !expected.empty();
        if (is_broken_) fail(std::move(expected));
        fail("a number that a double can hold", window_->position() - ahead());
        return false;
    }

private:
    [[noreturn]] void fail(std::string expected) const { fail(std::move(expected), window_->position()); }
    [[noreturn]] void fail(std::string expected, std::size_t end) const {
        json_failure at(*window_, end_of_last_, end);
        if (is_in_field()) at.where.field = named(json_path(record_, record_.tokens.size()));
        throw read_error(at.where, at.value, std::move(expected));
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
    bool begin(json_kind kind) {
        if (depth_ == json_deepest) fail("at most 64 levels of objects and arrays");
        ++depth_;
        return put({kind});
    }
    bool end(json_kind kind) {
        --depth_;
        return put({kind});
    }
    bool put_number(json_token t) {
        if (t.kind != json_kind::number && t.bits == 0) refuse_leading_zero();
        return put(t, ahead());
    }
    /// nlohmann's parser takes the 0 of `01` for the whole number, having seen the 1.
    void refuse_leading_zero() {
        auto const end = window_->position();
        if (end < record_.begin + 2 || ahead() != 0 || window_->text(end - 2, end - 1) != "0") return;
        while (window_->has_more() && is_digit(window_->current())) window_->advance();
        is_broken_ = true;
        fail("a number without leading zeros");
    }
    [[nodiscard]] static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    bool put_text(json_kind kind, std::string const& text) {
        auto const begin = record_.texts.size();
        record_.texts += text;
        return put({kind, 0, begin, text.size()});
    }
    /// The parser has read the byte behind a number, unless the text ends with it.
    [[nodiscard]] std::size_t ahead() const {
        auto const last = window_->text(window_->position() - 1, window_->position()).front();
        return is_digit(last) ? 0 : 1;
    }
    bool put(json_token token, std::size_t ahead = 0) {
        token.end = end_of_last_ = window_->position() - ahead;
        record_.tokens.push_back(token);
        return true;
    }

    json_window* window_;
    std::string_view annotation_;
    std::size_t depth_ = 0;
    std::size_t end_of_last_ = 0;
    bool is_broken_ = false;
    json_record record_;
};

/// Skips a text.
inline void drop_json_text(json_window& window) {
    bool is_escaped = true; // the first quote opens it
    for (bool is_open = true; is_open && window.has_more(); window.advance(), window.forget()) {
        is_open = is_escaped || window.current() != '"';
        is_escaped = !is_escaped && window.current() == '\\';
    }
}

/// Skips the value that begins at a position, however long it is, by its brackets and quotes alone.
inline void drop_json_value(json_window& window, std::size_t begin) {
    window.go_back(begin);
    constexpr std::string_view behind_words = ",]} \t\r\n";
    std::size_t depth = 0;
    bool is_word = true;
    while (window.has_more()) {
        auto const c = window.current();
        if (depth == 0 && is_word && behind_words.find(c) != std::string_view::npos) return;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        is_word = is_word && depth == 0 && c != '"';
        if (c == '"') {
            drop_json_text(window);
        } else {
            window.advance();
            window.forget();
        }
        if (depth == 0 && !is_word) return;
    }
}

} // namespace geostance::io::detail

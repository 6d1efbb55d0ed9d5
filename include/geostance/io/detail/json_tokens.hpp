// SPDX-License-Identifier: BSL-1.0
/// @file
/// JSON as the tokens of one record at a time, each with its place.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/beginning.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
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
        last_asked_ = {0, number, 1};
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
    /// @par Complexity
    /// that of the distance from the position asked for before, where this one is behind it
    [[nodiscard]] text_place place(std::size_t position) const {
        auto& at = last_asked_;
        if (at.position < base_ || at.position > position) at = {base_, place_.line, place_.column};
        for (auto const c : text(at.position, position)) at.step(c);
        auto result = place_;
        result.line = at.line;
        result.column = at.column;
        return result;
    }
    [[nodiscard]] std::size_t base() const { return base_; }
    /// True if the source threw: then nothing more is known of what comes.
    [[nodiscard]] bool has_failed() const { return has_failed_; }

private:
    struct spot {
        std::size_t position = 0;
        std::size_t line = 1;
        std::size_t column = 1;
        void step(char c) {
            ++position;
            ++column;
            if (c != '\n') return;
            ++line;
            column = 1;
        }
    };

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
        begin_ = buffer_.data();
        at_ = end_ = begin_ + old;
        has_failed_ = true; // should the source throw
        auto const count = in_->bytes().read(buffer_.data() + old, block);
        is_finished_ = count == 0;
        buffer_.resize(old + count);
        begin_ = buffer_.data(); // which a string may move whenever it is resized
        at_ = begin_ + old;
        has_failed_ = false;
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
    bool has_failed_ = false;
    std::string buffer_;
    text_place place_;     ///< of the first byte of the window
    std::size_t base_ = 0; ///< the position of the first byte of the window
    std::size_t kept_ = 0;
    mutable spot last_asked_{};
    char const* begin_ = nullptr;
    char const* at_ = nullptr;
    char const* end_ = nullptr;
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
        // The last of these may be what is wrong.
        while (begin + 1 < end && between.find(window.text(begin, begin + 1).front()) != std::string_view::npos)
            ++begin;
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

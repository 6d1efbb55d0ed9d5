// SPDX-License-Identifier: BSL-1.0
/// @file
/// JSON as the tokens of one record at a time, each with its place: on top of nlohmann's SAX parser, which has none.
#pragma once

#include <geostance/error.hpp>
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
    /// Shows an input, and reads on when what it has read is used up.
    json_window(input in, read_options const& options) : json_window(in.name()) {
        in_.emplace(std::move(in));
        options_ = options;
    }

    /// Looks at one line instead.
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
        if (options_.stop.stop_requested()) throw cancelled("reading of " + place_.file + " was cancelled");
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
        end_ = begin_ + buffer_.size();
        if (options_.progress) options_.progress(in_->bytes().done(), in_->bytes().total());
        return !is_finished_;
    }

    std::optional<input> in_;
    read_options options_{};
    bool is_finished_ = false;
    std::string buffer_;
    text_place place_;     ///< of the first byte of the window
    std::size_t base_ = 0; ///< the position of the first byte of the window
    std::size_t kept_ = 0;
    char const* begin_ = nullptr;
    char const* at_ = nullptr;
    char const* end_ = nullptr;
};

/// What nlohmann's parser reads from: a window whose position others see.
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

/// How many objects and arrays may be inside each other.
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

/// A token as it stands in the text, for an error: where, and what.
class json_failure {
public:
    json_failure(json_window const& window, std::size_t end_of_last, std::size_t end) {
        constexpr std::string_view between = " \t\r\n,:";
        constexpr std::size_t most = 60;
        auto begin = std::max(end_of_last, window.base());
        while (begin < end && between.find(window.text(begin, begin + 1).front()) != std::string_view::npos) ++begin;
        where = window.place(begin);
        value = begin == end ? "the end of the text" : window.text(begin, end);
        if (value.size() > most) value = value.substr(0, most) + "...";
    }
    text_place where;
    std::string value;
};

/// Receives nlohmann's events, collects those of one record, and hands each complete record on.
/// @tparam Receiver has `record(json_record const&)`, and `outside(json_token const&, std::string const& text)` for
/// what
///         is around the records: it returns what was expected instead, or an empty text
template <class Receiver>
class json_events {
public:
    using json = nlohmann::json;

    /// @param depth how many objects and arrays a record is inside of
    json_events(json_window& window, Receiver& receiver, std::size_t depth)
        : window_(&window), receiver_(&receiver), record_depth_(depth), end_of_last_(window.position()) {}

    /// Begins anew, after a failure too.
    void restart() {
        record_.clear();
        depth_ = 0;
        end_of_last_ = window_->position();
    }

    bool null() { return put({json_kind::null}); }
    bool boolean(bool value) { return put({json_kind::boolean, 0, value ? 1U : 0U}); }
    bool number_integer(json::number_integer_t value) {
        return put_number({json_kind::integer, 0, std::bit_cast<std::uint64_t>(value)});
    }
    bool number_unsigned(json::number_unsigned_t value) { return put_number({json_kind::natural, 0, value}); }
    bool number_float(json::number_float_t value, json::string_t const&) {
        return put_number({json_kind::number, 0, std::bit_cast<std::uint64_t>(value)});
    }
    bool string(json::string_t const& value) { return put({json_kind::text}, value); }
    bool binary(json::binary_t const&) { return false; } // JSON has none
    bool key(json::string_t const& value) { return put({json_kind::name}, value); }
    bool start_object(std::size_t) { return begin({json_kind::begin_object}); }
    bool end_object() { return end({json_kind::end_object}); }
    bool start_array(std::size_t) { return begin({json_kind::begin_array}); }
    bool end_array() { return end({json_kind::end_array}); }
    bool parse_error(std::size_t, std::string const&, json::exception const& e) {
        const std::string_view text = e.what();
        auto const expected = text.rfind("; expected ");
        auto const reason = text.find(" - ");
        if (expected != std::string_view::npos) fail(std::string(text.substr(expected + 11)));
        if (reason != std::string_view::npos) fail("JSON (" + std::string(text.substr(reason + 3)) + ")");
        fail("a number that a double can hold", window_->position() - ahead());
        return false;
    }

private:
    [[noreturn]] void fail(std::string expected) const { fail(std::move(expected), window_->position()); }
    [[noreturn]] void fail(std::string expected, std::size_t end) const {
        const json_failure at(*window_, end_of_last_, end);
        throw read_error(at.where, at.value, std::move(expected));
    }
    bool begin(json_token t) {
        if (depth_ == json_deepest) fail("at most 64 levels of objects and arrays");
        put(t);
        ++depth_;
        return true;
    }
    bool end(json_token t) {
        --depth_;
        put(t);
        return true;
    }
    bool put_number(json_token t) { return put(t, {}, ahead()); }
    /// The parser has read the byte behind a number, unless the text ends with it.
    [[nodiscard]] std::size_t ahead() const {
        auto const last = window_->text(window_->position() - 1, window_->position()).front();
        return last >= '0' && last <= '9' ? 0 : 1;
    }
    bool put(json_token t, std::string const& text = {}, std::size_t ahead = 0) {
        t.end = window_->position() - ahead;
        if (depth_ < record_depth_) {
            auto expected = receiver_->outside(t, text);
            if (!expected.empty()) fail(std::move(expected), t.end);
        } else {
            add(t, text);
        }
        end_of_last_ = t.end;
        return true;
    }
    void add(json_token t, std::string const& text) {
        if (record_.tokens.empty()) {
            if (t.kind != json_kind::begin_object) fail("an object", t.end);
            record_.begin = end_of_last_;
        }
        if (t.kind == json_kind::text || t.kind == json_kind::name) {
            t.bits = record_.texts.size();
            t.length = text.size();
            record_.texts += text;
        }
        record_.tokens.push_back(t);
        if (t.kind != json_kind::end_object || depth_ != record_depth_) return;
        receiver_->record(record_);
        record_.clear();
        window_->forget();
    }

    json_window* window_;
    Receiver* receiver_;
    std::size_t record_depth_;
    std::size_t depth_ = 0;
    std::size_t end_of_last_;
    json_record record_;
};

} // namespace geostance::io::detail

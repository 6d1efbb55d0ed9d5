// SPDX-License-Identifier: BSL-1.0
/// @file
/// The exceptions of the library: each says what was wrong, where, and what was expected.
/// @par Complexity
/// O(length of its texts) for each constructor, O(1) for every other function
#pragma once

#if (defined(__GNUC__) || defined(__clang__)) && !defined(__EXCEPTIONS)
#error "geostance reports bad input by exceptions: compile without -fno-exceptions"
#endif

#include <geostance/safe_text.hpp>

#include <algorithm>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance {

/// The base of every exception that the library throws for bad input.
///
/// @par Guarantee
/// Unless a function says otherwise, an operation that throws leaves what it works on as it was.
class error : public std::runtime_error {
public:
    /// @param message what `what()` says, once it is `safe_text`
    explicit error(std::string_view message) : std::runtime_error(safe_text(message)) {}
};

namespace detail {

inline std::string join(std::vector<std::string> const& words, std::string_view separator = ", ") {
    std::string text;
    for (auto const& word : words) {
        if (!text.empty()) text += separator;
        text += word;
    }
    return text;
}

/// The first dozen words, and how many more of `count` there are.
inline std::string dozen_of(std::vector<std::string> words, std::size_t count) {
    constexpr std::size_t dozen = 12;
    words.resize(std::min(words.size(), dozen));
    auto const more = count - words.size();
    return join(words) + (more == 0 ? std::string() : " and " + std::to_string(more) + " more");
}

/// `an alliance and a town`.
inline std::string with_articles(std::vector<std::string> const& nouns) {
    std::vector<std::string> result;
    result.reserve(nouns.size());
    for (auto const& noun : nouns)
        result.push_back((std::string_view("aeiou").find(noun.front()) < 5 ? "an " : "a ") + noun);
    return join(result, " and ");
}

inline std::string quoted(std::string_view text) {
    std::string result = "'";
    result += text;
    result += '\'';
    return result;
}

} // namespace detail

/// A name, key or code that no node of the asked type has.
class unknown_name : public error {
public:
    /// @param name what was looked up
    /// @param type the node type asked for, for example `actor`
    /// @param nearest the most similar known names, nearest first; may be empty
    /// @param other_types the types of the nodes that do have the name, for example `alliance`; may be empty
    unknown_name(std::string name, std::string_view type, std::vector<std::string> nearest,
                 std::vector<std::string> other_types = {})
        : error("no " + std::string(type) + " is called " + detail::quoted(name) +
                (other_types.empty() ? std::string() : "; " + detail::with_articles(other_types) + " has this name") +
                (nearest.empty() ? std::string() : "; nearest: " + detail::join(nearest))),
          name_(std::move(name)), nearest_(std::move(nearest)), other_types_(std::move(other_types)) {}

    /// @return what was looked up
    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    /// @return the most similar known names, nearest first
    [[nodiscard]] std::vector<std::string> const& nearest() const noexcept { return nearest_; }
    /// @return the types of the nodes that do have the name
    [[nodiscard]] std::vector<std::string> const& other_types() const noexcept { return other_types_; }

private:
    std::string name_;
    std::vector<std::string> nearest_;
    std::vector<std::string> other_types_;
};

/// A name that more than one node has.
class ambiguous_name : public error {
public:
    /// @param name what was looked up
    /// @param candidates the keys of the nodes that have it, or of some of them; the message has the first twelve
    /// @param count how many nodes have it, at least; 0 = as many as are listed
    ambiguous_name(std::string name, std::vector<std::string> candidates, std::size_t count = 0)
        : error(detail::quoted(name) +
                " is ambiguous; it names: " + detail::dozen_of(candidates, std::max(count, candidates.size()))),
          name_(std::move(name)), candidates_(std::move(candidates)), count_(std::max(count, candidates_.size())) {}

    /// @return what was looked up
    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    /// @return the keys of the nodes that have the name, or of a dozen of them
    [[nodiscard]] std::vector<std::string> const& candidates() const noexcept { return candidates_; }
    /// @return how many nodes have the name, at least
    [[nodiscard]] std::size_t count() const noexcept { return count_; }

private:
    std::string name_;
    std::vector<std::string> candidates_;
    std::size_t count_;
};

/// A key that a node of the graph already has.
class duplicate_key : public error {
public:
    /// @param key the key that is taken
    explicit duplicate_key(std::string key)
        : error("the key " + detail::quoted(key) + " is already taken; a key is unique in its graph"),
          key_(std::move(key)) {}

    /// @return the key that is taken
    [[nodiscard]] std::string const& key() const noexcept { return key_; }

private:
    std::string key_;
};

/// An argument or a field whose value is outside what is allowed.
class invalid_value : public error {
public:
    /// @param field the argument or field, for example `stance.value`
    /// @param value the offending value, as text
    /// @param expected what would have been right, for example `a number in [-1, 1]`
    invalid_value(std::string field, std::string value, std::string expected)
        : error(field + ": got " + value + ", expected " + expected), field_(std::move(field)),
          value_(std::move(value)), expected_(std::move(expected)) {}

    /// @return the argument or field
    [[nodiscard]] std::string const& field() const noexcept { return field_; }
    /// @return the offending value, as text
    [[nodiscard]] std::string const& value() const noexcept { return value_; }
    /// @return what would have been right
    [[nodiscard]] std::string const& expected() const noexcept { return expected_; }

private:
    std::string field_;
    std::string value_;
    std::string expected_;
};

/// A handle that belongs to another graph, or to none.
class invalid_handle : public error {
public:
    using error::error;
};

/// Something that an object cannot do in the state that it is in: a mark that was rolled back, a graph that another one
/// lies over, an overlay that was moved from, a graph that is full. The object is as it was before.
class invalid_state : public error {
public:
    using error::error;
};

/// Two graphs that disagree about a node, so that `merge` cannot make one of them.
class merge_conflict : public error {
public:
    /// @param type the type of the node, for example `actor`; empty where the two are of different types
    /// @param key the key that both have
    /// @param held what the node is called in the graph that grows
    /// @param incoming what it is called in the graph that is merged into it
    /// @param field in what they differ, for example `actor.kind`; empty where no single field is named
    merge_conflict(std::string_view type, std::string key, std::string held, std::string incoming,
                   std::string field = {})
        : error(describe(type, key, held, incoming, field)), key_(std::move(key)), held_(std::move(held)),
          incoming_(std::move(incoming)), field_(std::move(field)) {}

    /// @return the key that both have
    [[nodiscard]] std::string const& key() const noexcept { return key_; }
    /// @return what the node is called in the graph that grows
    [[nodiscard]] std::string const& held() const noexcept { return held_; }
    /// @return what it is called in the graph that is merged into it
    [[nodiscard]] std::string const& incoming() const noexcept { return incoming_; }
    /// @return in what they differ, for example `actor.kind`; empty where no single field is named
    [[nodiscard]] std::string const& field() const noexcept { return field_; }

private:
    static std::string describe(std::string_view type, std::string const& key, std::string const& held,
                                std::string const& incoming, std::string const& field) {
        if (type.empty())
            return "merge: " + detail::quoted(key) + " is the key of two things: " + detail::quoted(held) +
                   " and, as another type, " + detail::quoted(incoming);
        return "merge: the " + std::string(type) + ' ' + detail::quoted(key) +
               " is not the same in both: " + detail::quoted(held) + " and " + detail::quoted(incoming) + " differ" +
               (field.empty() ? "; a policy can decide" : " in " + field);
    }

    std::string key_;
    std::string held_;
    std::string incoming_;
    std::string field_;
};

/// A place in a text: 1-based line and column (0 where not known) and the name of the field.
struct text_place {
    std::string file{};     ///< the path, or a name for the text; may be empty
    std::size_t line = 0;   ///< 1-based; 0 = not known
    std::size_t column = 0; ///< 1-based, in bytes; 0 = not known
    std::string field{};    ///< the field's name; empty where none applies

    friend bool operator==(text_place const&, text_place const&) = default;
};

/// Input that could not be read: where it stands, what stood there, and what was expected.
class read_error : public error {
public:
    /// @param where file, line, column and field
    /// @param value what stood there
    /// @param expected what would have been right
    read_error(text_place where, std::string value, std::string expected)
        : error(describe(where, value, expected)), where_(std::move(where)), value_(std::move(value)),
          expected_(std::move(expected)) {}

    /// The place.
    /// @return file, line, column and field
    [[nodiscard]] text_place const& where() const noexcept { return where_; }
    /// The offending value.
    /// @return its text
    [[nodiscard]] std::string const& value() const noexcept { return value_; }
    /// What would have been right.
    /// @return for example `a number in [-1, 1]`
    [[nodiscard]] std::string const& expected() const noexcept { return expected_; }

private:
    static std::string describe(text_place const& where, std::string const& value, std::string const& expected) {
        std::string text = where.file.empty() ? std::string("input") : where.file;
        if (where.line != 0) text += ":" + std::to_string(where.line);
        if (where.column != 0) text += ":" + std::to_string(where.column);
        if (!where.field.empty()) text += ": field " + detail::quoted(where.field);
        return text + ": got " + detail::quoted(value) + ", expected " + expected;
    }

    text_place where_;
    std::string value_;
    std::string expected_;
};

/// What could not be written. A file keeps what it had; a stream may have got a part.
class write_error : public error {
public:
    using error::error;
};

/// The caller's cancellation was heard; see the function for what it leaves.
class cancelled : public error {
public:
    using error::error;
};

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A text that few objects have: rare_text.
#pragma once

#include <concepts>
#include <memory>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace geostance {

class rare_text;

namespace detail {
/// Texts of any kind but a rare_text itself.
template <class T>
concept other_text =
    !std::same_as<T, rare_text> && std::constructible_from<std::string, T> && std::convertible_to<T, std::string_view>;
} // namespace detail

/// A text that few of many objects have: while it is empty it takes the room of a pointer, a quarter of a
/// `std::string`. It is a value: copies are independent, and equal texts are equal. It converts from and to texts; to
/// change it, assign another.
/// @par Complexity
/// O(length of the text) to make, copy or compare; O(1) for every other function
class rare_text {
public:
    /// No text.
    rare_text() = default;
    /// @param text is moved; an empty one takes no room
    rare_text(std::string text) {
        if (!text.empty()) text_ = std::make_unique<std::string const>(std::move(text));
    }
    /// @param text is copied; an empty one takes no room
    rare_text(std::string_view text) : rare_text(std::string(text)) {}
    /// @param text is copied; an empty one takes no room
    rare_text(char const* text) : rare_text(std::string(text)) {}
    /// Copies the text.
    /// @param other whose text is copied
    rare_text(rare_text const& other) : text_(copy_of(other.text_)) {}
    /// Moves the text and leaves none behind.
    rare_text(rare_text&&) noexcept = default;
    /// Copies the text; where memory runs out, the old one stays.
    /// @param other whose text is copied
    /// @return this
    rare_text& operator=(rare_text const& other) {
        text_ = copy_of(other.text_);
        return *this;
    }
    /// Moves the text and leaves none behind.
    /// @return this
    rare_text& operator=(rare_text&&) noexcept = default;
    ~rare_text() = default;

    /// @return true if there is no text
    [[nodiscard]] bool empty() const noexcept { return text_ == nullptr; }
    /// @return the text; empty if there is none
    [[nodiscard]] std::string const& str() const noexcept {
        static std::string const none;
        return text_ == nullptr ? none : *text_;
    }
    /// @return the text
    operator std::string const&() const noexcept { return str(); }
    /// The text, as long as it is not assigned to.
    operator std::string_view() const noexcept { return str(); }

    friend bool operator==(rare_text const& a, rare_text const& b) noexcept {
        if (a.empty() || b.empty()) return a.empty() == b.empty();
        return *a.text_ == *b.text_;
    }
    /// Compares with any other kind of text.
    template <detail::other_text T>
    friend bool operator==(rare_text const& text, T const& b) noexcept {
        return text.str() == std::string_view(b);
    }
    friend std::ostream& operator<<(std::ostream& out, rare_text const& t) { return out << t.str(); }

private:
    using box = std::unique_ptr<std::string const>;
    static box copy_of(box const& other) {
        return other == nullptr ? nullptr : std::make_unique<std::string const>(*other);
    }

    box text_;
};

/// The types of fields that hold a text.
///
/// Requires
/// - `std::string` or `rare_text`, and no reference to one.
///
/// Satisfied by `std::string` and `rare_text`; not by `std::string_view` or `char const*`.
template <class T>
concept text_field = std::same_as<T, std::string> || std::same_as<T, rare_text>;

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A field that has to be written: required.
#pragma once

#include <geostance/model/enum_names.hpp>

#include <ostream>
#include <string_view>
#include <type_traits>
#include <utility>

namespace geostance {

namespace detail {
struct unsaid;
}

/// The type of a field that has no default, because any default would claim what nobody said: a vote of yes, a stance
/// of 0. An aggregate that leaves such a field out does not compile. Elsewhere it is used like a T: it converts from
/// and to T.
/// @code
/// struct casts {
///     required<ballot> vote; // casts{} does not compile, casts{.vote = ballot::no} does
///     bool veto = false;
/// };
/// @endcode
template <class T>
class required {
public:
    using value_type = T; ///< what it holds

    /// @param value what is said
    constexpr required(T value) noexcept(std::is_nothrow_move_constructible_v<T>) : value_(std::move(value)) {}

    /// @return what is said
    [[nodiscard]] constexpr T const& get() const noexcept { return value_; }
    /// @return what is said, to be changed
    [[nodiscard]] constexpr T& get() noexcept { return value_; }
    /// @return what is said
    constexpr operator T const&() const noexcept { return value_; }

    /// Numbers and enumerators are compared as such; classes by this.
    friend constexpr bool operator==(required const& a, required const& b) requires std::is_class_v<T> {
        return a.value_ == b.value_;
    }

private:
    friend detail::unsaid; // who fills in what a file says begins with an empty field
    constexpr required() = default;

    T value_{};
};

/// @param value a field with an enumerator
/// @return the name of the enumerator that is said
template <named_enum E>
[[nodiscard]] constexpr std::string_view to_string(required<E> const& value) noexcept {
    return to_string(value.get());
}

/// Writes the name of the enumerator that is said.
/// @param out gets the text
/// @param value a field with an enumerator
/// @return the stream
template <named_enum E>
std::ostream& operator<<(std::ostream& out, required<E> const& value) {
    return out << to_string(value.get());
}

namespace detail {

/// Makes objects whose required fields are still to be filled in.
struct unsaid {
    template <class T>
    [[nodiscard]] static T make() {
        return T{};
    }
};

template <class T>
inline constexpr bool is_required_field = false;
template <class T>
inline constexpr bool is_required_field<required<T>> = true;

} // namespace detail

} // namespace geostance

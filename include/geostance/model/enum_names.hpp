// SPDX-License-Identifier: BSL-1.0
/// @file
/// Enumerators as text and back: the words that are printed are the words that are read.
/// @par Complexity
/// O(number of enumerators) for `from_string`, O(1) for every other function
#pragma once

#include <geostance/detail/check_field.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <type_traits>

namespace geostance {

/// The names of an enumeration's values, in order from 0: a static member `of_each`, a `std::array` of
/// `std::string_view`. For an enumeration of your own, declare a function beside it:
/// @code
/// enum class fluid { oil, gas };
/// constexpr std::array<std::string_view, 2> enumerator_names(fluid) { return {"oil", "gas"}; }
/// @endcode
template <class E>
struct enum_names {};
template <class E>
    requires std::is_enum_v<E> && requires { enumerator_names(E{}); }
struct enum_names<E> {
    static constexpr auto of_each = enumerator_names(E{}); ///< what the function says
};

/// An enumeration whose values have names.
///
/// Requires
/// - an enumeration;
/// - `enum_names<E>::of_each`, whose elements convert to std::string_view.
///
/// Satisfied by `ballot` and by an enumeration with a function `enumerator_names` beside it; not by int or by
/// `tie_direction`, which has no names.
template <class E>
concept named_enum = std::is_enum_v<E> && requires {
    { enum_names<E>::of_each[0] } -> std::convertible_to<std::string_view>;
};

/// The name of a value, as it is written in the source.
/// @param value an enumerator
/// @return its name, or `?` for a value that is no enumerator
template <named_enum E>
[[nodiscard]] constexpr std::string_view to_string(E value) noexcept {
    auto const index = static_cast<std::size_t>(value);
    return index < enum_names<E>::of_each.size() ? enum_names<E>::of_each[index] : std::string_view("?");
}

/// The value of that name, if there is one.
/// @param name as `to_string` gives it
/// @return the value, or none
template <named_enum E>
[[nodiscard]] constexpr std::optional<E> from_string(std::string_view name) noexcept {
    for (std::size_t i = 0; i < enum_names<E>::of_each.size(); ++i)
        if (enum_names<E>::of_each[i] == name) return static_cast<E>(i);
    return std::nullopt;
}

namespace detail {

/// Refuses a value with the names that there are.
[[noreturn]] inline void refuse_enumerator(char const* field, std::size_t value, std::string_view const* names,
                                           std::size_t number_of_names) {
    throw invalid_value(field, "value " + std::to_string(value), "one of " + join({names, names + number_of_names}));
}
/// Refuses a value that is none of the enumeration's, which has names.
template <named_enum E>
constexpr void check_enumerator(char const* field, E value) {
    auto const index = static_cast<std::size_t>(value);
    constexpr auto const& names = enum_names<E>::of_each;
    if (index >= names.size()) refuse_enumerator(field, index, names.data(), names.size());
}

} // namespace detail

/// Writes the name of a value.
/// @param out gets the text
/// @param value an enumerator
/// @return the stream
template <named_enum E>
std::ostream& operator<<(std::ostream& out, E value) {
    return out << to_string(value);
}

namespace io {

// the enumerations of this namespace are printed without a `using`, too
using geostance::from_string;
using geostance::to_string;
using geostance::operator<<;

} // namespace io

} // namespace geostance

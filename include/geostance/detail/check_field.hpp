// SPDX-License-Identifier: BSL-1.0
/// @file
/// Checks of fields that options and arguments share: enumerators, and callables that must be there.
#pragma once

#include <geostance/error.hpp>

#include <cstddef>
#include <string>
#include <type_traits>

namespace geostance::detail {

/// Refuses a value that is none of the enumeration's, such as one made by a cast.
constexpr void check_enumerator(char const* field, std::size_t value, std::size_t number_of_values) {
    if (value >= number_of_values) throw invalid_value(field, std::to_string(value), "one of its enumerators");
}
/// The same for an enumeration without names, whose last value is told.
template <class E>
    requires std::is_enum_v<E>
constexpr void check_enumerator(char const* field, E value, E last) {
    check_enumerator(field, static_cast<std::size_t>(value), static_cast<std::size_t>(last) + 1);
}

/// Refuses a policy without a function, which would end in `std::bad_function_call` when it is first asked.
inline void check_function(char const* field, bool is_there, char const* expected) {
    if (!is_there) throw invalid_value(field, "no function", expected);
}

} // namespace geostance::detail

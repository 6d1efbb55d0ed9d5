// SPDX-License-Identifier: BSL-1.0
/// @file
/// The name of a type as text, for error messages and file formats.
#pragma once

#include <string_view>

namespace geostance::detail {

template <class T>
constexpr std::string_view qualified_type_name() {
#if defined(_MSC_VER) && !defined(__clang__)
    constexpr std::string_view text = __FUNCSIG__;
    constexpr std::string_view before = "qualified_type_name<";
    constexpr std::string_view after = ">(void)";
    auto const first = text.find(before) + before.size();
    auto const last = text.rfind(after);
#else
    constexpr std::string_view text = __PRETTY_FUNCTION__;
    constexpr std::string_view before = "T = ";
    auto const first = text.find(before) + before.size();
    auto const last = text.find_first_of(";]", first);
#endif
    return text.substr(first, last - first);
}

/// The unqualified name of T: `stance` for `geostance::stance`. A type may state another as `T::type_name`.
template <class T>
constexpr std::string_view type_name() {
    if constexpr (requires { std::string_view(T::type_name); }) {
        return T::type_name;
    } else {
        auto const name = qualified_type_name<T>();
        auto const last = name.find_last_of(": ");
        return last == std::string_view::npos ? name : name.substr(last + 1);
    }
}

} // namespace geostance::detail

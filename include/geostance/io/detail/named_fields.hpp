// SPDX-License-Identifier: BSL-1.0
/// @file
/// Errors name the fields of a record as `type.field`, whoever finds what is wrong: readers, writers or `validate`.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace geostance::io::detail {

/// `field` as it is if it begins with the name of T or of the annotation, or stands for no field; else behind T's name.
template <class T, class Annotation>
std::string qualified(std::string const& field) {
    using geostance::detail::type_name;
    auto const owner = std::string_view(field).substr(0, field.find('.'));
    if (owner.empty() || owner == "type" || owner == type_name<T>() || owner == type_name<Annotation>()) return field;
    return std::string(type_name<T>()) + '.' + field;
}

/// Reads or writes a T by f; errors name its fields with its type.
template <class T, class Annotation, class F>
void with_named_fields(F f) {
    try {
        f();
    } catch (read_error const& e) {
        auto where = e.where();
        where.field = qualified<T, Annotation>(where.field);
        throw read_error(std::move(where), e.value(), e.expected());
    } catch (invalid_value const& e) {
        throw invalid_value(qualified<T, Annotation>(e.field()), e.value(), e.expected());
    }
}

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Errors name the fields of a record as `type.field`, whoever finds what is wrong: readers, writers or `validate`.
#pragma once

#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace geostance::io::detail {

/// `field` as it is if it begins with the name of the type or of the annotation, or stands for no field; else behind
/// the type's name.
inline std::string qualified(std::string const& field, std::string_view type, std::string_view annotation) {
    auto const owner = std::string_view(field).substr(0, field.find('.'));
    if (owner.empty() || owner == "type" || owner == type || owner == annotation) return field;
    return std::string(type) + '.' + field;
}

inline void with_named_fields(std::string_view type, std::string_view annotation,
                              geostance::detail::function_ref<void()> f) {
    try {
        f();
    } catch (read_error const& e) {
        auto where = e.where();
        where.field = qualified(where.field, type, annotation);
        throw read_error(std::move(where), e.value(), e.expected());
    } catch (invalid_value const& e) {
        throw invalid_value(qualified(e.field(), type, annotation), e.value(), e.expected());
    }
}
/// Reads or writes a T by f; errors name its fields with its type.
template <class T, class Annotation, class F>
void with_named_fields(F f) {
    using geostance::detail::type_name;
    with_named_fields(type_name<T>(), type_name<Annotation>(), f);
}

} // namespace geostance::io::detail

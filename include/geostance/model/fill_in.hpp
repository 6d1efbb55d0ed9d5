// SPDX-License-Identifier: BSL-1.0
/// @file
/// A policy of merge: fields that one payload leaves empty are filled in from the other.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/model/fields.hpp>

#include <concepts>
#include <string>
#include <string_view>

namespace geostance {

/// A policy of `merge`: a field that one of two payloads leaves at its default says nothing, and takes what the other
/// says. Where both say something else, that is a `merge_conflict` that names the field: `merge(into, from, {},
/// fill_in())`.
struct fill_in {
    /// @param held the payload that a graph has
    /// @param incoming the one that is merged into it
    /// @return the payload with what either says
    /// @throws merge_conflict that names the field, if both say something and it differs
    template <class T>
    requires described<T> && std::default_initializable<T> T operator()(T const& held, T const& incoming) const {
        T const empty{};
        T result = held;
        std::string_view differing;
        detail::any_field<T>([&](auto const& one) {
            if (one.of(result) == one.of(incoming)) return false;
            bool const says_nothing = !one.is_required && one.of(result) == one.of(empty);
            bool const hears_nothing = !one.is_required && one.of(incoming) == one.of(empty);
            if (says_nothing)
                one.of(result) = one.of(incoming);
            else if (!hears_nothing)
                differing = one.name;
            return !differing.empty();
        });
        if (differing.empty()) return result;
        throw merge_conflict(detail::type_name<T>(), held.key, detail::label(held), detail::label(incoming),
                             std::string(detail::type_name<T>()) + '.' + std::string(differing));
    }
};

} // namespace geostance

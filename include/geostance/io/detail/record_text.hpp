// SPDX-License-Identifier: BSL-1.0
/// @file
/// Payloads as text: scalars for every format, and whole records as JSON objects on one line each.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/model/same_content.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace geostance::io::detail {

using geostance::detail::any_field;
using geostance::detail::is_optional;
using geostance::detail::is_vector;
using geostance::detail::same_value;
using geostance::detail::type_name;
using geostance::detail::unsaid;

/// Values that are one text or number in a file.
template <class T>
concept scalar = text_field<T> || std::same_as<T, date> || std::is_arithmetic_v<T> || named_enum<T> || node_handle<T>;

/// What a payload is when nothing is said.
template <class T>
T const& default_of() {
    static T const value = unsaid::make<T>();
    return value;
}

[[noreturn]] inline void refuse_enumerator(std::string_view field, long long value) {
    throw invalid_value(std::string(field), std::to_string(value), "an enumerator");
}

/// A scalar as text; a node as its key, or nothing if null.
/// @throws invalid_value if the text would not read back
template <scalar T, class S>
std::string scalar_text(typed_graph<S> const& g, std::string_view field, T const& value) {
    if constexpr (text_field<T>) {
        return value;
    } else if constexpr (node_handle<T>) {
        return value.is_null() ? std::string() : key_of(g, value);
    } else if constexpr (std::same_as<T, bool>) {
        return value ? "true" : "false";
    } else if constexpr (std::same_as<T, date>) {
        return geostance::to_string(value);
    } else if constexpr (named_enum<T>) {
        if (static_cast<std::size_t>(value) >= enum_names<T>::of_each.size())
            refuse_enumerator(field, static_cast<long long>(value));
        return std::string(geostance::to_string(value));
    } else if constexpr (std::floating_point<T>) {
        auto text = geostance::detail::number_text(value);
        if (!std::isfinite(value)) throw invalid_value(std::string(field), text, "a finite number");
        return text;
    } else {
        return std::to_string(value);
    }
}

/// True for what stands for "not said": an empty text or list, an unknown date, a null handle, no value, not judged.
template <class T>
bool is_unsaid(T const& value) {
    if constexpr (node_handle<T>) {
        return value.is_null();
    } else if constexpr (std::same_as<T, date>) {
        return value == date();
    } else if constexpr (is_optional<T>) {
        return !value;
    } else if constexpr (text_field<T> || is_vector<T>) {
        return value.empty();
    } else if constexpr (requires { T::not_judged; }) {
        return value == T::not_judged;
    } else if constexpr (described<T>) {
        return !any_field<T>([&](auto const& one) { return !is_unsaid(one.of(value)); });
    } else {
        return false;
    }
}

/// Which fields a format shows. The reader of the native format fills in defaults; for other tools a value of 0 is
/// not the same as no value.
enum class shown { changed, said };

template <class T, class S>
void put_json_fields(text_sink& out, typed_graph<S> const& g, T const& object, shown which, bool& is_first);

template <class T, class S>
void put_json_value(text_sink& out, typed_graph<S> const& g, std::string_view field, T const& value, shown which) {
    if constexpr (is_optional<T>) {
        if (value)
            put_json_value(out, g, field, *value, which);
        else
            out << "null";
    } else if constexpr (is_vector<T>) {
        std::string_view before = "[";
        for (auto const& element : value) {
            out << before;
            put_json_value<typename T::value_type>(out, g, field, element, which);
            before = ", ";
        }
        out << (value.empty() ? "[]" : "]");
    } else if constexpr (described<T>) {
        bool is_first = true;
        out << '{';
        put_json_fields(out, g, value, which, is_first);
        out << '}';
    } else {
        static_assert(scalar<T>, "geostance: a field is of a type that files do not know; see geostance::fields");
        if constexpr (std::is_arithmetic_v<T>) {
            auto const text = scalar_text(g, field, value);
            out << text << (text == "-0" ? ".0" : ""); // as a whole number it would lose its sign
        } else {
            put_json_string(out, field, scalar_text(g, field, value));
        }
    }
}

/// The name of a member and a colon, with a comma before it unless it is the first.
inline void put_json_name(text_sink& out, std::string_view name, bool& is_first) {
    if (!is_first) out << ", ";
    is_first = false;
    put_json_string(out, name, name);
    out << ": ";
}

inline void put_json_member(text_sink& out, std::string_view name, std::string_view text, bool& is_first) {
    put_json_name(out, name, is_first);
    put_json_string(out, name, text);
}

/// The fields of an object that are required, differ from its default or, for other tools, say something.
template <class T, class S>
void put_json_fields(text_sink& out, typed_graph<S> const& g, T const& object, shown which, bool& is_first) {
    with_named_fields<T, typename S::annotation>([&] {
        any_field<T>([&](auto const& one) {
            auto const& value = one.of(object);
            bool const is_default = same_value(value, one.of(default_of<T>()));
            if (!one.is_required && is_default && (which == shown::changed || is_unsaid(value))) return false;
            put_json_name(out, one.name, is_first);
            put_json_value(out, g, one.name, value, which);
            return false;
        });
    });
}

/// A node: `{"type": "actor", "key": ...}`.
template <class S>
void put_json_node(text_sink& out, typed_graph<S> const& g, any_node n) {
    bool is_first = true;
    out << '{';
    g.visit(n, [&]<class T>(T const& payload) {
        put_json_member(out, "type", type_name<T>(), is_first);
        put_json_fields(out, g, payload, shown::changed, is_first);
    });
    out << '}';
}

/// The annotation as a member that bears its type's name, where it says something.
template <class S>
void put_json_annotation(text_sink& out, typed_graph<S> const& g, any_relation r, shown which, bool& is_first) {
    using annotation = typename S::annotation;
    auto const& value = g.annotation(r);
    if (same_value(value, default_of<annotation>())) return;
    put_json_name(out, type_name<annotation>(), is_first);
    put_json_value(out, g, type_name<annotation>(), value, which);
}

/// A relation: `{"type": "stance", "from": ..., "to": ..., "provenance": {...}}`.
template <class S>
void put_json_relation(text_sink& out, typed_graph<S> const& g, any_relation r) {
    bool is_first = true;
    out << '{';
    g.visit(r, [&]<class R>(R const& payload) {
        put_json_member(out, "type", type_name<R>(), is_first);
        put_json_member(out, "from", key_of(g, g.source(r)), is_first);
        put_json_member(out, "to", key_of(g, g.target(r)), is_first);
        put_json_fields(out, g, payload, shown::changed, is_first);
    });
    put_json_annotation(out, g, r, shown::changed, is_first);
    out << '}';
}

/// A further member of the document: a list with one element a line.
/// @param put called with the place of each element
template <class Put>
void put_json_list(text_sink& out, std::string_view name, std::size_t count, Put put) {
    out << ",\n  \"" << name << "\": [";
    for (std::size_t i = 0; i < count; ++i) {
        out << (i == 0 ? "\n    " : ",\n    ");
        put(i);
        out.pass_on();
    }
    out << (count == 0 ? "]" : "\n  ]");
}

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Payloads as flat lists of named texts and back, for formats that have no nested values: GraphML, Graphviz, CSV.
#pragma once

#include <geostance/detail/parse_number.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/expected_date.hpp>
#include <geostance/io/detail/nearest.hpp>
#include <geostance/io/detail/record_text.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/model/date_text.hpp>
#include <geostance/model/fields.hpp>

#include <cmath>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// Calls f(path, value, default, is_required) with every field that has no fields of its own; a path joins names with
/// dots.
template <class T, class F>
void for_each_leaf(T const& object, T const& fallback, std::string const& before, F const& f, bool required = false) {
    any_field<T>([&](auto const& one) {
        auto const& value = one.of(object);
        auto path = before + std::string(one.name);
        bool const is_required = required || one.is_required;
        if constexpr (described<std::remove_cvref_t<decltype(value)>>) {
            for_each_leaf(value, one.of(fallback), path + '.', f, is_required);
        } else {
            f(std::string_view(path), value, one.of(fallback), is_required);
        }
        return false;
    });
}

/// What GraphML and Neo4j call the type of a leaf.
template <class T>
struct leaf_type {
    static constexpr std::string_view name = std::same_as<T, bool>    ? "boolean"
                                             : std::integral<T>       ? "long"
                                             : std::floating_point<T> ? "double"
                                                                      : "string";
};
template <class T>
struct leaf_type<std::optional<T>> : leaf_type<T> {};

// A list is one text: elements joined by '|', the fields of an element by ':', with '\' before these and itself, and
// '\.' for an element whose text is empty.

inline std::string escaped(std::string_view text) {
    std::string result;
    for (auto const c : text) {
        if (c == '|' || c == ':' || c == '\\') result += '\\';
        result += c;
    }
    return result;
}

/// The parts between separators that are not escaped, still with their escapes.
inline std::vector<std::string_view> split_escaped(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\') {
            ++i;
        } else if (text[i] == separator) {
            parts.push_back(text.substr(begin, i - begin));
            begin = i + 1;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

inline std::string unescaped(std::string_view text) {
    std::string result;
    if (text == "\\.") return result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size()) ++i;
        result += text[i];
    }
    return result;
}

template <class T, class S>
std::string element_text(typed_graph<S> const& g, std::string_view field, T const& element) {
    std::string text;
    if constexpr (described<T>) {
        std::string_view before;
        any_field<T>([&](auto const& one) {
            text += before;
            text += escaped(scalar_text(g, field, one.of(element)));
            before = ":";
            return false;
        });
    } else {
        text = escaped(scalar_text(g, field, element));
    }
    return text.empty() ? "\\." : text;
}

/// A leaf as text.
/// @throws invalid_value if the text would not read back
template <class T, class S>
std::string leaf_text(typed_graph<S> const& g, std::string_view field, T const& value) {
    if constexpr (is_optional<T>) {
        return value ? leaf_text(g, field, *value) : std::string();
    } else if constexpr (is_vector<T>) {
        std::string text;
        for (auto const& element : value) {
            if (!text.empty()) text += '|';
            text += element_text<typename T::value_type>(g, field, element);
        }
        return text;
    } else {
        static_assert(scalar<T>,
                      "geostance: a field is of a type that flat formats do not know; see geostance::fields");
        return scalar_text(g, field, value);
    }
}

/// What a leaf should have been, if its text cannot be read.
template <class T, class S>
std::optional<std::string> read_leaf(typed_graph<S> const& g, std::string_view text, T& value);

template <class T>
std::optional<std::string> read_number_text(std::string_view text, T& value) {
    auto const [end, error] = geostance::detail::parse_number(text.data(), text.data() + text.size(), value);
    if (error == std::errc() && end == text.data() + text.size()) {
        if constexpr (std::floating_point<T>)
            if (!std::isfinite(value)) return "a finite number";
        return std::nullopt;
    }
    return std::integral<T> ? "an integer that the field can hold" : "a number";
}

/// True for texts and keys, in which blanks and the word NaN mean themselves.
template <class T>
inline constexpr bool is_verbatim = text_field<T> || node_handle<T> || is_vector<T>;
template <class T>
inline constexpr bool is_verbatim<std::optional<T>> = is_verbatim<T>;

template <scalar T, class S>
std::optional<std::string> read_scalar_text(typed_graph<S> const& g, std::string_view text, T& value) {
    if constexpr (!is_verbatim<T>) text = trimmed(text);
    if constexpr (text_field<T>) {
        value = text;
    } else if constexpr (std::same_as<T, bool>) {
        value = text == "true" || text == "True" || text == "1"; // networkx writes Python's True and False
        if (!value && text != "false" && text != "False" && text != "0") return "true or false";
    } else if constexpr (std::is_arithmetic_v<T>) {
        return read_number_text(text, value);
    } else if constexpr (std::same_as<T, date>) {
        auto const read = date_from_string(text);
        if (!read) return expected_date(text);
        value = *read;
    } else if constexpr (named_enum<T>) {
        auto const read = from_string<T>(text);
        if (!read) return one_of(enum_names<T>::of_each, text);
        value = *read;
    } else {
        if (text.empty()) return value = T(), std::nullopt;
        auto const found = g.find_key(text);
        if constexpr (std::same_as<T, any_node>) {
            if (!found) return "the key of a node that comes before";
            value = *found;
        } else {
            using payload = typename T::payload_type;
            auto const typed = found ? g.template as<payload>(*found) : std::nullopt;
            if (!typed) return "the key of a node of type " + std::string(type_name<payload>()) + " that comes before";
            value = *typed;
        }
    }
    return std::nullopt;
}

template <class T, class S>
std::optional<std::string> read_element(typed_graph<S> const& g, std::string_view text, T& element) {
    if constexpr (described<T>) {
        auto const parts = split_escaped(text == "\\." ? std::string_view() : text, ':');
        std::optional<std::string> expected;
        std::size_t i = 0;
        any_field<T>([&](auto const& one) {
            if (i < parts.size()) expected = read_scalar_text(g, unescaped(parts[i]), one.of(element));
            ++i;
            return expected.has_value();
        });
        if (!expected && i != parts.size()) expected = std::to_string(i) + " parts with ':' between them";
        return expected;
    } else {
        return read_scalar_text(g, unescaped(text), element);
    }
}

template <class T, class S>
std::optional<std::string> read_leaf(typed_graph<S> const& g, std::string_view text, T& value) {
    if constexpr (is_optional<T>) {
        return read_leaf(g, text, value.emplace());
    } else if constexpr (is_vector<T>) {
        value.clear();
        if (text.empty()) return std::nullopt;
        for (auto const part : split_escaped(text, '|')) {
            auto element = unsaid::make<typename T::value_type>();
            if (auto expected = read_element(g, part, element)) return expected;
            value.push_back(std::move(element));
        }
        return std::nullopt;
    } else {
        return read_scalar_text(g, text, value);
    }
}

} // namespace geostance::io::detail

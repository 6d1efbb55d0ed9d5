// SPDX-License-Identifier: BSL-1.0
/// @file
/// Payloads as flat lists of named texts and back, for formats that have no nested values: GraphML, Graphviz, CSV.
#pragma once

#include <geostance/detail/function_ref.hpp>
#include <geostance/io/detail/expected_date.hpp>
#include <geostance/io/detail/nearest.hpp>
#include <geostance/io/detail/node_keys.hpp>
#include <geostance/io/detail/record_text.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/detail/value_type.hpp>
#include <geostance/model/date_text.hpp>
#include <geostance/model/rare_text.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::io::detail {

constexpr bool is_scalar(value_type const& type) {
    return type.kind != value_kind::object && type.kind != value_kind::optional && type.kind != value_kind::list;
}
/// True for a type whose fields flat formats can show: fields of fields, but no lists of lists.
constexpr bool is_flat(value_type const& type) {
    switch (type.kind) {
    case value_kind::object: {
        for (auto const& one : type.fields)
            if (!is_flat(*one.type)) return false;
        return true;
    }
    case value_kind::optional: return type.element->kind != value_kind::object && is_flat(*type.element);
    case value_kind::list: {
        for (auto const& one : type.element->fields)
            if (!is_scalar(*one.type)) return false;
        return type.element->kind == value_kind::object || is_scalar(*type.element);
    }
    default: return true;
    }
}
template <class T>
constexpr value_type const& flat_type() {
    static_assert(is_flat(value_type_of<T>),
                  "geostance: a field is of a type that flat formats do not know; see geostance::fields");
    return value_type_of<T>;
}

/// A field that has no fields of its own.
struct leaf {
    std::string_view path; ///< the names that lead to it, joined with dots
    value_view value;
    value_view fallback; ///< what it is when nothing is said
    bool is_required;
};

/// Calls f with every leaf of an object.
inline void for_each_leaf(value_view object, value_view fallback, std::string const& before,
                          function_ref<void(leaf const&)> f, bool required = false) {
    for (auto const& one : object.type.fields) {
        auto const value = object.field(one);
        auto const path = before + std::string(one.name);
        bool const is_required = required || one.is_required;
        if (value.type.kind == value_kind::object)
            for_each_leaf(value, fallback.field(one), path + '.', f, is_required);
        else
            f({path, value, fallback.field(one), is_required});
    }
}
inline void for_each_leaf(value_view object, std::string const& before, function_ref<void(leaf const&)> f) {
    for_each_leaf(object, nothing_of(object.type), before, f);
}
/// The same for the leaves of a type, whose values are what they are when nothing is said.
inline void for_each_leaf(value_type const& type, std::string const& before, function_ref<void(leaf const&)> f) {
    for_each_leaf(nothing_of(type), before, f);
}

/// What GraphML and Neo4j call the type of a leaf.
inline std::string_view leaf_type(value_type const& type) {
    switch (type.kind) {
    case value_kind::boolean: return "boolean";
    case value_kind::number: return type.number->is_whole ? "long" : "double";
    case value_kind::optional: return leaf_type(*type.element);
    default: return "string";
    }
}

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

inline std::string element_text(key_reader key, std::string_view field, value_view element) {
    std::string room;
    std::string text;
    std::string_view before;
    for (auto const& one : element.type.fields) {
        text += before;
        text += escaped(scalar_text(key, field, element.field(one), room));
        before = ":";
    }
    if (is_scalar(element.type)) text = escaped(scalar_text(key, field, element, room));
    return text.empty() ? "\\." : text;
}

/// A leaf as text.
/// @throws invalid_value if the text would not read back
inline std::string leaf_text(key_reader key, std::string_view field, value_view value) {
    auto const& type = value.type;
    if (type.kind == value_kind::optional) {
        auto const* const held = type.optional->find(value.at);
        return held == nullptr ? std::string() : leaf_text(key, field, {*type.element, held});
    }
    std::string text;
    if (type.kind != value_kind::list) return std::string(scalar_text(key, field, value, text));
    for_each_element(value, [&](value_view element) {
        if (!text.empty()) text += '|';
        text += element_text(key, field, element);
    });
    return text;
}

/// True for texts and keys, in which blanks and the word NaN mean themselves.
inline bool is_verbatim(value_type const& type) {
    switch (type.kind) {
    case value_kind::text:
    case value_kind::rare_text:
    case value_kind::node:
    case value_kind::list: return true;
    case value_kind::optional: return is_verbatim(*type.element);
    default: return false;
    }
}

/// What a value should have been, if its text cannot be read.
using expectation = std::optional<std::string>;

inline expectation read_truth(std::string_view text, bool& value) {
    value = text == "true" || text == "True" || text == "1"; // networkx writes Python's True and False
    if (!value && text != "false" && text != "False" && text != "0") return "true or false";
    return std::nullopt;
}
inline expectation read_day(std::string_view text, date& value) {
    auto const read = date_from_string(text);
    if (!read) return expected_date(text);
    value = *read;
    return std::nullopt;
}
inline expectation read_word(std::string_view text, value_ref value) {
    auto const place = place_of(value.type.words, text);
    if (place == value.type.words.size()) return one_of(value.type.words, text);
    set_word(value, place);
    return std::nullopt;
}
inline expectation read_key(node_finder find, std::string_view text, value_ref value) {
    auto const found = text.empty() ? any_node() : find(text, value.type.name);
    if (!text.empty() && found.is_null()) return expected_key(value.type.name);
    set_node(value, found);
    return std::nullopt;
}

inline expectation read_scalar_text(node_finder find, std::string_view text, value_ref value) {
    if (!is_verbatim(value.type)) text = trimmed(text);
    switch (value.type.kind) {
    case value_kind::text: value.as<std::string>() = text; break;
    case value_kind::rare_text: value.as<rare_text>() = text; break;
    case value_kind::boolean: return read_truth(text, value.as<bool>());
    case value_kind::day: return read_day(text, value.as<date>());
    case value_kind::word: return read_word(text, value);
    case value_kind::node: return read_key(find, text, value);
    default: return value.type.number->parse(text, value.at);
    }
    return std::nullopt;
}

inline expectation read_element(node_finder find, std::string_view text, value_ref element) {
    if (is_scalar(element.type)) return read_scalar_text(find, unescaped(text), element);
    auto const fields = element.type.fields;
    auto const parts = split_escaped(text == "\\." ? std::string_view() : text, ':');
    for (std::size_t i = 0; i < std::min(fields.size(), parts.size()); ++i)
        if (auto expected = read_scalar_text(find, unescaped(parts[i]), element.field(fields[i]))) return expected;
    if (fields.size() != parts.size()) return std::to_string(fields.size()) + " parts with ':' between them";
    return std::nullopt;
}

/// Reads a leaf from its text.
inline expectation read_leaf(node_finder find, std::string_view text, value_ref value) {
    auto const& type = value.type;
    if (type.kind == value_kind::optional)
        return read_leaf(find, text, {*type.element, type.optional->emplace(value.at)});
    if (type.kind != value_kind::list) return read_scalar_text(find, text, value);
    type.list->clear(value.at);
    if (text.empty()) return std::nullopt;
    for (auto const part : split_escaped(text, '|')) {
        expectation expected;
        type.list->append(value.at, [&](void* at) { expected = read_element(find, part, {*type.element, at}); });
        if (expected) return expected;
    }
    return std::nullopt;
}

} // namespace geostance::io::detail

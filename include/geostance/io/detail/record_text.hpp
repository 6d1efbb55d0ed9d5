// SPDX-License-Identifier: BSL-1.0
/// @file
/// Payloads as text: scalars for every format, and whole records as JSON objects on one line each.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/detail/node_keys.hpp>
#include <geostance/io/detail/text_sink.hpp>
#include <geostance/io/detail/value_type.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/rare_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace geostance::io::detail {

/// A node or relation, and what it is.
template <class S, class Handle>
value_view payload_of(typed_graph<S> const& g, Handle h) {
    return g.visit(h, [](auto const& payload) { return view_of(payload); });
}

[[noreturn]] inline void refuse_enumerator(std::string_view field, std::size_t value) {
    throw invalid_value(std::string(field), std::to_string(static_cast<long long>(value)), "an enumerator");
}

/// A scalar as text; a node as its key, or nothing if null.
/// @param room for a text that the graph does not hold
/// @throws invalid_value if the text would not read back
inline std::string_view scalar_text(key_reader key, std::string_view field, value_view value, std::string& room) {
    switch (value.type.kind) {
    case value_kind::text: return value.as<std::string>();
    case value_kind::rare_text: return value.as<rare_text>();
    case value_kind::boolean: return value.as<bool>() ? "true" : "false";
    case value_kind::day: return room = to_string(value.as<date>());
    case value_kind::node: {
        auto const n = node_in(value);
        return n.is_null() ? std::string_view() : key(n);
    }
    case value_kind::word: {
        auto const place = place_of_word(value);
        if (place >= value.type.words.size()) refuse_enumerator(field, place);
        return value.type.words[place];
    }
    default: return room = value.type.number->text(field, value.at);
    }
}

/// Which fields a format shows. The reader of the native format fills in defaults; for other tools a value of 0 is
/// not the same as no value.
enum class shown { changed, said };

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

/// Writes values of the payloads of one graph.
class json_value_writer {
public:
    template <class S>
    json_value_writer(text_sink& out, node_keys<S> const& keys, shown which)
        : out_(&out), keys_(keys), annotation_(type_name<typename S::annotation>()), which_(which) {}

    /// The fields of an object that are required, differ from its default or, for other tools, say something.
    void put_fields(value_view object, bool& is_first) const {
        with_named_fields(object.type.name, annotation_, [&] {
            auto const nothing = nothing_of(object.type);
            for (auto const& one : object.type.fields) {
                auto const value = object.field(one);
                if (!one.is_required && are_equal(value, nothing.field(one)) &&
                    (which_ == shown::changed || is_unsaid(value)))
                    continue;
                put_json_name(*out_, one.name, is_first);
                put(one.name, value);
            }
        });
    }
    /// The annotation as a member that bears its type's name, where it says something.
    void put_annotation(value_view value, bool& is_first) const {
        if (are_equal(value, nothing_of(value.type))) return;
        put_json_name(*out_, annotation_, is_first);
        put(annotation_, value);
    }

private:
    void put(std::string_view field, value_view value) const {
        switch (value.type.kind) {
        case value_kind::object: return put_object(value);
        case value_kind::list: return put_list(field, value);
        case value_kind::optional: {
            auto const* const held = value.type.optional->find(value.at);
            if (held == nullptr)
                *out_ << "null";
            else
                put(field, {*value.type.element, held});
            return;
        }
        default: return put_scalar(field, value);
        }
    }
    void put_scalar(std::string_view field, value_view value) const {
        std::string room;
        auto const text = scalar_text(keys_, field, value, room);
        if (value.type.kind == value_kind::boolean || value.type.kind == value_kind::number)
            *out_ << text << (text == "-0" ? ".0" : ""); // as a whole number it would lose its sign
        else
            put_json_string(*out_, field, text);
    }
    void put_object(value_view value) const {
        bool is_first = true;
        *out_ << '{';
        put_fields(value, is_first);
        *out_ << '}';
    }
    void put_list(std::string_view field, value_view value) const {
        std::string_view before;
        *out_ << '[';
        for_each_element(value, [&](value_view element) {
            *out_ << before;
            put(field, element);
            before = ", ";
        });
        *out_ << ']';
    }

    text_sink* out_;
    key_reader keys_;
    std::string_view annotation_;
    shown which_;
};

/// A node: `{"type": "actor", "key": ...}`.
template <class S>
void put_json_node(text_sink& out, typed_graph<S> const& g, any_node n) {
    auto const payload = payload_of(g, n);
    node_keys<S> const keys{g};
    bool is_first = true;
    out << '{';
    put_json_member(out, "type", payload.type.name, is_first);
    json_value_writer(out, keys, shown::changed).put_fields(payload, is_first);
    out << '}';
}

/// A relation: `{"type": "stance", "from": ..., "to": ..., "provenance": {...}}`.
template <class S>
void put_json_relation(text_sink& out, typed_graph<S> const& g, any_relation r) {
    auto const payload = payload_of(g, r);
    node_keys<S> const keys{g};
    json_value_writer const values(out, keys, shown::changed);
    bool is_first = true;
    out << '{';
    put_json_member(out, "type", payload.type.name, is_first);
    put_json_member(out, "from", key_of(g, g.source(r)), is_first);
    put_json_member(out, "to", key_of(g, g.target(r)), is_first);
    values.put_fields(payload, is_first);
    values.put_annotation(view_of(g.annotation(r)), is_first);
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

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads the GraphML that write_graphml writes; needs the component geostance::graphml (expat).
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/leaf_text.hpp>
#include <geostance/io/detail/type_tags.hpp>
#include <geostance/io/graph_and_report.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_report.hpp>
#include <geostance/model/geopolitics.hpp>

#include <expat.h>

#include <cstddef>
#include <exception>
#include <initializer_list>
#include <map>
#include <memory>
#include <new>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// A node or edge as it stands in the file.
struct graphml_element {
    struct datum {
        std::string name; ///< of the attribute
        std::string text;
        text_place where;
    };
    bool is_node = false;
    std::map<std::string, std::string, std::less<>> attributes;
    std::vector<datum> data;
    text_place where;
};

/// Adds elements to a graph: each wholly, or not at all.
template <graph_schema S>
class graphml_binder {
public:
    explicit graphml_binder(read_options const& options) : options_(&options) {}

    /// @throws read_error with the place of what is wrong, if bad rows are to stop the reader
    void add(graphml_element const& element) {
        read_or_note(*options_, report_, [&] { return bind(element), true; });
    }
    graph_and_report<S> result() && { return {std::move(graph_), std::move(report_)}; }

private:
    void bind(graphml_element const& element) {
        auto const& type = find(element, "type");
        bool const is_known = element.is_node
                                  ? tags::with_node_type(type.text, [&]<class T>() { add_node<T>(element); })
                                  : tags::with_relation_type(type.text, [&]<class R>() { add_relation<R>(element); });
        if (is_known) return;
        fail(type, element.is_node ? one_of(tags::of_nodes, type.text) : one_of(tags::of_relations, type.text));
    }

    using tags = type_tags<typename S::node_types, typename S::relation_types>;
    using annotation = typename S::annotation;
    using datum = graphml_element::datum;

    [[noreturn]] static void fail(datum const& d, std::string expected) {
        auto where = d.where;
        where.field = d.name;
        throw read_error(std::move(where), shortened(d.text), std::move(expected));
    }
    [[noreturn]] static void fail(graphml_element const& e, std::string field, std::string value,
                                  std::string expected) {
        auto where = e.where;
        where.field = std::move(field);
        throw read_error(std::move(where), shortened(value), std::move(expected));
    }
    static std::string shortened(std::string text) {
        constexpr std::size_t most = 60;
        if (text.size() > most) text = text.substr(0, most) + "...";
        return text;
    }
    static datum const& find(graphml_element const& e, std::string_view name) {
        for (auto const& d : e.data)
            if (d.name == name) return d;
        fail(e, std::string(name), "none", "an element with data for '" + std::string(name) + "'");
    }
    static std::string const& attribute(graphml_element const& e, std::string_view name) {
        auto const found = e.attributes.find(name);
        if (found == e.attributes.end()) fail(e, std::string(name), "none", "an attribute of that name");
        return found->second;
    }

    /// Reads one datum into the leaf of that path.
    /// @return false if there is none
    template <class T>
    bool read(datum const& d, std::string_view path, T& object) {
        return any_field<T>([&](auto const& one) {
            auto& value = object.*one.member;
            if (!path.starts_with(one.name)) return false;
            if constexpr (described<std::remove_reference_t<decltype(value)>>) {
                auto const rest = path.substr(one.name.size());
                return rest.starts_with('.') && read(d, rest.substr(1), value);
            } else {
                if (path != one.name) return false;
                if (auto expected = read_leaf(graph_, d.text, value)) fail(d, std::move(*expected));
                return true;
            }
        });
    }
    /// Calls read_one with each datum but the type.
    template <class F>
    static void for_each_datum(graphml_element const& e, F read_one) {
        std::set<std::string_view> seen;
        for (auto const& d : e.data) {
            if (!seen.insert(d.name).second) fail(d, "each name once in an element");
            if (d.name != "type" && !read_one(d)) fail(d, "an attribute that the type has");
        }
    }

    template <class T>
    void add_node(graphml_element const& e) {
        T payload{};
        for_each_datum(e, [&](datum const& d) { return d.name != "key" && read(d, d.name, payload); });
        payload.key = attribute(e, "id");
        try {
            graph_.add(std::move(payload));
        } catch (duplicate_key const& error) {
            fail(e, "id", error.key(), "a key that no other node has");
        } catch (invalid_value const& error) {
            fail(e, error.field(), error.value(), error.expected());
        }
    }

    template <class R>
    void add_relation(graphml_element const& e) {
        R payload{};
        annotation note{};
        auto const before = std::string(type_name<annotation>()) + '.';
        for_each_datum(e, [&](datum const& d) {
            if (d.name == "sign") return true; // follows from the payload
            const std::string_view path = d.name;
            return path.starts_with(before) ? read(d, path.substr(before.size()), note) : read(d, path, payload);
        });
        auto const from = end(e, "source");
        auto const to = end(e, "target");
        try {
            graph_.relate_any(from, to, std::move(payload), std::move(note));
        } catch (invalid_value const& error) {
            fail(e, error.field(), error.value(), error.expected());
        }
    }
    any_node end(graphml_element const& e, std::string_view name) const {
        auto const& key = attribute(e, name);
        auto const found = graph_.find_key(key);
        if (!found) fail(e, std::string(name), key, "the id of a node that comes before");
        return *found;
    }

    read_options const* options_;
    typed_graph<S> graph_;
    read_report report_;
};

/// Drives expat, and hands on nodes and edges.
template <class Receiver>
class graphml_parser {
public:
    graphml_parser(Receiver& receiver, std::string file)
        : receiver_(&receiver), file_(std::move(file)), parser_(XML_ParserCreate(nullptr), &XML_ParserFree) {
        if (!parser_) throw std::bad_alloc();
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), &on_begin, &on_end);
        XML_SetCharacterDataHandler(parser_.get(), &on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), &on_doctype);
    }

    /// Reads a whole text.
    void read(byte_source& bytes, read_options const& options) {
        constexpr int block = 1 << 16;
        for (int count = block; count > 0;) {
            if (options.stop.stop_requested()) throw cancelled("reading of " + file_ + " was cancelled");
            auto* const buffer = static_cast<char*>(XML_GetBuffer(parser_.get(), block));
            if (buffer == nullptr) throw std::bad_alloc();
            count = static_cast<int>(bytes.read(buffer, static_cast<std::size_t>(block)));
            check(XML_ParseBuffer(parser_.get(), count, count == 0));
            check_memory(options);
            if (options.progress) options.progress(bytes.done(), bytes.total());
        }
    }

private:
    void check(XML_Status status) {
        if (failure_) std::rethrow_exception(failure_);
        if (status == XML_STATUS_OK) return;
        throw read_error(here(), XML_ErrorString(XML_GetErrorCode(parser_.get())), "well-formed XML");
    }
    /// What expat holds back, and what is kept of an element, is bounded.
    void check_memory(read_options const& options) const {
        auto const now = XML_GetCurrentByteIndex(parser_.get());
        auto const kept = depth_ > 2 ? now - begin_ : 0;
        int held = 0;
        int offset = 0;
        XML_GetInputContext(parser_.get(), &offset, &held);
        if (static_cast<std::size_t>(kept) + static_cast<std::size_t>(held - offset) > options.max_row_bytes)
            throw read_error(here(), "a longer one",
                             "an element of at most " + std::to_string(options.max_row_bytes) + " bytes");
    }
    [[nodiscard]] text_place here() const {
        return {file_, XML_GetCurrentLineNumber(parser_.get()), XML_GetCurrentColumnNumber(parser_.get()) + 1, {}};
    }
    [[noreturn]] void fail(std::string_view value, std::string expected) const {
        throw read_error(here(), std::string(value.substr(0, 60)), std::move(expected));
    }
    /// Runs a handler; what it throws must not pass through C.
    template <class F>
    static void guarded(void* self, F f) {
        auto& parser = *static_cast<graphml_parser*>(self);
        if (parser.failure_) return;
        try {
            f(parser);
        } catch (...) {
            parser.failure_ = std::current_exception();
            XML_StopParser(parser.parser_.get(), XML_FALSE);
        }
    }
    static void XMLCALL on_begin(void* self, XML_Char const* name, XML_Char const** attributes) {
        guarded(self, [&](graphml_parser& p) { p.begin(name, attributes); });
    }
    static void XMLCALL on_end(void* self, XML_Char const*) {
        guarded(self, [](graphml_parser& p) { p.end(); });
    }
    static void XMLCALL on_text(void* self, XML_Char const* text, int length) {
        guarded(self, [&](graphml_parser& p) { p.text({text, static_cast<std::size_t>(length)}); });
    }
    static void XMLCALL on_doctype(void* self, XML_Char const*, XML_Char const*, XML_Char const*, int) {
        guarded(self, [](graphml_parser& p) { p.fail("<!DOCTYPE", "no document type: GraphML has none"); });
    }

    void begin(std::string_view name, XML_Char const** attributes) {
        std::map<std::string, std::string, std::less<>> values;
        for (; *attributes != nullptr; attributes += 2) values.emplace(attributes[0], attributes[1]);
        switch (depth_++) {
        case 0: return expect(name, {"graphml"});
        case 1:
            expect(name, {"key", "graph"});
            if (name == "key") declare(values);
            return;
        case 2:
            if (is_key_) fail(name, "an empty key, without a default");
            expect(name, {"node", "edge"});
            element_ = {name == "node", std::move(values), {}, here()};
            begin_ = XML_GetCurrentByteIndex(parser_.get());
            return;
        case 3:
            expect(name, {"data"});
            begin_data(values);
            return;
        default: fail(name, "text, not an element");
        }
    }
    void expect(std::string_view name, std::initializer_list<std::string_view> known) {
        is_key_ = name == "key";
        for (auto const one : known)
            if (one == name) return;
        fail(name, "an element " + one_of({known.begin(), known.size()}, name));
    }
    void declare(std::map<std::string, std::string, std::less<>>& values) {
        if (!values.contains("id") || !values.contains("attr.name")) fail("key", "a key with id and attr.name");
        if (!keys_.emplace(values["id"], values["attr.name"]).second) fail(values["id"], "each id once");
    }
    void begin_data(std::map<std::string, std::string, std::less<>> const& values) {
        auto const id = values.find("key");
        if (id == values.end()) fail("data", "data with a key");
        auto const found = keys_.find(id->second);
        if (found == keys_.end()) fail(id->second, "the id of a key that is declared before");
        element_.data.push_back({found->second, {}, here()});
    }
    void end() {
        if (--depth_ == 2) receiver_->add(element_);
    }
    void text(std::string_view text) {
        if (depth_ == 4) {
            element_.data.back().text += text;
        } else if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            fail(text, "an element");
        }
    }

    Receiver* receiver_;
    std::string file_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    std::exception_ptr failure_;
    std::map<std::string, std::string, std::less<>> keys_; ///< from ids to names of attributes
    graphml_element element_;
    XML_Index begin_ = 0; ///< where the element begins
    std::size_t depth_ = 0;
    bool is_key_ = false;
};

} // namespace detail

/// Reads a graph from GraphML, as `write_graphml` writes it and tools hand it on: attributes go by their names. Each
/// node stands before the edges and nodes that refer to it. A document type is refused, so no entity can grow.
/// @tparam S the schema; every payload type is `described`
/// @param in a file, stream or text, in an encoding that XML names
/// @param options what to do with nodes and edges that cannot be read, limits, progress, cancellation; no element may
/// be
///        longer than `max_row_bytes`
/// @return the graph and what became of its nodes and edges
/// @throws read_error for text that is no GraphML and, if bad rows are to stop it, for the first bad node or edge: with
///         line, column, field, and what was expected
/// @throws invalid_value for options that are wrong; cancelled
/// @par Complexity
/// O(V + E) on average; beside the graph, memory for the longest element
template <graph_schema S = geopolitics>
[[nodiscard]] graph_and_report<S> read_graphml(input in, read_options const& options = {}) {
    detail::validate_for_utf8(options);
    detail::graphml_binder<S> binder(options);
    detail::graphml_parser parser(binder, in.name());
    parser.read(in.bytes(), options);
    return std::move(binder).result();
}

} // namespace geostance::io

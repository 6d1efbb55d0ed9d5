// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads the GraphML that write_graphml writes; needs the component geostance::graphml (expat).
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/leaf_text.hpp>
#include <geostance/io/detail/type_tags.hpp>

#include <expat.h>

#include <cstddef>
#include <exception>
#include <istream>
#include <map>
#include <memory>
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
    typed_graph<S> graph; ///< what was read so far

    /// @throws read_error with the place of what is wrong
    void add(graphml_element const& element) {
        auto const& type = find(element, "type");
        bool const is_known = element.is_node
                                  ? tags::with_node_type(type.text, [&]<class T>() { add_node<T>(element); })
                                  : tags::with_relation_type(type.text, [&]<class R>() { add_relation<R>(element); });
        if (is_known) return;
        fail(type, element.is_node ? one_of(tags::of_nodes, type.text) : one_of(tags::of_relations, type.text));
    }

private:
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
                if (auto expected = read_leaf(graph, d.text, value)) fail(d, std::move(*expected));
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
            graph.add(std::move(payload));
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
            graph.relate_any(from, to, std::move(payload), std::move(note));
        } catch (invalid_value const& error) {
            fail(e, error.field(), error.value(), error.expected());
        }
    }
    any_node end(graphml_element const& e, std::string_view name) const {
        auto const& key = attribute(e, name);
        auto const found = graph.find_key(key);
        if (!found) fail(e, std::string(name), key, "the id of a node that comes before");
        return *found;
    }
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
    void read(std::istream& in) {
        constexpr int block = 1 << 16;
        for (bool is_last = false; !is_last;) {
            auto* const buffer = static_cast<char*>(XML_GetBuffer(parser_.get(), block));
            if (buffer == nullptr) throw std::bad_alloc();
            in.read(buffer, block);
            is_last = !in;
            check(XML_ParseBuffer(parser_.get(), static_cast<int>(in.gcount()), is_last));
        }
    }

private:
    void check(XML_Status status) {
        if (failure_) std::rethrow_exception(failure_);
        if (status == XML_STATUS_OK) return;
        throw read_error(here(), XML_ErrorString(XML_GetErrorCode(parser_.get())), "well-formed XML");
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
    std::size_t depth_ = 0;
    bool is_key_ = false;
};

} // namespace detail

template <graph_schema S>
typed_graph<S> read_graphml(std::istream& in, std::string file = {}) {
    detail::graphml_binder<S> binder;
    detail::graphml_parser parser(binder, std::move(file));
    parser.read(in);
    return std::move(binder.graph);
}

} // namespace geostance::io

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads the GraphML that write_graphml writes; needs the component geostance::graphml (expat).
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/beginning.hpp>
#include <geostance/io/detail/graphml_element.hpp>
#include <geostance/io/detail/leaf_text.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/detail/read_or_note.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/detail/type_tags.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_report.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/model/geopolitics.hpp>

#include <expat.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <initializer_list>
#include <map>
#include <memory>
#include <new>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// True for what tools write where there is no value: igraph has an empty text or NaN.
inline bool says_nothing(std::string_view text) {
    text = trimmed(text);
    return text.empty() || text == "NaN" || text == "nan";
}

/// Adds elements to a graph: each wholly, or not at all.
template <graph_schema S>
class graphml_binder {
public:
    explicit graphml_binder(read_options const& options) : options_(&options) {}

    /// @throws read_error with the place of what is wrong, if bad rows are to stop the reader
    void add(graphml_element const& element) {
        read_or_note(*options_, report_, [&] { return bind(element), true; });
    }
    read_result<typed_graph<S>> result() && { return {std::move(graph_), std::move(report_)}; }

private:
    void bind(graphml_element const& element) {
        auto const type = type_of(element);
        auto const as_node = [&]<class T>() { with_named_fields<T, annotation>([&] { add_node<T>(element); }); };
        auto const as_relation = [&]<class R>() {
            with_named_fields<R, annotation>([&] { add_relation<R>(element); });
        };
        bool const is_known = element.is_node ? tags::with_node_type(type.text, as_node)
                                              : tags::with_relation_type(type.text, as_relation);
        if (is_known) return;
        fail(type, element.is_node ? one_of(tags::of_nodes, type.text) : one_of(tags::of_relations, type.text));
    }

    using tags = type_tags<typename S::node_types, typename S::relation_types>;
    using annotation = typename S::annotation;
    using datum = graphml_element::datum;

    [[noreturn]] static void fail(datum const& given, std::string expected) {
        auto where = given.where;
        where.field = given.name;
        throw read_error(std::move(where), shortened(given.text), std::move(expected));
    }
    [[noreturn]] static void fail(graphml_element const& element, std::string field, std::string value,
                                  std::string expected) {
        auto where = element.where;
        where.field = std::move(field);
        throw read_error(std::move(where), shortened(std::move(value)), std::move(expected));
    }
    static std::string shortened(std::string text) {
        constexpr std::size_t most = 60;
        if (text.size() > most) text = text.substr(0, most) + "...";
        return text;
    }
    static datum type_of(graphml_element const& e) {
        if (auto const* const found = e.find("type")) return *found;
        if (auto const found = e.defaults->find("type"); found != e.defaults->end()) return fallback(e, *found->second);
        fail_missing(e, "type", e.is_node ? std::span<std::string_view const>(tags::of_nodes) : tags::of_relations);
    }
    static datum fallback(graphml_element const& element, graphml_key const& key) {
        return {key.name, *key.fallback, element.where, key.is_boolean};
    }
    /// @param words what the data may say, where only these are known
    [[noreturn]] static void fail_missing(graphml_element const& element, std::string_view name,
                                          std::span<std::string_view const> words = {}) {
        auto expected = "an element with data for '" + std::string(name) + "'";
        if (!words.empty()) expected += ": " + one_of(words);
        fail(element, std::string(name), "none", std::move(expected));
    }
    static std::string attribute(graphml_element const& element, std::string_view name) {
        if (!element.attributes.contains(name)) fail(element, std::string(name), "none", "an attribute of that name");
        return std::string(element.attribute(name));
    }

    using names = std::set<std::string_view>;

    /// Reads one datum into the leaf of that path, and notes its name if it says something.
    /// @param name lives as long as `said`
    /// @return false if there is no such leaf
    template <class T>
    bool read(datum const& given, std::string_view path, T& object, names& said, std::string_view name) {
        return any_field<T>([&](auto const& one) {
            auto& value = one.of(object);
            using leaf = std::remove_reference_t<decltype(value)>;
            if (!path.starts_with(one.name)) return false;
            if constexpr (described<leaf>) {
                auto const rest = path.substr(one.name.size());
                return rest.starts_with('.') && read(given, rest.substr(1), value, said, name);
            } else {
                if (path != one.name) return false;
                if (!is_verbatim<leaf> && says_nothing(given.text)) return true;
                if (auto expected = read_leaf(graph_, given.text, value)) fail(given, std::move(*expected));
                said.insert(name);
                return true;
            }
        });
    }
    /// Calls read_one with each datum but the type; known() are the names that the type has.
    template <class F, class Names>
    static void for_each_datum(graphml_element const& element, F read_one, Names known) {
        names seen;
        for (auto const& d : element.data) {
            if (!seen.insert(d.name).second) fail(d, "each name once in an element");
            if (d.name != "type" && !read_one(d) && !is_padding(d)) fail_unknown(d, known());
        }
    }
    [[noreturn]] static void fail_unknown(datum const& given, std::vector<std::string> const& known) {
        std::vector<std::string_view> const words(known.begin(), known.end());
        fail(given, "an attribute that the type has: " + one_of(words, given.name));
    }
    /// Adds the names of the leaves of T.
    template <class T>
    static std::vector<std::string> leaves(std::vector<std::string> more = {}, std::string const& before = "") {
        auto const object = unsaid::make<T>();
        for_each_leaf(object, object, before, [&](std::string_view leaf, auto const&, auto const&, bool) {
            if (leaf != "key") more.emplace_back(leaf);
        });
        return more;
    }
    /// True for data of attributes that the type need not have, as tools give every attribute to every element: igraph
    /// has no missing truth value and writes false.
    static bool is_padding(datum const& d) {
        return says_nothing(d.text) || (d.is_boolean && trimmed(d.text) == "false");
    }
    /// Reads the fallbacks of keys into the leaves of which the element says nothing. All fallbacks of a file together
    /// are bounded by its length: a long one would otherwise fill the memory once for each element.
    template <class T>
    void read_defaults(graphml_element const& element, std::string const& before, T& object, names& said) {
        if (element.defaults->empty()) return;
        auto const most = options_->max_row_bytes + most_times * element.bytes_before;
        for_each_leaf(object, object, "", [&](std::string_view leaf, auto const&, auto const&, bool) {
            auto const path = before + std::string(leaf);
            auto const found = element.defaults->find(path);
            if (found == element.defaults->end() || element.find(path) != nullptr) return;
            auto const& key = *found->second;
            if (key.fallback->size() > most - std::min(most, default_bytes_))
                fail(element, path, "a default", "defaults of at most " + std::to_string(most) + " bytes in all");
            default_bytes_ += key.fallback->size();
            read(fallback(element, key), leaf, object, said, key.name);
        });
    }
    /// Checks that no field is missing that has to be there.
    template <class T>
    static void check_required(graphml_element const& element, names const& said, std::string const& before) {
        any_field<T>([&](auto const& one) {
            using leaf = std::remove_cvref_t<decltype(one.of(std::declval<T&>()))>;
            auto const path = before + std::string(one.name);
            if constexpr (described<leaf>) {
                if (one.is_required || has_any(said, path + '.')) check_required<leaf>(element, said, path + '.');
            } else {
                auto const known = geostance::detail::name_of_field(one);
                if (one.is_required && !said.contains(path))
                    fail_missing(element, path, {known.words, known.number_of_words});
            }
            return false;
        });
    }
    static bool has_any(names const& said, std::string_view before) {
        auto const found = said.lower_bound(before);
        return found != said.end() && found->starts_with(before);
    }

    template <class T>
    void add_node(graphml_element const& e) {
        auto payload = unsaid::make<T>();
        names said;
        for_each_datum(
            e,
            [&](datum const& d) {
                return d.name != "key" && (is_old_id<T>(d) || read(d, d.name, payload, said, d.name));
            },
            [] { return leaves<T>({"type"}); });
        read_defaults(e, "", payload, said);
        check_required<T>(e, said, "");
        auto id = attribute(e, "id");
        auto const* const old_id = e.find("id");
        bool const is_renamed = old_id != nullptr && is_old_id<T>(*old_id) && old_id->text != id;
        if (is_renamed && ids_.contains(id)) fail(e, "id", id, "an id that no other node has");
        payload.key = is_renamed ? old_id->text : id;
        try {
            graph_.add(std::move(payload));
            if (is_renamed) ids_.emplace(std::move(id), graph_.node_at(graph_.num_nodes() - 1));
        } catch (duplicate_key const& error) {
            fail(e, "id", error.key(), "a key that no other node has");
        } catch (invalid_value const& error) {
            fail(e, error.field(), error.value(), error.expected());
        }
    }
    /// igraph numbers nodes anew, and keeps the id that a node had as an attribute.
    template <class T>
    static bool is_old_id(datum const& d) {
        return leaves_free<T>("id") && d.name == "id" && !d.text.empty();
    }

    template <class R>
    void add_relation(graphml_element const& e) {
        if (e.attribute("directed") == "false") fail(e, "directed", "false", "true: relations go from one to another");
        auto payload = unsaid::make<R>();
        annotation note{};
        names said;
        auto const before = std::string(type_name<annotation>()) + '.';
        for_each_datum(
            e,
            [&](datum const& d) {
                if (d.name == "sign" || is_old_id<R>(d))
                    return true; // the one follows from the payload, the other is none
                std::string_view const path = d.name;
                return path.starts_with(before) ? read(d, path.substr(before.size()), note, said, path)
                                                : read(d, path, payload, said, path);
            },
            [&] { return leaves<annotation>(leaves<R>({"type"}), before); });
        read_defaults(e, "", payload, said);
        read_defaults(e, before, note, said);
        check_required<R>(e, said, "");
        if (has_any(said, before)) check_required<annotation>(e, said, before);
        auto const from = end(e, "source");
        auto const to = end(e, "target");
        try {
            graph_.relate_any(from, to, std::move(payload), std::move(note));
        } catch (invalid_value const& error) {
            fail(e, error.field(), error.value(), error.expected());
        }
    }
    [[nodiscard]] any_node end(graphml_element const& element, std::string_view name) const {
        auto const id = attribute(element, name);
        if (auto const renamed = ids_.find(id); renamed != ids_.end()) return renamed->second;
        auto const found = graph_.find_key(id);
        if (!found) fail(element, std::string(name), id, "the id of a node that comes before");
        return *found;
    }

    static constexpr std::size_t most_times = 16; ///< so much longer may fallbacks be than what was read

    read_options const* options_;
    std::size_t default_bytes_ = 0; ///< that fallbacks gave
    typed_graph<S> graph_;
    std::map<std::string, any_node, std::less<>> ids_; ///< of nodes whose key is another text
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
        bool is_beginning = true;
        for (int count = 1; count > 0;) {
            if (options.stop && options.stop()) throw cancelled("reading of " + file_ + " was cancelled");
            // Expat begins a token again with each block, so blocks grow with what it holds back.
            auto const block = std::max(1 << 16, held());
            auto* const buffer = static_cast<char*>(XML_GetBuffer(parser_.get(), block));
            if (buffer == nullptr) throw std::bad_alloc();
            count = static_cast<int>(bytes.read(buffer, static_cast<std::size_t>(block)));
            if (std::exchange(is_beginning, false)) refuse_packed(file_, {buffer, static_cast<std::size_t>(count)});
            check(XML_ParseBuffer(parser_.get(), count, count == 0));
            check_memory(options);
            if (options.progress) options.progress(bytes.done(), bytes.total());
        }
    }

private:
    /// What is open: elements, by what may be in them.
    enum class part : std::uint8_t { graphml, key, graph, element, text };

    void check(XML_Status status) {
        if (failure_) std::rethrow_exception(failure_);
        if (status == XML_STATUS_OK) return;
        throw read_error(here(), XML_ErrorString(XML_GetErrorCode(parser_.get())), "well-formed XML");
    }
    /// What expat holds back, and what is kept of an element, is bounded.
    void check_memory(read_options const& options) const {
        auto const now = XML_GetCurrentByteIndex(parser_.get());
        auto const kept = open_.size() > 2 || is_in(part::key) ? now - begin_ : 0;
        if (static_cast<std::size_t>(kept) + static_cast<std::size_t>(held()) > options.max_row_bytes)
            throw read_error(here(), "a longer one",
                             "an element of at most " + std::to_string(options.max_row_bytes) + " bytes");
    }
    /// The bytes of a token whose end has not come yet.
    [[nodiscard]] int held() const {
        int size = 0;
        int offset = 0;
        return XML_GetInputContext(parser_.get(), &offset, &size) == nullptr ? 0 : size - offset;
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

    [[nodiscard]] bool is_in(part p) const { return !open_.empty() && open_.back() == p; }

    void begin(std::string_view name, XML_Char const** attributes) {
        std::map<std::string, std::string, std::less<>> values;
        for (; *attributes != nullptr; attributes += 2) values.emplace(attributes[0], attributes[1]);
        if (open_.size() <= 2 && !is_in(part::key)) begin_ = XML_GetCurrentByteIndex(parser_.get());
        open_.push_back(open_.empty() ? begin_document(name) : begin_in(open_.back(), name, values));
    }
    part begin_document(std::string_view name) {
        expect(name, {"graphml"});
        return part::graphml;
    }
    part begin_in(part outer, std::string_view name, std::map<std::string, std::string, std::less<>>& values) {
        text_ = nullptr; // that of a description or of the whole graph says nothing of a relation
        switch (outer) {
        case part::graphml:
            expect(name, {"key", "graph", "data", "desc"});
            if (name == "key") return declare(values);
            if (name == "graph") return begin_graph(values);
            return part::text;
        case part::key:
            expect(name, {"default", "desc"});
            if (name == "default") text_ = &declared_->fallback.emplace();
            return part::text;
        case part::graph:
            expect(name, {"node", "edge", "data", "desc"});
            if (name != "node" && name != "edge") return part::text;
            element_ = {name == "node",
                        std::move(values),
                        {},
                        here(),
                        name == "node" ? &node_defaults_ : &edge_defaults_,
                        static_cast<std::size_t>(begin_)};
            return part::element;
        case part::element:
            expect(name, {"data", "desc"});
            if (name == "data") begin_data(values);
            return part::text;
        default: fail(name, "text, not an element");
        }
    }
    void expect(std::string_view name, std::initializer_list<std::string_view> known) {
        for (auto const one : known)
            if (one == name) return;
        fail(name, "an element " + one_of({known.begin(), known.size()}, name));
    }
    part declare(std::map<std::string, std::string, std::less<>>& values) {
        if (!values.contains("id") || !values.contains("attr.name")) fail("key", "a key with id and attr.name");
        auto const domain = values.contains("for") ? values["for"] : "all";
        auto const [at, is_new] =
            keys_.emplace(values["id"], graphml_key{values["attr.name"], domain, values["attr.type"] == "boolean"});
        if (!is_new) fail(values["id"], "each id once");
        declared_ = &at->second;
        return part::key;
    }
    part begin_graph(std::map<std::string, std::string, std::less<>>& values) {
        if (values["edgedefault"] == "undirected")
            fail("undirected", "a graph with edgedefault directed: relations go from one to another");
        return part::graph;
    }
    void begin_data(std::map<std::string, std::string, std::less<>> const& values) {
        auto const id = values.find("key");
        if (id == values.end()) fail("data", "data with a key");
        auto const found = keys_.find(id->second);
        if (found == keys_.end()) fail(id->second, "the id of a key that is declared before");
        element_.data.push_back({found->second.name, {}, here(), found->second.is_boolean});
        text_ = &element_.data.back().text;
    }
    void end() {
        auto const ended = open_.back();
        open_.pop_back();
        if (ended == part::element) receiver_->add(element_);
        if (ended == part::key && declared_->fallback) add_default(*declared_);
    }
    void add_default(graphml_key const& key) {
        if (key.is_for("node")) node_defaults_.emplace(key.name, &key);
        if (key.is_for("edge")) edge_defaults_.emplace(key.name, &key);
    }
    void text(std::string_view text) {
        if (is_in(part::text)) {
            if (text_ != nullptr) *text_ += text;
        } else if (text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
            fail(text, "an element");
        }
    }

    Receiver* receiver_;
    std::string file_;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser_;
    std::exception_ptr failure_;
    std::map<std::string, graphml_key, std::less<>> keys_; ///< by id
    graphml_key* declared_ = nullptr;                      ///< the last one
    graphml_defaults node_defaults_;
    graphml_defaults edge_defaults_;
    graphml_element element_;
    std::string* text_ = nullptr; ///< where text goes; nowhere if null
    std::vector<part> open_;
    XML_Index begin_ = 0; ///< where what is kept begins
};

} // namespace detail

/// Reads a graph from GraphML, as `write_graphml` writes it and tools hand it on: attributes go by their names. Each
/// node stands before the edges and nodes that refer to it. A document type is refused, so no entity can grow.
///
/// What networkx and igraph write is read: truth values as `True` and `False`, blanks around numbers, empty data, NaN
/// and false for attributes that a type does not have, empty data and NaN for values that are not known, and ids that
/// igraph made up beside an attribute `id` with the old ones. Defaults of keys hold for the types that have the
/// attribute, and take up together at most `max_row_bytes` and 16 times the length of the file; data and descriptions
/// of the whole graph are passed over. A graph or edge that is undirected is refused:
/// every relation goes from one to another. So is a relation that lacks a field which is required; see
/// `geostance::fields`.
/// @tparam S the schema; every payload type is `described`
/// @param in a file, stream or text, in an encoding that XML names
/// @param options what to do with nodes and edges that cannot be read, limits, progress, cancellation; no element may
///        be longer than `max_row_bytes`
/// @return the graph and what became of its nodes and edges
/// @throws read_error for text that is no GraphML and, if bad rows are to stop it, for the first bad node or edge: with
///         line, column, field, and what was expected
/// @throws invalid_value for options that are wrong
/// @throws cancelled if `stop` asked for it
/// @par Complexity
/// O(V + E) on average, and linear in the length of the file; beside the graph, memory for the keys and the longest
/// element
template <graph_schema S = geopolitics>
[[nodiscard]] read_result<typed_graph<S>> read_graphml(input in, read_options const& options = {}) {
    detail::validate_for_utf8(options);
    detail::graphml_binder<S> binder(options);
    detail::graphml_parser parser(binder, in.name());
    parser.read(in.bytes(), options);
    return std::move(binder).result();
}

} // namespace geostance::io

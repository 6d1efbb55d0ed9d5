// SPDX-License-Identifier: BSL-1.0
/// @file
/// The store behind typed_graph: what it keeps of nodes, relations and names, and how it grows, all or nothing.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/adjacency.hpp>
#include <geostance/graph/detail/chunks.hpp>
#include <geostance/graph/detail/columns.hpp>
#include <geostance/graph/detail/eras.hpp>
#include <geostance/graph/detail/name_index.hpp>
#include <geostance/graph/detail/near_names.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/detail/storage.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/schema.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

template <class Schema>
class graph_store {
public:
    using annotation_type = typename Schema::annotation;
    using node_types = typename Schema::node_types;
    using relation_types = typename Schema::relation_types;

    template <class T>
    static constexpr auto node_type_number = static_cast<std::uint32_t>(position_in<T, node_types>);
    template <class R>
    static constexpr auto relation_type_number = static_cast<std::uint32_t>(position_in<R, relation_types>);

    graph_store() = default;
    graph_store(graph_store&&) noexcept = default;
    graph_store& operator=(graph_store&& other) noexcept {
        if (this == &other) return *this;
        std::destroy_at(this); // what is moved from must be empty, which assignment of containers does not promise
        std::construct_at(this, std::move(other));
        return *this;
    }
    graph_store(graph_store const&) = default;
    ~graph_store() = default;

    /// Adds a node.
    /// @return its index
    template <class T>
    std::uint32_t add(T&& payload) {
        check_payload(payload);
        check_names(payload);
        if (keyed(payload.key)) throw duplicate_key(payload.key);
        check_room(nodes.size(), "nodes");
        auto& column = node_columns.template of<T>();
        make_room(nodes);
        out.make_room_for_node();
        in.make_room_for_node();
        make_room(column.payloads);
        make_room(column.indices);
        eras_.begin();
        auto const index = index32(nodes.size());
        std::size_t names = 0, codes = 0;
        for_each_name(payload, [&](std::string_view) { ++names; });
        for_each_code(payload, [&](code const&) { ++codes; });
        names_.make_room(names);
        codes_.make_room(codes);
        column.payloads.push_back(std::move(payload)); // NOLINT(bugprone-move-forwarding-reference): never an lvalue
        // from here on nothing throws
        for_each_name(column.payloads.back(), [&](std::string_view name) { names_.add(hash_of(name), index); });
        for_each_code(column.payloads.back(), [&](code const& c) { codes_.add(hash_of(c), index); });
        column.indices.push_back(index);
        nodes.push_back({index32(column.payloads.size() - 1), node_type_number<T>});
        out.add_node();
        in.add_node();
        return index;
    }

    /// Adds a relation.
    /// @return its index
    template <class R>
    std::uint32_t relate(std::uint32_t source, std::uint32_t target, R&& payload, annotation_type&& annotation) {
        check_payload(payload);
        check_payload(annotation);
        if constexpr (requires { requires R::needs_two_ends; })
            if (source == target)
                throw invalid_value(std::string(type_name<R>()), detail::quoted(key_of(source)) + " to itself",
                                    "two different nodes");
        check_room(relations.size(), "relations");
        constexpr auto type = relation_type_number<R>;
        auto& column = relation_columns.template of<R>();
        make_room(relations);
        make_room(column.payloads);
        make_room(column.indices);
        out.make_room_for(source, type);
        in.make_room_for(target, type);
        pairs.make_room(relations);
        eras_.begin();
        // An annotation that no relation uses, should the payload's move throw, is as if it were not there.
        if (annotations.empty() || !(annotations.back() == annotation)) annotations.push_back(std::move(annotation));
        column.payloads.push_back(std::move(payload)); // NOLINT(bugprone-move-forwarding-reference): never an lvalue
        // from here on nothing throws
        auto const index = index32(relations.size());
        column.indices.push_back(index);
        relations.push_back(
            {source, target, index32(column.payloads.size() - 1), index32(annotations.size() - 1), no_index, type});
        out.push(source, type, index);
        in.push(target, type, index);
        pairs.push(relations);
        return index;
    }

    /// Checks that a relation may link two nodes.
    template <class R>
    void check_ends(std::uint32_t source, std::uint32_t target) const {
        if (link_table<R, node_types>::allows[nodes[source].type][nodes[target].type]) return;
        throw invalid_value(std::string(type_name<R>()), type_name_of(source) + " to " + type_name_of(target),
                            "ends that " + std::string(type_name<R>()) + " may link");
    }

    /// Marks this store as a copy: it knows the handles that it has, and issues its own from here on.
    void begin_copy() { eras_.begin_next(index32(nodes.size()), index32(relations.size())); }

    [[nodiscard]] bool owns(node_handle auto n) const noexcept { return eras_.own(n, nodes.size(), &era::first_node); }
    [[nodiscard]] bool owns(relation_handle auto r) const noexcept {
        return eras_.own(r, relations.size(), &era::first_relation);
    }
    /// The index behind a handle of this graph.
    template <class Handle>
    [[nodiscard]] std::uint32_t index_of(Handle h) const {
        if (!owns(h)) throw foreign_handle(h, node_handle<Handle> ? "node" : "relation");
        return index32(h.index());
    }
    template <class Handle>
    [[nodiscard]] Handle handle_at(std::size_t index) const noexcept {
        constexpr auto first = node_handle<Handle> ? &era::first_node : &era::first_relation;
        return handle_access::make<Handle>(index, eras_.stamp_of(index, first));
    }

    /// Calls f with the payload of a node.
    template <class F>
    decltype(auto) visit_node(std::uint32_t index, F&& f) const {
        return node_columns.visit(nodes[index].type, nodes[index].slot, f);
    }

    /// Calls f with the payload of a relation.
    template <class F>
    decltype(auto) visit_relation(std::uint32_t index, F&& f) const {
        return relation_columns.visit(relations[index].type, relations[index].slot, f);
    }

    /// The node that has the key, of whatever type.
    [[nodiscard]] std::optional<std::uint32_t> keyed(std::string_view key) const {
        std::optional<std::uint32_t> found;
        names_.for_each_candidate(hash_of(key), [&](std::uint32_t bearer) {
            if (key_of(bearer) == key) found = bearer;
        });
        return found;
    }
    /// The one T that bears the name, or whose key it is.
    template <class T>
    [[nodiscard]] std::optional<node<T>> the_only(std::string_view name) const {
        auto const bearer = keyed(name);
        if (bearer && nodes[*bearer].type == node_type_number<T>) return handle_at<node<T>>(*bearer);
        return unambiguous<T>(bearers<T>(names_, name), name);
    }
    /// The one T that has the code.
    template <class T>
    [[nodiscard]] std::optional<node<T>> the_only(code const& c) const {
        return unambiguous<T>(bearers<T>(codes_, c), to_string(c));
    }

    /// The error for a name that no T bears.
    template <class T>
    [[nodiscard]] unknown_name unknown(std::string_view name) const {
        near_names near(name);
        for (auto const& payload : node_columns.template of<T>().payloads)
            for_each_name(payload, [&](std::string_view known) { near.consider(known); });
        return {std::string(name), type_name<T>(), near.take(), types_with(names_, name)};
    }
    /// The error for a code that no T has.
    template <class T>
    [[nodiscard]] unknown_name unknown(code const& c) const {
        auto const text = to_string(c);
        near_names near(text);
        for (auto const& payload : node_columns.template of<T>().payloads)
            for_each_code(payload, [&](code const& known) { near.consider(to_string(known)); });
        return {text, type_name<T>(), near.take(), types_with(codes_, c)};
    }

    std::vector<node_record> nodes;
    std::vector<relation_record> relations;
    chunks<annotation_type> annotations;
    adjacency out;
    adjacency in;
    columns<node_types> node_columns;
    columns<relation_types> relation_columns;
    pair_index pairs;

private:
    static std::uint32_t index32(std::size_t n) noexcept { return static_cast<std::uint32_t>(n); }

    static void check_room(std::size_t size, char const* what) {
        if (size >= no_index) throw error(std::string("a typed_graph holds at most 4294967295 ") + what);
    }

    template <class T>
    void check_payload(T const& payload) const {
        if constexpr (requires { validate(payload); }) validate(payload);
        if constexpr (requires { for_each_reference(payload, [](node_handle auto) {}); })
            for_each_reference(payload, [this](node_handle auto n) {
                if (!n.is_null()) static_cast<void>(this->index_of(n));
            });
    }

    template <class T>
    static void check_names(T const& payload) {
        auto const refuse = [](char const* field, std::string const& value, char const* expected) {
            throw invalid_value(std::string(type_name<T>()) + field, value, expected);
        };
        if (payload.key.empty()) refuse(".key", "''", "a key that is not empty");
        if constexpr (has_aliases<T>)
            for (auto const& alias : payload.aliases)
                if (std::string_view(alias).empty()) refuse(".aliases", "''", "a name that is not empty");
        for_each_code(payload, [&](code const& c) {
            if (c.scheme.empty() || c.value.empty())
                refuse(".codes", detail::quoted(to_string(c)), "a scheme and a value that are not empty");
        });
    }

    [[nodiscard]] std::string const& key_of(std::uint32_t index) const {
        return visit_node(index, [](auto const& payload) -> std::string const& { return payload.key; });
    }
    [[nodiscard]] std::string type_name_of(std::uint32_t index) const {
        return visit_node(index, []<class T>(T const&) { return std::string(type_name<T>()); });
    }

    /// The types of the nodes that bear a name or code, each once, in order of the schema.
    template <class Name>
    [[nodiscard]] std::vector<std::string> types_with(name_index const& index, Name const& name) const {
        std::vector<std::uint32_t> bearers;
        index.for_each_candidate(hash_of(name), [&](std::uint32_t bearer) {
            if (visit_node(bearer, [&](auto const& payload) { return bears(payload, name); }))
                bearers.push_back(bearer);
        });
        std::sort(bearers.begin(), bearers.end(),
                  [this](std::uint32_t a, std::uint32_t b) { return nodes[a].type < nodes[b].type; });
        std::vector<std::string> types;
        for (auto const bearer : bearers)
            if (auto name_of_type = type_name_of(bearer); types.empty() || types.back() != name_of_type)
                types.push_back(std::move(name_of_type));
        return types;
    }

    /// The Ts that bear a name or code, in order of insertion.
    template <class T, class Name>
    [[nodiscard]] std::vector<std::uint32_t> bearers(name_index const& index, Name const& name) const {
        std::vector<std::uint32_t> found;
        index.for_each_candidate(hash_of(name), [&](std::uint32_t bearer) {
            auto const [slot, type] = nodes[bearer];
            if (type == node_type_number<T> && bears(node_columns.template of<T>().payloads[slot], name))
                found.push_back(bearer);
        });
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    template <class T>
    [[nodiscard]] std::optional<node<T>> unambiguous(std::vector<std::uint32_t> const& found,
                                                     std::string_view name) const {
        if (found.empty()) return std::nullopt;
        if (found.size() == 1) return handle_at<node<T>>(found.front());
        std::vector<std::string> keys;
        keys.reserve(found.size());
        for (auto const bearer : found) keys.push_back(key_of(bearer));
        throw ambiguous_name(std::string(name), std::move(keys));
    }

    name_index names_;
    name_index codes_;
    eras eras_;
};

} // namespace geostance::detail

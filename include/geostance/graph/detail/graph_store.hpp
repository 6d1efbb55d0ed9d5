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
#include <geostance/graph/detail/named_nodes.hpp>
#include <geostance/graph/detail/node_directory.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/detail/storage.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/schema.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
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
        constexpr auto type = node_type_number<T>;
        check_payload(payload);
        make_room_for_node(type, &payload);
        node_columns[type].push_back(std::move(payload)); // NOLINT(bugprone-move-forwarding-reference): never an lvalue
        return enter_node(type);
    }

    /// Gives a node another payload with the same key.
    template <class T>
    void set(std::uint32_t index, T&& payload) {
        auto const& held = this->payload<T>(index);
        check_payload(payload);
        check_names(naming_of<T>, &payload);
        if (payload.key != held.key)
            throw invalid_value(std::string(type_name<T>()) + ".key", detail::quoted(payload.key),
                                detail::quoted(held.key) + ", as the key of a node cannot change");
        directory_.make_room(naming_of<T>, &payload);
        keep([index, old = held](graph_store& s) mutable {
            if (index < s.nodes.size()) s.replace_node(index, old);
        });
        replace_node(index, payload);
    }

    /// Gives a relation another payload.
    template <class R>
    void set_relation(std::uint32_t index, R&& payload) {
        check_payload(payload);
        auto& held = relation_payload<R>(index);
        keep([index, old = held](graph_store& s) mutable {
            if (index < s.relations.size()) std::swap(s.template relation_payload<R>(index), old);
        });
        std::swap(held, payload);
    }

    /// Gives a relation another annotation. The old one stays where it is, as other relations may share it.
    void annotate(std::uint32_t index, annotation_type&& annotation) {
        check_payload(annotation);
        auto& held = relations[index].annotation;
        keep([index, old = held](graph_store& s) {
            if (index < s.relations.size()) s.relations[index].annotation = old;
        });
        annotations.push_back(std::move(annotation));
        held = index32(annotations.size() - 1);
    }

    /// How to undo what was replaced, the newest last.
    using changes = std::vector<std::function<void(graph_store&)>>;
    /// How far the store has come.
    struct mark {
        std::uint32_t nodes;
        std::uint32_t relations;
        std::size_t annotations;
        std::uint32_t stamp;           ///< of the last era
        std::shared_ptr<changes> kept; ///< while a mark holds it, what is replaced is kept
        std::size_t num_kept;
    };
    [[nodiscard]] mark mark_here() {
        eras_.make_room_for_roll_back();
        auto kept = kept_.lock();
        if (!kept) kept_ = kept = std::make_shared<changes>();
        auto const num_kept = kept->size();
        return {index32(nodes.size()), index32(relations.size()), annotations.size(),
                eras_.last_stamp(),    std::move(kept),           num_kept};
    }
    /// Whether the store still has all that it had at the mark.
    [[nodiscard]] bool reaches(mark const& m) const noexcept {
        return m.kept && m.kept == kept_.lock() && eras_.reach(m.stamp, m.nodes, m.relations);
    }
    /// Takes away what was added since a mark, and puts back what was replaced.
    /// @pre reaches(m)
    void roll_back(mark const& m) noexcept {
        remove_relations_from(m.relations);
        remove_nodes_from(m.nodes);
        for (; m.kept->size() > m.num_kept; m.kept->pop_back()) m.kept->back()(*this);
        annotations.truncate(m.annotations);
        eras_.roll_back(m.stamp, m.nodes, m.relations);
    }

    /// Adds a relation.
    /// @return its index
    template <class R>
    std::uint32_t relate(std::uint32_t source, std::uint32_t target, R&& payload, annotation_type&& annotation) {
        constexpr auto type = relation_type_number<R>;
        check_payload(payload);
        check_payload(annotation);
        if constexpr (requires { requires R::needs_two_ends; })
            if (source == target) throw one_end(type_name<R>(), source);
        make_room_for_relation(source, target, type);
        // An annotation that no relation uses, should the payload's move throw, is as if it were not there.
        if (annotations.empty() || !(annotations.back() == annotation)) annotations.push_back(std::move(annotation));
        relation_columns[type].push_back(
            std::move(payload)); // NOLINT(bugprone-move-forwarding-reference): never an lvalue
        return enter_relation(source, target, type);
    }

    /// Checks that a relation may link two nodes.
    template <class R>
    void check_ends(std::uint32_t source, std::uint32_t target) const {
        if (link_table<R, node_types>::allows[nodes[source].type][nodes[target].type]) return;
        throw invalid_value(std::string(type_name<R>()), type_name_of(source) + " to " + type_name_of(target),
                            "ends that " + std::string(type_name<R>()) + " may link");
    }

    /// Marks this store as a copy: it knows the handles that it has, and issues its own from here on.
    void begin_copy() {
        kept_.reset();
        eras_.begin_next(index32(nodes.size()), index32(relations.size()));
    }

    [[nodiscard]] bool owns(any_node n) const noexcept { return eras_.own(n, nodes.size(), &era::first_node); }
    [[nodiscard]] bool owns(any_relation r) const noexcept {
        return eras_.own(r, relations.size(), &era::first_relation);
    }
    /// The index behind a handle of this graph.
    [[nodiscard]] std::uint32_t index_of(any_node n) const {
        if (!owns(n)) throw foreign_handle(n, "node");
        return index32(n.index());
    }
    [[nodiscard]] std::uint32_t index_of(any_relation r) const {
        if (!owns(r)) throw foreign_handle(r, "relation");
        return index32(r.index());
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
        return directory_.keyed(named(), key);
    }
    /// The one T with that name, written in such a way.
    template <class T>
    [[nodiscard]] std::optional<node<T>> the_only(std::string_view name, spelling how) const {
        return typed<T>(directory_.the_only(named(), node_type_number<T>, name, how));
    }
    /// The one T that has the code.
    template <class T>
    [[nodiscard]] std::optional<node<T>> the_only(code const& c) const {
        return typed<T>(directory_.the_only(named(), node_type_number<T>, c));
    }
    /// The error for a name or code that no node of a type bears.
    template <class Name>
    [[nodiscard]] unknown_name unknown(std::uint32_t type, Name const& name) const {
        return directory_.unknown(named(), type, name, node_columns[type].indices);
    }

    /// The payload of a node, whose type is T.
    template <class T>
    [[nodiscard]] T& payload(std::uint32_t index) const noexcept {
        return node_columns[node_type_number<T>].template payloads<T>()[nodes[index].slot];
    }
    /// The payload of a relation, whose type is R.
    template <class R>
    [[nodiscard]] R& relation_payload(std::uint32_t index) const noexcept {
        return relation_columns[relation_type_number<R>].template payloads<R>()[relations[index].slot];
    }
    [[nodiscard]] std::string const& key_of(std::uint32_t index) const noexcept { return named().key_of(index); }

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

    [[nodiscard]] named_nodes named() const noexcept {
        return {nodes, &node_columns[0], {namings.data(), namings.size()}};
    }

    static void check_names(naming const& named, void const* payload) {
        auto const refuse = [&](char const* field, std::string const& value, char const* expected) {
            throw invalid_value(std::string(named.type_name) + field, value, expected);
        };
        if (named.key(payload).empty()) refuse(".key", "''", "a key that is not empty");
        named.for_each_name(payload, [&](std::string_view name) {
            if (name.empty()) refuse(".aliases", "''", "a name that is not empty");
        });
        named.for_each_code(payload, [&](code const& c) {
            if (c.scheme.empty() || c.value.empty())
                refuse(".codes", detail::quoted(to_string(c)), "a scheme and a value that are not empty");
        });
    }
    /// Makes room for a node with a payload that is checked here, so that nothing throws once the payload is in place.
    void make_room_for_node(std::uint32_t type, void const* payload) {
        auto const& naming = namings[type];
        check_names(naming, payload);
        if (keyed(naming.key(payload))) throw duplicate_key(naming.key(payload));
        check_room(nodes.size(), "nodes");
        detail::make_room(nodes);
        out.make_room_for_node();
        in.make_room_for_node();
        node_columns[type].make_room();
        eras_.begin();
        directory_.make_room(naming, payload);
    }
    /// Enters the node of the last payload of a type, for which room was made.
    std::uint32_t enter_node(std::uint32_t type) noexcept {
        auto& column = node_columns[type];
        auto const index = index32(nodes.size());
        column.indices.push_back(index);
        nodes.push_back({index32(column.size() - 1), type});
        directory_.enter(named(), index);
        out.add_node();
        in.add_node();
        return index;
    }
    /// Makes room for a relation, so that nothing throws once its payload is in place.
    void make_room_for_relation(std::uint32_t source, std::uint32_t target, std::uint32_t type) {
        check_room(relations.size(), "relations");
        detail::make_room(relations);
        relation_columns[type].make_room();
        out.make_room_for(source, type);
        in.make_room_for(target, type);
        pairs.make_room(relations);
        eras_.begin();
    }
    /// Enters the relation of the last payload of a type, for which room was made; it has the last annotation.
    std::uint32_t enter_relation(std::uint32_t source, std::uint32_t target, std::uint32_t type) noexcept {
        auto& column = relation_columns[type];
        auto const index = index32(relations.size());
        column.indices.push_back(index);
        relations.push_back(
            {source, target, index32(column.size() - 1), index32(annotations.size() - 1), no_index, type});
        out.push(source, type, index);
        in.push(target, type, index);
        pairs.push(relations);
        return index;
    }
    [[nodiscard]] invalid_value one_end(std::string_view type, std::uint32_t index) const {
        return {std::string(type), detail::quoted(key_of(index)) + " to itself", "two different nodes"};
    }

    [[nodiscard]] std::string type_name_of(std::uint32_t index) const {
        return std::string(namings[nodes[index].type].type_name);
    }
    /// Remembers how to undo a change, if a mark may ask for it.
    template <class Undo>
    void keep(Undo&& undo) {
        if (auto const kept = kept_.lock()) kept->emplace_back(std::forward<Undo>(undo));
    }

    /// Exchanges the payload of a node, under whose names room was made.
    template <class T>
    void replace_node(std::uint32_t index, T& payload) noexcept {
        static_assert(std::is_nothrow_swappable_v<T>,
                      "geostance: to be replaced, a payload has to move without throwing");
        auto& held = this->payload<T>(index);
        if (same_names(held, payload)) return std::swap(held, payload);
        directory_.leave(named(), index);
        std::swap(held, payload);
        directory_.enter(named(), index);
    }

    void remove_relations_from(std::uint32_t first) noexcept {
        pairs.forget_from(first, relations);
        for (std::size_t i = relations.size(); i > first; --i) {
            auto const& r = relations[i - 1];
            out.pop(r.source, r.type);
            in.pop(r.target, r.type);
        }
        relations.erase(relations.begin() + first, relations.end());
        relation_columns.truncate(first);
    }
    /// @pre no relation is left at these nodes
    void remove_nodes_from(std::uint32_t first) noexcept {
        for (auto n = index32(nodes.size()); n > first; --n) {
            directory_.leave(named(), n - 1);
            out.pop_node();
            in.pop_node();
        }
        nodes.erase(nodes.begin() + first, nodes.end());
        node_columns.truncate(first);
    }

    template <class T>
    [[nodiscard]] std::optional<node<T>> typed(std::optional<std::uint32_t> index) const noexcept {
        return index ? std::optional(handle_at<node<T>>(*index)) : std::nullopt;
    }

    static constexpr auto const& namings = namings_of<node_types>::by_type;

    node_directory directory_;
    eras eras_;
    std::weak_ptr<changes> kept_; ///< alive while there are marks
};

} // namespace geostance::detail

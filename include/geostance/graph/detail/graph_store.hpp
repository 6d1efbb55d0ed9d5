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
        keys_.make_room(1);
        make_room_for_names(payload);
        auto const index = index32(nodes.size());
        column.payloads.push_back(std::move(payload)); // NOLINT(bugprone-move-forwarding-reference): never an lvalue
        // from here on nothing throws
        auto const& added = column.payloads.back();
        column.indices.push_back(index);
        nodes.push_back({index32(column.payloads.size() - 1), node_type_number<T>});
        keys_.add(hash_of(added.key), index, has_key(added.key));
        enter(index, added);
        out.add_node();
        in.add_node();
        return index;
    }

    /// Gives a node another payload with the same key.
    template <class T>
    void set(std::uint32_t index, T&& payload) {
        auto const& held = node_payload<T>(index);
        check_payload(payload);
        check_names(payload);
        if (payload.key != held.key)
            throw invalid_value(std::string(type_name<T>()) + ".key", detail::quoted(payload.key),
                                detail::quoted(held.key) + ", as the key of a node cannot change");
        make_room_for_names(payload);
        keep([index, old = held](graph_store& s) mutable {
            if (index < s.nodes.size()) s.replace_node(index, old);
        });
        replace_node(index, payload);
    }

    /// Gives a relation another payload.
    template <class R>
    void set_relation(std::uint32_t index, R&& payload) {
        check_payload(payload);
        auto& held = relation_columns.template of<R>().payloads[relations[index].slot];
        keep([index, old = held](graph_store& s) mutable {
            if (index >= s.relations.size()) return;
            std::swap(s.relation_columns.template of<R>().payloads[s.relations[index].slot], old);
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
    void begin_copy() {
        kept_.reset();
        eras_.begin_next(index32(nodes.size()), index32(relations.size()));
    }

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
        auto const found = keys_.find(hash_of(key), has_key(key));
        return found.count == 0 ? std::nullopt : std::optional(found.newest);
    }
    /// The one T that bears the name, or whose key it is.
    template <class T>
    [[nodiscard]] std::optional<node<T>> the_only(std::string_view name) const {
        auto const bearer = keyed(name);
        if (bearer && nodes[*bearer].type == node_type_number<T>) return handle_at<node<T>>(*bearer);
        return unambiguous<T>(names_, name);
    }
    /// The one T that has the code.
    template <class T>
    [[nodiscard]] std::optional<node<T>> the_only(code const& c) const {
        return unambiguous<T>(codes_, c);
    }

    /// The error for a name that no T bears.
    template <class T>
    [[nodiscard]] unknown_name unknown(std::string_view name) const {
        near_names near(name);
        for (auto const& payload : node_columns.template of<T>().payloads) {
            near.consider(payload.key);
            for_each_name(payload, [&](std::string_view known) { near.consider(known); });
        }
        return {std::string(name), type_name<T>(), near.take(), types_where([&]<class U>(U const*) {
                    auto const bearer = keyed(name);
                    return (bearer && nodes[*bearer].type == node_type_number<U>) || count_of<U>(names_, name) != 0;
                })};
    }
    /// The error for a code that no T has.
    template <class T>
    [[nodiscard]] unknown_name unknown(code const& c) const {
        auto const text = to_string(c);
        near_names near(text);
        for (auto const& payload : node_columns.template of<T>().payloads)
            for_each_code(payload, [&](code const& known) { near.consider(to_string(known)); });
        return {text, type_name<T>(), near.take(),
                types_where([&]<class U>(U const*) { return count_of<U>(codes_, c) != 0; })};
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
    template <class T>
    [[nodiscard]] T const& node_payload(std::uint32_t index) const noexcept {
        return node_columns.template of<T>().payloads[nodes[index].slot];
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
        auto& held = node_columns.template of<T>().payloads[nodes[index].slot];
        leave(index, held, &payload);
        std::swap(held, payload);
        enter(index, held, &payload);
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
            visit_node(n - 1, [&](auto const& payload) {
                keys_.remove(hash_of(payload.key), n - 1, has_key(payload.key));
                leave(n - 1, payload);
            });
            out.pop_node();
            in.pop_node();
        }
        nodes.erase(nodes.begin() + first, nodes.end());
        node_columns.truncate(first);
    }

    [[nodiscard]] auto has_key(std::string_view key) const noexcept {
        return [this, key](std::uint32_t n) { return key_of(n) == key; };
    }
    /// Whether a node is a T and bears a name or code.
    template <class T, class Name>
    [[nodiscard]] auto is_borne_by_a(Name const& name) const noexcept {
        return [this, &name](std::uint32_t n) {
            return nodes[n].type == node_type_number<T> && bears(node_payload<T>(n), name);
        };
    }
    /// The names of each type are apart.
    template <class T, class Name>
    [[nodiscard]] static std::size_t hash_in(Name const& name) noexcept {
        return hash_of(name) + std::size_t{0x9E3779B9U} * node_type_number<T>;
    }

    /// Calls f with the index and the name for each name and code of a payload that another does not have.
    template <class T, class F>
    void for_each_entry(T const& payload, T const* other, F f) noexcept {
        for_each_name(payload, [&](std::string_view name) {
            if (!other || !bears(*other, name)) f(names_, name);
        });
        for_each_code(payload, [&](code const& c) {
            if (!other || !bears(*other, c)) f(codes_, c);
        });
    }
    template <class T>
    void make_room_for_names(T const& payload) {
        std::size_t names = 0, codes = 0;
        for_each_name(payload, [&](std::string_view) { ++names; });
        for_each_code(payload, [&](code const&) { ++codes; });
        names_.make_room(names);
        codes_.make_room(codes);
    }
    /// Enters a node under the names and codes of its payload, for which room was made, but for those of another one.
    template <class T>
    void enter(std::uint32_t n, T const& payload, T const* other = nullptr) noexcept {
        for_each_entry(payload, other, [&](name_index& index, auto const& name) {
            index.add(hash_in<T>(name), n, is_borne_by_a<T>(name));
        });
    }
    /// Takes a node from under the names and codes of its payload, but for those of another one.
    template <class T>
    void leave(std::uint32_t n, T const& payload, T const* other = nullptr) noexcept {
        for_each_entry(payload, other, [&](name_index& index, auto const& name) {
            index.remove(hash_in<T>(name), n, is_borne_by_a<T>(name));
        });
    }

    template <class T, class Name>
    [[nodiscard]] std::size_t count_of(name_index const& index, Name const& name) const {
        return index.find(hash_in<T>(name), is_borne_by_a<T>(name)).count;
    }
    /// The names of the node types for which a test holds, in order of the schema.
    template <class Test>
    [[nodiscard]] static std::vector<std::string> types_where(Test test) {
        std::vector<std::string> found;
        for_each_type(node_types(), [&]<class T>(T const* type) {
            if (test(type)) found.emplace_back(type_name<T>());
        });
        return found;
    }
    template <class... T, class F>
    static void for_each_type(geostance::nodes<T...>, F f) {
        (f(static_cast<T const*>(nullptr)), ...);
    }

    template <class T, class Name>
    [[nodiscard]] std::optional<node<T>> unambiguous(name_index const& index, Name const& name) const {
        auto const found = index.find(hash_in<T>(name), is_borne_by_a<T>(name));
        if (found.count == 0) return std::nullopt;
        if (found.count == 1) return handle_at<node<T>>(found.newest);
        auto listed = index.newest(hash_in<T>(name), is_borne_by_a<T>(name), most_listed);
        std::sort(listed.begin(), listed.end());
        std::vector<std::string> keys;
        keys.reserve(listed.size());
        for (auto const bearer : listed) keys.push_back(key_of(bearer));
        throw ambiguous_name(text_of(name), std::move(keys), found.count);
    }
    static constexpr std::size_t most_listed = 12; ///< nodes in an error
    static std::string text_of(std::string_view name) { return std::string(name); }
    static std::string text_of(code const& c) { return to_string(c); }

    name_index keys_;
    name_index names_;
    name_index codes_;
    eras eras_;
    std::weak_ptr<changes> kept_; ///< alive while there are marks
};

} // namespace geostance::detail

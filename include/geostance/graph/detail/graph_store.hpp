// SPDX-License-Identifier: BSL-1.0
/// @file
/// The store behind typed_graph: what it keeps of nodes, relations and names, and how it grows, all or nothing.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/adjacency.hpp>
#include <geostance/graph/detail/chunks.hpp>
#include <geostance/graph/detail/columns.hpp>
#include <geostance/graph/detail/eras.hpp>
#include <geostance/graph/detail/layered.hpp>
#include <geostance/graph/detail/named_nodes.hpp>
#include <geostance/graph/detail/node_directory.hpp>
#include <geostance/graph/detail/pair_index.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/detail/relation_table.hpp>
#include <geostance/graph/detail/storage.hpp>
#include <geostance/graph/detail/store_below.hpp>
#include <geostance/graph/detail/undo_log.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/graph/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace geostance::detail {

template <class S>
class graph_store {
public:
    using annotation_type = typename S::annotation;
    using node_types = typename S::node_types;
    using relation_types = typename S::relation_types;

    template <class T>
    static constexpr auto node_type_number = static_cast<std::uint32_t>(position_in<T, node_types>);
    template <class R>
    static constexpr auto relation_type_number = static_cast<std::uint32_t>(position_in<R, relation_types>);

    graph_store() = default;
    /// A store that lies over another one: it has what that one has, and what is changed here is not changed there.
    [[nodiscard]] static graph_store over(graph_store const& below) {
        below.below_.require_current();
        return graph_store(&below);
    }
    graph_store(graph_store&&) noexcept = default;
    graph_store& operator=(graph_store&& other) { // NOLINT(performance-noexcept-move-constructor)
        if (this == &other) return *this;
        other.below_.require_apart_from(*this);
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
        if (below_) throw invalid_state("set: a node of a graph that lies over another one cannot be changed");
        auto const& held = this->payload<T>(index);
        check_payload(payload);
        check_names(naming_of<T>, &payload);
        if (payload.key != held.key)
            throw invalid_value(std::string(type_name<T>()) + ".key", detail::quoted(payload.key),
                                detail::quoted(held.key) + ", as the key of a node cannot change");
        directory_.make_room(naming_of<T>, &payload);
        replaced_.keep([index, old = held](graph_store& s) mutable {
            if (index < s.nodes.size()) s.replace_node(index, old);
        });
        replace_node(index, payload);
        ++num_changes_;
    }

    /// Gives a relation another payload.
    template <class R>
    void set_relation(std::uint32_t index, R&& payload) {
        check_payload(payload);
        auto& column = relation_columns[relation_type_number<R>];
        if (!column.owns(relations[index].slot)) {
            column.make_room();
            relations.make_room_to_change();
            column.push_back(std::move(payload)); // NOLINT(bugprone-move-forwarding-reference): never an lvalue
            relations.changed(index).slot = index32(column.size() - 1);
        } else {
            auto& held = relation_payload<R>(index);
            replaced_.keep([index, old = held](graph_store& s) mutable {
                if (index < s.relations.bound()) std::swap(s.template relation_payload<R>(index), old);
            });
            std::swap(held, payload);
        }
        ++num_changes_;
    }

    /// Gives a relation another annotation. The old one stays where it is, as other relations may share it.
    void annotate(std::uint32_t index, annotation_type&& annotation) {
        check_payload(annotation);
        if (below_) relations.make_room_to_change();
        replaced_.keep([index, old = relations[index].annotation](graph_store& s) {
            if (index < s.relations.bound()) s.relations.own_at(index).annotation = old;
        });
        annotations.own().push_back(std::move(annotation));
        relations.changed(index).annotation = index32(annotations.size() - 1);
        ++num_changes_;
    }

    /// How far the store has come.
    struct mark {
        std::uint32_t nodes;
        std::uint32_t relations;
        std::size_t annotations;
        std::uint32_t stamp; ///< of the last era
        typename undo_log<graph_store>::place replaced;
    };
    [[nodiscard]] mark mark_here() {
        if (below_)
            throw invalid_state("mark: a graph that lies over another one cannot be rolled back; lay one over it");
        eras_.make_room_for_roll_back();
        return {index32(nodes.size()), index32(relations.bound()), annotations.size(), eras_.last_stamp(),
                replaced_.here()};
    }
    /// Whether the store still has all that it had at the mark.
    [[nodiscard]] bool reaches(mark const& m) const noexcept {
        return replaced_.has(m.replaced) && eras_.reach(m.stamp, m.nodes, m.relations);
    }
    /// Takes away what was added since a mark, and puts back what was replaced.
    /// @pre reaches(m)
    void roll_back(mark const& m) noexcept {
        remove_relations_from(m.relations);
        remove_nodes_from(m.nodes);
        replaced_.undo(*this, m.replaced);
        annotations.own().truncate(m.annotations);
        eras_.roll_back(m.stamp, m.nodes, m.relations);
        ++num_changes_;
    }

    /// Adds a relation.
    /// @return its index
    template <class R>
    std::uint32_t relate(std::uint32_t source, std::uint32_t target, R&& payload, annotation_type&& annotation) {
        constexpr auto type = relation_type_number<R>;
        check_payload(payload);
        check_payload(annotation);
        if constexpr (requires { requires R::needs_two_ends; })
            if (source == target)
                throw invalid_value(std::string(type_name<R>()), detail::quoted(key_of(source)) + " to itself",
                                    "two different nodes");
        make_room_for_relation(source, target, type);
        // An annotation that no relation uses, should the payload's move throw, is as if it were not there.
        auto& noted = annotations.own();
        if (noted.empty() || !(noted.back() == annotation)) noted.push_back(std::move(annotation));
        relation_columns[type].push_back(
            std::move(payload)); // NOLINT(bugprone-move-forwarding-reference): never an lvalue
        return enter_relation(source, target, type);
    }

    /// Makes room to take relations away, which this store has.
    /// @pre it lies over another one
    void make_room_to_take(lean_vector<std::uint32_t> const& taken) {
        if (!below_ && !taken.empty())
            throw invalid_state("take_away: the overlay was moved from, and lies over no graph");
        for (auto const index : taken) {
            auto const& r = relations[index];
            out.make_room_to_take(r.source, r.type);
            in.make_room_to_take(r.target, r.type);
            relation_columns[r.type].indices.make_room_to_take(taken.size());
        }
        relations.make_room_to_take(taken.size());
    }
    /// Takes relations away, for which room was made.
    void take(lean_vector<std::uint32_t> const& taken) noexcept {
        for (auto const index : taken) {
            auto const& r = relations[index];
            out.take(r.source, r.type, index);
            in.take(r.target, r.type, index);
            relation_columns[r.type].indices.take(index);
            relations.take(index);
        }
        ++num_changes_;
    }

    /// Checks that a relation may link two nodes.
    template <class R>
    void check_ends(std::uint32_t source, std::uint32_t target) const {
        using links = link_table<R, node_types>;
        if (!links::allows[nodes[source].type * links::size + nodes[target].type])
            throw forbidden_ends(std::string(type_name<R>()), named(), source, target, links::allows.data());
    }

    /// Marks this store as a copy: it knows the handles that it has, and issues its own from here on.
    void begin_copy() {
        replaced_.forget();
        eras_.begin_next(index32(nodes.size()), index32(relations.bound()));
    }

    [[nodiscard]] bool owns(any_node n) const noexcept { return owns_node(n.index(), handle_access::stamp(n)); }
    [[nodiscard]] bool owns(any_relation r) const noexcept { return owns_relation(r.index(), handle_access::stamp(r)); }
    /// The index behind a handle of this graph.
    [[nodiscard]] std::uint32_t index_of(any_node n) const {
        auto const stamp = handle_access::stamp(n);
        if (!below_ && eras_.is_of_last(n.index(), stamp, nodes.own().size(), &era::first_node)) [[likely]]
            return index32(n.index());
        if (!owns_node(n.index(), stamp)) throw_foreign(n.index(), stamp, "node");
        return index32(n.index());
    }
    [[nodiscard]] std::uint32_t index_of(any_relation r) const {
        auto const stamp = handle_access::stamp(r);
        if (!below_ && eras_.is_of_last(r.index(), stamp, relations.bound(), &era::first_relation)) [[likely]]
            return index32(r.index());
        if (!owns_relation(r.index(), stamp)) throw_foreign(r.index(), stamp, "relation");
        return index32(r.index());
    }

    /// What the store lies over, if anything.
    [[nodiscard]] store_below<graph_store> const& below() const noexcept { return below_; }
    [[nodiscard]] revision revision_now() const noexcept { return {eras_.last_stamp(), num_changes_}; }
    /// The store that lies below all others, or this one.
    [[nodiscard]] graph_store const& bottom() const noexcept {
        auto const* s = this;
        while (s->below_) s = s->below_;
        return *s;
    }

    /// Calls f with the index of each relation from one node to another, in order of insertion.
    template <class F>
    void for_each_between(std::uint32_t source, std::uint32_t target, F f) const {
        if (!below_) return pairs.for_each(source, target, relations, f);
        lean_vector<graph_store const*> layers;
        for (auto const* s = this; s; s = s->below_) layers.push_back(s);
        for (auto left = layers.size(); left-- > 0;)
            layers[left]->pairs.for_each(source, target, layers[left]->relations, [&](std::uint32_t index) {
                if (!relations.is_gone(index)) f(index);
            });
    }
    /// The newest relation from one node to another, or no_index.
    [[nodiscard]] std::uint32_t newest_between(std::uint32_t source, std::uint32_t target) const {
        if (!below_) return pairs.newest(source, target, relations);
        auto last = no_index;
        for_each_between(source, target, [&](std::uint32_t index) { last = index; });
        return last;
    }
    template <class Handle>
    [[nodiscard]] Handle handle_at(std::size_t index) const noexcept {
        constexpr auto first = node_handle<Handle> ? &era::first_node : &era::first_relation;
        return handle_access::make<Handle>(index, eras_.stamp_of(index, first));
    }

    /// Calls f with the payload of a node.
    template <class F>
    decltype(auto) visit_node(std::uint32_t index, F&& f) const {
        auto const& n = node_at(index);
        return node_columns.visit(n.type, n.slot, f);
    }

    /// Calls f with the payload of a relation.
    template <class F>
    decltype(auto) visit_relation(std::uint32_t index, F&& f) const {
        auto const& r = relation_at(index);
        return relation_columns.visit(r.type, r.slot, f);
    }

    /// The node that has the key, of whatever type.
    [[nodiscard]] std::optional<std::uint32_t> keyed(std::string_view key) const {
        below_.require_current();
        return directory_.keyed(named(), key);
    }
    /// The one T with that name, written in such a way, or with that code.
    template <class T, class... Name>
    [[nodiscard]] std::optional<node<T>> the_only(Name const&... name) const {
        below_.require_current();
        return typed<T>(directory_.the_only(named(), node_type_number<T>, name...));
    }
    /// The error for a name or code that no node of a type bears.
    template <class Name>
    [[nodiscard]] unknown_name unknown(std::uint32_t type, Name const& name) const {
        return directory_.unknown(named(), type, name, node_columns[type].indices);
    }

    /// The payload of a node, whose type is T.
    template <class T>
    [[nodiscard]] T& payload(std::uint32_t index) const noexcept {
        return payload_in<T>(node_columns[node_type_number<T>], node_at(index).slot);
    }
    /// The payload of a relation, whose type is R.
    template <class R>
    [[nodiscard]] R& relation_payload(std::uint32_t index) const noexcept {
        return payload_in<R>(relation_columns[relation_type_number<R>], relation_at(index).slot);
    }
    /// A store that lies over none reads its own vectors, after one comparison that the check of a handle has made.
    [[nodiscard]] node_record const& node_at(std::uint32_t index) const noexcept {
        if (below_) [[unlikely]]
            return nodes[index];
        return nodes.own()[index];
    }
    [[nodiscard]] relation_record const& relation_at(std::uint32_t index) const noexcept {
        if (below_) [[unlikely]]
            return relations[index];
        return relations.flat(index);
    }
    /// The relation at a place among those that there are, and back.
    [[nodiscard]] relation_record const& relation_at_place(std::uint32_t place) const noexcept {
        if (below_) [[unlikely]]
            return relations[relations.index_at(place)];
        return relations.flat(place);
    }
    [[nodiscard]] std::uint32_t place_of(std::uint32_t index) const noexcept {
        if (below_) [[unlikely]]
            return relations.place_of(index);
        return index;
    }
    [[nodiscard]] annotation_type const& annotation_of(std::uint32_t relation) const noexcept {
        auto const at = relation_at(relation).annotation;
        if (below_) [[unlikely]]
            return annotations[at];
        return annotations.own()[at];
    }
    [[nodiscard]] std::string const& key_of(std::uint32_t index) const noexcept { return named().key_of(index); }

    layered<lean_vector<node_record>> nodes;
    relation_table relations;
    layered<chunks<annotation_type>> annotations;
    adjacency out;
    adjacency in;
    columns<node_types> node_columns;
    columns<relation_types> relation_columns;
    pair_index pairs;

private:
    explicit graph_store(graph_store const* below)
        : nodes(layered<lean_vector<node_record>>::over(below->nodes)),
          relations(relation_table::over(below->relations)),
          annotations(layered<chunks<annotation_type>>::over(below->annotations)), out(adjacency::over(below->out)),
          in(adjacency::over(below->in)), directory_(node_directory<named_nodes>::over(below->directory_)),
          eras_(below->eras_), below_(below) {
        node_columns.lay_over(below->node_columns);
        relation_columns.lay_over(below->relation_columns);
        eras_.begin_next(index32(nodes.size()), index32(relations.bound()));
    }

    /// What handles say is passed on in two numbers: handed on whole, they would be put together in memory each time.
    /// Out of line, so that the way of a handle of the last era, in a graph that lies over none, stays short.
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] bool owns_node(std::size_t index,
                                                                      std::uint32_t stamp) const noexcept {
        return eras_.own(index, stamp, nodes.size(), &era::first_node) && below_.is_current();
    }
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] bool owns_relation(std::size_t index,
                                                                          std::uint32_t stamp) const noexcept {
        return eras_.own(index, stamp, relations.bound(), &era::first_relation) && below_.is_current() &&
               !relations.is_gone(index);
    }
    [[noreturn, gnu::noinline, gnu::cold]] void throw_foreign(std::size_t index, std::uint32_t stamp,
                                                              char const* kind) const {
        below_.require_current();
        throw foreign_handle(handle_access::make<any_node>(index, stamp), kind);
    }

    template <class T>
    [[nodiscard]] T& payload_in(column const& all, std::uint32_t slot) const noexcept {
        if (below_) [[unlikely]]
            return all.payload<T>(slot);
        return static_cast<T*>(all.payloads())[slot];
    }

    static std::uint32_t index32(std::size_t n) noexcept { return static_cast<std::uint32_t>(n); }
    static void check_room(std::size_t size, char const* what) {
        if (size >= no_index) throw invalid_state(std::string("a typed_graph holds at most 4294967295 ") + what);
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

    /// Makes room for a node with a payload that is checked here, so that nothing throws once the payload is in place.
    void make_room_for_node(std::uint32_t type, void const* payload) {
        auto const& naming = namings[type];
        check_names(naming, payload);
        if (keyed(naming.key(payload))) throw duplicate_key(naming.key(payload));
        check_room(nodes.size(), "nodes");
        detail::make_room(nodes.own());
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
        nodes.own().push_back({index32(column.size() - 1), type});
        directory_.enter(named(), index);
        out.add_node();
        in.add_node();
        ++num_changes_;
        return index;
    }
    /// Makes room for a relation, so that nothing throws once its payload is in place.
    void make_room_for_relation(std::uint32_t source, std::uint32_t target, std::uint32_t type) {
        check_room(relations.bound(), "relations");
        relations.make_room();
        relation_columns[type].make_room();
        out.make_room_for(source, type);
        in.make_room_for(target, type);
        pairs.make_room(relations);
        eras_.begin();
    }
    /// Enters the relation of the last payload of a type, for which room was made; it has the last annotation.
    std::uint32_t enter_relation(std::uint32_t source, std::uint32_t target, std::uint32_t type) noexcept {
        auto& column = relation_columns[type];
        auto const index = index32(relations.bound());
        column.indices.push_back(index);
        relations.push_back(
            {source, target, index32(column.size() - 1), index32(annotations.size() - 1), no_index, type});
        out.push(source, type, index);
        in.push(target, type, index);
        pairs.push(relations);
        ++num_changes_;
        return index;
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
        for (std::size_t i = relations.bound(); i > first; --i) {
            auto const& r = relations[i - 1];
            out.pop(r.source, r.type);
            in.pop(r.target, r.type);
        }
        relations.truncate(first);
        relation_columns.truncate(first);
    }
    /// @pre no relation is left at these nodes
    void remove_nodes_from(std::uint32_t first) noexcept {
        for (auto n = index32(nodes.size()); n > first; --n) {
            directory_.leave(named(), n - 1);
            out.pop_node();
            in.pop_node();
        }
        nodes.own().truncate(nodes.own().begin() + first);
        node_columns.truncate(first);
    }

    template <class T>
    [[nodiscard]] std::optional<node<T>> typed(std::optional<std::uint32_t> index) const noexcept {
        return index ? std::optional(handle_at<node<T>>(*index)) : std::nullopt;
    }

    static constexpr auto const& namings = namings_of<node_types>::by_type;

    node_directory<named_nodes> directory_;
    eras eras_;
    undo_log<graph_store> replaced_; ///< kept while there are marks
    store_below<graph_store> below_;
    std::uint64_t num_changes_ = 0;
};

} // namespace geostance::detail

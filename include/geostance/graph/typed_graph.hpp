// SPDX-License-Identifier: BSL-1.0
/// @file
/// The typed graph: nodes and relations with payloads of their own types, found by name, linked only as a schema
/// allows.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/graph/detail/adjacency.hpp>
#include <geostance/graph/detail/graph_store.hpp>
#include <geostance/graph/detail/handle_range.hpp>
#include <geostance/graph/detail/index_list.hpp>
#include <geostance/graph/ending.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/schema.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

namespace geostance {

namespace detail {

struct graph_access;

} // namespace detail

template <graph_schema S>
class transaction;
template <graph_schema S>
class overlay;

/// A directed multigraph whose nodes and relations have types.
///
/// A schema says which types there are and which relation may link which nodes: an illegal link does not compile. Nodes
/// have a key that is unique in the graph, and may have names and codes, by which they are found. The graph only grows
/// (unless it is rolled back), so handles stay valid; references to payloads, ranges and iterators are good until the
/// next change. It models Boost.Graph's VertexListGraph, EdgeListGraph, BidirectionalGraph, AdjacencyGraph,
/// AdjacencyMatrix and, with maps of indices and names, ReadablePropertyGraph; see graph/boost_graph.hpp.
///
/// A graph cannot be copied by accident: say `copy()`. Moving costs a few pointers, takes the handles along, and leaves
/// an empty graph, ready for use. What takes a handle, `owns` apart, throws invalid_handle if it is null or foreign.
/// @tparam S a `graph_schema`: a `schema`, an `extend`, or a class of that shape
/// @par Guarantee
/// Every change is all or nothing: a function that throws, for whatever reason, leaves the graph as it was.
/// @par Complexity
/// O(1) for a function that says nothing else
/// @par Thread safety
/// Reading from several threads is safe while none changes the graph.
template <graph_schema S>
class typed_graph {
public:
    using schema_type = S;                             ///< the schema
    using annotation_type = typename S::annotation;    ///< what every relation carries beside its payload
    using node_types = typename S::node_types;         ///< the `nodes<...>` of the schema
    using relation_types = typename S::relation_types; ///< the `relations<...>` of the schema
    using day_of_ending = typename detail::ending_types<annotation_type>::day; ///< `ending<...>::day`, for `end`
    using details_of_ending = typename detail::ending_types<annotation_type>::details; ///< `ending<...>::details`
    static_assert(std::is_default_constructible_v<annotation_type>, "an annotation needs a default, for `relate`");

    /// An empty graph.
    typed_graph() = default;
    /// Takes over the content of another graph; its handles are then handles of this one.
    /// @param other left empty
    typed_graph(typed_graph&& other) noexcept = default;
    /// Takes over the content of another graph, in place of its own.
    /// @param other left empty; nothing happens if it is this graph
    /// @return this
    /// @throws invalid_state if the other one lies over this graph; both are then as they were
    typed_graph& operator=(typed_graph&& other) = default; // NOLINT(performance-noexcept-move-constructor)
    ~typed_graph() = default;

    /// A copy with the same content. The handles of this graph are valid in the copy; those that either graph
    /// issues afterwards are not valid in the other.
    /// @note A copy of an overlay lies over the same graph, which must outlive it as well, and not change. `merge` into
    ///       an empty graph makes one that lies over none.
    /// @return the copy
    /// @par Complexity
    /// O(V + E)
    [[nodiscard]] typed_graph copy() const {
        typed_graph result(*this);
        result.store_.begin_copy();
        return result;
    }

    /// Adds a node.
    /// @tparam T a node type of the schema
    /// @param payload its key must not be empty nor taken; a `validate(T const&)` beside T may have further rules
    /// @return the node's handle
    /// @throws duplicate_key if another node, of whatever type, has the key
    /// @throws invalid_value if the key, an alias or a part of a code is empty, or as `validate` says
    /// @throws invalid_handle if the payload refers to a node of another graph
    /// @par Complexity
    /// O(number of its names), amortised
    template <node_type_of<S> T>
    node<T> add(T payload) {
        return store_.template handle_at<node<T>>(store_.add(std::move(payload)));
    }

    /// Adds a relation. Its ends must be allowed by `R::links<From, To>`.
    /// @tparam From the node type where it begins
    /// @tparam R a relation type of the schema
    /// @tparam To the node type where it ends
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload checked by `validate(R const&)` where there is one
    /// @param annotation for example its provenance; checked likewise, the nodes that it names included
    /// @return the relation's handle
    /// @throws invalid_value as `validate` says, or if it leads from a node to itself and its type needs two
    /// @par Complexity
    /// O(1), amortised
    template <class From, relation_type_of<S> R, class To>
    relation<R> relate(node<From> from, node<To> to, R payload,
                       annotation_type annotation = {}) requires may_link<R, From, To> {
        auto const index =
            store_.relate(store_.index_of(from), store_.index_of(to), std::move(payload), std::move(annotation));
        return store_.template handle_at<relation<R>>(index);
    }

    /// Like `relate`, between nodes whose types are known only when the program runs: what readers of files use.
    /// @tparam R a relation type of the schema
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload what the relation says
    /// @param annotation for example its provenance
    /// @return the relation's handle
    /// @throws invalid_value if `R::links` does not allow a relation between nodes of these types; and as `relate`
    template <relation_type_of<S> R>
    relation<R> relate_any(any_node from, any_node to, R payload, annotation_type annotation = {}) {
        auto const source = store_.index_of(from);
        auto const target = store_.index_of(to);
        store_.template check_ends<R>(source, target);
        auto const index = store_.relate(source, target, std::move(payload), std::move(annotation));
        return store_.template handle_at<relation<R>>(index);
    }

    /// Gives a node another payload. Its handle and its relations stay; it is found by its new names and codes, and no
    /// longer by those that it had.
    /// @tparam T a node type of the schema
    /// @param n a node of this graph
    /// @param payload with the key that the node has; checked as by `add`
    /// @throws invalid_value if the key is another one, or as `add` says
    /// @par Complexity
    /// O(number of its names), and for each name that it loses O(number of nodes that bear it)
    template <node_type_of<S> T>
    void set(node<T> n, T payload) {
        store_.set(store_.index_of(n), std::move(payload));
    }
    /// Gives a relation another payload. Its handle, ends and annotation stay.
    /// @tparam R a relation type of the schema
    /// @param r a relation of this graph
    /// @param payload checked as by `relate`
    /// @throws invalid_value as `validate` says
    /// @par Complexity
    /// O(1)
    template <relation_type_of<S> R>
    void set(relation<R> r, R payload) {
        store_.set_relation(store_.index_of(r), std::move(payload));
    }
    /// Gives a relation another annotation. The room of the old one is not used again.
    /// @param r a relation of this graph
    /// @param annotation checked as by `relate`
    /// @throws invalid_handle if r is null or belongs to another graph, or the annotation names such a node
    /// @throws invalid_value as `validate` says
    /// @par Complexity
    /// O(1), amortised
    void annotate(any_relation r, annotation_type annotation) {
        store_.annotate(store_.index_of(r), std::move(annotation));
    }

    /// Says that a relation ended. Only where the annotation has a period, as `provenance` has, which then tells when
    /// this was recorded: `g.end(r, day, {.recorded = other_day})`.
    /// @param r a relation of this graph that has not ended
    /// @param day the last day on which it held
    /// @param details what else is said of the end
    /// @throws invalid_value if it has ended already, or the day is before its beginning
    /// @par Complexity
    /// O(1), amortised
    void end(any_relation r, day_of_ending const& day,
             details_of_ending const& details = {}) requires annotation_with_a_period<annotation_type> {
        annotation_type ended = annotation(r);
        ending<annotation_type>::apply(ended, day, details);
        annotate(r, std::move(ended));
    }

    /// How far a graph has come; see `mark`.
    class mark_type {
        friend class typed_graph;
        explicit mark_type(typename detail::graph_store<S>::mark m) noexcept : at_(std::move(m)) {}
        typename detail::graph_store<S>::mark at_;
    };
    /// Marks how far the graph has come, for `roll_back`; a `transaction` does both. As long as a mark lives, the graph
    /// keeps what is replaced by `set`, `annotate` and `end`.
    /// @return the mark; copies and later graphs do not know it
    /// @par Complexity
    /// O(1)
    [[nodiscard]] mark_type mark() { return mark_type(store_.mark_here()); }
    /// Makes the graph what it was at a mark: what was added since is gone, and what was replaced is back. Handles that
    /// were issued since belong to no graph any more.
    /// @param m a mark of this graph
    /// @throws invalid_state if the mark is of another graph, or was itself rolled back; nothing is changed
    /// @par Complexity
    /// O(what was added and replaced since, and the relations between the ends of these)
    void roll_back(mark_type const& m) {
        if (!try_roll_back(m)) throw invalid_state("roll_back: the mark is another graph's, or was itself rolled back");
    }

    /// The payload of a node.
    /// @tparam T a node type of the schema
    /// @param n a node of this graph
    /// @return a reference that is good until the graph is changed
    template <node_type_of<S> T>
    [[nodiscard]] T const& operator[](node<T> n) const {
        return store_.template payload<T>(store_.index_of(n));
    }

    /// The payload of a relation.
    /// @tparam R a relation type of the schema
    /// @param r a relation of this graph
    /// @return a reference that is good until the graph is changed
    template <relation_type_of<S> R>
    [[nodiscard]] R const& operator[](relation<R> r) const {
        return store_.template relation_payload<R>(store_.index_of(r));
    }

    /// The node where a relation begins.
    /// @tparam R a relation type of the schema
    /// @param r a relation of this graph
    /// @return a `node<T>` if the relation's rule admits only one type T there, else an `any_node`
    template <relation_type_of<S> R>
    [[nodiscard]] auto source(relation<R> r) const {
        return store_.template handle_at<end_handle<detail::only_source<R, node_types>>>(
            store_.relation_at(store_.index_of(r)).source);
    }
    /// The node where a relation ends.
    /// @tparam R a relation type of the schema
    /// @param r a relation of this graph
    /// @return a `node<T>` if the relation's rule admits only one type T there, else an `any_node`
    template <relation_type_of<S> R>
    [[nodiscard]] auto target(relation<R> r) const {
        return store_.template handle_at<end_handle<detail::only_target<R, node_types>>>(
            store_.relation_at(store_.index_of(r)).target);
    }
    /// The node where a relation of any type begins.
    /// @param r a relation of this graph
    /// @return its source
    [[nodiscard]] any_node source(any_relation r) const {
        return store_.template handle_at<any_node>(store_.relation_at(store_.index_of(r)).source);
    }
    /// The node where a relation of any type ends.
    /// @param r a relation of this graph
    /// @return its target
    [[nodiscard]] any_node target(any_relation r) const {
        return store_.template handle_at<any_node>(store_.relation_at(store_.index_of(r)).target);
    }

    /// What a relation carries beside its payload, for example its provenance.
    /// @param r a relation of this graph
    /// @return a reference that is good until the graph is changed
    [[nodiscard]] annotation_type const& annotation(any_relation r) const {
        return store_.annotation_of(store_.index_of(r));
    }

    /// Calls f with the payload of a node, in its own type.
    /// @param n a node of this graph
    /// @param f callable with each node type of the schema, always with the same result type
    /// @return what f returns
    template <class F>
    decltype(auto) visit(any_node n, F&& f) const {
        return store_.visit_node(store_.index_of(n), f);
    }
    /// Calls f with the payload of a relation, in its own type.
    /// @param r a relation of this graph
    /// @param f callable with each relation type of the schema, always with the same result type
    /// @return what f returns
    template <class F>
    decltype(auto) visit(any_relation r, F&& f) const {
        return store_.visit_relation(store_.index_of(r), f);
    }

    /// The payload of a node, if it is a T: to ask for the type and look inside at once.
    /// @tparam T a node type of the schema
    /// @param n a node of this graph
    /// @return a pointer that is good until the graph is changed, or null if the payload is no T
    template <node_type_of<S> T>
    [[nodiscard]] T const* get_if(any_node n) const {
        auto const index = store_.index_of(n);
        bool const is_it = store_.node_at(index).type == store::template node_type_number<T>;
        return is_it ? &store_.template payload<T>(index) : nullptr;
    }
    /// The payload of a relation, if it is an R.
    /// @tparam R a relation type of the schema
    /// @param r a relation of this graph
    /// @return a pointer that is good until the graph is changed, or null if the payload is no R
    template <relation_type_of<S> R>
    [[nodiscard]] R const* get_if(any_relation r) const {
        auto const index = store_.index_of(r);
        bool const is_it = store_.relation_at(index).type == store::template relation_type_number<R>;
        return is_it ? &store_.template relation_payload<R>(index) : nullptr;
    }

    /// The typed handle of a node.
    /// @tparam T a node type of the schema
    /// @param n a node of this graph
    /// @return the same node; none if the payload is no T
    template <node_type_of<S> T>
    [[nodiscard]] std::optional<node<T>> as(any_node n) const {
        if (store_.node_at(store_.index_of(n)).type != store::template node_type_number<T>) return std::nullopt;
        return store_.template handle_at<node<T>>(n.index());
    }
    /// The typed handle of a relation.
    /// @tparam R a relation type of the schema
    /// @param r a relation of this graph
    /// @return the same relation; none if the payload is no R
    template <relation_type_of<S> R>
    [[nodiscard]] std::optional<relation<R>> as(any_relation r) const {
        if (store_.relation_at(store_.index_of(r)).type != store::template relation_type_number<R>) return std::nullopt;
        return store_.template handle_at<relation<R>>(r.index());
    }

    /// The node of one type that bears a key, name or alias. First comes the node whose key it is, then the one that
    /// bears the name letter by letter, then the one that has such a key or name apart from case and marks: `VUCIC`
    /// finds Vučić, `cote d'ivoire` finds Côte d’Ivoire.
    /// @tparam T a node type of the schema
    /// @param name the key, name or alias
    /// @param how `spelling::exact`: letter by letter only
    /// @return the node, or none if no T bears the name
    /// @throws ambiguous_name if several Ts bear it equally well, invalid_value for a spelling that is no enumerator
    /// @par Complexity
    /// O(1) on average, however many nodes bear the name
    template <node_type_of<S> T>
    [[nodiscard]] std::optional<node<T>> find(std::string_view name, spelling how = spelling::folded) const {
        return store_.template the_only<T>(name, how);
    }
    /// The node of one type that has an external code.
    /// @tparam T a node type of the schema
    /// @param c scheme and value
    /// @return the node, or none if no T has the code
    /// @throws ambiguous_name if several Ts have it
    /// @par Complexity
    /// O(1) on average
    template <node_type_of<S> T>
    [[nodiscard]] std::optional<node<T>> find(code const& c) const {
        return store_.template the_only<T>(c);
    }
    /// The node of whatever type that has the key. Names do not count.
    /// @param key unique in the graph
    /// @return the node, or none
    /// @par Complexity
    /// O(1) on average
    [[nodiscard]] std::optional<any_node> find_key(std::string_view key) const {
        auto const found = store_.keyed(key);
        return found ? std::optional(node_at(*found)) : std::nullopt;
    }

    /// Like `find`, for a node that must be there.
    /// @tparam T a node type of the schema
    /// @param name a key, name or alias
    /// @param how `spelling::exact`: letter by letter only
    /// @return the node
    /// @throws unknown_name with the nearest names, if no T bears the name; it takes O(number of names)
    /// @throws ambiguous_name, invalid_value as `find`
    template <node_type_of<S> T>
    [[nodiscard]] node<T> at(std::string_view name, spelling how = spelling::folded) const {
        if (auto const found = find<T>(name, how)) return *found;
        throw store_.unknown(store::template node_type_number<T>, name);
    }
    /// Like `find`, for a code that must be there.
    /// @tparam T a node type of the schema
    /// @param c scheme and value
    /// @return the node
    /// @throws unknown_name with the nearest codes, if no T has the code; it takes O(number of codes)
    /// @throws ambiguous_name if several Ts have it
    template <node_type_of<S> T>
    [[nodiscard]] node<T> at(code const& c) const {
        if (auto const found = find<T>(c)) return *found;
        throw store_.unknown(store::template node_type_number<T>, c);
    }

    /// @return the number of nodes
    [[nodiscard]] std::size_t num_nodes() const noexcept { return store_.nodes.size(); }
    /// @return the number of relations
    [[nodiscard]] std::size_t num_relations() const noexcept { return store_.relations.size(); }

    /// The nodes of one type; `nodes_of<T>(g)` reads better.
    /// @tparam T a node type of the schema
    /// @return a range of `node<T>`, in order of insertion
    template <node_type_of<S> T>
    [[nodiscard]] auto nodes_of_type() const {
        return listed<node<T>>(store_.node_columns[store::template node_type_number<T>].indices);
    }
    /// The relations of one type; `relations_of<R>(g)` reads better.
    /// @tparam R a relation type of the schema
    /// @return a range of `relation<R>`, in order of insertion
    template <relation_type_of<S> R>
    [[nodiscard]] auto relations_of_type() const {
        return listed<relation<R>>(store_.relation_columns[store::template relation_type_number<R>].indices);
    }
    /// The relations of one type that leave a node; `out<R>(g, n)` reads better.
    /// @tparam R a relation type of the schema
    /// @param n a node of this graph
    /// @return a range of `relation<R>`, in order of insertion
    template <relation_type_of<S> R>
    [[nodiscard]] auto out_of_type(any_node n) const {
        return relations_at<R>(store_.out, store_.index_of(n));
    }
    /// The relations of one type that enter a node; `in<R>(g, n)` reads better.
    /// @tparam R a relation type of the schema
    /// @param n a node of this graph
    /// @return a range of `relation<R>`, in order of insertion
    template <relation_type_of<S> R>
    [[nodiscard]] auto in_of_type(any_node n) const {
        return relations_at<R>(store_.in, store_.index_of(n));
    }

    /// Calls f for the relations of every type that lead from one node to another, in order of insertion.
    /// @param from a node of this graph
    /// @param to a node of this graph
    /// @param f called with each `any_relation`, and not copied; must not change the graph
    /// @par Complexity
    /// O(number of these relations): the size of the graph does not matter
    template <class F>
    void for_each_between(any_node from, any_node to, F&& f) const {
        store_.for_each_between(store_.index_of(from), store_.index_of(to),
                                [&](std::uint32_t index) { f(store_.template handle_at<any_relation>(index)); });
    }

    /// @param n any handle, also null
    /// @return whether it is of this graph: issued by it, or by the graph that it is a copy of before it was copied
    [[nodiscard]] bool owns(any_node n) const noexcept { return store_.owns(n); }
    /// @param r any handle, also null
    /// @return the same of a relation
    [[nodiscard]] bool owns(any_relation r) const noexcept { return store_.owns(r); }

    /// A handle of this graph, or an error: for arguments of functions of your own.
    /// @param h a handle of any type
    /// @return the same handle
    template <class Handle> // NOLINTNEXTLINE(modernize-use-nodiscard): some only check
    Handle require(Handle h) const requires(node_handle<Handle> || relation_handle<Handle>) {
        static_cast<void>(store_.index_of(h));
        return h;
    }

    /// The handle of the node with that index.
    /// @param index as `index()` of a handle gives it, and Boost.Graph's vertex descriptor
    /// @return the node, whatever its type
    /// @pre index < num_nodes()
    [[nodiscard]] any_node node_at(std::size_t index) const noexcept {
        GEOSTANCE_ASSERT(index < num_nodes(), "node_at: the index of a node");
        return store_.template handle_at<any_node>(index);
    }
    /// The handle of the relation with that index.
    /// @param index as `index()` of a handle gives it, and the index of Boost.Graph's edge descriptor
    /// @return the relation, whatever its type
    /// @pre index < num_relations()
    [[nodiscard]] any_relation relation_at(std::size_t index) const noexcept {
        GEOSTANCE_ASSERT(index < num_relations(), "relation_at: the index of a relation");
        return store_.template handle_at<any_relation>(store_.relations.index_at(index));
    }

private:
    friend struct detail::graph_access;
    friend class transaction<S>;
    friend class overlay<S>;
    using store = detail::graph_store<S>;

    template <class T>
    using end_handle = std::conditional_t<std::is_void_v<T>, any_node, node<T>>;

    typed_graph(typed_graph const&) = default;
    explicit typed_graph(store&& content) noexcept : store_(std::move(content)) {}

    /// @return false if the mark is none of this graph, which is then as it was
    bool try_roll_back(mark_type const& m) noexcept {
        auto const is_known = store_.reaches(m.at_);
        if (is_known) store_.roll_back(m.at_);
        return is_known;
    }

    template <class R>
    [[nodiscard]] auto relations_at(detail::adjacency const& at, std::size_t index) const {
        auto const found = at.of_type(index, store::template relation_type_number<R>);
        return detail::handle_range<store, relation<R>, std::uint32_t const*>(store_, found.begin(), found.end());
    }
    template <class Handle>
    [[nodiscard]] auto listed(detail::index_list const& all) const {
        store_.below().require_current();
        return detail::handle_range<store, Handle, detail::index_list::const_iterator>(store_, all.begin(), all.end());
    }

    store store_;
};

} // namespace geostance

#include <geostance/graph/walk.hpp> // the functions that belong to every graph

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The typed graph: nodes and relations with payloads of their own types, found by name, linked only as a schema
/// allows.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/storage.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/schema.hpp>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance {

namespace detail {

inline std::uint32_t next_stamp() noexcept {
    static std::atomic<std::uint32_t> last{0};
    return ++last;
}

/// What the library calls a node when it prints one: its name or summary where it has one, or else its key.
template <class T>
std::string const& label(T const& payload) {
    if constexpr (requires { std::string_view(payload.name); }) {
        if (!payload.name.empty()) return payload.name;
    } else if constexpr (requires { std::string_view(payload.summary); }) {
        if (!payload.summary.empty()) return payload.summary;
    }
    return payload.key;
}

/// Calls f with every text that finds the node.
template <class T, class F>
void for_each_name(T const& payload, F f) {
    f(std::string_view(payload.key));
    if constexpr (requires { std::string_view(payload.name); })
        if (!payload.name.empty()) f(std::string_view(payload.name));
    if constexpr (requires { payload.aliases.begin(); })
        for (auto const& alias : payload.aliases) f(std::string_view(alias));
}

/// Calls f with every code of the node, as text.
template <class T, class F>
void for_each_code(T const& payload, F f) {
    if constexpr (requires { payload.codes.begin(); })
        for (auto const& c : payload.codes) f(to_string(c));
}

template <class List>
struct columns;
template <template <class...> class List, class... Types>
struct columns<List<Types...>> {
    /// The payloads of one type and, for each, its index among all.
    template <class T>
    struct column {
        std::vector<T> payloads;
        std::vector<std::uint32_t> indices;
    };
    std::tuple<column<Types>...> of_each;

    template <class T>
    [[nodiscard]] column<T> const& of() const noexcept {
        return std::get<column<T>>(of_each);
    }
    template <class T>
    [[nodiscard]] column<T>& of() noexcept {
        return std::get<column<T>>(of_each);
    }
    /// Calls f with the payload in that slot of the column of that type.
    template <class F>
    decltype(auto) visit(std::size_t type, std::size_t slot, F&& f) const {
        return visit_from<0>(type, slot, f);
    }

private:
    template <std::size_t I, class F>
    decltype(auto) visit_from(std::size_t type, std::size_t slot, F& f) const {
        if constexpr (I + 1 < sizeof...(Types))
            if (type != I) return visit_from<I + 1>(type, slot, f);
        return f(std::get<I>(of_each).payloads[slot]);
    }
};

} // namespace detail

template <graph_schema Schema>
class typed_graph;

namespace detail {

struct graph_access;

/// The handles of one type at consecutive places of an index list; a range to walk, no container.
template <class Graph, class Handle>
class handle_range {
public:
    class iterator {
    public:
        using iterator_category = std::input_iterator_tag;
        using iterator_concept = std::random_access_iterator_tag;
        using value_type = Handle;
        using difference_type = std::ptrdiff_t;
        using pointer = void;
        using reference = Handle;

        iterator() = default;
        iterator(Graph const* g, std::uint32_t const* at) : graph_(g), at_(at) {}
        Handle operator*() const { return graph_->template handle_at<Handle>(*at_); }
        Handle operator[](difference_type n) const { return *(*this + n); }
        iterator& operator++() { return *this += 1; }
        iterator operator++(int) { return std::exchange(*this, *this + 1); }
        iterator& operator--() { return *this -= 1; }
        iterator operator--(int) { return std::exchange(*this, *this - 1); }
        iterator& operator+=(difference_type n) {
            at_ += n;
            return *this;
        }
        iterator& operator-=(difference_type n) { return *this += -n; }
        friend iterator operator+(iterator i, difference_type n) { return i += n; }
        friend iterator operator+(difference_type n, iterator i) { return i += n; }
        friend iterator operator-(iterator i, difference_type n) { return i -= n; }
        friend difference_type operator-(iterator a, iterator b) { return a.at_ - b.at_; }
        friend bool operator==(iterator a, iterator b) { return a.at_ == b.at_; }
        friend auto operator<=>(iterator a, iterator b) { return a.at_ <=> b.at_; }

    private:
        Graph const* graph_ = nullptr;
        std::uint32_t const* at_ = nullptr;
    };

    handle_range(Graph const& g, std::span<std::uint32_t const> indices) : graph_(&g), indices_(indices) {}
    [[nodiscard]] iterator begin() const { return {graph_, indices_.data()}; }
    [[nodiscard]] iterator end() const { return {graph_, indices_.data() + indices_.size()}; }
    [[nodiscard]] std::size_t size() const noexcept { return indices_.size(); }
    [[nodiscard]] bool empty() const noexcept { return indices_.empty(); }

private:
    Graph const* graph_;
    std::span<std::uint32_t const> indices_;
};

} // namespace detail

/// A directed multigraph whose nodes and relations have types.
///
/// A schema says which types there are and which relation may link which nodes: an illegal link does not compile. Nodes
/// have a key that is unique in the graph, and may have names and codes, by which they are found. The graph only grows,
/// so handles stay valid. It models Boost.Graph's VertexListGraph, EdgeListGraph, BidirectionalGraph and
/// (with `vertex_index`, `edge_index` and `vertex_name`) ReadablePropertyGraph; see graph/boost_graph.hpp.
///
/// A graph cannot be copied by accident: say `copy()`. Moving costs a few pointers.
///
/// @tparam Schema a `graph_schema`: a `schema`, an `extend`, or a class of that shape
/// @par Thread safety
/// Reading from several threads is safe while none changes the graph.
template <graph_schema Schema>
class typed_graph {
public:
    using schema_type = Schema;                             ///< the schema
    using annotation_type = typename Schema::annotation;    ///< what every relation carries beside its payload
    using node_types = typename Schema::node_types;         ///< the `nodes<...>` of the schema
    using relation_types = typename Schema::relation_types; ///< the `relations<...>` of the schema

    /// An empty graph.
    typed_graph() = default;
    typed_graph(typed_graph&&) noexcept = default;
    typed_graph& operator=(typed_graph&&) noexcept = default;
    ~typed_graph() = default;

    /// A copy with the same content. The handles of this graph are valid in the copy; what either graph gains
    /// afterwards is unknown to the other.
    /// @par Complexity O(V + E)
    [[nodiscard]] typed_graph copy() const {
        typed_graph result(*this);
        result.eras_.push_back({detail::next_stamp(), index32(num_nodes()), index32(num_relations())});
        return result;
    }

    /// Adds a node.
    /// @param payload its key must not be empty nor taken; further rules are those of a function
    ///        `validate(T const&)` found beside T, if there is one
    /// @return the node's handle
    /// @throws duplicate_key, invalid_value, invalid_handle; the graph is then as it was
    /// @par Complexity O(number of its names), amortised
    template <node_type_of<Schema> T>
    node<T> add(T payload) {
        check_payload(payload);
        if (payload.key.empty())
            throw invalid_value(std::string(detail::type_name<T>()) + ".key", "''", "a key that is not empty");
        if (find_key(payload.key)) throw duplicate_key(payload.key);
        check_room(nodes_.size(), "nodes");
        auto& column = node_columns_.template of<T>();
        detail::make_room(nodes_);
        detail::make_room(out_);
        detail::make_room(in_);
        detail::make_room(column.payloads);
        detail::make_room(column.indices);
        begin_era();
        auto const index = index32(nodes_.size());
        enter_names(payload, index);
        nodes_.push_back({index32(column.payloads.size()), node_type_number<T>});
        out_.emplace_back();
        in_.emplace_back();
        column.indices.push_back(index);
        column.payloads.push_back(std::move(payload));
        return handle_at<node<T>>(index);
    }

    /// Adds a relation. Its ends must be allowed by `R::links<From, To>`.
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload checked by `validate(R const&)` where there is one
    /// @param annotation for example its provenance; checked likewise, the nodes that it names included
    /// @return the relation's handle
    /// @throws invalid_handle for a handle of another graph; invalid_value; the graph is then as it was
    /// @par Complexity O(1), amortised
    template <class From, relation_type_of<Schema> R, class To>
        requires may_link<R, From, To> relation<R> relate(node<From> from, node<To> to, R payload,
                                                          annotation_type annotation = {}) {
            return link(checked(from), checked(to), std::move(payload), std::move(annotation));
        }

    /// Like `relate`, between nodes whose types are known only when the program runs: what readers of files use.
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload what the relation says
    /// @param annotation for example its provenance
    /// @return the relation's handle
    /// @throws invalid_value if `R::links` does not allow a relation between nodes of these types; and as `relate`
    template <relation_type_of<Schema> R>
    relation<R> relate_any(any_node from, any_node to, R payload, annotation_type annotation = {}) {
        auto const source = checked(from);
        auto const target = checked(to);
        if (!detail::link_table<R, node_types>::allows[nodes_[source].type][nodes_[target].type])
            throw invalid_value(std::string(detail::type_name<R>()), type_name_of(from) + " to " + type_name_of(to),
                                "ends that " + std::string(detail::type_name<R>()) + " may link");
        return link(source, target, std::move(payload), std::move(annotation));
    }

    /// The payload of a node.
    /// @throws invalid_handle
    template <node_type_of<Schema> T>
    [[nodiscard]] T const& operator[](node<T> n) const {
        return node_columns_.template of<T>().payloads[nodes_[checked(n)].slot];
    }

    /// The payload of a relation.
    /// @throws invalid_handle
    template <relation_type_of<Schema> R>
    [[nodiscard]] R const& operator[](relation<R> r) const {
        return relation_columns_.template of<R>().payloads[relations_[checked(r)].slot];
    }

    /// The node where a relation begins. Its type is known when the relation's rule admits only one, and then the
    /// handle is typed; else it is an `any_node`.
    /// @throws invalid_handle
    template <relation_type_of<Schema> R>
    [[nodiscard]] auto source(relation<R> r) const {
        return handle_at<end_handle<detail::only_source<R, node_types>>>(relations_[checked(r)].source);
    }
    /// The node where a relation ends; otherwise like `source`.
    template <relation_type_of<Schema> R>
    [[nodiscard]] auto target(relation<R> r) const {
        return handle_at<end_handle<detail::only_target<R, node_types>>>(relations_[checked(r)].target);
    }
    /// The node where a relation of any type begins.
    [[nodiscard]] any_node source(any_relation r) const { return handle_at<any_node>(relations_[checked(r)].source); }
    /// The node where a relation of any type ends.
    [[nodiscard]] any_node target(any_relation r) const { return handle_at<any_node>(relations_[checked(r)].target); }

    /// What a relation carries beside its payload, for example its provenance.
    /// @throws invalid_handle
    [[nodiscard]] annotation_type const& annotation(relation_handle auto r) const {
        return annotations_[relations_[checked(r)].annotation];
    }

    /// Calls f with the payload of a node, in its own type.
    /// @return what f returns, which must be the same type for every node type
    template <class F>
    decltype(auto) visit(any_node n, F&& f) const {
        auto const& record = nodes_[checked(n)];
        return node_columns_.visit(record.type, record.slot, f);
    }
    /// Calls f with the payload of a relation, in its own type.
    template <class F>
    decltype(auto) visit(any_relation r, F&& f) const {
        auto const& record = relations_[checked(r)];
        return relation_columns_.visit(record.type, record.slot, f);
    }

    /// The typed handle of a node, if its payload is a T.
    template <node_type_of<Schema> T>
    [[nodiscard]] std::optional<node<T>> as(any_node n) const {
        if (nodes_[checked(n)].type != node_type_number<T>) return std::nullopt;
        return handle_at<node<T>>(n.index());
    }
    /// The typed handle of a relation, if its payload is an R.
    template <relation_type_of<Schema> R>
    [[nodiscard]] std::optional<relation<R>> as(any_relation r) const {
        if (relations_[checked(r)].type != relation_type_number<R>) return std::nullopt;
        return handle_at<relation<R>>(r.index());
    }

    /// The node of type T that bears the key, name or alias, if exactly one does. A key goes before names.
    /// @throws ambiguous_name if several nodes of that type bear it
    /// @par Complexity O(1) on average
    template <node_type_of<Schema> T>
    [[nodiscard]] std::optional<node<T>> find(std::string_view name) const {
        return the_only<T>(names_.find(name), name);
    }
    /// The node of whatever type that has the key. Names do not count.
    /// @param key unique in the graph
    /// @par Complexity O(1) on average
    [[nodiscard]] std::optional<any_node> find_key(std::string_view key) const {
        for (auto const bearer : names_.find(key))
            if (key_of(bearer) == key) return handle_at<any_node>(bearer);
        return std::nullopt;
    }
    /// The node of type T that has the code.
    template <node_type_of<Schema> T>
    [[nodiscard]] std::optional<node<T>> find(code const& c) const {
        return the_only<T>(codes_.find(to_string(c)), to_string(c));
    }

    /// Like `find`, for a node that must be there.
    /// @throws unknown_name with the nearest names if there is none; ambiguous_name
    template <node_type_of<Schema> T>
    [[nodiscard]] node<T> at(std::string_view name) const {
        if (auto const found = find<T>(name)) return *found;
        throw unknown_name(std::string(name), detail::type_name<T>(), nearest<T>(names_, name));
    }
    /// Like `find`, for a code that must be there.
    template <node_type_of<Schema> T>
    [[nodiscard]] node<T> at(code const& c) const {
        if (auto const found = find<T>(c)) return *found;
        throw unknown_name(to_string(c), detail::type_name<T>(), nearest<T>(codes_, to_string(c)));
    }

    /// The number of nodes.
    [[nodiscard]] std::size_t num_nodes() const noexcept { return nodes_.size(); }
    /// The number of relations.
    [[nodiscard]] std::size_t num_relations() const noexcept { return relations_.size(); }

    /// The nodes of one type, in order of insertion.
    template <node_type_of<Schema> T>
    [[nodiscard]] auto nodes_of_type() const {
        return detail::handle_range<typed_graph, node<T>>(*this, node_columns_.template of<T>().indices);
    }
    /// The relations of one type, in order of insertion.
    template <relation_type_of<Schema> R>
    [[nodiscard]] auto relations_of_type() const {
        return detail::handle_range<typed_graph, relation<R>>(*this, relation_columns_.template of<R>().indices);
    }
    /// The relations of one type that leave a node, in order of insertion.
    template <relation_type_of<Schema> R>
    [[nodiscard]] auto out_of_type(node_handle auto n) const {
        return detail::handle_range<typed_graph, relation<R>>(*this, out_[checked(n)].of_type(relation_type_number<R>));
    }
    /// The relations of one type that enter a node, in order of insertion.
    template <relation_type_of<Schema> R>
    [[nodiscard]] auto in_of_type(node_handle auto n) const {
        return detail::handle_range<typed_graph, relation<R>>(*this, in_[checked(n)].of_type(relation_type_number<R>));
    }

    /// Calls f(any_relation) for the relations that lead from one node to another, in order of insertion.
    /// @par Complexity O(number of these relations): the size of the graph does not matter
    template <class F>
    void for_each_between(node_handle auto from, node_handle auto to, F f) const {
        auto const newest = pairs_.newest(checked(from), checked(to), relations_);
        if (newest == detail::no_index) return;
        for (auto at = relations_[newest].next_of_pair;; at = relations_[at].next_of_pair) {
            f(handle_at<any_relation>(at));
            if (at == newest) return;
        }
    }

    /// True if the handle was issued by this graph, or by the one that it was copied from before it was copied.
    [[nodiscard]] bool owns(node_handle auto n) const noexcept { return owned(n, nodes_.size(), &era::first_node); }
    /// True if the handle was issued by this graph, or by the one that it was copied from before it was copied.
    [[nodiscard]] bool owns(relation_handle auto r) const noexcept {
        return owned(r, relations_.size(), &era::first_relation);
    }

    /// The handle of the node with that index.
    /// @pre index < num_nodes()
    [[nodiscard]] any_node node_at(std::size_t index) const noexcept { return handle_at<any_node>(index); }
    /// The handle of the relation with that index.
    /// @pre index < num_relations()
    [[nodiscard]] any_relation relation_at(std::size_t index) const noexcept { return handle_at<any_relation>(index); }

private:
    template <class, class>
    friend class detail::handle_range;
    friend struct detail::graph_access;

    /// From which node and relation on this graph issues handles with that stamp.
    struct era {
        std::uint32_t stamp;
        std::uint32_t first_node;
        std::uint32_t first_relation;
    };

    typed_graph(typed_graph const&) = default;

    template <class T>
    static constexpr auto node_type_number = static_cast<std::uint32_t>(detail::position_in<T, node_types>);
    template <class R>
    static constexpr auto relation_type_number = static_cast<std::uint32_t>(detail::position_in<R, relation_types>);
    template <class T>
    using end_handle = std::conditional_t<std::is_void_v<T>, any_node, node<T>>;

    static std::uint32_t index32(std::size_t n) noexcept { return static_cast<std::uint32_t>(n); }

    static void check_room(std::size_t size, char const* what) {
        if (size >= detail::no_index) throw error(std::string("a typed_graph holds at most 4294967295 ") + what);
    }

    void begin_era() {
        if (eras_.empty()) eras_.push_back({detail::next_stamp(), 0, 0});
    }

    [[nodiscard]] bool owned(detail::handle const& h, std::size_t size, std::uint32_t era::*first) const noexcept {
        auto const stamp = detail::handle_access::stamp(h);
        for (std::size_t end = size, i = eras_.size(); i-- > 0; end = eras_[i].*first)
            if (eras_[i].stamp == stamp) return h.index() >= eras_[i].*first && h.index() < end;
        return false;
    }

    /// The index behind a handle of this graph.
    std::uint32_t checked(detail::handle const& h, bool is_owned, char const* what) const {
        if (is_owned) return index32(h.index());
        if (h.is_null()) throw invalid_handle(std::string("a null ") + what + " handle refers to nothing");
        throw invalid_handle(std::string(what) + " handle " + std::to_string(h.index()) + " belongs to another graph");
    }
    std::uint32_t checked(node_handle auto n) const { return checked(n, owns(n), "node"); }
    std::uint32_t checked(relation_handle auto r) const { return checked(r, owns(r), "relation"); }

    template <class Handle>
    [[nodiscard]] Handle handle_at(std::size_t index) const noexcept {
        constexpr auto first = node_handle<Handle> ? &era::first_node : &era::first_relation;
        auto i = eras_.size() - 1;
        while (index < eras_[i].*first) --i;
        return detail::handle_access::make<Handle>(index, eras_[i].stamp);
    }

    template <class T>
    void check_payload(T const& payload) const {
        if constexpr (requires { validate(payload); }) validate(payload);
        if constexpr (requires { for_each_reference(payload, [](node_handle auto) {}); })
            for_each_reference(payload, [this](node_handle auto n) {
                if (!n.is_null()) static_cast<void>(this->checked(n));
            });
    }

    /// The name of a node's type.
    [[nodiscard]] std::string type_name_of(any_node n) const {
        return visit(n, []<class T>(T const&) { return std::string(detail::type_name<T>()); });
    }

    template <class R>
    relation<R> link(std::uint32_t source, std::uint32_t target, R payload, annotation_type annotation) {
        check_payload(payload);
        check_payload(annotation);
        check_room(relations_.size(), "relations");
        constexpr auto type = relation_type_number<R>;
        auto& column = relation_columns_.template of<R>();
        detail::make_room(relations_);
        detail::make_room(annotations_);
        detail::make_room(column.payloads);
        detail::make_room(column.indices);
        out_[source].make_room_for(type);
        in_[target].make_room_for(type);
        pairs_.make_room(relations_);
        begin_era();
        auto const index = index32(relations_.size());
        if (annotations_.empty() || !(annotations_.back() == annotation)) annotations_.push_back(std::move(annotation));
        relations_.push_back({source, target, index32(column.payloads.size()), index32(annotations_.size() - 1),
                              detail::no_index, type});
        column.indices.push_back(index);
        column.payloads.push_back(std::move(payload));
        out_[source].push(type, index);
        in_[target].push(type, index);
        pairs_.push(relations_);
        return handle_at<relation<R>>(index);
    }

    [[nodiscard]] std::string const& key_of(std::uint32_t index) const {
        return node_columns_.visit(nodes_[index].type, nodes_[index].slot,
                                   [](auto const& payload) -> std::string const& { return payload.key; });
    }

    /// Enters all names and codes of a node, or none if one throws.
    template <class T>
    void enter_names(T const& payload, std::uint32_t index) {
        try {
            detail::for_each_name(payload, [&](std::string_view name) { names_.add(name, index); });
            detail::for_each_code(payload, [&](std::string const& text) { codes_.add(text, index); });
        } catch (...) {
            detail::for_each_name(payload, [&](std::string_view name) { names_.remove(name, index); });
            detail::for_each_code(payload, [&](std::string const& text) { codes_.remove(text, index); });
            throw;
        }
    }

    template <class T>
    std::optional<node<T>> the_only(std::vector<std::uint32_t> const& bearers, std::string_view name) const {
        std::vector<std::uint32_t> of_type;
        for (auto const bearer : bearers) {
            if (nodes_[bearer].type != node_type_number<T>) continue;
            if (key_of(bearer) == name) return handle_at<node<T>>(bearer);
            of_type.push_back(bearer);
        }
        if (of_type.empty()) return std::nullopt;
        if (of_type.size() == 1) return handle_at<node<T>>(of_type.front());
        std::vector<std::string> keys;
        for (auto const bearer : of_type) keys.push_back(key_of(bearer));
        throw ambiguous_name(std::string(name), std::move(keys));
    }

    template <class T>
    [[nodiscard]] std::vector<std::string> nearest(detail::name_index const& index, std::string_view name) const {
        return index.nearest(name, [this](std::uint32_t bearer) { return nodes_[bearer].type == node_type_number<T>; });
    }

    std::vector<detail::node_record> nodes_;
    std::vector<detail::relation_record> relations_;
    std::vector<annotation_type> annotations_;
    std::vector<detail::adjacency> out_;
    std::vector<detail::adjacency> in_;
    detail::columns<node_types> node_columns_;
    detail::columns<relation_types> relation_columns_;
    detail::pair_index pairs_;
    detail::name_index names_;
    detail::name_index codes_;
    std::vector<era> eras_;
};

/// The nodes of type T, in order of insertion: a range of `node<T>`.
template <class T, graph_schema S>
    requires node_type_of<T, S>
[[nodiscard]] auto nodes_of(typed_graph<S> const& g) { return g.template nodes_of_type<T>(); }

/// The relations of type R, in order of insertion: a range of `relation<R>`.
template <class R, graph_schema S>
    requires relation_type_of<R, S>
[[nodiscard]] auto relations_of(typed_graph<S> const& g) { return g.template relations_of_type<R>(); }

/// The relations of type R that leave n.
/// @throws invalid_handle
template <class R, graph_schema S>
    requires relation_type_of<R, S>
[[nodiscard]] auto out(typed_graph<S> const& g, node_handle auto n) { return g.template out_of_type<R>(n); }

/// The relations of type R that enter n.
/// @throws invalid_handle
template <class R, graph_schema S>
    requires relation_type_of<R, S>
[[nodiscard]] auto in(typed_graph<S> const& g, node_handle auto n) { return g.template in_of_type<R>(n); }

/// The name of a node, or its summary or key where it has none.
/// @throws invalid_handle
template <graph_schema S>
[[nodiscard]] std::string const& name_of(typed_graph<S> const& g, node_handle auto n) {
    return g.visit(any_node(n), [](auto const& payload) -> std::string const& { return detail::label(payload); });
}

/// The key of a node.
/// @throws invalid_handle
template <graph_schema S>
[[nodiscard]] std::string const& key_of(typed_graph<S> const& g, node_handle auto n) {
    return g.visit(any_node(n), [](auto const& payload) -> std::string const& { return payload.key; });
}

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Part of a graph as a graph of its own: extract.
#pragma once

#include <geostance/graph/detail/node_map.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <concepts>
#include <cstddef>
#include <unordered_set>
#include <vector>

namespace geostance {

/// What is left out of an extract.
struct extract_options {
    /// nodes that must not be in it: a source that has to be deleted, for example. No relation that touches one, or
    /// names one in its payload or annotation, is in the extract
    std::vector<any_node> without{};
};

namespace detail {

/// A relation type that is extracted with the node where it ends: who `makes` a statement goes with it.
template <class R>
concept goes_with_its_target = requires {
    requires R::goes_with_target;
};

/// Which relations and nodes an extract has.
template <graph_schema S>
class extraction {
public:
    extraction(typed_graph<S> const& g, extract_options const& options)
        : g_(&g), has_node_(g.num_nodes()), has_relation_(num_indices(g)) {
        for (auto const n : options.without) without_.insert(g.require(n));
    }

    /// Takes a relation and all that it needs, unless something of it is to be left out.
    void take(any_relation r) {
        take_one(r);
        while (!waiting_.empty()) {
            auto const n = waiting_.back();
            waiting_.pop_back();
            take_what_goes_with(n, typename S::relation_types());
            g_->visit(n,
                      [&](auto const& payload) { for_each_named(payload, [&](any_node named) { take_node(named); }); });
        }
    }

    [[nodiscard]] typed_graph<S> copy() const {
        typed_graph<S> result;
        node_map<S> map(*g_, result);
        for (std::size_t i = 0; i < has_node_.size(); ++i)
            if (has_node_[i])
                g_->visit(g_->node_at(i),
                          [&](auto const& payload) { map.set(i, any_node(result.add(map.mapped(payload)))); });
        for (std::size_t i = 0; i < g_->num_relations(); ++i) {
            auto const r = g_->relation_at(i);
            if (!has_relation_[r.index()]) continue;
            g_->visit(r, [&](auto const& payload) {
                result.relate_any(map(g_->source(r)), map(g_->target(r)), map.mapped(payload),
                                  map.mapped(typename S::annotation(g_->annotation(r))));
            });
        }
        return result;
    }

private:
    /// One more than the greatest index of a relation.
    static std::size_t num_indices(typed_graph<S> const& g) {
        return g.num_relations() == 0 ? 0 : g.relation_at(g.num_relations() - 1).index() + 1;
    }
    /// Calls f with each node that a payload or annotation names.
    template <class T, class F>
    static void for_each_named(T const& value, F f) {
        if constexpr (names_nodes<T>)
            for_each_reference(value, [&](node_handle auto n) {
                if (!n.is_null()) f(any_node(n));
            });
    }
    template <class F>
    void for_each_needed(any_relation r, F f) const {
        f(g_->source(r));
        f(g_->target(r));
        g_->visit(r, [&](auto const& payload) { for_each_named(payload, f); });
        for_each_named(typename S::annotation(g_->annotation(r)), f);
    }

    void take_one(any_relation r) {
        if (has_relation_[r.index()]) return;
        bool is_left_out = false;
        for_each_needed(r, [&](any_node n) { is_left_out = is_left_out || without_.contains(n); });
        if (is_left_out) return;
        has_relation_[r.index()] = true;
        for_each_needed(r, [&](any_node n) { take_node(n); });
    }
    void take_node(any_node n) {
        if (has_node_[n.index()] || without_.contains(n)) return;
        has_node_[n.index()] = true;
        waiting_.push_back(n);
    }
    template <class... R>
    void take_what_goes_with(any_node n, relations<R...>) {
        (take_typed<R>(n), ...);
    }
    template <class R>
    void take_typed([[maybe_unused]] any_node n) {
        if constexpr (goes_with_its_target<R>)
            for (auto const r : in<R>(*g_, n)) take_one(any_relation(r));
    }

    typed_graph<S> const* g_;
    std::vector<char> has_node_;
    std::vector<char> has_relation_;
    std::vector<any_node> waiting_;
    std::unordered_set<any_node> without_;
};

} // namespace detail

/// A new graph with some of the relations of a graph, with every node that these need, and with nothing else: their
/// ends, the nodes that their payloads and annotations name, and who made the statements among them. Nodes and
/// relations keep their order.
/// @param g the graph
/// @param kept called with an `any_relation` of it; true = it is kept; not copied
/// @param options what is left out whatever is kept
/// @pre nodes name, in their payloads, only nodes that were added before them
/// @return the new graph; handles of g are not its own
/// @throws invalid_handle if a node to be left out is null or of another graph
/// @par Complexity
/// O(V + E)
template <graph_schema S, std::predicate<any_relation> Kept>
[[nodiscard]] typed_graph<S> extract(typed_graph<S> const& g, Kept&& kept, extract_options const& options = {}) {
    detail::extraction<S> part(g, options);
    for (std::size_t i = 0; i < g.num_relations(); ++i)
        if (auto const r = g.relation_at(i); kept(r)) part.take(r);
    return part.copy();
}
/// A new graph without some nodes, and without the relations that touch or name them: `extract(g, {.without =
/// any_nodes(article)})`. Nodes without any relation left are not in it either.
/// @param g the graph
/// @param options what is left out
/// @return the new graph
/// @throws invalid_handle if a node to be left out is null or of another graph
/// @par Complexity
/// O(V + E)
template <graph_schema S>
[[nodiscard]] typed_graph<S> extract(typed_graph<S> const& g, extract_options const& options) {
    return extract(
        g, [](any_relation) { return true; }, options);
}

/// A condition for `extract`: whether a relation begins or ends at one of some nodes.
/// @param g the graph; outlives the condition
/// @param nodes nodes of it
/// @return what is called with an `any_relation`
/// @throws invalid_handle if a node is null or of another graph
/// @par Complexity
/// O(number of nodes); O(1) on average for each relation that is asked about
template <graph_schema S>
[[nodiscard]] auto touching(typed_graph<S> const& g, std::vector<any_node> const& nodes) {
    std::unordered_set<any_node> among;
    for (auto const n : nodes) among.insert(g.require(n));
    return [&g, among](any_relation r) { return among.contains(g.source(r)) || among.contains(g.target(r)); };
}

} // namespace geostance

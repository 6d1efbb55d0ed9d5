// SPDX-License-Identifier: BSL-1.0
/// @file
/// Two graphs become one: merge.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/detail/node_map.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance {

/// How nodes of two graphs meet.
struct merge_options {
    /// schemes in which a code stands for one node: two nodes of one type that share such a code are the same, also if
    /// their keys differ; the key of the graph that grows is kept
    std::vector<std::string> schemes{};
};

/// What became of the nodes and relations that were merged into a graph.
struct merge_report {
    std::size_t nodes = 0;              ///< nodes that were added
    std::size_t nodes_met = 0;          ///< nodes that were there already
    std::size_t nodes_mended = 0;       ///< of these, how many got further aliases or codes, or what the policy made
    std::size_t relations = 0;          ///< relations that were added
    std::size_t relations_repeated = 0; ///< relations that were there already

    friend bool operator==(merge_report const&, merge_report const&) = default;
};

/// A policy of `merge`: two payloads that disagree are a `merge_conflict`. `fill_in` (model/fill_in.hpp) fills in
/// what one leaves empty, and names the field.
struct refuse_conflicts {
    /// @param held the payload of the graph that grows
    /// @param incoming the payload of the graph that is merged into it
    /// @return never
    /// @throws merge_conflict always
    /// @par Complexity
    /// O(size of the payload)
    template <class T>
    T operator()(T const& held, T const& incoming) const {
        throw merge_conflict(detail::type_name<T>(), held.key, detail::label(held), detail::label(incoming));
    }
};
/// A policy of `merge`: the payload of the graph that grows is kept.
struct keep_held {
    /// Chooses the first of both.
    /// @param held the payload of the graph that grows
    /// @return a copy of it
    /// @par Complexity
    /// O(size of the payload)
    template <class T>
    T operator()(T const& held, T const&) const {
        return held;
    }
};
/// A policy of `merge`: the payload of the graph that is merged into it is taken.
struct take_incoming {
    /// Chooses the second of both.
    /// @param incoming the payload of the graph that is merged into the other
    /// @return a copy of it
    /// @par Complexity
    /// O(size of the payload)
    template <class T>
    T operator()(T const&, T const& incoming) const {
        return incoming;
    }
};

namespace detail {

/// Adds to a list what another has and it lacks, each once.
template <class List>
void add_missing(List& list, List const& other) {
    std::set<typename List::value_type> known(list.begin(), list.end());
    for (auto const& each : other)
        if (known.insert(each).second) list.push_back(each);
}

/// Merges a graph into another.
template <graph_schema S, class Policy>
class merger {
public:
    merger(typed_graph<S>& into, typed_graph<S> const& from, merge_options const& options, Policy& policy)
        : into_(&into), from_(&from), options_(&options), policy_(&policy), map_(from, into),
          nodes_before_(into.num_nodes()) {}

    merge_report run() {
        for (std::size_t i = 0; i < from_->num_nodes(); ++i)
            from_->visit(from_->node_at(i), [&](auto const& payload) { map_.set(i, any_node(counterpart(payload))); });
        list_relations();
        for (std::size_t i = 0; i < from_->num_relations(); ++i) {
            auto const r = from_->relation_at(i);
            from_->visit(r, [&](auto const& payload) { take(r, payload); });
        }
        return report_;
    }

private:
    /// The node that is there for a node of the other graph, or a new one.
    template <class T>
    node<T> counterpart(T const& payload) {
        static_assert(std::equality_comparable<T>, "geostance: to be merged, a payload needs operator==");
        auto incoming = map_.mapped(payload);
        auto const met = meet(payload);
        if (!met) {
            ++report_.nodes;
            return into_->add(std::move(incoming));
        }
        ++report_.nodes_met;
        auto held = (*into_)[*met];
        incoming.key = held.key;
        if constexpr (has_aliases<T>) {
            add_missing(held.aliases, incoming.aliases);
            incoming.aliases = held.aliases;
        }
        if constexpr (has_codes<T>) {
            add_missing(held.codes, incoming.codes);
            incoming.codes = held.codes;
        }
        if (!(held == incoming)) held = (*policy_)(std::as_const(held), std::as_const(incoming));
        if (!(held == (*into_)[*met])) {
            into_->set(*met, std::move(held));
            ++report_.nodes_mended;
        }
        return *met;
    }
    /// The node of the growing graph that a payload is about: by its key, or else by a code.
    template <class T>
    [[nodiscard]] std::optional<node<T>> meet(T const& payload) const {
        if (auto const found = into_->find_key(payload.key)) {
            if (auto const typed = into_->template as<T>(*found)) return typed;
            throw merge_conflict({}, payload.key, name_of(*into_, *found), label(payload));
        }
        std::optional<node<T>> met;
        for_each_code(payload, [&](code const& c) {
            auto const& schemes = options_->schemes;
            if (met || std::find(schemes.begin(), schemes.end(), c.scheme) == schemes.end()) return;
            auto const found = into_->template find<T>(c);
            if (found && found->index() < nodes_before_) met = found; // not one that came with this one
        });
        return met;
    }

    /// Adds a relation, unless the growing graph had it, as often as the other one has it.
    template <class R>
    void take(any_relation r, R const& payload) {
        static_assert(std::equality_comparable<R>, "geostance: to be merged, a payload needs operator==");
        auto const source = map_(from_->source(r));
        auto const target = map_(from_->target(r));
        auto mapped = map_.mapped(payload);
        typename S::annotation annotation = map_.mapped(typename S::annotation(from_->annotation(r)));
        auto [first, last] = there_.equal_range(hash_of(source, target, annotation));
        for (; first != last; ++first) {
            auto const known = into_->template as<R>(first->second);
            if (!known || into_->source(first->second) != source || into_->target(first->second) != target ||
                !((*into_)[*known] == mapped) || !(typename S::annotation(into_->annotation(*known)) == annotation))
                continue;
            there_.erase(first); // each stands for one of the other graph
            ++report_.relations_repeated;
            return;
        }
        into_->relate_any(source, target, std::move(mapped), std::move(annotation));
        ++report_.relations;
    }
    /// Lists the relations of the growing graph by their ends and annotation.
    void list_relations() {
        there_.reserve(into_->num_relations());
        for (std::size_t i = 0; i < into_->num_relations(); ++i) {
            auto const r = into_->relation_at(i);
            there_.emplace(hash_of(into_->source(r), into_->target(r), typename S::annotation(into_->annotation(r))),
                           r);
        }
    }
    static std::size_t hash_of(any_node source, any_node target, typename S::annotation const& annotation) {
        auto hash = std::hash<any_node>{}(source)*31 + std::hash<any_node>{}(target);
        if constexpr (requires { content_hash(annotation); }) hash = hash * 31 + content_hash(annotation);
        return hash;
    }

    typed_graph<S>* into_;
    typed_graph<S> const* from_;
    merge_options const* options_;
    Policy* policy_;
    node_map<S> map_;
    std::size_t nodes_before_;
    std::unordered_multimap<std::size_t, any_relation> there_;
    merge_report report_{};
};

} // namespace detail

/// Merges a graph into another. Nodes meet by their key, or by a code in a scheme that the options name; the one that
/// was there gets the other's aliases and codes. Relations with the same type, ends, payload and annotation are the
/// same; if they are in both graphs, and more often in one, the result has as many of them as that one.
/// @param into the graph that grows
/// @param from the graph that is merged into it; it may be the same, which changes nothing
/// @param options how nodes meet
/// @param policy called as `policy(held, incoming)` with two payloads of a node type that differ in more than their
///        aliases and codes, which were united in both before; returns the payload to keep. `refuse_conflicts`,
///        `keep_held`, `take_incoming`, `fill_in`, or one of your own, which is not copied
/// @pre nodes name, in their payloads, only nodes that were added before them
/// @return what was added and what was there
/// @throws merge_conflict if two nodes have one key and differ in type, or in their payload and the policy refuses
/// @throws invalid_state if `from` is an overlay over `into`
/// @throws invalid_value as `add`, `set` and `relate` do
/// @par Guarantee
/// All or nothing.
/// @par Complexity
/// O(V + E) of both graphs on average; O(n m) for n and m relations with the same ends whose annotations have no
/// `content_hash` or the same one
template <graph_schema S, class Policy = refuse_conflicts>
merge_report merge(typed_graph<S>& into, typed_graph<S> const& from, merge_options const& options = {},
                   Policy&& policy = Policy()) {
    if (detail::graph_access::store(from).below().leads_to(detail::graph_access::store(into)))
        throw invalid_state("merge: the graph to be merged lies over the one that grows, and reads it while that "
                            "changes: make a graph of its own of it first, by merging it into an empty one");
    if (&into == &from) return {.nodes_met = from.num_nodes(), .relations_repeated = from.num_relations()};
    transaction change(into);
    auto const report = detail::merger<S, std::remove_reference_t<Policy>>(into, from, options, policy).run();
    change.commit();
    return report;
}

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A graph that lies over another one: overlay, is_supposed.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/typed_graph.hpp>

#include <algorithm>
#include <concepts>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// A graph that lies over another one. It has the nodes and relations of that graph, which is not copied, apart from
/// what is changed here: relations taken away or changed, relations and nodes added. The graph below knows nothing of
/// it. Overlays can lie over overlays.
///
/// It is a `typed_graph`, so whatever reads a graph reads an overlay. Handles of the graph below are handles of it too;
/// those that it issues itself are unknown below. `g.relation_at(i)` and Boost.Graph's edges number the relations that
/// there are, so that `relation_at(i).index()` is more than i once a relation before it was taken away.
///
/// The graph below must outlive the overlay, and must not change as long as the overlay is used: once it has changed,
/// whatever takes a handle or looks up a name throws invalid_handle here. No node can be changed by `set`, not even one
/// that was added here, and an overlay has no `mark`: lay another one over it, and drop that one instead.
///
/// Why so, and not by questions that are templates on a concept of graphs: each question is compiled once, for
/// `typed_graph`, and a graph that lies over none pays one comparison, always false, for each record that it reads.
/// @par Complexity
/// A new overlay takes O(node and relation types + eras of the graph below); reading takes, beside what it takes below,
/// O(log(changes)) for each overlay that lies there
/// @par Thread safety
/// As `typed_graph`; several threads may make overlays over one graph while none changes it.
template <graph_schema S>
class overlay : public typed_graph<S> {
public:
    using annotation_type = typename S::annotation; ///< what every relation carries beside its payload

    /// Lays a graph over another one.
    /// @param below outlives the overlay; an overlay itself is given as a `typed_graph const&`
    /// @throws invalid_handle if it is an overlay over a graph that has changed since
    explicit overlay(typed_graph<S> const& below) : typed_graph<S>(detail::graph_store<S>::over(below.store_)) {}
    explicit overlay(typed_graph<S>&&) = delete; ///< whose life would end first
    /// Takes over the content of another one, as `typed_graph` does.
    /// @param other left empty
    overlay(overlay&& other) noexcept = default;
    /// Takes over the content of another one, as `typed_graph` does.
    /// @param other left empty
    /// @return this
    /// @throws invalid_state if the other one lies over this one: `what_if = suppose(what_if)`
    overlay& operator=(overlay&& other) = default; // NOLINT(performance-noexcept-move-constructor)
    overlay(overlay const&) = delete;
    overlay& operator=(overlay const&) = delete;
    ~overlay() = default;

    /// Takes a relation away. It stays in the graph below.
    /// @param r a relation of this graph
    /// @throws invalid_handle if r is null, belongs to another graph or was taken away already
    /// @throws invalid_state if the overlay was moved from
    /// @par Complexity
    /// O(relations of its type at its ends + changes)
    void take_away(relation_handle auto r) { take_all_away({store().index_of(r)}); }
    /// Takes relations away, all or none.
    /// @param relations different relations of this graph
    /// @throws invalid_handle if one is null, belongs to another graph, was taken away already or is named twice
    /// @throws invalid_state if the overlay was moved from
    /// @par Complexity
    /// for each, O(relations of its type at its ends + changes)
    void take_away(std::vector<any_relation> const& relations) {
        auto const taken = indices_of(relations);
        require_different(taken);
        take_all_away(taken);
    }

    /// Adds a relation in the place of those of its type from one node to the other.
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload what the relation says
    /// @param annotation for example its provenance
    /// @return the relation's handle
    /// @throws invalid_handle as `relate` does
    /// @throws invalid_value as `relate` does
    /// @par Complexity
    /// O(relations of its type at its ends + changes)
    template <class From, relation_type_of<S> R, class To>
    relation<R> relate_instead(node<From> from, node<To> to, R payload,
                               annotation_type annotation = {}) requires may_link<R, From, To> {
        detail::lean_vector<std::uint32_t> replaced;
        store().for_each_between(store().index_of(from), store().index_of(to), [&](std::uint32_t index) {
            if (store().relations[index].type == detail::graph_store<S>::template relation_type_number<R>)
                replaced.push_back(index);
        });
        store().make_room_to_take(replaced);
        auto const added = this->relate(from, to, std::move(payload), std::move(annotation));
        store().take(replaced);
        return added;
    }

protected:
    /// Gives relations of this graph other annotations, which are valid, and takes others away: all of it or nothing.
    /// @param changed each with its new annotation, and none of them twice
    /// @param taken relations that are not among those, none of them twice
    void change_all(std::vector<std::pair<any_relation, annotation_type>> changed,
                    std::vector<any_relation> const& taken) {
        auto const indices = indices_of(taken);
        store().make_room_to_take(indices);
        store().relations.make_room_to_change(changed.size());
        auto& annotations = store().annotations.own();
        auto const first = annotations.size();
        try {
            for (auto& [r, annotation] : changed) annotations.push_back(std::move(annotation));
        } catch (...) {
            annotations.truncate(first);
            throw;
        }
        auto next = static_cast<std::uint32_t>(store().annotations.first_own() + first);
        for (auto const& [r, annotation] : changed) store().relations.changed(store().index_of(r)).annotation = next++;
        store().take(indices);
    }

private:
    [[nodiscard]] detail::graph_store<S>& store() noexcept { return this->store_; }
    [[nodiscard]] detail::lean_vector<std::uint32_t> indices_of(std::vector<any_relation> const& relations) const {
        detail::lean_vector<std::uint32_t> result;
        result.reserve(relations.size());
        for (auto const r : relations) result.push_back(this->store_.index_of(r));
        return result;
    }
    static void require_different(detail::lean_vector<std::uint32_t> indices) {
        detail::sort(indices);
        auto const twice = std::adjacent_find(indices.begin(), indices.end());
        if (twice != indices.end())
            throw invalid_handle("take_away: relation " + std::to_string(*twice) + " is named twice");
    }
    void take_all_away(detail::lean_vector<std::uint32_t> const& taken) {
        store().make_room_to_take(taken);
        store().take(taken);
    }
};

/// Whether a relation is there, or is as it is, only in an overlay; false for whatever a graph has that lies over none.
/// @param g the graph
/// @param r a relation of it
/// @return true if it was added, or its payload or annotation replaced, in an overlay
/// @throws invalid_handle if r is null or belongs to another graph
/// @par Complexity
/// O(1) on average
template <graph_schema S>
[[nodiscard]] bool is_supposed(typed_graph<S> const& g, relation_handle auto r) {
    auto const& store = detail::graph_access::store(g);
    return store.relations.is_of_a_layer(store.index_of(r));
}
/// Whether a node is there only in an overlay.
/// @param g the graph
/// @param n a node of it
/// @return true if it was added in an overlay
/// @throws invalid_handle if n is null or belongs to another graph
/// @par Complexity
/// O(1) on average
template <graph_schema S>
[[nodiscard]] bool is_supposed(typed_graph<S> const& g, node_handle auto n) {
    auto const& store = detail::graph_access::store(g);
    return store.index_of(n) >= store.bottom().nodes.size();
}

/// Exchanges the content of two graphs of one class; their handles are then handles of the other one.
/// @param a one
/// @param b the other
/// @throws invalid_state if one lies over the other, and then both are as they were; `std::swap`, called by that name,
///         leaves the first one empty in that case
/// @par Complexity
/// O(1)
/// @par Guarantee
/// If it throws, both are as they were.
template <class Graph>
    requires std::derived_from<Graph, typed_graph<typename Graph::schema_type>>
void swap(Graph& a, Graph& b) {
    auto const& one = detail::graph_access::store(a);
    auto const& other = detail::graph_access::store(b);
    one.below().require_apart_from(other);
    other.below().require_apart_from(one);
    Graph kept(std::move(a));
    a = std::move(b);
    b = std::move(kept);
}

} // namespace geostance

/// @cond
template <geostance::graph_schema S>
struct boost::graph_traits<geostance::overlay<S>> : boost::graph_traits<geostance::typed_graph<S>> {};
template <geostance::graph_schema S>
struct boost::graph_traits<geostance::overlay<S> const> : boost::graph_traits<geostance::typed_graph<S>> {};
template <geostance::graph_schema S, class Tag>
struct boost::property_map<geostance::overlay<S>, Tag> : boost::property_map<geostance::typed_graph<S>, Tag> {};
/// @endcond

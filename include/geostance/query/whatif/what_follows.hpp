// SPDX-License-Identifier: BSL-1.0
/// @file
/// What follows from a supposition: differences between a record and what lies over it.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/graph/overlay.hpp>
#include <geostance/query/network/detail/reach.hpp>
#include <geostance/query/position/differences.hpp>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace geostance {

namespace detail {

/// The targets on which positions may be others than in a graph over the same record.
template <class S>
std::vector<any_node> targets_that_may_differ(typed_graph<S> const& g, typed_graph<S> const& other) {
    auto const& store = graph_access::store(g);
    citations<S> const cited(g);
    reach<S> found(g, cited);
    auto const add = [&](std::uint32_t index) {
        if (!store.relations.is_gone(index)) found.add(store.template handle_at<any_relation>(index));
    };
    store.relations.for_each_of_layers(add);
    // What the other one changes of the record that both have.
    auto const shared = store.bottom().relations.bound();
    graph_access::store(other).relations.for_each_of_layers([&](std::uint32_t index) {
        if (index < shared) add(index);
    });
    auto result = found.targets();
    for (auto const& at : found.evidence()) result.push_back(at.target);
    return result;
}

/// The positions on some targets, as `positions` lists them.
template <class S>
std::vector<held_position> positions_on(reading<S> const& record, std::vector<any_node> const& targets) {
    std::vector<held_position> result;
    for (auto const target : targets)
        if (record.graph().owns(target)) add_positions_on(record, target, {}, result);
    return result;
}

} // namespace detail

/// What follows from a supposition: where its positions differ from those of the record that it lies over.
/// @param g the record, or a supposition
/// @param supposed a supposition over it, or over the same record
/// @param asked the reading of both
/// @param options what counts as a difference
/// @return by target, then by holder, both in order of insertion; `first` is of g
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options
/// @throws invalid_state if the two do not lie over one record, or it has changed since
/// @par Complexity
/// that of `holders_of_positions` for each target that what is supposed can reach, and O(E) if it makes, takes back or
/// takes away a statement, or changes what a publication derives from
template <stance_schema S>
[[nodiscard]] std::vector<difference> differences(typed_graph<S> const& g, overlay<S> const& supposed,
                                                  lens const& asked = {}, differences_options const& options = {}) {
    validate(options);
    if (&detail::graph_access::store(g).bottom() != &detail::graph_access::store(supposed).bottom())
        throw invalid_state("differences: the second is no supposition over the first, or over the same record");
    auto targets = detail::targets_that_may_differ<S>(g, supposed);
    auto const more = detail::targets_that_may_differ<S>(supposed, g);
    targets.insert(targets.end(), more.begin(), more.end());
    detail::sort(targets);
    targets.erase(std::unique(targets.begin(), targets.end()), targets.end());
    typed_graph<S> const& then = supposed;
    detail::reading<S> const before(g, asked);
    detail::reading<S> const after(then, asked);
    return detail::differences_between(before, detail::positions_on(before, targets), after,
                                       detail::positions_on(after, targets), options);
}

} // namespace geostance

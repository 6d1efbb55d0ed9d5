// SPDX-License-Identifier: BSL-1.0
/// @file
/// Suppositions that a page compares with the record and with each other.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/overlay.hpp>
#include <geostance/query/describe.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace geostance::page {

/// A supposition as a page shows it: `{"Russia abstains", supposed}`.
template <stance_schema S>
struct what_if {
    std::string title{};                            ///< what it is called, not empty
    std::reference_wrapper<overlay<S> const> world; ///< a supposition over the record; outlives the writing
};

/// Checks what is to be compared.
/// @param g the record
/// @param suppositions as `write` takes them
/// @throws invalid_value for an empty title, or a supposition that does not lie over the record
/// @par Complexity
/// O(number of suppositions)
template <stance_schema S>
void validate(typed_graph<S> const& g, std::vector<what_if<S>> const& suppositions) {
    auto const bottom = [](typed_graph<S> const& below) {
        return &geostance::detail::graph_access::store(below).bottom();
    };
    for (auto const& s : suppositions) {
        if (s.title.empty()) throw invalid_value("page::what_if.title", "nothing", "what the supposition is called");
        if (bottom(s.world.get()) != bottom(g))
            throw invalid_value("page::what_if.world", s.title, "a supposition over the record of the page");
    }
}

namespace detail {

/// What is supposed, in sentences: what is taken away from the record, then what is added, in order of insertion.
/// @param g the record
/// @param supposed a supposition over it
/// @return one sentence a relation
template <stance_schema S>
[[nodiscard]] std::vector<std::string> sentences_of(typed_graph<S> const& g, typed_graph<S> const& supposed) {
    auto const& store = geostance::detail::graph_access::store(supposed);
    std::vector<std::uint32_t> changed;
    store.relations.for_each_of_layers([&](std::uint32_t index) { changed.push_back(index); });
    std::sort(changed.begin(), changed.end());
    changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
    std::vector<std::string> result;
    for (auto const index : changed) {
        auto const r = store.template handle_at<any_relation>(index);
        if (supposed.owns(r))
            result.push_back(describe(supposed, r));
        else if (g.owns(r)) // else it was only supposed, in a layer between
            result.push_back(describe(g, r) + " [taken away]");
    }
    return result;
}

} // namespace detail

} // namespace geostance::page

// SPDX-License-Identifier: BSL-1.0
/// @file
/// When publications that took their content from others first appeared.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/detail/table.hpp>

#include <cstddef>

namespace geostance::detail {

/// The day of the oldest original behind each publication, found at once for all that `derives_from` connects.
template <stance_schema S>
class originals {
public:
    explicit originals(typed_graph<S> const& g) : graph_(g) {}

    /// The day of the oldest publication that took its content from none and that a publication leads to; unknown if
    /// there is none, or none with a day.
    /// @param is_heard called with a row of `derives_from`: whether it counts; the same in every call
    /// @par Complexity
    /// O(n log n) for n rows of `derives_from` in its group; O(1) once the group is known
    template <class IsHeard>
    [[nodiscard]] date oldest_behind(node<publication> paper, IsHeard is_heard) const {
        if (auto const* known = oldest_.find(paper)) return *known;
        for (auto const original : originals_around(paper, is_heard)) spread(original, is_heard);
        return *oldest_.find(paper);
    }

private:
    /// Enters the publications that rows connect with one, and returns those of them that took from none, oldest first.
    template <class IsHeard>
    [[nodiscard]] lean_vector<node<publication>> originals_around(node<publication> paper,
                                                                  IsHeard const& is_heard) const {
        lean_vector<node<publication>> result;
        lean_vector<node<publication>> found{paper};
        oldest_.insert(paper, date());
        for (std::size_t i = 0; i < found.size(); ++i) {
            auto const at = found[i];
            bool is_original = true;
            auto const enter = [&](node<publication> other) {
                if (oldest_.insert(other, date()).second) found.push_back(other);
            };
            for (auto const r : out<derives_from>(graph_, at)) {
                if (!is_heard(r)) continue;
                is_original = false;
                enter(graph_.target(r));
            }
            for (auto const r : in<derives_from>(graph_, at))
                if (is_heard(r)) enter(graph_.source(r));
            if (graph_[at].published.is_known() && is_original) result.push_back(at);
        }
        detail::sort(result, [&](node<publication> a, node<publication> b) {
            date const of_a = graph_[a].published;
            date const of_b = graph_[b].published;
            if (of_a.first_day() != of_b.first_day()) return of_a.first_day() < of_b.first_day();
            return of_a.last_day() != of_b.last_day() ? of_a.last_day() < of_b.last_day() : a < b;
        });
        return result;
    }

    /// Gives the day of an original to all that lead to it and have none yet.
    template <class IsHeard>
    void spread(node<publication> original, IsHeard const& is_heard) const {
        date const day = graph_[original].published;
        lean_vector<node<publication>> waiting{original};
        while (!waiting.empty()) {
            auto const at = waiting.back();
            waiting.pop_back();
            for (auto const r : in<derives_from>(graph_, at)) {
                if (!is_heard(r)) continue;
                auto& known = oldest_.insert(graph_.source(r), date()).first;
                if (known.is_known()) continue;
                known = day;
                waiting.push_back(graph_.source(r));
            }
        }
    }

    typed_graph<S> const& graph_;
    mutable table<node<publication>, date> oldest_;
};

} // namespace geostance::detail

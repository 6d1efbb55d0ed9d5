// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record of a period, taken out of a longer one: extract_period.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/graph/extract.hpp>
#include <geostance/query/detail/known_record.hpp>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace geostance {

namespace detail {

/// Which relations a record of a period has: those that hold in it, and those that act on these on every day. What a
/// statement or publication takes back, and what a motion would do, is so whenever it was said.
template <stance_schema S>
class relations_of_period {
public:
    relations_of_period(typed_graph<S> const& g, period when) : g_(g), needed_(g.num_nodes()) {
        lens const everything;
        known_record<S> const record(g, everything);
        for (std::size_t i = 0; i < g.num_relations(); ++i)
            if (auto const r = g.relation_at(i); overlaps(record.time_of(r), when) != certainty::no) keep(r);
        while (!waiting_.empty()) {
            auto const n = waiting_.back();
            waiting_.pop_back();
            keep_all(in<retracts>(g, n));
            keep_all(in<supersedes>(g, n));
            keep_all(in<corrects>(g, n));
            keep_all(in<disowns>(g, n));
            keep_all(out<derives_from>(g, n));
            keep_all(out<would>(g, n));
        }
        detail::sort(kept_);
    }

    [[nodiscard]] bool has(any_relation r) const { return std::binary_search(kept_.begin(), kept_.end(), r); }

private:
    template <class Range>
    void keep_all(Range const& relations) {
        for (auto const r : relations) keep(any_relation(r));
    }
    void keep(any_relation r) {
        kept_.push_back(r);
        provenance const& p = g_.annotation(r);
        for (auto const n : {g_.source(r), g_.target(r), any_node(p.claimed_in), any_node(p.publication)}) need(n);
    }
    void need(any_node n) {
        if (n.is_null() || needed_[n.index()]) return;
        needed_[n.index()] = true;
        waiting_.push_back(n);
    }

    typed_graph<S> const& g_;
    std::vector<any_relation> kept_{};
    std::vector<bool> needed_;
    std::vector<any_node> waiting_{}; ///< needed, and not yet asked what acts on them
};

} // namespace detail

/// A new record of a period: the relations that hold in it or may hold in it, with every node that these need, and with
/// nothing else. A relation without any date holds from the day on which it was said or published; one of which not
/// even that is known may hold at any time. A vote stands from its day on, and what was cast before the period is kept.
///
/// Whatever its day, kept is also what acts on these: what retracts, supersedes, corrects or disowns a statement among
/// them, from where a publication derives, and what a motion would do. So positions on a day of the period are those of
/// the whole record, but where they rest on something else from outside of it: an office from which a later speaker
/// took something back, or the words with which a later statement corrects an earlier one.
/// @param g the record
/// @param when the period: `during(2020y)`, `{2019y / 5, 2021y}`, `since(2022y)`
/// @param options what is left out whatever holds
/// @return the new record; handles of g are not its own
/// @throws invalid_value if the period ends before it begins
/// @throws invalid_handle if a node to be left out is null or of another graph
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] typed_graph<S> extract_period(typed_graph<S> const& g, period when, extract_options const& options = {}) {
    validate(when);
    detail::relations_of_period<S> const kept(g, when);
    return extract(
        g, [&](any_relation r) { return kept.has(r); }, options);
}

} // namespace geostance

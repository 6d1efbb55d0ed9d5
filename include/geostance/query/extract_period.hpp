// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record of a period, taken out of a longer one: extract_period.
#pragma once

#include <geostance/graph/extract.hpp>
#include <geostance/query/detail/known_record.hpp>

namespace geostance {

/// A new record of a period: the relations that hold in it or may hold in it, with every node that these need, and with
/// nothing else. A relation without any date holds from the day on which it was said or published; one of which not
/// even that is known may hold at any time. A vote stands from its day on, and what was cast before the period is kept.
/// @param g the record
/// @param when the period: `during(2020y)`, `{2019y / 5, 2021y}`, `since(2022y)`
/// @param options what is left out whatever holds
/// @return the new record; handles of g are not its own
/// @throws invalid_value if the period ends before it begins; invalid_handle if a node to be left out is null or of
///         another graph
/// @par Complexity
/// O(V + E)
template <stance_schema S>
[[nodiscard]] typed_graph<S> extract_period(typed_graph<S> const& g, period when, extract_options const& options = {}) {
    validate(when);
    const lens everything;
    const detail::known_record<S> record(g, everything);
    return extract(
        g, [&](any_relation r) { return overlaps(record.time_of(r), when) != certainty::no; }, options);
}

} // namespace geostance

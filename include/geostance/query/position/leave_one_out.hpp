// SPDX-License-Identifier: BSL-1.0
/// @file
/// Leaving out one thing after another: what each source, statement or speaker carries in a whole record.
#pragma once

#include <geostance/detail/in_parallel.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/query/position/differences.hpp>

#include <cstddef>
#include <vector>

namespace geostance {

/// What changes when one thing is left out.
struct changes_of_one {
    any_node what{};                   ///< what is left out
    std::vector<difference> changes{}; ///< between the reading with it and the reading without
};

/// How things are left out.
struct leave_one_out_options {
    differences_options differences{}; ///< what counts as a change
    /// how many threads work: 0 = as many as the machine has, at most 1024. The result does not depend on it
    std::size_t threads = 1;
};

/// What changes when each of some publications, statements or speakers is left out alone: `changes_without` for each.
/// Where nothing changes, whatever the thing reports is reported elsewhere, too, or does not count.
/// @param g the record; not to be changed meanwhile
/// @param each what is left out, one after another, such as every publication of the record
/// @param asked the reading with them; its own `without` is kept
/// @param options what counts as a change, and how many threads work
/// @return one for each, in the order given; the changes of one by target, then by holder
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options
/// @par Complexity
/// O(n (V + E log E)) for n things, shared by the threads; each of them holds all positions of one reading
template <stance_schema S>
[[nodiscard]] std::vector<changes_of_one>
changes_without_each(typed_graph<S> const& g, std::vector<any_node> const& each, lens const& asked = {},
                     leave_one_out_options const& options = {}) {
    validate(options.differences);
    auto const with_all = positions(g, asked);
    std::vector<changes_of_one> result(each.size());
    detail::for_each_in_parallel(detail::threads_for(options.threads), each.size(), [&](std::size_t, std::size_t i) {
        auto without = asked;
        without.without.push_back(each[i]);
        detail::reading<S> const before(g, asked); // of this thread's own
        detail::reading<S> const after(g, without);
        result[i] = {each[i], detail::differences_between(before, with_all, after, detail::all_positions(after),
                                                          options.differences)};
    });
    return result;
}

} // namespace geostance

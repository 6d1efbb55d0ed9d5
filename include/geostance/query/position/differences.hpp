// SPDX-License-Identifier: BSL-1.0
/// @file
/// Where two readings of a record differ: two days, two speakers, words and deeds.
#pragma once

#include <geostance/query/detail/node_number.hpp>
#include <geostance/query/position/holders.hpp>

#include <cmath>
#include <ostream>
#include <utility>
#include <vector>

namespace geostance {

/// A position that two readings see differently.
struct difference {
    any_node who{};    ///< the holder
    any_node target{}; ///< what it is about
    position first{};  ///< under the first reading; `none` where it knows of no position
    position second{}; ///< under the second
};

/// Writes `node 3 on node 7: none, then opposes -1 (2 pieces of evidence, weight 1)`.
/// @param out gets the text
/// @param d the difference
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, difference const& d) {
    return out << detail::node_number(d.who) << " on " << detail::node_number(d.target) << ": " << d.first << ", then "
               << d.second;
}

/// What counts as a difference.
struct differences_options {
    /// differences of the values up to this are ignored while the attitudes agree; in [0, 2]
    double tolerance = 1e-9;
};

/// Checks the options.
/// @param options the options
/// @throws invalid_value for a tolerance that is not in [0, 2]
/// @par Complexity
/// O(1)
inline void validate(differences_options const& options) {
    if (!(options.tolerance >= 0 && options.tolerance <= 2))
        throw invalid_value("differences_options.tolerance", detail::number_text(options.tolerance),
                            "a number in [0, 2]");
}

namespace detail {

/// The position of somebody whom `positions` does not list. There is one only for an office in between, through which
/// others speak or act for somebody else.
template <class S>
position unlisted_position(reading<S> const& record, any_node who, any_node target) {
    auto const& g = record.graph();
    if (!g.owns(who) || !g.owns(target) || record.binds_nobody(who)) return {};
    return position_from(record, gather(record, who, target));
}

/// Where two lists of positions differ, both by target, then by holder, each of one reading.
template <class S>
std::vector<difference> differences_between(reading<S> const& first, std::vector<held_position> const& before,
                                            reading<S> const& second, std::vector<held_position> after,
                                            differences_options const& options) {
    std::vector<difference> result;
    auto const compare = [&](any_node who, any_node target, position const& a, position&& b) {
        if (a.attitude != b.attitude || std::abs(a.value - b.value) > options.tolerance)
            result.push_back({who, target, a, std::move(b)});
    };
    auto a = before.begin();
    auto b = after.begin();
    while (a != before.end() || b != after.end()) {
        auto const at = [](held_position const& p) { return std::pair(p.target, p.who); };
        if (b == after.end() || (a != before.end() && at(*a) < at(*b))) {
            compare(a->who, a->target, a->position, unlisted_position(second, a->who, a->target));
            ++a;
        } else if (a == before.end() || at(*b) < at(*a)) {
            compare(b->who, b->target, unlisted_position(first, b->who, b->target), std::move(b->position));
            ++b;
        } else {
            compare(a->who, a->target, a->position, std::move(b->position));
            ++a;
            ++b;
        }
    }
    return result;
}

} // namespace detail

/// Where two readings of a record differ: on two days, by two speakers' accounts, in words and in deeds.
/// @param g the record
/// @param first one reading
/// @param second the other
/// @param options what counts as a difference
/// @return by target, then by holder, both in order of insertion
/// @throws invalid_handle for a handle of a lens that is null or of another graph
/// @throws invalid_value for a field of a lens or of the options
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] std::vector<difference> differences(typed_graph<S> const& g, lens const& first, lens const& second,
                                                  differences_options const& options = {}) {
    validate(options);
    detail::reading<S> const before(g, first);
    detail::reading<S> const after(g, second);
    return detail::differences_between(before, detail::all_positions(before), after, detail::all_positions(after),
                                       options);
}

/// What changes when sources, statements or speakers are left out.
/// @param g the record
/// @param left_out publications, statements and speakers
/// @param asked the reading with them; its own `without` is kept
/// @return the differences between the reading with them and the reading without
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] std::vector<difference> changes_without(typed_graph<S> const& g, std::vector<any_node> const& left_out,
                                                      lens const& asked = {}) {
    lens without = asked;
    without.without.insert(without.without.end(), left_out.begin(), left_out.end());
    return differences(g, asked, without);
}

} // namespace geostance

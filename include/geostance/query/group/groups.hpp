// SPDX-License-Identifier: BSL-1.0
/// @file
/// Groups: a group's own position as opposed to its members', who dissents, who is silent, and who may commit it.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/claim/remarks.hpp>
#include <geostance/query/claim/statements.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

namespace geostance {

/// The members of a group on the day of the lens: those that `member_of` links to it. A pledge (`allied_with`) makes no
/// member.
/// @param g the record
/// @param group an alliance, an organisation, a council
/// @param asked the reading; without `at`, those who were members at any time
/// @return each once, in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(m log m) for m memberships of the group
template <stance_schema S>
[[nodiscard]] std::vector<any_node> members_of(typed_graph<S> const& g, any_node group, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    std::vector<any_node> result;
    for (auto const r : in<member_of>(g, group))
        if (record.is_held(r)) result.push_back(g.source(any_relation(r)));
    detail::sort(result);
    detail::erase_repeats(result);
    return result;
}

/// A group and its members on one target.
struct group_stand {
    /// the group's own position: its acts, and official words in its name
    position own{};
    /// the members' positions, each its own; the `none` are those who are silent
    std::vector<holding> members{};
    /// the mean of the members who have a position, each counting once; NaN where none has
    double mean_of_members = std::numeric_limits<double>::quiet_NaN();
};

namespace detail {

template <stance_schema S>
group_stand group_position_any(typed_graph<S> const& g, any_node group, any_node target, lens asked) {
    asked.inherit_from_groups = 0;
    group_stand result{position_of(g, group, target, asked), {}};
    double sum = 0;
    double number = 0;
    for (auto const member : members_of(g, group, asked)) {
        result.members.push_back({member, position_of(g, member, target, asked)});
        auto const& held = result.members.back().position;
        if (held.attitude == attitude::none) continue;
        sum += held.value;
        ++number;
    }
    if (number > 0) result.mean_of_members = sum / number;
    return result;
}

} // namespace detail

/// A group's own position, and beside it each member's.
/// @param g the record
/// @param group an alliance, an organisation, a council
/// @param target what the positions are about
/// @param asked the reading; members inherit nothing here
/// @return the group's own position and each member's
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `position_of` for the group and each member
template <stance_schema S>
[[nodiscard]] group_stand group_position(typed_graph<S> const& g, position_holder<S> auto group,
                                         position_target<S> auto target, lens const& asked = {}) {
    return detail::group_position_any(g, any_node(group), any_node(target), asked);
}

/// A member whose position differs from its group's.
struct dissent {
    any_node who{};                 ///< the member
    geostance::position position{}; ///< where it stands
    double distance = 0;            ///< its value minus the group's, in [-2, 2]
};

/// What counts as dissent.
struct dissenters_options {
    /// the least distance between the values that counts, in (0, 2]
    double least_distance = 0.5;
};

namespace detail {

template <stance_schema S>
std::vector<dissent> dissenters_any(typed_graph<S> const& g, any_node group, any_node target, lens const& asked,
                                    dissenters_options const& options) {
    if (!(options.least_distance > 0 && options.least_distance <= 2))
        throw invalid_value("dissenters_options.least_distance", detail::number_text(options.least_distance),
                            "a number in (0, 2]");
    auto stand = group_position(g, group, target, asked);
    double const common = stand.own.attitude == attitude::none ? stand.mean_of_members : stand.own.value;
    std::vector<dissent> result;
    for (auto& m : stand.members)
        if (double const distance = m.position.value - common; std::abs(distance) >= options.least_distance)
            result.push_back({m.who, std::move(m.position), distance});
    detail::sort(result, [](auto const& a, auto const& b) { return std::abs(a.distance) > std::abs(b.distance); });
    return result;
}

} // namespace detail

/// The members whose position is far from the group's: from its own position, or, if it has none, from the mean of
/// its members.
/// @param g the record
/// @param group an alliance, an organisation, a council
/// @param target what the positions are about
/// @param asked the reading
/// @param options what counts as far
/// @return farthest first, then in order of insertion; empty if neither group nor members have a position
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options, or a node that cannot take part in a position
/// @par Complexity
/// that of `group_position`
template <stance_schema S>
[[nodiscard]] std::vector<dissent> dissenters(typed_graph<S> const& g, position_holder<S> auto group,
                                              position_target<S> auto target, lens const& asked = {},
                                              dissenters_options const& options = {}) {
    return detail::dissenters_any(g, any_node(group), any_node(target), asked, options);
}

namespace detail {

/// The members of a group without a recorded position on a target, in order of insertion.
template <stance_schema S>
std::vector<any_node> without_position(typed_graph<S> const& g, any_node group, any_node target, lens const& asked) {
    std::vector<any_node> result;
    for (auto const& m : group_position(g, group, target, asked).members)
        if (m.position.attitude == attitude::none) result.push_back(m.who);
    return result;
}

template <stance_schema S>
std::vector<any_node> silent_any(typed_graph<S> const& g, any_node group, any_node target, lens const& asked) {
    auto result = without_position(g, group, target, asked);
    std::vector<any_node> spoke;
    for (auto const& r : remarks_on(reading<S>(g, asked), target)) spoke.push_back(r.who);
    detail::sort(spoke);
    detail::erase_if(result, [&](any_node who) { return std::binary_search(spoke.begin(), spoke.end(), who); });
    return result;
}

} // namespace detail

/// The members of a group that praised, condemned or demanded a target without a recorded position on it: they are not
/// silent, and a stance may have been forgotten.
/// @param g the record
/// @param group an alliance, an organisation, a council
/// @param target what they spoke of
/// @param asked the reading; `according_to` does not matter
/// @return their remarks that stand, by speaker and then in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `group_position`, and O(s) for s voices of statements about the target
template <stance_schema S>
[[nodiscard]] std::vector<remark> remarks_without_position(typed_graph<S> const& g, position_holder<S> auto group,
                                                           position_target<S> auto target, lens const& asked = {}) {
    auto const undecided = detail::without_position(g, any_node(group), any_node(target), asked);
    auto result = detail::remarks_on(detail::reading<S>(g, asked), any_node(target));
    detail::erase_if(result,
                     [&](remark const& r) { return !std::binary_search(undecided.begin(), undecided.end(), r.who); });
    detail::sort(result, [](remark const& a, remark const& b) {
        return a.who != b.who ? a.who < b.who : a.recorded < b.recorded;
    });
    return result;
}

/// The members of a group that said nothing of a target. A member that is recorded as neutral or mixed has said
/// something and is not among them; neither is one that praised, condemned or demanded it (see
/// `remarks_without_position`).
/// @param g the record
/// @param group an alliance, an organisation, a council
/// @param target what they are silent about
/// @param asked the reading
/// @return in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens, or a node that cannot take part in a position
/// @par Complexity
/// that of `group_position`
template <stance_schema S>
[[nodiscard]] std::vector<any_node> silent(typed_graph<S> const& g, position_holder<S> auto group,
                                           position_target<S> auto target, lens const& asked = {}) {
    return detail::silent_any(g, any_node(group), any_node(target), asked);
}

/// Whether what somebody says or does officially commits a group on the day of the lens. Members speak for themselves.
/// @param g the record
/// @param who an actor
/// @param group an alliance or organisation
/// @param asked the reading
/// @return true if it speaks for the group, or is the group
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// that of `principals_of`
template <stance_schema S>
[[nodiscard]] bool may_commit(typed_graph<S> const& g, any_node who, any_node group, lens const& asked = {}) {
    static_cast<void>(key_of(g, group));
    return detail::contains(principals_of(g, who, asked), any_node(group)) || any_node(who) == any_node(group);
}

} // namespace geostance

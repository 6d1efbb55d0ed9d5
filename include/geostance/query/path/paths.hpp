// SPDX-License-Identifier: BSL-1.0
/// @file
/// Paths: how two nodes are connected, strongest first; the sign an unrecorded tie would have; who can mediate.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/query/path/connection.hpp>
#include <geostance/query/path/detail/path_finder.hpp>
#include <geostance/query/position/holders.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance {

namespace detail {

template <class... Rs>
bool names_one_of(std::string_view name, relations<Rs...> const*) {
    return ((type_name<Rs>() == name) || ...);
}

template <class S>
void check(connections_options const& options) {
    if (options.max_connections == 0) throw invalid_value("connections_options.max_connections", "0", "at least 1");
    if (options.longest == 0) throw invalid_value("connections_options.longest", "0", "at least 1");
    for (auto const name : options.types) {
        if (!names_one_of(name, static_cast<typename S::relation_types const*>(nullptr)))
            throw invalid_value("connections_options.types", std::string(name), "the name of a type of relation");
    }
}

/// The strongest paths, until `goes_on` says no of one.
template <class S>
std::vector<connection> connections_while(typed_graph<S> const& g, any_node from, any_node to, lens const& asked,
                                          connections_options const& options,
                                          function_ref<bool(connection const&)> goes_on) {
    check<S>(options);
    static_cast<void>(key_of(g, from));
    static_cast<void>(key_of(g, to));
    reading<S> const record(g, asked);
    return path_finder<S>(record, options).strongest(from, to, goes_on);
}

} // namespace detail

/// How two nodes are connected through relations that count under the lens, in whichever direction these point. The
/// lens's channels and facet select positions only; offices, effects and the like have neither, and always count.
/// @param g the record
/// @param from one node
/// @param to another
/// @param asked the reading
/// @param options how many, how long, and by which relation types
/// @return the strongest simple paths, strongest first; the strength of a relation is the weight of its evidence times
///         the magnitude of its value, if it has one
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options
/// @par Complexity
/// O(k l^2 E log E) for k paths and l = `options.longest`
/// @par Source
/// Yen, J. Y. (1971). Finding the k shortest loopless paths in a network. Management Science 17, 712-716,
/// doi:10.1287/mnsc.17.11.712.
template <stance_schema S>
[[nodiscard]] std::vector<connection> connections(typed_graph<S> const& g, any_node from, any_node to,
                                                  lens const& asked = {}, connections_options const& options = {}) {
    return detail::connections_while<S>(g, from, to, asked, options, [](connection const&) { return true; });
}

/// How two nodes are connected through relations of some types: `connections<stance, casts>(g, a, b)`.
/// @tparam R relation types of the schema
/// @param g the record
/// @param from one node
/// @param to another
/// @param asked the reading
/// @param options how many and how long; its types are replaced by R
/// @return as `connections`
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options
/// @par Complexity
/// that of `connections`
template <class... R, stance_schema S>
    requires(sizeof...(R) != 0 && (relation_type_of<R, S> && ...))
[[nodiscard]] std::vector<connection> connections(typed_graph<S> const& g, any_node from, any_node to,
                                                  lens const& asked = {}, connections_options options = {}) {
    options.types = {detail::type_name<R>()...};
    return connections(g, from, to, asked, options);
}

/// Passes on the connections of two nodes one by one, strongest first, for those who cannot say beforehand how many
/// they need: the strongest that leads through somebody, or all that are at least so strong.
/// @code
/// for_each_connection(g, a, b, [&](connection const& c) { return !leads_through(c, broker); });
/// @endcode
/// @param g the record; does not change meanwhile
/// @param from one node
/// @param to another
/// @param visit called with each `connection`, which is good for that call; returns false to end the search, or
///        nothing. It may have state, and is not copied
/// @param asked the reading
/// @param options how long, and by which relation types; `max_connections` does not count
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options
/// @par Complexity
/// that of `connections` for as many as were visited
template <stance_schema S, std::invocable<connection const&> Visit>
void for_each_connection(typed_graph<S> const& g, any_node from, any_node to, Visit&& visit, lens const& asked = {},
                         connections_options options = {}) {
    options.max_connections = std::numeric_limits<std::size_t>::max();
    detail::connections_while<S>(g, from, to, asked, options, [&](connection const& next) {
        if constexpr (std::is_void_v<std::invoke_result_t<Visit&, connection const&>>) {
            std::invoke(visit, next);
            return true;
        } else {
            return static_cast<bool>(std::invoke(visit, next));
        }
    });
}

/// The sign that a tie which nobody recorded would have. It is derived, never a record.
struct implied_tie {
    double value = std::numeric_limits<double>::quiet_NaN(); ///< in [-1, 1]; NaN if no path connects the two
    std::vector<connection> rests_on{};                      ///< the signed paths that it comes from
};

/// The sign that an unrecorded tie between two nodes would have if friends of friends are friends and enemies of
/// friends are enemies: the signs of the strongest signed paths, each weighing as much as it is strong.
/// @param g the record
/// @param from one node
/// @param to another
/// @param asked the reading
/// @param options how many paths vote; only relations with a sign are used, and direct ones do not count
/// @return the value and the paths
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens or of the options
/// @par Complexity
/// that of `connections`
/// @par Source
/// Heider, F. (1946). Attitudes and cognitive organization. Journal of Psychology 21, 107-112. Cartwright, D. and
/// Harary, F. (1956). Structural balance: a generalization of Heider's theory. Psychological Review 63, 277-293,
/// doi:10.1037/h0046049.
template <stance_schema S>
[[nodiscard]] implied_tie implied_sign(typed_graph<S> const& g, any_node from, any_node to, lens const& asked = {},
                                       connections_options options = {}) {
    options.only_signed = true;
    std::size_t direct = 0;
    auto const count = [&](any_relation) { ++direct; };
    g.for_each_between(any_node(from), any_node(to), count);
    g.for_each_between(any_node(to), any_node(from), count);
    auto const wanted = options.max_connections;
    options.max_connections += std::min(direct, std::numeric_limits<std::size_t>::max() - options.max_connections);
    implied_tie result;
    double sum = 0;
    double total = 0;
    for (auto& path : connections(g, from, to, asked, options)) {
        if (path.relations.size() < 2 || result.rests_on.size() == wanted) continue;
        sum += path.sign * path.strength;
        total += path.strength;
        result.rests_on.push_back(std::move(path));
    }
    if (total > 0) result.value = sum / total;
    return result;
}

/// Somebody who stands well with two camps.
struct mediator {
    any_node who{};                        ///< the node
    double with_first = 0;                 ///< the sum of the values of its supportive ties with the first camp
    double with_second = 0;                ///< and with the second
    std::vector<held_position> rests_on{}; ///< these ties
};

/// Who can mediate between two camps: those outside both that support, or are supported by, somebody in each.
/// @param g the record
/// @param first the members of one camp
/// @param second the members of the other
/// @param asked the reading
/// @return by the weaker of the two sums, greatest first, then in order of insertion
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(V + E log E)
template <stance_schema S>
[[nodiscard]] std::vector<mediator> mediators(typed_graph<S> const& g, std::vector<any_node> const& first,
                                              std::vector<any_node> const& second, lens const& asked = {}) {
    enum class camp : std::uint8_t { neither, of_first, of_second };
    std::vector<camp> camps(g.num_nodes(), camp::neither);
    for (auto const member : second) camps[g.require(member).index()] = camp::of_second;
    for (auto const member : first) camps[g.require(member).index()] = camp::of_first;
    std::vector<mediator> found(g.num_nodes());
    auto const take = [&](any_node who, any_node member, held_position const& tie) {
        auto const of_member = camps[member.index()];
        if (camps[who.index()] != camp::neither || of_member == camp::neither) return;
        auto& m = found[who.index()];
        (of_member == camp::of_first ? m.with_first : m.with_second) += tie.position.value;
        m.who = who;
        m.rests_on.push_back(tie);
    };
    for (auto const& tie : positions(g, asked)) {
        if (tie.position.attitude != attitude::supports) continue;
        take(tie.who, tie.target, tie);
        take(tie.target, tie.who, tie);
    }
    detail::erase_if(found, [](mediator const& m) { return !(m.with_first > 0 && m.with_second > 0); });
    detail::sort(found, [](mediator const& a, mediator const& b) {
        return std::min(a.with_first, a.with_second) > std::min(b.with_first, b.with_second);
    });
    return found;
}

} // namespace geostance

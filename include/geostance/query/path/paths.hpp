// SPDX-License-Identifier: BSL-1.0
/// @file
/// Paths: how two nodes are connected, strongest first; the sign an unrecorded tie would have; who can mediate.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/position/differences.hpp>

#include <algorithm>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <queue>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace geostance {

/// A chain of relations between two nodes; each may be passed in either direction.
struct connection {
    std::vector<any_node> nodes{};         ///< from the first to the last
    std::vector<any_relation> relations{}; ///< one fewer
    double strength = 1;                   ///< the product of the relations' strengths, in (0, 1]
    int sign = 1; ///< the product of their signs: 1 or -1; relations without a value count as 1
};

/// Which connections are sought.
struct connections_options {
    std::size_t most = 3;                  ///< the most that are returned; at least 1
    bool only_signed = false;              ///< only relations with a value other than 0
    std::vector<std::string_view> types{}; ///< only relation types of these names, for example `stance`; empty = all
    std::size_t longest = 8;               ///< the most relations in one connection; at least 1
};

namespace detail {

/// The strongest simple paths between two nodes (Yen 1971), on relations that count under a lens.
template <class S>
class path_finder {
public:
    path_finder(reading<S> const& record, connections_options const& options) : record_(record), options_(options) {}

    std::vector<connection> strongest(any_node from, any_node to) const {
        std::vector<connection> found;
        std::vector<connection> candidates;
        if (from == to) return found;
        bans none;
        if (auto first = shortest(from, to, none, 0); !first.nodes.empty()) candidates.push_back(std::move(first));
        while (!candidates.empty() && found.size() < options_.most) {
            auto const best = std::min_element(candidates.begin(), candidates.end(), is_stronger);
            found.push_back(std::move(*best));
            candidates.erase(best);
            add_deviations(found, to, candidates);
        }
        return found;
    }

private:
    struct bans {
        std::unordered_set<any_node> nodes;
        std::unordered_set<any_relation> relations;
    };
    struct step {
        any_relation relation;
        any_node to;
        double strength = 0;
    };

    static bool is_stronger(connection const& a, connection const& b) {
        return a.strength != b.strength ? a.strength > b.strength : a.relations < b.relations;
    }

    void add_deviations(std::vector<connection> const& found, any_node to, std::vector<connection>& candidates) const {
        auto const& last = found.back();
        for (std::size_t i = 0; i < last.relations.size(); ++i) {
            bans banned;
            for (auto const& known : found)
                if (known.relations.size() > i &&
                    std::equal(last.relations.begin(), last.relations.begin() + static_cast<std::ptrdiff_t>(i),
                               known.relations.begin()))
                    banned.relations.insert(known.relations[i]);
            banned.nodes.insert(last.nodes.begin(), last.nodes.begin() + static_cast<std::ptrdiff_t>(i));
            auto spur = shortest(last.nodes[i], to, banned, i);
            if (spur.nodes.empty()) continue;
            connection whole = prefix(last, i);
            append(whole, spur);
            auto const same = [&](connection const& c) { return c.relations == whole.relations; };
            if (std::none_of(candidates.begin(), candidates.end(), same)) candidates.push_back(std::move(whole));
        }
    }

    connection prefix(connection const& of, std::size_t length) const {
        connection result;
        result.nodes.push_back(of.nodes.front());
        for (std::size_t i = 0; i < length; ++i) extend_by(result, of.relations[i], of.nodes[i + 1]);
        return result;
    }
    void append(connection& whole, connection const& spur) const {
        for (std::size_t i = 0; i < spur.relations.size(); ++i) extend_by(whole, spur.relations[i], spur.nodes[i + 1]);
    }
    void extend_by(connection& path, any_relation r, any_node to) const {
        path.relations.push_back(r);
        path.nodes.push_back(to);
        path.strength *= strength_of(r);
        path.sign *= value_of(r) < 0 ? -1 : 1;
    }

    /// The strongest path with at most `longest - used` relations; without nodes if there is none. Dijkstra (1959) over
    /// states of node and number of relations, since the strongest path may be too long.
    connection shortest(any_node from, any_node to, bans const& banned, std::size_t used) const {
        struct state {
            double cost = 0;
            std::size_t length = 0;
            any_node at;
            std::size_t came_from = 0;
            any_relation by;
            bool operator>(state const& o) const {
                return std::tie(cost, length, at, by) > std::tie(o.cost, o.length, o.at, o.by);
            }
        };
        std::priority_queue<state, std::vector<state>, std::greater<>> open;
        std::vector<state> done;
        std::unordered_map<any_node, std::size_t> fewest;
        open.push({0, 0, from, 0, {}});
        while (!open.empty()) {
            auto const now = open.top();
            open.pop();
            auto const [known, is_new] = fewest.try_emplace(now.at, now.length);
            if (!is_new) {
                if (known->second <= now.length) continue;
                known->second = now.length;
            }
            done.push_back(now);
            if (now.at == to) {
                std::vector<std::pair<any_relation, any_node>> back;
                for (std::size_t i = done.size() - 1; done[i].length > 0; i = done[i].came_from)
                    back.emplace_back(done[i].by, done[i].at);
                connection path;
                path.nodes.push_back(from);
                for (auto i = back.size(); i-- > 0;) extend_by(path, back[i].first, back[i].second);
                return path;
            }
            if (now.length + used == options_.longest) continue;
            for (auto const& s : steps_from(now.at))
                if (!banned.nodes.contains(s.to) && !banned.relations.contains(s.relation))
                    open.push({now.cost - std::log(s.strength), now.length + 1, s.to, done.size() - 1, s.relation});
        }
        return {};
    }

    std::vector<step> const& steps_from(any_node at) const {
        if (auto const known = steps_.find(at); known != steps_.end()) return known->second;
        auto& steps = steps_[at];
        auto const take = [&](auto range, bool outward) {
            for (auto [e, end] = range; e != end; ++e) {
                const auto r = record_.graph().relation_at((*e).index);
                const auto other = record_.graph().node_at(outward ? (*e).target : (*e).source);
                if (other != at && is_passable(r)) steps.push_back({r, other, strength_of(r)});
            }
        };
        take(out_edges(at.index(), record_.graph()), true);
        take(in_edges(at.index(), record_.graph()), false);
        return steps;
    }

    bool is_passable(any_relation r) const {
        auto const& g = record_.graph();
        if (record_.counts(r) == certainty::no || !record_.admits(r, g.source(r))) return false;
        if (!is_heard(g.source(r)) || !is_heard(g.target(r))) return false;
        auto const signal = record_.signal_in(r);
        if (signal.says && !record_.accepted(signal)) return false;
        auto const type = g.visit(r, []<class R>(R const&) { return type_name<R>(); });
        bool const is_wanted = options_.types.empty() ||
                               std::find(options_.types.begin(), options_.types.end(), type) != options_.types.end();
        return is_wanted && !(options_.only_signed && !(value_of(r) != 0)) && strength_of(r) > 0;
    }

    /// A statement that no longer counts, or is left out, connects nobody.
    bool is_heard(any_node n) const {
        auto const said = record_.graph().template as<statement>(n);
        return !said || record_.stands(*said);
    }

    /// The value of a relation; 0 if it has none or is neutral.
    double value_of(any_relation r) const {
        auto const& g = record_.graph();
        if (auto const signal = record_.signal_in(r); signal.says) return signal.says->value;
        auto const* const effect = g.template get_if<affects>(r);
        return effect == nullptr ? 0 : double(effect->value);
    }

    /// How strong a relation ties its ends: the weight of its evidence, times its magnitude if it has a value.
    double strength_of(any_relation r) const {
        double const value = std::abs(value_of(r));
        return record_.weight(r) * (value == 0 ? 1 : value);
    }

    reading<S> const& record_;
    connections_options const& options_;
    mutable std::unordered_map<any_node, std::vector<step>> steps_;
};

template <class... Rs>
bool names_one_of(std::string_view name, relations<Rs...> const*) {
    return ((type_name<Rs>() == name) || ...);
}

template <class S>
void check(connections_options const& options) {
    if (options.most == 0) throw invalid_value("connections_options.most", "0", "at least 1");
    if (options.longest == 0) throw invalid_value("connections_options.longest", "0", "at least 1");
    for (auto const name : options.types) {
        if (!names_one_of(name, static_cast<typename S::relation_types const*>(nullptr)))
            throw invalid_value("connections_options.types", std::string(name), "the name of a type of relation");
    }
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
/// J. Y. Yen (1971), Finding the k shortest loopless paths in a network, Management Science 17
template <stance_schema S>
[[nodiscard]] std::vector<connection> connections(typed_graph<S> const& g, any_node from, any_node to,
                                                  lens const& asked = {}, connections_options const& options = {}) {
    detail::check<S>(options);
    static_cast<void>(key_of(g, from));
    static_cast<void>(key_of(g, to));
    const detail::reading<S> record(g, asked);
    return detail::path_finder<S>(record, options).strongest(from, to);
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
/// structural balance: F. Heider (1946); D. Cartwright and F. Harary (1956), Psychological Review 63
template <stance_schema S>
[[nodiscard]] implied_tie implied_sign(typed_graph<S> const& g, any_node from, any_node to, lens const& asked = {},
                                       connections_options options = {}) {
    options.only_signed = true;
    std::size_t direct = 0;
    auto const count = [&](any_relation) { ++direct; };
    g.for_each_between(any_node(from), any_node(to), count);
    g.for_each_between(any_node(to), any_node(from), count);
    auto const wanted = options.most;
    options.most += std::min(direct, std::numeric_limits<std::size_t>::max() - options.most);
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
    std::erase_if(found, [](mediator const& m) { return !(m.with_first > 0 && m.with_second > 0); });
    std::stable_sort(found.begin(), found.end(), [](mediator const& a, mediator const& b) {
        return std::min(a.with_first, a.with_second) > std::min(b.with_first, b.with_second);
    });
    return found;
}

} // namespace geostance

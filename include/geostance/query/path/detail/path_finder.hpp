// SPDX-License-Identifier: BSL-1.0
/// @file
/// The search for the strongest paths between two nodes.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/query/path/connection.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <queue>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The strongest simple paths between two nodes, on relations that count under a lens.
/// @par Source
/// Yen (1971): see `connections`.
template <class S>
class path_finder {
public:
    path_finder(reading<S> const& record, connections_options const& options) : record_(record), options_(options) {}

    /// Those that were found until `goes_on` said no of one.
    std::vector<connection> strongest(any_node from, any_node to, function_ref<bool(connection const&)> goes_on) const {
        std::vector<connection> found;
        std::vector<connection> candidates;
        if (from == to) return found;
        bans none;
        if (auto first = shortest(from, to, none, 0); !first.nodes.empty()) candidates.push_back(std::move(first));
        while (!candidates.empty()) {
            auto const best = std::min_element(candidates.begin(), candidates.end(), is_stronger);
            found.push_back(std::move(*best));
            candidates.erase(best);
            if (!goes_on(found.back()) || found.size() == options_.max_connections) break;
            add_deviations(found, to, candidates);
        }
        return found;
    }

private:
    struct bans {
        table<any_node, char> nodes;
        table<any_relation, char> relations;
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
                    banned.relations.insert(known.relations[i], 0);
            for (std::size_t j = 0; j < i; ++j) banned.nodes.insert(last.nodes[j], 0);
            auto spur = shortest(last.nodes[i], to, banned, i);
            if (spur.nodes.empty()) continue;
            connection whole = prefix(last, i);
            append(whole, spur);
            auto const same = [&](connection const& c) { return c.relations == whole.relations; };
            if (!detail::any_of(candidates, same)) candidates.push_back(std::move(whole));
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

    /// The strongest path with at most `longest - used` relations; without nodes if there is none. The search is over
    /// states of node and number of relations, since the strongest path may be too long.
    /// @par Source
    /// Dijkstra, E. W. (1959). A note on two problems in connexion with graphs. Numerische Mathematik 1, 269-271.
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
        lean_vector<state> done;
        table<any_node, std::size_t> fewest;
        open.push({0, 0, from, 0, {}});
        while (!open.empty()) {
            auto const now = open.top();
            open.pop();
            auto const [known, is_new] = fewest.insert(now.at, now.length);
            if (!is_new) {
                if (known <= now.length) continue;
                known = now.length;
            }
            done.push_back(now);
            if (now.at == to) {
                lean_vector<std::pair<any_relation, any_node>> back;
                for (std::size_t i = done.size() - 1; done[i].length > 0; i = done[i].came_from)
                    back.push_back({done[i].by, done[i].at});
                connection path;
                path.nodes.push_back(from);
                for (auto i = back.size(); i-- > 0;) extend_by(path, back[i].first, back[i].second);
                return path;
            }
            if (now.length + used == options_.longest) continue;
            for (auto const& s : steps_from(now.at))
                if (!banned.nodes.has(s.to) && !banned.relations.has(s.relation))
                    open.push({now.cost - std::log(s.strength), now.length + 1, s.to, done.size() - 1, s.relation});
        }
        return {};
    }

    lean_vector<step> const& steps_from(any_node at) const {
        if (auto const* known = steps_.find(at)) return *known;
        auto& steps = steps_.insert(at, {}).first;
        auto const take = [&](auto range, bool outward) {
            for (auto [e, end] = range; e != end; ++e) {
                auto const r = record_.graph().relation_at((*e).index);
                auto const other = record_.graph().node_at(outward ? (*e).target : (*e).source);
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
    mutable table<any_node, lean_vector<step>> steps_;
};

} // namespace geostance::detail

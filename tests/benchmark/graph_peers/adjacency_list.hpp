// SPDX-License-Identifier: BSL-1.0
/// @file
/// The questions, asked of a boost::adjacency_list with variants as bundles.
#pragma once

#include "world.hpp"

#include <boost/graph/adjacency_list.hpp>

#include <cstddef>
#include <variant>
#include <vector>

class adjacency_list {
public:
    static constexpr auto name = "adjacency_list";

    explicit adjacency_list(world const& w) : g_(w.nodes) {}
    void build(world const& w) {
        for (auto const& r : w.rows) add_edge(r.source, r.target, r.payload, g_);
    }

    [[nodiscard]] answer all() const {
        return sum(edges(g_), [](auto const&) { return true; });
    }
    [[nodiscard]] answer of_one_type() const { return sum(edges(g_), is_trade); }
    [[nodiscard]] answer of_each_node() const {
        answer found;
        for (std::size_t v = 0; v < num_vertices(g_); ++v) add_all(found, out_edges(v, g_), is_trade);
        return found;
    }
    [[nodiscard]] answer within(days asked) const {
        return sum(edges(g_), [=](any_payload const& p) { return asked.hold(day_of(p)); });
    }
    [[nodiscard]] answer between(std::vector<ends> const& asked) const {
        answer found;
        for (auto const& [a, b] : asked)
            for (auto [e, end] = out_edges(a, g_); e != end; ++e)
                if (target(*e, g_) == b) found.add(amount(g_[*e]), a, b);
        return found;
    }

private:
    static bool is_trade(any_payload const& p) { return std::holds_alternative<trade>(p); }

    void add_all(answer& found, auto range, auto is_wanted) const {
        for (auto [e, end] = range; e != end; ++e)
            if (auto const& p = g_[*e]; is_wanted(p)) found.add(amount(p), source(*e, g_), target(*e, g_));
    }
    answer sum(auto range, auto is_wanted) const {
        answer found;
        add_all(found, range, is_wanted);
        return found;
    }

    boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, any_payload> g_;
};

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The questions, asked of LEMON's SmartDigraph, which only grows as the library's graph does.
#pragma once

#include "world.hpp"

#include <lemon/core.h>
#include <lemon/smart_graph.h>

#include <cstddef>
#include <cstdint>
#include <variant>
#include <vector>

class lemon_graph {
public:
    static constexpr auto name = "LEMON";

    explicit lemon_graph(world const& w) {
        g_.reserveNode(static_cast<int>(w.nodes));
        for (std::size_t i = 0; i < w.nodes; ++i) g_.addNode();
    }
    void build(world const& w) {
        g_.reserveArc(static_cast<int>(w.rows.size()));
        payloads_.reserve(w.rows.size());
        for (auto const& r : w.rows) {
            g_.addArc(node(r.source), node(r.target));
            payloads_.push_back(r.payload);
        }
    }

    [[nodiscard]] answer all() const {
        return sum([](auto const&) { return true; });
    }
    [[nodiscard]] answer of_one_type() const { return sum(is_trade); }
    [[nodiscard]] answer of_each_node() const {
        answer found;
        for (graph::NodeIt n(g_); n != lemon::INVALID; ++n)
            for (graph::OutArcIt a(g_, n); a != lemon::INVALID; ++a)
                if (is_trade(payload(a))) add(found, a);
        return found;
    }
    [[nodiscard]] answer within(days asked) const {
        return sum([=](any_payload const& p) { return asked.hold(day_of(p)); });
    }
    [[nodiscard]] answer between(std::vector<ends> const& asked) const {
        answer found;
        for (auto const& [from, to] : asked)
            for (lemon::ConArcIt<graph> a(g_, node(from), node(to)); a != lemon::INVALID; ++a) add(found, a);
        return found;
    }

private:
    using graph = lemon::SmartDigraph;

    static bool is_trade(any_payload const& p) { return std::holds_alternative<trade>(p); }
    static graph::Node node(std::uint32_t number) { return graph::nodeFromId(static_cast<int>(number)); }
    [[nodiscard]] any_payload const& payload(graph::Arc a) const {
        return payloads_[static_cast<std::size_t>(graph::id(a))];
    }
    void add(answer& found, graph::Arc a) const {
        found.add(amount(payload(a)), static_cast<std::size_t>(graph::id(g_.source(a))),
                  static_cast<std::size_t>(graph::id(g_.target(a))));
    }
    answer sum(auto is_wanted) const {
        answer found;
        for (graph::ArcIt a(g_); a != lemon::INVALID; ++a)
            if (is_wanted(payload(a))) add(found, a);
        return found;
    }

    graph g_;
    std::vector<any_payload> payloads_; ///< by id of arc, for its ArcMap does not compile in C++20
};

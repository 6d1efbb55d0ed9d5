// SPDX-License-Identifier: BSL-1.0
/// @file
/// The questions, asked of the library's graph.
#pragma once

#include "world.hpp"

#include <geostance/graph/typed_graph.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

struct state {
    std::string key;
};

class ours {
public:
    static constexpr auto name = "typed_graph";

    explicit ours(world const& w) {
        for (std::size_t i = 0; i < w.nodes; ++i) states_.push_back(g_.add(state{std::to_string(i)}));
    }
    void build(world const& w) {
        for (auto const& r : w.rows)
            std::visit([&](auto const& p) { g_.relate(states_[r.source], states_[r.target], p); }, r.payload);
    }

    [[nodiscard]] answer all() const {
        return of_each_type([](auto const&) { return true; });
    }
    [[nodiscard]] answer of_one_type() const {
        answer found;
        for (auto const r : geostance::relations_of<trade>(g_)) add(found, r);
        return found;
    }
    [[nodiscard]] answer of_each_node() const {
        answer found;
        for (auto const n : states_)
            for (auto const r : geostance::out<trade>(g_, n)) add(found, r);
        return found;
    }
    [[nodiscard]] answer within(days asked) const {
        return of_each_type([=](auto const& p) { return asked.hold(p.day); });
    }
    [[nodiscard]] answer between(std::vector<ends> const& asked) const {
        answer found;
        for (auto const& [a, b] : asked)
            g_.for_each_between(states_[a], states_[b], [&](geostance::any_relation r) {
                found.add(g_.visit(r, [](auto const& p) { return amount(p); }), a, b);
            });
        return found;
    }

private:
    using schema = geostance::schema<geostance::nodes<state>, geostance::relations<trade, visit, vote, aid>>;

    template <class R>
    void add(answer& found, geostance::relation<R> r) const {
        found.add(amount(g_[r]), g_.source(r).index(), g_.target(r).index());
    }
    template <class R>
    void add_all(answer& found, auto is_wanted) const {
        for (auto const r : geostance::relations_of<R>(g_))
            if (is_wanted(g_[r])) add(found, r);
    }
    answer of_each_type(auto is_wanted) const {
        answer found;
        add_all<trade>(found, is_wanted);
        add_all<visit>(found, is_wanted);
        add_all<vote>(found, is_wanted);
        add_all<aid>(found, is_wanted);
        return found;
    }

    geostance::typed_graph<schema> g_;
    std::vector<geostance::node<state>> states_;
};

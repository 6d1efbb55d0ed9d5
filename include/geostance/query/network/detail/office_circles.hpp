// SPDX-License-Identifier: BSL-1.0
/// @file
/// Those whose positions on a target depend on each other, as what one says may count for another.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/detail/known_record.hpp>

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace geostance::detail {

/// Everybody whom offices join to somebody, in whichever direction, through others as well, whoever held them when.
/// Evidence of one bears on nobody outside its circle, unless it is inherited.
template <class S>
class office_circles {
public:
    office_circles(typed_graph<S> const& g, lens const& asked) : g_(g), is_inherited_(asked.inherit_from_groups > 0) {}

    /// The circle of somebody, in order of insertion; empty if it is too large to be asked one by one, or somebody in
    /// it takes part in a group and the lens lets members inherit.
    [[nodiscard]] std::vector<any_node> const& of(any_node who) {
        auto const [at, is_new] = known_.try_emplace(who);
        if (is_new) at->second = find(who);
        return at->second;
    }

private:
    static constexpr std::size_t most = 32;

    [[nodiscard]] std::vector<any_node> find(any_node who) const {
        std::vector<any_node> found{who};
        for (std::size_t i = 0; i < found.size(); ++i) {
            auto const at = found[i];
            if (is_inherited_ && !(out<member_of>(g_, at).empty() && in<member_of>(g_, at).empty())) return {};
            add_joined<speaks_for>(at, found);
            add_joined<part_of>(at, found);
            if (found.size() > most) return {};
        }
        detail::sort(found);
        return found;
    }
    template <class R>
    void add_joined(any_node at, std::vector<any_node>& found) const {
        auto const add = [&](any_node other) {
            if (found.size() <= most) insert_unique(found, other);
        };
        for (auto const r : out<R>(g_, at)) add(g_.target(any_relation(r)));
        for (auto const r : in<R>(g_, at)) add(g_.source(any_relation(r)));
    }

    typed_graph<S> const& g_;
    bool is_inherited_;
    std::unordered_map<any_node, std::vector<any_node>> known_{};
};

} // namespace geostance::detail

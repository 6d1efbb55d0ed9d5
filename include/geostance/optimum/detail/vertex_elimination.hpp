// SPDX-License-Identifier: BSL-1.0
/// @file
/// The best two camps of a narrow graph, however large: one vertex after the other is replaced by a table.
#pragma once

#include <geostance/optimum/detail/search_control.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A vertex is replaced by a table: the least cost of the ties around it for each choice of its neighbours' sides. Its
/// neighbours are neighbours of each other from then on. Vertices with the fewest neighbours go first. This is possible
/// if no vertex ever has many: few hubs, long strips, thin ends.
/// @par Source
/// Bertele, U. and Brioschi, F. (1972). Nonserial Dynamic Programming. Academic Press.
class vertex_elimination {
public:
    vertex_elimination(weighted_ties const& g, search_control& control)
        : g_(&g), control_(&control), next_(g.size()), is_gone_(g.size()) {}

    /// Whether it was possible; side() costs least then.
    bool run() {
        if (!choose_order() || !is_quick()) return false;
        for (auto const v : order_)
            if (!eliminate(v)) return false;
        side_.assign(g_->size(), 0);
        for (auto v = order_.rbegin(); v != order_.rend(); ++v) {
            std::size_t sides = 0;
            for (std::size_t i = 0; i < next_[*v].size(); ++i) sides |= std::size_t{side_[next_[*v][i]]} << i;
            side_[*v] = choice_[*v][sides] ? 1 : 0;
        }
        return true;
    }
    [[nodiscard]] std::vector<std::uint32_t> const& side() const noexcept { return side_; }

private:
    static constexpr auto none = UINT32_MAX;
    static constexpr std::size_t most_neighbours = 20;
    static constexpr std::size_t most_entries = std::size_t{1} << 24U; // of all tables
    static constexpr std::size_t most_steps = 20'000'000;              // of the search for an order
    static constexpr std::size_t most_sums = std::size_t{1} << 31U;    // of tables with each other

    struct table {
        std::vector<std::uint32_t> vertices;
        std::vector<std::int64_t> cost; // bit i of the place is the side of vertex i
    };
    /// Costs by the side of the vertex that is eliminated.
    struct costs {
        std::vector<std::int64_t> here;
        std::vector<std::int64_t> there;
    };

    /// Fills order_, and leaves in next_ the neighbours of each vertex when its turn comes; false where they are too
    /// many.
    bool choose_order() {
        if (g_->ends.size() > most_neighbours * g_->size()) return false; // a narrow graph has fewer
        for (std::uint32_t v = 0; v < g_->size(); ++v) {
            if (v % 1024 == 1023 && control_->stop()) return false;
            next_[v].reserve(g_->degree(v));
            for (auto const& a : g_->row(v)) next_[v].push_back(a.head);
            std::sort(next_[v].begin(), next_[v].end());
        }
        for (std::uint32_t v = 0; v < g_->size(); ++v) wait(v);
        std::size_t entries = 0;
        std::size_t steps = 0;
        while (order_.size() < g_->size()) {
            if (order_.size() % 1024 == 0 && control_->stop()) return false;
            auto const v = take_next();
            if (v == none || (entries += std::size_t{1} << next_[v].size()) > most_entries) return false;
            for (auto const u : next_[v]) {
                meet(u, v);
                wait(u);
                steps += next_[v].size() + next_[u].size() / 256; // moving a row's end is quick
            }
            if (steps > most_steps) return false;
            order_.push_back(v);
            is_gone_[v] = 1;
        }
        choice_.resize(g_->size());
        tables_of_.resize(g_->size());
        return true;
    }
    void wait(std::uint32_t v) {
        if (next_[v].size() <= most_neighbours) waiting_[next_[v].size()].push_back(v);
    }
    /// The vertex with the fewest neighbours, the latest of several; none if all have too many. Drops entries whose
    /// number of neighbours is out of date.
    std::uint32_t take_next() {
        for (std::size_t count = 0; count <= most_neighbours; ++count) {
            auto& those = waiting_[count];
            while (!those.empty()) {
                auto const v = those.back();
                those.pop_back();
                if (is_gone_[v] == 0 && next_[v].size() == count) return v;
            }
        }
        return none;
    }

    /// u meets the other neighbours of v, and forgets v.
    void meet(std::uint32_t u, std::uint32_t v) {
        auto& mine = next_[u];
        mine.erase(std::lower_bound(mine.begin(), mine.end(), v));
        for (auto const x : next_[v]) {
            auto const at = std::lower_bound(mine.begin(), mine.end(), x);
            if (x != u && (at == mine.end() || *at != x)) mine.insert(at, x);
        }
    }

    /// Whether adding up the tables takes no more than its share of time.
    bool is_quick() {
        place_.resize(order_.size());
        for (std::uint32_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
        std::vector<std::size_t> tables(order_.size());
        std::size_t sums = 0;
        for (auto const v : order_) {
            sums += (1 + tables[v]) << next_[v].size();
            if (!next_[v].empty()) ++tables[first_of(next_[v])];
        }
        return sums <= most_sums;
    }
    [[nodiscard]] std::uint32_t first_of(std::vector<std::uint32_t> const& those) const {
        return *std::min_element(those.begin(), those.end(), [&](auto a, auto b) { return place_[a] < place_[b]; });
    }

    /// False where the search must stop.
    bool eliminate(std::uint32_t v) {
        auto const& around = next_[v];
        auto cost = costs_of_ties(v);
        for (auto const& t : tables_of_[v]) {
            if (control_->stop()) return false;
            add(cost, t, v);
        }
        tables_of_[v] = {};
        choice_[v].resize(cost.here.size());
        for (std::size_t s = 0; s < cost.here.size(); ++s) {
            choice_[v][s] = cost.there[s] < cost.here[s];
            cost.here[s] = std::min(cost.here[s], cost.there[s]);
        }
        if (!around.empty()) tables_of_[first_of(around)].push_back({around, std::move(cost.here)});
        return !control_->stop();
    }

    /// The cost of the ties of v to vertices not yet eliminated.
    [[nodiscard]] costs costs_of_ties(std::uint32_t v) const {
        auto const& around = next_[v];
        std::vector<std::int64_t> weight(around.size());
        std::int64_t hostile = 0;
        for (auto const& a : g_->row(v)) {
            auto const at = std::lower_bound(around.begin(), around.end(), a.head);
            if (at == around.end() || *at != a.head) continue;
            weight[static_cast<std::size_t>(at - around.begin())] = a.weight;
            hostile += std::max<std::int64_t>(-a.weight, 0);
        }
        costs result;
        result.here.resize(std::size_t{1} << around.size());
        result.there.resize(result.here.size());
        result.here[0] = hostile; // everyone on one side
        for (std::size_t s = 1; s < result.here.size(); ++s)
            result.here[s] = result.here[s & (s - 1)] + weight[static_cast<std::size_t>(std::countr_zero(s))];
        std::reverse_copy(result.here.begin(), result.here.end(), result.there.begin());
        return result;
    }

    /// Adds what a table says for each choice of sides around v.
    void add(costs& cost, table const& added, std::uint32_t v) {
        auto const& around = next_[v];
        std::vector<std::size_t> bit(around.size()); // of the table, by vertex around v
        std::size_t mine = 0;
        for (std::size_t i = 0; i < added.vertices.size(); ++i) {
            if (added.vertices[i] == v) {
                mine = std::size_t{1} << i;
                continue;
            }
            auto const at = std::lower_bound(around.begin(), around.end(), added.vertices[i]) - around.begin();
            bit[static_cast<std::size_t>(at)] = std::size_t{1} << i;
        }
        where_.resize(std::max(where_.size(), cost.here.size()));
        for (std::size_t s = 0; s < cost.here.size(); ++s) {
            if (s > 0) {
                auto const lowest = static_cast<std::size_t>(std::countr_zero(s));
                where_[s] = static_cast<std::uint32_t>(where_[s & (s - 1)] | bit[lowest]);
            }
            cost.here[s] += added.cost[where_[s]];
            cost.there[s] += added.cost[where_[s] | mine];
        }
    }

    weighted_ties const* g_;
    search_control* control_;
    std::vector<std::vector<std::uint32_t>> next_; // neighbours that are not eliminated, or were not at its turn
    std::vector<std::uint8_t> is_gone_;
    std::array<std::vector<std::uint32_t>, most_neighbours + 1> waiting_{}; // by number of neighbours
    std::vector<std::vector<table>> tables_of_; // by the vertex of theirs that is eliminated first
    std::vector<std::vector<bool>> choice_{};   // which side is better, by those of next_
    std::vector<std::uint32_t> order_{};
    std::vector<std::uint32_t> place_{};  // in the order
    std::vector<std::uint32_t> where_{0}; // the place in a table, by the sides around the vertex that is eliminated
    std::vector<std::uint32_t> side_{};
};

} // namespace geostance::detail

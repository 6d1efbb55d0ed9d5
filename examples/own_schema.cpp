// SPDX-License-Identifier: BSL-1.0
// Node and relation types of your own beside the shipped ones; one of them counts as a position.
#include <geostance/geostance.hpp>
#include <iostream>

namespace gs = geostance;

struct pipeline {
    std::string key;
    std::string name;
    double capacity = 0; // 10^9 m3 a year
};

struct operates {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, gs::actor>&& std::same_as<To, pipeline>;
    double share = 1;
};

struct cuts_off {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, gs::actor>&& std::same_as<To, gs::actor>;
};
// With this function, queries count the relation: a deed, and fully against.
std::optional<gs::position_signal> signal_of(cuts_off const&) { return gs::position_signal{-1, gs::channel::material}; }

using energy = gs::extend<gs::geopolitics, gs::nodes<pipeline>, gs::relations<operates, cuts_off>>;

int main() {
    gs::typed_graph<energy> g;
    auto const upstream = g.add(gs::actor{.key = "upstream", .name = "Upland", .kind = gs::actor_kind::state});
    auto const downstream = g.add(gs::actor{.key = "downstream", .name = "Lowland", .kind = gs::actor_kind::state});
    auto const company = g.add(gs::actor{.key = "gas", .name = "Upland Gas", .kind = gs::actor_kind::organization});
    auto const line = g.add(pipeline{.key = "line", .name = "Valley Line", .capacity = 55});
    g.relate(company, line, operates{.share = 0.5});
    g.relate(upstream, downstream, gs::stance{.value = 0.5}, {.note = "calls it a brother nation"});
    g.relate(upstream, downstream, cuts_off{}, {.note = "closes the valves in January"});

    for (auto const r : gs::relations_of<operates>(g))
        std::cout << g[g.source(r)].name << " operates " << g[r].share << " of " << g[g.target(r)].name << '\n';
    std::cout << explain(g, upstream, downstream);
    std::cout << "in words: " << position_of(g, upstream, downstream, {.channels = gs::channel::verbal}).attitude
              << "\nin deeds: " << position_of(g, upstream, downstream, {.channels = gs::channel::material}).attitude
              << '\n';
}

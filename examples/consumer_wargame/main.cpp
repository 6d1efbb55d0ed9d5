// SPDX-License-Identifier: BSL-1.0
// A strategy game's diplomacy: players of the game's own type, who court the enemies of their enemies.
#include <geostance/geostance.hpp>
#include <iostream>

namespace gs = geostance;

struct realm {
    std::string key;
    std::string name;
    int gold = 0;
    static constexpr bool is_holder = true; // realms hold positions and are asked about like any actor
};

struct pays_tribute {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, realm>&& std::same_as<To, realm>;
    int gold = 0;
};
std::optional<gs::position_signal> signal_of(pays_tribute const& t) { // more than a token is a deed in favour
    return gs::position_signal{t.gold >= 10 ? 1.0 : 0.1, gs::channel::material};
}

using diplomacy = gs::extend<gs::geopolitics, gs::nodes<realm>, gs::relations<pays_tribute>>;

int main() {
    gs::typed_graph<diplomacy> game;
    auto const north = game.add(realm{.key = "n", .name = "Northmark", .gold = 90});
    auto const south = game.add(realm{.key = "s", .name = "Southmark", .gold = 60});
    auto const isles = game.add(realm{.key = "i", .name = "The Isles", .gold = 30});
    auto const turn = [](int n) { return gs::provenance{.valid = gs::since(std::chrono::year(n))}; };
    game.relate(north, south, gs::stance{-1, "", gs::channel::material}, turn(1));
    game.relate(isles, south, gs::stance{.value = -0.5}, turn(1));
    game.relate(south, north, pays_tribute{.gold = 25}, turn(2));

    for (auto const me : gs::nodes_of<realm>(game))
        for (auto const enemy : gs::nodes_of<realm>(game)) {
            if (position_of(game, me, enemy).attitude != gs::attitude::opposes) continue;
            std::cout << game[me].name << " opposes " << game[enemy].name << '\n';
            for (auto const& [friendly, position] : opponents(game, enemy))
                if (friendly != gs::any_node(me))
                    std::cout << "  and may court " << name_of(game, friendly) << " (" << position.value << ")\n";
        }
    std::cout << explain(game, south, north);
    for (int n = 1; n <= 2; ++n)
        std::cout << "turn " << n << ": Southmark on Northmark: "
                  << position_of(game, south, north, {.at = std::chrono::year(n)}).attitude << '\n';
}

// SPDX-License-Identifier: BSL-1.0
// A strategy game on a record: states that strike back, court the enemies of their enemies and stand by their allies,
// and that remember why.
//
//     wargame                                   three turns of a small world
//     wargame ACTORS RELATIONS CHANGES TURNS    where the seconds of a larger one go
#include "game.hpp"

#include <geostance/io/json_lines.hpp>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>

namespace {

// Two loose blocs. Every tenth actor is the foreign ministry of the state before it.
world_graph make_world(unsigned actors, unsigned relations) {
    constexpr char const* names[] = {"Northmark", "Southmark", "The Isles", "Vale",     "Upland",  "Lowland",
                                     "Harbour",   "Fenland",   "Moor",      "Ministry", "Easting", "Westing"};
    world_graph world;
    std::mt19937 dice(1);
    world.add(calendar{.key = "calendar"});
    std::vector<gs::node<gs::actor>> who;
    for (unsigned i = 0; i < actors; ++i) {
        bool const is_ministry = i % 10 == 9;
        auto const key = "a" + std::to_string(i);
        auto const name = i < std::size(names) ? std::string(names[i]) : "State " + std::to_string(i);
        who.push_back(world.add(gs::actor{
            .key = key, .name = name, .kind = is_ministry ? gs::actor_kind::ministry : gs::actor_kind::state}));
        if (is_ministry)
            world.relate(who[i], who[i - 1], gs::part_of{});
        else
            world.relate(who[i], world.add(realm{.key = "land of " + key, .name = name, .gold = 100}), rules{});
    }
    auto const ages_ago = gs::since(std::chrono::year(999));
    for (unsigned made = 0; made < relations;) {
        auto const a = dice() % actors;
        auto const b = dice() % actors;
        if (a == b) continue;
        ++made;
        auto const size = static_cast<double>(3 + dice() % 8) / 10;
        bool const is_friendly = (a % 2 == b % 2) != (dice() % 8 == 0);
        if (made % 20 == 0 && is_friendly)
            world.relate(who[a], who[b], gs::allied_with{.pledges = {.defense = true}}, {.valid = ages_ago});
        else
            world.relate(who[a], who[b], gs::stance{.value = is_friendly ? size : -size}, {.valid = ages_ago});
    }
    return world;
}

std::string saved(world_graph const& world) {
    std::ostringstream out;
    gs::io::write_json_lines(out, world);
    return std::move(out).str();
}

void tell(world_graph const& world, std::vector<event> const& events) {
    for (auto const& e : events)
        std::cout << "  " << name_of(world, e.who) << ' ' << e.what << ' ' << name_of(world, e.whom) << '\n';
}

void play_small_world() {
    auto world = make_world(12, 40);
    game play(world);
    std::vector<event> events;
    for (int turn = 1; turn <= 3; ++turn) {
        events = play.play_turn(6);
        std::cout << "turn " << turn << '\n';
        tell(world, events);
    }
    std::cout << "\nwhy, as the record remembers it:\n";
    for (auto const& e : {events[0], events[events.size() / 2], events.back()})
        std::cout << explain(world, e.who, e.whom);
    std::cout << "\ncamps:";
    for (unsigned const camp : {0U, 1U}) {
        std::cout << (camp == 0 ? "" : " |");
        for (auto const n : play.ties().holders)
            if (play.camp_of(n) == camp) std::cout << ' ' << name_of(world, n);
    }
    std::cout << "; " << play.balance().triads().ppn() + play.balance().triads().nnn() << " tense triangles\n";

    auto loaded = gs::io::read_json_lines<diplomacy>(gs::io::input::text(saved(world))).value;
    play.follow_camps();
    game again(loaded);
    play.play_turn(6);
    std::cout << "\nsaved, loaded, and one more turn of both:\n";
    tell(loaded, again.play_turn(6));
    std::cout << "the records are " << (saved(world) == saved(loaded) ? "the same\n" : "different\n");
}

void measure(unsigned actors, unsigned relations, unsigned changes, unsigned turns) {
    auto world = make_world(actors, relations);
    game play(world);
    double whole = 0;
    double nothing = 0;
    std::size_t different = 0;
    for (unsigned turn = 0; turn < turns; ++turn) {
        stopwatch::add_to(whole, [&] { play.play_turn(changes); });
        auto const wanted = stopwatch::add_to(nothing, [&] { return gs::project(world); });
        different += wanted.holders != play.ties().holders || wanted.ties.size() != play.ties().ties.size();
    }
    double save = 0;
    double load = 0;
    auto const text = stopwatch::add_to(save, [&] { return saved(world); });
    auto const back =
        stopwatch::add_to(load, [&] { return gs::io::read_json_lines<diplomacy>(gs::io::input::text(text)); });
    auto const print = [&](char const* what, double seconds, double times) {
        std::printf("%-34s %9.2f ms\n", what, 1000 * seconds / times);
    };
    std::printf("%u actors, %u relations, %u changes a turn, mean of %u turns\n", actors, relations, changes, turns);
    auto const& s = play.seconds();
    print("changes", s.changes, turns);
    print("questions", s.questions, turns);
    print("projection, kept", s.projection, turns);
    print("camps, kept", s.camps, turns);
    print("a turn", whole, turns);
    print("projection from nothing beside it", nothing, turns);
    print("save", save, 1);
    print("load", load, 1);
    if (different != 0 || back.value.num_relations() != world.num_relations()) std::puts("DIFFERENT");
}

} // namespace

int main(int argc, char** argv) {
    if (argc == 1) return play_small_world(), 0;
    if (argc != 5) return std::puts("wargame [ACTORS RELATIONS CHANGES TURNS]"), 2;
    auto const number = [&](int i) { return static_cast<unsigned>(std::strtoul(argv[i], nullptr, 10)); };
    measure(std::max(10U, number(1)), number(2), number(3), std::max(1U, number(4)));
}

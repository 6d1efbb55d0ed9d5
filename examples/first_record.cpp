// SPDX-License-Identifier: BSL-1.0
// A record of one's own: what two states say of a dam, a vote on it, a personal remark, a correction, and an end.
#include <geostance/geostance.hpp>
#include <iostream>

namespace gs = geostance;
using namespace std::chrono_literals;

int main() {
    gs::stance_graph g;
    auto const paper = g.add(gs::publication{.key = "paper", .name = "The River Post", .published = 2021y / 5 / 4});
    auto const upland = g.add(gs::actor{.key = "upland", .name = "Upland", .kind = gs::actor_kind::state});
    auto const lowland = g.add(gs::actor{.key = "lowland", .name = "Lowland", .kind = gs::actor_kind::state});
    auto const minister = g.add(gs::actor{.key = "kell", .name = "Kell", .kind = gs::actor_kind::person});
    auto const dam = g.add(gs::issue{.key = "dam", .name = "the dam", .kind = gs::issue_kind::policy});
    auto const motion = g.add(gs::issue{.key = "motion", .name = "a motion to build", .kind = gs::issue_kind::motion});
    auto const office =
        g.relate(minister, lowland, gs::speaks_for{}, {.publication = paper, .valid = gs::since(2019y)});
    g.relate(motion, dam, gs::would{gs::motion_effect::create}, {.publication = paper, .valid = gs::since(2021y / 4)});

    // What is said is recorded once, at who says it: the statement, what it is about, and the position that it takes.
    auto const speech =
        g.add(gs::statement{.key = "speech", .summary = "The dam will dry us out.", .said = 2021y / 5 / 3});
    g.relate(minister, speech, gs::makes{}, {.publication = paper, .locator = "paragraph 2"});
    g.relate(speech, dam, gs::about{gs::force::condemn}, {.publication = paper, .locator = "paragraph 2"});
    g.relate(minister, dam, gs::stance{.value = -1},
             {.claimed_in = speech, .publication = paper, .locator = "paragraph 2"});
    g.relate(upland, motion, gs::casts{gs::ballot::yes}, {.publication = paper, .valid = gs::since(2021y / 5 / 4)});

    auto const print = [&](char const* when, gs::lens const& asked) {
        for (auto const& [who, position] : opponents(g, dam, asked))
            std::cout << when << name_of(g, who) << " opposes\n";
        for (auto const& [who, position] : supporters(g, dam, asked))
            std::cout << when << name_of(g, who) << " supports\n";
    };
    print("", {});
    print("without Kell: ", {.without = any_nodes(minister)});
    std::cout << explain(g, lowland, dam);

    auto const says = [&](char const* key, char const* words, gs::date day, double value, gs::makes const& how = {}) {
        auto const said = g.add(gs::statement{.key = key, .summary = words, .said = day});
        g.relate(minister, said, how);
        g.relate(minister, dam, gs::stance{.value = value}, {.claimed_in = said});
        return said;
    };
    // A personal remark binds nobody but the one who makes it.
    says("remark", "I would love to swim in that lake.", 2021y / 5 / 20, 1, {.capacity = gs::capacity::personal});
    print("after the remark: ", {});
    // A correction takes the place of what it corrects, whatever day is asked about.
    auto const correction = says("correction", "It will dry out half of us.", 2021y / 6 / 2, -0.5);
    g.relate(correction, speech, gs::corrects{});
    std::cout << "corrected: Lowland " << position_of(g, lowland, dam) << '\n';
    // An office ends, on a day of its own and a day of record; what is said afterwards binds nobody else.
    g.end(office, 2021y / 9 / 30, {.recorded = 2021y / 10 / 2});
    says("farewell", "Let them build it.", 2021y / 11 / 3, 1);
    print("now: ", {});
    print("as known on 4 May: ", {.known_by = 2021y / 5 / 4});
}

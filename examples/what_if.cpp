// SPDX-License-Identifier: BSL-1.0
// What if: the Council's vote of March 2024 supposed otherwise. The record is not copied and stays as it is.
#include <geostance/geostance.hpp>
#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <iostream>

int main() {
    namespace gs = geostance;
    gs::stance_graph const world = gs::seed::council_vote_2024();
    auto const russia = world.at<gs::actor>("Russia");
    auto const china = world.at<gs::actor>("China");
    auto const council = world.at<gs::actor>("Security Council");
    auto const motion = world.at<gs::issue>("extension");
    auto const rule = gs::security_council_rule(gs::members_with_role(world, council, "permanent member"));
    auto const print = [&](char const* what, gs::stance_graph const& g) {
        std::cout << what << gs::outcome(g, motion, rule) << '\n';
    };

    print("As recorded, ", world);
    gs::supposition what_if(world);
    what_if.relate(russia, motion, gs::casts{gs::ballot::abstain});
    print("Had Russia abstained, ", what_if);
    {
        auto further = gs::suppose(what_if); // a supposition over a supposition
        further.relate(china, motion, gs::casts{gs::ballot::no});
        print("Had China then voted against it, ", further);
    } // dropped
    print("Without that, ", what_if);

    std::cout << "\nWhat would follow from Russia's abstention:\n";
    for (auto const& d : gs::differences(world, what_if))
        std::cout << "  " << gs::name_of(world, d.who) << " on " << gs::name_of(world, d.target) << ": "
                  << d.first.attitude << ", and then " << d.second.attitude << '\n';
    std::cout << '\n' << gs::explain(what_if, russia, motion);

    std::cout << "\nWhose change alone turns the vote, the smallest first:\n";
    for (auto const& t : gs::what_turns(world, gs::switches_on(world, motion),
                                        [&](auto const& g) { return gs::outcome(g, motion, rule).carried; }))
        for (auto const& to : t.switches)
            std::cout << "  " << gs::name_of(world, to.who) << " to " << to.value << ", which moves "
                      << t.differences.size() << " positions\n";

    auto const panel = world.at<gs::actor>("panel");
    auto const against = gs::if_switched(world, china, panel, -1);
    std::cout << "\nHad China been against the panel, " << gs::opponents(against, panel).size()
              << " would oppose it instead of " << gs::opponents(world, panel).size() << ".\n";
}

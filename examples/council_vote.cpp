// SPDX-License-Identifier: BSL-1.0
// A vote in the Security Council: does the draft pass, who was pivotal, who stands apart, what hangs on whom.
#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <iostream>

int main() {
    namespace gs = geostance;
    using namespace std::chrono_literals;
    gs::stance_graph const world = gs::seed::council_vote_2024();
    auto const named = [&](auto who) { return gs::name_of(world, who); };
    auto const council = world.at<gs::actor>("Security Council");
    auto const panel = world.at<gs::actor>("panel of experts");
    auto const russia = world.at<gs::actor>("Russia");
    auto const motion = world.at<gs::issue>("extension");
    auto const veto = world.at<gs::issue>("veto");
    gs::lens const that_day{.at = 2024y / 3 / 28};

    auto const rule = gs::security_council_rule(gs::members_with_role(world, council, "permanent member", that_day));
    auto const vote = gs::outcome(world, motion, rule, that_day);
    std::cout << "The draft " << (vote.carried ? "passes" : "fails") << ": " << vote.yes << " yes, " << vote.no
              << " no, " << vote.abstain << " abstaining\n";
    for (auto const& p : gs::pivotal(vote, rule))
        std::cout << "It would pass had " << named(p.who) << " voted " << p.instead << " instead of " << p.voted
                  << '\n';

    std::cout << "\nThe council's members on the panel:\n";
    auto const stand = gs::group_position(world, council, panel, that_day);
    std::cout << "  the council itself: " << stand.own << "; mean of its members " << stand.mean_of_members << '\n';
    for (auto const& d : gs::dissenters(world, council, panel, that_day))
        std::cout << "  apart: " << named(d.who) << ' ' << d.position.attitude << ", " << d.distance << '\n';
    std::cout << "  silent on the veto: " << gs::silent(world, council, veto, that_day).size() << " of 15\n";

    std::cout << "\nAgainst the veto:\n";
    for (auto const& [who, position] : gs::opponents(world, veto))
        std::cout << "  " << named(who) << ' ' << position << '\n';
    for (auto const& found : gs::foundation_of(world, world.at<gs::actor>("United States"), veto).carriers)
        std::cout << "  the position of the United States hangs on: " << named(found.what) << '\n';

    std::cout << "\nWho owes what to North Korea:\n";
    for (auto const& o : gs::obligations(world, world.at<gs::actor>("North Korea"), that_day))
        if (o.to == gs::any_node(world.at<gs::actor>("North Korea")))
            std::cout << "  " << named(o.by) << (o.pledges.defense ? ": defence" : ": consultation, nonaggression")
                      << " (" << o.holds << ")\n";

    std::cout << "\nClaims:\n";
    for (auto const& c : gs::claims(world)) std::cout << "  " << c.claim << ": " << c.status << '\n';
    std::cout << '\n' << gs::explain(world, russia, panel, that_day);
}

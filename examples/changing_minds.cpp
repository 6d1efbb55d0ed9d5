// SPDX-License-Identifier: BSL-1.0
// Positions that change: nine votes on the embargo against Cuba, 2010 to 2019, of which the newest counts on each day.
#include <geostance/geostance.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <iostream>

namespace gs = geostance;
using namespace std::chrono_literals;

int main() {
    auto const votes = gs::seed::embargo_votes();
    auto const embargo = votes.at<gs::issue>("the embargo");
    auto const america = votes.at<gs::actor>("United States");

    // A vote says where its voter stands until the next one. Each motion would end the embargo: to be against the
    // motion is to be for the embargo.
    for (auto const year : {2012y, 2016y, 2019y}) {
        std::cout << "at the end of " << static_cast<int>(year) << ':';
        for (auto const& [who, position] : gs::supporters(votes, embargo, {.at = year / 12 / 31}))
            std::cout << ' ' << name_of(votes, who) << ';';
        std::cout << " support it\n";
    }

    // Who changed its mind, and when?
    for (auto const name : {"United States", "Brazil", "Palau", "United Kingdom"}) {
        std::cout << name << ": " << gs::position_of(votes, votes.at<gs::actor>(name), embargo).attitude << " today";
        for (auto const& shift : gs::shifts(votes, votes.at<gs::actor>(name), embargo))
            std::cout << ", " << shift.after.attitude() << " since " << shift.first_after;
        std::cout << '\n';
    }

    // The same day, as known on another; every vote alike; and what hangs on one roll call.
    auto const ask = [&](char const* how, gs::lens const& asked) {
        auto const found = gs::position_of(votes, america, embargo, asked);
        std::cout << how << ": " << found.attitude << " (" << found.value << ")\n";
    };
    ask("at the end of 2016", {.at = 2016y / 12 / 31});
    ask("as known a year before", {.at = 2016y / 12 / 31, .known_by = 2016y / 1 / 1});
    ask("all its votes together", {.history = gs::history::all});
    auto const abstention = votes.at<gs::publication>("roll-call-A/RES/71/5");
    std::cout << "shifts without the roll call of 2016: "
              << gs::shifts(votes, america, embargo, {.without = gs::any_nodes(abstention)}).size() << '\n';

    // The eight votes before the last are still there, and weigh nothing.
    auto const now = gs::position_of(votes, america, embargo);
    for (auto const& vote : now.rests_on)
        std::cout << (vote.replaced ? "before: " : "now: ") << votes.annotation(vote.relation).locator << '\n';
}

// SPDX-License-Identifier: BSL-1.0
// An editor's check: what may be printed as fact, what must be attributed, and to whom.
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
#include <iostream>

namespace gs = geostance;

int main() {
    auto const record = gs::seed::panel_veto_2024();
    auto const everything = gs::lens{.according_to = gs::everybody(), .spokespeople_bind = false};
    for (auto const* name : {"North Korea", "Russia"}) {
        std::cout << name << '\n';
        for (auto const& [who, position] : holders_of_positions(record, record.at<gs::actor>(name), everything))
            for (auto const& evidence : position.rests_on) {
                auto const& from = record.annotation(evidence.relation);
                std::cout << "  " << name_of(record, who) << (evidence.value > 0 ? " is for it: " : " is against it: ");
                if (from.claimed_in.is_null())
                    std::cout << "as reported";
                else if (auto const speakers = speakers_of(record, from.claimed_in); speakers.front() == who)
                    std::cout << "in its own words";
                else
                    std::cout << "NOT A FACT, attribute to " << name_of(record, speakers.front());
                std::cout << " (" << from.locator << ")\n";
            }
    }
    for (auto const& dispute : contested(record)) std::cout << "IN DISPUTE: " << dispute.claim << '\n';
}

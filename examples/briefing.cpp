// SPDX-License-Identifier: BSL-1.0
// The shipped article as an analyst would want it: twelve questions, answered with their evidence. --dot draws it.
#include "camps.hpp"
#include "print.hpp"
#include <geostance/io/graphviz.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

gs::stance_graph const world = gs::seed::panel_veto_2024();

gs::lens const by_all{.according_to = gs::everybody()};

void ask(char const* question) { std::cout << '\n' << question << '\n'; }

void brief() {
    using namespace std::chrono_literals;
    auto const russia = named(world, "Moscow"), us = named(world, "Washington"), zakharova = named(world, "Zakharova");
    auto const north_korea = named(world, "DPRK"), south_korea = named(world, "Seoul");
    auto const panel = named(world, "Group of Experts"), compromise = named(world, "Russia's compromise");
    gs::lens const in_1948{.at = 1948y}, in_2024{.at = 2024y};
    gs::lens const deeds{.according_to = gs::everybody(), .channels = {gs::channel::vote, gs::channel::material}};

    std::cout << "Who stands where, by the article and in each one's own words, from -1 (against) to 1 (for)\n";
    for (auto const& held : positions(world)) line(explain(world, held.who, held.target).text);
    ask(" 1. Who opposes the panel of experts, and on what evidence?");
    tell(world, opponents(world, panel), panel);
    ask(" 2. Who supported North Korea in 1948, and who in 2024?");
    tell(world, supporters(world, north_korea, in_1948), north_korea, in_1948);
    tell(world, supporters(world, north_korea, in_2024), north_korea, in_2024);
    ask(" 3. Who backed South Korea in 1948?");
    tell(world, supporters(world, south_korea, in_1948), south_korea, in_1948);
    ask(" 4. Does the United States oppose North Korea? By the article; by Russia's account:");
    tell(world, us, north_korea);
    tell(world, us, north_korea, {.according_to = std::vector{russia}});
    ask(" 5. Which claims are contested?");
    tell_disputes(world);
    ask(" 6. What did Washington do with Russia's compromise? By the article; by Zakharova's account:");
    tell(world, us, compromise);
    tell(world, us, compromise, {.according_to = std::vector{zakharova}});
    ask(" 7. Whom does Zakharova speak for?");
    line(world, principals_of(world, zakharova));
    ask(" 8. Which statements bind Russia?");
    tell_statements(world, russia);
    ask(" 9. Against the panel is not against the sanctions: where does Russia stand on each?");
    tell(world, russia, panel);
    tell(world, russia, named(world, "UN sanctions"));
    ask("10. What did each side do, or what is it said to have done, apart from words?");
    for (auto const& held : positions(world, deeds)) tell(world, held.who, held.target, deeds);
    ask("11. Which camps are there, by everybody's account, and which tie fits none of them?");
    tell_camps(world, by_all);
    ask("12. Without Zakharova's words, which answers are different?");
    for (auto const& now : changes_without(world, {zakharova}))
        tell(world, now.who, now.target, {.without = {zakharova}});
}

int main(int argc, char** argv) {
    bool const as_picture = argc == 2 && std::string_view(argv[1]) == "--dot";
    if (argc != 1 && !as_picture) {
        std::cerr << "usage: briefing [--dot]\n";
        return 2;
    }
    if (as_picture)
        gs::io::write_graphviz(std::cout, world,
                               {.only_signed = true, .frames = camps_of(world, by_all), .legend = true});
    else
        brief();
    return 0;
}

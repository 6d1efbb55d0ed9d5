// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the article of the seed says, row by row: who, what, toward whom, where it is written, when, in which words.
#pragma once

#include <geostance/seed/detail/panel_veto_2024_nodes.hpp>

#include <chrono>
#include <string>
#include <utility>

namespace geostance::seed::detail {

/// Where a row is found: a paragraph; unless the article says it in its own voice, the statement that claims it; and
/// whether the article gives ground to believe it.
struct at {
    int paragraph = 0;
    node<statement> claimed_in{};
    geostance::credibility credibility = geostance::credibility::cannot_be_judged;
};

/// When a row holds, and whether that is inferred rather than written.
struct when {
    period valid{};
    bool inferred = false;
};

inline constexpr when undated{};
inline constexpr when from_friday{{friday, {}}, true};
inline constexpr when on_friday{during(friday), true};
inline constexpr date eve = std::chrono::sys_days(friday) - std::chrono::days(1);
inline constexpr when on_the_eve{during(eve), true};
inline constexpr when from_the_eve{{eve, {}}, true};
inline constexpr when in_2024{during(friday.year()), true};
inline constexpr when since_2022{since(std::chrono::year(2022)), false};
/// From the year of resolution 1874 to the day on which the mandate ran out; the article gives neither.
inline constexpr when mandate{{std::chrono::year(2009), friday.year() / std::chrono::April / 30}, true};

constexpr when in_year(int year) { return {during(std::chrono::year(year)), false}; }
/// From a year that the article does not give.
constexpr when from_year(int year) { return {{std::chrono::year(year), {}}, true}; }

/// Writes the rows. F01 to F39 number what the article says; a row of it may need several lines here.
class panel_veto_2024_rows : panel_veto_2024_nodes {
public:
    stance_graph write() {
        structure();
        panel_and_sanctions();
        what_russia_says();
        what_zakharova_says();
        history();
        war_and_ties();
        missiles();
        return std::move(g);
    }

private:
    static constexpr double full = 1, half = 0.5;

    static stance deed(double value) { return {.value = value, .channel = channel::material}; }

    template <class From, class R, class To>
    void row(node<From> from, R what, node<To> to, at where, when time, char const* note = "") {
        g.relate(from, to, std::move(what), evidence(where, time, note));
    }

    [[nodiscard]] provenance evidence(at where, when time, char const* note) const {
        return {.claimed_in = where.claimed_in,
                .publication = article,
                .locator = "paragraph " + std::to_string(where.paragraph),
                .note = note,
                .credibility = where.credibility,
                .inferred = time.inferred,
                .valid = time.valid};
    }

    void structure() {
        // F08: the panel is the United Nations'; paragraphs 3 and 6 say through which bodies. Since when bodies have
        // existed and offices have been held is added, so that they are not asked for in other times.
        row(panel, part_of{}, united_nations, at{2}, mandate, "an organ of the United Nations");
        row(panel, part_of{}, committee, at{6}, mandate, "the committee's group");
        row(committee, part_of{}, security_council, at{6}, from_year(2006), "a committee of the Council");
        row(security_council, part_of{}, united_nations, at{3}, from_year(1945), "the Council of the United Nations");
        // F14
        row(zakharova, speaks_for{.role = "spokeswoman"}, foreign_ministry, at{3}, from_year(2015), "its spokeswoman");
        row(foreign_ministry, part_of{}, russia, at{3}, from_year(1991), "Russia's ministry");
        row(putin, speaks_for{.role = "president"}, russia, at{3}, from_year(2012), "its president");
        row(kim, speaks_for{.role = "leader"}, north_korea, at{3}, from_year(2011), "its leader");
        // Whose the sanctions and the programmes are (F09, F11), and of which state the people of F17 are
        row(united_nations, carries_out{}, sanctions, at{3}, from_year(2006), "the sanctions are its own");
        row(programmes, part_of{}, north_korea, at{2}, from_year(2006), "they are its own");
        row(people, part_of{}, north_korea, at{4}, from_year(1948), "its people");
        // F20: the official name of North Korea is an alias of its node.
        // F21 speaks of a state that is no more: the record adds who came after it.
        row(russia, succeeds{}, soviet_union, at{5}, {since(std::chrono::year(1991)), true},
            "the article only tells the two apart; that one came after the other is added");
    }

    void panel_and_sanctions() {
        // F06: "came as" puts the veto a day before the Friday, and the vote stands from then on; the motion concerns
        // the panel, not the sanctions
        row(russia, casts{ballot::no, true}, renewal, at{2}, from_the_eve,
            "stops the panel's yearly renewal by its veto");
        row(renewal, would{motion_effect::keep}, panel, at{2}, in_2024, "would keep the panel at work");
        row(russia, carries_out{}, veto, at{2}, on_the_eve, "vetoes the renewal");
        row(veto, affects{-full}, renewal, at{2}, on_the_eve, "the renewal fails by it");
        // F07
        row(panel, stance{full, "monitoring", channel::material}, sanctions, at{2}, mandate,
            "watches how they are enforced");
        // F09: what they are aimed at; how far they reach it the article does not say. F11 gives the year.
        row(sanctions, affects{-half}, programmes, at{2}, from_year(2006), "imposed because of them");
        row(sanctions, affects{-half}, north_korea, at{2}, from_year(2006), "imposed on it");
        // F10
        row(veto, affects{-half}, sanctions, at{3}, in_2024, "weakens them");
        row(veto, affects{0}, sanctions, at{5}, in_2024, "a turn for them; here it is not said to what");
        // F11
        row(sanctions, follows{}, test_2006, at{3}, in_year(2006), "they began after it");
    }

    void what_russia_says() {
        // F01, in the headline and again in paragraph 1: it counts once
        row(russia, makes{}, on_strategy, at{1}, on_friday);
        row(on_strategy, about{force::propose}, new_strategy, at{1}, on_friday);
        row(on_strategy, about{force::mention}, major_powers, at{1}, on_friday, "whom it is asked of");
        row(on_strategy, about{force::mention}, north_korea, at{1}, on_friday, "whom the strategy concerns");
        row(russia, stance{full}, new_strategy, at{0, on_strategy}, from_friday, "speaks up for it");
        row(russia, stance{full}, new_strategy, at{1, on_strategy}, from_friday, "asks the major powers for it");
        // F02, in the headline and again in paragraph 1: one statement in the same terms, which counts once
        row(russia, makes{}, on_tactics, at{1}, on_friday);
        row(on_tactics, about{force::condemn}, united_states, at{1}, on_friday);
        row(russia, stance{-half, "tactics toward North Korea"}, united_states, at{0, on_tactics}, from_friday,
            "finds fault with how it treats North Korea");
        row(russia, stance{-half, "tactics toward North Korea"}, united_states, at{1, on_tactics}, from_friday,
            "finds fault with its conduct in Asia");
        // F03, in one breath with F02
        row(on_tactics, about{force::condemn}, us_allies, at{1}, on_friday);
        row(russia, stance{-half, "tactics toward North Korea"}, us_allies, at{1, on_tactics}, from_friday,
            "finds fault with their conduct in Asia");
        // F04
        row(on_tactics, about{force::mention}, tension, at{1}, on_friday);
        row(united_states, deed(full), tension, at{1, on_tactics}, from_friday, "said to drive it up");
        row(us_allies, deed(full), tension, at{1, on_tactics}, from_friday, "said to drive it up");
        // F05
        row(on_tactics, about{force::mention}, north_korea, at{1}, on_friday);
        row(united_states, deed(-full), north_korea, at{1, on_tactics}, from_friday, "said to strangle it");
        row(us_allies, deed(-full), north_korea, at{1, on_tactics}, from_friday, "said to strangle it");
        // F24, Russia's part
        row(russia, makes{}, on_experts, at{6}, on_friday);
        row(on_experts, about{force::condemn}, panel, at{6}, on_friday);
        row(russia, stance{-half, "objectivity"}, panel, at{6, on_experts}, from_friday, "says that it takes sides");
        // F25, Russia's part
        row(on_experts, about{force::mention}, adversaries, at{6}, on_friday);
        row(panel, stance{full}, adversaries, at{6, on_experts}, undated,
            "said to have become an instrument of theirs");
        // F37: a review with an end neither keeps nor ends the sanctions
        row(russia, makes{}, on_compromise, at{9}, in_2024);
        row(on_compromise, about{force::propose}, review, at{9}, in_2024);
        row(russia, sponsors{}, review, at{9, on_compromise}, in_2024, "offers it as a compromise");
        row(review, would{motion_effect::amend}, sanctions, at{9}, in_2024, "would put them under review");
    }

    void what_zakharova_says() {
        // F13
        row(zakharova, makes{}, on_methods, at{3}, on_friday);
        row(on_methods, about{force::condemn}, security_council, at{3}, on_friday);
        row(zakharova, stance{-half, "methods"}, security_council, at{3, on_methods}, from_friday,
            "calls its methods on the Korean Peninsula outdated, not to be relied on");
        // F15
        row(zakharova, makes{}, on_tension, at{4}, on_friday);
        row(on_tension, about{force::accuse}, united_states, at{4}, on_friday);
        row(on_tension, about{force::mention}, tension, at{4}, on_friday);
        row(zakharova, stance{-half}, united_states, at{4, on_tension}, from_friday, "blames it for military tension");
        row(united_states, deed(full), tension, at{4, on_tension}, from_friday, "said to feed it");
        // F16
        row(zakharova, makes{}, on_sanctions, at{4}, on_friday);
        row(on_sanctions, about{force::condemn}, sanctions, at{4}, on_friday);
        row(zakharova, stance{-half}, sanctions, at{4, on_sanctions}, from_friday,
            "says that they brought harm and no security");
        // F17
        row(on_sanctions, about{force::mention}, people, at{4}, on_friday);
        row(sanctions, affects{-full}, people, at{4, on_sanctions}, undated, "said to make them suffer");
        // F18: a claim about both, and held against both
        row(zakharova, makes{}, on_aims, at{4}, on_friday);
        row(on_aims, about{force::accuse}, united_states, at{4}, on_friday);
        row(on_aims, about{force::accuse}, us_allies, at{4}, on_friday);
        row(on_aims, about{force::mention}, north_korea, at{4}, on_friday);
        row(on_aims, about{force::mention}, peaceful_resolution, at{4}, on_friday);
        row(zakharova, stance{-half}, united_states, at{4, on_aims}, from_friday, "holds its aims against it");
        row(zakharova, stance{-half}, us_allies, at{4, on_aims}, from_friday, "holds their aims against them");
        row(united_states, stance{-full}, north_korea, at{4, on_aims}, undated,
            "said to want nothing but to suffocate it");
        row(us_allies, stance{-full}, north_korea, at{4, on_aims}, undated, "said to want nothing but to suffocate it");
        // F19
        row(united_states, stance{-half}, peaceful_resolution, at{4, on_aims}, undated, "said not to seek it");
        row(us_allies, stance{-half}, peaceful_resolution, at{4, on_aims}, undated, "said not to seek it");
        // F24, Zakharova's part
        row(zakharova, makes{}, on_panel, at{6}, on_friday);
        row(on_panel, about{force::condemn}, panel, at{6}, on_friday);
        row(zakharova, stance{-full}, panel, at{6, on_panel}, from_friday, "sees no point in keeping it as it is");
        // F25, Zakharova's part
        row(on_panel, about{force::mention}, adversaries, at{6}, on_friday);
        row(panel, stance{full}, adversaries, at{6, on_panel}, undated, "said to have become their willing tool");
        // F38: said on the Friday, of what had come before
        row(zakharova, makes{}, on_hostility, at{9}, on_friday);
        row(on_hostility, about{force::report}, review, at{9}, on_friday);
        row(on_hostility, about{force::accuse}, united_states, at{9}, on_friday);
        row(united_states, stance{-full}, review, at{9, on_hostility}, in_2024,
            "Washington is said to have been hostile to it");
        // F39
        row(zakharova, makes{}, on_detente, at{9}, on_friday);
        row(on_detente, about{force::demand}, detente, at{9}, on_friday);
        row(zakharova, stance{full}, detente, at{9, on_detente}, from_friday, "asks it of all concerned");
    }

    void history() {
        // F21
        row(soviet_union, deed(full), north_korea, at{5}, in_year(1948), "stood behind it at its founding");
        // F22
        row(united_states, deed(full), south_korea, at{5}, in_year(1948), "stood behind it at its founding");
        // F23
        constexpr at after_the_un{5, {}, credibility::confirmed};
        constexpr auto note = "after the United Nations; nobody else has tested in this century";
        row(north_korea, carries_out{}, test_2006, after_the_un, in_year(2006), note);
        row(north_korea, carries_out{}, test_2009, after_the_un, in_year(2009), note);
        row(north_korea, carries_out{}, test_2013, after_the_un, in_year(2013), note);
        row(north_korea, carries_out{}, test_2016a, after_the_un, in_year(2016), note);
        row(north_korea, carries_out{}, test_2016b, after_the_un, in_year(2016), note);
        row(north_korea, carries_out{}, test_2017, after_the_un, in_year(2017), note);
    }

    void war_and_ties() {
        // F12
        row(kim, deed(full), putin, at{3}, in_2024, "strengthens ties, and gains by it");
        row(putin, deed(full), kim, at{3}, in_2024, "strengthens ties");
        // F26
        row(war, affects{-full}, cooperation, at{7}, since_2022, "has disrupted it, as the veto shows");
        // F27: a judgement of how they get on, and nobody's deed
        constexpr auto crisis = "in their worst crisis since the Cuban Missile Crisis of 1962, which the war set off";
        row(russia, stance{-half}, west, at{7}, since_2022, crisis);
        row(west, stance{-half}, russia, at{7}, since_2022, crisis);
        // F28: the article names Putin; the war is Russia's
        row(russia, deed(-full), ukraine, at{7}, since_2022, "invaded it in full");
        row(putin, deed(-full), ukraine, at{7}, since_2022, "the invasion is called his");
        row(war, affects{-full}, ukraine, at{7}, since_2022, "a full invasion of it");
        row(russia, carries_out{}, war, at{7}, since_2022, "invaded");
        row(putin, carries_out{}, war, at{7}, since_2022, "the invasion is called his");
        // F29
        row(russia, deed(full), north_korea, at{7}, since_2022, "shows renewed ties, military ones among them");
        // F33: a chance that he sees, not yet a deed
        row(putin, stance{-half}, united_states, at{8}, in_2024, "sees in Kim a way to challenge it");
        row(putin, stance{-half}, asian_allies, at{8}, in_2024, "sees in Kim a way to challenge them");
        // F34
        row(north_korea, deed(full), putin, at{8}, in_2024, "a source of artillery for his war in Ukraine");
        // F35
        row(kim, stance{-half}, united_states, at{8}, in_2024, "wants to counter what he sees as its provocations");
        row(kim, stance{full}, arsenal, at{8}, in_2024, "wants it, to counter the United States");
        // F36: what Russia is for Kim, not what it has done
        row(kim, stance{full}, russia, at{8}, in_2024, "sees in it a mighty ally");
        row(russia, stance{full}, north_korea, at{8}, in_2024,
            "a mighty ally, with technology from missiles and arms to space and the atom");
    }

    void missiles() {
        // F30
        row(united_states, makes{}, on_missiles, at{8}, undated);
        row(united_states, stance{full}, missile_claim, at{8, on_missiles}, undated, "holds it to be so");
        row(on_missiles, about{force::allege}, missile_claim, at{8}, undated, "the United States alleges it");
        for (auto const named : {north_korea, russia, ukraine})
            row(on_missiles, about{force::mention}, named, at{8}, undated);
        row(north_korea, deed(full), russia, at{8, on_missiles}, undated, "said to have supplied missiles");
        row(north_korea, deed(-full), ukraine, at{8, on_missiles}, undated,
            "said to have supplied missiles for use against it");
        // F31
        row(russia, makes{}, kremlin_denial, at{8}, undated);
        row(kremlin_denial, about{force::deny}, missile_claim, at{8}, undated, "the Kremlin dismisses it");
        row(russia, stance{-full}, missile_claim, at{8, kremlin_denial}, undated, "the Kremlin dismisses it");
        // F32
        row(north_korea, makes{}, pyongyang_denial, at{8}, undated);
        row(pyongyang_denial, about{force::deny}, missile_claim, at{8}, undated, "Pyongyang dismisses it");
        row(north_korea, stance{-full}, missile_claim, at{8, pyongyang_denial}, undated, "Pyongyang dismisses it");
    }
};

#ifdef GEOSTANCE_SEPARATE_COMPILATION
extern template stance_graph record_of<panel_veto_2024_rows>();
#endif

} // namespace geostance::seed::detail

// SPDX-License-Identifier: BSL-1.0
// What a reader of the article would ask of its record, and what the article answers.
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;
using enum gs::attitude;

namespace {

gs::stance_graph const& world() {
    static gs::stance_graph const built = gs::seed::panel_veto_2024();
    return built;
}

gs::any_node named(std::string_view name) {
    if (auto const found = world().find<gs::actor>(name)) return gs::any_node(*found);
    if (auto const found = world().find<gs::alliance>(name)) return gs::any_node(*found);
    return gs::any_node(world().at<gs::issue>(name));
}
gs::lens by(char const* speaker) { return {.according_to = world().at<gs::actor>(speaker)}; }
gs::lens on(gs::date day) { return {.at = day}; }

gs::attitude attitude(char const* who, char const* target, gs::lens const& asked = {}) {
    return gs::position_of(world(), named(who), named(target), asked).attitude;
}

using names = std::set<std::string>;
names who_in(std::vector<gs::holding> const& holders) {
    names result;
    for (auto const& h : holders) result.insert(gs::name_of(world(), h.who));
    return result;
}
names who_in(std::vector<gs::any_node> const& nodes) {
    names result;
    for (auto const n : nodes) result.insert(gs::name_of(world(), n));
    return result;
}

/// Who does something of that force to a target in a statement.
names who_does(gs::force what, char const* target) {
    names result;
    for (auto const r : gs::in<gs::about>(world(), named(target)))
        if (world()[r].force == what) result.merge(who_in(gs::speakers_of(world(), world().source(r))));
    return result;
}

/// The keys of the statements that are about something, with whatever force.
names said_about(char const* what) {
    names result;
    for (auto const r : gs::in<gs::about>(world(), named(what))) result.insert(world()[world().source(r)].key);
    return result;
}

/// The relations of type R between two nodes: their paragraphs.
template <class R>
names paragraphs(char const* from, char const* to) {
    names result;
    world().for_each_between(named(from), named(to), [&](gs::any_relation r) {
        if (world().as<R>(r)) result.insert(world().annotation(r).locator);
    });
    return result;
}

} // namespace

TEST_CASE("article: who accuses, condemns, alleges, denies, proposes") {
    CHECK(who_does(gs::force::accuse, "Washington") == names{"Maria Zakharova"});
    CHECK(who_does(gs::force::accuse, "US allies") == names{"Maria Zakharova"});
    CHECK(who_does(gs::force::condemn, "Washington") == names{"Russia"});
    CHECK(who_does(gs::force::condemn, "panel") == names{"Russia", "Maria Zakharova"});
    CHECK(who_does(gs::force::allege, "missile supply") == names{"United States"});
    CHECK(who_does(gs::force::deny, "missile supply") == names{"Russia", "North Korea"});
    CHECK(who_does(gs::force::propose, "new strategy") == names{"Russia"});
    CHECK(who_does(gs::force::accuse, "Moscow").empty());
}

TEST_CASE("article: what the war changed, and since when") {
    CHECK(attitude("Moscow", "Ukraine", on(2021y)) == none);
    CHECK(attitude("Moscow", "Ukraine", on(2022y)) == opposes);
    CHECK(attitude("Moscow", "the West", on(2021y)) == none);
    CHECK(attitude("the West", "Moscow", on(2023y)) == opposes);
    CHECK(attitude("Moscow", "Pyongyang", on(2021y)) == none);
    CHECK(attitude("Moscow", "Pyongyang", on(2023y)) == supports);
}

TEST_CASE("article: in 1948 the Soviet Union and the United States each backed one Korea, and Russia neither") {
    CHECK(attitude("USSR", "DPRK", on(1948y)) == supports);
    CHECK(attitude("USSR", "DPRK", on(2024y)) == none);
    CHECK(attitude("US", "ROK", on(1948y)) == supports);
    CHECK(attitude("Russia", "DPRK", on(1948y)) == none);
    CHECK(attitude("USSR", "ROK", on(1948y)) == none);
}

TEST_CASE("article: what Putin and Kim want of each other, and against whom") {
    CHECK(attitude("Putin", "Kim") == supports);
    CHECK(attitude("Kim", "Putin") == supports);
    CHECK(attitude("Kim", "Russia") == supports);
    CHECK(attitude("Kim", "Washington") == opposes);
    CHECK(attitude("Kim", "larger nuclear arsenal") == supports);
    CHECK(who_in(gs::opponents(world(), named("Asian allies"))) == names{"Vladimir Putin"});
    CHECK(attitude("Kim", "Ukraine") == none);
}

TEST_CASE("article: what the United States does in Asia is Russia's account, and no fact of the article's") {
    for (auto const* target : {"military tension", "North Korea", "peaceful resolution", "Russia's compromise"}) {
        CAPTURE(target);
        CHECK(attitude("Washington", target) == none);
        CHECK(attitude("Washington", target, {.according_to = gs::sources_voice()}) == none);
        CHECK(attitude("Washington", target, by("Russia")) != none);
    }
    CHECK(attitude("US allies", "North Korea", by("Zakharova")) == opposes);
    CHECK(attitude("panel", "adversaries of North Korea", by("Zakharova")) == supports);
    CHECK(attitude("panel", "adversaries of North Korea") == none);
}

TEST_CASE("article: what North Korea did for the war is the United States' account; artillery is the article's") {
    gs::lens const american = by("United States");
    CHECK(attitude("North Korea", "Russia", american) == supports);
    CHECK(attitude("North Korea", "Ukraine", american) == opposes);
    CHECK(attitude("North Korea", "Ukraine") == none);
    CHECK(attitude("North Korea", "Putin", {.according_to = gs::sources_voice()}) == supports);
    CHECK(attitude("Washington", "missile claim") == supports);
    CHECK(attitude("Washington", "missile claim", on(2023y)) == none);
}

TEST_CASE("article: what Zakharova thinks, and what is only Russia's own word") {
    for (auto const* target : {"US", "US allies", "Security Council", "UN sanctions", "panel"})
        CHECK(attitude("Zakharova", target) == opposes);
    CHECK(attitude("Zakharova", "détente") == supports);
    for (auto const* target : {"new strategy", "time-bound review", "missile claim"}) {
        CHECK(attitude("Zakharova", target) == none);
        CHECK(attitude("Russia", target) != none);
    }
    gs::lens const without{.without = gs::any_nodes(world().at<gs::actor>("Zakharova"))};
    CHECK(attitude("Russia", "US allies", without) == opposes);
    CHECK(attitude("Russia", "UN sanctions", without) == none);
}

TEST_CASE("article: by channel, Russia speaks and votes against the panel, and acts for North Korea") {
    auto const through = [](gs::channel c, char const* target) { return attitude("Russia", target, {.channels = c}); };
    CHECK(through(gs::channel::verbal, "panel") == opposes);
    CHECK(through(gs::channel::vote, "panel") == opposes);
    CHECK(through(gs::channel::material, "panel") == none);
    CHECK(through(gs::channel::material, "North Korea") == supports);
    CHECK(through(gs::channel::vote, "North Korea") == none);
    CHECK(through(gs::channel::material, "the West") == none);
}

TEST_CASE("article: without a speaker the dispute over missiles has fewer sides, or is none") {
    auto const status = [](char const* left_out) {
        return gs::claim_of(world(), named("missile claim"),
                            {.without = gs::any_nodes(world().at<gs::actor>(left_out))})
            .status;
    };
    CHECK(gs::claims(world()).size() == 1);
    CHECK(status("Zakharova") == gs::claim_status::contested);
    CHECK(status("Russia") == gs::claim_status::contested);
    CHECK(status("United States") == gs::claim_status::denied);
    auto const disputes = gs::contested(world(), {.without = gs::any_nodes(world().at<gs::actor>("Russia"))});
    REQUIRE(disputes.size() == 1);
    CHECK(who_in(disputes[0].denied_by) == names{"North Korea"});
}

TEST_CASE("article: who speaks for whom, and nobody knew before it appeared") {
    gs::lens const friday = on(2024y / 3 / 29);
    CHECK(who_in(gs::speakers_for(world(), named("Russia"), friday)) ==
          names{"Vladimir Putin", "Russian Foreign Ministry", "Maria Zakharova"});
    CHECK(who_in(gs::speakers_for(world(), named("North Korea"), friday)) == names{"Kim Jong Un"});
    CHECK(gs::statements_of(world(), named("Foreign Ministry")).size() == 7);
    CHECK(gs::statements_of(world(), named("Putin")).empty());
    CHECK(gs::statements_of(world(), named("Russia"), on(2024y / 3 / 28)).size() == 1); // the offer, some day of 2024
    CHECK(gs::opponents(world(), named("panel"), {.known_by = 2024y / 3 / 28}).empty());
    CHECK(gs::opponents(world(), named("panel"), {.known_by = 2024y / 3 / 29}).size() == 2);
}

TEST_CASE("article: the names that it uses, and that a reader would type, find their bearers") {
    for (auto const& other :
         {std::pair("the US", "United States"), std::pair("the U.S.", "United States"),
          std::pair("U.N. Security Council", "Security Council"), std::pair("the Republic of Korea", "South Korea"),
          std::pair("1718 Committee's Panel of Experts", "Panel of Experts"),
          std::pair("President Vladimir Putin", "Vladimir Putin"), std::pair("annual renewal", "panel renewal"),
          std::pair("geopolitical rivals", "North Korea's adversaries"), std::pair("allies of the US", "US allies"),
          std::pair("international sanctions", "UN sanctions"), std::pair("sanctions framework", "UN sanctions"),
          std::pair("ballistic missile program", "weapons programmes"),
          std::pair("nuclear weapons program", "weapons programmes"), std::pair("Russia's veto", "the veto"),
          std::pair("conflict in Ukraine", "war in Ukraine"), std::pair("military tensions", "tension in Asia"),
          std::pair("collaboration among major powers", "cooperation among major powers"),
          std::pair("2017 nuclear test", "nuclear test of 2017")}) {
        CAPTURE(other.first);
        CHECK(named(other.first) == named(other.second));
    }
}

TEST_CASE("article: Russia itself says whom the panel serves, in the words before Zakharova's") {
    auto const account = [](bool with_zakharova) {
        return gs::position_of(world(), named("panel"), named("geopolitical rivals"),
                               {.according_to = world().at<gs::actor>("Russia"), .spokespeople_bind = with_zakharova});
    };
    CHECK(account(false).attitude == supports);
    CHECK(account(false).number == 1);
    CHECK(account(true).number == 2);
    CHECK(attitude("panel", "geopolitical rivals") == none);
}

TEST_CASE("article: Zakharova sees no point in the panel as it is, and does not say in any form") {
    auto const said = world().at<gs::statement>("zakharova-on-the-panel");
    CHECK(world()[said].summary.ends_with("no point in keeping it as it is."));
}

TEST_CASE("article: Russia finds the same fault with the allies of the United States as with the United States") {
    gs::lens const tactics{.facet = "tactics toward North Korea"};
    CHECK(attitude("Russia", "Washington", tactics) == opposes);
    CHECK(attitude("Russia", "US allies", tactics) == opposes);
}

TEST_CASE("article: the headline has the new strategy and the tactics, and each counts once") {
    for (auto const* target : {"new strategy", "Washington"}) {
        CAPTURE(target);
        auto const found = gs::position_of(world(), named("Russia"), named(target), {.spokespeople_bind = false});
        REQUIRE(found.rests_on.size() == 2);
        CHECK(world().annotation(found.rests_on[0].relation).locator == "paragraph 0");
        CHECK(world().annotation(found.rests_on[1].relation).locator == "paragraph 1");
        CHECK(found.number == 1);
    }
}

TEST_CASE("article: which statements speak of North Korea, of its people, of tension, of a peaceful way out") {
    CHECK(said_about("North Korea") ==
          names{"russia-on-strategy", "russia-on-tactics", "zakharova-on-aims", "united-states-on-missiles"});
    CHECK(said_about("North Koreans") == names{"zakharova-on-sanctions"});
    CHECK(said_about("tension in Asia") == names{"russia-on-tactics", "zakharova-on-tension"});
    CHECK(said_about("peaceful resolution") == names{"zakharova-on-aims"});
    CHECK(said_about("geopolitical rivals") == names{"russia-on-the-panel", "zakharova-on-the-panel"});
    CHECK(said_about("Ukraine") == names{"united-states-on-missiles"});
    CHECK(said_about("South Korea").empty());
    CHECK(gs::claims(world()).size() == 1); // to speak of something is to assert nothing
}

TEST_CASE("article: whose the sanctions, the programmes and the people are, and whom the sanctions and the war hit") {
    CHECK(paragraphs<gs::carries_out>("United Nations", "UN sanctions") == names{"paragraph 3"});
    CHECK(paragraphs<gs::part_of>("weapons programmes", "North Korea") == names{"paragraph 2"});
    CHECK(paragraphs<gs::part_of>("North Koreans", "North Korea") == names{"paragraph 4"});
    CHECK(paragraphs<gs::affects>("UN sanctions", "North Korea") == names{"paragraph 2"});
    CHECK(paragraphs<gs::affects>("war in Ukraine", "Ukraine") == names{"paragraph 7"});
    CHECK(paragraphs<gs::affects>("the veto", "UN sanctions") == names{"paragraph 3", "paragraph 5"});
    // None of this is a position, or binds anybody.
    CHECK(attitude("United Nations", "North Korea") == none);
    CHECK(attitude("UN sanctions", "North Korea") == none);
    CHECK(attitude("North Korea", "weapons programmes") == none);
    CHECK(who_in(gs::opponents(world(), named("Ukraine"))) == names{"Russia", "Vladimir Putin"});
    CHECK(gs::opponents(world(), named("North Korea")).empty());
    CHECK(gs::principals_of(world(), named("North Koreans")).empty());
}

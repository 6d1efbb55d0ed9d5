// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/state/crosswalk.hpp>
#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

gs::stance_graph const& world() {
    static gs::stance_graph const built = gs::seed::council_vote_2024();
    return built;
}
gs::node<gs::actor> actor(char const* name) { return world().at<gs::actor>(name); }
gs::node<gs::issue> issue(char const* name) { return world().at<gs::issue>(name); }

} // namespace

TEST_CASE("council record: every name that a source would use finds its bearer") {
    for (auto const& [name, key] :
         {std::pair("Moscow", "RUS"), std::pair("Washington", "USA"), std::pair("DPRK", "PRK"),
          std::pair("South Korea", "KOR"), std::pair("Group of Experts", "panel"), std::pair("Nebenzya", "nebenzia"),
          std::pair("Vassily Nebenzia", "nebenzia"), std::pair("Kirby", "kirby"), std::pair("UK", "GBR"),
          std::pair("UN Security Council", "UNSC"), std::pair("Committee 1718", "committee-1718")}) {
        CHECK(actor(name) == actor(key));
    }
    CHECK(world().at<gs::alliance>("the West") == world().at<gs::alliance>("western-states"));
}

TEST_CASE("council record: each state has its codes, which the crosswalk knows for the same state") {
    CHECK(world().at<gs::actor>(gs::code{"cow", "365"}) == actor("Russia"));
    for (auto const who : gs::nodes_of<gs::actor>(world())) {
        if (world()[who].kind != gs::actor_kind::state || who == actor("Soviet Union")) continue;
        CAPTURE(world()[who].name);
        auto const& codes = world()[who].codes;
        REQUIRE(codes.size() == 3);
        for (auto const i : {1U, 2U}) CHECK(gs::io::crosswalk::convert(codes[0], codes[i].scheme).match == codes[i]);
    }
}

TEST_CASE("council record: the permanent seat was the Soviet Union's, and then Russia's") {
    auto const permanent = [](gs::date day) {
        return gs::members_with_role(world(), actor("Security Council"), "permanent member", {.at = day});
    };
    auto const holds = [&](char const* who, gs::date day) {
        auto const members = permanent(day);
        CHECK(members.size() == 5);
        return std::find(members.begin(), members.end(), gs::any_node(actor(who))) != members.end();
    };
    CHECK(holds("Soviet Union", 1950y));
    CHECK_FALSE(holds("Russia", 1950y));
    CHECK(holds("Soviet Union", 1991y / 12 / 25));
    CHECK(holds("Russia", 1991y / 12 / 26));
    CHECK_FALSE(holds("Soviet Union", 2024y));
}

TEST_CASE("council record: the panel is the 1718 Committee's until its mandate ends") {
    auto const organ_of = gs::out<gs::part_of>(world(), actor("panel"));
    REQUIRE(organ_of.size() == 1);
    CHECK(world().target(gs::any_relation(organ_of.begin()[0])) == gs::any_node(actor("1718 Committee")));
    CHECK(world().annotation(organ_of.begin()[0]).valid == gs::period{2009y, 2024y / 4 / 30});
    CHECK(gs::out<gs::part_of>(world(), actor("1718 Committee")).size() == 1);
}

TEST_CASE("council record: a vote stands from its day on, and not before") {
    auto const attitude = [](char const* who, gs::date day) {
        return gs::position_of(world(), actor(who), issue("extension"), {.at = day}).attitude;
    };
    CHECK(attitude("Russia", 2024y / 3 / 27) == gs::attitude::none);
    CHECK(attitude("Russia", 2024y / 3 / 29) == gs::attitude::opposes);
    CHECK(attitude("China", 2024y / 3 / 29) == gs::attitude::neutral);
    CHECK(
        gs::position_of(world(), actor("Russia"), actor("panel"), {.at = 2024y / 3 / 29, .channels = gs::channel::vote})
            .attitude == gs::attitude::opposes);
    auto const rule = gs::security_council_rule(
        gs::members_with_role(world(), actor("Security Council"), "permanent member", {.at = 2024y}));
    CHECK(gs::outcome(world(), issue("extension"), rule, {.at = 2024y / 3 / 29}).votes.size() == 15);
    CHECK(gs::outcome(world(), issue("extension"), rule, {.at = 2024y / 3 / 27}).votes.empty());
    CHECK(gs::outcome(world(), issue("S/2022/431"), rule).vetoed_by.size() == 2);
}

TEST_CASE("council record: who spoke held office that day; Russia puts its own proposal forward") {
    CHECK(gs::speakers_for(world(), actor("Washington"), {.at = 2024y / 3 / 28}).size() == 3);
    CHECK(gs::speakers_for(world(), actor("Washington"), {.at = 1990y}).empty());
    CHECK(gs::in<gs::sponsors>(world(), issue("annual review")).size() == 1);
    CHECK(gs::position_of(world(), actor("Russia"), issue("annual review")).attitude == gs::attitude::supports);
}

TEST_CASE("council record: drafts and resolutions are found by their symbols") {
    CHECK(issue("S/2024/255") == issue("extension"));
    CHECK(world().at<gs::issue>(gs::code{"un-document", "S/2024/255"}) == issue("extension"));
    CHECK(issue("S/RES/1718 (2006)") == issue("1718"));
    CHECK(issue("resolution 1874 (2009)") == issue("1874"));
    CHECK(issue("sanctions on North Korea") == issue("sanctions"));
    for (auto const* name : {"the US", "the U.S.", "America"}) CHECK(actor(name) == actor("Washington"));
    CHECK(actor("the UK") == actor("London"));
}

TEST_CASE("council record: the Council is the United Nations', and Japan presided over it that month") {
    auto const organ_of = gs::out<gs::part_of>(world(), actor("Security Council"));
    REQUIRE(organ_of.size() == 1);
    CHECK(world().target(gs::any_relation(organ_of.begin()[0])) == gs::any_node(actor("UN")));
    auto const presidents = [](gs::date day) {
        return gs::members_with_role(world(), actor("Security Council"), "president", {.at = day});
    };
    CHECK(presidents(2024y / 3 / 28) == std::vector{gs::any_node(actor("Japan"))});
    CHECK(presidents(2024y / 4 / 1).empty());
    CHECK(gs::members_of(world(), actor("Security Council"), {.at = 2024y / 3 / 28}).size() == 15);
}

TEST_CASE("council record: nobody reacts to the veto before it is cast; the draft fails by it") {
    auto const opponents = [](gs::date day) { return gs::opponents(world(), issue("the veto"), {.at = day}).size(); };
    CHECK(opponents(2024y / 3 / 27) == 0);
    CHECK(opponents(2024y / 3 / 29) == 6);
    std::size_t effects = 0;
    world().for_each_between(issue("the veto"), issue("extension"), [&](gs::any_relation r) {
        auto const effect = world().as<gs::affects>(r);
        REQUIRE(effect);
        CHECK(world()[*effect].value == -1);
        ++effects;
    });
    CHECK(effects == 1);
}

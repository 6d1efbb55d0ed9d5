// SPDX-License-Identifier: BSL-1.0
// Ten answers of the third record, decided before any code.
#include <geostance/geostance.hpp>
#include <geostance/query/network/position_similarity.hpp>
#include <geostance/seed/embargo_votes.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <set>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;
using gs::attitude;

namespace {

gs::stance_graph const& world() {
    static gs::stance_graph const built = gs::seed::embargo_votes();
    return built;
}
gs::node<gs::actor> state(char const* name) { return world().at<gs::actor>(name); }
gs::node<gs::issue> embargo() { return world().at<gs::issue>("the embargo"); }

attitude on(gs::date day, char const* who) {
    return gs::position_of(world(), state(who), embargo(), {.at = day}).attitude;
}
std::vector<gs::date> turns(char const* who, gs::lens const& asked = {}) {
    std::vector<gs::date> days;
    for (auto const& shift : gs::shifts(world(), state(who), embargo(), asked)) days.push_back(shift.first_after);
    return days;
}
template <class Held>
std::set<std::string> names(std::vector<Held> const& holders) {
    std::set<std::string> result;
    for (auto const& [who, position] : holders) result.insert(gs::name_of(world(), who));
    return result;
}
using days = std::vector<gs::date>;

} // namespace

TEST_CASE("embargo 1: the United States supports it but for the year after its abstention of October 2016") {
    CHECK(on(2012y / 12 / 31, "United States") == attitude::supports);
    CHECK(on(2016y / 12 / 31, "United States") == attitude::neutral);
    CHECK(on(2018y / 12 / 31, "United States") == attitude::supports);
    CHECK(gs::position_of(world(), state("United States"), embargo()).attitude == attitude::supports);
    CHECK(turns("United States") == days{2016y / 10 / 26, 2017y / 11 / 1});
}

TEST_CASE("embargo 2: Israel the same; Brazil turns once, in November 2019") {
    CHECK(on(2012y / 12 / 31, "Israel") == attitude::supports);
    CHECK(on(2016y / 12 / 31, "Israel") == attitude::neutral);
    CHECK(on(2018y / 12 / 31, "Israel") == attitude::supports);
    CHECK(turns("Israel") == turns("United States"));
    CHECK(on(2015y / 12 / 31, "Brazil") == attitude::opposes);
    CHECK(on(2019y / 12 / 31, "Brazil") == attitude::supports);
    CHECK(turns("Brazil") == days{2019y / 11 / 7});
}

TEST_CASE("embargo 3: Palau is neutral, supports it for a year, is neutral again, and opposes it: three shifts") {
    CHECK(on(2011y, "Palau") == attitude::neutral);
    CHECK(on(2012y / 12 / 31, "Palau") == attitude::supports);
    CHECK(on(2013y / 12 / 31, "Palau") == attitude::neutral);
    CHECK(on(2015y / 12 / 31, "Palau") == attitude::opposes);
    CHECK(turns("Palau").size() == 3);
}

TEST_CASE("embargo 4: nobody supports it on 1 December 2016; three do three years later, and two are neutral") {
    CHECK(gs::supporters(world(), embargo(), {.at = 2016y / 12 / 1}).empty());
    gs::lens const later{.at = 2019y / 12 / 1};
    CHECK(names(gs::supporters(world(), embargo(), later)) ==
          std::set<std::string>{"United States", "Israel", "Brazil"});
    auto held = gs::holders_of_positions(world(), embargo(), later);
    std::erase_if(held, [](auto const& h) { return h.position.attitude != attitude::neutral; });
    CHECK(names(held) == std::set<std::string>{"Colombia", "Ukraine"});
}

TEST_CASE("embargo 5: as known on 1 January 2016, the United States supports it at the end of that year") {
    gs::lens const asked{.at = 2016y / 12 / 31, .known_by = 2016y / 1 / 1};
    CHECK(gs::position_of(world(), state("United States"), embargo(), asked).attitude == attitude::supports);
}

TEST_CASE("embargo 6: with all history the United States supports it by eight ninths") {
    gs::lens const asked{.at = 2019y / 12 / 31, .history = gs::history::all};
    auto const all = gs::position_of(world(), state("United States"), embargo(), asked);
    CHECK(all.attitude == attitude::supports);
    CHECK(all.number == 9);
    CHECK(all.value == doctest::Approx(8.0 / 9));
}

TEST_CASE("embargo 7: without the roll call of 2016 the United States has no shift") {
    auto const paper = world().at<gs::publication>("roll-call-A/RES/71/5");
    CHECK(turns("United States", {.without = gs::any_nodes(paper)}).empty());
}

TEST_CASE("embargo 8: Libya's vote of 2010 still stands at the end of 2011; no vote of 2011 is invented") {
    auto const then = gs::position_of(world(), state("Libya"), embargo(), {.at = 2011y / 12 / 31});
    CHECK(then.attitude == attitude::opposes);
    REQUIRE(then.rests_on.size() == 1);
    CHECK(world().annotation(then.rests_on[0].relation).locator == "A/RES/65/6");
}

TEST_CASE("embargo 9: Israel votes most like the United States, on nine shared votes") {
    auto const votes_shared_with = [](gs::node<gs::actor> who) {
        auto const alike = gs::similarity_of(world(), state("United States"), who);
        return std::count_if(alike.rests_on.begin(), alike.rests_on.end(),
                             [](auto const& shared) { return shared.target != gs::any_node(embargo()); });
    };
    CHECK(votes_shared_with(state("Israel")) == 9);
    CHECK(votes_shared_with(state("Libya")) == 8);
    auto const measure = [](gs::node<gs::actor> who) {
        return gs::similarity_of(world(), state("United States"), who).measured.value.value();
    };
    for (auto const who : gs::nodes_of<gs::actor>(world()))
        if (who != state("United States") && who != state("Israel")) CHECK(measure(who) < measure(state("Israel")));
}

TEST_CASE("embargo 10: the United Kingdom is against it by its last vote; the eight before it are marked as replaced") {
    auto const held = gs::position_of(world(), state("United Kingdom"), embargo());
    CHECK(held.attitude == attitude::opposes);
    CHECK(held.number == 1);
    REQUIRE(held.rests_on.size() == 9);
    CHECK(std::count_if(held.rests_on.begin(), held.rests_on.end(), [](auto const& e) { return e.replaced; }) == 8);
    for (auto const& e : held.rests_on) CHECK(e.replaced == (world().annotation(e.relation).locator != "A/RES/74/7"));
}

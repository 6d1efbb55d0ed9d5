// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <query/by_definition.hpp>
#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <cmath>

namespace gs = geostance;

TEST_CASE("position_of: random records under random lenses agree with the definition") {
    auto const records = geostance::testing::repetitions(10'000);
    for (unsigned seed = 1; seed <= records; ++seed) {
        test::random_record record(seed);
        auto const lens = record.any_lens();
        const test::by_definition expected(record.graph, lens);
        for (int question = 0; question < 3; ++question) {
            auto const who = gs::any_node(record.any_of(record.actors));
            auto const target = record.any_of(record.targets());
            auto const found = gs::position_of(record.graph, who, target, lens);
            auto const wanted = expected.position(who, target);
            INFO("seed ", seed, " who ", who.index(), " target ", target.index());
            REQUIRE(found.rests_on.size() == wanted.items.size());
            for (std::size_t i = 0; i < wanted.items.size(); ++i) {
                CHECK(found.rests_on[i].relation == wanted.items[i].relation);
                CHECK(found.rests_on[i].value == wanted.items[i].value);
                CHECK(found.rests_on[i].holds == wanted.items[i].holds);
            }
            REQUIRE(found.number == wanted.number);
            REQUIRE(found.attitude == wanted.attitude);
            REQUIRE(found.weight == doctest::Approx(wanted.weight));
            if (wanted.number > 0) REQUIRE(std::abs(found.value - wanted.mean) < 1e-12);
            if (wanted.number == 0) REQUIRE(std::isnan(found.value));
        }
    }
}

TEST_CASE("holders_of_positions lists what position_of gives, and nobody with a relation of its own is missing") {
    for (unsigned seed = 1; seed <= 1000; ++seed) {
        test::random_record record(seed);
        auto const lens = record.any_lens();
        for (auto const target : record.targets()) {
            auto const listed = gs::holders_of_positions(record.graph, target, lens);
            for (auto const& h : listed) {
                auto const wanted = gs::position_of(record.graph, h.who, target, lens);
                INFO("seed ", seed, " target ", target.index(), " who ", h.who.index());
                REQUIRE(h.position.attitude == wanted.attitude);
                REQUIRE(h.position.number == wanted.number);
                REQUIRE(h.position.weight == wanted.weight);
                REQUIRE(h.position.rests_on.size() == wanted.rests_on.size());
            }
            for (auto const who : record.holders()) {
                auto const held = gs::position_of(record.graph, who, target, lens);
                bool const has_own = std::any_of(held.rests_on.begin(), held.rests_on.end(),
                                                 [&](auto const& e) { return e.whose == who; });
                bool const is_listed =
                    std::any_of(listed.begin(), listed.end(), [&](auto const& h) { return h.who == who; });
                INFO("seed ", seed, " target ", target.index(), " who ", who.index());
                if (has_own) REQUIRE(is_listed);
            }
        }
    }
}

TEST_CASE("position_of: a node that cannot take part in a position is an error, not a position that is not recorded") {
    gs::stance_graph g;
    gs::any_node const who(g.add(gs::actor{.key = "a"}));
    gs::any_node const said(g.add(gs::statement{.key = "s", .summary = "words"}));
    gs::any_node const article(g.add(gs::publication{.key = "p", .name = "Article"}));
    CHECK(gs::position_of(g, who, said).attitude == gs::attitude::none);
    CHECK_THROWS_WITH_AS((void)gs::position_of(g, who, article),
                         "target: got `Article`, expected a node that positions may be about", gs::invalid_value);
    CHECK_THROWS_WITH_AS((void)gs::explain(g, article, who),
                         "who: got `Article`, expected a node that may hold a position", gs::invalid_value);
    CHECK_THROWS_AS((void)gs::timeline(g, article, who), gs::invalid_value);
    CHECK_THROWS_AS((void)gs::supporters(g, article), gs::invalid_value);
}

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
            auto const who =
                record.graph.node_at(static_cast<std::size_t>(record.below(static_cast<int>(record.actors.size()))));
            auto const target = record.graph.node_at(
                static_cast<std::size_t>(record.below(static_cast<int>(record.graph.num_nodes()))));
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
        for (std::size_t t = 0; t < record.graph.num_nodes(); ++t) {
            auto const target = record.graph.node_at(t);
            auto const listed = gs::holders_of_positions(record.graph, target, lens);
            for (auto const& h : listed) {
                auto const wanted = gs::position_of(record.graph, h.who, target, lens);
                INFO("seed ", seed, " target ", t, " who ", h.who.index());
                REQUIRE(h.position.attitude == wanted.attitude);
                REQUIRE(h.position.number == wanted.number);
                REQUIRE(h.position.weight == wanted.weight);
                REQUIRE(h.position.rests_on.size() == wanted.rests_on.size());
            }
            for (std::size_t w = 0; w < record.graph.num_nodes(); ++w) {
                auto const who = record.graph.node_at(w);
                auto const held = gs::position_of(record.graph, who, target, lens);
                bool const has_own = std::any_of(held.rests_on.begin(), held.rests_on.end(),
                                                 [&](auto const& e) { return e.whose == who; });
                bool const is_listed =
                    std::any_of(listed.begin(), listed.end(), [&](auto const& h) { return h.who == who; });
                INFO("seed ", seed, " target ", t, " who ", w);
                if (has_own) REQUIRE(is_listed);
            }
        }
    }
}

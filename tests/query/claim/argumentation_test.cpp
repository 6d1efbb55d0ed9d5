// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/claim/argumentation.hpp>

#include <doctest/doctest.h>

#include <random>
#include <utility>
#include <vector>

namespace gs = geostance;
using labels = std::vector<gs::argument_label>;
using enum gs::argument_label;

namespace {

gs::argument_graph attacks(std::size_t n, std::vector<std::pair<std::size_t, std::size_t>> const& pairs) {
    gs::argument_graph g(n);
    for (auto const& [from, to] : pairs) g.attack(from, to);
    return g;
}

/// The least fixed point of Dung's characteristic function, from its definition: the arguments that a set defends.
labels grounded_by_definition(gs::argument_graph const& g) {
    std::vector<bool> in_set(g.size(), false);
    for (bool grew = true; grew;) {
        grew = false;
        for (std::size_t a = 0; a < g.size(); ++a) {
            bool defended = true;
            for (auto const attacker : g.attackers(a)) {
                bool answered = false;
                for (auto const defender : g.attackers(attacker)) answered = answered || in_set[defender];
                defended = defended && answered;
            }
            if (defended && !in_set[a]) grew = in_set[a] = true;
        }
    }
    labels result(g.size(), undecided);
    for (std::size_t a = 0; a < g.size(); ++a) {
        if (in_set[a]) result[a] = in;
        for (auto const attacker : g.attackers(a))
            if (in_set[attacker]) result[a] = out;
    }
    return result;
}

} // namespace

TEST_CASE("grounded_labelling: the standard examples") {
    // Dung 1995, Example 1 (A and I hold each other responsible): the first argument is attacked and the attacker
    // attacked in turn, so the first is reinstated.
    CHECK(gs::grounded_labelling(attacks(3, {{0, 1}, {1, 2}})) == labels{in, out, in});
    // The Nixon diamond, Example 9: two arguments attack each other, and the grounded extension is empty.
    CHECK(gs::grounded_labelling(attacks(2, {{0, 1}, {1, 0}})) == labels{undecided, undecided});
    // A cycle of three, and what hangs on it.
    CHECK(gs::grounded_labelling(attacks(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}})) ==
          labels{undecided, undecided, undecided, undecided});
    // Who attacks himself is not accepted; nor does he defeat.
    CHECK(gs::grounded_labelling(attacks(2, {{0, 0}, {0, 1}})) == labels{undecided, undecided});
    // Floating acceptance is not grounded: 0 and 1 attack each other, both attack 2, 2 attacks 3.
    CHECK(gs::grounded_labelling(attacks(4, {{0, 1}, {1, 0}, {0, 2}, {1, 2}, {2, 3}})) ==
          labels{undecided, undecided, undecided, undecided});
    CHECK(gs::grounded_labelling(gs::argument_graph(0)).empty());
}

TEST_CASE("grounded_labelling: random frameworks agree with the definition") {
    std::mt19937 random(5);
    for (int round = 0; round < 5000; ++round) {
        gs::argument_graph g(1 + random() % 8);
        for (auto e = random() % 14; e > 0; --e) g.attack(random() % g.size(), random() % g.size());
        REQUIRE(gs::grounded_labelling(g) == grounded_by_definition(g));
    }
}

TEST_CASE("argument_strengths: DF-QuAD on trees, worked by hand from its formulae") {
    // One attacker of strength .8 on a base score of .5: .5 - .5 * .8.
    gs::argument_graph attacked(2);
    attacked.attack(0, 1);
    CHECK(gs::argument_strengths(attacked, {0.8, 0.5}).strength[1] == doctest::Approx(0.1));
    // One supporter of .8: .5 + .5 * .8.
    gs::argument_graph supported(2);
    supported.support(0, 1);
    CHECK(gs::argument_strengths(supported, {0.8, 0.5}).strength[1] == doctest::Approx(0.9));
    // Two attackers of .5 combine to .75; with a supporter of .75 nothing changes (Rago et al. 2016: equal strengths).
    gs::argument_graph even(4);
    even.attack(0, 3);
    even.attack(1, 3);
    even.support(2, 3);
    auto const result = gs::argument_strengths(even, {0.5, 0.5, 0.75, 0.4});
    CHECK(result.strength[3] == doctest::Approx(0.4));
    CHECK(result.converged);
    CHECK(result.iterations == 0);
    // A chain: the attacked attacker is worth less.
    gs::argument_graph chain(3);
    chain.attack(0, 1);
    chain.attack(1, 2);
    CHECK(gs::argument_strengths(chain, {1, 1, 0.5}).strength[2] == doctest::Approx(0.5));
}

TEST_CASE("argument_strengths: a cycle settles on a fixed point of the formula, or says that it does not") {
    gs::argument_graph pair(2);
    pair.attack(0, 1);
    pair.attack(1, 0);
    auto const result = gs::argument_strengths(pair, {0.5, 0.5});
    CHECK(result.converged);
    CHECK(result.iterations > 0);
    CHECK(result.strength[0] == doctest::Approx(result.strength[1]));
    CHECK(result.strength[0] == doctest::Approx(0.5 * (1 - result.strength[1])));
    CHECK_FALSE(gs::argument_strengths(pair, {0.5, 0.5}, {.max_iterations = 1}).converged);
}

TEST_CASE("argumentation: bad input is named") {
    gs::argument_graph g(2);
    CHECK_THROWS_WITH_AS(g.attack(0, 2), "argument: got 2, expected a number below 2", gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::argument_strengths(g, {0.5})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::argument_strengths(g, {0.5, 1.5})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::argument_strengths(g, {0.5, 0.5}, {.tolerance = 0})), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::argument_strengths(g, {0.5, 0.5}, {.max_iterations = 0})), gs::invalid_value);
}

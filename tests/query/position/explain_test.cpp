// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/position/explain.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("reason: prints as a tree, two spaces a level, in order") {
    gs::reason const root{.text = "why",
                          .because = {{.text = "first", .because = {{.text = "deeper"}}}, {.text = "second"}},
                          .not_counted = {{.text = "last"}}};
    std::ostringstream out;
    out << root;
    CHECK(out.str() == "why\n  - first\n    - deeper\n  - second\n  - last\n");
}

namespace {

/// What `explain` says is not counted, without what follows the reason.
std::vector<std::string> reasons(gs::reason const& explained) {
    std::vector<std::string> result;
    for (auto const& r : explained.not_counted) result.push_back(r.text.substr(0, r.text.find(':')));
    return result;
}
using texts = std::vector<std::string>;

} // namespace

TEST_CASE("explain: what something newer took the place of is told as what was before") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    g.relate(a, b, gs::stance{.value = -1}, {.valid = gs::since(2001y)});
    g.relate(a, b, gs::stance{.value = 1}, {.valid = gs::since(2020y)});
    auto const now = gs::explain(g, a, b);
    REQUIRE(now.because.size() == 2);
    CHECK(now.because[0].text == "A is for B (1)");
    CHECK(now.because[1].text == "before: A is against B (-1)");
    auto const then = gs::explain(g, a, b, {.at = 2010y});
    CHECK(then.text == "A opposes B: -1 from 1 piece of evidence");
    CHECK(reasons(then) == texts{"not counted, as it does not hold then"});
}

TEST_CASE("explain: every refusal has its reason, also where nothing is left") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const x = g.add(gs::actor{.key = "x", .name = "X"});
    auto const says = [&](auto who, char const* key) {
        auto const said = g.add(gs::statement{.key = key});
        g.relate(who, said, gs::makes{});
        return said;
    };
    auto const first = says(a, "first");
    auto const second = says(a, "second");
    auto const by_x = says(x, "by X");
    g.relate(second, first, gs::retracts{});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = first});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = by_x});
    auto const all = gs::explain(g, a, b);
    CHECK(all.text == "A has no recorded position on B");
    CHECK(all.because.empty());
    REQUIRE(all.not_counted.size() == 2);
    CHECK(all.not_counted[0].text == "not counted, as it was taken back by A: second: A is for B (1)");
    CHECK(all.not_counted[1].text == "not counted, as it is in another account: X: by X: A is for B (1)");
    auto const third = says(a, "third");
    g.relate(a, b, gs::stance{.value = 0.5}, {.claimed_in = third});
    g.relate(says(a, "fourth"), third, gs::supersedes{});
    CHECK(gs::explain(g, a, b).not_counted.back().text ==
          "not counted, as it was replaced by A: fourth: A is for B (0.5)");
    auto const fifth = says(a, "fifth"), sixth = says(a, "sixth");
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = fifth});
    g.relate(a, b, gs::stance{.value = -1}, {.claimed_in = sixth});
    g.relate(sixth, fifth, gs::corrects{});
    CHECK(gs::explain(g, a, b).not_counted.back().text ==
          "not counted, as it was corrected by A: sixth: A is for B (1)");

    gs::stance_graph one;
    auto const who = one.add(gs::actor{.key = "who"});
    auto const what = one.add(gs::actor{.key = "what"});
    auto const paper = one.add(gs::publication{.key = "paper", .published = 2020y});
    one.relate(who, what, gs::stance{.value = 1, .facet = "trade"}, {.publication = paper, .valid = {2020y, {}}});
    auto const why = [&](gs::lens const& asked) { return reasons(gs::explain(one, who, what, asked)); };
    CHECK(why({}).empty());
    CHECK(why({.channels = gs::channel::vote}) == texts{"not counted, as it is of another channel"});
    CHECK(why({.facet = "borders"}) == texts{"not counted, as it is about another side"});
    CHECK(why({.known_by = 2019y}) == texts{"not counted, as it was known only later"});
    CHECK(why({.at = 2019y}) == texts{"not counted, as it does not hold then"});
    CHECK(why({.at = 2021y, .least_certainty = gs::certainty::yes}) == texts{"not counted, as it only may hold"});
    CHECK(why({.least_credibility = gs::credibility::doubtful}) == texts{"not counted, as it is not credible enough"});
    CHECK(why({.without = {gs::any_node(paper)}}) == texts{"not counted, as it is left out"});
    CHECK(why({.according_to = who}) == texts{"not counted, as it is in another account"});
}

TEST_CASE("explain: a position within the band is neutral, and its value and the band are told") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    g.relate(a, b, gs::stance{.value = 0.04});
    CHECK(gs::explain(g, a, b).text == "A is neutral on B: 0.04 from 1 piece of evidence, which is within 0.1 of 0");
    CHECK(gs::explain(g, a, b, {.neutral_within = 0}).text == "A supports B: 0.04 from 1 piece of evidence");
}

TEST_CASE("explain: nothing recorded is said to be so, and has no reasons") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "A"});
    auto const b = g.add(gs::actor{.key = "b", .name = "B"});
    auto const none = gs::explain(g, a, b);
    CHECK(none.text == "A has no recorded position on B");
    CHECK(none.because.empty());
    auto const r = g.relate(a, b, gs::stance{.value = 1});
    auto const one = gs::explain(g, a, b);
    CHECK(one.text == "A supports B: 1 from 1 piece of evidence");
    REQUIRE(one.because.size() == 1);
    CHECK(one.because[0].relation == gs::any_relation(r));
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <query/by_definition.hpp>
#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>

namespace gs = geostance;

namespace {

/// For each claim the `about` relations that assert it and those that deny it, by chasing every chain of statements.
std::map<gs::any_node, std::pair<std::set<gs::any_relation>, std::set<gs::any_relation>>>
sides_by_definition(gs::stance_graph const& g, gs::lens const& lens) {
    test::by_definition const reading(g, lens);
    std::map<gs::any_node, std::pair<std::set<gs::any_relation>, std::set<gs::any_relation>>> sides;
    for (auto const r : gs::relations_of<gs::about>(g)) {
        double const p = gs::polarity(g[r].force);
        auto const counts = reading.counts(gs::any_relation(r));
        bool const is_sure_enough = counts != gs::certainty::no && counts >= lens.least_certainty;
        if (p == 0 || !is_sure_enough || !reading.counts_statement(g.source(r))) continue;
        // Each statement on the way is visited once, newest path first; the sign is that of the path.
        std::vector<std::pair<gs::any_node, double>> waiting{{g.target(gs::any_relation(r)), p}};
        std::set<gs::any_node> seen;
        while (!waiting.empty()) {
            auto const [now, sign] = waiting.back();
            waiting.pop_back();
            if (!seen.insert(now).second) continue;
            bool leads_on = false;
            for (auto const next : gs::relations_of<gs::about>(g)) {
                double const q = gs::polarity(g[next].force);
                if (gs::any_node(g.source(next)) != now || q == 0) continue;
                leads_on = true;
                waiting.emplace_back(g.target(gs::any_relation(next)), q > 0 ? sign : -sign);
            }
            if (!leads_on) (sign > 0 ? sides[now].first : sides[now].second).insert(gs::any_relation(r));
        }
    }
    return sides;
}

} // namespace

TEST_CASE("contested: random records agree with the definition") {
    for (unsigned seed = 1; seed <= geostance::testing::repetitions(3'000); ++seed) {
        test::random_record record(seed);
        auto const lens = record.any_lens();
        auto wanted = sides_by_definition(record.graph, lens);
        std::erase_if(wanted, [](auto const& s) { return s.second.first.empty() || s.second.second.empty(); });
        auto const found = gs::contested(record.graph, lens);
        INFO("seed ", seed);
        REQUIRE(found.size() == wanted.size());
        auto w = wanted.begin();
        for (auto const& d : found) {
            REQUIRE(d.subject == w->first);
            REQUIRE(std::set(d.assertions.begin(), d.assertions.end()) == w->second.first);
            REQUIRE(std::set(d.denials.begin(), d.denials.end()) == w->second.second);
            ++w;
        }
    }
}

TEST_CASE("contested and claims: who denies a statement denies what it says, in the name of the one spoken for") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "A", .kind = gs::actor_kind::state});
    auto const b = g.add(gs::actor{.key = "B", .kind = gs::actor_kind::state});
    auto const office = g.add(gs::actor{.key = "office", .kind = gs::actor_kind::person});
    g.relate(office, b, gs::speaks_for{});
    auto const claim = g.add(gs::issue{.key = "claim", .name = "it happened", .kind = gs::issue_kind::claim});
    auto const says = g.add(gs::statement{.key = "says"});
    auto const denies = g.add(gs::statement{.key = "denies"});
    g.relate(a, says, gs::makes{});
    g.relate(office, denies, gs::makes{});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::unclaimed);

    g.relate(says, claim, gs::about{gs::force::allege});
    CHECK(gs::contested(g).empty());
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::alleged);
    CHECK(gs::claim_of(g, claim).strength > 0.5);

    g.relate(denies, says, gs::about{gs::force::deny});
    auto const disputes = gs::contested(g);
    REQUIRE(disputes.size() == 1);
    CHECK(disputes[0].claim == "it happened");
    CHECK(disputes[0].asserted_by == std::vector{gs::any_node(a)});
    CHECK(disputes[0].denied_by == std::vector{gs::any_node(b)});
    CHECK(gs::contested(g, {.spokespeople_bind = false})[0].denied_by == std::vector{gs::any_node(office)});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::contested);
    std::ostringstream text;
    text << disputes[0] << '\n' << gs::claim_of(g, claim);
    CHECK(text.str() == "it happened: asserted by 1, denied by 1\n"
                        "it happened: contested (strength 0.38, 1 for, 1 against)");

    SUBCASE("once the denial is taken back, the allegation stands again") {
        auto const back = g.add(gs::statement{.key = "back"});
        g.relate(office, back, gs::makes{});
        g.relate(back, denies, gs::retracts{});
        CHECK(gs::contested(g).empty());
        CHECK(gs::claim_of(g, claim).status == gs::claim_status::alleged);
    }
    SUBCASE("once the allegation is taken back, what is left is the denial") {
        auto const back = g.add(gs::statement{.key = "back"});
        g.relate(a, back, gs::makes{});
        g.relate(back, says, gs::retracts{});
        CHECK(gs::claim_of(g, claim).status == gs::claim_status::denied);
    }
}

TEST_CASE("contested and claims: who is accused is no claim; the accusation is one, once somebody speaks to it") {
    gs::stance_graph g;
    auto const accuser = g.add(gs::actor{.key = "accuser"});
    auto const accused = g.add(gs::actor{.key = "accused"});
    auto const bloc = g.add(gs::alliance{.key = "bloc"});
    auto const accusation = g.add(gs::statement{.key = "accusation"});
    g.relate(accuser, accusation, gs::makes{});
    g.relate(accusation, accused, gs::about{gs::force::accuse});
    g.relate(accusation, bloc, gs::about{gs::force::accuse});
    CHECK(gs::claims(g).empty());
    CHECK(gs::claim_of(g, accused).status == gs::claim_status::unclaimed);

    auto const answer = g.add(gs::statement{.key = "answer"});
    g.relate(accused, answer, gs::makes{});
    g.relate(answer, accusation, gs::about{gs::force::deny});
    REQUIRE(gs::claims(g).size() == 1);
    CHECK(gs::claim_of(g, accusation).status == gs::claim_status::contested);
    auto const disputes = gs::contested(g);
    REQUIRE(disputes.size() == 1);
    CHECK(disputes[0].subject == gs::any_node(accusation));
    CHECK(disputes[0].asserted_by == std::vector{gs::any_node(accuser)});
    CHECK(disputes[0].denied_by == std::vector{gs::any_node(accused)});
}

TEST_CASE("lens.without: who is left out neither asserts, denies nor connects") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const says = g.add(gs::statement{.key = "says"});
    auto const denies = g.add(gs::statement{.key = "denies"});
    auto const paper = g.add(gs::publication{.key = "paper"});
    g.relate(a, says, gs::makes{}, {.publication = paper});
    g.relate(b, denies, gs::makes{});
    g.relate(says, claim, gs::about{gs::force::allege});
    g.relate(denies, claim, gs::about{gs::force::deny});
    gs::lens const without_b{.without = {gs::any_node(b)}};
    CHECK(gs::contested(g).size() == 1);
    CHECK(gs::contested(g, without_b).empty());
    CHECK(gs::claim_of(g, claim, without_b).status == gs::claim_status::alleged);
    CHECK(gs::claim_of(g, claim, {.without = {gs::any_node(a)}}).status == gs::claim_status::denied);
    CHECK(gs::claims(g, {.without = {gs::any_node(a), gs::any_node(b)}}).empty()); // left out, and not taken back
    CHECK(gs::connections(g, a, b).size() == 1);
    CHECK(gs::connections(g, a, b, without_b).empty());
    CHECK(gs::statements_of(g, b, without_b).empty());
    CHECK(gs::statements_of(g, a, {.without = {gs::any_node(paper)}}).empty());
}

TEST_CASE("claims: confirmed, standing, and retracted") {
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const first = g.add(gs::statement{.key = "first"});
    g.relate(first, claim, gs::about{gs::force::assert_});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::stands);
    auto const second = g.add(gs::statement{.key = "second"});
    g.relate(second, claim, gs::about{gs::force::confirm});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::confirmed);
    auto const third = g.add(gs::statement{.key = "third"});
    auto const speaker = g.add(gs::actor{.key = "speaker"});
    for (auto const said : {first, second, third}) g.relate(speaker, said, gs::makes{});
    g.relate(third, first, gs::retracts{});
    g.relate(third, second, gs::supersedes{});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::retracted);
    CHECK(gs::claims(g).size() == 1);
}

TEST_CASE("claims: a statement that is not accepted neither confirms a claim nor does more than allege it") {
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const other = g.add(gs::issue{.key = "other", .kind = gs::issue_kind::claim});
    auto const accusation = g.add(gs::statement{.key = "accusation"});
    g.relate(accusation, claim, gs::about{gs::force::allege});
    auto const confirmation = g.add(gs::statement{.key = "confirmation"});
    g.relate(confirmation, claim, gs::about{gs::force::confirm});
    g.relate(confirmation, other, gs::about{gs::force::assert_});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::confirmed);
    auto const denial = g.add(gs::statement{.key = "denial"}); // of the other claim: now the confirmation is undecided
    g.relate(denial, other, gs::about{gs::force::deny});
    CHECK(gs::claim_of(g, other).status == gs::claim_status::contested);
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::alleged);
    auto const assertion = g.add(gs::statement{.key = "assertion"});
    g.relate(assertion, claim, gs::about{gs::force::assert_});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::stands);
}

TEST_CASE("contested, claims: a chain of 10,000 denials, each of the one before, is one claim") {
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto before = g.add(gs::statement{.key = "0"});
    g.relate(before, claim, gs::about{gs::force::assert_});
    for (int i = 1; i < 10'000; ++i) {
        auto const said = g.add(gs::statement{.key = std::to_string(i)});
        g.relate(said, before, gs::about{gs::force::deny});
        before = said;
    }
    auto const disputes = gs::contested(g);
    REQUIRE(disputes.size() == 1);
    CHECK(disputes[0].subject == gs::any_node(claim));
    CHECK(disputes[0].assertions.size() == 5'000);
    CHECK(disputes[0].denials.size() == 5'000);
    auto const reports = gs::claims(g);
    REQUIRE(reports.size() == 1);
    CHECK(reports[0].status == gs::claim_status::contested);
}

TEST_CASE("contested: statements about each other in a circle have no subject, and those about them neither") {
    gs::stance_graph g;
    auto const a = g.add(gs::statement{.key = "a"});
    auto const b = g.add(gs::statement{.key = "b"});
    auto const c = g.add(gs::statement{.key = "c"});
    g.relate(a, b, gs::about{gs::force::deny});
    g.relate(b, a, gs::about{gs::force::deny});
    g.relate(c, a, gs::about{gs::force::deny});
    CHECK(gs::contested(g).empty());
}

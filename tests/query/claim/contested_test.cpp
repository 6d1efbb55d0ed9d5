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

using sides_of_claims = std::map<gs::any_node, std::pair<std::set<gs::any_relation>, std::set<gs::any_relation>>>;

/// Who asserts and who denies what, by looking at every row of the record again and again.
class claims_by_definition {
public:
    claims_by_definition(gs::stance_graph const& g, gs::lens const& lens)
        : g_(g), lens_(lens), rules_(g, lens), r_(g, lens), papers_(r_), days_(r_, papers_) {}

    /// For each claim the `about` relations that assert it and those that deny it.
    [[nodiscard]] sides_of_claims sides() const {
        sides_of_claims result;
        for (auto const r : gs::relations_of<gs::about>(g_)) {
            if (!is_newest(r) || !rules_.counts_statement(g_.source(r))) continue;
            for (auto const& [claim, sign] : claims_behind(g_.target(gs::any_relation(r))))
                (sign * gs::polarity(g_[r].force) > 0 ? result[claim].first : result[claim].second).insert(r);
        }
        return result;
    }

private:
    [[nodiscard]] bool takes_a_side(gs::relation<gs::about> r) const {
        auto const counts = rules_.counts(r);
        auto const made = days_.spoken(g_.source(r)).from;
        if (lens_.at && made.is_known() && made.first_day() > lens_.at->last_day()) return false;
        return gs::polarity(g_[r].force) != 0 && counts != gs::certainty::no && counts >= lens_.least_certainty &&
               !r_.silenced(g_.source(r));
    }
    /// Of what a statement says of one thing, the newest counts.
    [[nodiscard]] bool is_newest(gs::relation<gs::about> r) const {
        if (!takes_a_side(r)) return false;
        for (auto const other : gs::relations_of<gs::about>(g_))
            if (g_.source(other) == g_.source(r) &&
                g_.target(gs::any_relation(other)) == g_.target(gs::any_relation(r)) && takes_a_side(other) &&
                days_.surely_begins_after(other, r))
                return false;
        return true;
    }
    /// Of the claims that all routes from a node end at, those to which the shortest ones lead with one sign.
    [[nodiscard]] std::map<gs::any_node, double> claims_behind(gs::any_node from) const {
        std::map<gs::any_node, double> found;
        std::set<gs::any_node> seen;
        std::map<gs::any_node, std::set<double>> now{{from, {1.0}}};
        while (!now.empty()) {
            std::map<gs::any_node, std::set<double>> next;
            for (auto const& [at, signs] : now) seen.insert(at);
            for (auto const& [at, signs] : now) {
                bool leads_on = false;
                for (auto const r : gs::relations_of<gs::about>(g_)) {
                    if (gs::any_node(g_.source(r)) != at || !is_newest(r)) continue;
                    leads_on = true;
                    auto const to = g_.target(gs::any_relation(r));
                    for (double const sign : signs)
                        if (!seen.contains(to)) next[to].insert(gs::polarity(g_[r].force) > 0 ? sign : -sign);
                }
                if (!leads_on && signs.size() == 1) found.emplace(at, *signs.begin());
            }
            now = std::move(next);
        }
        return found;
    }

    gs::stance_graph const& g_;
    gs::lens const& lens_;
    test::by_definition rules_;
    test::definition::reading r_;
    test::definition::papers papers_;
    test::definition::days days_;
};

} // namespace

TEST_CASE("contested, claims: random records agree with the definition") {
    for (unsigned seed = 1; seed <= geostance::testing::repetitions(3'000); ++seed) {
        test::random_record record(seed);
        auto const lens = record.any_lens();
        auto wanted = claims_by_definition(record.graph, lens).sides();
        sides_of_claims reported;
        for (auto const& c : gs::claims(record.graph, lens)) {
            if (c.assertions.empty() && c.denials.empty()) continue; // what was withdrawn
            reported[c.subject] = {{c.assertions.begin(), c.assertions.end()}, {c.denials.begin(), c.denials.end()}};
        }
        INFO("seed ", seed);
        REQUIRE(reported == wanted);
        std::erase_if(wanted, [](auto const& s) { return s.second.first.empty() || s.second.second.empty(); });
        sides_of_claims disputed;
        for (auto const& d : gs::contested(record.graph, lens))
            disputed[d.subject] = {{d.assertions.begin(), d.assertions.end()}, {d.denials.begin(), d.denials.end()}};
        REQUIRE(disputed == wanted);
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

TEST_CASE("contested, claims: the lens hears of what a statement says, too") {
    using namespace std::chrono;
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const first = g.add(gs::statement{.key = "first", .said = 2020y / 1 / 1});
    auto const answer = g.add(gs::statement{.key = "answer", .said = 2020y / 1 / 2});
    auto const late = g.add(gs::publication{.key = "late", .published = 2022y / 1 / 1});
    g.relate(first, claim, gs::about{gs::force::assert_}, {.publication = late});
    g.relate(answer, first, gs::about{gs::force::deny}, {.claimed_in = answer});
    CHECK(gs::contested(g).front().subject == gs::any_node(claim));
    // What the first statement was about was not known then, or is left out: the answer denies that statement.
    for (gs::lens const& lens : {gs::lens{.known_by = 2021y / 1 / 1}, gs::lens{.without = {gs::any_node(late)}}}) {
        REQUIRE(gs::claims(g, lens).size() == 1);
        CHECK(gs::claims(g, lens)[0].subject == gs::any_node(first));
        CHECK(gs::claims(g, lens)[0].status == gs::claim_status::denied);
    }
}

TEST_CASE(
    "contested, claims: of what one statement is told to say of a claim, the newest counts, whichever came first") {
    using namespace std::chrono;
    for (bool const newest_first : {true, false}) {
        gs::stance_graph g;
        auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
        auto const said = g.add(gs::statement{.key = "said"});
        auto const answer = g.add(gs::statement{.key = "answer"});
        auto const older = g.add(gs::publication{.key = "older", .published = 2020y / 1 / 1});
        auto const newer = g.add(gs::publication{.key = "newer", .published = 2020y / 1 / 5});
        auto const tell = [&](bool newest) {
            g.relate(said, claim, gs::about{newest ? gs::force::deny : gs::force::assert_},
                     {.publication = newest ? newer : older});
        };
        tell(newest_first);
        tell(!newest_first);
        g.relate(answer, said, gs::about{gs::force::deny});
        auto const report = gs::claim_of(g, claim);
        REQUIRE(report.assertions.size() == 1); // whoever denies the denial asserts
        REQUIRE(report.denials.size() == 1);
        CHECK(g.source(report.assertions[0]) == gs::any_node(answer));
        CHECK(g.annotation(report.denials[0]).publication == newer);
    }
}

TEST_CASE("contested, claims: a statement that takes both sides on one day stands on both, and who denies it on none") {
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const said = g.add(gs::statement{.key = "said"});
    auto const answer = g.add(gs::statement{.key = "answer"});
    g.relate(said, claim, gs::about{gs::force::assert_});
    g.relate(said, claim, gs::about{gs::force::deny});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::contested);
    g.relate(answer, said, gs::about{gs::force::deny});
    auto const report = gs::claim_of(g, claim);
    CHECK(report.assertions.size() == 1);
    CHECK(report.denials.size() == 1);
}

TEST_CASE(
    "contested: under a lens that asks for what is sure, only those are named for whom a statement surely stands") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "A"});
    auto const b = g.add(gs::actor{.key = "B"});
    auto const c = g.add(gs::actor{.key = "C"});
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const first = g.add(gs::statement{.key = "first"});
    auto const second = g.add(gs::statement{.key = "second"});
    auto const denial = g.add(gs::statement{.key = "denial"});
    for (auto const who : {a, b}) g.relate(who, first, gs::makes{});
    g.relate(a, second, gs::makes{});
    g.relate(c, denial, gs::makes{});
    g.relate(first, second, gs::supersedes{});
    g.relate(second, first, gs::supersedes{});
    g.relate(first, claim, gs::about{gs::force::assert_});
    g.relate(denial, claim, gs::about{gs::force::deny});
    CHECK(gs::contested(g).at(0).asserted_by == std::vector{gs::any_node(a), gs::any_node(b)});
    auto const sure = gs::contested(g, {.least_certainty = gs::certainty::yes});
    CHECK(sure.at(0).asserted_by == std::vector{gs::any_node(b)});
}

TEST_CASE("claims: on a day, what was not said yet asserts nothing") {
    using namespace std::chrono;
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const said = g.add(gs::statement{.key = "said", .said = 2021y / 1 / 1});
    g.relate(g.add(gs::actor{.key = "A"}), said, gs::makes{});
    g.relate(said, claim, gs::about{gs::force::assert_});
    CHECK(gs::claim_of(g, claim, {.at = 2010y}).status == gs::claim_status::unclaimed);
    CHECK(gs::claim_of(g, claim, {.at = 2021y}).status == gs::claim_status::stands);
}

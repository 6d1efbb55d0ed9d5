// SPDX-License-Identifier: BSL-1.0
// The questions that analysts ask, each one call, with its answer on the two shipped records and the way to its
// sources. examples/questions.md has the same as a table.
#include <geostance/geostance.hpp>
#include <geostance/query/network/position_similarity.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
#include <geostance/signed/structural_balance.hpp>
#include <geostance/signed/triad_census.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>
#include <string>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

gs::stance_graph const article = gs::seed::panel_veto_2024();
gs::stance_graph const vote = gs::seed::council_vote_2024();
gs::lens const vote_day{.at = 2024y / 3 / 28};

gs::node<gs::actor> actor_in(gs::stance_graph const& g, char const* name) { return g.at<gs::actor>(name); }
gs::node<gs::issue> issue_in(gs::stance_graph const& g, char const* key) { return g.at<gs::issue>(key); }

std::set<std::string> names(gs::stance_graph const& g, std::vector<gs::any_node> const& nodes) {
    std::set<std::string> result;
    for (auto const n : nodes) result.insert(gs::name_of(g, n));
    return result;
}
std::set<std::string> names(gs::stance_graph const& g, std::vector<gs::holding> const& all) {
    std::set<std::string> result;
    for (auto const& h : all) result.insert(gs::name_of(g, h.who));
    return result;
}
using set = std::set<std::string>;

/// Every relation that an answer rests on must lead to a publication and a place in it.
void check_sourced(gs::stance_graph const& g, std::vector<gs::evidence> const& rests_on) {
    CHECK_FALSE(rests_on.empty());
    for (auto const& e : rests_on) {
        auto const& p = g.annotation(e.relation);
        CHECK_FALSE(p.publication.is_null());
        CHECK_FALSE(p.locator.empty());
        if (!e.via.is_null()) CHECK_FALSE(g.annotation(e.via).publication.is_null());
    }
}

} // namespace

TEST_CASE("question 1: Russia alone opposed the panel on the day of the vote, and 13 supported it") {
    CHECK(names(article, gs::supporters(article, actor_in(article, "North Korea"), {.at = 1948y})) ==
          set{"Soviet Union"});
    CHECK(names(article, gs::supporters(article, actor_in(article, "North Korea"), {.at = 2024y / 3 / 29})) ==
          set{"Russia"});
    CHECK(names(vote, gs::opponents(vote, actor_in(vote, "panel"), vote_day)) == set{"Russia"});
    CHECK(names(vote, gs::supporters(vote, actor_in(vote, "panel"), vote_day)).size() == 13);
    for (auto const& h : gs::holders_of_positions(vote, actor_in(vote, "panel"), vote_day))
        check_sourced(vote, h.position.rests_on);
}

TEST_CASE("question 2: each piece of evidence leads to a paragraph of the article") {
    auto const found = gs::position_of(article, actor_in(article, "Russia"), actor_in(article, "Group of Experts"));
    CHECK(found.attitude == gs::attitude::opposes);
    check_sourced(article, found.rests_on);
    auto const tree = gs::explain(article, actor_in(article, "Russia"), actor_in(article, "Group of Experts"));
    CHECK(tree.because.size() == found.rests_on.size());
    for (auto const& r : tree.because) CHECK(r.because.back().text.find("paragraph") != std::string::npos);
}

TEST_CASE("question 3: three officials' statements bind the United States; spokespeople add to Russia's") {
    auto const bound = gs::statements_of(vote, actor_in(vote, "United States"));
    set keys;
    for (auto const s : bound) keys.insert(vote[s].key);
    CHECK(keys == set{"wood-on-veto", "miller-on-veto", "kirby-on-veto"});
    CHECK(gs::statements_of(article, actor_in(article, "Russia")).size() >
          gs::statements_of(article, actor_in(article, "Russia"), {.spokespeople_bind = false}).size());
}

TEST_CASE("question 4: the arms transfers are alleged, the missiles contested") {
    CHECK(gs::claim_of(vote, issue_in(vote, "arms-transfers")).status == gs::claim_status::alleged);
    auto const claims = gs::claims(article);
    CHECK(std::any_of(claims.begin(), claims.end(), [](auto const& c) {
        return c.status == gs::claim_status::contested && c.claim.find("missiles") != std::string::npos;
    }));
    for (auto const& c : claims) CHECK(c.assertions.size() + c.denials.size() > 0);
}

TEST_CASE("question 5: the missiles, asserted by one state and denied by two, are all that is contested") {
    auto const disputes = gs::contested(article);
    REQUIRE(disputes.size() == 1);
    CHECK(names(article, disputes[0].asserted_by) == set{"United States"});
    CHECK(names(article, disputes[0].denied_by) == set{"Russia", "North Korea"});
    for (auto const r : disputes[0].denials) CHECK_FALSE(article.annotation(r).locator.empty());
    CHECK(gs::contradictions(vote).empty());
    CHECK(gs::contested(vote).empty());
}

TEST_CASE("question 6: Russia's words and votes are both against the panel, and no deed is recorded") {
    auto const russia =
        gs::words_and_deeds(article, actor_in(article, "Russia"), actor_in(article, "panel of experts"));
    CHECK(russia.words.attitude == gs::attitude::opposes);
    CHECK(russia.votes.attitude == gs::attitude::opposes);
    CHECK(russia.deeds.attitude == gs::attitude::none);
    CHECK(std::isnan(russia.gap)); // nothing done is recorded, which is not a deed of value 0
}

TEST_CASE("question 7: Russia's position on North Korea and China's on the panel did not change") {
    auto const line = gs::timeline(article, actor_in(article, "Russia"), actor_in(article, "North Korea"));
    CHECK_FALSE(line.moments.empty());
    for (auto const& m : line.moments) check_sourced(article, m.rests_on);
    CHECK(gs::shifts(article, actor_in(article, "Russia"), actor_in(article, "North Korea")).empty());
    CHECK(gs::shifts(vote, actor_in(vote, "China"), actor_in(vote, "panel")).empty());
}

TEST_CASE("question 8: France agrees with the United Kingdom fully, and with Russia not at all") {
    auto const allies = gs::similarity_of(vote, actor_in(vote, "France"), actor_in(vote, "United Kingdom"));
    CHECK(allies.measured.value == 1.0);
    CHECK(allies.measured.n == 2); // the motion, and the panel that it would keep
    for (auto const& shared : allies.rests_on) check_sourced(vote, shared.first.rests_on);
    auto const rivals = gs::similarity_of(vote, actor_in(vote, "France"), actor_in(vote, "Russia"), vote_day);
    CHECK(rivals.measured.value == -1.0);
    CHECK(rivals.measured.coverage < 1);
    CHECK_FALSE(gs::similarity_of(vote, actor_in(vote, "Malta"), actor_in(vote, "North Korea")).measured.value);
}

TEST_CASE("question 9: Russia and North Korea are in one camp, the United States and South Korea in the other") {
    auto const claimed = gs::project(article, {.according_to = gs::everybody()});
    auto const found = gs::structural_balance(claimed.graph);
    CHECK(found.balanced);
    auto const camp_of = [&](char const* name) {
        auto const at =
            std::find(claimed.holders.begin(), claimed.holders.end(), gs::any_node(actor_in(article, name)));
        REQUIRE(at != claimed.holders.end());
        return found.camp[static_cast<std::size_t>(at - claimed.holders.begin())];
    };
    CHECK(camp_of("Russia") == camp_of("North Korea"));
    CHECK(camp_of("United States") == camp_of("South Korea"));
    CHECK(camp_of("Russia") != camp_of("United States"));
    for (auto const& t : claimed.ties) check_sourced(article, t.rests_on);
}

TEST_CASE("question 10: none of the seven triads by everybody's account is tense") {
    auto const own = gs::project(article);
    CHECK(gs::triad_census(own.graph).total.total() == 2);
    auto const claimed = gs::project(article, {.according_to = gs::everybody()});
    auto const triads = gs::triad_census(claimed.graph, {.per_edge = true});
    CHECK(triads.total.total() == 7);
    CHECK(triads.total.balanced() == 7); // none is tense
    for (auto const& t : claimed.ties) check_sourced(article, t.rests_on);
}

TEST_CASE("question 11: nobody can mediate, until somebody stands well with both sides") {
    auto const russia = actor_in(article, "Russia");
    auto const us = actor_in(article, "United States");
    CHECK(gs::mediators(article, any_nodes(russia), any_nodes(us)).empty()); // nobody stands well with both
    CHECK(gs::mediators(vote, any_nodes(actor_in(vote, "Russia")), any_nodes(actor_in(vote, "United States"))).empty());
    auto mine = article.copy();
    auto const go_between = mine.add(gs::actor{.key = "go-between"});
    mine.relate(go_between, russia, gs::stance{.value = 1});
    mine.relate(us, go_between, gs::stance{.value = 0.5});
    auto const found = gs::mediators(mine, any_nodes(russia), any_nodes(us));
    REQUIRE(found.size() == 1);
    CHECK(found[0].who == gs::any_node(go_between));
    CHECK(found[0].with_second == 0.5);
}

TEST_CASE("question 12: Russia and one more dissent in the Security Council") {
    auto const apart = gs::dissenters(vote, actor_in(vote, "Security Council"), actor_in(vote, "panel"), vote_day);
    REQUIRE(apart.size() == 2);
    CHECK(gs::name_of(vote, apart[0].who) == "Russia");
    check_sourced(vote, apart[0].position.rests_on);
}

TEST_CASE("question 13: the Security Council has no position of its own, its 15 members have") {
    auto const stand = gs::group_position(vote, actor_in(vote, "Security Council"), actor_in(vote, "panel"), vote_day);
    CHECK(stand.own.attitude == gs::attitude::none);
    CHECK(stand.members.size() == 15);
    CHECK_FALSE(gs::may_commit(vote, actor_in(vote, "Russia"), actor_in(vote, "Security Council")));
    CHECK(gs::may_commit(vote, vote.at<gs::actor>("nebenzia"), actor_in(vote, "Russia")));
}

TEST_CASE("question 14: a minister is connected to North Korea by relations that are all sourced") {
    auto const paths = gs::connections(vote, vote.at<gs::actor>("kuleba"), actor_in(vote, "North Korea"), {},
                                       {.max_connections = 2, .longest = 6});
    REQUIRE_FALSE(paths.empty());
    CHECK(paths[0].strength <= 1);
    for (auto const r : paths[0].relations) CHECK_FALSE(vote.annotation(r).locator.empty());
}

TEST_CASE("question 15: of those who were pledged to North Korea, only China owed defence") {
    auto const owed = gs::obligations(vote, actor_in(vote, "North Korea"), vote_day);
    CHECK(owed.size() == 4);
    for (auto const& o : owed) {
        CHECK_FALSE(vote.annotation(o.recorded).publication.is_null());
        bool const by_china = gs::name_of(vote, o.by) == "China" || gs::name_of(vote, o.to) == "China";
        CHECK(o.pledges.defense == by_china);
    }
}

TEST_CASE("question 16: the draft fails, and only Russia's vote could have turned that") {
    auto const rule = gs::security_council_rule(
        gs::members_with_role(vote, actor_in(vote, "Security Council"), "permanent member", vote_day));
    auto const result = gs::outcome(vote, issue_in(vote, "extension"), rule, vote_day);
    CHECK_FALSE(result.carried);
    auto const pivots = gs::pivotal(result, rule);
    REQUIRE(pivots.size() == 2);
    for (auto const& p : pivots) CHECK(gs::name_of(vote, p.who) == "Russia");
}

TEST_CASE("question 17: one set of reports carries the position of the United States on the veto") {
    auto const us = gs::foundation_of(vote, actor_in(vote, "United States"), issue_in(vote, "veto"));
    REQUIRE(us.carriers.size() == 1); // three statements by three speakers, and one set of reports
    CHECK(gs::name_of(vote, us.carriers[0].what).find("reports") != std::string::npos);
    auto const russia = gs::foundation_of(vote, actor_in(vote, "Russia"), actor_in(vote, "panel"));
    CHECK(russia.least_cut.size() == 1);
}

TEST_CASE("question 18: Russia's vote was known on its day, the reactions a day later") {
    auto const panel = actor_in(vote, "panel");
    CHECK(gs::opponents(vote, panel, {.known_by = 2024y / 3 / 27}).empty());
    CHECK(names(vote, gs::opponents(vote, panel, {.known_by = 2024y / 3 / 28})) == set{"Russia"});
    auto const veto = issue_in(vote, "veto");
    CHECK(gs::opponents(vote, veto, {.known_by = 2024y / 3 / 28}).empty()); // the reactions were reported the day after
    CHECK_FALSE(gs::opponents(vote, veto, {.known_by = 2024y / 3 / 29}).empty());
}

TEST_CASE("question 19: all members but one said nothing of the veto, and none was silent on the panel") {
    auto const quiet = gs::silent(vote, actor_in(vote, "Security Council"), issue_in(vote, "veto"), vote_day);
    CHECK(quiet.size() == 14);
    CHECK_FALSE(names(vote, quiet).contains("United States"));
    CHECK(gs::silent(vote, actor_in(vote, "Security Council"), actor_in(vote, "panel"), vote_day).empty());
    CHECK(gs::position_of(vote, actor_in(vote, "China"), actor_in(vote, "panel"), vote_day).attitude ==
          gs::attitude::neutral); // China abstained, and so is not among the silent
}

TEST_CASE("question 20: an unknown tie follows from paths of two relations or more, and is no number without any") {
    auto const tie = gs::implied_sign(vote, actor_in(vote, "Ukraine"), actor_in(vote, "Guyana"), {},
                                      {.max_connections = 5, .longest = 6});
    for (auto const& path : tie.rests_on) CHECK(path.relations.size() >= 2);
    auto const none = gs::implied_sign(vote, actor_in(vote, "Malta"), vote.at<gs::actor>("miller"), {}, {.longest = 1});
    CHECK(std::isnan(none.value)); // no path, no tie, and not 0
}

TEST_CASE(
    "what no other model can say: (a) an office holder denies on a day what another alleged, as a source reports") {
    auto const dispute = gs::contested(article).front();
    auto const denial = *article.as<gs::about>(dispute.denials.front());
    auto const said = article.source(denial);
    CHECK(article[denial].force == gs::force::deny);
    CHECK_FALSE(article[said].wording.empty());
    CHECK_FALSE(article.annotation(denial).publication.is_null());
    CHECK(dispute.subject == article.target(dispute.assertions.front()));
}

TEST_CASE("what no other model can say: (b) a stance toward a statement, a motion, an alliance") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const s = g.add(gs::statement{.key = "s"});
    auto const m = g.add(gs::issue{.key = "m", .kind = gs::issue_kind::motion});
    auto const l = g.add(gs::alliance{.key = "l"});
    g.relate(a, s, gs::stance{.value = -0.5}, {.valid = gs::since(2024y)});
    g.relate(a, m, gs::stance{.value = 1});
    g.relate(a, l, gs::stance{.value = 0});
    CHECK(gs::position_of(g, a, s).attitude == gs::attitude::opposes);
    CHECK(gs::position_of(g, a, m).attitude == gs::attitude::supports);
    CHECK(gs::position_of(g, a, l).attitude == gs::attitude::neutral);
}

TEST_CASE("what no other model can say: (c) against the panel is not against the sanctions") {
    auto const russia = actor_in(vote, "Russia");
    auto const on_panel = gs::position_of(vote, russia, actor_in(vote, "panel"), {.channels = gs::channel::vote});
    auto const on_sanctions =
        gs::position_of(vote, russia, issue_in(vote, "sanctions"), {.channels = gs::channel::vote});
    CHECK(on_panel.attitude == gs::attitude::opposes);
    CHECK(on_panel.rests_on.front().how == gs::derivation::carried_over);
    CHECK(on_sanctions.attitude == gs::attitude::none);
    CHECK(gs::position_of(vote, russia, issue_in(vote, "sanctions"), {.facet = "relevance"}).attitude ==
          gs::attitude::opposes);
}

TEST_CASE("what no other model can say: (d) words apart from deeds, and compared") {
    auto const words = gs::opponents(article, actor_in(article, "United States"), {.channels = gs::channel::verbal});
    auto const deeds = gs::opponents(article, actor_in(article, "Ukraine"), {.channels = gs::channel::material});
    CHECK(names(article, words).contains("Russia"));
    CHECK(names(article, deeds).contains("Russia"));
    CHECK_FALSE(
        gs::differences(article, {.channels = gs::channel::verbal}, {.channels = gs::channel::material}).empty());
}

TEST_CASE("what no other model can say: (e) a group's stance apart from its members'") {
    auto const stand = gs::group_position(vote, actor_in(vote, "Security Council"), actor_in(vote, "panel"), vote_day);
    CHECK(stand.own.attitude == gs::attitude::none);
    CHECK(stand.mean_of_members == doctest::Approx(0.8));
}

TEST_CASE("what no other model can say: (f) none, neutral and mixed are three answers") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const attitude = [&] { return gs::position_of(g, a, b).attitude; };
    CHECK(attitude() == gs::attitude::none);
    g.relate(a, b, gs::stance{.value = 0});
    CHECK(attitude() == gs::attitude::neutral);
    g.relate(a, b, gs::stance{.value = 1});
    g.relate(a, b, gs::stance{.value = -1});
    CHECK(attitude() == gs::attitude::mixed);
}

TEST_CASE("what no other model can say: (g) what held on d, as known on k") {
    CHECK(gs::position_of(vote, actor_in(vote, "Russia"), actor_in(vote, "panel"),
                          {.at = 2024y / 3 / 28, .known_by = 2024y / 3 / 27})
              .attitude == gs::attitude::none);
    CHECK(gs::position_of(vote, actor_in(vote, "Russia"), actor_in(vote, "panel"),
                          {.at = 2024y / 3 / 28, .known_by = 2024y / 4 / 1})
              .attitude == gs::attitude::opposes);
}

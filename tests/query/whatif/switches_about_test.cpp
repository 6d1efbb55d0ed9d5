// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/claim/claims.hpp>
#include <geostance/query/whatif/if_switched.hpp>

#include <query/random_record.hpp>
#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

/// A claim that one statement alleges and another denies; the first affirms another claim, too.
struct dispute {
    gs::stance_graph g{};
    gs::node<gs::issue> claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    gs::node<gs::issue> other = g.add(gs::issue{.key = "other", .kind = gs::issue_kind::claim});
    gs::node<gs::statement> affirmation = said("affirmation");
    gs::node<gs::statement> denial = said("denial");

    dispute() {
        g.relate(affirmation, claim, gs::about{gs::force::allege});
        g.relate(affirmation, other, gs::about{gs::force::assert_});
        g.relate(denial, claim, gs::about{gs::force::deny});
        auto const elsewhere = said("elsewhere");
        g.relate(elsewhere, g.add(gs::issue{.key = "elsewhere 2"}), gs::about{gs::force::assert_});
        g.relate(elsewhere, claim, gs::about{gs::force::mention});
    }
    gs::node<gs::statement> said(char const* key) {
        auto const result = g.add(gs::statement{.key = key});
        g.relate(g.add(gs::actor{.key = std::string(key) + "'s author"}), result, gs::makes{});
        return result;
    }
};

auto status_of(gs::any_node claim, gs::lens const& asked = {}) {
    return [claim, asked](auto const& g) { return gs::claim_of(g, claim, asked).status; };
}

bool takes_back(gs::stance_graph const& g, gs::any_relation r) {
    return g.as<gs::retracts>(r) || g.as<gs::supersedes>(r);
}
bool takes_a_side(gs::stance_graph const& g, gs::any_relation r) {
    auto const what = g.get_if<gs::about>(r);
    return takes_back(g, r) || (what && gs::polarity(what->force) != 0);
}

/// The same change, relation by relation.
gs::supposition<gs::geopolitics> changed(gs::stance_graph const& g, gs::switch_to const& to) {
    gs::supposition result(g);
    std::vector<gs::any_relation> said;
    g.for_each_between(to.who, to.target, [&](gs::any_relation r) {
        if (takes_back(g, r))
            result.without(r);
        else if (takes_a_side(g, r))
            said.push_back(r);
    });
    for (auto const r : said) result.set(*g.as<gs::about>(r), gs::about{gs::force::mention});
    auto const otherwise = gs::about{to.value > 0 ? gs::force::assert_ : gs::force::deny};
    if (to.value != 0 && said.empty()) result.relate_any(to.who, to.target, otherwise);
    if (to.value == 0 || said.empty()) return result;
    auto const newest = *g.as<gs::about>(gs::detail::newest_of(g, said));
    result.set(newest, gs::polarity(g[newest].force) == to.value ? g[newest] : otherwise);
    return result;
}

/// Whether a statement takes that side alone on something; 0: none.
bool is_said(gs::stance_graph const& g, gs::switch_to const& to) {
    std::set<double> sides;
    g.for_each_between(to.who, to.target, [&](gs::any_relation r) {
        if (takes_a_side(g, r)) sides.insert(takes_back(g, r) ? -1 : gs::polarity(g.get_if<gs::about>(r)->force));
    });
    return to.value == 0 ? sides.empty() : sides == std::set{to.value};
}

} // namespace

TEST_CASE_FIXTURE(dispute, "switches_about: what statements say in linked disputes, and nothing else") {
    std::vector<gs::switch_to> const expected{{affirmation, claim, -1}, {affirmation, claim, 0},
                                              {affirmation, other, -1}, {affirmation, other, 0},
                                              {denial, claim, 1},       {denial, claim, 0}};
    CHECK(gs::switches_about(g, claim) == expected);
    CHECK(gs::switches_about(g, other) == expected);
    CHECK(gs::switches_about(g, claim, {0.5}).empty());
}

TEST_CASE_FIXTURE(dispute, "if_switched: a statement says otherwise, and the record stays as it is") {
    using enum gs::claim_status;
    CHECK(gs::claim_of(g, claim).status == contested);
    auto const silent = gs::if_switched(g, denial, claim, 0);
    CHECK(gs::claim_of(silent, claim).status == alleged);
    CHECK(gs::is_supposed(silent, gs::any_relation(*gs::out<gs::about>(silent, denial).begin())));
    CHECK(gs::claim_of(g, claim).status == contested);
    auto const both_deny = gs::if_switched(silent, affirmation, claim, -1);
    CHECK(gs::claim_of(both_deny, claim).status == gs::claim_status::denied);
    // One that took no side takes one; one that is switched to its own side keeps its words.
    CHECK(gs::claim_of(gs::if_switched(silent, denial, other, -1), other).status == contested);
    CHECK(gs::claim_of(gs::if_switched(silent, affirmation, claim, 1), claim).status == alleged);
    CHECK_THROWS_WITH_AS(static_cast<void>(gs::if_switched(g, denial, claim, 0.5)),
                         "switch_to.value: got 0.5, expected 1, 0 or -1 for a statement", gs::invalid_value);
}

TEST_CASE_FIXTURE(dispute, "what_turns: whose word turns a claim's standing, the least first, and what else changes") {
    auto const turns = gs::what_turns(g, gs::switches_about(g, claim), status_of(claim));
    std::vector<std::pair<gs::switch_to, gs::claim_status>> found;
    for (auto const& t : turns) found.emplace_back(t.switches.at(0), t.answer);
    using enum gs::claim_status;
    std::vector<std::pair<gs::switch_to, gs::claim_status>> const expected{{{affirmation, claim, 0}, denied},
                                                                           {{denial, claim, 0}, alleged},
                                                                           {{affirmation, claim, -1}, denied},
                                                                           {{denial, claim, 1}, stands}};
    REQUIRE(found == expected);
    CHECK(turns[0].distance == 1);
    CHECK(turns[2].distance == 2);
    CHECK(turns[1].differences.empty());
    CHECK(turns[1].claims == std::vector<gs::claim_change>{{claim, contested, alleged}, {other, contested, stands}});
    // Positions turn nothing.
    CHECK(gs::what_turns(g, gs::switches_on(g, claim), status_of(claim)).empty());
}

TEST_CASE_FIXTURE(dispute, "what_turns: whoever took something back might not have done so") {
    auto const withdrawal = g.add(gs::statement{.key = "withdrawal"});
    g.relate(g.at<gs::actor>("denial's author"), withdrawal, gs::makes{});
    g.relate(withdrawal, denial, gs::retracts{});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::alleged);
    auto const turns = gs::what_turns(g, gs::switches_about(g, claim, {0}), status_of(claim));
    REQUIRE(turns.size() == 2);
    CHECK(turns[0].switches == std::vector<gs::switch_to>{{affirmation, claim, 0}});
    CHECK(turns[0].answer == gs::claim_status::unclaimed);
    CHECK(turns[1].switches == std::vector<gs::switch_to>{{withdrawal, denial, 0}});
    CHECK(turns[1].answer == gs::claim_status::contested);
}

TEST_CASE("what_turns: of random records, every statement that turns a claim, as by trying all") {
    std::size_t turned = 0;
    for (unsigned seed = 1; seed <= gs::testing::repetitions(150); ++seed) {
        test::random_record record(seed);
        auto const& g = record.graph;
        auto const asked = record.any_lens();
        auto const reports = gs::claims(g, asked);
        if (reports.empty()) continue;
        auto const claim = record.any_of(reports).subject;
        auto const now = gs::claim_of(g, claim, asked).status;
        // What every statement takes a side on.
        std::set<std::pair<gs::any_node, gs::any_node>> pairs;
        for (std::size_t i = 0; i < g.num_relations(); ++i) {
            auto const r = g.relation_at(i);
            if (takes_a_side(g, r) && g.as<gs::statement>(g.source(r))) pairs.emplace(g.source(r), g.target(r));
        }
        std::vector<std::pair<gs::switch_to, gs::claim_status>> expected;
        for (auto const& pair : pairs)
            for (double const value : {1.0, -1.0, 0.0}) {
                bool const is_somebody = g.as<gs::actor>(pair.second) || g.as<gs::alliance>(pair.second);
                gs::switch_to const to{pair.first, pair.second, value};
                if ((is_somebody && value != 0) || is_said(g, to)) continue;
                auto const then = gs::claim_of<gs::geopolitics>(changed(g, to), claim, asked).status;
                if (then != now) expected.emplace_back(to, then);
            }
        std::vector<std::pair<gs::switch_to, gs::claim_status>> found;
        for (auto const& t :
             gs::what_turns(g, gs::switches_about(g, claim), status_of(claim, asked), {.asked = asked})) {
            found.emplace_back(t.switches.at(0), t.answer);
            auto const then = gs::claims<gs::geopolitics>(changed(g, t.switches[0]), asked);
            CHECK(t.claims == gs::detail::claims_that_differ(reports, then));
        }
        auto const order = [](auto const& a, auto const& b) {
            return std::tuple(a.first.who, a.first.target, a.first.value) <
                   std::tuple(b.first.who, b.first.target, b.first.value);
        };
        std::sort(expected.begin(), expected.end(), order);
        std::sort(found.begin(), found.end(), order);
        CHECK(found == expected);
        turned += found.size();
    }
    CHECK(turned > gs::testing::repetitions(150) / 3);
    MESSAGE(turned, " turns");
}

TEST_CASE_FIXTURE(dispute, "if_switched: of a statement that takes both sides, the other side is silenced") {
    g.relate(affirmation, claim, gs::about{gs::force::deny}, {.valid = gs::since(std::chrono::year(2000))});
    auto const denies = gs::if_switched(g, affirmation, claim, -1); // what its newest row says already
    CHECK(gs::claim_of(denies, claim).status == gs::claim_status::denied);
    CHECK(gs::claim_of(denies, claim).assertions.empty());
    auto const switches = gs::switches_about(g, claim);
    for (double const value : {1.0, -1.0, 0.0})
        CHECK(std::find(switches.begin(), switches.end(), gs::switch_to{affirmation, claim, value}) != switches.end());
}

TEST_CASE("switches_about: who takes back the statement that tells what another one says turns the claim") {
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "claim", .kind = gs::issue_kind::claim});
    auto const a = g.add(gs::actor{.key = "A"});
    auto const report = g.add(gs::statement{.key = "report"});
    auto const said = g.add(gs::statement{.key = "said"});
    auto const back = g.add(gs::statement{.key = "back"});
    for (auto const s : {report, back}) g.relate(a, s, gs::makes{});
    g.relate(said, claim, gs::about{gs::force::assert_}, {.claimed_in = report});
    g.relate(back, report, gs::retracts{});
    CHECK(gs::claim_of(g, claim).status == gs::claim_status::unclaimed);
    auto const turns = gs::what_turns(g, gs::switches_about(g, claim), status_of(claim));
    REQUIRE(!turns.empty());
    CHECK(turns[0].switches.at(0) == gs::switch_to{back, report, 0});
    CHECK(turns[0].answer == gs::claim_status::stands);
}

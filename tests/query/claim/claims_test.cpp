// SPDX-License-Identifier: BSL-1.0
#include <geostance/query/claim/claims.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <vector>

namespace gs = geostance;

TEST_CASE("claim_of: unclaimed, then alleged, then contested, then denied once the assertion is taken back") {
    gs::stance_graph g;
    auto const claim = g.add(gs::issue{.key = "c", .name = "it happened", .kind = gs::issue_kind::claim});
    auto const accuser = g.add(gs::actor{.key = "accuser"});
    auto const denier = g.add(gs::actor{.key = "denier"});
    auto const status = [&] { return gs::claim_of(g, claim).status; };
    CHECK(status() == gs::claim_status::unclaimed);
    CHECK(gs::claims(g).empty());

    auto const said = g.add(gs::statement{.key = "said"});
    g.relate(accuser, said, gs::makes{});
    auto const assertion = g.relate(said, claim, gs::about{.force = gs::force::allege});
    CHECK(status() == gs::claim_status::alleged);

    auto const reply = g.add(gs::statement{.key = "reply"});
    g.relate(denier, reply, gs::makes{});
    auto const denial = g.relate(reply, claim, gs::about{.force = gs::force::deny});
    CHECK(status() == gs::claim_status::contested);
    auto const report = gs::claim_of(g, claim);
    CHECK(report.assertions == std::vector{gs::any_relation(assertion)});
    CHECK(report.denials == std::vector{gs::any_relation(denial)});

    auto const withdrawal = g.add(gs::statement{.key = "withdrawal"});
    g.relate(accuser, withdrawal, gs::makes{});
    g.relate(withdrawal, said, gs::retracts{});
    CHECK(status() == gs::claim_status::denied);
    std::ostringstream out;
    out << gs::claim_of(g, claim);
    CHECK(out.str().find("it happened: denied (strength 0") == 0);
}

TEST_CASE("claims: a statement is as strong as the best source that tells it, in whichever order") {
    auto const strength = [](bool best_first) {
        gs::stance_graph g;
        auto const claim = g.add(gs::issue{.key = "c", .kind = gs::issue_kind::claim});
        auto const said = g.add(gs::statement{.key = "said"});
        g.relate(g.add(gs::actor{.key = "a"}), said, gs::makes{});
        for (bool const best : {best_first, !best_first})
            g.relate(said, claim, gs::about{.force = gs::force::allege},
                     {.reliability = best ? gs::reliability::reliable : gs::reliability::unreliable,
                      .credibility = best ? gs::credibility::confirmed : gs::credibility::improbable});
        return gs::claim_of(g, claim).strength;
    };
    CHECK(strength(true) == strength(false));
}

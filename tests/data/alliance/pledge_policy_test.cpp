// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/pledge_policy.hpp>

#include <doctest/doctest.h>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("pledge_policy: rankings differ in nonaggression and entente, and a promise not to attack is no support") {
    gs::pledges const defense{.defense = true, .nonaggression = true};
    gs::pledges const nonaggression{.nonaggression = true};
    gs::pledges const entente{.consultation = true};
    CHECK(io::commitment().value(defense) == 1.0);
    CHECK_FALSE(io::commitment().value(nonaggression));
    CHECK_FALSE(io::commitment().value({}));
    CHECK(io::commitment().value(entente) == 1.0 / 3);
    CHECK(io::cow_ranking().value(nonaggression) == 2.0 / 3);
    CHECK(io::cow_ranking().value(entente) == 1.0 / 3);
    CHECK(io::cow_ranking().value({}) == 0.0);
    CHECK(io::atop_ranking().value(nonaggression) == 1.0 / 3);
    CHECK(io::atop_ranking().value(entente) == 2.0 / 3);
    CHECK(io::any_pledge().value(nonaggression) == 1.0);
    CHECK(io::any_pledge().value({}) == 0.0);
}

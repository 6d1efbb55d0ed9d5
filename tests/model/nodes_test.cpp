// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/nodes.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

/// A type of a user's own that holds positions.
struct planet {
    static constexpr bool is_holder = true;
};

} // namespace

TEST_CASE("nodes: actors, alliances and types that say so hold positions, what they are about does not") {
    static_assert(gs::holder<gs::actor> && gs::holder<gs::alliance> && gs::holder<planet>);
    static_assert(!gs::holder<gs::issue> && !gs::holder<gs::statement> && !gs::holder<gs::publication>);
    static_assert(!gs::holder<int>);
}

TEST_CASE("nodes: a kind that is no enumerator is refused by its field") {
    CHECK_NOTHROW(validate(gs::actor{.kind = gs::actor_kind::organization}));
    CHECK_THROWS_WITH_AS(validate(gs::actor{.kind = static_cast<gs::actor_kind>(10)}),
                         doctest::Contains("actor.kind: got value 10, expected one of other, state, "),
                         gs::invalid_value);
    CHECK_THROWS_AS(validate(gs::alliance{.kind = static_cast<gs::alliance_kind>(2)}), gs::invalid_value);
    CHECK_THROWS_AS(validate(gs::issue{.kind = static_cast<gs::issue_kind>(6)}), gs::invalid_value);
}

TEST_CASE("nodes: what was said or published has a day that is past, and coverage does not end before it begins") {
    CHECK_NOTHROW(validate(gs::statement{.said = 2020y / 1}));
    CHECK_THROWS_AS(validate(gs::statement{.said = gs::date::open()}), gs::invalid_value);
    CHECK_THROWS_AS(validate(gs::publication{.published = gs::date::open()}), gs::invalid_value);
    CHECK_NOTHROW(validate(gs::publication{.coverage = {1946y, 2020y}}));
    CHECK_THROWS_AS(validate(gs::publication{.coverage = {2020y, 1946y}}), gs::invalid_value);
}

// SPDX-License-Identifier: BSL-1.0
// What takes back what, where chains are long and circles close. The rules themselves have scenarios of their own.
#include <geostance/query/claim/statements.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/position.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// A state that speaks again and again about one thing.
struct speaker {
    gs::stance_graph g;
    gs::node<gs::actor> state = g.add(gs::actor{.key = "state"});
    gs::node<gs::actor> target = g.add(gs::actor{.key = "target"});
    std::vector<gs::node<gs::statement>> said;

    explicit speaker(std::size_t n) {
        for (std::size_t i = 0; i < n; ++i) {
            said.push_back(g.add(gs::statement{.key = std::to_string(i)}));
            g.relate(state, said.back(), gs::makes{});
        }
        g.relate(state, target, gs::stance{.value = 1}, {.claimed_in = said.front()});
    }
    template <class Withdrawal>
    void withdraws(std::size_t later, std::size_t earlier) {
        g.relate(said[later], said[earlier], Withdrawal{});
    }
    [[nodiscard]] gs::certainty standing(std::size_t i) const {
        gs::lens const asked;
        return gs::detail::reading<gs::geopolitics>(g, asked).standing(said[i]);
    }
};

} // namespace

TEST_CASE("withdrawals: a long chain of retractions is followed without a deep stack") {
    for (std::size_t const n : {20'000U, 20'001U}) {
        speaker s(n);
        for (std::size_t i = 1; i < n; ++i) s.withdraws<gs::retracts>(i, i - 1);
        bool const stands = n % 2 == 1; // the last one stands, and every second before it
        CHECK((gs::position_of(s.g, s.state, s.target).attitude == gs::attitude::supports) == stands);
        CHECK((gs::supporters(s.g, s.target).size() == 1) == stands);
    }
}

TEST_CASE("withdrawals: each version of a long chain is out of date but the last") {
    speaker s(20'000);
    for (std::size_t i = 1; i < s.said.size(); ++i) s.withdraws<gs::supersedes>(i, i - 1);
    CHECK(gs::position_of(s.g, s.state, s.target).attitude == gs::attitude::none);
    CHECK(gs::statements_of(s.g, s.state).size() == 1);
}

TEST_CASE("withdrawals: in a circle all may hold, whichever is asked about first") {
    for (std::size_t const n : {2U, 3U, 4U}) {
        speaker s(n + 1);
        for (std::size_t i = 0; i < n; ++i) s.withdraws<gs::retracts>(i, (i + 1) % n);
        s.withdraws<gs::retracts>(0, n); // what hangs on the circle
        gs::lens const asked;
        for (std::size_t first = 0; first <= n; ++first) {
            gs::detail::reading<gs::geopolitics> const record(s.g, asked);
            CHECK(record.standing(s.said[first]) == gs::certainty::maybe);
            for (auto const said : s.said) CHECK(record.standing(said) == gs::certainty::maybe);
        }
    }
}

TEST_CASE("withdrawals: a circle of versions is open as well, but not what one of them surely replaces") {
    speaker s(4);
    s.withdraws<gs::supersedes>(0, 1);
    s.withdraws<gs::supersedes>(1, 0);
    s.withdraws<gs::supersedes>(0, 2);
    s.withdraws<gs::supersedes>(2, 3);
    CHECK(s.standing(0) == gs::certainty::maybe);
    CHECK(s.standing(1) == gs::certainty::maybe);
    CHECK(s.standing(2) == gs::certainty::no); // a version that is replaced itself still replaces
    CHECK(s.standing(3) == gs::certainty::no);
}

TEST_CASE("withdrawals: a circle is broken by a retraction from outside") {
    speaker s(3);
    s.withdraws<gs::retracts>(0, 1);
    s.withdraws<gs::retracts>(1, 0);
    s.withdraws<gs::retracts>(2, 1);
    CHECK(s.standing(0) == gs::certainty::yes);
    CHECK(s.standing(1) == gs::certainty::no);
}

// SPDX-License-Identifier: BSL-1.0
// How answers grow: each promise of cost at a size and at four times that size, in one run. The exponent is 1 where the
// time is linear. Build with optimisation.
#include <geostance/geostance.hpp>
#include <geostance/query/network/project.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <limits>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

using gs::actor_kind;

/// The least time of some runs, in seconds.
double seconds_of(auto f) {
    double best = std::numeric_limits<double>::infinity();
    double total = 0;
    for (int i = 0; i < 20 && total < 1; ++i) {
        auto const start = std::clock();
        f();
        auto const took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        best = std::min(best, took);
        total += took;
    }
    return best;
}

void check(bool is_right) {
    if (is_right) return;
    std::puts("wrong answer");
    std::exit(1);
}

/// `seconds(n)` and `seconds(4 n)` in one line.
void row(char const* what, std::size_t n, auto seconds) {
    double const once = seconds(n);
    double const four_times = seconds(4 * n);
    std::printf("%-58s %9zu %9.4f %9zu %9.4f %9.2f\n", what, n, once, 4 * n, four_times,
                std::log(four_times / once) / std::log(4.0));
    std::fflush(stdout);
}

std::string key(char const* of, std::size_t i) { return of + std::to_string(i); }

/// A record, a holder and a target.
struct record {
    gs::stance_graph g;
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a", .kind = actor_kind::state});
    gs::node<gs::issue> target = g.add(gs::issue{.key = "target", .kind = gs::issue_kind::motion});
};

/// The time of `position_of`, which must rest on so many relations.
double time_of_position(record const& r, std::size_t expected, gs::lens const& asked = {}) {
    return seconds_of([&] { check(gs::position_of(r.g, r.a, r.target, asked).number == expected); });
}
double time_of_holders(record const& r, std::size_t expected) {
    return seconds_of([&] { check(gs::holders_of_positions(r.g, r.target).size() == expected); });
}

/// Statements of which each asserts or denies the one before, the first an issue.
record statements_in_a_chain(std::size_t n) {
    record r;
    gs::any_node before(r.target);
    for (std::size_t i = 0; i < n; ++i) {
        auto const said = r.g.add(gs::statement{.key = key("s", i)});
        r.g.relate(r.a, said, gs::makes{});
        r.g.relate_any(said, before, gs::about{.force = i % 3 == 1 ? gs::force::deny : gs::force::assert_});
        before = said;
    }
    return r;
}

record spokespeople(std::size_t n) {
    record r;
    for (std::size_t i = 0; i < n; ++i) {
        auto const who = r.g.add(gs::actor{.key = key("p", i), .kind = actor_kind::person});
        auto const said = r.g.add(gs::statement{.key = key("s", i), .said = gs::date(std::chrono::year(2020))});
        r.g.relate(who, r.a, gs::speaks_for{});
        r.g.relate(who, said, gs::makes{});
        r.g.relate(who, r.target, gs::stance{.value = 1}, {.claimed_in = said});
    }
    return r;
}

/// Offices of which each speaks for, or is part of, the next, the holder last. The first speaks.
template <class Office>
record offices_in_a_chain(std::size_t n) {
    record r;
    auto above = r.a;
    for (std::size_t i = 0; i < n; ++i) {
        auto const next = r.g.add(gs::actor{.key = key("m", i), .kind = actor_kind::ministry});
        r.g.relate(next, above, Office{});
        above = next;
    }
    auto const said = r.g.add(gs::statement{.key = "said"});
    r.g.relate(above, said, gs::makes{});
    r.g.relate(above, r.target, gs::stance{.value = 1}, {.claimed_in = said});
    return r;
}

record facets(std::size_t n) {
    record r;
    for (std::size_t i = 0; i < n; ++i)
        r.g.relate(r.a, r.target, gs::stance{.value = 1, .facet = key("facet ", i)},
                   {.valid = gs::since(gs::date(std::chrono::year(2020)))});
    return r;
}

record states(std::size_t n) {
    record r;
    for (std::size_t i = 0; i < n; ++i)
        r.g.relate(r.g.add(gs::actor{.key = key("b", i), .kind = actor_kind::state}), r.target, gs::stance{.value = 1});
    return r;
}

/// A statement, and others of which each withdraws the one before.
template <class Withdraws>
record withdrawals_in_a_chain(std::size_t n) {
    record r;
    auto before = r.g.add(gs::statement{.key = "first"});
    r.g.relate(r.a, before, gs::makes{});
    r.g.relate(r.a, r.target, gs::stance{.value = 1}, {.claimed_in = before});
    for (std::size_t i = 0; i < n; ++i) {
        auto const later = r.g.add(gs::statement{.key = key("s", i)});
        r.g.relate(r.a, later, gs::makes{});
        r.g.relate(later, before, Withdraws{});
        before = later;
    }
    return r;
}

/// Statements of which each corrects the one before, all with a stance of the same two.
record corrections_in_a_chain(std::size_t n) {
    record r;
    gs::node<gs::statement> before;
    for (std::size_t i = 0; i < n; ++i) {
        auto const later = r.g.add(gs::statement{.key = key("s", i)});
        r.g.relate(r.a, later, gs::makes{});
        r.g.relate(r.a, r.target, gs::stance{.value = 1}, {.claimed_in = later});
        if (i > 0) r.g.relate(later, before, gs::corrects{});
        before = later;
    }
    return r;
}

/// Offices of which each speaks for the next, all with a stance of their own: the accounts of each are many.
record outspoken_offices_in_a_chain(std::size_t n) {
    record r;
    auto above = r.a;
    for (std::size_t i = 0; i < n; ++i) {
        auto const next = r.g.add(gs::actor{.key = key("m", i), .kind = actor_kind::ministry});
        auto const said = r.g.add(gs::statement{.key = key("s", i), .said = gs::date(std::chrono::year(2020))});
        r.g.relate(next, above, gs::speaks_for{});
        r.g.relate(next, said, gs::makes{});
        r.g.relate(next, r.target, gs::stance{.value = 1}, {.claimed_in = said});
        above = next;
    }
    return r;
}

/// Motions of which each would keep the one before, with a vote on each.
record motions_in_a_chain(std::size_t n) {
    record r;
    auto before = r.target;
    for (std::size_t i = 0; i < n; ++i) {
        auto const motion = r.g.add(gs::issue{.key = key("m", i), .kind = gs::issue_kind::motion});
        r.g.relate(motion, before, gs::would{gs::motion_effect::keep});
        r.g.relate(r.a, motion, gs::casts{gs::ballot::yes}, {.valid = gs::since(gs::date(std::chrono::year(2020)))});
        before = motion;
    }
    return r;
}

/// Papers of which each took from the one before, all with the same report.
record papers_in_a_chain(std::size_t n) {
    record r;
    std::vector<gs::node<gs::publication>> papers;
    for (std::size_t i = 0; i <= n; ++i) {
        papers.push_back(r.g.add(gs::publication{.key = key("p", i), .published = gs::date(std::chrono::year(2020))}));
        if (i > 0) r.g.relate(papers[i], papers[i - 1], gs::derives_from{});
        r.g.relate(r.a, r.target, gs::stance{.value = 1}, {.publication = papers[i]});
    }
    return r;
}

/// Votes of one voter on one motion, a day apart.
record votes_of_one_voter(std::size_t n) {
    record r;
    for (std::size_t i = 0; i < n; ++i)
        r.g.relate(r.a, r.target, gs::casts{i % 2 == 0 ? gs::ballot::yes : gs::ballot::no},
                   {.valid = gs::since(gs::date(std::chrono::sys_days(std::chrono::days(i))))});
    return r;
}

/// Ministries that are all part of each other, the first of the state, with a stance of the last.
record ministries_in_circles(std::size_t n) {
    record r;
    std::vector<gs::node<gs::actor>> all;
    for (std::size_t i = 0; i < n; ++i)
        all.push_back(r.g.add(gs::actor{.key = key("m", i), .kind = actor_kind::ministry}));
    for (auto const one : all)
        for (auto const other : all)
            if (one != other) r.g.relate(one, other, gs::part_of{});
    r.g.relate(all.front(), r.a, gs::part_of{});
    r.g.relate(all.back(), r.target, gs::stance{.value = 1});
    return r;
}

double time_to_add_one_name(std::size_t n) {
    return seconds_of([&] {
        gs::stance_graph g;
        for (std::size_t i = 0; i < n; ++i) g.add(gs::actor{.key = key("k", i), .name = "One Name"});
        check(g.num_nodes() == n);
    });
}
/// The time to look for a name a thousand times that so many bear: each an error that lists a few.
double time_to_find_one_name(std::size_t n) {
    gs::stance_graph g;
    for (std::size_t i = 0; i < n; ++i) g.add(gs::actor{.key = key("k", i), .name = "One Name"});
    return seconds_of([&] {
        for (int i = 0; i < 1000; ++i) try {
                static_cast<void>(g.at<gs::actor>("one name"));
                check(false);
            } catch (gs::ambiguous_name const&) {
            }
    });
}

} // namespace

int main() {
    std::printf("%-58s %9s %9s %9s %9s %9s\n", "", "n", "seconds", "4 n", "seconds", "exponent");
    row("contested: statements in a chain", 20000, [](std::size_t n) {
        auto const r = statements_in_a_chain(n);
        return seconds_of([&] { check(gs::contested(r.g).size() == 1); });
    });
    row("claims: statements in a chain", 20000, [](std::size_t n) {
        auto const r = statements_in_a_chain(n);
        return seconds_of([&] { check(!gs::claims(r.g).empty()); });
    });
    row("add: actors of one name", 20000, [](std::size_t n) { return time_to_add_one_name(n); });
    row("at: a name that so many bear, asked 1000 times", 20000,
        [](std::size_t n) { return time_to_find_one_name(n); });
    row("position_of: spokespeople", 10000, [](std::size_t n) { return time_of_position(spokespeople(n), n); });
    row("holders_of_positions: spokespeople", 10000,
        [](std::size_t n) { return time_of_holders(spokespeople(n), n + 1); });
    row("position_of: offices in a chain", 10000,
        [](std::size_t n) { return time_of_position(offices_in_a_chain<gs::speaks_for>(n), 1); });
    row("holders_of_positions: offices in a chain", 10000,
        [](std::size_t n) { return time_of_holders(offices_in_a_chain<gs::speaks_for>(n), 2); });
    row("position_of: part_of in a chain", 250000,
        [](std::size_t n) { return time_of_position(offices_in_a_chain<gs::part_of>(n), 1); });
    row("position_of: facets of one day", 10000, [](std::size_t n) { return time_of_position(facets(n), n); });
    row("holders_of_positions: facets of one day", 10000, [](std::size_t n) { return time_of_holders(facets(n), 1); });
    row("holders_of_positions: states", 50000, [](std::size_t n) { return time_of_holders(states(n), n); });
    row("position_of: retractions in a chain", 250000,
        [](std::size_t n) { return time_of_position(withdrawals_in_a_chain<gs::retracts>(n), 1); });
    row("position_of: versions in a chain", 250000,
        [](std::size_t n) { return time_of_position(withdrawals_in_a_chain<gs::supersedes>(n), 0); });
    row("position_of: corrections in a chain", 10000,
        [](std::size_t n) { return time_of_position(corrections_in_a_chain(n), 1); });
    row("position_of: motions in a chain", 10000,
        [](std::size_t n) { return time_of_position(motions_in_a_chain(n), n); });
    row("position_of: papers that took from each other in a chain", 10000,
        [](std::size_t n) { return time_of_position(papers_in_a_chain(n), 1); });
    row("position_of: votes of one voter", 10000,
        [](std::size_t n) { return time_of_position(votes_of_one_voter(n), 1); });
    row("loose_ends: all offices in a chain speak (n^2 accounts)", 200, [](std::size_t n) {
        auto const r = outspoken_offices_in_a_chain(n);
        return seconds_of([&] { check(!gs::loose_ends(r.g).empty()); });
    });
    row("foundation_of: ministries that are part of each other", 9, [](std::size_t n) {
        auto const r = ministries_in_circles(n);
        return seconds_of([&] { check(!gs::foundation_of(r.g, r.a, r.target).carriers.empty()); });
    });
}

// SPDX-License-Identifier: BSL-1.0
// Camps are sought on several threads. Says more when it is built with the sanitizer of threads.
#include <geostance/error.hpp>
#include <geostance/optimum/camps.hpp>
#include <geostance/optimum/certificate.hpp>
#include <geostance/optimum/detail/chosen_solver.hpp>
#include <geostance/optimum/detail/cycle_cuts.hpp>
#include <geostance/optimum/frustration_index.hpp>

#include <signed/exhaustive.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

namespace gs = geostance;
using exhaustive::weights;
using graph = exhaustive::graph;

namespace {

// Adds ties of random signs among so many vertices from the first on, each pair with such a chance in percent.
void add_part(graph& g, std::size_t first, std::size_t count, std::size_t percent, unsigned seed) {
    std::mt19937 random(seed);
    for (auto u = first; u < first + count; ++u)
        for (auto v = u + 1; v < first + count; ++v)
            if (random() % 100 < percent) add_edge(u, v, {random() % 2 == 0 ? 1.0 : -1.0}, g);
}

struct example {
    std::string name;
    graph ties;
};

std::vector<example> examples() {
    std::vector<example> result{
        {"dense", graph(20)}, {"sparse", graph(40)}, {"several blocks", graph(37)}, {"bounded by a matrix", graph(25)}};
    add_part(result[0].ties, 0, 20, 100, 1);
    add_part(result[1].ties, 0, 40, 10, 2);
    for (unsigned block = 0; block < 3; ++block) add_part(result[2].ties, 12 * std::size_t{block}, 13, 80, block);
    add_part(result[3].ties, 0, 25, 100, 1);
    return result;
}

void check_same(gs::bounds const& one, gs::bounds const& several) {
    CHECK(several.lower == one.lower);
    CHECK(several.upper == one.upper);
    CHECK(several.camp == one.camp);
    CHECK(several.packing == one.packing);
    CHECK(several.dual.size() == one.dual.size());
    CHECK(several.nodes == one.nodes);
    CHECK(several.stopped == one.stopped);
}

constexpr auto endless = std::numeric_limits<double>::infinity();

/// Calls check(g, found) for each example and each number of camps, found(threads) being what so many threads find.
template <class Check>
void for_each_search(gs::search_options options, Check check) {
    for (auto const& example : examples()) {
        auto const& g = example.ties;
        CAPTURE(example.name);
        for (auto const k : {std::optional<std::size_t>(2), std::optional<std::size_t>(3), {}}) {
            check(g, [&](std::size_t threads) {
                options.threads = threads;
                return gs::camps(g, weights(g), k, options);
            });
        }
    }
}

/// Calls check(g, k) for searches of each kind that threads share.
template <class Check>
void for_each_shared_search(Check check) {
    graph small(40);
    add_part(small, 0, 40, 60, 4);
    graph wide(90); // just too large for the linear program
    add_part(wide, 0, 90, 100, 1);
    check(small, std::optional<std::size_t>(2));
    check(small, std::optional<std::size_t>());
    check(wide, std::optional<std::size_t>());
}

/// While it lives, nearly all blocks are too large for the linear program: cycles are packed again and again.
class only_small_programs {
public:
    only_small_programs() { gs::detail::chosen_solver.most_entries = 1000; }
    only_small_programs(only_small_programs const&) = delete;
    only_small_programs& operator=(only_small_programs const&) = delete;
    ~only_small_programs() { gs::detail::chosen_solver = before_; }

private:
    gs::detail::covering_solver before_ = gs::detail::chosen_solver;
};

} // namespace

TEST_CASE("search threads: any number of threads branches alike") {
    for_each_search({.time_limit = endless, .node_limit = 20, .rounds = 1},
                    [](graph const&, auto const& found) { check_same(found(1), found(3)); });
}

TEST_CASE("search threads: any number of threads finds the same camps and bounds where the time does not end it") {
    for_each_search({.time_limit = endless, .node_limit = 0, .rounds = 2}, [](graph const& g, auto const& found) {
        auto const one = found(1);
        CHECK(gs::check_partition(g, weights(g), one.camp).value == one.upper);
        for (std::size_t const threads : {2U, 4U}) check_same(one, found(threads));
    });
}

TEST_CASE("search threads: any number of threads improves camps while cycles are packed, and finds the same") {
    only_small_programs const limit;
    graph g(150);
    add_part(g, 0, 150, 5, 1);
    gs::search_options options{.time_limit = endless, .node_limit = 0, .rounds = 11};
    auto const one = gs::camps(g, weights(g), {}, options);
    options.threads = 3;
    std::size_t reports = 0;
    std::size_t elsewhere = 0;
    options.progress = [&, mine = std::this_thread::get_id()](gs::search_progress const& at) {
        CHECK(at.lower <= at.upper);
        ++reports;
        elsewhere += std::this_thread::get_id() == mine ? 0U : 1U;
    };
    check_same(one, gs::camps(g, weights(g), {}, options));
    CHECK(reports > 5);
    CHECK(elsewhere == 0); // only the caller's thread reports
}

TEST_CASE("search threads: what is thrown while others pack ends the search, whoever throws") {
    only_small_programs const limit;
    graph g(150);
    add_part(g, 0, 150, 5, 1);
    gs::search_options options{.time_limit = endless, .node_limit = 0, .rounds = 11, .threads = 3};
    bool others_pack = false; // the sanitizer sees it where a thread asks while another reports
    options.stop = [&, mine = std::this_thread::get_id()] {
        others_pack = others_pack || std::this_thread::get_id() != mine;
        return false;
    };
    options.progress = [&](gs::search_progress const&) {
        if (others_pack) throw gs::cancelled("enough");
    };
    CHECK_THROWS_AS((void)gs::camps(g, weights(g), {}, options), gs::cancelled);
    options.progress = {};
    options.stop = [mine = std::this_thread::get_id()]() -> bool {
        if (std::this_thread::get_id() != mine) throw gs::cancelled("by one of the others");
        return false;
    };
    CHECK_THROWS_AS((void)gs::camps(g, weights(g), {}, options), gs::cancelled);
}

TEST_CASE("search threads: any number of threads finds the same cycles that a choice of ties does not hit") {
    gs::detail::weighted_ties ties;
    std::mt19937 random(5);
    std::vector<double> value;
    for (std::uint32_t u = 0; u < 320; ++u) {
        for (auto v = u + 1; v < 320; ++v) {
            if (random() % 100 >= 4) continue;
            ties.ends.emplace_back(u, v);
            ties.weight.push_back(random() % 2 == 0 ? 1 : -1);
            value.push_back(random() % 5 == 0 ? 1 : 0.005 * static_cast<double>(random() % 100));
        }
    }
    index_rows(ties, 320);
    for (auto const two_camps : {true, false}) {
        gs::search_options const options{.time_limit = endless};
        gs::detail::search_control control(options);
        gs::detail::cycle_cutter one(ties, two_camps);
        auto const cuts = one.find(value, control);
        CHECK(cuts.size() > 20);
        for (std::size_t const threads : {2U, 4U}) {
            gs::detail::cycle_cutter several(ties, two_camps, threads);
            // From the second time on it is known that it takes long.
            for (int time = 0; time < 3; ++time)
                CHECK(std::ranges::equal(several.find(value, control), cuts, {}, &gs::detail::cycle_cut::ties,
                                         &gs::detail::cycle_cut::ties));
        }
    }
}

TEST_CASE("search threads: where the time ends the search, bounds hold") {
    for_each_shared_search([](graph const& g, auto k) {
        auto const found = gs::camps(g, weights(g), k, {.time_limit = 0.2, .threads = 3});
        CHECK(found.lower <= found.upper);
        CHECK(gs::check_partition(g, weights(g), found.camp).value == found.upper);
        auto const packing = gs::check_packing(g, weights(g), found.packing,
                                               k ? gs::cycle_kind::negative : gs::cycle_kind::one_negative);
        CHECK_MESSAGE(packing.valid, packing.reason);
    });
}

TEST_CASE("search threads: they ask whether to stop one at a time, and pass on what is thrown") {
    for_each_shared_search([](graph const& g, auto k) {
        std::size_t asked = 0; // the sanitizer sees it where two ask at once
        auto const few = gs::camps(g, weights(g), k, {.threads = 3, .stop = [&] { return ++asked == 1000; }});
        CHECK(few.stopped == gs::stop_reason::cancelled);
        CHECK(asked == 1000);
        CHECK_THROWS_AS((void)gs::camps(g, weights(g), k,
                                        {.threads = 3,
                                         .stop = [&]() -> bool {
                                             if (++asked == 2000) throw gs::cancelled("enough");
                                             return false;
                                         }}),
                        gs::cancelled);
    });
}

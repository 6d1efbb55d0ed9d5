// SPDX-License-Identifier: BSL-1.0
#include <repetitions.hpp>

#include <geostance/optimum/detail/covering_search.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <numeric>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace gs = geostance;
using gs::detail::cycle_cut;

namespace {

struct named_solver {
    char const* name;
    gs::detail::covering_solver solver;
};
std::vector<named_solver> solvers() {
    std::vector<named_solver> result = {{"tableau", gs::detail::tableau_solver}};
#ifdef GEOSTANCE_HAS_LP
    result.push_back({"CLP", gs::detail::clp_solver});
#endif
    return result;
}

// All tests of camps run with either solver alone.
[[maybe_unused]] bool const is_chosen = [] {
    auto const* const wanted = std::getenv("GEOSTANCE_TEST_SOLVER");
    if (wanted == nullptr) return false;
    gs::detail::chosen_solver = solvers().back().solver;
    gs::detail::chosen_solver.least_entries = 0;
    if (std::string_view(wanted) == "tableau") gs::detail::chosen_solver = gs::detail::tableau_solver;
    return true;
}();

struct solution {
    bool found = false;
    double cost = 0;   // of x
    double proven = 0; // by y
};

// Solves for all rows, adding those again that were thrown away as idle; checks that x and y satisfy everything.
solution solve(gs::detail::covering_program& program, std::vector<double> const& costs,
               std::vector<cycle_cut> const& rows) {
    gs::search_options const options;
    gs::detail::search_control control(options);
    gs::detail::random_source random(1);
    std::vector<double> x;
    std::vector<cycle_cut> missed;
    do {
        program.add(missed);
        missed.clear();
        if (!program.solve(random, control)) return {};
        x = program.primal();
        std::copy_if(rows.begin(), rows.end(), std::back_inserter(missed), [&](cycle_cut const& row) {
            auto const add = [&](double sum, std::uint32_t t) { return sum + x[t]; };
            return std::accumulate(row.ties.begin(), row.ties.end(), 0.0, add) < row.demand - 1e-6;
        });
    } while (!missed.empty());
    auto const y = program.dual();
    REQUIRE(y.size() == program.rows().size());
    auto left = costs;
    solution result{true, std::inner_product(x.begin(), x.end(), costs.begin(), 0.0)};
    for (std::size_t i = 0; i < y.size(); ++i) {
        result.proven += y[i] * program.rows()[i].demand;
        for (auto const t : program.rows()[i].ties) left[t] -= y[i];
    }
    for (auto const& s : program.settled()) {
        REQUIRE((s.against ? x[s.tie] >= 1 - 1e-6 : x[s.tie] <= 1e-6));
        if (s.against) result.proven += left[s.tie];
        if (!s.against) left[s.tie] = 0;
    }
    for (auto const each : left) REQUIRE(each >= -1e-6);
    return result;
}

std::vector<cycle_cut> random_rows(std::mt19937& random, std::size_t ties, std::size_t count) {
    std::vector<cycle_cut> rows(count);
    for (auto& r : rows) {
        std::vector<std::uint32_t> order(ties);
        std::iota(order.begin(), order.end(), 0U);
        for (auto i = ties - 1; i > 0; --i) std::swap(order[i], order[random() % (i + 1)]);
        r.ties.assign(order.begin(), order.begin() + 1 + static_cast<std::ptrdiff_t>(random() % 4));
        r.demand = 1 + static_cast<std::uint32_t>(random() % 4) / 3 * static_cast<std::uint32_t>(random() % 3);
    }
    return rows;
}

} // namespace

TEST_CASE("covering_program: the cost of x is what y proves, as rows are added and ties settled and reopened") {
    std::mt19937 random(5);
    for (std::size_t n = 0; n < gs::testing::repetitions(60); ++n) {
        std::vector<double> costs(5 + random() % 40);
        for (auto& c : costs) c = static_cast<double>(1 + random() % 5);
        auto const first = random_rows(random, costs.size(), 1 + random() % 60);
        auto const later = random_rows(random, costs.size(), 1 + random() % 20);
        auto const tie = static_cast<std::uint32_t>(random() % costs.size());
        auto const against = random() % 2 == 0;
        std::vector<double> costs_found;
        for (auto const& each : solvers()) {
            CAPTURE(std::string(each.name));
            auto const program = each.solver.make(costs);
            program->add(first);
            auto rows = first;
            auto const before = solve(*program, costs, rows);
            REQUIRE(before.found);
            program->settle({tie, against});
            rows.insert(rows.end(), later.begin(), later.end());
            auto const inside = solve(*program, costs, rows);
            REQUIRE(inside.found != program->infeasible());
            program->reopen();
            auto const after = solve(*program, costs, first);
            REQUIRE(after.cost == doctest::Approx(before.cost));
            auto const last = solve(*program, costs, rows);
            for (auto const& s : {before, inside, after, last}) {
                REQUIRE(s.cost == doctest::Approx(s.proven));
                costs_found.push_back(s.cost);
            }
        }
        for (std::size_t i = 4; i < costs_found.size(); ++i)
            REQUIRE(costs_found[i] == doctest::Approx(costs_found[i - 4]));
    }
}

TEST_CASE("covering_program: a row of ties that all fit cannot be satisfied, until one is reopened") {
    std::vector<double> const costs = {1, 1, 3};
    for (auto const& each : solvers()) {
        CAPTURE(std::string(each.name));
        auto const program = each.solver.make(costs);
        CHECK(solve(*program, costs, {}).cost == 0);
        CHECK(program->entries() == 0);
        std::vector<cycle_cut> const rows = {{{}, {0, 1}}, {{}, {1, 2}}};
        program->add(rows);
        program->settle({0, false});
        CHECK(solve(*program, costs, rows).cost == doctest::Approx(1));
        program->settle({1, false});
        CHECK_FALSE(solve(*program, costs, rows).found);
        CHECK(program->infeasible());
        program->reopen();
        program->settle({1, true});
        CHECK(solve(*program, costs, rows).cost == doctest::Approx(1));
        program->reopen();
        program->settle({2, true});
        CHECK(solve(*program, costs, rows).cost == doctest::Approx(4));
    }
}

TEST_CASE("covering_program: stops when told to, and hands on what the caller's `stop` throws") {
    std::mt19937 random(7);
    std::vector<double> const costs(200, 1);
    auto const rows = random_rows(random, costs.size(), 600);
    for (auto const& each : solvers()) {
        CAPTURE(std::string(each.name));
        auto const program = each.solver.make(costs);
        program->add(rows);
        gs::detail::random_source source(1);
        gs::search_options options{.stop = [] { return true; }};
        gs::detail::search_control control(options);
        CHECK_FALSE(program->solve(source, control));
        CHECK_FALSE(program->infeasible());
        options.stop = []() -> bool { throw std::runtime_error("enough"); };
        gs::detail::search_control other(options);
        CHECK_THROWS_WITH((void)program->solve(source, other), "enough");
        CHECK(solve(*program, costs, rows).found);
    }
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/optimum/detail/positive_part.hpp>
#include <geostance/optimum/detail/semidefinite_search.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/signed/signed_graph.hpp>

#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <set>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace detail = gs::detail;

namespace {

gs::search_options const without_limits{.time_limit = 600};

detail::weighted_ties random_ties(std::mt19937& random, std::uint32_t n, std::int64_t largest, std::int64_t step,
                                  unsigned percent) {
    detail::weighted_ties g;
    for (std::uint32_t u = 0; u < n; ++u) {
        for (auto v = u + 1; v < n; ++v) {
            if (random() % 100 >= percent) continue;
            auto const w = step * (1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(largest)));
            g.ends.emplace_back(u, v);
            g.weight.push_back(random() % 2 == 0 ? w : -w);
        }
    }
    detail::index_rows(g, n);
    return g;
}

std::vector<std::uint32_t> sides_of(std::size_t bits, std::size_t n) {
    std::vector<std::uint32_t> side;
    for (std::size_t i = 0; i < n; ++i) side.push_back(bits >> i & 1U);
    return side;
}

std::int64_t least_cost_of(detail::weighted_ties const& g) {
    auto least = INT64_MAX;
    for (std::size_t bits = 0; bits < std::size_t{1} << (g.size() - 1); ++bits) {
        least = std::min(least, g.cost(sides_of(bits, g.size())));
    }
    return least;
}

// s'As.
double quadratic(detail::symmetric_matrix const& a, std::vector<std::uint32_t> const& side) {
    double result = 0;
    for (std::size_t i = 0; i < a.size; ++i)
        for (auto j = i + 1; j < a.size; ++j) result += 2 * a.entries[i * a.size + j] * (side[i] == side[j] ? 1 : -1);
    return result;
}

detail::triangle_dual random_dual(std::mt19937& random, std::size_t n, double size) {
    std::uniform_real_distribution<double> number(0, size);
    detail::triangle_dual result;
    for (std::size_t i = 0; i < n; ++i) result.y.push_back(number(random));
    for (int i = 0; n > 2 && i < 20; ++i) {
        std::set<std::uint16_t> those;
        while (those.size() < 3) those.insert(static_cast<std::uint16_t>(random() % n));
        std::array<std::uint16_t, 3> vertex{};
        std::copy(those.begin(), those.end(), vertex.begin());
        std::shuffle(vertex.begin(), vertex.end(), random);
        result.triangles.push_back(
            detail::triangle_inequality::of(vertex, {random() % 2 == 0, random() % 2 == 0, random() % 2 == 0}));
        result.z.push_back(number(random) / 5);
    }
    return result;
}

struct searched {
    std::int64_t lower;
    std::int64_t upper;
    std::size_t nodes;
};
searched search_all(detail::weighted_ties const& g, detail::semidefinite_search::limits most,
                    gs::search_options const& options = without_limits) {
    detail::search_control control(options);
    auto best = g.cost(std::vector<std::uint32_t>(g.size()));
    auto const take = [&](std::vector<std::uint32_t> const& side) { return best = std::min(best, g.cost(side)); };
    detail::semidefinite_search search(g, best, take, most, control);
    std::int64_t before = 0;
    search.run(std::vector<double>(g.size()), [&] {
        CHECK(search.lower() >= before); // what was proven stays proven
        before = search.lower();
    });
    return {search.lower(), best, search.nodes()};
}

} // namespace

TEST_CASE("positive_part: is the sum over the eigenvalues above 0") {
    std::mt19937 random(3);
    std::normal_distribution<double> number;
    detail::positive_part part;
    for (auto i = gs::testing::repetitions(300); i > 0; --i) {
        auto const n = 1 + random() % 24;
        detail::symmetric_matrix a(n);
        auto const kind = random() % 5;
        for (std::size_t r = 0; r < n; ++r) {
            for (auto c = r; c < n; ++c) {
                if (kind == 0) a(r, c) = number(random) - (r == c ? std::sqrt(static_cast<double>(n)) : 0);
                if (kind == 1) a(r, c) = number(random) + (r == c ? 1.0 : 0);
                if (kind == 2) a(r, c) = r == c ? (r % 2 == 0 ? 1 : -1) : 0; // equal eigenvalues, and none between
                if (kind == 3) a(r, c) = r == c ? -0.5 : 1;                  // one above 0, the others equal
                if (kind == 4) a(r, c) = r / 3 == c / 3 ? 1e-9 : 0;
            }
        }
        detail::dense_matrix whole(n);
        for (std::size_t r = 0; r < n; ++r)
            for (auto c = r; c < n; ++c) whole(r, c) = whole(c, r) = a(r, c);
        auto const expected = detail::eigenvectors(whole);
        auto const size = std::abs(expected.values.front()) + std::abs(expected.values.back());
        part.take(a);
        for (std::size_t r = 0; r < n; ++r) {
            CHECK(part.values()[r] == doctest::Approx(expected.values[r]).epsilon(1e-9));
            for (auto c = r; c < n; ++c) {
                double sum = 0;
                for (std::size_t k = 0; k < n; ++k) {
                    sum += std::max(0.0, expected.values[k]) * expected.vectors[k][r] * expected.vectors[k][c];
                }
                CHECK(std::abs(a(r, c) - sum) <= 1e-9 * size);
            }
        }
    }
    detail::symmetric_matrix none(0);
    part.take(none);
    CHECK(part.values().empty());
}

TEST_CASE("projected_descent: finds the least value where some numbers must not be negative") {
    auto const function = [](std::vector<double> const& x, std::vector<double>& gradient) {
        gradient = {2 * (x[0] + 3), 20 * (x[1] + 1) + x[0], 4 * (x[2] - 2)};
        return (x[0] + 3) * (x[0] + 3) + 10 * (x[1] + 1) * (x[1] + 1) + x[0] * x[1] + 2 * (x[2] - 2) * (x[2] - 2);
    };
    auto const with_product = [&](std::vector<double> const& x, std::vector<double>& gradient) {
        auto const value = function(x, gradient);
        gradient[0] += x[1];
        return value;
    };
    std::vector<double> x{5, 5, 5};
    detail::projected_descent descent(with_product, x, 1, 0.01);
    for (int i = 0; i < 200 && descent.slope() > 1e-9 && descent.step(); ++i) {
    }
    CHECK(x[0] == doctest::Approx(-3));
    CHECK(x[1] == 0);
    CHECK(x[2] == doctest::Approx(2));
}

TEST_CASE("triangle_inequality: holds for all sides, whatever the order of its vertices, and is found where violated") {
    std::mt19937 random(4);
    for (int i = 0; i < 200; ++i) {
        auto const dual = random_dual(random, 5, 1);
        auto const side = sides_of(random() % 32, 5);
        detail::symmetric_matrix x(5);
        for (std::size_t r = 0; r < 5; ++r)
            for (auto c = r; c < 5; ++c) x(r, c) = side[r] == side[c] ? 1 : -1;
        for (auto const& t : dual.triangles) {
            CHECK(t.a < t.b);
            CHECK(t.b < t.c);
            CHECK((t.value(x) == 1 || t.value(x) == -3));
        }
        CHECK(detail::violated_triangles(x, 0, 100).empty());
        for (auto& each : x.entries) each = static_cast<double>(random() % 201) / 100 - 1;
        std::vector<std::pair<double, detail::triangle_inequality>> expected;
        for (std::uint16_t a = 0; a < 5; ++a)
            for (std::uint16_t b = a + 1; b < 5; ++b)
                for (std::uint16_t c = b + 1; c < 5; ++c)
                    for (std::uint8_t s = 0; s < 4; ++s) {
                        detail::triangle_inequality const t{a, b, c, s};
                        if (t.value(x) > 1.1) expected.emplace_back(-t.value(x), t);
                    }
        std::sort(expected.begin(), expected.end());
        auto const found = detail::violated_triangles(x, 0.1, 3);
        REQUIRE(found.size() == std::min<std::size_t>(3, expected.size()));
        for (std::size_t k = 0; k < found.size(); ++k) {
            CHECK(found[k].value(x) == doctest::Approx(-expected[k].first));
        }
    }
}

TEST_CASE("proven_bound: no numbers prove what is false") {
    std::mt19937 random(5);
    for (auto i = gs::testing::repetitions(300); i > 0; --i) {
        auto const n = static_cast<std::uint32_t>(1 + random() % 9);
        auto const largest = std::int64_t{1} << random() % 40;
        auto const g = random_ties(random, n, largest, 1, 80);
        detail::joined_ties const ties(g, detail::joined_sides::none(n));
        auto const dual = random_dual(random, n, static_cast<double>(largest));
        auto greatest = -1e300;
        for (std::size_t bits = 0; bits < std::size_t{1} << n; ++bits) {
            greatest = std::max(greatest, quadratic(ties.a, sides_of(bits, n)));
        }
        std::uniform_real_distribution<double> missing(-1, static_cast<double>(n));
        auto const bound = detail::proven_bound(ties.a, dual, missing(random) * static_cast<double>(largest));
        if (bound) CHECK_FALSE(*bound < detail::wide_sum(greatest));
    }
    detail::symmetric_matrix huge(2);
    huge(0, 1) = 0x1p52;
    CHECK_FALSE(detail::proven_bound(huge, {{0x1p53, 0x1p53}, {}, {}}, 0));
    detail::symmetric_matrix small(2);
    small(0, 1) = 1;
    CHECK_FALSE(detail::proven_bound(small, {{-100, -100}, {}, {}}, 0));
    auto const bound = detail::proven_bound(small, {{0, 0}, {}, {}}, 1);
    REQUIRE(bound);
    CHECK(bound->nearest() >= 2);
    CHECK(bound->nearest() <= 2 + 1e-12);
}

TEST_CASE("joined_ties: costs stay, and so do bounds, when vertices are joined") {
    std::mt19937 random(6);
    for (auto i = gs::testing::repetitions(300); i > 0; --i) {
        auto const g = random_ties(random, 8, 5, 1 + static_cast<std::int64_t>(random() % 2), 70);
        auto together = detail::joined_sides::none(8);
        auto dual = random_dual(random, 8, 20);
        auto bound = dual.sum();
        while (together.groups > 1) {
            detail::joined_ties const before(g, together);
            auto const gone = static_cast<std::uint16_t>(1 + random() % (together.groups - 1U));
            auto const kept = static_cast<std::uint16_t>(random() % gone);
            auto const are_opposite = random() % 2 == 0;
            dual = detail::after_joining(dual, before.a, kept, gone, are_opposite);
            together.join(kept, gone, are_opposite);
            detail::joined_ties const ties(g, together);
            for (std::size_t bits = 0; bits < std::size_t{1} << together.groups; ++bits) {
                auto const side = sides_of(bits, together.groups);
                auto const cost = static_cast<double>(g.cost(together.lead_back(side)));
                REQUIRE(cost == ties.fixed + ties.total / 2 - quadratic(ties.a, side) / 4);
                REQUIRE(ties.next_cost(cost) == cost);
                if (ties.step > 0) REQUIRE(ties.next_cost(cost - ties.step + 1) == cost);
            }
            auto const constant = 2 * (are_opposite ? -1 : 1) * before.a.entries[kept * before.a.size + gone];
            bound -= constant;
            REQUIRE(dual.sum() == doctest::Approx(bound));
        }
    }
}

TEST_CASE("after_joining: numbers that prove a bound go on to do so") {
    std::mt19937 random(7);
    for (auto i = gs::testing::repetitions(200); i > 0; --i) {
        auto const g = random_ties(random, 7, 5, 1, 80);
        auto together = detail::joined_sides::none(7);
        detail::joined_ties const before(g, together);
        auto dual = random_dual(random, 7, 5);
        auto matrix = detail::matrix_of(before.a, dual);
        for (auto& each : matrix.entries) each = -each;
        detail::positive_part part;
        part.take(matrix);
        for (auto& each : dual.y) each += part.values().back() + 1e-6;
        for (auto const are_opposite : {false, true}) {
            auto const next = detail::after_joining(dual, before.a, 2, 4, are_opposite);
            auto joined_now = together;
            joined_now.join(2, 4, are_opposite);
            detail::joined_ties const ties(g, joined_now);
            CHECK(detail::is_surely_semidefinite(detail::matrix_of(ties.a, next)));
        }
    }
}

TEST_CASE("semidefinite_search: agrees with all sides, however few are left to be tried") {
    std::mt19937 random(8);
    std::size_t nodes = 0;
    for (auto i = gs::testing::repetitions(200); i > 0; --i) {
        auto const n = static_cast<std::uint32_t>(2 + random() % 9);
        std::array<std::int64_t, 4> const sizes{1, 3, 1000, 1000000};
        auto const g = random_ties(random, n, sizes[random() % 4], 1 + static_cast<std::int64_t>(random() % 2), 90);
        auto const found = search_all(g, {100000, random() % 2 == 0 ? 0U : 6U});
        auto const least = least_cost_of(g);
        REQUIRE(found.lower == least);
        REQUIRE(found.upper == least);
        nodes += found.nodes;
    }
    CHECK(nodes > 0);
}

TEST_CASE("semidefinite_search: bounds hold wherever it stops, and are the same each time") {
    std::mt19937 random(9);
    for (auto i = gs::testing::repetitions(20); i > 0; --i) {
        auto const g = random_ties(random, 13, 1000, 1, 100);
        auto const least = least_cost_of(g);
        for (std::size_t const nodes : {0U, 1U, 2U, 4U}) {
            auto const found = search_all(g, {nodes, 0});
            CHECK(found.lower <= least);
            CHECK(found.upper >= least);
            CHECK(found.nodes <= nodes);
            auto const again = search_all(g, {nodes, 0});
            CHECK(again.lower == found.lower);
            CHECK(again.upper == found.upper);
            CHECK(again.nodes == found.nodes);
        }
    }
    auto const stopped = search_all(random_ties(random, 20, 5, 1, 100), {100, 0},
                                    {.time_limit = 600, .stop = [calls = 0]() mutable { return ++calls > 20; }});
    CHECK(stopped.lower <= stopped.upper);
    CHECK(stopped.nodes <= 20);
}

TEST_CASE("frustration_index: dense networks that were out of reach are proven, and limits of time are kept") {
    std::mt19937 random(10);
    std::vector<gs::signed_tie> ties;
    auto const connect = [&](std::uint32_t n) {
        ties.clear();
        for (std::uint32_t u = 0; u < n; ++u)
            for (auto v = u + 1; v < n; ++v) ties.push_back({u, v, random() % 2 == 0 ? 1.0 : -1.0});
    };
    connect(36);
    gs::signed_graph const small(36, ties);
    auto const found = gs::frustration_index(small);
    CHECK(found.exact);
    CHECK(found.stopped == gs::stop_reason::proven);
    CHECK(found.lower > found.packed);
    connect(120);
    gs::signed_graph const large(120, ties);
    auto const limited = gs::frustration_index(large, {.time_limit = 1});
    CHECK(limited.seconds < 1.3);
    CHECK(limited.lower <= limited.upper);
    auto const few = gs::frustration_index(small, {.node_limit = 0, .rounds = 1});
    CHECK(few.nodes == 0);
    CHECK(few.lower <= found.lower);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/max_cut.hpp>
#include <geostance/optimum/frustration_index.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>
#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

struct tie {
    double sign = 1;
};
using graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, tie>;

/// Any multigraph: loops, parallel edges, contradictions.
graph random_signed_graph(std::mt19937& random) {
    auto const below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    graph g(1 + below(7));
    auto const n = static_cast<unsigned>(num_vertices(g));
    for (auto edges = below(15); edges > 0; --edges) add_edge(below(n), below(n), tie{below(2) == 0 ? -1.0 : 1.0}, g);
    return g;
}

/// What a partition frustrates: friends across and foes within.
double frustration(graph const& g, unsigned sides) {
    double sum = 0;
    for (auto [e, end] = edges(g); e != end; ++e) {
        bool const is_cut = (sides >> source(*e, g) & 1U) != (sides >> target(*e, g) & 1U);
        if (is_cut == (g[*e].sign > 0)) sum += std::abs(g[*e].sign);
    }
    return sum;
}

/// The index of the multigraph, where edges of one pair with unlike signs frustrate each other.
double frustration_index_of(graph const& g) {
    auto const result =
        gs::frustration_index(gs::compress(g, get(&tie::sign, g), {.cancelling_pairs = gs::pair_rule::keep}));
    REQUIRE(result.exact);
    return result.upper;
}

bool has_command(std::string const& name) {
    return std::system(("command -v " + name + " > /dev/null 2>&1").c_str()) == 0; // NOLINT(concurrency-mt-unsafe)
}

} // namespace

TEST_CASE("write_max_cut: in the layout of MaxCut solvers, parallel edges added up, loops counted in the offset") {
    graph g(4);
    for (auto const& [u, v, sign] :
         {std::tuple(0, 1, -1.0), {1, 2, 1.0}, {2, 0, 1.0}, {2, 3, 1.0}, {3, 2, -1.0}, {3, 3, -2.0}})
        add_edge(static_cast<unsigned>(u), static_cast<unsigned>(v), tie{sign}, g);
    std::ostringstream out;
    auto const problem = io::write_max_cut(out, g, get(&tie::sign, g));
    CHECK(out.str() == "4 3\n1 2 1\n1 3 -1\n2 3 -1\n");
    CHECK(problem.vertices == 4);
    CHECK(problem.edges == 3);
    CHECK(problem.offset == 4);
    std::ostringstream called;
    (void)io::write_max_cut(called, g, [&](auto e) { return g[e].sign; });
    CHECK(called.str() == out.str());
}

TEST_CASE("write_max_cut: offset minus the weight of a cut is the frustration of its sides, for every partition") {
    std::mt19937 random(4);
    for (int repetition = 0; repetition < 200; ++repetition) {
        auto const g = random_signed_graph(random);
        std::stringstream text;
        auto const problem = io::write_max_cut(text, g, get(&tie::sign, g));
        struct line {
            std::size_t u, v;
            double weight;
        };
        std::size_t vertices = 0;
        std::size_t count = 0;
        text >> vertices >> count;
        std::vector<line> lines(count);
        for (auto& l : lines) text >> l.u >> l.v >> l.weight;
        auto least = std::numeric_limits<double>::infinity();
        for (unsigned sides = 0; sides < 1U << num_vertices(g); ++sides) {
            double cut = 0;
            for (auto const& l : lines)
                if ((sides >> (l.u - 1) & 1U) != (sides >> (l.v - 1) & 1U)) cut += l.weight;
            REQUIRE(problem.offset - cut == frustration(g, sides));
            least = std::min(least, problem.offset - cut);
        }
        REQUIRE(least == frustration_index_of(g));
    }
}

TEST_CASE("write_frustration_lp: cbc and glpsol find the frustration index as its optimum") {
    auto const folder =
        std::filesystem::temp_directory_path() / ("geostance_lp_" + std::to_string(std::random_device()()));
    std::filesystem::create_directory(folder);
    auto const model = (folder / "model.lp").string();
    auto const result = (folder / "result.txt").string();
    struct solver {
        std::string name, command, before;
    };
    for (auto const& [name, command, before] :
         {solver{"cbc", "cbc " + model + " solve solution " + result, "objective value"},
          solver{"glpsol", "glpsol --lp " + model + " -o " + result, "frustration ="}}) {
        if (!has_command(name)) {
            MESSAGE("skipped: " << name << " is not installed");
            continue;
        }
        std::mt19937 random(5);
        for (int repetition = 0; repetition < 5; ++repetition) {
            auto const g = random_signed_graph(random);
            {
                std::ofstream out(model);
                io::write_frustration_lp(out, g, get(&tie::sign, g));
            }
            REQUIRE(std::system((command + " > /dev/null").c_str()) == 0); // NOLINT(concurrency-mt-unsafe)
            std::ifstream in(result);
            std::string const text{std::istreambuf_iterator<char>(in), {}};
            auto const at = text.find(before);
            REQUIRE(at != std::string::npos);
            CHECK(std::stod(text.substr(at + before.size())) == doctest::Approx(frustration_index_of(g)));
        }
    }
    std::filesystem::remove_all(folder);
}

TEST_CASE("write_max_cut, write_frustration_lp: a value that is not finite is an error, and nothing is written") {
    graph g(2);
    add_edge(0, 1, tie{std::numeric_limits<double>::quiet_NaN()}, g);
    std::ostringstream out;
    CHECK_THROWS_AS(io::write_max_cut(out, g, get(&tie::sign, g)), gs::invalid_value);
    CHECK_THROWS_AS(io::write_frustration_lp(out, g, get(&tie::sign, g)), gs::invalid_value);
    graph large(3);
    for (std::size_t v = 0; v < 2; ++v) add_edge(v, v + 1, tie{-1e308}, large);
    CHECK_THROWS_AS(io::write_max_cut(out, large, get(&tie::sign, large)), gs::invalid_value);
    CHECK_THROWS_AS(io::write_frustration_lp(out, large, get(&tie::sign, large)), gs::invalid_value);
    CHECK(out.str().empty());
}

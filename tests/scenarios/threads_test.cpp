// SPDX-License-Identifier: BSL-1.0
// One graph is asked from eight threads while each of them builds graphs of its own. Says more when it is built with
// the sanitizer of threads: cmake --workflow --preset tsan
#include <geostance/geostance.hpp>
#include <geostance/io/edge_list.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/io/graphviz.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/position/leave_one_out.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
#include <geostance/signed/streaming_balance.hpp>
#include <geostance/similarity/all_pairs.hpp>

#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <latch>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// The answers to every kind of question, as text.
std::string answers(gs::stance_graph const& g) {
    std::ostringstream out;
    auto const russia = g.at<gs::actor>("Russia");
    auto const panel = g.at<gs::actor>("panel of experts");
    for (auto const& holder : holders_of_positions(g, panel)) out << name_of(g, holder.who) << holder.position << '\n';
    out << explain(g, russia, panel) << timeline(g, russia, panel).moments.size() << shifts(g, russia, panel).size();
    for (auto const& claim : claims(g)) out << claim << '\n';
    for (auto const& dispute : contested(g)) out << dispute << '\n';
    for (auto const& end : loose_ends(g)) out << describe(g, end) << '\n';
    for (auto const said : statements_of(g, russia)) out << describe_statement(g, said) << '\n';
    for (auto const& held : positions(g)) out << held.position << '\n';
    out << contradictions(g).size() << coverage_of(g).by.size() << project(g).ties.size()
        << connections(g, russia, panel).size() << implied_sign(g, russia, panel).value;
    out << g.find<gs::actor>("nobody of that name").has_value();
    io::write_edge_list(out, g);
    io::write_graphviz(out, g);
    io::write_graphml(out, g);
    return out.str();
}

/// Builds a graph by every kind of change.
std::size_t built(int number) {
    gs::stance_graph g;
    for (int i = 0; i < 20; ++i) g.add(gs::actor{.key = std::to_string(i), .name = std::to_string(number)});
    auto const a = g.at<gs::actor>("0");
    auto const b = g.at<gs::actor>("1");
    auto const r = g.relate(a, b, gs::stance{.value = 1});
    g.set(a, gs::actor{.key = "0", .name = "another"});
    g.set(r, gs::stance{.value = -1});
    g.end(r, gs::date(std::chrono::year(2024)));
    auto const kept = g.mark();
    g.relate(b, a, gs::stance{.value = 1});
    g.roll_back(kept);
    auto h = g.copy();
    h.relate(b, a, gs::stance{.value = 0});
    gs::stance_graph const moved = std::move(h);
    return moved.num_relations() + g.num_nodes();
}

/// Changes as text.
std::string text_of(std::vector<gs::difference> const& changes) {
    std::ostringstream out;
    for (auto const& c : changes)
        out << c.who.index() << ' ' << c.target.index() << ' ' << c.first << " / " << c.second << '\n';
    return out.str();
}

} // namespace

TEST_CASE("threads: eight threads ask one graph and build their own; all get the answers that one thread gets") {
    auto const g = gs::seed::panel_veto_2024();
    constexpr int count = 8;
    std::array<std::string, count> texts;
    std::array<std::size_t, count> sizes{};
    std::latch start(count); // so that whatever is made at its first use is made by all at once
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&, i] {
            start.arrive_and_wait();
            sizes[static_cast<std::size_t>(i)] = built(i);
            texts[static_cast<std::size_t>(i)] = answers(g);
            auto const own = gs::seed::panel_veto_2024();
            if (own.num_nodes() != g.num_nodes()) texts[static_cast<std::size_t>(i)].clear();
        });
    threads.clear();
    auto const alone = answers(g);
    CHECK_FALSE(alone.empty());
    for (auto const& text : texts) CHECK(text == alone);
    for (auto const size : sizes) CHECK(size == 22);
}

TEST_CASE("threads: the camps of ties that arrived can be asked for from eight threads") {
    gs::streaming_balance stream;
    constexpr std::uint32_t size = 256; // in trees of every depth, for halves of the same size are joined
    for (std::uint32_t half = 1; half < size; half *= 2)
        for (std::uint32_t v = 0; v < size; v += 2 * half) stream.add(v + half - 1, v + 2 * half - 1, -1);
    auto const& asked = stream;
    constexpr int count = 8;
    std::array<std::uint32_t, count> friends{};
    std::latch start(count);
    std::vector<std::jthread> threads;
    for (auto& found : friends)
        threads.emplace_back([&] {
            start.arrive_and_wait();
            for (std::uint32_t v = 0; v < size; ++v)
                found += asked.are_related(0, v) && asked.are_together(0, v) ? 1U : 0U;
        });
    threads.clear();
    for (auto const found : friends) CHECK(found == size / 2);
}

TEST_CASE("threads: any number of threads leaves things out one by one as changes_without does") {
    std::vector<gs::stance_graph> records;
    records.push_back(gs::seed::panel_veto_2024());
    for (unsigned seed = 1; seed <= 6; ++seed) records.push_back(std::move(test::random_record(seed).graph));
    std::size_t changes = 0;
    for (auto const& g : records) {
        std::vector<gs::any_node> each;
        for (auto const n : gs::nodes_of<gs::publication>(g)) each.emplace_back(n);
        for (auto const n : gs::nodes_of<gs::statement>(g)) each.emplace_back(n);
        gs::lens asked;
        if (!each.empty()) asked.without.push_back(each.back());
        for (std::size_t const threads : {1U, 2U, 3U, 7U}) {
            auto const found = gs::changes_without_each(g, each, asked, {.threads = threads});
            REQUIRE(found.size() == each.size());
            for (std::size_t i = 0; i < each.size(); ++i) {
                CHECK(found[i].what == each[i]);
                CHECK(text_of(found[i].changes) == text_of(gs::changes_without(g, {each[i]}, asked)));
                changes += found[i].changes.size();
            }
        }
    }
    CHECK(changes > 0);
    auto const& g = records.front();
    gs::stance_graph other;
    auto const stranger = gs::any_node(other.add(gs::publication{.key = "x"}));
    for (std::size_t const threads : {1U, 3U}) {
        CHECK_THROWS_AS((void)gs::changes_without_each(g, {stranger}, {}, {.threads = threads}), gs::invalid_handle);
        CHECK_THROWS_AS((void)gs::changes_without_each(g, {}, {}, {.differences = {.tolerance = 3}}),
                        gs::invalid_value);
        CHECK(gs::changes_without_each(g, {}, {}, {.threads = threads}).empty());
    }
}

TEST_CASE("threads: any number of threads compares all pairs alike") {
    std::mt19937 random(3);
    gs::portfolio_matrix m(std::vector<std::string>(40, "row"), 200, {-1, 0, 1});
    for (std::size_t row = 0; row < 40; ++row)
        for (std::size_t column = 0; column < 200; ++column)
            if (random() % 5 != 0) m.set(row, column, static_cast<double>(random() % 3) - 1);
    std::vector<double> weights(200);
    for (auto& w : weights) w = static_cast<double>(random() % 100) / 7;
    for (auto const measure : {gs::similarity_measure::s, gs::similarity_measure::kappa})
        for (auto const& w : {std::vector<double>(), weights}) {
            auto const alone = gs::all_pairs(measure, m, {.weights = w});
            for (std::size_t const threads : {0U, 2U, 3U, 7U, 100U}) {
                auto const found = gs::all_pairs(measure, m, {.weights = w, .threads = threads});
                for (std::size_t i = 0; i < 40; ++i)
                    for (std::size_t j = 0; j < i; ++j) {
                        CHECK(found.at(i, j).value == alone.at(i, j).value);
                        CHECK(found.at(i, j).n == alone.at(i, j).n);
                    }
            }
        }
    for (std::size_t const threads : {1U, 2U})
        CHECK(gs::all_pairs(gs::similarity_measure::s, gs::portfolio_matrix({}, 0, {0, 1}), {.threads = threads})
                  .pairs() == 0);
}

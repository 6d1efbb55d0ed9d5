// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/query/position/leave_one_out.hpp>

#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

std::string in_words(std::vector<gs::difference> const& changes) {
    std::string text;
    for (auto const& d : changes) {
        text += std::to_string(d.who.index()) + " on " + std::to_string(d.target.index()) + ": " +
                std::string(to_string(d.first.attitude)) + " to " + std::string(to_string(d.second.attitude)) + '\n';
    }
    return text;
}

/// Two papers report one position alike; a third reports another one alone.
struct three_papers {
    gs::stance_graph g{};
    gs::node<gs::actor> north = g.add(gs::actor{.key = "north"});
    gs::node<gs::actor> south = g.add(gs::actor{.key = "south"});
    gs::node<gs::issue> dam = g.add(gs::issue{.key = "dam"});
    std::vector<gs::any_node> papers{};

    three_papers() {
        for (auto const* key : {"herald", "courier", "gazette"}) papers.push_back(g.add(gs::publication{.key = key}));
        report(north, 1, 0);
        report(north, 1, 1);
        report(south, -1, 2);
    }
    void report(gs::node<gs::actor> who, double value, std::size_t paper) {
        g.relate(who, dam, gs::stance{.value = value},
                 {.publication = *g.as<gs::publication>(papers[paper]), .valid = {}});
    }
};

} // namespace

TEST_CASE_FIXTURE(three_papers, "changes_without_each: what two papers report, neither carries alone") {
    auto const found = gs::changes_without_each(g, papers);
    REQUIRE(found.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) CHECK(found[i].what == papers[i]);
    CHECK(found[0].changes.empty());
    CHECK(found[1].changes.empty());
    REQUIRE(found[2].changes.size() == 1);
    CHECK(found[2].changes[0].who == south);
    CHECK(found[2].changes[0].target == dam);
    CHECK(found[2].changes[0].first.attitude == gs::attitude::opposes);
    CHECK(found[2].changes[0].second.attitude == gs::attitude::none);
}

TEST_CASE_FIXTURE(three_papers, "changes_without_each: what is left out already stays left out") {
    auto const found = gs::changes_without_each(g, papers, {.without = {papers[0]}});
    CHECK(found[0].changes.empty()); // it was not there before either
    REQUIRE(found[1].changes.size() == 1);
    CHECK(found[1].changes[0].who == north);
    CHECK(found[2].changes.size() == 1);
}

TEST_CASE("changes_without_each: of random records, changes_without one thing at a time") {
    std::size_t changes = 0;
    for (unsigned seed = 0; seed < 40; ++seed) {
        auto const world = test::random_record(seed);
        auto const& g = world.graph;
        std::vector<gs::any_node> each;
        for (std::size_t i = 0; i < g.num_nodes(); ++i)
            if (auto const n = g.node_at(i); !g.as<gs::issue>(n) && !g.as<gs::alliance>(n)) each.push_back(n);
        if (!each.empty()) each.push_back(each.front()); // a thing may come twice
        auto const found = gs::changes_without_each(g, each);
        REQUIRE(found.size() == each.size());
        for (std::size_t i = 0; i < each.size(); ++i) {
            INFO("seed ", seed, " without ", i);
            CHECK(found[i].what == each[i]);
            CHECK(in_words(found[i].changes) == in_words(gs::changes_without(g, {each[i]})));
            changes += found[i].changes.size();
        }
    }
    CHECK(changes > 0);
}

TEST_CASE_FIXTURE(three_papers, "changes_without_each: nothing to leave out, and what is refused") {
    CHECK(gs::changes_without_each(g, {}).empty());
    CHECK_THROWS_AS(static_cast<void>(gs::changes_without_each(g, {gs::any_node()})), gs::invalid_handle);
    gs::stance_graph other;
    auto const stranger = gs::any_node(other.add(gs::publication{.key = "x"}));
    CHECK_THROWS_AS(static_cast<void>(gs::changes_without_each(g, {papers[0], stranger})), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(gs::changes_without_each(g, papers, {}, {.differences = {.tolerance = -1}})),
                    gs::invalid_value);
}

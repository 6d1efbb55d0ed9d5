// SPDX-License-Identifier: BSL-1.0
// What counts as one event does not depend on the order in which reports of it were recorded.
#include <geostance/geostance.hpp>

#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

struct row {
    unsigned paper = 0; // 0 = none
    std::string place{};
    gs::date day{};
    gs::reliability letter{};
    bool is_vote = false;
};

gs::position position_from(std::vector<row> const& rows, bool are_copies, gs::lens const& asked) {
    gs::stance_graph g;
    std::vector<gs::node<gs::publication>> papers{{}};
    for (auto const* key : {"first", "second", "third"}) papers.push_back(g.add(gs::publication{.key = key}));
    if (are_copies)
        for (auto const copy : {2U, 3U}) g.relate(papers[copy], papers[1], gs::derives_from{});
    auto const who = g.add(gs::actor{.key = "who"});
    auto const what = g.add(gs::issue{.key = "what"});
    for (auto const& r : rows) {
        gs::provenance const told{
            .publication = papers[r.paper], .locator = r.place, .reliability = r.letter, .valid = gs::since(r.day)};
        if (r.is_vote)
            g.relate(who, what, gs::casts{.vote = gs::ballot::yes}, told);
        else
            g.relate(who, what, gs::stance{.value = 1}, told);
    }
    return position_of(g, who, what, asked);
}

} // namespace

TEST_CASE("reports: two rows of one paper and one of another are two events, in whichever order") {
    row const first{.paper = 1, .day = std::chrono::year(2020)};
    row const second{.paper = 2, .day = std::chrono::year(2020)};
    CHECK(position_from({first, first, second}, false, {}).number == 2);
    CHECK(position_from({first, second, first}, false, {}).number == 2);
    CHECK(position_from({second, first, first}, false, {}).number == 2);
}

TEST_CASE("reports: a vote told by its month is that of its first day, in whichever order") {
    using namespace std::chrono_literals;
    row const month{.paper = 1, .day = 2020y / 3, .is_vote = true};
    row const early{.paper = 2, .day = std::chrono::sys_days(2020y / 3 / 5), .is_vote = true};
    row const late{.paper = 3, .day = std::chrono::sys_days(2020y / 3 / 28), .is_vote = true};
    gs::lens const everything{.history = gs::history::all};
    CHECK(position_from({month, early, late}, false, everything).number == 2);
    CHECK(position_from({early, late, month}, false, everything).number == 2);
    CHECK(position_from({late, month, early}, false, everything).number == 2);
}

TEST_CASE("reports: random rows weigh the same in every order") {
    using namespace std::chrono_literals;
    std::mt19937 random(1);
    auto const below = [&](unsigned n) { return static_cast<unsigned>(random() % n); };
    auto const records = gs::testing::repetitions(300);
    for (std::size_t record = 0; record < records; ++record) {
        std::vector<row> rows(2 + below(8));
        for (auto& r : rows) {
            r.paper = below(4);
            if (below(3) == 0) r.place = "page " + std::to_string(below(2));
            if (below(4) != 0)
                r.day = below(2) == 0 ? gs::date(2020y / 3) : gs::date(std::chrono::sys_days(2020y / 3 / 5));
            if (below(4) == 0) r.day = std::chrono::year(2020);
            r.letter = static_cast<gs::reliability>(1 + below(5));
            r.is_vote = below(3) == 0;
        }
        gs::lens const asked{.history = below(2) == 0 ? gs::history::all : gs::history::newest,
                             .count_every_report = below(4) == 0};
        bool const are_copies = below(2) == 0;
        auto const wanted = position_from(rows, are_copies, asked);
        for (int order = 0; order < 10; ++order) {
            std::shuffle(rows.begin(), rows.end(), random);
            auto const found = position_from(rows, are_copies, asked);
            INFO("record ", record);
            REQUIRE(found.number == wanted.number);
            REQUIRE(found.weight == wanted.weight);
            REQUIRE(found.value == wanted.value);
        }
    }
}

TEST_CASE("reports: votes that one statement tells are one, whether their days are known or not") {
    using namespace std::chrono_literals;
    for (auto const second : {gs::since(2020y / 1 / 2), gs::since(2020y / 2)}) {
        gs::stance_graph g;
        auto const a = g.add(gs::actor{.key = "a"});
        auto const motion = g.add(gs::issue{.key = "m"});
        auto const said = g.add(gs::statement{.key = "s"});
        g.relate(a, said, gs::makes{});
        g.relate(a, motion, gs::casts{.vote = gs::ballot::yes},
                 {.claimed_in = said, .valid = gs::since(2020y / 1 / 1)});
        g.relate(a, motion, gs::casts{.vote = gs::ballot::yes}, {.claimed_in = said, .valid = second});
        CHECK(gs::position_of(g, a, motion, {.history = gs::history::all}).number == 1);
    }
}

TEST_CASE("reports: under every report, what a spokesman and his state say in one row are two") {
    gs::stance_graph g;
    auto const state = g.add(gs::actor{.key = "state"});
    auto const spokesman = g.add(gs::actor{.key = "spokesman"});
    auto const target = g.add(gs::issue{.key = "x"});
    auto const said = g.add(gs::statement{.key = "s"});
    gs::provenance const row{.claimed_in = said, .publication = g.add(gs::publication{.key = "p"}), .locator = "1"};
    g.relate(spokesman, state, gs::speaks_for{});
    g.relate(spokesman, said, gs::makes{});
    g.relate(spokesman, target, gs::stance{.value = 1}, row);
    g.relate(state, target, gs::stance{.value = 1}, row);
    CHECK(gs::position_of(g, state, target).number == 1);
    CHECK(gs::position_of(g, state, target, {.count_every_report = true}).number == 2);
}

TEST_CASE("reports: an end that was recorded later does not tell reports apart that were one") {
    using namespace std::chrono_literals;
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const target = g.add(gs::issue{.key = "x"});
    gs::provenance row{.valid = gs::since(2020y / 1 / 1), .recorded = 2020y / 1 / 1};
    row.publication = g.add(gs::publication{.key = "p"});
    auto const first = g.relate(a, target, gs::stance{.value = 1}, row);
    row.publication = g.add(gs::publication{.key = "q"});
    g.relate(a, target, gs::stance{.value = 1}, row);
    gs::lens const then{.known_by = 2020y / 3 / 1};
    CHECK(gs::position_of(g, a, target, then).number == 1);
    g.end(gs::any_relation(first), 2020y / 6 / 1, {.recorded = 2020y / 7 / 1});
    CHECK(gs::position_of(g, a, target, then).number == 1);
    CHECK(gs::position_of(g, a, target).number == 1); // of the two only one still holds
}

TEST_CASE("reports: of originals of a year and of its first day the day is older, whichever is recorded first") {
    using namespace std::chrono_literals;
    for (bool const is_year_first : {false, true}) {
        gs::stance_graph g;
        auto const a = g.add(gs::actor{.key = "a"});
        auto const target = g.add(gs::issue{.key = "x"});
        auto const copy = g.add(gs::publication{.key = "p"});
        auto const add = [&](bool is_year) {
            gs::date const day = is_year ? gs::date(2020y) : gs::date(2020y / 1 / 1);
            g.relate(copy, g.add(gs::publication{.key = is_year ? "r" : "q", .published = day}), gs::derives_from{});
        };
        add(is_year_first);
        add(!is_year_first);
        g.relate(a, target, gs::stance{.value = 1}, {.publication = copy});
        g.relate(a, target, gs::stance{.value = -1}, {.valid = gs::since(2020y / 1 / 2)});
        CHECK(gs::position_of(g, a, target).attitude == gs::attitude::opposes);
    }
}

// SPDX-License-Identifier: BSL-1.0
// Positions in two formulations: the library's, and the rules as tests/query/definition/ states them.
#include <geostance/geostance.hpp>

#include <query/by_definition.hpp>
#include <query/random_record.hpp>

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

std::string told(test::by_definition::answer const& a) {
    std::ostringstream out;
    out << a.attitude << ' ' << a.mean << ", number " << a.number << ", weight " << a.weight << ", sources "
        << a.independent_sources;
    for (auto const& i : a.items)
        out << "; " << i.relation.index() << " value " << i.value << ' ' << i.holds << (i.replaced ? " replaced" : "");
    return out.str();
}

std::string told(gs::position const& p) {
    std::ostringstream out;
    out << p.attitude << ' ' << p.value << ", number " << p.number << ", weight " << p.weight << ", sources "
        << p.independent_sources;
    for (auto const& e : p.rests_on)
        out << "; " << e.relation.index() << " value " << e.value << ' ' << e.holds << (e.replaced ? " replaced" : "");
    return out.str();
}

bool holds_something(gs::position const& p, gs::any_node who) {
    return std::any_of(p.rests_on.begin(), p.rests_on.end(), [&](auto const& e) { return e.whose == who; });
}

} // namespace

TEST_CASE("position_of: random records under random lenses agree with the rules") {
    auto const records = geostance::testing::repetitions(2'000);
    std::size_t checks = 0;
    std::size_t differences = 0;
    std::map<int, std::size_t> exercised;
    for (unsigned seed = 1; seed <= records; ++seed) {
        test::random_record record(seed);
        auto const lens = record.any_lens();
        test::by_definition const rules(record.graph, lens);
        for (int question = 0; question < 10; ++question) {
            auto const asked = record.any_question(); // clang 14 captures no structured bindings
            auto const who = asked.first;
            auto const target = asked.second;
            auto const found = gs::position_of(record.graph, who, target, lens);
            auto const wanted = rules.position(who, target);
            ++checks;
            if (agree(found, wanted)) continue;
            ++differences;
            INFO("seed ", seed, " who ", who.index(), " target ", target.index(), "\nfound  ", told(found), "\nwanted ",
                 told(wanted));
            CHECK_MESSAGE(differences > 10, "a difference; of many only the first ten are shown");
        }
        for (auto const rule : rules.exercised()) ++exercised[rule];
    }
    CHECK(differences == 0);
    std::ostringstream report;
    for (auto const& [rule, times] : exercised) report << "; rule " << rule << " in " << times;
    MESSAGE(checks, " positions of ", records, " records, ", differences, " differ", report.str());
    if (records >= 1'000) CHECK(exercised.size() == 9); // rules 1 to 8 and 10: the others are no rules of positions
}

TEST_CASE("holders_of_positions, supporters, opponents and positions give what the rules give, and leave nobody out") {
    auto const records = geostance::testing::repetitions(300);
    for (unsigned seed = 1; seed <= records; ++seed) {
        test::random_record record(seed);
        auto const lens = record.any_lens();
        test::by_definition const rules(record.graph, lens);
        std::size_t listed_of_all = 0;
        for (auto const target : record.targets()) {
            auto const listed = gs::holders_of_positions(record.graph, target, lens);
            std::size_t in_favour = 0;
            std::size_t against = 0;
            std::set<gs::any_node> names;
            for (auto const& h : listed) {
                INFO("seed ", seed, " target ", target.index(), " who ", h.who.index());
                auto const wanted = rules.position(h.who, target);
                INFO("found  ", told(h.position), "\nwanted ", told(wanted));
                REQUIRE(agree(h.position, wanted));
                REQUIRE(h.position.attitude != gs::attitude::none);
                REQUIRE(names.insert(h.who).second);
                in_favour += h.position.attitude == gs::attitude::supports ? 1 : 0;
                against += h.position.attitude == gs::attitude::opposes ? 1 : 0;
            }
            listed_of_all += listed.size();
            CHECK(gs::supporters(record.graph, target, lens).size() == in_favour);
            CHECK(gs::opponents(record.graph, target, lens).size() == against);
            for (auto const who : record.holders()) {
                auto const held = gs::position_of(record.graph, who, target, lens);
                bool const must_be_listed =
                    held.attitude != gs::attitude::none && (holds_something(held, who) || rules.is_finally_bound(who));
                bool const inherits = !held.rests_on.empty() && !held.rests_on[0].membership.is_null();
                INFO("seed ", seed, " target ", target.index(), " who ", who.index(), " ", told(held));
                if (inherits ? held.attitude != gs::attitude::none : must_be_listed) REQUIRE(names.contains(who));
            }
        }
        CHECK(gs::positions(record.graph, lens).size() == listed_of_all);
    }
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/event_tally.hpp>
#include <geostance/data/event/ledger.hpp>
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/event/read_events.hpp>
#include <geostance/query/position/tally.hpp>

#include "data/event/event_rows.hpp"
#include "data/event/ledger_text.hpp"
#include "io/data_folder.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace io = geostance::io;
using geostance::date;
using namespace std::chrono_literals;
using event_rows::row;
using ledger_text::event_of;
using ledger_text::text_of;

namespace {

std::vector<io::event> random_events(std::mt19937& random, std::size_t count) {
    static constexpr std::string_view sides[] = {"RUS", "USA", "CHN", "", "NATO and others", "KOR"};
    static constexpr std::string_view codes[] = {"010", "10", "051", "190", "13y", "1213"};
    auto const below = [&](unsigned n) { return static_cast<std::size_t>(random() % n); };
    std::vector<io::event> events;
    for (std::size_t i = 0; i < count; ++i)
        events.push_back(event_of(sides[below(6)], sides[below(6)],
                                  std::chrono::sys_days(2019y / 12 / 1) + std::chrono::days(below(70)), codes[below(6)],
                                  below(5)));
    return events;
}

std::vector<io::ledger_options> all_options() {
    std::vector<io::ledger_options> result;
    for (auto const period :
         {io::ledger_period::day, io::ledger_period::month, io::ledger_period::year, io::ledger_period::all})
        for (bool const tells : {true, false})
            for (bool const keeps : {true, false})
                result.push_back(
                    {io::ledger_sides::countries, period, io::ledger_weight::mentions, tells, keeps, keeps});
    return result;
}

} // namespace

TEST_CASE("ledger: events are counted once and many times by sides, period and code") {
    io::ledger l;
    for (int i = 0; i < 3; ++i) l.add(event_of("RUS", "USA", 2024y / 3 / 28, "129"));
    l.add(event_of("RUS", "USA", 2024y / 3 / 31, "129"));
    l.add(event_of("RUS", "USA", 2024y / 4 / 1, "129"));
    l.add(event_of("USA", "RUS", 2024y / 3 / 28, "111"));
    auto const entries = l.entries();
    REQUIRE(entries.size() == 3);
    CHECK(entries[0].source == "RUS");
    CHECK(entries[0].period == date(2024y / 3));
    CHECK(entries[0].reports == 4);
    CHECK(entries[0].events() == 2);
    CHECK(entries[1].period == date(2024y / 4));
    CHECK(entries[2].source == "USA");
    CHECK(l.reports() == 6);
}

TEST_CASE("ledger: events without a side, or within one, are left out and counted, or kept as asked") {
    auto const day = std::chrono::sys_days(2024y / 3 / 28);
    std::vector<io::event> const events{event_of("", "USA", day, "010"), event_of("RUS", "", day, "010"),
                                        event_of("", "", day, "010"), event_of("RUS", "RUS", day, "010")};
    io::ledger strict;
    io::ledger whole({.keeps_unknown = true, .keeps_internal = true});
    for (auto const& e : events) {
        strict.add(e);
        whole.add(e);
    }
    CHECK(strict.size() == 0);
    CHECK(strict.left_out() == io::events_left_out{2, 1, 1});
    CHECK(whole.size() == 4);
    io::event nobody; // found by fuzzing: the sides are texts without an address
    nobody.code = "010";
    whole.add(nobody);
    CHECK(whole.reports() == 5);
    CHECK(whole.left_out() == io::events_left_out{});
}

TEST_CASE("ledger: any order and any parts give the same bytes, and these the same ledger") {
    std::mt19937 random(1);
    auto events = random_events(random, 500);
    for (auto const& options : all_options()) {
        io::ledger whole(options);
        for (auto const& e : events) whole.add(e);
        auto const text = text_of(whole);
        std::shuffle(events.begin(), events.end(), random);
        std::vector<io::ledger> parts(4, io::ledger(options));
        for (auto const& e : events) parts[random() % 4].add(e);
        for (auto const order : {std::array{0U, 1U, 2U, 3U}, std::array{3U, 1U, 0U, 2U}}) {
            io::ledger merged(options);
            for (auto const n : order) merged.merge(parts[n]);
            CHECK(text_of(merged) == text);
        }
        io::ledger moved(options);
        for (auto part : parts) moved.merge(std::move(part));
        CHECK(text_of(moved) == text);
        auto const again = io::read_ledger(io::input::text(text));
        CHECK(again == whole);
        CHECK(text_of(again) == text);
    }
}

TEST_CASE("ledger: tallies are what adding up the events one by one gives") {
    std::mt19937 random(2);
    auto const events = random_events(random, 2000);
    auto const reading = io::reading_of_gdelt();
    for (auto const& options : all_options()) {
        for (auto const how : {io::repeats::once, io::repeats::every}) {
            io::ledger l(options);
            struct sums {
                std::uint64_t reports = 0, counted = 0, valued = 0, weight = 0, verbal = 0;
                double sum = 0;
                std::set<std::tuple<std::chrono::sys_days, std::string_view>> distinct;
            };
            std::map<std::tuple<std::string_view, std::string_view, std::string>, sums> expected;
            for (auto const& e : events) {
                l.add(e);
                auto const& [s, t] = std::tie(e.source.country, e.target.country);
                if (!options.keeps_unknown && (s.empty() || t.empty())) continue;
                if (!options.keeps_internal && s == t && !s.empty()) continue;
                static constexpr std::array<std::size_t, 4> lengths{10, 7, 4, 0};
                auto& x = expected[{
                    s, t, to_string(date(e.day)).substr(0, lengths[static_cast<std::size_t>(options.period)])}];
                ++x.reports;
                x.weight += *e.mentions;
                bool const is_new = x.distinct.emplace(e.day, e.code).second;
                if (how == io::repeats::once && !is_new) continue;
                ++x.counted;
                auto const quad = reading.quad(e.code);
                if (quad && channel_of(*quad) == geostance::channel::verbal) ++x.verbal;
                if (auto const value = reading.policy.value(e.code)) {
                    ++x.valued;
                    x.sum += *value;
                }
            }
            if (how == io::repeats::once && !options.tells_repeats) {
                CHECK_THROWS_AS((void)tallies(l, {reading, how}), geostance::invalid_value);
                continue;
            }
            auto const dyads = tallies(l, {reading, how});
            REQUIRE(dyads.size() == expected.size());
            for (auto const& d : dyads) {
                auto const key = d.period.is_known() ? to_string(d.period) : std::string();
                auto const& x = expected.at({d.source, d.target, key});
                CHECK(d.all.reports == x.reports);
                CHECK(d.all.counted == x.counted);
                CHECK(d.all.valued == x.valued);
                CHECK(d.all.weight == x.weight);
                CHECK(d.all.sum == doctest::Approx(x.sum));
                CHECK(d.all.events ==
                      (options.tells_repeats ? std::optional<std::uint64_t>(x.distinct.size()) : std::nullopt));
                CHECK(d.in(geostance::channel::verbal).counted == x.verbal);
                auto together = d.in(geostance::channel::verbal);
                together += d.in(geostance::channel::material);
                together += d.unclassed;
                CHECK(together.reports == x.reports);
            }
        }
    }
}

TEST_CASE("ledger: least, greatest and mean are of the policy's values, and codes without one are not zero") {
    io::ledger l;
    l.add(event_of("RUS", "USA", 2024y / 3 / 28, "129")); // veto: -5
    l.add(event_of("RUS", "USA", 2024y / 3 / 28, "051")); // praise: 3.4
    l.add(event_of("RUS", "USA", 2024y / 3 / 28, "13y")); // no such code
    auto const dyads = tallies(l);
    REQUIRE(dyads.size() == 1);
    auto const& all = dyads[0].all;
    CHECK(all.counted == 3);
    CHECK(all.valued == 2);
    CHECK(all.least == -0.5);
    CHECK(*all.greatest == doctest::Approx(0.34));
    CHECK(all.mean() == doctest::Approx(-0.08));
    CHECK(dyads[0].unclassed.counted == 1);
    CHECK(dyads[0].unclassed.mean() == std::nullopt);
    CHECK(dyads[0].in(geostance::channel::vote) == io::event_tally());
}

TEST_CASE("ledger: its tallies and those of positions go by names of their own where both namespaces are used") {
    using namespace geostance;
    using namespace geostance::io;
    CHECK(event_tally().reports == 0);
    CHECK_FALSE(std::is_same_v<event_tally, tally>);
}

TEST_CASE("ledger: what cannot be added is refused and changes nothing") {
    io::ledger l({.weight = io::ledger_weight::articles});
    auto e = event_of("RUS", "USA", 2024y / 3 / 28, "129");
    CHECK_THROWS_AS(l.add(e), geostance::invalid_value); // no number of articles
    e.articles = 2;
    l.add(e);
    auto const before = text_of(l);
    e.code = "";
    CHECK_THROWS_AS(l.add(e), geostance::invalid_value);
    e.code = "129";
    for (auto const* const text : {"a\tb", "a\nb", "\xFF"}) {
        e.source.country = text;
        CHECK_THROWS_AS(l.add(e), geostance::invalid_value);
    }
    CHECK_THROWS_AS(l.merge(io::ledger()), geostance::invalid_value);
    io::ledger_entry full{"RUS", "USA", date(2024y / 3), "129", ~std::uint64_t(0), 1, 1};
    CHECK_THROWS_AS(l.add(full), geostance::invalid_value);
    io::ledger other({.weight = io::ledger_weight::articles});
    for (auto const* const code : {"010", "1223"}) { // added before and behind what fails
        other.add(io::ledger_entry{"FRA", "RUS", date(2023y / 3), code, 1, 1, 1});
        if (other.size() == 1) other.add(full);
    }
    CHECK_THROWS_AS(l.merge(other), geostance::invalid_value);
    CHECK_THROWS_AS(l.merge(std::move(other)), geostance::invalid_value);
    CHECK(text_of(l) == before);
    auto const doubled = l.reports() * 2;
    l.merge(l);
    CHECK(l.reports() == doubled);
    for (auto const& bad : {io::ledger_entry{"RUS", "USA", date(2024y / 3 / 1), "129", 1, 1, 1},
                            io::ledger_entry{"RUS", "USA", date(2024y / 2), "129", 1, 1, 1U << 29U},
                            io::ledger_entry{"RUS", "USA", date(2024y / 2), "129", 1, 1, 0},
                            io::ledger_entry{"RUS", "USA", date(2024y / 2), "129", 1, 1, 3},
                            io::ledger_entry{"RUS", "USA", date(2024y / 2), "", 1, 1, 1}})
        CHECK_THROWS_AS(l.add(bad), geostance::invalid_value);
    io::ledger days({.period = io::ledger_period::day});
    CHECK_THROWS_AS(days.add({"RUS", "USA", date(2024y / 3 / 2), "129", 1, 1, 1}), geostance::invalid_value);
    days.add({"RUS", "USA", date(2024y / 3 / 2), "129", 1, 1, 2});
    CHECK(days.reports() == 1);
}

TEST_CASE("ledger: files that cannot be read change nothing") {
    io::ledger l;
    auto const good = row({}) + row({.target_country = "CHN"});
    CHECK(io::read_events(l, io::input::text(good), io::event_format::gdelt_2).rows == 2);
    auto const before = l;
    CHECK_THROWS_AS(io::read_events(l, io::input::text(good + "x"), io::event_format::gdelt_2), geostance::read_error);
    CHECK(l == before);
}

TEST_CASE("ledger: the real GDELT export comes out with 366 rows in 154 dyads, and 542 repeats among all") {
    // awk -F'\t' '$8 != "" && $18 != "" && $8 != $18 {u++; d[$8 FS $18] = 1;
    //             e[$8, $18, $27, $2] = 1; m += $32} END {print u, length(d), length(e), m}'    prints 366 154 221 1413
    // awk -F'\t' '$8 == "" {a++} $8 != "" && $18 == "" {b++} $8 != "" && $8 == $18 {c++} END {print a, b, c}'    prints
    // 954 663 133
    auto const folder = data_folder();
    if (!folder) return;
    auto const path = *folder + "/events/gdelt-20151027220000.tsv";
    io::ledger l({.period = io::ledger_period::all, .weight = io::ledger_weight::mentions});
    io::read_events(l, io::input::file(path), io::event_format::gdelt_2);
    auto const dyads = tallies(l);
    CHECK(dyads.size() == 154);
    io::event_tally all;
    for (auto const& d : dyads) all += d.all;
    CHECK(all.reports == 366);
    CHECK(all.events == 221);
    CHECK(all.weight == 1413);
    CHECK(l.left_out() == io::events_left_out{954, 663, 133});
    io::ledger whole({.sides = io::ledger_sides::actors, .keeps_unknown = true, .keeps_internal = true});
    io::read_events(whole, io::input::file(path), io::event_format::gdelt_2);
    std::uint64_t events = 0;
    for (auto const& e : whole.entries()) events += *e.events();
    CHECK(whole.reports() == 2116);
    CHECK(whole.reports() - events == 542);
}

TEST_CASE("ledger: the real ICEWS sample comes out with 1,741 rows, 882 of them distinct") {
    // awk -F'\t' 'NR > 1 && $5 != "NA" && $11 != "NA" && $5 != $11 {n++; e[$5, $11, $7, $2] = 1}
    //             END {print n, length(e)}'
    auto const folder = data_folder();
    if (!folder) return;
    io::ledger l;
    io::read_events(l, io::input::file(*folder + "/events/icews-2018-sample.tab"), io::event_format::icews);
    std::uint64_t events = 0;
    for (auto const& d : tallies(l, {io::reading_of_icews()})) events += *d.all.events;
    CHECK(l.reports() == 1741);
    CHECK(events == 882);
}

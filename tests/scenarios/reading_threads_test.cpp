// SPDX-License-Identifier: BSL-1.0
// Files that several threads read give what one thread reads: the same ledger, report and error.
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/event/read_events.hpp>
#include <geostance/detail/in_parallel.hpp>

#include "data/event/ledger_outcome.hpp"
#include "scenarios/reading_on_threads.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using event_rows::outcome;
using event_rows::outcome_of;
using event_rows::row;
using gs::testing::failing_source;
using gs::testing::joined;
using gs::testing::several;
using gs::testing::skipping;

namespace {

outcome outcome_of_text(std::string const& text, std::size_t threads, io::read_options options,
                        io::event_format format = io::event_format::gdelt_2, io::ledger_options const& kept = {}) {
    options.threads = threads;
    return outcome_of(
        [&](io::ledger& l) {
            return std::vector{io::read_events(l, io::input::text(text, "events"), format, options)};
        },
        kept);
}

/// Checks that all numbers of threads give the same.
/// @return what they give
outcome same(std::string const& text, io::read_options const& options = {},
             io::event_format format = io::event_format::gdelt_2, io::ledger_options const& kept = {}) {
    auto alone = outcome_of_text(text, 1, options, format, kept);
    for (auto const threads : several) CHECK((outcome_of_text(text, threads, options, format, kept) == alone));
    return alone;
}

/// Rows of some three blocks; line ends of both kinds, empty lines, no end behind the last.
std::vector<std::string> many_rows(std::size_t count = 20'000) {
    std::mt19937 random(7);
    std::vector<std::string> rows;
    for (std::size_t i = 0; i < count; ++i) {
        auto text = event_rows::random_row(random, i + 1);
        if (random() % 5 == 0) text.insert(text.size() - 1, 1, '\r');
        if (random() % 50 == 0) text += '\n';
        rows.push_back(text);
    }
    rows.back().pop_back();
    return rows;
}

/// What makes rows bad, and what only looks like it.
std::vector<std::string> odd_rows() {
    auto nul = row({});
    nul[3] = '\0';
    auto bytes = row({});
    bytes[20] = '\xFF';
    return {row({.day = "20240230"}),
            row({}, 58),
            nul,
            bytes,
            row({.id = std::string(6000, 'x')}),
            row({.id = std::string(2'500'000, 'x')}),                             // longer than a block
            row({.source = std::string(5001 - row({.source = ""}).size(), 'x')}), // as long as a row may be
            row({.id = "GLOBALEVENTID"}),
            row({.id = "\xEF\xBB\xBF"
                       "5"}),
            row({.code = "10", .quad = "9"}),
            "\r\n",
            row({.mentions = "many"})};
}

} // namespace

TEST_CASE("threads: what the first piece throws is passed on, and no piece is lost") {
    for (std::size_t const threads : {1U, 2U, 7U}) {
        std::vector<int> done(1000);
        std::set<std::size_t> numbers;
        std::mutex m;
        gs::detail::for_each_in_parallel(threads, done.size(), [&](std::size_t thread, std::size_t i) {
            ++done[i];
            std::lock_guard const lock(m);
            numbers.insert(thread);
        });
        CHECK(std::count(done.begin(), done.end(), 1) == 1000);
        CHECK(*numbers.rbegin() < threads);
        gs::detail::for_each_in_parallel(threads, 0, [&](std::size_t, std::size_t) { FAIL("no piece"); });
        for (int repeat = 0; repeat < 50; ++repeat) {
            std::string thrown;
            try {
                gs::detail::for_each_in_parallel(threads, 100, [](std::size_t, std::size_t i) {
                    if (i % 10 == 7) throw std::runtime_error(std::to_string(i));
                });
            } catch (std::runtime_error const& e) {
                thrown = e.what();
            }
            CHECK(thrown == "7");
        }
    }
    CHECK(gs::detail::threads_for(0) >= 1);
    CHECK(gs::detail::threads_for(3) == 3);
    CHECK(gs::detail::threads_for(1U << 30U) == 1024);
}

TEST_CASE("threads: a file of events gives one ledger and one report, bad rows and all") {
    auto rows = many_rows();
    auto const good = same(joined(rows));
    CHECK(good.error.empty());
    CHECK(good.reports[0].rows == rows.size());
    CHECK((same(joined(rows), {}, io::event_format::gdelt_2,
                {.sides = io::ledger_sides::actors, .weight = io::ledger_weight::mentions}))
              .error.empty());

    std::mt19937 random(11);
    for (int repeat = 0; repeat < 3; ++repeat)
        for (auto const& odd : odd_rows()) rows[random() % rows.size()] += odd;
    auto const skipped = same(joined(rows), skipping());
    CHECK(skipped.error.empty());
    CHECK(skipped.reports[0].skipped == 24);
    CHECK(skipped.reports[0].problems.size() == 20);
}

TEST_CASE("threads: the first bad row stops a file, with its line, and leaves the ledger as it was") {
    auto const rows = many_rows();
    auto const before = outcome_of([](io::ledger&) { return std::vector<io::read_report>(); });
    io::read_options options;
    options.max_row_bytes = 5000;
    std::mt19937 random(13);
    for (auto const& odd : odd_rows()) {
        auto spoilt = rows;
        for (int i = 0; i < 3; ++i) spoilt[random() % rows.size()] += odd;
        spoilt[random() % rows.size()] += row({.day = "then"});
        auto const found = same(joined(spoilt), options);
        CHECK(found.error.starts_with("events:"));
        CHECK(found.ledger == before.ledger);
    }
    // what the ledger refuses, before and behind a bad row
    for (bool const is_first : {false, true}) {
        auto spoilt = rows;
        spoilt[is_first ? 4000 : 18'000] += row({.mentions = "NA"});
        spoilt[11'000] += row({.day = "then"});
        auto const found =
            same(joined(spoilt), options, io::event_format::gdelt_2, {.weight = io::ledger_weight::mentions});
        CHECK(found.error.starts_with(is_first ? "event: " : "events:"));
    }
}

TEST_CASE("threads: a source that fails on the way fails at the same place") {
    auto const text = joined(many_rows());
    for (auto const& options : {io::read_options(), skipping()})
        for (std::size_t const at : {0U, 1'500'000U, 2'100'000U}) {
            auto const with = [&](std::size_t threads) {
                return outcome_of([&](io::ledger& l) {
                    auto asked = options;
                    asked.threads = threads;
                    return std::vector{io::read_events(l,
                                                       io::input(std::make_unique<failing_source>(text, at), "events"),
                                                       io::event_format::gdelt_2, asked)};
                });
            };
            auto const alone = with(1);
            for (auto const threads : several) CHECK((with(threads) == alone));
        }
}

TEST_CASE("threads: progress rises to the end, and what asks to stop is heard") {
    auto const text = joined(many_rows());
    for (auto const threads : several) {
        io::read_options options;
        std::vector<std::uint64_t> done;
        options.progress = [&](std::uint64_t bytes, std::optional<std::uint64_t> total) {
            CHECK(total == text.size());
            done.push_back(bytes);
        };
        CHECK(outcome_of_text(text, threads, options).error.empty());
        CHECK(std::is_sorted(done.begin(), done.end()));
        CHECK(done.back() == text.size());
        int asked = 0;
        options.progress = nullptr;
        options.stop = [&] { return ++asked > 2; };
        CHECK(outcome_of_text(text, threads, options).error == "reading events was cancelled");
    }
}

TEST_CASE("threads: tables with headings are read by them in every block") {
    auto const rows = many_rows(12'000);
    std::string headings;
    for (auto const& name : io::detail::gdelt::names(true)) (headings += name) += '\t';
    headings.back() = '\n';
    auto const headed = same(headings + joined(rows));
    CHECK(headed.error.empty());
    CHECK(headed.ledger == same(joined(rows)).ledger);

    std::string icews = event_rows::icews_headings;
    for (int i = 0; i < 16'000; ++i)
        icews += event_rows::icews_row(i % 3 == 0 ? "A" : "B", i % 3 == 0 ? "Russia" : "France",
                                       i % 7 == 0 ? "" : "010", i % 1009 == 0 ? "much" : "0.0", "C", "Kenya");
    auto const warned = same(icews, skipping(), io::event_format::icews);
    CHECK(warned.reports[0].skipped == 16);
    CHECK_FALSE(warned.reports[0].warnings.reasons.empty());
}

TEST_CASE("threads: quotes may hold line ends, wherever blocks end") {
    auto const comma = [](std::string text) {
        std::replace(text.begin(), text.end(), '\t', ',');
        return text;
    };
    std::string headings;
    for (auto const& name : io::detail::gdelt::names(true)) (headings += name) += '\t';
    headings.back() = '\n';
    std::vector<std::string> const quoted{row({.source = "\"A, B\""}),            // a row that is good
                                          row({.source = "\"A\nB\nC\""}),         // of three lines
                                          row({.source = "\"A\n\n\n\n\n\nB\""}),  // of too many
                                          row({.source = "\"A"}),                 // not closed, or by the next one
                                          row({.source = "A\"B"}),                // a letter
                                          row({.source = "\"" + row({}) + "\""}), // a row within a row
                                          row({.source = "\"A\"B"})};             // no separator behind the quote
    auto const plain = many_rows(9000);
    std::mt19937 random(17);
    for (std::size_t const every : {2U, 5U, 8U, 40U, 4000U}) {
        auto rows = plain;
        for (auto& r : rows)
            if (random() % every == 0) r += comma(quoted[random() % quoted.size()]);
        auto csv = comma(headings + joined(rows));
        for (std::size_t const lines : {1U, 4U, 100U}) {
            auto options = skipping();
            options.max_row_lines = lines;
            CHECK(same(csv, options).error.empty());
        }
        CHECK_FALSE(same(csv).error.empty());
    }
    CHECK(same(comma(headings + joined(plain))).error.empty());
}

TEST_CASE("threads: several files are read at once, and the first that is bad is told") {
    auto const folder = std::filesystem::temp_directory_path() / "geostance_reading_threads_test";
    std::filesystem::create_directories(folder);
    std::vector<std::filesystem::path> files;
    auto const rows = many_rows(3000);
    for (std::size_t i = 0; i < 12; ++i) {
        files.push_back(folder / (std::to_string(i) + ".tsv"));
        std::ofstream out(files.back(), std::ios::binary);
        for (std::size_t r = 0; r < rows.size() / (i + 1); ++r) out << rows[(r * 7 + i) % (rows.size() - 1)];
    }
    auto const with = [&](std::size_t threads, io::read_options options = {}) {
        options.threads = threads;
        options.stop = [asked = 0]() mutable { return ++asked > 1'000'000; };
        return outcome_of([&](io::ledger& l) { return io::read_events(l, files, io::event_format::gdelt_2, options); });
    };
    auto const alone = with(1);
    CHECK(alone.reports.size() == files.size());
    CHECK(alone.reports[0].rows == 3000);
    for (auto const threads : several) CHECK((with(threads) == alone));
    for (std::size_t const bad : {9U, 4U}) {
        std::ofstream(files[bad], std::ios::app) << row({.day = "then"});
        std::ofstream(files[bad], std::ios::app) << row({.day = "now"});
        auto const stopped = with(1);
        CHECK(stopped.error.starts_with(files[bad].string() + ":"));
        for (auto const threads : several) {
            CHECK((with(threads) == stopped));
            CHECK((with(threads, skipping()) == with(1, skipping())));
        }
    }
    files[2] = folder / "is not there";
    auto const missing = with(1);
    CHECK(missing.error.starts_with(files[2].string() + ":"));
    for (auto const threads : several) CHECK((with(threads) == missing));
    std::filesystem::remove_all(folder);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/mpi/add_up.hpp>
#include <geostance/mpi/read_events.hpp>

#include "data/event/ledger_outcome.hpp"
#include "mpi/ranks.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <new>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using event_rows::outcome;
using event_rows::outcome_of;
using event_rows::row;
using several_ranks::folder;
using several_ranks::ranks;
using several_ranks::text_of;

namespace {

std::filesystem::path file(std::string const& name, std::string const& text) {
    auto path = folder() / name;
    if (ranks().rank() == 0) std::ofstream(path, std::ios::binary) << text;
    ranks().barrier();
    return path;
}

std::string many_rows(std::size_t count, unsigned seed) {
    std::mt19937 random(seed);
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += event_rows::random_row(random, i + 1);
        if (random() % 50 == 0) text += '\n';
    }
    return text;
}

/// Checks that all ranks have what one process has.
outcome same(std::vector<std::filesystem::path> const& files, io::event_format format = io::event_format::gdelt_2,
             io::read_options const& options = {}) {
    auto alone = outcome_of([&](io::ledger& l) { return io::read_events(l, files, format, options); });
    auto const together =
        outcome_of([&](io::ledger& l) { return gs::mpi::read_events(ranks(), l, files, format, options).reports; });
    CHECK(together.error == alone.error);
    CHECK(together.ledger == alone.ledger);
    CHECK((together.reports == alone.reports));
    return alone;
}

io::read_options skipping() {
    io::read_options options;
    options.bad_rows = io::bad_rows::skip_and_report;
    options.max_problems = 7;
    return options;
}

TEST_CASE("ranks share the bytes of files") {
    auto const one = file("one", many_rows(3000, 1));
    auto const two = file("two", many_rows(500, 2));
    auto const empty = file("empty", "");
    CHECK(same({one}).reports.front().rows == 3000);
    same({one, two});
    same({empty, two, empty, one, empty});
    same({empty});
    same({});
    io::ledger l;
    auto const read = gs::mpi::read_events(ranks(), l, {one, two}, io::event_format::gdelt_2);
    REQUIRE(read.bytes.size() == static_cast<std::size_t>(ranks().size()));
    auto const all = std::filesystem::file_size(one) + std::filesystem::file_size(two);
    auto const share = all / read.bytes.size();
    std::uintmax_t sum = 0;
    for (auto const bytes : read.bytes) {
        CHECK(bytes > share - 1000);
        CHECK(bytes < share + 1000);
        sum += bytes;
    }
    CHECK(sum == all);
}

TEST_CASE("a bad row is an error on every rank, with its line in the file") {
    auto const good = many_rows(200, 3);
    auto const bad = file("bad", good + row({.day = "20241301"}) + good + row({.day = "x"}) + good);
    auto const first = same({file("good", good), bad});
    CHECK(first.error.find("bad:") != std::string::npos);
    auto const skipped = same({bad, bad}, io::event_format::gdelt_2, skipping());
    CHECK(skipped.reports.front().skipped == 2);
    std::string rows;
    for (int i = 0; i < 60; ++i) rows += i % 3 == 0 ? row({.day = "x"}) : row({});
    same({file("many_bad", rows)}, io::event_format::gdelt_2, skipping());
    same({file("no_end", rows + "1\r2")}, io::event_format::gdelt_2, skipping());
    same({folder() / "missing"});
    same({file("good", good), folder() / "missing"});
}

TEST_CASE("headings are every rank's, and rows that look odd begin no share") {
    std::string icews = "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t"
                        "Target Name\tTarget Country\tPublisher\n";
    for (int i = 1; i < 300; ++i)
        icews += std::to_string(i) + "\t2017-12-" + std::to_string(10 + i % 20) +
                 "\tA\tRussian Federation\tMake statement\t010\t0.0\tB\tFrance\tTASS\n";
    CHECK(same({file("icews", icews)}, io::event_format::icews).reports.front().rows == 299);
    same({file("icews_bad", icews + "300\tx\n" + icews.substr(icews.find('\n') + 1))}, io::event_format::icews);
    same({file("icews_skip", icews + "300\tx\n" + icews.substr(icews.find('\n') + 1))}, io::event_format::icews,
         skipping());
    auto csv = icews;
    std::replace(csv.begin(), csv.end(), '\t', ',');
    CHECK(same({file("csv", csv), file("icews", icews)}, io::event_format::icews).reports.front().rows == 299);
    std::string odd;
    for (int i = 0; i < 100; ++i) {
        odd += row({.id = std::to_string(i)});
        odd += "\xEF\xBB\xBF" + row({.id = "globaleventid"}) + "\n\r\n" + row({.id = "globaleventid 1"});
    }
    same({file("odd", odd)}, io::event_format::gdelt_2, skipping());
    same({file("page", "<html>\n" + odd)});
    same({file("marked", "\xEF\xBB\xBF" + many_rows(50, 9))});
}

TEST_CASE("files that are opened by the caller are read whole") {
    std::vector<std::filesystem::path> files;
    for (unsigned i = 0; i < 5; ++i) files.push_back(file("day" + std::to_string(i), many_rows(50 + 10 * i, i)));
    auto const open = [](std::filesystem::path const& path) { return io::input::file(path); };
    auto const read = [&](auto opening) {
        return outcome_of([&](io::ledger& l) {
            return gs::mpi::read_events(ranks(), l, files, io::event_format::gdelt_2, {}, opening).reports;
        });
    };
    CHECK((read(open) ==
           outcome_of([&](io::ledger& l) { return io::read_events(l, files, io::event_format::gdelt_2); })));
    auto const failing = read([&](std::filesystem::path const& path) -> io::input {
        if (path == files[3]) throw std::runtime_error("no key for it");
        return open(path);
    });
    CHECK(failing.error.find("no key for it") != std::string::npos);
    CHECK(failing.reports.empty());
    auto const out_of_memory = read([&](std::filesystem::path const& path) -> io::input {
        if (path == files[4]) throw std::bad_alloc();
        return open(path);
    });
    CHECK(out_of_memory.error == std::bad_alloc().what());
    files.push_back(folder() / "missing");
    CHECK(read(open).error.find("missing") != std::string::npos);
}

TEST_CASE("arguments that differ are refused on every rank") {
    auto const one = file("one", many_rows(30, 1));
    auto const two = file("two", many_rows(50, 2));
    bool const is_last = ranks().size() > 1 && ranks().rank() + 1 == ranks().size();
    io::ledger l(is_last ? io::ledger_options{.period = io::ledger_period::year} : io::ledger_options{});
    auto const before = text_of(l);
    if (ranks().size() == 1) return;
    CHECK_THROWS_AS(gs::mpi::read_events(ranks(), l, {one}, io::event_format::gdelt_2), gs::invalid_value);
    CHECK_THROWS_AS(gs::mpi::add_up(ranks(), l), gs::invalid_value);
    io::ledger other;
    CHECK_THROWS_AS(gs::mpi::read_events(ranks(), other, {is_last ? one : two}, io::event_format::gdelt_2),
                    gs::invalid_value);
    CHECK(text_of(l) == before);
    CHECK(other.size() == 0);
}

TEST_CASE("stopping one rank stops all") {
    auto const one = file("one", many_rows(3000, 1));
    io::read_options options;
    bool const is_last = ranks().rank() + 1 == ranks().size();
    options.stop = [=] { return is_last; };
    io::ledger l;
    CHECK_THROWS_AS(gs::mpi::read_events(ranks(), l, {one}, io::event_format::gdelt_2, options), gs::cancelled);
    CHECK(l.size() == 0);
}

} // namespace

// SPDX-License-Identifier: BSL-1.0
// Files whose rows depend on those before, which several threads look at ahead: what is read, the report and the error
// are those of one thread.
#include <geostance/data/entity/read_entities.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/detail/ordered_work.hpp>
#include <geostance/io/json_lines.hpp>

#include "scenarios/reading_on_threads.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;
using gs::testing::failing_source;
using gs::testing::joined;
using gs::testing::several;
using gs::testing::skipping;

namespace {

/// What comes of reading: what was read, as text, and the report, or what was thrown.
struct outcome {
    std::string read{};
    io::read_report report{};
    std::string error{};
    friend bool operator==(outcome const&, outcome const&) = default;
};

template <class Read>
outcome outcome_of(Read read) {
    try {
        auto [text, report] = read();
        return {std::move(text), std::move(report), {}};
    } catch (gs::error const& e) {
        return {{}, {}, e.what()};
    }
}

outcome read_lines(io::input in, io::read_options const& options) {
    return outcome_of([&] {
        auto const result = io::read_json_lines(std::move(in), options);
        std::ostringstream out;
        io::write_json_lines(out, result.value);
        return std::pair(out.str(), result.report);
    });
}

outcome read_votes(io::input in, io::read_options const& rows, io::read_votes_options options = {}) {
    return outcome_of([&] {
        options.rows = rows;
        auto const [table, report] = io::read_votes(std::move(in), options);
        std::ostringstream out;
        for (auto const& c : table.roll_calls)
            out << c.id << '|' << to_string(c.day) << '|' << c.title << '|' << c.without_vote << '\n';
        for (auto const& s : table.voters) out << to_string(s.id) << '|' << s.name << '\n';
        for (auto const& v : table.votes)
            out << v.roll_call << ' ' << v.voter << ' ' << to_string(v.vote) << ' ' << v.veto << '\n';
        out << table.tells_absence;
        return std::pair(out.str(), report);
    });
}

/// Checks that all numbers of threads give the same.
/// @param read reads an input with options
/// @return what they give
template <class Read>
outcome same(Read read, std::string const& text, io::read_options options = {}) {
    options.threads = 1;
    auto alone = read(io::input::text(text, "rows"), options);
    for (auto const threads : several) {
        options.threads = threads;
        CHECK((read(io::input::text(text, "rows"), options) == alone));
    }
    return alone;
}

/// Nodes, and relations between those that came before; some three blocks.
std::vector<std::string> record_lines() {
    std::mt19937 random(5);
    std::vector<std::string> lines{"{\"geostance\": 2}\n"};
    std::size_t nodes = 2;
    for (std::size_t i = 0; i < nodes; ++i)
        lines.push_back("{\"type\": \"actor\", \"key\": \"a" + std::to_string(i) + "\"}\n");
    for (int i = 0; i < 30'000; ++i) {
        auto const end = random() % 5 == 0 ? "\r\n" : random() % 50 == 0 ? " \n\n" : "\n";
        if (random() % 10 == 0) {
            lines.push_back("{\"type\": \"actor\", \"key\": \"a" + std::to_string(nodes++) + "\", \"name\": \"" +
                            (random() % 3 == 0 ? "with \\\"quotes\\\" and \\u00e9" : "plain") + "\"}" + end);
        } else {
            lines.push_back("{\"type\": \"stance\", \"from\": \"a" + std::to_string(random() % nodes) +
                            "\", \"to\": \"a" + std::to_string(random() % nodes) +
                            "\", \"value\": " + std::to_string(static_cast<int>(random() % 200) - 100) + "e-2}" + end);
        }
    }
    lines.back() = "{\"type\": \"actor\", \"key\": \"last\"}";
    return lines;
}

std::vector<std::string> odd_lines() {
    return {"{\"type\": \"actor\", \"key\": \"a1\"}\n",                                     // there already
            "{\"type\": \"stance\", \"from\": \"a0\", \"to\": \"nobody\", \"value\": 1}\n", // refers to none
            "{\"type\": \"stance\", \"from\": \"a0\", \"to\": \"a1\", \"value\": 2}\n",     // out of range
            "{\"type\": \"actor\", \"key\": \"cut\n",
            "{\"type\": \"actor\", \"key\": \"\xFF\"}\n",
            "{\"type\": \"actor\", \"key\": \"" + std::string(6000, 'x') + "\"}\n",
            "{\"type\": \"actor\", \"key\": \"" + std::string(2'500'000, 'x') + "\"}\n", // longer than a block
            "{\"geostance\": 7}\n",
            "\t \r\n",
            "[]\n"};
}

/// Rows of unvotes: calls one after another, with what the readers must tell apart.
std::vector<std::string> vote_rows(std::size_t calls = 600) {
    constexpr std::array<char const*, 12> voters{"\"Namibia\",NA",        "Canada,CA", "France,FR", "Ghana,GH",
                                                 "\"Korea, Rep. of\",KR", "Chad,TD",   "Kenya,KE",  "Mali,ML",
                                                 "United States,US",      "Peru,PE",   "Norway,NO", "Kosovo,"};
    constexpr std::array<char const*, 3> votes{"yes", "no", "Abstain"};
    std::mt19937 random(3);
    std::vector<std::string> rows;
    for (std::size_t call = 0; call < calls; ++call)
        for (int repeat = 0; repeat < 10; ++repeat)
            for (auto const* const voter : voters) {
                auto row = std::to_string(call * 10 + static_cast<std::size_t>(repeat)) + ',' + voter + ',' +
                           votes[random() % votes.size()];
                rows.push_back(row + (random() % 6 == 0 ? "\r\n" : "\n"));
            }
    return rows;
}

std::vector<std::string> odd_votes() {
    return {"17,France,FR,yes\n",       // again
            "18,France,FR,perhaps\n",   // no vote
            "19,France,FR\n",           // too few
            ",France,FR,yes\n",         // no call
            "5000000,Malta,MT,yes\n",   // a call and a voter of its own
            "5000001,,,no\n",           // no voter
            "5000002,\"a\nb\",XX,no\n", // of two lines
            "5000003,\"open,YY,no\n",   "5000004," + std::string(6000, 'x') + ",ZZ,no\n", "5000005,\xFF,ZZ,no\n", "\n"};
}

} // namespace

TEST_CASE("ahead: results are taken in order, and what the first piece throws is passed on") {
    std::mt19937 random(1);
    for (std::size_t const threads : {1U, 2U, 7U})
        for (int repeat = 0; repeat < 60; ++repeat) {
            std::array<std::size_t, 3> const fails_at{random() % 300, random() % 300, random() % 300}; // of 200
            std::size_t given = 0;
            std::vector<std::size_t> taken;
            std::string thrown;
            auto const fail = [](std::size_t at, std::size_t number) {
                if (number == at) throw std::runtime_error(std::to_string(number));
            };
            try {
                gs::detail::ordered_work<std::size_t, std::size_t>(threads).run(
                    [&]() -> std::optional<std::size_t> {
                        fail(fails_at[0], given);
                        return given < 200 ? std::optional(given++) : std::nullopt;
                    },
                    [&](std::size_t piece, std::size_t& result) {
                        fail(fails_at[1], piece);
                        result = piece + 1;
                    },
                    [&](std::size_t result) {
                        fail(fails_at[2], result - 1);
                        taken.push_back(result - 1);
                    });
            } catch (std::runtime_error const& e) {
                thrown = e.what();
            }
            auto const first = *std::min_element(fails_at.begin(), fails_at.end());
            bool const has_failed = first < 200 || fails_at[0] == 200;
            auto const done = std::min<std::size_t>(first, 200);
            CHECK(thrown == (has_failed ? std::to_string(done) : ""));
            CHECK(taken.size() == done);
            CHECK(std::is_sorted(taken.begin(), taken.end()));
        }
}

TEST_CASE("ahead: JSON Lines give one record and one report, bad lines and all") {
    auto lines = record_lines();
    auto const good = same(read_lines, joined(lines));
    CHECK(good.error.empty());
    CHECK(good.report.rows == 30'002);
    CHECK((same(read_lines, "\xEF\xBB\xBF" + joined(lines)) == good));
    CHECK(same(read_lines, "").report.rows == 0);
    CHECK(same(read_lines, lines[0] + lines[1]).report.rows == 1);

    std::mt19937 random(11);
    for (int repeat = 0; repeat < 3; ++repeat)
        for (auto const& odd : odd_lines()) lines[3 + random() % (lines.size() - 4)] += odd;
    auto const skipped = same(read_lines, joined(lines), skipping());
    CHECK(skipped.error.empty());
    CHECK(skipped.report.skipped == 27);
    CHECK(skipped.report.problems.size() == 20);
}

TEST_CASE("ahead: the first bad line of JSON Lines is told, with its number") {
    auto const lines = record_lines();
    io::read_options options;
    options.max_row_bytes = 5000;
    std::mt19937 random(13);
    for (auto const& odd : odd_lines()) {
        auto spoilt = lines;
        for (int i = 0; i < 3; ++i) spoilt[3 + random() % (lines.size() - 4)] += odd;
        spoilt[3 + random() % (lines.size() - 4)] += "{}\n";
        CHECK(same(read_lines, joined(spoilt), options).error.starts_with("rows:"));
    }
}

TEST_CASE("ahead: entities give one table and one report") {
    auto const read = [](io::input in, io::read_options const& options) {
        return outcome_of([&] {
            auto const [table, report] = io::read_entities(std::move(in), options);
            std::string text;
            for (auto const& e : table.entities) {
                ((text += e.id) += e.schema) += std::to_string(e.line);
                for (auto const& [name, values] : e.properties)
                    for (auto const& value : values) ((text += name) += '=') += value;
            }
            return std::pair(text, report);
        });
    };
    std::mt19937 random(29);
    std::string text;
    for (int i = 0; i < 20'000; ++i) {
        if (random() % 500 == 0) text += "{\"id\": \"p\"}\n";
        text += "{\"id\": \"p" + std::to_string(random() % 15'000) + "\", \"schema\": \"" +
                (random() % 100 == 0 ? "Vessel" : "Person") + "\", \"properties\": {\"name\": [\"name " +
                std::to_string(i) + "\"], \"notes\": [\"" + std::string(random() % 100, 'x') + "\"]}}\n";
    }
    auto const found = same(read, text, skipping());
    CHECK(found.report.skipped > 100);
    CHECK(found.report.warnings.reasons.size() == 1);
    CHECK_FALSE(same(read, text).error.empty());
}

TEST_CASE("ahead: votes give one table and one report, bad rows and all") {
    auto rows = vote_rows();
    std::string const headings = "rcid,country,country_code,vote\n";
    auto const good =
        same([](auto in, auto const& o) { return read_votes(std::move(in), o); }, headings + joined(rows));
    CHECK(good.error.empty());
    CHECK(good.report.rows == rows.size());
    CHECK(good.report.warnings.reasons.size() == 1); // Kosovo has no code
    std::mt19937 random(19);
    for (int repeat = 0; repeat < 3; ++repeat)
        for (auto const& odd : odd_votes()) rows[random() % (rows.size() - 1)] += odd;
    auto const read = [](auto in, auto const& o) { return read_votes(std::move(in), o); };
    auto const skipped = same(read, headings + joined(rows), skipping());
    CHECK(skipped.error.empty());
    CHECK(skipped.report.skipped >= 20);
    CHECK(same(read, headings + joined(rows)).error.starts_with("rows:"));
    for (auto const& odd : odd_votes()) {
        auto spoilt = vote_rows(300);
        spoilt[random() % spoilt.size()] += odd;
        spoilt[random() % spoilt.size()] += "5000009,France,FR,maybe\n";
        CHECK(same(read, headings + joined(spoilt), {}).error.starts_with("rows:"));
    }
    // quotes in every line: one thread reads on
    for (auto& r : rows) r.insert(r.find(',') + 1, r[r.find(',') + 1] == '"' ? "" : "\"\",");
    CHECK(same(read, "rcid,x,country,country_code,vote\n" + joined(rows), skipping()).error.empty());
}

TEST_CASE("ahead: votes of each layout, with consent, blank votes and words of their own") {
    std::mt19937 random(23);
    std::string voeten = "rcid,ccode,vote,countryname,year\n";
    std::string library = "undl_id,ms_code,ms_name,ms_vote,date,modality,title\n";
    std::string named = "call;member;said;who\n";
    constexpr std::array<char const*, 6> codes{"2", "20", "70.0", "365", "0", "1000"};
    constexpr std::array<char const*, 5> states{"USA", "FRA", "CIV", "TUR", ""};
    constexpr std::array<char const*, 5> said{"FOR", "against", "Away", "", "so so"};
    for (int i = 0; i < 60'000; ++i) {
        auto const pick = [&](auto const& list) { return std::string(list[random() % list.size()]); };
        voeten += std::to_string(i / 4) + ',' + pick(codes) + ',' + std::to_string(random() % 4) + ",name," +
                  (i % 4 == 0 && random() % 9 == 0 ? "1800" : "1990") + '\n';
        bool const by_consent = i / 5 % 7 == 0;
        library += std::to_string(i / 5) + ',' + pick(states) + ",NAME " + std::to_string(random() % 3) + ',' +
                   (by_consent ? "" : pick(std::array{"Y", "N", "A", "X", "", "?"})) + ",2020-01-0" +
                   std::to_string(1 + random() % 9) + ',' + (by_consent ? "adopted without vote" : "recorded vote") +
                   ",title\n";
        named += std::to_string(i / 4) + ";m" + std::to_string(random() % 6) + ';' + pick(said) + ';' +
                 (random() % 2 == 0 ? "" : "somebody") + '\n';
    }
    auto const plain = [](auto in, auto const& o) { return read_votes(std::move(in), o); };
    auto const by_names = [](auto in, auto const& o) {
        return read_votes(
            std::move(in), o,
            {.separator = ';',
             .headings = {.vote = "said", .call = "call", .voter = "member", .name = "who"},
             .words = {{"FOR", gs::ballot::yes}, {"AGAINST", gs::ballot::no}, {"AWAY", gs::ballot::absent}}});
    };
    for (auto const& found :
         {same(plain, voeten, skipping()), same(plain, library, skipping()), same(by_names, named, skipping())}) {
        CHECK(found.error.empty());
        CHECK(found.report.skipped > 1000);
        CHECK(found.report.rows > 1000);
    }
}

TEST_CASE("ahead: a source that fails on the way fails at the same place") {
    auto const lines = joined(record_lines());
    auto const votes = "rcid,country,country_code,vote\n" + joined(vote_rows());
    auto const check = [](auto read, std::string const& text) {
        for (auto options : {io::read_options(), skipping()})
            for (std::size_t const at : {0U, 700'000U, 1'500'000U}) {
                auto const with = [&](std::size_t threads) {
                    options.threads = threads;
                    try {
                        return read(io::input(std::make_unique<failing_source>(text, at), "rows"), options);
                    } catch (gs::error const& e) {
                        return outcome{{}, {}, e.what()};
                    }
                };
                auto const alone = with(1);
                for (auto const threads : several) CHECK((with(threads) == alone));
            }
    };
    check(read_lines, lines);
    check([](auto in, auto const& o) { return read_votes(std::move(in), o); }, votes);
}

TEST_CASE("ahead: progress rises to the end, and what asks to stop is heard") {
    auto const text = joined(record_lines());
    for (auto const threads : several) {
        io::read_options options;
        options.threads = threads;
        std::vector<std::uint64_t> done;
        options.progress = [&](std::uint64_t bytes, std::optional<std::uint64_t>) { done.push_back(bytes); };
        CHECK(read_lines(io::input::text(text), options).error.empty());
        CHECK(std::is_sorted(done.begin(), done.end()));
        CHECK(done.back() == text.size());
        int asked = 0;
        options.progress = nullptr;
        options.stop = [&] { return ++asked > 1; };
        CHECK(read_lines(io::input::text(text, "rows"), options).error == "reading rows was cancelled");
    }
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/event/read_events.hpp>

#include "data/event/event_rows.hpp"
#include "data/event/ledger_text.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace io = geostance::io;
using namespace std::chrono_literals;
using event_rows::row;
using ledger_text::event_of;
using ledger_text::text_of;

TEST_CASE("ledger_file: its text is a table that other tools read") {
    io::ledger l;
    l.add(event_of("RUS", "USA", 2024y / 3 / 28, "129"));
    l.add(event_of("RUS", "USA", 2024y / 3 / 28, "129"));
    l.add(event_of("RUS", "USA", 2024y / 3 / 1, "129"));
    l.add(event_of("RUS", "", 2024y / 3 / 1, "129"));
    CHECK(text_of(l) == "# geostance ledger 1\n# sides\tcountries\n# period\tmonth\n# weight\treports\n"
                        "# tells_repeats\t1\n# keeps_unknown\t0\n# keeps_internal\t0\n"
                        "# no_source\t0\n# no_target\t1\n# internal\t0\n"
                        "source\ttarget\tperiod\tcode\treports\tweight\tdays\n"
                        "RUS\tUSA\t2024-03\t129\t3\t3\t1,28\n# end\n");
}

TEST_CASE("ledger_file: a text that is no ledger is refused with its place") {
    io::ledger l;
    l.add(event_of("RUS", "USA", 2024y / 3 / 28, "129"));
    auto const good = text_of(l);
    auto const message = [&](std::string_view from, std::string_view to) -> std::string {
        auto text = good;
        text.replace(text.find(from), from.size(), to);
        try {
            (void)io::read_ledger(io::input::text(text));
        } catch (geostance::read_error const& e) {
            return e.what();
        }
        return "nothing was thrown";
    };
    CHECK(message("\t129", "\t129") == "nothing was thrown");
    CHECK(message("ledger 1", "ledger 2").starts_with("text:1: got '# geostance ledger 2'"));
    CHECK(message("period\tmonth", "period\tweek") ==
          "text:3:10: field 'column 2': got 'week', expected one of day, month, year, all");
    CHECK(message("# weight", "# weigth").starts_with("text:4: got '# weigth', expected '# weight' and a value"));
    CHECK(message("repeats\t1", "repeats\t2").starts_with("text:5:"));
    CHECK(message("days\n", "day\n").find("expected a column 'days'") != std::string::npos);
    CHECK(message("2024-03", "2024-13").starts_with("text:12:9: field 'period': got '2024-13'"));
    CHECK(message("2024-03", "2024").starts_with("text:12: got 'ledger_entry.period 2024', expected a month"));
    for (auto const* const days : {"28,", "0", "32", "3,3", "x", "28,,29", "", "3,1"})
        CHECK(message("\t28\n", "\t" + std::string(days) + "\n").starts_with("text:12"));
    CHECK(message("129\t1", "129\t-1").find("field 'reports'") != std::string::npos);
    CHECK(message("# end", "RUS").starts_with("text:13: got 'RUS'"));
    CHECK(message("# end", "# end\n# end").starts_with("text:14: got '# end'"));
    for (std::size_t size = 0; size + 1 < good.size(); ++size)
        CHECK_THROWS_AS((void)io::read_ledger(io::input::text(std::string_view(good).substr(0, size))),
                        geostance::read_error);
}

TEST_CASE("ledger_file: a text that no ledger of its options has is refused") {
    auto const message = [](std::string const& rows, std::string const& keeps = "0", std::string const& left = "0") {
        auto const text = "# geostance ledger 1\n# sides\tcountries\n# period\tmonth\n# weight\treports\n"
                          "# tells_repeats\t1\n# keeps_unknown\t" +
                          keeps + "\n# keeps_internal\t" + keeps + "\n# no_source\t" + left +
                          "\n# no_target\t0\n# internal\t0\nsource\ttarget\tperiod\tcode\treports\tweight\tdays\n" +
                          rows + "\n# end\n";
        try {
            auto const l = io::read_ledger(io::input::text(text));
            CHECK(text_of(l) == text);
            return std::string("none");
        } catch (geostance::read_error const& e) {
            return std::string(e.what());
        }
    };
    std::string const row = "A\tB\t2015-10\t010\t1\t1\t1";
    CHECK(message(row) == "none");
    CHECK(message("\tB\t2015-10\t010\t1\t1\t1\nA\tA\t2015-10\t010\t1\t1\t1", "1") == "none");
    CHECK(message("A\tB\t2015-10\t010\t5\t0\t1") ==
          "text:12: got 'ledger_entry.weight 0', expected the number of reports");
    CHECK(message("A\tA\t2015-10\t010\t5\t5\t1").starts_with("text:12: got 'ledger_entry.target A'"));
    CHECK(message("\tB\t2015-10\t010\t5\t5\t1").starts_with("text:12: got 'ledger_entry.source an empty text'"));
    CHECK(message("A\t\t2015-10\t010\t5\t5\t1").starts_with("text:12: got 'ledger_entry.target an empty text'"));
    for (auto const* const second :
         {"A\tB\t2015-10\t010", "A\tB\t2015-09\t010", "A\tB\t2015-10\t01", "A\tA0\t2016-01\t020", "9\tB\t2016-01\t020"})
        CHECK(message(row + "\n" + second + "\t1\t1\t1").find("expected entries in order of source") !=
              std::string::npos);
    CHECK(message(row + "\nA\tB\t2015-10\t0100\t1\t1\t1\nA\tB\t2015-11\t010\t1\t1\t1") == "none");
    CHECK(message("A\tB\t2015-10\t010\t007\t7\t1") == "text:12:17: field 'reports': got '007', expected 7");
    CHECK(message("A\tB\t2015-10\t010\t7\t07\t1") == "text:12:19: field 'weight': got '07', expected 7");
    CHECK(message("A\tB\t2015-10\t010\t7\t7\t01").find("field 'days'") != std::string::npos);
    CHECK(message(row, "01").starts_with("text:6:"));
    CHECK(message(row, "0", "3") == "none");
    CHECK(message(row, "0", "03").starts_with("text:8:"));
    CHECK(message(row, "1", "3").find("expected 0, as the ledger keeps such events") != std::string::npos);
}

TEST_CASE("ledger_file: whatever a file may hold in a field, its ledger can be written and read") {
    io::ledger l({.sides = io::ledger_sides::actors});
    io::read_events(l, io::input::text(row({.source = "\x01\r \"# end", .target = "\r", .code = "\x7F"})),
                    io::event_format::gdelt_2);
    CHECK(l.reports() == 1);
    CHECK(io::read_ledger(io::input::text(text_of(l))) == l);
}

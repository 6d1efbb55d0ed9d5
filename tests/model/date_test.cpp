// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/date.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <limits>
#include <sstream>
#include <unordered_set>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("date: text shows the precision that is known") {
    CHECK(to_string(gs::date(2024y / 3 / 29)) == "2024-03-29");
    CHECK(to_string(gs::date(2024y / 3)) == "2024-03");
    CHECK(to_string(gs::date(2024y)) == "2024");
    CHECK(to_string(gs::date(std::chrono::year(7))) == "0007");
    CHECK(to_string(gs::date(std::chrono::year(-44))) == "-0044");
    CHECK(to_string(gs::date()) == "unknown");
    CHECK(to_string(gs::date::open()) == "open");
    std::ostringstream out;
    out << gs::date(2024y / 3 / 29);
    CHECK(out.str() == "2024-03-29");
}

TEST_CASE("date: a year is not its first of January") {
    CHECK(gs::date(2024y) != gs::date(2024y / 1 / 1));
    CHECK(gs::date(2024y / 1) != gs::date(2024y));
    CHECK(gs::date(std::chrono::sys_days(2024y / 3 / 29)) == gs::date(2024y / 3 / 29));
    CHECK(gs::date() != gs::date::open());
    CHECK(gs::date(2024y).precision() == gs::precision::year);
    CHECK_FALSE(gs::date().is_known());
    CHECK_FALSE(gs::date::open().is_known());
}

TEST_CASE("date: first and last day bound what is known, leap years included") {
    CHECK(gs::date(2024y / 2).last_day() == std::chrono::sys_days(2024y / 2 / 29));
    CHECK(gs::date(2023y / 2).last_day() == std::chrono::sys_days(2023y / 2 / 28));
    CHECK(gs::date(1900y / 2).last_day() == std::chrono::sys_days(1900y / 2 / 28));
    CHECK(gs::date(2024y).first_day() == std::chrono::sys_days(2024y / 1 / 1));
    CHECK(gs::date(2024y).last_day() == std::chrono::sys_days(2024y / 12 / 31));
    CHECK(gs::date(2024y / 3 / 29).first_day() == gs::date(2024y / 3 / 29).last_day());
}

TEST_CASE("date: a day that the calendar does not have is an error that shows it") {
    CHECK_THROWS_WITH_AS(gs::date(2023y / 2 / 29), "date: got 2023-2-29, expected a day of the Gregorian calendar",
                         gs::invalid_value);
    CHECK_THROWS_AS(gs::date(2023y / 13), gs::invalid_value);
    CHECK_THROWS_AS(gs::date(std::chrono::year(std::numeric_limits<short>::min())), gs::invalid_value);
}

TEST_CASE("date: a day beyond the years that the calendar can name is an error, not some other day") {
    using std::chrono::days;
    using std::chrono::sys_days;
    CHECK_THROWS_WITH_AS(gs::date(sys_days(days(2'147'483'647))),
                         "date: got day 2147483647 after 1970-01-01, expected a day of the years -32767 to 32767",
                         gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::date(sys_days::max())), gs::invalid_value);
    CHECK_THROWS_AS(static_cast<void>(gs::date(sys_days::min())), gs::invalid_value);
    sys_days const last = std::chrono::year::max() / 12 / 31;
    sys_days const first = std::chrono::year::min() / 1 / 1;
    CHECK(gs::date(last).last_day() == last);
    CHECK(gs::date(first).first_day() == first);
    CHECK_THROWS_AS(gs::date(last + days(1)), gs::invalid_value);
    CHECK_THROWS_AS(gs::date(first - days(1)), gs::invalid_value);
}

TEST_CASE("date: today is a day, and neither before this was written nor far from now") {
    auto const now = gs::today();
    CHECK(now.precision() == gs::precision::day);
    CHECK(now.first_day() > std::chrono::sys_days(2024y / 1 / 1));
    CHECK(now.first_day() <= std::chrono::system_clock::now());
}

TEST_CASE("date: the day and its precision make a key") {
    std::unordered_set<gs::date> const known = {2024y, 2024y / 1, 2024y / 1 / 1, gs::date(), gs::date::open()};
    CHECK(known.size() == 5);
    CHECK(known.count(2024y / 1) == 1);
    CHECK(known.count(2024y / 2) == 0);
}

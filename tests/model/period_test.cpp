// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/period.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <limits>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;
using gs::certainty;

TEST_CASE("period: one that ends before it begins, or begins open, is refused and shown") {
    CHECK_THROWS_WITH_AS(validate(gs::period{2024y / 3 / 2, 2024y / 3 / 1}),
                         "period: got 2024-03-02 to 2024-03-01, expected an end that is not before its beginning",
                         gs::invalid_value);
    CHECK_THROWS_AS(validate(gs::period{2024y / 3, 2023y}), gs::invalid_value);
    CHECK_THROWS_WITH_AS(validate(gs::period{gs::date::open(), 2024y}),
                         "period.from: got open, expected a date or unknown; only an end can be open",
                         gs::invalid_value);
    CHECK_NOTHROW(validate(gs::period{2024y / 3, 2024y})); // the year may end after March
    CHECK_NOTHROW(validate(gs::period{2024y, 2024y / 3}));
    CHECK_NOTHROW(validate(gs::since(2024y)));
    CHECK_NOTHROW(validate(gs::until(2024y)));
    CHECK_NOTHROW(validate(gs::period()));
}

TEST_CASE("period: its text names both ends, one day once, and what is open or unknown") {
    CHECK(to_string(gs::since(2022y)) == "2022 to open");
    CHECK(to_string(gs::during(2022y / 5)) == "2022-05");
    CHECK(to_string(gs::until(2022y)) == "unknown to 2022");
    CHECK(to_string(gs::period()) == "unknown");
    std::ostringstream out;
    out << gs::period{2021y, 2022y};
    CHECK(out.str() == "2021 to 2022");
}

TEST_CASE("period: only one of which nothing is known is undated") {
    CHECK(gs::is_undated(gs::period()));
    CHECK_FALSE(gs::is_undated(gs::since(gs::date())));
    CHECK_FALSE(gs::is_undated(gs::until(2022y)));
}

TEST_CASE("period: what held in a year may or may not have held on a day of it, and held in that year") {
    auto const in_2022 = gs::during(2022y);
    CHECK(overlaps(in_2022, gs::during(2022y / 5 / 1)) == certainty::maybe);
    CHECK(overlaps(in_2022, in_2022) == certainty::yes);
    CHECK(overlaps(in_2022, gs::during(2023y)) == certainty::no);
    CHECK(overlaps(gs::since(2022y), gs::during(2024y)) == certainty::yes);
    CHECK(overlaps({2022y, gs::date()}, gs::during(2024y)) == certainty::maybe);
    CHECK(overlaps(gs::period(), gs::during(2024y)) == certainty::maybe);
}

namespace {

// Every answer is tried against all days on which a period can have begun and ended. Time is a window of days around
// the end of January; what is not known, or open, reaches from the window's first to its last day.

using day = std::chrono::sys_days;
constexpr day first_of_window = 2024y / 1 / 29;
constexpr day last_of_window = 2024y / 2 / 4;

struct days {
    day first, last;
};

std::vector<day> possible_begins(gs::date from) {
    std::vector<day> result;
    for (day d = first_of_window; d <= last_of_window; d += std::chrono::days(1))
        if (!from.is_known() || (from.first_day() <= d && d <= from.last_day())) result.push_back(d);
    return result;
}
std::vector<day> possible_ends(gs::date to) {
    if (to.precision() == gs::precision::open) return {last_of_window};
    return possible_begins(to);
}
std::vector<days> possibilities(gs::period p) {
    std::vector<days> result;
    for (auto const begin : possible_begins(p.from))
        for (auto const end : possible_ends(p.to))
            if (begin <= end) result.push_back({begin, end});
    return result;
}

certainty overlaps_by_trial(gs::period p, days asked) {
    std::size_t with = 0, without = 0;
    for (auto const& d : possibilities(p)) ++(d.first <= asked.last && asked.first <= d.last ? with : without);
    return without == 0 ? certainty::yes : with == 0 ? certainty::no : certainty::maybe;
}

/// Every date that begins and ends in the window: each of its days; none of its months and years does.
std::vector<gs::date> dates_of_window() {
    std::vector<gs::date> result;
    for (day d = first_of_window; d <= last_of_window; d += std::chrono::days(1)) result.emplace_back(d);
    return result;
}

bool is_valid(gs::period p) {
    try {
        validate(p);
        return true;
    } catch (gs::invalid_value const&) {
        return false;
    }
}

} // namespace

TEST_CASE("period: overlaps agrees with trying every pair of days on which the period can have begun and ended") {
    auto begins = dates_of_window();
    begins.emplace_back();          // unknown
    begins.emplace_back(2024y / 1); // some day of January: in the window its last three
    begins.emplace_back(2024y / 2);
    begins.emplace_back(2024y);
    auto ends = begins;
    ends.push_back(gs::date::open());
    int tried = 0;
    for (auto const from : begins)
        for (auto const to : ends) {
            gs::period const p{from, to};
            if (!is_valid(p) || possibilities(p).empty()) continue;
            // Days strictly within the window: beyond its edges more can be possible than was tried.
            for (day a = first_of_window + std::chrono::days(1); a < last_of_window; a += std::chrono::days(1))
                for (day b = a; b < last_of_window; b += std::chrono::days(1)) {
                    CAPTURE(to_string(p));
                    CAPTURE(to_string(gs::date(a)));
                    CAPTURE(to_string(gs::date(b)));
                    CHECK(overlaps(p, {a, b}) == overlaps_by_trial(p, {a, b}));
                    ++tried;
                }
        }
    CHECK(tried > 1000);
}

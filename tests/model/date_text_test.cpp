// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/date_text.hpp>

#include <doctest/doctest.h>

#include <chrono>

namespace gs = geostance;
using namespace std::chrono_literals;
using std::chrono::year;

TEST_CASE("date_from_string: reads what to_string writes, whatever the precision") {
    for (int y = -32767; y <= 32767; y += 977) {
        auto const first = gs::date(year(y));
        auto const second = gs::date(year(y) / 12);
        auto const third = gs::date(year(y) / 2 / 28);
        for (auto const d : {first, second, third}) {
            CAPTURE(d);
            REQUIRE(gs::date_from_string(to_string(d)) == d);
        }
    }
    CHECK(gs::date_from_string("open") == gs::date::open());
    CHECK(gs::date_from_string("unknown") == gs::date());
    CHECK(gs::date_from_string("2024-02-29") == gs::date(2024y / 2 / 29));
}

TEST_CASE("date_from_string: nothing for what is no date, or not in the one form") {
    for (auto const* text :
         {"",           "-",          "24",         "202",       "2024-",           "2024-3",      "2024-13",
          "2024-00",    "2024-02-30", "2023-02-29", "2024-02-2", "2024-02-029",     "2024-02-29 ", " 2024",
          "2024/02/29", "20240229",   "02024",      "-0000",     "99999",           "32768",       "-32768",
          "+2024",      "2024-+2",    "2024-02-+1", "Open",      "2024-02-29T00:00"})
        CHECK_MESSAGE(!gs::date_from_string(text), text);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/read_ideal_points.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

// Own rows in the layouts of the data sets; the estimates are made up.
constexpr std::string_view by_session =
    R"("","ccode","session","IdealPointAll","NVotesAll","Q5%All","Q95%All","iso3c","Countryname"
"1",2,77,2.5,80,2.25,2.75,"USA","United States"
"2",365,77,-0.5,81,NA,NA,"RUS","Russia"
"3",2,78,2.75,79,2.5,3,"USA","United States"
"4",20,78,NA,NA,NA,NA,"CAN","Canada"
)";
io::read_result<io::ideal_point_table> read_points(std::string_view text,
                                                   io::read_ideal_points_options const& options = {},
                                                   std::string const& name = "points.csv") {
    return io::read_ideal_points(io::input::text(text, name), options);
}
/// Checks that a reading is refused with an error that says something.
template <class Read>
void check_refused(Read read, std::string_view part) {
    std::string said = "nothing was refused";
    try {
        read();
    } catch (gs::error const& e) {
        said = e.what();
    }
    CAPTURE(said);
    CHECK(said.find(part) != std::string::npos);
}

std::string with_returns(std::string_view text) {
    std::string result;
    for (auto const c : text) result += c == '\n' ? "\r\n" : std::string(1, c);
    return result;
}

} // namespace

TEST_CASE("read_ideal_points: a state and year a row, with votes and percentiles where the file has them") {
    auto const result = read_points(by_session);
    auto const& table = result.value;
    auto const& report = result.report;
    CHECK(report.rows == 4);
    CHECK(report.warnings.reasons.at("no estimate: the row is left out") == 1);
    REQUIRE(table.points.size() == 3);
    CHECK(table.points[0] == io::ideal_point{0, 2022, 2.5, 2.25, 2.75, 80, 2});
    CHECK(table.points[1] == io::ideal_point{1, 2022, -0.5, {}, {}, 81, 3});
    CHECK(table.points[2].year == 2023);
    CHECK(table.states.size() == 2);
    CHECK(table.states[1] == io::listed_state{{"cow", "365"}, "Russia"});
    CHECK(table.coverage == io::year_span{2022, 2023});
    CHECK(io::ideal_point_distance(table, 0, 1, 2022) == 3.0);
    CHECK_FALSE(io::ideal_point_distance(table, 0, 1, 2023)); // not 2.75: Russia has none
    check_refused([&] { static_cast<void>(io::ideal_point_distance(table, 0, 1, 2000)); }, "2022-2023");
}

TEST_CASE("read_ideal_points: columns in any order and further ones, CRLF, a byte order mark, tabs, any name") {
    auto const expected = read_points(by_session).value.points;
    CHECK(read_points(with_returns(by_session)).value.points == expected);
    CHECK(read_points("\xEF\xBB\xBF" + std::string(by_session)).value.points == expected);
    CHECK(read_points(by_session, {}, "data.txt").value.points == expected);
    CHECK(read_points("Countryname,more,IDEALPOINTALL,year,Q95All,Q5All,nvotesall,ccode\n"
                      "United States,x,2.5,2022,2.75,2.25,80,2\nRussia,x,-0.5,2022,,,81.0,365\n"
                      "United States,x,2.75,2023,3,2.5,79,2\n")
              .value.points == expected);
    auto const tabs = read_points("year\tccode\tidealpointall\tidealpointfp\tnvotesfp\n2022\t2\t2.5\t1.5\t40\n",
                                  {.separator = '\t', .point = "IdealPointFP"});
    REQUIRE(tabs.value.points.size() == 1);
    CHECK(tabs.value.points[0] == io::ideal_point{0, 2022, 1.5, {}, {}, 40, 2});
    auto const old = read_points("CountryName,iso3c,idealpoint,year\nUnited States,USA,2.5,2022\nPalau,,1,2022\n");
    CHECK(old.value.states[0].id == gs::code{"iso3166-1-alpha-3", "USA"});
    CHECK(old.value.states[1].id == gs::code{"name", "Palau"});
    CHECK(old.report.warnings.reasons.size() == 1);
}

TEST_CASE("read_ideal_points: what is wrong, by file, line and field") {
    auto const refuse = [](std::string_view text, std::string_view part) {
        check_refused([&] { static_cast<void>(read_points(text)); }, part);
    };
    refuse("ccode,year\n2,2022\n", "IdealPointAll");
    refuse("year,idealpoint\n2022,1\n", "ccode");
    refuse("ccode,idealpoint\n2,1\n", "session");
    refuse("ccode,year,idealpoint\n2,2022,much\n", "points.csv:2");
    refuse("ccode,year,idealpoint\n2,2022,much\n", "idealpoint");
    refuse("ccode,year,idealpoint\n2,2022,1e9\n", "a number from -100 to 100");
    refuse("ccode,year,idealpoint\n02,2022,1\n", "without zeros in front");
    refuse("ccode,session,idealpoint\n2,0,1\n", "session");
    refuse("ccode,year,idealpoint\n2,2022,1\n2,2022,2\n", "one estimate of a state and year");
    check_refused([] { static_cast<void>(read_points(by_session, {.separator = 'x'})); }, "options.separator");
    io::read_ideal_points_options skipping;
    skipping.rows.bad_rows = io::bad_rows::skip_and_report;
    auto const skipped = read_points("ccode,year,idealpoint\n2,2022,much\n2,2022,1\n", skipping);
    CHECK(skipped.report.skipped == 1);
    CHECK(skipped.value.points.size() == 1);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/cameo.hpp>
#include <geostance/data/event/cameo_policy.hpp>

#include "io/data_folder.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace io = geostance::io;

namespace {

/// 64-bit FNV-1a over every field of every row, in order.
std::uint64_t fingerprint() {
    std::uint64_t hash = 14695981039346656037U;
    auto const mix = [&hash](std::string_view text) {
        for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
        hash = (hash ^ 0xFFU) * 1099511628211U;
    };
    auto const tenths = [](double value) { return std::to_string(std::lround(value * 10)); };
    io::for_each_cameo_event([&](io::cameo_event const& e) {
        mix(e.code);
        mix(e.name);
        mix(e.goldstein ? tenths(*e.goldstein) : "none");
        mix(tenths(e.intensity));
        mix(std::to_string(number_of(e.quad)));
        mix(std::to_string(number_of(e.icews_quad)));
        mix(geostance::to_string(e.plover));
        mix(e.plover_mode);
    });
    return hash;
}

std::vector<std::vector<std::string>> read_tabbed(std::string const& path) {
    std::ifstream file(path);
    REQUIRE(file.good());
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(file, line);) {
        rows.emplace_back(1);
        for (char const c : line) {
            if (c == '\t')
                rows.back().emplace_back();
            else if (c != '\r')
                rows.back().back() += c;
        }
    }
    return rows;
}

} // namespace

TEST_CASE("cameo: the table is the one that was checked against its sources") {
    CHECK(io::count_cameo_events() == 312);
    CHECK(fingerprint() == 16631079550858226944U);
}

TEST_CASE("cameo: codes are sorted, so that look-up finds each, and names are unique") {
    std::string_view before;
    std::set<std::string_view> names;
    io::for_each_cameo_event([&](io::cameo_event const& e) {
        CHECK(before < e.code);
        before = e.code;
        CHECK(names.insert(e.name).second);
        auto const found = io::find_cameo(e.code);
        REQUIRE(found);
        CHECK(found->name == e.name);
    });
}

TEST_CASE("cameo: codes are text: 010 makes a statement, 10 demands, and what is no code has no value") {
    CHECK(io::find_cameo("010")->goldstein == 0.0);
    CHECK(io::find_cameo("10")->goldstein == -5.0);
    for (auto const* unknown : {"", "0", "1", "21", "13y", "---", "0100", "016 ", "999999999999"}) {
        CAPTURE(unknown);
        CHECK_FALSE(io::find_cameo(unknown));
        CHECK_FALSE(io::goldstein_of_gdelt().value(unknown));
        CHECK_FALSE(io::intensity_of_icews().value(unknown));
        CHECK_FALSE(io::score_of_plover().value(unknown));
    }
    static_assert(io::cameo_root("1123") == "11");
}

TEST_CASE("cameo: GDELT and ICEWS differ in four values and one missing code, PLOVER in the sign of a demand") {
    std::vector<std::string> different;
    io::for_each_cameo_event([&](io::cameo_event const& e) {
        if (e.goldstein != e.intensity) different.emplace_back(e.code);
    });
    CHECK(different == std::vector<std::string>{"016", "022", "1213", "164", "165"});
    CHECK(io::goldstein_of_gdelt().value("016") == -0.2);
    CHECK(io::intensity_of_icews().value("016") == -0.5);
    CHECK_FALSE(io::score_of_plover().value("016"));
    CHECK(io::goldstein_of_gdelt().value("101") == -0.5);
    CHECK(io::score_of_plover().value("101") == 0.05);
    CHECK_FALSE(io::goldstein_of_gdelt().value("1213"));
    CHECK(io::intensity_of_icews().value("1213") == -0.4);
}

TEST_CASE("cameo: ACCUSE has a score in each mode and none of its own") {
    CHECK(io::plover_score(io::plover_type::accuse, "allege") == -3.5);
    CHECK(io::plover_score(io::plover_type::accuse, "disapprove") == -2.0);
    CHECK_FALSE(io::plover_score(io::plover_type::accuse));
    CHECK_FALSE(io::score_of_plover().value("09"));
}

// awk -F'\t' 'NR>1' goldstein-gdelt.tsv | wc -l   311;   awk -F'\t' 'NR>1' cameo-join.tsv | wc -l   312
TEST_CASE("cameo: the table says what GDELT's lookup and the ICEWS and PLOVER tables say") {
    auto const data = data_folder();
    if (!data) return;
    auto const lookup = read_tabbed(*data + "/cameo/goldstein-gdelt.tsv");
    CHECK(lookup.size() == 1 + 311);
    for (std::size_t i = 1; i < lookup.size(); ++i) {
        auto const e = io::find_cameo(lookup[i].at(0));
        REQUIRE(e);
        CHECK(e->goldstein == std::stod(lookup[i].at(1)));
    }
    auto const joined = read_tabbed(*data + "/cameo/cameo-join.tsv");
    CHECK(joined.size() == 1 + io::count_cameo_events());
    for (std::size_t i = 1; i < joined.size(); ++i) {
        auto const& row = joined[i];
        auto const e = io::find_cameo(row.at(0));
        REQUIRE(e);
        CAPTURE(e->code);
        CHECK(io::cameo_root(e->code) == row.at(1));
        CHECK(e->goldstein.has_value() == !row.at(3).empty());
        CHECK(e->intensity == std::stod(row.at(4)));
        CHECK(std::to_string(number_of(e->quad)) == row.at(6));
        CHECK(std::to_string(number_of(e->icews_quad)) == row.at(7));
        CHECK((e->plover == io::plover_type::none ? "" : geostance::to_string(e->plover)) == row.at(8));
        // The mapping gives 175 a context where its mode should stand.
        CHECK(e->plover_mode == (e->code == "175" ? "" : row.at(9)));
    }
}

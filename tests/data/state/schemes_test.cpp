// SPDX-License-Identifier: BSL-1.0
// What the schemes are called, and what the codes of one state are in each of them.
#include <geostance/data/state/crosswalk.hpp>
#include <geostance/data/state/schemes.hpp>

#include <doctest/doctest.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;
namespace scheme = geostance::io::scheme;

namespace {

constexpr std::array all{scheme::cow,
                         scheme::cow_abbreviation,
                         scheme::gleditsch_ward,
                         scheme::iso_alpha_2,
                         scheme::iso_alpha_3,
                         scheme::fips,
                         scheme::m49,
                         scheme::cameo,
                         scheme::plover};

/// A state's codes in the schemes of states, all but PLOVER's.
struct known_state {
    char const* name;
    std::array<char const*, 8> codes;
};

} // namespace

TEST_CASE("schemes: no two have one name, and none has a sign that keys and files use otherwise") {
    CHECK(std::set<std::string_view>(all.begin(), all.end()).size() == all.size());
    for (auto const name : all) {
        CHECK_FALSE(name.empty());
        CHECK(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos);
    }
}

TEST_CASE("schemes: their names are part of files that were written, and stay what they are") {
    CHECK(gs::to_string(gs::code{std::string(scheme::cow), "365"}) == "cow:365");
    CHECK(scheme::iso_alpha_2 == "iso3166-1-alpha-2");
    CHECK(scheme::iso_alpha_3 == "iso3166-1-alpha-3");
    CHECK(scheme::fips == "fips10-4");
    CHECK(scheme::cow_abbreviation == "cow-abbreviation");
    CHECK(scheme::gleditsch_ward == "gleditsch-ward");
    CHECK(scheme::m49 == "m49");
    CHECK(scheme::cameo == "cameo");
    CHECK(scheme::plover == "plover");
}

TEST_CASE("schemes: states whose codes differ from register to register") {
    auto const when = gs::date(std::chrono::year(2010));
    // As the registers list them; Switzerland is SZ to FIPS, to which CH is China, and SWZ to the Correlates of War.
    for (auto const& state : {known_state{"Germany", {"255", "GMY", "260", "DE", "DEU", "GM", "276", "DEU"}},
                              known_state{"Switzerland", {"225", "SWZ", "225", "CH", "CHE", "SZ", "756", "CHE"}},
                              known_state{"China", {"710", "CHN", "710", "CN", "CHN", "CH", "156", "CHN"}},
                              known_state{"Australia", {"900", "AUL", "900", "AU", "AUS", "AS", "036", "AUS"}},
                              known_state{"Austria", {"305", "AUS", "305", "AT", "AUT", "AU", "040", "AUT"}}}) {
        for (std::size_t i = 0; i < state.codes.size(); ++i) {
            gs::code const one{std::string(all[i]), state.codes[i]};
            INFO(state.name, " ", gs::to_string(one));
            auto const found = io::crosswalk::find(one, when);
            REQUIRE(found);
            CHECK(found.match->name_on(when) == state.name);
            CHECK(io::crosswalk::code_of(*found.match, all[i], when).match == one);
        }
    }
}

TEST_CASE("schemes: a scheme that is none of states, or that nobody knows, finds no state") {
    CHECK(io::crosswalk::find({std::string(scheme::plover), "ACCUSE"}).status == io::crosswalk_status::unknown_scheme);
    CHECK(io::crosswalk::find({"iso", "DE"}).status == io::crosswalk_status::unknown_scheme);
}

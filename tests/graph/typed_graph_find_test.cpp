// SPDX-License-Identifier: BSL-1.0
// Names as people type them.
#include "graph/towns.hpp"

#include <geostance/graph/typed_graph.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>

namespace gs = geostance;

TEST_CASE("find: a name is found apart from case and marks if only one node is left") {
    towns g;
    auto const china = g.add(town{.key = "CHN", .name = "China", .aliases = {"PRC"}});
    auto const vucic = g.add(town{.key = "v", .name = "Vu\xC4\x8Di\xC4\x87"});
    auto const ivory = g.add(town{.key = "ci", .name = "C\xC3\xB4te d\xE2\x80\x99Ivoire"});
    CHECK(g.find<town>("china") == china);
    CHECK(g.find<town>("chn") == china);
    CHECK(g.find<town>("prc") == china);
    CHECK(g.find<town>("VUCIC") == vucic);
    CHECK(g.find<town>("Vuc\xCC\x8Cic\xCC\x81") == vucic);
    CHECK(g.find<town>("C\xC3\x94TE D'IVOIRE") == ivory);
    CHECK(g.at<town>("COTE D'IVOIRE") == ivory);
    CHECK(g.find<town>("chin") == std::nullopt);
    CHECK(g.find<town>("\xCC\x81") == std::nullopt);
    CHECK(g.find<district>("china") == std::nullopt);
}

TEST_CASE("find: exact names come first, and several that are left are an error that lists them") {
    towns g;
    auto const upper = g.add(town{.key = "1", .name = "SPA"});
    auto const lower = g.add(town{.key = "2", .name = "spa"});
    auto const mixed = g.add(town{.key = "3", .name = "Sp\xC3\xA1", .aliases = {"spA", "SPa"}});
    CHECK(g.find<town>("SPA") == upper);
    CHECK(g.find<town>("spa") == lower);
    CHECK(g.find<town>("SPa") == mixed);
    try {
        static_cast<void>(g.find<town>("Spa"));
        FAIL("found");
    } catch (gs::ambiguous_name const& e) {
        CHECK(std::string(e.what()) == "'Spa' is ambiguous; it names: 1, 2, 3");
    }
    g.set(upper, town{.key = "1"});
    g.set(lower, town{.key = "2"});
    CHECK(g.find<town>("Spa") == mixed);
    auto const keyed = g.add(town{.key = "Spa"});
    CHECK(g.find<town>("Spa") == keyed);
    CHECK_THROWS_AS(static_cast<void>(g.find<town>("sPa")), gs::ambiguous_name);
}

TEST_CASE("find: several names of one node that differ in case alone are that node") {
    towns g;
    auto const a = g.add(town{.key = "upland", .name = "Upland", .aliases = {"UPLAND", "uPLAND"}});
    CHECK(g.find<town>("upLAND") == a);
    g.set(a, town{.key = "upland", .name = "Other"});
    CHECK(g.find<town>("UPLAND") == a);
    CHECK(g.find<town>("OTHER") == a);
}

TEST_CASE("find: letter by letter where asked to") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha"});
    CHECK(g.find<town>("Alpha", gs::spelling::exact) == a);
    CHECK(g.find<town>("alpha", gs::spelling::exact) == std::nullopt);
    CHECK_THROWS_AS(static_cast<void>(g.at<town>("alpha", gs::spelling::exact)), gs::unknown_name);
    CHECK_FALSE(g.find_key("A"));
}

TEST_CASE("find: an unknown name that another type bears in other letters is an error that says so") {
    towns g;
    g.add(district{.key = "Old Town"});
    try {
        static_cast<void>(g.at<town>("old town"));
        FAIL("found");
    } catch (gs::unknown_name const& e) {
        CHECK(e.other_types() == std::vector<std::string>{"district"});
    }
}

TEST_CASE("find: 20,000 names that differ in case alone are found each, and together a dozen are listed") {
    towns g;
    constexpr std::size_t many = 20'000;
    auto const name = [](std::size_t i) { // fifteen letters, capitals where i has a bit
        std::string result;
        for (unsigned bit = 0; bit < 15; ++bit) result += (i >> bit & 1U) != 0 ? 'A' : 'a';
        return result;
    };
    for (std::size_t i = 0; i < many; ++i) g.add(town{.key = std::to_string(i), .name = name(i)});
    for (std::size_t i = 0; i < many; i += 7) CHECK(g.at<town>(name(i)).index() == i);
    try {
        static_cast<void>(g.find<town>(name(many)));
        FAIL("found");
    } catch (gs::ambiguous_name const& e) {
        CHECK(e.count() == many - 1); // at least: one of them is found letter by letter
        CHECK(e.candidates().size() == 12);
    }
}

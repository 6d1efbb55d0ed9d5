// SPDX-License-Identifier: BSL-1.0
#include "graph/towns.hpp"

#include <geostance/graph/typed_graph.hpp>

#include <doctest/doctest.h>

#include <compare>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gs = geostance;

TEST_CASE("set: a node is found by its new names and codes at once, and no longer by the old ones") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Uplnad", .aliases = {"U"}, .codes = {{"post", "1"}}});
    auto const b = g.add(town{.key = "b", .name = "U"});
    auto const r = g.relate(a, b, road{});
    g.set(a, town{.key = "a", .name = "Upland", .aliases = {"the Highlands", "Upland"}, .codes = {{"post", "2"}}});
    CHECK(g[a].name == "Upland");
    CHECK(g.at<town>("Upland") == a);
    CHECK(g.at<town>("the Highlands") == a);
    CHECK(g.at<town>("U") == b);
    CHECK(g.at<town>("a") == a);
    CHECK(g.find<town>("Uplnad") == std::nullopt);
    CHECK(g.at<town>(gs::code{"post", "2"}) == a);
    CHECK(g.find<town>(gs::code{"post", "1"}) == std::nullopt);
    CHECK(g.source(r) == a);
    CHECK(*gs::nodes_of<town>(g).begin() == a);
}

TEST_CASE("set: a key cannot change, and a payload that is refused changes nothing") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha"});
    CHECK(message_of<gs::invalid_value>([&] { g.set(a, town{.key = "b"}); }) ==
          "town.key: got 'b', expected 'a', as the key of a node cannot change");
    CHECK(message_of<gs::invalid_value>([&] { g.set(a, town{.key = "a", .name = "Beta", .aliases = {""}}); }) ==
          "town.aliases: got '', expected a name that is not empty");
    CHECK(g[a].name == "Alpha");
    CHECK(g.at<town>("Alpha") == a);
    CHECK_FALSE(g.find<town>("Beta"));
    CHECK_THROWS_AS(g.set(gs::node<town>(), town{.key = "a"}), gs::invalid_handle);
    CHECK_THROWS_AS(g.set(gs::relation<road>(), road{}), gs::invalid_handle);
    CHECK_THROWS_AS(g.annotate(gs::any_relation(), 1), gs::invalid_handle);
}

TEST_CASE("set: another payload or annotation of a relation leaves all others alone") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const first = g.relate(a, a, road{.length = 1}, 5);
    auto const second = g.relate(a, a, road{.length = 2}, 5);
    auto const third = g.relate(a, a, road{.length = 3}, 5);
    g.set(second, road{.length = 9});
    g.annotate(second, 6);
    auto const fourth = g.relate(a, a, road{}, 6);
    g.annotate(second, 7);
    CHECK(g[first].length == 1);
    CHECK(g[second].length == 9);
    CHECK(g.annotation(first) == 5);
    CHECK(g.annotation(second) == 7);
    CHECK(g.annotation(third) == 5);
    CHECK(g.annotation(fourth) == 6);
}

TEST_CASE(
    "names: a name that 20,000 nodes bear costs each of them no more, and the error lists a dozen and the count") {
    towns g;
    constexpr std::size_t many = 20'000;
    for (std::size_t i = 0; i < many; ++i)
        g.add(town{.key = std::to_string(i), .name = "Same", .codes = {{"post", "1"}}});
    for (int again = 0; again < 2'000; ++again)
        CHECK_THROWS_AS(static_cast<void>(g.find<town>("Same")), gs::ambiguous_name);
    try {
        static_cast<void>(g.find<town>("Same"));
    } catch (gs::ambiguous_name const& e) {
        CHECK(e.candidates().size() == 12);
        CHECK(e.count() == many);
        CHECK(std::string(e.what()).find("'Same' is ambiguous; it names: 19988, 19989, ") == 0);
        CHECK(std::string(e.what()).find("19999 and 19988 more") != std::string::npos);
    }
    CHECK_THROWS_AS(static_cast<void>(g.find<town>(gs::code{"post", "1"})), gs::ambiguous_name);
    auto const last = g.at<town>("19999");
    g.set(last, town{.key = "19999", .name = "Other"});
    CHECK(g.at<town>("Other") == last);
    for (std::size_t i = many - 2; i > 0; --i) {
        auto const key = std::to_string(i);
        g.set(g.at<town>(key), town{.key = key});
    }
    CHECK(g[g.at<town>("Same")].key == "0");
    g.set(g.at<town>("0"), town{.key = "0"});
    CHECK_FALSE(g.find<town>("Same"));
}

namespace {

/// A text that counts how often it is read.
struct counted_text {
    std::string text{};
    static inline std::size_t reads = 0;
    operator std::string_view() const noexcept {
        ++reads;
        return text;
    }
    [[maybe_unused]] friend auto operator<=>(counted_text const&, counted_text const&) = default;
};
struct place {
    std::string key{};
    std::vector<counted_text> aliases{};
    [[maybe_unused]] friend bool operator==(place const&, place const&) = default;
};
using map_of_places = gs::typed_graph<gs::schema<gs::nodes<place>, gs::relations<>, int>>;

/// How many aliases are read to mend a node that has n of them.
std::size_t reads_to_mend(std::size_t n) {
    map_of_places g;
    place p{.key = "a"};
    for (std::size_t i = 0; i < n; ++i) p.aliases.push_back({"name " + std::to_string(i)});
    auto const a = g.add(p);
    p.aliases.push_back({"one more"});
    counted_text::reads = 0;
    g.set(a, p);
    auto const result = counted_text::reads;
    CHECK(g.at<place>("one more") == a);
    CHECK(g.at<place>("name " + std::to_string(n - 1)) == a);
    return result;
}

} // namespace

TEST_CASE("set: takes time linear in the number of a node's names") {
    CHECK(reads_to_mend(800) < 5 * reads_to_mend(200));
}

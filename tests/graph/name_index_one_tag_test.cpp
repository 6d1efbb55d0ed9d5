// SPDX-License-Identifier: BSL-1.0
// Names and codes whose hashes have one tag in the index are told apart, whoever bears several of them: against a
// search of all nodes, while nodes are added, changed, rolled back and laid over each other.
#include "graph/towns.hpp"
#include "repetitions.hpp"

#include <geostance/error.hpp>
#include <geostance/graph/detail/name_index.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/overlay.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <unordered_map>
#include <vector>

namespace gs = geostance;

namespace {

/// Some groups of texts with one tag each.
template <class HashOf>
std::vector<std::string> texts_of_one_tag(HashOf hash_of) {
    std::unordered_map<std::uint32_t, std::string> first;
    std::vector<std::string> result;
    for (int i = 0; result.size() < 6; ++i) {
        auto const text = 'n' + std::to_string(i);
        auto const [at, is_new] = first.try_emplace(gs::detail::name_index::tag_of(hash_of(text)), text);
        if (is_new) continue;
        result.push_back(at->second);
        result.push_back(text);
    }
    return result;
}

gs::code coded(std::string const& value) { return {"s", value}; }

std::vector<std::string> const& names() {
    static auto const result = texts_of_one_tag([](std::string const& text) { return gs::detail::hash_of(text); });
    return result;
}
std::vector<std::string> const& codes() {
    static auto const result =
        texts_of_one_tag([](std::string const& text) { return gs::detail::hash_of(coded(text)); });
    return result;
}

/// Half of them in capitals, so that they are found apart from case.
std::string written(std::string name, bool in_capitals) {
    if (in_capitals) name[0] = 'N';
    return name;
}

town random_town(std::mt19937& random, std::string key) {
    town result{.key = std::move(key)};
    for (auto const& name : names())
        if (random() % 3 == 0) result.aliases.push_back(written(name, random() % 2 == 0));
    for (auto const& value : codes())
        if (random() % 3 == 0) result.codes.push_back(coded(value));
    std::shuffle(result.aliases.begin(), result.aliases.end(), random);
    std::shuffle(result.codes.begin(), result.codes.end(), random);
    if (!result.aliases.empty() && random() % 4 == 0) result.aliases.push_back(result.aliases.front());
    return result;
}

/// What a search finds: the number of bearers, and the one if there is one.
struct found {
    std::size_t count = 0;
    std::optional<std::size_t> one{};
    friend bool operator==(found const&, found const&) = default;
};
std::ostream& operator<<(std::ostream& out, found const& f) { return out << f.count << ' ' << (f.one ? *f.one : 999); }

template <class... Name>
found by_index(towns const& g, Name const&... name) {
    try {
        auto const n = g.find<town>(name...);
        return n ? found{1, n->index()} : found{};
    } catch (gs::ambiguous_name const& e) {
        return {e.count(), {}};
    }
}
template <class Bears>
found by_search(towns const& g, Bears bears) {
    found result;
    for (auto const n : gs::nodes_of<town>(g))
        if (bears(g[n])) result = {result.count + 1, n.index()};
    if (result.count > 1) result.one.reset();
    return result;
}

void compare(towns const& g) {
    for (auto const& name : names()) {
        for (bool const in_capitals : {false, true}) {
            auto const wanted = written(name, in_capitals);
            auto const exactly = by_search(g, [&](town const& t) {
                return std::find(t.aliases.begin(), t.aliases.end(), wanted) != t.aliases.end();
            });
            CHECK(by_index(g, std::string_view(wanted), gs::spelling::exact) == exactly);
            if (exactly.count > 0) continue;
            auto const other = written(name, !in_capitals);
            CHECK(by_index(g, std::string_view(wanted)) == by_search(g, [&](town const& t) {
                      return std::find(t.aliases.begin(), t.aliases.end(), other) != t.aliases.end();
                  }));
        }
    }
    for (auto const& value : codes())
        CHECK(by_index(g, coded(value)) == by_search(g, [&](town const& t) {
                  return std::find(t.codes.begin(), t.codes.end(), coded(value)) != t.codes.end();
              }));
}

} // namespace

TEST_CASE("names of one tag: two of one node, one of which another node bears") {
    towns g;
    auto const both = g.add(town{.key = "a", .aliases = {names()[0], names()[1]}});
    g.add(town{.key = "b", .aliases = {names()[0]}});
    CHECK_THROWS_AS(static_cast<void>(g.find<town>(names()[0])), gs::ambiguous_name);
    CHECK(g.find<town>(names()[1]) == both);
    gs::overlay<country> over(g);
    over.add(town{.key = "c", .aliases = {names()[1], names()[0]}});
    CHECK_THROWS_AS(static_cast<void>(over.find<town>(names()[1])), gs::ambiguous_name);
    compare(over);
}

TEST_CASE("names of one tag: random towns are found as a search of all finds them") {
    std::mt19937 random(3);
    for (auto repetitions = gs::testing::repetitions(300); repetitions > 0; --repetitions) {
        towns g;
        for (std::size_t i = 0; i < 4; ++i) g.add(random_town(random, std::to_string(i)));
        compare(g);
        auto const mark = g.mark();
        for (std::size_t i = 4; i < 6; ++i) g.add(random_town(random, std::to_string(i)));
        for (auto const n : {g.at<town>("1"), g.at<town>("4")}) g.set(n, random_town(random, g[n].key));
        compare(g);
        if (random() % 2 == 0) g.roll_back(mark);
        compare(g);
        gs::overlay<country> over(g);
        for (std::size_t i = 6; i < 8; ++i) over.add(random_town(random, std::to_string(i)));
        compare(over);
    }
}

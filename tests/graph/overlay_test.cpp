// SPDX-License-Identifier: BSL-1.0
#include "graph/towns.hpp"
#include "repetitions.hpp"

#include <geostance/error.hpp>
#include <geostance/graph/extract.hpp>
#include <geostance/graph/merge.hpp>
#include <geostance/graph/overlay.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/graph/view.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <random>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

using layer = gs::overlay<country>;

/// A relation, apart from its handle.
struct row {
    std::size_t from, to;
    int type; ///< 0 road, 1 rail, 2 lies_in
    double length;
    int note;
    bool supposed;
    friend bool operator==(row const&, row const&) = default;
};

int type_of(road const&) { return 0; }
int type_of(rail const&) { return 1; }
int type_of(lies_in const&) { return 2; }
double length_of(road const& r) { return r.length; }
template <class R>
double length_of(R const&) {
    return 0;
}

row row_of(towns const& g, gs::any_relation r) {
    return g.visit(r, [&](auto const& payload) {
        return row{g.source(r).index(), g.target(r).index(), type_of(payload),
                   length_of(payload),  g.annotation(r),     gs::is_supposed(g, r)};
    });
}

template <class Range>
std::vector<row> rows(towns const& g, Range const& range) {
    std::vector<row> result;
    for (auto const r : range) result.push_back(row_of(g, gs::any_relation(r)));
    CHECK(range.size() == result.size());
    CHECK(range.empty() == result.empty());
    for (std::size_t i = 0; i < result.size(); ++i)
        CHECK(row_of(g, gs::any_relation(range.begin()[static_cast<std::ptrdiff_t>(i)])) == result[i]);
    return result;
}

template <class Test>
std::vector<row> those(std::vector<row> const& all, Test test) {
    std::vector<row> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result), test);
    return result;
}

/// The edges at a vertex come by type.
std::vector<row> by_type(std::vector<row> all) {
    std::stable_sort(all.begin(), all.end(), [](row const& a, row const& b) { return a.type < b.type; });
    return all;
}

/// A graph in all its views against the list of what it should have.
void check(towns const& g, std::vector<row> const& wanted) {
    REQUIRE(g.num_relations() == wanted.size());
    REQUIRE(num_edges(g) == wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(row_of(g, g.relation_at(i)) == wanted[i]);
    std::size_t place = 0;
    for (auto [e, last] = edges(g); e != last; ++e, ++place) {
        CHECK((*e).index == place);
        CHECK(row_of(g, g.relation_at((*e).index)) == wanted[place]);
    }
    CHECK(rows(g, gs::relations_of<road>(g)) == those(wanted, [](row const& r) { return r.type == 0; }));
    CHECK(rows(g, gs::relations_of<rail>(g)) == those(wanted, [](row const& r) { return r.type == 1; }));
    CHECK(rows(g, gs::relations_of<lies_in>(g)) == those(wanted, [](row const& r) { return r.type == 2; }));
    auto const roads_only = gs::only<road>(g);
    std::size_t roads = 0;
    for (auto [e, last] = edges(roads_only); e != last; ++e) ++roads;
    CHECK(roads == gs::relations_of<road>(g).size());
    for (std::size_t v = 0; v < g.num_nodes(); ++v) {
        auto const n = g.node_at(v);
        auto const leaving = [v](int type) { return [=](row const& r) { return r.from == v && r.type == type; }; };
        auto const entering = [v](int type) { return [=](row const& r) { return r.to == v && r.type == type; }; };
        CHECK(rows(g, gs::out<road>(g, n)) == those(wanted, leaving(0)));
        CHECK(rows(g, gs::in<road>(g, n)) == those(wanted, entering(0)));
        CHECK(rows(g, gs::out<rail>(g, n)) == those(wanted, leaving(1)));
        CHECK(rows(g, gs::in<lies_in>(g, n)) == those(wanted, entering(2)));
        std::vector<row> out;
        for (auto [e, last] = out_edges(v, g); e != last; ++e) out.push_back(row_of(g, g.relation_at((*e).index)));
        CHECK(out == by_type(those(wanted, [v](row const& r) { return r.from == v; })));
        CHECK(out_degree(v, g) == out.size());
        CHECK(in_degree(v, g) == those(wanted, [v](row const& r) { return r.to == v; }).size());
        for (std::size_t u = 0; u < g.num_nodes(); ++u) {
            std::vector<row> between;
            g.for_each_between(n, g.node_at(u), [&](gs::any_relation r) { between.push_back(row_of(g, r)); });
            CHECK(between == those(wanted, [&](row const& r) { return r.from == v && r.to == u; }));
            auto const [e, found] = edge(v, u, g);
            REQUIRE(found == !between.empty());
            if (found) CHECK(row_of(g, g.relation_at(e.index)) == between.back());
        }
    }
}

/// A random change of a graph and of the list of what it has; `layer` is null for a graph that lies over none.
void change(towns& g, layer* over, std::vector<row>& all, std::mt19937& random) {
    auto const below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    auto const any_town = [&] { return *g.as<town>(g.node_at(below(4))); };
    auto const from = any_town();
    auto const to = any_town();
    auto const note = static_cast<int>(below(3));
    auto const length = static_cast<double>(below(5));
    bool const is_layer = over != nullptr;
    switch (below(is_layer ? 8 : 3)) {
    case 0:
        g.relate(from, to, road{length}, note);
        return all.push_back({from.index(), to.index(), 0, length, note, is_layer});
    case 1: g.relate(from, to, rail{}, note); return all.push_back({from.index(), to.index(), 1, 0, note, is_layer});
    case 2:
        g.relate(from, *g.as<district>(g.node_at(4)), lies_in{}, note);
        return all.push_back({from.index(), 4, 2, 0, note, is_layer});
    case 3:
        over->relate_instead(from, to, road{length}, note);
        std::erase_if(all, [&](row const& r) { return r.type == 0 && r.from == from.index() && r.to == to.index(); });
        return all.push_back({from.index(), to.index(), 0, length, note, true});
    default: break;
    }
    if (all.empty()) return;
    auto const place = below(all.size());
    auto const r = g.relation_at(place);
    switch (below(4)) {
    case 0:
        if (auto const found = g.as<road>(r)) {
            g.set(*found, road{length + 10});
            all[place].length = length + 10;
            all[place].supposed = true;
        }
        break;
    case 1:
        g.annotate(r, note + 10);
        all[place].note = note + 10;
        all[place].supposed = true;
        break;
    case 2: {
        over->take_away(std::vector{r});
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
        CHECK_FALSE(g.owns(r));
        CHECK_THROWS_AS(static_cast<void>(g.source(r)), gs::invalid_handle);
        break;
    }
    default: over->take_away(r); all.erase(all.begin() + static_cast<std::ptrdiff_t>(place));
    }
}

} // namespace

TEST_CASE("overlay: a stack of random overlays has what a list of the same changes has, and changes nothing below") {
    for (unsigned seed = 1; seed <= gs::testing::repetitions(60); ++seed) {
        CAPTURE(seed);
        std::mt19937 random(seed);
        towns base;
        for (char const* key : {"a", "b", "c", "d"}) base.add(town{.key = key});
        base.add(district{.key = "e"});
        std::vector<std::vector<row>> lists(1);
        for (auto n = random() % 20; n > 0; --n) change(base, nullptr, lists[0], random);
        std::vector<std::unique_ptr<layer>> layers;
        for (int depth = 0; depth < 3; ++depth) {
            towns const& below = layers.empty() ? base : *layers.back();
            layers.push_back(std::make_unique<layer>(below));
            lists.push_back(lists.back());
            for (auto n = random() % 12; n > 0; --n) change(*layers.back(), layers.back().get(), lists.back(), random);
        }
        check(base, lists[0]);
        for (std::size_t i = 0; i < layers.size(); ++i) check(*layers[i], lists[i + 1]);
    }
}

TEST_CASE("overlay: nodes are found by the names that they have below and here, and keys are unique among both") {
    towns g;
    auto const a = g.add(town{.key = "a", .name = "Alpha", .codes = {{"post", "1"}}});
    layer over(g);
    auto const b = over.add(town{.key = "b", .name = "Beta", .aliases = {"Alpha"}, .codes = {{"post", "2"}}});
    CHECK(over.num_nodes() == 2);
    CHECK(gs::nodes_of<town>(over).size() == 2);
    CHECK(gs::nodes_of<town>(over).begin()[0] == a);
    CHECK(gs::nodes_of<town>(over).begin()[1] == b);
    CHECK(over.at<town>("BETA") == b);
    CHECK(over.at<town>("a") == a);
    CHECK(over.at<town>(gs::code{"post", "1"}) == a);
    CHECK(over.at<town>(gs::code{"post", "2"}) == b);
    CHECK(over.find_key("a") == gs::any_node(a));
    CHECK_THROWS_AS(static_cast<void>(over.at<town>("Alpha")), gs::ambiguous_name);
    CHECK_THROWS_WITH_AS(static_cast<void>(over.at<town>("Betta")), doctest::Contains("Beta"), gs::unknown_name);
    CHECK_THROWS_WITH_AS(static_cast<void>(over.at<town>("Alpa")), doctest::Contains("Alpha"), gs::unknown_name);
    CHECK_THROWS_AS(over.add(town{.key = "a"}), gs::duplicate_key);
    CHECK(gs::is_supposed(over, b));
    CHECK_FALSE(gs::is_supposed(over, a));
    CHECK(g.num_nodes() == 1);
    CHECK_FALSE(g.owns(b));
    CHECK_FALSE(g.find<town>("b"));
    over.relate(a, b, road{});
    CHECK(gs::in<road>(over, b).size() == 1);
}

TEST_CASE("overlay: handles of the graph below are its own, and those that it issues are nobody else's") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const r = g.relate(a, a, road{});
    layer first(g), second(g);
    CHECK(first.owns(r));
    auto const added = first.relate(a, a, road{2});
    second.relate(a, a, road{3});
    CHECK_FALSE(g.owns(added));
    CHECK_FALSE(second.owns(added));
    layer deeper(static_cast<towns const&>(first));
    CHECK(deeper.owns(added));
    CHECK(deeper[added].length == 2);
}

TEST_CASE("overlay: once the graph below has changed, every use is an error") {
    auto const is_refused = [](auto change) {
        towns g;
        auto const a = g.add(town{.key = "a"});
        auto const r = g.relate(a, a, road{});
        layer over(g);
        layer deeper(static_cast<towns const&>(over));
        CHECK(deeper.owns(r));
        change(g, a, r);
        CHECK_FALSE(over.owns(a));
        CHECK_THROWS_WITH_AS(static_cast<void>(over[r]), doctest::Contains("has changed since"), gs::invalid_handle);
        CHECK_THROWS_AS(static_cast<void>(gs::nodes_of<town>(over)), gs::invalid_handle);
        CHECK_THROWS_AS(deeper.relate(a, a, road{}), gs::invalid_handle);
        CHECK_THROWS_AS(layer{static_cast<towns const&>(over)}, gs::invalid_handle);
        for (auto const* key : {"a", "b"}) {
            CHECK_THROWS_AS(static_cast<void>(over.find_key(key)), gs::invalid_handle);
            CHECK_THROWS_AS(static_cast<void>(over.find<town>(key)), gs::invalid_handle);
            CHECK_THROWS_AS(static_cast<void>(over.at<town>(key)), gs::invalid_handle);
            CHECK_THROWS_AS(static_cast<void>(deeper.at<town>(gs::code{"post", key})), gs::invalid_handle);
            CHECK_THROWS_AS(over.add(town{.key = key}), gs::invalid_handle);
        }
        CHECK_THROWS_AS(static_cast<void>(edges(over)), gs::invalid_handle);
        CHECK_THROWS_AS(static_cast<void>(out_edges(0, over)), gs::invalid_handle);
        CHECK_THROWS_AS(static_cast<void>(in_edges(0, deeper)), gs::invalid_handle);
        CHECK_THROWS_AS(static_cast<void>(adjacent_vertices(0, over)), gs::invalid_handle);
        CHECK_THROWS_AS(static_cast<void>(edge(0, 0, over)), gs::invalid_handle);
        CHECK_THROWS_AS(static_cast<void>(degree(0, over)), gs::invalid_handle);
    };
    using town_node = gs::node<town>;
    using road_relation = gs::relation<road>;
    is_refused([](towns& g, town_node, road_relation) { g.add(town{.key = "b"}); });
    is_refused([](towns& g, town_node a, road_relation) { g.relate(a, a, rail{}); });
    is_refused([](towns& g, town_node a, road_relation) { g.set(a, town{.key = "a", .name = "A"}); });
    is_refused([](towns& g, town_node, road_relation r) { g.set(r, road{5}); });
    is_refused([](towns& g, town_node, road_relation r) { g.annotate(r, 5); });
    is_refused([](towns& g, town_node, road_relation) { towns const moved(std::move(g)); });
    is_refused([](towns& g, town_node a, road_relation) {
        gs::transaction change(g);
        g.relate(a, a, rail{});
    });
}

TEST_CASE("overlay: what changes in an overlay is an error in those that lie over it") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const r = g.relate(a, a, road{});
    layer over(g);
    layer const deeper(static_cast<towns const&>(over));
    over.take_away(r);
    CHECK_FALSE(deeper.owns(a));
    CHECK_THROWS_AS(static_cast<void>(deeper[r]), gs::invalid_handle);
}

TEST_CASE("overlay: can be moved, and leaves an empty graph behind that lies over none") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const r = g.relate(a, a, road{});
    layer over(g);
    over.take_away(r);
    over.relate(a, a, rail{});
    layer moved(std::move(over));
    CHECK(moved.num_relations() == 1);
    CHECK(gs::out<road>(moved, a).empty());
    CHECK(gs::out<rail>(moved, a).size() == 1);
    CHECK(over.num_nodes() == 0); // NOLINT(bugprone-use-after-move,clang-analyzer-cplusplus.Move): what is promised
    CHECK(over.num_relations() == 0);
    auto const b = over.add(town{.key = "b"});
    auto const own = over.relate(b, b, road{});
    CHECK(own.index() == 0);
    CHECK_NOTHROW(static_cast<void>(over.mark()));
    CHECK_THROWS_AS(over.take_away(own), gs::invalid_state);
    CHECK_THROWS_AS(static_cast<void>(over.relate_instead(b, b, road{})), gs::invalid_state);
    CHECK(over.num_relations() == 1);
}

TEST_CASE("overlay: a graph does not take over one that lies over it, and both stay as they were") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    layer over(g);
    over.relate(a, a, rail{});
    towns const& below = over;
    layer further(below);
    further.relate(a, a, road{});
    auto const are_as_they_were = [&] {
        return g.num_relations() == 0 && over.num_relations() == 1 && further.num_relations() == 2 &&
               gs::out<rail>(further, a).size() == 1;
    };
    CHECK_THROWS_WITH_AS(over = layer(below), doctest::Contains("lies over it"), gs::invalid_state);
    CHECK_THROWS_AS(over = std::move(further), gs::invalid_state);
    CHECK(are_as_they_were());
    CHECK_THROWS_AS(g = below.copy(), gs::invalid_state);
    CHECK_THROWS_AS(g = std::move(further), gs::invalid_state); // over another one that lies over it
    CHECK(are_as_they_were());
    using std::swap;
    CHECK_THROWS_AS(swap(over, further), gs::invalid_state);
    CHECK_THROWS_AS(swap(further, over), gs::invalid_state);
    CHECK_THROWS_AS(swap(g, static_cast<towns&>(further)), gs::invalid_state);
    CHECK_THROWS_AS(swap(static_cast<towns&>(over), g), gs::invalid_state);
    CHECK(are_as_they_were());
    auto& same = over;
    over = std::move(same);
    swap(over, over);
    CHECK(are_as_they_were());

    layer beside(g);
    swap(over, beside);
    CHECK(over.num_relations() == 0);
    CHECK(beside.num_relations() == 1);
    further = layer(static_cast<towns const&>(beside));
    CHECK(further.num_relations() == 1);
    auto merged = towns();
    gs::merge(merged, further);
    layer last(static_cast<towns const&>(further));
    CHECK_THROWS_AS(std::swap(further, last), gs::invalid_state);
    CHECK(further.num_nodes() == 0); // std::swap, by that name, cannot look before it moves
    g = std::move(merged);           // what lay over it has no graph below any more, and says so
    CHECK(g.num_relations() == 1);
    CHECK_THROWS_AS(static_cast<void>(beside.require(a)), gs::invalid_handle);
}

TEST_CASE("overlay: what it cannot do says so, and leaves it as it was") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const r = g.relate(a, a, road{});
    layer over(g);
    CHECK_THROWS_AS(over.set(a, town{.key = "a", .name = "A"}), gs::invalid_state);
    CHECK_THROWS_AS(static_cast<void>(over.mark()), gs::invalid_state);
    over.take_away(r);
    CHECK_THROWS_AS(over.take_away(r), gs::invalid_handle);
    CHECK_THROWS_AS(over.take_away(std::vector<gs::any_relation>{gs::any_relation()}), gs::invalid_handle);
    auto const other = over.relate(a, a, road{2});
    CHECK_THROWS_WITH_AS(over.take_away(std::vector<gs::any_relation>{other, other}), doctest::Contains("twice"),
                         gs::invalid_handle);
    CHECK(over.num_relations() == 1);
    CHECK(over[other].length == 2);
    static_assert(!std::is_copy_constructible_v<layer>);
    static_assert(!std::is_constructible_v<layer, towns>);
    static_assert(std::is_constructible_v<layer, towns const&>);
    static_assert(std::is_nothrow_move_constructible_v<layer>);
}

TEST_CASE("overlay: a copy lies over the same graph; merge and extract make a graph of it that lies over none") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    auto const b = g.add(town{.key = "b"});
    auto const r = g.relate(a, b, road{1});
    g.relate(b, a, road{2});
    layer over(g);
    over.take_away(r);
    over.relate(a, b, rail{});
    auto const copy = over.copy();
    over.relate(a, b, rail{});
    CHECK(copy.num_relations() == 2);
    towns merged;
    CHECK(gs::merge(merged, over).relations == 3);
    auto const part = gs::extract(over, [](gs::any_relation) { return true; });
    CHECK(part.num_relations() == 3);
    CHECK(gs::relations_of<rail>(part).size() == 2);
}

TEST_CASE("overlay: is not merged into the graph below, which says so and leaves both as they were") {
    towns g;
    auto const a = g.add(town{.key = "a"});
    layer over(g);
    layer deeper(static_cast<towns const&>(over));
    deeper.add(town{.key = "b"});
    CHECK_THROWS_WITH_AS(gs::merge(g, deeper), doctest::Contains("lies over"), gs::invalid_state);
    CHECK(g.num_nodes() == 1);
    CHECK(deeper.owns(a));
    towns apart;
    gs::merge(apart, deeper);
    CHECK(gs::merge(g, apart).nodes == 1);
}

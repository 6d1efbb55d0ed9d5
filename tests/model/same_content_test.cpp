// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>
#include <geostance/model/same_content.hpp>

#include <doctest/doctest.h>

#include <functional>
#include <vector>

namespace gs = geostance;

namespace {

/// A record, and what is done to it before it is compared.
struct difference {
    double value = 0.5;
    gs::credibility credibility = gs::credibility::confirmed;
    bool is_reversed = false;
    bool is_claimed_elsewhere = false;
    char const* alias = "x";
    bool has_more = false;
};

gs::stance_graph record(difference const& d) {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .aliases = {d.alias}});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const s = g.add(gs::statement{.key = "s"});
    auto const t = g.add(gs::statement{.key = "t"});
    g.relate(d.is_reversed ? b : a, d.is_reversed ? a : b, gs::stance{.value = d.value},
             {.claimed_in = d.is_claimed_elsewhere ? t : s, .credibility = d.credibility});
    g.relate(a, b, gs::acts_toward{.event = {"cameo", "010"}});
    if (d.has_more) g.add(gs::issue{.key = "i"});
    return g;
}

} // namespace

TEST_CASE("same_content: graphs of their own with the same records are the same") {
    CHECK(gs::same_content(record({}), record({})));
    CHECK(gs::same_content(gs::stance_graph(), gs::stance_graph()));
    auto const g = record({});
    CHECK(gs::same_content(g, g.copy()));
}

TEST_CASE("same_content: any difference counts, in fields, ends, annotations and what these refer to") {
    CHECK_FALSE(gs::same_content(record({}), record({.value = 0.25})));
    CHECK_FALSE(gs::same_content(record({}), record({.credibility = gs::credibility::doubtful})));
    CHECK_FALSE(gs::same_content(record({}), record({.is_reversed = true})));
    CHECK_FALSE(gs::same_content(record({}), record({.is_claimed_elsewhere = true})));
    CHECK_FALSE(gs::same_content(record({}), record({.alias = "y"})));
    CHECK_FALSE(gs::same_content(record({}), record({.has_more = true})));
}

TEST_CASE("same_content: nodes or relations of another type are not the same") {
    gs::stance_graph g;
    gs::stance_graph h;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = h.add(gs::actor{.key = "a"});
    g.relate(a, a, gs::member_of{});
    h.relate(b, b, gs::part_of{});
    CHECK_FALSE(gs::same_content(g, h));
    gs::stance_graph k;
    k.add(gs::alliance{.key = "a"});
    gs::stance_graph l;
    l.add(gs::actor{.key = "a"});
    CHECK_FALSE(gs::same_content(k, l));
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>
#include <geostance/io/detail/expected_key.hpp>

#include <doctest/doctest.h>

#include <string>

namespace gs = geostance;
using gs::io::detail::expected_key;

TEST_CASE("expected_key: the nearest key of the type that is expected, where one is near") {
    gs::stance_graph g;
    g.add(gs::actor{.key = "Rusland"});
    g.add(gs::issue{.key = "rutland"});
    CHECK(expected_key<gs::any_node>(g, "ruslnd") == "the key of a node that comes before; nearest: Rusland");
    CHECK(expected_key<gs::node<gs::issue>>(g, "ruslnd") ==
          "the key of a node of type issue that comes before; nearest: rutland");
    CHECK(expected_key<gs::node<gs::statement>>(g, "ruslnd") ==
          "the key of a node of type statement that comes before");
    CHECK(expected_key<gs::any_node>(g, "Brazil", "id") == "the id of a node that comes before");
    CHECK(expected_key<gs::any_node>(g, "ru") == "the key of a node that comes before");
    CHECK(expected_key<gs::any_node>(gs::stance_graph(), "ruslnd") == "the key of a node that comes before");
}

TEST_CASE("expected_key: a long file is not searched for each of its bad rows") {
    gs::stance_graph g;
    for (int i = 0; i < 1000; ++i) g.add(gs::actor{.key = "n" + std::to_string(i)});
    g.add(gs::actor{.key = "Rusland"});
    CHECK(expected_key<gs::any_node>(g, "Rusland").find("nearest") == std::string::npos);
}

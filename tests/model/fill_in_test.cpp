// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/merge.hpp>
#include <geostance/model/fill_in.hpp>
#include <geostance/model/geopolitics.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <string>

namespace gs = geostance;
using namespace std::chrono_literals;

TEST_CASE("fill_in: a field that one record leaves empty is filled in; one in which both differ is named") {
    gs::stance_graph into;
    gs::stance_graph other;
    auto const p = into.add(gs::publication{.key = "p", .name = "Post"});
    other.add(gs::publication{.key = "p", .publisher = "Post Ltd", .published = 2020y / 5 / 1});
    auto const a = into.add(gs::actor{.key = "a", .kind = gs::actor_kind::state});
    auto const b = other.add(gs::actor{.key = "a", .name = "Upland"});
    CHECK_THROWS_AS(gs::merge(into, other), gs::merge_conflict);
    CHECK(gs::merge(into, other, {}, gs::fill_in()).nodes_mended == 2);
    CHECK(into[p] == gs::publication{.key = "p", .name = "Post", .publisher = "Post Ltd", .published = 2020y / 5 / 1});
    CHECK(into[a] == gs::actor{.key = "a", .name = "Upland", .kind = gs::actor_kind::state});

    other.set(b, gs::actor{.key = "a", .name = "Upland", .kind = gs::actor_kind::person});
    std::string message;
    try {
        gs::merge(into, other, {}, gs::fill_in());
    } catch (gs::error const& e) {
        message = e.what();
    }
    CHECK(message == "merge: the actor 'a' is not the same in both: 'Upland' and 'Upland' differ in actor.kind");
    CHECK(into[a].kind == gs::actor_kind::state);
}

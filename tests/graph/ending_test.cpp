// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>

#include "message_of.hpp"

#include <doctest/doctest.h>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

struct actor_and_issue {
    gs::stance_graph g{};
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::issue> m = g.add(gs::issue{.key = "m"});
};

} // namespace

TEST_CASE("end: closes what was left open, of any type, and tells since when that is known") {
    actor_and_issue r;
    auto const held = r.g.relate(r.a, r.m, gs::stance{.value = 1}, {.note = "kept", .valid = gs::since(2001y)});
    auto const vote = r.g.relate(r.a, r.m, gs::casts{.vote = gs::ballot::no}, {.valid = {.from = 2001y / 2 / 3}});
    auto const undated = r.g.relate(r.a, r.m, gs::sponsors{});
    r.g.end(held, 2005y / 6 / 7, {.recorded = 2006y / 1 / 1});
    r.g.end(gs::any_relation(vote), 2002y);
    r.g.end(undated, 1999y / 1);
    CHECK(r.g.annotation(held).valid == gs::period{2001y, 2005y / 6 / 7});
    CHECK(r.g.annotation(held).ended_recorded == gs::date(2006y / 1 / 1));
    CHECK(r.g.annotation(held).note == "kept");
    CHECK(r.g.annotation(vote).valid == gs::period{2001y / 2 / 3, 2002y});
    CHECK(r.g.annotation(vote).ended_recorded == gs::date(2002y));
    CHECK(r.g.annotation(undated).valid == gs::until(1999y / 1));
}

TEST_CASE("end: a day before the beginning, a second end, and a day that is none are errors that change nothing") {
    actor_and_issue r;
    auto const held = r.g.relate(r.a, r.m, gs::stance{.value = 1}, {.valid = gs::since(2001y / 2 / 3)});
    CHECK(message_of<gs::invalid_value>([&] { r.g.end(held, 2001y / 2 / 2); }) ==
          "period: got 2001-02-03 to 2001-02-02, expected an end that is not before its beginning");
    CHECK(message_of<gs::invalid_value>([&] { r.g.end(held, gs::date()); }) ==
          "end.day: got unknown, expected a day, month or year");
    CHECK(message_of<gs::invalid_value>([&] { r.g.end(held, gs::date::open()); }) ==
          "end.day: got open, expected a day, month or year");
    CHECK(message_of<gs::invalid_value>([&] { r.g.end(held, 2003y, {.recorded = gs::date::open()}); }) ==
          "end.recorded: got open, expected a date or unknown; only an end can be open");
    CHECK(r.g.annotation(held).valid == gs::since(2001y / 2 / 3));
    CHECK_FALSE(r.g.annotation(held).ended_recorded.is_known());
    r.g.end(held, 2001y / 2 / 3);
    CHECK(message_of<gs::invalid_value>([&] { r.g.end(held, 2004y); }) ==
          "provenance.valid: got 2001-02-03, expected a period that has not ended yet");
    CHECK_THROWS_AS(r.g.end(gs::any_relation(), 2004y), gs::invalid_handle);
}

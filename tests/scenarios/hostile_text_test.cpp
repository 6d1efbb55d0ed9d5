// SPDX-License-Identifier: BSL-1.0
// Names and quotes from outside never reach a terminal raw, wherever the library shows them.
#include <geostance/geostance.hpp>
#include <geostance/io/graphviz.hpp>
#include <geostance/io/read_report.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// What a terminal would obey: controls (C0, DEL, C1), and characters that turn the direction of text.
bool is_raw(std::string const& text) {
    std::vector<std::string> active{"\x1B", "\x7F", std::string("\0", 1)};
    for (int byte = 0x80; byte < 0xA0; ++byte) active.push_back(std::string("\xC2") + static_cast<char>(byte));
    for (char const* turn : {"\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC", "\xE2\x80\xAD", "\xE2\x80\xAE"})
        active.emplace_back(turn);
    for (char const* turn : {"\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9"}) active.emplace_back(turn);
    return std::any_of(active.begin(), active.end(),
                       [&](std::string const& one) { return text.find(one) != std::string::npos; });
}

/// Every text of a record begins with these.
std::string hostile(std::string const& text) {
    return "\x1B[2J\xC2\x9B"
           "31m\xE2\x80\xAE\xE2\x81\xA6\x7F\x07" +
           text;
}

template <class T>
std::string streamed(T const& value) {
    std::ostringstream out;
    out << value;
    return out.str();
}

struct hostile_record {
    gs::stance_graph g{};
    gs::node<gs::actor> a, b;
    gs::node<gs::issue> claim;
    gs::node<gs::statement> said;

    hostile_record()
        : a(g.add(gs::actor{.key = hostile("a"), .name = hostile("A")})),
          b(g.add(gs::actor{.key = hostile("b"), .name = hostile("B")})),
          claim(g.add(gs::issue{.key = hostile("claim"), .name = hostile("It happened")})),
          said(g.add(
              gs::statement{.key = hostile("s"), .summary = hostile("It did"), .wording = hostile("officials")})) {
        auto const paper =
            g.add(gs::publication{.key = hostile("p"), .name = hostile("Paper"), .publisher = hostile("Press")});
        auto const denial = g.add(gs::statement{.key = hostile("d"), .summary = hostile("It did not")});
        g.relate(a, claim, gs::stance{.value = -1, .facet = hostile("facet")},
                 {.claimed_in = said, .publication = paper, .locator = hostile("page 1"), .note = hostile("note")});
        g.relate(a, said, gs::makes{});
        g.relate(b, denial, gs::makes{});
        g.relate(said, claim, gs::about{.force = gs::force::assert_});
        g.relate(denial, claim, gs::about{.force = gs::force::deny});
        g.relate(a, b, gs::member_of{.role = hostile("member")});
    }
};

} // namespace

TEST_CASE("hostile text: sentences, citations and explanations show it") {
    hostile_record const record;
    auto const& g = record.g;
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        CHECK_FALSE(is_raw(describe(g, g.relation_at(i))));
        CHECK_FALSE(is_raw(citation(g, g.relation_at(i))));
    }
    CHECK(describe(g, g.relation_at(0)).find("\\x1B[2J\\xC2\\x9B31m") == 0);
    CHECK_FALSE(is_raw(describe_statement(g, record.said)));
    auto const why = explain(g, record.a, record.claim);
    CHECK_FALSE(why.because.empty());
    CHECK_FALSE(is_raw(why.text));
    CHECK_FALSE(is_raw(streamed(why)));
    CHECK_FALSE(is_raw(streamed(explain(g, record.b, record.a))));
    CHECK_FALSE(is_raw(streamed(gs::reason{.text = hostile("mine"), .relation = {}, .because = {}})));
    for (auto const& end : loose_ends(g)) CHECK_FALSE(is_raw(describe(g, end)));
    for (auto const& one : contested(g)) CHECK_FALSE(is_raw(streamed(one)));
    for (auto const& one : claims(g)) CHECK_FALSE(is_raw(streamed(one)));
    CHECK_FALSE(contested(g).empty());
}

TEST_CASE("hostile text: errors show it") {
    hostile_record record;
    auto& g = record.g;
    auto const message = [](auto call) {
        try {
            call();
        } catch (gs::error const& error) {
            return std::string(error.what());
        }
        return std::string();
    };
    for (auto const& text : {message([&] { static_cast<void>(g.at<gs::actor>(hostile("c"))); }),
                             message([&] { static_cast<void>(g.at<gs::alliance>(hostile("A"))); }),
                             message([&] { g.add(gs::actor{.key = hostile("a")}); }),
                             message([&] { throw gs::ambiguous_name(hostile("x"), {hostile("y")}); }), message([&] {
                                 throw gs::read_error({hostile("f"), 1, 2, hostile("g")}, hostile("v"), hostile("e"));
                             }),
                             message([&] { throw gs::invalid_value(hostile("f"), hostile("v"), hostile("e")); })}) {
        CHECK_FALSE(text.empty());
        CHECK_FALSE(is_raw(text));
    }
    io::read_report report;
    report.reasons[hostile("reason")] = 1;
    CHECK_FALSE(is_raw(summary(report)));
}

TEST_CASE("hostile text: drawings show it") {
    std::ostringstream out;
    io::write_graphviz(out, hostile_record().g, {.title = hostile("title")});
    CHECK_FALSE(is_raw(out.str()));
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/dispute/signed_states.hpp>
#include <geostance/data/event/event_tally.hpp>
#include <geostance/data/event/ledger.hpp>
#include <geostance/io/tables.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/optimum/certificate.hpp>
#include <geostance/query/position/holders.hpp>
#include <geostance/query/position/lens.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/similarity/similarity.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// A value that no enumeration has, as a cast or a foreign program may make it.
template <class E>
E no_enumerator() {
    return static_cast<E>(77);
}
template <class E>
void spoil(E& value) {
    value = no_enumerator<E>();
}

template <class F>
std::string refusal_of(F f) {
    try {
        f();
    } catch (gs::invalid_value const& e) {
        return e.field();
    }
    return "nothing was refused";
}

} // namespace

TEST_CASE("enumerators: a lens refuses a value that is none by its field") {
    gs::lens l;
    auto const refused = [&l] {
        auto const field = refusal_of([&] { validate(l); });
        l = {};
        return field;
    };
    spoil(l.history);
    CHECK(refused() == "lens.history");
    spoil(l.least_credibility);
    CHECK(refused() == "lens.least_credibility");
    spoil(l.least_certainty);
    CHECK(refused() == "lens.least_certainty");
    spoil(l.weigh_by);
    CHECK(refused() == "lens.weigh_by");
    l.according_to = no_enumerator<gs::perspective::kind>();
    CHECK(refused() == "lens.according_to");
    CHECK(refusal_of([&] { l.channels = no_enumerator<gs::channel>(); }) == "lens.channels");
    CHECK(refusal_of([] { static_cast<void>(gs::actor_kinds(no_enumerator<gs::actor_kind>())); }) == "actor_kinds");
    CHECK_FALSE(gs::channel_set().has(static_cast<gs::channel>(9)));
}

TEST_CASE("enumerators: rules of ties are refused where a graph is compressed and where a claim is checked") {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, double> g(2);
    add_edge(0, 1, -1.0, g);
    auto const weight = get(boost::edge_bundle, g);
    std::vector<int> const camps{0, 1};
    auto const refused = [&](gs::tie_options const& ties) {
        auto const field = refusal_of([&] { static_cast<void>(gs::check_partition(g, weight, camps, ties)); });
        CHECK(refusal_of([&] { static_cast<void>(gs::check_packing(g, weight, {}, {}, ties)); }) == field);
        CHECK(refusal_of([&] { static_cast<void>(gs::compress(g, weight, ties)); }) == field);
        return field;
    };
    gs::tie_options ties;
    spoil(ties.multi_edges);
    CHECK(refused(ties) == "tie_options.multi_edges");
    ties = {};
    spoil(ties.cancelling_pairs);
    CHECK(refused(ties) == "tie_options.cancelling_pairs");
    ties = {};
    spoil(ties.self_loops);
    CHECK(refused(ties) == "tie_options.self_loops");
}

TEST_CASE("enumerators: ledgers, tallies, networks of states, tables and similarities refuse what is none") {
    io::ledger_options kept;
    spoil(kept.sides);
    CHECK(refusal_of([&] { io::ledger const refused(kept); }) == "ledger_options.sides");
    kept = {};
    spoil(kept.period);
    CHECK(refusal_of([&] { io::ledger const refused(kept); }) == "ledger_options.period");
    kept = {};
    spoil(kept.weight);
    CHECK(refusal_of([&] { io::ledger const refused(kept); }) == "ledger_options.weight");

    io::tally_options asked;
    spoil(asked.repeats);
    CHECK(refusal_of([&] { static_cast<void>(io::tallies(io::ledger(), asked)); }) == "tally_options.repeats");

    io::signed_states_options made;
    spoil(made.least);
    auto const states = [&] { static_cast<void>(io::signed_states({}, {}, {}, made)); };
    CHECK(refusal_of(states) == "signed_states_options.least");
    made = {};
    spoil(made.both);
    CHECK(refusal_of(states) == "signed_states_options.both");

    io::table_options written;
    spoil(written.headings);
    gs::stance_graph const g;
    CHECK(refusal_of([&] { io::write_tables("refused", g, written); }) == "table_options.headings");

    gs::similarity_scale scale{.levels = {0, 1}};
    spoil(scale.distance);
    std::vector<gs::portfolio_value> const x{0.0};
    CHECK(refusal_of([&] { static_cast<void>(gs::compare_portfolios({}, x, x, scale)); }) ==
          "similarity_scale.distance");
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/alliance/add_alliances.hpp>
#include <geostance/data/alliance/alliance_portfolios.hpp>
#include <geostance/data/dispute/add_disputes.hpp>
#include <geostance/data/dispute/signed_states.hpp>
#include <geostance/data/event/event_graph.hpp>
#include <geostance/data/vote/read_vetoes.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/geostance.hpp>
#include <geostance/io/node_link.hpp>
#include <geostance/optimum/certificate.hpp>
#include <geostance/query/network/position_similarity.hpp>
#include <geostance/query/whatif/condorcet_election.hpp>
#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/signed/balance_dynamics.hpp>
#include <geostance/signed/pn_index.hpp>
#include <geostance/signed/signed_degree.hpp>
#include <geostance/signed/signed_eigenvector.hpp>
#include <geostance/signed/signed_laplacian.hpp>
#include <geostance/signed/signed_modularity.hpp>
#include <geostance/signed/walk_balance.hpp>
#include <geostance/similarity/all_pairs.hpp>

#include <boost/graph/adjacency_list.hpp>
#include <doctest/doctest.h>

#include <limits>
#include <sstream>
#include <string>
#include <vector>

// Options and enumerators that are out of their ranges are refused by name, also where nothing asks for them: with no
// votes, no contests, no rows. tests/readme/validated.py finds those that are missing here and elsewhere.

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// Converts to a value of any enumeration that is no enumerator.
struct no_such_value {
    template <class E>
        requires std::is_enum_v<E>
    operator E() const { return static_cast<E>(99); }
} const no_such;

/// The name under which a call refuses what it is given.
template <class F>
std::string name_refused(F call) {
    try {
        static_cast<void>(call());
    } catch (gs::invalid_value const& e) {
        return e.field();
    }
    return "nothing was refused";
}
/// The same for a call without result.
template <class F>
std::string name_refused_by(F call) {
    return name_refused([&] {
        call();
        return 0;
    });
}

struct two_who_agree {
    gs::stance_graph g{};
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::actor> b = g.add(gs::actor{.key = "b"});
};

using digraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS, boost::no_property, double>;
using undirected = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property, double>;

} // namespace

TEST_CASE_FIXTURE(two_who_agree, "options: a question refuses what is out of range, whatever is recorded") {
    CHECK(name_refused([&] { return gs::shifts(g, a, b, {}, {.penalty = -1}); }) == "change_options.penalty");
    CHECK(name_refused([&] { return gs::shifts(g, a, b, {}, {.least_length = 0}); }) == "change_options.least_length");
    CHECK(name_refused([&] { return gs::foundation_of(g, a, b, {}, {.max_steps = 0}); }) ==
          "foundation_options.max_steps");
    CHECK(name_refused([&] { return gs::connections(g, a, b, {}, {.max_connections = 0}); }) ==
          "connections_options.max_connections");
    CHECK(name_refused([&] { return gs::connections(g, a, b, {}, {.longest = 0}); }) == "connections_options.longest");
    CHECK(name_refused([&] { return gs::dissenters(g, a, b, {}, {.least_distance = 0}); }) ==
          "dissenters_options.least_distance");
    CHECK(name_refused([&] { return gs::position_of(g, a, b, {.neutral_within = 1}); }) == "lens.neutral_within");
    CHECK(name_refused([&] { return gs::differences(g, {}, {.at = gs::today()}, {.tolerance = 3}); }) ==
          "differences_options.tolerance");
    CHECK(name_refused([&] { return gs::similarity_of(g, a, b, {}, no_such); }) == "measure");
    CHECK(name_refused([&] { return g.find<gs::actor>("a", no_such); }) == "spelling");
    CHECK(name_refused([&] { return g.at<gs::actor>("nobody", no_such); }) == "spelling");
    auto const question = [](gs::stance_graph const&) { return true; };
    auto const turns = [&](gs::what_turns_options const& options) {
        return name_refused([&] { return gs::what_turns(g, {}, question, options); });
    };
    CHECK(turns({.max_together = 3}) == "what_turns_options.max_together");
    CHECK(turns({.asked = {.neutral_within = 1}}) == "lens.neutral_within");
    CHECK(turns({.differ = {.tolerance = 3}}) == "differences_options.tolerance");
}

TEST_CASE("options: arguments, votes and elections refuse what is out of range, also where nobody takes part") {
    gs::argument_graph const nothing(0);
    CHECK(name_refused([&] { return gs::argument_strengths(nothing, {}, {.tolerance = 0}); }) ==
          "strength_options.tolerance");
    CHECK(name_refused([&] { return gs::argument_strengths(nothing, {}, {.max_iterations = 0}); }) ==
          "strength_options.max_iterations");

    gs::voting_rule const none_of_none{.share_denominator = 0};
    CHECK(name_refused([&] { return gs::outcome_of({}, none_of_none); }) == "voting_rule.share_denominator");
    CHECK(name_refused([&] { return gs::pivotal({}, none_of_none); }) == "voting_rule.share_denominator");
    CHECK(name_refused([&] { return gs::outcome_of({}, {.share_numerator = 2}); }) == "voting_rule.share_numerator");
    CHECK(name_refused([&] { return gs::outcome_of({{.vote = no_such}}, {}); }) == "voter_ballot.vote");
    CHECK(name_refused([&] { return gs::if_changed({}, {}, {}, no_such); }) == "instead");

    auto const elect = [](gs::condorcet_options const& kind) {
        auto const worth_nothing = [](std::size_t, std::size_t) { return 0.0; };
        return name_refused([&] { return gs::condorcet_election({}, 0, worth_nothing, kind); });
    };
    CHECK(elect({.response = no_such}) == "condorcet_options.response");
    CHECK(elect({.law = no_such}) == "condorcet_options.law");
    CHECK(elect({.rule = no_such}) == "condorcet_options.rule");
    auto const scaled = [](gs::position_scale const& scale) {
        std::vector<gs::voter> const nobody;
        std::vector<double> const nowhere;
        return name_refused([&] { return gs::condorcet_election(nobody, nowhere, scale); });
    };
    CHECK(scaled({.least = 1, .greatest = 1}) == "position_scale.greatest");
    CHECK(scaled({.least = -std::numeric_limits<double>::infinity()}) == "position_scale.least");
}

TEST_CASE("options: signed networks and similarities refuse what is out of range") {
    std::vector<gs::signed_tie> const ties{{0, 1, 1.0}};
    gs::signed_graph const pair(2, ties);
    CHECK(name_refused([&] { return gs::balance_dynamics(pair, {.self = std::numeric_limits<double>::infinity()}); }) ==
          "balance_dynamics_options.self");
    CHECK(name_refused([&] { return gs::signed_eigenvector(pair, {.tolerance = 0}); }) ==
          "signed_eigenvector_options.tolerance");
    CHECK(name_refused([&] { return gs::signed_eigenvector(pair, {.max_products = 0}); }) ==
          "signed_eigenvector_options.max_products");
    CHECK(name_refused([&] { return gs::signed_laplacian(pair, {.tolerance = 1}); }) ==
          "signed_laplacian_options.tolerance");
    CHECK(name_refused([&] { return gs::signed_laplacian(pair, {.max_products = 0}); }) ==
          "signed_laplacian_options.max_products");
    CHECK(name_refused([&] { return gs::maximise_signed_modularity(pair, {.starts = 0}); }) ==
          "signed_modularity_options.starts");
    CHECK(name_refused([&] { return gs::walk_balance(pair, {.probes = 1}); }) == "walk_balance_options.probes");
    CHECK(name_refused([&] { return gs::walk_balance(pair, {.deflated = 0}); }) == "walk_balance_options.deflated");

    digraph const none;
    CHECK(name_refused([&] { return gs::pn_index(none, get(boost::edge_bundle, none), no_such); }) == "direction");
    CHECK(name_refused([&] { return gs::signed_degree(none, get(boost::edge_bundle, none), no_such); }) == "direction");
    undirected const empty;
    auto const weight = get(boost::edge_bundle, empty);
    CHECK(name_refused([&] { return gs::check_packing(empty, weight, {}, no_such); }) == "kind");
    CHECK(name_refused([&] { return gs::check_negative_cycle(empty, weight, {}, no_such); }) == "kind");

    gs::portfolio_matrix const nobody({}, 0, {0, 1});
    CHECK(name_refused([&] { return gs::all_pairs(no_such, nobody); }) == "measure");
    CHECK(name_refused([&] { return gs::similarity_matrix({}, no_such, 0); }) == "measure");
    CHECK(name_refused([&] { return gs::all_pairs({}, nobody, {.distance = no_such}); }) ==
          "all_pairs_options.distance");
}

TEST_CASE("options: readers and writers refuse what is no enumerator, whatever they read") {
    auto const read = [](io::read_votes_options const& options) {
        return name_refused([&] { return io::read_votes(io::input::text("rcid,ccode,vote\n"), options); });
    };
    CHECK(read({.rows = {.bad_rows = no_such}}) == "read_options.bad_rows");
    CHECK(read({.rows = {.encoding = no_such}}) == "read_options.encoding");
    CHECK(read({.non_voting = no_such}) == "read_votes_options.non_voting");
    CHECK(read({.non_voting = gs::ballot::yes}) == "read_votes_options.non_voting");
    CHECK(read({.words = {{"maybe", no_such}}}) == "read_votes_options.words");
    CHECK(name_refused([] { return io::read_vetoes(io::input::text(""), {.encoding = no_such}); }) ==
          "read_vetoes_options.encoding");
    auto const nothing = [](io::event const&) {};
    CHECK(name_refused([&] { return io::for_each_event(io::input::text(""), no_such, nothing); }) == "event_format");

    gs::stance_graph g;
    auto const add = [&g](io::event_graph_options const& options) {
        return name_refused([&] { return io::add_events(g, io::input::text(""), {}, options); });
    };
    CHECK(add({.sides = no_such}) == "event_graph_options.sides");
    CHECK(add({.repeats = no_such}) == "event_graph_options.repeats");
    CHECK(add({.names = no_such}) == "event_graph_options.names");
    CHECK(add({.reading = {}}) == "cameo_policy.value");
    CHECK(add({.reading = {io::goldstein_of_gdelt(), {}}}) == "event_reading.quad");
    CHECK(name_refused([&] { return io::add_disputes(g, {}, {.opponents = no_such}); }) ==
          "add_disputes_options.opponents");
    std::ostringstream out;
    CHECK(name_refused_by([&] { io::write_node_link(out, g, no_such); }) == "called");
    CHECK(out.str().empty());
    CHECK(name_refused([] { return gs::field("key", &gs::actor::key, no_such); }) == "presence");
}

TEST_CASE("options: a policy without a function is refused wherever it is taken, never called") {
    gs::stance_graph g;
    io::pledge_policy const none{"none", {}};
    CHECK(name_refused([&] { return io::add_alliances(g, {}, {.policy = none}); }) == "pledge_policy.value");
    CHECK(name_refused([&] { return io::alliance_portfolios({}, 1914, none); }) == "pledge_policy.value");
    CHECK(name_refused([&] {
              return io::signed_states({}, {.coverage = {1914, 1914}}, {1914, 1914}, {.alliances = none});
          }) == "pledge_policy.value");
}

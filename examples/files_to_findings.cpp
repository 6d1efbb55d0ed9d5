// SPDX-License-Identifier: BSL-1.0
// From files to findings: the alliances and disputes of two years to camps, the votes of two years to similarity.
// The few rows in data/ are our own, in the layouts of the Correlates of War and of unvotes: put your files there.
#include <geostance/data/alliance/alliance_portfolios.hpp>
#include <geostance/data/alliance/read_alliances.hpp>
#include <geostance/data/dispute/read_disputes.hpp>
#include <geostance/data/dispute/signed_states.hpp>
#include <geostance/data/vote/read_votes.hpp>
#include <geostance/data/vote/vote_portfolios.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <iostream>

namespace gs = geostance;
namespace io = geostance::io;

template <class Result>
auto told(char const* what, Result result) {
    std::cout << what << ": " << summary(result);
    return std::move(result.value);
}

std::string_view name(gs::code const& id) { return io::crosswalk::find(id).match->name_on(std::chrono::year(1956)); }

int main() {
    auto const alliances = told("alliances", io::read_alliances(io::input::file("data/alliances.csv")));
    auto const disputes = told("disputes", io::read_disputes(io::input::file("data/disputes.csv")));
    auto votes = told("votes", io::read_votes(io::input::file("data/votes.csv")));
    told("roll calls", io::describe_roll_calls(votes, io::input::file("data/roll_calls.csv")));

    auto const world = io::signed_states(alliances, disputes, {1956, 1957});
    auto const found = gs::structural_balance(world, get(&io::state_tie::weight, world), {.shortest_cycle = true});
    std::cout << "1956-1957: " << num_vertices(world) << " states, " << num_edges(world) << " ties, "
              << found.components << " component(s)\n";
    for (auto const camp : {0U, 1U}) {
        std::cout << "camp:";
        for (auto const v : boost::make_iterator_range(vertices(world)))
            if (found.camp[v] == camp) std::cout << ' ' << name(world[v].id) << ';';
        std::cout << '\n';
    }
    std::cout << "ties that do not fit: " << found.against << "; at odds:";
    for (auto const v : found.negative_cycle_vertices) std::cout << ' ' << name(world[v].id) << ';';

    auto const portfolios = io::vote_portfolios(votes, io::roll_calls_in(votes, {2013, 2014}));
    auto const similar = gs::all_pairs(gs::similarity_measure::s, portfolios);
    std::cout << "\n2013-2014, S:\n";
    for (std::size_t i = 1; i < portfolios.names().size(); ++i)
        for (std::size_t j = 0; j < i; ++j) {
            auto const pair = similar.at(i, j);
            std::cout << "  " << votes.voters[j].name << " and " << votes.voters[i].name << ": " << *pair.value
                      << ", n = " << pair.n << " of " << portfolios.columns() << '\n';
        }
}

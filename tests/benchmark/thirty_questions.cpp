// SPDX-License-Identifier: BSL-1.0
// Thirty questions of one record, and the record as JSON: what compile_cost.sh compiles to tell what that costs.
#include <geostance/geostance.hpp>
#include <geostance/io/json.hpp>
#include <geostance/query/network/position_similarity.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/position/sources.hpp>
#include <geostance/signed/structural_balance.hpp>

#include <iostream>
#include <vector>

namespace gs = geostance;
using namespace std::chrono_literals;

int main(int count, char** words) {
    if (count != 5) return 2;
    auto const read = gs::io::read_json(gs::io::input::file(words[1]));
    gs::stance_graph const& g = read.value;
    auto const who = g.at<gs::actor>(words[2]);
    auto const target = g.at<gs::actor>(words[3]);
    auto const motion = g.at<gs::issue>(words[4]);
    gs::lens const then{.at = 2024y / 3 / 29};
    auto const votes = gs::outcome(g, motion, gs::simple_majority(), then);
    auto const network = gs::project(g, then);
    std::size_t const found[] = {
        gs::supporters(g, target, then).size(),
        gs::opponents(g, target, then).size(),
        gs::holders_of_positions(g, target).size(),
        gs::positions(g, then).size(),
        gs::position_of(g, who, target, then).rests_on.size(),
        gs::explain(g, who, target).because.size(),
        gs::sources_of(g, gs::position_of(g, who, target)).size(),
        gs::foundation_of(g, who, target).carriers.size(),
        gs::timeline(g, who, target).moments.size(),
        gs::shifts(g, who, target).size(),
        gs::differences(g, then, gs::lens{}).size(),
        gs::changes_without(g, gs::any_nodes(who)).size(),
        static_cast<std::size_t>(gs::words_and_deeds(g, who, target).words.number),
        gs::coverage_of(g).by.size(),
        gs::statements_of(g, who).size(),
        gs::statements_about(g, target).size(),
        gs::principals_of(g, who).size(),
        gs::speakers_for(g, who).size(),
        gs::claims(g).size(),
        gs::contested(g).size(),
        gs::contradictions(g).size(),
        gs::members_of(g, target).size(),
        gs::group_position(g, target, who).members.size(),
        gs::dissenters(g, target, who).size(),
        gs::silent(g, target, who).size(),
        gs::obligations(g, who).size(),
        gs::connections(g, who, target).size(),
        gs::mediators(g, gs::any_nodes(who), gs::any_nodes(target)).size(),
        gs::pivotal(votes, gs::simple_majority()).size(),
        gs::structural_balance(network.graph).components,
        gs::loose_ends(g).size(),
    };
    for (auto const number : found) std::cout << number << '\n';
    gs::io::write_json(std::cout, g);
}

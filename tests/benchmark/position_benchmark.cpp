// SPDX-License-Identifier: BSL-1.0
// Asking who supports and opposes a target, beside a hand-written loop over boost::adjacency_list; and asking for one
// position on a graph and on one a hundred times larger. Ratios count. Build with optimisation.
#include "peer_graph.hpp"

#include <geostance/geostance.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <random>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace {

double seconds_of(auto f, int repetitions = 15) {
    std::vector<double> seconds;
    for (int i = 0; i < repetitions; ++i) {
        auto const start = std::clock();
        f();
        seconds.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    }
    std::sort(seconds.begin(), seconds.end());
    return seconds[seconds.size() / 2];
}

// ---------------------------------------------------------------------------------------- the hand-written loop

/// Where somebody stands, and the edges on which that rests.
struct by_hand {
    struct piece {
        std::size_t who;
        peer_graph::edge_descriptor edge;
        double value, weight;
        std::chrono::sys_days day;
        gs::channel in;
    };
    struct answer {
        std::size_t who;
        double value, weight;
        std::vector<piece> rests_on;
    };
    std::vector<answer> supporters, opponents;
};

template <class R>
bool has_in_edge(peer_graph const& g, std::size_t v, std::size_t from) {
    for (auto [e, last] = in_edges(v, g); e != last; ++e)
        if (std::holds_alternative<R>(g[*e].payload) && (from == no_vertex || source(*e, g) == from)) return true;
    return false;
}

double weight_of(peer_provenance const& p) {
    constexpr double letters[] = {1, 1.0, 0.8, 0.6, 0.4, 0.2}, figures[] = {1, 0.9, 0.7, 0.5, 0.3, 0.1};
    if (p.reliability == gs::reliability::cannot_be_judged && p.credibility == gs::credibility::cannot_be_judged)
        return 0.5;
    return letters[static_cast<std::size_t>(p.reliability)] * figures[static_cast<std::size_t>(p.credibility)];
}

/// What counts: everything, or the newest of each channel, with small values for neither side.
enum class counted { everything, newest };

by_hand positions_by_hand(peer_graph const& g, std::size_t target, counted what) {
    double const neutral_within = what == counted::newest ? 0.1 : 0;
    std::vector<by_hand::piece> pieces;
    for (auto [e, last] = in_edges(target, g); e != last; ++e) {
        auto const& [payload, from] = g[*e];
        double value = 0;
        auto in = gs::channel::verbal;
        if (auto const* const s = std::get_if<gs::stance>(&payload)) {
            value = s->value;
            in = s->channel;
        } else if (auto const* const c = std::get_if<gs::casts>(&payload)) {
            if (c->vote > gs::ballot::abstain) continue;
            in = gs::channel::vote;
            value = c->vote == gs::ballot::yes ? 1 : c->vote == gs::ballot::no ? -1 : 0;
        } else if (std::holds_alternative<gs::sponsors>(payload))
            value = 1;
        else
            continue;
        auto const who = source(*e, g);
        if (from.claimed_in != no_vertex && (has_in_edge<gs::retracts>(g, from.claimed_in, no_vertex) ||
                                             has_in_edge<gs::supersedes>(g, from.claimed_in, no_vertex) ||
                                             !has_in_edge<gs::makes>(g, from.claimed_in, who)))
            continue;
        pieces.push_back({who, *e, value, weight_of(from), from.valid.from.first_day(), in});
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](auto const& a, auto const& b) { return a.who < b.who; });
    by_hand result;
    for (auto first = pieces.begin(); first != pieces.end();) {
        auto const last = std::find_if(first, pieces.end(), [&](auto const& p) { return p.who != first->who; });
        double sum = 0, weight = 0, weight_for = 0, weight_against = 0;
        std::array<std::chrono::sys_days, 3> newest;
        newest.fill(std::chrono::sys_days::min());
        if (what == counted::newest)
            for (auto p = first; p != last; ++p) {
                auto& day = newest[static_cast<std::size_t>(p->in)];
                day = std::max(day, p->day);
            }
        for (auto p = first; p != last; ++p) {
            if (p->day < newest[static_cast<std::size_t>(p->in)]) continue;
            sum += p->value * p->weight;
            weight += p->weight;
            if (p->value > neutral_within) weight_for += p->weight;
            if (p->value < -neutral_within) weight_against += p->weight;
        }
        bool const mixed = weight_for >= weight / 4 && weight_against >= weight / 4;
        if (!mixed && std::abs(sum) > neutral_within * weight)
            (sum > 0 ? result.supporters : result.opponents)
                .push_back({first->who, sum / weight, weight, std::vector(first, last)});
        first = last;
    }
    auto const weightiest_first = [](auto const& a, auto const& b) {
        return a.weight != b.weight ? a.weight > b.weight : a.who < b.who;
    };
    std::sort(result.supporters.begin(), result.supporters.end(), weightiest_first);
    std::sort(result.opponents.begin(), result.opponents.end(), weightiest_first);
    return result;
}

// ------------------------------------------------------------------------------------------------- the content

/// One target, and holders with stances and votes on it; a third said by the holder in a statement.
struct world {
    gs::stance_graph ours;
    peer_graph peers;
    gs::node<gs::issue> target;

    world(std::size_t holders, std::size_t relations) {
        std::mt19937 random(2);
        auto const below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
        auto const page = gs::publication{.key = "page"};
        auto const issue = gs::issue{.key = "target"};
        auto const published = ours.add(page);
        target = ours.add(issue);
        auto const peer_page = add_vertex(page, peers);
        auto const peer_target = add_vertex(issue, peers);
        std::vector<gs::node<gs::actor>> who;
        for (std::size_t i = 0; i < holders; ++i) {
            auto const a = gs::actor{.key = "a" + std::to_string(i)};
            who.push_back(ours.add(a));
            add_vertex(a, peers);
        }
        for (std::size_t i = 0; i < relations; ++i) {
            auto const holder = who[below(holders)];
            gs::provenance ours_from{.publication = published,
                                     .locator = "row " + std::to_string(i),
                                     .reliability = gs::reliability::reliable,
                                     .valid = gs::during(std::chrono::sys_days(std::chrono::days(i % 20000)))};
            peer_provenance peer_from{.publication = peer_page,
                                      .locator = ours_from.locator,
                                      .reliability = ours_from.reliability,
                                      .valid = ours_from.valid};
            if (below(3) == 0) {
                auto const said = gs::statement{.key = "s" + std::to_string(i)};
                ours_from.claimed_in = ours.add(said);
                peer_from.claimed_in = add_vertex(said, peers);
                ours.relate(holder, ours_from.claimed_in, gs::makes{});
                add_edge(holder.index(), peer_from.claimed_in, {gs::makes{}, {}}, peers);
            }
            auto const both = [&](auto const& payload) {
                ours.relate(holder, target, payload, ours_from);
                add_edge(holder.index(), peer_target, {payload, peer_from}, peers);
            };
            auto const side = holder.index() % 2 == 0 ? 1 : -1; // holders lean to one side
            if (below(5) == 0)
                both(gs::casts{.vote = side > 0 ? gs::ballot::yes : gs::ballot::no});
            else
                both(gs::stance{.value = side * (static_cast<double>(below(11)) / 8 - 0.25)}); // sums are exact
        }
    }
};

bool same(std::vector<gs::holding> const& a, std::vector<by_hand::answer> const& b) {
    if (a.size() != b.size()) return false;
    std::vector<std::pair<std::size_t, double>> x, y; // equal weights may come in another order
    for (auto const& h : a) x.emplace_back(h.who.index(), h.position.value);
    for (auto const& h : b) y.emplace_back(h.who, h.value);
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    return std::equal(x.begin(), x.end(), y.begin(), [](auto const& p, auto const& q) {
        return p.first == q.first && std::abs(p.second - q.second) < 1e-9;
    });
}

void compare_holders(std::size_t holders, counted what) {
    world const w(holders, 100'000);
    // The loop does not look for repeated reports.
    auto const asked = what == counted::newest
                           ? gs::lens{.count_every_report = true}
                           : gs::lens{.history = gs::history::all, .count_every_report = true, .neutral_within = 0};
    auto merging = asked;
    merging.count_every_report = false;
    auto const peers = positions_by_hand(w.peers, w.target.index(), what);
    if (!same(gs::supporters(w.ours, w.target, asked), peers.supporters) ||
        !same(gs::opponents(w.ours, w.target, asked), peers.opponents)) {
        std::puts("the answers differ");
        std::exit(1);
    }
    std::size_t seen = 0;
    auto const by_loop =
        seconds_of([&] { seen += positions_by_hand(w.peers, w.target.index(), what).supporters.size(); });
    auto const once = seconds_of([&] { seen += gs::holders_of_positions(w.ours, w.target, asked).size(); });
    auto const twice = seconds_of([&] {
        seen += gs::supporters(w.ours, w.target, asked).size() + gs::opponents(w.ours, w.target, asked).size();
    });
    auto const merged = seconds_of([&] { seen += gs::holders_of_positions(w.ours, w.target, merging).size(); });
    std::printf("100000 relations of %zu holders to one target, %s (%zu supporters, %zu opponents; %zu)\n", holders,
                what == counted::newest ? "the newest counts" : "all count", peers.supporters.size(),
                peers.opponents.size(), seen % 10);
    std::printf("  %-58s %8.2f ms\n", "hand-written loop over adjacency_list", 1e3 * by_loop);
    auto const line = [&](char const* name, double seconds) {
        std::printf("  %-58s %8.2f ms   ratio %.2f\n", name, 1e3 * seconds, seconds / by_loop);
    };
    line("holders_of_positions, every report counts", once);
    line("supporters, then opponents, every report counts", twice);
    line("holders_of_positions, repeated reports merged", merged);
}

void compare_sizes() {
    auto const time_of_one = [](std::size_t holders) {
        world const w(holders, 10 * holders);
        std::vector<gs::node<gs::actor>> asked_about;
        for (int i = 0; i < 200; ++i) asked_about.push_back(w.ours.at<gs::actor>("a" + std::to_string(i)));
        std::size_t rests_on = 0;
        for (auto const who : asked_about) rests_on += gs::position_of(w.ours, who, w.target).rests_on.size();
        constexpr int rounds = 100;
        auto const seconds = seconds_of(
            [&] {
                for (int i = 0; i < rounds; ++i)
                    for (auto const who : asked_about) static_cast<void>(gs::position_of(w.ours, who, w.target).value);
            },
            7);
        std::printf("  %8zu relations: %7.3f us for each relation that it rests on\n", w.ours.num_relations(),
                    1e6 * seconds / rounds / static_cast<double>(rests_on));
    };
    std::puts("position of one holder toward one target");
    time_of_one(1'000);
    time_of_one(100'000);
}

} // namespace

int main() {
    for (auto const what : {counted::everything, counted::newest}) {
        compare_holders(100, what);
        compare_holders(20'000, what);
    }
    compare_sizes();
}

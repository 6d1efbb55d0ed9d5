// SPDX-License-Identifier: BSL-1.0
// Balance, triads, frustration and camps of real networks ($GEOSTANCE_DATA/networks) with their certificates checked,
// beside the published figures; and how the time grows.
// frustration_benchmark [seconds for each large network, 20 unless told] [folder to write edge lists for peers to]
#include "../signed/networks.hpp"

#include <geostance/io/gzip.hpp>
#include <geostance/signed.hpp>

#include <boost/graph/adjacency_list.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

namespace gs = geostance;

namespace {

// Processor time, which does not depend on what else the machine does.
double now() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The median time of some runs, in seconds.
template <class Run>
double median_time(int runs, Run run) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        auto const start = now();
        run();
        times.push_back(now() - start);
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs / 2)];
}

gs::signed_graph load(std::string const& name, gs::pair_rule cancelling = gs::pair_rule::drop) {
    return networks::load(gs::io::gunzip(gs::io::input::file(networks::folder().value() + name)),
                          name.ends_with(".gz") ? "" : name, cancelling);
}

// What one would write by hand for the compact form and nothing else: colours, and the ties that do not fit them.
std::size_t hand_written_balance(std::vector<std::uint32_t> const& first, std::vector<std::uint32_t> const& words) {
    auto const n = first.size() - 1;
    std::vector<unsigned char> colour(n, 2);
    std::vector<std::uint32_t> queue(n);
    std::size_t tail = 0;
    std::size_t head = 0;
    std::size_t misfits = 0;
    for (std::size_t root = 0; root < n; ++root) {
        if (colour[root] != 2) continue;
        colour[root] = 0;
        queue[tail++] = static_cast<std::uint32_t>(root);
        while (head < tail) {
            auto const x = queue[head++];
            for (auto i = first[x]; i < first[x + 1]; ++i) {
                auto const y = words[i] >> 1U;
                auto const wanted = static_cast<unsigned char>(colour[x] ^ (words[i] & 1U));
                if (colour[y] == 2) {
                    colour[y] = wanted;
                    queue[tail++] = y;
                } else if (colour[y] != wanted) {
                    ++misfits;
                }
            }
        }
    }
    return misfits / 2;
}

void compare_with_kernel(char const* name, gs::signed_graph const& g) {
    std::vector<std::uint32_t> first(g.num_vertices() + std::size_t{1});
    std::vector<std::uint32_t> words;
    for (std::uint32_t v = 0; v < g.num_vertices(); ++v) {
        first[v + 1] = g.first_arc(v + 1);
        for (auto a = g.first_arc(v); a < g.first_arc(v + 1); ++a)
            words.push_back(g.neighbour(a) << 1U | (g.is_negative(a) ? 1U : 0U));
    }
    std::size_t by_hand = 0;
    std::size_t ours = 0;
    auto const kernel = median_time(21, [&] { by_hand = hand_written_balance(first, words); });
    auto const library = median_time(21, [&] { ours = gs::structural_balance(g).against; });
    std::printf(
        "  %-16s %8u vertices %9zu ties: balance %8.3f ms, hand-written %8.3f ms, ratio %.2f (%zu, %zu against)\n",
        name, g.num_vertices(), g.num_ties(), library * 1e3, kernel * 1e3, library / kernel, ours, by_hand);
}

void print(char const* name, char const* kind, double lower, double upper, bool exact, double packed, double seconds) {
    std::printf("  %-18s %-12s [%g; %g]%s packed %.3f, %.3f s\n", name, kind, lower, upper, exact ? " proven," : ",",
                packed, seconds);
    std::fflush(stdout);
}

// Whether the camps cost what was said, and the cycles prove what they are said to: by the definitions alone.
template <class Result>
void check(gs::signed_graph const& g, Result const& r, gs::cycle_kind kind) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_weight_t, double>>
        ties(g.num_vertices());
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) add_edge(source(*e, g), target(*e, g), get(gs::edge_sign, g, *e), ties);
    auto const weight = get(boost::edge_weight, ties);
    auto const camps = gs::check_partition(ties, weight, r.camp);
    std::vector<gs::packed_cycle> longer;
    std::copy_if(r.packing.begin(), r.packing.end(), std::back_inserter(longer),
                 [](gs::packed_cycle const& c) { return c.vertices.size() > 2; });
    auto const packing = gs::check_packing(ties, weight, longer, kind);
    auto const constant = g.constant_cost();
    if (camps.value + constant != r.upper || !packing.valid ||
        std::abs(packing.value + constant - r.packed) > 1e-6 * r.packed) {
        std::printf("  A CERTIFICATE FAILS: camps %g, packing %g %s\n", camps.value, packing.value,
                    packing.reason.c_str());
    }
}

void frustration(char const* name, char const* kind, gs::signed_graph const& g, double limit) {
    auto const start = now();
    auto const r = gs::frustration_index(g, {.time_limit = limit});
    print(name, kind, r.lower, r.upper, r.exact, r.packed, now() - start);
    check(g, r, gs::cycle_kind::negative);
}

void any_camps(char const* name, gs::signed_graph const& g, double limit) {
    auto const start = now();
    auto const r = gs::camps(g, {}, {.time_limit = limit});
    print(name, (std::to_string(r.camps) + " camps").c_str(), r.lower, r.upper, r.exact, r.packed, now() - start);
    check(g, r, gs::cycle_kind::one_negative);
}

void triads(char const* name, gs::signed_graph const& g) {
    auto const start = now();
    auto const t = gs::triad_census(g).total;
    std::printf("  %-18s triads %ju +++, %ju ++-, %ju +--, %ju ---, %.3f s\n", name,
                static_cast<std::uintmax_t>(t.ppp()), static_cast<std::uintmax_t>(t.ppn()),
                static_cast<std::uintmax_t>(t.pnn()), static_cast<std::uintmax_t>(t.nnn()), now() - start);
}

void small_networks() {
    std::printf("Exact, two camps and any number; published for two: 7, 34, 18, 40, 193; for any number, the tribes: 3 "
                "camps, 2 ties\n");
    for (auto const* name :
         {"highlandtribes.csv", "cloister.csv", "congress.csv", "yeast.signed-graph", "egfr.signed-graph",
          "cow-1946.tsv", "cow-1956.tsv", "cow-1966.tsv", "cow-1976.tsv", "cow-1986.tsv", "cow-1996.tsv"}) {
        auto const g = load(name);
        frustration(name, "two camps", g, 60);
        any_camps(name, g, 60);
    }
    frustration("yeast.signed-graph", "pairs kept", load("yeast.signed-graph", gs::pair_rule::keep), 60);
}

void spectra(gs::signed_graph const& g) {
    auto const laplacian = median_time(3, [&] { (void)gs::signed_laplacian(g); });
    auto const dominant = median_time(3, [&] { (void)gs::signed_eigenvector(g); });
    auto const walks = median_time(1, [&] { (void)gs::walk_balance(g); });
    std::printf("    spectra: Laplacian %.3f s, two of the adjacency %.3f s, walks %.2f s\n", laplacian, dominant,
                walks);
}

void large_networks(double limit) {
    std::printf("Bounds, beside published [1071; 1073], [14794; 14903] and [50591; 50756]\n");
    for (auto const* name : {"bitcoinotc.csv", "wikielections.csv", "soc-sign-epinions.txt.gz"}) {
        auto const g = load(name);
        std::printf("  %s: %zu vertices with ties, %zu ties, %zu pairs cancelled\n", name,
                    g.num_vertices() - g.report().isolated_vertices, g.num_ties(), g.report().cancelled_pairs);
        frustration(name, "two camps", g, limit);
        compare_with_kernel(name, g);
        triads(name, g);
        if (g.num_ties() < 200'000) spectra(g); // minutes for Epinions, whose least eigenvalues are close together
    }
}

void tribes() {
    auto const g = load("highlandtribes.csv");
    auto const index = gs::frustration_index(g).upper;
    auto const& ties = g.report();
    auto const triangles = gs::triangle_indices_of(gs::triad_census(g));
    std::printf("Tribes, published: triangles .8676471, walks .3575761, 1 - L/m- .7586207; 19, 2, 40 and 7 triads\n");
    triads("highlandtribes.csv", g);
    std::printf("  triangles %.7f, walks %.7f, 1 - L/m- %.7f, 1 - 2L/m %.7f, 1 - L/m %.7f\n",
                triangles.triangle_index.value(), gs::walk_balance(g).value,
                gs::frustration_by_negatives(index, static_cast<double>(ties.negative_ties)),
                gs::normalised_frustration(index, static_cast<double>(ties.ties)),
                gs::satisfied_share(index, static_cast<double>(ties.ties)));
}

// Ten ties a vertex; two hidden camps, and one tie in twenty against them.
std::vector<gs::signed_tie> hidden_camps(std::uint32_t vertices, std::size_t ties) {
    std::mt19937_64 random(7);
    std::vector<gs::signed_tie> list(ties);
    for (auto& t : list) {
        t.from = static_cast<std::uint32_t>(random() % vertices);
        t.to = static_cast<std::uint32_t>(random() % vertices);
        auto const across = (t.from ^ t.to) % 2 != 0;
        t.weight = across != (random() % 20 == 0) ? -1 : 1;
    }
    return list;
}

// The slope of log time against log size.
double exponent(std::vector<std::pair<double, double>> const& points) {
    double x = 0;
    double y = 0;
    double xx = 0;
    double xy = 0;
    for (auto const& [size, time] : points) {
        x += std::log(size);
        y += std::log(time);
        xx += std::log(size) * std::log(size);
        xy += std::log(size) * std::log(time);
    }
    auto const n = static_cast<double>(points.size());
    return (n * xy - x * y) / (n * xx - x * x);
}

void growth() {
    std::printf("Growth\n  %10s %12s %12s %12s %12s\n", "ties", "compress ms", "balance ms", "bounds s", "bytes/tie");
    std::vector<std::pair<double, double>> build;
    std::vector<std::pair<double, double>> balance;
    std::vector<std::pair<double, double>> bounds;
    for (std::size_t ties = 10000; ties <= 10000000; ties *= 10) {
        auto const vertices = static_cast<std::uint32_t>(ties / 10);
        auto const list = hidden_camps(vertices, ties);
        auto const size = static_cast<double>(ties);
        gs::tie_options const signs{.multi_edges = gs::multi_edge_rule::sign_of_sum};
        gs::signed_graph g;
        build.push_back({size, median_time(3, [&] { g = gs::signed_graph(vertices, list, signs); })});
        balance.push_back({size, median_time(5, [&] { (void)gs::structural_balance(g); })});
        auto const bytes = 16.0 + 4.0 * vertices / static_cast<double>(g.num_ties()) + (g.is_weighted() ? 16.0 : 0.0);
        if (ties <= 1000000) {
            bounds.push_back(
                {size, median_time(1, [&] { (void)gs::frustration_index(g, {.node_limit = 0, .rounds = 1}); })});
        }
        std::printf("  %10zu %12.3f %12.3f %12.3f %12.1f\n", ties, build.back().second * 1e3,
                    balance.back().second * 1e3, bounds.size() == build.size() ? bounds.back().second : std::nan(""),
                    bytes);
    }
    std::printf("  exponents: compress %.2f, balance %.2f, bounds %.2f\n", exponent(build), exponent(balance),
                exponent(bounds));
}

void write_for_peers(std::string const& target) {
    for (auto const* name : {"bitcoinotc.csv", "wikielections.csv", "soc-sign-epinions.txt.gz"}) {
        auto const g = load(name);
        auto* const file = std::fopen((target + "/" + name + ".ties").c_str(), "w");
        if (file == nullptr) continue;
        auto const [first, last] = edges(g);
        for (auto e = first; e != last; ++e) {
            auto const [from, to] = (*e).ends();
            std::fprintf(file, "%u %u %d\n", from, to, get(gs::edge_sign, g, *e));
        }
        std::fclose(file);
    }
}

} // namespace

int main(int argc, char** argv) {
    if (!networks::folder()) {
        std::printf("skipped the real networks: GEOSTANCE_DATA is not set\n");
    } else {
        tribes();
        small_networks();
        large_networks(argc > 1 ? std::atof(argv[1]) : 20);
        if (argc > 2) write_for_peers(argv[2]);
    }
    growth();
}

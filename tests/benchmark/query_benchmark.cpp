// SPDX-License-Identifier: BSL-1.0
// What a question costs: it follows the relations concerned, not the record around them; a timeline is linear in them.
#include <geostance/geostance.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

/// A record of `total` relations, of which `between` lead from the first actor to the second.
struct record {
    gs::stance_graph g;
    gs::node<gs::actor> who;
    gs::node<gs::actor> target;

    record(int total, int between) {
        std::mt19937 random(1);
        std::vector<gs::node<gs::actor>> actors;
        for (int i = 0; i < 2 + total / 10; ++i)
            actors.push_back(g.add(gs::actor{.key = std::to_string(i), .kind = gs::actor_kind::state}));
        who = actors[0];
        target = actors[1];
        auto const paper = g.add(gs::publication{.key = "paper", .published = std::chrono::year(2024)});
        auto const voice = g.add(gs::actor{.key = "voice", .kind = gs::actor_kind::person});
        g.relate(voice, who, gs::speaks_for{});
        auto const said = g.add(gs::statement{.key = "said", .said = std::chrono::year(2020)});
        g.relate(voice, said, gs::makes{});
        for (int i = 0; i < total; ++i) {
            bool const concerned = i % (total / between) == 0;
            // Both ends of the pair are busy with others as well, as states in the news are.
            auto const from = concerned           ? who
                              : random() % 4 == 0 ? actors[0]
                                                  : actors[2 + random() % (actors.size() - 2)];
            auto const to = concerned           ? target
                            : random() % 4 == 0 ? actors[1]
                                                : actors[2 + random() % (actors.size() - 2)];
            if (!concerned && from == who && to == target) continue;
            auto const y = std::chrono::year(2000 + static_cast<int>(random() % 24));
            auto const day = y / std::chrono::month(static_cast<unsigned>(1 + random() % 12)) /
                             std::chrono::day(static_cast<unsigned>(1 + random() % 28));
            gs::provenance p{
                .publication = paper, .locator = "row " + std::to_string(i), .valid = {day, {}}, .recorded = day};
            double const value = static_cast<double>(random() % 21) / 10 - 1;
            if (concerned && i % 3 == 0) {
                p.claimed_in = said;
                g.relate(voice, to, gs::stance{.value = value}, p);
            } else {
                g.relate(from, to, gs::stance{.value = value}, p);
            }
        }
    }
};

/// Writes to more memory than the caches hold, so that small and large records start alike.
void empty_caches() {
    static std::vector<char> memory(std::size_t{1} << 28U);
    for (std::size_t i = 0; i < memory.size(); i += 64) ++memory[i];
}

/// The median time of some runs, in microseconds of the steady clock; what is done before each does not count.
template <class F>
double median_time(
    int runs, F f, void (*before)() = [] {}) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        before();
        auto const start = std::chrono::steady_clock::now();
        f();
        times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
    return times[static_cast<std::size_t>(runs / 2)];
}

} // namespace

int main() {
    using namespace std::chrono_literals;
    gs::lens const full{.at = 2023y / 6 / 1, .known_by = 2024y / 1 / 1, .channels = gs::channel::verbal};
    record const small(10'000, 1'000);
    record const large(1'000'000, 1'000);
    std::size_t checksum = 0;
    std::vector<double> ratios;
    double in_small = 0;
    double in_large = 0;
    for (int pair = 0; pair < 9; ++pair) { // in turn, so that a drift of the machine's speed hits both alike
        in_small = median_time(21, [&] { checksum += gs::position_of(small.g, small.who, small.target, full).number; });
        in_large = median_time(21, [&] { checksum += gs::position_of(large.g, large.who, large.target, full).number; });
        ratios.push_back(in_large / in_small);
    }
    std::sort(ratios.begin(), ratios.end());
    std::printf("position_of, 1,000 relations concerned, full lens\n");
    std::printf("  record of    10,000 relations: %8.1f us\n", in_small);
    std::printf("  record of 1,000,000 relations: %8.1f us\n", in_large);
    std::printf("  ratio: median %.2f (least %.2f, greatest %.2f); aim 1.5\n\n", ratios[4], ratios.front(),
                ratios.back());

    std::printf("timeline, with nothing of the record in the caches, as after reading it\n");
    std::vector<std::pair<double, double>> logs;
    for (int const n : {1'000, 10'000, 100'000}) {
        record const r(n, n);
        double const time = median_time(
            21, [&] { checksum += gs::timeline(r.g, r.who, r.target).moments.size(); }, empty_caches);
        std::printf("  %9d dated relations: %10.0f us, %6.1f ns each\n", n, time, 1000 * time / n);
        logs.emplace_back(std::log(n), std::log(time));
    }
    double const exponent = (logs.back().second - logs.front().second) / (logs.back().first - logs.front().first);
    std::printf("  growth with the relations: exponent %.2f\n(checksum %zu)\n", exponent, checksum);
}

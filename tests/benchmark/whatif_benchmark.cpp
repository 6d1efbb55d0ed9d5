// SPDX-License-Identifier: BSL-1.0
// What a supposition costs, beside a copy of the record and a projection of it from nothing, in turns in one run; and
// the memory of a thousand suppositions over one record. Seconds are those of the processor. Build with optimisation.
#include <geostance/geostance.hpp>
#include <geostance/query/network/kept_projection.hpp>
#include <geostance/query/whatif/if_switched.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <deque>
#include <fstream>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

template <class F>
double seconds_of(F f) {
    auto const start = std::clock();
    f();
    return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}
double median(std::vector<double> all) {
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    return all[all.size() / 2];
}

struct record {
    gs::stance_graph g;
    std::vector<gs::node<gs::actor>> who;
    std::mt19937 random{1};

    record(unsigned actors, unsigned relations) {
        for (unsigned i = 0; i < actors; ++i)
            who.push_back(g.add(gs::actor{.key = "a" + std::to_string(i), .kind = gs::actor_kind::state}));
        for (unsigned i = 0; i < relations; ++i) add(g);
    }
    gs::node<gs::actor> any() { return who[random() % who.size()]; }
    double any_value() { return (static_cast<double>(random() % 21) - 10) / 10; }
    void add(gs::stance_graph& to) {
        auto const a = any();
        if (auto const b = any(); a != b)
            to.relate(a, b, gs::stance{.value = any_value()}, {.valid = gs::since(std::chrono::year(2000))});
    }
    /// Supposes another value of relations that are there, each in the place of the recorded one.
    void suppose_some(gs::supposition<gs::geopolitics>& what_if, unsigned changes) {
        for (unsigned i = 0; i < changes; ++i) {
            auto const r = g.relation_at(random() % g.num_relations());
            what_if.relate(*g.as<gs::actor>(g.source(r)), *g.as<gs::actor>(g.target(r)),
                           gs::stance{.value = any_value()});
        }
    }
};

/// Resident memory in MiB, where the system tells it; else 0.
double resident() {
    std::ifstream in("/proc/self/statm");
    std::size_t pages = 0;
    in >> pages >> pages;
    return static_cast<double>(pages) * 4096 / (1 << 20);
}

std::size_t checksum = 0;

void cost_beside_copy(unsigned actors, unsigned relations) {
    record r(actors, relations);
    std::printf("\n%u actors, %u relations; median milliseconds of the processor\n", actors, relations);
    std::printf("%10s %12s %12s %14s %14s %14s\n", "supposed", "suppose", "one answer", "differences", "copy+project",
                "all differences");
    for (unsigned const supposed : {1U, 10U, 100U, 1000U}) {
        std::vector<double> make, ask, differ, copy, all;
        for (int turn = 0; turn < 5; ++turn) {
            gs::supposition what_if(r.g);
            make.push_back(seconds_of([&] { r.suppose_some(what_if, supposed); }));
            auto const target = r.any();
            ask.push_back(seconds_of([&] {
                              for (int i = 0; i < 100; ++i) checksum += gs::opponents(what_if, target).size();
                          }) /
                          100);
            differ.push_back(seconds_of([&] { checksum += gs::differences(r.g, what_if).size(); }));
            copy.push_back(seconds_of([&] {
                auto other = r.g.copy();
                for (unsigned i = 0; i < supposed; ++i) r.add(other);
                checksum += gs::project(other).ties.size();
            }));
            all.push_back(seconds_of([&] {
                gs::lens const asked;
                gs::stance_graph const& then = what_if;
                gs::detail::reading<gs::geopolitics> const before(r.g, asked);
                gs::detail::reading<gs::geopolitics> const after(then, asked);
                checksum +=
                    gs::detail::differences_between(before, gs::positions(r.g), after, gs::positions(then), {}).size();
            }));
        }
        std::printf("%10u %12.3f %12.3f %14.2f %14.1f %14.1f\n", supposed, 1000 * median(make), 1000 * median(ask),
                    1000 * median(differ), 1000 * median(copy), 1000 * median(all));
    }
}

void memory_of_a_thousand(unsigned actors, unsigned relations) {
    auto const empty = resident();
    record r(actors, relations);
    auto const with_record = resident();
    std::deque<gs::supposition<gs::geopolitics>> all;
    for (int i = 0; i < 1000; ++i) {
        all.emplace_back(r.g);
        r.suppose_some(all.back(), 10);
    }
    auto const with_all = resident();
    for (auto const& one : all) checksum += gs::supporters(one, r.any()).size();
    std::printf("\n%u actors, %u relations: the record takes %.1f MiB; a thousand suppositions of ten changes %.1f MiB "
                "more, %.1f MiB once each was asked\n",
                actors, relations, with_record - empty, with_all - with_record, resident() - with_record);
}

void kept_beside_anew(unsigned actors, unsigned relations) {
    record r(actors, relations);
    gs::kept_projection kept(r.g);
    std::printf("\n%u actors, %u relations: milliseconds to project after changes\n%10s %14s %14s\n", actors, relations,
                "changes", "kept", "from nothing");
    for (unsigned const changes : {1U, 10U, 100U, 500U, 5000U}) {
        std::vector<double> update, anew;
        for (int turn = 0; turn < 5; ++turn) {
            for (unsigned i = 0; i < changes; ++i) r.add(r.g);
            update.push_back(seconds_of([&] { checksum += kept.update().size(); }));
            anew.push_back(seconds_of([&] { checksum += gs::project(r.g).ties.size(); }));
        }
        std::printf("%10u %14.2f %14.1f\n", changes, 1000 * median(update), 1000 * median(anew));
    }
}

} // namespace

int main() {
    memory_of_a_thousand(2'000, 50'000);
    for (unsigned const times : {1U, 4U}) {
        cost_beside_copy(2'000 * times, 50'000 * times);
        kept_beside_anew(2'000 * times, 50'000 * times);
    }
    std::printf("(checksum %zu)\n", checksum);
}

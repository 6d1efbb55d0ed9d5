// SPDX-License-Identifier: BSL-1.0
// What is given to be called may have state: it is called where it is, and never copied.
#include <geostance/data/event/cameo.hpp>
#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/event/ledger.hpp>
#include <geostance/geostance.hpp>
#include <geostance/graph/extract.hpp>
#include <geostance/graph/merge.hpp>
#include <geostance/io/atomic_file.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/optimum/frustration_index.hpp>
#include <geostance/query/claim/quotes.hpp>
#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/signed/changing_balance.hpp>

#include <scenarios/small_record.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

/// Counts its calls, in itself. It can neither be copied nor moved.
template <class Result = void>
struct only_one {
    std::size_t calls = 0;

    only_one() = default;
    only_one(only_one const&) = delete;
    only_one& operator=(only_one const&) = delete;
    ~only_one() = default;

    template <class... Arguments>
    Result operator()(Arguments&&...) {
        ++calls;
        return Result();
    }
};

/// The same for an answer that is not made of nothing.
template <auto Answer>
struct only_one_that_says : only_one<> {
    template <class... Arguments>
    auto operator()(Arguments&&...) {
        ++calls;
        return Answer;
    }
};

/// Counts how often it is copied.
struct counts_copies {
    std::size_t* copies;
    std::size_t* calls;

    counts_copies(std::size_t& all_copies, std::size_t& all_calls) : copies(&all_copies), calls(&all_calls) {}
    counts_copies(counts_copies const& other) : copies(other.copies), calls(other.calls) { ++*copies; }
    counts_copies(counts_copies&&) noexcept = default;
    counts_copies& operator=(counts_copies const&) = delete;
    counts_copies& operator=(counts_copies&&) = delete;
    ~counts_copies() = default;

    template <class... Arguments>
    bool operator()(Arguments&&...) const {
        ++*calls;
        return false;
    }
};

constexpr char const* headings = "Event ID\tEvent Date\tSource Name\tSource Country\tEvent Text\tCAMEO Code\tIntensity"
                                 "\tTarget Name\tTarget Country\tPublisher\n";
constexpr char const* row = "1\t2017-12-31\tA\tA\tMake statement\t010\t0.0\tB\tB\tP\n";

struct takes_held {
    std::size_t calls = 0;
    takes_held() = default;
    takes_held(takes_held const&) = delete;
    takes_held& operator=(takes_held const&) = delete;
    ~takes_held() = default;

    template <class T>
    T operator()(T const& held, T const&) {
        ++calls;
        return held;
    }
};

struct two_friends : small_record {
    gs::node<gs::actor> a = state("a");
    gs::node<gs::actor> b = state("b");
    gs::node<gs::publication> paper = g.add(gs::publication{.key = "paper"});
    gs::relation<gs::stance> friendly =
        g.relate(a, b, gs::stance{.value = 1}, {.publication = paper, .quote = "a friend", .valid = {}});
    gs::relation<gs::stance> hostile = g.relate(b, a, gs::stance{.value = -1});
};

} // namespace

TEST_CASE_FIXTURE(two_friends, "callables: those that a graph calls have state, and are not copied") {
    only_one<> seen;
    g.visit(gs::any_node(a), seen);
    g.visit(gs::any_relation(friendly), seen);
    CHECK(seen.calls == 2);
    g.for_each_between(a, b, seen);
    CHECK(seen.calls == 3);
    gs::for_each_reference(g.annotation(friendly), seen);
    CHECK(seen.calls == 5);
    only_one<> fields;
    gs::for_each_field(g[a], fields);
    CHECK(fields.calls > 1);

    only_one_that_says<true> kept;
    CHECK(gs::extract(g, kept).num_relations() == 2);
    CHECK(kept.calls == 2);

    gs::stance_graph other;
    other.add(gs::actor{.key = "a", .name = "another name", .kind = gs::actor_kind::state});
    takes_held policy;
    gs::merge(g, other, {}, policy);
    CHECK(policy.calls == 1);
    CHECK(g[a].name == "a");
}

TEST_CASE_FIXTURE(two_friends, "callables: those that questions call have state, and are not copied") {
    only_one<> every;
    gs::for_each_connection(g, a, b, every);
    CHECK(every.calls == 2);
    only_one_that_says<false> first;
    gs::for_each_connection(g, a, b, first);
    CHECK(first.calls == 1);

    only_one<std::optional<std::string>> text_of;
    CHECK(gs::check_quotes(g, text_of).size() == 1);
    CHECK(text_of.calls == 1);

    only_one_that_says<1> question;
    CHECK(gs::what_turns(g, {{.who = a, .target = b, .value = -1}}, question).empty());
    CHECK(question.calls == 2);
}

TEST_CASE("callables: those that readers, tables and networks call have state, and are not copied") {
    only_one<> events;
    gs::io::for_each_event(gs::io::input::text(std::string(headings) + row), gs::io::event_format::icews, events);
    CHECK(events.calls == 1);

    only_one<> codes;
    gs::io::for_each_cameo_event(codes);
    CHECK(codes.calls == gs::io::count_cameo_events());

    gs::io::ledger ledger;
    gs::io::event one;
    one.source.country = "A";
    one.target.country = "B";
    one.code = "010";
    one.day = std::chrono::sys_days(std::chrono::year(2017) / 12 / 31);
    ledger.add(one);
    only_one<> entries;
    ledger.for_each_entry(entries);
    CHECK(entries.calls == 1);

    gs::changing_balance triad;
    triad.set(0, 1, 1);
    triad.set(1, 2, 1);
    triad.set(0, 2, -1);
    only_one<> packed;
    triad.for_each_packed(packed);
    CHECK(packed.calls == 1);

    auto const place = std::filesystem::temp_directory_path() / "geostance_callables_test.txt";
    only_one<> write;
    gs::io::write_file(place, write);
    CHECK(write.calls == 1);
    std::filesystem::remove(place);
}

TEST_CASE("callables: what the options of a search hold is not copied either") {
    std::size_t copies = 0;
    std::size_t calls = 0;
    gs::search_options search;
    search.stop = counts_copies(copies, calls);
    search.progress = counts_copies(copies, calls);
    auto const before = copies;
    std::vector<gs::signed_tie> ties;
    for (std::uint32_t u = 0; u < 8; ++u)
        for (std::uint32_t v = 0; v < u; ++v) ties.push_back({u, v, (u * v + u) % 3 == 0 ? 1.0 : -1.0});
    static_cast<void>(gs::frustration_index(gs::signed_graph(8, ties), search));
    CHECK(calls > 0);
    CHECK(copies == before);
}

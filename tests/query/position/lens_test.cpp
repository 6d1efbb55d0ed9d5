// SPDX-License-Identifier: BSL-1.0
#include <geostance/geostance.hpp>

#include <doctest/doctest.h>

#include <chrono>
#include <cmath>
#include <limits>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

/// One holder with one position, recorded as told.
struct one_position {
    gs::stance_graph g;
    gs::node<gs::actor> a = g.add(gs::actor{.key = "a"});
    gs::node<gs::actor> b = g.add(gs::actor{.key = "b"});

    explicit one_position(gs::provenance const& p, gs::stance const& s = {.value = 1}) { g.relate(a, b, s, p); }
    [[nodiscard]] gs::position under(gs::lens const& l) const { return gs::position_of(g, a, b, l); }
    [[nodiscard]] gs::attitude attitude(gs::lens const& l) const { return under(l).attitude; }
};

} // namespace

TEST_CASE("lens.at: a year is not a day, and the answer says which") {
    one_position const t({.valid = gs::during(2022y)});
    CHECK(t.under({.at = 2022y}).holds == gs::certainty::yes);
    CHECK(t.under({.at = 2022y / 5 / 1}).holds == gs::certainty::maybe);
    CHECK(t.under({.at = 2022y / 5 / 1}).attitude == gs::attitude::supports);
    CHECK(t.attitude({.at = 2023y}) == gs::attitude::none);
    CHECK(t.attitude({.at = 2021y / 12 / 31}) == gs::attitude::none);
    CHECK(t.under({}).holds == gs::certainty::yes);
}

TEST_CASE("lens.at: what gives no date is taken to hold from the day it was said or published") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const paper = g.add(gs::publication{.key = "paper", .published = 2020y / 1 / 1});
    g.relate(a, b, gs::stance{.value = 1}, {.publication = paper});
    CHECK(gs::position_of(g, a, b, {.at = 2019y}).attitude == gs::attitude::none);
    CHECK(gs::position_of(g, a, b, {.at = 2020y / 1 / 1}).holds == gs::certainty::yes);
    CHECK(gs::position_of(g, a, b, {.at = 2021y}).holds == gs::certainty::maybe);
    one_position const undated({});
    CHECK(undated.under({.at = 1900y}).holds == gs::certainty::maybe);
}

TEST_CASE("lens.known_by: what is said later neither denies nor takes back") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const dam = g.add(gs::issue{.key = "dam"});
    auto const said = g.add(gs::statement{.key = "said", .said = 2021y / 5 / 1});
    auto const denial = g.add(gs::statement{.key = "denial", .said = 2021y / 7 / 2});
    auto const retraction = g.add(gs::statement{.key = "retraction", .said = 2021y / 6 / 2});
    g.relate(a, said, gs::makes{});
    g.relate(b, denial, gs::makes{});
    g.relate(a, retraction, gs::makes{});
    g.relate(said, dam, gs::about{gs::force::assert_});
    g.relate(denial, dam, gs::about{gs::force::deny});
    g.relate(retraction, said, gs::retracts{});
    g.relate(a, dam, gs::stance{1}, {.claimed_in = said});
    CHECK(gs::position_of(g, a, dam, {.known_by = 2021y / 5 / 20}).attitude == gs::attitude::supports);
    CHECK(gs::position_of(g, a, dam, {.known_by = 2021y / 6 / 2}).attitude == gs::attitude::none);
    CHECK(gs::statements_of(g, b, {.known_by = 2021y / 5 / 20}).empty());
    CHECK(gs::statements_of(g, b, {.known_by = 2021y / 7 / 2}).size() == 1);
    CHECK(gs::contested(g, {.known_by = 2021y / 5 / 20}).empty());
}

TEST_CASE("lens.known_by: two clocks: what held on one day, as known on another") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const first = g.add(gs::statement{.key = "first", .said = 2020y / 3 / 1});
    auto const correction = g.add(gs::statement{.key = "correction", .said = 2021y / 6 / 1});
    g.relate(a, first, gs::makes{});
    g.relate(a, correction, gs::makes{});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = first, .valid = gs::since(2020y / 3 / 1)});
    g.relate(a, b, gs::stance{.value = -1},
             {.claimed_in = correction, .valid = gs::since(2020y / 3 / 1), .recorded = 2021y / 6 / 1});
    g.relate(correction, first, gs::supersedes{}, {.recorded = 2021y / 6 / 1});
    auto const on = [&](gs::date held, gs::date known) {
        return gs::position_of(g, a, b, {.at = held, .known_by = known}).attitude;
    };
    CHECK(on(2020y / 5 / 1, 2020y / 5 / 1) == gs::attitude::supports); // as it was known then
    CHECK(on(2020y / 5 / 1, 2022y / 1 / 1) == gs::attitude::opposes);  // as it is known now
    CHECK(on(2020y / 5 / 1, 2020y / 1 / 1) == gs::attitude::none);     // before anybody knew
    CHECK(on(2019y, 2022y) == gs::attitude::none);
}

TEST_CASE("retractions: a retraction that is itself retracted does nothing") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const said = g.add(gs::statement{.key = "said"});
    auto const back = g.add(gs::statement{.key = "back"});
    auto const again = g.add(gs::statement{.key = "again"});
    for (auto const s : {said, back, again}) g.relate(a, s, gs::makes{});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = said});
    g.relate(back, said, gs::retracts{}, {.recorded = 2021y});
    CHECK(gs::position_of(g, a, b).attitude == gs::attitude::none);
    CHECK(gs::position_of(g, a, b, {.known_by = 2020y}).attitude == gs::attitude::supports);
    CHECK(gs::statements_of(g, a).size() == 2);
    g.relate(again, back, gs::retracts{}, {.recorded = 2022y});
    CHECK(gs::position_of(g, a, b).attitude == gs::attitude::supports);
    CHECK(gs::position_of(g, a, b, {.known_by = 2021y / 12 / 31}).attitude == gs::attitude::none);
}

TEST_CASE("lens.least_credibility: unjudged evidence is no proof of being credible enough") {
    one_position const doubtful({.credibility = gs::credibility::doubtful});
    CHECK(doubtful.attitude({}) == gs::attitude::supports);
    CHECK(doubtful.attitude({.least_credibility = gs::credibility::doubtful}) == gs::attitude::supports);
    CHECK(doubtful.attitude({.least_credibility = gs::credibility::possibly_true}) == gs::attitude::none);
    CHECK(one_position({}).attitude({.least_credibility = gs::credibility::improbable}) == gs::attitude::none);
}

TEST_CASE("lens.weights: the Admiralty letters weigh apart, and a policy can be replaced") {
    CHECK(one_position({}).under({}).weight == 0.5);
    CHECK(one_position({.reliability = gs::reliability::usually_reliable}).under({}).weight == doctest::Approx(0.8));
    one_position const both(
        {.reliability = gs::reliability::fairly_reliable, .credibility = gs::credibility::probably_true});
    CHECK(both.under({}).weight == doctest::Approx(0.42));
    gs::evidence_weights flat;
    flat.by_reliability.fill(1);
    flat.by_credibility.fill(1);
    CHECK(both.under({.weights = flat}).weight == 1);
}

TEST_CASE("lens.weigh_by: by letters, by likelihood or by confidence, never by several of them") {
    one_position const t({.likelihood = gs::likelihood::remote,
                          .confidence = gs::confidence::high,
                          .reliability = gs::reliability::usually_reliable});
    CHECK(t.under({}).weight == doctest::Approx(0.8));
    CHECK(t.under({.weigh_by = gs::weighing::likelihood}).weight == doctest::Approx(0.03));
    CHECK(t.under({.weigh_by = gs::weighing::confidence}).weight == doctest::Approx(0.85));
    CHECK(t.under({.weigh_by = gs::weighing::confidence, .confidences = {.by_level = {0.1, 0.2, 0.3}}}).weight ==
          doctest::Approx(0.3));
    CHECK(one_position({}).under({.weigh_by = gs::weighing::likelihood}).weight == 1);
}

TEST_CASE("lens.weights: those that would be lost in a sum are refused, as small as the least may be they count") {
    gs::evidence_weights small;
    small.by_reliability.fill(1e-6);
    small.by_credibility.fill(1e-6);
    one_position const both({.reliability = gs::reliability::unreliable, .credibility = gs::credibility::improbable});
    CHECK(both.under({.weights = small}).attitude == gs::attitude::supports);
    CHECK(both.under({.weights = small}).value == doctest::Approx(1));
    small.by_credibility.fill(1e-300);
    CHECK_THROWS_AS(static_cast<void>(both.under({.weights = small})), gs::invalid_value);
    small.by_credibility.fill(std::nan(""));
    CHECK_THROWS_AS(static_cast<void>(both.under({.weights = small})), gs::invalid_value);
    gs::tally lost;
    lost.add(1, 1e-300);
    CHECK(lost.attitude() == gs::attitude::none);
}

TEST_CASE("lens.channels and lens.facet: deeds apart from words, one side apart from the whole") {
    one_position const t({}, {.value = 1, .facet = "trade", .channel = gs::channel::material});
    CHECK(t.attitude({.channels = gs::channel::material}) == gs::attitude::supports);
    CHECK(t.attitude({.channels = gs::channel::verbal}) == gs::attitude::none);
    CHECK(t.attitude({.channels = {gs::channel::verbal, gs::channel::material}}) == gs::attitude::supports);
    CHECK(t.attitude({.facet = "trade"}) == gs::attitude::supports);
    CHECK(t.attitude({.facet = "borders"}) == gs::attitude::none);
}

TEST_CASE("lens: several reports of one event are one event, unless every report is to count") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const p = g.add(gs::publication{.key = "p"});
    auto const q = g.add(gs::publication{.key = "q"});
    gs::acts_toward const act{.event = {"cameo", "190"}, .value = -1};
    g.relate(a, b, act, {.publication = p, .valid = gs::during(2020y / 1 / 1)});
    g.relate(a, b, act,
             {.publication = q, .credibility = gs::credibility::confirmed, .valid = gs::during(2020y / 1 / 1)});
    g.relate(a, b, act, {.publication = q, .valid = gs::during(2020y / 1 / 2)});
    auto const once = gs::position_of(g, a, b);
    CHECK(once.number == 2);
    CHECK(once.rests_on.size() == 3);
    CHECK(once.weight == doctest::Approx(0.9 + 0.5)); // the best of the reports counts
    CHECK(gs::position_of(g, a, b, {.count_every_report = true}).number == 3);
}

TEST_CASE("lens.without: sources, statements and speakers can be left out") {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const b = g.add(gs::actor{.key = "b"});
    auto const p = g.add(gs::publication{.key = "p"});
    auto const said = g.add(gs::statement{.key = "s"});
    g.relate(a, said, gs::makes{});
    g.relate(a, b, gs::stance{.value = 1}, {.claimed_in = said, .publication = p});
    for (auto const left_out : {gs::any_node(a), gs::any_node(p), gs::any_node(said)})
        CHECK(gs::position_of(g, a, b, {.without = {left_out}}).attitude == gs::attitude::none);
    CHECK(gs::position_of(g, a, b, {.without = {gs::any_node(b)}}).attitude == gs::attitude::supports);
}

TEST_CASE("lens: bad fields are named, with their value") {
    one_position const t({});
    auto const message = [&](gs::lens const& l) -> std::string {
        try {
            static_cast<void>(t.under(l));
        } catch (gs::invalid_value const& e) {
            return e.what();
        }
        return "";
    };
    CHECK(message({.at = gs::date()}) == "lens.at: got unknown, expected a day, a month or a year");
    CHECK(message({.known_by = gs::date::open()}) == "lens.known_by: got open, expected a day, a month or a year");
    CHECK(message({.inherit_from_groups = -0.5}) ==
          "lens.inherit_from_groups: got -0.5, expected a number in [1e-6, 1]");
    CHECK(message({.inherit_from_groups = std::nan("")}).find("nan") != std::string::npos);
    gs::evidence_weights zero;
    zero.not_judged = 0;
    CHECK(message({.weights = zero}).find("lens.weights.not_judged: got 0") == 0);
    gs::stance_graph other;
    auto const stranger = other.add(gs::actor{.key = "x"});
    CHECK_THROWS_AS(static_cast<void>(t.under({.according_to = stranger})), gs::invalid_handle);
    CHECK_THROWS_AS(static_cast<void>(t.under({.without = {gs::any_node(stranger)}})), gs::invalid_handle);
}

TEST_CASE("lens: who made a statement is known once that is recorded, and left out with the paper that tells it") {
    using namespace std::chrono;
    gs::stance_graph g;
    auto const speaker = g.add(gs::actor{.key = "speaker", .kind = gs::actor_kind::person});
    auto const state = g.add(gs::actor{.key = "state", .kind = gs::actor_kind::state});
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const letter = g.add(gs::statement{.key = "letter", .said = 2020y / 1 / 1});
    auto const leak = g.add(gs::publication{.key = "leak", .published = 2022y / 1 / 1});
    g.relate(speaker, state, gs::speaks_for{});
    g.relate(speaker, letter, gs::makes{}, {.publication = leak});
    g.relate(state, plan, gs::stance{.value = -1}, {.claimed_in = letter});
    CHECK(gs::position_of(g, state, plan).attitude == gs::attitude::opposes);
    CHECK(gs::position_of(g, state, plan, {.known_by = 2022y}).attitude == gs::attitude::opposes);
    for (gs::lens const& lens : {gs::lens{.known_by = 2021y}, gs::lens{.without = {gs::any_node(leak)}}}) {
        CHECK(gs::position_of(g, state, plan, lens).attitude == gs::attitude::none);
        CHECK(gs::statements_of(g, state, lens).empty());
        auto everybodys = lens; // the letter speaks for itself
        everybodys.according_to = gs::everybody();
        CHECK(gs::position_of(g, state, plan, everybodys).attitude == gs::attitude::opposes);
    }
    // What does not say when it was recorded was known with the statement.
    auto const note = g.add(gs::statement{.key = "note", .said = 2020y / 1 / 1});
    auto const other = g.add(gs::issue{.key = "other"});
    g.relate(state, note, gs::makes{});
    g.relate(state, other, gs::stance{.value = 1}, {.claimed_in = note});
    CHECK(gs::position_of(g, state, other, {.known_by = 2021y, .least_certainty = gs::certainty::yes}).attitude ==
          gs::attitude::supports);
}

TEST_CASE("lens: the day of an undated statement is the first and most precise that is reported, in whichever order") {
    using namespace std::chrono;
    for (bool const year_first : {true, false}) {
        gs::stance_graph g;
        auto const anna = g.add(gs::actor{.key = "Anna", .kind = gs::actor_kind::person});
        auto const ministry = g.add(gs::actor{.key = "ministry", .kind = gs::actor_kind::ministry});
        auto const said = g.add(gs::statement{.key = "said"});
        auto const plan = g.add(gs::issue{.key = "plan"});
        g.relate(anna, ministry, gs::speaks_for{}, {.valid = gs::since(2020y / 9 / 1)});
        g.relate(anna, plan, gs::stance{.value = 1}, {.claimed_in = said});
        for (bool const year : {year_first, !year_first})
            g.relate(anna, said, gs::makes{}, {.valid = year ? gs::during(2020y) : gs::during(2020y / 1 / 1)});
        CHECK(gs::position_of(g, ministry, plan).attitude == gs::attitude::none);
        CHECK(gs::statements_of(g, ministry).empty());
    }
}

TEST_CASE("lens: a paper is an original as long as it is not known to have copied another") {
    using namespace std::chrono;
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a"});
    auto const plan = g.add(gs::issue{.key = "plan"});
    auto const copy = g.add(gs::publication{.key = "copy", .published = 2021y / 1 / 1});
    auto const original = g.add(gs::publication{.key = "original", .published = 2020y / 1 / 1});
    auto const older = g.add(gs::publication{.key = "older"});
    g.relate(copy, original, gs::derives_from{});
    g.relate(original, older, gs::derives_from{}, {.recorded = 2022y / 1 / 1});
    g.relate(a, plan, gs::stance{.value = 1}, {.publication = copy});
    g.relate(a, plan, gs::stance{.value = -1}, {.valid = gs::since(2020y / 6 / 1), .recorded = 2020y / 6 / 1});
    CHECK(gs::position_of(g, a, plan, {.known_by = 2021y / 6 / 1}).value == -1);
}

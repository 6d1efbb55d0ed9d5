// SPDX-License-Identifier: BSL-1.0
// How do I record ...: the cases of guide/cookbook.md. Each begins with a record of its own; the page shows what stands
// between the marks.
#include <geostance/geostance.hpp>
#include <iostream>

namespace gs = geostance;
using namespace std::chrono_literals;

namespace {

//! [setting]
struct setting {
    gs::stance_graph g;
    gs::node<gs::publication> post = g.add(gs::publication{.key = "post", .name = "Post", .published = 2030y / 5 / 4});
    gs::node<gs::actor> upland = g.add(gs::actor{.key = "upland", .name = "Upland", .kind = gs::actor_kind::state});
    gs::node<gs::actor> lowland = g.add(gs::actor{.key = "lowland", .name = "Lowland", .kind = gs::actor_kind::state});
    gs::node<gs::actor> council = g.add(gs::actor{.key = "council", .name = "the council"});
    gs::node<gs::actor> kell = g.add(gs::actor{.key = "kell", .name = "Kell", .kind = gs::actor_kind::person});
    gs::node<gs::issue> dam = g.add(gs::issue{.key = "dam", .name = "the dam", .kind = gs::issue_kind::policy});
    gs::node<gs::issue> motion = g.add(gs::issue{.key = "m1", .name = "the motion", .kind = gs::issue_kind::motion});
    gs::relation<gs::speaks_for> office =
        g.relate(kell, lowland, gs::speaks_for{.role = "minister"}, {.publication = post, .valid = gs::since(2028y)});
    gs::relation<gs::would> aim = g.relate(motion, dam, gs::would{gs::motion_effect::create}, {.publication = post});
};
//! [setting]

//! [say]
gs::node<gs::statement> say(setting& s, gs::node<gs::actor> who, std::string words, gs::date day, gs::makes how = {}) {
    auto const said = s.g.add(gs::statement{.key = words, .summary = words, .said = day});
    s.g.relate(who, said, how, {.publication = s.post});
    return said;
}
//! [say]

void begin(char const* section) { std::cout << '[' << section << "]\n"; }

void votes_and_motions() {
    {
        setting s;
        begin("veto");
        //! [veto]
        s.g.relate(s.lowland, s.motion, gs::casts{.vote = gs::ballot::no, .veto = true},
                   {.publication = s.post, .locator = "row 3", .valid = gs::since(2030y / 5 / 2)});
        std::cout << outcome(s.g, s.motion, gs::simple_majority()) << '\n' << explain(s.g, s.lowland, s.dam);
        //! [veto]
    }
    {
        setting s;
        begin("abstention");
        //! [abstention]
        s.g.relate(s.upland, s.motion, gs::casts{gs::ballot::abstain},
                   {.publication = s.post, .valid = gs::since(2030y / 5 / 2)});
        auto const why = say(s, s.upland, "The draft came too late.", 2030y / 5 / 2);
        s.g.relate(s.upland, s.motion, gs::stance{.value = -0.5, .facet = "procedure"},
                   {.claimed_in = why, .publication = s.post});
        std::cout << "vote: " << position_of(s.g, s.upland, s.motion, {.channels = gs::channel::vote})
                  << "\nprocedure: " << position_of(s.g, s.upland, s.motion, {.facet = "procedure"}) << '\n';
        //! [abstention]
    }
    {
        setting s;
        begin("corrected_vote");
        //! [corrected_vote]
        s.g.relate(s.lowland, s.motion, gs::casts{gs::ballot::yes},
                   {.publication = s.post, .valid = gs::since(2030y / 5 / 2), .recorded = 2030y / 5 / 2});
        s.g.relate(s.lowland, s.motion, gs::casts{gs::ballot::no},
                   {.publication = s.post, .valid = gs::since(2030y / 5 / 2), .recorded = 2030y / 5 / 9});
        std::cout << "now: " << position_of(s.g, s.lowland, s.motion)
                  << "\nas known on 5 May: " << position_of(s.g, s.lowland, s.motion, {.known_by = 2030y / 5 / 5})
                  << '\n';
        //! [corrected_vote]
    }
    {
        setting s;
        begin("amendment");
        //! [amendment]
        auto const lower = s.g.add(gs::issue{.key = "m1/a", .name = "a lower dam", .kind = gs::issue_kind::motion});
        s.g.relate(lower, s.motion, gs::would{gs::motion_effect::amend}, {.publication = s.post});
        s.g.relate(s.lowland, lower, gs::casts{gs::ballot::yes},
                   {.publication = s.post, .valid = gs::since(2030y / 5 / 1)});
        std::cout << "on the amendment: " << position_of(s.g, s.lowland, lower)
                  << "\non the motion: " << position_of(s.g, s.lowland, s.motion) << '\n';
        //! [amendment]
    }
}

void words() {
    {
        setting s;
        begin("joint");
        //! [joint]
        auto const joint = say(s, s.upland, "We both reject the dam.", 2030y / 5 / 3);
        s.g.relate(s.lowland, joint, gs::makes{}, {.publication = s.post});
        for (auto const who : {s.upland, s.lowland})
            s.g.relate(who, s.dam, gs::stance{.value = -1}, {.claimed_in = joint, .publication = s.post});
        auto const exit = say(s, s.upland, "We no longer stand by it.", 2030y / 6 / 1);
        s.g.relate(exit, joint, gs::retracts{}, {.publication = s.post});
        for (auto const& [who, held] : opponents(s.g, s.dam)) std::cout << name_of(s.g, who) << ' ' << held << '\n';
        //! [joint]
    }
    {
        setting s;
        begin("retraction");
        //! [retraction]
        auto const said = say(s, s.kell, "The dam must not be built.", 2030y / 5 / 3);
        s.g.relate(s.kell, s.dam, gs::stance{.value = -1}, {.claimed_in = said, .publication = s.post});
        auto const later = say(s, s.kell, "I take that back.", 2030y / 6 / 1);
        s.g.relate(later, said, gs::retracts{}, {.recorded = 2030y / 6 / 1});
        std::cout << "now: " << position_of(s.g, s.kell, s.dam)
                  << "\nas known on 20 May: " << position_of(s.g, s.kell, s.dam, {.known_by = 2030y / 5 / 20}) << '\n';
        //! [retraction]
    }
    {
        setting s;
        begin("correction");
        //! [correction]
        auto const first = say(s, s.kell, "No dam, and no trust in the council.", 2030y / 5 / 3);
        s.g.relate(s.kell, s.dam, gs::stance{.value = -1}, {.claimed_in = first, .publication = s.post});
        s.g.relate(s.kell, s.council, gs::stance{.value = -1}, {.claimed_in = first, .publication = s.post});
        auto const second = say(s, s.kell, "A small dam would do.", 2030y / 5 / 4);
        s.g.relate(second, first, gs::corrects{}, {.publication = s.post});
        s.g.relate(s.kell, s.dam, gs::stance{.value = 0.5}, {.claimed_in = second, .publication = s.post});
        std::cout << "the dam: " << position_of(s.g, s.kell, s.dam)
                  << "\nthe council: " << position_of(s.g, s.kell, s.council) << '\n';
        //! [correction]
    }
    {
        setting s;
        begin("quote");
        //! [quote]
        auto const said = say(s, s.kell, "The dam dries us out.", 2030y / 5 / 3);
        s.g.relate(s.kell, s.dam, gs::stance{.value = -1},
                   {.claimed_in = said,
                    .publication = s.post,
                    .locator = "paragraph 2",
                    .quote = "Der Damm legt uns trocken.",
                    .language = "de",
                    .note = "it dries us out"});
        auto const text = [](gs::publication const&) { return std::optional("Kell: Der Damm legt uns trocken."); };
        std::cout << check_quotes(s.g, text).size() << " quotes not found\n" << explain(s.g, s.kell, s.dam);
        //! [quote]
    }
    {
        setting s;
        begin("undated");
        //! [undated]
        auto const said = say(s, s.kell, "The dam must not be built.", gs::date());
        s.g.relate(s.kell, s.dam, gs::stance{.value = -1}, {.claimed_in = said, .publication = s.post});
        for (auto const day : {2030y / 5 / 1, 2030y / 5 / 4})
            std::cout << gs::date(day) << ": " << position_of(s.g, s.kell, s.dam, {.at = day}) << '\n';
        //! [undated]
    }
    {
        setting s;
        begin("denied");
        //! [denied]
        auto const leak = s.g.add(gs::issue{.key = "leak", .name = "the dam leaks", .kind = gs::issue_kind::claim});
        auto const report = say(s, s.lowland, "It leaks.", 2030y / 5 / 3);
        auto const denial = say(s, s.upland, "It does not.", 2030y / 5 / 4);
        s.g.relate(report, leak, gs::about{gs::force::assert_}, {.publication = s.post});
        s.g.relate(denial, leak, gs::about{gs::force::deny}, {.publication = s.post});
        for (auto const& claim : claims(s.g)) std::cout << claim << '\n';
        //! [denied]
    }
}

void speakers() {
    {
        setting s;
        begin("anonymous");
        //! [anonymous]
        auto const source = s.g.add(gs::actor{.key = "source", .name = "an official of Lowland"});
        auto const hint =
            say(s, source, "Lowland could live with it.", 2030y / 5 / 3, {.attribution = gs::attribution::anonymous});
        s.g.relate(s.lowland, s.dam, gs::stance{.value = 0.5},
                   {.claimed_in = hint, .publication = s.post, .credibility = gs::credibility::possibly_true});
        std::cout << "as recorded: " << position_of(s.g, s.lowland, s.dam)
                  << "\nby that source: " << position_of(s.g, s.lowland, s.dam, {.according_to = source}) << '\n';
        //! [anonymous]
    }
    {
        setting s;
        begin("personal");
        //! [personal]
        auto const aside = say(s, s.kell, "I like it myself.", 2030y / 5 / 3, {.capacity = gs::capacity::personal});
        s.g.relate(s.kell, s.dam, gs::stance{.value = 0.5}, {.claimed_in = aside, .publication = s.post});
        std::cout << "Kell: " << position_of(s.g, s.kell, s.dam) << "\nLowland: " << position_of(s.g, s.lowland, s.dam)
                  << '\n';
        //! [personal]
    }
    {
        setting s;
        begin("office");
        //! [office]
        s.g.end(s.office, 2030y / 5 / 10);
        for (auto const day : {2030y / 5 / 9, 2030y / 5 / 20}) {
            auto const said = say(s, s.kell, "No dam, said on " + to_string(gs::date(day)), day);
            s.g.relate(s.kell, s.dam, gs::stance{.value = -1}, {.claimed_in = said, .publication = s.post});
        }
        std::cout << "Kell: " << position_of(s.g, s.kell, s.dam, {.history = gs::history::all})
                  << "\nLowland: " << position_of(s.g, s.lowland, s.dam, {.history = gs::history::all}) << '\n';
        //! [office]
    }
    {
        setting s;
        begin("group");
        //! [group]
        for (auto const who : {s.upland, s.lowland})
            s.g.relate(who, s.council, gs::member_of{}, {.publication = s.post});
        s.g.relate(s.upland, s.dam, gs::stance{.value = 1}, {.publication = s.post});
        s.g.relate(s.lowland, s.dam, gs::stance{.value = -1}, {.publication = s.post});
        auto const resolved = say(s, s.council, "The council welcomes the dam.", 2030y / 5 / 3);
        s.g.relate(s.council, s.dam, gs::stance{.value = 0.5}, {.claimed_in = resolved, .publication = s.post});
        auto const found = group_position(s.g, s.council, s.dam);
        std::cout << "its own: " << found.own << "\nmean of members: " << found.mean_of_members << '\n';
        //! [group]
    }
}

void deeds_and_ties() {
    {
        setting s;
        begin("deed");
        //! [deed]
        auto const said = say(s, s.upland, "Nothing is being built.", 2030y / 5 / 3);
        s.g.relate(s.upland, s.dam, gs::stance{.value = -0.5}, {.claimed_in = said, .publication = s.post});
        s.g.relate(s.upland, s.dam, gs::stance{.value = 1, .channel = gs::channel::material},
                   {.publication = s.post, .note = "has begun to build", .valid = gs::since(2030y / 4)});
        for (auto const in : {gs::channel::verbal, gs::channel::material})
            std::cout << in << ": " << position_of(s.g, s.upland, s.dam, {.channels = in}) << '\n';
        //! [deed]
    }
    {
        setting s;
        begin("sanction");
        //! [sanction]
        auto const embargo =
            s.g.add(gs::issue{.key = "embargo", .name = "an embargo", .kind = gs::issue_kind::instrument});
        s.g.relate(embargo, s.upland, gs::affects{.value = -1}, {.publication = s.post});
        s.g.relate(s.lowland, embargo, gs::carries_out{}, {.publication = s.post, .valid = gs::since(2030y / 5 / 1)});
        s.g.relate(s.lowland, s.upland, gs::stance{.value = -1, .channel = gs::channel::material},
                   {.publication = s.post, .note = "puts an embargo on it", .valid = gs::since(2030y / 5 / 1)});
        std::cout << explain(s.g, s.lowland, s.upland);
        //! [sanction]
    }
    {
        setting s;
        begin("treaty");
        //! [treaty]
        auto const pact = s.g.add(gs::alliance{.key = "pact", .name = "the pact", .kind = gs::alliance_kind::treaty});
        for (auto const who : {s.upland, s.lowland})
            s.g.relate(who, pact, gs::allied_with{.pledges = {.defense = true}},
                       {.publication = s.post, .valid = gs::since(2025y)});
        for (auto const& o : obligations(s.g, s.upland, {.at = 2030y})) std::cout << describe(s.g, o.recorded) << '\n';
        std::cout << "Upland on Lowland: " << position_of(s.g, s.upland, s.lowland) << '\n';
        //! [treaty]
    }
    {
        setting s;
        begin("likelihood");
        //! [likelihood]
        s.g.relate(s.upland, s.dam, gs::stance{.value = 1},
                   {.publication = s.post,
                    .likelihood = gs::likelihood::likely,
                    .confidence = gs::confidence::low,
                    .note = "will agree in the end"});
        for (auto const by : {gs::weighing::likelihood, gs::weighing::confidence})
            std::cout << by << ": " << position_of(s.g, s.upland, s.dam, {.weigh_by = by}) << '\n';
        //! [likelihood]
    }
    {
        setting s;
        begin("reprint");
        //! [reprint]
        auto const agency = s.g.add(gs::publication{.key = "agency", .name = "Agency", .published = 2030y / 5 / 3});
        s.g.relate(s.post, agency, gs::derives_from{}, {.publication = s.post});
        for (auto const source : {agency, s.post})
            s.g.relate(s.upland, s.dam, gs::stance{.value = 1}, {.publication = source, .valid = gs::since(2030y / 5)});
        auto const held = position_of(s.g, s.upland, s.dam);
        std::cout << held << ", independent sources: " << held.independent_sources << '\n';
        //! [reprint]
    }
    {
        setting s;
        begin("inferred");
        //! [inferred]
        s.g.relate(s.upland, s.council, gs::stance{.value = 1}, {.publication = s.post});
        s.g.relate(s.council, s.lowland, gs::stance{.value = -1}, {.publication = s.post});
        auto const inferred = implied_sign(s.g, s.upland, s.lowland);
        std::cout << "recorded: " << position_of(s.g, s.upland, s.lowland) << "\ninferred: " << inferred.value
                  << " from " << inferred.rests_on.size() << " path\n";
        //! [inferred]
    }
}

} // namespace

int main() {
    votes_and_motions();
    words();
    speakers();
    deeds_and_ties();
}

// SPDX-License-Identifier: BSL-1.0
// What changed, when, and what an answer depends on.
#include "evidence.hpp"
#include "names.hpp"
#include "notes.hpp"
#include "position_cells.hpp"
#include "question.hpp"
#include "switches.hpp"

#include <geostance/model/date_text.hpp>
#include <geostance/query/position/differences.hpp>
#include <geostance/query/position/robustness.hpp>
#include <geostance/query/position/shifts.hpp>
#include <geostance/query/position/timeline.hpp>
#include <geostance/query/position/words_and_deeds.hpp>

#include <algorithm>
#include <deque>

namespace explorer {

namespace {

std::string word(gs::attitude a) { return std::string(to_string(a)); }

/// `opposes -0.83`, `none`.
std::string brief(gs::attitude attitude, double value) {
    return word(attitude) + (attitude == gs::attitude::none ? "" : ' ' + rounded(value));
}
std::string brief(gs::position const& held) { return brief(held.attitude, held.value); }

row moment_row(asking const& q, std::string const& when, std::vector<gs::evidence> const& rests_on) {
    auto const held = gs::position::from(rests_on, q.asked.neutral_within);
    return {(when.empty() ? "without a date" : when) + ": " + brief(held),
            {name_of(q.world, q.node(0)), name_of(q.world, q.node(1)), text(when), word(held.attitude),
             number(held.value), number(held.weight), number(held.number)},
            proofs_of(rests_on),
            tone_of(held.attitude)};
}

answer through_time(asking const& q) {
    auto const found = timeline(q.world, q.node(0), q.node(1), q.asked);
    answer result{{}, "nothing is recorded"};
    for (auto const& m : found.moments) result.rows.push_back(moment_row(q, to_string(m.when), m.rests_on));
    if (!found.undated.empty()) result.rows.push_back(moment_row(q, "", found.undated));
    result.notes = notes_on_position(q, result.rows.empty());
    if (!result.notes.empty()) result.if_none.clear();
    return result;
}

answer all_shifts(asking const& q) {
    answer result{{}, "no shift is recorded"};
    for (auto const& s : shifts(q.world, q.node(0), q.node(1), q.asked)) {
        auto const before = brief(s.attitude_before, s.before.mean());
        auto const after = brief(s.attitude_after, s.after.mean());
        result.rows.push_back({"from " + before + " (" + to_string(s.last_before) + ") to " + after + " (" +
                                   to_string(s.first_after) + ')',
                               {to_string(s.last_before), to_string(s.first_after), word(s.attitude_before),
                                number(s.before.mean()), word(s.attitude_after), number(s.after.mean())},
                               proofs_of(s.between),
                               tone_of(s.attitude_after)});
    }
    result.notes = notes_on_position(q, false);
    return result;
}

/// @param between what stands between the two positions: `, then `
row difference_row(asking const& q, gs::difference const& d, std::string const& between) {
    auto evidence = proofs_of(d.first.rests_on);
    for (auto& p : evidence) p.role = "first";
    for (auto& p : proofs_of(d.second.rests_on)) {
        p.role = "second";
        evidence.push_back(std::move(p));
    }
    return {name_of(q.world, d.who) + " on " + name_of(q.world, d.target) + ": " + brief(d.first) + between +
                brief(d.second),
            {name_of(q.world, d.who), name_of(q.world, d.target), word(d.first.attitude), number(d.first.value),
             word(d.second.attitude), number(d.second.value)},
            std::move(evidence),
            tone_of(d.second.attitude)};
}

answer differences_between(asking const& q, gs::lens const& first, gs::lens const& second, std::string const& between) {
    answer result{{}, "no position differs"};
    for (auto const& d : differences(q.world, first, second)) result.rows.push_back(difference_row(q, d, between));
    return result;
}

gs::date day_in(std::string const& word) {
    if (auto const day = gs::date_from_string(word); day && day->is_known()) return *day;
    throw gs::invalid_value("day", word, "a date, such as 1948 or 2024-03-29");
}

answer changed(asking const& q) {
    auto first = q.asked;
    auto second = q.asked;
    auto const day = q.setting("day") == "known-by" ? &gs::lens::known_by : &gs::lens::at;
    if (q.asked.*day)
        throw gs::invalid_value("--known-by", to_string(*(q.asked.*day)), "no such option beside --day known-by");
    auto const from = day_in(q.words[0]);
    auto const to = day_in(q.words[1]);
    if (to.last_day() < from.first_day()) throw gs::invalid_value("SECOND", q.words[1], "a day after " + q.words[0]);
    first.*day = from;
    second.*day = to;
    return differences_between(q, first, second, ", then ");
}

answer without(asking const& q) {
    std::vector<gs::any_node> left_out;
    for (std::size_t i = 0; i < q.words.size(); ++i) left_out.push_back(q.node(i));
    auto second = q.asked;
    second.without.insert(second.without.end(), left_out.begin(), left_out.end());
    auto result = differences_between(q, q.asked, second, "; without: ");
    result.notes = notes_on_left_out(q.world, second);
    return result;
}

/// What the positions do not tell: who does not stand where it was put, and which claims have another standing.
std::vector<std::string> notes_on_switches(asking const& q, std::vector<gs::switch_to> const& switches,
                                           gs::stance_graph const& then) {
    std::vector<std::string> notes;
    bool is_said = false;
    for (auto const& to : switches) {
        if (q.world.as<gs::statement>(to.who)) {
            is_said = true;
            continue;
        }
        auto const held = position_of(then, to.who, to.target, q.asked);
        if (held.value != to.value)
            notes.push_back(name_of(q.world, to.who) + " on " + name_of(q.world, to.target) + " is not " +
                            rounded(to.value) + " but " + brief(held) +
                            ", as what carries over from motions, and what the lens refuses, stays");
    }
    if (!is_said) return notes;
    for (auto const& c : gs::detail::claims_that_differ(claims(q.world, q.asked), claims(then, q.asked)))
        notes.push_back(name_of(q.world, c.subject) + ": " + std::string(to_string(c.before)) +
                        "; then: " + std::string(to_string(c.after)));
    return notes;
}

answer what_if(asking const& q) {
    auto const switches = switches_in(q);
    std::deque<gs::supposition<gs::geopolitics>> layers; // each over the one before it
    layers.push_back(gs::suppose(q.world));
    for (auto const& to : switches) layers.push_back(gs::if_switched(layers.back(), to.who, to.target, to.value));
    answer result{{}, "no position would be another"};
    for (auto d : differences(q.world, layers.back(), q.asked)) {
        // What is only supposed has no place in the record.
        std::erase_if(d.second.rests_on, [&](gs::evidence const& e) { return !q.world.owns(e.relation); });
        result.rows.push_back(difference_row(q, d, "; then: "));
    }
    result.notes = notes_on_switches(q, switches, layers.back());
    return result;
}

answer words_against_deeds(asking const& q) {
    auto const who = q.node(0);
    auto const target = q.node(1);
    auto const found = words_and_deeds(q.world, who, target, q.asked);
    answer result;
    auto const add = [&](char const* channel, gs::position const& held) {
        result.rows.push_back({std::string(channel) + ": " + brief(held),
                               {name_of(q.world, who), name_of(q.world, target), std::string(channel),
                                word(held.attitude), number(held.value), number(found.gap)},
                               proofs_of(held.rests_on),
                               tone_of(held.attitude)});
    };
    add("words", found.words);
    add("votes", found.votes);
    add("deeds", found.deeds);
    auto const is_none = [](gs::position const& held) { return held.attitude == gs::attitude::none; };
    result.notes = notes_on_position(q, is_none(found.words) && is_none(found.votes) && is_none(found.deeds));
    return result;
}

/// What is lost with a node: its copies, and the offices that only these tell.
std::string loss_in_words(asking const& q, gs::any_node what) {
    auto asked = q.asked;
    auto const copies = copies_of(q.world, {what});
    asked.without.push_back(what);
    asked.without.insert(asked.without.end(), copies.begin(), copies.end());
    auto result = name_of(q.world, what);
    if (!copies.empty()) result += " and " + listed(q.world, copies) + ", which took its report from there";
    if (auto const lost = offices_lost(q.world, asked); !lost.empty()) result += " (also gone: " + lost + ')';
    return result;
}

answer carriers(asking const& q) {
    auto const target = q.node(1);
    auto const found = foundation_of(q.world, q.node(0), target, q.asked);
    auto const is_in_cut = [&](gs::any_node n) {
        return std::find(found.least_cut.begin(), found.least_cut.end(), n) != found.least_cut.end();
    };
    answer result{{},
                  found.position.attitude == gs::attitude::none
                      ? "no position is recorded"
                      : "no single publication, statement or speaker changes the attitude"};
    result.notes = notes_on_position(q, found.position.attitude == gs::attitude::none);
    for (auto const& c : found.carriers)
        result.rows.push_back({"without " + loss_in_words(q, c.what) + ": " + stand(q.world, target, c.without),
                               {name_of(q.world, c.what), kind_of(q.world, c.what), word(c.without.attitude),
                                number(c.without.value), c.carries_everything, is_in_cut(c.what)},
                               proofs_of(c.without.rests_on),
                               tone_of(c.without.attitude)});
    for (auto const n : found.least_cut) {
        bool const is_listed = std::any_of(found.carriers.begin(), found.carriers.end(),
                                           [&](gs::carrier const& c) { return c.what == n; });
        if (!is_listed)
            result.rows.push_back({name_of(q.world, n) + ": without it and the other " +
                                       std::to_string(found.least_cut.size() - 1) + " no evidence is left",
                                   {name_of(q.world, n), kind_of(q.world, n), cell(), cell(), false, true},
                                   {}});
    }
    return result;
}

} // namespace

std::vector<question> change_questions() {
    parameter const who{"WHO", "who holds the position", {}};
    parameter const target{"TARGET", "what it is about", {}};
    return {
        {"timeline",
         "a position by the dates of its evidence",
         {who, target},
         reads::everything,
         {"who", "target", "when", "attitude", "value", "weight", "number"},
         "timeline Russia 'Panel of Experts'",
         through_time,
         {}},
        {"shifts",
         "when a position changed",
         {who, target},
         reads::everything,
         {"last_before", "first_after", "attitude_before", "value_before", "attitude_after", "value_after"},
         "shifts Argentina embargo --record embargo",
         all_shifts,
         {}},
        {"changed",
         "which positions differ between two days",
         {{"FIRST", "a day", {}}, {"SECOND", "another", {}}},
         reads::all_but_day,
         {"who", "target", "attitude_first", "value_first", "attitude_second", "value_second"},
         "changed 2009 2024 --by everybody",
         changed,
         {{"day", "whether the days are those on which it holds, or on which it was known", "at", {"at", "known-by"}}}},
        {"without",
         "which positions change if some nodes are left out",
         {{"NODE", "a publication, a statement or a holder", parameter::number::at_least_one}},
         reads::everything,
         {"who", "target", "attitude_first", "value_first", "attitude_second", "value_second"},
         "without Zakharova",
         without,
         {}},
        {"what-if",
         "which positions would be others if somebody stood elsewhere",
         {{"SWITCH", "WHO TARGET VALUE: who would stand where on what, from -1 to 1; again for further changes",
           parameter::number::at_least_one}},
         reads::everything,
         {"who", "target", "attitude_first", "value_first", "attitude_second", "value_second"},
         "what-if Russia extension 0 --record vote",
         what_if,
         {}},
        {"words-and-deeds",
         "whether words match votes and deeds",
         {who, target},
         reads::everything,
         {"who", "target", "channel", "attitude", "value", "gap"},
         "words-and-deeds Russia 'Panel of Experts'",
         words_against_deeds,
         {}},
        {"foundation",
         "what carries a position: what alone would change it",
         {who, target},
         reads::everything,
         {"what", "kind", "attitude_without", "value_without", "carries_everything", "in_least_cut"},
         "foundation Russia 'Panel of Experts'",
         carriers,
         {}},
    };
}

} // namespace explorer

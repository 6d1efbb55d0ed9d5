// SPDX-License-Identifier: BSL-1.0
/// @file
/// Asks a record all that a page tells of it.
#pragma once

#include <geostance/optimum/camps.hpp>
#include <geostance/page/detail/content.hpp>
#include <geostance/page/detail/escape.hpp>
#include <geostance/page/detail/readings.hpp>
#include <geostance/page/options.hpp>
#include <geostance/page/what_if.hpp>
#include <geostance/query/claim/contested.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/position/differences.hpp>
#include <geostance/query/position/shifts.hpp>
#include <geostance/query/whatif/what_follows.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance::page::detail {

/// Above so many ties, camps are sought for the last day alone, by one round of local search.
inline constexpr std::size_t many_ties = 100;
/// Above so many ties, no camps are sought.
inline constexpr std::size_t most_ties = 4000;

template <stance_schema S>
class collector {
public:
    collector(typed_graph<S> const& g, options const& options, std::vector<what_if<S>> suppositions = {})
        : g_(g), options_(options), suppositions_(std::move(suppositions)) {}

    [[nodiscard]] content collect() {
        ask_everybody();
        auto const plan = plan_readings(g_, result_.pairs.size(), options_.readings);
        result_.accounts = plan.account_names;
        result_.left_out = plan.left_out;
        for (auto const day : plan.days) result_.days.push_back(to_string(day));
        for (auto const day : plan.known) result_.known.push_back(to_string(day));
        result_.channels = plan.channels;
        for (auto const& r : plan.readings) ask(r.asked, r.shown);
        add_shifts();
        add_events(plan.days);
        add_suppositions(plan.readings);
        for (auto const& d : contested(g_)) result_.disputes.push_back(safe_text(told(d)));
        say_what_is_left_out();
        return std::move(result_);
    }

private:
    /// The pairs of everybody's account, the weightiest first: these are what the page shows first.
    void ask_everybody() {
        auto all = positions(g_, {.according_to = everybody()});
        std::sort(all.begin(), all.end(), [](held_position const& a, held_position const& b) {
            if (a.position.weight != b.position.weight) return a.position.weight > b.position.weight;
            return a.who != b.who ? a.who < b.who : a.target < b.target;
        });
        for (auto const& p : all) {
            auto const pair = number_of(p.who, p.target);
            for (auto const n : {result_.pairs[pair].who, result_.pairs[pair].target})
                result_.nodes[n].weight += p.position.weight;
            // Where there is no place for all evidence, that of the weightiest is listed.
            for (auto const& e : p.position.rests_on) static_cast<void>(relation_number(e.relation));
        }
    }

    void ask(lens const& asked, shown_reading reading) {
        auto all = positions(g_, asked);
        reading.held.reserve(all.size());
        for (auto const& p : all)
            reading.held.push_back(
                {number_of(p.who, p.target), answer_number(p.position), foundation_number(p.position.rests_on)});
        std::sort(reading.held.begin(), reading.held.end(),
                  [](held_answer const& a, held_answer const& b) { return a.pair < b.pair; });
        if (reading.channel == nothing && reading.known == nothing) reading.camps = camps_number(asked);
        result_.readings.push_back(std::move(reading));
    }

    number number_of(any_node n) { return number_of(g_, n); }
    number number_of(typed_graph<S> const& g, any_node n) {
        auto const [at, is_new] = node_numbers_.try_emplace(n, static_cast<number>(result_.nodes.size()));
        if (is_new) result_.nodes.push_back({safe_text(name_of(g, n)), kind_of(g, n)});
        return at->second;
    }
    number number_of(any_node who, any_node target) {
        auto const holder = number_of(who);
        auto const about = number_of(target);
        result_.nodes[holder].holds = true;
        result_.nodes[about].is_target = true;
        auto const [at, is_new] =
            pair_numbers_.try_emplace(pair_key(holder, about), static_cast<number>(result_.pairs.size()));
        if (is_new) result_.pairs.push_back({holder, about});
        return at->second;
    }
    static std::uint64_t pair_key(number holder, number about) { return std::uint64_t{holder} << 32U | about; }
    [[nodiscard]] static std::string kind_of(typed_graph<S> const& g, any_node n) {
        return g.visit(n, []<class T>(T const& payload) {
            if constexpr (requires { geostance::detail::words_of(payload.kind); })
                return geostance::detail::words_of(payload.kind);
            else
                return std::string(geostance::detail::type_name<T>());
        });
    }

    number answer_number(position const& p) {
        auto const key = geostance::detail::number_text(p.value) + ' ' + geostance::detail::number_text(p.weight) +
                         ' ' + std::to_string(p.number) + ' ' + std::to_string(p.independent_sources) + ' ' +
                         std::string(to_string(p.attitude)) + (p.holds == certainty::yes ? "" : "?");
        auto const [at, is_new] = answer_numbers_.try_emplace(key, static_cast<number>(result_.answers.size()));
        if (is_new)
            result_.answers.push_back(
                {p.attitude, p.value, p.weight, p.number, p.independent_sources, p.holds == certainty::yes});
        return at->second;
    }

    /// 0 if one of the relations has no place left on the page.
    number foundation_number(std::vector<evidence> const& rests_on) {
        std::vector<shown_piece> pieces;
        std::string key;
        for (auto const& e : rests_on) {
            auto const relation = relation_number(e.relation);
            if (relation == nothing) {
                ++unexplained_;
                return 0;
            }
            auto const via = e.via.is_null() ? nothing : relation_number(e.via);
            pieces.push_back({relation, e.replaced, e.repeats, e.holds == certainty::yes, e.how, via});
            key += std::to_string(relation) +
                   (e.replaced  ? 'b'
                    : e.repeats ? 'r'
                                : ' ') +
                   (e.holds == certainty::yes ? ' ' : '?') + std::to_string(static_cast<int>(e.how)) + '/' +
                   std::to_string(via) + ',';
        }
        auto const [at, is_new] = foundation_numbers_.try_emplace(key, static_cast<number>(result_.foundations.size()));
        if (is_new) result_.foundations.push_back(std::move(pieces));
        return at->second;
    }

    number relation_number(any_relation r) {
        if (auto const known = relation_numbers_.find(r); known != relation_numbers_.end()) return known->second;
        if (result_.relations.size() >= options_.explained) return nothing;
        relation_numbers_.emplace(r, static_cast<number>(result_.relations.size()));
        result_.relations.push_back(told(r));
        return static_cast<number>(result_.relations.size() - 1);
    }

    [[nodiscard]] shown_relation told(any_relation r) const {
        provenance const& p = g_.annotation(r);
        shown_relation result;
        result.sentence = describe(g_, r);
        result.note = safe_text(p.note.str());
        if (!p.claimed_in.is_null()) result.said_in = describe_statement(g_, p.claimed_in);
        result.place = safe_text(geostance::detail::place_of(g_, p));
        if (result.place.empty() && p.quote.empty()) result.place = "no source recorded";
        result.quote = safe_text(p.quote.str());
        result.language = safe_text(p.language.str());
        if (!p.publication.is_null()) result.link = link_of(g_[p.publication].address);
        return result;
    }

    [[nodiscard]] std::string told(dispute const& d) const {
        auto const sides = [&](std::vector<any_node> const& nodes) {
            std::string text;
            for (auto const n : nodes) text += (text.empty() ? "" : ", ") + name_of(g_, n);
            return text.empty() ? std::string("nobody") : text;
        };
        return d.claim + ": asserted by " + sides(d.asserted_by) + ", denied by " + sides(d.denied_by);
    }

    number camps_number(lens const& asked) {
        auto const ties = project(g_, asked);
        bool const is_large = ties.ties.size() > many_ties;
        if (ties.ties.size() > most_ties || (is_large && asked.at)) {
            (asked.at ? lacks_daily_camps_ : lacks_camps_) = true;
            return nothing;
        }
        search_options search{.time_limit = std::numeric_limits<double>::infinity(), .node_limit = 100, .rounds = 3};
        if (is_large) {
            search.node_limit = 0;
            search.rounds = 1;
            // By the clock, the same record would not give the same page.
            search.stop = [asked = std::size_t{0}]() mutable { return ++asked > 200; };
        }
        shown_camps found = told(ties, camps(ties.graph, {}, search));
        std::string key = found.is_proven ? "proven " : "";
        for (auto const& camp : found.members) {
            for (auto const n : camp) key += std::to_string(n) + ' ';
            key += ';';
        }
        for (auto const& t : found.ties)
            key += std::to_string(t.first) + ' ' + std::to_string(t.second) + ' ' +
                   geostance::detail::number_text(t.value) + ';';
        auto const [at, is_new] = camp_numbers_.try_emplace(key, static_cast<number>(result_.camps.size()));
        if (is_new) result_.camps.push_back(std::move(found));
        return at->second;
    }

    [[nodiscard]] shown_camps told(projection const& ties, bounds const& found) {
        shown_camps result;
        result.is_proven = found.exact;
        result.members.resize(found.camps);
        std::vector<bool> is_tied(ties.holders.size());
        for (std::size_t i = 0; i < ties.ties.size(); ++i) {
            auto const& t = ties.ties[i];
            double const value = t.sum.attitude() == attitude::neutral ? 0 : t.sum.mean();
            if (value == 0) continue;
            is_tied[t.from] = is_tied[t.to] = true;
            result.ties.push_back({number_of(ties.holders[t.from]), number_of(ties.holders[t.to]), value});
            if ((value > 0) != (found.camp[t.from] == found.camp[t.to])) result.against.push_back(result.ties.back());
        }
        for (std::size_t v = 0; v < ties.holders.size(); ++v)
            if (is_tied[v]) result.members[found.camp[v]].push_back(number_of(ties.holders[v]));
        std::erase_if(result.members, [](auto const& camp) { return camp.empty(); });
        std::stable_sort(result.members.begin(), result.members.end(),
                         [](auto const& a, auto const& b) { return a.size() > b.size(); });
        return result;
    }

    /// The changes of positions, of the pairs that can be read without the script.
    void add_shifts() {
        for (std::size_t i = 0; i < std::min(result_.pairs.size(), options_.rows); ++i) {
            auto const& p = result_.pairs[i];
            for (auto const& s : shifts(g_, node_of(p.who), node_of(p.target)))
                result_.shifts.push_back({static_cast<number>(i), std::string(to_string(s.attitude_before)),
                                          std::string(to_string(s.attitude_after)), to_string(s.first_after)});
        }
    }
    [[nodiscard]] any_node node_of(number n) {
        if (nodes_.empty()) {
            nodes_.resize(node_numbers_.size());
            for (auto const& [node, at] : node_numbers_) nodes_[at] = node;
        }
        return nodes_.at(n);
    }

    using reader = geostance::detail::reading<S>;
    using certainties = geostance::detail::table<node<statement>, certainty>;
    /// For statements that something withdraws, how surely all that they claim stands.
    [[nodiscard]] certainties whole_statements(reader const& record) const {
        certainties result;
        for (std::size_t i = 0; i < g_.num_relations(); ++i) {
            auto const r = g_.relation_at(i);
            auto const said = g_.annotation(r).claimed_in;
            if (said.is_null() || !record.taken_back().has_any(said)) continue;
            auto& surely = result.insert(said, certainty::yes).first;
            surely = geostance::detail::both(surely, record.standing(r));
        }
        return result;
    }
    /// What became of a statement, in words that may follow it.
    [[nodiscard]] static char const* fate_of(reader const& record, certainties const& whole, node<statement> said) {
        bool is_retracted = false;
        for (auto const& voice : record.voices_of(said))
            for (auto const& w : record.taken_back().of(said, voice.first))
                if (w.kind == geostance::detail::withdrawal_kind::retracts)
                    is_retracted = is_retracted || w.is_effective != certainty::no;
        switch (record.standing(said)) {
        case certainty::no: return is_retracted ? " (taken back)" : " (replaced)";
        case certainty::maybe: return is_retracted ? " (may be taken back)" : " (may be replaced)";
        case certainty::yes: break;
        }
        auto const* const surely = whole.find(said);
        if (surely == nullptr || *surely == certainty::yes) return "";
        return *surely == certainty::no ? " (corrected)" : " (may be corrected)";
    }
    /// What was said and what was carried out, by day.
    void add_events(std::vector<date> const& days) {
        lens const everything{.history = history::all, .according_to = everybody()};
        reader const record(g_, everything);
        auto const whole = whole_statements(record);
        std::vector<std::tuple<date, std::string>> found;
        for (auto const said : g_.template nodes_of_type<statement>())
            if (g_[said].said.is_known())
                found.emplace_back(g_[said].said, describe_statement(g_, said) + fate_of(record, whole, said));
        for (auto const r : g_.template relations_of_type<carries_out>())
            if (auto const day = g_.annotation(r).valid.from; day.is_known()) found.emplace_back(day, describe(g_, r));
        std::stable_sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
            auto const order = [](date d) { return std::pair(d.first_day(), d.precision()); };
            return order(std::get<0>(a)) < order(std::get<0>(b));
        });
        if (found.size() > options_.rows) {
            result_.left_out.push_back("Of " + std::to_string(found.size()) + " dated events the last " +
                                       std::to_string(options_.rows) + " are listed.");
            found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(options_.rows));
        }
        for (auto const& [day, what] : found) {
            shown_event event{to_string(day), what, nothing};
            for (std::size_t i = 0; i < days.size(); ++i)
                if (days[i].first_day() <= day.last_day()) event.at = static_cast<number>(i);
            result_.events.push_back(std::move(event));
        }
    }

    /// @pre all readings are asked, so that the pairs of the record have their numbers
    void add_suppositions(std::vector<planned_reading> const& readings) {
        auto const compared = static_cast<number>(std::min(suppositions_.size(), options_.compared));
        if (compared < suppositions_.size())
            result_.left_out.push_back("Of " + std::to_string(suppositions_.size()) + " suppositions the first " +
                                       std::to_string(compared) + " are compared.");
        for (number i = 0; i < compared; ++i) {
            typed_graph<S> const& world = suppositions_[i].world.get();
            shown_supposition shown{safe_text(suppositions_[i].title), sentences_of(g_, world), {}};
            for (auto const& [asked, reading] : readings) {
                if (reading.day != nothing || reading.channel != nothing || reading.known != nothing) continue;
                shown.held.emplace_back();
                for (auto const& d : compare(g_, i, asked)) shown.held.back().push_back({d.pair, d.after, 0});
            }
            result_.suppositions.push_back(std::move(shown));
            result_.comparisons.push_back({nothing, i, compare(g_, i, readings[0].asked)});
            for (number from = 0; from < i; ++from)
                result_.comparisons.push_back({from, i, compare(suppositions_[from].world, i, readings[0].asked)});
        }
    }
    [[nodiscard]] std::vector<shown_difference> compare(typed_graph<S> const& from, number to, lens const& asked) {
        overlay<S> const& world = suppositions_[to].world;
        std::vector<shown_difference> result;
        for (auto const& d : differences(from, world, asked)) {
            // The holder, or the target, may be a node of one of the two alone.
            auto const name = [&](any_node n) { return world.owns(n) ? number_of(world, n) : number_of(from, n); };
            result.push_back(
                {supposed_pair(name(d.who), name(d.target)), answer_number(d.first), answer_number(d.second)});
        }
        return result;
    }
    number supposed_pair(number holder, number about) {
        auto const next = static_cast<number>(result_.pairs.size() + result_.supposed_pairs.size());
        auto const [at, is_new] = pair_numbers_.try_emplace(pair_key(holder, about), next);
        if (is_new) result_.supposed_pairs.push_back({holder, about});
        return at->second;
    }

    void say_what_is_left_out() {
        if (unexplained_ > 0)
            result_.left_out.push_back("Evidence is told for " + std::to_string(result_.relations.size()) +
                                       " relations; the answers that rest on others are here without it.");
        if (lacks_camps_)
            result_.left_out.push_back("Camps are not worked out for more than " + std::to_string(most_ties) +
                                       " ties.");
        if (lacks_daily_camps_)
            result_.left_out.push_back("Camps of more than " + std::to_string(many_ties) +
                                       " ties are worked out for the last day alone.");
        if (auto const held = result_.readings[0].held.size(); held > options_.rows)
            result_.left_out.push_back("Without the page's script, " + std::to_string(options_.rows) + " of " +
                                       std::to_string(held) + " positions can be read, the weightiest; with it, all.");
    }

    typed_graph<S> const& g_;
    options const& options_;
    std::vector<what_if<S>> suppositions_;
    content result_;
    std::unordered_map<any_node, number> node_numbers_;
    std::vector<any_node> nodes_;
    std::unordered_map<std::uint64_t, number> pair_numbers_;
    std::unordered_map<any_relation, number> relation_numbers_;
    std::unordered_map<std::string, number> answer_numbers_;
    std::unordered_map<std::string, number> foundation_numbers_;
    std::unordered_map<std::string, number> camp_numbers_;
    std::size_t unexplained_ = 0;
    bool lacks_camps_ = false;
    bool lacks_daily_camps_ = false;
};

} // namespace geostance::page::detail

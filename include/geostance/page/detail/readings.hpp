// SPDX-License-Identifier: BSL-1.0
/// @file
/// Under which lenses a page reads a record: whose accounts, which days, which channels, and how many of each.
#pragma once

#include <geostance/page/detail/content.hpp>
#include <geostance/query/claim/statements.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/detail/reading.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance::page::detail {

/// A lens, and what the page calls it.
struct planned_reading {
    lens asked{};
    shown_reading shown{};
};

/// The lenses of a page.
struct reading_plan {
    std::vector<std::string> account_names{};
    std::vector<date> days{};
    std::vector<date> known{};
    std::vector<std::string> channels{};
    std::vector<planned_reading> readings{};
    std::vector<std::string> left_out{};
};

/// Days in order, each once. A month or year in which a more precise one lies is left out.
inline void sort_days(std::vector<date>& days) {
    std::erase_if(days, [](date d) { return !d.is_known(); });
    std::sort(days.begin(), days.end(), [](date a, date b) {
        return std::pair(a.first_day(), b.last_day()) < std::pair(b.first_day(), a.last_day());
    });
    std::vector<date> kept;
    for (auto i = days.rbegin(); i != days.rend(); ++i)
        if (kept.empty() || (i->last_day() < kept.back().first_day())) kept.push_back(*i);
    days.assign(kept.rbegin(), kept.rend());
}

/// The days on which what is recorded begins, or has ended.
template <stance_schema S>
[[nodiscard]] std::vector<date> days_of_change(typed_graph<S> const& g) {
    lens const asked{.history = history::all, .according_to = everybody()};
    geostance::detail::reading<S> const record(g, asked);
    std::vector<date> days;
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        bool const matters = g.visit(r, []<class R>(R const&) {
            return signalling<R> || std::same_as<R, speaks_for> || std::same_as<R, part_of>;
        });
        if (!matters) continue;
        days.push_back(record.begin_of(r));
        if (auto const after = geostance::detail::day_after(record.time_of(r).to)) days.push_back(*after);
    }
    sort_days(days);
    return days;
}

/// The days on which something became known to the record.
template <stance_schema S>
[[nodiscard]] std::vector<date> days_of_knowledge(typed_graph<S> const& g) {
    std::vector<date> days;
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        provenance const& p = g.annotation(g.relation_at(i));
        days.push_back(p.recorded);
        days.push_back(p.ended_recorded);
        if (p.recorded.is_known()) continue;
        if (!p.publication.is_null())
            days.push_back(g[p.publication].published);
        else if (!p.claimed_in.is_null())
            days.push_back(g[p.claimed_in].said);
    }
    sort_days(days);
    return days;
}

/// Whose account can be asked for: those who made statements, or in whose name they were made; those of most
/// statements first.
template <stance_schema S>
[[nodiscard]] std::vector<any_node> speakers_in(typed_graph<S> const& g) {
    std::unordered_map<any_node, std::size_t> statements;
    for (auto const r : g.template relations_of_type<makes>()) ++statements[g.source(any_relation(r))];
    std::vector<std::pair<any_node, std::size_t>> const speakers(statements.begin(), statements.end());
    for (auto const& [speaker, count] : speakers)
        for (auto const principal : principals_of(g, speaker)) statements[principal] += count;
    std::vector<std::pair<std::size_t, any_node>> found;
    found.reserve(statements.size());
    for (auto const& [who, count] : statements) found.emplace_back(count, who);
    std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) {
        return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<any_node> result;
    result.reserve(found.size());
    for (auto const& [count, who] : found) result.push_back(who);
    return result;
}

/// Keeps the last so many, and says so.
template <class T>
void keep_last(std::vector<T>& all, std::size_t most, char const* what, std::vector<std::string>& left_out) {
    if (all.size() <= most) return;
    left_out.push_back("Of " + std::to_string(all.size()) + ' ' + what + " the last " + std::to_string(most) +
                       " can be chosen.");
    all.erase(all.begin(), all.end() - static_cast<std::ptrdiff_t>(most));
}

/// Which readings a page has: each account on each day of change; each account in each channel, and as known on each
/// day, for the last day that is recorded.
/// @param pairs how many positions a reading has, more or less
/// @param most how many readings there may be
template <stance_schema S>
[[nodiscard]] reading_plan plan_readings(typed_graph<S> const& g, std::size_t pairs, std::size_t most) {
    // What a reading takes grows with the positions in it, in bytes, and with the relations, in time.
    constexpr std::size_t most_positions = 300'000;
    constexpr std::size_t most_relations = 300'000;
    constexpr std::size_t most_accounts = 16;
    most = std::min({most, most_positions / std::max<std::size_t>(pairs, 1),
                     most_relations / std::max<std::size_t>(g.num_relations(), 1)});
    most = std::max<std::size_t>(most, 1);
    reading_plan plan;
    std::vector<perspective> accounts{perspective(), sources_voice(), everybody()};
    plan.account_names = {"each one's own words, and the sources", "the sources alone", "everybody"};
    auto const speakers = speakers_in(g);
    for (auto const who : speakers) {
        accounts.emplace_back(std::vector{who});
        plan.account_names.push_back(safe_text(name_of(g, who)));
    }
    auto const num_accounts = std::clamp<std::size_t>(most / 8, 1, std::min(accounts.size(), most_accounts));
    if (num_accounts < accounts.size())
        plan.left_out.push_back("Of " + std::to_string(accounts.size()) + " accounts the first " +
                                std::to_string(num_accounts) + " can be chosen, those of most statements.");
    accounts.resize(num_accounts);
    plan.account_names.resize(num_accounts);

    auto const for_each_account = most / num_accounts;
    if (for_each_account >= 4)
        plan.channels.assign(enum_names<channel>::of_each.begin(), enum_names<channel>::of_each.end());
    else
        plan.left_out.emplace_back("Words, votes and deeds cannot be chosen apart.");
    auto const channels = plan.channels.size();
    plan.known = days_of_knowledge(g);
    // The last of these days is today, as far as the record goes.
    if (!plan.known.empty()) plan.known.pop_back();
    keep_last(plan.known, (for_each_account - channels - 1) / 3, "days on which something became known", plan.left_out);
    plan.days = days_of_change(g);
    keep_last(plan.days, for_each_account - channels - 1 - plan.known.size(), "days on which something changed",
              plan.left_out);

    for (number a = 0; a < num_accounts; ++a) {
        auto const add = [&](lens asked, shown_reading shown) {
            asked.according_to = accounts[a];
            shown.account = a;
            plan.readings.push_back({std::move(asked), std::move(shown)});
        };
        add({}, {});
        for (number c = 0; c < channels; ++c) add({.channels = static_cast<channel>(c)}, {.channel = c});
        for (number d = 0; d < plan.days.size(); ++d) add({.at = plan.days[d]}, {.day = d});
        for (number k = 0; k < plan.known.size(); ++k) add({.known_by = plan.known[k]}, {.known = k});
    }
    return plan;
}

} // namespace geostance::page::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Strands: whatever is said about one holder and target in one channel, on one facet and in one account. The newest of
/// a strand counts.
#pragma once

#include <geostance/graph/detail/hash_index.hpp>
#include <geostance/query/detail/digit_sort.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/query/position/evidence.hpp>

#include <boost/container_hash/hash.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A piece of evidence that the lens admits, before the newest is taken.
struct candidate {
    evidence found{};
    period time{};             ///< when it bears on the holder
    any_node account{};        ///< whose claim about the holder it is; null = the holder's own position
    period begun{};            ///< when its relation begins; see `known_record::begun_within`
    node<publication> paper{}; ///< of its relation
    std::string_view facet{};
    channel in = channel::verbal;
    bool is_vote = false;
    bool is_event = false;      ///< it counts by itself
    std::uint32_t likeness = 0; ///< the same for those that may report one event; see `likeness_of`
};

/// The strands of one holder's position on one target.
/// @par Complexity
/// O(candidates) to build, and as much for each day asked about
template <class S>
class strands {
public:
    strands(reading<S> const& record, std::vector<candidate> const& all) : record_(record), all_(all) {
        order_.reserve(all.size());
        std::size_t number = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            bool const goes_on = i > 0 && !all[i - 1].is_event && are_of_one(all[i - 1], all[i]);
            if (!goes_on) number = all[i].is_event ? no_strand : number_of(i);
            order_.push_back(std::uint64_t{number} << 32U | i);
        }
        sort_by_upper_half(order_);
    }

    /// Which candidates count if all of them hold on the day asked about.
    [[nodiscard]] std::vector<char> newest() const {
        return count([](members&) {}, [](std::size_t) { return true; });
    }
    /// Which candidates count if each strand is judged on the last day that any of it reaches.
    [[nodiscard]] std::vector<char> last() const {
        auto const last_day = [&](std::size_t i) { return bounds_of_end(all_[i].time).latest; };
        auto const only_last = [&](members& strand) {
            auto reached = first_of_days;
            for (auto const i : strand) reached = std::max(reached, last_day(i));
            std::erase_if(strand, [&](std::size_t i) { return last_day(i) != reached; });
        };
        return count(only_last, [](std::size_t) { return true; });
    }
    /// Which candidates count on a day.
    [[nodiscard]] std::vector<char> on(period day) const {
        auto const holds = [&](std::size_t i) { return overlaps(all_[i].time, day) != certainty::no; };
        if (record_.asked().history == history::all) {
            std::vector<char> counts(all_.size(), false);
            for (std::size_t i = 0; i < all_.size(); ++i) counts[i] = holds(i);
            return counts;
        }
        return count([&](members& strand) { std::erase_if(strand, [&](std::size_t i) { return !holds(i); }); }, holds);
    }

    /// Calls f(later, earlier) for each candidate that takes the place of another: of those that still hold and that it
    /// surely begins after, the last.
    /// @par Complexity
    /// O(n log n) for n candidates
    template <class F>
    void for_each_replacement(F f) const {
        for_each_strand([&](members const& strand) {
            auto const by_first_day = sorted(strand, [&](std::size_t i) { return begin_of(i).earliest; });
            auto const by_last_day = sorted(strand, [&](std::size_t i) { return begin_of(i).latest; });
            members before; // the last to begin at the end
            auto next = by_last_day.begin();
            for (auto const later : by_first_day) {
                auto const begins = begin_of(later);
                while (next != by_last_day.end() && begins.is_after(begin_of(*next))) before.push_back(*next++);
                while (!before.empty() && bounds_of_end(all_[before.back()].time).latest < begins.earliest)
                    before.pop_back();
                if (!before.empty()) f(later, before.back());
            }
        });
    }

private:
    using members = std::vector<std::size_t>;
    static constexpr std::size_t no_strand = UINT32_MAX; ///< of events: each accumulates by itself
    static constexpr std::size_t few = 16;

    [[nodiscard]] static bool are_of_one(candidate const& a, candidate const& b) noexcept {
        return a.account == b.account && a.in == b.in && a.found.membership == b.found.membership &&
               a.facet == b.facet && !b.is_event;
    }
    [[nodiscard]] static std::size_t hash_of(candidate const& c) noexcept {
        auto seed = std::hash<any_node>{}(c.account);
        boost::hash_combine(seed, std::hash<any_relation>{}(c.found.membership));
        boost::hash_combine(seed, static_cast<unsigned>(c.in));
        boost::hash_combine(seed, std::hash<std::string_view>{}(c.facet));
        return seed;
    }
    /// The number of a candidate's strand. Few are looked through, many are found by their hash.
    std::size_t number_of(std::size_t i) {
        auto const is_it = [&](std::size_t number) { return are_of_one(all_[firsts_[number]], all_[i]); };
        std::size_t number = 0;
        if (firsts_.size() > few)
            number = places_.find(hash_of(all_[i]), is_it, firsts_.size());
        else
            while (number < firsts_.size() && !is_it(number)) ++number;
        if (number < firsts_.size()) return number;
        firsts_.push_back(i);
        if (firsts_.size() > few)
            for (auto n = places_.empty() ? 0 : number; n < firsts_.size(); ++n)
                places_.add(hash_of(all_[firsts_[n]]), n);
        return number;
    }

    /// Calls f with the members of each strand, which it may change.
    template <class F>
    void for_each_strand(F f) const {
        members strand;
        strand.reserve(order_.size());
        for (std::size_t at = 0; at < order_.size() && order_[at] >> 32U != no_strand;) {
            auto const number = order_[at] >> 32U;
            strand.clear();
            for (; at < order_.size() && order_[at] >> 32U == number; ++at)
                strand.push_back(static_cast<std::uint32_t>(order_[at]));
            f(strand);
        }
    }

    /// Which candidates count: of each strand the newest of those that `filter` leaves, and the events that pass.
    template <class Filter, class Passes>
    [[nodiscard]] std::vector<char> count(Filter filter, Passes passes) const {
        std::vector<char> counts(all_.size(), false);
        for (std::size_t i = 0; i < all_.size(); ++i) counts[i] = all_[i].is_event && passes(i);
        for_each_strand([&](members& strand) {
            filter(strand);
            keep_last_votes(strand);
            keep_latest(strand);
            for (auto const i : strand) counts[i] = true;
        });
        return counts;
    }

    [[nodiscard]] beginning begin_of(std::size_t i) const { return record_.begins(all_[i].begun); }

    /// The dated ones by a day, after the others.
    template <class Day>
    [[nodiscard]] members sorted(members strand, Day day) const {
        auto const key = [&](std::size_t i) { return begin_of(i).is_dated ? day(i) : first_of_days; };
        std::stable_sort(strand.begin(), strand.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        return strand;
    }

    /// Keeps those that no other surely follows.
    void keep_latest(members& all) const {
        if (all.size() < 2) return;
        beginning last;
        for (auto const i : all) {
            auto const begins = begin_of(i);
            if (begins.is_dated && (!last.is_dated || begins.earliest > last.earliest)) last = begins;
        }
        std::erase_if(all, [&](std::size_t i) { return last.is_after(begin_of(i)); });
    }

    /// Of one voter's votes on one motion keeps only the last, with other reports of that vote.
    void keep_last_votes(members& strand) const {
        auto const is_vote = [&](std::size_t i) { return all_[i].is_vote; };
        if (std::count_if(strand.begin(), strand.end(), is_vote) < 2) return;
        table<std::pair<any_node, any_node>, members, ends_hash> votes;
        auto const& g = record_.graph();
        for (auto const i : strand)
            if (is_vote(i)) {
                auto const r = all_[i].found.relation;
                votes.insert({g.source(r), g.target(r)}, {}).first.push_back(i);
            }
        std::erase_if(strand, is_vote);
        for (auto const& [ends, all] : votes) {
            auto latest = all;
            keep_latest(latest);
            auto const last = *std::max_element(
                latest.begin(), latest.end(), [&](std::size_t a, std::size_t b) { return order_of(a) < order_of(b); });
            for (auto const i : latest)
                if (vote_of(i) == vote_of(last)) strand.push_back(i);
        }
    }

    struct ends_hash {
        std::size_t operator()(std::pair<any_node, any_node> const& p) const noexcept {
            auto seed = std::hash<any_node>{}(p.first);
            boost::hash_combine(seed, std::hash<any_node>{}(p.second));
            return seed;
        }
    };

    [[nodiscard]] ballot vote_of(std::size_t i) const {
        return record_.graph().template get_if<casts>(all_[i].found.relation)->vote;
    }
    [[nodiscard]] auto order_of(std::size_t i) const { return order_of_record(record_, all_[i].found.relation); }

    reading<S> const& record_;
    std::vector<candidate> const& all_;
    std::vector<std::uint64_t> order_; ///< the number of each candidate's strand, with its place, by strand
    members firsts_;                   ///< the first member of each strand
    hash_index places_;
};

/// The order in which relations came into the record: by day of record, then by insertion.
template <class S>
std::pair<std::chrono::sys_days, any_relation> order_of_record(known_record<S> const& record, any_relation r) {
    const date day = record.day_of_record(r);
    return {day.is_known() ? day.first_day() : first_of_days, r};
}

/// Marks votes that were replaced by a vote of the same date that was recorded later. Nothing else is replaced by
/// something of its date.
template <class S>
void mark_earlier_votes(reading<S> const& record, std::vector<evidence>& of_one_date) {
    if (of_one_date.size() < 2) return;
    std::vector<candidate> votes;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < of_one_date.size(); ++i) {
        auto const r = record.noted(of_one_date[i].relation);
        if (!r.is_vote) continue;
        votes.push_back({.found = of_one_date[i],
                         .time = record.time_of(r),
                         .begun = record.begun_within(r.from),
                         .paper = r.from.publication,
                         .in = channel::vote,
                         .is_vote = true});
        places.push_back(i);
    }
    if (votes.size() < 2) return;
    auto const counts = strands<S>(record, votes).newest();
    for (std::size_t i = 0; i < votes.size(); ++i) of_one_date[places[i]].replaced = !counts[i];
}

/// Evidence from candidates, of which those that do not count were replaced; without `counts` all count. A claim that
/// several make counts as long as one of them has not replaced it, and is then one piece of evidence.
inline std::vector<evidence> evidence_from(std::vector<candidate> const& all, std::vector<char> const& counts) {
    std::vector<evidence> result;
    result.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& e = all[i].found;
        bool const is_replaced = !counts.empty() && !counts[i];
        bool const is_known = !result.empty() && result.back().relation == e.relation && result.back().via == e.via &&
                              result.back().membership == e.membership;
        if (!is_known) {
            result.push_back(e);
            result.back().replaced = is_replaced;
        } else if (auto& known = result.back(); !is_replaced) {
            known.holds = known.replaced ? e.holds : either(known.holds, e.holds);
            known.replaced = false;
        }
    }
    return result;
}

/// Which candidates count: the newest, or all, for which it is empty.
template <class S>
std::vector<char> those_that_count(reading<S> const& record, std::vector<candidate> const& all) {
    if (record.asked().history == history::all || all.size() < 2) return {};
    strands<S> const found(record, all);
    return record.asked().at ? found.newest() : found.last();
}

} // namespace geostance::detail

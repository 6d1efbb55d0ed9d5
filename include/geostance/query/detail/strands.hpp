// SPDX-License-Identifier: BSL-1.0
/// @file
/// Strands: whatever is said about one holder and target in one channel, on one facet and in one account. The newest of
/// a strand counts.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/graph/detail/hash_index.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/short_list.hpp>
#include <geostance/query/position/evidence.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The likeness of a relation that cannot be reported twice.
inline constexpr std::uint32_t like_none = 0;

/// The index of a node, for what keeps many; that of null is no node's.
inline constexpr auto no_node = static_cast<std::uint32_t>(-1);
[[nodiscard]] inline std::uint32_t index_of(any_node n) noexcept { return static_cast<std::uint32_t>(n.index()); }

/// A number that is the same for equal facets; 0 for none.
[[nodiscard]] inline std::uint16_t number_of_facet(std::string_view facet) noexcept {
    return facet.empty() ? 0 : static_cast<std::uint16_t>(std::hash<std::string_view>{}(facet) | 1U);
}

/// A piece of evidence that the lens admits, before the newest is taken. It has what further steps ask of its relation,
/// for there are many, far apart; and no more, for what takes most of the time is to write and read them.
struct candidate {
    evidence found{};
    std::uint32_t paper = no_node;   ///< the publication
    std::uint32_t account = no_node; ///< whose claim about the holder it is; of null for the holder's own position
    period time{};                   ///< when it bears on the holder
    period begun{};                  ///< the date on which its relation begins, and the end before which it does
    std::uint32_t likeness = like_none;
    std::uint16_t facet = 0; ///< its number
    channel in = channel::verbal;
    bool is_vote : 1 = false;
    bool is_claimed : 1 = false; ///< in a statement
    bool is_event : 1 = false;   ///< it counts by itself
    bool counts : 1 = true;      ///< nothing newer takes its place, where all hold or on the day last asked about
};

using candidate_list = short_list<candidate, 16>;

/// The candidates of one holder, wherever they lie, in the order in which what they found was inserted.
using holders_candidates = short_list<candidate*, 16>;

inline void sort_by_insertion(holders_candidates& all) {
    detail::sort(all, [](candidate const* a, candidate const* b) { return a->found < b->found; });
}
[[nodiscard]] inline holders_candidates in_order_of_insertion(candidate_list& made) {
    holders_candidates all(made.size());
    for (std::size_t i = 0; i < made.size(); ++i) all[i] = &made[i];
    sort_by_insertion(all);
    return all;
}

/// The strands of one holder's position on one target.
/// @par Complexity
/// O(candidates) to build, and as much for each day asked about
template <class S>
class strands {
public:
    strands(reading<S> const& record, holders_candidates const& all) : record_(record), all_(all) {
        members numbers; // of the strand of each candidate
        numbers.reserve(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) {
            bool const goes_on = i > 0 && !all[i - 1]->is_event && are_of_one(*all[i - 1], *all[i]);
            numbers.push_back(goes_on ? numbers.back() : all[i]->is_event ? no_strand : number_of(i));
        }
        sort_into_strands(numbers);
    }

    /// Marks the candidates that count if all of them hold on the day asked about.
    void mark_newest() {
        mark([](members&) {}, [](std::size_t) { return true; });
    }
    /// Marks those that count if each strand is judged on the last day that any of it reaches.
    void mark_last() {
        auto const last_day = [&](std::size_t i) { return last_day_of(all_[i]->time); };
        auto const only_last = [&](members& strand) {
            auto reached = first_of_days;
            for (auto const i : strand) reached = std::max(reached, last_day(i));
            erase_if(strand, [&](std::size_t i) { return last_day(i) != reached; });
        };
        mark(only_last, [](std::size_t) { return true; });
    }
    /// Marks those that count on a day.
    void mark_on(period day) {
        auto const holds = [&](std::size_t i) { return overlaps(all_[i]->time, day) != certainty::no; };
        if (record_.asked().history == history::all)
            for (std::size_t i = 0; i < all_.size(); ++i) all_[i]->counts = holds(i);
        else
            mark([&](members& strand) { erase_if(strand, [&](std::size_t i) { return !holds(i); }); }, holds);
    }

    /// Calls f(later, earlier) for each candidate that takes the place of another: of those that still hold and that it
    /// surely begins after, the last; of several that begin alike, the weightiest.
    /// @par Complexity
    /// O(n log n) for n candidates
    template <class F>
    void for_each_replacement(F f) const {
        for_each_strand([&](members const& strand) {
            auto const by_first_day = sorted(strand, [&](std::size_t i) { return begin_of(i).earliest; });
            auto const by_last_day = sorted(strand, [&](std::size_t i) { return begin_of(i).latest; });
            lean_vector<std::size_t> before; // the last to begin at the end
            auto next = by_last_day.begin();
            for (auto const later : by_first_day) {
                auto const begins = begin_of(later);
                while (next != by_last_day.end() && begins.is_after(begin_of(*next))) before.push_back(*next++);
                while (!before.empty() && last_day_of(all_[before.back()]->time) < begins.earliest) before.pop_back();
                if (!before.empty()) f(later, before.back());
            }
        });
    }

private:
    using members = short_list<std::size_t, 16>;
    static constexpr auto no_strand = static_cast<std::size_t>(-1); ///< of events: each accumulates by itself
    static constexpr std::size_t few = 16;

    [[nodiscard]] bool are_of_one(candidate const& a, candidate const& b) const {
        return a.account == b.account && a.in == b.in && a.found.membership == b.found.membership &&
               a.facet == b.facet && !b.is_event && (a.facet == 0 || facet_of(a) == facet_of(b));
    }
    [[nodiscard]] std::string_view facet_of(candidate const& c) const {
        return record_.signal_in(c.found.relation).facet;
    }
    [[nodiscard]] static std::size_t hash_of(candidate const& c) noexcept {
        auto const whose = combined(c.account, std::hash<any_relation>{}(c.found.membership));
        return combined(combined(whose, static_cast<std::size_t>(c.in)), c.facet);
    }
    template <class Condition>
    static void erase_if(members& strand, Condition condition) {
        strand.truncate(detail::remove_if(strand.begin(), strand.end(), condition));
    }

    /// The number of a candidate's strand. Few are looked through, many are found by their hash.
    std::size_t number_of(std::size_t i) {
        auto const is_it = [&](std::size_t number) { return are_of_one(*all_[firsts_[number]], *all_[i]); };
        std::size_t number = 0;
        if (firsts_.size() > few)
            number = places_.find(hash_of(*all_[i]), is_it, firsts_.size());
        else
            while (number < firsts_.size() && !is_it(number)) ++number;
        if (number < firsts_.size()) return number;
        firsts_.push_back(i);
        if (firsts_.size() > few)
            for (auto n = places_.empty() ? 0 : number; n < firsts_.size(); ++n)
                places_.add(hash_of(*all_[firsts_[n]]), n);
        return number;
    }

    /// Sorts by counting: the members of one strand stand together, in their order.
    void sort_into_strands(members const& numbers) {
        ends_.resize(firsts_.size());
        for (auto const number : numbers)
            if (number != no_strand) ++ends_[number];
        std::exclusive_scan(ends_.begin(), ends_.end(), ends_.begin(), std::size_t{0});
        order_.resize(numbers.size());
        for (std::size_t i = 0; i < numbers.size(); ++i)
            if (numbers[i] != no_strand) order_[ends_[numbers[i]]++] = i;
    }

    /// Calls f with the members of each strand, which it may change.
    template <class F>
    void for_each_strand(F f) const {
        members strand;
        strand.reserve(order_.size());
        auto first = order_.begin();
        for (auto const end : ends_) {
            auto const last = order_.begin() + static_cast<std::ptrdiff_t>(end);
            strand.assign(first, last);
            f(strand);
            first = last;
        }
    }

    /// Marks of each strand the newest of those that `filter` leaves, and the events that pass.
    template <class Filter, class Passes>
    void mark(Filter filter, Passes passes) {
        for (std::size_t i = 0; i < all_.size(); ++i) all_[i]->counts = all_[i]->is_event && passes(i);
        for_each_strand([&](members& strand) {
            filter(strand);
            keep_last_votes(strand);
            strand.truncate(drop_earlier(strand.begin(), strand.end()));
            for (auto const i : strand) all_[i]->counts = true;
        });
    }

    [[nodiscard]] beginning begin_of(std::size_t i) const { return beginning_of(all_[i]->begun); }

    /// The dated ones by a day, after the others; those of one day by weight.
    template <class Day>
    [[nodiscard]] lean_vector<std::size_t> sorted(members const& strand, Day day) const {
        auto const key = [&](std::size_t i) { return begin_of(i).is_dated ? day(i) : first_of_days; };
        lean_vector<std::size_t> result(strand.begin(), strand.end());
        detail::sort(result, [&](std::size_t a, std::size_t b) {
            return key(a) != key(b) ? key(a) < key(b) : all_[a]->found.weight < all_[b]->found.weight;
        });
        return result;
    }

    using place = members::iterator;

    /// Drops those that another surely follows.
    /// @return the end of the others
    [[nodiscard]] place drop_earlier(place first, place last) const {
        if (last - first < 2) return last;
        beginning newest;
        for (auto i = first; i != last; ++i) {
            auto const begins = begin_of(*i);
            if (begins.is_dated && (!newest.is_dated || begins.earliest > newest.earliest)) newest = begins;
        }
        return detail::remove_if(first, last, [&](std::size_t i) { return newest.is_after(begin_of(i)); });
    }

    /// Of one voter's votes on one motion keeps only the last, with other reports of that vote.
    void keep_last_votes(members& strand) const {
        auto const is_no_vote = [&](std::size_t i) { return !all_[i]->is_vote; };
        auto const votes = std::partition(strand.begin(), strand.end(), is_no_vote);
        if (strand.end() - votes < 2) return;
        // Its voter, and the motion: where the effect begins by which it carries, or the target itself.
        auto const ends = [&](std::size_t i) { return std::pair(all_[i]->found.whose, all_[i]->found.via); };
        if (detail::find_if(votes + 1, strand.end(), [&](std::size_t i) { return ends(i) != ends(*votes); }) !=
            strand.end())
            detail::sort(votes, strand.end(),
                         [&](std::size_t a, std::size_t b) { return std::pair(ends(a), a) < std::pair(ends(b), b); });
        auto kept = votes;
        for (auto first = votes; first != strand.end();) {
            auto const next =
                detail::find_if(first, strand.end(), [&](std::size_t i) { return ends(i) != ends(*first); });
            kept = std::copy(first, drop_earlier_votes(first, next), kept);
            first = next;
        }
        strand.truncate(kept);
    }
    /// The same of votes that are one voter's on one motion.
    /// @return the end of those that are kept
    [[nodiscard]] place drop_earlier_votes(place first, place last) const {
        last = drop_earlier(first, last);
        if (detail::find_if(first, last, [&](std::size_t i) { return vote_of(i) != vote_of(*first); }) == last)
            return last;
        auto const newest =
            *std::max_element(first, last, [&](std::size_t a, std::size_t b) { return order_of(a) < order_of(b); });
        auto const vote = vote_of(newest);
        return detail::remove_if(first, last, [&](std::size_t i) { return vote_of(i) != vote; });
    }

    [[nodiscard]] ballot vote_of(std::size_t i) const {
        return record_.graph().template get_if<casts>(all_[i]->found.relation)->vote;
    }
    [[nodiscard]] auto order_of(std::size_t i) const { return order_of_record(record_, all_[i]->found.relation); }

    reading<S> const& record_;
    holders_candidates const& all_;
    members firsts_; ///< the first member of each strand
    members order_;  ///< the members of all strands, by strand
    members ends_;   ///< where each strand ends among these
    hash_index places_;
};

/// The order in which relations came into the record: by day of record, then by insertion.
template <class S>
std::pair<std::chrono::sys_days, any_relation> order_of_record(known_record<S> const& record, any_relation r) {
    date const day = record.day_of_record(r);
    return {day.is_known() ? day.first_day() : first_of_days, r};
}

/// Marks votes that were replaced by a vote of the same date that was recorded later. Nothing else is replaced by
/// something of its date.
template <class S>
void mark_earlier_votes(reading<S> const& record, std::vector<evidence>& of_one_date) {
    if (of_one_date.size() < 2) return;
    candidate_list votes;
    lean_vector<std::size_t> places;
    for (std::size_t i = 0; i < of_one_date.size(); ++i) {
        if (record.graph().template get_if<casts>(of_one_date[i].relation) == nullptr) continue;
        auto const r = record.noted(of_one_date[i].relation, true);
        votes.push_back({.found = of_one_date[i],
                         .time = record.time_of(r),
                         .begun = r.begun,
                         .in = channel::vote,
                         .is_vote = true});
        places.push_back(i);
    }
    if (votes.size() < 2) return;
    strands<S>(record, in_order_of_insertion(votes)).mark_newest();
    for (std::size_t i = 0; i < votes.size(); ++i) of_one_date[places[i]].replaced = !votes[i].counts;
}

/// Evidence from candidates, in order of insertion, of which those that do not count were replaced. A claim that
/// several make is one piece of evidence. It counts as long as one of them has not replaced it, as surely as it does
/// for those.
/// @param note called with each candidate and the place of what became of it
template <class Note>
void add_evidence(holders_candidates const& all, std::vector<evidence>& result, Note note) {
    result.reserve(all.size());
    for (auto* const each : all) {
        auto const& e = each->found;
        bool const is_replaced = !each->counts;
        bool const is_known = !result.empty() && result.back().relation == e.relation && result.back().via == e.via &&
                              result.back().membership == e.membership;
        if (!is_known) {
            result.push_back(e);
            result.back().replaced = is_replaced;
        } else if (auto& known = result.back(); known.replaced == is_replaced) {
            known.holds = either(known.holds, e.holds);
        } else if (known.replaced) {
            known.holds = e.holds;
            known.replaced = false;
        }
        note(*each, result.size() - 1);
    }
}
inline std::vector<evidence> evidence_from(holders_candidates const& all) {
    std::vector<evidence> result;
    add_evidence(all, result, [](candidate const&, std::size_t) {});
    return result;
}

/// Marks the candidates that count: the newest, or all.
template <class S>
void mark_those_that_count(reading<S> const& record, holders_candidates const& all) {
    if (record.asked().history == history::all || all.size() < 2) return;
    strands<S> found(record, all);
    if (record.asked().at)
        found.mark_newest();
    else
        found.mark_last();
}

} // namespace geostance::detail

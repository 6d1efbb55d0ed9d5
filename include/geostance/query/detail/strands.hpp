// SPDX-License-Identifier: BSL-1.0
/// @file
/// Strands: whatever is said about one holder and target in one channel, on one facet and in one account. The newest of
/// a strand counts.
#pragma once

#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/query/position/evidence.hpp>

#include <boost/container_hash/hash.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A piece of evidence that the lens admits, before the newest is taken.
struct candidate {
    evidence found{};
    period time{};      ///< when it bears on the holder
    any_node account{}; ///< whose claim about the holder it is; null = the holder's own position
};

/// What relations of one strand have in common.
struct strand_key {
    any_node account{};
    any_relation membership{}; ///< by which it is inherited: each group has strands of its own
    channel in = channel::verbal;
    std::string_view facet{};
    friend bool operator==(strand_key const&, strand_key const&) = default;

    struct hash {
        std::size_t operator()(strand_key const& k) const noexcept {
            auto seed = std::hash<any_node>{}(k.account);
            boost::hash_combine(seed, std::hash<any_relation>{}(k.membership));
            boost::hash_combine(seed, static_cast<unsigned>(k.in));
            boost::hash_combine(seed, std::hash<std::string_view>{}(k.facet));
            return seed;
        }
    };
};

/// The strands of one holder's position on one target.
/// @par Complexity
/// O(candidates) to build, and as much for each day asked about
template <class S>
class strands {
public:
    strands(reading<S> const& record, std::vector<candidate> const& all) : record_(record), all_(all) {
        table<strand_key, std::size_t, strand_key::hash> places;
        for (std::size_t i = 0; i < all.size(); ++i) {
            auto const key = key_of(all[i]);
            if (!key) {
                events_.push_back(i);
                continue;
            }
            auto const place = places.insert(*key, strands_.size()).first;
            if (place == strands_.size()) strands_.emplace_back();
            strands_[place].push_back(i);
        }
    }

    /// Which candidates count if all of them hold on the day asked about.
    [[nodiscard]] std::vector<char> newest() const {
        std::vector<char> counts(all_.size(), false);
        for (auto const i : events_) counts[i] = true;
        for (auto const& strand : strands_) mark_newest(strand, counts);
        return counts;
    }
    /// Which candidates count if each strand is judged on the last day that any of it reaches.
    [[nodiscard]] std::vector<char> last() const {
        std::vector<char> counts(all_.size(), false);
        for (auto const i : events_) counts[i] = true;
        for (auto const& strand : strands_) {
            auto reached = first_of_days;
            auto const last_day = [&](std::size_t i) { return bounds_of_end(all_[i].time).latest; };
            for (auto const i : strand) reached = std::max(reached, last_day(i));
            mark_newest(only(strand, [&](std::size_t i) { return last_day(i) == reached; }), counts);
        }
        return counts;
    }
    /// Which candidates count on a day.
    [[nodiscard]] std::vector<char> on(period day) const {
        std::vector<char> counts(all_.size(), false);
        auto const holds = [&](std::size_t i) { return overlaps(all_[i].time, day) != certainty::no; };
        if (record_.asked().history == history::all) {
            for (std::size_t i = 0; i < all_.size(); ++i) counts[i] = holds(i);
            return counts;
        }
        for (auto const i : events_) counts[i] = holds(i);
        for (auto const& strand : strands_) mark_newest(only(strand, holds), counts);
        return counts;
    }

    /// Calls f(later, earlier) for each candidate that takes the place of another: of those that still hold and that it
    /// surely begins after, the last.
    /// @par Complexity
    /// O(n log n) for n candidates
    template <class F>
    void for_each_replacement(F f) const {
        for (auto const& strand : strands_) {
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
        }
    }

private:
    using members = std::vector<std::size_t>;

    [[nodiscard]] beginning begin_of(std::size_t i) const { return record_.begins(all_[i].found.relation); }

    /// The dated ones by a day, after the others.
    template <class Day>
    [[nodiscard]] members sorted(members strand, Day day) const {
        auto const key = [&](std::size_t i) { return begin_of(i).is_dated ? day(i) : first_of_days; };
        std::stable_sort(strand.begin(), strand.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        return strand;
    }

    /// Events accumulate, each by itself; everything else has a strand.
    [[nodiscard]] std::optional<strand_key> key_of(candidate const& c) const {
        auto const signal = record_.signal_in(c.found.relation);
        if (!signal.says || signal.accumulates) return std::nullopt;
        return strand_key{c.account, c.found.membership, signal.says->channel, signal.facet};
    }

    template <class F>
    [[nodiscard]] static members only(members const& all, F f) {
        members result;
        std::copy_if(all.begin(), all.end(), std::back_inserter(result), f);
        return result;
    }

    /// Those that no other surely follows.
    [[nodiscard]] members latest_of(members const& all) const {
        if (all.size() < 2) return all;
        beginning last;
        for (auto const i : all) {
            auto const begins = record_.begins(all_[i].found.relation);
            if (begins.is_dated && (!last.is_dated || begins.earliest > last.earliest)) last = begins;
        }
        return only(all, [&](std::size_t i) { return !last.is_after(record_.begins(all_[i].found.relation)); });
    }

    void mark_newest(members const& strand, std::vector<char>& counts) const {
        for (auto const i : latest_of(last_votes(strand))) counts[i] = true;
    }

    /// Of one voter's votes on one motion only the last, with other reports of that vote.
    [[nodiscard]] members last_votes(members const& strand) const {
        table<std::pair<any_node, any_node>, members, ends_hash> votes;
        members result;
        auto const& g = record_.graph();
        for (auto const i : strand) {
            auto const r = all_[i].found.relation;
            if (g.template get_if<casts>(r) != nullptr)
                votes.insert({g.source(r), g.target(r)}, {}).first.push_back(i);
            else
                result.push_back(i);
        }
        for (auto const& [ends, all] : votes) {
            auto const latest = latest_of(all);
            auto const last = *std::max_element(
                latest.begin(), latest.end(), [&](std::size_t a, std::size_t b) { return order_of(a) < order_of(b); });
            for (auto const i : latest)
                if (vote_of(i) == vote_of(last)) result.push_back(i);
        }
        return result;
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
    std::vector<members> strands_;
    members events_;
};

/// The order in which relations came into the record: by day of record, then by insertion.
template <class S>
std::pair<std::chrono::sys_days, any_relation> order_of_record(known_record<S> const& record, any_relation r) {
    const date day = record.day_of_record(r);
    return {day.is_known() ? day.first_day() : first_of_days, r};
}

/// Marks votes that were replaced by a vote of the same date that was recorded later.
template <class S>
void mark_earlier_votes(reading<S> const& record, std::vector<evidence>& of_one_date) {
    if (of_one_date.size() < 2) return;
    std::vector<candidate> all;
    for (auto const& e : of_one_date) all.push_back({e, record.time_of(e.relation), {}});
    auto const counts = strands<S>(record, all).newest();
    for (std::size_t i = 0; i < all.size(); ++i) of_one_date[i].replaced = !counts[i];
}

/// Evidence from candidates, of which those that do not count were replaced. A claim that several make counts as long
/// as one of them has not replaced it, and is then one piece of evidence.
inline std::vector<evidence> evidence_from(std::vector<candidate> const& all, std::vector<char> const& counts) {
    std::vector<evidence> result;
    result.reserve(all.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto e = all[i].found;
        e.replaced = !counts[i];
        bool const is_known = !result.empty() && result.back().relation == e.relation && result.back().via == e.via &&
                              result.back().membership == e.membership;
        if (!is_known) {
            result.push_back(e);
        } else if (auto& known = result.back(); !e.replaced) {
            known.holds = known.replaced ? e.holds : either(known.holds, e.holds);
            known.replaced = false;
        }
    }
    return result;
}

/// Evidence from candidates, of which the newest count.
template <class S>
std::vector<evidence> only_newest_counts(reading<S> const& record, std::vector<candidate> const& all) {
    if (record.asked().history == history::all || all.size() < 2)
        return evidence_from(all, std::vector<char>(all.size(), true));
    strands<S> const found(record, all);
    return evidence_from(all, record.asked().at ? found.newest() : found.last());
}

} // namespace geostance::detail

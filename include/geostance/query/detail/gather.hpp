// SPDX-License-Identifier: BSL-1.0
/// @file
/// Gathering the evidence for positions: of one holder, and of all holders at a target.
#pragma once

#include <geostance/graph/boost_graph.hpp>
#include <geostance/query/detail/digit_sort.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/position/evidence.hpp>
#include <geostance/query/position/tally.hpp>

#include <boost/container_hash/hash.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace geostance::detail {

/// A target, or a motion through which positions carry over to the target.
struct aim {
    any_node target;
    any_relation via; ///< the `would` that connects the motion; null for the target itself
    int sign = 1;
};

template <class S>
std::vector<aim> aims_at(reading<S> const& record, any_node target) {
    std::vector<aim> result{{target, {}, 1}};
    for (auto const r : in<would>(record.graph(), target)) {
        int const s = sign(record.graph()[r].effect);
        if (s != 0 && record.counts(record.graph().annotation(r)) != certainty::no)
            result.push_back({record.graph().source(any_relation(r)), any_relation(r), s});
    }
    return result;
}

/// The evidence that a relation of `whose` is, apart from whom it is ascribed to; weight 0 if it does not count.
template <class S>
evidence weigh(reading<S> const& record, any_relation r, signal const& s, any_node whose, aim const& toward) {
    provenance const& p = record.graph().annotation(r);
    auto const holds = record.counts(p);
    if (holds == certainty::no || !record.admits(p, whose)) return {};
    return {r,
            toward.sign * s.value,
            record.weight(p),
            toward.via,
            {},
            whose,
            toward.via.is_null() ? derivation::direct : derivation::carried_over,
            holds,
            false};
}

/// What makes two relations that bear on one holder reports of the same event: what one statement says counts once,
/// be it recorded at the speaker, at the one spoken for, or at both. Of types that cannot be compared each is an event
/// of its own.
template <class S>
bool same_event(reading<S> const& record, evidence const& a, evidence const& b) {
    auto const& g = record.graph();
    if (a.via != b.via || a.membership != b.membership || g.target(a.relation) != g.target(b.relation)) return false;
    provenance const& p = g.annotation(a.relation);
    provenance const& q = g.annotation(b.relation);
    return g.visit(a.relation, [&]<class R>(R const& payload) {
        if constexpr (std::equality_comparable<R>) {
            auto const other = g.template as<R>(b.relation);
            if (!other || !(payload == g[*other])) return false;
            if (!p.claimed_in.is_null() || !q.claimed_in.is_null()) return p.claimed_in == q.claimed_in;
            return a.whose == b.whose && !is_undated(p.valid) && p.valid == q.valid && p.publication != q.publication;
        } else {
            return false;
        }
    });
}

/// The place of a piece of evidence: the lower half of a number by whose upper half it is sorted.
constexpr std::size_t place_of(std::uint64_t entry) noexcept { return static_cast<std::uint32_t>(entry); }

/// A number that reports of one event have in common, with the place of the piece of evidence in its lower half: once
/// sorted, candidates stand together.
inline std::uint64_t likeness(evidence const& e, provenance const& p, std::size_t place) noexcept {
    std::size_t seed = std::hash<node<statement>>{}(p.claimed_in);
    boost::hash_combine(seed, e.value);
    if (p.claimed_in.is_null()) {
        boost::hash_combine(seed, std::hash<any_node>{}(e.whose));
        boost::hash_combine(seed, std::hash<date>{}(p.valid.from));
    }
    return std::uint64_t{seed} << 32U | static_cast<std::uint32_t>(place);
}

/// The candidates: what statements claim, and what the sources themselves date, if several publications do.
template <class S>
std::vector<std::uint64_t> likenesses(reading<S> const& record, std::vector<evidence> const& found) {
    auto const provenance_at = [&](std::size_t place) -> provenance const& {
        return record.graph().annotation(found[place].relation);
    };
    std::vector<std::uint64_t> result;
    result.reserve(found.size());
    node<publication> first_publication{};
    bool has_dated = false;
    bool has_several_publications = false;
    for (std::size_t i = 0; i < found.size(); ++i) {
        provenance const& p = provenance_at(i);
        if (p.claimed_in.is_null()) {
            if (is_undated(p.valid)) continue;
            if (!has_dated) first_publication = p.publication;
            has_dated = true;
            has_several_publications = has_several_publications || p.publication != first_publication;
        }
        result.push_back(likeness(found[i], p, i));
    }
    if (has_dated && !has_several_publications)
        std::erase_if(result, [&](std::uint64_t l) { return provenance_at(place_of(l)).claimed_in.is_null(); });
    sort_by_upper_half(result);
    return result;
}

/// Puts evidence in order of insertion. It comes in a few runs that are in order already: linear in it for each
/// doubling of their number.
inline void sort_runs(std::vector<evidence>& found) {
    if (found.size() < 64) return std::sort(found.begin(), found.end());
    std::vector<std::ptrdiff_t> ends{0};
    while (ends.back() != std::ssize(found))
        ends.push_back(std::is_sorted_until(found.begin() + ends.back(), found.end()) - found.begin());
    while (ends.size() > 2) {
        std::vector<std::ptrdiff_t> merged{0};
        for (std::size_t i = 2; i < ends.size(); i += 2) {
            std::inplace_merge(found.begin() + ends[i - 2], found.begin() + ends[i - 1], found.begin() + ends[i]);
            merged.push_back(ends[i]);
        }
        if (merged.back() != ends.back()) merged.push_back(ends.back());
        ends = std::move(merged);
    }
}

/// Marks all but the weightiest report of each event; the order of `found` does not matter.
template <class S>
void mark_repeats(reading<S> const& record, std::vector<evidence>& found) {
    if (record.asked().count_every_report || found.size() < 2) return;
    sort_runs(found);
    auto const order = likenesses(record, found);
    auto const at = [&](std::size_t i) -> evidence& { return found[place_of(order[i])]; };
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto& first = at(i);
        if (first.repeats) continue;
        auto* best = &first;
        for (std::size_t j = i + 1; j < order.size() && order[j] >> 32U == order[i] >> 32U; ++j) {
            auto& later = at(j);
            if (later.repeats || !same_event(record, first, later)) continue;
            auto& lesser = later.weight > best->weight ? *best : later;
            if (&lesser == best) best = &later;
            lesser.repeats = true;
        }
    }
}

template <class S>
std::vector<evidence> gather_own(reading<S> const& record, any_node who, any_node target) {
    std::vector<evidence> found;
    auto const sources = record.may_bind(who);
    for (auto const& toward : aims_at(record, target)) {
        for (auto const whose : sources) {
            record.for_each_signal(whose, toward.target, [&](any_relation r, signal const& s) {
                auto e = weigh(record, r, s, whose, toward);
                if (e.weight == 0) return;
                if (whose != who) {
                    if (!contains(record.ascribed_to(record.graph().annotation(r), whose), who)) return;
                    if (e.how == derivation::direct) e.how = derivation::spoken_for;
                }
                found.push_back(e);
            });
        }
    }
    return found;
}

/// The evidence for the position of one holder.
template <class S>
std::vector<evidence> gather(reading<S> const& record, any_node who, any_node target) {
    require_holder(record.graph(), who);
    require_target(record.graph(), target);
    auto found = gather_own(record, who, target);
    double const discount = record.asked().inherit_from_groups;
    if (found.empty() && discount > 0) {
        for (auto const membership : out<member_of>(record.graph(), who)) {
            if (!record.is_held(membership)) continue;
            for (auto e : gather_own(record, record.graph().target(any_relation(membership)), target)) {
                e.weight *= discount;
                e.membership = any_relation(membership);
                e.how = derivation::inherited;
                found.push_back(e);
            }
        }
    }
    mark_repeats(record, found);
    return found;
}

/// The evidence for the positions of everybody who has one on the target, by holder.
///
/// Listed are those who have a relation of their own, and those in whose name, finally, somebody acted or spoke; the
/// offices in between are not.
template <class S>
class gatherer {
public:
    explicit gatherer(reading<S> const& record) : record_(record) {}

    /// Calls f(holder, evidence) for each holder in order of insertion.
    template <class F>
    void for_each_holder(any_node target, F f) {
        for (auto const& toward : aims_at(record_, target)) {
            found_.reserve(found_.size() + in_degree(toward.target.index(), record_.graph()));
            record_.for_each_signal_at(toward.target, [&](any_relation r, signal const& s) {
                if (const auto e = weigh(record_, r, s, record_.graph().source(r), toward); e.weight > 0)
                    found_.push_back(e);
            });
        }
        order_.reserve(found_.size());
        for (std::size_t i = 0; i < found_.size(); ++i) order_.push_back(entry(found_[i].whose, i));
        sort_by_upper_half(order_);
        if (record_.asked().spokespeople_bind) share();
        for (auto first = order_.cbegin(); first != order_.cend();) {
            auto const last = end_of_run(first);
            std::vector<evidence> own;
            own.reserve(static_cast<std::size_t>(last - first));
            auto const who = who_of(*first);
            for (; first != last; ++first) own.push_back(found_[place_of(*first)]);
            f(who, std::move(own));
        }
    }

private:
    // A holder's index and the place of a piece of evidence in one number: quick to sort, by holder and then by place.
    using entries = std::vector<std::uint64_t>;

    static std::uint64_t entry(any_node who, std::size_t place) noexcept {
        return std::uint64_t{who.index()} << 32U | place;
    }
    [[nodiscard]] any_node who_of(std::uint64_t entry) const noexcept { return record_.graph().node_at(entry >> 32U); }

    [[nodiscard]] entries::const_iterator end_of_run(entries::const_iterator first) const {
        return std::find_if(first, order_.cend(), [who = *first >> 32U](std::uint64_t e) { return e >> 32U != who; });
    }

    /// Gives what binds several to each of them that is listed.
    void share() {
        std::vector<any_node> listed;
        entries shared;
        for (auto first = order_.cbegin(); first != order_.cend();) {
            auto const last = end_of_run(first);
            auto const who = who_of(*first);
            listed.push_back(who);
            if (!record_.binds_nobody(who))
                for (auto e = first; e != last; ++e) ascribe(who, place_of(*e), listed, shared);
            first = last;
        }
        if (shared.empty()) return;
        std::sort(listed.begin(), listed.end());
        for (auto const e : shared) {
            if (!std::binary_search(listed.begin(), listed.end(), who_of(e))) continue;
            auto copy = found_[place_of(e)];
            if (copy.how == derivation::direct) copy.how = derivation::spoken_for;
            order_.push_back(entry(who_of(e), found_.size()));
            found_.push_back(copy);
        }
        sort_by_upper_half(order_);
    }

    void ascribe(any_node who, std::size_t place, std::vector<any_node>& listed, entries& shared) const {
        for (auto const principal : record_.ascribed_to(record_.graph().annotation(found_[place].relation), who)) {
            if (principal == who) continue;
            shared.push_back(entry(principal, place));
            if (record_.bound_by(principal, period(), true).size() == 1) listed.push_back(principal);
        }
    }

    reading<S> const& record_;
    std::vector<evidence> found_;
    entries order_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Gathering the evidence for positions: of one holder, and of all holders at a target.
#pragma once

#include <geostance/graph/boost_graph.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/evidence.hpp>
#include <geostance/query/tally.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <tuple>
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

/// What makes two relations reports of the same event. Of types that cannot be compared each is an event of its own.
template <class S>
bool same_event(reading<S> const& record, evidence const& a, evidence const& b) {
    auto const& g = record.graph();
    if (a.whose != b.whose || a.via != b.via || a.membership != b.membership ||
        g.target(a.relation) != g.target(b.relation))
        return false;
    provenance const& p = g.annotation(a.relation);
    provenance const& q = g.annotation(b.relation);
    return g.visit(a.relation, [&]<class R>(R const& payload) {
        if constexpr (std::equality_comparable<R>) {
            auto const other = g.template as<R>(b.relation);
            if (!other || !(payload == g[*other])) return false;
            if (!p.claimed_in.is_null() || !q.claimed_in.is_null()) return p.claimed_in == q.claimed_in;
            return !is_undated(p.valid) && p.valid == q.valid && p.publication != q.publication;
        } else {
            return false;
        }
    });
}

/// What reports of one event agree on, and the place of a piece of evidence: sorted, candidates stand together.
struct likeness {
    any_node whose;
    double value;
    node<statement> claimed_in;
    std::chrono::sys_days day;
    std::size_t place;

    [[nodiscard]] auto what() const noexcept { return std::tie(whose, value, claimed_in, day); }
    friend bool operator<(likeness const& a, likeness const& b) noexcept {
        auto const order = a.what() <=> b.what();
        return order != 0 ? order < 0 : a.place < b.place;
    }
};

/// The candidates: what a statement claims, and what the sources themselves date, if several publications do.
template <class S>
std::vector<likeness> likenesses(reading<S> const& record, std::vector<evidence> const& found) {
    std::vector<likeness> result;
    result.reserve(found.size());
    auto const provenance_at = [&](std::size_t place) -> provenance const& {
        return record.graph().annotation(found[place].relation);
    };
    node<publication> first_publication{};
    bool has_dated = false;
    bool has_several_publications = false;
    for (std::size_t i = 0; i < found.size(); ++i) {
        provenance const& p = provenance_at(i);
        bool const claimed = !p.claimed_in.is_null();
        if (!claimed && is_undated(p.valid)) continue;
        if (!claimed) {
            has_several_publications = has_several_publications || (has_dated && p.publication != first_publication);
            first_publication = p.publication;
            has_dated = true;
        }
        result.push_back({found[i].whose, found[i].value, p.claimed_in,
                          !claimed && p.valid.from.is_known() ? p.valid.from.first_day() : std::chrono::sys_days(), i});
    }
    if (!has_several_publications) std::erase_if(result, [](likeness const& l) { return l.claimed_in.is_null(); });
    std::sort(result.begin(), result.end());
    return result;
}

/// Marks all but the weightiest report of each event; the order of `found` does not matter.
template <class S>
void mark_repeats(reading<S> const& record, std::vector<evidence>& found) {
    if (record.asked().count_every_report || found.size() < 2) return;
    if (!std::is_sorted(found.begin(), found.end())) std::sort(found.begin(), found.end());
    auto const order = likenesses(record, found);
    for (std::size_t i = 0; i < order.size(); ++i) {
        auto& first = found[order[i].place];
        if (first.repeats) continue;
        auto* best = &first;
        for (std::size_t j = i + 1; j < order.size() && order[j].what() == order[i].what(); ++j) {
            auto& later = found[order[j].place];
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
    auto found = gather_own(record, who, target);
    double const discount = record.asked().inherit_from_groups;
    if (found.empty() && discount > 0) {
        auto const when = record.asked().at ? during(*record.asked().at) : period();
        for (auto const membership : out<member_of>(record.graph(), who)) {
            if (!record.may_hold(membership, when)) continue;
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
        std::sort(order_.begin(), order_.end());
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
    static std::size_t place_of(std::uint64_t entry) noexcept { return static_cast<std::uint32_t>(entry); }

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
        std::sort(order_.begin(), order_.end());
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

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Gathering the evidence for positions: of one holder, and of all holders at a target.
#pragma once

#include <geostance/query/detail/reading.hpp>
#include <geostance/query/evidence.hpp>
#include <geostance/query/tally.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
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

template <class S>
std::vector<likeness> likenesses(reading<S> const& record, std::vector<evidence> const& found) {
    std::vector<likeness> result;
    result.reserve(found.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        provenance const& p = record.graph().annotation(found[i].relation);
        bool const dated = p.claimed_in.is_null() && p.valid.from.is_known();
        result.push_back({found[i].whose, found[i].value, p.claimed_in,
                          dated ? p.valid.from.first_day() : std::chrono::sys_days(), i});
    }
    std::sort(result.begin(), result.end());
    return result;
}

/// Marks all but the weightiest report of each event; the order of `found` does not matter.
template <class S>
void mark_repeats(reading<S> const& record, std::vector<evidence>& found) {
    if (record.asked().count_every_report || found.size() < 2) return;
    std::sort(found.begin(), found.end());
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
    struct entry {
        any_node who;
        evidence what;
    };

    explicit gatherer(reading<S> const& record) : record_(record) {}

    std::vector<entry> at(any_node target) {
        for (auto const& toward : aims_at(record_, target))
            record_.for_each_signal_at(toward.target, [&](any_relation r, signal const& s) { take(r, s, toward); });
        give_to_the_listed();
        return std::move(entries_);
    }

private:
    struct shared {
        std::vector<any_node> with;
        evidence what;
    };

    void take(any_relation r, signal const& s, aim const& toward) {
        auto const whose = record_.graph().source(r);
        auto const e = weigh(record_, r, s, whose, toward);
        if (e.weight == 0) return;
        entries_.push_back({whose, e});
        if (!record_.asked().spokespeople_bind || record_.binds_nobody(whose)) return;
        auto with = record_.ascribed_to(record_.graph().annotation(r), whose);
        if (with.size() > 1) shared_.push_back({std::move(with), e});
    }

    /// What binds several goes to each of them that is listed.
    void give_to_the_listed() {
        std::vector<any_node> listed;
        for (auto const& e : entries_)
            if (!shared_.empty()) listed.push_back(e.who);
        for (auto const& s : shared_)
            for (auto const who : s.with)
                if (record_.bound_by(who, reading<S>::during_or_ever({}), true).size() == 1) listed.push_back(who);
        std::sort(listed.begin(), listed.end());
        for (auto& s : shared_) {
            if (s.what.how == derivation::direct) s.what.how = derivation::spoken_for;
            for (auto const who : s.with)
                if (who != s.what.whose && std::binary_search(listed.begin(), listed.end(), who))
                    entries_.push_back({who, s.what});
        }
    }

    reading<S> const& record_;
    std::vector<entry> entries_;
    std::vector<shared> shared_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Gathering the evidence for positions: of one holder, and of all holders at a target.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/query/detail/carry.hpp>
#include <geostance/query/detail/digit_sort.hpp>
#include <geostance/query/detail/judge.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/reports.hpp>
#include <geostance/query/detail/strands.hpp>
#include <geostance/query/position/evidence.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Puts evidence in order of insertion, and marks all but the weightiest report of each event.
template <class S>
void mark_repeats(reading<S> const& record, std::vector<evidence>& found) {
    if (found.size() < 2) return;
    detail::sort(found);
    report_groups<S>(record, found).mark_repeats();
}

/// The evidence for a position, and from how many independent sources it comes.
struct gathered {
    std::vector<evidence> found{};
    std::size_t independent_sources = 0;
};

/// What is gathered from candidates, of which the newest count, and of these the weightiest report of each event.
template <class S>
gathered gathered_once(reading<S> const& record, candidate_list& all) {
    mark_those_that_count(record, all);
    gathered result{evidence_from(all), independent_sources(record, all)};
    if (result.found.size() > 1) report_groups<S>(record, result.found).mark_repeats(all);
    return result;
}

/// Ignores what a lens refuses.
struct ignore_refusal {
    void operator()(refused const&) const noexcept {}
};
inline constexpr ignore_refusal ignore_refused{};

/// Adds the candidates for one holder's own position that a lens admits, before the newest is taken.
template <class S>
void add_candidates_for(reading<S> const& record, any_node who, any_node target, candidate_list& found,
                        hear_refusal refuse = ignore_refused) {
    using by = typename reading<S>::by;
    auto const add = [&](bond const& ascribed, aim const& toward) {
        record.for_each_signal(ascribed.whose, toward.target, [&](any_relation r, relation_signal const& s) {
            judge(record, r, s, ascribed, toward, found, refuse);
        });
    };
    carrying_motions<S> const motions(record, target);
    if (record.held_offices().bound_by_nobody(who))
        return motions.for_each_aim([&](aim const& toward) { add({who, who, nullptr, nullptr}, toward); });
    auto const speakers = record.held_offices().speakers_for(who, by::words);
    auto const organs = record.held_offices().speakers_for(who, by::deeds);
    motions.for_each_aim([&](aim const& toward) {
        for (auto const& [whose, times] : speakers) add({whose, who, &times, organs.find(whose)}, toward);
    });
}
template <class S>
candidate_list candidates_for(reading<S> const& record, any_node who, any_node target) {
    candidate_list found;
    add_candidates_for(record, who, target, found);
    return found;
}

template <class S>
std::vector<evidence> gather_own(reading<S> const& record, any_node who, any_node target) {
    auto all = candidates_for(record, who, target);
    mark_those_that_count(record, all);
    return evidence_from(all);
}

/// A membership, and how surely it is held.
struct held_membership {
    any_relation relation{};
    certainty surely{};
};

/// The groups whose position a member inherits, each once, with its surest membership. Who is left out inherits
/// nothing.
template <class S>
auto groups_of(reading<S> const& record, any_node who) {
    table<any_node, held_membership> groups;
    if (record.is_left_out(who)) return groups;
    for (auto const r : out<member_of>(record.graph(), who)) {
        auto const held = record.held(r);
        if (!record.is_sure_enough(held)) continue;
        auto& known = groups.insert(record.graph().target(any_relation(r)), {any_relation(r), held}).first;
        if (held > known.surely) known = {any_relation(r), held};
    }
    return groups;
}

/// A group's piece of evidence, in the form in which a member inherits it.
template <class S>
evidence inherited(reading<S> const& record, evidence e, held_membership const& membership) {
    e.weight *= record.asked().inherit_from_groups;
    e.membership = membership.relation;
    e.how = derivation::inherited;
    e.holds = both(e.holds, membership.surely);
    return e;
}

/// What a holder without a position of its own inherits.
template <class S>
std::vector<evidence> gather_inherited(reading<S> const& record, any_node who, any_node target) {
    std::vector<evidence> found;
    for (auto const& [group, membership] : groups_of(record, who))
        for (auto const& e : gather_own(record, group, target)) found.push_back(inherited(record, e, membership));
    return found;
}

/// The candidates for a holder's position, before the newest is taken: its own, or, if there are none, inherited ones.
template <class S>
candidate_list candidates_or_inherited(reading<S> const& record, any_node who, any_node target) {
    require_holder(record.graph(), who);
    require_target(record.graph(), target);
    auto found = candidates_for(record, who, target);
    if (!found.empty() || record.asked().inherit_from_groups == 0) return found;
    for (auto const& [group, membership] : groups_of(record, who))
        for (auto c : candidates_for(record, group, target)) {
            c.found = inherited(record, c.found, membership);
            found.push_back(c);
        }
    return found;
}

/// The evidence for the position of one holder.
template <class S>
gathered gather(reading<S> const& record, any_node who, any_node target) {
    require_holder(record.graph(), who);
    require_target(record.graph(), target);
    candidate_list own;
    add_candidates_for(record, who, target, own);
    if (!own.empty() || record.asked().inherit_from_groups == 0) return gathered_once(record, own);
    gathered result{gather_inherited(record, who, target)};
    mark_repeats(record, result.found);
    result.independent_sources = independent_sources(record, result.found);
    return result;
}

/// The evidence for the positions of everybody who has one on the target, by holder.
///
/// It lists those who have a relation of their own, and those in whose name, finally, somebody acted or spoke; not the
/// offices in between.
template <class S>
class gatherer {
public:
    explicit gatherer(reading<S> const& record) : record_(record) {}

    /// Calls f(holder, what is gathered) for each holder in order of insertion.
    template <class F>
    void for_each_holder(any_node target, F f) {
        for_each_candidates(target, [&](any_node who, candidate_list& own) { f(who, gathered_once(record_, own)); });
    }

    /// Calls f(holder, candidates) for each holder in order of insertion, before the newest is taken.
    template <class F>
    void for_each_candidates(any_node target, F f) {
        carrying_motions<S> const motions(record_, target);
        motions.for_each_aim([&](aim const& toward) {
            order_.reserve(order_.size() + in_degree(toward.target.index(), record_.graph()));
            found_.reserve(found_.size() + in_degree(toward.target.index(), record_.graph()));
            record_.for_each_signal_at(toward.target, [&](any_relation r, relation_signal const& s) {
                auto const whose = record_.graph().source(r);
                auto const place = found_.size();
                add(r, s, {whose, whose, nullptr, nullptr}, toward);
                bool const is_refused = found_.size() == place;
                if (is_refused && !record_.binds_nobody(whose)) to_share(whose).push_back({r, toward});
            });
        });
        sort_by_upper_half(order_);
        find_shared(motions);
        if (!shared_.empty()) share();
        candidate_list own;
        for (auto const* first = order_.begin(); first != order_.end();) {
            auto const* const last = end_of_run(first);
            auto const who = who_of(*first);
            own.clear();
            for (; first != last; ++first) own.push_back(found_[place_of(*first)]);
            f(who, own);
        }
    }

private:
    // A holder's index and the place of a candidate in one number: quick to sort, by holder and then by place.
    using entries = lean_vector<std::uint64_t>;
    struct shared_relation {
        any_relation relation;
        aim toward;
    };
    struct principals {
        joined_nodes by_words;
        joined_nodes by_deeds;
    };

    [[nodiscard]] any_node who_of(std::uint64_t entry) const noexcept { return record_.graph().node_at(entry >> 32U); }
    static constexpr std::size_t place_of(std::uint64_t entry) noexcept { return static_cast<std::uint32_t>(entry); }
    [[nodiscard]] std::uint64_t const* end_of_run(std::uint64_t const* first) const {
        return detail::find_if(first, order_.end(), [who = *first >> 32U](std::uint64_t e) { return e >> 32U != who; });
    }

    void add(any_relation r, relation_signal const& s, bond const& to, aim const& toward) {
        auto place = found_.size();
        judge(record_, r, s, to, toward, found_, ignore_refused);
        for (; place < found_.size(); ++place) order_.push_back(std::uint64_t{to.who.index()} << 32U | place);
    }

    [[nodiscard]] lean_vector<shared_relation>& to_share(any_node whose) { return shared_.insert(whose, {}).first; }
    /// Finds what was said and done by somebody who binds others. What was refused is there already.
    void find_shared(carrying_motions<S> const& motions) {
        for (auto const* first = order_.begin(); first != order_.end();) {
            auto const* const last = end_of_run(first);
            if (auto const whose = who_of(*first); !record_.binds_nobody(whose)) {
                auto& relations = to_share(whose);
                evidence const* before = nullptr; // one relation may be there for several accounts
                for (auto const* e = first; e != last; ++e) {
                    auto const& now = found_[place_of(*e)].found;
                    bool const is_known = before && before->relation == now.relation && before->via == now.via;
                    if (!is_known) relations.push_back({now.relation, motions.aim_by(now.via)});
                    before = &now;
                }
            }
            first = last;
        }
    }

    /// Hands what binds several holders to each of them that is listed: to those who are bound in the end, and to those
    /// who have evidence of their own.
    void share() {
        lean_vector<principals> of_each;
        for (auto const& [whose, relations] : shared_)
            of_each.push_back({record_.held_offices().principals_of(whose, reading<S>::by::words),
                               record_.held_offices().principals_of(whose, reading<S>::by::deeds)});
        for (std::size_t i = 0; i < shared_.size(); ++i)
            ascribe(i, of_each[i], [&](any_node who) { return record_.speaks_for_nobody(who); });
        sort_by_upper_half(order_);
        std::vector<any_node> listed;
        for (auto const* first = order_.begin(); first != order_.end(); first = end_of_run(first))
            listed.push_back(who_of(*first));
        for (std::size_t i = 0; i < shared_.size(); ++i)
            ascribe(i, of_each[i], [&](any_node who) {
                return !record_.speaks_for_nobody(who) && std::binary_search(listed.begin(), listed.end(), who);
            });
        sort_by_upper_half(order_);
    }

    /// Hands what one node says and does to those of its principals that pass.
    template <class Passes>
    void ascribe(std::size_t place, principals const& bound, Passes const& passes) {
        auto const& [whose, relations] = shared_[place];
        for (auto const& [who, times] : bound.by_words) {
            if (who == whose || !passes(who)) continue;
            bond const to{whose, who, &times, bound.by_deeds.find(who)};
            for (auto const& shared : relations)
                add(shared.relation, record_.signal_in(shared.relation), to, shared.toward);
        }
    }

    reading<S> const& record_;
    candidate_list found_;
    entries order_;
    table<any_node, lean_vector<shared_relation>> shared_;
};

} // namespace geostance::detail

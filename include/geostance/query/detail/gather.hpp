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

/// The evidence for a position, in order of insertion, and from how many independent sources it comes.
struct gathered {
    std::vector<evidence> found{};
    std::size_t independent_sources = 0;
};

/// What is gathered from candidates, of which the newest count, and of these the weightiest report of each event.
template <class S>
gathered gathered_once(reading<S> const& record, holders_candidates const& all) {
    mark_those_that_count(record, all);
    gathered result;
    papers_told papers;
    report_groups<S> reports(record, result.found);
    reports.expect(all);
    add_evidence(all, result.found, [&](candidate const& c, std::size_t place) {
        if (!c.counts) return;
        reports.add(c, place);
        add_paper(papers, c.paper);
    });
    reports.mark_those_added();
    result.independent_sources = independent_sources(record, papers);
    return result;
}

/// Ignores what a lens refuses.
struct ignore_refusal {
    void operator()(refused const&) const noexcept {}
};
inline constexpr ignore_refusal ignore_refused{};

/// Adds the candidates that one node's words and deeds make for the holder to whom they are ascribed.
template <class S>
void add_candidates_by(bond const& ascribed, reading<S> const& record, carrying_motions<S> const& motions,
                       candidate_list& found, hear_refusal refuse = ignore_refused) {
    motions.for_each_aim([&](aim const& toward) {
        record.graph().for_each_between(ascribed.whose, toward.target, [&](any_relation r) {
            judge(record, r, record.provenance_of(r), ascribed, toward, found, refuse);
        });
    });
}

/// Adds the candidates for one holder's own position that a lens admits, before the newest is taken.
template <class S>
void add_candidates_for(reading<S> const& record, any_node who, any_node target, candidate_list& found,
                        hear_refusal refuse = ignore_refused) {
    using by = typename reading<S>::by;
    carrying_motions<S> const motions(record, target);
    if (record.held_offices().bound_by_nobody(who))
        return add_candidates_by({who, who, nullptr, nullptr}, record, motions, found, refuse);
    auto const organs = record.held_offices().speakers_for(who, by::deeds);
    for (auto const& [whose, times] : record.held_offices().speakers_for(who, by::words))
        add_candidates_by({whose, who, &times, organs.find(whose)}, record, motions, found, refuse);
}
template <class S>
candidate_list candidates_for(reading<S> const& record, any_node who, any_node target) {
    candidate_list found;
    add_candidates_for(record, who, target, found);
    return found;
}

template <class S>
std::vector<evidence> gather_own(reading<S> const& record, any_node who, any_node target) {
    auto made = candidates_for(record, who, target);
    auto const all = in_order_of_insertion(made);
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
evidence inherited(reading<S> const& record, evidence piece, held_membership const& membership) {
    piece.weight *= record.asked().inherit_from_groups;
    piece.membership = membership.relation;
    piece.how = derivation::inherited;
    piece.holds = both(piece.holds, membership.surely);
    return piece;
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
    if (!own.empty() || record.asked().inherit_from_groups == 0)
        return gathered_once(record, in_order_of_insertion(own));
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
    gatherer(reading<S> const& record, any_node target) : record_(record), motions_(record, target) {
        find_own();
        find_bonds();
    }
    // Rows refer to the motions.
    gatherer(gatherer const&) = delete;
    gatherer& operator=(gatherer const&) = delete;

    /// Calls f(holder, what is gathered) for each holder in order of insertion.
    template <class F>
    void for_each_holder(F f) {
        for_each_candidates([&](any_node who, holders_candidates const& all) { f(who, gathered_once(record_, all)); });
    }

    /// Calls f(holder, candidates) for each holder in order of insertion, before the newest is taken.
    template <class F>
    void for_each_candidates(F f) {
        holders_candidates all;
        candidate_list made;
        auto const* own = own_.begin();
        auto const* bound = bonds_.begin();
        while (own != own_.end() || bound != bonds_.end()) {
            auto const who = who_of(bound == bonds_.end() || (own != own_.end() && *own < *bound) ? *own : *bound);
            all.clear();
            made.clear();
            for (; own != own_.end() && who_of(*own) == who; ++own) all.push_back(&own_at(own));
            bool const is_listed = !all.empty() || record_.speaks_for_nobody(who);
            for (; bound != bonds_.end() && who_of(*bound) == who; ++bound)
                if (is_listed) add_bound(who, speakers_[place_of(*bound)], made);
            for (auto& each : made) all.push_back(&each);
            if (!made.empty() || has_motions_) sort_by_insertion(all);
            if (!all.empty()) f(who, all);
        }
    }

private:
    // The index of a holder and a place in one number: quick to sort, by holder and then by place.
    using entries = lean_vector<std::uint64_t>;
    struct row {
        any_relation relation{};
        aim const* toward = nullptr;
    };
    /// Somebody whose words and deeds bind others.
    struct speaker {
        any_node whose;
        joined_nodes by_words;
        joined_nodes by_deeds;
        lean_vector<row> rows{}; ///< what it says and does
    };

    static std::uint64_t entry(any_node who, std::size_t place) noexcept {
        return std::uint64_t{who.index()} << 32U | place;
    }
    [[nodiscard]] any_node who_of(std::uint64_t entry) const noexcept { return record_.graph().node_at(entry >> 32U); }
    static constexpr std::size_t place_of(std::uint64_t entry) noexcept { return static_cast<std::uint32_t>(entry); }

    /// A candidate. Those of one holder lie far apart: the next ones are fetched meanwhile.
    [[nodiscard]] candidate& own_at(std::uint64_t const* at) {
        if (own_.end() - at > 16) {
            auto const& later = found_[place_of(at[16])];
            will_read(&later);
            will_read(&later.likeness);
        }
        return found_[place_of(*at)];
    }

    void find_own() {
        motions_.for_each_aim([&](aim const& toward) {
            has_motions_ = has_motions_ || !toward.via.is_null();
            auto const more = in_degree(toward.target.index(), record_.graph());
            own_.reserve(own_.size() + more);
            found_.reserve(found_.size() + more);
            record_.for_each_signalling(toward.target, [&](any_relation r, provenance const& p) {
                auto const whose = record_.source_of(r);
                auto place = found_.size();
                judge(record_, r, p, {whose, whose, nullptr, nullptr}, toward, found_, ignore_refused);
                if (place == found_.size()) note_speaker(whose);
                for (; place < found_.size(); ++place) own_.push_back(entry(whose, place));
            });
        });
        sort_by_upper_half(own_);
    }
    void find_bonds() {
        if (!record_.held_offices().any()) return;
        for (auto const* at = own_.begin(); at != own_.end(); ++at)
            if (at == own_.begin() || at[-1] >> 32U != *at >> 32U) note_speaker(who_of(*at));
        detail::sort(speaking_);
        detail::erase_repeats(speaking_);
        for (auto const whose : speaking_) bind(whose);
        sort_by_upper_half(bonds_);
        if (!speakers_.empty()) find_spoken();
    }
    void note_speaker(any_node whose) {
        if (!record_.binds_nobody(whose)) speaking_.push_back(whose);
    }
    void bind(any_node whose) {
        using by = typename reading<S>::by;
        auto const& offices = record_.held_offices();
        speakers_.push_back({whose, offices.principals_of(whose, by::words), offices.principals_of(whose, by::deeds)});
        for (auto const& [who, times] : speakers_.back().by_words)
            if (who != whose) bonds_.push_back(entry(who, speakers_.size() - 1));
    }
    void find_spoken() {
        table<any_node, std::size_t> places;
        for (std::size_t i = 0; i < speakers_.size(); ++i) places.insert(speakers_[i].whose, i);
        motions_.for_each_aim([&](aim const& toward) {
            record_.for_each_signalling(toward.target, [&](any_relation r, provenance const&) {
                auto const* const place = places.find(record_.source_of(r));
                if (place != nullptr) speakers_[*place].rows.push_back({r, &toward});
            });
        });
    }
    void add_bound(any_node who, speaker const& s, candidate_list& made) const {
        bond const ascribed{s.whose, who, s.by_words.find(who), s.by_deeds.find(who)};
        for (auto const& [r, toward] : s.rows)
            judge(record_, r, record_.provenance_of(r), ascribed, *toward, made, ignore_refused);
    }

    reading<S> const& record_;
    carrying_motions<S> motions_;
    candidate_list found_; ///< for the target in order of insertion, and then for each motion
    bool has_motions_ = false;
    entries own_;
    lean_vector<any_node> speaking_;
    lean_vector<speaker> speakers_;
    entries bonds_;
};

} // namespace geostance::detail

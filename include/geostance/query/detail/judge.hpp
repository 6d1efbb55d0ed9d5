// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether one relation bears on one holder's position under a lens, and if not, why not.
#pragma once

#include <geostance/detail/function_ref.hpp>
#include <geostance/query/detail/carry.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/reports.hpp>
#include <geostance/query/detail/strands.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/query/position/refusal.hpp>

#include <algorithm>
#include <chrono>
#include <optional>
#include <vector>

namespace geostance::detail {

/// How the words and deeds of one node are ascribed to another: by which offices, at which time.
struct bond {
    any_node whose{};
    any_node who{};
    tenures const* by_words = nullptr; ///< null = never
    tenures const* by_deeds = nullptr; ///< null = never

    [[nodiscard]] certainty in_words(period when) const { return reaches(by_words, when); }
    [[nodiscard]] certainty in_deeds(period when) const { return reaches(by_deeds, when); }

private:
    [[nodiscard]] certainty reaches(tenures const* times, period when) const {
        if (whose == who) return certainty::yes;
        return times == nullptr ? certainty::no : detail::reaches(*times, when);
    }
};

/// What hears why a judgement makes no candidate.
using hear_refusal = function_ref<void(refused const&)>;

/// Judges one relation for one holder. Each candidate that it makes, one for each account, is added to `made`. If it
/// makes none but concerns the holder, `refuse` gets the reason.
template <class S>
class judgement {
public:
    judgement(reading<S> const& record, any_relation r, provenance const& p, relation_signal const& s, bond const& b,
              aim const& toward, candidate_list& made, hear_refusal refuse)
        : record_(record), relation_(r), signal_(s), bond_(b), toward_(toward), made_(made), refuse_(refuse),
          noted_(record.noted(r, p, s.is_vote)), said_(noted_.from.claimed_in) {}

    void pronounce() {
        bool const is_its_own = said_.is_null() && bond_.whose == bond_.who;
        auto const concerns = is_its_own ? certainty::yes : ascribed();
        if (concerns == certainty::no) return;
        if (!record_.passes_everything() || !toward_.via.is_null())
            if (auto const why = refused_at_once()) return refuse_({relation_, toward_.via, *why, {}});
        sure_ = both(concerns, both(record_.known(noted_.from), toward_.holds));
        if (said_.is_null())
            in_the_sources_voice();
        else
            in_a_statement();
        if (!is_taken_) refuse_({relation_, toward_.via, why_, by_});
    }

private:
    using kind = perspective::kind;

    /// Whether it is the holder's own or ascribed to it: an organ's deeds are those of its state, and official words
    /// are those of the one spoken for.
    [[nodiscard]] certainty ascribed() {
        if (!said_.is_null())
            if (auto const surely = record_.spoken().has_voice(said_, bond_.whose); surely != certainty::no) {
                is_own_words_ = true;
                if (bond_.whose == bond_.who) return surely;
                if (record_.spoken().speaks_only_for_itself(bond_.whose, said_)) return certainty::no;
                return both(surely, bond_.in_words(record_.time_of(said_)));
            }
        return bond_.whose == bond_.who ? certainty::yes : bond_.in_deeds(record_.time_of(noted_));
    }

    [[nodiscard]] std::optional<refusal> refused_at_once() const {
        if (!record_.asked().channels.has(signal_.says->channel)) return refusal::channel;
        bool const is_one_side_of_a_motion = !toward_.via.is_null() && !record_.asked().facet && !signal_.facet.empty();
        if (!record_.has_facet(signal_) || is_one_side_of_a_motion) return refusal::facet;
        if (!record_.is_credible(noted_.from)) return refusal::credibility;
        if (record_.known(noted_.from) == certainty::no || (!said_.is_null() && record_.is_said_later(said_)))
            return refusal::known_later;
        if (record_.is_left_out(noted_.from) || record_.is_left_out(bond_.whose) || record_.is_left_out(bond_.who))
            return refusal::left_out;
        return std::nullopt;
    }

    void in_the_sources_voice() {
        if (record_.asked().according_to.which() == kind::speakers) return note(refusal::account);
        auto const standing = record_.standing_in_own_voice(noted_.from);
        if (standing == certainty::no) return note(refusal::withdrawn, record_.taken_back_by(relation_, {}));
        offer({}, record_.time_of(noted_), standing);
    }

    void in_a_statement() {
        switch (record_.asked().according_to.which()) {
        case kind::sources: return note(refusal::account);
        case kind::own_positions: return is_own_words_ ? offer_own() : note(refusal::account);
        default: return offer_claims();
        }
    }

    void offer_own() {
        auto const when = record_.time_of(noted_);
        if (!record_.taken_back().has_any(said_)) return offer({}, when, certainty::yes);
        auto const standing = record_.standing(relation_, bond_.who);
        if (standing == certainty::no) return note(refusal::withdrawn, record_.taken_back_by(relation_, bond_.who));
        auto const binding = record_.until_disowned(relation_, bond_.who, when);
        if (binding != when && (is_over_before_it_begins(binding) ||
                                (record_.holds(binding) == certainty::no && record_.holds(when) != certainty::no)))
            return note(refusal::disowned, record_.disowned_by(said_, bond_.who));
        offer({}, binding, standing);
    }

    /// What speakers say about others or about themselves, under a lens that asks for their accounts.
    void offer_claims() {
        auto const speakers = heard_speakers();
        if (speakers.empty()) return note(refusal::account);
        bool const is_own = is_own_words_ && is_heard(bond_.who);
        auto when = record_.time_of(noted_);
        if (is_own) {
            offer_own();
            auto const binding = record_.until_disowned(relation_, bond_.who, when);
            if (is_taken_ && binding == when) return;
            // From the day on which the holder disowned it, it is what the others say.
            if (is_taken_) when.from = date(binding.to.last_day() + std::chrono::days(1));
        }
        table<any_node, certainty> accounts; // each as surely as it stands for the surest of its speakers
        for (auto const speaker : speakers) {
            auto const* voice = record_.voices_of(said_).find(speaker);
            auto const standing =
                both(record_.standing(relation_, speaker), voice == nullptr ? certainty::yes : *voice);
            if (standing == certainty::no) {
                note(refusal::withdrawn, record_.taken_back_by(relation_, speaker));
                continue;
            }
            for (auto const account : record_.names_behind(said_, speaker)) {
                if (is_own && account == bond_.who) continue;
                auto& surely = accounts.insert(account, standing).first;
                surely = either(surely, standing);
            }
        }
        for (auto const& [account, surely] : accounts) offer(account == bond_.who ? any_node() : account, when, surely);
    }

    [[nodiscard]] bool is_heard(any_node speaker) const {
        auto const& asked = record_.asked().according_to;
        auto const& names = asked.speakers();
        return asked.which() == kind::everybody || std::find(names.begin(), names.end(), speaker) != names.end();
    }
    /// The speakers of the statement whose account the lens asks for. A statement without a recorded speaker speaks for
    /// itself.
    [[nodiscard]] std::vector<any_node> heard_speakers() const {
        auto const& voices = record_.voices_of(said_);
        std::vector<any_node> result;
        if (record_.asked().according_to.which() == kind::everybody) {
            record_.for_each_maker(said_, [&](any_node maker, any_relation, certainty surely) {
                if (record_.is_sure_enough(surely)) insert_unique(result, maker);
            });
            for (auto const name : record_.names_behind(said_)) insert_unique(result, name);
            if (result.empty()) result.emplace_back(said_);
        } else {
            for (auto const speaker : record_.asked().according_to.speakers())
                if (voices.has(speaker)) insert_unique(result, speaker);
        }
        return result;
    }

    void offer(any_node account, period when, certainty standing) {
        auto const in_time = holds_in(when);
        if (in_time == certainty::no) return note(refusal::day);
        auto const holds = both(sure_, both(standing, in_time));
        if (!record_.is_sure_enough(holds)) return note(refusal::uncertain);
        auto how = bond_.whose == bond_.who ? derivation::direct : derivation::spoken_for;
        if (!toward_.via.is_null()) how = derivation::carried_over;
        is_taken_ = true;
        auto& made = made_.add([&] {
            return candidate{.found = {.relation = relation_,
                                       .value = toward_.sign * signal_.says->value,
                                       .weight = record_.asked().weight_of(noted_.from),
                                       .via = toward_.via,
                                       .whose = bond_.whose,
                                       .how = how,
                                       .holds = holds},
                             .paper = index_of(noted_.from.publication),
                             .account = index_of(account),
                             .time = when,
                             .begun = noted_.begun,
                             .facet = number_of_facet(signal_.facet),
                             .in = signal_.says->channel,
                             .is_vote = signal_.is_vote,
                             .is_claimed = !said_.is_null(),
                             .is_event = signal_.accumulates};
        });
        made.likeness = likeness_of(record_, made.found, noted_.from, signal_.is_vote);
    }

    /// Whether it holds at the time of the lens, if it bears on the holder in a part of its time.
    [[nodiscard]] certainty holds_in(period part) const {
        if (!record_.asked().at) return certainty::yes;
        auto const holds = record_.holds(noted_);
        return part == record_.time_of(noted_) ? holds : both(holds, record_.holds(part));
    }
    [[nodiscard]] static bool is_over_before_it_begins(period p) noexcept {
        return p.from.is_known() && p.to.is_known() && p.to.last_day() < p.from.first_day();
    }

    void note(refusal why, any_relation by = {}) {
        why_ = why;
        by_ = by;
    }

    reading<S> const& record_;
    any_relation relation_;
    relation_signal const& signal_;
    bond const& bond_;
    aim const& toward_;
    candidate_list& made_;
    hear_refusal refuse_;
    noted_relation noted_;
    node<statement> said_;
    bool is_own_words_ = false;
    certainty sure_ = certainty::yes; ///< of everything but the day and the withdrawals
    bool is_taken_ = false;
    refusal why_ = refusal::account;
    any_relation by_{};
};

/// Judges one relation for one holder.
template <class S>
void judge(reading<S> const& record, any_relation r, provenance const& p, bond const& b, aim const& toward,
           candidate_list& made, hear_refusal refuse) {
    auto const signal = record.signal_in(r);
    if (signal.says) judgement<S>(record, r, p, signal, b, toward, made, refuse).pronounce();
}

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record under a lens: which relations count, in whose voice, and for whom. All queries ask through it.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/query/detail/known_record.hpp>
#include <geostance/query/detail/offices.hpp>
#include <geostance/query/detail/restatements.hpp>
#include <geostance/query/detail/source_groups.hpp>
#include <geostance/query/detail/withdrawals.hpp>
#include <geostance/query/position/lens.hpp>
#include <geostance/query/position/signal.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace geostance::detail {

/// The day after an end; nothing where no end is known, or the calendar ends with it.
[[nodiscard]] inline std::optional<date> day_after(date end) {
    constexpr std::chrono::sys_days last = std::chrono::year::max() / 12 / 31;
    if (!end.is_known() || end.last_day() == last) return std::nullopt;
    return date(end.last_day() + std::chrono::days(1));
}

/// A node and all that can be reached from it, nearest first.
/// @param for_each_next called as for_each_next(at, reach) with each of them; calls reach(node) with those next to it
template <class ForEachNext>
[[nodiscard]] std::vector<any_node> all_reached(any_node from, ForEachNext const& for_each_next) {
    table<any_node, char> found;
    found.insert(from, 0);
    std::vector<any_node> result;
    for (std::size_t i = 0; i < found.size(); ++i) {
        result.push_back(found[i].first);
        for_each_next(result.back(), [&](any_node next) { found.insert(next, 0); });
    }
    return result;
}

template <stance_schema S>
class reading : public known_record<S> {
public:
    using by = typename offices<S>::by; ///< words or deeds

    reading(typed_graph<S> const& g, lens const& with)
        : known_record<S>(g, with), offices_(*this), voices_(*this, offices_), withdrawals_(*this, voices_),
          restatements_(*this), sources_(*this) {}
    // The parts refer to each other.
    reading(reading const&) = delete;
    reading& operator=(reading const&) = delete;

    using known_record<S>::graph;
    using known_record<S>::asked;
    using known_record<S>::known;
    using known_record<S>::holds;
    using known_record<S>::time_of;
    using known_record<S>::is_left_out;
    using known_record<S>::is_silenced;
    using known_record<S>::is_sure_enough;

    [[nodiscard]] offices<S> const& held_offices() const noexcept { return offices_; }
    [[nodiscard]] voices<S> const& spoken() const noexcept { return voices_; }
    [[nodiscard]] withdrawals<S> const& taken_back() const noexcept { return withdrawals_; }
    [[nodiscard]] source_groups<S> const& sources() const noexcept { return sources_; }

    /// Who a statement is by: its speakers and, if spokespeople bind, those for whom they officially spoke that day.
    [[nodiscard]] voice_table const& voices_of(node<statement> said) const { return voices_.of(said); }

    /// Whether a statement stands for one of its voices: neither that voice, nor anybody who may do so for it, has
    /// retracted or superseded it.
    [[nodiscard]] certainty standing(node<statement> said, any_node voice) const {
        auto result = certainty::yes;
        if (!withdrawals_.has_any(said)) return result;
        for (auto const& w : withdrawals_.of(said, voice))
            if (w.kind == withdrawal_kind::retracts || w.kind == withdrawal_kind::supersedes)
                result = both(result, opposite(w.is_effective));
        return result;
    }
    /// Whether it stands for anybody. A statement without a recorded speaker cannot be taken back.
    [[nodiscard]] certainty standing(node<statement> said) const {
        if (!withdrawals_.has_any(said) || voices_of(said).empty()) return certainty::yes;
        auto result = certainty::no;
        for (auto const& voice : voices_of(said)) result = either(result, standing(said, voice.first));
        return result;
    }
    /// Whether a statement counts: it is heard, and stands for somebody.
    [[nodiscard]] bool stands(node<statement> said) const {
        return !is_silenced(said) && is_sure_enough(standing(said));
    }

    /// Whether what a relation says stands for one voice of its statement, corrections included.
    [[nodiscard]] certainty standing(any_relation r, any_node voice) const {
        auto const said = graph().annotation(r).claimed_in;
        auto result = certainty::yes;
        if (!withdrawals_.has_any(said)) return result;
        for (auto const& w : withdrawals_.of(said, voice))
            if (takes_back(w, r)) result = both(result, opposite(w.is_effective));
        return result;
    }
    /// Whether it stands for any voice of its statement or, if the publication says it in its own voice, for the
    /// publication.
    [[nodiscard]] certainty standing(any_relation r) const {
        provenance const& p = graph().annotation(r);
        if (p.claimed_in.is_null()) return standing_in_own_voice(p);
        if (!withdrawals_.has_any(p.claimed_in) || voices_of(p.claimed_in).empty()) return certainty::yes;
        auto result = certainty::no;
        for (auto const& voice : voices_of(p.claimed_in)) result = either(result, standing(r, voice.first));
        return result;
    }
    /// Whether what a publication says in its own voice stands.
    [[nodiscard]] certainty standing_in_own_voice(provenance const& p) const {
        auto result = certainty::yes;
        if (p.publication.is_null() || !withdrawals_.has_any(p.publication)) return result;
        for (auto const& w : withdrawals_.of(p.publication)) result = both(result, opposite(w.is_effective));
        return result;
    }

    /// What took a relation back: for one voice, or in the publication's own voice; null if nothing did.
    [[nodiscard]] any_relation taken_back_by(any_relation r, any_node voice) const {
        provenance const& p = graph().annotation(r);
        if (p.claimed_in.is_null() && p.publication.is_null()) return {};
        auto const& all =
            p.claimed_in.is_null() ? withdrawals_.of(p.publication) : withdrawals_.of(p.claimed_in, voice);
        for (auto const& w : all)
            if (w.is_effective != certainty::no && takes_back(w, r)) return w.recorded;
        return {};
    }

    /// The time for which a relation holds for one voice of its statement: until that one disowns it.
    [[nodiscard]] period until_disowned(any_relation r, any_node voice, period when) const {
        auto const said = graph().annotation(r).claimed_in;
        if (!withdrawals_.has_any(said)) return when;
        for (auto const& w : withdrawals_.of(said, voice)) {
            if (w.kind != withdrawal_kind::disowns || w.is_effective == certainty::no) continue;
            date const day = time_of(*graph().template as<statement>(graph().source(w.recorded))).from;
            if (!day.is_known()) continue;
            auto const last = day.first_day() - std::chrono::days(1);
            if (!when.to.is_known() || when.to.last_day() > last) when.to = last;
        }
        return when;
    }
    /// The relation by which a voice of a statement has disowned it, on whatever day; null if it has not.
    [[nodiscard]] any_relation disowned_by(node<statement> said, any_node voice) const {
        if (!withdrawals_.has_any(said)) return {};
        for (auto const& w : withdrawals_.of(said, voice))
            if (w.kind == withdrawal_kind::disowns && w.is_effective != certainty::no) return w.recorded;
        return {};
    }
    [[nodiscard]] bool is_disowned(node<statement> said, any_node voice) const {
        return !disowned_by(said, voice).is_null();
    }

    /// In whose name a statement is made: of those it binds, the ones who speak for nobody else.
    [[nodiscard]] std::vector<any_node> const& names_behind(node<statement> said) const {
        return remembered({said, any_node()}, [&] { return find_names_behind(said); });
    }
    /// The same for one of its voices; that voice itself if those for whom it speaks disowned the statement.
    [[nodiscard]] std::vector<any_node> const& names_behind(node<statement> said, any_node voice) const {
        return remembered({said, voice}, [&] { return find_names_behind(said, voice); });
    }

    /// Those for whom a node speaks officially on the day of the lens, itself first.
    [[nodiscard]] std::vector<any_node> speaks_for_on_the_day(any_node who) const {
        return all_reached(who, [&](any_node at, auto reach) {
            offices_.for_each_above(at, by::words, [&](any_relation office, any_node principal) {
                if (this->is_held(office)) reach(principal);
            });
        });
    }

    /// Calls f(relation, principal) for each office or organ relation by which a node directly binds another in a
    /// period.
    template <class F>
    void for_each_bond(any_node who, period when, by how, F f) const {
        offices_.for_each_above(who, how, [&](any_relation office, any_node principal) {
            if (offices_.reaches(office, when) != certainty::no) f(office, principal);
        });
    }

    /// True if nothing that the node says or does binds somebody else.
    [[nodiscard]] bool binds_nobody(any_node who) const { return offices_.binds_nobody(who); }
    /// True if a node speaks for nobody else in a period, or on no day at all.
    [[nodiscard]] bool speaks_for_nobody(any_node who, period when) const {
        bool result = true;
        for_each_bond(who, when, by::words,
                      [&](any_relation, any_node principal) { result = result && principal == who; });
        return result;
    }
    [[nodiscard]] bool speaks_for_nobody(any_node who) const { return speaks_for_nobody(who, period()); }

    /// Those whose words or deeds may bind a node, itself first, whatever the day.
    [[nodiscard]] std::vector<any_node> may_bind(any_node principal) const {
        return all_reached(principal, [&](any_node at, auto reach) {
            offices_.for_each_below(at, by::words, [&](any_relation, any_node speaker) { reach(speaker); });
        });
    }

    /// Whether a relation counts, apart from its voice and its day: known, credible, standing, and not left out.
    [[nodiscard]] certainty counts_whenever(any_relation r) const {
        provenance const& p = graph().annotation(r);
        if (!is_credible(p) || is_left_out(p) || is_left_out(graph().source(r))) return certainty::no;
        return both(known(p), standing(r));
    }
    /// Whether a relation counts on the day of the lens, and surely enough, apart from its voice.
    [[nodiscard]] certainty counts(any_relation r) const {
        auto const how = both(holds(r), counts_whenever(r));
        return is_sure_enough(how) ? how : certainty::no;
    }

    [[nodiscard]] bool is_credible(provenance const& p) const {
        auto const least = asked().least_credibility;
        auto const judged = p.credibility;
        return least == credibility::cannot_be_judged || (judged != credibility::cannot_be_judged && judged <= least);
    }

    /// Whether the perspective admits what is recorded of a node's own doing.
    [[nodiscard]] bool admits(any_relation r, any_node whose) const {
        provenance const& p = graph().annotation(r);
        auto const& account = asked().according_to;
        switch (account.which()) {
        case perspective::kind::own_positions: return p.claimed_in.is_null() || voices_of(p.claimed_in).has(whose);
        case perspective::kind::sources: return p.claimed_in.is_null();
        case perspective::kind::everybody: return true;
        case perspective::kind::speakers: break;
        }
        return !p.claimed_in.is_null() &&
               detail::any_of(account.speakers(), [&](any_node who) { return voices_of(p.claimed_in).has(who); });
    }

    /// What a relation says about a position.
    [[nodiscard]] relation_signal signal_in(any_relation r) const {
        return this->visit(r, [](auto const& payload) { return relation_signal_of(payload); });
    }
    /// Calls f(relation, signal) for each relation between two nodes that may say something of a position.
    template <class F>
    void for_each_signal(any_node from, any_node to, F f) const {
        graph().for_each_between(from, to, [&](any_relation r) {
            auto const signal = signal_in(r);
            if (signal.may_say) f(r, signal);
        });
    }

    /// Calls f(relation, provenance) for each relation that enters a node, whoever it is from, and whose type may say
    /// something of a position, in order of insertion.
    template <class F>
    void for_each_signalling(any_node to, F f) const {
        constexpr std::size_t ahead = 8; // far enough to be there when it is read
        auto const found = signalling_at(to, typename S::relation_types{});
        std::array<provenance const*, ahead> next{};
        for (std::size_t i = 0; i < found.size() + ahead; ++i) {
            auto& at = next[i % ahead];
            if (i >= ahead) f(found[i - ahead], *at);
            if (i < found.size()) will_read(&(at = &this->provenance_of(found[i]))->valid);
        }
    }

    /// Whether a relation is about the side of its target that the lens asks for.
    [[nodiscard]] bool has_facet(relation_signal const& s) const {
        return !asked().facet || (s.has_facets && s.facet == *asked().facet);
    }

    /// What a relation says about a position, if it does and passes the lens's channels and facet.
    [[nodiscard]] std::optional<position_signal> accepted(relation_signal const& s) const {
        return s.says && has_facet(s) && asked().channels.has(s.says->channel) ? s.says : std::nullopt;
    }

    [[nodiscard]] double weight(any_relation r) const noexcept { return asked().weight_of(graph().annotation(r)); }

private:
    /// A statement and one of its voices, or none for all of them together.
    struct statement_voice {
        node<statement> said{};
        any_node voice{};

        friend bool operator==(statement_voice const&, statement_voice const&) = default;
    };
    struct hash_of_statement_voice {
        std::size_t operator()(statement_voice const& s) const noexcept {
            return combined(std::hash<node<statement>>{}(s.said), std::hash<any_node>{}(s.voice));
        }
    };

    /// Found once each, as every row of a statement is judged for all whom it binds.
    template <class Find>
    [[nodiscard]] std::vector<any_node> const& remembered(statement_voice const& what, Find const& find) const {
        if (auto const* found = names_.find(what)) return **found;
        return *names_.insert(what, std::make_unique<std::vector<any_node>>(find())).first;
    }
    [[nodiscard]] std::vector<any_node> find_names_behind(node<statement> said) const {
        std::vector<any_node> result;
        std::vector<any_node> all;
        for (auto const& [who, surely] : voices_of(said)) {
            all.push_back(who);
            if (voices_.speaks_only_for_itself(who, said) || speaks_for_nobody(who, time_of(said)))
                result.push_back(who);
        }
        return result.empty() ? all : result;
    }
    [[nodiscard]] std::vector<any_node> find_names_behind(node<statement> said, any_node voice) const {
        if (voices_.speaks_only_for_itself(voice, said)) return {voice};
        std::vector<any_node> result;
        for (auto const& [who, surely] : voices_.bound_by(voice, time_of(said)))
            if (speaks_for_nobody(who, time_of(said))) insert_unique(result, is_disowned(said, who) ? voice : who);
        return result.empty() ? std::vector{voice} : result;
    }

    /// Whether a withdrawal takes a relation back. A correction takes back relations whose two ends a relation of the
    /// later statement has, too; disowning takes back nothing; any other withdrawal takes back all relations of its
    /// statement.
    [[nodiscard]] bool takes_back(withdrawal const& back, any_relation r) const {
        if (back.kind == withdrawal_kind::disowns) return false;
        if (back.kind != withdrawal_kind::corrects) return true;
        auto const& g = graph();
        auto const later = g.template as<statement>(g.source(back.recorded));
        return later && restatements_.says(*later, g.source(r), g.target(r));
    }

    template <class... R>
    [[nodiscard]] lean_vector<any_relation> signalling_at(any_node to, relations<R...>) const {
        lean_vector<any_relation> found;
        found.reserve(in_degree(to.index(), graph()));
        auto const add = [&]<class Type>(relations<Type>) {
            if constexpr (signalling<Type>)
                for (auto const r : in<Type>(this->graph(), to)) found.push_back(r);
        };
        (add(relations<R>{}), ...);
        detail::sort(found);
        return found;
    }

    offices<S> offices_;
    voices<S> voices_;
    withdrawals<S> withdrawals_;
    restatements<S> restatements_;
    source_groups<S> sources_;
    mutable table<statement_voice, std::unique_ptr<std::vector<any_node>>, hash_of_statement_voice> names_{};
};

} // namespace geostance::detail

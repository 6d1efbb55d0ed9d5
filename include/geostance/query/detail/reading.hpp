// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record under a lens: which relations count, in whose voice, and for whom. All queries ask through it.
#pragma once

#include <geostance/graph/typed_graph.hpp>
#include <geostance/query/position/lens.hpp>
#include <geostance/query/position/signal.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Adds a value to a short list that holds each at most once; true if it was new.
template <class T>
bool insert_unique(std::vector<T>& list, T value) {
    if (std::find(list.begin(), list.end(), value) != list.end()) return false;
    list.push_back(value);
    return true;
}

template <class T>
bool contains(std::vector<T> const& list, T value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

constexpr certainty both(certainty a, certainty b) noexcept { return std::min(a, b); }

template <stance_schema S>
class reading {
public:
    reading(typed_graph<S> const& g, lens const& l) : graph_(g), lens_(l) {
        validate(l);
        for (auto const who : l.according_to.speakers()) static_cast<void>(g.visit(who, [](auto const&) { return 0; }));
        for (auto const left_out : l.without) static_cast<void>(g.visit(left_out, [](auto const&) { return 0; }));
    }

    [[nodiscard]] typed_graph<S> const& graph() const noexcept { return graph_; }
    [[nodiscard]] lens const& asked() const noexcept { return lens_; }

    /// Whether something with that provenance was known by the day of the lens.
    [[nodiscard]] certainty known(provenance const& p) const {
        if (!lens_.known_by) return certainty::yes;
        const date day = day_of_record(p);
        if (!day.is_known()) return certainty::maybe;
        if (is_after(day, *lens_.known_by)) return certainty::no;
        return day.last_day() <= lens_.known_by->last_day() ? certainty::yes : certainty::maybe;
    }

    /// Whether a statement counts: neither it nor one of its speakers is left out, and it is neither retracted nor
    /// superseded as far as is known.
    /// A retraction that is itself retracted does nothing.
    [[nodiscard]] bool stands(node<statement> said) const {
        if (!lens_.known_by && lens_.without.empty() && in<retracts>(graph_, said).empty() &&
            in<supersedes>(graph_, said).empty())
            return true;
        if (auto const known = stands_.find(said); known != stands_.end()) return known->second;
        stands_.emplace(said, true); // two statements that retract each other: the one asked about first stands
        bool const result = !is_silenced(said) && !is_withdrawn<retracts>(said) && !is_withdrawn<supersedes>(said);
        stands_[said] = result;
        return result;
    }

    /// Who a statement is by: its speakers and, if spokespeople bind, those for whom they officially spoke that day.
    [[nodiscard]] std::vector<any_node> const& voices(node<statement> said) const {
        if (auto const known = voices_.find(said); known != voices_.end()) return known->second;
        std::vector<any_node> result;
        for (auto const r : in<makes>(graph_, said)) insert_unique(result, graph_.source(any_relation(r)));
        if (lens_.spokespeople_bind) add_principals(result, true, may_hold_in(time_of(said)));
        return voices_.emplace(said, std::move(result)).first->second;
    }

    /// Those whom a node binds by what it does or says on that day, itself first: a ministry its state, and, for what
    /// is said (`speaking`), a spokesperson the one spoken for.
    [[nodiscard]] std::vector<any_node> bound_by(any_node who, period when, bool speaking) const {
        std::vector<any_node> result{who};
        if (lens_.spokespeople_bind) add_principals(result, speaking, may_hold_in(when));
        return result;
    }

    /// Those for whom a node speaks officially on the day of the lens, itself first.
    [[nodiscard]] std::vector<any_node> speaks_for_on_the_day(any_node who) const {
        std::vector<any_node> result{who};
        if (lens_.spokespeople_bind)
            add_principals(result, true, [this](relation_handle auto r) { return this->is_held(r); });
        return result;
    }

    /// Calls f(relation, principal) for each office or organ relation by which a node directly binds another then.
    template <class F>
    void for_each_bond(any_node who, period when, bool speaking, F f) const {
        for_each_bond_if(who, speaking, may_hold_in(when), f);
    }

    /// True if nothing that the node says or does binds somebody else.
    [[nodiscard]] bool binds_nobody(any_node who) const {
        return out<speaks_for>(graph_, who).empty() && out<part_of>(graph_, who).empty();
    }

    /// Those whose words or deeds may bind a node, itself first, whatever the day.
    [[nodiscard]] std::vector<any_node> may_bind(any_node principal) const {
        std::vector<any_node> result{principal};
        if (!lens_.spokespeople_bind) return result;
        for (std::size_t i = 0; i < result.size(); ++i) {
            for (auto const r : in<speaks_for>(graph_, result[i]))
                if (is_official(r)) insert_unique(result, any_node(graph_.source(r)));
            for (auto const r : in<part_of>(graph_, result[i]))
                if (is_state_organ(r)) insert_unique(result, graph_.source(any_relation(r)));
        }
        return result;
    }

    /// Whether a relation holds at the time of the lens.
    [[nodiscard]] certainty holds(provenance const& p) const {
        return lens_.at ? overlaps(time_of(p), during(*lens_.at)) : certainty::yes;
    }

    /// When a relation holds. One without any date is taken to hold from the day it was said or published.
    [[nodiscard]] period time_of(provenance const& p) const {
        if (!is_undated(p.valid)) return p.valid;
        if (!p.claimed_in.is_null() && graph_[p.claimed_in].said.is_known()) return {graph_[p.claimed_in].said, date()};
        if (!p.publication.is_null() && graph_[p.publication].published.is_known())
            return {graph_[p.publication].published, date()};
        return p.valid;
    }

    /// When a statement was made; where its day is not recorded, when it was reported.
    [[nodiscard]] period time_of(node<statement> said) const {
        if (graph_[said].said.is_known()) return during(graph_[said].said);
        for (auto const r : in<makes>(graph_, said))
            if (const date day = time_of(graph_.annotation(r)).from; day.is_known()) return during(day);
        return {};
    }

    /// Whether an office or membership holds on the day of the lens.
    [[nodiscard]] bool is_held(relation_handle auto r) const {
        provenance const& p = graph_.annotation(r);
        return known(p) != certainty::no && !is_left_out(p) && holds(p) != certainty::no;
    }

    /// Whether a relation counts by all but its voice: known, dated, credible, standing, and not left out.
    [[nodiscard]] certainty counts(provenance const& p) const {
        if (lens_.least_credibility != credibility::cannot_be_judged &&
            (p.credibility == credibility::cannot_be_judged || p.credibility > lens_.least_credibility))
            return certainty::no;
        if (is_left_out(p)) return certainty::no;
        if (!p.claimed_in.is_null() && !stands(p.claimed_in)) return certainty::no;
        auto const in_time = holds(p);
        return in_time == certainty::no ? in_time : both(in_time, known(p));
    }

    /// Whether the perspective admits what is recorded of a node's own doing with that provenance.
    [[nodiscard]] bool admits(provenance const& p, any_node whose) const {
        switch (lens_.according_to.which()) {
        case perspective::kind::own_positions:
            return p.claimed_in.is_null() || makes_it(whose, p.claimed_in) || contains(voices(p.claimed_in), whose);
        case perspective::kind::sources: return p.claimed_in.is_null();
        case perspective::kind::everybody: return true;
        case perspective::kind::speakers: break;
        }
        if (p.claimed_in.is_null()) return false;
        auto const& by = voices(p.claimed_in);
        return std::any_of(by.begin(), by.end(),
                           [&](any_node who) { return contains(lens_.according_to.speakers(), who); });
    }

    /// Those to whom a relation of `whose` is ascribed, itself first: what an organ of a state does is the state's;
    /// what somebody says officially is said by the one spoken for.
    [[nodiscard]] std::vector<any_node> ascribed_to(provenance const& p, any_node whose) const {
        if (!lens_.spokespeople_bind || binds_nobody(whose)) return {whose};
        bool const own_words = !p.claimed_in.is_null() && contains(voices(p.claimed_in), whose);
        return bound_by(whose, own_words ? time_of(p.claimed_in) : time_of(p), own_words);
    }

    /// Calls f(relation, payload, signal) for each relation between two nodes that says something of a position and
    /// passes the lens's channels and facet.
    template <class F>
    void for_each_signal(any_node from, any_node to, F f) const {
        graph_.for_each_between(from, to, [&](any_relation r) {
            graph_.visit(r, [&](auto const& payload) {
                if (const auto s = accepted(payload)) f(r, *s);
            });
        });
    }

    /// The same for each relation that enters a node, whoever it is from.
    template <class F>
    void for_each_signal_at(any_node to, F f) const {
        for_each_signal_at(to, f, typename S::relation_types{});
    }

    /// What a relation says of a position, if it says something and passes the lens's channels and facet.
    template <class R>
    [[nodiscard]] std::optional<signal> accepted(R const& payload) const {
        if constexpr (signalling<R>) {
            if (lens_.facet) {
                if constexpr (requires { payload.facet == *lens_.facet; }) {
                    if (payload.facet != *lens_.facet) return std::nullopt;
                } else {
                    return std::nullopt;
                }
            }
            const std::optional<signal> s = signal_of(payload);
            return s && lens_.channels.has(s->channel) ? s : std::nullopt;
        } else {
            return std::nullopt;
        }
    }

    [[nodiscard]] double weight(provenance const& p) const noexcept { return lens_.weights(p); }

    [[nodiscard]] bool is_left_out(node_handle auto n) const { return contains(lens_.without, any_node(n)); }

    /// Whether what has that provenance is left out: by its publication, its statement, or one who speaks there.
    [[nodiscard]] bool is_left_out(provenance const& p) const {
        if (!p.publication.is_null() && is_left_out(p.publication)) return true;
        return !p.claimed_in.is_null() && is_silenced(p.claimed_in);
    }

    /// Whether a statement is not heard: it was made after the day of the lens, or is left out, by itself or with one
    /// of its speakers.
    [[nodiscard]] bool is_silenced(node<statement> said) const {
        if (lens_.known_by && is_after(graph_[said].said, *lens_.known_by)) return true;
        if (lens_.without.empty()) return false;
        if (is_left_out(said)) return true;
        for (auto const r : in<makes>(graph_, said))
            if (is_left_out(graph_.source(any_relation(r)))) return true;
        return false;
    }

private:
    /// Whether something is surely later than a day, month or year.
    [[nodiscard]] static bool is_after(date day, date than) noexcept {
        return day.is_known() && day.first_day() > than.last_day();
    }

    [[nodiscard]] date day_of_record(provenance const& p) const {
        if (p.recorded.is_known()) return p.recorded;
        if (!p.publication.is_null() && graph_[p.publication].published.is_known())
            return graph_[p.publication].published;
        return p.claimed_in.is_null() ? date() : graph_[p.claimed_in].said;
    }

    [[nodiscard]] bool makes_it(any_node who, node<statement> said) const {
        for (auto const r : in<makes>(graph_, said))
            if (graph_.source(any_relation(r)) == who) return true;
        return false;
    }

    template <class Withdrawal>
    [[nodiscard]] bool is_withdrawn(node<statement> said) const {
        for (auto const r : in<Withdrawal>(graph_, said)) {
            provenance const& p = graph_.annotation(r);
            auto const by = graph_.template as<statement>(graph_.source(any_relation(r)));
            if (known(p) != certainty::no && !is_left_out(p) && by && stands(*by)) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_official(relation<speaks_for> r) const { return graph_[r].authority != authority::personal; }

    /// A body of a state acts for it; a panel of an international organisation does not commit the organisation.
    [[nodiscard]] bool is_state_organ(relation<part_of> r) const {
        auto const organ = graph_.template as<actor>(graph_.source(any_relation(r)));
        auto const whole = graph_.template as<actor>(graph_.target(any_relation(r)));
        if (!organ || !whole) return false;
        auto const kind = graph_[*organ].kind;
        auto const whole_kind = graph_[*whole].kind;
        return (kind == actor_kind::organ || kind == actor_kind::ministry) &&
               (whole_kind == actor_kind::state || whole_kind == actor_kind::ministry);
    }

    /// Whether an office binds what was said or done in a period. An office that is recorded without dates may bind
    /// anything: who records both words and office means them to go together.
    [[nodiscard]] auto may_hold_in(period when) const {
        return [this, when](relation_handle auto r) {
            provenance const& p = graph_.annotation(r);
            return known(p) != certainty::no && !is_left_out(p) && overlaps(p.valid, when) != certainty::no;
        };
    }

    template <class Holds, class F>
    void for_each_bond_if(any_node who, bool speaking, Holds const& holds, F f) const {
        if (speaking)
            for (auto const r : out<speaks_for>(graph_, who))
                if (is_official(r) && holds(r)) f(any_relation(r), graph_.target(any_relation(r)));
        for (auto const r : out<part_of>(graph_, who))
            if (is_state_organ(r) && holds(r)) f(any_relation(r), graph_.target(any_relation(r)));
    }

    template <class Holds>
    void add_principals(std::vector<any_node>& result, bool speaking, Holds const& holds) const {
        for (std::size_t i = 0; i < result.size(); ++i)
            for_each_bond_if(result[i], speaking, holds,
                             [&](any_relation, any_node principal) { insert_unique(result, principal); });
    }

    template <class F, class... R>
    void for_each_signal_at(any_node to, F& f, relations<R...>) const {
        auto const of_type = [&]<class Type>(relations<Type>) {
            if constexpr (signalling<Type>)
                for (const auto r : in<Type>(graph_, to))
                    if (const auto s = accepted(graph_[r])) f(any_relation(r), *s);
        };
        (of_type(relations<R>{}), ...);
    }

    typed_graph<S> const& graph_;
    lens const& lens_;
    mutable std::unordered_map<node<statement>, bool> stands_;
    mutable std::unordered_map<node<statement>, std::vector<any_node>> voices_;
};

} // namespace geostance::detail

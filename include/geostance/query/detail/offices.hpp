// SPDX-License-Identifier: BSL-1.0
/// @file
/// Offices: who speaks and acts for whom, directly and through others, and at which time.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/query/detail/known_record.hpp>
#include <geostance/query/detail/table.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <memory>
#include <vector>

namespace geostance::detail {

/// The days on which offices surely and possibly join two nodes.
struct tenure {
    std::chrono::sys_days may_begin = first_of_days;
    std::chrono::sys_days may_end = last_of_days;
    std::chrono::sys_days surely_begins = first_of_days;
    std::chrono::sys_days surely_ends = last_of_days;
    bool is_sure = true; ///< false if it may not be there at all

    /// Whether it reaches a time.
    [[nodiscard]] constexpr certainty reaches(period when) const noexcept {
        auto const first = bounds_of_begin(when).earliest;
        auto const last = bounds_of_end(when).latest;
        if (may_begin > last || may_end < first) return certainty::no;
        return is_sure && surely_begins <= last && surely_ends >= first ? certainty::yes : certainty::maybe;
    }

    /// Two tenures in a chain: a chain of offices lasts while each of them does.
    [[nodiscard]] constexpr tenure and_then(tenure const& next) const noexcept {
        return {std::max(may_begin, next.may_begin), std::min(may_end, next.may_end),
                std::max(surely_begins, next.surely_begins), std::min(surely_ends, next.surely_ends),
                is_sure && next.is_sure};
    }

    /// Whether it covers every time that another one covers, at least as surely.
    [[nodiscard]] constexpr bool includes(tenure const& other) const noexcept {
        return may_begin <= other.may_begin && may_end >= other.may_end && surely_begins <= other.surely_begins &&
               surely_ends >= other.surely_ends && (is_sure || !other.is_sure);
    }
};

/// The tenures of all chains of offices between two nodes that matter.
using tenures = lean_vector<tenure>;

[[nodiscard]] inline certainty reaches(tenures const& all, period when) {
    auto result = certainty::no;
    for (auto const& one : all) result = either(result, one.reaches(when));
    return result;
}

/// Nodes that offices join to one node, nearest first, that node itself included.
using joined_nodes = table<any_node, tenures>;

template <stance_schema S>
class offices {
public:
    explicit offices(known_record<S> const& record)
        : record_(record),
          bind_(record.asked().spokespeople_bind &&
                (!relations_of<speaks_for>(record.graph()).empty() || !relations_of<part_of>(record.graph()).empty())) {
    }

    /// What binds others through somebody's offices.
    enum class by { words, deeds };

    /// Whether there are offices at all that may bind somebody.
    [[nodiscard]] bool any() const { return bind_; }

    /// True if nothing that the node says or does binds somebody else.
    [[nodiscard]] bool binds_nobody(any_node who) const {
        return !bind_ || (out<speaks_for>(record_.graph(), who).empty() && out<part_of>(record_.graph(), who).empty());
    }

    /// True if nothing that others say or do binds the node.
    [[nodiscard]] bool bound_by_nobody(any_node who) const {
        return !bind_ || (in<speaks_for>(record_.graph(), who).empty() && in<part_of>(record_.graph(), who).empty());
    }

    /// Those for whom a node speaks or acts.
    [[nodiscard]] joined_nodes principals_of(any_node who, by how) const {
        return joined(who, [&](any_node at, auto f) { for_each_above(at, how, f); });
    }
    /// Those who speak or act for a node.
    [[nodiscard]] joined_nodes speakers_for(any_node principal, by how) const {
        return joined(principal, [&](any_node at, auto f) { for_each_below(at, how, f); });
    }

    /// Calls f(office, principal) for each office by which a node directly binds another, whenever.
    template <class F>
    void for_each_above(any_node who, by how, F f) const {
        if (!bind_) return;
        auto const& g = record_.graph();
        if (how == by::words)
            for (auto const r : out<speaks_for>(g, who))
                if (is_official(r)) f(any_relation(r), g.target(any_relation(r)));
        for (auto const r : out<part_of>(g, who))
            if (is_state_organ(r)) f(any_relation(r), g.target(any_relation(r)));
    }

    /// Calls f(office, speaker) for each office by which another directly binds a node, whenever.
    template <class F>
    void for_each_below(any_node principal, by how, F f) const {
        if (!bind_) return;
        auto const& g = record_.graph();
        if (how == by::words)
            for (auto const r : in<speaks_for>(g, principal))
                if (is_official(r)) f(any_relation(r), g.source(any_relation(r)));
        for (auto const r : in<part_of>(g, principal))
            if (is_state_organ(r)) f(any_relation(r), g.source(any_relation(r)));
    }

    /// Whether an office binds what was said or done in a period. One that is less sure than that binds nothing.
    [[nodiscard]] certainty reaches(any_relation office, period when, certainty least) const {
        if (!record_.is_heard(office)) return certainty::no;
        auto const surely = tenure_of(office).reaches(when);
        return surely < least ? certainty::no : surely;
    }
    /// The same where it must be as sure as the lens asks for.
    [[nodiscard]] certainty reaches(any_relation office, period when) const {
        return reaches(office, when, record_.asked().least_certainty);
    }

private:
    [[nodiscard]] bool is_official(relation<speaks_for> r) const {
        return record_.graph()[r].authority != authority::personal;
    }

    /// A body of a state acts for it; a panel of an international organisation does not commit the organisation.
    [[nodiscard]] bool is_state_organ(relation<part_of> r) const {
        auto const& g = record_.graph();
        auto const* const organ = g.template get_if<actor>(g.source(any_relation(r)));
        auto const* const whole = g.template get_if<actor>(g.target(any_relation(r)));
        if (organ == nullptr || whole == nullptr) return false;
        return (organ->kind == actor_kind::organ || organ->kind == actor_kind::ministry) &&
               (whole->kind == actor_kind::state || whole->kind == actor_kind::ministry);
    }

    /// The days of one office. One without dates may have been held before it was published; one of which not even that
    /// is known binds whatever is recorded, as whoever recorded both means them to go together.
    [[nodiscard]] tenure tenure_of(any_relation office) const {
        bool const is_sure = record_.known(office) == certainty::yes;
        auto const held = record_.time_in_office(office);
        bool const has_no_dates = is_undated(record_.graph().annotation(office).valid);
        if (has_no_dates && !held.from.is_known())
            return {first_of_days, last_of_days, first_of_days, last_of_days, is_sure};
        auto const begin = bounds_of_begin(held);
        auto const end = bounds_of_end(held);
        return {has_no_dates ? first_of_days : begin.earliest, end.latest, begin.latest, end.earliest, is_sure};
    }

    /// Follows offices from a node on. A node is looked at again only if another chain reaches it at a time that none
    /// has reached so far.
    template <class ForEachNext>
    [[nodiscard]] joined_nodes joined(any_node from, ForEachNext const& for_each_next) const {
        struct reached {
            any_node at{};
            tenure held{};
        };
        joined_nodes result;
        result.insert(from, {tenure()});
        if (!bind_) return result;
        lean_vector<reached> waiting{{from, tenure()}};
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            auto const [at, so_far] = waiting[i];
            tenure const held = so_far;
            for_each_next(at, [&](any_relation office, any_node next) {
                if (!record_.is_heard(office)) return;
                auto const longer = held.and_then(tenure_of(office));
                auto& known = result.insert(next, {}).first;
                if (detail::any_of(known, [&](tenure const& one) { return one.includes(longer); })) return;
                known.push_back(longer);
                waiting.push_back({next, longer});
            });
        }
        return result;
    }

    known_record<S> const& record_;
    bool bind_;
};

/// Who is bound by a statement, and how surely: its speakers, and those for whom they officially speak.
using voice_table = table<any_node, certainty>;

/// The voices of statements, found once each.
template <stance_schema S>
class voices {
public:
    voices(known_record<S> const& record, offices<S> const& held) : record_(record), offices_(held) {}

    /// Who a statement is by.
    [[nodiscard]] voice_table const& of(node<statement> said) const {
        return remembered(known_, said, record_.asked().least_certainty);
    }

    /// The same with those whom it only may bind, even if the lens asks for what is sure: what may have been taken back
    /// does not surely stand.
    [[nodiscard]] voice_table const& possible(node<statement> said) const {
        if (record_.asked().least_certainty != certainty::yes) return of(said);
        return remembered(possible_, said, certainty::maybe);
    }

    /// Whether a statement is somebody's own words. Who makes it need not be looked for among all whom it binds.
    [[nodiscard]] certainty has_voice(node<statement> said, any_node who) const {
        auto const& g = record_.graph();
        if (auto const makers = in<makes>(g, said); makers.size() <= few)
            for (auto const r : makers)
                if (record_.source_of(r) == who && record_.is_made(r) == certainty::yes) return certainty::yes;
        auto const* surely = of(said).find(who);
        return surely == nullptr ? certainty::no : *surely;
    }

    /// Those whom a node binds by what it says in a period, itself first, each at least so surely.
    [[nodiscard]] voice_table bound_by(any_node speaker, period when, certainty least) const {
        voice_table result;
        result.insert(speaker, certainty::yes);
        add_principals(result, when, least);
        return result;
    }
    /// The same as surely as the lens asks for.
    [[nodiscard]] voice_table bound_by(any_node speaker, period when) const {
        return bound_by(speaker, when, record_.asked().least_certainty);
    }

    /// Whether a node is recorded to make a statement, in whatever capacity, and whether officially.
    [[nodiscard]] bool is_maker(any_node who, node<statement> said) const {
        return made_by(who, said) != certainty::no;
    }
    [[nodiscard]] bool speaks_only_for_itself(any_node who, node<statement> said) const {
        bool is_maker = false;
        bool is_official = false;
        record_.for_each_maker(said, [&](any_node maker, relation<makes> r, certainty) {
            if (maker != who) return;
            is_maker = true;
            is_official = is_official || record_.graph()[r].capacity == capacity::official;
        });
        return is_maker && !is_official;
    }

private:
    // A table of its own for each, so that it stays in its place when others come.
    using found_voices = table<node<statement>, std::unique_ptr<voice_table>>;

    [[nodiscard]] voice_table const& remembered(found_voices& found, node<statement> said, certainty least) const {
        if (auto const* const known = found.find(said)) return **known;
        return *found.insert(said, std::make_unique<voice_table>(find(said, least))).first;
    }

    /// How surely a node itself makes a statement.
    [[nodiscard]] certainty made_by(any_node who, node<statement> said) const {
        auto result = certainty::no;
        record_.for_each_maker(said, [&](any_node maker, any_relation, certainty surely) {
            if (maker == who) result = either(result, surely);
        });
        return result;
    }
    [[nodiscard]] voice_table find(node<statement> said, certainty least) const {
        voice_table result;
        auto const add = [&](any_node maker, certainty surely) {
            if (surely < least) return;
            auto& known = result.insert(maker, surely).first;
            known = either(known, surely);
        };
        record_.for_each_maker(said, [&](any_node maker, relation<makes> r, certainty surely) {
            if (record_.graph()[r].capacity == capacity::official) add(maker, surely);
        });
        add_principals(result, record_.time_of(said), least);
        record_.for_each_maker(said, [&](any_node maker, any_relation, certainty surely) { add(maker, surely); });
        return result;
    }

    /// Follows offices from those in a table. A node is looked at again only if it turns out to be surely bound.
    void add_principals(voice_table& bound, period when, certainty least) const {
        std::vector<any_node> waiting;
        for (auto const& [who, surely] : bound) waiting.push_back(who);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            auto const at = waiting[i];
            offices_.for_each_above(at, offices<S>::by::words, [&](any_relation office, any_node principal) {
                auto const surely = both(*bound.find(at), offices_.reaches(office, when, least));
                if (surely == certainty::no) return;
                auto const [known, is_new] = bound.insert(principal, surely);
                if (!is_new && known >= surely) return;
                known = surely;
                waiting.push_back(principal);
            });
        }
    }

    static constexpr std::size_t few = 16;

    known_record<S> const& record_;
    offices<S> const& offices_;
    mutable found_voices known_;
    mutable found_voices possible_;
};

} // namespace geostance::detail

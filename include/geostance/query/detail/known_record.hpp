// SPDX-License-Identifier: BSL-1.0
/// @file
/// The part of a record that is known and not left out under a lens, and when each relation begins and holds.
#pragma once

#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/query/detail/originals.hpp>
#include <geostance/query/position/lens.hpp>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace geostance::detail {

template <class T>
bool contains(std::vector<T> const& list, T value) {
    for (auto const& each : list)
        if (each == value) return true;
    return false;
}

/// Adds a value to a short list that holds each at most once; true if it was new.
template <class T>
bool insert_unique(std::vector<T>& list, T value) {
    if (contains(list, value)) return false;
    list.push_back(value);
    return true;
}

/// Whether a node is an actor, an alliance or the like.
template <class S>
bool is_holder(typed_graph<S> const& g, any_node n) {
    return g.visit(n, []<class T>(T const&) { return holder<T>; });
}

constexpr certainty both(certainty a, certainty b) noexcept { return std::min(a, b); }
constexpr certainty either(certainty a, certainty b) noexcept { return std::max(a, b); }
constexpr certainty opposite(certainty c) noexcept {
    return c == certainty::maybe ? c : c == certainty::yes ? certainty::no : certainty::yes;
}

/// The days on which something can begin.
struct beginning {
    std::chrono::sys_days earliest = first_of_days;
    std::chrono::sys_days latest = last_of_days;
    bool is_dated = false; ///< false if nothing at all is known of when it begins or ends

    /// Whether it surely begins after something else. Something without a date counts as older than anything dated.
    [[nodiscard]] constexpr bool is_after(beginning const& other) const noexcept {
        return is_dated && (!other.is_dated || earliest > other.latest);
    }
};
/// The same of what begins with a period.
[[nodiscard]] constexpr beginning beginning_of(period p) noexcept {
    if (!p.from.is_known() && !p.to.is_known()) return {};
    auto const bounds = bounds_of_begin(p);
    return {bounds.earliest, bounds.latest, true};
}

/// A relation, with what nearly every question about it reads: looked up once, it need not be looked up for each.
struct noted_relation {
    any_relation relation;
    provenance const& from;
    bool is_vote = false;
    period begun{}; ///< the date on which it begins, and the end before which it does
};

template <stance_schema S>
class known_record {
public:
    known_record(typed_graph<S> const& g, lens const& asked)
        : graph_(g), store_(graph_access::store(g)), lens_(asked), originals_(g),
          is_anything_derived_(!relations_of<derives_from>(g).empty()),
          passes_everything_(!asked.known_by && asked.without.empty() && !asked.facet &&
                             asked.channels == channel_set() &&
                             asked.least_credibility == credibility::cannot_be_judged) {
        validate(asked);
        for (auto const who : asked.according_to.speakers())
            static_cast<void>(g.visit(who, [](auto const&) { return 0; }));
        for (auto const left_out : asked.without) static_cast<void>(g.visit(left_out, [](auto const&) { return 0; }));
    }

    [[nodiscard]] typed_graph<S> const& graph() const noexcept { return graph_; }
    [[nodiscard]] lens const& asked() const noexcept { return lens_; }

    // Of relations that the record itself has named, and which need not be checked again.

    [[nodiscard]] provenance const& provenance_of(any_relation r) const noexcept {
        return store_.annotation_of(static_cast<std::uint32_t>(r.index()));
    }
    [[nodiscard]] any_node source_of(any_relation r) const noexcept {
        return store_.template handle_at<any_node>(store_.relation_at(static_cast<std::uint32_t>(r.index())).source);
    }
    [[nodiscard]] node<publication> publication_at(std::uint32_t index) const noexcept {
        return store_.template handle_at<node<publication>>(index);
    }
    /// Calls f with the payload.
    template <class F>
    decltype(auto) visit(any_relation r, F&& f) const {
        return store_.visit_relation(static_cast<std::uint32_t>(r.index()), f);
    }

    [[nodiscard]] noted_relation noted(any_relation r) const {
        return noted(r, graph_.template get_if<casts>(r) != nullptr);
    }
    [[nodiscard]] noted_relation noted(any_relation r, bool is_vote) const {
        return noted(r, provenance_of(r), is_vote);
    }
    [[nodiscard]] noted_relation noted(any_relation r, provenance const& p, bool is_vote) const {
        return {r, p, is_vote, begun_within(p)};
    }

    /// Whether the lens leaves nothing out for what it is, who tells it, or when.
    [[nodiscard]] bool passes_everything() const noexcept { return passes_everything_; }

    /// Whether a relation was known by the day of the lens.
    [[nodiscard]] certainty known(any_relation r) const {
        return lens_.known_by ? known(graph_.annotation(r)) : certainty::yes;
    }
    [[nodiscard]] certainty known(provenance const& p) const {
        if (!lens_.known_by) return certainty::yes;
        date const day = day_of_record(p);
        if (!day.is_known()) return certainty::maybe;
        if (is_after(day, *lens_.known_by)) return certainty::no;
        return day.last_day() <= lens_.known_by->last_day() ? certainty::yes : certainty::maybe;
    }

    /// The day on which a relation was known to the record.
    [[nodiscard]] date day_of_record(any_relation r) const { return day_of_record(graph_.annotation(r)); }
    [[nodiscard]] date day_of_record(provenance const& p) const {
        if (p.recorded.is_known()) return p.recorded;
        if (!p.publication.is_null() && graph_[p.publication].published.is_known())
            return graph_[p.publication].published;
        return p.claimed_in.is_null() ? date() : graph_[p.claimed_in].said;
    }

    [[nodiscard]] bool is_left_out(any_node n) const {
        return !lens_.without.empty() && contains(lens_.without, any_node(n));
    }

    /// Whether a relation is left out: through its publication, its statement, or one of its speakers.
    [[nodiscard]] bool is_left_out(any_relation r) const { return is_left_out(graph_.annotation(r)); }
    [[nodiscard]] bool is_left_out(provenance const& p) const {
        if (!p.publication.is_null() && is_left_out(p.publication)) return true;
        return !p.claimed_in.is_null() && is_silenced(p.claimed_in);
    }

    /// Whether a relation is visible under the lens: known, and not left out.
    [[nodiscard]] bool is_heard(any_relation r) const { return known(r) != certainty::no && !is_left_out(r); }

    /// Whether somebody is recorded to make a statement, as far as the lens hears of it. A row that does not say when
    /// it was recorded counts as recorded together with the statement.
    [[nodiscard]] certainty is_made(any_relation made) const {
        if (hears_everything()) return certainty::yes;
        provenance const& p = graph_.annotation(made);
        if (is_left_out(p)) return certainty::no;
        return day_of_record(p).is_known() ? known(p) : certainty::yes;
    }
    /// Calls f(speaker, relation, certainty) for each row by which somebody is known to make a statement.
    template <class F>
    void for_each_maker(node<statement> said, F f) const {
        for (auto const r : in<makes>(graph_, said))
            if (auto const surely = is_made(any_relation(r)); surely != certainty::no)
                f(graph_.source(any_relation(r)), r, surely);
    }

    /// Whether a statement was made after what the lens knows.
    [[nodiscard]] bool is_said_later(node<statement> said) const {
        return lens_.known_by && is_after(graph_[said].said, *lens_.known_by);
    }

    /// Whether a statement is not heard: it was made after the day of the lens, or it or one of its speakers is left
    /// out, whoever tells of that one.
    [[nodiscard]] bool is_silenced(node<statement> said) const {
        if (is_said_later(said)) return true;
        if (lens_.without.empty()) return false;
        if (is_left_out(said)) return true;
        for (auto const r : in<makes>(graph_, said))
            if (is_left_out(graph_.source(any_relation(r)))) return true;
        return false;
    }

    /// The date on which a relation begins to hold: the start of its period; if that is unknown, the day of the
    /// statement, or if there is none, of the publication, but not after the period's end.
    [[nodiscard]] date begin_of(any_relation r) const { return begin_of(graph_.annotation(r)); }
    [[nodiscard]] date begin_of(provenance const& p) const {
        if (p.valid.from.is_known()) return p.valid.from;
        date const told = day_told(p);
        date const end = known_end(p);
        bool const has_ended = told.is_known() && end.is_known() && told.first_day() > end.last_day();
        return has_ended ? end : told;
    }

    /// The days on which a relation can begin to hold.
    [[nodiscard]] beginning begins(any_relation r) const { return begins(graph_.annotation(r)); }
    [[nodiscard]] beginning begins(provenance const& p) const { return beginning_of(begun_within(p)); }

    /// The period as it is recorded, with its end as it was known by the day of the lens.
    [[nodiscard]] period known_period(provenance const& p) const noexcept { return {p.valid.from, known_end(p)}; }

    /// When a relation holds, as known by the day of the lens. One without any date is taken to hold from the day on
    /// which it was said or published. A vote stands from its day on, until an end that was recorded afterwards.
    [[nodiscard]] period time_of(any_relation r) const { return time_of(noted(r)); }
    [[nodiscard]] period time_of(noted_relation const& r) const {
        provenance const& p = r.from;
        if (r.is_vote) return {r.begun.from, p.ended_recorded.is_known() ? r.begun.to : date::open()};
        if (is_undated(p.valid)) return {r.begun.from, date()};
        return {p.valid.from, r.begun.to};
    }

    /// Whether a publication took its content from no other, nor another from it.
    [[nodiscard]] bool stands_alone(node<publication> paper) const {
        return !is_anything_derived_ ||
               (out<derives_from>(graph_, paper).empty() && in<derives_from>(graph_, paper).empty());
    }

    /// When a statement was made; if its day is not recorded, when it was first reported: of a day and the year that
    /// begins with it, that day.
    [[nodiscard]] period time_of(node<statement> said) const {
        if (graph_[said].said.is_known()) return during(graph_[said].said);
        date first;
        for_each_maker(said, [&](any_node, any_relation r, certainty) {
            date const day = time_of(r).from;
            if (day.is_known() && (!first.is_known() || is_earlier(day, first))) first = day;
        });
        return first.is_known() ? during(first) : period();
    }

    /// Whether something is sure enough for the lens.
    [[nodiscard]] bool is_sure_enough(certainty c) const noexcept {
        return c != certainty::no && c >= lens_.least_certainty;
    }

    /// Whether a relation holds at the time of the lens. A vote of which only the end of its period is known was cast
    /// by then.
    [[nodiscard]] certainty holds(any_relation r) const { return lens_.at ? holds(noted(r)) : certainty::yes; }
    [[nodiscard]] certainty holds(noted_relation const& r) const {
        if (!lens_.at) return certainty::yes;
        auto const when = time_of(r);
        provenance const& p = r.from;
        bool const was_cast_by_the_end =
            r.is_vote && !when.from.is_known() && p.valid.to.is_known() && !p.ended_recorded.is_known();
        return was_cast_by_the_end ? either(holds(when), holds(since(p.valid.to))) : holds(when);
    }
    [[nodiscard]] certainty holds(period when) const {
        return lens_.at ? overlaps(when, during(*lens_.at)) : certainty::yes;
    }

    /// When an office or a membership is held. One without dates is held since it was published.
    [[nodiscard]] period time_in_office(any_relation r) const {
        return is_undated(graph_.annotation(r).valid) ? period{begin_of(r), date::open()} : time_of(r);
    }
    /// Whether an office or a membership holds at the time of the lens. One without dates may have been held before it
    /// was published; if not even that day is known, it holds on any day.
    [[nodiscard]] certainty held(any_relation r) const {
        if (!is_heard(r)) return certainty::no;
        if (!is_undated(graph_.annotation(r).valid)) return both(holds(r), known(r));
        bool const is_told = begin_of(r).is_known();
        auto const in_time = is_told ? either(holds(time_in_office(r)), certainty::maybe) : certainty::yes;
        return both(in_time, known(r));
    }
    [[nodiscard]] bool is_held(any_relation r) const { return is_sure_enough(held(r)); }

    /// Whether something is surely later than a day, month or year.
    [[nodiscard]] static bool is_after(date day, date than) noexcept {
        return day.is_known() && day.first_day() > than.last_day();
    }

private:
    static bool is_earlier(date day, date than) noexcept {
        return std::pair(day.first_day(), day.last_day()) < std::pair(than.first_day(), than.last_day());
    }
    /// Whether the lens refuses nothing for who tells it, or when.
    [[nodiscard]] bool hears_everything() const noexcept { return !lens_.known_by && lens_.without.empty(); }

    [[nodiscard]] period begun_within(provenance const& p) const { return {begin_of(p), known_end(p)}; }

    /// The end of a period as it was known by the day of the lens: open, if it was recorded later.
    [[nodiscard]] date known_end(provenance const& p) const noexcept {
        bool const is_recorded_later = lens_.known_by && is_after(p.ended_recorded, *lens_.known_by);
        return is_recorded_later ? date::open() : p.valid.to;
    }

    /// The day on which something was said, or else published.
    [[nodiscard]] date day_told(provenance const& p) const {
        if (!p.claimed_in.is_null() && graph_[p.claimed_in].said.is_known()) return graph_[p.claimed_in].said;
        return p.publication.is_null() ? date() : first_published(p.publication);
    }

    /// When a publication appeared. If it derives from others, it is the day of the oldest original.
    [[nodiscard]] date first_published(node<publication> paper) const {
        if (!is_anything_derived_ || out<derives_from>(graph_, paper).empty()) return graph_[paper].published;
        date const oldest = originals_.oldest_behind(paper, [&](any_relation r) { return is_heard(r); });
        return oldest.is_known() ? oldest : graph_[paper].published;
    }

    typed_graph<S> const& graph_;
    graph_store<S> const& store_;
    lens const& lens_;
    originals<S> originals_;
    bool is_anything_derived_;
    bool passes_everything_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Event data as relations of a graph: who acted toward whom, with the code, the day and the source.
#pragma once

#include <geostance/data/event/event_reading.hpp>
#include <geostance/data/event/event_tally.hpp>
#include <geostance/data/event/for_each_event.hpp>
#include <geostance/data/event/ledger_options.hpp>
#include <geostance/data/state/schemes.hpp>
#include <geostance/detail/check_field.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/model/geopolitics.hpp>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace geostance::io {

/// How event data become relations.
struct event_graph_options {
    ledger_sides sides = ledger_sides::actors;  ///< who the ends of a relation are
    event_reading reading = reading_of_gdelt(); ///< what codes are worth
    io::repeats repeats = io::repeats::every;   ///< whether a repeated report becomes a relation, too
    spelling names = spelling::exact;           ///< how an actor without a code is found by its name
    read_options rows{};                        ///< what to do with bad rows, limits, progress, cancellation
};

/// Checks how event data become relations.
/// @param options the options
/// @throws invalid_value that names the field: a value that is no enumerator, a reading that lacks a function, a
///         limit of rows that is 0
/// @par Complexity
/// O(1)
inline void validate(event_graph_options const& options) {
    geostance::detail::check_enumerator("event_graph_options.sides", options.sides);
    geostance::detail::check_enumerator("event_graph_options.repeats", options.repeats, repeats::every);
    geostance::detail::check_enumerator("event_graph_options.names", options.names, spelling::exact);
    validate(options.reading);
    validate(options.rows);
}

/// What became of the events.
struct event_graph_report {
    read_report rows{};          ///< what became of the rows
    std::uint64_t added = 0;     ///< relations that were added
    std::uint64_t repeats = 0;   ///< events with the ends, code and day of an earlier one, added or not
    std::uint64_t no_source = 0; ///< left out: the source is missing, or several countries
    std::uint64_t no_target = 0; ///< left out: only the target is missing, or several countries
};

namespace detail {

/// Adds events to a graph.
template <stance_schema S>
class event_adder {
public:
    event_adder(typed_graph<S>& g, event_format format, event_graph_options const& options)
        : g_(&g), format_(format), options_(&options) {}

    void add(event const& e) {
        if (is_missing(e.source)) return void(++report.no_source);
        if (is_missing(e.target)) return void(++report.no_target);
        auto const from = actor_of(e.source);
        auto const to = actor_of(e.target);
        bool const is_new = seen_.emplace(from.index(), to.index(), std::string(e.code), e.day).second;
        if (!is_new) ++report.repeats;
        if (!is_new && options_->repeats == repeats::once) return;
        auto const value = options_->reading.policy.value(e.code);
        g_->relate(from, to, acts_toward{{std::string(scheme()), std::string(e.code)}, value, channel_of_event(e)},
                   provenance_of(e));
        ++report.added;
    }

    event_graph_report report{};

private:
    [[nodiscard]] bool is_gdelt() const noexcept {
        return format_ == event_format::gdelt_1 || format_ == event_format::gdelt_2;
    }
    [[nodiscard]] std::string_view scheme() const noexcept {
        switch (format_) {
        case event_format::polecat: return scheme::plover;
        case event_format::ucdp: return "ucdp-violence";
        case event_format::acled: return "acled";
        default: return scheme::cameo;
        }
    }
    [[nodiscard]] std::string_view side(event_actor const& a) const noexcept {
        if (options_->sides == ledger_sides::countries) return a.country;
        return is_gdelt() ? a.code : a.name;
    }
    [[nodiscard]] bool is_missing(event_actor const& a) const noexcept { return side(a).empty(); }

    /// The actor with that code, or, in data without codes, with that name; a new one if there is none.
    node<actor> actor_of(event_actor const& a) {
        std::string const text(side(a));
        auto const kind = options_->sides == ledger_sides::countries ? actor_kind::state : actor_kind::other;
        if (!is_gdelt()) {
            if (auto const found = g_->template find<actor>(text, options_->names)) return *found;
            return g_->add(actor{std::string(to_string(format_)) + ":actor:" + text, text, kind, {}, {}});
        }
        code const c{std::string(scheme::cameo), text};
        if (auto const found = g_->template find<actor>(c)) return *found;
        auto const name = options_->sides == ledger_sides::countries || a.name.empty() ? text : std::string(a.name);
        return g_->add(actor{c.scheme + ":" + text, name, kind, {}, {c}});
    }
    node<publication> publication_of(std::string_view text) {
        auto const key =
            is_gdelt() ? std::string(text) : std::string(to_string(format_)) + ":publisher:" + std::string(text);
        if (auto const found = g_->template find<publication>(key, spelling::exact)) return *found;
        publication p;
        p.key = key;
        p.name = text;
        (is_gdelt() ? p.address : p.publisher) = text;
        return g_->add(std::move(p));
    }
    [[nodiscard]] channel channel_of_event(event const& e) const {
        auto quad = options_->reading.quad(e.code);
        if (!quad) quad = e.quad;
        if (!quad) quad = options_->reading.quad(cameo_root(e.code));
        return quad ? channel_of(*quad) : channel::material;
    }
    provenance provenance_of(event const& e) {
        provenance p;
        if (!e.publication.empty()) p.publication = publication_of(e.publication);
        p.locator = "event " + std::string(e.id);
        p.valid = {e.day, e.last_day.value_or(e.day)};
        if (e.added) p.recorded = *e.added;
        return p;
    }

    typed_graph<S>* g_;
    event_format format_;
    event_graph_options const* options_;
    std::set<std::tuple<std::size_t, std::size_t, std::string, std::chrono::sys_days>> seen_;
};

} // namespace detail

/// Adds event data to a graph: an `acts_toward` for each event, with its code and scheme, the policy's value, the day,
/// the number of the event, and the publication.
///
/// The ends are found by their CAMEO code, or in ICEWS and POLECAT by their name, and added where there are none:
/// GDELT's with the key `cameo:CODE`. A code without a class has that of its root code; if that has none, it is a deed.
/// `provenance::recorded` is the day on which GDELT added the event. An event of UCDP is valid for all the days on
/// which it may have happened.
/// @param g gets the events; as it was if something is thrown
/// @param in a file, stream or text
/// @param format its layout
/// @param options who the ends are, what codes are worth, what becomes of repeats, how rows are read
/// @return what became of the rows and events
/// @throws read_error as `for_each_event` says
/// @throws cancelled as `for_each_event` says
/// @throws invalid_value for a field of the options, and as `for_each_event` says
/// @throws ambiguous_name if a code or name belongs to several actors
/// @throws duplicate_key if a new node's key is taken by a node of another kind
/// @par Complexity
/// O(bytes), on average, and O(log n) for each of n events; the size of the graph does not matter
/// @par Guarantee
/// If anything is thrown, the graph is as it was before.
template <stance_schema S>
event_graph_report add_events(typed_graph<S>& g, input in, event_format format,
                              event_graph_options const& options = {}) {
    validate(options);
    transaction change(g);
    detail::event_adder<S> adder(g, format, options);
    auto const add = [&](event const& e) { adder.add(e); };
    adder.report.rows = for_each_event(std::move(in), format, add, options.rows);
    change.commit();
    return std::move(adder.report);
}

} // namespace geostance::io

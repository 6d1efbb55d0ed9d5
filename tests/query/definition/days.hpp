// SPDX-License-Identifier: BSL-1.0
// When something begins, holds and ends: rules 1, 2 and 3.
#pragma once

#include <query/definition/papers.hpp>

#include <chrono>

namespace test::definition {

using std::chrono::sys_days;

/// The earliest and the latest day on which something may have happened.
struct span {
    sys_days earliest;
    sys_days latest;
};

class days {
public:
    days(reading const& r, papers const& p) : r_(r), papers_(p) {}

    /// Rule 1: the start of the period; where that is unknown, the day of the statement, else of the publication, but
    /// not after the period's end.
    [[nodiscard]] std::optional<span> begins(any_relation r) const {
        auto const when = stated(r);
        auto const start = when.from.is_known() ? when.from : told(r);
        if (!start.is_known() && !when.to.is_known()) return {};
        span result{sys_days::min(), sys_days::max()};
        if (start.is_known()) result = {start.first_day(), start.last_day()};
        if (when.to.is_known() && result.earliest > when.to.last_day()) result.earliest = when.to.first_day();
        if (when.to.is_known()) result.latest = std::min(result.latest, when.to.last_day());
        return result;
    }
    [[nodiscard]] bool surely_begins_after(any_relation later, any_relation earlier) const {
        auto const a = begins(later);
        auto const b = begins(earlier);
        return a && (!b || a->earliest > b->latest);
    }
    [[nodiscard]] bool may_begin_together(any_relation a, any_relation b) const {
        auto const x = begins(a);
        auto const y = begins(b);
        if (!x || !y) return !x && !y;
        return x->earliest <= y->latest && y->earliest <= x->latest;
    }
    /// Between how many days a beginning is left open, and the first of them; those open to the past last.
    [[nodiscard]] std::pair<std::chrono::days, sys_days> openness(any_relation r) const {
        auto const known = begins(r);
        if (!known || known->earliest == sys_days::min()) return {std::chrono::days::max(), sys_days::min()};
        return {known->latest - known->earliest, known->earliest};
    }

    /// Whether it holds on a day, or within a month or year.
    [[nodiscard]] certainty holds(any_relation r, geostance::date asked) const {
        if (r_.is<geostance::would>(r)) return certainty::yes; // rule 3: whenever a vote on the motion does
        r_.by_rule(3, stands_from_its_day_on(r) && overlaps(stated(r), during(asked)) == certainty::no);
        auto const result = overlaps(period_of(r), during(asked));
        bool const only_end_is_known = stands_from_its_day_on(r) && !period_of(r).from.is_known() &&
                                       !r_.g.annotation(r).ended_recorded.is_known() && stated(r).to.is_known();
        // Rule 1: a vote was cast no later than its period's end, wherever before it lies.
        return only_end_is_known ? std::max(result, overlaps(since(stated(r).to), during(asked))) : result;
    }
    /// The last day that it may reach; the last of all days where no end is known.
    [[nodiscard]] sys_days reaches(any_relation r) const {
        auto const to = period_of(r).to;
        return stands_from_its_day_on(r) || !to.is_known() ? sys_days::max() : to.last_day();
    }

    /// When it holds, as a period.
    [[nodiscard]] geostance::period period_of(any_relation r) const {
        auto const when = stated(r);
        if (r_.is<geostance::casts>(r)) {
            auto const from = when.from.is_known() ? when.from : told(r);
            bool const is_told_later = from.is_known() && when.to.is_known() && from.first_day() > when.to.last_day();
            return {is_told_later ? when.to : from, stands_from_its_day_on(r) ? geostance::date::open() : when.to};
        }
        return is_undated(when) ? geostance::period{told(r), {}} : when;
    }
    /// Rule 8: an undated office or membership may have begun before somebody told of it. The rules do not say what one
    /// is of which nobody says even that; here, as in the library, it is meant for whatever the record has its holder
    /// say, as whoever records both means them to go together.
    [[nodiscard]] certainty is_in_office(any_relation r, geostance::period when) const {
        if (!is_undated(stated(r))) return overlaps(stated(r), when);
        if (!told(r).is_known()) return certainty::yes;
        return std::max(certainty::maybe, overlaps(since(told(r)), when));
    }
    /// The day of a statement, else of the first making of it that has one.
    [[nodiscard]] geostance::period spoken(node<statement> s) const {
        if (r_.g[s].said.is_known()) return during(r_.g[s].said);
        geostance::date first;
        for (auto const r : r_.every<geostance::makes>()) {
            auto const day = period_of(r).from;
            if (r_.g.target(r) != any_node(s) || !day.is_known() || r_.made(r) == certainty::no) continue;
            bool const is_as_early = first.is_known() && day.first_day() == first.first_day();
            if (!first.is_known() || day.first_day() < first.first_day() ||
                (is_as_early && day.last_day() < first.last_day()))
                first = day;
        }
        return first.is_known() ? during(first) : geostance::period();
    }

    /// The period as written; rule 2: an end that was recorded later had not come yet.
    [[nodiscard]] geostance::period stated(any_relation r) const {
        auto const& p = r_.g.annotation(r);
        bool const was_open = r_.by_rule(2, r_.appeared_later(p.ended_recorded));
        return was_open ? geostance::period{p.valid.from, geostance::date::open()} : p.valid;
    }

private:
    [[nodiscard]] geostance::date told(any_relation r) const {
        auto const& p = r_.g.annotation(r);
        if (!p.claimed_in.is_null() && r_.g[p.claimed_in].said.is_known()) return r_.g[p.claimed_in].said;
        return p.publication.is_null() ? geostance::date() : papers_.published(p.publication);
    }
    /// Rule 3: a vote does, however its period is written, unless somebody has said that it ended.
    [[nodiscard]] bool stands_from_its_day_on(any_relation r) const {
        auto const recorded_end = r_.g.annotation(r).ended_recorded;
        return r_.is<geostance::casts>(r) && (!recorded_end.is_known() || r_.appeared_later(recorded_end));
    }

    reading const& r_;
    papers const& papers_;
};

} // namespace test::definition

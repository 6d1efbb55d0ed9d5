// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reports: which pieces of evidence are about the same event, and from how many independent sources evidence comes.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/detail/spread.hpp>
#include <geostance/graph/detail/hash_index.hpp>
#include <geostance/query/detail/digit_sort.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/short_list.hpp>
#include <geostance/query/detail/strands.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/query/position/evidence.hpp>

#include <algorithm>
#include <bit>
#include <chrono>
#include <compare>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Publications, of which the same one may follow itself many times.
using papers_told = short_list<std::uint32_t, 4>;
inline void add_paper(papers_told& papers, std::uint32_t paper) {
    if (paper != no_node && (papers.empty() || papers.back() != paper)) papers.push_back(paper);
}

/// The number of independent sources among publications: groups that `derives_from` connects.
template <class S>
std::size_t independent_sources(reading<S> const& record, papers_told& papers) {
    if (papers.size() < 2) return papers.size();
    detail::sort(papers);
    papers.truncate(std::unique(papers.begin(), papers.end()));
    if (papers.size() < 2) return papers.size();
    lean_vector<std::size_t> numbers;
    std::size_t alone = 0;
    for (auto const index : papers)
        if (auto const paper = record.publication_at(index); record.stands_alone(paper))
            ++alone;
        else
            numbers.push_back(record.sources().group_of(paper));
    detail::sort(numbers);
    return alone + static_cast<std::size_t>(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
}
/// The same of evidence.
template <class S>
std::size_t independent_sources(reading<S> const& record, std::vector<evidence> const& found) {
    papers_told papers;
    for (auto const& e : found)
        if (!e.replaced) add_paper(papers, index_of(record.provenance_of(e.relation).publication));
    return independent_sources(record, papers);
}

/// Whether two relations of one type say the same, apart from their ends and sources; which of several papers notes a
/// veto does not matter. A relation of a type that cannot be compared says something of its own.
template <class S>
bool say_the_same(typed_graph<S> const& g, any_relation a, any_relation b) {
    return g.visit(a, [&]<class R>(R const& payload) {
        auto const* const other = g.template get_if<R>(b);
        if constexpr (std::same_as<R, casts>)
            return other != nullptr && payload.vote == other->vote;
        else if constexpr (std::equality_comparable<R>)
            return other != nullptr && payload == *other;
        else
            return a == b;
    });
}

/// Whether a publication says a thing in its own voice without a date, and has it from no other publication: then
/// nothing but the same row again is a report of the same event.
template <class S>
bool is_alone_with_it(reading<S> const& record, provenance const& p) {
    return is_undated(record.known_period(p)) && (p.publication.is_null() || record.stands_alone(p.publication));
}

/// A hash of which more becomes part.
class likeness {
public:
    explicit likeness(std::uint64_t first) : seed_(first) {}
    void mix(std::uint64_t more) { seed_ = spread(std::rotl(seed_, 29) ^ more); }
    [[nodiscard]] std::uint32_t value() const {
        return std::max(static_cast<std::uint32_t>(seed_ ^ seed_ >> 32U), like_none + 1);
    }

private:
    std::uint64_t seed_;
};

/// A number that is the same for relations that may be reports of one event, and is quickly found.
template <class S>
std::uint32_t likeness_of(reading<S> const& record, evidence const& piece, provenance const& p, bool is_vote) {
    bool const counts_every_report = record.asked().count_every_report;
    bool const is_claimed = !p.claimed_in.is_null();
    bool const is_row = counts_every_report || (!is_claimed && !is_vote && is_alone_with_it(record, p));
    if (is_row && (p.publication.is_null() || p.locator.empty())) return like_none; // nobody can tell it twice
    auto const value = std::bit_cast<std::uint64_t>(piece.value + 0.0);             // minus zero is zero
    likeness all(std::hash<any_relation>{}(piece.via) + value);
    if (!counts_every_report)
        all.mix(is_claimed ? std::hash<node<statement>>{}(p.claimed_in) : std::hash<any_node>{}(piece.whose));
    if (is_row && is_undated(record.known_period(p)))
        all.mix(std::hash<std::string_view>{}(p.locator));
    else if (is_row || (!is_claimed && !is_vote))
        all.mix(std::hash<date>{}(p.valid.from));
    return all.value();
}
/// The same of a vote whose day is known, as it is of each other.
inline std::uint32_t likeness_on(std::chrono::sys_days day, std::uint32_t of_vote) {
    if (of_vote == like_none) return like_none;
    likeness all(of_vote);
    all.mix(static_cast<std::uint64_t>(day.time_since_epoch().count()));
    return all.value();
}

/// What makes relations that bear on one holder reports of the same event.
///
/// What one statement says counts once, whether it is recorded at the speaker, at the one spoken for, or at both.
/// Relations that different publications state in their own voice are about the same event if they agree in everything
/// and have a date, or if one publication took them from the other. Where a publication tells several, each is an event
/// of its own: the weightiest is that of the weightiest of another, and so on. Two equal votes of one voter that may be
/// of the same day are one; one that may be of several days is that of the first. The same row at the same place of the
/// same publication is one report, however often it was read. None of this depends on the order of the record.
template <class S>
class report_groups {
public:
    report_groups(reading<S> const& record, std::vector<evidence>& found) : record_(record), found_(found) {}

    /// Marks all but the weightiest report of each event. Replaced evidence is ignored.
    /// @par Complexity
    /// O(n log n) for n pieces of evidence
    void mark_repeats() {
        for (std::size_t i = 0; i < found_.size(); ++i)
            if (!found_[i].replaced) add(likeness(i), i);
        mark_those_added();
    }

    // The same where evidence is made from candidates: what is to come is told, then each, and then all are marked.

    void expect(holders_candidates const& all) {
        order_.reserve(all.size());
        if (counts_every_report()) return;
        auto const is_vague = [](candidate const* c) {
            auto const begins = beginning_of(c->begun);
            return c->counts && c->is_vote && (!begins.is_dated || begins.earliest != begins.latest);
        };
        are_votes_by_day_ = !detail::any_of(all, is_vague);
    }
    void add(candidate const& c, std::size_t place) {
        bool const is_by_day = are_votes_by_day_ && c.is_vote && !c.is_claimed;
        add(is_by_day ? likeness_on(beginning_of(c.begun).earliest, c.likeness) : c.likeness, place);
    }
    void mark_those_added() {
        sort_alike(order_);
        order_.truncate(std::unique(order_.begin(), order_.end())); // what several claim is one
        for (auto first = order_.begin(); first != order_.end();) {
            auto last = first + 1;
            while (last != order_.end() && *last >> 32U == *first >> 32U) ++last;
            if (last - first > 1) mark_repeats_among(first, last);
            first = last;
        }
    }

private:
    using likenesses = short_list<std::uint64_t, 16>; ///< each with a place in the lower half
    struct event {
        std::size_t first = 0; ///< the first report
        std::size_t best = 0;  ///< the weightiest
    };
    /// The days of which an event may be.
    struct event_days {
        beginning days{};
        std::size_t event = 0;
    };
    static constexpr auto none = static_cast<std::size_t>(-1);
    /// What one publication tells: its first row tells the first event, and so on.
    struct rows_of_paper {
        std::size_t number = 0;
        table<std::string_view, std::size_t> by_place{};
    };
    /// The events among relations that are alike.
    struct group {
        lean_vector<event> events{};
        lean_vector<event_days> days{}; ///< of votes, in order; they do not overlap, as events of one day are one
        std::size_t undated = none;     ///< the event of votes without a date
        table<node<publication>, rows_of_paper> papers{};
    };

    [[nodiscard]] provenance const& source_of(std::size_t i) const {
        return record_.graph().annotation(found_[i].relation);
    }
    [[nodiscard]] bool counts_every_report() const { return record_.asked().count_every_report; }
    [[nodiscard]] bool is_a_vote(std::size_t i) const {
        return record_.graph().template get_if<casts>(found_[i].relation) != nullptr;
    }

    void add(std::uint32_t likeness, std::size_t place) {
        if (likeness != like_none) order_.push_back(std::uint64_t{likeness} << 32U | place);
    }

    [[nodiscard]] std::uint32_t likeness(std::size_t i) const {
        return likeness_of(record_, found_[i], source_of(i), is_a_vote(i));
    }
    /// More of what relations that are alike have in common: it takes longer to look up.
    [[nodiscard]] std::size_t further_likeness(std::size_t i) const {
        std::size_t result = 0;
        record_.graph().visit(found_[i].relation, [&](auto const& payload) {
            if constexpr (requires { std::string_view(payload.facet); })
                result = combined(result, std::hash<std::string_view>{}(payload.facet));
            if constexpr (requires { std::string_view(payload.event.value); })
                result = combined(result, std::hash<std::string_view>{}(payload.event.value));
        });
        return result;
    }

    /// When a report has its turn: reports of one event are found alike in whichever order they were recorded.
    struct turn {
        std::size_t likeness = 0;
        std::chrono::days open{0}; ///< of a vote: between how many days it leaves open when it was cast
        std::chrono::sys_days earliest{};
        double minus_weight = 0;
        std::size_t place = 0;
        friend auto operator<=>(turn const&, turn const&) = default;
    };
    [[nodiscard]] turn turn_of(std::size_t i) const {
        turn result{.likeness = further_likeness(i), .minus_weight = -found_[i].weight, .place = i};
        if (!is_a_vote(i)) return result;
        auto const days = record_.begins(source_of(i));
        result.open = days.earliest == first_of_days ? std::chrono::days::max() : days.latest - days.earliest;
        result.earliest = days.earliest;
        return result;
    }

    /// Sorts likenesses, with a place in the lower half of each number, and drops nearly all that are like none. Most
    /// are, and a map of bits tells it.
    static void sort_alike(likenesses& order) {
        constexpr std::size_t few = 32;
        if (order.size() > few) {
            auto const words = std::bit_ceil(order.size() / 4);
            lean_vector<std::uint64_t> once(words), again(words);
            auto const word = [=](std::uint64_t entry) { return entry >> 38U & (words - 1); };
            auto const bit = [](std::uint64_t entry) { return std::uint64_t{1} << (entry >> 32U & 63U); };
            for (auto const entry : order) {
                again[word(entry)] |= once[word(entry)] & bit(entry);
                once[word(entry)] |= bit(entry);
            }
            auto const is_alone = [&](std::uint64_t entry) { return (again[word(entry)] & bit(entry)) == 0; };
            order.truncate(detail::remove_if(order.begin(), order.end(), is_alone));
        }
        sort_by_upper_half(order);
    }

    /// Whether a few relations are rows of one publication, each at a place of its own: then none repeats another.
    template <class Place>
    [[nodiscard]] bool are_rows_apart(Place first, Place last) const {
        constexpr std::ptrdiff_t few = 8;
        if (last - first > few) return false;
        auto const paper = source_of(static_cast<std::uint32_t>(*first)).publication;
        for (auto at = first; at != last; ++at) {
            auto const i = static_cast<std::uint32_t>(*at);
            provenance const& p = source_of(i);
            bool const is_row = counts_every_report() || (p.claimed_in.is_null() && !is_a_vote(i));
            if (!is_row || p.publication != paper) return false;
            for (auto before = first; before != at; ++before)
                if (p.locator == source_of(static_cast<std::uint32_t>(*before)).locator) return false;
        }
        return true;
    }

    /// Marks repeats among relations whose likeness is the same.
    template <class Place>
    void mark_repeats_among(Place first, Place last) {
        if (are_rows_apart(first, last)) return;
        lean_vector<turn> order;
        for (; first != last; ++first) order.push_back(turn_of(static_cast<std::uint32_t>(*first)));
        detail::sort(order);
        lean_vector<group> alike;
        for (std::size_t k = 0; k < order.size(); ++k) {
            if (k == 0 || order[k].likeness != order[k - 1].likeness) alike.clear();
            auto const i = order[k].place;
            auto at = detail::find_if(alike.begin(), alike.end(),
                                      [&](group const& known) { return are_alike(known.events.front().first, i); });
            if (at == alike.end()) at = alike.insert(at, group());
            join(*at, i);
        }
    }

    /// Whether two relations agree in everything that identifies an event, apart from their sources.
    [[nodiscard]] bool are_alike(std::size_t i, std::size_t j) const {
        auto const& g = record_.graph();
        auto const& a = found_[i];
        auto const& b = found_[j];
        provenance const& p = source_of(i);
        provenance const& q = source_of(j);
        if (a.via != b.via || a.membership != b.membership || g.target(a.relation) != g.target(b.relation) ||
            p.claimed_in != q.claimed_in)
            return false;
        bool const is_of_one = counts_every_report() || p.claimed_in.is_null(); // a statement may have several speakers
        if (is_of_one && a.whose != b.whose) return false;
        if (!say_the_same(g, a.relation, b.relation)) return false;
        if (counts_every_report() && !is_same_row(i, j)) return false;
        if (!p.claimed_in.is_null() || is_a_vote(i)) return true;
        auto const when = record_.known_period(p);
        return when == record_.known_period(q) &&
               (!is_undated(when) || come_from_one_source(p.publication, q.publication));
    }

    [[nodiscard]] bool come_from_one_source(node<publication> a, node<publication> b) const {
        return !a.is_null() && !b.is_null() && record_.sources().group_of(a) == record_.sources().group_of(b);
    }

    [[nodiscard]] bool is_same_row(std::size_t i, std::size_t j) const {
        provenance const& p = source_of(i);
        provenance const& q = source_of(j);
        return p.publication == q.publication && p.locator == q.locator &&
               record_.known_period(p) == record_.known_period(q);
    }

    /// Assigns a report to its event, among those of relations that are alike.
    void join(group& among, std::size_t i) {
        auto const place = event_of(among, i);
        if (place == among.events.size()) return among.events.push_back({i, i});
        auto& known = among.events[place];
        if (found_[i].weight > found_[known.best].weight) std::swap(known.best, i);
        found_[i].repeats = true;
    }

    /// The place of a report's event; one past the last for a new one.
    [[nodiscard]] std::size_t event_of(group& among, std::size_t i) const {
        provenance const& p = source_of(i);
        if (counts_every_report() || !p.claimed_in.is_null()) return 0;
        if (is_a_vote(i)) return vote_of(among, record_.begins(p));
        auto& rows = among.papers.insert(p.publication, {}).first;
        if (p.publication.is_null() || p.locator.empty()) return rows.number++;
        auto const [place, is_new] = rows.by_place.insert(p.locator, rows.number);
        if (is_new) ++rows.number;
        return place;
    }

    /// The place of the first event that may be of the same day as a vote; one past the last for a new one.
    [[nodiscard]] static std::size_t vote_of(group& among, beginning const& cast) {
        auto const fresh = among.events.size();
        if (!cast.is_dated) {
            if (among.undated == none) among.undated = fresh;
            return among.undated;
        }
        auto const at = std::partition_point(among.days.begin(), among.days.end(), [&](event_days const& known) {
            return known.days.latest < cast.earliest;
        });
        auto result = fresh;
        for (auto known = at; known != among.days.end() && known->days.earliest <= cast.latest; ++known)
            result = std::min(result, known->event);
        if (result == fresh) among.days.insert(at, {cast, fresh});
        return result;
    }

    reading<S> const& record_;
    std::vector<evidence>& found_;
    likenesses order_;
    bool are_votes_by_day_ = false;
};

} // namespace geostance::detail

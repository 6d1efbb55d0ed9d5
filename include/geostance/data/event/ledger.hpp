// SPDX-License-Identifier: BSL-1.0
/// @file
/// The ledger of event data: what each side did to each other in each period, by event code. Ledgers merge exactly.
#pragma once

#include <geostance/data/event/event.hpp>
#include <geostance/data/event/ledger_options.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/string_pool.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/enum_names.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance::io {

/// The events that a ledger was given and does not count, by reason.
struct events_left_out {
    std::uint64_t no_source = 0; ///< the source is missing, or several countries
    std::uint64_t no_target = 0; ///< the source is known, the target is missing, or several countries
    std::uint64_t internal = 0;  ///< the sides are the same

    friend bool operator==(events_left_out const&, events_left_out const&) = default;
};

/// What one side did to the other in a period, under one event code.
struct ledger_entry {
    std::string_view source{}; ///< who acted; good while the ledger is not changed
    std::string_view target{}; ///< toward whom; likewise
    date period{};             ///< a day, month or year; unknown for all time
    std::string_view code{};   ///< of the event, as written; good while the ledger is not changed
    std::uint64_t reports = 0; ///< events, repeats included
    std::uint64_t weight = 0;  ///< of all reports
    std::uint32_t days = 0;    ///< bit d - 1 for each day d of the month with such an event; 0 if it is not told

    /// @return the number of events, repeats not counted; none if they are not told apart
    [[nodiscard]] std::optional<std::uint64_t> events() const noexcept {
        if (days == 0) return std::nullopt;
        return static_cast<std::uint64_t>(std::popcount(days));
    }
    friend bool operator==(ledger_entry const&, ledger_entry const&) = default;
};

/// Sums up event data as they are read. It holds whole numbers only, so the same events give the same ledger, whatever
/// their order and in however many parts they are added up. It keeps the codes; their values are chosen later, see
/// data/event/event_tally.hpp.
/// @par Complexity
/// memory: an entry of 40 bytes for each pair of sides, period and code; nothing for each event
class ledger {
public:
    /// An empty ledger.
    /// @param options what it is to keep
    /// @param left_out how many events are left out already
    /// @throws invalid_value for an option that is no enumerator
    explicit ledger(ledger_options const& options = {}, events_left_out const& left_out = {})
        : options_(options), left_out_(left_out) {
        validate(options);
    }

    /// Adds an event, or counts why it is left out.
    /// @param e the event
    /// @throws invalid_value if the code is empty, a text is not UTF-8 or has a tab or line end, or the number used as
    ///         its weight is missing
    /// @par Complexity
    /// O(1), amortised
    void add(event const& e) {
        auto const source = side(e.source);
        auto const target = side(e.target);
        if (auto* const reason = why_left_out(source, target)) {
            ++*reason;
            return;
        }
        auto const weight = weight_of(e);
        auto& c = cell_at({number_of(source), number_of(target), number_of(e.code, true), span_of(e.day)});
        ++c.reports;
        c.weight += weight;
        c.days |= days_of(e.day);
    }
    /// Adds events that were summed up before.
    /// @param e as `entries()` of a ledger of these options gives it
    /// @throws invalid_value if such a ledger cannot have such an entry, or a number becomes too large
    /// @par Complexity
    /// O(1), amortised
    void add(ledger_entry const& e) {
        check(e);
        auto const span = e.period.is_known() ? span_of(e.period.first_day()) : 0;
        add_up(cell_at({number_of(e.source), number_of(e.target), number_of(e.code, true), span}), e.reports, e.weight,
               e.days);
    }

    /// Adds what another ledger has, in place.
    /// @param other of the same options
    /// @throws invalid_value if the options differ, or a number becomes too large; the ledger is unchanged then
    /// @par Complexity
    /// O(entries of the other); its entries that are not here are added, and four bytes an entry are needed meanwhile
    void merge(ledger const& other) {
        auto const left_out = left_out_with(other);
        std::vector<std::uint32_t> number; // of the other's texts, here
        number.reserve(other.texts_.size());
        for (std::uint32_t n = 0; n < other.texts_.size(); ++n) number.push_back(number_of(other.texts_[n]));
        auto const here = [&](place const& at) {
            return place{number[at.source], number[at.target], number[at.code], at.span};
        };
        std::vector<std::uint32_t> known; // the cell here that has the same place, or none
        known.reserve(other.cells_.size());
        for (auto const& c : other.cells_) {
            known.push_back(find_cell(here(c.at)));
            if (known.back() == detail::hash_index::none) continue;
            static_cast<void>(sum(cells_[known.back()].reports, c.reports));
            static_cast<void>(sum(cells_[known.back()].weight, c.weight));
        }
        reserve(static_cast<std::size_t>(std::count(known.begin(), known.end(), detail::hash_index::none)));
        for (std::size_t i = 0; i < known.size(); ++i) { // from here on nothing can fail
            auto const& c = other.cells_[i];
            add_up(known[i] == detail::hash_index::none ? add_cell(here(c.at)) : cells_[known[i]], c.reports, c.weight,
                   c.days);
        }
        left_out_ = left_out;
    }
    /// Adds what another ledger has, and takes over its memory if this one has no entries.
    /// @param other of the same options; afterwards it can only be destroyed or assigned to
    /// @throws invalid_value as for the other form
    /// @par Complexity
    /// O(entries of the other); O(1) if this one has no entries
    void merge(ledger&& other) {
        if (!cells_.empty()) return merge(std::as_const(other));
        auto const left_out = left_out_with(other);
        *this = std::move(other);
        left_out_ = left_out;
    }

    /// @return what it keeps
    [[nodiscard]] ledger_options const& options() const noexcept { return options_; }
    /// @return what it does not count
    [[nodiscard]] events_left_out const& left_out() const noexcept { return left_out_; }
    /// The number of events that it counts.
    /// @return the number, repeats included
    /// @par Complexity
    /// O(entries)
    [[nodiscard]] std::uint64_t reports() const noexcept {
        std::uint64_t result = 0;
        for (auto const& c : cells_) result += c.reports;
        return result;
    }
    /// @return the number of entries
    [[nodiscard]] std::size_t size() const noexcept { return cells_.size(); }

    /// Passes on what it holds. The periods are the ledger's, except that a ledger that tells repeats apart keeps years
    /// and all time as months.
    /// @param f called with a `ledger_entry const&` for each, in order of source, target, period and code
    /// @par Complexity
    /// O(n log n); beside the ledger, four bytes an entry
    template <class F>
    void for_each_entry(F&& f) const {
        for (auto const n : in_order()) {
            auto const& c = cells_[n];
            f(ledger_entry{texts_[c.at.source], texts_[c.at.target], date_of(c.at.span), texts_[c.at.code], c.reports,
                           c.weight, c.days});
        }
    }
    /// The same as a list, 80 bytes an entry.
    /// @return the entries in order of source, target, period and code, good while the ledger is not changed
    /// @par Complexity
    /// O(n log n)
    [[nodiscard]] std::vector<ledger_entry> entries() const {
        std::vector<ledger_entry> result;
        result.reserve(cells_.size());
        for_each_entry([&](ledger_entry const& e) { result.push_back(e); });
        return result;
    }

    /// @return the period of the entries
    [[nodiscard]] ledger_period kept_period() const noexcept {
        return options_.tells_repeats ? std::min(options_.period, ledger_period::month) : options_.period;
    }

    /// Equal if the options, the entries and the counts of events left out are equal.
    friend bool operator==(ledger const& a, ledger const& b) {
        return a.options_ == b.options_ && a.left_out_ == b.left_out_ && a.entries() == b.entries();
    }

private:
    struct place {
        std::uint32_t source;
        std::uint32_t target;
        std::uint32_t code;
        std::int32_t span; // days since 1970, months since 0, years, or 0
        friend bool operator==(place const&, place const&) = default;
    };
    struct cell {
        place at;
        std::uint64_t reports = 0;
        std::uint64_t weight = 0;
        std::uint32_t days = 0;
    };

    /// The numbers of the cells in the order of the entries.
    [[nodiscard]] std::vector<std::uint32_t> in_order() const {
        std::vector<std::uint32_t> texts(texts_.size());
        std::iota(texts.begin(), texts.end(), 0U);
        std::sort(texts.begin(), texts.end(), [&](std::uint32_t a, std::uint32_t b) { return texts_[a] < texts_[b]; });
        std::vector<std::uint32_t> rank(texts.size()); // numbers are compared faster than texts
        for (std::uint32_t i = 0; i < texts.size(); ++i) rank[texts[i]] = i;
        std::vector<std::uint32_t> cells(cells_.size());
        std::iota(cells.begin(), cells.end(), 0U);
        auto const key = [&](std::uint32_t n) {
            auto const& at = cells_[n].at;
            return std::tuple(rank[at.source], rank[at.target], at.span, rank[at.code]);
        };
        std::sort(cells.begin(), cells.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
        return cells;
    }
    [[nodiscard]] std::string_view side(event_actor const& a) const noexcept {
        if (options_.sides == ledger_sides::countries) return a.country;
        return a.code.empty() ? a.name : a.code;
    }
    [[nodiscard]] std::uint64_t* why_left_out(std::string_view source, std::string_view target) noexcept {
        if (!options_.keeps_unknown && source.empty()) return &left_out_.no_source;
        if (!options_.keeps_unknown && target.empty()) return &left_out_.no_target;
        if (!options_.keeps_internal && !source.empty() && source == target) return &left_out_.internal;
        return nullptr;
    }
    [[nodiscard]] std::uint64_t weight_of(event const& e) const {
        if (options_.weight == ledger_weight::reports) return 1;
        auto const number = options_.weight == ledger_weight::mentions  ? e.mentions
                            : options_.weight == ledger_weight::sources ? e.sources
                                                                        : e.articles;
        if (!number) throw invalid_value("event", "no number of " + std::string(to_string(options_.weight)), "one");
        return *number;
    }

    [[nodiscard]] std::int32_t span_of(std::chrono::sys_days day) const noexcept {
        std::chrono::year_month_day const ymd(day);
        auto const year = static_cast<int>(ymd.year());
        switch (kept_period()) {
        case ledger_period::day: return static_cast<std::int32_t>(day.time_since_epoch().count());
        case ledger_period::month: return year * 12 + static_cast<int>(static_cast<unsigned>(ymd.month())) - 1;
        case ledger_period::year: return year;
        default: return 0;
        }
    }
    [[nodiscard]] std::uint32_t days_of(std::chrono::sys_days day) const noexcept {
        if (!options_.tells_repeats) return 0;
        return 1U << (static_cast<unsigned>(std::chrono::year_month_day(day).day()) - 1);
    }
    [[nodiscard]] date date_of(std::int32_t span) const {
        switch (kept_period()) {
        case ledger_period::day: return std::chrono::sys_days(std::chrono::days(span));
        case ledger_period::month: {
            auto const month = (span % 12 + 12) % 12;
            return std::chrono::year((span - month) / 12) / std::chrono::month(static_cast<unsigned>(month) + 1);
        }
        case ledger_period::year: return std::chrono::year(span);
        default: return {};
        }
    }

    /// What both leave out.
    [[nodiscard]] events_left_out left_out_with(ledger const& other) const {
        if (other.options_ != options_)
            throw invalid_value("ledger.merge", "a ledger of other options", "ledgers of the same options");
        return {sum(left_out_.no_source, other.left_out_.no_source),
                sum(left_out_.no_target, other.left_out_.no_target), sum(left_out_.internal, other.left_out_.internal)};
    }
    static void add_up(cell& c, std::uint64_t reports, std::uint64_t weight, std::uint32_t days) {
        c.reports = sum(c.reports, reports);
        c.weight = sum(c.weight, weight);
        c.days |= days;
    }
    void check(ledger_entry const& e) const {
        constexpr std::array periods{precision::day, precision::month, precision::year, precision::unknown};
        auto const kept = periods[static_cast<std::size_t>(kept_period())];
        if (e.period.precision() != kept)
            throw invalid_value("ledger_entry.period", to_string(e.period), "a " + std::string(to_string(kept)));
        auto const is_possible = [&] {
            if (!options_.tells_repeats) return e.days == 0;
            if (kept == precision::day) return e.days == days_of(e.period.first_day());
            auto const last = static_cast<unsigned>(std::chrono::year_month_day(e.period.last_day()).day());
            return e.days != 0 && e.days >> last == 0;
        };
        if (!is_possible()) throw invalid_value("ledger_entry.days", std::to_string(e.days), "days of its period");
        if (e.reports == 0 || e.events().value_or(0) > e.reports)
            throw invalid_value("ledger_entry.reports", std::to_string(e.reports), "at least one for each event");
        if (options_.weight == ledger_weight::reports && e.weight != e.reports)
            throw invalid_value("ledger_entry.weight", std::to_string(e.weight), "the number of reports");
        check_sides(e);
    }
    void check_sides(ledger_entry const& e) const {
        if (!options_.keeps_unknown && e.source.empty())
            throw invalid_value("ledger_entry.source", "an empty text", "a side: the ledger keeps none unknown");
        if (!options_.keeps_unknown && e.target.empty())
            throw invalid_value("ledger_entry.target", "an empty text", "a side: the ledger keeps none unknown");
        if (!options_.keeps_internal && !e.source.empty() && e.source == e.target)
            throw invalid_value("ledger_entry.target", std::string(e.target), "the other side: none acts on itself");
    }

    /// The number of a side's or code's text.
    std::uint32_t number_of(std::string_view text, bool is_code = false) {
        auto const found = texts_.find(text);
        if (found == detail::hash_index::none || (is_code && text.empty())) return add_text(text, is_code);
        return found;
    }
    std::uint32_t add_text(std::string_view text, bool is_code) {
        constexpr std::string_view ends_of_fields("\t\n\0", 3);
        if (is_code && text.empty()) throw invalid_value("event.code", "an empty text", "a code");
        if (text.find_first_of(ends_of_fields) != std::string_view::npos || detail::find_not_utf8(text))
            throw invalid_value("event", "a text that is no field", "UTF-8 without tabs and line ends");
        return texts_.add(text);
    }

    [[nodiscard]] static std::uint64_t hash_of(place const& at) noexcept {
        auto const pair = [](std::uint32_t a, std::uint32_t b) { return std::uint64_t(a) << 32U | b; };
        return detail::mixed_in(detail::mixed_in(0, pair(at.source, at.target)),
                                pair(at.code, static_cast<std::uint32_t>(at.span)));
    }
    [[nodiscard]] std::uint64_t hash_of_cell(std::uint32_t n) const noexcept { return hash_of(cells_[n].at); }
    [[nodiscard]] std::uint32_t find_cell(place const& at) const {
        return index_.find(hash_of(at), [&](std::uint32_t n) { return cells_[n].at == at; });
    }
    cell& cell_at(place const& at) {
        auto const number = find_cell(at);
        return number == detail::hash_index::none ? add_cell(at) : cells_[number];
    }
    cell& add_cell(place const& at) {
        auto const number = static_cast<std::uint32_t>(cells_.size());
        cells_.push_back({at});
        index_.add(hash_of(at), number, [&](std::uint32_t n) { return hash_of_cell(n); });
        return cells_[number];
    }
    /// Makes room for further cells.
    void reserve(std::size_t further) {
        auto const size = cells_.size() + further;
        if (size > cells_.capacity()) cells_.reserve(std::max(size, cells_.capacity() + cells_.capacity() / 2));
        index_.reserve(size, [&](std::uint32_t n) { return hash_of_cell(n); });
    }
    static std::uint64_t sum(std::uint64_t a, std::uint64_t b) {
        if (a > std::numeric_limits<std::uint64_t>::max() - b)
            throw invalid_value("ledger", std::to_string(a) + " + " + std::to_string(b), "a sum below 2^64");
        return a + b;
    }

    ledger_options options_;
    events_left_out left_out_;
    detail::string_pool texts_;
    std::vector<cell> cells_;
    detail::hash_index index_; // of the cells
};

} // namespace geostance::io

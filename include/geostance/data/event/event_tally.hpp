// SPDX-License-Identifier: BSL-1.0
/// @file
/// Tallies of a ledger: for each dyad and period the number of events and their sum, least and greatest value, by class
/// and by channel.
#pragma once

#include <geostance/data/event/event_reading.hpp>
#include <geostance/data/event/ledger.hpp>
#include <geostance/error.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io {

/// How often an event counts that was reported repeatedly, with the same sides, code and day.
enum class repeats : std::uint8_t {
    once, ///< once
    every ///< every time
};

/// How a ledger is asked.
struct tally_options {
    event_reading reading = reading_of_gdelt(); ///< what codes are worth
    io::repeats repeats = io::repeats::once;    ///< how often repeats count
};

/// Events added up.
struct event_tally {
    std::uint64_t reports = 0;             ///< repeats included
    std::optional<std::uint64_t> events{}; ///< repeats not counted; none if the ledger does not tell them apart
    std::uint64_t weight = 0;              ///< of all reports
    std::uint64_t counted = 0;             ///< reports or events, as asked
    std::uint64_t valued = 0;              ///< those of them whose code has a value
    double sum = 0;                        ///< of their values
    std::optional<double> least{};         ///< of their values, in [-1, 1]; none if none has one
    std::optional<double> greatest{};      ///< likewise

    /// @return the mean of the values; none if there are none
    [[nodiscard]] std::optional<double> mean() const noexcept {
        return valued == 0 ? std::nullopt : std::optional(sum / static_cast<double>(valued));
    }
    /// Adds what another has.
    /// @param other of other events, asked in the same way
    /// @return this one
    event_tally& operator+=(event_tally const& other) noexcept {
        if (reports == 0) return *this = other;
        if (other.reports == 0) return *this;
        reports += other.reports;
        events = events && other.events ? std::optional(*events + *other.events) : std::nullopt;
        weight += other.weight;
        counted += other.counted;
        valued += other.valued;
        sum += other.sum;
        if (other.least) least = std::min(least.value_or(*other.least), *other.least);
        if (other.greatest) greatest = std::max(greatest.value_or(*other.greatest), *other.greatest);
        return *this;
    }
    friend bool operator==(event_tally const&, event_tally const&) = default;
};

/// What one side did to the other in a period.
struct dyad_tally {
    std::string_view source{};            ///< who acted; good while the ledger is not changed
    std::string_view target{};            ///< toward whom; likewise
    date period{};                        ///< a day, month or year; unknown for all time
    event_tally all{};                    ///< all events
    std::array<event_tally, 4> by_quad{}; ///< by `quad_class`, in order of its enumerators
    event_tally unclassed{};              ///< those whose code has no class

    /// What was done in words or in deeds.
    /// @param c verbal or material
    /// @return nothing for the channel `vote`
    [[nodiscard]] event_tally in(channel c) const noexcept {
        event_tally result;
        for (std::size_t i = 0; i < by_quad.size(); ++i)
            if (channel_of(static_cast<quad_class>(i)) == c) result += by_quad[i];
        return result;
    }
    friend bool operator==(dyad_tally const&, dyad_tally const&) = default;
};

namespace detail {

inline event_tally tally_of(ledger_entry const& entry, std::optional<double> value, repeats how) {
    event_tally t;
    t.reports = entry.reports;
    t.events = entry.events();
    t.weight = entry.weight;
    t.counted = how == repeats::once ? *t.events : t.reports;
    if (!value) return t;
    t.valued = t.counted;
    t.sum = *value * static_cast<double>(t.counted);
    t.least = t.greatest = value;
    return t;
}

/// The ledger's period to which an entry belongs; the entry itself may be kept by month.
inline date period_of(ledger_entry const& entry, ledger_period period) {
    if (period == ledger_period::all) return {};
    if (period != ledger_period::year) return entry.period;
    return std::chrono::year_month_day(entry.period.first_day()).year();
}

} // namespace detail

/// Passes on what each side did to each other side in each period of a ledger.
/// @param l the ledger; not to be changed meanwhile
/// @param f called with a `dyad_tally const&` for each, in order of source, target and period
/// @param options what codes are worth, and how often repeats count
/// @throws invalid_value if repeats are to count once and the ledger does not tell them apart, for a value that is no
///         enumerator, or for a reading that lacks a function
/// @par Complexity
/// O(n log n) for n entries; beside the ledger, four bytes an entry
/// @par Determinism
/// sums are formed in the order of periods and codes, however the ledger came about
template <class F>
void for_each_tally(ledger const& l, F&& f, tally_options const& options = {}) {
    validate(options.reading);
    geostance::detail::check_enumerator("tally_options.repeats", options.repeats, repeats::every);
    if (options.repeats == repeats::once && !l.options().tells_repeats)
        throw invalid_value("tally_options.repeats", "once", "every: the ledger does not tell repeats");
    std::optional<dyad_tally> dyad;
    auto const is_in = [&](ledger_entry const& entry, date period) {
        return dyad && dyad->source == entry.source && dyad->target == entry.target && dyad->period == period;
    };
    l.for_each_entry([&](ledger_entry const& e) {
        auto const period = detail::period_of(e, l.options().period);
        if (!is_in(e, period)) {
            if (dyad) f(std::as_const(*dyad));
            dyad = dyad_tally{e.source, e.target, period};
        }
        auto const t = detail::tally_of(e, options.reading.policy.value(e.code), options.repeats);
        auto const quad = options.reading.quad(e.code);
        dyad->all += t;
        (quad ? dyad->by_quad[static_cast<std::size_t>(*quad)] : dyad->unclassed) += t;
    });
    if (dyad) f(std::as_const(*dyad));
}
/// The same as a list, of some 570 bytes a tally.
/// @param l the ledger
/// @param options what codes are worth, and how often repeats count
/// @return in order of source, target and period, good while the ledger is not changed
/// @throws invalid_value as `for_each_tally`
/// @par Complexity
/// O(n log n) for n entries
[[nodiscard]] inline std::vector<dyad_tally> tallies(ledger const& l, tally_options const& options = {}) {
    std::vector<dyad_tally> result;
    for_each_tally(
        l, [&](dyad_tally const& t) { result.push_back(t); }, options);
    return result;
}

} // namespace geostance::io

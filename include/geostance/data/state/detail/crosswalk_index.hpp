// SPDX-License-Identifier: BSL-1.0
/// @file
/// The crosswalk's table as entries sorted by scheme and value, and by polity.
#pragma once

#include <geostance/data/state/detail/crosswalk_history.hpp>
#include <geostance/data/state/detail/crosswalk_memberships.hpp>
#include <geostance/data/state/detail/crosswalk_polities.hpp>
#include <geostance/data/state/schemes.hpp>
#include <geostance/graph/detail/fold.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/period.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// The scheme under which names are kept; no scheme of codes is called that.
inline constexpr std::string_view name_scheme = "name";

/// One code or name of one polity, and when it was in force; an unknown date sets no limit.
struct crosswalk_entry {
    std::string_view scheme{};
    std::string_view value{};
    std::uint16_t polity = 0;
    date from{};
    date to{};
};

constexpr date date_of(crosswalk_table::day_number n) {
    if (n == 0) return {};
    std::chrono::year const y(n / 10000);
    if (n % 10000 == 0) return {y};
    return {std::chrono::year_month_day(y, std::chrono::month(static_cast<unsigned>(n / 100 % 100)),
                                        std::chrono::day(static_cast<unsigned>(n % 100)))};
}

/// How a span of days relates to a time: in force throughout it, in force in part or perhaps, or outside.
constexpr certainty covers(date from, date to, date when) noexcept {
    using geostance::detail::first_of_days;
    using geostance::detail::last_of_days;
    auto const begins = from.is_known() ? from.first_day() : first_of_days;
    auto const surely_begun = from.is_known() ? from.last_day() : first_of_days;
    auto const surely_lasts = to.is_known() ? to.first_day() : last_of_days;
    auto const ends = to.is_known() ? to.last_day() : last_of_days;
    if (!when.is_known()) return certainty::maybe;
    if (begins > when.last_day() || ends < when.first_day()) return certainty::no;
    return surely_begun <= when.first_day() && surely_lasts >= when.last_day() ? certainty::yes : certainty::maybe;
}

/// The answers of the entries in force, each once: of those in force throughout, or, if there are none, of those
/// perhaps in force.
template <class Entries, class Project>
auto in_force(Entries const& entries, date when, Project project) {
    std::vector<decltype(project(*entries.begin()))> best;
    for (auto const least : {certainty::yes, certainty::maybe}) {
        for (auto const& e : entries)
            if (covers(e.from, e.to, when) >= least) best.push_back(project(e));
        if (!best.empty()) break;
    }
    std::sort(best.begin(), best.end());
    best.erase(std::unique(best.begin(), best.end()), best.end());
    return best;
}

/// The sorted table; made once.
class crosswalk_index {
public:
    static crosswalk_index const& get() {
        static crosswalk_index const index;
        return index;
    }

    [[nodiscard]] static bool has_scheme(std::string_view name) noexcept {
        return name == scheme::gleditsch_ward || std::find(schemes.begin(), schemes.end(), name) != schemes.end();
    }

    [[nodiscard]] std::span<crosswalk_entry const> with_value(std::string_view scheme, std::string_view value) const {
        return equal_span(by_value_, std::pair(scheme, value),
                          [](crosswalk_entry const& e) { return std::pair(e.scheme, e.value); });
    }

    [[nodiscard]] std::span<crosswalk_entry const> of_polity(std::uint16_t polity) const {
        return equal_span(by_polity_, polity, [](crosswalk_entry const& e) { return e.polity; });
    }

    [[nodiscard]] std::string_view name_on(std::uint16_t polity, date when) const {
        auto const& row = crosswalk_table::polities[polity];
        for (auto const& other : crosswalk_table::other_names)
            if (other.polity == key_of(row) && (other.from != 0 || other.to != 0) && when.is_known() &&
                covers(date_of(other.from), date_of(other.to), when) == certainty::yes)
                return other.name;
        return row.name;
    }

    [[nodiscard]] static std::optional<certainty> membership(std::uint16_t polity, date when) {
        constexpr date first = date_of(18160101);
        constexpr date last = date_of(20161231);
        if (!when.is_known() || covers(first, last, when) != certainty::yes) return std::nullopt;
        auto const& cow = crosswalk_table::polities[polity].cow;
        int number = 0;
        std::from_chars(cow.data(), cow.data() + cow.size(), number);
        certainty result = certainty::no;
        for (auto const& row : crosswalk_table::memberships)
            if (row.cow == number) result = std::max(result, covers(date_of(row.from), date_of(row.to), when));
        return result;
    }

private:
    static constexpr std::array schemes{
        scheme::cow,  scheme::cow_abbreviation, scheme::iso_alpha_2, scheme::iso_alpha_3, scheme::fips, scheme::m49,
        scheme::cameo};

    crosswalk_index() {
        using namespace crosswalk_table;
        plain_names_.reserve(polities.size() + other_names.size());
        for (std::uint16_t i = 0; auto const& row : polities) {
            std::array const values{row.cow,  row.cow_abbreviation, row.iso_alpha_2, row.iso_alpha_3, row.fips, row.m49,
                                    row.cameo};
            for (std::size_t s = 0; s < schemes.size(); ++s) add_code(i, schemes[s], values[s]);
            add_gleditsch_ward(i, row.cow);
            for (auto const& other : other_codes)
                if (other.polity == key_of(row)) add({other.scheme, other.value, i});
            add_name(i, row.name, {}, {});
            for (auto const& other : other_names)
                if (other.polity == key_of(row)) add_name(i, other.name, date_of(other.from), date_of(other.to));
            ++i;
        }
        by_value_ = by_polity_;
        auto const whole = [](crosswalk_entry const& e) { return std::tuple(e.scheme, e.value, e.polity); };
        std::stable_sort(by_value_.begin(), by_value_.end(),
                         [&](auto const& a, auto const& b) { return whole(a) < whole(b); });
        std::stable_sort(by_polity_.begin(), by_polity_.end(), [](auto const& a, auto const& b) {
            return std::tuple(a.polity, a.scheme, a.value) < std::tuple(b.polity, b.scheme, b.value);
        });
    }

    static std::string_view key_of(crosswalk_table::polity_row const& row) noexcept {
        return row.cow.empty() ? row.iso_alpha_3 : row.cow;
    }

    /// Adds a polity's codes in one scheme: the former ones, and its own from the end of the last of these on.
    void add_code(std::uint16_t polity, std::string_view in_scheme, std::string_view own) {
        date begins;
        for (auto const& former : crosswalk_table::former_codes) {
            if (former.polity != key_of(crosswalk_table::polities[polity]) || former.scheme != in_scheme) continue;
            date const ended = date_of(former.to);
            add({in_scheme, former.value, polity, date_of(former.from), ended});
            begins = ended.precision() == precision::day ? date(ended.last_day() + std::chrono::days(1)) : ended;
        }
        if (!own.empty()) add({in_scheme, own, polity, begins, {}});
    }

    /// Adds a state's number in the list of Gleditsch and Ward: that of the Correlates of War, unless another is known.
    void add_gleditsch_ward(std::uint16_t polity, std::string_view cow) {
        bool has_own = cow.empty();
        for (auto const& row : crosswalk_table::gleditsch_ward_numbers) {
            if (row.polity != cow) continue;
            has_own = true;
            add({scheme::gleditsch_ward, row.value, polity, date_of(row.from), date_of(row.to)});
        }
        if (!has_own) add({scheme::gleditsch_ward, cow, polity, {}, {}});
    }

    void add_name(std::uint16_t polity, std::string_view name, date from, date to) {
        plain_names_.push_back(geostance::detail::folded(name));
        add({name_scheme, plain_names_.back(), polity, from, to});
    }

    /// Adds an entry as far as its polity existed.
    void add(crosswalk_entry e) {
        bool has_lifetime = false;
        for (auto const& life : crosswalk_table::lifetimes) {
            if (life.polity != key_of(crosswalk_table::polities[e.polity])) continue;
            has_lifetime = true;
            auto limited = e;
            date const born = date_of(life.from);
            date const ended = date_of(life.to);
            if (!e.from.is_known() || (born.is_known() && born.first_day() > e.from.first_day())) limited.from = born;
            if (!e.to.is_known() || (ended.is_known() && ended.last_day() < e.to.last_day())) limited.to = ended;
            if (limited.from.is_known() && limited.to.is_known() && limited.to.last_day() < limited.from.first_day())
                continue;
            by_polity_.push_back(limited);
        }
        if (!has_lifetime) by_polity_.push_back(e);
    }

    template <class Key, class Project>
    static std::span<crosswalk_entry const> equal_span(std::vector<crosswalk_entry> const& entries, Key const& key,
                                                       Project project) {
        return {std::ranges::lower_bound(entries, key, {}, project),
                std::ranges::upper_bound(entries, key, {}, project)};
    }

    std::vector<std::string> plain_names_; ///< without case and marks
    std::vector<crosswalk_entry> by_value_;
    std::vector<crosswalk_entry> by_polity_;
};

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Entities of the FollowTheMoney model: persons, organisations, memberships, offices, sanctions, as files have them.
#pragma once

#include <geostance/model/date_text.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::io {

/// One entity. What it is, its schema says: a thing such as `Person`, or a link between things such as `Membership`.
struct entity {
    std::string id{};      ///< unique in the file
    std::string schema{};  ///< for example `Company`, `Sanction`
    std::string caption{}; ///< the name that the file shows; may be empty
    /// the values of each property, in the order of the file; those of links are ids of other entities
    std::map<std::string, std::vector<std::string>, std::less<>> properties{};
    std::vector<std::string> datasets{}; ///< which data sets say so
    date first_seen{};                   ///< the day on which the publisher of the file first had it
    std::size_t line = 0;                ///< where it first stands in the file

    /// The values of a property; none if the entity lacks it.
    /// @param property its name
    /// @return the values, in the order of the file
    /// @par Complexity
    /// O(log(number of properties))
    [[nodiscard]] std::vector<std::string> const& values(std::string_view property) const {
        static std::vector<std::string> const none;
        auto const found = properties.find(property);
        return found == properties.end() ? none : found->second;
    }

    friend bool operator==(entity const&, entity const&) = default;
};

namespace detail {

/// The day, month or year of an entity's date, whose time of day is left out.
inline std::optional<date> entity_date(std::string_view text) {
    if (text.empty() || text.front() < '0' || text.front() > '9') return std::nullopt;
    return date_from_string(text.substr(0, text.find_first_of("T ")));
}

} // namespace detail

/// What a file of entities says.
struct entity_table {
    std::vector<entity> entities{}; ///< in the order in which the file first names them; no id occurs twice
};

} // namespace geostance::io

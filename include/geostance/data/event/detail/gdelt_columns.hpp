// SPDX-License-Identifier: BSL-1.0
/// @file
/// The columns of GDELT's event files, which have no headings.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail::gdelt {

/// The columns of GDELT 2.0; 1.0 lacks the three named ADM2Code.
inline constexpr std::array<std::string_view, 61> columns{
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    // actors
    "Actor1Code", "Actor1Name", "Actor1CountryCode", "Actor1KnownGroupCode", "Actor1EthnicCode", "Actor1Religion1Code",
    "Actor1Religion2Code", "Actor1Type1Code", "Actor1Type2Code", "Actor1Type3Code", "Actor2Code", "Actor2Name",
    "Actor2CountryCode", "Actor2KnownGroupCode", "Actor2EthnicCode", "Actor2Religion1Code", "Actor2Religion2Code",
    "Actor2Type1Code", "Actor2Type2Code", "Actor2Type3Code",
    // event
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    // places
    "Actor1Geo_Type", "Actor1Geo_FullName", "Actor1Geo_CountryCode", "Actor1Geo_ADM1Code", "Actor1Geo_ADM2Code",
    "Actor1Geo_Lat", "Actor1Geo_Long", "Actor1Geo_FeatureID", "Actor2Geo_Type", "Actor2Geo_FullName",
    "Actor2Geo_CountryCode", "Actor2Geo_ADM1Code", "Actor2Geo_ADM2Code", "Actor2Geo_Lat", "Actor2Geo_Long",
    "Actor2Geo_FeatureID", "ActionGeo_Type", "ActionGeo_FullName", "ActionGeo_CountryCode", "ActionGeo_ADM1Code",
    "ActionGeo_ADM2Code", "ActionGeo_Lat", "ActionGeo_Long", "ActionGeo_FeatureID",
    // record
    "DATEADDED", "SOURCEURL"};

/// What a file with another number of columns is likely to be.
inline constexpr std::array<std::pair<std::size_t, std::string_view>, 7> known_sizes{
    {{61, "those of GDELT 2.0, event_format::gdelt_2"},
     {58, "those of GDELT 1.0, event_format::gdelt_1"},
     {57, "those of GDELT 1.0, event_format::gdelt_1"},
     {27, "those of GDELT's knowledge graph, which has no events"},
     {17, "those of GDELT's reduced events, which are not read"},
     {11, "those of GDELT's knowledge graph of 2013, which has no events"},
     {16, "those of GDELT's mentions, which are no events"}}};

/// The columns before those of places, which a ledger does not need.
inline constexpr std::size_t last_before_places = 34;

/// The places of the columns that are read. The defaults hold for both versions without headings.
struct places {
    std::size_t id = 0;
    std::size_t day = 1;
    std::size_t source_code = 5;
    std::size_t source_name = 6;
    std::size_t source_country = 7;
    std::size_t target_code = 15;
    std::size_t target_name = 16;
    std::size_t target_country = 17;
    std::size_t event_code = 26;
    std::size_t root_code = 28;
    std::size_t quad = 29;
    std::size_t goldstein = 30;
    std::size_t mentions = 31;
    std::size_t sources = 32;
    std::size_t articles = 33;
};

/// The places in a table with headings.
/// @param at from the name of a column to its place
template <class At>
places places_by(At at) {
    return {at("GLOBALEVENTID"),     at("SQLDATE"),       at("Actor1Code"), at("Actor1Name"),
            at("Actor1CountryCode"), at("Actor2Code"),    at("Actor2Name"), at("Actor2CountryCode"),
            at("EventCode"),         at("EventRootCode"), at("QuadClass"),  at("GoldsteinScale"),
            at("NumMentions"),       at("NumSources"),    at("NumArticles")};
}

/// The names of the columns of version 2 or 1.
inline std::vector<std::string> names(bool has_adm2) {
    std::vector<std::string> result;
    for (auto const name : columns)
        if (has_adm2 || !name.ends_with("_ADM2Code")) result.emplace_back(name);
    return result;
}

} // namespace geostance::io::detail::gdelt

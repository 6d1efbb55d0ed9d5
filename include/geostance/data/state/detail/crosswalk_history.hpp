// SPDX-License-Identifier: BSL-1.0
/// @file
/// What changed: former codes, when states existed where codes or names depend on it, and other names.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace geostance::io::detail::crosswalk_table {

/// Days are written YYYYMMDD, years YYYY0000; 0 = no limit.
using day_number = std::int32_t;

/// When a polity existed. One without a row is taken to exist always.
struct lifetime_row {
    std::string_view polity; ///< COW number, or ISO alpha-3 where it has none
    day_number from;
    day_number to;
};

// clang-format off
inline constexpr std::array lifetimes = std::to_array<lifetime_row>({
    {"255", 0, 19450508}, {"255", 19901003, 0}, {"260", 19490523, 19901002}, {"265", 19491007, 19901002},
    {"300", 0, 19181112}, {"305", 19181113, 0}, {"315", 19181028, 19921231}, {"316", 19930101, 0},
    {"317", 19930101, 0}, {"327", 0, 18700920}, {"511", 19631210, 19640426}, {"626", 20110709, 0},
    {"678", 19181030, 19900521}, {"679", 19900522, 0}, {"680", 19671130, 19900521}, {"730", 0, 19100829},
    {"731", 19480909, 0}, {"732", 19480815, 0}, {"816", 19450902, 0}, {"817", 19490614, 19760701},
    {"AIA", 19801219, 0}, {"ANT", 0, 20101009}, {"CUW", 20101010, 0}, {"SXM", 20101010, 0}, {"BES", 20101010, 0},
});

/// A code that a polity had before the one in its row. The code in the row begins when the last of these ends.
struct former_code_row {
    std::string_view polity;
    std::string_view scheme;
    std::string_view value;
    day_number from;
    day_number to;
};

inline constexpr std::string_view a2 = "iso3166-1-alpha-2";
inline constexpr std::string_view a3 = "iso3166-1-alpha-3";
inline constexpr std::string_view f2 = "fips10-4";
inline constexpr std::string_view m3 = "m49";

inline constexpr std::array former_codes = std::to_array<former_code_row>({
    {"345", a2, "YU", 0, 20030723}, {"345", a3, "YUG", 0, 20030723},
    {"345", a2, "CS", 20030724, 20060926}, {"345", a3, "SCG", 20030724, 20060926},
    {"345", f2, "YO", 0, 19920426}, {"345", f2, "YI", 20010000, 20060604}, {"345", f2, "RB", 20060605, 20080000},
    {"345", m3, "890", 0, 19920426}, {"345", m3, "891", 19920427, 20060604},
    {"360", a3, "ROM", 0, 20020131},
    {"365", a2, "SU", 0, 19920830}, {"365", a3, "SUN", 0, 19920830}, {"365", f2, "UR", 0, 19911225},
    {"365", m3, "810", 0, 19911225},
    {"370", a3, "BYS", 0, 19920615},
    {"434", a2, "DY", 0, 19770000}, {"434", a3, "DHY", 0, 19770000}, {"434", f2, "DM", 0, 19751129},
    {"439", a2, "HV", 0, 19840000}, {"439", a3, "HVO", 0, 19840000},
    {"490", a2, "ZR", 0, 19970714}, {"490", a3, "ZAR", 0, 19970714},
    {"522", a2, "AI", 0, 19770000}, {"522", a3, "AFI", 0, 19770000}, {"522", f2, "FT", 0, 19770626},
    {"530", m3, "230", 0, 19930523},
    {"552", a2, "RH", 0, 19800000}, {"552", a3, "RHO", 0, 19800000}, {"552", f2, "RH", 0, 19800417},
    {"625", m3, "736", 0, 20110708},
    {"775", a2, "BU", 0, 19891205}, {"775", a3, "BUR", 0, 19891205},
    {"816", a2, "VD", 0, 19770000}, {"816", a3, "VDR", 0, 19770000}, {"816", f2, "VN", 0, 19760701},
    {"860", a2, "TP", 0, 20020520}, {"860", a3, "TMP", 0, 20020520},
    {"935", a2, "NH", 0, 19800000}, {"935", a3, "NHB", 0, 19800000},
    {"946", a2, "GE", 0, 19790000}, {"946", a3, "GEL", 0, 19790000},
});

/// A code that leads to a polity beside its own, without a date: two FIPS areas in one state, a second spelling, or a
/// code that ISO 3166-1 leaves to its users: XK and XKX, by which the European Union and the World Bank write Kosovo.
struct other_code_row {
    std::string_view polity;
    std::string_view scheme;
    std::string_view value;
};

inline constexpr std::array other_codes = std::to_array<other_code_row>({
    {"PSE", f2, "WE"}, {"PSE", f2, "GZ"}, {"SJM", f2, "SV"}, {"SJM", f2, "JN"},
    {"365", "cow-abbreviation", "USR"}, {"360", "cow-abbreviation", "RUM"},
    {"347", a2, "XK"}, {"347", a3, "XKX"},
});

/// The states whose number in the list of Gleditsch and Ward is another one than in the Correlates of War.
/// @par Source
/// Gleditsch, K. S. and Ward, M. D. (1999). A revised list of independent states since the Congress of Vienna.
/// International Interactions 25, 393-413, doi:10.1080/03050629908434958.
inline constexpr std::array gleditsch_ward_numbers = std::to_array<former_code_row>({
    {"255", "", "255", 0, 19450508}, {"255", "", "260", 19901003, 0}, // Germany goes on as West Germany
    {"345", "", "345", 0, 20060604}, {"345", "", "340", 20060605, 0}, // Serbia is not Yugoslavia
    {"679", "", "678", 0, 0},                                         // Yemen goes on as the Arab Republic
    {"946", "", "970", 0, 0}, {"970", "", "971", 0, 0}, {"955", "", "972", 0, 0}, {"947", "", "973", 0, 0},
});

/// Another name. A name with dates was the usual one in that time; the first row in force counts.
struct name_row {
    std::string_view polity;
    std::string_view name;
    day_number from = 0;
    day_number to = 0;
};

inline constexpr std::array other_names = std::to_array<name_row>({
    {"2", "United States of America"}, {"2", "USA"}, {"2", "US"}, {"20", "Dominion of Canada"}, {"31", "The Bahamas"},
    {"52", "Trinidad & Tobago"}, {"56", "St. Lucia"}, {"57", "St. Vincent & Grenadines"},
    {"57", "St. Vincent and the Grenadines"}, {"58", "Antigua & Barbuda"}, {"60", "St. Kitts & Nevis"},
    {"60", "St. Kitts and Nevis"}, {"80", "British Honduras", 18620512, 19730531},
    {"101", "Venezuela (Bolivarian Republic of)"}, {"110", "British Guiana", 18310721, 19660525},
    {"115", "Dutch Guiana"}, {"145", "Bolivia (Plurinational State of)"}, {"200", "UK"}, {"200", "Great Britain"},
    {"200", "United Kingdom of Great Britain and Northern Ireland"}, {"210", "Netherlands (Kingdom of the)"},
    {"255", "Federal Republic of Germany"}, {"255", "German Empire", 18710118, 19181109},
    {"260", "Federal Republic of Germany"}, {"260", "German Federal Republic"}, {"260", "FRG"}, {"260", "Germany"},
    {"265", "German Democratic Republic"}, {"265", "GDR"}, {"271", "Wuerttemburg"}, {"271", "Württemburg"},
    {"273", "Hesse Electoral"}, {"275", "Hesse Grand Ducal"}, {"280", "Mecklenburg Schwerin"},
    {"316", "Czech Republic"}, {"325", "Sardinia", 18160101, 18610317},
    {"343", "Macedonia", 19910908, 20190211}, {"343", "The former Yugoslav Republic of Macedonia"},
    {"343", "FYR Macedonia"}, {"345", "Serbia and Montenegro", 20030204, 20060604},
    {"345", "Yugoslavia", 19181201, 20030203}, {"345", "Federal Republic of Yugoslavia"},
    {"346", "Bosnia & Herzegovina"}, {"346", "Bosnia-Herzegovina"}, {"359", "Republic of Moldova"},
    {"360", "Rumania"}, {"365", "Soviet Union", 19221230, 19911225}, {"365", "USSR", 19221230, 19911225},
    {"365", "Union of Soviet Socialist Republics", 19221230, 19911225}, {"365", "Russian Federation"},
    {"365", "Russian Empire"}, {"370", "Byelorussia", 19220101, 19910918}, {"402", "Cabo Verde"},
    {"403", "São Tomé & Príncipe"}, {"403", "Sao Tome and Principe"}, {"404", "Guinea Bissau"},
    {"420", "The Gambia"}, {"420", "Gambia (The)"}, {"434", "Dahomey", 0, 19751129}, {"437", "Ivory Coast"},
    {"437", "Cote d'Ivoire"}, {"437", "Côte d’Ivoire"}, {"439", "Upper Volta", 0, 19840803},
    {"452", "Gold Coast", 0, 19570305}, {"484", "Congo - Brazzaville"}, {"484", "Congo-Brazzaville"},
    {"484", "Republic of the Congo"}, {"490", "Zaire", 19711027, 19970516}, {"490", "Congo - Kinshasa"},
    {"490", "Congo-Kinshasa"}, {"490", "DR Congo"}, {"490", "Democratic Republic of Congo"},
    {"490", "Congo (Democratic Republic of the)"}, {"510", "Tanganyika", 0, 19641028},
    {"510", "United Republic of Tanzania"}, {"522", "Afars and Issas", 19670705, 19770626},
    {"530", "Abyssinia"}, {"551", "Northern Rhodesia", 0, 19641023}, {"552", "Rhodesia", 19641024, 19800417},
    {"552", "Southern Rhodesia"}, {"553", "Nyasaland", 0, 19640705}, {"565", "South West Africa", 0, 19680611},
    {"570", "Basutoland", 0, 19661003}, {"571", "Bechuanaland", 0, 19660929},
    {"572", "Swaziland", 0, 20180418}, {"580", "Malagasy Republic"}, {"620", "Libyan Arab Jamahiriya"},
    {"630", "Persia", 0, 19350321}, {"630", "Iran (Islamic Republic of)"},
    {"640", "Ottoman Empire", 0, 19221101}, {"640", "Turkey", 19221102, 20220531}, {"640", "Turkiye"},
    {"651", "United Arab Republic", 19580222, 19710910}, {"652", "Syrian Arab Republic"},
    {"663", "Transjordan", 0, 19490425}, {"678", "North Yemen"}, {"678", "Yemen"}, {"679", "Republic of Yemen"},
    {"680", "Yemen People's Republic"}, {"680", "People's Democratic Republic of Yemen"},
    {"680", "Democratic Yemen"}, {"710", "People's Republic of China"}, {"713", "Republic of China"},
    {"713", "Chinese Taipei"}, {"713", "Formosa"}, {"731", "Democratic People's Republic of Korea"},
    {"731", "DPRK"}, {"732", "Republic of Korea"}, {"775", "Burma", 0, 19890617}, {"775", "Myanmar (Burma)"},
    {"780", "Ceylon", 0, 19720521}, {"800", "Siam", 0, 19390623}, {"811", "Kampuchea", 19760105, 19890429},
    {"811", "Khmer Republic", 19701009, 19760104}, {"812", "Lao People's Democratic Republic"},
    {"816", "North Vietnam", 19450902, 19760701}, {"816", "Viet Nam"}, {"816", "Democratic Republic of Vietnam"},
    {"817", "Republic of Vietnam"}, {"817", "Republic of Viet-Nam"}, {"820", "Malaya", 0, 19630915},
    {"835", "Brunei Darussalam"}, {"860", "East Timor", 0, 20020519}, {"935", "New Hebrides", 0, 19800729},
    {"940", "British Solomon Islands", 0, 19780706}, {"946", "Gilbert Islands", 19760101, 19790711},
    {"947", "Ellice Islands", 0, 19780930}, {"987", "Federated States of Micronesia"},
    {"987", "Micronesia (Federated States of)"}, {"990", "Western Samoa", 0, 19970703}, {"VAT", "Vatican City"},
    {"PSE", "State of Palestine"}, {"PSE", "Palestinian Territories"}, {"HKG", "Hong Kong SAR China"},
    {"MAC", "Macao SAR China"}, {"MAC", "Macau"},
});
// clang-format on

} // namespace geostance::io::detail::crosswalk_table

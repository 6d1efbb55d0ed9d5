// SPDX-License-Identifier: BSL-1.0
// Small event files of our own.
#pragma once

#include <geostance/data/event/detail/gdelt_columns.hpp>

#include <array>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace event_rows {

/// What a row of GDELT is about; the rest is filled in.
struct gdelt {
    std::string day = "20240328";
    std::string source = "RUSGOV";
    std::string source_country = "RUS";
    std::string target = "USA";
    std::string target_country = "USA";
    std::string code = "129";
    std::string value = "-5.0";
    std::string mentions = "4";
    std::string quad = "3";
    std::string id = "1";
};

inline std::string joined(std::vector<std::string> const& fields) {
    std::string text;
    for (auto const& f : fields) (text += f) += '\t';
    text.back() = '\n';
    return text;
}

/// A row of version 2 (61 columns), or of version 1 (58 columns, or 57 without the address).
inline std::string row(gdelt const& g, std::size_t columns = 61) {
    std::vector<std::string> fields(columns);
    geostance::io::detail::gdelt::places const at;
    fields[at.id] = g.id;
    fields[at.day] = g.day;
    fields[at.source_code] = g.source;
    fields[at.source_country] = g.source_country;
    fields[at.target_code] = g.target;
    fields[at.target_country] = g.target_country;
    fields[at.event_code] = g.code;
    fields[at.root_code] = g.code.substr(0, 2);
    fields[at.quad] = g.quad;
    fields[at.goldstein] = g.value;
    fields[at.mentions] = g.mentions;
    fields[at.sources] = "2";
    fields[at.articles] = "3";
    fields[columns == 57 ? 56 : columns - 2] = columns == 61 ? "20240329101500" : "20240329";
    if (columns != 57) fields[columns - 1] = "https://example.org/" + g.id;
    return joined(fields);
}

/// A row of some states, some of them unknown, and some codes.
inline std::string random_row(std::mt19937& random, std::size_t id) {
    constexpr std::array<char const*, 5> states{"RUS", "USA", "CHN", "", "FRA"};
    constexpr std::array<char const*, 4> codes{"129", "010", "190", "043"};
    constexpr std::array<char const*, 4> quads{"3", "1", "4", "1"};
    auto const code = random() % codes.size();
    return row({.day = "202403" + std::to_string(10 + random() % 20),
                .source_country = states[random() % states.size()],
                .target_country = states[random() % states.size()],
                .code = codes[code],
                .mentions = std::to_string(random() % 100),
                .quad = quads[code],
                .id = std::to_string(id)});
}

inline const std::string icews_headings = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent "
                                          "Text\tCAMEO Code\tIntensity\tTarget Name\t"
                                          "Target Sectors\tTarget Country\tStory ID\tSentence "
                                          "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\t"
                                          "Longitude\n";

inline std::string icews_row(std::string const& source, std::string const& source_country, std::string const& code,
                             std::string const& value, std::string const& target, std::string const& target_country,
                             std::string const& day = "2018-06-01") {
    return joined(
        {"7", day, source,    "\"Government", source_country, "text", code, value, target, "NA", target_country,
         "1", "2", "A Paper", "NA",           "NA",           "NA",   "NA", "1.5", "2.5"});
}

/// In another order than the documented one, which does not matter, and without columns that are not read.
inline const std::string polecat_headings =
    "Event ID\tEvent Type\tEvent Mode\tEvent Date\tIntensity\tActor Name\tActor Country\tRecipient Name\t"
    "Recipient Country\tSource\tPublication Date\n";

} // namespace event_rows

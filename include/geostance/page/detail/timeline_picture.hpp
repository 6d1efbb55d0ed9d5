// SPDX-License-Identifier: BSL-1.0
/// @file
/// Positions through time: a strip for each pair, with a cell for each stretch between two days of change.
#pragma once

#include <geostance/page/detail/columns.hpp>
#include <geostance/page/detail/pictures.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace geostance::page::detail {

/// The pairs of a timeline, those whose attitude changes first, then the weightiest; at most so many.
[[nodiscard]] inline std::vector<number> timeline_pairs(content const& all, std::size_t most) {
    std::vector<std::size_t> changes(all.pairs.size());
    std::vector<bool> is_held(all.pairs.size());
    std::vector<number> before(all.pairs.size(), nothing);
    for (number d = 0; d < all.days.size(); ++d) {
        auto const now = answers_by_pair(all, find_reading(all, 0, d));
        for (std::size_t i = 0; i < now.size(); ++i) {
            is_held[i] = is_held[i] || now[i] != nothing;
            if (now[i] != before[i] && now[i] != nothing && before[i] != nothing &&
                all.answers[now[i]].attitude != all.answers[before[i]].attitude)
                ++changes[i];
        }
        before = now;
    }
    std::vector<number> result;
    for (number i = 0; i < all.pairs.size(); ++i)
        if (is_held[i]) result.push_back(i);
    std::stable_sort(result.begin(), result.end(), [&](number a, number b) { return changes[a] > changes[b]; });
    if (result.size() > most) result.resize(most);
    return result;
}

/// Strips below a scale of days; dots on the scale for what happened.
[[nodiscard]] inline std::string timeline_picture(content const& all, std::vector<number> const& pairs,
                                                  picture_size const& size) {
    bool const is_narrow = size.width < 600;
    double const names = is_narrow ? 4 : 360;
    double const slot = (size.width - names - 8) / static_cast<double>(std::max<std::size_t>(all.days.size(), 1));
    double const cell = 20;
    double const row = is_narrow ? 42 : 26;
    double const top = 86;
    double const height = top + 22 + row * static_cast<double>(pairs.size()) + 8;
    auto const x_of = [&](number day) { return names + slot * day; };
    std::string out =
        svg_begin("timeline " + std::string(size.name), size.width, height, "Positions on each day of change");
    double last_label = -100;
    out += "<g class=\"scale\">";
    for (number d = 0; d < all.days.size(); ++d) {
        double const x = x_of(d) + slot / 2;
        if (x - last_label >= 13) {
            out +=
                "<text" + attribute("x", 0) + attribute("y", 0) +
                attribute("transform", "translate(" + coordinate(x + 4) + ' ' + coordinate(top - 8) + ") rotate(-90)") +
                '>' + escaped(all.days[d]) + "</text>\n";
            last_label = x;
        }
        auto const happened =
            std::count_if(all.events.begin(), all.events.end(), [d](shown_event const& e) { return e.at == d; });
        if (happened == 0) continue;
        out += "<circle class=\"happened\"" + attribute("cx", x) + attribute("cy", top + 8) +
               attribute("r", std::min(2.5 + 0.7 * static_cast<double>(happened), std::min(slot / 2, 8.0))) +
               "><title>";
        for (auto const& e : all.events)
            if (e.at == d) out += escaped(e.day + ": " + e.what) + '\n';
        out += "</title></circle>\n";
    }
    out += "</g>\n";
    std::vector<std::vector<number>> by_day;
    for (number d = 0; d < all.days.size(); ++d) by_day.push_back(answers_by_pair(all, find_reading(all, 0, d)));
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        auto const& p = all.pairs[pairs[i]];
        auto const label = all.nodes[p.who].name + " on " + all.nodes[p.target].name;
        double const y = top + 22 + row * static_cast<double>(i);
        double const cell_top = is_narrow ? y + 16 : y;
        auto const shown = cut_to_width(label, is_narrow ? 12 : 13.5, is_narrow ? size.width - 8 : names - 12);
        out += "<g class=\"row\"><title>" + escaped(label) + "</title>" +
               text_lines({shown}, {is_narrow ? names : names - 8, is_narrow ? y + 11 : y + 15}, 0,
                          is_narrow ? "start" : "end");
        for (number d = 0; d < all.days.size(); ++d) {
            auto const answer = by_day[d][pairs[i]];
            auto const how = answer == nothing ? attitude::none : all.answers[answer].attitude;
            out += "<g" + attribute("class", "cell " + std::string(to_string(how))) +
                   attribute("data-cell", std::to_string(pairs[i])) + attribute("data-day", std::to_string(d)) +
                   "><rect" + attribute("x", x_of(d)) + attribute("y", cell_top) +
                   attribute("width", std::max(slot - 1, 1.0)) + attribute("height", cell) + "/>";
            if (slot >= 9)
                out += "<text" + attribute("x", x_of(d) + slot / 2) + attribute("y", cell_top + 15) +
                       " text-anchor=\"middle\">" + std::string(mark_of(how)) + "</text>";
            out += "</g>";
        }
        out += "</g>\n";
    }
    return out + "</svg>\n";
}

} // namespace geostance::page::detail

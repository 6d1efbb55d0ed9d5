// SPDX-License-Identifier: BSL-1.0
/// @file
/// Who stands where as a grid: holders in rows, what they stand on in columns, a sign in each cell.
#pragma once

#include <geostance/page/detail/pictures.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace geostance::page::detail {

/// Supporters of what is shown come first, opponents last: alike rows stand together.
inline void order_by_attitude(std::vector<number>& holders, content const& all, std::vector<number> const& pairs,
                              std::vector<number> const& answers) {
    std::map<number, double> sums;
    for (auto const i : pairs)
        if (answers[i] != nothing) sums[all.pairs[i].who] += all.answers[answers[i]].value;
    std::stable_sort(holders.begin(), holders.end(), [&](number a, number b) { return sums[a] > sums[b]; });
}

[[nodiscard]] inline std::string node_begin(content const& all, number id) {
    return "<g class=\"node\"" + attribute("data-node", std::to_string(id)) + "><title>" + escaped(all.nodes[id].name) +
           "</title>";
}

/// A column's name, from the bottom upwards, in two lines where the column is wide enough.
[[nodiscard]] inline std::string grid_heading(content const& all, number id, point at, box const& room, double text) {
    auto const lines =
        wrapped(all.nodes[id].name, text, room.bottom - room.top - 8, room.right - room.left >= 3 * text ? 2 : 1);
    std::string out = node_begin(all, id);
    double x = at.x + text * (lines.size() == 1 ? 0.35 : -0.4);
    for (auto const& line : lines) {
        out += "<text x=\"0\" y=\"0\"" +
               attribute("transform", "translate(" + coordinate(x) + ' ' + coordinate(at.y) + ") rotate(-90)") + '>' +
               escaped(line) + "</text>";
        x += text * 1.5;
    }
    return out + "</g>\n";
}

[[nodiscard]] inline std::string grid_cell(content const& all, number pair, number answer, box const& b) {
    auto const how = answer == nothing ? attitude::none : all.answers[answer].attitude;
    auto const& ends = all.pairs[pair];
    return "<g" + attribute("class", "cell " + std::string(to_string(how))) +
           attribute("data-pair", std::to_string(pair)) + "><title>" +
           escaped(all.nodes[ends.who].name + " → " + all.nodes[ends.target].name) + "</title><rect" +
           attribute("x", b.left + 1) + attribute("y", b.top + 1) + attribute("width", b.right - b.left - 2) +
           attribute("height", b.bottom - b.top - 2) + " rx=\"3\"/><text" + attribute("x", (b.left + b.right) / 2) +
           attribute("y", b.top + (b.bottom - b.top) * 0.7) + " text-anchor=\"middle\">" + std::string(mark_of(how)) +
           "</text></g>";
}

/// The room for columns: what is right of the names.
[[nodiscard]] inline double grid_room(picture_size const& size) { return size.width - size.left - 8; }

/// How many columns of a grid are drawn: as many as fit the width.
[[nodiscard]] inline std::size_t grid_columns(selection const& shown, picture_size const& size) {
    constexpr double least_cell = 26;
    return std::min(shown.targets.size(), static_cast<std::size_t>(grid_room(size) / least_cell));
}

/// The size with so much room for the names of holders as the longest takes, but no more than a third of the width.
[[nodiscard]] inline picture_size with_room_for_names(content const& all, selection const& shown, picture_size size) {
    for (auto const who : shown.holders)
        size.left = std::max(size.left, std::min(text_width(all.nodes[who].name, size.text) + 13, size.width * 0.3));
    return size;
}

/// Draws the grid. What does not fit the width is left out: the last columns.
[[nodiscard]] inline std::string stands_in_grid(content const& all, selection shown, picture_size const& of_picture) {
    constexpr double row = 24;
    auto const size = with_room_for_names(all, shown, of_picture);
    auto const answers = answers_by_pair(all, 0);
    order_by_attitude(shown.holders, all, shown.pairs, answers);
    shown.targets.resize(grid_columns(shown, size));
    double const cell = std::min(grid_room(size) / static_cast<double>(shown.targets.size()), 64.0);
    double const top = size.width < 600 ? 150 : 190;
    std::map<std::pair<number, number>, number> pair_at;
    for (auto const i : shown.pairs) pair_at[{all.pairs[i].who, all.pairs[i].target}] = i;
    std::string out = svg_begin("stands grid " + std::string(size.name), size.width,
                                top + row * static_cast<double>(shown.holders.size()) + 8,
                                "Who stands where: holders in rows, what they stand on in columns");
    auto const left_of = [&](std::size_t column) { return size.left + cell * static_cast<double>(column); };
    for (std::size_t c = 0; c < shown.targets.size(); ++c)
        out += grid_heading(all, shown.targets[c], {left_of(c) + cell / 2, top - 8},
                            {left_of(c), 0, left_of(c) + cell, top - 8}, size.text - 1);
    for (std::size_t r = 0; r < shown.holders.size(); ++r) {
        auto const who = shown.holders[r];
        double const y = top + row * static_cast<double>(r);
        out += node_begin(all, who) +
               text_lines({cut_to_width(all.nodes[who].name, size.text, size.left - 12)},
                          {size.left - 8, y + row * 0.68}, 0, "end") +
               "</g>\n";
        for (std::size_t c = 0; c < shown.targets.size(); ++c)
            if (auto const found = pair_at.find({who, shown.targets[c]}); found != pair_at.end())
                out +=
                    grid_cell(all, found->second, answers[found->second], {left_of(c), y, left_of(c) + cell, y + row});
    }
    return out + "</svg>\n";
}

/// Who stands where: lines between columns, or, where these would be a tangle, a grid.
[[nodiscard]] inline std::string stands_picture(content const& all, selection const& shown, picture_size const& size) {
    return is_dense(shown) ? stands_in_grid(all, shown, size) : stands_in_columns(all, shown, size);
}

} // namespace geostance::page::detail

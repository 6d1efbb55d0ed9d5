// SPDX-License-Identifier: BSL-1.0
/// @file
/// A picture in two columns of names with lines between them: no line crosses a name, at whatever width.
#pragma once

#include <geostance/page/detail/svg.hpp>
#include <geostance/page/detail/text_width.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::page::detail {

/// The sizes of a picture, in its own unit, which is a pixel where the page is as wide as the picture.
struct picture_size {
    double width = 1100;
    double left = 240;  ///< of the left column
    double right = 330; ///< of the right column
    double text = 14;   ///< of the letters
    std::string_view name = "wide";
};
inline constexpr picture_size wide_picture{};
inline constexpr picture_size narrow_picture{360, 112, 132, 12, "narrow"};

/// A name in a column.
struct column_item {
    std::string name{};
    std::string kind{};
    std::uint32_t id = 0;
    bool is_left = true;
    std::string heading{}; ///< stands above it; a block begins
};

/// A line between two names.
struct column_line {
    std::size_t from = 0; ///< among the items
    std::size_t to = 0;
    attitude how = attitude::none; ///< none: the line is hidden until another reading is chosen
    double weight = 0;
    std::string title{};
    std::string attributes{}; ///< what the script finds it by
    bool is_strong = false;   ///< stands out
};

/// Draws columns.
class column_picture {
public:
    column_picture(picture_size const& size, std::vector<column_item> items, std::vector<column_line> lines)
        : size_(size), items_(std::move(items)), lines_(std::move(lines)) {}

    [[nodiscard]] std::string draw(std::string_view kind, std::string_view title) {
        place_items();
        std::string ties;
        std::string marks;
        draw_lines(ties, marks);
        std::string out = svg_begin(std::string(kind) + ' ' + std::string(size_.name), size_.width, height_, title);
        out += "<g class=\"ties\">" + ties + "</g>\n<g class=\"marks\">" + marks + "</g>\n<g class=\"nodes\">";
        for (std::size_t i = 0; i < items_.size(); ++i) draw_item(out, i);
        return out + "</g>\n</svg>\n";
    }

private:
    struct placed {
        std::vector<std::string> lines{};
        double top = 0;
        double height = 0;
        double heading = 0; ///< its height
        point anchor{};     ///< where lines begin and end
    };

    [[nodiscard]] double line_height() const { return size_.text * 1.2; }
    [[nodiscard]] double edge(bool is_left) const { return is_left ? size_.left : size_.width - size_.right; }
    [[nodiscard]] double mark_radius() const { return size_.text * 0.46; }

    /// Both columns begin at the top and end at the bottom, with equal gaps.
    void place_items() {
        constexpr double least_gap = 9;
        constexpr double margin = 8;
        places_.resize(items_.size());
        double heights[2] = {0, 0};
        std::size_t counts[2] = {0, 0};
        for (std::size_t i = 0; i < items_.size(); ++i) {
            auto& p = places_[i];
            auto const room = (items_[i].is_left ? size_.left : size_.right) - 18;
            p.lines = wrapped(items_[i].name, size_.text, room, 3);
            p.height = static_cast<double>(p.lines.size()) * line_height();
            p.heading = items_[i].heading.empty() ? 0 : line_height() * 1.9;
            heights[items_[i].is_left ? 0 : 1] += p.height + p.heading + least_gap;
            ++counts[items_[i].is_left ? 0 : 1];
        }
        height_ = std::max(heights[0], heights[1]) + 2 * margin;
        for (auto const side : {0U, 1U}) {
            if (counts[side] == 0) continue;
            double const spare = height_ - 2 * margin - heights[side];
            double const gap = least_gap + std::min(spare / static_cast<double>(counts[side]), 40.0);
            double y = margin + gap / 2;
            for (std::size_t i = 0; i < items_.size(); ++i) {
                if (items_[i].is_left != (side == 0)) continue;
                auto& p = places_[i];
                p.top = y + p.heading;
                p.anchor = {edge(items_[i].is_left), p.top + p.height / 2};
                y = p.top + p.height + gap;
            }
        }
    }

    /// Between columns an S; within a column an arc, the wider the farther apart its ends are.
    [[nodiscard]] curve curve_of(column_line const& line) const {
        auto const a = places_[line.from].anchor;
        auto const d = places_[line.to].anchor;
        double const between = edge(false) - edge(true);
        double reach = between * 0.45;
        if (items_[line.from].is_left == items_[line.to].is_left)
            reach = std::min(between * 0.85, 24 + std::abs(a.y - d.y) * 0.5);
        auto const inward = [&](std::size_t item) { return items_[item].is_left ? reach : -reach; };
        return {a, {a.x + inward(line.from), a.y}, {d.x + inward(line.to), d.y}, d};
    }

    void draw_lines(std::string& ties, std::string& marks) {
        mark_places places(mark_radius());
        // Lines that are seen at first get the better places.
        for (bool const hidden : {false, true})
            for (auto const& line : lines_) {
                if ((line.how == attitude::none) != hidden) continue;
                auto const c = curve_of(line);
                auto const classes = std::string(to_string(line.how)) + (line.is_strong ? " strong" : "");
                ties += "<path" + attribute("class", "tie " + classes) + line.attributes + attribute("d", c.path()) +
                        attribute("stroke-width", line_width(line.weight)) + "><title>" + escaped(line.title) +
                        "</title></path>\n";
                point at{};
                if (places.place(c, at))
                    marks += "<g" + attribute("class", "mark " + classes) + line.attributes + '>' +
                             mark(at, mark_radius(), mark_of(line.how)) + "</g>\n";
            }
    }

    void draw_item(std::string& out, std::size_t i) const {
        auto const& item = items_[i];
        auto const& p = places_[i];
        double const outward = item.is_left ? -9 : 9;
        std::string_view const anchor = item.is_left ? "end" : "start";
        double const x = p.anchor.x + outward;
        if (!item.heading.empty())
            out += "<g class=\"heading\">" +
                   text_lines({cut_to_width(item.heading, size_.text, (item.is_left ? size_.left : size_.right) - 12)},
                              {x, p.top - line_height() * 0.45}, line_height(), anchor) +
                   "</g>\n";
        auto kind = item.kind;
        std::replace(kind.begin(), kind.end(), ' ', '-');
        out += "<g" + attribute("class", "node kind-" + kind) + attribute("data-node", std::to_string(item.id)) +
               text_attributes_of(item.name) + "><title>" + escaped(item.name) + "</title><circle" +
               attribute("cx", p.anchor.x) + attribute("cy", p.anchor.y) + " r=\"3.5\"/>" +
               text_lines(p.lines, {x, p.top + size_.text * 0.93}, line_height(), anchor) + "</g>\n";
    }
    [[nodiscard]] static std::string text_attributes_of(std::string_view name) {
        auto const language = language_of(name);
        return language.empty() ? std::string() : attribute("lang", language);
    }

    picture_size size_;
    std::vector<column_item> items_;
    std::vector<column_line> lines_;
    std::vector<placed> places_;
    double height_ = 0;
};

} // namespace geostance::page::detail

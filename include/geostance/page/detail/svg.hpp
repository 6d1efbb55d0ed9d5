// SPDX-License-Identifier: BSL-1.0
/// @file
/// What all pictures share: numbers, words for signs, boxes that must not overlap, texts of several lines.
#pragma once

#include <geostance/page/detail/escape.hpp>
#include <geostance/query/position/tally.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::page::detail {

/// A coordinate with one decimal.
[[nodiscard]] inline std::string coordinate(double value) {
    auto const tenths = std::llround(value * 10);
    auto const size = std::llabs(tenths);
    std::string text = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
    if (size % 10 != 0) text += '.' + std::to_string(size % 10);
    return text;
}

/// ` name="value"`
[[nodiscard]] inline std::string attribute(std::string_view name, std::string_view value) {
    return ' ' + std::string(name) + "=\"" + std::string(value) + '"';
}
[[nodiscard]] inline std::string attribute(std::string_view name, double value) {
    return attribute(name, coordinate(value));
}

/// The sign of an attitude: it is told apart by more than its colour.
[[nodiscard]] inline std::string_view mark_of(attitude a) noexcept {
    switch (a) {
    case attitude::supports: return "+";
    case attitude::opposes: return "−";
    case attitude::neutral: return "0";
    case attitude::mixed: return "±";
    default: return "";
    }
}

/// How wide a line is, by the weight of the evidence behind it.
[[nodiscard]] inline double line_width(double weight) { return 1.2 + 1.5 * std::sqrt(std::min(weight, 4.0)); }

struct point {
    double x = 0;
    double y = 0;
};

struct box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] bool overlaps(box const& other) const noexcept {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};
[[nodiscard]] inline box box_around(point centre, double half_width, double half_height) noexcept {
    return {centre.x - half_width, centre.y - half_height, centre.x + half_width, centre.y + half_height};
}

/// A cubic curve from a to d.
struct curve {
    point a{}, b{}, c{}, d{};

    [[nodiscard]] point at(double part) const noexcept {
        double const u = 1 - part;
        double const wa = u * u * u, wb = 3 * u * u * part, wc = 3 * u * part * part, wd = part * part * part;
        return {wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y};
    }
    [[nodiscard]] std::string path() const {
        auto const put = [](point p) { return coordinate(p.x) + ' ' + coordinate(p.y); };
        return 'M' + put(a) + 'C' + put(b) + ' ' + put(c) + ' ' + put(d);
    }
};

/// Places signs on curves, so that they overlap neither each other nor anything else.
class mark_places {
public:
    explicit mark_places(double radius) : radius_(radius) {}

    void block(box const& b) { taken_.push_back(b); }

    /// Finds a place on the curve, near its middle if there is one.
    /// @return whether there is one
    [[nodiscard]] bool place(curve const& c, point& found) {
        constexpr int steps = 17;
        for (int i = 0; i <= steps; ++i) {
            auto const away = (i + 1) / 2;
            double const t = 0.5 + (i % 2 == 0 ? 1 : -1) * 0.4 * away / (steps / 2.0 + 1);
            found = c.at(t);
            auto const wanted = box_around(found, radius_ + 0.5, radius_ + 0.5);
            bool const is_free =
                std::none_of(taken_.begin(), taken_.end(), [&](box const& b) { return b.overlaps(wanted); });
            if (!is_free) continue;
            taken_.push_back(wanted);
            return true;
        }
        return false;
    }

private:
    double radius_;
    std::vector<box> taken_;
};

/// A text of several lines. `anchor` is start, middle or end; y is the base of the first line.
[[nodiscard]] inline std::string text_lines(std::vector<std::string> const& lines, point at, double line_height,
                                            std::string_view anchor) {
    std::string out = "<text" + attribute("x", at.x) + attribute("y", at.y) + attribute("text-anchor", anchor) + '>';
    if (lines.size() == 1) return out + escaped(lines[0]) + "</text>";
    for (std::size_t i = 0; i < lines.size(); ++i)
        out += "<tspan" + attribute("x", at.x) + attribute("dy", i == 0 ? 0 : line_height) + '>' + escaped(lines[i]) +
               "</tspan>";
    return out + "</text>";
}

/// A sign in a circle.
[[nodiscard]] inline std::string mark(point at, double radius, std::string_view text) {
    return "<circle" + attribute("cx", at.x) + attribute("cy", at.y) + attribute("r", radius) + "/><text" +
           attribute("x", at.x) + attribute("y", at.y + radius * 0.62) + " text-anchor=\"middle\">" +
           std::string(text) + "</text>";
}

/// The beginning of a picture; it ends with `</svg>`.
[[nodiscard]] inline std::string svg_begin(std::string_view kind, double width, double height, std::string_view title) {
    return "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("class", "picture " + std::string(kind)) +
           attribute("viewBox", "0 0 " + coordinate(width) + ' ' + coordinate(height)) + attribute("width", width) +
           attribute("height", height) + " role=\"img\"" + attribute("aria-label", escaped(title)) + ">\n<title>" +
           escaped(title) + "</title>\n";
}

} // namespace geostance::page::detail

// SPDX-License-Identifier: BSL-1.0
// The boxes that the texts and circles of a picture take, read from its SVG.
#pragma once

#include <geostance/page/detail/svg.hpp>
#include <geostance/page/detail/text_width.hpp>

#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace boxes {

using geostance::page::detail::box;

struct named_box {
    box where{};
    std::string what{};
};

/// The text behind the first ` name="` in a piece of markup.
inline std::string attribute(std::string_view tag, std::string const& name) {
    auto const wanted = ' ' + name + "=\"";
    auto const begin = tag.find(wanted);
    if (begin == std::string_view::npos) return {};
    auto const from = begin + wanted.size();
    return std::string(tag.substr(from, tag.find('"', from) - from));
}
inline double number(std::string_view tag, std::string const& name) { return std::atof(attribute(tag, name).c_str()); }

inline box line_box(std::string const& text, double x, double base, double size, std::string const& anchor) {
    double const width = geostance::page::detail::text_width(text, size);
    double const left = anchor == "end" ? x - width : anchor == "middle" ? x - width / 2 : x;
    return {left, base - 0.75 * size, left + width, base + 0.2 * size};
}

/// The circles of signs, and every line of every text that is neither in such a circle nor turned.
inline std::vector<named_box> of(std::string const& svg, double size) {
    std::vector<named_box> found;
    bool is_in_mark = false;
    double x = 0;
    double base = 0;
    std::string anchor;
    for (std::size_t at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
        auto const end = svg.find('>', at);
        auto const tag = std::string_view(svg).substr(at, end - at);
        auto const text = svg.substr(end + 1, svg.find('<', end) - end - 1);
        if (tag.starts_with("<g ")) is_in_mark = attribute(tag, "class").starts_with("mark");
        if (tag.starts_with("<circle") && is_in_mark) {
            double const r = number(tag, "r");
            found.push_back(
                {{number(tag, "cx") - r, number(tag, "cy") - r, number(tag, "cx") + r, number(tag, "cy") + r}, "sign"});
        }
        if (tag.starts_with("<text") && !is_in_mark && attribute(tag, "transform").empty()) {
            x = number(tag, "x");
            base = number(tag, "y");
            anchor = attribute(tag, "text-anchor");
            if (!text.empty()) found.push_back({line_box(text, x, base, size, anchor), text});
        }
        if (tag.starts_with("<tspan")) {
            base += number(tag, "dy");
            found.push_back({line_box(text, x, base, size, anchor), text});
        }
    }
    return found;
}

/// Two things that lie on each other; empty if none do.
inline std::string overlap(std::vector<named_box> const& all) {
    for (std::size_t i = 0; i < all.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (all[i].where.overlaps(all[j].where)) return all[j].what + " and " + all[i].what;
    return {};
}

} // namespace boxes

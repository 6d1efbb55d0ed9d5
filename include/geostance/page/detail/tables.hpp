// SPDX-License-Identifier: BSL-1.0
/// @file
/// The tables of a page: what its pictures show, in words that are read without script, aloud, and on paper.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/page/detail/content.hpp>
#include <geostance/page/detail/escape.hpp>
#include <geostance/page/detail/svg.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::page::detail {

/// An element that holds a text of the record.
[[nodiscard]] inline std::string element(std::string_view tag, std::string_view text, std::string_view more = {}) {
    std::string out = "<" + std::string(tag);
    out += more;
    out += text_attributes(text);
    return out + '>' + escaped(text) + "</" + std::string(tag) + '>';
}

/// An attitude as a sign and a word, coloured.
[[nodiscard]] inline std::string attitude_badge(attitude a) {
    auto const name = std::string(to_string(a));
    return "<span class=\"badge " + name + "\"><b aria-hidden=\"true\">" + std::string(mark_of(a)) + "</b> " + name +
           "</span>";
}

/// How a piece of evidence counts, where that needs saying.
[[nodiscard]] inline std::string remarks_on(content const& all, shown_piece const& piece) {
    std::string text;
    auto const add = [&](bool applies, std::string_view remark) {
        if (applies) text += (text.empty() ? "" : "; ") + std::string(remark);
    };
    auto const effect = piece.via == nothing ? std::string() : ": " + all.relations[piece.via].sentence;
    add(piece.how != derivation::direct, std::string(to_string(piece.how)) + effect);
    add(piece.replaced, "before: something newer took its place");
    add(piece.repeats, "reports what is counted already");
    add(!piece.is_sure, "may not hold that day");
    return text;
}

/// One piece of evidence: what it says, in whose words, where it can be read.
[[nodiscard]] inline std::string evidence_item(content const& all, shown_piece const& piece) {
    auto const& r = all.relations[piece.relation];
    std::string out = piece.replaced || piece.repeats ? "<li class=\"idle\">" : "<li>";
    out += element("strong", r.sentence);
    if (auto const remarks = remarks_on(all, piece); !remarks.empty()) out += " <em>(" + escaped(remarks) + ")</em>";
    if (!r.note.empty()) out += element("p", r.note);
    if (!r.said_in.empty()) out += element("p", r.said_in, " class=\"said\"");
    if (!r.quote.empty())
        out += "<blockquote dir=\"auto\"" +
               (r.language.empty() ? std::string() : attribute("lang", escaped(r.language))) + '>' + escaped(r.quote) +
               "</blockquote>";
    out += "<p class=\"place\">" + element("span", r.place);
    if (!r.link.empty()) out += " <a rel=\"noreferrer\" href=\"" + escaped(r.link) + "\">read it there</a>";
    return out + "</p></li>\n";
}

[[nodiscard]] inline std::string evidence_list(content const& all, number foundation, std::size_t pieces) {
    auto const number_text = std::to_string(pieces) + (pieces == 1 ? " piece" : " pieces");
    if (foundation == 0) return number_text + ", not told on this page";
    std::string out = "<details><summary>" + number_text + "</summary><ul class=\"evidence\">\n";
    for (auto const& piece : all.foundations[foundation]) out += evidence_item(all, piece);
    return out + "</ul></details>";
}

/// A value as the table shows it, with two decimals at most.
[[nodiscard]] inline std::string value_text(double value) {
    auto text = geostance::detail::rounded_text(value);
    if (text.starts_with('-')) text.replace(0, 1, "−");
    return text;
}

/// The cells of a row that name who holds a position, and on what.
[[nodiscard]] inline std::string pair_cells(content const& all, shown_pair const& pair) {
    return element("th", all.nodes[pair.who].name, " scope=\"row\" data-label=\"Who\"") +
           element("td", all.nodes[pair.target].name, " data-label=\"On\"");
}

/// The positions of the first reading, the weightiest first.
[[nodiscard]] inline std::string positions_table(content const& all, std::size_t most) {
    std::string out =
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"positions\"><table "
        "id=\"positions\"><caption>Who stands where, weightiest "
        "first</caption>\n<thead><tr>"
        "<th scope=\"col\" data-sort=\"who\">Who</th><th scope=\"col\" data-sort=\"target\">On whom or what</th>"
        "<th scope=\"col\" data-sort=\"attitude\">Position</th><th scope=\"col\" data-sort=\"value\">Value</th>"
        "<th scope=\"col\" data-sort=\"pieces\">Evidence</th></tr></thead>\n<tbody id=\"rows\">\n";
    for (std::size_t i = 0; i < std::min(most, all.readings[0].held.size()); ++i) {
        auto const& held = all.readings[0].held[i];
        auto const& answer = all.answers[held.answer];
        out += "<tr>" + pair_cells(all, all.pairs[held.pair]) + "<td data-label=\"Position\">" +
               attitude_badge(answer.attitude) + (answer.is_sure ? "" : " <em>maybe</em>") +
               "</td><td data-label=\"Value\" class=\"number\">" + value_text(answer.value) +
               "</td><td data-label=\"Evidence\">" + evidence_list(all, held.foundation, answer.pieces) +
               "</td></tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

/// The names of nodes, in a list that is read as a sentence.
[[nodiscard]] inline std::string names_text(content const& all, std::vector<number> const& nodes) {
    std::string text;
    for (auto const n : nodes) text += (text.empty() ? "" : ", ") + element("bdi", all.nodes[n].name);
    return text;
}

/// The camps of one result, and the ties that fit none.
[[nodiscard]] inline std::string camps_list(content const& all, shown_camps const& camps) {
    std::string out = "<ul id=\"camps-list\">\n";
    std::vector<number> singles;
    std::size_t count = 0;
    for (auto const& camp : camps.members) {
        if (camp.size() == 1)
            singles.push_back(camp.front());
        else
            out += "<li><strong>Camp " + std::to_string(++count) + ":</strong> " + names_text(all, camp) + "</li>\n";
    }
    if (!singles.empty()) out += "<li><strong>With nobody:</strong> " + names_text(all, singles) + "</li>\n";
    for (auto const& m : camps.against)
        out += "<li class=\"misfit\"><strong>Fits no camp:</strong> " + element("bdi", all.nodes[m.first].name) +
               " and " + element("bdi", all.nodes[m.second].name) + ", " +
               (m.value > 0 ? "friends in two camps" : "at odds in one camp") + " (" + value_text(m.value) + ")</li>\n";
    if (camps.members.empty())
        out += "<li>No two holders have a tie in this reading.</li>\n";
    else if (camps.against.empty())
        out += "<li>Every tie fits: friends within a camp, enemies across.</li>\n";
    if (!camps.members.empty() && !camps.is_proven) out += "<li>It is not proven that no camps fit better.</li>\n";
    return out + "</ul>\n";
}

[[nodiscard]] inline std::string shifts_table(content const& all) {
    std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"changes of "
                      "positions\"><table><caption>Positions that changed</caption>\n<thead><tr><th "
                      "scope=\"col\">Since</th><th scope=\"col\">Who</th><th scope=\"col\">On</th><th "
                      "scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n<tbody>\n";
    for (auto const& s : all.shifts) {
        auto const badge = [](std::string const& name) {
            return attitude_badge(from_string<attitude>(name).value_or(attitude::none));
        };
        out += "<tr><td data-label=\"Since\">" + escaped(s.since) + "</td>" + pair_cells(all, all.pairs[s.pair]) +
               "<td data-label=\"Before\">" + badge(s.before) + "</td><td data-label=\"After\">" + badge(s.after) +
               "</td></tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

/// A table of positions that differ.
/// @param label what it is, for who cannot see it, escaped
/// @param caption as markup
/// @param more attributes of its rows' element
[[nodiscard]] inline std::string differences_table(std::string_view label, std::string_view caption,
                                                   std::string_view more, std::string_view rows) {
    std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"";
    out += label;
    out += "\"><table><caption>";
    out += caption;
    out += "</caption>\n<thead><tr><th scope=\"col\">Who</th><th scope=\"col\">On</th><th "
           "scope=\"col\">Before</th><th scope=\"col\">After</th></tr></thead>\n<tbody";
    out += more;
    out += ">\n";
    out += rows;
    return out + "</tbody></table></div>\n";
}

/// Where the record and a supposition, or two suppositions, differ by the first account.
[[nodiscard]] inline std::string comparison_table(content const& all, shown_comparison const& c, std::size_t most) {
    auto const title = [&](number n) { return n == nothing ? "As recorded" : all.suppositions[n].title; };
    auto const cell = [&](std::string_view label, number n) {
        auto const& answer = all.answers[n];
        bool const is_held = answer.attitude != attitude::none;
        return "<td" + attribute("data-label", label) + "><span>" + attitude_badge(answer.attitude) +
               (is_held ? ' ' + value_text(answer.value) : std::string()) + "</span></td>";
    };
    std::string rows;
    auto const shown = std::min(most, c.differences.size());
    for (std::size_t i = 0; i < shown; ++i) {
        auto const& d = c.differences[i];
        rows += "<tr>" + pair_cells(all, pair_at(all, d.pair)) + cell("Before", d.before) + cell("After", d.after) +
                "</tr>\n";
    }
    auto const caption = element("bdi", title(c.from)) + " → " + element("bdi", title(c.to));
    if (rows.empty()) return "<p>" + caption + ": no position is another.</p>\n";
    auto const left_out = c.differences.size() - shown;
    return differences_table(escaped(title(c.from) + " → " + title(c.to)), caption, "", rows) +
           (left_out == 0 ? "" : "<p>And " + std::to_string(left_out) + " more, which are not shown.</p>\n");
}

/// What each supposition supposes.
[[nodiscard]] inline std::string suppositions_list(content const& all, std::size_t most) {
    std::string out = "<dl>\n";
    for (auto const& s : all.suppositions) {
        out += element("dt", s.title) + "<dd><ul>\n";
        auto const shown = std::min(most, s.supposed.size());
        for (std::size_t i = 0; i < shown; ++i) out += element("li", s.supposed[i]) + '\n';
        if (shown < s.supposed.size())
            out += "<li>And " + std::to_string(s.supposed.size() - shown) + " more, which are not listed.</li>\n";
        if (s.supposed.empty()) out += "<li>Nothing is supposed.</li>\n";
        out += "</ul></dd>\n";
    }
    return out + "</dl>\n";
}

[[nodiscard]] inline std::string events_table(content const& all) {
    std::string out = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"events\"><table><caption>What "
                      "was said and done, by day</caption>\n<thead><tr><th "
                      "scope=\"col\">Day</th><th scope=\"col\">What</th></tr></thead>\n<tbody>\n";
    for (auto const& e : all.events)
        out += "<tr><th scope=\"row\" data-label=\"Day\">" + escaped(e.day) + "</th>" +
               element("td", e.what, " data-label=\"What\"") + "</tr>\n";
    return out + "</tbody></table></div>\n";
}

} // namespace geostance::page::detail

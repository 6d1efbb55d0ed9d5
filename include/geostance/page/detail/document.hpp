// SPDX-License-Identifier: BSL-1.0
/// @file
/// The page around its pictures and tables.
#pragma once

#include <geostance/io/detail/text_sink.hpp>
#include <geostance/page/detail/content.hpp>
#include <geostance/page/detail/data.hpp>
#include <geostance/page/detail/grid_picture.hpp>
#include <geostance/page/detail/pictures.hpp>
#include <geostance/page/detail/script.hpp>
#include <geostance/page/detail/sha256.hpp>
#include <geostance/page/detail/style.hpp>
#include <geostance/page/detail/tables.hpp>
#include <geostance/page/detail/timeline_picture.hpp>
#include <geostance/page/options.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace geostance::page::detail {

using io::detail::text_sink;

/// Camps are drawn for so many results; the others are listed.
inline constexpr std::size_t most_camp_pictures = 12;

/// What a policy calls an inline script or style.
[[nodiscard]] inline std::string hash_source(std::string_view text) { return "'sha256-" + base64(sha256(text)) + '\''; }

/// Nothing is fetched, and no script or style runs but those of the page.
[[nodiscard]] inline std::string policy(std::string_view script, std::string_view style) {
    return "default-src 'none'; script-src " + hash_source(script) + "; style-src " + hash_source(style) +
           "; base-uri 'none'; form-action 'none'";
}

inline constexpr std::string_view controls = R"(<form id="controls" hidden="hidden" data-scripted="">
<label>By whose account <select id="account"></select></label>
<label for="day">On which day <output id="day-said" for="day"></output><input id="day" type="range" min="0" step="1"/></label>
<label>In words, votes or deeds <select id="channel"></select></label>
<label>As known on <select id="known"></select></label>
</form>
<p id="said" role="status" aria-live="polite"></p>
)";

inline constexpr std::string_view table_filters = R"(<form id="filters" hidden="hidden" data-scripted="">
<label>Search names <input id="search" type="search"/></label>
<label>Kind <select id="kind"><option value="">any</option></select></label>
<label>Position <select id="attitude"><option value="">any</option><option>supports</option><option>opposes</option><option>mixed</option><option>neutral</option></select></label>
</form>
<p id="count" role="status"></p>
)";

/// Two lists to choose from, and the table of positions that differ, which the script fills.
/// @param name what the names of its parts begin with
[[nodiscard]] inline std::string comparison_control(std::string const& name, std::string_view caption) {
    return "<div class=\"two\"><label>From <select id=\"" + name + "-from\"></select></label> <label>To <select id=\"" +
           name + "-to\"></select></label></div>\n<p id=\"" + name + "-count\" role=\"status\"></p>\n" +
           differences_table(caption, caption, " id=\"" + name + "-rows\"", "");
}

/// What lines and signs mean.
[[nodiscard]] inline std::string legend(bool has_lines) {
    std::string out = "<ul class=\"legend\">";
    std::string_view const begin =
        has_lines
            ? "<li><svg class=\"picture\" width=\"46\" height=\"16\" viewBox=\"0 0 46 16\" aria-hidden=\"true\">"
            : "<li><svg class=\"picture\" width=\"16\" height=\"16\" viewBox=\"15 0 16 16\" aria-hidden=\"true\">";
    for (auto const a : {attitude::supports, attitude::opposes, attitude::mixed, attitude::neutral}) {
        auto const name = std::string(to_string(a));
        out += begin;
        if (has_lines) out += "<path class=\"tie " + name + "\" d=\"M0 8H46\" stroke-width=\"2.5\"/>";
        out += "<g class=\"mark ";
        out += name;
        out += "\">";
        out += mark({23, 8}, 6.5, mark_of(a));
        out += "</g></svg>";
        out += name;
        out += "</li>";
    }
    return out + (has_lines ? "<li>a wider line: more evidence</li></ul>\n" : "</ul>\n");
}

inline void put_section(text_sink& out, std::string_view id, std::string_view title) {
    out << "<section id=\"" << id << "\" aria-labelledby=\"" << id << "-title\">\n<h2 id=\"" << id << "-title\">"
        << title << "</h2>\n";
}

/// What the picture of who stands where leaves out, in sentences.
[[nodiscard]] inline std::string undrawn_stands(content const& all, selection const& shown, options const& options) {
    std::string out;
    auto const of = [](std::size_t some, std::size_t whole) {
        return std::to_string(some) + " of " + std::to_string(whole);
    };
    auto const held = all.readings[0].held.size();
    auto const answers = answers_by_pair(all, 0);
    auto const drawn = static_cast<std::size_t>(
        std::count_if(shown.pairs.begin(), shown.pairs.end(), [&](number pair) { return answers[pair] != nothing; }));
    if (drawn < held)
        out += "<p>The picture shows the weightiest " + of(drawn, held) + " positions; the table has " +
               (held <= options.rows ? "all" : std::to_string(options.rows) + ", and with the page's script all") +
               ".</p>\n";
    auto const wide = grid_columns(shown, with_room_for_names(all, shown, wide_picture));
    auto const narrow = grid_columns(shown, with_room_for_names(all, shown, narrow_picture));
    auto const columns = shown.targets.size();
    if (is_dense(shown) && narrow < columns)
        out += "<p>The wide picture has " + of(wide, columns) + " columns, the narrow one " + of(narrow, columns) +
               ".</p>\n";
    return out;
}

inline void put_stands(text_sink& out, content const& all, options const& options) {
    auto const shown = select(all, options.drawn);
    put_section(out, "stands", "Who stands where");
    out << "<figure>\n"
        << stands_picture(all, shown, wide_picture) << stands_picture(all, shown, narrow_picture) << "<figcaption>"
        << legend(!is_dense(shown)) << undrawn_stands(all, shown, options) << "</figcaption></figure>\n"
        << table_filters << positions_table(all, options.rows)
        << "<button id=\"more\" type=\"button\" hidden=\"hidden\">show more</button>\n</section>\n";
}

inline void put_camps(text_sink& out, content const& all, options const& options) {
    put_section(out, "camps", "Camps");
    out << "<p>Friends are in one camp, enemies in two, as far as the ties allow; a thick line fits no camp.</p>\n";
    auto const first = all.readings[0].camps;
    auto const pictures = std::min(all.camps.size(), most_camp_pictures);
    for (std::size_t i = 0; i < pictures; ++i) {
        if (all.camps[i].members.empty()) continue;
        out << "<figure data-camps=\"" << std::to_string(i) << '"' << (i == first ? "" : " hidden=\"hidden\"") << ">\n"
            << camps_picture(all, all.camps[i], wide_picture, options.drawn)
            << camps_picture(all, all.camps[i], narrow_picture, options.drawn);
        if (auto const drawn = ties_to_draw(all.camps[i]).size(); drawn < all.camps[i].ties.size())
            out << "<figcaption><p>The picture shows at most " << std::to_string(drawn) << " of "
                << std::to_string(all.camps[i].ties.size()) << " ties, between at most "
                << std::to_string(options.drawn)
                << " holders: those that fit no camp, and the strongest.</p></figcaption>";
        out << "</figure>\n";
    }
    out << "<div id=\"camps-list-place\">"
        << (first == nothing ? "<ul id=\"camps-list\"><li>Camps are not worked out.</li></ul>\n"
                             : camps_list(all, all.camps[first]))
        << "</div>\n</section>\n";
}

/// The changes of positions, and how many positions were looked at for them.
[[nodiscard]] inline std::string told_shifts(content const& all, options const& options) {
    auto const among = std::to_string(options.rows) + " of " + std::to_string(all.pairs.size());
    bool const is_whole = all.pairs.size() <= options.rows;
    if (all.shifts.empty())
        return is_whole ? "<p>No change of a position is recorded.</p>\n"
                        : "<p>No change is recorded of the weightiest " + among +
                              " positions; the others were not looked at.</p>\n";
    return shifts_table(all) +
           (is_whole ? "" : "<p>Changes were looked for in the weightiest " + among + " positions.</p>\n");
}

inline void put_timeline(text_sink& out, content const& all, options const& options) {
    put_section(out, "time", "Positions through time");
    auto const pairs = timeline_pairs(all, options.drawn);
    if (!all.days.empty() && !pairs.empty()) {
        out << "<figure>\n"
            << timeline_picture(all, pairs, wide_picture) << timeline_picture(all, pairs, narrow_picture)
            << "<figcaption><p>Each cell is the time from one day of change to the next; dots above are what was said "
               "and "
               "done. An empty cell: nothing is recorded.</p></figcaption></figure>\n";
    }
    out << told_shifts(all, options)
        << "<div hidden=\"hidden\" data-scripted=\"\">\n<h3>What is different between two days</h3>\n"
        << comparison_control("days", "Positions that differ between the two days") << "</div>\n"
        << (all.events.empty() ? "" : events_table(all)) << "</section>\n";
}

/// What would be otherwise: with the script, of the two that are chosen, by the chosen account; without it, of every
/// two, by the first account.
inline void put_suppositions(text_sink& out, content const& all, options const& options) {
    if (all.suppositions.empty()) return;
    put_section(out, "what-if", "What if");
    out << "<p>What would be otherwise if this were supposed. The rest of the page tells what is recorded.</p>\n"
        << suppositions_list(all, options.rows) << "<div hidden=\"hidden\" data-scripted=\"\">\n<h3>Compare</h3>\n"
        << comparison_control("supposed", "Positions that differ, by the chosen account, as each last stood")
        << "</div>\n<div data-unscripted=\"\">\n";
    for (auto const& c : all.comparisons) out << comparison_table(all, c, options.rows);
    out << "</div>\n</section>\n";
}

inline void put_rest(text_sink& out, content const& all) {
    if (!all.disputes.empty()) {
        put_section(out, "disputes", "In dispute");
        out << "<ul>\n";
        for (auto const& d : all.disputes) out << element("li", d) << '\n';
        out << "</ul>\n</section>\n";
    }
    if (all.left_out.empty()) return;
    put_section(out, "left-out", "What this page leaves out");
    out << "<ul>\n";
    for (auto const& sentence : all.left_out) out << "<li>" << escaped(sentence) << "</li>\n";
    out << "</ul>\n</section>\n";
}

/// The whole page.
inline void put_document(text_sink& out, content const& all, options const& options) {
    auto const title = safe_text(options.title);
    auto const style = '\n' + std::string(picture_style) + std::string(page_style);
    auto const script = std::string(page_script);
    out << "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"" << options.language
        << "\">\n<head>\n<meta charset=\"utf-8\"/>\n<meta name=\"viewport\" content=\"width=device-width, "
           "initial-scale=1\"/>\n<meta http-equiv=\"Content-Security-Policy\" content=\""
        << policy(script, style) << "\"/>\n<meta name=\"generator\" content=\"geostance\"/>\n<title>" << escaped(title)
        << "</title>\n<style>" << style << "</style>\n</head>\n<body>\n<header>\n"
        << element("h1", title) << "\n<p class=\"lead\">" << std::to_string(all.readings[0].held.size())
        << " positions, by whom, on what, since when, and on what evidence.</p>\n<nav aria-label=\"Parts of the "
           "page\"><ul><li><a href=\"#stands\">Who stands where</a></li><li><a href=\"#camps\">Camps</a></li><li><a "
           "href=\"#time\">Through time</a></li>"
        << (all.suppositions.empty() ? "" : "<li><a href=\"#what-if\">What if</a></li>")
        << "</ul></nav>\n</header>\n<main>\n"
        << controls;
    put_stands(out, all, options);
    put_camps(out, all, options);
    put_timeline(out, all, options);
    put_suppositions(out, all, options);
    put_rest(out, all);
    out << "</main>\n<footer><p>Every answer on this page was worked out from one record by geostance; the page "
           "fetches "
           "nothing.</p></footer>\n<script type=\"application/json\" id=\"data\">\n"
        << data_of(all) << "</script>\n<script>" << script << "</script>\n</body>\n</html>\n";
}

} // namespace geostance::page::detail

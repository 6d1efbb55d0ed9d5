// SPDX-License-Identifier: BSL-1.0
#include "evidence.hpp"
#include "output.hpp"
#include "terminal.hpp"

#include <geostance/safe_text.hpp>

#include <ostream>

namespace explorer {

namespace {

char const* code_of(tone t) {
    switch (t) {
    case tone::favourable: return "\x1B[32m";
    case tone::hostile: return "\x1B[31m";
    case tone::unsure: return "\x1B[33m";
    case tone::plain: break;
    }
    return "";
}

/// Writes lines: harmless, broken to the width, coloured where wanted.
class text_writer {
public:
    text_writer(std::ostream& out, style const& how) : out_(out), how_(how) {}

    void line(std::string_view text, std::size_t indent, char const* colour = "") {
        bool const coloured = how_.colour && *colour != 0;
        if (coloured) out_ << colour;
        for (auto const& part : wrapped(gs::safe_text(text), how_.width, indent)) out_ << part << '\n';
        if (coloured) out_ << "\x1B[0m";
    }

private:
    std::ostream& out_;
    style const& how_;
};

/// `at 1948, known by 2024, by Russia:`
std::string heading(reads parts, reading const& under) {
    std::string result;
    auto const add = [&](std::string const& word, std::string const& value) {
        if (!value.empty()) result += (result.empty() ? "" : ", ") + word + ' ' + value;
    };
    add("at", under.at);
    add("known by", under.known_by);
    if (parts != reads::days_and_sources && under.by != "own") add("by", under.by);
    return result.empty() ? "as recorded:" : result + ':';
}

void write_rows(text_writer& out, gs::stance_graph const& world, answer const& given, style const& how) {
    constexpr auto faint = "\x1B[2m";
    if (given.rows.empty() && !given.if_none.empty()) out.line(given.if_none, 0);
    for (auto const& r : given.rows) {
        out.line(r.sentence, 0, code_of(r.tone));
        if (!how.evidence) continue;
        for (auto const& p : r.evidence) {
            auto const lines = lines_of(world, p);
            for (std::size_t i = 0; i < lines.size(); ++i)
                out.line((i == 0 ? "- " : "") + lines[i], i == 0 ? 2 : 4, i == 0 ? "" : faint);
        }
    }
    if (!given.summary.empty()) out.line(given.summary, 0);
    for (auto const& note : given.notes) out.line(note, 0, faint);
}

} // namespace

void write_text(std::ostream& out, gs::stance_graph const& world, answered const& given, style const& how) {
    text_writer writer(out, how);
    for (std::size_t i = 0; i < given.answers.size(); ++i) {
        if (given.answers.size() > 1) {
            if (i > 0) out << '\n';
            writer.line(heading(given.asked.reads, given.under[i]), 0, "\x1B[1m");
        }
        write_rows(writer, world, given.answers[i], how);
    }
}

} // namespace explorer

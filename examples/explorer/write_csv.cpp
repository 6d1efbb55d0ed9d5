// SPDX-License-Identifier: BSL-1.0
#include "evidence.hpp"
#include "output.hpp"

#include <geostance/safe_text.hpp>

#include <array>
#include <charconv>
#include <ostream>
#include <string_view>

namespace explorer {

namespace {

/// A text as a spreadsheet may read it: nothing that acts in a terminal, and no formula.
std::string harmless(std::string_view text) {
    auto result = gs::safe_text(text);
    if (!result.empty() && std::string_view("=+-@").find(result.front()) != std::string_view::npos)
        result.insert(result.begin(), '\'');
    return result;
}

std::string quoted(std::string const& text) {
    if (text.find_first_of(",\"\n\r") == std::string::npos) return text;
    std::string result = "\"";
    for (auto const c : text) result += c == '"' ? std::string("\"\"") : std::string(1, c);
    return result + '"';
}

std::string csv_of(std::monostate) { return {}; }
std::string csv_of(bool value) { return value ? "TRUE" : "FALSE"; }
std::string csv_of(double value) {
    std::array<char, 32> digits{};
    return {digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr};
}
std::string csv_of(std::string const& value) { return quoted(harmless(value)); }
std::string csv_of(std::vector<std::string> const& values) {
    std::string result;
    for (auto const& value : values) result += (result.empty() ? "" : "; ") + value;
    return quoted(harmless(result));
}
std::string csv_of(cell const& c) {
    return std::visit([](auto const& value) { return csv_of(value); }, c);
}

void append(std::string& line, std::vector<cell> const& cells) {
    for (auto const& c : cells) line += (line.empty() ? "" : ",") + csv_of(c);
}

std::string heading(question const& asked, bool with_evidence) {
    std::string result = "question";
    for (auto const& name : reading_columns(asked.reads)) result += ',' + name;
    for (auto const& name : asked.columns) result += ',' + name;
    if (with_evidence)
        for (auto const& column : evidence_columns()) result += ",evidence_" + std::string(column.name);
    return result;
}

/// A line for each piece of evidence, each with the row before it; one line where there is none.
void write_evidence(std::ostream& out, gs::stance_graph const& world, row const& r, std::string const& begin) {
    for (auto const& p : r.evidence) {
        auto line = begin;
        for (auto const& column : evidence_columns()) line += ',' + csv_of(column.of(world, p));
        out << line << '\n';
    }
    if (r.evidence.empty()) out << begin << std::string(evidence_columns().size(), ',') << '\n';
}

} // namespace

void write_csv(std::ostream& out, gs::stance_graph const& world, answered const& given, style const& how) {
    out << heading(given.asked, how.evidence) << '\n';
    for (std::size_t i = 0; i < given.answers.size(); ++i)
        for (auto const& r : given.answers[i].rows) {
            std::string line = given.asked.name;
            append(line, reading_cells(given.asked.reads, given.under[i]));
            append(line, r.cells);
            if (how.evidence)
                write_evidence(out, world, r, line);
            else
                out << line << '\n';
        }
}

} // namespace explorer

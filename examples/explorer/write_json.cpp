// SPDX-License-Identifier: BSL-1.0
#include "evidence.hpp"
#include "output.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <ostream>

namespace explorer {

namespace {

using json = nlohmann::ordered_json;

/// A number, without a point where it is whole.
json json_of(double value) {
    auto const whole = static_cast<std::int64_t>(value);
    return static_cast<double>(whole) == value ? json(whole) : json(value);
}

json json_of(cell const& c) {
    return std::visit(
        []<class T>(T const& value) {
            if constexpr (std::same_as<T, std::monostate>)
                return json();
            else if constexpr (std::same_as<T, double>)
                return json_of(value);
            else
                return json(value);
        },
        c);
}

json json_of(gs::stance_graph const& world, std::vector<proof> const& evidence) {
    auto result = json::array();
    for (auto const& p : evidence) {
        json piece;
        for (auto const& column : evidence_columns()) piece[std::string(column.name)] = json_of(column.of(world, p));
        result.push_back(std::move(piece));
    }
    return result;
}

} // namespace

void write_json_lines(std::ostream& out, gs::stance_graph const& world, answered const& given, style const& how) {
    auto const reading_names = reading_columns(given.asked.reads);
    for (std::size_t i = 0; i < given.answers.size(); ++i) {
        auto const under = reading_cells(given.asked.reads, given.under[i]);
        for (auto const& r : given.answers[i].rows) {
            json line;
            line["question"] = given.asked.name;
            for (std::size_t c = 0; c < under.size(); ++c) line[reading_names[c]] = json_of(under[c]);
            for (std::size_t c = 0; c < r.cells.size(); ++c) line[given.asked.columns[c]] = json_of(r.cells[c]);
            if (how.evidence) line["evidence"] = json_of(world, r.evidence);
            // Letters beyond ASCII are written as \u, so that no terminal, pipe or locale changes them.
            out << line.dump(-1, ' ', true, json::error_handler_t::replace) << '\n';
        }
    }
}

} // namespace explorer

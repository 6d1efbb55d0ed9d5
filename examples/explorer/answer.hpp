// SPDX-License-Identifier: BSL-1.0
/// @file
/// What every question answers: rows under named columns, each with a sentence for people and its evidence. The writers
/// of text, JSON Lines, CSV and DOT know nothing else, so each question is written once.
#pragma once

#include <geostance/query/position/evidence.hpp>
#include <geostance/query/position/tally.hpp>

#include <cmath>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace gs = geostance;

namespace explorer {

/// What stands in a column: nothing, a truth, a number, a text, or several texts.
using cell = std::variant<std::monostate, bool, double, std::string, std::vector<std::string>>;

/// A number; nothing where it is NaN, as missing is never zero.
inline cell number(double value) { return std::isnan(value) ? cell() : cell(value); }
/// A count.
inline cell number(std::integral auto value) { return static_cast<double>(value); }
/// A text; nothing where it is empty.
inline cell text(std::string value) { return value.empty() ? cell() : cell(std::move(value)); }

/// A relation that an answer rests on.
struct proof {
    gs::any_relation relation{};            ///< the relation
    std::string role{};                     ///< how it bears on the answer: `direct`, `denial`
    std::optional<gs::evidence> bears = {}; ///< its part in a position, if the answer is about one
};

/// How a row is coloured where a person reads.
enum class tone : std::uint8_t { plain, favourable, hostile, unsure };

/// One answer of several.
struct row {
    std::string sentence{};        ///< for people
    std::vector<cell> cells{};     ///< for programs: one for each column of the question
    std::vector<proof> evidence{}; ///< what it rests on
    explorer::tone tone = tone::plain;
};

/// What a question answers under one reading.
struct answer {
    std::vector<row> rows{};          ///< in the library's order
    std::string if_none{};            ///< the sentence for people where there are no rows
    std::string summary{};            ///< for people, below the rows: what programs have in their columns
    std::vector<std::string> notes{}; ///< what does not count: below the rows, or, of programs, on standard error
    bool finds_faults = false; ///< the rows are faults of the record: the program then ends with `exit_code::faults`
    std::string document{};    ///< what is written as it is, in place of rows: a record, a page
};

/// The colour of an attitude.
inline tone tone_of(gs::attitude a) {
    switch (a) {
    case gs::attitude::supports: return tone::favourable;
    case gs::attitude::opposes: return tone::hostile;
    case gs::attitude::neutral:
    case gs::attitude::mixed: return tone::unsure;
    case gs::attitude::none: break;
    }
    return tone::plain;
}

} // namespace explorer

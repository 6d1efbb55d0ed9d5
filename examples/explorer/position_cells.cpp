// SPDX-License-Identifier: BSL-1.0
#include "position_cells.hpp"

#include <array>
#include <cstdio>

namespace explorer {

namespace {

std::string counted(std::size_t n, char const* one, char const* several) {
    return std::to_string(n) + ' ' + (n == 1 ? one : several);
}

char const* verb_of(gs::attitude a) {
    switch (a) {
    case gs::attitude::supports: return "supports ";
    case gs::attitude::opposes: return "opposes ";
    case gs::attitude::neutral: return "is neutral on ";
    case gs::attitude::mixed: return "is mixed on ";
    case gs::attitude::none: break;
    }
    return "has no recorded position on ";
}

} // namespace

std::string rounded(double value) {
    if (std::isnan(value)) return "not known";
    std::array<char, 32> digits{};
    std::snprintf(digits.data(), digits.size(), "%.2f", value);
    std::string result = digits.data();
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == '.') result.pop_back();
    return result == "-0" ? "0" : result;
}

std::string stand(gs::stance_graph const& world, gs::any_node target, gs::position const& held) {
    auto result = verb_of(held.attitude) + name_of(world, target);
    if (held.attitude == gs::attitude::none) return result;
    result += ": " + rounded(held.value) + " (" + counted(held.number, "piece", "pieces") + " of evidence, " +
              counted(held.independent_sources, "independent source", "independent sources");
    if (held.least != held.greatest) result += ", from " + rounded(held.least) + " to " + rounded(held.greatest);
    if (held.holds == gs::certainty::maybe) result += ", may not hold that day";
    return result + ')';
}

std::vector<std::string> position_columns() {
    return {"who",   "target",   "attitude", "value", "weight", "number", "independent_sources",
            "least", "greatest", "holds"};
}

row row_of(gs::stance_graph const& world, gs::any_node who, gs::any_node target, gs::position const& held) {
    return {name_of(world, who) + ' ' + stand(world, target, held),
            {name_of(world, who), name_of(world, target), std::string(to_string(held.attitude)), number(held.value),
             number(held.weight), number(held.number), number(held.independent_sources), number(held.least),
             number(held.greatest), std::string(to_string(held.holds))},
            proofs_of(held.rests_on),
            tone_of(held.attitude)};
}

} // namespace explorer

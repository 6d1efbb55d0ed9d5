// SPDX-License-Identifier: BSL-1.0
#include "switches.hpp"

#include <charconv>

namespace explorer {

namespace {

double value_in(std::string const& word) {
    double result = 0;
    auto const [end, problem] = std::from_chars(word.data(), word.data() + word.size(), result);
    if (problem != std::errc() || end != word.data() + word.size())
        throw gs::invalid_value("VALUE", word, "a number in [-1, 1]");
    return result;
}

} // namespace

std::vector<gs::switch_to> switches_in(asking const& q) {
    if (q.words.size() % 3 != 0)
        throw gs::invalid_value("SWITCH", q.words.back(),
                                "WHO TARGET VALUE, and the same again for each further change");
    std::vector<gs::switch_to> result;
    for (std::size_t i = 0; i < q.words.size(); i += 3)
        result.push_back({q.node(i), q.node(i + 1), value_in(q.words[i + 2])});
    return result;
}

} // namespace explorer

// SPDX-License-Identifier: BSL-1.0
#include "question.hpp"

#include "names.hpp"

#include <charconv>
#include <iterator>

namespace explorer {

gs::any_node asking::node(std::size_t word) const { return node_named(world, words.at(word)); }

std::vector<gs::any_node> asking::nodes(std::size_t word) const { return nodes_named(world, words.at(word)); }

double asking::number(std::string const& name) const {
    auto const& word = setting(name);
    double result = 0;
    auto const [end, problem] = std::from_chars(word.data(), word.data() + word.size(), result);
    if (problem != std::errc() || end != word.data() + word.size())
        throw gs::invalid_value("--" + name, word, "a number");
    return result;
}

std::size_t asking::count(std::string const& name) const {
    auto const& word = setting(name);
    std::size_t result = 0;
    auto const [end, problem] = std::from_chars(word.data(), word.data() + word.size(), result);
    if (problem != std::errc() || end != word.data() + word.size() || result == 0)
        throw gs::invalid_value("--" + name, word, "a whole number of at least 1");
    return result;
}

std::vector<question> all_questions() {
    std::vector<question> result;
    for (auto const& of_a_room :
         {position_questions, change_questions, claim_questions, group_questions, vote_questions, path_questions,
          network_questions, record_questions, page_questions, shell_questions}) {
        auto questions = of_a_room();
        std::move(questions.begin(), questions.end(), std::back_inserter(result));
    }
    return result;
}

} // namespace explorer

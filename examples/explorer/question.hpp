// SPDX-License-Identifier: BSL-1.0
/// @file
/// The questions that the program asks: each is an entry of a table, with its words, columns, example and function.
#pragma once

#include "answer.hpp"

#include <geostance/io/signed_network.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/position/lens.hpp>

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// Which parts of the lens a question reads. The program refuses the options of the others.
enum class reads : std::uint8_t {
    nothing,          ///< the record as it is
    days_and_sources, ///< days, certainty, credibility, and what is left out: who speaks plays no part
    all_but_day,      ///< everything but `--at`: the question names its days itself
    everything,
    days_and_weights ///< days_and_sources, and what evidence weighs by the judgements of its sources
};

/// A word that a question takes.
struct parameter {
    /// How many words stand for it.
    enum class number : std::uint8_t { one, at_most_one, any, at_least_one };
    std::string name{};         ///< in capitals: `WHO`
    std::string what{};         ///< what it means
    number words = number::one; ///< how many there are
};

/// An option of one question alone.
struct setting {
    std::string name{};                 ///< without its dashes
    std::string what{};                 ///< what it means
    std::string preset{};               ///< the value where none is given
    std::vector<std::string> choices{}; ///< the values that it can have; empty = any
};

/// A question as it was asked: of which record, under which reading, with which words.
class asking {
public:
    gs::stance_graph const& world;                 ///< the record
    gs::io::signed_network const* network;         ///< what is asked about in place of it, or null
    gs::lens asked{};                              ///< the reading
    std::vector<std::string> words{};              ///< the words after the name of the question
    std::map<std::string, std::string> settings{}; ///< the options of this question
    std::string options{};                         ///< those of the record and the reading, as a hint repeats them
    std::function<bool()> stop{};                  ///< whether the user wants to stop

    /// The node that a word names.
    [[nodiscard]] gs::any_node node(std::size_t word) const;
    /// The nodes that a word names, joined by ` + `: `Russia + China`.
    [[nodiscard]] std::vector<gs::any_node> nodes(std::size_t word) const;
    /// The value of an option.
    [[nodiscard]] std::string const& setting(std::string const& name) const { return settings.at(name); }
    /// The value of an option that is a number.
    /// @throws gs::invalid_value if it is none
    [[nodiscard]] double number(std::string const& name) const;
    /// The value of an option that counts something.
    /// @throws gs::invalid_value if it is no whole number of at least 1
    [[nodiscard]] std::size_t count(std::string const& name) const;
};

/// A question.
struct question {
    std::string name{};             ///< the subcommand
    std::string what{};             ///< the question in a line
    std::vector<parameter> takes{}; ///< the words that follow it
    explorer::reads reads = reads::everything;
    std::vector<std::string> columns{}; ///< the columns of its rows, in order
    std::string example{};              ///< the words after `geostance`
    answer (*ask)(asking const&) = nullptr;
    std::vector<setting> settings{}; ///< options of its own
    bool takes_networks = false;     ///< whether it can be asked of a signed network, too
};

/// Where somebody stands, and on what that rests.
std::vector<question> position_questions();
/// What changed, and what carries a position.
std::vector<question> change_questions();
/// Claims, statements and disputes.
std::vector<question> claim_questions();
/// Groups and their members, pledges.
std::vector<question> group_questions();
/// Votes.
std::vector<question> vote_questions();
/// How nodes are connected.
std::vector<question> path_questions();
/// Camps, balance, triads.
std::vector<question> network_questions();
/// What is in the record, and what is loose in it.
std::vector<question> record_questions();
/// The record as a web page.
std::vector<question> page_questions();
/// What a shell asks.
std::vector<question> shell_questions();

/// All of them, in the order in which the help lists them.
std::vector<question> all_questions();

} // namespace explorer

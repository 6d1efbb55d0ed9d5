// SPDX-License-Identifier: BSL-1.0
/// @file
/// From the options of the command line to the readings under which a question is asked.
#pragma once

#include "question.hpp"

#include <optional>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace explorer {

/// The options of the lens as they were given. Several days or accounts mean several readings.
struct lens_request {
    std::vector<std::string> at{};                     ///< days
    std::vector<std::string> known_by{};               ///< days
    std::vector<std::string> by{};                     ///< accounts
    std::vector<std::string> channels{};               ///< channels
    std::vector<std::string> without{};                ///< names
    std::string history = "newest";                    ///< `newest` or `all`
    std::string facet{};                               ///< empty = all
    std::string credibility = "6";                     ///< 1 to 6
    std::string certainty = "maybe";                   ///< `maybe` or `yes`
    bool speakers_alone = false;                       ///< spokespeople bind nobody
    double inherit = 0;                                ///< in [0, 1]
    bool every_report = false;                         ///< whether reports of one event count separately
    double neutral_within = gs::lens().neutral_within; ///< in [0, 1)
    std::string weigh_by = "letters";                  ///< `letters`, `likelihood` or `confidence`
    std::vector<double> reliability_weights{};         ///< of A to E; none = the library's
    std::vector<double> credibility_weights{};         ///< of 1 to 5; none = the library's
    std::vector<double> likelihood_weights{};          ///< of the seven bands; none = the library's
    std::vector<double> confidence_weights{};          ///< of the three levels; none = the library's
    std::optional<double> unjudged_weight{};           ///< of what nobody judged; none = the library's

    friend bool operator==(lens_request const&, lens_request const&) = default;
};

/// A reading, with the words by which it was asked for.
struct reading {
    gs::lens asked{};       ///< the lens
    std::string at{};       ///< the day; empty = none
    std::string known_by{}; ///< the day; empty = none
    std::string by{};       ///< the account
};

/// Gives a subcommand the options of those parts of the lens that its question reads.
void add_lens_options(CLI::App& command, reads parts, lens_request& request);

/// One reading for each day, day of knowledge and account.
/// @throws gs::unknown_name, gs::invalid_value
std::vector<reading> readings_of(gs::stance_graph const& world, lens_request const& request);

} // namespace explorer

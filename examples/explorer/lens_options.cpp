// SPDX-License-Identifier: BSL-1.0
#include "lens_options.hpp"

#include "names.hpp"

#include <CLI/CLI.hpp>
#include <geostance/model/date_text.hpp>

#include <algorithm>
#include <optional>

namespace explorer {

namespace {

/// Refuses an empty value, which would otherwise mean that the option was not given.
std::string fault_of_empty(std::string const& value) { return value.empty() ? "needs a value" : ""; }

/// An option that can be given several times, with one value each.
CLI::Option* several(CLI::App& command, char const* name, std::vector<std::string>& values, char const* what) {
    return command.add_option(name, values, what)->allow_extra_args(false)->check(fault_of_empty);
}

void add_days(CLI::App& command, reads parts, lens_request& request) {
    if (parts != reads::all_but_day)
        several(command, "--at", request.at, "the day, month or year; repeatable")->type_name("DAY")->delimiter(',');
    several(command, "--known-by", request.known_by, "as it was known on that day; repeatable")
        ->type_name("DAY")
        ->delimiter(',');
    several(command, "--without", request.without, "leave out a source, statement or holder")->type_name("NAME");
    command.add_option("--least-certainty", request.certainty, "maybe, or yes = what certainly holds")
        ->check(CLI::IsMember({"maybe", "yes"}));
    command.add_option("--least-credibility", request.credibility, "1 to 5 at least; 6 = everything")
        ->check(CLI::IsMember({"1", "2", "3", "4", "5", "6"}));
}

void add_accounts(CLI::App& command, lens_request& request) {
    several(command, "--by", request.by, "own, sources, everybody, or speakers: 'A + B'")->type_name("ACCOUNT");
    several(command, "--channel", request.channels, "verbal, vote or material; repeatable")
        ->check(CLI::IsMember({"verbal", "vote", "material"}))
        ->delimiter(',');
    command.add_option("--facet", request.facet, "only this side of the target")->check(fault_of_empty);
    command.add_option("--history", request.history, "newest, or all that holds")
        ->check(CLI::IsMember({"newest", "all"}));
    command.add_flag("--speakers-alone", request.speakers_alone, "spokespeople bind nobody");
    command.add_option("--inherit", request.inherit, "silent members hold their group's position");
    command.add_flag("--every-report", request.every_report, "reports of one event count separately");
    command.add_option("--neutral-within", request.neutral_within, "this near to 0 is neutral");
}

/// An option of as many weights as there are judgements of a kind.
void add_weights(CLI::App& command, char const* name, std::vector<double>& weights, int number, char const* what) {
    command.add_option(name, weights, what)->delimiter(',')->expected(number);
}

void add_weights(CLI::App& command, lens_request& request) {
    command.add_option("--weigh-by", request.weigh_by, "letters, likelihood or confidence")
        ->check(CLI::IsMember({"letters", "likelihood", "confidence"}));
    add_weights(command, "--reliability-weights", request.reliability_weights, 5, "of the letters A,B,C,D,E");
    add_weights(command, "--credibility-weights", request.credibility_weights, 5, "of the figures 1,2,3,4,5");
    add_weights(command, "--likelihood-weights", request.likelihood_weights, 7, "from remote to almost certain");
    add_weights(command, "--confidence-weights", request.confidence_weights, 3, "of low,moderate,high");
    command.add_option("--unjudged-weight", request.unjudged_weight, "of evidence that nobody judged");
}

std::optional<gs::date> day_of(char const* option, std::string const& text) {
    if (text.empty()) return std::nullopt;
    auto const day = gs::date_from_string(text);
    if (!day || !day->is_known()) throw gs::invalid_value(option, text, "a date, such as 1948, 2024-03 or 2024-03-29");
    return day;
}

gs::perspective account_of(gs::stance_graph const& world, std::string const& name) {
    if (name.empty() || name == "own") return {};
    if (name == "sources") return gs::sources_voice();
    if (name == "everybody") return gs::everybody();
    return nodes_named(world, name);
}

/// The value of an enumerator that CLI11 has checked by its name.
template <class E>
E named(std::string const& name) {
    return gs::from_string<E>(name).value();
}

gs::channel_set channels_of(std::vector<std::string> const& names) {
    if (names.empty()) return {};
    auto const has = [&](gs::channel c) { return std::find(names.begin(), names.end(), to_string(c)) != names.end(); };
    // A set is made of a list of its channels alone: one that is repeated does no harm.
    auto const first = named<gs::channel>(names.front());
    return {first, has(gs::channel::verbal) ? gs::channel::verbal : first,
            has(gs::channel::vote) ? gs::channel::vote : first,
            has(gs::channel::material) ? gs::channel::material : first};
}

/// Takes the weights that were given in place of the library's.
void set_weights(gs::lens& to, lens_request const& request) {
    auto const take = [](auto& weights, std::vector<double> const& given) {
        if (!given.empty()) std::copy_n(given.begin(), weights.size(), weights.begin());
    };
    to.weigh_by = named<gs::weighing>(request.weigh_by);
    take(to.weights.by_reliability, request.reliability_weights);
    take(to.weights.by_credibility, request.credibility_weights);
    take(to.likelihoods.by_band, request.likelihood_weights);
    take(to.confidences.by_level, request.confidence_weights);
    if (!request.unjudged_weight) return;
    to.weights.not_judged = to.likelihoods.not_judged = to.confidences.not_judged = *request.unjudged_weight;
}

gs::lens common_lens(gs::stance_graph const& world, lens_request const& request) {
    gs::lens result;
    result.history = named<gs::history>(request.history);
    result.channels = channels_of(request.channels);
    if (!request.facet.empty()) result.facet = request.facet;
    result.least_credibility = named<gs::credibility>(request.credibility);
    result.least_certainty = named<gs::certainty>(request.certainty);
    result.spokespeople_bind = !request.speakers_alone;
    result.inherit_from_groups = request.inherit;
    result.count_every_report = request.every_report;
    result.neutral_within = request.neutral_within;
    set_weights(result, request);
    for (auto const& name : request.without) result.without.push_back(node_named(world, name));
    validate(result);
    return result;
}

/// The values given, or one that says "not given".
std::vector<std::string> or_none(std::vector<std::string> const& given) {
    return given.empty() ? std::vector<std::string>{""} : given;
}

} // namespace

void add_lens_options(CLI::App& command, reads parts, lens_request& request) {
    if (parts == reads::nothing) return;
    add_days(command, parts, request);
    if (parts == reads::days_and_sources) return;
    if (parts != reads::days_and_weights) add_accounts(command, request);
    add_weights(command, request);
}

std::vector<reading> readings_of(gs::stance_graph const& world, lens_request const& request) {
    auto const common = common_lens(world, request);
    std::vector<reading> result;
    for (auto const& by : or_none(request.by))
        for (auto const& known_by : or_none(request.known_by))
            for (auto const& at : or_none(request.at)) {
                reading next{common, at, known_by, by.empty() ? "own" : by};
                next.asked.at = day_of("--at", at);
                next.asked.known_by = day_of("--known-by", known_by);
                next.asked.according_to = account_of(world, by);
                result.push_back(std::move(next));
            }
    return result;
}

} // namespace explorer

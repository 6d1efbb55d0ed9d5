// SPDX-License-Identifier: BSL-1.0
// Every answer in the data of a page is the library's: each account on each day, in each channel, as known on each day.
#include <geostance/page/page.hpp>

#include <geostance/model/date_text.hpp>
#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

using suppositions = std::vector<gs::page::what_if<gs::geopolitics>>;

nlohmann::json data_of(gs::stance_graph const& g, suppositions const& supposed = {}) {
    std::ostringstream out;
    gs::page::write(out, g, {}, supposed);
    auto const page = out.str();
    std::string const begin = "<script type=\"application/json\" id=\"data\">";
    auto const from = page.find(begin) + begin.size();
    return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

gs::perspective account(gs::stance_graph const& g, int number, std::string const& name) {
    if (number == 0) return {};
    if (number == 1) return gs::sources_voice();
    if (number == 2) return gs::everybody();
    return g.at<gs::actor>(name, gs::spelling::exact);
}

/// What a reading is asked under, from the texts in the page.
gs::lens lens_of(gs::stance_graph const& g, nlohmann::json const& data, nlohmann::json const& reading) {
    gs::lens asked;
    asked.according_to = account(g, reading[0], data["accounts"][reading[0].get<std::size_t>()]);
    if (int const day = reading[1]; day >= 0)
        asked.at = gs::date_from_string(data["days"][static_cast<std::size_t>(day)].get<std::string>());
    if (int const channel = reading[2]; channel >= 0)
        asked.channels =
            *gs::from_string<gs::channel>(data["channels"][static_cast<std::size_t>(channel)].get<std::string>());
    if (int const known = reading[3]; known >= 0)
        asked.known_by = gs::date_from_string(data["known"][static_cast<std::size_t>(known)].get<std::string>());
    return asked;
}

using answers = std::map<std::pair<std::string, std::string>, std::string>;

std::string text_of(std::string const& attitude, double value, double weight, std::size_t number, std::size_t sources) {
    std::ostringstream text;
    text << attitude << ' ' << value << ' ' << weight << ' ' << number << ' ' << sources;
    return text.str();
}

answers of_page(nlohmann::json const& data, nlohmann::json const& held) {
    answers result;
    for (std::size_t i = 0; i < held.size(); i += 3) {
        auto const& pair = data["pairs"][held[i].get<std::size_t>()];
        auto const& a = data["answers"][held[i + 1].get<std::size_t>()];
        auto const name = [&](nlohmann::json const& node) {
            return data["nodes"][node.get<std::size_t>()][0].get<std::string>();
        };
        result[{name(pair[0]), name(pair[1])}] =
            text_of(a[0], a[1].is_null() ? 0 : a[1].get<double>(), a[2], a[3], a[4]);
    }
    return result;
}

answers of_library(gs::stance_graph const& g, gs::lens const& asked) {
    answers result;
    for (auto const& [who, target, p] : positions(g, asked))
        result[{name_of(g, who), name_of(g, target)}] =
            text_of(std::string(to_string(p.attitude)), p.value, p.weight, p.number, p.independent_sources);
    return result;
}

void compare(gs::stance_graph const& g) {
    auto const data = data_of(g);
    std::set<std::string> states;
    for (auto const& reading : data["readings"]) {
        CHECK(of_page(data, reading[5]) == of_library(g, lens_of(g, data, reading)));
        states.insert(nlohmann::json({reading[0], reading[1], reading[2], reading[3]}).dump());
    }
    CHECK(states.size() == data["readings"].size());
    // Each account on each day, each channel and each day of knowledge at the last day.
    CHECK(states.size() ==
          data["accounts"].size() * (1 + data["days"].size() + data["channels"].size() + data["known"].size()));
    MESSAGE(states.size(), " readings were compared");
}

/// What a supposition makes another, by the library.
answers of_differences(gs::stance_graph const& g, gs::supposition<gs::geopolitics> const& supposed,
                       gs::lens const& asked) {
    answers result;
    for (auto const& d : differences(g, supposed, asked)) {
        auto const& p = d.second;
        result[{name_of(supposed, d.who), name_of(supposed, d.target)}] =
            text_of(std::string(to_string(p.attitude)), p.attitude == gs::attitude::none ? 0 : p.value, p.weight,
                    p.number, p.independent_sources);
    }
    return result;
}

} // namespace

TEST_CASE("every answer in the page of the article is the library's") { compare(gs::seed::panel_veto_2024()); }
TEST_CASE("every answer in the page of the vote is the library's") { compare(gs::seed::council_vote_2024()); }
TEST_CASE("every answer in the page of the years is the library's") { compare(gs::seed::embargo_votes()); }

TEST_CASE("what suppositions change in the data of a page is what differences(record, supposition) says") {
    auto const g = gs::seed::panel_veto_2024();
    auto const panel = g.at<gs::actor>("panel");
    auto const for_it = gs::if_switched(g, g.at<gs::actor>("Russia"), panel, 1);
    gs::supposition joined(g);
    joined.also(joined.add(gs::actor{.key = "newcomer", .name = "A newcomer"}), panel, gs::stance{.value = -1});
    gs::supposition unheard(g);
    unheard.without_source(*nodes_of<gs::publication>(g).begin());
    std::vector<gs::supposition<gs::geopolitics> const*> const worlds{&for_it, &joined, &unheard};
    auto const data = data_of(g, {{"for it", for_it}, {"joined", joined}, {"unheard", unheard}});
    CHECK(data["readings"].size() == data_of(g)["readings"].size());
    CHECK(data["suppositions"].size() == worlds.size());
    std::size_t compared = 0;
    for (auto const& reading : data["readings"]) {
        if (reading[1] != -1 || reading[2] != -1 || reading[3] != -1) continue;
        for (std::size_t i = 0; i < worlds.size(); ++i) {
            auto const& changed = data["suppositions"][i][1][reading[0].get<std::size_t>()];
            CHECK(of_page(data, changed) == of_differences(g, *worlds[i], lens_of(g, data, reading)));
            compared += changed.size() / 3;
        }
    }
    CHECK(compared > 100);
}

// SPDX-License-Identifier: BSL-1.0
// The record as one self-contained web page: every position under three readings, with its evidence.
#include <geostance/geostance.hpp>
#include <geostance/seed/panel_veto_2024.hpp>
#include <iostream>

namespace gs = geostance;

constexpr auto page_begin = R"(<!DOCTYPE html>
<html lang="en"><meta charset="utf-8"><title>Who stands where</title>
<style>
  body { font: 15px/1.45 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; color: #222 }
  table { border-collapse: collapse; width: 100% }
  th, td { text-align: left; padding: .35rem .6rem; vertical-align: top }
  tr { border-top: 1px solid #ddd } td.n { white-space: nowrap; text-align: center }
  .supports { background: #d3ecd6 } .opposes { background: #f6d5d0 }
  .mixed { background: #f3e6c4 } .none { color: #999 }
  summary { cursor: pointer } li { color: #555 }
</style>
<h1>Who stands where</h1>
<table><tr><th>Holder, target, evidence
<th>the article and<br>each one's own words<th>by Russia's<br>account<th>by the US's<br>account
)";

std::string escaped(std::string_view text) {
    std::string result;
    for (char const c : text) {
        if (c == '&' || c == '<' || c == '>')
            result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : "&gt;";
        else
            result += c;
    }
    return result;
}

int main() {
    auto const world = gs::seed::panel_veto_2024();
    gs::lens const readings[] = {
        {}, {.according_to = world.at<gs::actor>("Russia")}, {.according_to = world.at<gs::actor>("United States")}};
    std::cout.precision(2);
    std::cout << page_begin;
    for (auto const& [who, target, everything] : gs::positions(world, {.according_to = gs::everybody()})) {
        std::cout << "<tr><td><details><summary>" << escaped(name_of(world, who)) << " &rarr; "
                  << escaped(name_of(world, target)) << "</summary><ul>\n";
        for (auto const& evidence : everything.rests_on)
            std::cout << "  <li>" << escaped(describe(world, evidence.relation)) << ": "
                      << escaped(world.annotation(evidence.relation).note) << "<br><small>"
                      << escaped(citation(world, evidence.relation)) << "</small>\n";
        std::cout << "</ul></details>";
        for (auto const& reading : readings) {
            auto const position = position_of(world, who, target, reading);
            std::cout << "<td class=\"n " << position.attitude << "\">" << position.attitude;
            if (position.number > 0) std::cout << ' ' << position.value;
        }
        std::cout << '\n';
    }
    std::cout << "</table>\n<h2>In dispute</h2><ul>\n";
    for (auto const& dispute : contested(world)) std::cout << "  <li>" << escaped(dispute.claim) << '\n';
    std::cout << "</ul></html>\n";
}

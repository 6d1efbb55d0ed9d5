// SPDX-License-Identifier: BSL-1.0
// Published figures of real networks, where GEOSTANCE_DATA names the folder that holds them.
#include <geostance/signed/camps.hpp>
#include <geostance/signed/frustration_index.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace gs = geostance;

namespace {

gs::signed_graph load(std::string const& path, gs::pair_rule pairs = gs::pair_rule::drop) {
    std::ifstream file(path);
    std::map<std::string, std::uint32_t> number;
    std::vector<gs::tie> ties;
    for (std::string line; std::getline(file, line);) {
        for (auto& c : line) {
            if (c == ',' || static_cast<unsigned char>(c) >= 0x80) c = ' ';
        }
        std::istringstream words(line);
        std::string u;
        std::string v;
        double w = 0;
        if (!(words >> u >> v >> w)) continue;
        auto const a = number.emplace(u, static_cast<std::uint32_t>(number.size())).first->second;
        auto const b = number.emplace(v, static_cast<std::uint32_t>(number.size())).first->second;
        ties.push_back({a, b, path.ends_with(".signed-graph") ? 1 - 2 * w : w > 0 ? 1.0 : -1.0});
    }
    return {number.size(),
            ties,
            {.multi_edges = gs::multi_edge_rule::sign_of_sum,
             .cancelling_pairs = pairs,
             .self_loops = gs::self_loop_rule::drop}};
}

} // namespace

TEST_CASE("real networks: the published frustration indices are proven") {
    auto const* const data = std::getenv("GEOSTANCE_DATA");
    if (data == nullptr) {
        MESSAGE("skipped: GEOSTANCE_DATA is not set");
        return;
    }
    auto const folder = std::string(data) + "/networks/";
    std::map<std::string, double> const published = {{"highlandtribes.csv", 7}, {"cloister.csv", 34},
                                                     {"congress.csv", 18},      {"yeast.signed-graph", 40},
                                                     {"bitcoinotc.csv", 1073},  {"cow-1946.tsv", 17}};
    for (auto const& network : published) {
        auto const& name = network.first;
        auto const found = gs::frustration_index(load(folder + name));
        CHECK_MESSAGE(found.exact, name);
        CHECK_MESSAGE(found.upper == network.second, name);
    }
    CHECK(gs::frustration_index(load(folder + "yeast.signed-graph", gs::pair_rule::keep)).lower == 41);
    auto const tribes = gs::camps(load(folder + "highlandtribes.csv"));
    CHECK(tribes.exact);
    CHECK(tribes.camps == 3);
    CHECK(tribes.against.size() == 2);
}

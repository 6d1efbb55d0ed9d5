// SPDX-License-Identifier: BSL-1.0
// The real networks in $GEOSTANCE_DATA/networks as signed graphs, read by a parser of a few lines.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace signed_networks {

inline std::string folder() {
    auto const* const data = std::getenv("GEOSTANCE_DATA");
    return data == nullptr ? std::string() : std::string(data) + "/networks/";
}

inline std::string content(std::string const& path) {
    std::string text;
    if (path.ends_with(".gz")) {
        auto* const pipe = popen(("gzip -dc '" + path + "'").c_str(), "r");
        char buffer[65536];
        for (std::size_t n = 0; pipe != nullptr && (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) {
            text.append(buffer, n);
        }
        if (pipe != nullptr) pclose(pipe);
    } else {
        std::ifstream file(path);
        std::ostringstream all;
        all << file.rdbuf();
        text = all.str();
    }
    return text;
}

// Names in the order of appearance, and the ties as they stand in the file.
struct tie_list {
    std::uint32_t vertices = 0;
    std::vector<geostance::tie> ties{};
};

inline tie_list read(std::string const& name) {
    auto text = content(folder() + name);
    for (auto& c : text) {
        if (c == ',' || c == '\t' || c == '\r' || static_cast<unsigned char>(c) >= 0x80) c = ' ';
    }
    auto const equal_or_not = name.ends_with(".signed-graph"); // 0: equal, 1: unequal
    std::map<std::string, std::uint32_t> number;
    tie_list list;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string u;
        std::string v;
        double w = 0;
        if (line.empty() || line[0] == '#' || !(words >> u >> v >> w)) continue;
        auto const a = number.emplace(u, static_cast<std::uint32_t>(number.size())).first->second;
        auto const b = number.emplace(v, static_cast<std::uint32_t>(number.size())).first->second;
        list.ties.push_back({a, b, equal_or_not ? 1 - 2 * w : (w > 0 ? 1.0 : w < 0 ? -1.0 : 0.0)});
    }
    list.vertices = static_cast<std::uint32_t>(number.size());
    return list;
}

// As in the published figures: the sign of the sum of the signs of a pair; pairs that cancel and self-loops dropped.
inline geostance::signed_graph load(std::string const& name, geostance::pair_rule pairs = geostance::pair_rule::drop) {
    auto const list = read(name);
    return {list.vertices,
            list.ties,
            {.multi_edges = geostance::multi_edge_rule::sign_of_sum,
             .cancelling_pairs = pairs,
             .self_loops = geostance::self_loop_rule::drop}};
}

} // namespace signed_networks

// SPDX-License-Identifier: BSL-1.0
// Real networks and tables for tests, from the folder that GEOSTANCE_DATA names.
#pragma once

#include <geostance/signed/signed_graph.hpp>

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace test_data {

// The fields of each line; without quotes. Empty, with a message, where the data are absent.
inline std::vector<std::vector<std::string>> table(std::string const& file, char separator) {
    auto const* const folder = std::getenv("GEOSTANCE_DATA");
    if (folder == nullptr) {
        MESSAGE("skipped: GEOSTANCE_DATA is not set");
        return {};
    }
    std::ifstream in(std::string(folder) + "/" + file);
    if (!in) MESSAGE("skipped: no file " << file);
    std::vector<std::vector<std::string>> rows;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
        if (line.ends_with('\r')) line.pop_back();
        auto& row = rows.emplace_back();
        for (std::size_t at = 0; at != std::string::npos;) {
            auto const end = line.find(separator, at);
            row.push_back(line.substr(at, end == std::string::npos ? end : end - at));
            at = end == std::string::npos ? end : end + 1;
        }
    }
    return rows;
}

// A network of `u,v,sign` lines, vertices in order of appearance; empty where absent. A first line whose third field
// is no number is a heading.
inline geostance::signed_graph network(std::string const& file, char separator) {
    std::map<std::string, std::uint32_t> numbers;
    std::vector<geostance::tie> ties;
    for (auto const& row : table(file, separator)) {
        if (row.size() < 3 || row[2].find_first_of("0123456789") == std::string::npos) continue;
        auto const u = numbers.try_emplace(row[0], static_cast<std::uint32_t>(numbers.size())).first->second;
        auto const v = numbers.try_emplace(row[1], static_cast<std::uint32_t>(numbers.size())).first->second;
        ties.push_back({u, v, std::stod(row[2])});
    }
    return {numbers.size(), ties};
}

} // namespace test_data

// SPDX-License-Identifier: BSL-1.0
// Real networks and tables for tests, from the folder that GEOSTANCE_DATA names.
#pragma once

#include "signed/networks.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>
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

// A network of `u,v,sign` lines; empty, with a message, where the data are absent.
inline geostance::signed_graph network(std::string const& name) {
    if (networks::folder()) return networks::load(name);
    MESSAGE("skipped: GEOSTANCE_DATA is not set");
    return {};
}

} // namespace test_data

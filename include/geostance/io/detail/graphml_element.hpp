// SPDX-License-Identifier: BSL-1.0
/// @file
/// Keys, nodes and edges as they stand in a GraphML file.
#pragma once

#include <geostance/error.hpp>

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::io::detail {

/// A key: what data with its id mean.
struct graphml_key {
    std::string name; ///< of the attribute
    std::string domain;
    bool is_boolean = false;
    std::optional<std::string> fallback{}; ///< for elements without such data

    [[nodiscard]] bool is_for(std::string_view element) const { return domain == element || domain == "all"; }
};

/// The keys that have a fallback, by the names of their attributes.
using graphml_defaults = std::map<std::string_view, graphml_key const*>;

/// A node or edge as it stands in the file.
struct graphml_element {
    struct datum {
        std::string name; ///< of the attribute
        std::string text;
        text_place where;
        bool is_boolean = false;
    };
    bool is_node = false;
    std::map<std::string, std::string, std::less<>> attributes;
    std::vector<datum> data;
    text_place where;
    graphml_defaults const* defaults = nullptr; ///< for nodes, or for edges
    std::size_t bytes_before = 0;               ///< how much of the file comes before it

    [[nodiscard]] datum const* find(std::string_view name) const {
        auto const found = std::find_if(data.begin(), data.end(), [&](datum const& d) { return d.name == name; });
        return found == data.end() ? nullptr : &*found;
    }
    [[nodiscard]] std::string_view attribute(std::string_view name) const {
        auto const found = attributes.find(name);
        return found == attributes.end() ? std::string_view() : found->second;
    }
};

} // namespace geostance::io::detail

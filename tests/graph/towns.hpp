// SPDX-License-Identifier: BSL-1.0
/// @file
/// A small schema that has nothing to do with politics, for tests of graph/.
#pragma once

#include "message_of.hpp"

#include <geostance/graph/typed_graph.hpp>

#include <doctest/doctest.h>

#include <concepts>
#include <ostream>
#include <string>
#include <vector>

struct town {
    std::string key{};
    std::string name{};
    std::vector<std::string> aliases{};
    std::vector<geostance::code> codes{};
    friend bool operator==(town const&, town const&) = default;
};

struct district {
    std::string key{};
    friend bool operator==(district const&, district const&) = default;
};

struct road {
    double length = 1;
    template <class From, class To>
    static constexpr bool links = std::same_as<From, town>&& std::same_as<To, town>;
    friend bool operator==(road const&, road const&) = default;
};

struct rail {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, town>&& std::same_as<To, town>;
    friend bool operator==(rail const&, rail const&) = default;
};

/// From a town or a district to a district.
struct lies_in {
    template <class From, class To>
    static constexpr bool links = std::same_as<To, district>;
    friend bool operator==(lies_in const&, lies_in const&) = default;
};

using country = geostance::schema<geostance::nodes<town, district>, geostance::relations<road, rail, lies_in>, int>;
using towns = geostance::typed_graph<country>;

/// Handles in doctest's messages.
template <class T>
struct doctest::StringMaker<geostance::node<T>> {
    static String convert(geostance::node<T> n) {
        return n.is_null() ? "null node" : toString("node ") + toString(n.index());
    }
};
template <class R>
struct doctest::StringMaker<geostance::relation<R>> {
    static String convert(geostance::relation<R> r) {
        return r.is_null() ? "null relation" : toString("relation ") + toString(r.index());
    }
};

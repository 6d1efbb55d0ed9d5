// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a page shows, and how much of it.
#pragma once

#include <geostance/error.hpp>

#include <cstddef>
#include <string>

namespace geostance::page {

/// What a page shows. What exceeds a limit is left out of that part of the page, and the page says so.
struct options {
    std::string title = "Who stands where"; ///< the heading, and the title of the window
    std::string language = "en";            ///< the language of the record's own words, as a tag of BCP 47
    std::size_t drawn = 48;                 ///< holders and targets in a picture, the weightiest first; at least 2
    std::size_t rows = 200;                 ///< positions that can be read without the script; at least 1
    std::size_t readings = 400;             ///< accounts, days and channels that are answered, in all; at least 1
    std::size_t explained = 8000;           ///< relations that are shown as evidence, with words, source and place
    std::size_t compared = 8;               ///< suppositions that are compared, the first ones
};

/// Checks the limits.
/// @param options the options
/// @throws invalid_value for a limit that is too small, or a language that is no tag
/// @par Complexity
/// O(1)
inline void validate(options const& options) {
    auto const check = [](char const* field, std::size_t value, std::size_t least) {
        if (value < least)
            throw invalid_value(field, std::to_string(value), "a number of at least " + std::to_string(least));
    };
    check("page::options.drawn", options.drawn, 2);
    check("page::options.rows", options.rows, 1);
    check("page::options.readings", options.readings, 1);
    for (auto const c : options.language) {
        bool const is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_letter && !(c >= '0' && c <= '9') && c != '-')
            throw invalid_value("page::options.language", options.language, "a tag of BCP 47, such as en or zh-Hant");
    }
}

} // namespace geostance::page

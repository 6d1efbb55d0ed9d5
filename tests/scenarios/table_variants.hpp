// SPDX-License-Identifier: BSL-1.0
// A table with headings as others might have written it: columns in another order, one more, other line ends, a
// byte-order mark.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <numeric>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace table_variants {

using row = std::vector<std::string>; // fields with their quotes

/// @param quote 0 where quotes mean nothing
inline std::vector<row> rows_of(std::string_view text, char separator, char quote) {
    std::vector<row> rows(1);
    rows.back().emplace_back();
    bool is_quoted = false;
    for (char const c : text) {
        if (quote != '\0' && c == quote) is_quoted = !is_quoted;
        if (c == '\n' && !is_quoted) {
            rows.push_back({""});
        } else if (c == separator && !is_quoted) {
            rows.back().emplace_back();
        } else if (c != '\r') {
            rows.back().back() += c;
        }
    }
    if (rows.back() == row{""}) rows.pop_back();
    return rows;
}

inline std::string text_of(std::vector<row> const& rows, char separator, std::string_view line_end) {
    std::string text;
    for (auto const& r : rows) {
        for (auto const& field : r) (text += field) += separator;
        text.pop_back();
        text += line_end;
    }
    return text;
}

/// The first is the table itself.
inline std::vector<std::string> of(std::string_view text, char separator = ',', char quote = '"') {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    auto const rows = rows_of(text, separator, quote);
    std::vector<std::string> result{std::string(text), text_of(rows, separator, "\r\n"),
                                    std::string(mark) + std::string(text)};
    std::mt19937 random(1);
    std::vector<std::size_t> order(rows.front().size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    for (int i = 0; i < 8; ++i) {
        if (i < 7) std::shuffle(order.begin(), order.end(), random);
        if (i == 7) std::sort(order.begin(), order.end(), std::greater<>());
        std::vector<row> other;
        for (auto const& r : rows) {
            other.emplace_back();
            for (auto const column : order) other.back().push_back(column < r.size() ? r[column] : "");
        }
        if (i % 2 == 1) { // and one more
            auto const at = static_cast<std::ptrdiff_t>(random() % (order.size() + 1));
            for (auto& r : other) r.insert(r.begin() + at, &r == &other.front() ? "remarks" : "none so far");
        }
        result.push_back((i % 4 > 1 ? std::string(mark) : "") + text_of(other, separator, i % 3 == 0 ? "\r\n" : "\n"));
    }
    return result;
}

} // namespace table_variants

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which columns or attributes of a network hold the ends, sign and weight of a tie, and what signs are written as.
#pragma once

#include <geostance/io/detail/lower.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/detail/trimmed.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace geostance::io::detail {

/// A heading in small letters, without blanks, points, hyphens and underscores.
inline std::string folded(std::string_view heading) {
    auto text = lower(heading);
    std::erase_if(text, [](char c) { return std::string_view(" \t\r\n._-:\"'").find(c) != std::string_view::npos; });
    return text;
}

inline constexpr std::array<std::string_view, 20> source_headings{
    "source", "from",  "src",     "u",     "node1",  "sourcename", "sourceid", "fromnodeid", "fromnode", "sender",
    "ego",    "rater", "vertex1", "head1", "actor1", "v1",         "who",      "state1",     "ccode1",   "i"};
inline constexpr std::array<std::string_view, 20> target_headings{
    "target", "to",    "tgt",     "v",     "node2",  "targetname", "targetid", "tonodeid", "tonode", "receiver",
    "alter",  "ratee", "vertex2", "head2", "actor2", "v2",         "whom",     "state2",   "ccode2", "j"};
/// What tells for or against; it may also have a size.
inline constexpr std::array<std::string_view, 12> sign_headings{"sign",     "signs",        "polarity",    "valence",
                                                                "edgesign", "tiesign",      "signoftie",   "tie",
                                                                "relation", "relationship", "interaction", "attitude"};
/// What tells how much; it may also have a sign.
inline constexpr std::array<std::string_view, 11> weight_headings{
    "weight", "value", "rating", "score", "strength", "correlation", "cor", "corr", "edgeweight", "weights", "stance"};

/// Whether a text is one of the names.
inline bool is_one_of(std::string_view text, std::span<std::string_view const> names) {
    return std::find(names.begin(), names.end(), text) != names.end();
}

/// The sign or weight that a text stands for: a number, `+` or `-`, or a word such as `positive`, `foe`.
inline std::optional<double> sign_in(std::string_view text) {
    static constexpr std::array<std::string_view, 16> for_it{
        "+",      "positive", "pos",     "plus",     "friend", "friends", "friendly", "ally",
        "allies", "allied",   "support", "supports", "like",   "likes",   "trust",    "for"};
    static constexpr std::array<std::string_view, 17> against_it{
        "-",       "negative", "neg",   "minus",   "foe",      "foes",     "enemy",   "enemies", "hostile",
        "opposes", "oppose",   "rival", "dislike", "dislikes", "distrust", "against", "opposed"};
    text = trimmed(text);
    if (auto const number = finite_number(text)) return number;
    auto const word = lower(text);
    if (is_one_of(word, for_it)) return 1;
    if (is_one_of(word, against_it)) return -1;
    if (word == "neutral") return 0;
    return std::nullopt;
}

/// Written by R, pandas, databases and Stata for what is missing.
inline bool is_missing_text(std::string_view text) {
    static constexpr std::array<std::string_view, 9> words{"", "na", "nan", "none", "null", "<na>", "n/a", "nil", "."};
    return is_one_of(lower(trimmed(text)), words);
}

/// The weight of a tie that has a sign and a size: `-1` and `3` make -3. Nothing if the two contradict each other.
inline std::optional<double> joined_weight(double sign, double size) {
    if (sign == 0) return 0;
    if (size < 0 && sign > 0) return std::nullopt;
    return std::copysign(std::abs(size), sign);
}

/// The columns or attributes that hold the sign and the size of ties; at least one of them is there.
struct sign_columns {
    std::optional<std::size_t> sign;
    std::optional<std::size_t> weight;

    [[nodiscard]] bool exists() const noexcept { return sign || weight; }
};

/// The first of the names that a heading is.
inline std::optional<std::size_t> find_heading(std::vector<std::string> const& folded_headings,
                                               std::span<std::string_view const> names) {
    for (auto const name : names) {
        auto const found = std::find(folded_headings.begin(), folded_headings.end(), name);
        if (found != folded_headings.end()) return static_cast<std::size_t>(found - folded_headings.begin());
    }
    return std::nullopt;
}

/// @param chosen the caller's heading; empty = one of those that are known
inline sign_columns find_sign_columns(std::vector<std::string> const& folded_headings, std::string_view chosen) {
    if (chosen.empty())
        return {find_heading(folded_headings, sign_headings), find_heading(folded_headings, weight_headings)};
    auto const wanted = folded(chosen);
    std::array<std::string_view, 1> const name{wanted};
    return {find_heading(folded_headings, name), std::nullopt};
}

} // namespace geostance::io::detail

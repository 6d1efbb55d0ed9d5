// SPDX-License-Identifier: BSL-1.0
/// @file
/// Whether quotes are found in their publications: check_quotes.
#pragma once

#include <geostance/detail/sort.hpp>
#include <geostance/detail/utf8.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace geostance {

/// A quote that was not found.
struct unfound_quote {
    any_relation relation{};                    ///< the relation whose provenance has it
    node<geostance::publication> publication{}; ///< where it should stand; null = the provenance names none
    std::string quote{};                        ///< the words
    bool has_text = false;                      ///< false if there was no text in which to look for it

    friend bool operator==(unfound_quote const&, unfound_quote const&) = default;
};

namespace detail {

/// True for white space, line ends included.
constexpr bool is_white_space(char32_t c) noexcept {
    return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// True for what no reader sees: the soft hyphen, marks of width 0.
constexpr bool is_unseen(char32_t c) noexcept {
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

/// True for quotation marks, single or double, of whatever language, and for apostrophes, which look like them.
constexpr bool is_quotation_mark(char32_t c) noexcept {
    return c == '"' || c == '\'' || c == '`' || c == 0xAB || c == 0xB4 || c == 0xBB || (c >= 0x2018 && c <= 0x201F) ||
           (c >= 0x2032 && c <= 0x2037) || c == 0x2039 || c == 0x203A || (c >= 0x300C && c <= 0x300F) ||
           (c >= 0x301D && c <= 0x301F) || (c >= 0xFE41 && c <= 0xFE44) || c == 0xFF02 || c == 0xFF07 || c == 0xFF62 ||
           c == 0xFF63;
}

/// A text in the form that all its editions share: one blank for each stretch of white space, none at the ends or
/// beside a quotation mark (French sets one there), and one kind of quotation mark.
inline std::string plain_text(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    bool is_behind_blank = false;
    while (!text.empty()) {
        auto const length = utf8_length(text);
        auto const character = text.substr(0, std::max(length, std::size_t{1}));
        text.remove_prefix(character.size());
        char32_t const c = length == 0 ? 0 : code_point(character);
        if (is_unseen(c)) continue;
        bool const is_blank = is_white_space(c);
        bool const is_mark = is_quotation_mark(c);
        if (is_behind_blank && !is_blank && !is_mark && !result.empty() && result.back() != '"') result += ' ';
        if (!is_blank) result += is_mark ? std::string_view("\"") : character;
        is_behind_blank = is_blank;
    }
    return result;
}

/// The relations that have a quote, by publication, then in order of insertion.
template <stance_schema S>
[[nodiscard]] std::vector<any_relation> quoting_relations(typed_graph<S> const& g) {
    std::vector<any_relation> result;
    for (std::size_t i = 0; i < g.num_relations(); ++i)
        if (!g.annotation(g.relation_at(i)).quote.empty()) result.push_back(g.relation_at(i));
    detail::sort(result, [&g](any_relation a, any_relation b) {
        return g.annotation(a).publication < g.annotation(b).publication;
    });
    return result;
}

} // namespace detail

/// Every quote that does not stand in the text of its publication. Use it to check a record that was drafted in haste
/// or by a language model: it finds words that nobody said before they are cited. White space, line ends and kinds of
/// quotation marks are not compared, as editions of one text differ in them; letters, their case and all other
/// punctuation are.
/// @param g the record
/// @param text_of called once for each publication with a quote, with the publication; returns its text in UTF-8, or
///        a `std::optional` of it: none = there is no text
/// @return in order of insertion; quotes without a text to look in are among them, with `has_text` false
/// @par Complexity
/// O(E + q log q) for q quotes, and for each a search in its text
template <stance_schema S, class TextOf>
    requires std::convertible_to<std::invoke_result_t<TextOf&, publication const&>, std::optional<std::string>>
[[nodiscard]] std::vector<unfound_quote> check_quotes(typed_graph<S> const& g, TextOf&& text_of) {
    std::vector<unfound_quote> result;
    std::optional<std::string> text;
    node<publication> shown;
    for (auto const r : detail::quoting_relations(g)) {
        provenance const& p = g.annotation(r);
        if (p.publication != shown) {
            shown = p.publication;
            text.reset();
            if (!shown.is_null()) text = std::invoke(text_of, g[shown]);
            if (text) text = detail::plain_text(*text);
        }
        if (!text || text->find(detail::plain_text(p.quote)) == std::string::npos)
            result.push_back({r, p.publication, p.quote, text.has_value()});
    }
    detail::sort(result, [](unfound_quote const& a, unfound_quote const& b) { return a.relation < b.relation; });
    return result;
}

} // namespace geostance

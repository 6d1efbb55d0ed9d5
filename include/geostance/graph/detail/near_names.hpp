// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is near a name that is unknown.
#pragma once

#include <geostance/graph/detail/edit_distance.hpp>
#include <geostance/graph/detail/fold.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The words of a text without case and marks: what stands between blanks and punctuation.
inline std::vector<std::string_view> words_of(std::string_view text) {
    auto const is_letter = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        auto const begin = at;
        while (at < text.size() && is_letter(text[at])) ++at;
        if (at > begin) words.push_back(text.substr(begin, at - begin));
        if (at < text.size()) ++at;
    }
    return words;
}

/// Collects the names most like one that is unknown: a few letters apart, or of the same words.
class near_names {
public:
    explicit near_names(std::string_view unknown)
        : is_short_(unknown.size() <= longest), unknown_(is_short_ ? folded(unknown) : std::string()),
          words_(words_of(unknown_)) {}
    // The words are parts of the name.
    near_names(near_names const&) = delete;
    near_names& operator=(near_names const&) = delete;

    /// A name: letters and words count. Of several names of one owner the nearest is kept.
    void consider(std::string_view known, std::size_t owner) {
        if (!is_short_) return;
        auto const plain = folded(known);
        enter({std::min(letters_apart(plain), words_apart(plain)), std::string(known), owner});
    }
    /// A code: letters alone count, as many codes begin with one word.
    void consider_code(std::string_view known, std::size_t owner) {
        if (is_short_) enter({letters_apart(folded(known)), std::string(known), owner});
    }

    /// At most five, nearest first.
    [[nodiscard]] std::vector<std::string> take() {
        std::vector<std::string> result;
        for (auto& n : found_) result.push_back(std::move(n.name));
        return result;
    }

private:
    static constexpr std::size_t longest = 200; // a longer text is no slip of the pen, and would cost its square
    static constexpr std::size_t too_far = static_cast<std::size_t>(-1);

    /// Two for each edit; `too_far` if these are too many.
    [[nodiscard]] std::size_t letters_apart(std::string_view known) const {
        std::size_t const most_edits = std::max<std::size_t>(1, (unknown_.size() + 1) / 3);
        auto const gap = std::max(known.size(), unknown_.size()) - std::min(known.size(), unknown_.size());
        if (gap > most_edits) return too_far;
        auto const edits = edit_distance(unknown_, known);
        return edits <= most_edits ? 2 * edits : too_far;
    }

    /// One, and more for each word that only one of them has; `too_far` if the known name has less than half of the
    /// words. Articles and the like do not count: `ferry toll` is nearest to `the ferry toll`.
    [[nodiscard]] std::size_t words_apart(std::string_view known) const {
        auto const others = words_of(known);
        std::size_t shared = 0, missing = 0, further = 0;
        for (auto const word : words_)
            if (!is_small(word)) ++(is_among(others, word) ? shared : missing);
        for (auto const word : others) further += !is_small(word) && !is_among(words_, word) ? 1U : 0U;
        return shared == 0 || shared < missing ? too_far : 1 + 3 * missing + further;
    }
    [[nodiscard]] static bool is_among(std::vector<std::string_view> const& words, std::string_view word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    }
    [[nodiscard]] static bool is_small(std::string_view word) {
        constexpr std::string_view small[] = {"a",    "an", "and", "at", "by",  "for",
                                              "from", "in", "of",  "on", "the", "to"};
        return std::binary_search(std::begin(small), std::end(small), word);
    }

    struct near_name {
        std::size_t apart = 0;
        std::string name{};
        std::size_t owner = 0;

        bool operator<(near_name const& other) const {
            return std::tie(apart, name) < std::tie(other.apart, other.name);
        }
    };

    /// Puts a name where it belongs, if it is near enough. There are too few to sort otherwise.
    void enter(near_name next) {
        if (next.apart == too_far) return;
        auto const known =
            std::find_if(found_.begin(), found_.end(), [&](auto const& n) { return n.owner == next.owner; });
        if (known != found_.end()) {
            if (!(next < *known)) return;
            found_.erase(known);
        }
        found_.insert(std::upper_bound(found_.begin(), found_.end(), next), std::move(next));
        if (found_.size() > most_names) found_.pop_back();
    }

    static constexpr std::size_t most_names = 5;

    bool is_short_;
    std::string unknown_; ///< without case and marks
    std::vector<std::string_view> words_;
    std::vector<near_name> found_; ///< nearest first, then in order of the alphabet
};

} // namespace geostance::detail

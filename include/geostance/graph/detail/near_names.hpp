// SPDX-License-Identifier: BSL-1.0
/// @file
/// What is near a name that is unknown.
#pragma once

#include <geostance/graph/detail/edit_distance.hpp>
#include <geostance/graph/detail/fold.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Calls f with each word of a text without case and marks: what stands between blanks and punctuation.
template <class F>
void for_each_word(std::string_view text, F f) {
    auto const is_letter = [](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto const begin = at;
        while (at < text.size() && is_letter(text[at])) ++at;
        if (at > begin) f(text.substr(begin, at - begin));
    }
}

/// Collects the names most like one that is unknown: a few letters apart, or of the same words.
class near_names {
public:
    explicit near_names(std::string_view unknown)
        : is_short_(unknown.size() <= longest), unknown_(is_short_ ? folded(unknown) : std::string()) {}

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
        for (std::size_t i = 0; i < size_; ++i) result.push_back(std::move(found_[i].name));
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
        std::size_t shared = 0, missing = 0, further = 0;
        for_each_word(unknown_, [&](std::string_view word) {
            if (!is_small(word)) ++(is_among(known, word) ? shared : missing);
        });
        for_each_word(known, [&](std::string_view word) {
            if (!is_small(word) && !is_among(unknown_, word)) ++further;
        });
        return shared == 0 || shared < missing ? too_far : 1 + 3 * missing + further;
    }
    [[nodiscard]] static bool is_among(std::string_view words, std::string_view word) {
        bool result = false;
        for_each_word(words, [&](std::string_view other) { result = result || other == word; });
        return result;
    }
    [[nodiscard]] static bool is_small(std::string_view word) {
        for (std::string_view const small :
             {"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to"})
            if (small == word) return true;
        return false;
    }

    struct near_name {
        std::size_t apart = 0;
        std::string name{};
        std::size_t owner = 0;

        bool operator<(near_name const& other) const {
            return apart != other.apart ? apart < other.apart : name < other.name;
        }
    };

    /// Puts a name where it belongs, if it is near enough. There are too few to sort otherwise.
    void enter(near_name next) {
        if (next.apart == too_far) return;
        std::size_t at = 0;
        while (at < size_ && found_[at].owner != next.owner) ++at;
        if (at == size_)
            found_[size_++] = std::move(next);
        else if (next < found_[at])
            found_[at] = std::move(next);
        for (; at > 0 && found_[at] < found_[at - 1]; --at) std::swap(found_[at], found_[at - 1]);
        size_ = std::min(size_, most_names);
    }

    static constexpr std::size_t most_names = 5;

    bool is_short_;
    std::string unknown_;             ///< without case and marks
    near_name found_[most_names + 1]; // NOLINT(*-avoid-c-arrays): nearest first, then in order of the alphabet
    std::size_t size_ = 0;
};

} // namespace geostance::detail

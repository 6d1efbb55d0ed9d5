// SPDX-License-Identifier: BSL-1.0
/// @file
/// Remembers what short texts stand for: event data repeat a few of them in row after row.
#pragma once

#include <geostance/detail/spread.hpp>
#include <geostance/io/detail/bytes.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace geostance::io::detail {

template <class T>
class text_memo {
public:
    /// What `read()` makes of a text, or has made of it before.
    /// @param text part of a longer one
    /// @param end where that longer one ends: a short text is loaded with what stands behind it
    template <class Read>
    T operator()(std::string_view text, char const* end, Read read) {
        if (text.size() > word_size || end - text.data() < static_cast<std::ptrdiff_t>(word_size)) return read();
        auto const behind = 8 * (word_size - text.size());
        auto const word = text.empty() ? 0 : load_bytes(text.data()) << behind >> behind;
        auto& known = slots_[geostance::detail::spread(word ^ text.size()) >> (64 - slot_bits)];
        if (known.word != word || known.size != text.size()) known = {word, text.size(), read()};
        return known.value;
    }

private:
    static constexpr std::size_t word_size = 8;
    static constexpr unsigned slot_bits = 8;

    struct slot {
        std::uint64_t word = 0;
        std::size_t size = word_size + 1; // of no text
        T value{};
    };
    std::array<slot, std::size_t{1} << slot_bits> slots_{};
};

} // namespace geostance::io::detail

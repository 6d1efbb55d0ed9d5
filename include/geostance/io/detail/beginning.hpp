// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the first bytes of an input give away: files that no reader of text can read.
#pragma once

#include <geostance/error.hpp>

#include <string>
#include <string_view>

namespace geostance::io::detail {

/// @throws read_error if a text begins with that mark
inline void refuse_mark(std::string const& file, std::string_view text, std::string_view mark, char const* what,
                        char const* expected) {
    if (text.starts_with(mark)) throw read_error({file, 1, 1}, what, expected);
}

/// @throws read_error for what is compressed, and for UTF-32
inline void refuse_packed(std::string const& file, std::string_view text) {
    refuse_mark(file, text, "\x1F\x8B", "gzip data", "text; geostance/io/gzip.hpp has `gunzip`, which unpacks it");
    refuse_mark(file, text, "PK\x03\x04", "a zip archive", "text; unpack it first");
    refuse_mark(file, text, {"\xFF\xFE\0\0", 4}, "UTF-32", "text in UTF-8");
    refuse_mark(file, text, {"\0\0\xFE\xFF", 4}, "UTF-32", "text in UTF-8");
}

/// @throws read_error for what is compressed, and for encodings other than UTF-8 that give themselves away
inline void refuse_other_than_utf8(std::string const& file, std::string_view text) {
    refuse_packed(file, text); // first, as a mark of UTF-32 begins like one of UTF-16
    refuse_mark(file, text, "\xFF\xFE", "UTF-16", "text in UTF-8");
    refuse_mark(file, text, "\xFE\xFF", "UTF-16", "text in UTF-8");
}

} // namespace geostance::io::detail

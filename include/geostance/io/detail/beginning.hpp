// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the first bytes of an input give away: files that no reader of text can read.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/lower.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace geostance::io::detail {

/// What a kind of file begins with, and what to do about it.
struct file_mark {
    std::string_view begins;
    char const* what;
    char const* expected;
};

/// @throws read_error if a text begins with one of the marks
template <std::size_t N>
void refuse_marks(std::string const& file, std::string_view text, std::array<file_mark, N> const& marks) {
    for (auto const& mark : marks)
        if (text.starts_with(mark.begins)) throw read_error({file, 1, 1}, mark.what, mark.expected);
}

/// @throws read_error for what is compressed or of another program, and for UTF-32
inline void refuse_packed(std::string const& file, std::string_view text) {
    static constexpr std::array<file_mark, 13> marks{{
        {"\x1F\x8B", "gzip data", "text; geostance/io/gzip.hpp has `gunzip`, which unpacks it"},
        {"PK\x03\x04", "a zip archive or an Excel workbook",
         "text; geostance/io/zip.hpp has `unzip`, which unpacks an archive of one file; a workbook is to be exported "
         "as CSV"},
        {"PK\x05\x06", "a zip archive with nothing in it", "text"},
        {"BZh91AY&SY", "bzip2 data", "text; unpack it first"},
        {"\xFD\x37zXZ", "xz data", "text; unpack it first"},
        {"\x28\xB5\x2F\xFD", "zstd data", "text; unpack it first"},
        {"\x37z\xBC\xAF", "a 7z archive", "text; unpack it first"},
        {"\xD0\xCF\x11\xE0", "an old Excel workbook", "text; export it as CSV"},
        {"<stata_dta>", "a Stata file", "text; export it as CSV"},
        {"RDX3\nX\n", "an R file", "text; export it as CSV"},
        {"%PDF-", "a PDF document", "text"},
        {{"\xFF\xFE\0\0", 4}, "UTF-32", "text in UTF-8"},
        {{"\0\0\xFE\xFF", 4}, "UTF-32", "text in UTF-8"},
    }};
    refuse_marks(file, text, marks);
}

/// @throws read_error for what is compressed, and for encodings other than UTF-8 that give themselves away
inline void refuse_other_than_utf8(std::string const& file, std::string_view text) {
    static constexpr std::array<file_mark, 2> marks{
        {{"\xFF\xFE", "UTF-16", "text in UTF-8"}, {"\xFE\xFF", "UTF-16", "text in UTF-8"}}};
    refuse_packed(file, text); // first, as a mark of UTF-32 begins like one of UTF-16
    refuse_marks(file, text, marks);
    if (text.size() > 1 && (text[0] == '\0') != (text[1] == '\0'))
        throw read_error({file, 1, 1}, "a NUL byte, as in UTF-16 or in what is no text", "text in UTF-8");
}

/// Servers and version control give these in place of a table or a document.
/// @throws read_error for a page of the web, another document in XML, and a pointer to a large file
inline void refuse_stand_in(std::string const& file, std::string_view text) {
    static constexpr std::array<file_mark, 4> marks{
        {{"<!doctype", "a page of the web", "the file itself; was it downloaded?"},
         {"<html", "a page of the web", "the file itself; was it downloaded?"},
         {"<?xml", "a document in XML", "another format; `read_graphml` reads GraphML"},
         {"version https://git-lfs", "a pointer of Git LFS", "the file itself; `git lfs pull` fetches it"}}};
    constexpr std::size_t longest = 32;
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    refuse_marks(file, lower(text.substr(0, longest)), marks);
}

/// Where lines end with CR alone, all of them would be one: headings, or a comment, and nothing behind it.
/// @throws read_error for such a text
inline void refuse_bare_returns(std::string const& file, std::string_view text) {
    auto const at = text.find('\r');
    if (at == std::string_view::npos || at + 1 == text.size() || text.find('\n') != std::string_view::npos) return;
    throw read_error({file, 1, at + 1}, "a carriage return alone", "line ends as LF or CR LF");
}

} // namespace geostance::io::detail

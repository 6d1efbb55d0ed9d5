// SPDX-License-Identifier: BSL-1.0
/// @file
/// JSON Lines: one value a line, as tokens.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/json_parser.hpp>
#include <geostance/io/detail/json_scanner.hpp>
#include <geostance/io/detail/json_tokens.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace geostance::io::detail {

/// Takes lines apart: plain ones fast, the others by `json_parser`.
class json_line_parser {
public:
    /// @param annotation as `json_parser` has it
    explicit json_line_parser(std::string const& name, std::string_view annotation = {})
        : window_(name), parser_(window_, annotation) {}
    json_line_parser(json_line_parser const&) = delete;
    json_line_parser& operator=(json_line_parser const&) = delete;
    ~json_line_parser() = default;

    /// Where the line that was read last stands.
    [[nodiscard]] json_window const& window() const noexcept { return window_; }

    /// Shows errors a line that was taken apart elsewhere.
    void show(std::string_view line, std::size_t number) { window_.show_line(line, number); }

    /// @param if_cut what an error adds where the line ends within the value
    /// @return the value's tokens, until the next call; null for a line of blanks
    /// @throws read_error for a line that is not one value
    json_record const* read(std::string_view line, std::size_t number, char const* if_cut) {
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) return nullptr;
        window_.show_line(line, number);
        if (json_scanner::scan(line, plain_)) return &plain_;
        try {
            return &parser_.read(json_behind::nothing);
        } catch (read_error const& problem) {
            if (problem.value() != json_text_end) throw;
            throw read_error(problem.where(), problem.value(), problem.expected() + if_cut);
        }
    }

private:
    json_window window_;
    json_record plain_;
    json_parser parser_;
};

} // namespace geostance::io::detail

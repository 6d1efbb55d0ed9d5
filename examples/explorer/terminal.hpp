// SPDX-License-Identifier: BSL-1.0
/// @file
/// The terminal: how wide it is, whether it shows colours, how far long work has come, and Ctrl-C.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// Whether a person reads standard output.
bool is_read_by_person();
/// How many columns standard output has; 0 where no person reads it.
std::size_t width_of_output();
/// Whether colours are wanted where a person reads: not where NO_COLOR is set or the terminal is a dumb one.
bool wants_colour();

/// A text in lines of at most that many columns, each but the first indented by two more than the first. Words that
/// are too long for a line are broken.
/// @param text in UTF-8, without control characters
/// @param width 0 = one line
/// @param indent blanks before the first line
std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t indent);

/// While one is alive, Ctrl-C asks long work to stop instead of ending the program at once; a second one ends it.
class interruptible {
public:
    interruptible();
    ~interruptible();
    interruptible(interruptible const&) = delete;
    interruptible& operator=(interruptible const&) = delete;

    /// Whether Ctrl-C was pressed.
    static bool is_asked_to_stop() noexcept;
};

/// A line on standard error that says how far long work has come; nothing where no person reads it. It appears after
/// half a second, and goes when the work ends.
class progress_line {
public:
    explicit progress_line(std::string what);
    ~progress_line();
    progress_line(progress_line const&) = delete;
    progress_line& operator=(progress_line const&) = delete;

    /// Shows a share of the whole, or how much is done where the whole is not known.
    void show(std::uint64_t done, std::optional<std::uint64_t> total);

private:
    std::string what_;
    std::int64_t next_ = 0; ///< when it is shown next, in milliseconds
    bool is_shown_ = false;
};

} // namespace explorer

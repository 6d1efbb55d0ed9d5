// SPDX-License-Identifier: BSL-1.0
#include "terminal.hpp"

#include <geostance/safe_text.hpp>

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <iostream>

namespace explorer {

namespace {

volatile std::sig_atomic_t interrupted = 0;

/// Notes the signal; the next one ends the program, as it does without this handler.
extern "C" void note_interrupt(int signal) {
    interrupted = 1;
    std::signal(signal, SIG_DFL);
}

std::int64_t milliseconds() {
    using namespace std::chrono;
    return duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count();
}

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

/// Columns of a character of several bytes: two for those that East Asian terminals show wide, one for others.
std::size_t columns_of(std::string_view character) {
    if (character.size() < 3) return 1;
    // The scripts of East Asia begin at U+1100 and lie between U+2E80 and U+D7A3; in UTF-8 bytes sort as code points.
    bool const is_wide = (character >= "\xE1\x84\x80" && character <= "\xE1\x85\x9F") ||
                         (character >= "\xE2\xBA\x80" && character <= "\xED\x9E\xA3") ||
                         (character >= "\xEF\xBC\x80" && character <= "\xEF\xBD\xA0") || character.size() == 4;
    return is_wide ? 2 : 1;
}

/// How many bytes of a text fit into a number of columns: at least one character.
std::size_t fitting(std::string_view text, std::size_t columns) {
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        auto next = at + 1;
        while (next < text.size() && !begins_character(text[next])) ++next;
        used += columns_of(text.substr(at, next - at));
        if (used > columns && at > 0) break;
        at = next;
    }
    return at;
}

} // namespace

bool is_read_by_person() { return isatty(STDOUT_FILENO) == 1; }

std::size_t width_of_output() {
    if (!is_read_by_person()) return 0;
    constexpr std::size_t usual = 80;
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return std::max<std::size_t>(size.ws_col, usual / 4);
}

bool wants_colour() {
    auto const* const no_colour = std::getenv("NO_COLOR");
    auto const* const terminal = std::getenv("TERM");
    bool const is_dumb = terminal == nullptr || std::string_view(terminal) == "dumb";
    return is_read_by_person() && !is_dumb && (no_colour == nullptr || *no_colour == 0);
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width, std::size_t indent) {
    std::vector<std::string> lines;
    if (width == 0) return {std::string(indent, ' ') + std::string(text)};
    do {
        auto const blanks = std::min(indent + (lines.empty() ? 0 : 2), width / 2);
        auto length = fitting(text, width - blanks);
        if (length < text.size())
            if (auto const blank = text.substr(0, length + 1).rfind(' '); blank != std::string_view::npos && blank > 0)
                length = blank;
        lines.push_back(std::string(blanks, ' ') + std::string(text.substr(0, length)));
        text.remove_prefix(length);
        text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
    } while (!text.empty());
    return lines;
}

interruptible::interruptible() { std::signal(SIGINT, note_interrupt); }
interruptible::~interruptible() { std::signal(SIGINT, SIG_DFL); }
bool interruptible::is_asked_to_stop() noexcept { return interrupted != 0; }

progress_line::progress_line(std::string what) : what_(geostance::safe_text(what)) {
    constexpr std::int64_t patience = 500;
    next_ = milliseconds() + patience;
}

progress_line::~progress_line() {
    if (is_shown_) std::cerr << "\r\x1B[K" << std::flush;
}

void progress_line::show(std::uint64_t done, std::optional<std::uint64_t> total) {
    constexpr std::int64_t pause = 100;
    if (isatty(STDERR_FILENO) != 1 || milliseconds() < next_) return;
    next_ = milliseconds() + pause;
    is_shown_ = true;
    std::cerr << "\r\x1B[K" << what_ << ' ';
    if (total && *total > 0)
        std::cerr << 100 * done / *total << " %";
    else
        std::cerr << (done >> 20U) << " MiB";
    std::cerr << std::flush;
}

} // namespace explorer

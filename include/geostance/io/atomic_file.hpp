// SPDX-License-Identifier: BSL-1.0
/// @file
/// Files that are written whole or not at all.
#pragma once

#include <geostance/error.hpp>

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <random>
#include <string>
#include <system_error>
#include <utility>

namespace geostance::io {

namespace detail {

/// True where no file can take the place of what is there: a device, a pipe, a socket, or a link by which the system
/// names what a process has open, such as /dev/stdout.
inline bool is_written_through(std::filesystem::path const& path) {
    namespace fs = std::filesystem;
    std::error_code ignored;
    auto const there = fs::status(path, ignored); // of what a link leads to
    if (fs::is_other(there)) return true;
    if (!fs::is_symlink(fs::symlink_status(path, ignored))) return false;
    auto const folder = fs::canonical(fs::absolute(path).parent_path(), ignored).generic_string();
    return folder == "/dev" || folder.starts_with("/proc/");
}

} // namespace detail

/// A file that takes its name only when all of it is written. Until then it lies beside its place under another name,
/// and what was there before stays; if it is destroyed without `commit`, nothing is left of it.
///
/// A device, pipe or socket is not replaced: what is written goes to it at once.
class atomic_file {
public:
    /// Begins a file.
    /// @param path where it is to be; a file that is there is replaced in the end. Where a link to a file is there, the
    ///        link is.
    /// @throws write_error if no file can be written beside it, or a folder is there
    explicit atomic_file(std::filesystem::path path)
        : path_(std::move(path)), is_direct_(detail::is_written_through(path_)), draft_(is_direct_ ? path_ : beside()) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path_, ignored)) fail("cannot be written", "it is a folder");
        errno = 0;
        out_.open(draft_, std::ios::out | std::ios::binary | (is_direct_ ? std::ios::app : std::ios::trunc));
        if (!out_) fail("cannot be written", std::generic_category().message(errno));
    }
    atomic_file(atomic_file const&) = delete;
    atomic_file& operator=(atomic_file const&) = delete;
    ~atomic_file() {
        if (is_written_ || is_direct_) return;
        out_.close();
        std::error_code ignored;
        std::filesystem::remove(draft_, ignored);
    }

    /// Where its content goes.
    [[nodiscard]] std::ostream& stream() noexcept { return out_; }

    /// Puts the file in its place.
    /// @throws write_error if not all of it could be written
    void commit() {
        errno = 0;
        out_.close();
        if (!out_)
            fail("not all of it could be written",
                 errno == 0 ? "the stream failed" : std::generic_category().message(errno));
        if (is_direct_) return;
        std::error_code failure;
        std::filesystem::rename(draft_, path_, failure);
        if (failure) fail("cannot be written", failure.message());
        is_written_ = true;
    }

private:
    /// A name of its own: with the file's name in it, it could become too long.
    [[nodiscard]] std::filesystem::path beside() const {
        return path_.parent_path() / (".part-" + std::to_string(std::random_device{}()));
    }
    [[noreturn]] void fail(char const* what, std::string const& why) const {
        throw write_error(path_.string() + ": " + what + ": " + why);
    }

    std::filesystem::path path_;
    bool is_direct_; ///< written through
    std::filesystem::path draft_;
    std::ofstream out_;
    bool is_written_ = false;
};

/// Writes a file whole or not at all; a device, pipe or socket gets what is written at once.
/// @param path where it is to be
/// @param write writes the content to the `std::ostream&` that it gets
/// @throws write_error if the file cannot be written; and what write throws. What was there before then stays.
template <class Write>
void write_file(std::filesystem::path const& path, Write write) {
    atomic_file file(path);
    write(file.stream());
    file.commit();
}

} // namespace geostance::io

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Files that are written whole or not at all.
#pragma once

#include <geostance/error.hpp>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <random>
#include <string>
#include <system_error>
#include <utility>

namespace geostance::io {

/// A file that takes its name only when all of it is written. Until then it lies beside its place under another name,
/// and what was there before stays; if it is destroyed without `commit`, nothing is left of it.
class atomic_file {
public:
    /// Begins a file.
    /// @param path where it is to be; what is there is replaced in the end. Where a link is there, the link is.
    /// @throws write_error if no file can be written beside it
    explicit atomic_file(std::filesystem::path path) : path_(std::move(path)), draft_(path_) {
        draft_ += ".part-" + std::to_string(std::random_device{}());
        out_.open(draft_, std::ios::out | std::ios::binary | std::ios::trunc);
        if (!out_) throw write_error(path_.string() + " cannot be written");
    }
    atomic_file(atomic_file const&) = delete;
    atomic_file& operator=(atomic_file const&) = delete;
    ~atomic_file() {
        if (is_written_) return;
        out_.close();
        std::error_code ignored;
        std::filesystem::remove(draft_, ignored);
    }

    /// Where its content goes.
    [[nodiscard]] std::ostream& stream() noexcept { return out_; }

    /// Puts the file in its place.
    /// @throws write_error if not all of it could be written
    void commit() {
        out_.close();
        if (!out_) throw write_error(path_.string() + ": not all of it could be written");
        std::error_code failure;
        std::filesystem::rename(draft_, path_, failure);
        if (failure) throw write_error(path_.string() + ": " + failure.message());
        is_written_ = true;
    }

private:
    std::filesystem::path path_;
    std::filesystem::path draft_;
    std::ofstream out_;
    bool is_written_ = false;
};

/// Writes a file whole or not at all.
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

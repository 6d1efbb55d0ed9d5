// SPDX-License-Identifier: BSL-1.0
/// @file
/// Drafts of files on systems with POSIX: they take over permissions and owner, reach the disk, and can be told from
/// the drafts of programs that were killed.
#pragma once

#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <random>
#include <streambuf>
#include <string>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace geostance::io::detail {

inline constexpr std::string_view draft_prefix = ".geostance-part-";

/// An open file, which is closed in the end.
class descriptor {
public:
    descriptor() = default;
    explicit descriptor(int number) noexcept : number_(number) {}
    /// @param mode the permissions of a file that is made
    descriptor(std::filesystem::path const& path, int flags, ::mode_t mode = 0) noexcept
        : number_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {} // NOLINT(*-vararg): the system's own function
    descriptor(descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    descriptor& operator=(descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~descriptor() { close(); }

    [[nodiscard]] int number() const noexcept { return number_; }
    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }
    /// @return whether the system took everything that was written
    bool close() noexcept { return number_ < 0 || ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_ = -1;
};

/// Writes to an open file, and keeps the reason of the first failure.
class file_output final : public std::streambuf {
public:
    explicit file_output(int file) noexcept : file_(file) { setp(buffer_.data(), buffer_.data() + buffer_.size()); }

    /// The system's number for what went wrong; 0 = nothing.
    [[nodiscard]] int error() const noexcept { return error_; }

protected:
    int_type overflow(int_type character) override {
        if (sync() != 0) return traits_type::eof();
        if (!traits_type::eq_int_type(character, traits_type::eof())) sputc(traits_type::to_char_type(character));
        return traits_type::not_eof(character);
    }
    int sync() override {
        for (char const* at = pbase(); error_ == 0 && at != pptr();) {
            auto const count = ::write(file_, at, static_cast<std::size_t>(pptr() - at));
            if (count >= 0) {
                at += count;
            } else if (errno != EINTR) {
                error_ = errno;
            }
        }
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        return error_ == 0 ? 0 : -1;
    }

private:
    int file_;
    int error_ = 0;
    std::array<char, std::size_t{1} << 14U> buffer_{};
};

/// What a file that is to be replaced is like.
class replaced_file {
public:
    explicit replaced_file(std::filesystem::path const& path) {
        struct ::stat found {};
        if (::stat(path.c_str(), &found) != 0) return;
        stat_ = found;
        // The superuser may write to every file; nobody is meant to write to one that has no permission for it.
        constexpr ::mode_t write = S_IWUSR | S_IWGRP | S_IWOTH;
        is_read_only_ = (found.st_mode & write) == 0 || ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0;
    }

    [[nodiscard]] bool exists() const noexcept { return stat_.has_value(); }
    [[nodiscard]] bool is_read_only() const noexcept { return is_read_only_; }
    /// Names of the same file beside the one that was asked for (hard links).
    [[nodiscard]] std::uintmax_t other_names() const noexcept {
        return stat_ && stat_->st_nlink > 1 ? stat_->st_nlink - 1 : 0;
    }

    /// Gives its owner, group and permissions to another file, as far as the system allows it. Where the group cannot
    /// be given, the new group may do no more than everybody.
    /// @return whether owner and group are kept
    [[nodiscard]] bool pass_on_to(int file) const noexcept {
        if (!stat_) return true;
        auto mode = stat_->st_mode & ~::mode_t{S_IFMT};
        bool const is_kept = ::fchown(file, stat_->st_uid, stat_->st_gid) == 0;
        if (!is_kept) {
            mode &= ~::mode_t{S_ISUID | S_ISGID};
            if (::fchown(file, static_cast<::uid_t>(-1), stat_->st_gid) != 0)
                mode &= ~::mode_t{S_IRWXG} | ((mode & S_IRWXO) << 3U);
        }
        static_cast<void>(::fchmod(file, mode)); // a file system without permissions leaves it to its owner
        return is_kept;
    }

private:
    std::optional<struct ::stat> stat_;
    bool is_read_only_ = false;
};

/// A file under a name of its own, locked while its program lives, and removed in the end unless it took its place.
class draft {
public:
    /// Begins a draft in a folder; see `is_open`.
    draft(std::filesystem::path const& folder, replaced_file const& replaced) {
        ::mode_t const mode = replaced.exists() ? S_IRUSR | S_IWUSR : 0666;
        do {
            // With the file's name in it, the name could become too long.
            path_ = folder / (std::string(draft_prefix) + std::to_string(std::random_device{}()));
            file_ = descriptor(path_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
        } while (file_.is_open() ? !is_locked() : errno == EEXIST);
        if (file_.is_open()) is_owner_kept_ = replaced.pass_on_to(file_.number());
    }
    draft(draft const&) = delete;
    draft& operator=(draft const&) = delete;
    ~draft() {
        if (file_.is_open()) ::unlink(path_.c_str());
    }

    [[nodiscard]] bool is_open() const noexcept { return file_.is_open(); }
    [[nodiscard]] int number() const noexcept { return file_.number(); }
    [[nodiscard]] bool is_owner_kept() const noexcept { return is_owner_kept_; }

    /// Takes its place on the disk. If this fails, `errno` has the reason, and what was there stays.
    [[nodiscard]] bool take(std::filesystem::path const& place) noexcept {
        // Files on which there is nothing to wait for, such as those of some network systems, give EINVAL.
        if (::fsync(file_.number()) != 0 && errno != EINVAL && errno != ENOTSUP) return false;
        if (::rename(path_.c_str(), place.c_str()) != 0) return false;
        file_.close();
        return true;
    }

private:
    /// Locks the file; false if somebody who took it for abandoned removed it before.
    [[nodiscard]] bool is_locked() const noexcept {
        struct ::stat now {};
        return ::flock(file_.number(), LOCK_EX) != 0 || ::fstat(file_.number(), &now) != 0 || now.st_nlink != 0;
    }

    std::filesystem::path path_;
    descriptor file_;
    bool is_owner_kept_ = true;
};

/// Makes the names in a folder lasting, where the system can.
inline void flush_folder(std::filesystem::path const& folder) noexcept {
    descriptor const opened(folder, O_RDONLY | O_DIRECTORY);
    if (opened.is_open()) static_cast<void>(::fsync(opened.number()));
}

/// A draft that no living program has: open and locked if it is one.
inline descriptor abandoned(std::filesystem::path const& path) noexcept {
    descriptor file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (file.is_open() && ::flock(file.number(), LOCK_EX | LOCK_NB) == 0) return file;
    return {};
}

} // namespace geostance::io::detail

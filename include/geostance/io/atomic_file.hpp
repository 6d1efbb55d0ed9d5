// SPDX-License-Identifier: BSL-1.0
/// @file
/// Files that are written whole or not at all.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/posix_draft.hpp>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

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

/// The file to which a path leads, past links that may be kept.
inline std::filesystem::path past_links(std::filesystem::path path) {
    std::error_code failure;
    if (is_written_through(path) || !std::filesystem::is_symlink(std::filesystem::symlink_status(path, failure)))
        return path;
    auto there = std::filesystem::canonical(path, failure);
    return failure ? path : there;
}

inline std::filesystem::path folder_of(std::filesystem::path const& path) {
    return path.has_parent_path() ? path.parent_path() : ".";
}

} // namespace detail

/// What became of a file that was there before.
struct written_file {
    std::uintmax_t other_names = 0; ///< hard links to what was there: under these names the old content stays
    bool is_owner_kept = true;      ///< false if the new file could not be given the owner and group of the old one
};

/// A file that takes its name only when all of it is written. Until then it lies beside its place under another name,
/// and what was there before stays; if it is destroyed without `commit`, nothing is left of it.
///
/// A new file that replaces another has the permissions of the old one and, where the system allows it, its owner and
/// group. Where the group cannot be kept, the new group may do no more than everybody. Access control lists and other
/// extended attributes are not kept. What is written has reached the disk before the file takes its name.
///
/// A device, pipe or socket is not replaced: what is written goes to it at once. Needs a system with POSIX.
/// @par Complexity
/// O(bytes written)
class atomic_file {
public:
    /// Begins a file.
    /// @param path where it is to be; a file that is there is replaced in the end. A link to a file stays, and the file
    ///        it leads to is replaced.
    /// @throws write_error if a folder or a read-only file is there, or no file can be written beside it
    explicit atomic_file(std::filesystem::path path) : path_(detail::past_links(std::move(path))), replaced_(path_) {
        std::error_code ignored;
        if (std::filesystem::is_directory(path_, ignored)) fail("cannot be written", "it is a folder");
        if (replaced_.is_read_only()) fail("cannot be written", "it is read-only");
        if (detail::is_written_through(path_))
            device_ = detail::descriptor(path_, O_WRONLY | O_APPEND);
        else
            draft_.emplace(detail::folder_of(path_), replaced_);
        auto const file = draft_ ? draft_->number() : device_.number();
        if (file < 0) fail("cannot be written", reason(errno));
        buffer_.emplace(file);
        out_.rdbuf(&*buffer_);
    }

    /// @return where its content goes
    [[nodiscard]] std::ostream& stream() noexcept { return out_; }

    /// Checks that everything so far could be written.
    /// @throws write_error if not, with the system's reason
    void check() const {
        if (!out_) fail("not all of it could be written", reason(buffer_->error()));
    }

    /// Puts the file in its place.
    /// @return what became of the file that was there
    /// @throws write_error if not all of it could be written
    written_file commit() {
        out_.flush();
        check();
        if (!draft_) {
            if (!device_.close()) fail("not all of it could be written", reason(errno));
            return {};
        }
        auto const folder = detail::folder_of(path_); // once the file is in its place, nothing may throw
        if (!draft_->take(path_)) fail("cannot be written", reason(errno));
        detail::flush_folder(folder);
        return {replaced_.other_names(), draft_->is_owner_kept()};
    }

private:
    [[nodiscard]] static std::string reason(int number) {
        return number == 0 ? "the stream failed" : std::generic_category().message(number);
    }
    [[noreturn]] void fail(char const* what, std::string const& why) const {
        throw write_error(path_.string() + ": " + what + ": " + why);
    }

    std::filesystem::path path_;
    detail::replaced_file replaced_;
    detail::descriptor device_;          ///< what is written through
    std::optional<detail::draft> draft_; ///< none where something is written through
    std::optional<detail::file_output> buffer_;
    std::ostream out_{nullptr};
};

/// Writes a file whole or not at all; a device, pipe or socket gets what is written at once.
/// @param path where it is to be; see `atomic_file`
/// @param write writes the content to the `std::ostream&` that it gets; not copied
/// @return what became of the file that was there
/// @throws write_error if the file cannot be written, with the system's reason; what was there before then stays
/// @par Complexity
/// O(bytes written)
/// @par Guarantee
/// If anything is thrown, by the callable too, the file that was there before stays. A device, pipe or socket may have
/// got a part.
template <class Write>
written_file write_file(std::filesystem::path const& path, Write&& write) {
    atomic_file file(path);
    try {
        write(file.stream());
    } catch (write_error const&) {
        file.check(); // knows the file and the reason
        throw;
    }
    return file.commit();
}

/// The drafts of files in a folder that programs left behind when they were killed or the power failed. A draft whose
/// program is still writing is none of them.
/// @param folder where files were written
/// @return their paths in order; empty if the folder cannot be read
/// @par Complexity
/// O(n) files in the folder, and O(d log d) for d drafts among them
[[nodiscard]] inline std::vector<std::filesystem::path> abandoned_drafts(std::filesystem::path const& folder) {
    std::vector<std::filesystem::path> found;
    std::error_code failure;
    for (std::filesystem::directory_iterator at(folder, failure), end; !failure && at != end; at.increment(failure))
        if (at->path().filename().string().starts_with(detail::draft_prefix) && detail::abandoned(at->path()).is_open())
            found.push_back(at->path());
    std::sort(found.begin(), found.end());
    return found;
}

/// Removes the drafts in a folder that programs left behind; see `abandoned_drafts`.
/// @param folder where files were written
/// @return the paths of what was removed, in order
/// @par Complexity
/// that of `abandoned_drafts`
inline std::vector<std::filesystem::path> remove_abandoned_drafts(std::filesystem::path const& folder) {
    auto drafts = abandoned_drafts(folder);
    std::erase_if(drafts, [](std::filesystem::path const& path) {
        auto const locked = detail::abandoned(path); // so that nobody begins to write to it meanwhile
        std::error_code ignored;
        return !locked.is_open() || !std::filesystem::remove(path, ignored);
    });
    return drafts;
}

} // namespace geostance::io

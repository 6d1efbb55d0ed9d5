// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which bytes of which files each rank reads.
#pragma once

#include <geostance/data/event/event.hpp>
#include <geostance/data/event/for_each_event.hpp>
#include <geostance/error.hpp>
#include <geostance/io/input.hpp>
#include <geostance/mpi/detail/packet.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::mpi::detail {

/// A file as the first rank finds it.
struct shared_file {
    std::string path{};
    std::uint64_t size = 0;
    bool can_be_split = false; ///< each of its lines is a row
    std::string heading{};     ///< the line that every part needs, with its end; may be empty

    friend packet_writer& operator<<(packet_writer& out, shared_file const& f) {
        return out << f.path << f.size << f.can_be_split << f.heading;
    }
    friend packet_reader& operator>>(packet_reader& in, shared_file& f) {
        return in >> f.path >> f.size >> f.can_be_split >> f.heading;
    }
};

/// Looks at a file that may be read in parts.
/// @throws read_error if it cannot be opened
inline shared_file look_at(std::filesystem::path const& path, io::event_format format) {
    auto in = io::input::file(path);
    shared_file file{path.string(), in.bytes().total().value_or(0), false, {}};
    bool const is_gdelt = format == io::event_format::gdelt_1 || format == io::event_format::gdelt_2;
    bool const is_violence = format == io::event_format::ucdp || format == io::event_format::acled;
    auto [beginning, whole] = io::detail::peek(std::move(in));
    auto const end = beginning.find('\n');
    if (end == std::string::npos || beginning.find_first_not_of("\r\n") >= end) return file;
    auto const begun = io::detail::begin_event_table(std::move(whole), is_violence);
    file.can_be_split = begun.format.quote == '\0';
    if (!is_gdelt || io::detail::names_gdelt_columns(begun.first_line)) file.heading = beginning.substr(0, end + 1);
    return file;
}

/// Bytes of a file.
struct file_share {
    std::size_t file = 0; ///< its number
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

/// What a rank reads of some files: an equal share of their bytes put one behind another. A file that cannot be split
/// is read by the rank in whose share it begins.
/// @return by file; the shares of all ranks together are all files, each byte once, in order
inline std::vector<file_share> shares_of(std::vector<shared_file> const& files, std::uint64_t rank,
                                         std::uint64_t ranks) {
    std::uint64_t total = 0;
    for (auto const& f : files) total += f.size;
    auto const bound = [&](std::uint64_t before) { return total / ranks * before + total % ranks * before / ranks; };
    auto const first = bound(rank);
    auto const last = bound(rank + 1);
    std::vector<file_share> result;
    std::uint64_t at = 0; // where the file begins
    for (std::size_t i = 0; i < files.size(); at += files[i++].size) {
        auto const end = at + files[i].size;
        bool const begins_here = (at >= first && at < last) || (at == total && rank + 1 == ranks);
        if (files[i].can_be_split && std::max(at, first) < std::min(end, last))
            result.push_back({i, std::max(at, first) - at, std::min(end, last) - at});
        if (!files[i].can_be_split && begins_here) result.push_back({i, 0, files[i].size});
    }
    return result;
}

/// Where the first line behind a place begins that can be the first of a part: it begins with a digit, so that nothing
/// at the beginning of an input is taken for something else than a row, and does not look like headings.
/// @param file a file that can be split
/// @param place in [0, size]
/// @return 0 for 0; the size if there is no such line
inline std::uint64_t first_line_from(shared_file const& file, std::uint64_t place) {
    if (place == 0 || place >= file.size) return place;
    std::ifstream in(file.path, std::ios::binary);
    in.seekg(static_cast<std::streamoff>(place - 1));
    std::string line;
    std::getline(in, line); // the end of the line before
    for (auto at = place - 1 + line.size() + 1; in && std::getline(in, line); at += line.size() + 1) {
        bool const is_row = line.size() > 1 && line[0] >= '0' && line[0] <= '9' && line[1] != '\0';
        if (is_row && !in.eof() && !io::detail::looks_headed(io::detail::lower(line))) return at;
    }
    if (in.bad()) throw read_error({file.path}, "a file that failed", "a file that can be read");
    return file.size;
}

/// What a rank has read of a file.
struct bytes_read {
    std::uint64_t bytes = 0;
    std::uint64_t line_ends = 0;
};

/// Gives the heading of a file, where it is needed, and then a part of its bytes.
class part_source final : public io::byte_source {
public:
    /// @param file must outlive the source
    /// @param share the part, with lines that are whole
    /// @param count what is read is added to it; must outlive the source
    /// @throws read_error if the file cannot be opened, or has another size than on the first rank
    part_source(shared_file const& file, file_share share, bytes_read& count)
        : file_(&file), in_(io::input::file(file.path)), share_(share), count_(&count) {
        if (auto const size = in_.bytes().total().value_or(file.size); size != file.size)
            throw read_error({file.path}, std::to_string(size) + " bytes",
                             std::to_string(file.size) + " bytes, as on the first rank");
        if (share.begin == 0) return;
        heading_ = file.heading;
        file_in_.open(file.path, std::ios::in | std::ios::binary);
        file_in_.pubseekpos(static_cast<std::streamoff>(share.begin));
    }

    std::size_t read(char* to, std::size_t most) override {
        if (auto const from_heading = heading_.copy(to, most); from_heading != 0) {
            heading_.remove_prefix(from_heading);
            return from_heading;
        }
        auto const left = share_.end - share_.begin - done_;
        auto const wanted = static_cast<std::size_t>(std::min<std::uint64_t>(most, left));
        if (wanted == 0) return 0;
        auto const count = read_file(to, wanted);
        if (count == 0) throw read_error({file_->path}, "the end of the file", std::to_string(left) + " further bytes");
        done_ += count;
        count_->bytes += count;
        count_->line_ends += static_cast<std::uint64_t>(std::count(to, to + count, '\n'));
        return count;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return done_; }
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept override { return share_.end - share_.begin; }

private:
    std::size_t read_file(char* to, std::size_t most) {
        if (share_.begin == 0) return in_.bytes().read(to, most);
        try {
            return static_cast<std::size_t>(file_in_.sgetn(to, static_cast<std::streamsize>(most)));
        } catch (std::ios_base::failure const& failure) {
            throw read_error({file_->path}, failure.what(), "a file that can be read");
        }
    }

    shared_file const* file_;
    io::input in_; ///< for what is said of files that cannot be opened
    file_share share_;
    bytes_read* count_;
    std::string_view heading_{};
    std::filebuf file_in_{};
    std::uint64_t done_ = 0;
};

} // namespace geostance::mpi::detail

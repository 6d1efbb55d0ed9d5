// SPDX-License-Identifier: BSL-1.0
/// @file
/// What every reader takes: a file, a stream or a text, with the name that errors give it.
#pragma once

#include <geostance/error.hpp>

#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace geostance::io {

/// Gives bytes, one block after another. Derive from it to read from anything else: an archive, a socket.
/// @par Complexity
/// O(bytes that come) for `read`, O(1) for every other function
class byte_source {
public:
    byte_source() = default;
    byte_source(byte_source const&) = delete;
    byte_source& operator=(byte_source const&) = delete;
    virtual ~byte_source() = default;

    /// Puts the next bytes into a buffer.
    /// @param to where they go
    /// @param most room there, in bytes, > 0
    /// @return how many came, in [0, most]; 0 only at the end
    /// @throws read_error if they cannot be had
    virtual std::size_t read(char* to, std::size_t most) = 0;
    /// @return how many bytes were taken from the file, stream or text so far: compressed ones, where it is compressed
    [[nodiscard]] virtual std::uint64_t done() const noexcept = 0;
    /// @return how many bytes it has in all, counted like `done()`; none where that is not known
    [[nodiscard]] virtual std::optional<std::uint64_t> total() const noexcept { return std::nullopt; }
};

namespace detail {

class text_source final : public byte_source {
public:
    explicit text_source(std::string_view text) : text_(text) {}

    std::size_t read(char* to, std::size_t most) override {
        auto const count = text_.copy(to, most, done_);
        done_ += count;
        return count;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return done_; }
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept override { return text_.size(); }

private:
    std::string_view text_;
    std::size_t done_ = 0;
};

class stream_source final : public byte_source {
public:
    stream_source(std::istream& in, std::string name) : in_(&in), name_(std::move(name)) {}

    std::size_t read(char* to, std::size_t most) override {
        if (!*in_) return 0;
        in_->read(to, static_cast<std::streamsize>(most));
        if (in_->bad()) throw read_error({name_}, "a stream that failed", "a stream that can be read to its end");
        auto const count = static_cast<std::size_t>(in_->gcount());
        done_ += count;
        return count;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return done_; }

private:
    std::istream* in_;
    std::string name_;
    std::uint64_t done_ = 0;
};

class file_source final : public byte_source {
public:
    explicit file_source(std::filesystem::path const& path) : name_(path.string()) {
        std::error_code failure;
        if (std::filesystem::is_directory(path, failure)) fail("a directory");
        errno = 0;
        if (file_.open(path, std::ios::in | std::ios::binary) == nullptr) fail(std::generic_category().message(errno));
        auto const size = std::filesystem::file_size(path, failure);
        if (!failure) total_ = size;
    }

    std::size_t read(char* to, std::size_t most) override {
        try {
            auto const count = static_cast<std::size_t>(file_.sgetn(to, static_cast<std::streamsize>(most)));
            done_ += count;
            return count;
        } catch (std::ios_base::failure const& failure) {
            fail(failure.what());
        }
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return done_; }
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept override { return total_; }

private:
    [[noreturn]] void fail(std::string const& why) const { throw read_error({name_}, why, "a file that can be read"); }

    std::filebuf file_;
    std::string name_;
    std::uint64_t done_ = 0;
    std::optional<std::uint64_t> total_;
};

} // namespace detail

/// A file, a stream or a text that is about to be read, once. Compressed files: see `gunzip` in io/gzip.hpp.
/// @par Complexity
/// O(1) for a function that says nothing else
class input {
public:
    /// A file.
    /// @param path where it lies
    /// @return the input, named as the path
    /// @throws read_error if it cannot be opened
    [[nodiscard]] static input file(std::filesystem::path const& path) {
        return input(std::make_unique<detail::file_source>(path), path.string());
    }
    /// A text in memory.
    /// @param text must outlive the reading
    /// @param name what errors call it
    /// @return the input
    [[nodiscard]] static input text(std::string_view text, std::string name = "text") {
        return input(std::make_unique<detail::text_source>(text), std::move(name));
    }
    /// The rest of a stream; open it in binary mode.
    /// @param in must outlive the reading
    /// @param name what errors call it
    /// @return the input
    [[nodiscard]] static input stream(std::istream& in, std::string name = "stream") {
        return input(std::make_unique<detail::stream_source>(in, name), std::move(name));
    }
    /// Any source of bytes.
    /// @param bytes where they come from
    /// @pre bytes is not null
    /// @param name what errors call it
    input(std::unique_ptr<byte_source> bytes, std::string name) : bytes_(std::move(bytes)), name_(std::move(name)) {}

    /// @return what errors call it
    [[nodiscard]] std::string const& name() const noexcept { return name_; }
    /// @return where the bytes come from
    [[nodiscard]] byte_source& bytes() noexcept { return *bytes_; }
    /// @return where the bytes come from
    [[nodiscard]] byte_source const& bytes() const noexcept { return *bytes_; }

private:
    std::unique_ptr<byte_source> bytes_;
    std::string name_;
};

} // namespace geostance::io

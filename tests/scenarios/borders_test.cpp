// SPDX-License-Identifier: BSL-1.0
// Rows that lie across the borders of buffers: files longer than every buffer, and the same bytes in small pieces.
#include "scenarios/long_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace io = geostance::io;

namespace {

/// Gives a text in pieces, and says that nothing is there, as of a file that grows: buffers are then the least.
class growing_source final : public io::byte_source {
public:
    growing_source(std::string_view text, std::size_t piece) : text_(text), piece_(piece) {}
    std::size_t read(char* to, std::size_t most) override {
        auto const count = text_.copy(to, std::min(most, piece_), at_);
        at_ += count;
        return count;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return at_; }
    [[nodiscard]] std::optional<std::uint64_t> total() const noexcept override { return 0; }

private:
    std::string_view text_;
    std::size_t piece_;
    std::size_t at_ = 0;
};

io::input growing(std::string_view text, std::size_t piece) {
    return {std::make_unique<growing_source>(text, piece), "text"};
}

/// Checks that a file is read alike in pieces of that size and at once.
/// @return its rows
std::size_t check_alike(long_files::long_file const& file, std::size_t bytes, std::size_t piece) {
    INFO(file.name);
    auto const text = file.text(bytes);
    REQUIRE(text.size() >= bytes);
    auto const whole = file.read(io::input::text(text));
    CHECK(whole.skipped == 0);
    CHECK((file.read(growing(text, piece)) == whole));
    return whole.rows;
}

} // namespace

TEST_CASE("borders: whatever the reader, no row is cut or lost where a buffer ends") {
    auto const all = long_files::all();
    std::size_t rows = 0;
    for (auto const& file : all) rows += check_alike(file, 300'000, 61);
    MESSAGE(all.size() << " kinds of files of 300,000 bytes and more, " << rows << " rows");
    CHECK(rows > 1000 * all.size());
}

TEST_CASE("borders: what is longer than the largest buffer, row by row") {
    for (auto const& file : long_files::all())
        if (file.name == "votes" || file.name == "JSON" || file.name == "network snap")
            CHECK(check_alike(file, 1'300'000, 1'000'003) > 1000);
}

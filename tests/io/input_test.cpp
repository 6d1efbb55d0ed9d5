// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/input.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <sstream>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// All that an input gives, three bytes at a time.
std::string rest_of(io::input& in) {
    std::string all;
    std::array<char, 3> block{};
    while (auto const count = in.bytes().read(block.data(), block.size())) all.append(block.data(), count);
    return all;
}

/// A source of one's own: as many letters as it is told.
class letters final : public io::byte_source {
public:
    explicit letters(std::size_t count) : count_(count) {}
    std::size_t read(char* to, std::size_t most) override {
        auto const now = std::min(most, count_ - done_);
        std::fill_n(to, now, 'a');
        done_ += now;
        return now;
    }
    [[nodiscard]] std::uint64_t done() const noexcept override { return done_; }

private:
    std::size_t count_;
    std::size_t done_ = 0;
};

} // namespace

TEST_CASE("input: a text, a stream and a source of one's own give their bytes, and tell how far they are") {
    auto text = io::input::text("abcdefgh", "letters");
    CHECK(text.name() == "letters");
    CHECK(text.bytes().total() == 8);
    CHECK(rest_of(text) == "abcdefgh");
    CHECK(text.bytes().done() == 8);

    std::istringstream source("abcd");
    source.get();
    auto stream = io::input::stream(source);
    CHECK(stream.bytes().total() == std::nullopt);
    CHECK(rest_of(stream) == "bcd");

    io::input own(std::make_unique<letters>(5), "own");
    CHECK(rest_of(own) == "aaaaa");
    CHECK(own.bytes().done() == 5);
}

TEST_CASE("input: a file that is not there, or a folder, is refused with the reason") {
    CHECK_THROWS_WITH_AS((void)io::input::file("no/such/file"),
                         doctest::Contains("no/such/file: got 'No such file or directory'"), gs::read_error);
    CHECK_THROWS_WITH_AS((void)io::input::file(std::filesystem::temp_directory_path()),
                         doctest::Contains("a directory"), gs::read_error);
}

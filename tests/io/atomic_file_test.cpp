// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/atomic_file.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace io = geostance::io;

namespace {

/// An empty folder that goes away.
struct folder {
    std::filesystem::path path = std::filesystem::temp_directory_path() / "geostance-atomic-file-test";

    folder() {
        std::filesystem::remove_all(path);
        std::filesystem::create_directory(path);
    }
    ~folder() { std::filesystem::remove_all(path); }

    std::string content(std::string const& name) const {
        std::ifstream in(path / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
    std::ptrdiff_t size() const {
        return std::distance(std::filesystem::directory_iterator(path), std::filesystem::directory_iterator());
    }
};

} // namespace

TEST_CASE("files: a file is written whole and replaces what was there") {
    const folder f;
    for (auto const* const text : {"first", "second\r\n"}) {
        io::write_file(f.path / "a.txt", [&](std::ostream& out) { out << text; });
        CHECK(f.content("a.txt") == text);
        CHECK(f.size() == 1);
    }
}

TEST_CASE("files: a writer that throws leaves what was there, and nothing else") {
    const folder f;
    io::write_file(f.path / "a.txt", [&](std::ostream& out) { out << "kept"; });
    CHECK_THROWS_AS(io::write_file(f.path / "a.txt",
                                   [](std::ostream& out) {
                                       out << "half of it";
                                       throw std::runtime_error("no");
                                   }),
                    std::runtime_error);
    CHECK(f.content("a.txt") == "kept");
    CHECK(f.size() == 1);
}

TEST_CASE("files: a place where nothing can be written is named") {
    const folder f;
    CHECK_THROWS_AS(io::write_file(f.path / "none" / "a.txt", [](std::ostream&) {}), geostance::write_error);
    std::filesystem::create_directories(f.path / "taken" / "inside");
    CHECK_THROWS_AS(io::write_file(f.path / "taken", [](std::ostream& out) { out << "x"; }), geostance::write_error);
    CHECK(f.size() == 1);
}

TEST_CASE("files: a stream that failed is not put in place") {
    const folder f;
    CHECK_THROWS_AS(io::write_file(f.path / "a.txt", [](std::ostream& out) { out.setstate(std::ios::failbit); }),
                    geostance::write_error);
    CHECK(f.size() == 0);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/atomic_file.hpp>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <stdexcept>
#include <string>

#ifndef _WIN32
#include <sys/stat.h>
#endif

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

TEST_CASE("files: the error says why a file cannot be written") {
    const folder f;
    CHECK_THROWS_WITH_AS(io::write_file(f.path / "none" / "a.txt", [](std::ostream&) {}),
                         doctest::Contains("cannot be written: No such file or directory"), geostance::write_error);
    CHECK_THROWS_WITH_AS(io::write_file(f.path, [](std::ostream&) {}), doctest::Contains("it is a folder"),
                         geostance::write_error);
    CHECK_THROWS_AS(io::write_file("", [](std::ostream&) {}), geostance::write_error);
    CHECK(f.size() == 0);
}

TEST_CASE("files: a name may be as long as the file system lets it be") {
    const folder f;
    const std::string name(255, 'n');
    io::write_file(f.path / name, [](std::ostream& out) { out << "text"; });
    CHECK(f.content(name) == "text");
    CHECK(f.size() == 1);
}

#ifndef _WIN32
TEST_CASE("files: a pipe is written through and stays") {
    const folder f;
    auto const pipe = f.path / "pipe";
    REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
    std::filesystem::create_symlink(pipe, f.path / "link");
    for (auto const* const name : {"pipe", "link"}) {
        auto read = std::async(std::launch::async, [&] { return f.content("pipe"); });
        io::write_file(f.path / name, [](std::ostream& out) { out << "through"; });
        CHECK(read.get() == "through");
        CHECK(std::filesystem::is_fifo(pipe));
        CHECK(std::filesystem::is_symlink(f.path / "link"));
        CHECK(f.size() == 2);
    }
}

TEST_CASE("files: a link by which the system names an open file is not replaced") {
    const folder f;
    io::write_file(f.path / "open.txt", [](std::ostream& out) { out << "x"; });
    if (std::filesystem::exists("/proc/self/fd/0")) CHECK(io::detail::is_written_through("/proc/self/fd/0"));
    CHECK_FALSE(io::detail::is_written_through(f.path / "open.txt"));
    std::filesystem::create_symlink(f.path / "open.txt", f.path / "link");
    CHECK_FALSE(io::detail::is_written_through(f.path / "link"));
    CHECK_FALSE(io::detail::is_written_through(f.path / "none"));
}
#endif

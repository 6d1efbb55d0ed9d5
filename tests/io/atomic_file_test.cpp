// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/atomic_file.hpp>

#include <doctest/doctest.h>

#include "repetitions.hpp"

#include <array>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <future>
#include <iterator>
#include <random>
#include <stdexcept>
#include <string>
#include <thread>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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
    void write(std::string const& name, std::string const& text) const {
        io::write_file(path / name, [&](std::ostream& out) { out << text; });
    }
    unsigned permissions(std::string const& name) const {
        return static_cast<unsigned>(std::filesystem::status(path / name).permissions());
    }
    std::ptrdiff_t size() const {
        return std::distance(std::filesystem::directory_iterator(path), std::filesystem::directory_iterator());
    }
};

} // namespace

TEST_CASE("files: a file is written whole and replaces what was there") {
    folder const f;
    for (auto const* const text : {"first", "second\r\n"}) {
        io::write_file(f.path / "a.txt", [&](std::ostream& out) { out << text; });
        CHECK(f.content("a.txt") == text);
        CHECK(f.size() == 1);
    }
}

TEST_CASE("files: a writer that throws leaves what was there, and nothing else") {
    folder const f;
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
    folder const f;
    CHECK_THROWS_AS(io::write_file(f.path / "none" / "a.txt", [](std::ostream&) {}), geostance::write_error);
    std::filesystem::create_directories(f.path / "taken" / "inside");
    CHECK_THROWS_AS(io::write_file(f.path / "taken", [](std::ostream& out) { out << "x"; }), geostance::write_error);
    CHECK(f.size() == 1);
}

TEST_CASE("files: a stream that failed is not put in place") {
    folder const f;
    CHECK_THROWS_AS(io::write_file(f.path / "a.txt", [](std::ostream& out) { out.setstate(std::ios::failbit); }),
                    geostance::write_error);
    CHECK(f.size() == 0);
}

TEST_CASE("files: the error says why a file cannot be written") {
    folder const f;
    CHECK_THROWS_WITH_AS(io::write_file(f.path / "none" / "a.txt", [](std::ostream&) {}),
                         doctest::Contains("cannot be written: No such file or directory"), geostance::write_error);
    CHECK_THROWS_WITH_AS(io::write_file(f.path, [](std::ostream&) {}), doctest::Contains("it is a folder"),
                         geostance::write_error);
    CHECK_THROWS_AS(io::write_file("", [](std::ostream&) {}), geostance::write_error);
    CHECK(f.size() == 0);
}

TEST_CASE("files: a name may be as long as the file system lets it be") {
    folder const f;
    std::string const name(255, 'n');
    io::write_file(f.path / name, [](std::ostream& out) { out << "text"; });
    CHECK(f.content(name) == "text");
    CHECK(f.size() == 1);
}

TEST_CASE("files: a pipe is written through and stays") {
    folder const f;
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
    folder const f;
    io::write_file(f.path / "open.txt", [](std::ostream& out) { out << "x"; });
    if (std::filesystem::exists("/proc/self/fd/0")) CHECK(io::detail::is_written_through("/proc/self/fd/0"));
    CHECK_FALSE(io::detail::is_written_through(f.path / "open.txt"));
    std::filesystem::create_symlink(f.path / "open.txt", f.path / "link");
    CHECK_FALSE(io::detail::is_written_through(f.path / "link"));
    CHECK_FALSE(io::detail::is_written_through(f.path / "none"));
}

TEST_CASE("files: what replaces a file has its permissions") {
    folder const f;
    f.write("a.txt", "new"); // as every new file
    auto const mask = ::umask(0);
    ::umask(mask);
    CHECK(f.permissions("a.txt") == (0666 & ~mask));
    for (auto const mode : {0600U, 0640U, 0666U, 0755U}) {
        REQUIRE(::chmod((f.path / "a.txt").c_str(), mode) == 0);
        f.write("a.txt", "again");
        CHECK(f.permissions("a.txt") == mode);
    }
}

TEST_CASE("files: a draft is never open to more people than the file") {
    folder const f;
    f.write("a.txt", "secret");
    REQUIRE(::chmod((f.path / "a.txt").c_str(), 0600) == 0);
    io::write_file(f.path / "a.txt", [&](std::ostream&) {
        for (auto const& entry : std::filesystem::directory_iterator(f.path))
            CHECK(f.permissions(entry.path().filename().string()) == 0600);
        CHECK(f.size() == 2);
    });
}

TEST_CASE("files: what replaces a file has its owner, where the system allows it") {
    folder const f;
    f.write("a.txt", "theirs");
    auto const path = f.path / "a.txt";
    if (::chown(path.c_str(), 1234, 5678) != 0) return; // only the superuser may give files away
    CHECK(io::write_file(path, [](std::ostream& out) { out << "new"; }).is_owner_kept);
    struct ::stat now {};
    REQUIRE(::stat(path.c_str(), &now) == 0);
    CHECK(now.st_uid == 1234);
    CHECK(now.st_gid == 5678);
}

TEST_CASE("files: a read-only file is refused") {
    folder const f;
    f.write("a.txt", "kept");
    REQUIRE(::chmod((f.path / "a.txt").c_str(), 0444) == 0);
    CHECK_THROWS_WITH_AS(f.write("a.txt", "new"), doctest::Contains("a.txt: cannot be written: it is read-only"),
                         geostance::write_error);
    CHECK(f.content("a.txt") == "kept");
    CHECK(f.size() == 1);
}

TEST_CASE("files: other names of what was replaced are counted") {
    folder const f;
    auto const path = f.path / "a.txt";
    auto const write = [&](char const* text) {
        return io::write_file(path, [&](std::ostream& out) { out << text; }).other_names;
    };
    CHECK(write("old") == 0);
    std::filesystem::create_hard_link(path, f.path / "b.txt");
    std::filesystem::create_hard_link(path, f.path / "c.txt");
    CHECK(write("new") == 2);
    CHECK(f.content("b.txt") == "old");
    CHECK(write("newer") == 0);
}

TEST_CASE("files: a link stays, and the file it leads to is replaced") {
    folder const f;
    std::filesystem::create_directory(f.path / "inside");
    f.write("inside/a.txt", "old");
    REQUIRE(::chmod((f.path / "inside" / "a.txt").c_str(), 0600) == 0);
    std::filesystem::create_symlink("inside/a.txt", f.path / "link");
    f.write("link", "new");
    CHECK(std::filesystem::is_symlink(f.path / "link"));
    CHECK(f.content("inside/a.txt") == "new");
    CHECK(f.permissions("link") == 0600);
    std::filesystem::create_symlink("nowhere", f.path / "broken");
    f.write("broken", "new");
    CHECK(f.content("broken") == "new");
}

TEST_CASE("files: a full disk is given as the reason") {
    if (!std::filesystem::exists("/dev/full")) return;
    for (auto const size : {1U, 1U << 20U}) // found at the end, and while it is written
        CHECK_THROWS_WITH_AS(
            io::write_file("/dev/full", [&](std::ostream& out) { out << std::string(size, 'x') << std::flush; }),
            doctest::Contains("/dev/full: not all of it could be written: No space left on device"),
            geostance::write_error);
}

namespace {

/// Runs a function in a process of its own.
/// @return its exit code; -1 if it did not exit by itself
template <class F>
int in_child(F f) {
    auto const child = ::fork();
    if (child == 0) {
        f();
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

} // namespace

TEST_CASE("files: a draft that outgrows what the system allows leaves what was there, and says why") {
    folder const f;
    f.write("a.txt", "kept");
    auto const code = in_child([&] {
        std::signal(SIGXFSZ, SIG_IGN);
        constexpr ::rlimit limit{100'000, 100'000};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        try {
            f.write("a.txt", std::string(1'000'000, 'x'));
        } catch (geostance::write_error const& error) {
            ::_exit(std::string(error.what()).ends_with("a.txt: not all of it could be written: File too large") ? 7
                                                                                                                 : 8);
        }
    });
    CHECK(code == 7);
    CHECK(f.content("a.txt") == "kept");
    CHECK(f.size() == 1);
}

TEST_CASE("files: a draft is abandoned when its program is killed, not while it is written") {
    folder const f;
    f.write("a.txt", "kept");
    io::write_file(f.path / "a.txt", [&](std::ostream& out) {
        CHECK(f.size() == 2);
        CHECK(io::abandoned_drafts(f.path).empty());
        CHECK(io::remove_abandoned_drafts(f.path).empty());
        out << "new";
    });
    CHECK(f.content("a.txt") == "new");
    CHECK(in_child([&] { io::write_file(f.path / "a.txt", [](std::ostream&) { ::raise(SIGKILL); }); }) == -1);
    CHECK(f.content("a.txt") == "new");
    REQUIRE(f.size() == 2);
    auto const drafts = io::abandoned_drafts(f.path);
    CHECK(drafts.size() == 1);
    CHECK(io::remove_abandoned_drafts(f.path) == drafts);
    CHECK(f.size() == 1);
    CHECK(io::abandoned_drafts(f.path / "none").empty());
}

// The full number of kills: GEOSTANCE_TEST_SCALE=10.
TEST_CASE("files: a program that is killed while it saves leaves the old file or the new one, whole") {
    folder const f;
    std::array<std::string, 2> const texts{std::string(400'000, 'a'), std::string(300'000, 'b')};
    f.write("a.txt", texts[0]);
    REQUIRE(::chmod((f.path / "a.txt").c_str(), 0600) == 0);
    std::mt19937 random(1);
    auto const kills = geostance::testing::repetitions(100);
    std::size_t drafts = 0;
    for (std::size_t kill = 0; kill < kills; ++kill) {
        auto const child = ::fork();
        if (child == 0)
            for (std::size_t i = 0;; ++i)
                io::write_file(f.path / "a.txt", [&](std::ostream& out) {
                    for (auto const& text = texts[i % 2]; auto const character : text) out << character;
                });
        std::this_thread::sleep_for(std::chrono::microseconds(std::uniform_int_distribution<>(500, 15'000)(random)));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        auto const content = f.content("a.txt");
        CHECK((content == texts[0] || content == texts[1]));
        CHECK(f.permissions("a.txt") == 0600);
        auto const left = io::remove_abandoned_drafts(f.path);
        CHECK(left.size() <= 1);
        CHECK(f.size() == 1);
        drafts += left.size();
    }
    MESSAGE(kills << " kills, " << drafts << " with a draft on the disk");
    CHECK(drafts > 0); // how many depends on what else the machine does
}

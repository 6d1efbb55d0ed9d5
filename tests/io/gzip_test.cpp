// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/vote/read_agreement_scores.hpp>
#include <geostance/data/vote/read_ideal_points.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/gzip.hpp>
#include <geostance/io/read_signed.hpp>

#include "io/packed.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace io = geostance::io;

namespace {

using gzip_text::packed;

std::string unpacked(std::string_view text) { return gzip_text::all_of(io::gunzip(io::input::text(text))); }

} // namespace

TEST_CASE("gzip: compressed text is unpacked, other text is passed on") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += std::to_string(i * 7919 % 10'007) + '\n';
    CHECK(unpacked(packed(text)) == text);
    CHECK(unpacked(packed(text) + packed("more")) == text + "more");
    CHECK(unpacked(packed("")) == "");
    CHECK(unpacked(text) == text);
    CHECK(unpacked("") == "");
    CHECK(unpacked("\x1F") == "\x1F");
}

TEST_CASE("gzip: several threads unpack members, and give what one gives") {
    std::mt19937 random(1);
    std::string letters(4'000'000, ' ');
    for (auto& c : letters) c = static_cast<char>('a' + random() % 9);
    auto const some = [&](std::size_t size) { return letters.substr(random() % (letters.size() - size), size); };
    auto const member = [&]() -> std::string {
        switch (random() % 16) {
        case 0: return packed("");
        case 1: return packed(some(3'000'000), 1);
        case 2: return packed(packed(some(300'000), 1), 0) + packed("x");           // members within a member
        case 3: return packed(std::string("\x1F\x8B\x08\0", 4) + some(700'000), 0); // the beginning of one
        case 4: return packed(std::string(9'000'000, 'x'), 1);
        case 5: return packed(some(10));
        default: return packed(some(60'000), 1);
        }
    };
    auto const outcome = [](std::string const& text, std::size_t threads) {
        auto in = io::gunzip(io::input::text(text, "packed"), threads);
        std::string result;
        std::vector<char> part(100'000);
        try {
            while (auto const count = in.bytes().read(part.data(), part.size())) result.append(part.data(), count);
        } catch (geostance::read_error const& e) {
            result += e.what();
        }
        return result;
    };
    for (int repeat = 0; repeat < 6; ++repeat) {
        std::string text;
        for (int i = 0; i < 50; ++i) text += member();
        auto const whole = text.size();
        if (repeat == 1) text.resize(whole - 5);
        if (repeat == 2) text += std::string(100'000, '\0');
        if (repeat == 3) text += "tail";
        if (repeat == 4) text[whole / 2] = static_cast<char>(text[whole / 2] ^ 1);
        auto const alone = outcome(text, 1);
        for (std::size_t const threads : {2U, 7U}) CHECK((outcome(text, threads) == alone));
    }
    for (std::string const text : {"", "\x1F", "no gzip data"}) CHECK(outcome(text, 2) == text);
    for (auto const* const text : {"\x1F\x8B", "\x1F\x8B\x08"}) CHECK(outcome(text, 2) == outcome(text, 1));
}

TEST_CASE("gzip: data that end early or are damaged are told") {
    auto const whole = packed(std::string(100'000, 'x') + "y");
    for (std::size_t size = 2; size < whole.size(); ++size)
        CHECK_THROWS_AS((void)unpacked(std::string_view(whole).substr(0, size)), geostance::read_error);
    auto damaged = whole;
    damaged[whole.size() - 6] = static_cast<char>(damaged[whole.size() - 6] ^ 1); // of the checksum
    CHECK_THROWS_AS((void)unpacked(damaged), geostance::read_error);
    CHECK_THROWS_AS((void)unpacked(whole + "tail"), geostance::read_error);
}

TEST_CASE("gzip: zeros behind the last member are padding, as gzip(1) has it; anything behind them is damage") {
    auto const whole = packed("first") + packed("second");
    for (std::size_t const size : {1U, 511U, 200'000U})
        CHECK(unpacked(whole + std::string(size, '\0')) == "firstsecond");
    CHECK_THROWS_AS((void)unpacked(whole + std::string(511, '\0') + "x"), geostance::read_error);
    CHECK_THROWS_AS((void)unpacked(whole + std::string(200'000, '\0') + packed("third")), geostance::read_error);
}

TEST_CASE("gzip: progress counts compressed bytes") {
    std::string text;
    for (int i = 0; i < 500'000; ++i) text += std::to_string(i) + '\n';
    auto const small = packed(text);
    io::read_options options;
    std::uint64_t last = 0;
    options.progress = [&](std::uint64_t done, std::optional<std::uint64_t> total) {
        CHECK(total == small.size());
        CHECK(done >= last);
        last = done;
    };
    io::detail::table_reader table(io::gunzip(io::input::text(small)), {}, options);
    CHECK(table.for_each_row([](io::detail::table_row const&) {}).rows == 500'000);
    CHECK(last == small.size());
}

TEST_CASE("gzip: the real Epinions network has 131,828 vertices and 841,372 ties") {
    // zcat F | awk '!/^#/ {n++; v[$1]; v[$2]; $3 > 0 ? p++ : m++} END {print length(v), n, p, m}'
    //     prints 131828 841372 717667 123705
    auto const* const folder = std::getenv("GEOSTANCE_DATA");
    if (folder == nullptr || *folder == '\0') {
        MESSAGE("skipped: GEOSTANCE_DATA is not set");
        return;
    }
    auto const network =
        io::read_signed_network(io::gunzip(io::input::file(folder + std::string("/networks/soc-sign-epinions.txt.gz"))),
                                io::signed_format::snap)
            .value;
    CHECK(network.names.size() == 131'828);
    CHECK(network.arcs.size() == 841'372);
    auto const is_negative = [](geostance::signed_tie const& t) { return t.weight < 0; };
    CHECK(std::count_if(network.arcs.begin(), network.arcs.end(), is_negative) == 123'705);
}

TEST_CASE("gzip: packed files of estimates are read as they are") {
    std::string const points = "ccode,year,idealpoint\n2,2022,2.5\n";
    std::string const scores = "ccode1,ccode2,year,agree\n2,20,2022,0.5\n";
    auto const bytes_of_points = packed(points);
    auto const bytes_of_scores = packed(scores);
    CHECK(io::read_ideal_points(io::gunzip(io::input::text(bytes_of_points))).value.points ==
          io::read_ideal_points(io::input::text(points)).value.points);
    CHECK(io::read_agreement_scores(io::gunzip(io::input::text(bytes_of_scores))).value.scores ==
          io::read_agreement_scores(io::input::text(scores)).value.scores);
}

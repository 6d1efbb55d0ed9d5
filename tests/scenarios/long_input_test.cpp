// SPDX-License-Identifier: BSL-1.0
// Input cannot choose how much memory a reader takes, nor how much longer it takes than its length: blanks, one field
// without end, many columns, keys and elements, nested as deep as one likes.
#include "allocations.hpp"
#include "repetitions.hpp"
#include "scenarios/readers.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>

namespace gs = geostance;
namespace io = geostance::io;

namespace {

/// Text of that length: a beginning, and the same piece again and again, in which `#` is a number that rises.
std::string bomb(std::string const& beginning, std::string const& piece, std::size_t length) {
    auto text = beginning;
    text.reserve(length + piece.size() + 20);
    auto const mark = piece.find('#');
    for (std::size_t i = 0; text.size() < length; ++i) {
        text += piece.substr(0, mark);
        if (mark != std::string::npos) (text += std::to_string(i)) += piece.substr(mark + 1);
    }
    return text;
}

/// What a reader of that text holds at most, and what it allocates in all, in bytes.
struct spent {
    std::size_t held = 0;
    std::size_t allocated = 0;
};
spent spend(readers::reader const& reader, std::string const& text, io::read_options const& options) {
    using namespace failing_memory;
    auto const before = held;
    auto const allocated_before = allocated;
    most_held = held;
    try {
        reader.read(io::input::text(text), options);
    } catch (gs::error const&) {
        // refused
    }
    return {static_cast<std::size_t>(most_held - before), allocated - allocated_before};
}

/// What long input may consist of.
constexpr char const* pieces[] = {" ",
                                  "\n",
                                  "\t",
                                  "\r\n",
                                  ",",
                                  ";",
                                  "x",
                                  "\"",
                                  "\"\"",
                                  "0",
                                  "-",
                                  "[",
                                  "{\"a\":",
                                  "\"#\":0,",
                                  "\"#\":{},",
                                  "{\"key\":\"#\",\"type\":\"actor\"},\n",
                                  "a#,",
                                  "a# b# 1\n",
                                  "#\t",
                                  "<a>",
                                  "<a/>",
                                  "<y:a b=\"#\">",
                                  " b#=\"\"",
                                  "<node/>",
                                  "<edge/>",
                                  "<node id=\"#\"/>",
                                  "<edge source=\"#\" target=\"a\"/>",
                                  "<key id=\"#\"><default>1</default></key>",
                                  "<!---->",
                                  "<![CDATA[ ]]>",
                                  "&#10;",
                                  "*Vertices 1\n",
                                  "*Arcs :#\n",
                                  "*Partition #\n",
                                  "% #\n",
                                  "label# ",
                                  "# 1 1\n"};

} // namespace

TEST_CASE("long input: whatever long input consists of, a reader takes a small multiple of its length, and no square") {
    auto const length = std::max<std::size_t>(geostance::testing::repetitions(8 << 10), 4 << 10);
    io::read_options const options{.bad_rows = io::bad_rows::skip_and_report, .max_row_bytes = 4 << 10};
    std::size_t inputs = 0;
    double worst = 0;
    std::string worst_input;
    for (auto const& reader : readers::all()) {
        auto beginnings = reader.beginnings;
        beginnings.emplace_back();
        for (auto const& beginning : beginnings)
            for (std::string const piece : pieces) {
                INFO(reader.name, ", after ", beginning, ": ", piece);
                auto const once = spend(reader, bomb(beginning, piece, length), options);
                auto const four = spend(reader, bomb(beginning, piece, 4 * length), options);
                constexpr std::size_t fixed = 1 << 20; // buffers and problems
                CHECK(four.held <= 40 * 4 * length + fixed);
                CHECK(four.allocated <= 6 * once.allocated + fixed);
                auto const times = static_cast<double>(four.held) / static_cast<double>(4 * length);
                if (times > worst) {
                    worst = times;
                    worst_input = reader.name + ", after " + beginning + ": " + piece;
                }
                ++inputs;
            }
    }
    MESSAGE(inputs << " inputs of " << 4 * length << " bytes; most: " << worst << " times their length for "
                   << worst_input);
}

TEST_CASE("long input: defaults of a network in GraphML cost nothing for each element") {
    auto const text = [](std::size_t n) {
        return bomb("<graphml>", "<key id=\"#\" attr.name=\"n#\"><default>1</default></key>", 40 * n) +
               bomb("<graph>", "<node id=\"#\"/>", 40 * n) + "</graph></graphml>";
    };
    auto const all = readers::all();
    auto const graphml =
        std::find_if(all.begin(), all.end(), [](auto const& r) { return r.name == "network graphml"; });
    REQUIRE(graphml != all.end());
    for (std::size_t const n : {1'000U, 4'000U}) {
        auto const input = text(n);
        CHECK(spend(*graphml, input, {}).held < 40 * input.size());
    }
}

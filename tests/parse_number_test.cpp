// SPDX-License-Identifier: BSL-1.0
#include <geostance/detail/parse_number.hpp>

#include <doctest/doctest.h>

#include <charconv>
#include <random>
#include <string>
#include <system_error>
#include <vector>

namespace detail = geostance::detail;

TEST_CASE(
    "parse_number_by_stream: the same value, end and error as std::from_chars, for any text of number characters") {
    std::mt19937 random(7);
    std::string const characters = "0123456789.-+eE";
    for (int trial = 0; trial < 20000; ++trial) {
        std::string text;
        for (auto length = random() % 12; length > 0; --length) text += characters[random() % characters.size()];
        double expected = 0;
        double found = 0;
        auto const by_standard = std::from_chars(text.data(), text.data() + text.size(), expected);
        auto const by_stream = detail::parse_number_by_stream(text.data(), text.data() + text.size(), found);
        CAPTURE(text);
        REQUIRE(by_stream.ec == by_standard.ec);
        REQUIRE(by_stream.ptr == by_standard.ptr);
        if (by_standard.ec == std::errc()) REQUIRE(found == expected);
    }
}

TEST_CASE("is_next_to_zero: what is out of range is too small or too large by its digits and its power") {
    auto const is_small = [](std::string const& text) {
        return detail::is_next_to_zero(text.data(), text.data() + text.size());
    };
    std::string const zeros(400, '0');
    for (std::string const& small :
         std::vector<std::string>{"1.5e-400", "-1E-400", "0." + zeros + "1", "0." + zeros + "1e+3",
                                  "1" + zeros + "e-900", "1e-99999999999999999999", "1e-9223372036854775808"}) {
        CAPTURE(small);
        CHECK(is_small(small));
    }
    for (std::string const& large :
         std::vector<std::string>{"1.5e400", "-1E+400", "1" + zeros, "1" + zeros + ".5", "0." + zeros + "1e900",
                                  "1e+99999999999999999999", "1e9223372036854775807"}) {
        CAPTURE(large);
        CHECK_FALSE(is_small(large));
    }
}

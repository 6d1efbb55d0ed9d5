// SPDX-License-Identifier: BSL-1.0
#include <geostance/graph/detail/fold.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>

namespace detail = geostance::detail;

namespace {

std::string utf8(char32_t c) {
    std::string result;
    if (c < 0x800) {
        result += static_cast<char>(0xC0U | c >> 6U);
    } else {
        result += static_cast<char>(0xE0U | c >> 12U);
        result += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    }
    return result + static_cast<char>(0x80U | (c & 0x3FU));
}

[[maybe_unused]] std::string bytes_of(std::string const& hex) {
    std::string result;
    for (std::size_t i = 0; i + 1 < hex.size(); i += 2)
        result += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
    return result;
}

} // namespace

TEST_CASE("fold: case and marks of Latin, Greek and Cyrillic letters are left out") {
    CHECK(detail::folded("China") == "china");
    CHECK(detail::folded("Vu\xC4\x8Di\xC4\x87") == "vucic");                     // Vučić
    CHECK(detail::folded("Vuc\xCC\x8Cic\xCC\x81") == "vucic");                   // the same, decomposed
    CHECK(detail::folded("C\xC3\x94TE D\xE2\x80\x99IVOIRE") == "cote d'ivoire"); // CÔTE D’IVOIRE
    CHECK(detail::folded("Stra\xC3\x9F"
                         "e, \xE1\xBA\x9E") == "strasse, ss"); // Straße, ẞ
    CHECK(detail::folded("\xC3\x86r\xC3\xB8") == "aero");      // Ærø
    CHECK(detail::folded("\xC5\x81\xC3\xB3"
                         "d\xC5\xBA") == "lodz");                                    // Łódź
    CHECK(detail::folded("\xC4\x90okovi\xC4\x87") == "dokovic");                     // Đoković
    CHECK(detail::folded("\xC4\xB0zm\xC4\xB1r") == "izmir");                         // İzmır
    CHECK(detail::folded("Vi\xE1\xBB\x87t Nam") == "viet nam");                      // Việt Nam
    CHECK(detail::folded("\xCE\x86\xCE\xB8\xCE\xAE\xCE\xBD\xCE\xB1\xCF\x82") ==      // Άθήνας
          "\xCE\xB1\xCE\xB8\xCE\xB7\xCE\xBD\xCE\xB1\xCF\x83");                       // αθηνασ
    CHECK(detail::folded("\xD0\x99\xD0\x81") == "\xD0\xB8\xD0\xB5");                 // ЙЁ, ие
    CHECK(detail::folded("\xD0\xB8\xCC\x86\xD0\xB5\xCC\x88") == "\xD0\xB8\xD0\xB5"); // the same, decomposed
}

TEST_CASE("fold: what is no such letter stays, also where it is no UTF-8") {
    for (std::string const text : {"", "cow:2", "\xE4\xB8\xAD\xE5\x9B\xBD", "\xF0\x9F\x8C\x8D", "\xFF\xC3", "\xE2\x82"})
        CHECK(detail::folded(text) == text);
    CHECK(detail::folded("\xCC\x81") == "");
}

TEST_CASE("fold: hashes and comparisons agree with the folded texts, and folding twice changes nothing") {
    std::mt19937 random(11);
    std::string const alphabet = "aA\xC3\xA1\x84\xCC\x81\x8C\xE1\xBA\x9EsS'\xE2\x80\x99";
    auto const text = [&] {
        std::string result;
        for (auto n = random() % 5; n > 0; --n) result += alphabet[random() % alphabet.size()];
        return result;
    };
    for (int i = 0; i < 3'000; ++i) {
        auto const a = text();
        auto const b = text();
        auto const plain = detail::folded(a);
        CHECK(detail::folds_to(a, plain));
        CHECK(detail::folds_to(a, b) == (plain == b));
        CHECK(detail::same_folded(a, b) == (plain == detail::folded(b)));
        if (detail::same_folded(a, b)) CHECK(detail::folded_hash(a) == detail::folded_hash(b));
    }
    for (char32_t c = 0xC0; c < 0x2000; ++c) {
        auto const once = detail::folded(utf8(c));
        CHECK(detail::folded(once) == once);
        CHECK(detail::folded_hash(once) == detail::folded_hash(utf8(c)));
    }
}

TEST_CASE("fold: the table is what the Unicode Character Database of Python says") {
#ifdef GEOSTANCE_PYTHON
    auto name = (std::filesystem::temp_directory_path() / "geostance_fold_").string() + std::string(6, 'X');
    REQUIRE(mkstemp(name.data()) != -1);
    std::string const command = GEOSTANCE_PYTHON " " GEOSTANCE_SOURCE_DIR "/tests/graph/fold_table.py >" + name;
    REQUIRE(std::system(command.c_str()) == 0); // NOLINT(concurrency-mt-unsafe)
    std::ifstream table(name);
    int compared = 0;
    unsigned long number = 0;
    for (std::string hex; table >> number >> hex; ++compared)
        CHECK_MESSAGE(detail::folded(utf8(static_cast<char32_t>(number))) == bytes_of(hex), number);
    CHECK(compared == 1456);
    std::remove(name.c_str());
#else
    MESSAGE("skipped: there is no python3");
#endif
}

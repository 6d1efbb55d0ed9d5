// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/detail/table_reader.hpp>

#include "message_of.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

namespace io = geostance::io;

namespace {

using rows = std::vector<std::vector<std::string>>;

struct result {
    rows fields;
    io::read_report report;
};

result read(std::string_view text, io::detail::table_format format, io::read_options const& options = {}) {
    result r;
    io::detail::table_reader table(io::input::text(text), format, options);
    r.report = table.for_each_row([&](io::detail::table_row const& row) {
        auto& fields = r.fields.emplace_back();
        for (std::size_t i = 0; i < row.size(); ++i) fields.emplace_back(row[i]);
    });
    return r;
}

io::read_options skipping() {
    io::read_options options;
    options.bad_rows = io::bad_rows::skip_and_report;
    return options;
}

/// What is thrown, as text.
template <class F>
std::string message(F f) {
    return message_of<geostance::error>(f);
}

} // namespace

TEST_CASE("tables: fields are split at tabs, and quotes mean nothing") {
    auto const r = read("a\t\"b\t\n\t\tc\"d", io::detail::tab_separated);
    CHECK(r.fields == rows{{"a", "\"b", ""}, {"", "", "c\"d"}});
    CHECK(r.report.rows == 2);
}

TEST_CASE("tables: rows of every length around the word size are split alike") {
    for (std::size_t length = 0; length < 40; ++length) {
        for (std::size_t gap = 0; gap < length; ++gap) {
            std::string text(length, 'x');
            text[gap] = ',';
            auto const r = read(text + '\n' + text, {','});
            std::vector<std::string> const expected{std::string(gap, 'x'), std::string(length - gap - 1, 'x')};
            CHECK(r.fields == rows{expected, expected});
        }
    }
}

TEST_CASE("tables: bytes that differ from the separator in one bit do not separate") {
    // 0x2C is the comma; 0xAC, its neighbour with the high bit, belongs to a letter: U+20AC is E2 82 AC
    CHECK(read("-,\xE2\x82\xAC-+,(.l\x0C", {','}).fields == rows{{"-", "\xE2\x82\xAC-+", "(.l\x0C"}});
}

TEST_CASE("tables: line ends may be LF or CRLF, the last may be missing, empty lines and comments are passed over") {
    CHECK(read("# a\r\na,b\r\n\r\n\nc,d", {',', '"', '#'}).fields == rows{{"a", "b"}, {"c", "d"}});
    CHECK(read("", {','}).fields.empty());
    CHECK(read("\n", {','}).fields.empty());
    CHECK(read("a\r", {','}).fields == rows{{"a\r"}});
}

TEST_CASE("tables: a byte-order mark is dropped, other encodings are refused by name") {
    CHECK(read("\xEF\xBB\xBF"
               "a,b",
               {','})
              .fields == rows{{"a", "b"}});
    CHECK(message([] {
              (void)read("\xFF\xFE"
                         "a",
                         {','});
          }) == "text:1:1: got 'UTF-16', expected text in UTF-8");
    for (auto const mark : {std::string_view("\xFF\xFE\0\0a", 5), std::string_view("\0\0\xFE\xFF", 4)})
        CHECK(message([&] { (void)read(mark, {','}); }) == "text:1:1: got 'UTF-32', expected text in UTF-8");
    CHECK(message([] { (void)read("\x1F\x8B\x08", {','}); }).find("gunzip") != std::string::npos);
    CHECK(message([] { (void)read("PK\x03\x04", {','}); }).find("zip archive") != std::string::npos);
    for (auto const mark : {std::string_view("a\0,\0", 4), std::string_view("\0a\0,", 4)})
        CHECK(message([&] { (void)read(mark, {','}); }).find("as in UTF-16") != std::string::npos);
}

TEST_CASE("tables: line ends of CR alone are refused, as all rows would be one") {
    CHECK(message([] { (void)read("a,b\r1,2\r", {','}); }) ==
          "text:1:4: got 'a carriage return alone', expected line ends as LF or CR LF");
    CHECK(message([] {
              (void)read("# all of it\r1 2 1\r", {' ', '\0', '#'});
          }).find("return alone") != std::string::npos);
    CHECK(read("a\rb,c\n", {','}).fields == rows{{"a\rb", "c"}});
}

TEST_CASE("tables: what is no table is told by what it begins with") {
    auto const what = [](std::string_view text) { return message([&] { (void)read(text, {','}); }); };
    CHECK(what("\n <!DOCTYPE html>\n<html>") ==
          "text:1:1: got 'a page of the web', expected the file itself; was it downloaded?");
    CHECK(what("<HTML lang=\"en\">").find("a page of the web") != std::string::npos);
    CHECK(what("version https://git-lfs.github.com/spec/v1\n").find("git lfs pull") != std::string::npos);
    CHECK(what("\xD0\xCF\x11\xE0\xA1\xB1").find("old Excel workbook") != std::string::npos);
    CHECK(what("<stata_dta><header>").find("Stata") != std::string::npos);
    CHECK(what("\xFD\x37zXZ\0").find("xz data") != std::string::npos);
    CHECK(what("BZh91AY&SY").find("bzip2") != std::string::npos);
    CHECK(read("version,<b>,%\nBZh,RDX,7z\n", {','}).fields == rows{{"version", "<b>", "%"}, {"BZh", "RDX", "7z"}});
}

TEST_CASE("tables: quotes as in RFC 4180") {
    auto const r = read("\"a,\"\"b\"\"\",c\n\"d\r\ne\",\"\"\nf,g\n", io::detail::comma_separated);
    CHECK(r.fields == rows{{"a,\"b\"", "c"}, {"d\r\ne", ""}, {"f", "g"}});
}

TEST_CASE("tables: a quote that is not closed costs its own row only") {
    auto const r = read("a,\"b\nc,d\ne,f\n", io::detail::comma_separated, skipping());
    CHECK(r.fields == rows{{"c", "d"}, {"e", "f"}});
    REQUIRE(r.report.problems.size() == 1);
    CHECK(r.report.problems[0] == io::read_problem{{"text", 1, 3, ""}, "a quote without its pair", "a closing quote"});
}

TEST_CASE("tables: a quote opens a field only at its beginning, and elsewhere is a letter") {
    auto const r = read("10,5\" gun,x\n11,\"a\",y\"\n12,n\"5\"6,z\n", io::detail::comma_separated);
    CHECK(r.fields == rows{{"10", "5\" gun", "x"}, {"11", "a", "y\""}, {"12", "n\"5\"6", "z"}});
    CHECK(message([] { (void)read("a,\"b\"c", io::detail::comma_separated); }) ==
          "text:1:6: got 'c', expected a separator behind the quote");
}

TEST_CASE("tables: what a quote swallowed that is not closed properly are rows of their own") {
    std::string const rest = "2,b\n3,\"c, d\"\n4,\"\"\n";
    rows const others{{"2", "b"}, {"3", "c, d"}, {"4", ""}};
    for (auto const* const bad : {"1,\"a\n", "1,\"a\nx\",\"b\n", "\"1,a\n"}) {
        auto const r = read(bad + rest, io::detail::comma_separated, skipping());
        auto const given = rows(r.fields.end() - 3, r.fields.end());
        CHECK(given == others);
        CHECK(r.report.problems.front().where.line == 1 + (std::string(bad).find("x") != std::string::npos));
        CHECK(r.report.problems.front().value == "a quote without its pair");
    }
}

TEST_CASE("tables: a row goes on over no more lines than allowed") {
    auto options = skipping();
    options.max_row_lines = 3;
    std::string const three = "\"a\nb\nc\",1\n";
    CHECK(read(three, io::detail::comma_separated, options).fields == rows{{"a\nb\nc", "1"}});
    options.max_row_lines = 2;
    auto const r = read(three, io::detail::comma_separated, options);
    CHECK(r.fields == rows{{"b"}, {"c\"", "1"}});
    CHECK(r.report.skipped == 1);
}

TEST_CASE("tables: a line inside a row that has as many fields as the row is told") {
    auto const may_hold_rows = [](std::string_view text) {
        bool result = false;
        io::detail::table_reader(io::input::text(text), io::detail::comma_separated, {})
            .for_each_row([&](io::detail::table_row const& row) { result = row.may_hold_rows(); });
        return result;
    };
    CHECK(may_hold_rows("1,\"a\n2,b\n3,c\"\n"));
    CHECK_FALSE(may_hold_rows("1,\"a\nb\nc, d\"\n"));
    CHECK_FALSE(may_hold_rows("\"a\nb\",1\n"));
    CHECK_FALSE(may_hold_rows("\"a\"\n"));
}

TEST_CASE("tables: blanks and tabs in any number separate, where that is the format") {
    CHECK(read("  1   2\t0 \n3 4 1\n", {' '}).fields == rows{{"1", "2", "0"}, {"3", "4", "1"}});
    // found by fuzzing: a line of blanks was a row without fields
    CHECK(read("1 2\n \t \n  # note\n3\n", {' ', '\0', '#'}).fields == rows{{"1", "2"}, {"3"}});
}

TEST_CASE("tables: text must be UTF-8 without NUL, or said to be Latin-1") {
    std::string const bad = "a,b\nC\xF4te,x\nd,e\n";
    CHECK(message([&] { (void)read(bad, {','}); }) ==
          "text:2:2: got 'byte 244', expected text in UTF-8; encoding::latin1 reads ISO 8859-1 and Windows-1252");
    CHECK(read(bad, {','}, skipping()).fields == rows{{"a", "b"}, {"d", "e"}});
    io::read_options latin;
    latin.encoding = io::encoding::latin1;
    CHECK(read(bad, {','}, latin).fields == rows{{"a", "b"}, {"C\xC3\xB4te", "x"}, {"d", "e"}});
    CHECK(message([] { (void)read(std::string_view("a\nbcdefghij\0k", 13), {','}); }) ==
          "text:2:10: got 'a NUL byte', expected text");
}

TEST_CASE("tables: rows that are too long or too wide are bad rows, and memory does not grow with them") {
    auto options = skipping();
    options.max_row_bytes = 100;
    options.max_columns = 20;
    std::string const wide(50, ',');
    for (std::size_t const length : {101UL, 5'000'000UL}) {
        auto const r = read("a\n" + std::string(length, 'x') + "\nb\n" + wide + "\nc", {','}, options);
        CHECK(r.fields == rows{{"a"}, {"b"}, {"c"}});
        REQUIRE(r.report.problems.size() == 2);
        CHECK(r.report.problems[0].where.line == 2);
        CHECK(r.report.problems[0].expected == "a row of at most 100 bytes");
        CHECK(r.report.problems[1].where.line == 4);
        CHECK(r.report.problems[1].expected == "at most 20 columns");
    }
    CHECK(read(std::string(5'000'000, 'x'), {','}, options).report.skipped == 1);
}

TEST_CASE("tables: a million columns are one clear error") {
    auto const text = std::string(1'000'000, '\t');
    CHECK(message([&] { (void)read(text, io::detail::tab_separated); }) ==
          "text:1: got 'more', expected at most 4096 columns");
    CHECK(message([&] { (void)read("\"\"" + std::string(1'000'000, ','), io::detail::comma_separated); }) ==
          "text:1: got 'more', expected at most 4096 columns");
}

TEST_CASE("tables: columns are found by their headings in any order") {
    io::detail::table_reader table(io::input::text("year,ccode\n1900,2\n1901,x\n"), io::detail::comma_separated, {});
    table.read_headings();
    CHECK(table.column("ccode") == 1);
    CHECK(table.find_column("state") == std::nullopt);
    CHECK(message([&] { (void)table.column("state"); }) == "text:1: got 'year, ccode', expected a column 'state'");
    CHECK(message([&] {
              table.for_each_row([](io::detail::table_row const& row) { (void)row.integer<int>(1); });
          }).starts_with("text:3:6: field 'ccode': got 'x', expected a whole number from "));
}

TEST_CASE("tables: every row must have as many columns as there are headings") {
    io::detail::table_reader table(io::input::text("a,b\n1\n1,2\n1,2,3\n"), io::detail::comma_separated, skipping());
    table.read_headings();
    auto const report = table.for_each_row([](io::detail::table_row const&) {});
    CHECK(report.rows == 1);
    CHECK(report.reasons == std::map<std::string, std::uint64_t>{{"2 columns", 2}});
    CHECK(summary(report) == "1 rows read, 2 skipped\n  2: 2 columns\n");
}

TEST_CASE("tables: numbers and days are read strictly") {
    auto const is_bad = [](std::string const& field, auto read_field) {
        io::detail::table_reader table(io::input::text("x\n" + field + "\n"), io::detail::tab_separated, skipping());
        table.read_headings();
        return table.for_each_row([&](io::detail::table_row const& row) { (void)read_field(row); }).skipped == 1;
    };
    auto const integer = [](auto const& row) { return row.template integer<int>(0, -5, 1000); };
    auto const number = [](auto const& row) { return row.number(0); };
    auto const day = [](auto const& row) { return row.day(0); };
    auto const compact = [](auto const& row) { return row.day(0, '\0'); };
    for (auto const* const good : {"0", "-5", "1000", "007"}) CHECK_FALSE(is_bad(good, integer));
    for (auto const* const bad : {"-6", "1001", "1.0", " 1", "1 ", "+1", "99999999999999999999", "-", "NA"})
        CHECK(is_bad(bad, integer));
    for (auto const* const good : {"0", "-10.0", "1e3", ".5"}) CHECK_FALSE(is_bad(good, number));
    for (auto const* const bad : {"nan", "inf", "1e999", "1,5", "0x1", "--1"}) CHECK(is_bad(bad, number));
    for (auto const* const good : {"2024-02-29", "1816-01-01"}) CHECK_FALSE(is_bad(good, day));
    for (auto const* const bad : {"2023-02-29", "2024/02/29", "2024-2-29", "20240229", "2024-00-01", "-024-01-01"})
        CHECK(is_bad(bad, day));
    CHECK_FALSE(is_bad("20240229", compact));
    for (auto const* const bad : {"20230229", "2024-02-29", "2024022", "202402290"}) CHECK(is_bad(bad, compact));
}

TEST_CASE("tables: short numbers are read as the standard library reads them") {
    for (int digits = -9999; digits < 10'000; ++digits) {
        for (int decimals = 0; decimals < 5; ++decimals) {
            auto text = std::to_string(digits);
            if (static_cast<std::size_t>(decimals) < text.size() - (digits < 0 ? 1U : 0U))
                text.insert(text.size() - static_cast<std::size_t>(decimals), ".");
            REQUIRE(io::detail::short_number(text) == std::stod(text));
        }
    }
    for (auto const* const bad : {"", "-", ".", "-.", "1.2.3", "12345", "1e3", "+1", " 1"})
        CHECK_FALSE(io::detail::short_number(bad));
}

TEST_CASE("tables: all bad rows are counted, as many as asked are kept") {
    auto options = skipping();
    options.max_problems = 2;
    io::detail::table_reader table(io::input::text("x\n1\n\ta\n2\n3\t\n\t\t\n"), io::detail::tab_separated, options);
    table.read_headings();
    auto const report = table.for_each_row([](io::detail::table_row const&) {});
    CHECK(report.rows == 2);
    CHECK(report.skipped == 3);
    CHECK(report.problems.size() == 2);
}

TEST_CASE("tables: what errors show of a field is cut at a letter") {
    std::string const letters = std::string(79, 'x') + "\xC3\xB4\xC3\xB4\xC3\xB4\xC3\xB4\xC3\xB4\xC3\xB4";
    CHECK(io::detail::excerpt(letters) == std::string(79, 'x') + "...");
    CHECK(io::detail::excerpt("short") == "short");
}

TEST_CASE("tables: progress ends at the total, and a cancellation is heard") {
    std::string const text(3'000'000, '\n');
    std::vector<std::uint64_t> steps;
    io::read_options options;
    options.progress = [&](std::uint64_t done, std::optional<std::uint64_t> total) {
        steps.push_back(done);
        CHECK(total == 3'000'000);
    };
    (void)read(text, {','}, options);
    CHECK(steps.size() > 2);
    CHECK(std::is_sorted(steps.begin(), steps.end()));
    CHECK(steps.back() == 3'000'000);
    bool is_enough = false;
    options.stop = [&] { return is_enough; };
    options.progress = [&](std::uint64_t, std::optional<std::uint64_t>) { is_enough = true; };
    CHECK_THROWS_AS((void)read(text, {','}, options), geostance::cancelled);
}

TEST_CASE("tables: a text, a stream and a source of single bytes read alike") {
    struct drop : io::byte_source {
        std::string text;
        std::size_t at = 0;
        std::size_t read(char* to, std::size_t) override {
            if (at == text.size()) return 0;
            *to = text[at++];
            return 1;
        }
        std::uint64_t done() const noexcept override { return at; }
    };
    std::string const text = "\xEF\xBB\xBF"
                             "a,\"b\nc\"\r\nd,e";
    auto const from_text = read(text, io::detail::comma_separated).fields;
    auto const collect = [](io::input in) {
        rows result;
        io::detail::table_reader(std::move(in), io::detail::comma_separated, {})
            .for_each_row([&](io::detail::table_row const& row) {
                result.push_back({std::string(row[0]), std::string(row[1])});
            });
        return result;
    };
    std::istringstream stream(text);
    CHECK(collect(io::input::stream(stream)) == from_text);
    auto source = std::make_unique<drop>();
    source->text = text;
    CHECK(collect(io::input(std::move(source), "drops")) == from_text);
}

TEST_CASE("inputs: files that cannot be read are named") {
    CHECK(message([] { (void)io::input::file("no/such/file.csv"); }) ==
          "no/such/file.csv: got 'No such file or directory', expected a file that can be read");
    CHECK(message([] { (void)io::input::file("."); }) == ".: got 'a directory', expected a file that can be read");
}

TEST_CASE("tables: limits of zero are refused") {
    io::read_options options;
    options.max_columns = 0;
    CHECK_THROWS_AS((void)read("a", {','}, options), geostance::invalid_value);
    options.max_columns = 1;
    options.max_row_lines = 0;
    CHECK_THROWS_AS((void)read("a", {','}, options), geostance::invalid_value);
    options.max_row_lines = 1;
    options.max_row_bytes = 0;
    CHECK_THROWS_AS((void)read("a", {','}, options), geostance::invalid_value);
}

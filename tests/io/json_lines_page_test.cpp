// SPDX-License-Identifier: BSL-1.0
// The page of the reference for who writes JSON Lines by hand: every type, its ends, fields and words, and an example.
#include <geostance/io/json_lines.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/model/geopolitics.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gs = geostance;

namespace {

std::string page() {
    std::ifstream file(GEOSTANCE_SOURCE_DIR "/include/geostance/io/json_lines.hpp");
    std::string const text{std::istreambuf_iterator<char>(file), {}};
    auto const begin = text.find("/// @page lines");
    REQUIRE(begin != std::string::npos);
    return text.substr(begin, text.find("#pragma once") - begin);
}

template <class T>
std::string name_of() {
    return std::string(gs::detail::type_name<T>());
}

std::string listed(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& w : words) text += (text.empty() ? "" : ", ") + w;
    return text;
}

/// The fields of a class, those in bold that have to be there.
template <class T>
std::vector<std::string> fields_of() {
    std::vector<std::string> fields;
    gs::detail::any_field<T>([&](auto const& one) {
        std::string const name(one.name);
        fields.push_back(one.is_required || name == "key" ? "**" + name + "**" : '`' + name + '`');
        return false;
    });
    return fields;
}

template <class T>
void put_fields(std::vector<std::string>& rows) {
    rows.push_back("| `" + name_of<T>() + "` | " + listed(fields_of<T>()) + " |");
}

template <class T>
void put_words(std::vector<std::string>& rows) {
    auto const object = gs::detail::unsaid::make<T>();
    gs::for_each_field(object, [&]<class F>(std::string_view field, F const&) {
        if constexpr (gs::named_enum<F>) {
            std::vector<std::string> words;
            for (auto const word : gs::enum_names<F>::of_each) words.push_back('`' + std::string(word) + '`');
            rows.push_back("| `" + name_of<T>() + "." + std::string(field) + "` | " + listed(words) + " |");
        }
    });
}

/// What a relation may link: `from > to`, those of the same targets together.
template <class R, class... Node>
std::string ends_of(gs::nodes<Node...>) {
    std::vector<std::pair<std::string, std::string>> ends; // to, from
    auto const add = [&]<class From>() {
        std::vector<std::string> to;
        ((R::template links<From, Node> ? to.push_back(name_of<Node>()) : void()), ...);
        if (to.empty()) return;
        auto const targets = listed(to);
        auto const found = std::find_if(ends.begin(), ends.end(), [&](auto const& e) { return e.first == targets; });
        if (found == ends.end()) {
            ends.emplace_back(targets, name_of<From>());
        } else {
            found->second += ", " + name_of<From>();
        }
    };
    (add.template operator()<Node>(), ...);
    std::string text;
    for (auto const& [to, from] : ends) text += (text.empty() ? "" : "; ") + from + " > " + to;
    return text;
}

template <class R>
void put_relation(std::vector<std::string>& rows) {
    auto const fields = listed(fields_of<R>());
    rows.push_back("| `" + name_of<R>() + "` | " + ends_of<R>(gs::geopolitics::node_types()) + " | " +
                   (fields.empty() ? "none" : fields) + " |");
}

template <class... Node, class... Relation>
std::vector<std::string> rows_of(gs::nodes<Node...>, gs::relations<Relation...>) {
    std::vector<std::string> rows;
    (put_fields<Node>(rows), ...);
    (put_relation<Relation>(rows), ...);
    put_fields<gs::provenance>(rows);
    put_fields<gs::period>(rows);
    put_fields<gs::code>(rows);
    put_fields<gs::pledges>(rows);
    (put_words<Node>(rows), ...);
    (put_words<Relation>(rows), ...);
    put_words<gs::provenance>(rows);
    return rows;
}

} // namespace

TEST_CASE("page of lines: has every type with its ends, fields and words, and no other") {
    auto const text = page();
    auto const expected = rows_of(gs::geopolitics::node_types(), gs::geopolitics::relation_types());
    for (auto const& row : expected) {
        CAPTURE(row);
        CHECK(text.find("/// " + row + '\n') != std::string::npos);
    }
    std::size_t found = 0;
    for (auto at = text.find("/// | `"); at != std::string::npos; at = text.find("/// | `", at + 1)) ++found;
    CHECK(found == expected.size());
}

TEST_CASE("page of lines: its examples are one record, with every type") {
    auto const text = page();
    std::string const begins = "@code{.json}\n";
    auto const begin = text.find(begins) + begins.size();
    std::string lines;
    for (auto at = begin; text.compare(at, 7, "/// @en") != 0; at = text.find('\n', at) + 1)
        lines += text.substr(at + 4, text.find('\n', at) + 1 - (at + 4));
    auto const [g, report] = gs::io::read_json_lines(gs::io::input::text(lines, "page"));
    CHECK(report.skipped == 0);
    auto const has = [&](std::string const& type) {
        CAPTURE(type);
        CHECK(lines.find("{\"type\": \"" + type + "\", ") != std::string::npos);
    };
    [&]<class... T>(gs::nodes<T...>) { (has(name_of<T>()), ...); }(gs::geopolitics::node_types());
    [&]<class... T>(gs::relations<T...>) { (has(name_of<T>()), ...); }(gs::geopolitics::relation_types());
    CHECK(g.num_nodes() + g.num_relations() == report.rows);
}

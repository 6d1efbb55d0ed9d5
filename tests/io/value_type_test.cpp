// SPDX-License-Identifier: BSL-1.0
#include <geostance/io/detail/value_type.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace gs = geostance;
namespace detail = geostance::io::detail;

namespace mill {

enum class wheel : std::int8_t { overshot, undershot };
enum class river : std::uint32_t { upper, lower, mouth };

struct part {
    std::string name{};
    std::vector<part> parts{};
    friend bool operator==(part const&, part const&) = default;
};
struct works {
    wheel drive = wheel::overshot;
    river at = river::upper;
    std::vector<bool> shifts{};
    std::optional<std::int16_t> height{};
    gs::node<gs::actor> owner{};
    part root{};
};

} // namespace mill

template <>
struct geostance::enum_names<mill::wheel> {
    static constexpr std::array<std::string_view, 2> of_each{"overshot", "undershot"};
};
template <>
struct geostance::enum_names<mill::river> {
    static constexpr std::array<std::string_view, 3> of_each{"upper", "lower", "mouth"};
};
template <>
struct geostance::fields<mill::part> {
    static constexpr std::tuple of_each{geostance::field("name", &mill::part::name),
                                        geostance::field("parts", &mill::part::parts)};
};
template <>
struct geostance::fields<mill::works> {
    static constexpr std::tuple of_each{
        geostance::field("drive", &mill::works::drive),   geostance::field("at", &mill::works::at),
        geostance::field("shifts", &mill::works::shifts), geostance::field("height", &mill::works::height),
        geostance::field("owner", &mill::works::owner),   geostance::field("root", &mill::works::root)};
};

TEST_CASE("a value's type says its kind, its words and its fields") {
    auto const& type = detail::value_type_of<mill::works>;
    CHECK(type.kind == detail::value_kind::object);
    REQUIRE(type.fields.size() == 6);
    CHECK(type.fields[0].name == "drive");
    CHECK(type.fields[0].type->kind == detail::value_kind::word);
    CHECK(type.fields[0].type->words[1] == "undershot");
    CHECK(type.fields[2].type->element->kind == detail::value_kind::boolean);
    CHECK(type.fields[3].type->element->kind == detail::value_kind::number);
    CHECK(type.fields[4].type->name == "actor");
    CHECK(type.fields[5].type->fields[1].type->element == type.fields[5].type); // a class that holds itself
}

TEST_CASE("enumerators of every size, and those out of range, are read and set by their places") {
    mill::works w{.drive = mill::wheel::undershot, .at = mill::river::mouth};
    auto const& type = detail::value_type_of<mill::works>;
    auto const view = detail::view_of(w);
    CHECK(detail::place_of_word(view.field(type.fields[0])) == 1);
    CHECK(detail::place_of_word(view.field(type.fields[1])) == 2);
    detail::set_word(detail::ref_to(w).field(type.fields[0]), 0);
    detail::set_word(detail::ref_to(w).field(type.fields[1]), 1);
    CHECK(w.drive == mill::wheel::overshot);
    CHECK(w.at == mill::river::lower);
    w.drive = static_cast<mill::wheel>(-1);
    CHECK(detail::place_of_word(view.field(type.fields[0])) == static_cast<std::size_t>(-1));
    CHECK(detail::place_of(type.fields[1].type->words, "mouth") == 2);
    CHECK(detail::place_of(type.fields[1].type->words, "sea") == 3);
}

TEST_CASE("values are equal, or say nothing, as their classes would have it") {
    mill::works const one{.shifts = {true, false}, .height = std::int16_t{4}, .root = {"a", {{"b", {}}}}};
    auto other = one;
    CHECK(detail::are_equal(detail::view_of(one), detail::view_of(other)));
    other.shifts[1] = true;
    CHECK_FALSE(detail::are_equal(detail::view_of(one), detail::view_of(other)));
    other = one;
    other.height.reset();
    CHECK_FALSE(detail::are_equal(detail::view_of(one), detail::view_of(other)));
    CHECK_FALSE(detail::are_equal(detail::view_of(other), detail::view_of(one)));
    other = one;
    other.root.parts[0].parts.push_back({});
    CHECK_FALSE(detail::are_equal(detail::view_of(one), detail::view_of(other)));
    CHECK(detail::is_unsaid(detail::view_of(mill::part{})));
    CHECK_FALSE(detail::is_unsaid(detail::view_of(one.root)));
    CHECK(detail::is_unsaid(detail::view_of(one.owner)));
    CHECK_FALSE(detail::is_unsaid(detail::view_of(one.drive))); // an enumeration without a word for it
}

TEST_CASE("numbers are stored where their type holds them") {
    auto const& type = *detail::value_type_of<std::optional<std::int16_t>>.element;
    std::int16_t value = 7;
    CHECK(type.number->store_integer(&value, -32768));
    CHECK(value == -32768);
    CHECK_FALSE(type.number->store_integer(&value, 32768));
    CHECK_FALSE(type.number->store_natural(&value, 40000));
    CHECK(type.number->range() == "an integer from -32768 to 32767");
    CHECK(type.number->parse("12", &value) == std::nullopt);
    CHECK(value == 12);
    CHECK(type.number->parse("12.5", &value) == "an integer that the field can hold");
    float real = 0;
    CHECK_FALSE(detail::value_type_of<float>.number->store(&real, 1e300));
    double wide = 0;
    CHECK(detail::value_type_of<double>.number->parse("nan", &wide) == "a finite number");
}

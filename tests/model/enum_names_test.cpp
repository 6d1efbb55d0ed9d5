// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/geopolitics.hpp>

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <set>
#include <sstream>
#include <string_view>

namespace gs = geostance;

namespace {

/// Checks that each value has a name of its own that reads back, and that `last` is the last of them.
template <gs::named_enum E>
void check_names(E last) {
    auto const count = gs::enum_names<E>::of_each.size();
    CHECK(count == static_cast<std::size_t>(last) + 1);
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < count; ++i) {
        auto const value = static_cast<E>(i);
        CHECK_FALSE(gs::to_string(value).empty());
        CHECK(seen.insert(gs::to_string(value)).second);
        CHECK(gs::from_string<E>(gs::to_string(value)) == value);
    }
    CHECK(gs::to_string(static_cast<E>(count)) == "?");
    CHECK_FALSE(gs::from_string<E>("?").has_value());
    CHECK_FALSE(gs::from_string<E>("").has_value());
}

} // namespace

TEST_CASE("enum_names: every enumerator of the vocabulary has a name that reads back") {
    check_names(gs::precision::day);
    check_names(gs::certainty::yes);
    check_names(gs::actor_kind::organization);
    check_names(gs::alliance_kind::treaty);
    check_names(gs::issue_kind::event);
    check_names(gs::channel::material);
    check_names(gs::ballot::not_a_member);
    check_names(gs::authority::personal);
    check_names(gs::force::ask);
    check_names(gs::motion_effect::amend);
    check_names(gs::reliability::unreliable);
    check_names(gs::credibility::improbable);
    check_names(gs::likelihood::almost_certain);
    check_names(gs::confidence::high);
    check_names(gs::capacity::personal);
    check_names(gs::attribution::leaked);
}

namespace shop {
enum class ware { bread, salt };
constexpr std::array<std::string_view, 2> enumerator_names(ware) { return {"bread", "salt"}; }
} // namespace shop
namespace geostance::io {
enum class shape { round, flat };
constexpr std::array<std::string_view, 2> enumerator_names(shape) { return {"round", "flat"}; }
} // namespace geostance::io

TEST_CASE("enum_names: an enumeration has its names from a function beside it, and is printed without a using") {
    static_assert(gs::named_enum<shop::ware>);
    check_names(shop::ware::salt);
    CHECK(gs::from_string<shop::ware>("salt") == shop::ware::salt);
    std::ostringstream out;
    out << gs::io::shape::flat << ' ' << to_string(gs::io::shape::round) << ' ' << to_string(gs::ballot::yes);
    CHECK(out.str() == "flat round yes");
}

TEST_CASE("enum_names: names and values match where the order is easily lost") {
    CHECK(gs::to_string(gs::force::assert_) == "assert");
    CHECK(gs::to_string(gs::force::deny) == "deny");
    CHECK(gs::to_string(gs::force::condemn) == "condemn");
    CHECK(gs::to_string(gs::reliability::reliable) == "A");
    CHECK(gs::to_string(gs::reliability::cannot_be_judged) == "F");
    CHECK(gs::to_string(gs::credibility::confirmed) == "1");
    CHECK(gs::to_string(gs::credibility::improbable) == "5");
    CHECK(gs::to_string(gs::actor_kind::media_outlet) == "media_outlet");
    CHECK(gs::to_string(gs::ballot::present_not_voting) == "present_not_voting");
    std::ostringstream out;
    out << gs::channel::vote;
    CHECK(out.str() == "vote");
    static_assert(!gs::named_enum<int> && !gs::named_enum<gs::stance>);
}

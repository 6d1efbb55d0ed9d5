// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/fields.hpp>
#include <geostance/model/geopolitics.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace gs = geostance;

namespace {

struct complete {
    std::string key{};
    double number = 0;
};
struct incomplete {
    std::string key{};
    double number = 0;
};
struct forgetful {
    gs::required<double> value;
    gs::rare_text text{};
    gs::required<int> forgotten;
};
struct undescribed {
    int number = 0;
};

template <class... T>
constexpr bool all_described(gs::nodes<T...>) {
    return (gs::described<T> && ...) && (gs::detail::describes_all<T> && ...);
}
template <class... R>
constexpr bool all_described(gs::relations<R...>) {
    return (gs::described<R> && ...) && (gs::detail::describes_all<R> && ...);
}

} // namespace

template <>
struct geostance::fields<complete> {
    static constexpr std::tuple of_each{geostance::field("key", &complete::key),
                                        geostance::field("n", &complete::number)};
};
template <>
struct geostance::fields<incomplete> {
    static constexpr std::tuple of_each{geostance::field("key", &incomplete::key)};
};
template <>
struct geostance::fields<forgetful> {
    static constexpr std::tuple of_each{geostance::field("value", &forgetful::value),
                                        geostance::field("text", &forgetful::text)};
};

static_assert(!gs::detail::describes_all<forgetful>);
static_assert(gs::described<complete> && gs::described<incomplete> && !gs::described<undescribed>);
static_assert(!gs::described<int> && !gs::described<std::string> && gs::described<gs::sponsors>);
static_assert(gs::detail::describes_all<complete> && !gs::detail::describes_all<incomplete>);
static_assert(all_described(gs::geopolitics::node_types()) && all_described(gs::geopolitics::relation_types()));
static_assert(gs::detail::describes_all<gs::provenance> && gs::detail::describes_all<gs::period> &&
              gs::detail::describes_all<gs::code> && gs::detail::describes_all<gs::pledges>);

TEST_CASE("for_each_field: visits every field with its name, in order, and lets it be changed") {
    complete object{"a", 1};
    std::vector<std::string> names;
    gs::for_each_field(object, [&]<class F>(std::string_view name, F& field) {
        names.emplace_back(name);
        if constexpr (std::same_as<F, double>) field = 2;
    });
    CHECK(names == std::vector<std::string>{"key", "n"});
    CHECK(object.number == 2);
    gs::for_each_field(std::as_const(object), [&](std::string_view, auto const&) { names.clear(); });
    CHECK(names.empty());
}

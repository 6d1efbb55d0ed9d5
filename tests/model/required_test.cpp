// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/relations.hpp>
#include <geostance/model/required.hpp>

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <type_traits>

namespace gs = geostance;

namespace {

struct labelled {
    gs::required<std::string> label;
    int number = 3;
    friend bool operator==(labelled const&, labelled const&) = default;
};
template <class T>
concept can_be_empty = requires {
    T{};
};

} // namespace

TEST_CASE("required: a class with such a field has no default, and is an aggregate still") {
    static_assert(!can_be_empty<labelled> && std::is_aggregate_v<labelled>);
    static_assert(!can_be_empty<gs::stance> && !can_be_empty<gs::casts> && !can_be_empty<gs::would> &&
                  !can_be_empty<gs::affects>);
    static_assert(can_be_empty<gs::makes> && can_be_empty<gs::about>);
    static_assert(sizeof(gs::required<double>) == sizeof(double));
    CHECK(gs::detail::unsaid::make<labelled>().number == 3);
}

TEST_CASE("required: is used like what it holds") {
    gs::stance s{.value = -1};
    s.value = 0.5;
    double const value = s.value;
    CHECK(value == 0.5);
    CHECK(s.value > 0);
    CHECK(s.value == 0.5);
    gs::casts const vote{.vote = gs::ballot::no, .veto = true};
    CHECK(vote.vote == gs::ballot::no);
    CHECK(vote == gs::casts{gs::ballot::no, true});
    CHECK(vote != gs::casts{gs::ballot::no});
    CHECK(to_string(vote.vote) == "no");
    std::ostringstream out;
    out << vote.vote << ' ' << s.value;
    CHECK(out.str() == "no 0.5");
    CHECK(labelled{.label = std::string("a")} == labelled{std::string("a")});
    CHECK(labelled{.label = std::string("a")} != labelled{std::string("b")});
}

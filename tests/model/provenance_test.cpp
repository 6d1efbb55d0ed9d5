// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/provenance.hpp>

#include <doctest/doctest.h>

#include <type_traits>
#include <vector>

namespace gs = geostance;

TEST_CASE("provenance: unjudged is the default, and is neither the best nor the worst letter") {
    gs::provenance const p;
    CHECK(gs::to_string(p.reliability) == "F");
    CHECK(gs::to_string(p.credibility) == "6");
    CHECK(gs::from_string<gs::reliability>("A") == gs::reliability::reliable);
    CHECK(gs::from_string<gs::credibility>("1") == gs::credibility::confirmed);
    CHECK_NOTHROW(validate(p));
}

TEST_CASE("provenance: it refers to a statement and a publication, in this order") {
    std::vector<bool> is_statement;
    for_each_reference(gs::provenance{}, [&](auto handle) {
        is_statement.push_back(std::is_same_v<decltype(handle), gs::node<gs::statement>>);
        CHECK(handle.is_null());
    });
    CHECK(is_statement == std::vector{true, false});
}

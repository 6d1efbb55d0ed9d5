// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/event_reading.hpp>

#include <doctest/doctest.h>

namespace io = geostance::io;

TEST_CASE("event_reading: readings differ as their sources do") {
    auto const gdelt = io::reading_of_gdelt();
    auto const icews = io::reading_of_icews();
    auto const polecat = io::reading_of_polecat();
    CHECK(gdelt.policy.value("016") == -0.2);
    CHECK(icews.policy.value("016") == -0.5);
    CHECK(gdelt.quad("141") == io::quad_class::verbal_conflict);
    CHECK(icews.quad("141") == io::quad_class::material_conflict);
    CHECK(polecat.policy.value("ACCUSE-allege") == -0.35);
    CHECK(polecat.policy.value("DEMAND-assist") == 0.05);
    for (auto const* const code : {"ACCUSE", "none", "NEWTYPE", ""}) CHECK_FALSE(polecat.policy.value(code));
    CHECK(polecat.quad("ACCUSE-allege") == io::quad_class::verbal_conflict);
    CHECK(polecat.quad("SANCTION") == io::quad_class::material_conflict);
    CHECK(polecat.quad("AID") == io::quad_class::material_cooperation);
    CHECK(polecat.quad("CONSULT-visit") == io::quad_class::verbal_cooperation);
    CHECK_FALSE(polecat.quad("none"));
    CHECK_FALSE(io::quad_of_plover(io::plover_type::none));
    CHECK_FALSE(gdelt.quad("13y"));
}

TEST_CASE("event_reading: one that lacks a function is refused by its name") {
    auto reading = io::reading_of_gdelt();
    CHECK_NOTHROW(validate(reading));
    reading.quad = nullptr;
    CHECK_THROWS_WITH_AS(validate(reading), "event_reading.quad: got no function, expected one from codes to classes",
                         geostance::invalid_value);
    reading = io::reading_of_icews();
    reading.policy.value = nullptr;
    CHECK_THROWS_WITH_AS(validate(reading), "cameo_policy.value: got no function, expected one from codes to values",
                         geostance::invalid_value);
}

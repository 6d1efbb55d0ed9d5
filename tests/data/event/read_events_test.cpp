// SPDX-License-Identifier: BSL-1.0
#include <geostance/data/event/read_events.hpp>

#include "data/event/event_rows.hpp"

#include <doctest/doctest.h>

namespace gs = geostance;
namespace io = geostance::io;

TEST_CASE("read_events: all or nothing: a bad row leaves the ledger as it was") {
    io::ledger ledger;
    auto const good = event_rows::row({});
    CHECK(io::read_events(ledger, io::input::text(good), io::event_format::gdelt_2).rows == 1);
    CHECK(ledger.reports() == 1);
    auto const before = ledger;
    CHECK_THROWS_AS(io::read_events(ledger, io::input::text(good + "one column\n"), io::event_format::gdelt_2),
                    gs::read_error);
    CHECK(ledger == before);
    auto const report = io::read_events(ledger, io::input::text(good + "one column\n"), io::event_format::gdelt_2,
                                        {.bad_rows = io::bad_rows::skip_and_report});
    CHECK(report.skipped == 1);
    CHECK(ledger.reports() == 2);
}

// SPDX-License-Identifier: BSL-1.0
#include <geostance/mpi/add_up.hpp>

#include "data/event/ledger_outcome.hpp"
#include "mpi/ranks.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdint>

namespace gs = geostance;
namespace io = geostance::io;
using event_rows::row;
using several_ranks::ranks;
using several_ranks::text_of;

TEST_CASE("ledgers are added up, or stay as they are") {
    io::ledger l;
    auto const mine = row({.source_country = ranks().rank() % 2 == 0 ? "FRA" : "CHN"});
    io::read_events(l, io::input::text(mine), io::event_format::gdelt_2);
    gs::mpi::add_up(ranks(), l);
    CHECK(l.reports() == static_cast<std::uint64_t>(ranks().size()));
    io::ledger full;
    auto const most = ~std::uint64_t(0) / 2 + 1;
    full.add(io::ledger_entry{"USA", "RUS", std::chrono::year(2024) / 1, "010", most, most, 1});
    auto const before = text_of(full);
    if (ranks().size() == 1) return;
    CHECK_THROWS_AS(gs::mpi::add_up(ranks(), full), gs::invalid_value);
    CHECK(text_of(full) == before);
}

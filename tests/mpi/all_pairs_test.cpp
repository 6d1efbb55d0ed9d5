// SPDX-License-Identifier: BSL-1.0
#include <geostance/mpi/all_pairs.hpp>

#include "mpi/ranks.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <random>
#include <string>
#include <vector>

namespace gs = geostance;
using several_ranks::ranks;

TEST_CASE("all pairs") {
    std::mt19937 random(4);
    for (std::size_t const rows : {0U, 1U, 2U, 37U}) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < rows; ++i) names.push_back(std::to_string(i));
        gs::portfolio_matrix m(names, 90, {-1, 0, 1});
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < 90; ++j)
                if (random() % 3 != 0) m.set(i, j, static_cast<double>(random() % 3) - 1);
        auto const alone = gs::all_pairs(gs::similarity_measure::kappa, m);
        auto const together = gs::mpi::all_pairs(ranks(), gs::similarity_measure::kappa, m, {.threads = 2});
        bool are_same = alone.pairs() == together.pairs();
        for (std::size_t i = 0; i < rows; ++i)
            for (std::size_t j = 0; j < i; ++j)
                are_same = are_same && alone.at(i, j).value == together.at(i, j).value &&
                           alone.at(i, j).n == together.at(i, j).n;
        CHECK(are_same);
    }
    gs::portfolio_matrix m({"a", "b"}, 2, {0, 1});
    CHECK_THROWS_AS(static_cast<void>(gs::mpi::all_pairs(ranks(), gs::similarity_measure::s, m, {.weights = {1}})),
                    gs::invalid_value);
    if (ranks().size() == 1) return;
    m.set(0, 0, ranks().rank() == 0 ? 0 : 1);
    CHECK_THROWS_AS(static_cast<void>(gs::mpi::all_pairs(ranks(), gs::similarity_measure::s, m)), gs::invalid_value);
}

// SPDX-License-Identifier: BSL-1.0
// What several ranks give is what one process gives: the same result, report and error, on each of them.
#define DOCTEST_CONFIG_IMPLEMENT
#include "mpi/ranks.hpp"

#include <boost/mpi/environment.hpp>
#include <doctest/doctest.h>

#include <filesystem>

int main(int count, char** arguments) {
    boost::mpi::environment const environment(count, arguments);
    doctest::Context context(count, arguments);
    auto const failed = context.run();
    several_ranks::ranks().barrier();
    if (several_ranks::ranks().rank() == 0) std::filesystem::remove_all(several_ranks::folder());
    return failed;
}

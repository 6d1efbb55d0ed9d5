// SPDX-License-Identifier: BSL-1.0
// The last rank is killed while it reads: no rank may come to a result.
//   mpiexec -n 2 killed_rank FILE
#include <geostance/mpi/read_events.hpp>

#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>

#include <csignal>
#include <cstdio>

int main(int count, char** arguments) {
    boost::mpi::environment const environment(count, arguments);
    boost::mpi::communicator const ranks;
    geostance::io::read_options options;
    options.stop = [&] { return ranks.rank() + 1 == ranks.size() && std::raise(SIGKILL) != 0; };
    geostance::io::ledger ledger;
    geostance::mpi::read_events(ranks, ledger, {arguments[1]}, geostance::io::event_format::gdelt_2, options);
    std::puts("a result");
}

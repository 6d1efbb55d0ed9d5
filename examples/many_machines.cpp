// SPDX-License-Identifier: BSL-1.0
// Event data summed up on many machines: each reads its share of the files, and the ledger is that of one machine.
//   mpirun -n 4 many_machines LEDGER FILE...       files of GDELT 2.0, which each machine must see
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/io/read_report.hpp>
#include <geostance/mpi/read_events.hpp>

#include <boost/mpi/communicator.hpp>
#include <boost/mpi/environment.hpp>

#include <cstddef>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <vector>

namespace gs = geostance;

int main(int count, char** arguments) {
    boost::mpi::environment const environment(count, arguments);
    boost::mpi::communicator const ranks;
    bool const is_first = ranks.rank() == 0;
    if (count < 3) {
        if (is_first) std::cerr << "usage: mpirun -n 4 many_machines LEDGER FILE...\n";
        return 2;
    }
    try {
        std::vector<std::filesystem::path> const files(arguments + 2, arguments + count);
        gs::io::ledger ledger({.weight = gs::io::ledger_weight::mentions});
        auto const read = gs::mpi::read_events(ranks, ledger, files, gs::io::event_format::gdelt_2);
        if (!is_first) return 0; // each has the whole ledger; one writes it
        std::ofstream out(arguments[1], std::ios::binary);
        gs::io::write_ledger(out, ledger);
        for (std::size_t i = 0; i < files.size(); ++i)
            std::cout << files[i].filename().string() << ": " << summary(read.reports[i]);
        for (std::size_t rank = 0; rank < read.bytes.size(); ++rank)
            std::cout << "rank " << rank << " read " << read.bytes[rank] << " bytes\n";
    } catch (std::exception const& problem) { // the same on every rank
        if (is_first) std::cerr << problem.what() << '\n';
        return 1;
    }
}

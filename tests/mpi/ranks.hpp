// SPDX-License-Identifier: BSL-1.0
// What the tests of several ranks have in common. Every rank runs the same tests at once.
#pragma once

#include <geostance/data/event/ledger_file.hpp>

#include <boost/mpi/communicator.hpp>

#include <filesystem>
#include <sstream>
#include <string>

namespace several_ranks {

inline boost::mpi::communicator const& ranks() {
    static boost::mpi::communicator const world;
    return world;
}

/// A folder that all ranks see; only the first writes in it.
inline std::filesystem::path folder() {
    auto path = std::filesystem::temp_directory_path() / "geostance_mpi_test";
    path += std::to_string(ranks().size());
    if (ranks().rank() == 0) std::filesystem::create_directories(path);
    return path;
}

inline std::string text_of(geostance::io::ledger const& l) {
    std::ostringstream out;
    geostance::io::write_ledger(out, l);
    return out.str();
}

} // namespace several_ranks

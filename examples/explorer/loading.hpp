// SPDX-License-Identifier: BSL-1.0
/// @file
/// From files to one record.
#pragma once

#include <geostance/io/signed_network.hpp>
#include <geostance/model/geopolitics.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// A layout that the library reads as a record, or as an addition to one.
struct file_format {
    std::string_view name{};   ///< as `--format` has it
    std::string_view ending{}; ///< of the files that have it; empty = has to be named
    std::string_view what{};   ///< for the help
};

/// All of them.
std::vector<file_format> const& file_formats();
/// The shipped records: `article`, `vote`, `embargo`.
std::vector<std::string> const& shipped_records();

/// How a signed network is read.
struct network_request {
    std::string from{};                   ///< the column of one end; empty = by its heading
    std::string to{};                     ///< that of the other
    std::string sign{};                   ///< the column or attribute of the sign or weight; empty = by its heading
    std::string directed{};               ///< `yes` or `no`; empty = as the file says
    std::vector<std::string> relations{}; ///< of Pajek: `NAME=FACTOR`

    friend bool operator==(network_request const&, network_request const&) = default;
};

/// What makes up the record.
struct load_request {
    std::vector<std::string> files{}; ///< paths, `-` for standard input, or `FORMAT:path`
    std::string format{};             ///< of files that do not name theirs; empty = by the ending
    std::string record = "article";   ///< the shipped record where there are no files
    std::string conflicts = "refuse"; ///< what becomes of nodes that differ between files: `refuse`, `first`, `last`
    bool skip_bad_rows = false;       ///< leave bad rows out and report them, instead of stopping at the first
    network_request network{};        ///< of a signed network
    bool takes_networks = false;      ///< whether the question can be asked of a signed network
};

/// A record, or, in place of it, a signed network.
struct loaded {
    geostance::stance_graph world{};                           ///< the record
    std::optional<geostance::io::signed_network> network = {}; ///< the network
};

/// The record of one or several files, or a shipped one; or the signed network of a file. Says on standard error what
/// was left out, and how far it has come where that takes long.
/// @throws gs::read_error, gs::error for nodes that differ or a network that does not suit, gs::cancelled at Ctrl-C
loaded load(load_request const& request);

} // namespace explorer

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The version of the native format, in JSON and JSON Lines.
#pragma once

#include <geostance/io/detail/json_tokens.hpp>

#include <cstdint>
#include <string>

namespace geostance::io::detail {

/// The version that is written. Version 2 has what came with 0.2: further relation types, quotes, judgements, venues.
inline constexpr std::uint64_t format_version = 2;

/// True for the versions that are read.
inline bool is_format_version(json_token const& t) {
    return t.kind == json_kind::natural && t.natural() >= 1 && t.natural() <= format_version;
}

inline std::string expected_version() {
    return "the version of the format, from 1 to " + std::to_string(format_version);
}

} // namespace geostance::io::detail

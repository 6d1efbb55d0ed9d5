// SPDX-License-Identifier: BSL-1.0
/// @file
/// External codes: what data sets call a node, always with the scheme in which it means something.
#pragma once

#include <compare>
#include <string>

namespace geostance {

/// An external code: a value that means something only within its scheme. The same letters name different states in
/// different schemes, so the two never travel apart.
struct code {
    std::string scheme{}; ///< for example `iso3166-1-alpha-3`, `cow`, `cameo`
    std::string value{};  ///< as the scheme writes it; "010" is not "10"

    friend auto operator<=>(code const&, code const&) = default;
};

/// `scheme:value`.
inline std::string to_string(code const& c) { return c.scheme + ':' + c.value; }

} // namespace geostance

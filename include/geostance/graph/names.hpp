// SPDX-License-Identifier: BSL-1.0
/// @file
/// External codes, which always come with the scheme in which they mean something; and how names are compared.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

namespace geostance {

/// An external code: a value that means something only within its scheme. The same letters name different states in
/// different schemes, so the two never travel apart.
struct code {
    std::string scheme{}; ///< for example `iso3166-1-alpha-3`, `cow`, `cameo`
    std::string value{};  ///< as the scheme writes it; "010" is not "10"

    friend auto operator<=>(code const&, code const&) = default;
};

/// How exactly a name has to be written to be found.
enum class spelling : std::uint8_t {
    folded, ///< as people type: letter by letter, or else apart from case and the marks of Latin, Greek and Cyrillic
            ///< letters, if that leaves one node
    exact   ///< letter by letter: what readers of files use
};

/// @param c a code
/// @return `scheme:value`
/// @par Complexity
/// O(length of the code)
inline std::string to_string(code const& c) { return c.scheme + ':' + c.value; }

} // namespace geostance

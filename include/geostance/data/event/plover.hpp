// SPDX-License-Identifier: BSL-1.0
/// @file
/// PLOVER event types and their scores between conflict and cooperation.
#pragma once

#include <geostance/model/enum_names.hpp>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace geostance {

namespace io {

/// The event types of PLOVER; CAMEO's statements and appeals have none.
enum class plover_type : std::uint8_t {
    none,      ///< PLOVER does not code it
    agree,     ///< AGREE
    consult,   ///< CONSULT
    support,   ///< SUPPORT
    concede,   ///< CONCEDE
    cooperate, ///< COOPERATE
    aid,       ///< AID
    retreat,   ///< RETREAT
    request,   ///< REQUEST; DEMAND in older manuals
    accuse,    ///< ACCUSE
    reject,    ///< REJECT
    threaten,  ///< THREATEN
    protest,   ///< PROTEST
    sanction,  ///< SANCTION
    mobilize,  ///< MOBILIZE
    coerce,    ///< COERCE
    assault    ///< ASSAULT
};

} // namespace io

template <>
struct enum_names<io::plover_type> {
    static constexpr std::array<std::string_view, 17> of_each{
        "none",   "AGREE",  "CONSULT",  "SUPPORT", "CONCEDE",  "COOPERATE", "AID",    "RETREAT", "REQUEST",
        "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE",  "COERCE", "ASSAULT"};
};

namespace io {

/// The score of an event of that type and mode.
///
/// ACCUSE has a score in each of its modes but none of its own: the manual prints 3 for it, between -2 and -3.5.
/// @param type the event type
/// @param mode the mode in PLOVER's word, for example `allege`; empty where there is none
/// @return in [-10, 10], or nothing where PLOVER has no score
/// @par Complexity
/// O(1): no type has more than a few modes
/// @par Source
/// Open Event Data Alliance (2021). PLOVER Manual. https://github.com/openeventdata/PLOVER: the scores. The ontology:
/// Halterman, A., Bagozzi, B. E., Beger, A., Schrodt, P. A. and Scarborough, G. I. (2023). PLOVER and POLECAT: a new
/// political event ontology and dataset. OSF preprint.
[[nodiscard]] constexpr std::optional<double> plover_score(plover_type type, std::string_view mode = {}) noexcept {
    switch (type) {
    case plover_type::none: return std::nullopt;
    case plover_type::agree: return 2.5;
    case plover_type::consult: return mode == "visit" ? 4 : mode == "phone" ? 1.5 : 2.5;
    case plover_type::support: return 5;
    case plover_type::concede: return 4.5;
    case plover_type::cooperate: return 9.5;
    case plover_type::aid: return 10;
    case plover_type::retreat: return mode == "disarm" ? 10 : 6.5;
    case plover_type::request: return mode == "assist" ? 0.5 : mode == "change" ? -1 : 0;
    case plover_type::accuse:
        if (mode == "disapprove") return -2;
        if (mode == "allege" || mode == "investigate") return -3.5;
        return std::nullopt;
    case plover_type::reject: return -2;
    case plover_type::threaten: return -3.5;
    case plover_type::protest: return -5;
    case plover_type::sanction: return -6;
    case plover_type::mobilize: return -5.5;
    case plover_type::coerce: return -7;
    case plover_type::assault: return mode == "unconventional" ? -10 : -9;
    }
    return std::nullopt;
}

} // namespace io

} // namespace geostance

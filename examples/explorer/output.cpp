// SPDX-License-Identifier: BSL-1.0
#include "output.hpp"

#include <geostance/safe_text.hpp>

#include <ostream>
#include <set>

namespace explorer {

std::vector<std::string> reading_columns(reads parts) {
    switch (parts) {
    case reads::nothing: return {};
    case reads::days_and_sources:
    case reads::days_and_weights: return {"at", "known_by"};
    case reads::all_but_day: return {"known_by", "by"};
    case reads::everything: break;
    }
    return {"at", "known_by", "by"};
}

std::vector<cell> reading_cells(reads parts, reading const& under) {
    auto const at = text(under.at);
    auto const known_by = text(under.known_by);
    switch (parts) {
    case reads::nothing: return {};
    case reads::days_and_sources:
    case reads::days_and_weights: return {at, known_by};
    case reads::all_but_day: return {known_by, under.by};
    case reads::everything: break;
    }
    return {at, known_by, text(under.by)};
}

void write_notes(std::ostream& out, answered const& given) {
    std::set<std::string> written;
    for (auto const& each : given.answers)
        for (auto const& note : each.notes)
            if (written.insert(note).second) out << gs::safe_text(note) << '\n';
}

} // namespace explorer

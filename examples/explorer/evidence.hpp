// SPDX-License-Identifier: BSL-1.0
/// @file
/// Evidence as every answer shows it: the relation, how it bears on the answer, who says it where and when.
#pragma once

#include "answer.hpp"

#include <geostance/model/geopolitics.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace explorer {

/// What is shown of a piece of evidence to programs.
struct evidence_column {
    std::string_view name{};                                     ///< the name of the field
    std::string_view what{};                                     ///< what it means
    cell (*of)(gs::stance_graph const&, proof const&) = nullptr; ///< what stands in it
};

/// The fields of every piece of evidence, in order.
std::vector<evidence_column> const& evidence_columns();

/// The proofs of a position.
std::vector<proof> proofs_of(std::vector<gs::evidence> const& found);
/// Relations that play one role.
std::vector<proof> proofs_of(std::vector<gs::any_relation> const& found, std::string const& role);

/// A proof for people: what is recorded and how it bears, then who says so, where and when.
std::vector<std::string> lines_of(gs::stance_graph const& world, proof const& p);

} // namespace explorer

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Separate compilation: what one file of a program includes where all others are compiled with
/// `GEOSTANCE_SEPARATE_COMPILATION`. CMake users link `geostance::compiled`, which does both.
#pragma once

#include <geostance/geostance.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

/// `template` while the instantiations are compiled here.
#define GEOSTANCE_INSTANTIATE template
#include <geostance/query/detail/instantiations.hpp>
#undef GEOSTANCE_INSTANTIATE

namespace geostance::seed::detail {

template stance_graph record_of<council_vote_2024_rows>();
template stance_graph record_of<embargo_votes_rows>();
template stance_graph record_of<panel_veto_2024_rows>();

} // namespace geostance::seed::detail

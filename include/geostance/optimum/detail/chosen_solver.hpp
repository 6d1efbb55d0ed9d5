// SPDX-License-Identifier: BSL-1.0
/// @file
/// What solves linear programs: the built-in tableau, or CLP in a program that has the component `lp`.
#pragma once

#include <geostance/optimum/detail/covering_program.hpp>
#include <geostance/optimum/detail/covering_tableau.hpp>

namespace geostance::detail {

/// Set before main(), and only read from then on.
inline constinit covering_solver chosen_solver = tableau_solver; // NOLINT(*-avoid-non-const-global-variables)

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Giving back the memory of a list that is not needed any more.
#pragma once

namespace geostance::detail {

/// Empties a list and gives its memory back, which `list = {}` keeps.
template <class List>
void release(List& list) {
    list = List();
}

} // namespace geostance::detail

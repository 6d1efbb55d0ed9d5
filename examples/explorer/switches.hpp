// SPDX-License-Identifier: BSL-1.0
/// @file
/// Changes of positions in the words of a question: WHO TARGET VALUE, and the same again.
#pragma once

#include "question.hpp"

#include <geostance/query/whatif/if_switched.hpp>

#include <vector>

namespace explorer {

/// The changes that all words of a question name.
/// @throws gs::invalid_value if a word is missing, or a value is no number
std::vector<geostance::switch_to> switches_in(asking const& q);

} // namespace explorer

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The algorithms on signed graphs, on any Boost.Graph graph: nothing of the typed graph or the vocabulary.
#pragma once

#include <geostance/signed/compressed.hpp>

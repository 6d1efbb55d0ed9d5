// SPDX-License-Identifier: BSL-1.0
/// @file
/// The shipped schema with all its types, and the graph of it: `geopolitics` and `stance_graph`.
#pragma once

#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/nodes.hpp>
#include <geostance/model/provenance.hpp>
#include <geostance/model/relations.hpp>
#include <geostance/model/vocabulary.hpp>

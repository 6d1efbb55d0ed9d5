// SPDX-License-Identifier: BSL-1.0
/// @file
/// The algorithms on signed graphs, on any Boost.Graph graph: nothing of the typed graph or the vocabulary. Two are
/// included by themselves, as they would make this header dearer for all: signed/changing_balance.hpp and
/// optimum/landscape.hpp.
#pragma once

#include <geostance/optimum.hpp>
#include <geostance/signed/balance_dynamics.hpp>
#include <geostance/signed/blockmodel.hpp>
#include <geostance/signed/boost_graph.hpp>
#include <geostance/signed/bridging.hpp>
#include <geostance/signed/camp_assignment.hpp>
#include <geostance/signed/clusterability.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/directed_triad_census.hpp>
#include <geostance/signed/pn_index.hpp>
#include <geostance/signed/predict_sign.hpp>
#include <geostance/signed/signed_degree.hpp>
#include <geostance/signed/signed_eigenvector.hpp>
#include <geostance/signed/signed_input.hpp>
#include <geostance/signed/signed_laplacian.hpp>
#include <geostance/signed/signed_modularity.hpp>
#include <geostance/signed/streaming_balance.hpp>
#include <geostance/signed/structural_balance.hpp>
#include <geostance/signed/tie_direction.hpp>
#include <geostance/signed/triad_census.hpp>
#include <geostance/signed/walk_balance.hpp>
#include <geostance/similarity/all_pairs.hpp>
#include <geostance/similarity/similarity.hpp>

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The whole core: the typed graph, the vocabulary, the queries and the signed networks. Readers and writers (io/) and
/// the shipped record (seed/) are included by themselves.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/argumentation.hpp>
#include <geostance/query/claims.hpp>
#include <geostance/query/contested.hpp>
#include <geostance/query/coverage.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/differences.hpp>
#include <geostance/query/explain.hpp>
#include <geostance/query/groups.hpp>
#include <geostance/query/holders.hpp>
#include <geostance/query/lens.hpp>
#include <geostance/query/obligations.hpp>
#include <geostance/query/paths.hpp>
#include <geostance/query/position.hpp>
#include <geostance/query/robustness.hpp>
#include <geostance/query/shifts.hpp>
#include <geostance/query/statements.hpp>
#include <geostance/query/timeline.hpp>
#include <geostance/query/votes.hpp>
#include <geostance/signed.hpp>
#include <geostance/signed/balance_through_time.hpp>
#include <geostance/signed/project.hpp>
#include <geostance/version.hpp>

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The core: the typed graph, the vocabulary and the queries. Signed networks (signed.hpp, signed/project.hpp), readers
/// and writers (io/) and the shipped records (seed/) are included by themselves, and cost only those who use them.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/date_text.hpp>
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
#include <geostance/version.hpp>

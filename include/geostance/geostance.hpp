// SPDX-License-Identifier: BSL-1.0
/// @file
/// The whole core: the typed graph, the vocabulary and the queries. Readers and writers (io/) and the shipped record
/// (seed/) are included by themselves.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/concepts.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/contested.hpp>
#include <geostance/query/explain.hpp>
#include <geostance/query/holders.hpp>
#include <geostance/query/lens.hpp>
#include <geostance/query/position.hpp>
#include <geostance/query/statements.hpp>
#include <geostance/version.hpp>

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The questions, asked of igraph's C library. Its graph has numbers alone; what the relations say stands beside it.
#pragma once

#include "world.hpp"

#include <igraph/igraph.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <variant>
#include <vector>

class igraph_graph {
public:
    static constexpr auto name = "igraph";

    explicit igraph_graph(world const& w) {
        check(igraph_empty(&g_, static_cast<igraph_integer_t>(w.nodes), IGRAPH_DIRECTED));
        check(igraph_vector_int_init(&found_, 0));
    }
    igraph_graph(igraph_graph const&) = delete;
    igraph_graph& operator=(igraph_graph const&) = delete;
    ~igraph_graph() {
        igraph_vector_int_destroy(&found_);
        igraph_destroy(&g_);
    }
    void build(world const& w) {
        igraph_vector_int_t edges;
        check(igraph_vector_int_init(&edges, static_cast<igraph_integer_t>(2 * w.rows.size())));
        payloads_.reserve(w.rows.size());
        igraph_integer_t place = 0;
        for (auto const& r : w.rows) {
            VECTOR(edges)[place++] = r.source;
            VECTOR(edges)[place++] = r.target;
            payloads_.push_back(r.payload);
        }
        check(igraph_add_edges(&g_, &edges, nullptr));
        igraph_vector_int_destroy(&edges);
    }

    [[nodiscard]] answer all() {
        return sum([](auto const&) { return true; });
    }
    [[nodiscard]] answer of_one_type() { return sum(is_trade); }
    [[nodiscard]] answer of_each_node() {
        answer found;
        for (igraph_integer_t v = 0; v < igraph_vcount(&g_); ++v) {
            check(igraph_incident(&g_, &found_, v, IGRAPH_OUT));
            add_found(found, is_trade);
        }
        return found;
    }
    [[nodiscard]] answer within(days asked) {
        return sum([=](any_payload const& p) { return asked.hold(day_of(p)); });
    }
    [[nodiscard]] answer between(std::vector<ends> const& asked) {
        answer found;
        for (auto const& [a, b] : asked) {
            check(igraph_get_all_eids_between(&g_, &found_, a, b, IGRAPH_DIRECTED));
            add_found(found, [](auto const&) { return true; });
        }
        return found;
    }

private:
    static bool is_trade(any_payload const& p) { return std::holds_alternative<trade>(p); }
    static void check(igraph_error_t code) {
        if (code != IGRAPH_SUCCESS) std::abort();
    }
    void add(answer& found, igraph_integer_t e) const {
        found.add(amount(payloads_[static_cast<std::size_t>(e)]), static_cast<std::size_t>(IGRAPH_FROM(&g_, e)),
                  static_cast<std::size_t>(IGRAPH_TO(&g_, e)));
    }
    void add_found(answer& found, auto is_wanted) const {
        for (igraph_integer_t i = 0; i < igraph_vector_int_size(&found_); ++i)
            if (auto const e = VECTOR(found_)[i]; is_wanted(payloads_[static_cast<std::size_t>(e)])) add(found, e);
    }
    answer sum(auto is_wanted) const {
        answer found;
        for (igraph_integer_t e = 0; e < igraph_ecount(&g_); ++e)
            if (is_wanted(payloads_[static_cast<std::size_t>(e)])) add(found, e);
        return found;
    }

    igraph_t g_{};
    igraph_vector_int_t found_{};
    std::vector<any_payload> payloads_; ///< by id of edge
};

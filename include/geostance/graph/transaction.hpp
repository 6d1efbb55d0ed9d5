// SPDX-License-Identifier: BSL-1.0
/// @file
/// Several changes of a graph, all or nothing: transaction.
#pragma once

#include <geostance/graph/typed_graph.hpp>

namespace geostance {

/// Makes several changes of a graph one: unless `commit` is called, its end makes the graph what it was at its
/// beginning, also when an exception is on its way. Transactions can be nested.
/// @code
/// transaction change(g);
/// auto const a = g.add(actor{.key = "a"});
/// g.relate(a, b, stance{.value = read_value()}); // if this throws, a is gone as well
/// change.commit();
/// @endcode
/// The graph must neither be moved nor destroyed before the transaction.
/// @par Complexity
/// O(1), and where it was not committed that of `typed_graph::roll_back` at its end
template <graph_schema S>
class [[nodiscard]] transaction {
public:
    /// Begins a transaction.
    /// @param g the graph that will change
    explicit transaction(typed_graph<S>& g) : graph_(&g), before_(g.mark()) {}
    transaction(transaction const&) = delete;
    transaction& operator=(transaction const&) = delete;
    /// Undoes the changes unless they were committed.
    ~transaction() {
        if (graph_) graph_->try_roll_back(before_);
    }

    /// Keeps the changes.
    void commit() noexcept { graph_ = nullptr; }

private:
    typed_graph<S>* graph_;
    typename typed_graph<S>::mark_type before_;
};

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Between which nodes a statement says something: what it corrects if it corrects an earlier one.
#pragma once

#include <geostance/graph/detail/hash_index.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/query/detail/known_record.hpp>
#include <geostance/query/detail/table.hpp>

#include <cstddef>
#include <functional>

namespace geostance::detail {

/// The statements by which relations are claimed, for each two nodes that were asked about.
template <stance_schema S>
class restatements {
public:
    explicit restatements(known_record<S> const& record) : record_(record) {}

    /// Whether a relation that is heard and claimed in a statement goes from one node to another.
    /// @par Complexity
    /// O(n) for n relations between the two nodes; O(1) once they are known
    [[nodiscard]] bool says(node<statement> said, any_node from, any_node to) const {
        if (!found_.has({from, to, {}})) find_all(from, to);
        return found_.has({from, to, said});
    }

private:
    struct claim {
        any_node from{};
        any_node to{};
        node<statement> said{}; // null where what was said between the nodes is known

        friend bool operator==(claim const&, claim const&) = default;
    };
    struct hash_of_claim {
        std::size_t operator()(claim const& c) const noexcept {
            auto const ends = combined(std::hash<any_node>{}(c.from), std::hash<any_node>{}(c.to));
            return combined(ends, std::hash<node<statement>>{}(c.said));
        }
    };

    void find_all(any_node from, any_node to) const {
        auto const& g = record_.graph();
        g.for_each_between(from, to, [&](any_relation r) {
            auto const said = g.annotation(r).claimed_in;
            if (!said.is_null() && record_.is_heard(r)) found_.insert({from, to, said}, 0);
        });
        found_.insert({from, to, {}}, 0); // last, as not all is known where memory ends before
    }

    known_record<S> const& record_;
    mutable table<claim, char, hash_of_claim> found_;
};

} // namespace geostance::detail

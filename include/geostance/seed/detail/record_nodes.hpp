// SPDX-License-Identifier: BSL-1.0
/// @file
/// How the shipped records write their nodes, and are written once.
#pragma once

#include <geostance/model/geopolitics.hpp>

#include <initializer_list>
#include <string>
#include <vector>

namespace geostance::seed::detail {

/// A graph, and short ways to add nodes to it.
struct record_nodes {
    stance_graph g{};

protected:
    using names = std::initializer_list<char const*>; // half the compile cost of a vector of strings at each node

    node<actor> state(char const* key, char const* name, names aliases, char const* iso3, char const* cow) {
        return g.add(actor{key,
                           name,
                           actor_kind::state,
                           strings(aliases),
                           {{"iso3166-1-alpha-3", iso3}, {"cameo", iso3}, {"cow", cow}}});
    }
    node<actor> somebody(char const* key, char const* name, actor_kind kind, names aliases) {
        return g.add(actor{key, name, kind, strings(aliases), {}});
    }
    node<alliance> bloc(char const* key, char const* name, names aliases) {
        return g.add(alliance{key, name, alliance_kind::bloc, strings(aliases), {}});
    }
    node<issue> matter(char const* key, char const* name, issue_kind kind, names aliases = {}) {
        return g.add(issue{key, name, kind, strings(aliases), {}});
    }

private:
    static std::vector<std::string> strings(names list) { return {list.begin(), list.end()}; }
};

/// A copy of the graph that `Rows` writes on the first call.
template <class Rows>
[[nodiscard]] stance_graph record_of() {
    static stance_graph const written = Rows().write();
    return written.copy();
}

} // namespace geostance::seed::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A record that a scenario writes in a few lines.
#pragma once

#include <geostance/geostance.hpp>

struct small_record {
    geostance::stance_graph g;

    geostance::node<geostance::actor> state(char const* key) {
        return g.add(geostance::actor{.key = key, .name = key, .kind = geostance::actor_kind::state});
    }
    geostance::node<geostance::issue> motion(char const* key) {
        return g.add(geostance::issue{.key = key, .name = key, .kind = geostance::issue_kind::motion});
    }
    template <class Who>
    geostance::node<geostance::statement> says(Who who, char const* key, geostance::date day = {},
                                               geostance::makes const& how = {}) {
        auto const said = g.add(geostance::statement{.key = key, .summary = key, .said = day});
        g.relate(who, said, how);
        return said;
    }
};

// SPDX-License-Identifier: BSL-1.0
// A statement cannot be a member of anything.
#include <geostance/geostance.hpp>

int main() {
    geostance::stance_graph g;
    auto const said = g.add(geostance::statement{.key = "s"});
    auto const bloc = g.add(geostance::alliance{.key = "b"});
    static_cast<void>(said);
    static_cast<void>(bloc);
    // fault-begin
    g.relate(said, bloc, geostance::member_of{});
    // fault-end
}
// expect-error: member_of
// expect-error: statement
// expect-error: alliance

// SPDX-License-Identifier: BSL-1.0
// The record as a web page.
#include "position_cells.hpp"
#include "question.hpp"
#include "switches.hpp"

#include <geostance/page/page.hpp>

#include <deque>
#include <sstream>

namespace explorer {

namespace {

answer page(asking const& q) {
    std::deque<gs::supposition<gs::geopolitics>> worlds;
    std::vector<gs::page::what_if<gs::geopolitics>> suppositions;
    for (auto const& to : switches_in(q)) {
        auto const& supposed = worlds.emplace_back(gs::if_switched(q.world, to.who, to.target, to.value));
        suppositions.push_back(
            {name_of(q.world, to.who) + " at " + rounded(to.value) + " on " + name_of(q.world, to.target), supposed});
    }
    std::ostringstream out;
    gs::page::write(out, q.world, {.title = q.setting("title")}, suppositions);
    return {.document = out.str()};
}

} // namespace

std::vector<question> page_questions() {
    return {{"page",
             "the record as one web page: page >record.html",
             {{"SWITCH", "WHO TARGET VALUE: a supposition that the page compares with the record; again for others",
               parameter::number::any}},
             reads::nothing,
             {},
             "page --title 'The dam' --file river.json >river.html",
             page,
             {{"title", "what stands above it", "Who stands where", {}}}}};
}

} // namespace explorer

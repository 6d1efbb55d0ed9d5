// SPDX-License-Identifier: BSL-1.0
// The record as a web page.
#include "question.hpp"

#include <geostance/page/page.hpp>

#include <sstream>

namespace explorer {

namespace {

answer page(asking const& q) {
    std::ostringstream out;
    gs::page::write(out, q.world, {.title = q.setting("title")});
    return {{}, {}, false, out.str()};
}

} // namespace

std::vector<question> page_questions() {
    return {{"page",
             "the record as one web page: page >record.html",
             {},
             reads::nothing,
             {},
             "page --title 'The dam' --file river.json >river.html",
             page,
             {{"title", "what stands above it", "Who stands where", {}}}}};
}

} // namespace explorer

// SPDX-License-Identifier: BSL-1.0
// Any bytes as entities: an error, or a table that a record takes whole; taken again, it adds nothing.
#include <geostance/data/entity/add_entities.hpp>
#include <geostance/data/entity/read_entities.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

namespace gs = geostance;
namespace io = geostance::io;

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text(reinterpret_cast<char const*>(data), size);
    io::read_options options;
    options.bad_rows = io::bad_rows::skip_and_report;
    options.max_row_bytes = 4096;
    try {
        auto const table = io::read_entities(io::input::text(text), options).value;
        std::set<std::string> ids;
        for (auto const& e : table.entities)
            if (e.id.empty() || e.schema.empty() || !ids.insert(e.id).second) std::abort();
        gs::stance_graph g;
        auto const first = io::add_entities(g, table);
        if (first.nodes != g.num_nodes() || first.relations != g.num_relations() || first.changed != 0) std::abort();
        auto const again = io::add_entities(g, table);
        if (again.nodes != 0 || again.relations != 0 || again.changed != 0) std::abort();
    } catch (gs::error const&) {
        // refused
    }
    return 0;
}

// SPDX-License-Identifier: BSL-1.0
// Records in and out through every format that keeps all, in turn: equal at the end. The record is drawn from the first
// four bytes, of a size that the next two give.
#include "choices.hpp"
#include "io/random_graph.hpp"

#include <geostance/io/graphml.hpp>
#include <geostance/io/graphml_reader.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <utility>

namespace gs = geostance;
namespace io = geostance::io;
using gs::testing::own_schema;

namespace {

using graph = gs::typed_graph<own_schema>;

template <class Write, class Read>
graph through(graph const& g, Write write, Read read) {
    std::ostringstream out;
    write(out, g);
    auto [result, report] = read(io::input::text(out.str()));
    fuzz::require(report.skipped == 0);
    return std::move(result);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    fuzz::choices choose(data, size);
    std::uint32_t seed = 0;
    for (int i = 0; i < 4; ++i) seed = seed << 8U | static_cast<std::uint32_t>(choose.below(256));
    gs::testing::random_graph<own_schema> make(seed, gs::testing::texts::without_controls);
    auto const nodes = choose.below(20);
    auto const g = make(nodes, nodes == 0 ? 0 : choose.below(40));
    auto const json = [](graph const& from) {
        return through(
            from, [](std::ostream& out, graph const& h) { io::write_json(out, h); },
            [](io::input in) { return io::read_json<own_schema>(std::move(in)); });
    };
    auto const lines = [](graph const& from) {
        return through(
            from, [](std::ostream& out, graph const& h) { io::write_json_lines(out, h); },
            [](io::input in) { return io::read_json_lines<own_schema>(std::move(in)); });
    };
    auto const graphml = [](graph const& from) {
        return through(
            from, [](std::ostream& out, graph const& h) { io::write_graphml(out, h); },
            [](io::input in) { return io::read_graphml<own_schema>(std::move(in)); });
    };
    fuzz::require(gs::same_content(g, json(graphml(lines(g)))));
    fuzz::require(gs::same_content(g, lines(json(graphml(g)))));
    return 0;
}

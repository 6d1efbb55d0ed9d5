// SPDX-License-Identifier: BSL-1.0
// From nothing to a record of one's own: the six pages of the tutorial, which begin with guide/tutorial_1_record.md.
//! [includes]
#include <geostance/geostance.hpp>
#include <iostream>

namespace gs = geostance;
using namespace std::chrono_literals;
//! [includes]
//! [more_includes]
#include <fstream>
#include <geostance/io/atomic_file.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
//! [more_includes]
//! [network_includes]
#include <geostance/optimum/camps.hpp>
#include <geostance/query/network/project.hpp>
//! [network_includes]

namespace {

void begin(char const* section) { std::cout << '[' << section << "]\n"; }

} // namespace

int main() {
    begin("first");
    //! [nodes]
    gs::stance_graph g;
    auto const courier = g.add(gs::publication{
        .key = "courier", .name = "Herring talks fail", .publisher = "Bay Courier", .published = 2031y / 3 / 5});
    auto const arland = g.add(gs::actor{
        .key = "arland", .name = "Arland", .kind = gs::actor_kind::state, .aliases = {"the island republic"}});
    auto const borvia = g.add(gs::actor{.key = "borvia", .name = "Borvia", .kind = gs::actor_kind::state});
    auto const quota = g.add(gs::issue{.key = "quota", .name = "the herring quota", .kind = gs::issue_kind::policy});
    //! [nodes]
    //! [first]
    g.relate(borvia, quota, gs::stance{.value = 1}, {.publication = courier, .locator = "paragraph 1"});
    // g.relate(quota, borvia, gs::stance{.value = 1}, {}); does not compile: an issue holds no position

    std::cout << "Borvia " << position_of(g, borvia, quota) << '\n';
    std::cout << "Arland " << position_of(g, g.at<gs::actor>("the island republic"), quota) << '\n';
    //! [first]

    begin("speech");
    //! [speech]
    auto const tarn = g.add(gs::actor{.key = "tarn", .name = "Tarn", .kind = gs::actor_kind::person});
    g.relate(tarn, arland, gs::speaks_for{.role = "minister of fisheries"},
             {.publication = courier, .locator = "paragraph 2", .valid = gs::since(2029y)});

    auto const speech =
        g.add(gs::statement{.key = "speech", .summary = "The quota empties our harbours.", .said = 2031y / 3 / 4});
    g.relate(tarn, speech, gs::makes{}, {.publication = courier, .locator = "paragraph 2"});
    g.relate(tarn, quota, gs::stance{.value = -1},
             {.claimed_in = speech,
              .publication = courier,
              .locator = "paragraph 2",
              .quote = "Our harbours stand empty.",
              .language = "en",
              .reliability = gs::reliability::usually_reliable});
    std::cout << explain(g, arland, quota);
    //! [speech]

    begin("claim");
    //! [claim]
    auto const reproach =
        g.add(gs::statement{.key = "reproach", .summary = "Arland wants the bay for itself.", .said = 2031y / 3 / 4});
    g.relate(borvia, reproach, gs::makes{}, {.publication = courier, .locator = "paragraph 3"});
    g.relate(arland, borvia, gs::stance{.value = -1},
             {.claimed_in = reproach, .publication = courier, .locator = "paragraph 3"});
    std::cout << "as recorded: " << position_of(g, arland, borvia) << '\n';
    std::cout << "by Borvia:   " << position_of(g, arland, borvia, {.according_to = borvia}) << '\n';
    //! [claim]

    begin("days");
    //! [days]
    g.relate(arland, quota, gs::stance{.value = -1, .channel = gs::channel::material},
             {.publication = courier,
              .locator = "paragraph 4",
              .note = "sends its boats out all the same",
              .inferred = true,
              .valid = gs::since(2031y / 2)});
    auto const offer = g.add(gs::statement{.key = "offer", .summary = "Half of it would do.", .said = 2031y / 4 / 2});
    g.relate(tarn, offer, gs::makes{});
    g.relate(tarn, quota, gs::stance{.value = 0.5}, {.claimed_in = offer});
    for (auto const& end : loose_ends(g)) std::cout << describe(g, end) << '\n';
    //! [days]

    begin("lens");
    //! [lens]
    auto const ask = [&](char const* reading, gs::lens const& asked) {
        std::cout << reading << position_of(g, arland, quota, asked) << '\n';
    };
    ask("now:          ", {});
    ask("on 10 March:  ", {.at = 2031y / 3 / 10});
    ask("known then:   ", {.known_by = 2031y / 3 / 10});
    ask("in words:     ", {.channels = gs::channel::verbal});
    ask("in deeds:     ", {.channels = gs::channel::material});
    ask("all history:  ", {.history = gs::history::all});
    ask("without Tarn: ", {.without = any_nodes(tarn)});
    //! [lens]

    begin("who");
    //! [who]
    for (auto const& [who, held] : opponents(g, quota, {.at = 2031y / 3 / 10}))
        std::cout << name_of(g, who) << ' ' << held << '\n';
    for (auto const& m : timeline(g, arland, quota).moments) std::cout << m.when << ": " << m.sum.mean() << '\n';
    //! [who]

    begin("write");
    //! [write]
    gs::io::write_file("bay.json", [&](std::ostream& out) { gs::io::write_json(out, g); });
    auto const again = gs::io::read_json(gs::io::input::file("bay.json"));
    std::cout << summary(again) << (same_content(again.value, g) ? "nothing is lost\n" : "something is lost\n");
    //! [write]

    begin("lines");
    //! [lines]
    gs::io::write_file("bay.jsonl", [&](std::ostream& out) { gs::io::write_json_lines(out, g); });
    gs::io::json_lines_options const news{g.num_nodes(), g.num_relations()};
    auto const corland = g.add(gs::actor{.key = "corland", .name = "Corland", .kind = gs::actor_kind::state});
    g.relate(corland, quota, gs::stance{.value = 1}, {.publication = courier, .locator = "paragraph 5"});
    std::ofstream file("bay.jsonl", std::ios::app | std::ios::binary);
    gs::io::write_json_lines(file, g, news);
    file.close();
    gs::io::write_json_lines(std::cout, g, news);
    std::cout << summary(gs::io::read_json_lines(gs::io::input::file("bay.jsonl")));
    //! [lines]

    begin("wrong");
    //! [wrong]
    auto const line = R"({"type": "actor", "key": "dorn", "name": "Dorn", "kind": "sate"})";
    try {
        auto const read = gs::io::read_json_lines(gs::io::input::text(line));
    } catch (gs::read_error const& e) {
        std::cout << e.what() << '\n';
    }
    //! [wrong]

    begin("network");
    //! [states]
    auto const dorn = g.add(gs::actor{.key = "dorn", .name = "Dorn", .kind = gs::actor_kind::state});
    auto const tie = [&](auto from, auto to, double value) {
        g.relate(from, to, gs::stance{.value = value}, {.publication = courier, .locator = "table"});
    };
    tie(arland, dorn, 1);
    tie(borvia, corland, 1);
    tie(arland, borvia, -1);
    tie(dorn, borvia, -0.5);
    tie(dorn, corland, 0.25);
    //! [states]
    //! [network]
    auto const ties = project(g);
    auto const found = gs::camps(ties.graph, 2);
    for (std::size_t v = 0; v < ties.holders.size(); ++v)
        std::cout << name_of(g, ties.holders[v]) << ": camp " << found.camp[v] << '\n';
    std::cout << "weight that fits no two camps: " << found.upper << (found.exact ? ", proven\n" : "\n");
    for (auto const position : found.against)
        for (auto const& e : ties.ties[position].rests_on) std::cout << describe(g, e.relation) << '\n';
    //! [network]
}

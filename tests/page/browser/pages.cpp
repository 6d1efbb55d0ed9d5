// SPDX-License-Identifier: BSL-1.0
// Writes the pages that the browser opens, and beside each what the library answers in every reading of it:
// account, day, channel, known (numbers as in the controls; -1 = none), who, target, attitude, value; with tabs
// between.
#include <geostance/page/page.hpp>

#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <fstream>
#include <string>

namespace gs = geostance;
namespace page = geostance::page;

namespace {

int number(page::detail::number n) { return n == page::detail::nothing ? -1 : static_cast<int>(n); }

void put(std::string const& path, gs::stance_graph const& g) {
    std::ofstream html(path + ".html");
    page::write(html, g, {.title = "A record"});
    std::ofstream answers(path + ".tsv");
    auto const pairs = positions(g, {.according_to = gs::everybody()}).size();
    for (auto const& [asked, shown] : page::detail::plan_readings(g, pairs, page::options().readings).readings)
        for (auto const& [who, target, position] : positions(g, asked))
            answers << number(shown.account) << '\t' << number(shown.day) << '\t' << number(shown.channel) << '\t'
                    << number(shown.known) << '\t' << name_of(g, who) << '\t' << name_of(g, target) << '\t'
                    << position.attitude << '\t' << position.value << '\n';
}

/// Names that would be markup, script or turned text if they were not written as text.
gs::stance_graph hostile() {
    gs::stance_graph g;
    auto const a = g.add(gs::actor{.key = "a", .name = "\"><script>window.hacked=1</script>"});
    auto const b = g.add(gs::actor{.key = "b", .name = "]]></script><img src=x onerror=window.hacked=1>"});
    auto const c = g.add(gs::actor{.key = "c", .name = "${window.hacked=1}\xE2\x80\xAE" + std::string(300, 'W')});
    auto const d = g.add(gs::actor{.key = "d", .name = "ישראל"});
    auto const source = g.add(gs::publication{.key = "p", .name = "p", .address = "javascript:window.hacked=1"});
    g.relate(a, b, gs::stance{.value = 1}, {.publication = source});
    g.relate(b, c, gs::stance{.value = -1}, {.publication = source});
    g.relate(c, d, gs::stance{.value = 0.5}, {.publication = source, .note = "<b>bold</b>"});
    return g;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    std::string const folder = argv[1];
    put(folder + "/article", gs::seed::panel_veto_2024());
    put(folder + "/vote", gs::seed::council_vote_2024());
    put(folder + "/years", gs::seed::embargo_votes());
    put(folder + "/hostile", hostile());
}

// SPDX-License-Identifier: BSL-1.0
// Writes the pages that the browser opens, and beside each what the library answers in every reading of it:
// account, day, channel, known (numbers as in the controls; -1 = none), who, target, attitude, value; with tabs
// between. And what each two suppositions answer differently: account, from, to (-1 = as recorded), who, target,
// attitude and value before, attitude and value after.
#include <geostance/page/page.hpp>

#include <geostance/query/whatif/if_switched.hpp>
#include <geostance/seed/council_vote_2024.hpp>
#include <geostance/seed/embargo_votes.hpp>
#include <geostance/seed/panel_veto_2024.hpp>

#include <fstream>
#include <string>
#include <vector>

namespace gs = geostance;
namespace page = geostance::page;

namespace {

int number(page::detail::number n) { return n == page::detail::nothing ? -1 : static_cast<int>(n); }

using suppositions = std::vector<page::what_if<gs::geopolitics>>;

void put_differences(std::ostream& out, int account, int from, int to, gs::stance_graph const& g,
                     gs::stance_graph const& other, gs::lens const& asked) {
    // Between two records that were really changed, so that the page is held against another way to the same answers.
    gs::detail::reading<gs::geopolitics> const before(g, asked);
    gs::detail::reading<gs::geopolitics> const after(other, asked);
    for (auto const& d :
         gs::detail::differences_between(before, positions(g, asked), after, positions(other, asked), {})) {
        auto const& named = other.owns(d.who) && other.owns(d.target) ? other : g;
        out << account << '\t' << from << '\t' << to << '\t' << name_of(named, d.who) << '\t'
            << name_of(named, d.target) << '\t' << d.first.attitude << '\t' << d.first.value << '\t'
            << d.second.attitude << '\t' << d.second.value << '\n';
    }
}

void put(std::string const& path, gs::stance_graph const& g, suppositions const& supposed = {}) {
    std::ofstream html(path + ".html");
    page::write(html, g, {.title = "A record"}, supposed);
    std::ofstream answers(path + ".tsv");
    auto const pairs = positions(g, {.according_to = gs::everybody()}).size();
    for (auto const& [asked, shown] : page::detail::plan_readings(g, pairs, page::options().readings).readings)
        for (auto const& [who, target, position] : positions(g, asked))
            answers << number(shown.account) << '\t' << number(shown.day) << '\t' << number(shown.channel) << '\t'
                    << number(shown.known) << '\t' << name_of(g, who) << '\t' << name_of(g, target) << '\t'
                    << position.attitude << '\t' << position.value << '\n';
    std::ofstream differ(path + ".what-if.tsv");
    for (auto const& [asked, shown] : page::detail::plan_readings(g, pairs, page::options().readings).readings) {
        if (shown.day != page::detail::nothing || number(shown.channel) >= 0 || number(shown.known) >= 0) continue;
        auto const world = [&](int i) -> gs::stance_graph const& {
            return i < 0 ? g : supposed[static_cast<std::size_t>(i)].world.get();
        };
        int const count = static_cast<int>(supposed.size());
        for (int from = -1; from < count; ++from)
            for (int to = -1; to < count; ++to)
                put_differences(differ, number(shown.account), from, to, world(from), world(to), asked);
    }
}

void put_article(std::string const& path) {
    auto const g = gs::seed::panel_veto_2024();
    auto const russia = g.at<gs::actor>("Russia");
    auto const panel = g.at<gs::actor>("panel");
    auto const for_it = gs::if_switched(g, russia, panel, 1);
    auto further = gs::suppose(static_cast<gs::stance_graph const&>(for_it));
    auto const newcomer = further.add(gs::actor{.key = "newcomer", .name = "A newcomer"});
    further.also(newcomer, panel, gs::stance{.value = -1});
    gs::supposition unheard(g);
    unheard.without_source(*nodes_of<gs::publication>(g).begin());
    put(path, g, {{"Russia is for the panel", for_it}, {"and a newcomer against it", further}, {"unheard", unheard}});
}

void put_vote(std::string const& path) {
    auto const g = gs::seed::council_vote_2024();
    auto const motion = g.at<gs::issue>("extension");
    auto const abstains = gs::if_switched(g, g.at<gs::actor>("Russia"), motion, 0);
    auto const in_favour = gs::if_switched(g, g.at<gs::actor>("Russia"), motion, 1);
    put(path, g, {{"Russia abstains", abstains}, {"Russia votes for it", in_favour}});
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
    put_article(folder + "/article");
    put_vote(folder + "/vote");
    put(folder + "/years", gs::seed::embargo_votes());
    auto const g = hostile();
    auto const other = gs::if_switched(g, g.at<gs::actor>("a"), g.at<gs::actor>("b"), -1);
    put(folder + "/hostile", g, {{"\"><script>window.hacked=1</script>", other}, {"]]></script><img src=x>", other}});
}

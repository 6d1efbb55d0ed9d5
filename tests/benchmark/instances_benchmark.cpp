// SPDX-License-Identifier: BSL-1.0
// Bounds of instances with published optima, of real networks, and of fresh random instances, with their certificates
// checked, each in a process of its own.
// instances_benchmark [FOLDER] [--seconds S] [--threads N] [--only TEXT] [--tableau] [--fresh N SEED [--write FOLDER]]
//   FOLDER     of .mc, .qubo and .gr files, and a README.txt with published optima; unless given,
//              $GEOSTANCE_DATA/instances and the real networks beside it, GEOSTANCE_DATA being ../shared/data where not
//              set
//   --only     those alone whose names have this text
//   --tableau  linear programs are solved by the built-in tableau also where the component `lp` is there
//   --fresh    N random instances in place of all others, with CBC's bounds in as many seconds where cbc is installed
//   --write    where the fresh instances go, as .mc or .gr; the models for CBC go there, too
#include "../signed/networks.hpp"
#include "apart.hpp"
#include "fresh_instances.hpp"

#include <geostance/io/gzip.hpp>
#include <geostance/io/max_cut.hpp>
#include <geostance/signed.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace gs = geostance;
namespace files = std::filesystem;

namespace {

struct settings {
    std::optional<files::path> folder{};
    double seconds = 10;
    std::size_t threads = 1;
    std::string only{};
    std::size_t fresh = 0;
    std::uint64_t seed = 1;
    files::path target = files::temp_directory_path();
};

struct outcome {
    std::size_t vertices = 0;
    std::size_t ties = 0;
    std::size_t camps = 0;
    double lower = 0;
    double upper = 0;
    bool exact = false;
    double seconds = 0;
    std::size_t kilobytes = 0;
    bool is_checked = true;
};

// Whether the camps cost what was said, and the cycles and numbers prove no more than what is true; by the definitions
// alone. A graph built by rules for pairs of edges is checked as it is, without what these settled.
bool is_proven(gs::signed_graph const& g, gs::bounds const& found, gs::cycle_kind kind) {
    boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                          boost::property<boost::edge_weight_t, double>>
        ties(g.num_vertices());
    for (auto [e, last] = edges(g); e != last; ++e) {
        auto const [from, to] = (*e).ends();
        add_edge(from, to, get(boost::edge_weight, g, *e), ties);
    }
    auto const weight = get(boost::edge_weight, ties);
    std::vector<gs::packed_cycle> longer;
    std::copy_if(found.packing.begin(), found.packing.end(), std::back_inserter(longer),
                 [](gs::packed_cycle const& c) { return c.vertices.size() > 2; });
    auto const cost = gs::check_partition(ties, weight, found.camp).value + g.constant_cost();
    auto const packing = gs::check_packing(ties, weight, longer, kind);
    auto const rounding = 1e-9 * found.upper;
    auto holds = std::abs(cost - found.upper) <= rounding && packing.valid &&
                 packing.value + g.constant_cost() <= found.upper + rounding;
    for (auto const& each : found.dual) {
        auto const dual = gs::check_dual(ties, weight, each);
        holds = holds && dual.valid && dual.value <= found.upper + rounding;
    }
    return holds;
}

template <class Load>
outcome search(Load load, bool any_number, settings const& s) {
    return measured_apart([&] {
        gs::signed_graph const g = load();
        gs::search_options const options{.time_limit = s.seconds, .threads = s.threads};
        auto const found = any_number ? gs::camps(g, {}, options) : gs::frustration_index(g, options);
        outcome result{g.num_vertices() - g.report().isolated_vertices,
                       g.num_ties(),
                       found.camps,
                       found.lower,
                       found.upper,
                       found.exact,
                       found.seconds,
                       peak_memory()};
        result.is_checked = is_proven(g, found, any_number ? gs::cycle_kind::one_negative : gs::cycle_kind::negative);
        return result;
    });
}

void print_heading() {
    std::printf("%-26s %8s %9s %19s %14s %14s %6s %6s %8s %8s\n", "instance", "vertices", "ties", "published", "lower",
                "upper", "proven", "camps", "seconds", "MB");
}
void print(std::string const& name, std::string const& published, outcome const& o) {
    std::printf("%-26s %8zu %9zu %19s %14.10g %14.10g %6s %6zu %8.2f %8.1f%s", name.c_str(), o.vertices, o.ties,
                published.c_str(), o.lower, o.upper, o.exact ? "yes" : "no", o.camps, o.seconds,
                static_cast<double>(o.kilobytes) / 1024, o.is_checked ? "" : "  A CERTIFICATE FAILS");
    std::fflush(stdout);
}

// Names with the last number that follows each, in parentheses or not being left out: `name cut index name edits`.
std::map<std::string, std::string> published_in(files::path const& readme) {
    std::map<std::string, std::string> result;
    std::ifstream in(readme);
    for (std::string line; std::getline(in, line);) {
        while (true) {
            auto const open = line.find('(');
            auto const close = line.find(')', open);
            if (open == std::string::npos || close == std::string::npos) break;
            line.erase(open, close - open + 1);
        }
        std::istringstream words(line);
        std::string name;
        for (std::string word; words >> word;) {
            if (word.find_first_not_of("0123456789.") != std::string::npos)
                name = word;
            else if (!name.empty())
                result[name] = word;
        }
    }
    return result;
}

// `.mc` numbers vertices from 1, and its weights are those of a cut. A file that numbers them from 0 is taken for a
// signed network with the same first line, in which a weight above 0 is friendly.
gs::signed_graph load_max_cut(files::path const& file) {
    std::ifstream in(file);
    std::size_t vertices = 0;
    std::size_t announced = 0;
    in >> vertices >> announced;
    std::vector<gs::signed_tie> ties;
    auto from_zero = false;
    for (gs::signed_tie t; in >> t.from >> t.to >> t.weight;) {
        ties.push_back(t);
        from_zero = from_zero || t.from == 0 || t.to == 0;
    }
    if (from_zero) return {vertices, ties};
    return to_signed_graph(
        gs::io::read_signed_network(gs::io::input::file(file.string()), gs::io::signed_format::max_cut).value);
}

gs::signed_graph load(files::path const& file) {
    if (file.extension() == ".mc") return load_max_cut(file);
    auto const format = file.extension() == ".gr" ? gs::io::signed_format::pace : gs::io::signed_format::qubo;
    return to_signed_graph(gs::io::read_signed_network(gs::io::input::file(file.string()), format).value);
}

bool is_wanted(std::string const& name, settings const& s) { return name.find(s.only) != std::string::npos; }

void search_folder(files::path const& folder, settings const& s) {
    std::vector<files::path> all;
    for (auto const& entry : files::directory_iterator(folder)) {
        auto const kind = entry.path().extension();
        if (kind == ".mc" || kind == ".gr" || kind == ".qubo") all.push_back(entry.path());
    }
    std::sort(all.begin(), all.end());
    auto published = published_in(folder / "README.txt");
    for (auto const& file : all) {
        if (!is_wanted(file.filename().string(), s)) continue;
        print(file.filename().string(), published[file.stem().string()],
              search([&] { return load(file); }, file.extension() == ".gr", s));
        std::puts("");
    }
}

struct known_network {
    char const* file;
    char const* published;
    bool any_number = false;
    gs::pair_rule cancelling = gs::pair_rule::drop;
};

gs::signed_graph load(known_network const& n) {
    std::string const name(n.file);
    return networks::load(gs::io::gunzip(gs::io::input::file(networks::folder().value() + name)),
                          name.ends_with(".gz") ? "" : name, n.cancelling);
}

void search_networks(settings const& s) {
    for (known_network const& n : {known_network{"highlandtribes.csv", "7"},
                                   {"highlandtribes.csv", "2", true},
                                   {"cloister.csv", "34"},
                                   {"congress.csv", "18"},
                                   {"yeast.signed-graph", "40"},
                                   {"yeast.signed-graph", "41", false, gs::pair_rule::keep},
                                   {"egfr.signed-graph", "193"},
                                   {"bitcoinotc.csv", "[1071; 1073]"},
                                   {"wikielections.csv", "[14794; 14903]"},
                                   {"soc-sign-epinions.txt.gz", "[50591; 50756]"}}) {
        if (!is_wanted(n.file, s)) continue;
        print(n.file, n.published, search([&] { return load(n); }, n.any_number, s));
        std::puts("");
    }
}

// The least of some runs, in milliseconds.
template <class Run>
double milliseconds(Run run) {
    auto least = HUGE_VAL;
    for (int i = 0; i < 5; ++i) {
        auto const start = std::chrono::steady_clock::now();
        run();
        least = std::min(least,
                         std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    return least;
}

void count_balance() {
    auto const large = load(known_network{"soc-sign-epinions.txt.gz", ""});
    std::printf("soc-sign-epinions: balance %.1f ms, published 6 to 220; ",
                milliseconds([&] { (void)gs::structural_balance(large); }));
    gs::triad_census_result triads;
    auto const took = milliseconds([&] { triads = gs::triad_census(large); });
    auto const& t = triads.total;
    std::printf(
        "triads %ju +++, %ju ++-, %ju +--, %ju --- in %.1f ms, published 3939584, 397612, 377150, 55756 in 80\n",
        static_cast<std::uintmax_t>(t.ppp()), static_cast<std::uintmax_t>(t.ppn()),
        static_cast<std::uintmax_t>(t.pnn()), static_cast<std::uintmax_t>(t.nnn()), took);
    auto const tribes = load(known_network{"highlandtribes.csv", ""});
    std::printf("highlandtribes: triangles %.7f, walks %.7f, 1 - L/m- %.7f, published .8676471, .3575761, .7586207\n",
                gs::triangle_indices_of(gs::triad_census(tribes)).triangle_index.value(),
                gs::walk_balance(tribes).value,
                gs::frustration_by_negatives(gs::frustration_index(tribes).upper,
                                             static_cast<double>(tribes.report().negative_ties)));
}

gs::io::undirected_network graph_of(instance const& i) {
    gs::io::signed_network network;
    network.names.resize(i.vertices);
    network.edges = i.ties;
    return to_undirected(network);
}

// `p cep`, the friendly pairs of a complete network.
void write_pace(std::ostream& out, instance const& i) {
    auto const is_friendly = [](gs::signed_tie const& t) { return t.weight > 0; };
    out << "p cep " << i.vertices << ' ' << std::count_if(i.ties.begin(), i.ties.end(), is_friendly) << '\n';
    for (auto const& t : i.ties)
        if (is_friendly(t)) out << t.from + 1 << ' ' << t.to + 1 << '\n';
}

// A complete network's camps as an integer program: x of a pair is 1 where it is parted, as two of three pairs are
// where one is.
void write_camps_lp(std::ostream& out, instance const& i) {
    auto const x = [](std::size_t u, std::size_t v) {
        return 'x' + std::to_string(std::min(u, v)) + '_' + std::to_string(std::max(u, v));
    };
    std::size_t hostile = 0;
    out << "Minimize\n cost:";
    for (auto const& t : i.ties) {
        hostile += t.weight < 0 ? 1U : 0U;
        out << (t.weight < 0 ? "\n - " : "\n + ") << x(t.from, t.to);
    }
    out << "\n + " << hostile << " one\nSubject To\n always: one = 1\n";
    for (std::size_t u = 0; u < i.vertices; ++u)
        for (std::size_t v = u + 1; v < i.vertices; ++v)
            for (std::size_t w = 0; w < i.vertices; ++w)
                if (w != u && w != v) out << ' ' << x(u, v) << " - " << x(u, w) << " - " << x(v, w) << " <= 0\n";
    out << "Binary\n";
    for (auto const& t : i.ties) out << ' ' << x(t.from, t.to) << '\n';
    out << "End\n";
}

files::path write(instance const& i, files::path const& folder) {
    auto const model = folder / (i.name + ".lp");
    std::ofstream plain(folder / (i.name + (i.any_number ? ".gr" : ".mc")));
    std::ofstream program(model);
    if (i.any_number) {
        write_pace(plain, i);
        write_camps_lp(program, i);
    } else {
        auto const g = graph_of(i);
        gs::io::write_max_cut(plain, g, get(boost::edge_weight, g));
        gs::io::write_frustration_lp(program, g, get(boost::edge_weight, g));
    }
    return model;
}

// What CBC says at its end, as [lower; upper] or one number; empty without CBC.
std::string cbc(files::path const& model, settings const& s) {
    auto const command = "cbc '" + model.string() + "' -seconds " + std::to_string(s.seconds) + " -solve 2>&1";
    auto* const pipe = popen(command.c_str(), "r");
    if (pipe == nullptr) return "";
    std::string text;
    for (int c = 0; (c = std::fgetc(pipe)) != EOF;) text += static_cast<char>(c);
    pclose(pipe);
    auto const after = [&](std::string const& label) {
        auto const at = text.rfind(label);
        std::string number;
        if (at != std::string::npos) std::istringstream(text.substr(at + label.size())) >> number;
        return number;
    };
    auto const upper = after("Objective value:");
    auto const lower = after("Lower bound:");
    if (lower.empty()) return upper;
    return "[" + lower + "; " + (upper.empty() ? "none" : upper) + "]";
}

void search_fresh(settings const& s) {
    auto const has_cbc = std::system("command -v cbc > /dev/null") == 0;
    if (!has_cbc) std::puts("cbc is not installed: no bounds of it");
    fresh_instances source(s.seed);
    for (std::size_t n = 0; n < s.fresh; ++n) {
        auto const i = source.next();
        if (!is_wanted(i.name, s)) continue;
        auto const model = write(i, s.target);
        print(i.name, "", search([&] { return gs::signed_graph(i.vertices, i.ties); }, i.any_number, s));
        std::printf("  CBC %s\n", has_cbc ? cbc(model, s).c_str() : "-");
    }
}

settings settings_of(int argc, char** argv) {
    settings s;
    std::vector<std::string> const words(argv + 1, argv + argc);
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const next = [&] {
            if (++i < words.size()) return words[i];
            std::fprintf(stderr, "%s wants a value\n", words[i - 1].c_str());
            std::exit(2);
        };
        if (words[i] == "--seconds") {
            s.seconds = std::stod(next());
        } else if (words[i] == "--threads") {
            s.threads = std::stoul(next());
        } else if (words[i] == "--only") {
            s.only = next();
        } else if (words[i] == "--fresh") {
            s.fresh = std::stoul(next());
            s.seed = std::stoull(next());
        } else if (words[i] == "--tableau") {
            gs::detail::chosen_solver = gs::detail::tableau_solver;
        } else if (words[i] == "--write") {
            s.target = next();
        } else {
            s.folder = words[i];
        }
    }
    return s;
}

} // namespace

int main(int argc, char** argv) {
    auto const s = settings_of(argc, argv);
    setenv("GEOSTANCE_DATA", "../shared/data", 0);
    if (s.fresh > 0) {
        print_heading();
        search_fresh(s);
        return 0;
    }
    auto const folder = s.folder.value_or(files::path(std::getenv("GEOSTANCE_DATA")) / "instances");
    if (!files::is_directory(folder)) {
        std::printf("skipped: no folder %s\n", folder.c_str());
        return 0;
    }
    print_heading();
    search_folder(folder, s);
    if (s.folder) return 0;
    if (!files::is_directory(networks::folder().value())) {
        std::printf("skipped the real networks: no folder %s\n", networks::folder().value().c_str());
        return 0;
    }
    search_networks(s);
    if (s.only.empty()) count_balance();
}

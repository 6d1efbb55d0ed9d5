// SPDX-License-Identifier: BSL-1.0
// A real GDELT export, repeated with shifted days and ids, summed up in a ledger; beside it pandas doing the same,
// SQLite's import of the rows alone, and `wc -l` as the floor of reading. All in one run; time is the CPU's (user and
// system) and the clock's, memory the peak of one process. The ledger is read by one thread and by two, and by one rank
// and by two where the example many_machines is named; their bytes are compared.
//   ledger_benchmark EXPORT [FOLDER for the large files] [folder of ledger_peer.py] [path of many_machines]
#include <geostance/data/event/ledger_file.hpp>
#include <geostance/data/event/read_events.hpp>
#include <geostance/io/detail/table_reader.hpp>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace io = geostance::io;

namespace {

std::string compact(std::chrono::sys_days day) {
    auto text = to_string(geostance::date(day));
    std::erase(text, '-');
    return text;
}

/// Repeats the export until the file has that many bytes. Each copy is a day later and has ids of its own.
void repeat(std::string const& source, std::string const& path, std::uintmax_t bytes) {
    std::vector<std::string> rests; // of each row, behind the id and the day
    std::vector<std::chrono::sys_days> days;
    io::detail::table_reader table(io::input::file(source), {'\n'}, {});
    table.for_each_row([&](io::detail::table_row const& row) {
        auto const id_end = row[0].find('\t');
        rests.emplace_back(row[0].substr(id_end + 9));
    });
    io::for_each_event(io::input::file(source), io::event_format::gdelt_2,
                       [&](io::event const& e) { days.push_back(e.day); });
    std::ofstream out(path, std::ios::binary);
    std::uint64_t id = 1;
    std::uintmax_t written = 0;
    for (int copy = 0; written < bytes; ++copy) {
        std::string text;
        for (std::size_t i = 0; i < rests.size(); ++i, ++id)
            text += std::to_string(id) + '\t' + compact(days[i] + std::chrono::days(copy)) + rests[i] + '\n';
        written += text.size();
        out << text;
    }
}

struct cost {
    double seconds = 0;
    double by_clock = 0;
    double megabytes = 0;
    std::string result{}; // what it printed
};

/// Runs a program, or this one's `work`, as a process of its own.
template <class Work>
cost run(std::string const& output, Work work) {
    std::fflush(stdout);
    auto const start = std::chrono::steady_clock::now();
    auto const child = fork();
    if (child == 0) {
        if (std::freopen(output.c_str(), "w", stdout) == nullptr) _exit(1);
        work();
        std::fflush(stdout);
        _exit(0);
    }
    int status = 0;
    rusage use{};
    wait4(child, &status, 0, &use);
    if (status != 0) return {};
    const std::chrono::duration<double> by_clock = std::chrono::steady_clock::now() - start;
    auto const seconds = [](timeval t) {
        return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) * 1e-6;
    };
    cost result{seconds(use.ru_utime) + seconds(use.ru_stime), by_clock.count(),
                static_cast<double>(use.ru_maxrss) / 1024};
    std::ifstream in(output);
    std::getline(in, result.result);
    return result;
}

template <class Work>
cost median(std::string const& output, Work work, std::size_t times) {
    std::vector<cost> costs;
    for (std::size_t i = 0; i < times; ++i) costs.push_back(run(output, work));
    std::sort(costs.begin(), costs.end(), [](cost const& a, cost const& b) { return a.by_clock < b.by_clock; });
    return costs[times / 2];
}

void program(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

/// @param text where the ledger is written
void into_ledger(std::string const& path, std::size_t threads, std::string const& text) {
    io::ledger ledger({.weight = io::ledger_weight::mentions});
    io::read_options options;
    options.threads = threads;
    io::read_events(ledger, io::input::file(path), io::event_format::gdelt_2, options);
    std::ofstream out(text, std::ios::binary);
    io::write_ledger(out, ledger);
    std::uint64_t events = 0;
    std::uint64_t weight = 0;
    for (auto const& e : ledger.entries()) {
        events += *e.events();
        weight += e.weight;
    }
    std::printf("%zu %ju %ju %ju\n", ledger.size(), static_cast<std::uintmax_t>(ledger.reports()),
                static_cast<std::uintmax_t>(events), static_cast<std::uintmax_t>(weight));
}

/// SQLite's import of all columns as texts, with nothing to guard against a crash.
void into_sqlite(std::string const& path, std::string const& database) {
    std::filesystem::remove(database);
    std::string columns;
    for (int i = 1; i <= 61; ++i) columns += (i == 1 ? "c" : ", c") + std::to_string(i);
    program({"sqlite3", database,
             "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE events(" + columns + ")", ".mode ascii",
             ".separator \"\\t\" \"\\n\"", ".import " + path + " events", "SELECT count(*) FROM events"});
}

void by_ranks(std::string const& many_machines, int ranks, std::string const& text, std::string const& path) {
    program(
        {"mpirun", "-n", std::to_string(ranks), "--oversubscribe", "--allow-run-as-root", many_machines, text, path});
}

std::string content(std::string const& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::puts("skipped: give the path of a GDELT 2.0 export");
        return 0;
    }
    std::string const source = arguments[1];
    std::string const folder = count > 2 ? arguments[2] : std::filesystem::temp_directory_path().string();
    std::string const peer = std::string(count > 3 ? arguments[3] : "tests/benchmark") + "/ledger_peer.py";
    std::string const many_machines = count > 4 ? arguments[4] : "";
    constexpr std::uintmax_t million = 1'000'000;
    std::printf("%-8s %-10s %10s %10s %10s %10s\n", "size", "program", "CPU s", "clock s", "peak MB", "CPU / ours");
    for (auto const megabytes : {100, 1000}) {
        auto const path = folder + "/ledger_benchmark_" + std::to_string(megabytes) + ".tsv";
        repeat(source, path, static_cast<std::uintmax_t>(megabytes) * million);
        auto const output = path + ".out";
        auto const text = path + ".ledger";
        auto const database = path + ".db";
        auto const ours = median(
            output, [&] { into_ledger(path, 1, text); }, 5);
        auto const bytes = content(text);
        auto const print = [&](char const* name, cost const& c) {
            if (c.seconds == 0) {
                std::printf("%-8d %-10s   skipped: it cannot be run\n", megabytes, name);
            } else {
                std::printf("%-8d %-10s %10.3f %10.3f %10.1f %10.2f\n", megabytes, name, c.seconds, c.by_clock,
                            c.megabytes, c.seconds / ours.seconds);
            }
            std::fflush(stdout);
        };
        auto const print_and_compare = [&](char const* name, cost const& c) {
            print(name, c);
            if (c.seconds != 0 && content(text) != bytes) std::printf("%s: another ledger\n", name);
        };
        print("ledger", ours);
        print_and_compare("2 threads", median(
                                           output, [&] { into_ledger(path, 2, text); }, 5));
        for (int ranks = 1; ranks <= 2 && !many_machines.empty(); ++ranks)
            print_and_compare(ranks == 1 ? "1 rank" : "2 ranks",
                              median(
                                  output, [&] { by_ranks(many_machines, ranks, text, path); }, 5));
        print("wc -l", median(
                           output,
                           [&] {
                               program({"wc", "-l", path});
                           },
                           5));
        print("SQLite", median(
                            output, [&] { into_sqlite(path, database); }, 1));
        auto const pandas = median(
            output,
            [&] {
                program({"/usr/bin/python3", peer, path});
            },
            1);
        print("pandas", pandas);
        for (auto const& made : {path, output, text, database}) std::filesystem::remove(made);
        if (pandas.seconds != 0 && pandas.result != ours.result)
            std::printf("the results differ: %s and %s\n", ours.result.c_str(), pandas.result.c_str());
    }
}

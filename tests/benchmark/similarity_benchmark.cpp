// SPDX-License-Identifier: BSL-1.0
// S and kappa of all pairs of states over the roll calls of 2010-2019, from the folder GEOSTANCE_DATA; beside
// similarity_benchmark.py, which asks numpy and pandas for the same. Time of one thread, the least of five runs.
#include <geostance/similarity/all_pairs.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace gs = geostance;

int main() {
    auto const* const folder = std::getenv("GEOSTANCE_DATA");
    if (folder == nullptr) {
        std::cout << "skipped: GEOSTANCE_DATA is not set\n";
        return 0;
    }
    struct vote {
        std::string call;
        std::string state;
        double value = 0;
    };
    std::vector<vote> votes;
    std::map<std::string, std::size_t> states;
    std::map<std::string, std::size_t> calls;
    std::ifstream in(std::string(folder) + "/un/votes-2010-2019.csv");
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        auto const last = line.rfind(',');
        auto const code = line.rfind(',', last - 1);
        auto const word = line.substr(last + 1);
        votes.push_back({line.substr(0, line.find(',')), line.substr(code + 1, last - code - 1),
                         word == "yes" ? 1.0 : (word == "no" ? -1.0 : 0.0)});
        states.try_emplace(votes.back().state, states.size());
        calls.try_emplace(votes.back().call, calls.size());
    }
    std::vector<std::string> names(states.size());
    for (auto const& [name, number] : states) names[number] = name;
    gs::portfolio_matrix m(names, calls.size(), {-1, 0, 1});
    for (auto const& v : votes) m.set(states[v.state], calls[v.call], v.value);
    for (auto const measure : {gs::similarity_measure::s, gs::similarity_measure::kappa}) {
        auto least = HUGE_VAL;
        std::size_t pairs = 0;
        double value = 0;
        for (int k = 0; k < 5; ++k) {
            auto const start = std::clock();
            auto const all = gs::all_pairs(measure, m);
            least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
            pairs = all.pairs();
            value = all.between("US", "RU").value.value();
        }
        std::cout << "geostance\t" << (measure == gs::similarity_measure::s ? "S" : "kappa") << '\t' << pairs
                  << " pairs\t" << least << " s\tUS-RU " << value << '\n';
    }
}

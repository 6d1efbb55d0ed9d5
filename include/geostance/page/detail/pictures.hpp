// SPDX-License-Identifier: BSL-1.0
/// @file
/// The pictures of a page in columns: who stands where, and the camps.
#pragma once

#include <geostance/page/detail/columns.hpp>
#include <geostance/page/detail/content.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

namespace geostance::page::detail {

/// Which nodes and pairs a picture shows.
struct selection {
    std::vector<number> holders{};
    std::vector<number> targets{};
    std::vector<number> pairs{};
};

/// The weightiest pairs whose ends are at most so many holders and as many targets.
[[nodiscard]] inline selection select(content const& all, std::size_t most) {
    selection result;
    std::vector<bool> holds(all.nodes.size());
    std::vector<bool> is_target(all.nodes.size());
    for (number i = 0; i < all.pairs.size(); ++i) {
        auto const& p = all.pairs[i];
        auto const missing = (holds[p.who] ? 0U : 1U) + (is_target[p.target] ? 0U : 1U);
        if (result.holders.size() + result.targets.size() + missing > most) continue;
        if (!holds[p.who]) result.holders.push_back(p.who);
        if (!is_target[p.target]) result.targets.push_back(p.target);
        holds[p.who] = is_target[p.target] = true;
        result.pairs.push_back(i);
    }
    return result;
}

/// What a reading says of each pair: the position among the answers, or nothing.
[[nodiscard]] inline std::vector<number> answers_by_pair(content const& all, number reading) {
    std::vector<number> result(all.pairs.size(), nothing);
    if (reading == nothing) return result;
    for (auto const& held : all.readings[reading].held) result[held.pair] = held.answer;
    return result;
}

/// Puts one column in the order of the means of their neighbours in the other: fewer lines cross.
inline void order_by_neighbours(std::vector<number>& column, std::vector<number> const& other,
                                std::vector<std::pair<number, number>> const& links) {
    auto const rank = [&](number n) {
        return static_cast<double>(std::find(other.begin(), other.end(), n) - other.begin());
    };
    std::vector<std::pair<double, number>> keys;
    for (auto const n : column) {
        double sum = 0;
        double count = 0;
        for (auto const& [mine, theirs] : links)
            if (mine == n) sum += rank(theirs), ++count;
        keys.emplace_back(count > 0 ? sum / count : 0, n);
    }
    std::stable_sort(keys.begin(), keys.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    for (std::size_t i = 0; i < column.size(); ++i) column[i] = keys[i].second;
}

/// Whether so many lines between two columns would be a tangle; a grid is then the better picture.
[[nodiscard]] inline bool is_dense(selection const& shown) {
    return shown.pairs.size() > 80 || shown.pairs.size() > 2 * (shown.holders.size() + shown.targets.size());
}

/// Holders on the left, what they stand on on the right; a line for each pair.
[[nodiscard]] inline std::string stands_in_columns(content const& all, selection shown, picture_size const& size) {
    std::vector<std::pair<number, number>> forward;
    std::vector<std::pair<number, number>> backward;
    for (auto const i : shown.pairs) {
        forward.emplace_back(all.pairs[i].who, all.pairs[i].target);
        backward.emplace_back(all.pairs[i].target, all.pairs[i].who);
    }
    for (int round = 0; round < 12; ++round) {
        order_by_neighbours(shown.targets, shown.holders, backward);
        order_by_neighbours(shown.holders, shown.targets, forward);
    }
    std::vector<column_item> items;
    std::vector<std::size_t> left(all.nodes.size());
    std::vector<std::size_t> right(all.nodes.size());
    auto const add = [&](number n, bool is_left, char const* heading) {
        (is_left ? left : right)[n] = items.size();
        items.push_back({all.nodes[n].name, all.nodes[n].kind, n, is_left, heading});
    };
    for (auto const n : shown.holders) add(n, true, n == shown.holders.front() ? "who" : "");
    for (auto const n : shown.targets) add(n, false, n == shown.targets.front() ? "on whom or what" : "");
    auto const answers = answers_by_pair(all, 0);
    std::vector<column_line> lines;
    for (auto const i : shown.pairs) {
        auto const& p = all.pairs[i];
        auto const answer = answers[i] == nothing ? shown_answer() : all.answers[answers[i]];
        lines.push_back({left[p.who], right[p.target], answer.attitude, answer.weight,
                         all.nodes[p.who].name + " → " + all.nodes[p.target].name,
                         attribute("data-pair", std::to_string(i))});
    }
    return column_picture(size, std::move(items), std::move(lines))
        .draw("stands", "Who stands where: holders on the left, what they stand on on the right");
}

[[nodiscard]] inline bool is_misfit(shown_camps const& camps, misfit const& tie) {
    return std::any_of(camps.against.begin(), camps.against.end(),
                       [&](misfit const& m) { return m.first == tie.first && m.second == tie.second; });
}

/// The ties of a picture: first those that fit no camp, then the strongest; so many that the eye can follow them.
[[nodiscard]] inline std::vector<misfit> ties_to_draw(shown_camps const& camps) {
    constexpr std::size_t most = 70;
    std::vector<misfit> fitting;
    std::copy_if(camps.ties.begin(), camps.ties.end(), std::back_inserter(fitting),
                 [&](misfit const& one) { return !is_misfit(camps, one); });
    auto const stronger = [](misfit const& a, misfit const& b) { return std::abs(a.value) > std::abs(b.value); };
    std::stable_sort(fitting.begin(), fitting.end(), stronger);
    auto ties = camps.against;
    std::stable_sort(ties.begin(), ties.end(), stronger);
    ties.insert(ties.end(), fitting.begin(), fitting.end());
    if (ties.size() > most) ties.resize(most);
    return ties;
}

/// The camps one below the other, in two columns; ties that fit none stand out.
[[nodiscard]] inline std::string camps_picture(content const& all, shown_camps const& camps, picture_size size,
                                               std::size_t most) {
    size.left = size.right = (size.left + size.right) / 2;
    std::vector<column_item> items;
    std::vector<std::size_t> place(all.nodes.size(), items.max_size());
    std::size_t left = 0;
    std::size_t right = 0;
    std::size_t camp_number = 0;
    bool has_singles[2] = {false, false};
    for (auto const& camp : camps.members) {
        bool const is_left = left <= right;
        bool const is_single = camp.size() == 1;
        std::string heading;
        if (!is_single) {
            heading = "camp ";
            heading += std::to_string(++camp_number);
        } else if (!std::exchange(has_singles[is_left ? 0 : 1], true)) {
            heading = "with nobody";
        }
        for (auto const n : camp) {
            if (items.size() == most) break;
            place[n] = items.size();
            items.push_back({all.nodes[n].name, all.nodes[n].kind, n, is_left, std::exchange(heading, {})});
            ++(is_left ? left : right);
        }
    }
    std::vector<column_line> lines;
    for (auto const& t : ties_to_draw(camps)) {
        if (place[t.first] == items.max_size() || place[t.second] == items.max_size()) continue;
        lines.push_back({place[t.first],
                         place[t.second],
                         t.value > 0 ? attitude::supports : attitude::opposes,
                         std::abs(t.value),
                         all.nodes[t.first].name + " – " + all.nodes[t.second].name,
                         {},
                         is_misfit(camps, t)});
    }
    return column_picture(size, std::move(items), std::move(lines))
        .draw("camps", "Camps: friends within, enemies across");
}

} // namespace geostance::page::detail

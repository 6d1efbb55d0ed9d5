// SPDX-License-Identifier: BSL-1.0
/// @file
/// Optimisation problems that are signed networks in other words: maximum cut, QUBO, cluster editing.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/table_reader.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/io/signed_network.hpp>
#include <geostance/io/signed_read_options.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// Names the vertices from 1, as these files number them.
inline void number_vertices(signed_network& network, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) network.names.push_back(std::to_string(i + 1));
}

/// Checks that a file has as many rows as it announces.
inline void check_count(read_report& report, std::string const& file, std::size_t announced,
                        signed_read_options const& options) {
    auto const found = report.rows + report.skipped;
    if (found == announced) return;
    auto const problem = [&] {
        return read_error({file}, std::to_string(found) + " rows", std::to_string(announced) + " rows, as announced");
    };
    if (options.rows.bad_rows == bad_rows::stop) throw problem();
    note(report, problem(), options.rows.max_problems);
}

inline std::uint32_t vertex_in(table_row const& row, std::size_t column, std::size_t least, std::size_t greatest) {
    return static_cast<std::uint32_t>(row.integer<std::size_t>(column, least, greatest) - least);
}

/// `vertices edges`, then `u v weight` for each edge: what a cut wants apart is a tie below 0.
inline read_result<signed_network> read_max_cut(input in, signed_read_options const& options) {
    read_result<signed_network> result;
    auto const file = in.name();
    table_reader table(std::move(in), {' ', '\0', '#'}, options.rows);
    auto const sizes = table.read_row("`vertices edges`");
    if (sizes.size() != 2) sizes.fail_row(std::to_string(sizes.size()) + " fields", "`vertices edges`");
    auto const count = sizes.integer<std::size_t>(0, 0, options.max_vertices);
    auto const announced = sizes.integer<std::size_t>(1, 0);
    result.report = table.for_each_row([&](table_row const& row) {
        if (row.size() != 2 && row.size() != 3) row.fail_row(std::to_string(row.size()) + " fields", "`u v weight`");
        auto const from = vertex_in(row, 0, 1, count);
        auto const to = vertex_in(row, 1, 1, count);
        result.value.edges.push_back({from, to, row.size() == 3 ? -row.number(2) : -1});
    });
    number_vertices(result.value, count);
    check_count(result.report, file, announced, options);
    return result;
}

/// `p qubo 0 variables diagonals couplings`, then `i j value`. With x = (1 + s) / 2, a coupling is a tie of minus
/// half its value between two spins, and what pulls one spin is a tie to a further vertex, `spin up`: the value of an
/// assignment is its frustration and a constant.
inline read_result<signed_network> read_qubo(input in, signed_read_options const& options) {
    read_result<signed_network> result;
    auto const file = in.name();
    table_reader table(std::move(in), {' ', '\0', 'c'}, options.rows);
    constexpr auto expected = "`p qubo 0 variables diagonals couplings`";
    auto const sizes = table.read_row(expected);
    if (sizes.size() != 6 || sizes[0] != "p" || sizes[1] != "qubo") sizes.fail_row(excerpt(sizes[0]), expected);
    std::vector<double> pull(sizes.integer<std::size_t>(3, 0, options.max_vertices - 1));
    auto const announced =
        sizes.integer<std::size_t>(4, 0, pull.size()) + sizes.integer<std::size_t>(5, 0, std::size_t(1) << 40U);
    result.report = table.for_each_row([&](table_row const& row) {
        if (row.size() != 3) row.fail_row(std::to_string(row.size()) + " fields", "`i j value`");
        if (pull.empty()) row.fail_row("a row", "none, as there are no variables");
        auto const i = vertex_in(row, 0, 0, pull.size() - 1);
        auto const j = vertex_in(row, 1, 0, pull.size() - 1);
        auto const value = row.number(2);
        if (i != j) result.value.edges.push_back({i, j, -value / 2});
        pull[i] -= value / 2;
        pull[j] -= value / 2;
    });
    for (std::size_t i = 0; i < pull.size(); ++i) result.value.names.push_back(std::to_string(i));
    for (std::uint32_t i = 0; i < pull.size(); ++i)
        if (pull[i] != 0) result.value.edges.push_back({i, static_cast<std::uint32_t>(pull.size()), pull[i]});
    result.value.names.emplace_back("spin up");
    check_count(result.report, file, announced, options);
    return result;
}

/// `p cep vertices edges`, then `u v`: edges are ties of 1, all other pairs ties of -1.
inline read_result<signed_network> read_pace(input in, signed_read_options const& options) {
    constexpr std::size_t most_vertices = 8192; // 33 million pairs
    read_result<signed_network> result;
    auto const file = in.name();
    table_reader table(std::move(in), {' ', '\0', 'c'}, options.rows);
    auto const sizes = table.read_row("`p cep vertices edges`");
    if (sizes.size() != 4 || sizes[0] != "p") sizes.fail_row(excerpt(sizes[0]), "`p cep vertices edges`");
    auto const count = sizes.integer<std::size_t>(2, 0, std::min(options.max_vertices, most_vertices));
    auto const announced = sizes.integer<std::size_t>(3, 0);
    std::set<std::pair<std::uint32_t, std::uint32_t>> friends;
    result.report = table.for_each_row([&](table_row const& row) {
        if (row.size() != 2) row.fail_row(std::to_string(row.size()) + " fields", "`u v`");
        auto const a = vertex_in(row, 0, 1, count);
        auto const b = vertex_in(row, 1, 1, count);
        if (a == b) row.fail(1, "another vertex");
        friends.insert(std::minmax(a, b));
    });
    number_vertices(result.value, count);
    if (count > 1) result.value.edges.reserve(count * (count - 1) / 2);
    for (std::uint32_t a = 0; a < count; ++a)
        for (std::uint32_t b = a + 1; b < count; ++b)
            result.value.edges.push_back({a, b, friends.contains({a, b}) ? 1.0 : -1.0});
    check_count(result.report, file, announced, options);
    return result;
}

} // namespace geostance::io::detail

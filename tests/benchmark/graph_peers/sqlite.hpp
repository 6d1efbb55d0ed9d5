// SPDX-License-Identifier: BSL-1.0
/// @file
/// The questions, asked of SQLite: in memory, a table for each type, indexed by both ends and by day.
#pragma once

#include "world.hpp"

#include <sqlite3.h>

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <variant>
#include <vector>

class sqlite_tables {
public:
    static constexpr auto name = "SQLite";

    explicit sqlite_tables(world const& w) {
        check(sqlite3_open(":memory:", &db_));
        run("PRAGMA journal_mode=OFF; CREATE TABLE state(id INTEGER PRIMARY KEY); BEGIN");
        statement add(db_, "INSERT INTO state VALUES(?)");
        for (std::size_t i = 0; i < w.nodes; ++i) add.bind(1, i).run();
        run("COMMIT");
    }
    sqlite_tables(sqlite_tables const&) = delete;
    sqlite_tables& operator=(sqlite_tables const&) = delete;
    ~sqlite_tables() { sqlite3_close_v2(db_); }

    void build(world const& w) {
        run("BEGIN");
        std::vector<statement> add;
        for (auto const* table : tables) {
            auto const named = std::string(table);
            run("CREATE TABLE " + named + "(source INTEGER, target INTEGER, amount, day INTEGER, share REAL)");
            add.emplace_back(db_, "INSERT INTO " + named + " VALUES(?, ?, ?, ?, ?)");
        }
        for (auto const& r : w.rows) insert(add[r.payload.index()], r);
        for (auto const* table : tables) {
            auto const named = std::string(table);
            run("CREATE INDEX " + named + "_out ON " + named + "(source, target)");
            run("CREATE INDEX " + named + "_in ON " + named + "(target)");
            run("CREATE INDEX " + named + "_day ON " + named + "(day)");
        }
        run("COMMIT; ANALYZE");
    }

    [[nodiscard]] answer all() {
        return of_each_table("", [](statement& s, answer& found) { s.add_to(found); });
    }
    [[nodiscard]] answer of_one_type() {
        answer found;
        statement(db_, sums + "trade").add_to(found);
        return found;
    }
    [[nodiscard]] answer of_each_node() {
        answer found;
        statement s(db_, sums + "trade WHERE source = ?");
        auto const nodes = statement(db_, "SELECT count(*) FROM state").number();
        for (std::int64_t n = 0; n < nodes; ++n) s.bind(1, n).add_to(found);
        return found;
    }
    [[nodiscard]] answer within(days asked) {
        return of_each_table(" WHERE day BETWEEN ? AND ?", [&](statement& s, answer& found) {
            s.bind(1, asked.first).bind(2, asked.last).add_to(found);
        });
    }
    [[nodiscard]] answer between(std::vector<ends> const& asked) {
        return of_each_table(" WHERE source = ? AND target = ?", [&](statement& s, answer& found) {
            for (auto const& [a, b] : asked) s.bind(1, a).bind(2, b).add_to(found);
        });
    }

private:
    static constexpr std::array tables{"trade", "visit", "vote", "aid"}; // as in any_payload
    static inline std::string const sums = "SELECT total(amount), total(source + target) FROM ";

    static void check(int code) {
        if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
        std::fprintf(stderr, "SQLite: %s\n", sqlite3_errstr(code));
        std::abort();
    }

    class statement {
    public:
        statement(sqlite3* db, std::string const& text) {
            check(sqlite3_prepare_v2(db, text.c_str(), -1, &prepared_, nullptr));
        }
        statement(statement&& other) noexcept : prepared_(std::exchange(other.prepared_, nullptr)) {}
        statement& operator=(statement&&) = delete;
        ~statement() { sqlite3_finalize(prepared_); }

        statement& bind(int place, std::integral auto value) {
            check(sqlite3_bind_int64(prepared_, place, static_cast<sqlite3_int64>(value)));
            return *this;
        }
        statement& bind(int place, double value) {
            check(sqlite3_bind_double(prepared_, place, value));
            return *this;
        }
        void run() {
            check(sqlite3_step(prepared_));
            check(sqlite3_reset(prepared_));
        }
        void add_to(answer& found) {
            check(sqlite3_step(prepared_));
            found.amount += sqlite3_column_double(prepared_, 0);
            found.ends += static_cast<std::uint64_t>(sqlite3_column_double(prepared_, 1));
            check(sqlite3_reset(prepared_));
        }
        std::int64_t number() {
            check(sqlite3_step(prepared_));
            return sqlite3_column_int64(prepared_, 0);
        }

    private:
        sqlite3_stmt* prepared_ = nullptr;
    };

    void run(std::string const& text) { check(sqlite3_exec(db_, text.c_str(), nullptr, nullptr, nullptr)); }
    static void insert(statement& into, row const& r) {
        into.bind(1, r.source).bind(2, r.target).bind(4, day_of(r.payload));
        if (auto const* const given = std::get_if<aid>(&r.payload)) into.bind(5, given->share);
        bool const is_whole = std::holds_alternative<visit>(r.payload) || std::holds_alternative<vote>(r.payload);
        auto const value = amount(r.payload);
        (is_whole ? into.bind(3, static_cast<std::int64_t>(value)) : into.bind(3, value)).run();
    }
    answer of_each_table(std::string const& condition, auto ask) {
        answer found;
        for (auto const* table : tables) {
            statement s(db_, sums + table + condition);
            ask(s, found);
        }
        return found;
    }

    sqlite3* db_ = nullptr;
};

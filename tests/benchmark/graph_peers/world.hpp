// SPDX-License-Identifier: BSL-1.0
/// @file
/// What each of the compared graphs is built of, and what is asked of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <variant>
#include <vector>

/// Any state may be linked to any state.
struct between_states {
    template <class From, class To>
    static constexpr bool links = true;
};

struct trade : between_states {
    double value = 0; ///< a multiple of 1/16, so that sums do not depend on their order
    std::int32_t day = 0;
};
struct visit : between_states {
    std::int32_t level = 0;
    std::int32_t day = 0;
};
struct vote : between_states {
    std::int8_t ballot = 0;
    std::int32_t day = 0;
};
struct aid : between_states {
    double value = 0;
    double share = 1;
    std::int32_t day = 0;
};
inline double amount(trade const& r) { return r.value; }
inline double amount(visit const& r) { return r.level; }
inline double amount(vote const& r) { return r.ballot; }
inline double amount(aid const& r) { return r.value; }

/// What one would write without the library.
using any_payload = std::variant<trade, visit, vote, aid>;
inline double amount(any_payload const& p) {
    return std::visit([](auto const& r) { return amount(r); }, p);
}
inline std::int32_t day_of(any_payload const& p) {
    return std::visit([](auto const& r) { return r.day; }, p);
}

struct row {
    std::uint32_t source, target;
    any_payload payload;
};
struct ends {
    std::uint32_t source, target;
};
/// Days from `first` to `last`.
struct days {
    std::int32_t first, last;
    /// Without a branch, which would be guessed wrong for every other day.
    [[nodiscard]] bool hold(std::int32_t day) const {
        return static_cast<unsigned>(day) - static_cast<unsigned>(first) <= static_cast<unsigned>(last - first);
    }
};

/// States and their relations. A few states have most, as in news: the first a fiftieth of all.
struct world {
    std::size_t nodes;
    std::vector<row> rows{};
    std::vector<ends> asked{}; ///< pairs of which there is a relation
    days month{10'000, 10'029};
    days half{0, 9'999};
};

inline world make_world(std::size_t nodes, std::size_t relations, std::size_t asked) {
    std::mt19937 random(1);
    auto const below = [&](std::size_t n) { return std::uniform_int_distribution<std::size_t>(0, n - 1)(random); };
    auto const node = [&] {
        auto const u = static_cast<double>(below(1U << 30U)) / (1U << 30U);
        return static_cast<std::uint32_t>(u * u * u * static_cast<double>(nodes));
    };
    world w{nodes};
    w.rows.reserve(relations);
    for (std::size_t i = 0; i < relations; ++i) {
        auto const value = static_cast<double>(below(1600)) / 16;
        auto const small = static_cast<std::int8_t>(below(5));
        auto const day = static_cast<std::int32_t>(below(20'000));
        auto const payload = [&]() -> any_payload {
            auto const kind = below(100);
            if (kind < 40) return trade{{}, value, day};
            if (kind < 70) return visit{{}, small, day};
            if (kind < 90) return vote{{}, small, day};
            return aid{{}, value, 0.5, day};
        }();
        w.rows.push_back({node(), node(), payload});
    }
    for (std::size_t i = 0; i < asked; ++i) {
        auto const& r = w.rows[below(relations)];
        w.asked.push_back({r.source, r.target});
    }
    return w;
}

/// The answer to each question: of the relations that are asked for, the sum of their amounts and that of the numbers
/// of their ends, so that nobody can leave the ends out.
struct answer {
    double amount = 0;
    std::uint64_t ends = 0;

    void add(double more, std::size_t source, std::size_t target) {
        amount += more;
        ends += source + target;
    }
    friend bool operator==(answer const&, answer const&) = default;
};

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Good camps of one block that differ, and camps made of two of them.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/optimum/detail/weighted_ties.hpp>
#include <geostance/signed/detail/random_source.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace geostance::detail {

class elite_sides {
public:
    explicit elite_sides(weighted_ties const& g) : g_(&g) {}

    static constexpr auto none = static_cast<std::uint32_t>(-1);

    /// Camps to be improved before they are taken.
    struct child {
        std::vector<std::uint32_t> side;
        std::uint32_t parent = none; // the first of the two that they were made of
        random_source random;        // for what is done to them
        std::int64_t cost = 0;       // once they are improved
        bool is_improved = false;
    };

    [[nodiscard]] bool full() const noexcept { return members_.size() == most; }

    /// Up to so many camps that can be improved at once: random ones while there are few, and then some made by
    /// combine(). If none has been the best so far for a while, all are forgotten first.
    [[nodiscard]] lean_vector<child> next(std::size_t count, random_source& random) {
        if (idle_ > patience) members_.clear();
        lean_vector<child> result;
        for (auto left = std::min({count, at_once, full() ? at_once : most - members_.size()}); left > 0; --left)
            result.push_back(full() ? combine(random) : at_random(random));
        return result;
    }

    /// While there are few, takes all camps. Later ones replace the first of the two that they were made of, unless
    /// they are worse; so the camps stay different for long.
    void take(child&& c) {
        auto const cost = c.cost;
        if (c.parent == none) {
            members_.push_back({std::move(c.side), cost});
        } else if (cost <= members_[c.parent].cost) {
            members_[c.parent] = {std::move(c.side), cost};
        }
        ++idle_;
        if (members_.size() == 1 || cost < least_) {
            least_ = cost;
            idle_ = 0;
        }
    }

    /// One of two, with parts of the other's differences taken over: each small part that pays, and half of the
    /// vertices of large ones. As parts have no ties between them, they add up.
    /// @par Source
    /// Tinos, R., Whitley, D. and Chicano, F. (2015). Partition crossover for pseudo-Boolean optimization. FOGA XIII,
    /// 137-149.
    [[nodiscard]] child combine(random_source& random) const {
        auto const a = random.below(members_.size());
        auto const b = (a + 1 + random.below(members_.size() - 1)) % members_.size();
        auto side = members_[a].side;
        auto differs = differing(side, members_[b].side);
        std::vector<std::uint32_t> part;
        for (std::uint32_t root = 0; root < g_->size(); ++root) {
            if (differs[root] == 0) continue;
            take_part(root, differs, part);
            auto const gain = gain_of(part, side);
            auto const is_large = part.size() * 10 > g_->size();
            auto const by_lot = random.below(2) == 0;
            auto const is_taken = [&] { return is_large ? random.below(2) == 0 : gain > 0 || (gain == 0 && by_lot); };
            for (auto const v : part)
                if (is_taken()) side[v] ^= 1U;
        }
        return {std::move(side), a, random_source(random())};
    }

private:
    static constexpr std::size_t most = 10;
    static constexpr std::size_t at_once = most;
    static constexpr std::size_t patience = 200;
    struct member {
        std::vector<std::uint32_t> side;
        std::int64_t cost;
    };

    [[nodiscard]] child at_random(random_source& random) const {
        std::vector<std::uint32_t> side(g_->size());
        for (auto& s : side) s = random.below(2);
        return {std::move(side), none, random_source(random())};
    }
    /// The vertices on which two disagree, or those on which they agree if these are fewer: the names of camps mean
    /// nothing.
    [[nodiscard]] static std::vector<std::uint8_t> differing(std::vector<std::uint32_t> const& a,
                                                             std::vector<std::uint32_t> const& b) {
        std::vector<std::uint8_t> result(a.size());
        std::size_t count = 0;
        for (std::size_t v = 0; v < a.size(); ++v) count += result[v] = a[v] != b[v] ? 1 : 0;
        if (2 * count > a.size())
            for (auto& d : result) d ^= 1U;
        return result;
    }
    /// Moves a vertex's connected part of the differences to `part`.
    void take_part(std::uint32_t root, std::vector<std::uint8_t>& differs, std::vector<std::uint32_t>& part) const {
        part.assign(1, root);
        differs[root] = 0;
        for (std::size_t i = 0; i < part.size(); ++i) {
            for (auto const& a : g_->row(part[i]))
                if (std::exchange(differs[a.head], std::uint8_t{0}) != 0) part.push_back(a.head);
        }
    }
    /// The gain of moving a part as a whole.
    [[nodiscard]] std::int64_t gain_of(std::vector<std::uint32_t> const& part,
                                       std::vector<std::uint32_t> const& side) const {
        std::vector<std::uint8_t> is_in(side.size());
        for (auto const v : part) is_in[v] = 1;
        std::int64_t gain = 0;
        for (auto const v : part) {
            for (auto const& a : g_->row(v))
                if (is_in[a.head] == 0) gain -= side[v] == side[a.head] ? a.weight : -a.weight;
        }
        return gain;
    }

    weighted_ties const* g_;
    std::vector<member> members_{};
    std::int64_t least_ = 0; // the least cost of all since members were forgotten
    std::size_t idle_ = 0;   // the number of camps since then
};

} // namespace geostance::detail

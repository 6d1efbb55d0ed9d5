// SPDX-License-Identifier: BSL-1.0
/// @file
/// Colours for the vertices of a small graph such that neighbours differ.
#pragma once

#include <geostance/detail/lean_vector.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace geostance::detail {

/// At most k colours, for those vertices that are present. Vertices with fewer than k neighbours always find a colour
/// and come last; of the others, the one whose neighbours have the most colours goes next.
/// @par Source
/// Brelaz, D. (1979). New methods to color the vertices of a graph. Communications of the ACM 22, 251-256.
class colouring {
public:
    using adjacency = std::vector<std::vector<std::uint32_t>>;
    static constexpr auto none = UINT32_MAX;

    colouring(adjacency const& next, std::vector<std::uint8_t> present, std::uint32_t k)
        : next_(next), present_(std::move(present)), k_(k), colour_(next.size(), none) {}

    /// Whether there are such colours; nothing if it would take too long to tell.
    std::optional<bool> run() {
        std::vector<std::uint32_t> last;
        for (std::uint32_t v = 0; v < next_.size(); ++v) last.push_back(v);
        peel(last);
        auto const found = place();
        if (!found && steps_ >= most_steps) return std::nullopt;
        if (found)
            for (auto v = last.rbegin(); v != last.rend(); ++v) colour_[*v] = free_colour(*v);
        return found;
    }
    /// By vertex, if run() was true.
    [[nodiscard]] std::vector<std::uint32_t> const& colours() const noexcept { return colour_; }

private:
    static constexpr std::size_t most_steps = 20'000;

    /// Takes out, again and again, those with fewer than k neighbours; leaves them in `last`, in that order.
    void peel(std::vector<std::uint32_t>& last) {
        auto waiting = std::move(last);
        last.clear();
        while (!waiting.empty()) {
            auto const v = waiting.back();
            waiting.pop_back();
            if (present_[v] == 0 || neighbours(v) >= k_) continue;
            present_[v] = 0;
            last.push_back(v);
            waiting.insert(waiting.end(), next_[v].begin(), next_[v].end());
        }
    }
    [[nodiscard]] std::size_t neighbours(std::uint32_t v) const {
        return static_cast<std::size_t>(
            std::count_if(next_[v].begin(), next_[v].end(), [&](auto u) { return present_[u] != 0; }));
    }
    [[nodiscard]] bool is_free(std::uint32_t v, std::uint32_t c) const {
        return std::none_of(next_[v].begin(), next_[v].end(), [&](auto u) { return colour_[u] == c; });
    }
    [[nodiscard]] std::uint32_t free_colour(std::uint32_t v) const {
        std::uint32_t c = 0;
        while (!is_free(v, c)) ++c;
        return c;
    }
    [[nodiscard]] std::size_t free_colours(std::uint32_t v) const {
        std::size_t free = 0;
        for (std::uint32_t c = 0; c < k_; ++c) free += is_free(v, c) ? 1U : 0U;
        return free;
    }

    /// A vertex on the way, and which colour it is to try next.
    struct step {
        std::uint32_t vertex;
        std::uint32_t used_before;
        std::uint32_t next = 0;
    };

    /// Depth-first, with a stack of its own: the graph decides how deep it goes.
    bool place() {
        lean_vector<step> path;
        for (;;) {
            if (++steps_ >= most_steps) return false;
            auto const v = most_bound();
            if (v == none) return true;
            path.push_back({v, used_});
            while (!recolour(path.back())) {
                path.pop_back();
                if (path.empty()) return false;
            }
        }
    }
    /// The vertex without a colour that has the fewest colours to choose from; none if all have one.
    [[nodiscard]] std::uint32_t most_bound() const {
        auto best = none;
        std::size_t fewest = 0;
        for (std::uint32_t v = 0; v < next_.size(); ++v) {
            if (present_[v] == 0 || colour_[v] != none) continue;
            auto const free = free_colours(v);
            if (best != none && free >= fewest) continue;
            best = v;
            fewest = free;
        }
        return best;
    }
    /// Gives a vertex its next free colour, at most one that no vertex has yet; false if there is none.
    bool recolour(step& at) {
        colour_[at.vertex] = none;
        used_ = at.used_before;
        auto const most = std::min(used_ + 1, k_);
        while (at.next < most && !is_free(at.vertex, at.next)) ++at.next;
        if (at.next >= most) return false;
        colour_[at.vertex] = at.next++;
        used_ = std::max(used_, at.next);
        return true;
    }

    adjacency const& next_;
    std::vector<std::uint8_t> present_;
    std::uint32_t k_;
    std::vector<std::uint32_t> colour_;
    std::uint32_t used_ = 0;
    std::size_t steps_ = 0;
};

} // namespace geostance::detail

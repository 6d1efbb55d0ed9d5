// SPDX-License-Identifier: BSL-1.0
/// @file
/// Eras: which of its own and of its ancestors' handles a graph recognises.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/storage.hpp>
#include <geostance/graph/handle.hpp>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iterator>
#include <string>
#include <utility>

namespace geostance::detail {

/// A stamp that no other era of the program has. There are 2^32 - 1, one for each graph, copy, overlay and roll-back. A
/// program that needs more ends: otherwise a graph could take another one's handle for its own.
inline std::uint32_t next_stamp() noexcept {
    static std::atomic<std::uint32_t> last{0};
    auto const stamp = ++last;
    if (stamp == 0) std::terminate();
    return stamp;
}

/// What is wrong with a handle that a graph does not own.
inline invalid_handle foreign_handle(handle const& h, char const* kind) {
    if (h.is_null()) return invalid_handle(std::string("a null ") + kind + " handle refers to nothing");
    return invalid_handle(std::string(kind) + " handle " + std::to_string(h.index()) + " belongs to another graph");
}

/// From which node and relation on a graph issues handles with that stamp.
struct era {
    std::uint32_t stamp = 0;
    std::uint32_t first_node = 0;
    std::uint32_t first_relation = 0;
};

/// The eras of a graph. The first begins with its first node; being copied begins a new one in the copy, so that both
/// know the handles of before, and neither those that the other issues afterwards. Stamps and beginnings rise together.
class eras {
public:
    eras() = default;
    eras(eras&& other) noexcept : eras_(std::move(other.eras_)), last_(other.last_) { other.last_ = {}; }
    eras(eras const&) = default;
    ~eras() = default;

    /// Begins the first era unless it has begun.
    void begin() {
        if (last_.stamp == 0) push({next_stamp(), 0, 0});
    }
    /// Begins another era. One that has issued no handle is forgotten.
    void begin_next(std::uint32_t nodes, std::uint32_t relations) {
        if (last_.stamp != 0 && last_.first_node == nodes && last_.first_relation == relations) eras_.pop_back();
        push({next_stamp(), nodes, relations});
    }

    /// The stamp of the last era, or 0 if none has begun.
    [[nodiscard]] std::uint32_t last_stamp() const noexcept { return last_.stamp; }

    /// Makes room for the era that `roll_back` begins.
    void make_room_for_roll_back() { make_room(eras_); }
    /// Whether the graph still has what it had when the last era was the one with that stamp and there were so many
    /// nodes and relations.
    [[nodiscard]] bool reach(std::uint32_t stamp, std::uint32_t nodes, std::uint32_t relations) const noexcept {
        if (stamp == 0) return true;
        auto const* const at = with_stamp(stamp);
        if (at == eras_.end() || at->stamp != stamp) return false;
        return at + 1 == eras_.end() || ((at + 1)->first_node >= nodes && (at + 1)->first_relation >= relations);
    }
    /// Forgets the eras after the one with that stamp and all handles beyond so many nodes and relations, and begins
    /// another era, for which room was made.
    void roll_back(std::uint32_t stamp, std::uint32_t nodes, std::uint32_t relations) noexcept {
        while (!eras_.empty() && eras_.back().stamp > stamp) eras_.pop_back();
        push({next_stamp(), nodes, relations});
    }

    /// Whether a handle with that index and stamp is of these eras; `size` is how many of its kind there are, `first`
    /// where its kind is counted.
    [[nodiscard]] bool own(std::size_t index, std::uint32_t stamp, std::size_t size,
                           std::uint32_t era::*first) const noexcept {
        if (stamp == last_.stamp) return is_of_last(index, stamp, size, first);
        auto const* const at = with_stamp(stamp);
        return at != eras_.end() && at->stamp == stamp && index >= (*at).*first && index < (*(at + 1)).*first;
    }
    /// The same of the last era alone.
    [[nodiscard]] bool is_of_last(std::size_t index, std::uint32_t stamp, std::size_t size,
                                  std::uint32_t era::*first) const noexcept {
        return stamp == last_.stamp && index >= last_.*first && index < size;
    }

    /// The stamp of the handle with that index.
    /// @pre there is such a node or relation
    [[nodiscard]] std::uint32_t stamp_of(std::size_t index, std::uint32_t era::*first) const noexcept {
        if (index >= last_.*first) [[likely]]
            return last_.stamp;
        return stamp_of_earlier(index, first);
    }

private:
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] std::uint32_t
    stamp_of_earlier(std::size_t index, std::uint32_t era::*first) const noexcept {
        auto const* const after =
            std::partition_point(eras_.begin(), eras_.end(), [=](era const& e) { return e.*first <= index; });
        return std::prev(after)->stamp;
    }
    void push(era const& next) {
        eras_.push_back(next);
        last_ = next;
    }
    [[nodiscard]] era const* with_stamp(std::uint32_t stamp) const noexcept {
        return std::partition_point(eras_.begin(), eras_.end(), [=](era const& e) { return e.stamp < stamp; });
    }

    lean_vector<era> eras_;
    era last_{}; ///< the last of them, which is asked for most
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// How to undo what was replaced in a store.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace geostance::detail {

/// How to undo what was replaced, the newest last; kept only while somebody holds a place of it.
template <class Store>
class undo_log {
    struct entry {
        std::function<void(Store&)> undo;
        std::uint64_t number; ///< no other entry ever had it
    };
    struct entries {
        std::vector<entry> list{};
        std::uint64_t last_number = 0;

        /// The number of the last of so many entries; 0 if there are none.
        [[nodiscard]] std::uint64_t number_at(std::size_t size) const noexcept {
            return size == 0 ? 0 : list[size - 1].number;
        }
    };

public:
    /// A place of the log, which keeps it alive.
    struct place {
        std::shared_ptr<entries> kept;
        std::size_t size;
        std::uint64_t number; ///< of the entry before it, which another may have replaced since
    };

    [[nodiscard]] place here() {
        auto kept = kept_.lock();
        if (!kept) kept_ = kept = std::make_shared<entries>();
        auto const size = kept->list.size();
        auto const number = kept->number_at(size);
        return {std::move(kept), size, number};
    }
    /// Whether a place is of this log, and not of one that was forgotten, nor was undone.
    [[nodiscard]] bool has(place const& p) const noexcept {
        return p.kept && p.kept == kept_.lock() && p.kept->list.size() >= p.size &&
               p.kept->number_at(p.size) == p.number;
    }
    /// Remembers how to undo a change, if somebody may ask for it.
    template <class Undo>
    void keep(Undo&& undo) {
        auto const kept = kept_.lock();
        if (!kept) return;
        kept->list.push_back({std::forward<Undo>(undo), kept->last_number + 1});
        ++kept->last_number;
    }
    /// Undoes what was kept since a place.
    /// @pre has(p)
    static void undo(Store& store, place const& at) noexcept {
        for (auto& list = at.kept->list; list.size() > at.size; list.pop_back()) list.back().undo(store);
    }
    void forget() noexcept { kept_.reset(); }

private:
    std::weak_ptr<entries> kept_;
};

} // namespace geostance::detail

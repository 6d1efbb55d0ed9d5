// SPDX-License-Identifier: BSL-1.0
/// @file
/// How to undo what was replaced in a store.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

namespace geostance::detail {

/// How to undo what was replaced, the newest last; kept only while somebody holds a place of it.
template <class Store>
class undo_log {
    using entries = std::vector<std::function<void(Store&)>>;

public:
    /// A place of the log, which keeps it alive.
    struct place {
        std::shared_ptr<entries> kept;
        std::size_t size;
    };

    [[nodiscard]] place here() {
        auto kept = kept_.lock();
        if (!kept) kept_ = kept = std::make_shared<entries>();
        auto const size = kept->size();
        return {std::move(kept), size};
    }
    /// Whether a place is of this log, and not of one that was forgotten.
    [[nodiscard]] bool has(place const& p) const noexcept { return p.kept && p.kept == kept_.lock(); }
    /// Remembers how to undo a change, if somebody may ask for it.
    template <class Undo>
    void keep(Undo&& undo) {
        if (auto const kept = kept_.lock()) kept->emplace_back(std::forward<Undo>(undo));
    }
    /// Undoes what was kept since a place.
    /// @pre has(p)
    static void undo(Store& store, place const& p) noexcept {
        for (; p.kept->size() > p.size; p.kept->pop_back()) p.kept->back()(store);
    }
    void forget() noexcept { kept_.reset(); }

private:
    std::weak_ptr<entries> kept_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The store that a graph lies over, and whether that has changed since.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/detail/layered.hpp>

#include <cstdint>

namespace geostance::detail {

/// How far a store has come: the last stamp and the number of changes.
struct revision {
    std::uint32_t stamp = 0;
    std::uint64_t num_changes = 0;
    friend bool operator==(revision const&, revision const&) = default;
};

/// A pointer to the store that another one lies over, and how far that had come then.
/// @tparam Store has `revision_now()`, and `below()`, which is one of these
template <class Store>
class store_below : public layer_below<Store> {
public:
    store_below() = default;
    explicit store_below(Store const* below) noexcept : layer_below<Store>(below), seen_(below->revision_now()) {}

    /// Whether it lies over none, or all below is as it was.
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] bool is_current() const noexcept {
        for (store_below const* at = this; *at; at = &(*at)->below())
            if (!((*at)->revision_now() == at->seen_)) return false;
        return true;
    }
    void require_current() const {
        if (*this && !is_current()) throw_stale();
    }
    /// Whether it leads to another store, however many lie between them.
    [[nodiscard]] bool leads_to(Store const& other) const noexcept {
        store_below const* at = this;
        while (*at && *at != &other) at = &(*at)->below();
        return *at;
    }
    /// Checks that it does not lead to a store that is about to give up its content.
    void require_apart_from(Store const& other) const {
        if (leads_to(other))
            throw invalid_state("a graph cannot take over one that lies over it: keep that one beside it");
    }

private:
    [[noreturn, gnu::noinline, gnu::cold]] static void throw_stale() {
        throw invalid_handle("the graph below has changed since this one was laid over it: lay it over it again");
    }

    revision seen_{};
};

} // namespace geostance::detail

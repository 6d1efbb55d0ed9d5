// SPDX-License-Identifier: BSL-1.0
/// @file
/// A sequence that grows without moving what is in it.
#pragma once

#include <geostance/detail/lean_vector.hpp>

#include <cstddef>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::detail {

/// Values in chunks of a fixed size: what is large and many is neither moved when more comes, nor is twice the room
/// ever needed for it.
template <class T>
class chunks {
public:
    [[nodiscard]] bool empty() const noexcept { return size() == 0; }
    [[nodiscard]] std::size_t size() const noexcept {
        return chunks_.empty() ? 0 : (chunks_.size() - 1) * chunk + chunks_.back().size();
    }
    [[nodiscard]] T const& operator[](std::size_t i) const noexcept { return chunks_[i / chunk][i % chunk]; }
    [[nodiscard]] T const& back() const noexcept { return (*this)[size() - 1]; }

    void push_back(T&& value) {
        if (chunks_.empty() || chunks_.back().size() == chunk) add_chunk();
        if constexpr (is_lean)
            chunks_.back().take(std::move(value));
        else
            chunks_.back().push_back(std::move(value));
    }

    /// Takes away all but the first `size` values.
    /// @pre size <= size()
    void truncate(std::size_t size) noexcept {
        while (chunks_.size() > (size + chunk - 1) / chunk) chunks_.pop_back();
        while (this->size() > size) chunks_.back().pop_back();
    }

private:
    static constexpr std::size_t chunk = 4096;
    static constexpr bool is_lean =
        std::is_nothrow_move_constructible_v<T> && alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__;

    /// The first one grows as a vector does, lest a small sequence take the room of a large one.
    void add_chunk() {
        chunks_.emplace_back();
        if (chunks_.size() > 1) chunks_.back().reserve(chunk);
    }

    lean_vector<std::conditional_t<is_lean, lean_vector<T>, std::vector<T>>> chunks_;
};

} // namespace geostance::detail

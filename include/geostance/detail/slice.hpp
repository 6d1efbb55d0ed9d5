// SPDX-License-Identifier: BSL-1.0
/// @file
/// Values that lie side by side.
#pragma once

#include <cstddef>

namespace geostance::detail {

/// Values that lie side by side in a vector that belongs to somebody else. `std::span<T const>` does the same, but
/// checks concepts for each T, which would make every file that includes the graph slower to compile.
template <class T>
class slice {
public:
    slice() = default;
    slice(T const* first, std::size_t size) noexcept : first_(first), size_(size) {}

    [[nodiscard]] T const* begin() const noexcept { return first_; }
    [[nodiscard]] T const* end() const noexcept { return first_ + size_; }
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] T const& operator[](std::size_t i) const noexcept { return first_[i]; }

private:
    T const* first_ = nullptr;
    std::size_t size_ = 0;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A list that is mostly short.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>

namespace geostance::detail {

// NOLINTBEGIN(cppcoreguidelines-pro-type-member-init): its bytes are written before they are read

/// A list whose first N elements lie in it, and only more of them on the heap. `boost::container::small_vector` would
/// do, and have a thousand further classes compiled.
template <class T, std::size_t N>
class short_list {
    static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = T const*;

    short_list() noexcept = default;
    explicit short_list(std::size_t size) { resize(size); }
    /// What was moved from is empty.
    short_list(short_list&& other) noexcept { take(other); }
    short_list& operator=(short_list&& other) noexcept {
        if (this == &other) return *this;
        release();
        take(other);
        return *this;
    }
    short_list(short_list const&) = delete;
    short_list& operator=(short_list const&) = delete;
    ~short_list() { release(); }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] T* data() noexcept { return first_; }
    [[nodiscard]] T& operator[](std::size_t i) noexcept { return first_[i]; }
    [[nodiscard]] T const& operator[](std::size_t i) const noexcept { return first_[i]; }
    [[nodiscard]] T& front() noexcept { return *first_; }
    [[nodiscard]] T& back() noexcept { return first_[size_ - 1]; }
    [[nodiscard]] T const& back() const noexcept { return first_[size_ - 1]; }
    [[nodiscard]] iterator begin() noexcept { return first_; }
    [[nodiscard]] iterator end() noexcept { return first_ + size_; }
    [[nodiscard]] const_iterator begin() const noexcept { return first_; }
    [[nodiscard]] const_iterator end() const noexcept { return first_ + size_; }

    [[gnu::noinline]] void reserve(std::size_t capacity) {
        if (capacity <= capacity_) return;
        T* const larger = std::allocator<T>().allocate(capacity);
        std::uninitialized_copy_n(first_, size_, larger);
        release();
        first_ = larger;
        capacity_ = capacity;
    }
    /// @param added may be an element of the list
    void push_back(T const& added) {
        if (size_ == capacity_) return push_back_beyond(added);
        std::construct_at(first_ + size_++, added);
    }
    /// Adds what `make()` returns, which is made in its place.
    template <class Make>
    T& add(Make make) {
        if (size_ == capacity_) reserve(growth * capacity_);
        return *::new (static_cast<void*>(first_ + size_++)) T(make());
    }
    void resize(std::size_t size) {
        reserve(size);
        for (; size_ < size; ++size_) std::construct_at(first_ + size_);
        size_ = size;
    }
    void assign(const_iterator first, const_iterator last) {
        clear();
        reserve(static_cast<std::size_t>(last - first));
        size_ = static_cast<std::size_t>(std::uninitialized_copy(first, last, first_) - first_);
    }
    /// Drops what begins there.
    void truncate(const_iterator first) noexcept { size_ = static_cast<std::size_t>(first - first_); }
    void clear() noexcept { size_ = 0; }

private:
    // By 2, the C library gives a long list's memory back to the system each time, and fetches it again.
    static constexpr std::size_t growth = 4;

    [[nodiscard]] T* few() noexcept { return reinterpret_cast<T*>(few_); } // NOLINT(*-reinterpret-cast)
    [[nodiscard]] bool is_short() noexcept { return first_ == few(); }
    void push_back_beyond(T added) {
        reserve(growth * capacity_);
        push_back(added);
    }
    /// @pre nothing is on the heap
    void take(short_list& other) noexcept {
        size_ = std::exchange(other.size_, 0);
        if (other.is_short()) {
            std::uninitialized_copy_n(other.first_, size_, first_);
        } else {
            first_ = std::exchange(other.first_, other.few());
            capacity_ = std::exchange(other.capacity_, N);
        }
    }
    void release() noexcept {
        if (is_short()) return;
        std::allocator<T>().deallocate(first_, capacity_);
        first_ = few();
        capacity_ = N;
    }

    static constexpr std::size_t each = sizeof(T); // NOLINT(bugprone-sizeof-expression): T may be a pointer
    alignas(T) std::byte few_[N * each];           // NOLINT(*-avoid-c-arrays): written before it is read
    T* first_ = few();
    std::size_t size_ = 0;
    std::size_t capacity_ = N;
};

// NOLINTEND(cppcoreguidelines-pro-type-member-init)

} // namespace geostance::detail

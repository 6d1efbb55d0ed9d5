// SPDX-License-Identifier: BSL-1.0
/// @file
/// A vector that takes little to compile.
#pragma once

#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <new>
#include <utility>

namespace geostance::detail {

/// Room for so many values of so many bytes each.
[[nodiscard]] inline void* room_for(std::size_t capacity, std::size_t each) {
    if (capacity > static_cast<std::size_t>(-1) / each) throw std::bad_array_new_length();
    auto const bytes = capacity * each;
    return ::operator new(bytes);
}
/// Room that takes the place of a smaller one, whose values are copied byte by byte: compiled once for all types.
[[nodiscard, gnu::noinline]] inline void* larger_room(void* old, std::size_t size, std::size_t capacity,
                                                      std::size_t each) {
    auto* const larger = room_for(capacity, each);
    if (size != 0) std::memcpy(larger, old, size * each);
    ::operator delete(old);
    return larger;
}

/// Values one after another, as `std::vector` has them, with pointers for iterators and without allocators. A
/// `std::vector` of one more type has some seventy functions and a hundred classes compiled, which was half of what a
/// question cost; this has a dozen, which call each other as little as may be. Its values are moved without an
/// exception.
template <class T>
class lean_vector {
    static_assert(alignof(T) <= __STDCPP_DEFAULT_NEW_ALIGNMENT__);

public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = T const*;

    lean_vector() noexcept = default;
    explicit lean_vector(std::size_t size, T const& value = T()) : lean_vector() { resize(size, value); }
    lean_vector(T const* first, T const* last) : lean_vector() {
        reserve(static_cast<std::size_t>(last - first));
        for (; first != last; ++first, ++size_) ::new (static_cast<void*>(first_ + size_)) T(*first);
    }
    lean_vector(std::initializer_list<T> values) : lean_vector(values.begin(), values.end()) {}
    lean_vector(lean_vector const& other) : lean_vector(other.begin(), other.end()) {}
    /// What was moved from is empty.
    lean_vector(lean_vector&& other) noexcept : first_(other.first_), size_(other.size_), capacity_(other.capacity_) {
        other.first_ = nullptr;
        other.size_ = other.capacity_ = 0;
    }
    lean_vector& operator=(lean_vector other) noexcept {
        swap(other);
        return *this;
    }
    ~lean_vector() {
        if constexpr (!__is_trivially_copyable(T)) truncate(first_);
        ::operator delete(first_);
    }

    void swap(lean_vector& other) noexcept {
        auto* const first = first_;
        first_ = other.first_;
        other.first_ = first;
        std::swap(size_, other.size_);
        std::swap(capacity_, other.capacity_);
    }

    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
    [[nodiscard]] std::size_t capacity() const noexcept { return capacity_; }
    [[nodiscard]] T& operator[](std::size_t i) noexcept { return first_[i]; }
    [[nodiscard]] T const& operator[](std::size_t i) const noexcept { return first_[i]; }
    [[nodiscard]] T& front() noexcept { return *first_; }
    [[nodiscard]] T const& front() const noexcept { return *first_; }
    [[nodiscard]] T& back() noexcept { return first_[size_ - 1]; }
    [[nodiscard]] T const& back() const noexcept { return first_[size_ - 1]; }
    [[nodiscard]] T* data() noexcept { return first_; }
    [[nodiscard]] T const* data() const noexcept { return first_; }
    [[nodiscard]] T* begin() noexcept { return first_; }
    [[nodiscard]] T* end() noexcept { return first_ + size_; }
    [[nodiscard]] T const* begin() const noexcept { return first_; }
    [[nodiscard]] T const* end() const noexcept { return first_ + size_; }

    /// Out of line, as it is rarely called: optimisers would repeat it wherever something is added.
    [[gnu::noinline]] void reserve(std::size_t capacity) {
        if (capacity <= capacity_) return;
        constexpr std::size_t each = sizeof(T); // NOLINT(bugprone-sizeof-expression): T may be a pointer
        // the compiler's own word: the class in <type_traits> would be one more for each type
        if constexpr (__is_trivially_copyable(T)) {
            first_ = static_cast<T*>(larger_room(first_, size_, capacity, each));
        } else {
            auto* const larger = static_cast<T*>(room_for(capacity, each));
            for (std::size_t i = 0; i < size_; ++i) {
                static_assert(noexcept(T(static_cast<T&&>(first_[i]))));
                ::new (static_cast<void*>(larger + i)) T(static_cast<T&&>(first_[i]));
                first_[i].~T();
            }
            ::operator delete(first_);
            first_ = larger;
        }
        capacity_ = capacity;
    }
    /// @param value may be one of the values here
    void push_back(T value) {
        if (size_ == capacity_) reserve(size_ < 4 ? 4 : 2 * size_);
        ::new (static_cast<void*>(first_ + size_)) T(static_cast<T&&>(value));
        ++size_;
    }
    /// Adds a value that is none of those here: moved once, where `push_back` moves it twice.
    void take(T&& value) {
        if (size_ == capacity_) reserve(size_ < 4 ? 4 : 2 * size_);
        ::new (static_cast<void*>(first_ + size_)) T(static_cast<T&&>(value));
        ++size_;
    }
    /// Adds a value that is as its type has it by default.
    T& emplace_back() {
        push_back(T());
        return back();
    }
    void pop_back() noexcept { first_[--size_].~T(); }
    void resize(std::size_t size, T value = T()) {
        reserve(size);
        if (size < size_) truncate(first_ + size);
        for (; size_ < size; ++size_) ::new (static_cast<void*>(first_ + size_)) T(value);
    }
    /// Puts one in before the place `at`.
    T* insert(T const* at, T value) {
        auto const place = at - first_;
        push_back(static_cast<T&&>(value));
        for (auto* last = first_ + size_ - 1; last != first_ + place; --last) std::swap(last[-1], *last);
        return first_ + place;
    }
    /// Takes one out.
    void erase(T const* at) noexcept {
        auto* to = first_ + (at - first_);
        for (; to + 1 != first_ + size_; ++to) *to = static_cast<T&&>(to[1]);
        pop_back();
    }
    /// Destroys the elements from `first` on.
    void truncate(T const* first) noexcept {
        while (first_ + size_ != first) first_[--size_].~T();
    }
    void clear() noexcept { truncate(first_); }

private:
    T* first_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
};

} // namespace geostance::detail

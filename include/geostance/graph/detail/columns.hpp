// SPDX-License-Identifier: BSL-1.0
/// @file
/// Columns: the payloads of a graph, those of one type together.
#pragma once

#include <geostance/graph/detail/index_list.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <new>
#include <tuple>
#include <type_traits>
#include <utility>

namespace geostance::detail {

/// What a column has to know of the type of its payloads. A vector for each type would do the same, and take a program
/// with twenty types a second longer to compile.
struct payload_type {
    std::size_t size;
    std::size_t alignment;
    /// Moves or copies so many payloads to other places; if it throws, what it was given is as before.
    void (*move)(void* from, std::size_t number, void* to);
    void (*destroy)(void* first, std::size_t number) noexcept;
};
/// Copies so many payloads to other places; if it throws, nothing is there. It is no part of `payload_type`, so that
/// payloads which cannot be copied are an error only where a graph is copied.
using copy_payloads = void (*)(void const* from, std::size_t number, void* to);

template <class T>
struct payload_functions {
    static void destroy(void* first, std::size_t number) noexcept {
        auto* const at = static_cast<T*>(first);
        for (std::size_t i = 0; i < number; ++i) at[i].~T();
    }
    static void move(void* from, std::size_t number, void* to) {
        if constexpr (std::is_nothrow_move_constructible_v<T>) {
            auto* const source = static_cast<T*>(from);
            auto* const target = static_cast<T*>(to);
            for (std::size_t i = 0; i < number; ++i) ::new (static_cast<void*>(target + i)) T(std::move(source[i]));
        } else {
            place<std::conditional_t<std::is_copy_constructible_v<T>, T const, T>>(from, number, to);
        }
        destroy(from, number);
    }
    /// Copies from a `T const`, moves from a `T`.
    template <class From>
    static void place(std::conditional_t<std::is_const_v<From>, void const, void>* from, std::size_t number, void* to) {
        auto* const source = static_cast<From*>(from);
        auto* const target = static_cast<T*>(to);
        std::size_t done = 0;
        try {
            for (; done < number; ++done)
                ::new (static_cast<void*>(target + done)) T(static_cast<From&&>(source[done]));
        } catch (...) {
            destroy(to, done);
            throw;
        }
    }
};

template <class T>
inline constexpr payload_type payload_type_of{sizeof(T), alignof(T), &payload_functions<T>::move,
                                              &payload_functions<T>::destroy};

/// The payloads of one type, by their slots, and the indices of those nodes or relations of it that there are. A column
/// may lie over another one.
class column {
public:
    explicit column(payload_type const& type) noexcept : type_(&type) {}
    column(column&& other) noexcept
        : indices(std::move(other.indices)), type_(other.type_), first_(std::exchange(other.first_, nullptr)),
          size_(std::exchange(other.size_, 0)), capacity_(std::exchange(other.capacity_, 0)),
          below_(std::exchange(other.below_, nullptr)), first_slot_(std::exchange(other.first_slot_, 0)) {}
    column(column const&) = delete;
    /// A copy of another one, whose payloads that function copies.
    column(column const& other, copy_payloads copy)
        : indices(other.indices), type_(other.type_), below_(other.below_), first_slot_(other.first_slot_) {
        if (other.size_ == 0) return;
        first_ = allocate(other.size_);
        capacity_ = other.size_;
        try {
            copy(other.first_, other.size_, first_);
        } catch (...) {
            release();
            throw;
        }
        size_ = other.size_;
    }
    column& operator=(column const&) = delete;
    column& operator=(column&&) = delete;
    ~column() {
        type_->destroy(first_, size_);
        release();
    }

    /// Lays the column, which is empty, over another one.
    void lay_over(column const& below) {
        indices = index_list::over(below.indices);
        below_ = &below;
        first_slot_ = below.size();
    }

    /// How many slots there are.
    [[nodiscard]] std::size_t size() const noexcept { return first_slot_ + size_; }
    /// Whether the payload in a slot is the column's own, so that it may be changed.
    [[nodiscard]] bool owns(std::size_t slot) const noexcept { return slot >= first_slot_; }
    /// The column's own payloads.
    [[nodiscard]] void* payloads() const noexcept { return first_; }
    /// The payload in a slot, whose type is T.
    template <class T>
    [[nodiscard]] T& payload(std::size_t slot) const noexcept {
        return slot >= first_slot_ ? static_cast<T*>(first_)[slot - first_slot_] : *static_cast<T*>(from_below(slot));
    }
    /// The payload in a slot, whatever its type.
    [[nodiscard]] void const* at(std::size_t slot) const noexcept {
        return slot >= first_slot_ ? own_at(slot - first_slot_) : from_below(slot);
    }

    /// Makes room for one more payload.
    void make_room() {
        indices.make_room();
        if (size_ < capacity_) return;
        auto const capacity = std::max<std::size_t>(4, 2 * capacity_);
        auto* const larger = allocate(capacity);
        try {
            type_->move(first_, size_, larger);
        } catch (...) {
            release(larger);
            throw;
        }
        release();
        first_ = larger;
        capacity_ = capacity;
    }

    /// Adds a payload, whose type is T, and for which room was made. If its move throws, nothing is added.
    template <class T>
    void push_back(T&& payload) {
        // NOLINTNEXTLINE(bugprone-move-forwarding-reference): never an lvalue
        ::new (static_cast<void*>(static_cast<T*>(first_) + size_)) T(std::move(payload));
        ++size_;
    }

    /// Takes away the payloads whose index is `first` or more: the last ones of a column that lies over none.
    void truncate(std::uint32_t first) noexcept {
        indices.truncate(first);
        type_->destroy(own_at(indices.size()), size_ - indices.size());
        size_ = indices.size();
    }

    index_list indices;

private:
    [[nodiscard]] void* own_at(std::size_t place) const noexcept {
        return static_cast<std::byte*>(first_) + place * type_->size;
    }
    /// Out of line, so that the way of a graph that lies over none stays short.
    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] void* from_below(std::size_t slot) const noexcept {
        auto const* layer = below_;
        while (slot < layer->first_slot_) layer = layer->below_;
        return layer->own_at(slot - layer->first_slot_);
    }

    [[nodiscard]] bool is_overaligned() const noexcept { return type_->alignment > __STDCPP_DEFAULT_NEW_ALIGNMENT__; }
    [[nodiscard]] void* allocate(std::size_t capacity) const {
        auto const bytes = capacity * type_->size;
        return is_overaligned() ? ::operator new(bytes, std::align_val_t(type_->alignment)) : ::operator new(bytes);
    }
    void release() const noexcept { release(first_); }
    void release(void* memory) const noexcept {
        if (is_overaligned())
            ::operator delete(memory, std::align_val_t(type_->alignment));
        else
            ::operator delete(memory);
    }

    payload_type const* type_;
    void* first_ = nullptr;
    std::size_t size_ = 0;
    std::size_t capacity_ = 0;
    column const* below_ = nullptr;
    std::size_t first_slot_ = 0; ///< the first slot that is the column's own
};

/// One column for each type of a list.
template <class List>
class columns;
template <template <class...> class List, class... Types>
class columns<List<Types...>> {
public:
    columns() noexcept : of_each_{column(payload_type_of<Types>)...} {}
    columns(columns&&) noexcept = default;
    columns(columns const& other) : columns(other, std::index_sequence_for<Types...>()) {}
    columns& operator=(columns const&) = delete;
    columns& operator=(columns&&) = delete;
    ~columns() = default;

    /// The column of the type with that number.
    [[nodiscard]] column const& operator[](std::size_t type) const noexcept { return of_each_[type]; }
    [[nodiscard]] column& operator[](std::size_t type) noexcept { return of_each_[type]; }

    /// Lays each column, all being empty, over another one.
    void lay_over(columns const& below) {
        for (std::size_t type = 0; type < of_each_.size(); ++type) of_each_[type].lay_over(below[type]);
    }

    /// Takes away the payloads whose index is `first` or more.
    void truncate(std::uint32_t first) noexcept {
        for (auto& each : of_each_) each.truncate(first);
    }

    /// Calls f with the payload in that slot of the column of that type.
    template <class F>
    decltype(auto) visit(std::size_t type, std::size_t slot, F&& f) const {
        return visit_from<0>(type, slot, f);
    }

private:
    template <std::size_t... I>
    columns(columns const& other, std::index_sequence<I...>)
        : of_each_{column(other.of_each_[I], &payload_functions<Types>::template place<Types const>)...} {
        static_assert((std::is_copy_constructible_v<Types> && ...),
                      "geostance: to be copied, a graph has to have payloads that can be copied");
    }

    /// The number of a type, or of the last one.
    template <std::size_t I>
    static constexpr std::size_t number = std::min(I, sizeof...(Types) - 1);
    template <std::size_t I>
    using type_at = std::tuple_element_t<number<I>, std::tuple<Types...>>;

    /// Eight types in one function: one function for each takes longer to compile.
    template <std::size_t I, class F>
    decltype(auto) visit_from(std::size_t type, std::size_t slot, F& f) const {
        if constexpr (I + 8 < sizeof...(Types))
            if (type >= I + 8) return visit_from<I + 8>(type, slot, f);
        switch (type - I) {
        case 0: return f(of_each_[number<I>].template payload<type_at<I> const>(slot));
        case 1: return f(of_each_[number<I + 1>].template payload<type_at<I + 1> const>(slot));
        case 2: return f(of_each_[number<I + 2>].template payload<type_at<I + 2> const>(slot));
        case 3: return f(of_each_[number<I + 3>].template payload<type_at<I + 3> const>(slot));
        case 4: return f(of_each_[number<I + 4>].template payload<type_at<I + 4> const>(slot));
        case 5: return f(of_each_[number<I + 5>].template payload<type_at<I + 5> const>(slot));
        case 6: return f(of_each_[number<I + 6>].template payload<type_at<I + 6> const>(slot));
        default: return f(of_each_[number<I + 7>].template payload<type_at<I + 7> const>(slot));
        }
    }

    std::array<column, sizeof...(Types)> of_each_;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Handles: small, stable, typed references to the nodes and relations of one graph.
/// @par Complexity
/// O(1) for each function
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <type_traits>
#include <typeindex> // std::hash, at a tenth of what <functional> costs

namespace geostance {

namespace detail {

struct handle_access;

/// What all handles share: a dense index and the stamp of the graph that issued it.
class handle {
public:
    constexpr handle() = default;

    /// What `index` and `is_null` return; the classes below declare them themselves, so that the reference lists them.
    [[nodiscard]] constexpr std::size_t index() const noexcept { return index_; }
    [[nodiscard]] constexpr bool is_null() const noexcept { return stamp_ == 0; }

protected:
    constexpr handle(std::uint32_t index, std::uint32_t stamp) noexcept : index_(index), stamp_(stamp) {}
    /// Stamp and index in one number, for comparing.
    [[nodiscard]] constexpr std::uint64_t bits() const noexcept { return std::uint64_t{stamp_} << 32U | index_; }

private:
    friend struct handle_access;
    std::uint32_t index_ = std::numeric_limits<std::uint32_t>::max();
    std::uint32_t stamp_ = 0;
};

} // namespace detail

/// A node whose payload is a T. It converts to `any_node` and to nothing else; has a `std::hash`; equal exactly if it
/// is the same node of the same graph. A handle stays valid as long as its graph, and is valid in the copies that are
/// made of the graph later.
template <class T>
class node : public detail::handle {
public:
    using payload_type = T; ///< what `g[handle]` refers to
    constexpr node() = default;
    /// The place among all nodes in order of insertion, from 0; also the Boost.Graph vertex descriptor.
    /// @return less than `g.num_nodes()`; without meaning for a null handle
    [[nodiscard]] constexpr std::size_t index() const noexcept { return handle::index(); }
    /// Whether it refers to nothing: a handle that no graph has issued.
    /// @return true for `{}`
    [[nodiscard]] constexpr bool is_null() const noexcept { return handle::is_null(); }
    friend constexpr bool operator==(node a, node b) noexcept { return a.bits() == b.bits(); }
    friend constexpr auto operator<=>(node a, node b) noexcept { return a.bits() <=> b.bits(); }

private:
    friend struct detail::handle_access;
    using handle::handle;
};

/// A relation whose payload is an R; otherwise like `node`.
template <class R>
class relation : public detail::handle {
public:
    using payload_type = R; ///< what `g[handle]` refers to
    constexpr relation() = default;
    /// The place among all relations in order of insertion, from 0.
    /// @return in an overlay those that were taken away are counted, too; without meaning for a null handle
    [[nodiscard]] constexpr std::size_t index() const noexcept { return handle::index(); }
    /// Whether it refers to nothing: a handle that no graph has issued.
    /// @return true for `{}`
    [[nodiscard]] constexpr bool is_null() const noexcept { return handle::is_null(); }
    friend constexpr bool operator==(relation a, relation b) noexcept { return a.bits() == b.bits(); }
    friend constexpr auto operator<=>(relation a, relation b) noexcept { return a.bits() <=> b.bits(); }

private:
    friend struct detail::handle_access;
    using handle::handle;
};

/// A node whose type is known only when the program runs: what queries return where several types may stand.
/// Ask the graph for the payload with `visit`, or for the typed handle with `as<T>`.
class any_node : public detail::handle {
public:
    constexpr any_node() = default;
    /// Converts a typed handle implicitly. The way back is to ask the graph, by `as<T>`.
    /// @param typed the handle
    template <class T>
    constexpr any_node(node<T> typed) noexcept : handle(typed) {}
    /// The place among all nodes in order of insertion, from 0; also the Boost.Graph vertex descriptor.
    /// @return less than `g.num_nodes()`; without meaning for a null handle
    [[nodiscard]] constexpr std::size_t index() const noexcept { return handle::index(); }
    /// Whether it refers to nothing: a handle that no graph has issued.
    /// @return true for `{}`
    [[nodiscard]] constexpr bool is_null() const noexcept { return handle::is_null(); }
    friend constexpr bool operator==(any_node a, any_node b) noexcept { return a.bits() == b.bits(); }
    friend constexpr auto operator<=>(any_node a, any_node b) noexcept { return a.bits() <=> b.bits(); }

private:
    friend struct detail::handle_access;
    using handle::handle;
};

/// A relation whose type is known only when the program runs.
class any_relation : public detail::handle {
public:
    constexpr any_relation() = default;
    /// Converts a typed handle implicitly. The way back is to ask the graph, by `as<R>`.
    /// @param typed the handle
    template <class R>
    constexpr any_relation(relation<R> typed) noexcept : handle(typed) {}
    /// The place among all relations in order of insertion, from 0.
    /// @return in an overlay those that were taken away are counted, too; without meaning for a null handle
    [[nodiscard]] constexpr std::size_t index() const noexcept { return handle::index(); }
    /// Whether it refers to nothing: a handle that no graph has issued.
    /// @return true for `{}`
    [[nodiscard]] constexpr bool is_null() const noexcept { return handle::is_null(); }
    friend constexpr bool operator==(any_relation a, any_relation b) noexcept { return a.bits() == b.bits(); }
    friend constexpr auto operator<=>(any_relation a, any_relation b) noexcept { return a.bits() <=> b.bits(); }

private:
    friend struct detail::handle_access;
    using handle::handle;
};

namespace detail {

/// The one place where handles are made and their stamps read: graphs use it, users do not.
struct handle_access {
    template <class Handle>
    static constexpr Handle make(std::size_t index, std::uint32_t stamp) noexcept {
        return Handle(static_cast<std::uint32_t>(index), stamp);
    }
    static constexpr std::uint32_t stamp(handle const& h) noexcept { return h.stamp_; }
};

template <class T>
inline constexpr bool is_node_handle = false;
template <class T>
inline constexpr bool is_node_handle<node<T>> = true;
template <>
inline constexpr bool is_node_handle<any_node> = true;
template <class T>
inline constexpr bool is_relation_handle = false;
template <class R>
inline constexpr bool is_relation_handle<relation<R>> = true;
template <>
inline constexpr bool is_relation_handle<any_relation> = true;

} // namespace detail

/// A handle of a node.
///
/// Requires
/// - `node<T>` or `any_node`.
///
/// Satisfied by `node<actor>` and `any_node`; not by std::size_t or `any_relation`.
template <class T>
concept node_handle = detail::is_node_handle<T>;

/// A handle of a relation.
///
/// Requires
/// - `relation<R>` or `any_relation`.
///
/// Satisfied by `relation<stance>` and `any_relation`; not by std::size_t or `any_node`.
template <class T>
concept relation_handle = detail::is_relation_handle<T>;

namespace detail {

template <class T>
concept some_handle = node_handle<T> || relation_handle<T>;
template <class A, class B>
concept one_becomes_the_other = std::is_convertible_v<A, B> || std::is_convertible_v<B, A>;

} // namespace detail

/// Handles of two types do not compare, unless one is an `any_node` or `any_relation`: ask the graph with `as<T>`.
template <detail::some_handle A, detail::some_handle B>
    requires(!detail::one_becomes_the_other<A, B>)
bool operator==(A, B) = delete;

} // namespace geostance

namespace geostance::detail {

struct handle_hash {
    std::size_t operator()(handle const& h) const noexcept {
        return static_cast<std::size_t>(std::uint64_t{handle_access::stamp(h)} << 32U | h.index());
    }
};

} // namespace geostance::detail

/// @cond
template <class T>
struct std::hash<geostance::node<T>> : geostance::detail::handle_hash {};
template <class R>
struct std::hash<geostance::relation<R>> : geostance::detail::handle_hash {};
template <>
struct std::hash<geostance::any_node> : geostance::detail::handle_hash {};
template <>
struct std::hash<geostance::any_relation> : geostance::detail::handle_hash {};
/// @endcond

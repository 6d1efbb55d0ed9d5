// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a graph keeps of a node and of a relation beside the payload, and how vectors get room in advance.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace geostance::detail {

inline constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();

/// Makes room for one more element, so that the next push_back cannot throw.
template <class Vector>
void make_room(Vector& v) {
    if (v.size() == v.capacity()) v.reserve(v.empty() ? 4 : 2 * v.size());
}
/// The same for several elements.
template <class Vector>
void make_room_for(Vector& list, std::size_t further) {
    if (list.capacity() - list.size() < further) list.reserve(std::max(list.size() + further, 2 * list.size()));
}

/// Tells the processor to fetch what is read soon, where there is a way to tell it.
inline void will_read([[maybe_unused]] void const* what) noexcept {
#if defined(__GNUC__)
    __builtin_prefetch(what);
#endif
}

/// What the graph keeps of a node beside its payload.
struct node_record {
    std::uint32_t slot; ///< where the payload stands among those of its type
    std::uint32_t type;
};

/// What the graph keeps of a relation beside its payload.
struct relation_record {
    std::uint32_t source;
    std::uint32_t target;
    std::uint32_t slot;         ///< where the payload stands among those of its type
    std::uint32_t annotation;   ///< shared by neighbours in order of insertion whose annotations are equal
    std::uint32_t next_of_pair; ///< the next relation with the same ends, in a circle
    std::uint32_t type;
};

} // namespace geostance::detail

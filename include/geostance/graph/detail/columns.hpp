// SPDX-License-Identifier: BSL-1.0
/// @file
/// Columns: the payloads of a graph, those of one type together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

namespace geostance::detail {

/// The payloads of one type and, for each, its index among all.
template <class T>
struct column {
    std::vector<T> payloads;
    std::vector<std::uint32_t> indices;
};

/// One column for each type of a list.
template <class List>
class columns;
template <template <class...> class List, class... Types>
class columns<List<Types...>> {
public:
    template <class T>
    [[nodiscard]] column<T> const& of() const noexcept {
        return std::get<column<T>>(of_each_);
    }
    template <class T>
    [[nodiscard]] column<T>& of() noexcept {
        return std::get<column<T>>(of_each_);
    }

    /// Takes away the payloads whose index is `first` or more: the last ones of each column.
    void truncate(std::uint32_t first) noexcept { (truncate_column(of<Types>(), first), ...); }

    /// Calls f with the payload in that slot of the column of that type.
    template <class F>
    decltype(auto) visit(std::size_t type, std::size_t slot, F&& f) const {
        return visit_from<0>(type, slot, f);
    }

private:
    template <class T>
    static void truncate_column(column<T>& c, [[maybe_unused]] std::uint32_t first) noexcept {
        while (!c.indices.empty() && c.indices.back() >= first) {
            c.indices.pop_back();
            c.payloads.pop_back();
        }
    }

    template <std::size_t I, class F>
    decltype(auto) visit_from(std::size_t type, std::size_t slot, F& f) const {
        if constexpr (I + 1 < sizeof...(Types))
            if (type != I) return visit_from<I + 1>(type, slot, f);
        return f(std::get<I>(of_each_).payloads[slot]);
    }

    std::tuple<column<Types>...> of_each_;
};

} // namespace geostance::detail

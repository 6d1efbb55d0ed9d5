// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the nodes of a graph are called, whatever their types.
#pragma once

#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/slice.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/columns.hpp>
#include <geostance/graph/detail/layered.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/detail/storage.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/schema.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace geostance::detail {

/// How it is read off the payloads of one type what their nodes are called.
struct naming {
    std::string_view type_name;
    std::string const& (*key)(void const* payload) noexcept;
    void (*for_each_name)(void const* payload, function_ref<void(std::string_view)> f);
    void (*for_each_code)(void const* payload, function_ref<void(code const&)> f);
    bool (*bears_name)(void const* payload, std::string_view name) noexcept;
    bool (*bears_code)(void const* payload, code const& c) noexcept;

    [[nodiscard]] bool bears(void const* payload, std::string_view name) const noexcept {
        return bears_name(payload, name);
    }
    [[nodiscard]] bool bears(void const* payload, code const& c) const noexcept { return bears_code(payload, c); }
    /// Whether a payload has a key or name with case or marks that is equal to a text apart from these.
    [[nodiscard]] bool bears_folded(void const* payload, std::string_view name) const {
        auto const is_it = [&](std::string_view known) { return same_folded(known, name) && has_case_or_marks(known); };
        bool found = is_it(key(payload));
        for_each_name(payload, [&](std::string_view known) { found = found || is_it(known); });
        return found;
    }
};

template <class T>
struct naming_functions {
    static T const& as(void const* payload) noexcept { return *static_cast<T const*>(payload); }
    static std::string const& key(void const* payload) noexcept { return as(payload).key; }
    static void for_each_name(void const* payload, function_ref<void(std::string_view)> f) {
        detail::for_each_name(as(payload), f);
    }
    static void for_each_code(void const* payload, function_ref<void(code const&)> f) {
        detail::for_each_code(as(payload), f);
    }
    static bool bears_name(void const* payload, std::string_view name) noexcept { return bears(as(payload), name); }
    static bool bears_code(void const* payload, code const& c) noexcept { return bears(as(payload), c); }
};

template <class T>
inline constexpr naming naming_of{type_name<T>(),
                                  &naming_functions<T>::key,
                                  &naming_functions<T>::for_each_name,
                                  &naming_functions<T>::for_each_code,
                                  &naming_functions<T>::bears_name,
                                  &naming_functions<T>::bears_code};

template <class List>
struct namings_of;
template <class... T>
struct namings_of<geostance::nodes<T...>> {
    static constexpr std::array<naming, sizeof...(T)> by_type{naming_of<T>...};
};

/// Checks that the key, names and codes of a payload are not empty.
/// @throws invalid_value that names the field
inline void check_names(naming const& named, void const* payload) {
    auto const refuse = [&](char const* field, std::string const& value, char const* expected) {
        throw invalid_value(std::string(named.type_name) + field, value, expected);
    };
    if (named.key(payload).empty()) refuse(".key", "''", "a key that is not empty");
    named.for_each_name(payload, [&](std::string_view name) {
        if (name.empty()) refuse(".aliases", "''", "a name that is not empty");
    });
    named.for_each_code(payload, [&](code const& c) {
        if (c.scheme.empty() || c.value.empty())
            refuse(".codes", detail::quoted(to_string(c)), "a scheme and a value that are not empty");
    });
}

/// The nodes of a graph, and what they are called.
struct named_nodes {
    layered<lean_vector<node_record>> const& nodes;
    column const* columns = nullptr; ///< by type
    slice<naming> types;

    [[nodiscard]] naming const& naming_at(std::uint32_t n) const noexcept { return types[nodes[n].type]; }
    [[nodiscard]] void const* payload(std::uint32_t n) const noexcept {
        return columns[nodes[n].type].at(nodes[n].slot);
    }
    [[nodiscard]] std::string const& key_of(std::uint32_t n) const noexcept { return naming_at(n).key(payload(n)); }
};

/// Which ends a relation may have, in words: `from actor or alliance to issue; from issue to issue`; empty if none.
/// @param allowed for each type of the source whether it may link each type of the target
inline std::string possible_ends(slice<naming> types, bool const* allowed) {
    auto const row = [&](std::size_t from) { return allowed + from * types.size(); };
    auto const are_alike = [&](std::size_t a, std::size_t b) { return std::equal(row(a), row(a + 1), row(b)); };
    auto const list = [&](auto const& has) {
        std::string text;
        for (std::size_t i = 0; i < types.size(); ++i)
            if (has(i)) text += (text.empty() ? "" : " or ") + std::string(types[i].type_name);
        return text;
    };
    std::string text;
    for (std::size_t from = 0; from < types.size(); ++from) {
        std::size_t first = 0;
        while (!are_alike(first, from)) ++first;
        auto const targets = list([&](std::size_t to) { return row(from)[to]; });
        if (first < from || targets.empty()) continue;
        text += text.empty() ? "from " : "; from ";
        text += list([&](std::size_t other) { return are_alike(other, from); }) + " to " + targets;
    }
    return text;
}

/// What is wrong with a relation between two nodes that its type may not link.
inline invalid_value forbidden_ends(std::string const& relation, named_nodes const& all, std::uint32_t source,
                                    std::uint32_t target, bool const* allowed) {
    auto const type_of = [&](std::uint32_t n) { return std::string(all.naming_at(n).type_name); };
    auto const ends = possible_ends(all.types, allowed);
    return invalid_value(relation, type_of(source) + " to " + type_of(target),
                         ends.empty() ? "a relation of another type: this one links no type of node to any other"
                                      : "a link " + ends);
}

} // namespace geostance::detail

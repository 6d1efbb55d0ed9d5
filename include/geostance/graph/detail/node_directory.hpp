// SPDX-License-Identifier: BSL-1.0
/// @file
/// By which keys, names and codes the nodes of a graph are found.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/fold.hpp>
#include <geostance/graph/detail/index_list.hpp>
#include <geostance/graph/detail/layered.hpp>
#include <geostance/graph/detail/name_index.hpp>
#include <geostance/graph/detail/named_nodes.hpp>
#include <geostance/graph/detail/near_names.hpp>
#include <geostance/graph/names.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The keys, names and codes of nodes. Every function gets the nodes (`named_nodes`), as they move, and knows a node's
/// type by its number, so that it is compiled once for all types. A template all the same: what includes the graph and
/// asks for no name does not pay for it.
///
/// Names that are not the node's key are in the index of exact names; those with case or marks, the key included, are
/// without these in another one. A directory may lie over another one, in which it looks as well.
template <class Nodes>
class node_directory {
    /// Whether a node bears what is looked for.
    [[nodiscard]] static auto has_key(Nodes const& s, std::string_view key) noexcept {
        return [&s, key](std::uint32_t n) { return s.key_of(n) == key; };
    }
    template <class Name>
    [[nodiscard]] static auto bears_exactly(Nodes const& s, std::uint32_t type, Name const& name) noexcept {
        return [&s, type, &name](std::uint32_t n) {
            return s.nodes[n].type == type && s.types[type].bears(s.payload(n), name);
        };
    }
    [[nodiscard]] static auto bears_in_other_letters(Nodes const& s, std::uint32_t type,
                                                     std::string_view name) noexcept {
        return [&s, type, name](std::uint32_t n) {
            return s.nodes[n].type == type && s.types[type].bears_folded(s.payload(n), name);
        };
    }

public:
    node_directory() = default;
    /// A directory that lies over another one.
    [[nodiscard]] static node_directory over(node_directory const& below) {
        node_directory result;
        result.below_ = &below;
        return result;
    }

    /// Makes room for the key, names and codes of a payload.
    void make_room(naming const& named, void const* payload) {
        std::size_t names = 1, codes = 0;
        named.for_each_name(payload, [&](std::string_view) { ++names; });
        named.for_each_code(payload, [&](code const&) { ++codes; });
        keys_.make_room(1);
        names_.make_room(names - 1);
        folded_.make_room(names);
        codes_.make_room(codes);
    }

    /// Enters a node under its key, names and codes, for which room was made.
    void enter(Nodes const& s, std::uint32_t n) noexcept {
        auto const& key = s.key_of(n);
        keys_.add(hash_of(key), n, has_key(s, key), [] { return false; });
        for_each_entry(s, n, [n](name_index& index, std::size_t hash, auto is_borne_by, auto bears_another) {
            index.add(hash, n, is_borne_by, bears_another);
        });
    }
    /// Takes a node from under its key, names and codes.
    void leave(Nodes const& s, std::uint32_t n) noexcept {
        for_each_entry(s, n, [n](name_index& index, std::size_t hash, auto is_borne_by, auto) {
            index.remove(hash, n, is_borne_by);
        });
        auto const& key = s.key_of(n);
        keys_.remove(hash_of(key), n, has_key(s, key));
    }

    /// The node that has the key, of whatever type.
    [[nodiscard]] std::optional<std::uint32_t> keyed(Nodes const& s, std::string_view key) const {
        auto const found = find_in(&node_directory::keys_, hash_of(key), has_key(s, key));
        return found.count == 0 ? std::nullopt : std::optional(found.newest);
    }
    /// The one node of a type that has the code.
    [[nodiscard]] std::optional<std::uint32_t> the_only(Nodes const& s, std::uint32_t type, code const& c) const {
        auto const found = find_in(&node_directory::codes_, hash_in(type, c), bears_exactly(s, type, c));
        if (found.count > 1)
            throw ambiguous(s, to_string(c), found.count,
                            newest_in(&node_directory::codes_, hash_in(type, c), bears_exactly(s, type, c)));
        return found.count == 0 ? std::nullopt : std::optional(found.newest);
    }
    /// The one node of a type whose key it is, or that bears the name letter by letter, or else, if asked, apart from
    /// case and marks.
    [[nodiscard]] std::optional<std::uint32_t> the_only(Nodes const& s, std::uint32_t type, std::string_view name,
                                                        spelling how) const {
        check_enumerator("spelling", static_cast<std::size_t>(how), 2);
        auto const key = key_of_a(s, type, name);
        if (key) return key;
        auto const found = find_in(&node_directory::names_, hash_in(type, name), bears_exactly(s, type, name));
        if (found.count > 1)
            throw ambiguous(s, std::string(name), found.count,
                            newest_in(&node_directory::names_, hash_in(type, name), bears_exactly(s, type, name)));
        if (found.count == 1) return found.newest;
        return how == spelling::exact ? std::nullopt : the_only_folded(s, type, name);
    }

    /// The error for a name that no node of a type bears; `known` are the nodes of that type.
    [[nodiscard]] unknown_name unknown(Nodes const& s, std::uint32_t type, std::string_view name,
                                       index_list const& known) const {
        near_names near(name);
        for (auto const n : known) {
            near.consider(s.key_of(n), n);
            s.types[type].for_each_name(s.payload(n), [&](std::string_view each) { near.consider(each, n); });
        }
        auto const plain = folded(name);
        std::vector<std::string> other_types;
        for (std::uint32_t other = 0; other < s.types.size(); ++other)
            if (key_of_a(s, other, name) ||
                find_in(&node_directory::names_, hash_in(other, name), bears_exactly(s, other, name)).count != 0 ||
                !some_folded(s, other, plain).empty())
                other_types.emplace_back(s.types[other].type_name);
        return {std::string(name), s.types[type].type_name, near.take(), std::move(other_types)};
    }
    /// The error for a code that no node of a type has.
    [[nodiscard]] unknown_name unknown(Nodes const& s, std::uint32_t type, code const& c,
                                       index_list const& known) const {
        auto const text = to_string(c);
        near_names near(text);
        for (auto const n : known)
            s.types[type].for_each_code(s.payload(n),
                                        [&](code const& each) { near.consider_code(to_string(each), n); });
        std::vector<std::string> other_types;
        for (std::uint32_t other = 0; other < s.types.size(); ++other)
            if (find_in(&node_directory::codes_, hash_in(other, c), bears_exactly(s, other, c)).count != 0)
                other_types.emplace_back(s.types[other].type_name);
        return {text, s.types[type].type_name, near.take(), std::move(other_types)};
    }

private:
    static constexpr std::size_t most_listed = 12; ///< nodes in an error

    /// The names of each type are apart.
    template <class Name>
    [[nodiscard]] static std::size_t hash_in(std::uint32_t type, Name const& name) noexcept {
        return of_type(type, hash_of(name));
    }
    [[nodiscard]] static std::size_t of_type(std::uint32_t type, std::size_t hash) noexcept {
        return hash + std::size_t{0x9E3779B9U} * type;
    }

    /// Calls f for each name and code of a node: with the index, the hash, the test whether a node bears it, and the
    /// test whether this node has another one in that index with the same tag.
    template <class F>
    void for_each_entry(Nodes const& s, std::uint32_t n, F f) noexcept {
        auto const type = s.nodes[n].type;
        auto const& named = s.types[type];
        auto const* const payload = s.payload(n);
        auto const& key = s.key_of(n);
        auto const in_letters = [&](std::string_view name) {
            auto const hash = hash_in(type, name);
            f(names_, hash, bears_exactly(s, type, name), [&] {
                bool found = false;
                named.for_each_name(payload, [&](std::string_view other) {
                    found = found || (other != name && other != key && have_one_tag(hash_in(type, other), hash));
                });
                return found;
            });
        };
        auto const in_other_letters = [&](std::string_view name) {
            if (!has_case_or_marks(name)) return;
            auto const hash = of_type(type, folded_hash(name));
            f(folded_, hash, bears_in_other_letters(s, type, name), [&] {
                auto const is_another = [&](std::string_view other) {
                    return has_case_or_marks(other) && have_one_tag(of_type(type, folded_hash(other)), hash) &&
                           !same_folded(other, name);
                };
                bool found = is_another(key);
                named.for_each_name(payload, [&](std::string_view other) { found = found || is_another(other); });
                return found;
            });
        };
        in_other_letters(key);
        named.for_each_name(payload, [&](std::string_view name) {
            if (name != key) in_letters(name);
            in_other_letters(name);
        });
        named.for_each_code(payload, [&](code const& c) {
            auto const hash = hash_in(type, c);
            f(codes_, hash, bears_exactly(s, type, c), [&] {
                bool found = false;
                named.for_each_code(payload, [&](code const& other) {
                    found = found || (!(other == c) && have_one_tag(hash_in(type, other), hash));
                });
                return found;
            });
        });
    }
    [[nodiscard]] static bool have_one_tag(std::size_t a, std::size_t b) noexcept {
        return name_index::tag_of(a) == name_index::tag_of(b);
    }

    [[nodiscard]] std::optional<std::uint32_t> key_of_a(Nodes const& s, std::uint32_t type,
                                                        std::string_view key) const {
        auto const found = keyed(s, key);
        return found && s.nodes[*found].type == type ? found : std::nullopt;
    }

    /// Some of the nodes of a type that have a key or name which is `plain` without case and marks, in order of
    /// insertion: all, if these are not more than are listed in an error.
    [[nodiscard]] lean_vector<std::uint32_t> some_folded(Nodes const& s, std::uint32_t type,
                                                         std::string_view plain) const {
        auto found = newest_in(&node_directory::names_, hash_in(type, plain), bears_exactly(s, type, plain));
        auto const in_other_letters = newest_in(&node_directory::folded_, of_type(type, folded_hash(plain)),
                                                bears_in_other_letters(s, type, plain));
        for (auto const n : in_other_letters) found.push_back(n);
        if (auto const key = key_of_a(s, type, plain)) found.push_back(*key);
        detail::sort(found);
        found.truncate(std::unique(found.begin(), found.end()));
        return found;
    }
    [[nodiscard]] std::optional<std::uint32_t> the_only_folded(Nodes const& s, std::uint32_t type,
                                                               std::string_view name) const {
        auto const text = folded(name);
        std::string_view const plain = text;
        auto const found = some_folded(s, type, plain);
        if (found.empty()) return std::nullopt;
        if (found.size() == 1) return found.front();
        std::size_t const at_least = std::max(
            find_in(&node_directory::names_, hash_in(type, plain), bears_exactly(s, type, plain)).count,
            find_in(&node_directory::folded_, of_type(type, folded_hash(plain)), bears_in_other_letters(s, type, plain))
                .count);
        throw ambiguous(s, std::string(name), std::max(at_least, found.size()), found);
    }

    /// The nodes that bear a name, in this directory and those below.
    template <class Bears>
    [[nodiscard]] name_index::bearers find_in(name_index node_directory::*index, std::size_t hash,
                                              Bears is_borne_by) const {
        auto found = (this->*index).find(hash, is_borne_by);
        for (node_directory const* lower = below_; lower; lower = lower->below_) {
            auto const further = (lower->*index).find(hash, is_borne_by);
            if (found.count == 0) found.newest = further.newest;
            found.count += further.count;
        }
        return found;
    }
    /// The newest of them, of which each directory lists some.
    template <class Bears>
    [[nodiscard]] lean_vector<std::uint32_t> newest_in(name_index node_directory::*index, std::size_t hash,
                                                       Bears is_borne_by) const {
        auto found = (this->*index).newest(hash, is_borne_by, most_listed);
        for (node_directory const* lower = below_; lower && found.size() < most_listed; lower = lower->below_)
            for (auto const n : (lower->*index).newest(hash, is_borne_by, most_listed - found.size()))
                found.push_back(n);
        return found;
    }
    [[nodiscard]] static ambiguous_name ambiguous(Nodes const& s, std::string name, std::size_t count,
                                                  lean_vector<std::uint32_t> some) {
        detail::sort(some);
        some.resize(std::min(some.size(), most_listed));
        std::vector<std::string> keys;
        keys.reserve(some.size());
        for (auto const n : some) keys.push_back(s.key_of(n));
        return {std::move(name), std::move(keys), count};
    }

    name_index keys_;
    name_index names_;  ///< letter by letter
    name_index folded_; ///< without case and marks, where that makes a difference
    name_index codes_;
    layer_below<node_directory> below_;
};

} // namespace geostance::detail

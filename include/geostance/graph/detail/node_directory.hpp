// SPDX-License-Identifier: BSL-1.0
/// @file
/// By which keys, names and codes the nodes of a graph are found.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/detail/fold.hpp>
#include <geostance/graph/detail/name_index.hpp>
#include <geostance/graph/detail/near_names.hpp>
#include <geostance/graph/detail/payload_names.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/schema.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::detail {

/// The keys, names and codes of nodes, which are themselves in a `Store`: it has `is_a<T>(node)`, `payload<T>(node)`
/// and `key_of(node)`. Every function gets the store, as it moves.
///
/// Names that are not the node's key are in the index of exact names; those with case or marks, the key included, are
/// without these in another one.
template <class Store>
class node_directory {
public:
    /// Makes room for a node's key, names and codes.
    template <class T>
    void make_room(T const& payload) {
        std::size_t names = 1, codes = 0;
        for_each_name(payload, [&](std::string_view) { ++names; });
        for_each_code(payload, [&](code const&) { ++codes; });
        keys_.make_room(1);
        names_.make_room(names - 1);
        folded_.make_room(names);
        codes_.make_room(codes);
    }

    /// Enters a node under its key, names and codes, for which room was made.
    template <class T>
    void enter(Store const& s, std::uint32_t n, T const& payload) noexcept {
        keys_.add(hash_of(payload.key), n, has_key(s, payload.key));
        for_each_entry(s, payload,
                       [n](name_index& index, std::size_t hash, auto is_borne_by) { index.add(hash, n, is_borne_by); });
    }
    /// Takes a node from under its key, names and codes.
    template <class T>
    void leave(Store const& s, std::uint32_t n, T const& payload) noexcept {
        for_each_entry(s, payload, [n](name_index& index, std::size_t hash, auto is_borne_by) {
            index.remove(hash, n, is_borne_by);
        });
        keys_.remove(hash_of(payload.key), n, has_key(s, payload.key));
    }

    /// The node that has the key, of whatever type.
    [[nodiscard]] std::optional<std::uint32_t> keyed(Store const& s, std::string_view key) const {
        auto const found = keys_.find(hash_of(key), has_key(s, key));
        return found.count == 0 ? std::nullopt : std::optional(found.newest);
    }
    /// The one T that has the code.
    template <class T>
    [[nodiscard]] std::optional<std::uint32_t> the_only(Store const& s, code const& c) const {
        auto const found = codes_.find(hash_in<T>(c), bears_exactly<T>(s, c));
        if (found.count > 1)
            throw ambiguous(s, to_string(c), found.count, newest_in(codes_, hash_in<T>(c), bears_exactly<T>(s, c)));
        return found.count == 0 ? std::nullopt : std::optional(found.newest);
    }
    /// The one T whose key it is, or that bears the name letter by letter, or else, if asked, apart from case and
    /// marks.
    template <class T>
    [[nodiscard]] std::optional<std::uint32_t> the_only(Store const& s, std::string_view name, spelling how) const {
        auto const key = key_of_a<T>(s, name);
        if (key) return key;
        auto const found = names_.find(hash_in<T>(name), bears_exactly<T>(s, name));
        if (found.count > 1)
            throw ambiguous(s, std::string(name), found.count,
                            newest_in(names_, hash_in<T>(name), bears_exactly<T>(s, name)));
        if (found.count == 1) return found.newest;
        return how == spelling::exact ? std::nullopt : the_only_folded<T>(s, name);
    }

    /// The error for a name that no T bears; `known` are the payloads of all Ts.
    template <class T>
    [[nodiscard]] unknown_name unknown(Store const& s, std::string_view name, std::vector<T> const& known) const {
        near_names near(name);
        for (auto const& payload : known) {
            near.consider(payload.key);
            for_each_name(payload, [&](std::string_view each) { near.consider(each); });
        }
        auto const plain = folded(name);
        return {std::string(name), type_name<T>(), near.take(), types_where([&]<class U>(U const*) {
                    return key_of_a<U>(s, name) ||
                           names_.find(hash_in<U>(name), bears_exactly<U>(s, name)).count != 0 ||
                           !some_folded<U>(s, plain).empty();
                })};
    }
    /// The error for a code that no T has.
    template <class T>
    [[nodiscard]] unknown_name unknown(Store const& s, code const& c, std::vector<T> const& known) const {
        auto const text = to_string(c);
        near_names near(text);
        for (auto const& payload : known)
            for_each_code(payload, [&](code const& each) { near.consider(to_string(each)); });
        return {text, type_name<T>(), near.take(), types_where([&]<class U>(U const*) {
                    return codes_.find(hash_in<U>(c), bears_exactly<U>(s, c)).count != 0;
                })};
    }

private:
    static constexpr std::size_t most_listed = 12; ///< nodes in an error

    // Whether a node bears what is looked for.
    [[nodiscard]] static auto has_key(Store const& s, std::string_view key) noexcept {
        return [&s, key](std::uint32_t n) { return s.key_of(n) == key; };
    }
    template <class T, class Name>
    [[nodiscard]] static auto bears_exactly(Store const& s, Name const& name) noexcept {
        return [&s, &name](std::uint32_t n) { return s.template is_a<T>(n) && bears(s.template payload<T>(n), name); };
    }
    template <class T>
    [[nodiscard]] static auto bears_in_other_letters(Store const& s, std::string_view name) noexcept {
        return [&s, name](std::uint32_t n) {
            return s.template is_a<T>(n) && bears_folded(s.template payload<T>(n), name);
        };
    }

    /// The names of each type are apart.
    template <class T, class Name>
    [[nodiscard]] static std::size_t hash_in(Name const& name) noexcept {
        return of_type<T>(hash_of(name));
    }
    template <class T>
    [[nodiscard]] static std::size_t of_type(std::size_t hash) noexcept {
        return hash + std::size_t{0x9E3779B9U} * Store::template node_type_number<T>;
    }

    /// Calls f with the index, the hash and the test for each name and code of a payload.
    template <class T, class F>
    void for_each_entry(Store const& s, T const& payload, F f) noexcept {
        auto const in_other_letters = [&](std::string_view name) {
            if (has_case_or_marks(name)) f(folded_, of_type<T>(folded_hash(name)), bears_in_other_letters<T>(s, name));
        };
        in_other_letters(payload.key);
        for_each_name(payload, [&](std::string_view name) {
            if (name != payload.key) f(names_, hash_in<T>(name), bears_exactly<T>(s, name));
            in_other_letters(name);
        });
        for_each_code(payload, [&](code const& c) { f(codes_, hash_in<T>(c), bears_exactly<T>(s, c)); });
    }

    template <class T>
    [[nodiscard]] std::optional<std::uint32_t> key_of_a(Store const& s, std::string_view key) const {
        auto const found = keyed(s, key);
        return found && s.template is_a<T>(*found) ? found : std::nullopt;
    }

    /// Some of the Ts that have a key or name which is `plain` without case and marks, in order of insertion: all, if
    /// these are not more than are listed in an error.
    template <class T>
    [[nodiscard]] std::vector<std::uint32_t> some_folded(Store const& s, std::string_view plain) const {
        auto found = newest_in(names_, hash_in<T>(plain), bears_exactly<T>(s, plain));
        for (auto const n : newest_in(folded_, of_type<T>(folded_hash(plain)), bears_in_other_letters<T>(s, plain)))
            found.push_back(n);
        if (auto const key = key_of_a<T>(s, plain)) found.push_back(*key);
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        return found;
    }
    template <class T>
    [[nodiscard]] std::optional<std::uint32_t> the_only_folded(Store const& s, std::string_view name) const {
        auto const plain = folded(name);
        auto const found = some_folded<T>(s, plain);
        if (found.empty()) return std::nullopt;
        if (found.size() == 1) return found.front();
        const std::size_t at_least =
            std::max(names_.find(hash_in<T>(std::string_view(plain)), bears_exactly<T>(s, plain)).count,
                     folded_.find(of_type<T>(folded_hash(plain)), bears_in_other_letters<T>(s, plain)).count);
        throw ambiguous(s, std::string(name), std::max(at_least, found.size()), found);
    }

    template <class Bears>
    [[nodiscard]] static std::vector<std::uint32_t> newest_in(name_index const& index, std::size_t hash,
                                                              Bears is_borne_by) {
        return index.newest(hash, is_borne_by, most_listed);
    }
    [[nodiscard]] static ambiguous_name ambiguous(Store const& s, std::string name, std::size_t count,
                                                  std::vector<std::uint32_t> some) {
        std::sort(some.begin(), some.end());
        some.resize(std::min(some.size(), most_listed));
        std::vector<std::string> keys;
        keys.reserve(some.size());
        for (auto const n : some) keys.push_back(s.key_of(n));
        return {std::move(name), std::move(keys), count};
    }

    /// The names of the node types for which a test holds, in order of the schema.
    template <class Test>
    [[nodiscard]] static std::vector<std::string> types_where(Test test) {
        std::vector<std::string> found;
        for_each_type(typename Store::node_types(), [&]<class T>(T const* type) {
            if (test(type)) found.emplace_back(type_name<T>());
        });
        return found;
    }
    template <class... T, class F>
    static void for_each_type(nodes<T...>, F f) {
        (f(static_cast<T const*>(nullptr)), ...);
    }

    name_index keys_;
    name_index names_;  ///< letter by letter
    name_index folded_; ///< without case and marks, where that makes a difference
    name_index codes_;
};

} // namespace geostance::detail

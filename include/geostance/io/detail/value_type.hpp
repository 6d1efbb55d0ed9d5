// SPDX-License-Identifier: BSL-1.0
/// @file
/// What readers and writers of files have to know of the types of fields: as data, so that one function handles the
/// fields of all classes.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/function_ref.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/detail/parse_number.hpp>
#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/model/rare_text.hpp>
#include <geostance/model/same_content.hpp>

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <tuple>
#include <type_traits>
#include <utility>

namespace geostance::io::detail {

using geostance::detail::any_of;
using geostance::detail::function_ref;
using geostance::detail::is_optional;
using geostance::detail::is_vector;
using geostance::detail::type_name;
using geostance::detail::unsaid;

enum class value_kind : std::uint8_t { text, rare_text, boolean, number, word, day, node, object, optional, list };

struct value_type;

/// One field of a class.
struct field_entry {
    std::string_view name;
    bool is_required;
    value_type const* type;
    void const* described; ///< the `field`
    void const* (*find)(void const* described, void const* object);
};

/// What can be done with numbers of one type.
struct number_functions {
    bool is_whole;
    /// @throws invalid_value that names the field, for a number that is not finite
    std::string (*text)(std::string_view field, void const* value);
    bool (*are_equal)(void const* a, void const* b);
    // Each stores a number if the type can hold it.
    bool (*store)(void* value, double number);
    bool (*store_integer)(void* value, std::int64_t number);
    bool (*store_natural)(void* value, std::uint64_t number);
    std::string (*range)(); ///< which whole numbers it can hold, in words
    /// Reads a number from text.
    /// @return what it should have been, if it cannot be read
    std::optional<std::string> (*parse)(std::string_view text, void* value);
};

/// What can be done with the optional values of one type.
struct optional_functions {
    void const* (*find)(void const* value); ///< what it holds, or null
    void* (*emplace)(void* value);
    void (*reset)(void* value);
};

/// What can be done with the lists of one type.
struct list_functions {
    std::size_t (*size)(void const* list);
    void (*visit)(void const* list, std::size_t place, function_ref<void(void const*)> f);
    void (*append)(void* list, function_ref<void(void*)> fill); ///< adds an element that was filled
    void (*clear)(void* list);
};

/// What a value is. Beside the kind and the name, it says what belongs to its kind.
struct value_type {
    value_kind kind;
    std::string_view name{};                         ///< of the class; of the type of the node, unless it may be any
    std::span<field_entry const> fields{};           ///< of the class
    void const* (*nothing)() = nullptr;              ///< an object of the class that says nothing
    std::span<std::string_view const> words{};       ///< of the enumeration
    std::size_t size = 0;                            ///< of an enumerator, in bytes
    std::uint64_t sign_bit = 0;                      ///< of an enumerator, if it has one
    std::size_t not_judged = std::string_view::npos; ///< the enumerator that says nothing, if there is one
    number_functions const* number = nullptr;
    optional_functions const* optional = nullptr;
    list_functions const* list = nullptr;
    value_type const* element = nullptr; ///< of the list, or what the optional value may hold
};

/// A value that is read from a graph.
struct value_view {
    value_type const& type;
    void const* at;

    template <class T>
    [[nodiscard]] T const& as() const noexcept {
        return *static_cast<T const*>(at);
    }
    [[nodiscard]] value_view field(field_entry const& one) const { return {*one.type, one.find(one.described, at)}; }
};

/// A value that is written into.
struct value_ref {
    value_type const& type;
    void* at;

    template <class T>
    [[nodiscard]] T& as() const noexcept {
        return *static_cast<T*>(at);
    }
    [[nodiscard]] value_ref field(field_entry const& one) const {
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-const-cast): a field of an object that is not constant
        return {*one.type, const_cast<void*>(one.find(one.described, at))};
    }
};

template <class T>
struct number_functions_of {
    static std::string text(std::string_view field, void const* value) {
        auto const number = *static_cast<T const*>(value);
        if constexpr (std::floating_point<T>) {
            auto result = geostance::detail::number_text(number);
            if (!std::isfinite(number)) throw invalid_value(std::string(field), result, "a finite number");
            return result;
        } else {
            return std::to_string(number);
        }
    }
    static bool are_equal(void const* a, void const* b) {
        return *static_cast<T const*>(a) == *static_cast<T const*>(b);
    }
    static bool store(void* value, double number) {
        auto& stored = *static_cast<T*>(value);
        stored = static_cast<T>(number);
        return stored >= std::numeric_limits<T>::lowest() && stored <= std::numeric_limits<T>::max();
    }
    template <class Whole>
    static bool store_whole(void* value, Whole number) {
        if (!std::in_range<T>(number)) return false;
        *static_cast<T*>(value) = static_cast<T>(number);
        return true;
    }
    static std::string range() {
        return "an integer from " + std::to_string(std::numeric_limits<T>::min()) + " to " +
               std::to_string(std::numeric_limits<T>::max());
    }
    static std::optional<std::string> parse(std::string_view text, void* value) {
        auto& number = *static_cast<T*>(value);
        auto const* const last = text.data() + text.size();
        auto const [end, error] = geostance::detail::parse_number(text.data(), last, number);
        if (error != std::errc() || end != last)
            return std::floating_point<T> ? "a number" : "an integer that the field can hold";
        if constexpr (std::floating_point<T>)
            if (!std::isfinite(number)) return "a finite number";
        return std::nullopt;
    }
    static constexpr number_functions make() {
        if constexpr (std::floating_point<T>) {
            return {false, &text, &are_equal, &store, nullptr, nullptr, nullptr, &parse};
        } else {
            return {true,   &text, &are_equal, nullptr, &store_whole<std::int64_t>, &store_whole<std::uint64_t>,
                    &range, &parse};
        }
    }
    static constexpr number_functions of_each = make();
};

template <class T>
struct optional_functions_of {
    static void const* find(void const* value) {
        auto const& optional = *static_cast<T const*>(value);
        return optional ? &*optional : nullptr;
    }
    static void* emplace(void* value) { return &static_cast<T*>(value)->emplace(); }
    static void reset(void* value) { static_cast<T*>(value)->reset(); }
    static constexpr optional_functions of_each{&find, &emplace, &reset};
};

template <class T>
struct list_functions_of {
    using element = typename T::value_type;
    static std::size_t size(void const* list) { return static_cast<T const*>(list)->size(); }
    static void visit(void const* list, std::size_t place, function_ref<void(void const*)> f) {
        element const& one = (*static_cast<T const*>(list))[place]; // of a vector of bool, a copy
        f(&one);
    }
    static void append(void* list, function_ref<void(void*)> fill) {
        auto one = unsaid::make<element>();
        fill(&one);
        static_cast<T*>(list)->push_back(std::move(one));
    }
    static void clear(void* list) { static_cast<T*>(list)->clear(); }
    static constexpr list_functions of_each{&size, &visit, &append, &clear};
};

/// What a T is when nothing is said.
template <class T>
void const* default_of() {
    static T const value = unsaid::make<T>();
    return &value;
}

template <class T>
constexpr value_type make_value_type();
template <class T>
inline constexpr value_type value_type_of = make_value_type<T>();

template <class T, class Member>
void const* find_field(void const* described, void const* object) {
    return &static_cast<field<T, Member> const*>(described)->of(*static_cast<T const*>(object));
}
template <class T, class Member>
constexpr field_entry entry_of(field<T, Member> const& one) {
    using held = std::remove_cvref_t<decltype(one.of(std::declval<T&>()))>;
    return {one.name, one.is_required, &value_type_of<held>, &one, &find_field<T, Member>};
}
template <class T, std::size_t... I>
constexpr std::array<field_entry, sizeof...(I)> entries_of(std::index_sequence<I...>) {
    static_assert(geostance::detail::describes_all<T>,
                  "geostance: fields<T> leaves a member of T out; name every member there");
    return {{entry_of(std::get<I>(fields<T>::of_each))...}};
}
/// The fields of T, in order.
template <class T>
inline constexpr auto field_entries = entries_of<T>(geostance::detail::places_of_fields<T>());

template <class Whole>
constexpr std::uint64_t sign_bit_of() {
    return std::is_signed_v<Whole> ? std::uint64_t{1} << (8 * sizeof(Whole) - 1) : 0;
}
template <class T>
constexpr std::size_t place_of_not_judged() {
    if constexpr (requires { T::not_judged; }) {
        return static_cast<std::size_t>(T::not_judged);
    } else {
        return std::string_view::npos;
    }
}

template <class T>
constexpr value_type make_value_type() {
    if constexpr (std::same_as<T, std::string>) {
        return {.kind = value_kind::text};
    } else if constexpr (std::same_as<T, rare_text>) {
        return {.kind = value_kind::rare_text};
    } else if constexpr (std::same_as<T, bool>) {
        return {.kind = value_kind::boolean};
    } else if constexpr (std::is_arithmetic_v<T>) {
        return {.kind = value_kind::number, .number = &number_functions_of<T>::of_each};
    } else if constexpr (std::same_as<T, any_node>) {
        return {.kind = value_kind::node};
    } else if constexpr (node_handle<T>) {
        return {.kind = value_kind::node, .name = type_name<typename T::payload_type>()};
    } else if constexpr (std::same_as<T, date>) {
        return {.kind = value_kind::day};
    } else if constexpr (named_enum<T>) {
        return {.kind = value_kind::word,
                .words = enum_names<T>::of_each,
                .size = sizeof(T),
                .sign_bit = sign_bit_of<std::underlying_type_t<T>>(),
                .not_judged = place_of_not_judged<T>()};
    } else if constexpr (is_optional<T>) {
        return {.kind = value_kind::optional,
                .optional = &optional_functions_of<T>::of_each,
                .element = &value_type_of<typename T::value_type>};
    } else if constexpr (is_vector<T>) {
        return {.kind = value_kind::list,
                .list = &list_functions_of<T>::of_each,
                .element = &value_type_of<typename T::value_type>};
    } else {
        static_assert(described<T>, "geostance: a field is of a type that files do not know; see geostance::fields");
        return {
            .kind = value_kind::object, .name = type_name<T>(), .fields = field_entries<T>, .nothing = &default_of<T>};
    }
}

template <class T>
value_view view_of(T const& value) {
    return {value_type_of<T>, &value};
}
template <class T>
value_ref ref_to(T& value) {
    return {value_type_of<T>, &value};
}

/// What an object of a class is when nothing is said.
inline value_view nothing_of(value_type const& type) { return {type, type.nothing()}; }

/// Calls f with each element of a list.
inline void for_each_element(value_view list, function_ref<void(value_view)> f) {
    auto const& type = list.type;
    auto const size = type.list->size(list.at);
    for (std::size_t i = 0; i < size; ++i)
        type.list->visit(list.at, i, [&](void const* element) { f({*type.element, element}); });
}

/// The place of a word, or the number of words if it is none of them.
inline std::size_t place_of(std::span<std::string_view const> words, std::string_view word) {
    std::size_t place = 0;
    while (place < words.size() && words[place] != word) ++place;
    return place;
}

/// The place of an enumerator among those of its type.
inline std::size_t place_of_word(value_view value) {
    auto const read = [&]<class Number>(Number number) -> std::uint64_t {
        std::memcpy(&number, value.at, sizeof number);
        return number;
    };
    auto const size = value.type.size;
    auto const bits = size == 1   ? read(std::uint8_t{})
                      : size == 2 ? read(std::uint16_t{})
                      : size == 4 ? read(std::uint32_t{})
                                  : read(std::uint64_t{});
    return static_cast<std::size_t>((bits ^ value.type.sign_bit) - value.type.sign_bit);
}
inline void set_word(value_ref value, std::size_t place) {
    auto const write = [&]<class Number>(Number number) { std::memcpy(value.at, &number, sizeof number); };
    switch (value.type.size) {
    case 1: return write(static_cast<std::uint8_t>(place));
    case 2: return write(static_cast<std::uint16_t>(place));
    case 4: return write(static_cast<std::uint32_t>(place));
    default: return write(std::uint64_t{place});
    }
}

/// The node that a field refers to.
inline any_node node_in(value_view value) {
    using geostance::detail::handle_access;
    auto const& h = value.as<geostance::detail::handle>();
    return handle_access::make<any_node>(h.index(), handle_access::stamp(h));
}
inline void set_node(value_ref value, geostance::detail::handle const& node) {
    value.as<geostance::detail::handle>() = node;
}

/// Equality of two values of one type.
inline bool are_equal(value_view a, value_view b) {
    auto const& type = a.type;
    switch (type.kind) {
    case value_kind::text: return a.as<std::string>() == b.as<std::string>();
    case value_kind::rare_text: return a.as<rare_text>() == b.as<rare_text>();
    case value_kind::boolean: return a.as<bool>() == b.as<bool>();
    case value_kind::number: return type.number->are_equal(a.at, b.at);
    case value_kind::word: return place_of_word(a) == place_of_word(b);
    case value_kind::day: return a.as<date>() == b.as<date>();
    case value_kind::node: return node_in(a).index() == node_in(b).index();
    case value_kind::object:
        return !any_of(type.fields, [&](field_entry const& one) { return !are_equal(a.field(one), b.field(one)); });
    case value_kind::optional: {
        auto const* const in_a = type.optional->find(a.at);
        auto const* const in_b = type.optional->find(b.at);
        if (in_a == nullptr || in_b == nullptr) return in_a == in_b;
        return are_equal({*type.element, in_a}, {*type.element, in_b});
    }
    case value_kind::list: break;
    }
    auto const size = type.list->size(a.at);
    bool result = size == type.list->size(b.at);
    for (std::size_t i = 0; result && i < size; ++i)
        type.list->visit(a.at, i, [&](void const* in_a) {
            type.list->visit(b.at, i, [&](void const* in_b) {
                result = are_equal({*type.element, in_a}, {*type.element, in_b});
            });
        });
    return result;
}

/// True for what stands for "not said": an empty text or list, an unknown date, a null handle, no value, not judged.
inline bool is_unsaid(value_view value) {
    auto const& type = value.type;
    switch (type.kind) {
    case value_kind::text: return value.as<std::string>().empty();
    case value_kind::rare_text: return value.as<rare_text>().empty();
    case value_kind::word: return place_of_word(value) == type.not_judged;
    case value_kind::day: return value.as<date>() == date();
    case value_kind::node: return node_in(value).is_null();
    case value_kind::object:
        return !any_of(type.fields, [&](field_entry const& one) { return !is_unsaid(value.field(one)); });
    case value_kind::optional: return type.optional->find(value.at) == nullptr;
    case value_kind::list: return type.list->size(value.at) == 0;
    case value_kind::boolean:
    case value_kind::number: break;
    }
    return false;
}

} // namespace geostance::io::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What the fields of a payload are called and where they are: written once, shared by every file format.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/nodes.hpp>
#include <geostance/model/period.hpp>
#include <geostance/model/provenance.hpp>
#include <geostance/model/relations.hpp>
#include <geostance/model/required.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace geostance {

/// Whether a file may leave a field out.
enum class presence : std::uint8_t {
    defaulted, ///< yes: the default of the class says no more than that nothing was recorded
    required   ///< no: the default would claim what nobody said, such as an office that entitles
};

/// One field of a class.
template <class T, class Member>
struct field {
    /// @param called the name that files use
    /// @param at where the field is
    /// @param in_files whether a file may leave it out; a field of type `required<...>` never may be
    /// @throws invalid_value for a presence that is no enumerator
    constexpr field(std::string_view called, Member T::*at, presence in_files = presence::defaulted)
        : name(called), member(at), is_required(detail::is_required_field<Member> || in_files == presence::required) {
        detail::check_enumerator("presence", static_cast<std::size_t>(in_files), 2);
    }

    /// The field of an object.
    /// @param object of class T, constant or not
    /// @return a reference to the field; of a `required<...>` to what is said
    template <class Object>
    [[nodiscard]] constexpr auto& of(Object& object) const noexcept {
        if constexpr (detail::is_required_field<Member>) {
            return (object.*member).get();
        } else {
            return object.*member;
        }
    }

    std::string_view name; ///< the name that files use
    Member T::*member;     ///< where the field is
    bool is_required;      ///< whether writers always write it and readers refuse a record without it
};

/// The fields of a class, in the order in which files show them. Specialise it for a type of your own, as
/// `enum_names` for an enumeration; a class without members needs none.
/// @code
/// template <>
/// struct geostance::fields<pipeline> {
///     static constexpr std::tuple of_each{
///         geostance::field("key", &pipeline::key),
///         geostance::field("capacity", &pipeline::capacity, geostance::presence::required)};
/// };
/// @endcode
/// A field whose default says something is `presence::required`, or better a `required<...>`: a file that forgets it is
/// then refused, not read as if it said the default.
/// A field can be a text (`std::string`, `rare_text`), a number, a bool, an enumeration whose values have names, a
/// date, a `node<T>`, a class with fields of its own, or a `std::optional` or `std::vector` of these.
template <class T>
struct fields {};

template <class T>
    requires std::is_empty_v<T>
struct fields<T> {
    static constexpr std::tuple<> of_each{}; ///< none
};

/// A class whose fields are known, so that readers and writers of records can handle it.
///
/// Requires
/// - a class, and not one that is only declared;
/// - `fields<T>::of_each`, which empty classes have from the start.
///
/// Satisfied by `actor`, `stance` and `no_annotation`; not by double or std::string.
template <class T>
concept described = std::is_class_v<T> && requires {
    sizeof(T);
} && requires {
    fields<T>::of_each;
};

namespace detail {

struct anything {
    std::size_t unused;
    template <class T>
    operator T() const;
};
template <class T, std::size_t... I>
constexpr bool takes(std::index_sequence<I...>) {
    return requires { T{anything{I}...}; };
}

/// True unless T is an aggregate with more members than its `fields` name.
template <class T>
inline constexpr bool describes_all =
    !std::is_aggregate_v<T> || std::is_empty_v<T> ||
    !takes<T>(std::make_index_sequence<std::tuple_size_v<decltype(fields<T>::of_each)> + 1>());

template <class T>
using places_of_fields = std::make_index_sequence<std::tuple_size_v<decltype(fields<T>::of_each)>>;

template <class T, class F, std::size_t... I>
constexpr bool any_field_of([[maybe_unused]] F& f, std::index_sequence<I...>) {
    return (f(std::get<I>(fields<T>::of_each)) || ...);
}
/// Calls f with each `field` of T in order, until it returns true. `std::apply` would do it by four functions more for
/// each T and F.
/// @return true if it did
template <class T, class F>
constexpr bool any_field(F&& f) {
    static_assert(describes_all<T>, "geostance: fields<T> leaves a member of T out; name every member there");
    return any_field_of<T>(f, places_of_fields<T>());
}

/// What a field is called, and whether files have to say it: the same type for the fields of all classes.
struct field_name {
    std::string_view name;
    bool is_required;
    std::string_view const* words; ///< that it may have, if it is an enumerator
    std::size_t number_of_words;
};
template <class T, class Member>
constexpr field_name name_of_field(field<T, Member> const& one) {
    using held = std::remove_cvref_t<decltype(one.of(std::declval<T&>()))>;
    if constexpr (named_enum<held>) {
        return {one.name, one.is_required, enum_names<held>::of_each.data(), enum_names<held>::of_each.size()};
    } else {
        return {one.name, one.is_required, nullptr, 0};
    }
}
template <class T, std::size_t... I>
constexpr std::array<field_name, sizeof...(I)> names_of_fields(std::index_sequence<I...>) {
    return {{name_of_field(std::get<I>(fields<T>::of_each))...}};
}
/// The names of the fields of T, in order.
template <class T>
inline constexpr auto field_names = names_of_fields<T>(places_of_fields<T>());

} // namespace detail

/// Calls f with the name of each field and a reference to it, in the order of `fields<T>`. Does not compile for an
/// aggregate that has members which its `fields` leave out: files would lose them.
/// @param object whose fields
/// @param f called as f(std::string_view, field)
/// @par Complexity
/// one call of f for each field
/// @par Guarantee
/// What f throws is passed on; fields that it changed before stay changed.
template <class T, class F>
    requires described<std::remove_const_t<T>>
constexpr void for_each_field(T& object, F&& f) {
    detail::any_field<std::remove_const_t<T>>([&](auto const& one) {
        f(one.name, one.of(object));
        return false;
    });
}

// The shipped types, in the order of their declaration.

template <>
struct fields<code> {
    static constexpr std::tuple of_each{field("scheme", &code::scheme), field("value", &code::value)};
};
template <>
struct fields<period> {
    static constexpr std::tuple of_each{field("from", &period::from), field("to", &period::to)};
};
template <>
struct fields<actor> {
    static constexpr std::tuple of_each{field("key", &actor::key), field("name", &actor::name),
                                        field("kind", &actor::kind), field("aliases", &actor::aliases),
                                        field("codes", &actor::codes)};
};
template <>
struct fields<alliance> {
    static constexpr std::tuple of_each{field("key", &alliance::key), field("name", &alliance::name),
                                        field("kind", &alliance::kind), field("aliases", &alliance::aliases),
                                        field("codes", &alliance::codes)};
};
template <>
struct fields<statement> {
    static constexpr std::tuple of_each{field("key", &statement::key), field("summary", &statement::summary),
                                        field("said", &statement::said), field("wording", &statement::wording),
                                        field("venue", &statement::venue)};
};
template <>
struct fields<issue> {
    static constexpr std::tuple of_each{field("key", &issue::key), field("name", &issue::name),
                                        field("kind", &issue::kind), field("aliases", &issue::aliases),
                                        field("codes", &issue::codes)};
};
template <>
struct fields<publication> {
    static constexpr std::tuple of_each{field("key", &publication::key),
                                        field("name", &publication::name),
                                        field("publisher", &publication::publisher),
                                        field("published", &publication::published),
                                        field("address", &publication::address),
                                        field("aliases", &publication::aliases),
                                        field("coverage", &publication::coverage)};
};
template <>
struct fields<provenance> {
    static constexpr std::tuple of_each{
        field("claimed_in", &provenance::claimed_in),   field("publication", &provenance::publication),
        field("locator", &provenance::locator),         field("quote", &provenance::quote),
        field("language", &provenance::language),       field("likelihood", &provenance::likelihood),
        field("confidence", &provenance::confidence),   field("note", &provenance::note),
        field("reliability", &provenance::reliability), field("credibility", &provenance::credibility),
        field("inferred", &provenance::inferred),       field("valid", &provenance::valid),
        field("recorded", &provenance::recorded),       field("ended_recorded", &provenance::ended_recorded)};
};
template <>
struct fields<stance> {
    static constexpr std::tuple of_each{field("value", &stance::value), field("facet", &stance::facet),
                                        field("channel", &stance::channel)};
};
template <>
struct fields<casts> {
    static constexpr std::tuple of_each{field("vote", &casts::vote), field("veto", &casts::veto)};
};
template <>
struct fields<acts_toward> {
    static constexpr std::tuple of_each{field("event", &acts_toward::event), field("value", &acts_toward::value),
                                        field("channel", &acts_toward::channel)};
};
template <>
struct fields<affects> {
    static constexpr std::tuple of_each{field("value", &affects::value)};
};
template <>
struct fields<member_of> {
    static constexpr std::tuple of_each{field("role", &member_of::role)};
};
template <>
struct fields<speaks_for> {
    static constexpr std::tuple of_each{field("role", &speaks_for::role),
                                        field("authority", &speaks_for::authority, presence::required)};
};
template <>
struct fields<makes> {
    static constexpr std::tuple of_each{field("capacity", &makes::capacity), field("attribution", &makes::attribution)};
};
template <>
struct fields<about> {
    static constexpr std::tuple of_each{field("force", &about::force, presence::required)};
};
template <>
struct fields<would> {
    static constexpr std::tuple of_each{field("effect", &would::effect)};
};
template <>
struct fields<pledges> {
    static constexpr std::tuple of_each{field("defense", &pledges::defense), field("offense", &pledges::offense),
                                        field("neutrality", &pledges::neutrality),
                                        field("nonaggression", &pledges::nonaggression),
                                        field("consultation", &pledges::consultation)};
};
template <>
struct fields<allied_with> {
    static constexpr std::tuple of_each{field("pledges", &allied_with::pledges), field("treaty", &allied_with::treaty)};
};
template <>
struct fields<carries_out> {
    static constexpr std::tuple of_each{field("role", &carries_out::role)};
};

} // namespace geostance

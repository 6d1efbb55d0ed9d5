// SPDX-License-Identifier: BSL-1.0
/// @file
/// How the relations of a schema end: ending.
#pragma once

namespace geostance {

/// Says how a relation ends whose annotation has a period. Specialise it for an annotation of your own, and `end` of
/// its graphs compiles.
/// @code
/// template <>
/// struct geostance::ending<timed> {
///     using day = int;                        // when it ended
///     struct details { int recorded = 0; };   // what else can be said of it
///     static void apply(timed& annotation, day when, details const& more); // throws if it cannot end then
/// };
/// @endcode
template <class Annotation>
struct ending {};

/// An annotation with a period that can be closed.
///
/// Requires
/// - `ending<Annotation>::day`, the type of the day on which it ends;
/// - `ending<Annotation>::details`, the type of what else can be said of the end.
///
/// Satisfied by `provenance`; not by `no_annotation` or int.
template <class Annotation>
concept annotation_with_a_period = requires {
    typename ending<Annotation>::day;
    typename ending<Annotation>::details;
};

namespace detail {

/// What `end` takes. Where the annotation has no period, these are types of which nobody has a value.
template <class Annotation>
struct ending_types {
    struct day {
        template <class T>
        day(T const&);
    };
    struct details {};
};
template <annotation_with_a_period Annotation>
struct ending_types<Annotation> : ending<Annotation> {};

} // namespace detail

} // namespace geostance

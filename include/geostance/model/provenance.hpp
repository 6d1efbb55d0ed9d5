// SPDX-License-Identifier: BSL-1.0
/// @file
/// Provenance: who claims a relation, where it is published, how far it can be trusted, when it held, when it was
/// known.
#pragma once

#include <geostance/graph/ending.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/nodes.hpp>
#include <geostance/model/period.hpp>
#include <geostance/model/rare_text.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace geostance {

/// How reliable a source is: letters A to F of the Admiralty code (NATO STANAG 2511).
enum class reliability : std::uint8_t {
    cannot_be_judged,     ///< F
    reliable,             ///< A
    usually_reliable,     ///< B
    fairly_reliable,      ///< C
    not_usually_reliable, ///< D
    unreliable            ///< E
};

template <>
struct enum_names<reliability> {
    static constexpr std::array<std::string_view, 6> of_each{"F", "A", "B", "C", "D", "E"};
};

/// How credible a piece of information is: figures 1 to 6 of the Admiralty code, judged apart from the source.
enum class credibility : std::uint8_t {
    cannot_be_judged, ///< 6
    confirmed,        ///< 1
    probably_true,    ///< 2
    possibly_true,    ///< 3
    doubtful,         ///< 4
    improbable        ///< 5
};

template <>
struct enum_names<credibility> {
    static constexpr std::array<std::string_view, 6> of_each{"6", "1", "2", "3", "4", "5"};
};

/// How likely something is: the seven bands of ICD 203, which name ranges of probability.
/// @par Source
/// Office of the Director of National Intelligence (2015). Intelligence Community Directive 203: Analytic Standards.
enum class likelihood : std::uint8_t {
    not_judged,    ///< nobody judged it
    remote,        ///< 1 to 5 per cent; "almost no chance"
    very_unlikely, ///< 5 to 20 per cent
    unlikely,      ///< 20 to 45 per cent
    roughly_even,  ///< 45 to 55 per cent
    likely,        ///< 55 to 80 per cent
    very_likely,   ///< 80 to 95 per cent
    almost_certain ///< 95 to 99 per cent
};

template <>
struct enum_names<likelihood> {
    static constexpr std::array<std::string_view, 8> of_each{
        "not_judged", "remote", "very_unlikely", "unlikely", "roughly_even", "likely", "very_likely", "almost_certain"};
};

/// How sure the analyst is of a judgement: how good the sources and the reasoning behind it are. It says nothing about
/// how likely the thing itself is.
enum class confidence : std::uint8_t {
    not_judged, ///< nobody said
    low,        ///< scant or fragmentary sources
    moderate,   ///< credible sources, without enough to be sure
    high        ///< good sources that agree
};

template <>
struct enum_names<confidence> {
    static constexpr std::array<std::string_view, 4> of_each{"not_judged", "low", "moderate", "high"};
};

/// Where a relation comes from. Every relation carries one; a field that is left out says "not recorded".
struct provenance {
    /// the statement in which it is claimed; null = the publication says so in its own voice
    node<statement> claimed_in{};
    /// where it can be read; null = not recorded
    node<geostance::publication> publication{};
    /// the place in the publication: `paragraph 6`, `row 17`, `event 470747760`
    std::string locator{};
    /// what stands there, word for word
    rare_text quote{};
    /// the language of the quote, as a tag of BCP 47: `en`, `zh-Hant`
    rare_text language{};
    /// how likely it is that the relation holds, as the analyst judges
    geostance::likelihood likelihood = geostance::likelihood::not_judged;
    /// how sure the analyst is of that judgement
    geostance::confidence confidence = geostance::confidence::not_judged;
    /// what is said there, in the record's own words
    rare_text note{};
    /// the source's reliability
    geostance::reliability reliability = geostance::reliability::cannot_be_judged;
    /// the information's credibility
    geostance::credibility credibility = geostance::credibility::cannot_be_judged;
    /// true if the dates are the record's inference rather than the source's words
    bool inferred = false;
    /// when it holds or happened; undated = from the day of the statement, or else of the publication, with no known
    /// end
    period valid{};
    /// the day on which it was known to the record; unknown = when the publication appeared, or else when the
    /// statement was made; where neither is known either, it may have been known on any day
    date recorded{};
    /// the day on which the end of `valid` was known to the record; unknown = with the relation itself
    date ended_recorded{};

    friend bool operator==(provenance const&, provenance const&) = default;
};

/// Checks the judgements, the letters, the period and the days of record.
/// @param p the provenance
/// @throws invalid_value if a judgement or a letter is no enumerator, the period ends before it begins, or a day of
///         record is open
/// @par Complexity
/// O(1)
inline void validate(provenance const& p) {
    detail::check_enumerator("provenance.likelihood", p.likelihood);
    detail::check_enumerator("provenance.confidence", p.confidence);
    detail::check_enumerator("provenance.reliability", p.reliability);
    detail::check_enumerator("provenance.credibility", p.credibility);
    detail::check_period("provenance.valid", p.valid);
    detail::check_day("provenance.recorded", p.recorded);
    detail::check_day("provenance.ended_recorded", p.ended_recorded);
}

/// Calls f with each node that the provenance names; some may be null.
/// @param p the provenance
/// @param f callable with a `node<statement>` and a `node<publication>`; not copied
/// @par Complexity
/// O(1)
template <class F>
void for_each_reference(provenance const& p, F&& f) {
    f(p.claimed_in);
    f(p.publication);
}

/// Exchanges each node that the provenance names.
/// @param p the provenance
/// @param map called with a `node<statement>` and a `node<publication>`; returns the same kind of node
/// @par Complexity
/// O(1)
/// @par Guarantee
/// If `map` throws for the publication, the statement has been exchanged already.
template <class Map>
void map_references(provenance& p, Map const& map) {
    p.claimed_in = map(p.claimed_in);
    p.publication = map(p.publication);
}

/// A hash of what mostly differs between the provenances of two relations with the same ends; equal ones have the same.
/// @param p the provenance
/// @return the hash
/// @par Complexity
/// O(length of its texts)
[[nodiscard]] inline std::size_t content_hash(provenance const& p) noexcept {
    auto const day = p.valid.from.is_known() ? p.valid.from.first_day().time_since_epoch().count() : 0;
    auto const places =
        std::hash<std::string>{}(p.locator) * 31 + std::hash<geostance::node<geostance::publication>>{}(p.publication);
    return places * 31 + static_cast<std::size_t>(day);
}

/// How a relation ends: `valid`, open until then, is closed, and `ended_recorded` says since when that is known.
template <>
struct ending<provenance> {
    using day = date; ///< the last day on which it held, or the month or year in which it ended
    /// What else is said of the end.
    struct details {
        date recorded{}; ///< the day on which the end was known to the record; unknown = on the day of the end itself
    };
    /// Closes the period.
    /// @param p the provenance
    /// @param last the last day
    /// @param more when it was known
    /// @throws invalid_value if the day is unknown, open or before the beginning, or the period is closed already
    /// @post p.valid.to == last
    /// @par Guarantee
    /// If it throws, the provenance is as it was.
    static void apply(provenance& p, date last, details const& more) {
        if (!last.is_known()) throw invalid_value("end.day", to_string(last), "a day, month or year");
        if (p.valid.to.is_known())
            throw invalid_value("provenance.valid", to_string(p.valid), "a period that has not ended yet");
        detail::check_day("end.recorded", more.recorded);
        period const ended{p.valid.from, last};
        validate(ended);
        p.valid = ended;
        p.ended_recorded = more.recorded.is_known() ? more.recorded : last;
    }
};

} // namespace geostance

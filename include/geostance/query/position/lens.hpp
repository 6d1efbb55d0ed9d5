// SPDX-License-Identifier: BSL-1.0
/// @file
/// The lens: the reading of the record under which a question is asked.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/handle.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/model/provenance.hpp>
#include <geostance/model/relations.hpp>
#include <geostance/query/position/judgement_weights.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance {

/// According to whom the record is read.
/// @par Complexity
/// O(number of speakers) to make, copy or compare; O(1) for every other function
class perspective {
public:
    /// Which relations count.
    enum class kind : std::uint8_t {
        own_positions, ///< what the sources say in their own voice, and what speakers say of their own positions
        sources,       ///< only what the sources say in their own voice
        everybody,     ///< that and all claims, those about others included
        speakers       ///< only what certain speakers say, about themselves or about others
    };

    /// The sources' voice and speakers' own positions, without claims about others: the default.
    perspective() = default;
    /// The record according to one speaker: `{.according_to = russia}`.
    /// @param speaker somebody who holds positions
    template <holder T>
    perspective(node<T> speaker) : kind_(kind::speakers), speakers_{any_node(speaker)} {}
    /// The record according to several speakers.
    /// @param speakers in any order
    perspective(std::vector<any_node> speakers) : kind_(kind::speakers), speakers_(std::move(speakers)) {}
    /// One of the readings that name no speaker.
    /// @param k own positions, the sources' voice, or everybody; a question checks it with its lens
    perspective(kind k) : kind_(k) {}

    /// @return which relations count
    [[nodiscard]] kind which() const noexcept { return kind_; }
    /// @return the speakers, if `which()` is `speakers`
    [[nodiscard]] std::vector<any_node> const& speakers() const noexcept { return speakers_; }

    friend bool operator==(perspective const&, perspective const&) = default;

private:
    kind kind_ = kind::own_positions;
    std::vector<any_node> speakers_;
};

/// @return what the sources say in their own voice, and nothing that anybody claims
/// @par Complexity
/// O(1)
[[nodiscard]] inline perspective sources_voice() { return perspective::kind::sources; }
/// @return everything that anybody says about anybody
/// @par Complexity
/// O(1)
[[nodiscard]] inline perspective everybody() { return perspective::kind::everybody; }

/// A set of channels.
/// @par Complexity
/// O(1) for a function that says nothing else
class channel_set {
public:
    /// All channels.
    constexpr channel_set() = default;
    /// One channel.
    /// @param c the only one
    /// @throws invalid_value for a value that is no enumerator
    constexpr channel_set(channel c) : bits_(bit(c)) {}
    /// Several channels.
    /// @param channels in any order; without any, nothing counts
    /// @throws invalid_value for a value that is no enumerator
    constexpr channel_set(std::initializer_list<channel> channels) : bits_(0) {
        for (auto const c : channels) bits_ = static_cast<std::uint8_t>(bits_ | bit(c));
    }
    /// Whether the set has a channel.
    /// @param c the channel
    /// @return true if it is one of the set
    [[nodiscard]] constexpr bool has(channel c) const noexcept { return (bits_ >> static_cast<unsigned>(c) & 1U) != 0; }
    friend constexpr bool operator==(channel_set, channel_set) = default;

private:
    static constexpr std::uint8_t bit(channel c) {
        detail::check_enumerator("lens.channels", c);
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(c));
    }
    std::uint8_t bits_ = (1U << enum_names<channel>::of_each.size()) - 1;
};

/// By which judgement evidence weighs. They are never combined into one number.
enum class weighing : std::uint8_t {
    letters,    ///< how good source and content are, by the Admiralty letters: `lens.weights`
    likelihood, ///< how likely the analyst takes it to be: `lens.likelihoods`
    confidence  ///< how sure the analyst is: `lens.confidences`
};

template <>
struct enum_names<weighing> {
    static constexpr std::array<std::string_view, 3> of_each{"letters", "likelihood", "confidence"};
};

/// Which part of a position that changed counts.
enum class history : std::uint8_t {
    newest, ///< the newest; what it replaced is listed and weighs nothing
    all     ///< everything that holds, however old: a position that changed is mixed
};

template <>
struct enum_names<history> {
    static constexpr std::array<std::string_view, 2> of_each{"newest", "all"};
};

/// The reading under which a question is asked.
///
/// Without `.at` the newest position counts. In each channel, facet and account, that is the newest evidence among what
/// holds on the last day on which any of it does. What held before is listed and weighs nothing; `.at = 2010y` asks for
/// it, and `.at = today()` for what holds now. Every field has a default: `{.at = 2024y / 3 / 29}` is a whole lens.
struct lens {
    /// what held on this day, or within this month or year; none = on the last day that is recorded
    std::optional<date> at{};
    /// as it was known on this day: later records, ends, retractions and corrections are not seen; none = as known now
    std::optional<date> known_by{};
    /// whether only the newest counts, or everything that holds
    geostance::history history = geostance::history::newest;
    /// according to whom
    perspective according_to{};
    /// in words, votes, deeds; all by default
    channel_set channels{};
    /// only this facet; none = all
    std::optional<std::string> facet{};
    /// only what is judged at least this credible; `cannot_be_judged` = everything, evidence that is not judged
    /// included
    credibility least_credibility = credibility::cannot_be_judged;
    /// how sure it must be that something holds: `maybe`, or `yes` for certainly
    certainty least_certainty = certainty::maybe;
    /// whether official statements of spokespeople bind the one they speak for; what one statement says counts once,
    /// whether it is recorded at the speaker, at the one spoken for, or at both
    bool spokespeople_bind = true;
    /// members without a position of their own inherit their group's with this discount in [1e-6, 1]; 0 = they do not
    double inherit_from_groups = 0;
    /// whether several reports of one event count separately; a row that was read twice counts once even then
    bool count_every_report = false;
    /// a position whose mean is at most this far from 0 is called neutral, and single values this near to 0 count for
    /// neither side of `mixed`; in [0, 1)
    double neutral_within = 0.1;
    /// what evidence weighs by its Admiralty letters
    evidence_weights weights{};
    /// by which judgement evidence weighs
    weighing weigh_by = weighing::letters;
    /// what evidence weighs by its likelihood, if it weighs by that
    likelihood_weights likelihoods{};
    /// what evidence weighs by the analyst's confidence, if it weighs by that
    confidence_weights confidences{};
    /// publications, statements and holders to leave out; for a holder, all that it did and said
    std::vector<any_node> without{};

    /// What a piece of evidence weighs, by the policy that `weigh_by` chooses.
    /// @param p its provenance
    /// @return a factor in (0, 1]
    [[nodiscard]] double weight_of(provenance const& p) const noexcept {
        switch (weigh_by) {
        case weighing::likelihood: return likelihoods(p);
        case weighing::confidence: return confidences(p);
        case weighing::letters: break;
        }
        return weights(p);
    }

    friend bool operator==(lens const&, lens const&) = default;
};

namespace detail {

/// Whether weights are, bit by bit, those that a lens has by default, as those of nearly every question are.
template <class Weights>
bool are_usual(Weights const& weights) noexcept {
    static constexpr Weights usual{};
    return std::memcmp(&weights, &usual, sizeof(Weights)) == 0; // NOLINT(bugprone-suspicious-memory-comparison)
}

} // namespace detail

/// Checks a lens.
/// @param asked the lens
/// @throws invalid_value that names the field
/// @par Complexity
/// O(1)
inline void validate(lens const& asked) {
    auto const check_date = [](char const* field, std::optional<date> const& d) {
        if (d && !d->is_known()) throw invalid_value(field, to_string(*d), "a day, a month or a year");
    };
    // Smaller weights, multiplied with each other, would be lost in the sum.
    constexpr double least = 1e-6;
    auto const check_weights = [](char const* field, std::span<double const> weights) {
        for (double const w : weights)
            if (!(w >= least && w <= 1)) throw invalid_value(field, detail::number_text(w), "a number in [1e-6, 1]");
    };
    auto const check_weight = [&](char const* field, double const& weight) { check_weights(field, {&weight, 1}); };
    detail::check_enumerator("lens.history", asked.history);
    detail::check_enumerator("lens.least_credibility", asked.least_credibility);
    detail::check_enumerator("lens.least_certainty", asked.least_certainty);
    detail::check_enumerator("lens.weigh_by", asked.weigh_by);
    constexpr auto kinds = static_cast<std::size_t>(perspective::kind::speakers) + 1;
    detail::check_enumerator("lens.according_to", static_cast<std::size_t>(asked.according_to.which()), kinds);
    check_date("lens.at", asked.at);
    check_date("lens.known_by", asked.known_by);
    if (asked.inherit_from_groups != 0) check_weight("lens.inherit_from_groups", asked.inherit_from_groups);
    if (asked.least_certainty == certainty::no) throw invalid_value("lens.least_certainty", "no", "maybe or yes");
    if (!(asked.neutral_within >= 0 && asked.neutral_within < 1))
        throw invalid_value("lens.neutral_within", detail::number_text(asked.neutral_within), "a number in [0, 1)");
    if (detail::are_usual(asked.weights) && detail::are_usual(asked.likelihoods) &&
        detail::are_usual(asked.confidences))
        return;
    check_weights("lens.weights.by_reliability", asked.weights.by_reliability);
    check_weights("lens.weights.by_credibility", asked.weights.by_credibility);
    check_weight("lens.weights.not_judged", asked.weights.not_judged);
    check_weights("lens.likelihoods.by_band", asked.likelihoods.by_band);
    check_weight("lens.likelihoods.not_judged", asked.likelihoods.not_judged);
    check_weights("lens.confidences.by_level", asked.confidences.by_level);
    check_weight("lens.confidences.not_judged", asked.confidences.not_judged);
}

} // namespace geostance

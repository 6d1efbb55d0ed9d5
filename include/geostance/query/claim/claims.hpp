// SPDX-License-Identifier: BSL-1.0
/// @file
/// The status of claims: alleged, confirmed, denied, retracted, or standing, and how strong they are.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/claim/argumentation.hpp>
#include <geostance/query/claim/contested.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance {

/// What has become of a claim.
enum class claim_status : std::uint8_t {
    unclaimed, ///< nobody asserts or denies it
    retracted, ///< it was asserted, and every assertion has been retracted or superseded
    alleged,   ///< accepted, and only alleged: no accepted statement asserts or confirms it
    stands,    ///< accepted
    confirmed, ///< accepted in two statements or more, one of which confirms it
    contested, ///< asserted and denied, and neither side is rejected
    denied     ///< denied, and no assertion is accepted against that
};

template <>
struct enum_names<claim_status> {
    static constexpr std::array<std::string_view, 7> of_each{"unclaimed", "retracted", "alleged", "stands",
                                                             "confirmed", "contested", "denied"};
};

/// A claim and what has become of it.
struct claim_report {
    any_node subject{};  ///< the claim: an issue, or a statement that is not about another claim
    std::string claim{}; ///< what it says
    claim_status status = claim_status::unclaimed; ///< what has become of it
    double strength = 0.5;                         ///< in [0, 1]; 0.5 = nothing speaks for or against it
    bool strength_converged = true;                ///< see `strength_result`
    std::vector<any_relation> assertions{};        ///< the `about` relations that assert it, retracted ones left out
    std::vector<any_relation> denials{};           ///< the `about` relations that deny it
};

/// Writes `it happened: contested (strength 0.4, 1 for, 2 against)`.
/// @param out gets the text
/// @param c what became of a claim
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, claim_report const& c) {
    return out << safe_text(c.claim) << ": " << c.status << " (strength " << detail::rounded_text(c.strength) << ", "
               << c.assertions.size() << " for, " << c.denials.size() << " against)";
}

namespace detail {

/// The claims of a record as argumentation frameworks. A statement that denies a claim and one that asserts it attack
/// each other; a statement about a statement attacks or supports that one alone.
template <class S>
class claim_arguments {
public:
    explicit claim_arguments(reading<S> const& record) : record_(record), finder_(record) { collect(); }

    std::vector<claim_report> reports() {
        std::size_t const n = statements_.size();
        argument_graph rebuttals(n);
        argument_graph bearings(n + claims_.size());
        std::vector<double> base(n + claims_.size(), 0.5);
        lean_vector<opposing_sides> disputes;
        for (std::size_t i = 0; i < n; ++i)
            if (weights_[i] > 0) base[i] = weights_[i];
        for (std::size_t c = 0; c < claims_.size(); ++c) {
            make_unique(claims_[c].asserting);
            make_unique(claims_[c].denying);
            for (auto const a : claims_[c].asserting) bearings.support(a, n + c);
            for (auto const d : claims_[c].denying) bearings.attack(d, n + c);
            disputes.push_back({claims_[c].asserting, claims_[c].denying});
        }
        for (auto const& [from, to, attacks] : between_) {
            if (attacks) rebuttals.attack(from, to);
            attacks ? bearings.attack(from, to) : bearings.support(from, to);
        }
        auto const labels = grounded_search(rebuttals, std::move(disputes)).run();
        auto const strengths = argument_strengths(bearings, base);
        std::vector<claim_report> result;
        for (std::size_t c = 0; c < claims_.size(); ++c) {
            auto& report = claims_[c].report;
            report.status = status(claims_[c], labels);
            report.strength = strengths.strength[n + c];
            report.strength_converged = strengths.converged;
            result.push_back(std::move(report));
        }
        detail::sort(result, [](auto const& a, auto const& b) { return a.subject < b.subject; });
        return result;
    }

private:
    struct claim {
        claim_report report;
        std::vector<std::size_t> asserting;
        std::vector<std::size_t> denying;
        std::vector<std::size_t> stating;    ///< those of `asserting` that do more than allege it
        std::vector<std::size_t> confirming; ///< those of `asserting` that confirm it
        bool was_withdrawn = false;
    };
    struct bearing {
        std::size_t from;
        std::size_t to;
        bool attacks;
    };

    void collect() {
        auto const& g = record_.graph();
        for (auto const r : relations_of<about>(g)) {
            double const p = polarity(g[r].force);
            auto const said = g.source(r);
            if (!finder_.counts(r)) continue;
            auto const target = g.target(any_relation(r));
            auto const subjects = finder_.subjects_of(r);
            if (!record_.stands(said)) {
                for (auto const& s : subjects)
                    if (p * s.sign > 0) claim_of(s.node).was_withdrawn = true;
                continue;
            }
            auto const argument = argument_of(said, record_.weight(r));
            // To deny a statement is to attack that statement; the effect on the underlying claim goes through it.
            auto const other = g.template as<statement>(target);
            bool const bears_on_statement = other && !(subjects.size() == 1 && subjects[0].node == target);
            if (bears_on_statement && record_.stands(*other))
                between_.push_back({argument, argument_of(*other, 0), p < 0});
            for (auto const& s : subjects) enter(s, p, r, argument);
        }
    }

    static void make_unique(std::vector<std::size_t>& arguments) {
        detail::sort(arguments);
        detail::erase_repeats(arguments);
    }

    void enter(typename claim_finder<S>::subject const& s, double plausibility, relation<about> r,
               std::size_t argument) {
        auto& c = claim_of(s.node);
        bool const asserts = plausibility * s.sign > 0;
        (asserts ? c.report.assertions : c.report.denials).push_back(any_relation(r));
        (asserts ? c.asserting : c.denying).push_back(argument);
        if (!asserts) return;
        auto const f = record_.graph()[r].force;
        if (f != force::allege && f != force::accuse) c.stating.push_back(argument);
        if (f == force::confirm) c.confirming.push_back(argument);
    }

    claim& claim_of(any_node subject) {
        auto const [place, is_new] = claim_places_.insert(subject, claims_.size());
        if (is_new) {
            claims_.emplace_back();
            claims_.back().report.subject = subject;
            claims_.back().report.claim = name_of(record_.graph(), subject);
        }
        return claims_[place];
    }

    /// @param weight of a relation that the statement makes; 0 if none is known
    std::size_t argument_of(node<statement> said, double weight) {
        auto const [place, is_new] = argument_places_.insert(said, statements_.size());
        if (is_new) {
            statements_.push_back(said);
            weights_.push_back(0);
        }
        weights_[place] = std::max(weights_[place], weight);
        return place;
    }

    static claim_status status(claim const& c, std::vector<argument_label> const& labels) {
        auto const number = [&](std::vector<std::size_t> const& side, argument_label wanted) {
            return std::count_if(side.begin(), side.end(), [&](std::size_t a) { return labels[a] == wanted; });
        };
        auto const some = [&](std::vector<std::size_t> const& side, argument_label wanted) {
            return number(side, wanted) > 0;
        };
        auto const asserted = number(c.asserting, argument_label::in);
        bool const open = some(c.asserting, argument_label::undecided);
        bool const denied =
            some(c.denying, argument_label::in) || (!open && some(c.denying, argument_label::undecided));
        if (c.asserting.empty() && c.denying.empty())
            return c.was_withdrawn ? claim_status::retracted : claim_status::unclaimed;
        if (denied && asserted == 0) return claim_status::denied;
        if (asserted == 0) return open ? claim_status::contested : claim_status::denied;
        if (asserted > 1 && some(c.confirming, argument_label::in)) return claim_status::confirmed;
        return some(c.stating, argument_label::in) ? claim_status::stands : claim_status::alleged;
    }

    reading<S> const& record_;
    claim_finder<S> finder_;
    std::vector<node<statement>> statements_;
    std::vector<double> weights_; ///< of each statement: of the weightiest that it claims; 0 if none is known
    table<node<statement>, std::size_t> argument_places_;
    lean_vector<claim> claims_;
    table<any_node, std::size_t> claim_places_;
    lean_vector<bearing> between_;
};

} // namespace detail

/// What has become of every claim that anybody asserts or denies: issues, and statements that other statements are
/// about. The accused in a statement is not a claim.
///
/// The status follows from the grounded labelling of the statements that stand, where an assertion and a denial of the
/// same claim attack each other, and what stands behind a statement is found as `contested` does; the strength from
/// DF-QuAD, where the credibility of each statement is its base score and the claim itself begins at 0.5.
///
/// @param g the record
/// @param asked the reading; its perspective, channels and facet do not matter
/// @return in order of the claims' insertion
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(A log A) for A `about` relations, and as much again for each subject beyond the first that a statement has;
/// O(A^2) where statements lead to a circle of statements about each other
/// @par Source
/// Dung (1995): see `grounded_labelling`. Rago et al. (2016): see `argument_strengths`.
template <stance_schema S>
[[nodiscard]] std::vector<claim_report> claims(typed_graph<S> const& g, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    return detail::claim_arguments<S>(record).reports();
}

/// What has become of one claim.
/// @param g the record
/// @param subject an issue or statement
/// @param asked the reading
/// @return its report; `unclaimed` if nobody asserts or denies it
/// @throws invalid_handle for a handle that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// that of `claims`
template <stance_schema S>
[[nodiscard]] claim_report claim_of(typed_graph<S> const& g, any_node subject, lens const& asked = {}) {
    claim_report none;
    none.subject = any_node(subject);
    none.claim = name_of(g, subject);
    for (auto& report : claims(g, asked))
        if (report.subject == none.subject) return report;
    return none;
}

} // namespace geostance

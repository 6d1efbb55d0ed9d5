// SPDX-License-Identifier: BSL-1.0
/// @file
/// Contested claims: what somebody asserts and somebody else denies.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/detail/reading.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/safe_text.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <ostream>
#include <string>
#include <tuple>
#include <unordered_set>
#include <utility>
#include <vector>

namespace geostance {

/// A claim in dispute.
struct dispute {
    any_node subject{};                     ///< the claim: an issue, or a statement that is not about another claim
    std::string claim{};                    ///< what it says
    std::vector<any_node> asserted_by{};    ///< in whose name it is asserted, in order of insertion
    std::vector<any_node> denied_by{};      ///< in whose name it is denied, in order of insertion
    std::vector<any_relation> assertions{}; ///< the `about` relations that assert it
    std::vector<any_relation> denials{};    ///< the `about` relations that deny it
};

/// Writes `it happened: asserted by 1, denied by 2`: the claim, and the number of holders on each side.
/// @param out gets the text
/// @param d the dispute
/// @return the stream
/// @par Complexity
/// O(length of the text)
inline std::ostream& operator<<(std::ostream& out, dispute const& d) {
    return out << safe_text(d.claim) << ": asserted by " << d.asserted_by.size() << ", denied by "
               << d.denied_by.size();
}

namespace detail {

/// The claims that a statement affirms or denies. A statement about other statements speaks about their claims: to deny
/// a statement is to deny what it says. The accused in a statement is not a claim; the accusation is one as soon as
/// another statement is about it. Where several relations say what a statement says of something, the newest counts.
template <class S>
class claim_finder {
public:
    explicit claim_finder(reading<S> const& record) : record_(record) {
        auto const& g = record_.graph();
        std::vector<side> sides;
        for (auto const r : relations_of<about>(g)) {
            auto const said = g.source(r);
            if (record_.is_silenced(said) || is_made_later(said) || record_.counts(r) == certainty::no) continue;
            any_node const on = g.target(any_relation(r));
            talked_about_.insert(on);
            if (polarity(g[r].force) != 0) sides.push_back({said, on, r});
        }
        keep_newest(std::move(sides));
    }

    /// A claim behind a target, and the sign by which polarity toward the target becomes polarity toward the claim.
    struct subject {
        any_node node;
        double sign = 0;       ///< 0 where routes of one length disagree
        std::size_t steps = 0; ///< of the shortest route
    };
    using subjects = std::vector<subject>;

    /// @return whether a relation takes a side that the lens hears, and that no newer one of the same statement
    ///        replaces
    [[nodiscard]] bool counts(relation<about> r) const { return counting_.contains(any_relation(r)); }

    /// The claims behind a target, each by the shortest routes; none where these disagree. Where statements are about
    /// each other in a circle, each is followed once.
    /// @par Complexity
    /// each target is followed once and remembered, except that one which leads to a circle is followed anew for each
    /// question
    [[nodiscard]] subjects subjects_of(any_node target) {
        bool const is_settled = known_.has(target) || (!circular_.contains(target) && settle(target));
        auto result = is_settled ? *known_.find(target) : followed(target);
        detail::erase_if(result, [](subject const& s) { return s.sign == 0; });
        return result;
    }
    /// The same for what a relation of a statement is about.
    [[nodiscard]] subjects subjects_of(relation<about> r) {
        auto const& g = record_.graph();
        any_node const said(g.source(r));
        if (is_claim(g.target(any_relation(r)))) return subjects_of(g.target(any_relation(r)));
        if (polarity(g[r].force) < 0 || !talked_about_.contains(said)) return {};
        auto own = subjects_of(said);
        return own.size() == 1 && own[0].node == said ? own : subjects();
    }

private:
    struct side {
        any_node said;
        any_node on;
        any_relation by;
    };
    struct visit {
        any_node node;
        subjects about;       ///< what it affirms or denies
        std::size_t next = 0; ///< how many of these are followed
        bool meets_circle = false;
    };

    /// Whether a statement was made after the time of the lens.
    [[nodiscard]] bool is_made_later(node<statement> said) const {
        auto const& at = record_.asked().at;
        date const made = at ? record_.time_of(said).from : date();
        return made.is_known() && overlaps(since(made), during(*at)) == certainty::no;
    }
    [[nodiscard]] bool is_claim(any_node n) const {
        return record_.graph().visit(n, []<class T>(T const&) { return !holder<T>; });
    }

    /// Of the sides that a statement takes on one thing, those that none of them surely begins after.
    void keep_newest(std::vector<side> sides) {
        auto const pair_of = [](side const& s) { return std::pair(s.said, s.on); };
        detail::sort(sides, [&](auto const& a, auto const& b) { return pair_of(a) < pair_of(b); });
        for (auto first = sides.begin(); first != sides.end();) {
            auto const end =
                std::find_if(first, sides.end(), [&](auto const& s) { return pair_of(s) != pair_of(*first); });
            beginning newest;
            for (auto at = first; at != end; ++at)
                if (auto const begins = record_.begins(at->by); begins.is_dated)
                    newest = {newest.is_dated ? std::max(newest.earliest, begins.earliest) : begins.earliest, {}, true};
            for (; first != end; ++first)
                if (!newest.is_after(record_.begins(first->by))) counting_.insert(first->by);
        }
    }

    /// What a statement affirms or denies itself; nothing for anything else.
    [[nodiscard]] subjects said_by(any_node n) const {
        auto const& g = record_.graph();
        subjects result;
        if (auto const said = g.template as<statement>(n))
            for (auto const r : out<about>(g, *said))
                if (counts(r) && is_claim(g.target(any_relation(r))))
                    result.push_back({g.target(any_relation(r)), polarity(g[r].force) > 0 ? 1.0 : -1.0, 1});
        return each_once(std::move(result));
    }

    /// Each claim by its shortest routes; with the sign 0 where these disagree.
    static subjects each_once(subjects all) {
        detail::sort(all, [](subject const& a, subject const& b) {
            return std::tie(a.node, a.steps, a.sign) < std::tie(b.node, b.steps, b.sign);
        });
        subjects result;
        for (auto const& s : all) {
            if (result.empty() || result.back().node != s.node)
                result.push_back(s);
            else if (result.back().steps == s.steps && result.back().sign != s.sign)
                result.back().sign = 0;
        }
        return result;
    }

    /// Works out the claims behind a node and behind all below it, each after those that it is about; false if it meets
    /// a circle.
    bool settle(any_node root) {
        std::vector<visit> path{{root, said_by(root)}};
        open_.insert(root);
        bool meets_circle = false;
        while (!path.empty()) {
            auto& now = path.back();
            if (now.next < now.about.size()) {
                auto const below = now.about[now.next++].node;
                now.meets_circle = now.meets_circle || open_.contains(below) || circular_.contains(below);
                if (known_.has(below) || open_.contains(below) || circular_.contains(below)) continue;
                open_.insert(below);
                path.push_back({below, said_by(below)});
                continue;
            }
            meets_circle = now.meets_circle;
            if (meets_circle)
                circular_.insert(now.node);
            else
                known_.insert(now.node, joined(now));
            open_.erase(now.node);
            path.pop_back();
            if (!path.empty()) path.back().meets_circle = path.back().meets_circle || meets_circle;
        }
        return !meets_circle;
    }

    /// The claims behind all that a node is about; the node itself if it is about nothing.
    [[nodiscard]] subjects joined(visit const& of) const {
        if (of.about.empty()) return {{of.node, 1, 0}};
        subjects result;
        for (auto const& below : of.about)
            for (auto const& s : *known_.find(below.node)) result.push_back({s.node, s.sign * below.sign, s.steps + 1});
        return each_once(std::move(result));
    }

    /// The claims behind a target that leads to a circle, step by step.
    [[nodiscard]] subjects followed(any_node target) const {
        subjects result;
        std::unordered_set<any_node> seen;
        for (subjects now{{target, 1, 0}}; !now.empty();) {
            subjects next;
            for (auto const& at : now) {
                seen.insert(at.node);
                auto const below = said_by(at.node);
                if (below.empty()) result.push_back(at);
                for (auto const& s : below) next.push_back({s.node, at.sign * s.sign, at.steps + 1});
            }
            detail::erase_if(next, [&](subject const& s) { return seen.contains(s.node); });
            now = each_once(std::move(next));
        }
        return result;
    }

    reading<S> const& record_;
    std::unordered_set<any_relation> counting_;
    std::unordered_set<any_node> talked_about_;
    table<any_node, subjects> known_;
    std::unordered_set<any_node> circular_;
    std::unordered_set<any_node> open_;
};

/// The holders in whose name a statement stands: of those it binds, the ones who speak for nobody else.
template <class S>
std::vector<any_node> in_whose_name(reading<S> const& record, node<statement> said) {
    auto result = record.names_behind(said);
    detail::erase_if(result, [&](any_node who) { return !record.is_sure_enough(record.standing(said, who)); });
    return result;
}

} // namespace detail

/// The claims that are both asserted and denied, by statements that stand and were known by the day of the lens. To
/// deny a statement is to deny what it says, by the shortest routes; where these disagree, it says nothing of a claim.
/// Where several relations say what a statement says of one thing, the newest counts. The accused in a statement is not
/// a claim; the accusing statement is one as soon as another statement is about it. A statement that was made after the
/// day of the lens (`at`) says nothing yet.
///
/// @param g the record
/// @param asked the reading; its perspective, channels and facet do not matter, since a dispute is between speakers
/// @return in order of the claims' insertion
/// @throws invalid_handle for a handle of the lens that is null or of another graph
/// @throws invalid_value for a field of the lens
/// @par Complexity
/// O(A log A) for A `about` relations, and as much again for each subject beyond the first that a statement has;
/// O(A^2) where statements lead to a circle of statements about each other
template <stance_schema S>
[[nodiscard]] std::vector<dispute> contested(typed_graph<S> const& g, lens const& asked = {}) {
    detail::reading<S> const record(g, asked);
    detail::claim_finder<S> finder(record);
    std::vector<dispute> disputes;
    detail::lean_vector<std::array<detail::table<any_node, char>, 2>> names; // who asserts, and who denies, each once
    detail::table<any_node, std::size_t> places;
    for (auto const r : relations_of<about>(g)) {
        auto const said = g.source(r);
        if (!finder.counts(r) || !record.stands(said)) continue;
        for (auto const& subject : finder.subjects_of(r)) {
            auto const [place, is_new] = places.insert(subject.node, disputes.size());
            if (is_new) {
                disputes.push_back({subject.node, name_of(g, subject.node), {}, {}, {}, {}});
                names.emplace_back();
            }
            auto& found = disputes[place];
            bool const asserts = polarity(g[r].force) * subject.sign > 0;
            for (auto const who : detail::in_whose_name(record, said))
                if (names[place][asserts ? 0 : 1].insert(who, 0).second)
                    (asserts ? found.asserted_by : found.denied_by).push_back(who);
            (asserts ? found.assertions : found.denials).push_back(any_relation(r));
        }
    }
    detail::erase_if(disputes, [](dispute const& d) { return d.assertions.empty() || d.denials.empty(); });
    detail::sort(disputes, [](auto const& a, auto const& b) { return a.subject < b.subject; });
    return disputes;
}

} // namespace geostance

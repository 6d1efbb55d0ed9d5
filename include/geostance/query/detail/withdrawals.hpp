// SPDX-License-Identifier: BSL-1.0
/// @file
/// Withdrawals: which statements still stand for whom, after all that took them back, replaced, corrected or disowned
/// them.
#pragma once

#include <geostance/query/detail/offices.hpp>

#include <boost/container_hash/hash.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance::detail {

/// What a later statement does to an earlier one.
enum class withdrawal_kind : std::uint8_t { retracts, supersedes, corrects, disowns };

/// One withdrawal of a statement, or of a publication, by somebody who may do it.
struct withdrawal {
    withdrawal_kind kind = withdrawal_kind::retracts;
    any_relation recorded{};                 ///< the relation that records it
    certainty is_effective = certainty::yes; ///< no if it was itself taken back; maybe in a circle
    std::size_t by = 0;                      ///< the node of the search that it comes from
};

/// Which statements stand for whom.
///
/// The search goes over pairs: a statement, and one whose voice it is. Such a pair is withdrawn only by a statement in
/// a voice that may do it for this one. Whatever is asked first, everything that can bear on the answer is looked at,
/// so that no answer depends on the order of questions.
template <stance_schema S>
class withdrawals {
public:
    withdrawals(known_record<S> const& record, voices<S> const& spoken) : record_(record), voices_(spoken) {}

    /// What may have withdrawn a statement for one of its voices.
    /// @par Complexity
    /// O(n) for n withdrawals of it, of these, and so on; O(1) once they are known
    [[nodiscard]] std::vector<withdrawal> const& of(node<statement> said, any_node voice) const {
        return settled({any_node(said), voice});
    }
    /// What may have taken back what a publication said in its own voice.
    [[nodiscard]] std::vector<withdrawal> const& of(node<publication> paper) const {
        return settled({any_node(paper), any_node()});
    }

    /// Whether a statement was ever withdrawn, by whomever.
    [[nodiscard]] bool has_any(node<statement> said) const {
        auto const& g = record_.graph();
        return !in<retracts>(g, said).empty() || !in<supersedes>(g, said).empty() || !in<corrects>(g, said).empty() ||
               !in<disowns>(g, said).empty();
    }
    [[nodiscard]] bool has_any(node<publication> paper) const { return !in<retracts>(record_.graph(), paper).empty(); }

    /// Calls f(voice) for each voice in which one statement, or publication, may withdraw another for somebody: that
    /// one itself, and those for whom it spoke when making the earlier one.
    template <class F>
    void for_each_entitled(node<statement> later, node<statement> earlier, any_node whom, F f) const {
        auto const& by = voices_.of(later);
        if (by.has(whom)) f(whom);
        if (by.empty() || voices_.speaks_only_for_itself(whom, earlier)) return;
        for (auto const& bound : voices_.bound_by(whom, record_.time_of(earlier)))
            if (bound.first != whom && by.has(bound.first)) f(bound.first);
    }

    /// Whether a withdrawal is by somebody who may do so for one of those whose voice the earlier statement is.
    [[nodiscard]] bool is_entitled(any_relation recorded) const {
        auto const& g = record_.graph();
        auto const later = g.template as<statement>(g.source(recorded));
        auto const earlier = g.template as<statement>(g.target(recorded));
        if (!later || !earlier) {
            auto const erratum = g.template as<publication>(g.source(recorded));
            auto const paper = g.template as<publication>(g.target(recorded));
            return erratum && paper && have_one_publisher(*erratum, *paper);
        }
        bool found = false;
        for (auto const& voice : voices_.of(*earlier))
            for_each_entitled(*later, *earlier, voice.first, [&](any_node) { found = true; });
        return found;
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    using pair = std::pair<any_node, any_node>;
    struct pair_hash {
        std::size_t operator()(pair const& p) const noexcept {
            auto seed = std::hash<any_node>{}(p.first);
            boost::hash_combine(seed, std::hash<any_node>{}(p.second));
            return seed;
        }
    };
    using outward = std::pair<std::size_t, withdrawal_kind>; ///< what a node withdraws, and how

    struct node_of_search {
        pair what{};
        std::vector<withdrawal> withdrawn_by{};
        std::vector<outward> withdraws{};
        std::size_t open = 0; ///< withdrawals of it that are not decided yet
        bool is_settled = false;
        certainty is_retracted = certainty::no;
        std::size_t order = none; ///< when it was found in the search for circles
        std::size_t lowest = 0;   ///< the first node of its circle, as far as is known
        bool is_on_path = false;
    };

    [[nodiscard]] std::vector<withdrawal> const& settled(pair const& what) const {
        auto const begin = nodes_.size();
        auto const asked = place_of(what);
        if (!nodes_[asked].is_settled) {
            for (auto i = begin; i < nodes_.size(); ++i) expand(i);
            settle_in_turn(begin);
            for (auto i = begin; i < nodes_.size(); ++i)
                if (!nodes_[i].is_settled && nodes_[i].order == none) settle_circles(i);
        }
        return nodes_[asked].withdrawn_by;
    }

    [[nodiscard]] std::size_t place_of(pair const& what) const {
        auto const [at, is_new] = places_.try_emplace(what, nodes_.size());
        if (is_new) {
            nodes_.emplace_back();
            nodes_.back().what = what;
        }
        return at->second;
    }

    /// Finds what withdraws a node; what is new among that is expanded later.
    void expand(std::size_t place) const {
        auto const& g = record_.graph();
        auto const [thing, voice] = nodes_[place].what;
        if (auto const said = g.template as<statement>(thing)) {
            add_withdrawals<retracts>(place, *said, voice, withdrawal_kind::retracts);
            add_withdrawals<supersedes>(place, *said, voice, withdrawal_kind::supersedes);
            add_withdrawals<corrects>(place, *said, voice, withdrawal_kind::corrects);
            if (!voices_.is_maker(voice, *said))
                add_withdrawals<disowns>(place, *said, voice, withdrawal_kind::disowns);
        } else if (auto const paper = g.template as<publication>(thing)) {
            for (auto const r : in<retracts>(g, *paper)) {
                auto const erratum = g.template as<publication>(g.source(any_relation(r)));
                if (erratum && is_erratum(*erratum, *paper, r))
                    add(place, {any_node(*erratum), any_node()}, withdrawal_kind::retracts, any_relation(r));
            }
        }
    }

    template <class R>
    void add_withdrawals(std::size_t place, node<statement> said, any_node voice, withdrawal_kind kind) const {
        auto const& g = record_.graph();
        for (auto const r : in<R>(g, said)) {
            auto const later = g.template as<statement>(g.source(any_relation(r)));
            if (!later || !record_.is_heard(r) || record_.is_silenced(*later)) continue;
            for_each_entitled(*later, said, voice, [&](any_node entitled) {
                add(place, {any_node(*later), entitled}, kind, any_relation(r));
            });
        }
    }

    void add(std::size_t place, pair const& by, withdrawal_kind kind, any_relation recorded) const {
        auto const from = place_of(by);
        nodes_[place].withdrawn_by.push_back({kind, recorded, certainty::maybe, from});
        if (nodes_[from].is_settled) return;
        nodes_[from].withdraws.emplace_back(place, kind);
        ++nodes_[place].open;
    }

    [[nodiscard]] bool is_erratum(node<publication> later, node<publication> earlier, relation<retracts> r) const {
        auto const& g = record_.graph();
        auto const& known_by = record_.asked().known_by;
        bool const appeared = !known_by || !known_record<S>::is_after(g[later].published, *known_by);
        return appeared && have_one_publisher(later, earlier) && record_.is_heard(r) && !record_.is_left_out(later);
    }

    [[nodiscard]] bool have_one_publisher(node<publication> a, node<publication> b) const {
        auto const& publisher = record_.graph()[a].publisher;
        return !publisher.empty() && publisher == record_.graph()[b].publisher;
    }

    /// Decides what nothing undecided withdraws, and what is surely retracted whatever else is undecided.
    void settle_in_turn(std::size_t begin) const {
        std::vector<std::size_t> decided;
        auto const settle = [&](std::size_t place) {
            nodes_[place].is_settled = true;
            decided.push_back(place);
        };
        for (auto i = begin; i < nodes_.size(); ++i)
            if (weigh(i); nodes_[i].open == 0 || nodes_[i].is_retracted == certainty::yes) settle(i);
        for (std::size_t i = 0; i < decided.size(); ++i)
            for (auto const& [withdrawn, kind] : std::exchange(nodes_[decided[i]].withdraws, {})) {
                auto& at = nodes_[withdrawn];
                --at.open;
                if (at.is_settled) continue;
                if (nodes_[decided[i]].is_retracted == certainty::no && kind == withdrawal_kind::retracts)
                    at.is_retracted = certainty::yes;
                if (at.open == 0) weigh(withdrawn);
                if (at.open == 0 || at.is_retracted == certainty::yes) settle(withdrawn);
            }
        for (auto const place : decided) weigh(place);
    }

    /// What the settled ones among the withdrawals of a node amount to.
    void weigh(std::size_t place) const {
        auto& at = nodes_[place];
        for (auto& w : at.withdrawn_by) {
            if (!nodes_[w.by].is_settled) continue;
            w.is_effective = opposite(nodes_[w.by].is_retracted);
            if (w.kind == withdrawal_kind::retracts) at.is_retracted = either(at.is_retracted, w.is_effective);
        }
    }

    /// Decides what is left: circles, in which every withdrawal may hold or not, and what hangs on them. Tarjan's
    /// search, with a stack of its own; a circle is found after all that withdraws one of it.
    void settle_circles(std::size_t root) const {
        std::vector<std::pair<std::size_t, std::size_t>> stack; // a node, and how many of its withdrawals are followed
        std::vector<std::size_t> path;
        auto const enter = [&](std::size_t place) {
            nodes_[place].order = nodes_[place].lowest = found_++;
            nodes_[place].is_on_path = true;
            path.push_back(place);
            stack.emplace_back(place, 0);
        };
        enter(root);
        while (!stack.empty()) {
            auto const place = stack.back().first;
            auto& at = nodes_[place];
            if (stack.back().second < at.withdrawn_by.size()) {
                auto const by = at.withdrawn_by[stack.back().second++].by;
                if (nodes_[by].is_settled) continue;
                if (nodes_[by].order == none)
                    enter(by);
                else if (nodes_[by].is_on_path)
                    at.lowest = std::min(at.lowest, nodes_[by].order);
                continue;
            }
            stack.pop_back();
            if (!stack.empty()) {
                auto& before = nodes_[stack.back().first];
                before.lowest = std::min(before.lowest, at.lowest);
            }
            if (at.lowest == at.order) settle_circle(path, place);
        }
    }

    void settle_circle(std::vector<std::size_t>& path, std::size_t first) const {
        auto const begin = std::find(path.rbegin(), path.rend(), first).base() - 1;
        for (auto at = begin; at != path.end(); ++at) {
            for (auto const& w : nodes_[*at].withdrawn_by) // the undecided ones are of the circle itself
                if (!nodes_[w.by].is_settled && w.kind == withdrawal_kind::retracts)
                    nodes_[*at].is_retracted = either(nodes_[*at].is_retracted, certainty::maybe);
            weigh(*at);
        }
        for (auto at = begin; at != path.end(); ++at) {
            nodes_[*at].is_settled = true;
            nodes_[*at].is_on_path = false;
        }
        path.erase(begin, path.end());
    }

    known_record<S> const& record_;
    voices<S> const& voices_;
    mutable std::vector<node_of_search> nodes_;
    mutable std::unordered_map<pair, std::size_t, pair_hash> places_;
    mutable std::size_t found_ = 0;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Robustness: on which single source, statement or speaker a conclusion hangs, and the fewest that carry all of it.
#pragma once

#include <geostance/query/position.hpp>
#include <geostance/query/statements.hpp>

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>
#include <vector>

namespace geostance {

/// A publication, statement or speaker without which a conclusion would be another.
struct carrier {
    any_node what{};                 ///< the publication, statement or speaker
    geostance::position without{};   ///< the position without it
    bool carries_everything = false; ///< true if nothing at all would be left (a dominator of the evidence)
};

/// How well founded a position is.
struct foundation {
    geostance::position position{};    ///< the position
    std::vector<carrier> carriers{};   ///< each alone would change the attitude, in order of insertion
    std::vector<any_node> least_cut{}; ///< the fewest whose loss leaves no evidence; empty if no loss can do that
    bool least_cut_is_exact = true; ///< false if the search for fewer was given up; the set is then one that suffices
};

/// Limits of the search for the least cut.
struct foundation_options {
    std::size_t most_steps = 100'000; ///< after so many the best set so far is returned; at least 1
};

namespace detail {

/// The publications, statements and speakers that a relation depends on: the loss of any of them is its loss.
template <class S>
std::vector<any_node> dependencies(typed_graph<S> const& g, any_relation r) {
    std::vector<any_node> result;
    provenance const& p = g.annotation(r);
    if (!p.claimed_in.is_null()) {
        result.push_back(any_node(p.claimed_in));
        for (auto const speaker : speakers_of(g, p.claimed_in)) insert_unique(result, speaker);
    }
    if (!p.publication.is_null()) result.push_back(any_node(p.publication));
    std::sort(result.begin(), result.end());
    return result;
}

/// The smallest set that meets every one of some sets: depth-first, each time over the members of a set not yet met,
/// cut off by the number of disjoint sets left.
class least_hitting_set {
public:
    least_hitting_set(std::vector<std::vector<any_node>> sets, std::size_t most_steps)
        : sets_(std::move(sets)), steps_left_(most_steps) {}

    std::pair<std::vector<any_node>, bool> find() {
        std::sort(sets_.begin(), sets_.end(),
                  [](auto const& a, auto const& b) { return a.size() != b.size() ? a.size() < b.size() : a < b; });
        best_ = greedy();
        search();
        return {best_, steps_left_ > 0};
    }

private:
    [[nodiscard]] bool is_hit(std::vector<any_node> const& set, std::vector<any_node> const& by) const {
        return std::any_of(set.begin(), set.end(), [&](any_node n) { return contains(by, n); });
    }
    [[nodiscard]] std::vector<any_node> greedy() const {
        std::vector<any_node> result;
        for (auto const& set : sets_)
            if (!is_hit(set, result)) result.push_back(set.front());
        return result;
    }
    [[nodiscard]] std::size_t disjoint_sets_left() const {
        std::vector<any_node> taken = chosen_;
        std::size_t count = 0;
        for (auto const& set : sets_) {
            if (is_hit(set, taken)) continue;
            ++count;
            taken.insert(taken.end(), set.begin(), set.end());
        }
        return count;
    }
    void search() {
        if (steps_left_ == 0) return;
        --steps_left_;
        auto const open = std::find_if(sets_.begin(), sets_.end(), [&](auto const& s) { return !is_hit(s, chosen_); });
        if (open == sets_.end()) {
            if (chosen_.size() < best_.size()) best_ = chosen_;
            return;
        }
        if (chosen_.size() + disjoint_sets_left() >= best_.size()) return;
        for (auto const choice : *open) {
            chosen_.push_back(choice);
            search();
            chosen_.pop_back();
        }
    }

    std::vector<std::vector<any_node>> sets_;
    std::size_t steps_left_;
    std::vector<any_node> chosen_;
    std::vector<any_node> best_;
};

} // namespace detail

/// On what a position hangs: which single publication, statement or speaker would change the attitude if it were left
/// out, and the fewest that together carry all of the evidence.
///
/// @param g the record
/// @param who the holder
/// @param target what the position is about
/// @param asked the reading
/// @param options limits of the search
/// @return the position, its carriers, and the least cut
/// @throws invalid_handle, invalid_value
/// @par Complexity d positions for d things that the evidence depends on; the least cut takes at most
///      `options.most_steps` steps of O(evidence)
template <stance_schema S>
[[nodiscard]] foundation foundation_of(typed_graph<S> const& g, node_handle auto who, node_handle auto target,
                                       lens const& asked = {}, foundation_options const& options = {}) {
    if (options.most_steps == 0) throw invalid_value("foundation_options.most_steps", "0", "at least 1");
    foundation result{position_of(g, who, target, asked), {}, {}, true};
    std::vector<std::vector<any_node>> chains;
    std::vector<any_node> all;
    bool can_be_cut = !result.position.rests_on.empty();
    for (auto const& e : result.position.rests_on) {
        auto chain = detail::dependencies(g, e.relation);
        if (!e.via.is_null())
            for (auto const also : detail::dependencies(g, e.via)) detail::insert_unique(chain, also);
        std::sort(chain.begin(), chain.end());
        can_be_cut = can_be_cut && !chain.empty();
        all.insert(all.end(), chain.begin(), chain.end());
        chains.push_back(std::move(chain));
    }
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    for (auto const one : all) {
        lens without = asked;
        without.without.push_back(one);
        auto left = position_of(g, who, target, without);
        if (left.attitude == result.position.attitude) continue;
        bool const nothing_left = left.attitude == attitude::none;
        result.carriers.push_back({one, std::move(left), nothing_left});
    }
    if (can_be_cut)
        std::tie(result.least_cut, result.least_cut_is_exact) =
            detail::least_hitting_set(std::move(chains), options.most_steps).find();
    std::sort(result.least_cut.begin(), result.least_cut.end());
    return result;
}

} // namespace geostance

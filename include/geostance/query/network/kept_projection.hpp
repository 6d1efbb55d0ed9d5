// SPDX-License-Identifier: BSL-1.0
/// @file
/// A projection that is kept up to date while its record grows and is mended.
#pragma once

#include <geostance/query/network/detail/reach.hpp>
#include <geostance/query/network/project.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace geostance {

/// A tie whose weight changed.
struct tie_change {
    any_node first{};  ///< one holder
    any_node second{}; ///< the other, inserted later
    double before = 0; ///< its weight before; 0 = no tie
    double after = 0;  ///< its weight now; 0 = no tie
};

/// What `project` gives, kept up to date: after `update`, `current` equals a projection from nothing.
///
/// What was added to the record since the last update is found. What was changed in place, by `set`, `annotate` or
/// `end`, is reported by `changed`, at any time before the update. After a roll-back, and after relations of a
/// supposition were taken away or replaced (`take_away`, `without`, `relate`), call `restart`. An update asks again
/// only for positions on what the changes can reach: an office, for example, reaches what its holder and those
/// below say and do.
///
/// The record must outlive this and stay in its place.
template <stance_schema S>
class kept_projection {
public:
    /// Makes the projection of a record.
    /// @param g the record
    /// @param asked the reading
    /// @param options whose ties there are
    /// @throws invalid_value for a field of the lens
    /// @par Complexity
    /// that of `project`
    explicit kept_projection(typed_graph<S> const& g, lens asked = {}, project_options const& options = {})
        : graph_(&g), lens_(std::move(asked)), options_(options) {
        std::vector<any_node> all;
        for (std::size_t i = 0; i < g.num_nodes(); ++i) all.push_back(g.node_at(i));
        remember_citations();
        take_in(all);
    }

    /// The projection, as of the last update.
    [[nodiscard]] projection const& current() const noexcept { return current_; }

    /// Reports that a relation was changed in place: its payload, its provenance or its end.
    /// @param r a relation of the record
    /// @throws invalid_handle if it is of another graph
    void changed(relation_handle auto r) { changed_relations_.push_back(any_relation(graph_->require(r))); }
    /// Reports that a node was given another payload.
    /// @param n a node of the record
    /// @throws invalid_handle if it is of another graph
    void changed(node_handle auto n) { changed_nodes_.push_back(any_node(graph_->require(n))); }

    /// Takes in what was added and what was reported since the last update.
    /// @return the ties whose weights changed, by their holders in order of insertion
    /// @throws error if the record was rolled back behind the last update, or relations were taken away
    /// @par Complexity
    /// that of `holders_of_positions` for each target that the changes reach, and O(V + E) for the numbers of holders,
    /// ties and graph; other evidence is neither read nor copied
    /// @par Guarantee
    /// If it throws, the projection is what it was, and the next update takes in the same changes.
    std::vector<tie_change> update() {
        if (!continues())
            throw error("kept_projection: the record lost relations that the last update had taken in: restart()");
        return take_in(reached());
    }

    /// Makes the projection from nothing, whatever changed.
    /// @par Complexity
    /// that of `project`
    void restart() { *this = kept_projection(*graph_, lens_, options_); }

private:
    using pair = std::pair<any_node, any_node>;
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();

    /// What is kept of the positions on one target.
    struct target_state {
        std::vector<any_node> holders{}; ///< those with ties to it
        std::size_t on_others = 0;
        std::size_t on_self = 0;
    };
    /// The evidence for a tie, where it was asked for again: of the first end's position, and of the second's.
    struct asked_again {
        std::optional<std::vector<evidence>> forth{};
        std::optional<std::vector<evidence>> back{};
    };
    /// A tie, and how much of its evidence is of the first end's position.
    struct kept_tie {
        projected_tie tie{};
        std::size_t forth = 0;
    };
    /// A tie of the next projection: an earlier one, or one that was made anew.
    struct next_tie {
        pair ends{};
        std::size_t earlier = none; ///< its place among the ties so far, if it stays
        kept_tie made{};
    };
    struct plan {
        std::vector<std::pair<any_node, target_state>> targets{};
        std::map<pair, asked_again> again{};
        std::vector<next_tie> ties{};
        std::vector<tie_change> changes{};
    };

    /// Whether the record still has all that was taken in: then the last of it has the place that it had.
    [[nodiscard]] bool continues() const {
        return known_ <= graph_->num_relations() && targets_.size() <= graph_->num_nodes() &&
               (known_ == 0 || graph_->relation_at(known_ - 1) == last_);
    }

    [[nodiscard]] std::vector<any_node> reached() {
        auto const& g = *graph_;
        remember_citations();
        detail::reach<S> found(g, cited_);
        for (auto i = known_; i < g.num_relations(); ++i) found.add(g.relation_at(i));
        for (auto const r : changed_relations_) found.add_changed(r);
        for (auto const n : changed_nodes_) found.add_changed(n);
        return found.targets();
    }
    void remember_citations() {
        for (; cited_until_ < graph_->num_relations(); ++cited_until_)
            cited_.add(*graph_, graph_->relation_at(cited_until_));
        for (auto const r : changed_relations_) cited_.add(*graph_, r);
    }

    std::vector<tie_change> take_in(std::vector<any_node> const& targets) {
        plan next;
        ask_again(targets, next);
        merge(next);
        commit(next);
        return std::move(next.changes);
    }

    void ask_again(std::vector<any_node> const& targets, plan& next) const {
        const detail::reading<S> record(*graph_, lens_);
        for (auto const target : targets) {
            if (target.index() < targets_.size())
                for (auto const who : targets_[target.index()].holders) evidence_of(next, who, target).emplace();
            target_state state;
            std::vector<held_position> held;
            for (auto& h : detail::holders_at(record, target)) held.push_back({h.who, target, std::move(h.position)});
            detail::leave_ties(*graph_, held, options_, state.on_others, state.on_self);
            for (auto& h : held) {
                state.holders.push_back(h.who);
                evidence_of(next, h.who, target) = std::move(h.position.rests_on);
            }
            next.targets.emplace_back(target, std::move(state));
        }
    }
    static std::optional<std::vector<evidence>>& evidence_of(plan& next, any_node who, any_node target) {
        auto& both = next.again[std::minmax({who, target})];
        return who < target ? both.forth : both.back;
    }

    [[nodiscard]] pair ends_of(projected_tie const& t) const {
        return {current_.holders[t.from], current_.holders[t.to]};
    }

    /// Lists the ties to come: those so far, and in their places those asked for again.
    void merge(plan& next) const {
        std::size_t earlier = 0;
        auto const& ties = current_.ties;
        auto const keep_before = [&](pair const* ends) {
            for (; earlier < ties.size() && (ends == nullptr || ends_of(ties[earlier]) < *ends); ++earlier)
                next.ties.push_back({ends_of(ties[earlier]), earlier, {}});
        };
        for (auto& [ends, again] : next.again) {
            keep_before(&ends);
            bool const is_known = earlier < ties.size() && ends_of(ties[earlier]) == ends;
            auto made = made_again(again, is_known ? earlier : none);
            note_change(next, ends, is_known ? detail::graph_weight(ties[earlier]) : 0, made.tie);
            if (!made.tie.rests_on.empty()) next.ties.push_back({ends, none, std::move(made)});
            earlier += is_known ? 1U : 0U;
        }
        keep_before(nullptr);
    }

    /// The tie with new evidence where there is some, and that of an earlier tie elsewhere.
    [[nodiscard]] kept_tie made_again(asked_again& again, std::size_t earlier) const {
        kept_tie result;
        auto const add = [&](std::optional<std::vector<evidence>> const& fresh, bool is_forth) {
            if (fresh) return detail::add_evidence(result.tie, *fresh);
            if (earlier == none) return;
            auto const& all = current_.ties[earlier].rests_on;
            auto const middle = all.begin() + static_cast<std::ptrdiff_t>(forth_[earlier]);
            detail::add_evidence(result.tie,
                                 is_forth ? std::vector(all.begin(), middle) : std::vector(middle, all.end()));
        };
        add(again.forth, true);
        result.forth = result.tie.rests_on.size();
        add(again.back, false);
        return result;
    }
    static void note_change(plan& next, pair const& ends, double before, projected_tie const& now) {
        auto const after = now.rests_on.empty() ? 0 : detail::graph_weight(now);
        if (before != after) next.changes.push_back({ends.first, ends.second, before, after});
    }

    /// Numbers holders and ties and puts all in place. What needs memory comes first, so that nothing is half done.
    void commit(plan& next) {
        std::vector<any_node> holders;
        auto const numbers = numbered(next, holders);
        std::vector<signed_tie> triples;
        for (auto& t : next.ties) {
            auto const& tie = t.earlier == none ? t.made.tie : current_.ties[t.earlier];
            triples.push_back(
                {numbers[t.ends.first.index()], numbers[t.ends.second.index()], detail::graph_weight(tie)});
        }
        signed_graph graph(holders.size(), triples);
        std::vector<projected_tie> ties(next.ties.size());
        std::vector<std::size_t> forth(next.ties.size());
        targets_.resize(graph_->num_nodes());
        for (std::size_t i = 0; i < ties.size(); ++i) {
            auto& t = next.ties[i];
            ties[i] = std::move(t.earlier == none ? t.made.tie : current_.ties[t.earlier]);
            ties[i].from = triples[i].from;
            ties[i].to = triples[i].to;
            forth[i] = t.earlier == none ? t.made.forth : forth_[t.earlier];
        }
        for (auto& [target, state] : next.targets) {
            auto& known = targets_[target.index()];
            current_.positions_on_others += state.on_others - known.on_others;
            current_.positions_on_self += state.on_self - known.on_self;
            known = std::move(state);
        }
        current_.graph = std::move(graph);
        current_.holders = std::move(holders);
        current_.ties = std::move(ties);
        forth_ = std::move(forth);
        known_ = graph_->num_relations();
        last_ = known_ == 0 ? any_relation() : graph_->relation_at(known_ - 1);
        changed_relations_.clear();
        changed_nodes_.clear();
    }

    /// The holders of the ties to come, and the number of each by its index.
    [[nodiscard]] std::vector<std::uint32_t> numbered(plan const& next, std::vector<any_node>& holders) const {
        std::vector<std::uint32_t> numbers(graph_->num_nodes());
        for (auto const& t : next.ties) numbers[t.ends.first.index()] = numbers[t.ends.second.index()] = 1;
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            if (numbers[i] == 0) continue;
            numbers[i] = static_cast<std::uint32_t>(holders.size());
            holders.push_back(graph_->node_at(i));
        }
        return numbers;
    }

    typed_graph<S> const* graph_;
    lens lens_;
    project_options options_;
    projection current_{};
    std::vector<std::size_t> forth_{};    ///< for each tie, how much of its evidence is of its first end's position
    std::vector<target_state> targets_{}; ///< by node
    detail::citations<S> cited_{};
    std::size_t cited_until_ = 0; ///< how many relations were looked at for citations
    std::size_t known_ = 0;       ///< how many relations were taken in
    any_relation last_{};         ///< the last of them
    std::vector<any_relation> changed_relations_{};
    std::vector<any_node> changed_nodes_{};
};

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// A projection that is kept up to date while its record grows and is mended.
#pragma once

#include <geostance/detail/find_if.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/network/detail/ask_again.hpp>
#include <geostance/query/network/detail/list_patch.hpp>
#include <geostance/query/network/detail/reach.hpp>
#include <geostance/query/network/project.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <tuple>
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
/// only for positions that the changes can reach: what somebody says or does bears on itself and on those whom offices
/// join to it; an office, for example, reaches what its holder and those below say and do.
///
/// The record must outlive this and stay in its place.
/// @par Complexity
/// O(1) for a function that says nothing else
template <stance_schema S>
class kept_projection {
public:
    /// Makes the projection of a record.
    /// @param g the record
    /// @param asked the reading
    /// @param options whose ties there are
    /// @throws invalid_handle for a handle of the lens that is null or of another graph
    /// @throws invalid_value for a field of the lens
    /// @par Complexity
    /// that of `project`
    explicit kept_projection(typed_graph<S> const& g, lens asked = {}, project_options const& options = {})
        : graph_(&g), lens_(std::move(asked)), options_(options) {
        remember_citations();
        detail::asks_again<S> asks(g, lens_, options_, listed_);
        for (std::size_t i = 0; i < g.num_nodes(); ++i) asks.on(g.node_at(i));
        take_in(asks.take());
    }

    /// @return the projection, as of the last update
    [[nodiscard]] projection const& current() const noexcept { return current_; }

    /// Reports that a relation was changed in place: its payload, its provenance or its end.
    /// @param r a relation of the record
    /// @throws invalid_handle if it is of another graph
    /// @par Guarantee
    /// If it throws, nothing is reported.
    void changed(relation_handle auto r) { changed_relations_.push_back(any_relation(graph_->require(r))); }
    /// Reports that a node was given another payload.
    /// @param n a node of the record
    /// @throws invalid_handle if it is of another graph
    /// @par Guarantee
    /// If it throws, nothing is reported.
    void changed(node_handle auto n) { changed_nodes_.push_back(any_node(graph_->require(n))); }

    /// Takes in what was added and what was reported since the last update.
    /// @return the ties whose weights changed, by their holders in order of insertion
    /// @throws invalid_state if the record was rolled back behind the last update, or relations were taken away
    /// @par Complexity
    /// that of `position_of` for each position that the changes reach, and of `holders_of_positions` for each target
    /// that a new `would` reaches; then O(ties) for the compact form, and as many moves if ties come or go; other
    /// evidence is neither read nor copied
    /// @par Guarantee
    /// If it throws, the projection is what it was, and the next update takes in the same changes.
    std::vector<tie_change> update() {
        if (!continues())
            throw invalid_state(
                "kept_projection: the record lost relations that the last update had taken in: restart()");
        remember_citations();
        detail::reach<S> found(*graph_, cited_);
        for (auto i = known_; i < graph_->num_relations(); ++i) found.add(graph_->relation_at(i));
        for (auto const r : changed_relations_) found.add_changed(r);
        for (auto const n : changed_nodes_) found.add_changed(n);
        detail::asks_again<S> asks(*graph_, lens_, options_, listed_);
        asks.on(found);
        return take_in(asks.take());
    }

    /// Makes the projection from nothing, whatever changed.
    /// @throws invalid_handle if the record was rolled back behind a node of the lens
    /// @par Complexity
    /// that of `project`
    /// @par Guarantee
    /// If it throws, the projection is what it was.
    void restart() { *this = kept_projection(*graph_, lens_, options_); }

private:
    using asked_again = detail::asked_again;

    /// A tie that was made anew.
    struct made_tie {
        std::size_t place = 0; ///< in the list as it is
        any_node first{};
        any_node second{};
        projected_tie tie{};
        std::size_t forth = 0; ///< how much of its evidence is of the first end's position
        double weight = 0;
    };
    /// Positions that come and go, and the ties in the order of the list.
    struct plan {
        std::vector<std::pair<any_node, std::vector<any_node>>> listed{}; ///< by target
        std::size_t on_others = 0;
        std::size_t on_self = 0;
        std::vector<made_tie> again{};
        std::vector<made_tie> fresh{};
        detail::list_patch patch{};
        std::vector<std::pair<any_node, int>> degrees{}; ///< how many ties a holder gains or loses
        std::vector<tie_change> changes{};
    };

    /// Whether the record still has all that was taken in: then the last of it has the place that it had.
    [[nodiscard]] bool continues() const {
        return known_ <= graph_->num_relations() && listed_.size() <= graph_->num_nodes() &&
               (known_ == 0 || graph_->relation_at(known_ - 1) == last_);
    }

    void remember_citations() {
        for (; cited_until_ < graph_->num_relations(); ++cited_until_)
            cited_.add(*graph_, graph_->relation_at(cited_until_));
        for (auto const r : changed_relations_) cited_.add(*graph_, r);
    }

    std::vector<tie_change> take_in(std::vector<asked_again> asked) {
        plan next{.on_others = current_.positions_on_others, .on_self = current_.positions_on_self};
        list_anew(asked, next);
        detail::erase_if(asked, [&](asked_again const& a) { return !detail::makes_tie(*graph_, a.who, a.target); });
        auto const order = [](asked_again const& a) {
            return std::tuple(std::min(a.who, a.target), std::max(a.who, a.target), a.who);
        };
        detail::sort(asked, [&](auto const& a, auto const& b) { return order(a) < order(b); });
        for (auto at = asked.begin(); at != asked.end();) {
            auto const next_one = std::next(at);
            bool const is_of_both =
                next_one != asked.end() && next_one->who == at->target && next_one->target == at->who;
            make_again(*at, is_of_both ? &*next_one : nullptr, next);
            at = is_of_both ? std::next(next_one) : next_one;
        }
        commit(next);
        return std::move(next.changes);
    }

    /// Says who has positions on the targets concerned.
    void list_anew(std::vector<asked_again> const& questions, plan& next) const {
        for (auto const& a : questions) {
            if (next.listed.empty() || next.listed.back().first != a.target) {
                next.listed.emplace_back(a.target, std::vector<any_node>());
                if (a.target.index() < listed_.size()) next.listed.back().second = listed_[a.target.index()];
            }
            auto& all = next.listed.back().second;
            auto const at = std::lower_bound(all.begin(), all.end(), a.who);
            bool const was_listed = at != all.end() && *at == a.who;
            if (was_listed == a.is_listed) continue;
            if (a.is_listed)
                all.insert(at, a.who);
            else
                all.erase(at);
            if (detail::makes_tie(*graph_, a.who, a.target)) continue;
            bool const is_on_self = a.who == a.target && detail::is_holder(*graph_, a.who);
            auto& number = is_on_self ? next.on_self : next.on_others;
            a.is_listed ? ++number : --number;
        }
    }

    /// Makes a tie of one or both positions that were asked for again; the other one is as it was.
    void make_again(asked_again const& one, asked_again const* other, plan& next) const {
        made_tie made{.first = std::min(one.who, one.target), .second = std::max(one.who, one.target)};
        made.place = place_of(made.first, made.second);
        bool const is_known = is_at(made.place, made.first, made.second);
        auto const add = [&](any_node from) {
            auto const* asked = one.who == from ? &one : other;
            if (asked != nullptr) return detail::add_evidence(made.tie, asked->found);
            if (is_known) add_earlier(made.tie, made.place, from == made.first);
        };
        add(made.first);
        made.forth = made.tie.rests_on.size();
        add(made.second);
        bool const is_there = !made.tie.rests_on.empty();
        if (is_there) made.weight = detail::graph_weight(made.tie);
        double const before = is_known ? triples_[made.place].weight : 0;
        if (before != made.weight) next.changes.push_back({made.first, made.second, before, made.weight});
        if (is_there != is_known) note_coming_or_going(made, is_there, next);
        if (is_there) (is_known ? next.again : next.fresh).push_back(std::move(made));
    }
    void add_earlier(projected_tie& made, std::size_t place, bool is_forth) const {
        auto const& all = current_.ties[place].rests_on;
        auto const middle = all.begin() + static_cast<std::ptrdiff_t>(forth_[place]);
        detail::add_evidence(made, is_forth ? std::vector(all.begin(), middle) : std::vector(middle, all.end()));
    }
    static void note_coming_or_going(made_tie const& made, bool comes, plan& next) {
        auto& [gone, fresh] = next.patch;
        if (comes)
            fresh.push_back(made.place - gone.size() + fresh.size());
        else
            gone.push_back(made.place);
        for (auto const end : {made.first, made.second}) next.degrees.emplace_back(end, comes ? 1 : -1);
    }
    [[nodiscard]] auto ends_of(signed_tie const& t) const {
        return std::pair(current_.holders[t.from], current_.holders[t.to]);
    }
    /// Where a tie is in the list, or would be.
    [[nodiscard]] std::size_t place_of(any_node first, any_node second) const {
        auto const at = std::lower_bound(triples_.begin(), triples_.end(), std::pair(first, second),
                                         [&](signed_tie const& t, auto const& ends) { return ends_of(t) < ends; });
        return static_cast<std::size_t>(at - triples_.begin());
    }
    [[nodiscard]] bool is_at(std::size_t place, any_node first, any_node second) const {
        return place < triples_.size() && ends_of(triples_[place]) == std::pair(first, second);
    }

    /// Puts all in place. What needs memory comes first, so that nothing is half done.
    void commit(plan& next) {
        auto degrees = degrees_;
        degrees.resize(graph_->num_nodes());
        bool const has_others = count_ties(next, degrees);
        auto holders = has_others ? holders_among(degrees) : current_.holders;
        auto numbers = has_others ? numbers_of(holders) : numbers_;
        auto triples = compact(next, numbers, has_others);
        signed_graph graph(holders.size(), triples);
        next.patch.make_room_in(current_.ties);
        next.patch.make_room_in(forth_);
        listed_.reserve(graph_->num_nodes());

        put_ties(next);
        auto const number = [&](std::size_t place) {
            current_.ties[place].from = triples[place].from;
            current_.ties[place].to = triples[place].to;
        };
        for (std::size_t i = 0; has_others && i < triples.size(); ++i) number(i);
        for (auto const place : next.patch.inserted) number(place);
        listed_.resize(graph_->num_nodes());
        for (auto& [target, all] : next.listed) listed_[target.index()] = std::move(all);
        current_.positions_on_others = next.on_others;
        current_.positions_on_self = next.on_self;
        current_.graph = std::move(graph);
        current_.holders = std::move(holders);
        degrees_ = std::move(degrees);
        numbers_ = std::move(numbers);
        triples_ = std::move(triples);
        known_ = graph_->num_relations();
        last_ = known_ == 0 ? any_relation() : graph_->relation_at(known_ - 1);
        changed_relations_.clear();
        changed_nodes_.clear();
    }

    void put_ties(plan& next) noexcept {
        for (auto& made : next.again) {
            made.tie.from = current_.ties[made.place].from;
            made.tie.to = current_.ties[made.place].to;
            current_.ties[made.place] = std::move(made.tie);
            forth_[made.place] = made.forth;
        }
        next.patch.apply(current_.ties, [&](std::size_t i) { return std::move(next.fresh[i].tie); });
        next.patch.apply(forth_, [&](std::size_t i) { return next.fresh[i].forth; });
    }

    /// Counts each holder's ties.
    /// @return whether any holder has its first tie now, or none any more
    static bool count_ties(plan const& next, std::vector<std::uint32_t>& degrees) {
        auto const has_ties = [&] {
            std::vector<bool> result;
            for (auto const& [who, by] : next.degrees) result.push_back(degrees[who.index()] > 0);
            return result;
        };
        auto const before = has_ties();
        for (auto const& [who, by] : next.degrees) degrees[who.index()] += static_cast<std::uint32_t>(by);
        return has_ties() != before;
    }
    [[nodiscard]] std::vector<any_node> holders_among(std::vector<std::uint32_t> const& degrees) const {
        std::vector<any_node> result;
        for (std::size_t i = 0; i < degrees.size(); ++i)
            if (degrees[i] > 0) result.push_back(graph_->node_at(i));
        return result;
    }
    [[nodiscard]] std::vector<std::uint32_t> numbers_of(std::vector<any_node> const& holders) const {
        std::vector<std::uint32_t> result(graph_->num_nodes());
        for (std::size_t i = 0; i < holders.size(); ++i) result[holders[i].index()] = static_cast<std::uint32_t>(i);
        return result;
    }

    /// The ties to come, by the numbers of their holders.
    [[nodiscard]] std::vector<signed_tie> compact(plan const& next, std::vector<std::uint32_t> const& numbers,
                                                  bool has_others) const {
        auto result = triples_;
        for (auto const& made : next.again) result[made.place].weight = made.weight;
        if (has_others)
            for (auto& t : result)
                t = {numbers[current_.holders[t.from].index()], numbers[current_.holders[t.to].index()], t.weight};
        next.patch.apply(result, [&](std::size_t i) {
            auto const& made = next.fresh[i];
            return signed_tie{numbers[made.first.index()], numbers[made.second.index()], made.weight};
        });
        return result;
    }

    typed_graph<S> const* graph_;
    lens lens_;
    project_options options_;
    projection current_{};
    std::vector<signed_tie> triples_{};           ///< the ties in the compact form
    std::vector<std::size_t> forth_{};            ///< for each tie, how much evidence is of its first end's position
    std::vector<std::vector<any_node>> listed_{}; ///< by node, who has a position on it that counts
    std::vector<std::uint32_t> degrees_{};        ///< by node, how many ties it has
    std::vector<std::uint32_t> numbers_{};        ///< by node, its number among the holders, if it is one
    detail::citations<S> cited_{};
    std::size_t cited_until_ = 0; ///< how many relations were looked at for citations
    std::size_t known_ = 0;       ///< how many relations were taken in
    any_relation last_{};         ///< the last of them
    std::vector<any_relation> changed_relations_{};
    std::vector<any_node> changed_nodes_{};
};

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a position depends on, and the least set of these things without which no evidence is left.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/sort.hpp>
#include <geostance/query/claim/statements.hpp>
#include <geostance/query/detail/table.hpp>
#include <geostance/query/position/position.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace geostance::detail {

/// What evidence depends on: publications, statements and speakers, the loss of any of which may take it away.
template <class S>
class dependencies {
public:
    using list = std::vector<any_node>;
    using by = typename reading<S>::by;

    dependencies(reading<S> const& record, any_node who, any_node target)
        : record_(record), who_(who), motions_(record, target) {}

    /// The relations without which one piece of evidence would be none: its own, the effects that carry it over, the
    /// membership by which it is inherited, and a shortest chain of offices.
    [[nodiscard]] std::vector<any_relation> relations_behind(evidence const& e) const {
        auto const& g = record_.graph();
        std::vector<any_relation> result{e.relation};
        if (!e.via.is_null())
            for (auto const effect : motions_.route_from(g.source(e.via))) result.push_back(effect);
        if (!e.membership.is_null()) result.push_back(e.membership);
        any_node const bearer = e.membership.is_null() ? who_ : g.target(e.membership);
        auto const said = g.annotation(e.relation).claimed_in;
        bool const own_words = !said.is_null() && record_.voices_of(said).has(e.whose);
        auto const when = own_words ? record_.time_of(said) : record_.time_of(e.relation);
        add_office_chain({e.whose}, {bearer}, when, own_words ? by::words : by::deeds, result);
        if (said.is_null()) return result;
        auto const makers = speakers_of(g, said);
        auto const& account = record_.asked().according_to;
        if (account.which() == perspective::kind::speakers)
            add_office_chain(makers, account.speakers(), record_.time_of(said), by::words, result);
        if (own_words) add_office_chain(makers, {e.whose}, record_.time_of(said), by::words, result);
        return result;
    }

    /// What one piece of evidence depends on, given the relations behind it: the loss of any of these is the loss of
    /// these relations. The holder itself is left out.
    [[nodiscard]] list of(evidence const& piece, std::vector<any_relation> const& behind) const {
        nodes found;
        for (auto const r : behind) add_report(r, found);
        add(piece.whose, found);
        list result;
        for (auto const& [n, unused] : found)
            if (n != who_) result.push_back(n);
        return result;
    }

    /// What was found, and whether it was followed to where it comes from.
    using nodes = table<any_node, bool>;

    /// Where a relation is reported, and who says it.
    void add_report(any_relation r, nodes& found) const {
        provenance const& p = record_.graph().annotation(r);
        if (!p.publication.is_null()) add_publication(p.publication, found);
        if (!p.claimed_in.is_null()) add_statement(p.claimed_in, found);
    }

    /// The same with whatever withdraws that, or withdraws what withdraws it, and so on.
    void add_relation(any_relation r, nodes& found) const {
        add_report(r, found);
        add_withdrawals(r, found);
    }

    /// Whether anything withdraws what a relation is reported in.
    [[nodiscard]] bool is_withdrawn(any_relation r) const {
        nodes found;
        add_withdrawals(r, found);
        return !found.empty();
    }

private:
    static void add(any_node n, nodes& found) { found.insert(n, false); }
    /// Adds a node; true if where it comes from is not yet followed.
    static bool add_with_origin(any_node n, nodes& found) { return !std::exchange(found.insert(n, false).first, true); }

    /// A publication, and those that it took its report from.
    void add_publication(node<publication> paper, nodes& found) const {
        std::vector<node<publication>> waiting{paper};
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (!add_with_origin(any_node(waiting[i]), found)) continue;
            for (auto const r : out<derives_from>(record_.graph(), waiting[i]))
                waiting.push_back(record_.graph().target(r));
        }
    }

    /// Who made a statement, and where that is reported. Whoever is left out takes it along, whoever tells of that one.
    void add_makers(node<statement> said, nodes& found) const {
        for (auto const r : in<makes>(record_.graph(), said)) {
            add(record_.graph().source(any_relation(r)), found);
            add_source(r, found);
        }
    }
    /// Where a relation is reported. The sources of those sources are not followed.
    void add_source(any_relation r, nodes& found) const {
        auto const& g = record_.graph();
        provenance const& p = g.annotation(r);
        if (!p.publication.is_null()) add_publication(p.publication, found);
        if (p.claimed_in.is_null()) return;
        add(any_node(p.claimed_in), found);
        for (auto const speaker : speakers_of(g, p.claimed_in)) add(speaker, found);
    }
    void add_statement(node<statement> said, nodes& found) const {
        if (add_with_origin(any_node(said), found)) add_makers(said, found);
    }
    void add_withdrawals(any_relation reported, nodes& found) const {
        auto const& g = record_.graph();
        provenance const& p = g.annotation(reported);
        std::vector<any_node> waiting;
        if (!p.publication.is_null()) waiting.push_back(any_node(p.publication));
        if (!p.claimed_in.is_null()) waiting.push_back(any_node(p.claimed_in));
        auto const follow = [&](auto r) {
            auto const later = g.source(any_relation(r));
            add_source(any_relation(r), found);
            if (auto const said = g.template as<statement>(later)) add_statement(*said, found);
            if (auto const paper = g.template as<publication>(later)) add_publication(*paper, found);
            waiting.push_back(later);
        };
        table<any_node, char> followed;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            auto const now = waiting[i];
            if (!followed.insert(now, 0).second) continue;
            for (auto const r : in<retracts>(g, now)) follow(r);
            for (auto const r : in<supersedes>(g, now)) follow(r);
            for (auto const r : in<corrects>(g, now)) follow(r);
            for (auto const r : in<disowns>(g, now)) follow(r);
        }
    }

    /// Adds a shortest chain of offices from one of some nodes to one of others.
    void add_office_chain(list const& from, list const& to, period when, by how,
                          std::vector<any_relation>& chain) const {
        struct step {
            any_relation office;
            any_node before;
        };
        table<any_node, step> reached;
        for (auto const n : from) reached.insert(n, {});
        for (std::size_t i = 0; i < reached.size(); ++i) {
            auto const now = reached[i].first;
            if (contains(to, now)) {
                for (auto at = now; !at.is_null();) {
                    auto const came = *reached.find(at);
                    if (!came.office.is_null()) chain.push_back(came.office);
                    at = came.before;
                }
                return;
            }
            if (record_.asked().spokespeople_bind)
                record_.for_each_bond(now, when, how, [&](any_relation office, any_node principal) {
                    reached.insert(principal, {office, now});
                });
        }
    }

    reading<S> const& record_;
    any_node who_;
    carrying_motions<S> motions_;
};

/// The smallest set that meets every one of some sets: depth-first, each time over the members of a set not yet met,
/// cut off by the number of disjoint sets left.
class least_hitting_set {
public:
    least_hitting_set(lean_vector<std::vector<any_node>> sets, std::size_t max_steps)
        : sets_(std::move(sets)), steps_left_(max_steps) {}

    std::pair<std::vector<any_node>, bool> find() {
        detail::sort(sets_,
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
    /// A set that is not yet met, and which of its members is to be chosen next.
    struct open_set {
        std::vector<any_node> const* members = nullptr;
        std::size_t next = 0;
    };

    void search() {
        lean_vector<open_set> path;
        add_open_set(path);
        while (!path.empty()) {
            auto& at = path.back();
            if (at.next > 0) chosen_.pop_back();
            if (at.next == at.members->size()) {
                path.pop_back();
                continue;
            }
            chosen_.push_back((*at.members)[at.next++]);
            add_open_set(path);
        }
    }
    /// Goes on with a set that the choices do not meet, if that may be better than the best; keeps them if all are met.
    void add_open_set(lean_vector<open_set>& path) {
        if (steps_left_ == 0) return;
        --steps_left_;
        auto const open = std::find_if(sets_.begin(), sets_.end(), [&](auto const& s) { return !is_hit(s, chosen_); });
        if (open == sets_.end()) {
            if (chosen_.size() < best_.size()) best_ = chosen_;
        } else if (chosen_.size() + disjoint_sets_left() < best_.size()) {
            path.push_back({&*open});
        }
    }

    lean_vector<std::vector<any_node>> sets_;
    std::size_t steps_left_;
    std::vector<any_node> chosen_;
    std::vector<any_node> best_;
};

/// What is left of a position when some things are lost. With a publication goes what others took from it.
template <class S>
class losses {
public:
    losses(typed_graph<S> const& g, any_node who, any_node target, lens asked)
        : graph_(g), who_(who), target_(target), asked_(std::move(asked)) {}

    [[nodiscard]] lens without(std::vector<any_node> const& lost) const {
        auto result = asked_;
        std::vector<any_node> waiting = lost;
        table<any_node, char> found;
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            auto const now = waiting[i];
            if (!found.insert(now, 0).second) continue;
            result.without.push_back(now);
            if (auto const paper = graph_.template as<publication>(now))
                for (auto const r : in<derives_from>(graph_, *paper)) waiting.push_back(any_node(graph_.source(r)));
        }
        return result;
    }
    [[nodiscard]] position left(std::vector<any_node> const& lost) const {
        auto const asked = without(lost);
        reading<S> const record(graph_, asked);
        return position_from(record, gather(record, who_, target_));
    }

    /// What can bear on the position at all: of everybody whose words or deeds may bind the holder, or a group that it
    /// inherits from, and of every motion through which a position may carry.
    [[nodiscard]] std::vector<any_node> all_that_matter() const {
        reading<S> const record(graph_, asked_);
        dependencies<S> const depends(record, who_, target_);
        typename dependencies<S>::nodes found;
        auto const aims = aims_of(depends, found);
        std::vector<any_node> holders{who_};
        if (asked_.inherit_from_groups > 0)
            for (auto const r : out<member_of>(graph_, who_)) {
                depends.add_relation(any_relation(r), found);
                holders.push_back(graph_.target(any_relation(r)));
            }
        for (auto const holder : holders)
            for (auto const speaker : record.may_bind(holder)) {
                found.insert(speaker, 0);
                for (auto const aim : aims)
                    record.for_each_signal(
                        speaker, aim, [&](any_relation r, relation_signal const&) { depends.add_relation(r, found); });
            }
        add_offices(depends, found);
        std::vector<any_node> result;
        for (auto const& [n, unused] : found)
            if (n != who_) result.push_back(n);
        detail::sort(result);
        return result;
    }

    /// The least set whose loss leaves nothing, and whether that is proven; an empty one if none was found, which is
    /// proven where no loss leaves nothing.
    ///
    /// Whatever evidence is left after a loss depends on some things, one of which has to be lost, too: the least set
    /// that has one of each is tried, and what it leaves is added, until nothing is left. That proves the answer where
    /// a loss brings nothing back, as that of a withdrawal or of one of two contradicting effects may.
    [[nodiscard]] std::pair<std::vector<any_node>, bool> least_cut(std::size_t max_steps) const {
        auto const known = relations_in_force();
        lean_vector<std::vector<any_node>> needed;
        std::vector<any_node> lost;
        bool is_exact = true;
        while (true) {
            auto const asked = without(lost);
            reading<S> const record(graph_, asked);
            dependencies<S> const depends(record, who_, target_);
            bool is_left = false;
            for (auto const gathered_anew = gather(record, who_, target_); auto const& e : gathered_anew.found) {
                if (!e.counts()) continue;
                is_left = true;
                auto const behind = depends.relations_behind(e);
                is_exact =
                    is_exact && std::binary_search(known.begin(), known.end(), e.relation) &&
                    std::none_of(behind.begin(), behind.end(), [&](any_relation r) { return depends.is_withdrawn(r); });
                needed.push_back(depends.of(e, behind));
                std::erase_if(needed.back(), [&](any_node n) { return contains(lost, n); });
                if (needed.back().empty()) return {{}, is_exact};
            }
            if (!is_left) break;
            auto const [least, is_least] = least_hitting_set(needed, max_steps).find();
            is_exact = is_exact && is_least;
            lost = least;
        }
        return {lost, is_exact || lost.size() == 1};
    }

private:
    /// The target, and every motion that would do something to one of these.
    std::vector<any_node> aims_of(dependencies<S> const& depends, typename dependencies<S>::nodes& found) const {
        return all_reached(target_, [&](any_node aim, auto reach) {
            for (auto const r : in<would>(graph_, aim)) {
                depends.add_relation(any_relation(r), found);
                reach(any_node(graph_.source(r)));
            }
        });
    }

    /// The offices of everybody found, and whom they bind, and so on.
    void add_offices(dependencies<S> const& depends, typename dependencies<S>::nodes& found) const {
        auto const follow = [&](auto r) {
            depends.add_relation(any_relation(r), found);
            found.insert(graph_.target(any_relation(r)), 0);
        };
        for (std::size_t i = 0; i < found.size(); ++i) {
            auto const now = found[i].first;
            for (auto const r : out<speaks_for>(graph_, now)) follow(r);
            for (auto const r : out<part_of>(graph_, now)) follow(r);
        }
    }

    /// The relations that count, or that something newer replaced, while nothing is lost; inherited ones too.
    [[nodiscard]] std::vector<any_relation> relations_in_force() const {
        reading<S> const record(graph_, asked_);
        std::vector<any_relation> result;
        for (auto const& e : gather_own(record, who_, target_)) result.push_back(e.relation);
        if (asked_.inherit_from_groups > 0)
            for (auto const& e : gather_inherited(record, who_, target_)) result.push_back(e.relation);
        detail::sort(result);
        return result;
    }

    typed_graph<S> const& graph_;
    any_node who_;
    any_node target_;
    lens asked_;
};

} // namespace geostance::detail

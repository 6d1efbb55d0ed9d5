// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a change of a record can reach: whose positions on what may be others than before.
#pragma once

#include <geostance/graph/boost_graph.hpp>
#include <geostance/graph/detail/hash_index.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/position/signal.hpp>

#include <compare>
#include <concepts>
#include <cstddef>
#include <functional>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace geostance::detail {

/// For statements and publications: the relations whose provenance names them. A relation that named one before stays
/// listed there.
template <class S>
class citations {
public:
    citations() = default;
    /// Those of a whole graph, which is read when they are first asked for.
    explicit citations(typed_graph<S> const& g) : unread_(&g) {}

    void add(typed_graph<S> const& g, any_relation r) {
        provenance const& p = g.annotation(r);
        if (!p.claimed_in.is_null()) by_node_[p.claimed_in].push_back(r);
        if (!p.publication.is_null()) by_node_[p.publication].push_back(r);
    }
    [[nodiscard]] std::vector<any_relation> const& of(any_node n) const {
        static std::vector<any_relation> const none;
        if (unread_ != nullptr) read();
        auto const at = by_node_.find(n);
        return at == by_node_.end() ? none : at->second;
    }

private:
    void read() const {
        auto const& g = *std::exchange(unread_, nullptr);
        citations all;
        for (std::size_t i = 0; i < g.num_relations(); ++i) all.add(g, g.relation_at(i));
        by_node_ = std::move(all.by_node_);
    }

    mutable typed_graph<S> const* unread_ = nullptr;
    mutable std::unordered_map<any_node, std::vector<any_relation>> by_node_{};
};

/// Somebody's evidence on a target.
struct voiced {
    any_node whose{};
    any_node target{};

    friend bool operator==(voiced const&, voiced const&) = default;
    friend auto operator<=>(voiced const&, voiced const&) = default;
};
struct voiced_hash {
    std::size_t operator()(voiced const& v) const noexcept {
        return combined(std::hash<any_node>{}(v.whose), std::hash<any_node>{}(v.target));
    }
};

/// Follows changes through a record, by the rules under which evidence is read:
/// - evidence reaches its target, and what a motion would keep, create or end;
/// - a statement reaches what is claimed in it, and the statements that it withdraws;
/// - a publication reaches what names it, and the publications that it was taken from or is taken for;
/// - an office reaches all that those below it say and do; a membership all that its groups say and do;
/// - a claim that corrects another reaches all relations between its two ends.
///
/// Evidence bears on its source and on those whom offices join to it; `would` reaches everybody at its target.
///
/// It may find more than what changes, never less. No recursion: what is reached waits in lists.
/// @par Complexity
/// O(relations at all that is reached)
template <class S>
class reach {
public:
    reach(typed_graph<S> const& g, citations<S> const& cited) : g_(g), cited_(cited) {}

    /// Takes a relation that is new.
    void add(any_relation r) {
        touch(r);
        follow();
    }
    /// Takes a relation that was changed. It may have been part of a correction, which nothing tells any more.
    void add_changed(any_relation r) {
        g_.for_each_between(g_.source(r), g_.target(r), [&](any_relation other) { touch(other); });
        follow();
    }
    /// Takes a node whose payload was changed.
    void add_changed(any_node n) {
        if (g_.template as<statement>(n) || g_.template as<publication>(n)) disturb(n);
        if (g_.template as<actor>(n)) { // its kind decides whose organ it is
            for (auto const r : out<part_of>(g_, n)) touch(any_relation(r));
            for (auto const r : in<part_of>(g_, n)) touch(any_relation(r));
        }
        follow();
    }

    /// The targets on which anybody's position may be another, in the order in which they were found.
    [[nodiscard]] std::vector<any_node> const& targets() const noexcept { return targets_.list; }
    /// Whose evidence on which target may be other evidence, in the order in which it was found.
    [[nodiscard]] std::vector<voiced> const& evidence() const noexcept { return evidence_.list; }

private:
    /// Each once, in order of discovery.
    template <class T, class Hash = std::hash<T>>
    struct once {
        std::unordered_set<T, Hash> seen{};
        std::vector<T> list{};
        std::size_t next = 0; // of those that wait

        void add(T what) {
            if (seen.insert(what).second) list.push_back(what);
        }
        [[nodiscard]] bool waits() const noexcept { return next < list.size(); }
        [[nodiscard]] T take() { return list[next++]; }
    };

    void touch(any_relation r) { relations_.add(r); }
    void disturb(any_node n) { nodes_.add(n); }

    void follow() {
        while (relations_.waits() || nodes_.waits() || speakers_.waits() || targets_.waits() || evidence_.waits()) {
            while (relations_.waits()) follow_relation(relations_.take());
            while (nodes_.waits()) follow_node(nodes_.take());
            while (speakers_.waits()) follow_speaker(speakers_.take());
            while (targets_.waits()) follow_target(targets_.take());
            while (evidence_.waits()) follow_evidence(evidence_.take());
        }
    }

    void follow_relation(any_relation r) {
        auto const source = g_.source(r);
        auto const target = g_.target(r);
        g_.visit(r, [&]<class R>(R const&) {
            if constexpr (signalling<R>) evidence_.add({source, target});
            if constexpr (std::same_as<R, would>) targets_.add(target);
            if constexpr (std::same_as<R, makes> || is_withdrawal<R>) disturb(target);
            if constexpr (std::same_as<R, speaks_for> || std::same_as<R, part_of>) speakers_.add(source);
            if constexpr (std::same_as<R, member_of>)
                for (auto const other : out<member_of>(g_, source)) speakers_.add(g_.target(any_relation(other)));
            if constexpr (std::same_as<R, derives_from>) {
                disturb(source);
                disturb(target);
            }
        });
        auto const said = g_.annotation(r).claimed_in;
        if (!said.is_null() && !out<corrects>(g_, said).empty())
            g_.for_each_between(source, target, [&](any_relation other) { touch(other); });
    }

    void follow_node(any_node n) {
        for (auto const r : cited_.of(n)) touch(r);
        auto const withdraw = [&]<class R>(std::type_identity<R>) {
            for (auto const r : out<R>(g_, n)) touch(any_relation(r));
        };
        withdraw(std::type_identity<retracts>());
        withdraw(std::type_identity<supersedes>());
        withdraw(std::type_identity<corrects>());
        withdraw(std::type_identity<disowns>());
        for (auto const r : out<derives_from>(g_, n)) disturb(g_.target(any_relation(r)));
        for (auto const r : in<derives_from>(g_, n)) disturb(g_.source(any_relation(r)));
    }

    /// Who speaks or acts otherwise than before: its evidence, its statements, and those who speak or act for it.
    void follow_speaker(any_node n) {
        follow_signals(n, typename S::relation_types{});
        for (auto const r : out<makes>(g_, n)) disturb(any_node(g_.target(any_relation(r))));
        for (auto const r : in<speaks_for>(g_, n)) speakers_.add(g_.source(any_relation(r)));
        for (auto const r : in<part_of>(g_, n)) speakers_.add(g_.source(any_relation(r)));
    }
    template <class... R>
    void follow_signals(any_node n, relations<R...>) {
        auto const of_type = [&]<class Type>(std::type_identity<Type>) {
            if constexpr (signalling<Type>)
                for (auto const r : out<Type>(g_, n)) evidence_.add({n, any_node(g_.target(any_relation(r)))});
        };
        (of_type(std::type_identity<R>()), ...);
    }

    void follow_target(any_node motion) {
        for (auto const r : out<would>(g_, motion)) targets_.add(any_node(g_.target(any_relation(r))));
    }
    void follow_evidence(voiced const& at) {
        for (auto const r : out<would>(g_, at.target)) evidence_.add({at.whose, any_node(g_.target(any_relation(r)))});
    }

    template <class R>
    static constexpr bool is_withdrawal = std::same_as<R, retracts> || std::same_as<R, supersedes> ||
                                          std::same_as<R, corrects> || std::same_as<R, disowns>;

    typed_graph<S> const& g_;
    citations<S> const& cited_;
    once<any_relation> relations_{};
    once<any_node> nodes_{}; ///< statements and publications
    once<any_node> speakers_{};
    once<any_node> targets_{};
    once<voiced, voiced_hash> evidence_{};
};

} // namespace geostance::detail

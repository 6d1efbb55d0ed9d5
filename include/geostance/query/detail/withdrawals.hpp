// SPDX-License-Identifier: BSL-1.0
/// @file
/// Withdrawals: which statements still stand, and for whom, after being taken back, replaced, corrected or disowned.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/graph/detail/hash_index.hpp>
#include <geostance/query/detail/offices.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace geostance::detail {

/// What a later statement does to an earlier one.
enum class withdrawal_kind : std::uint8_t { retracts, supersedes, corrects, disowns };

/// One withdrawal of a statement, or of a publication, by somebody who may do it.
struct withdrawal {
    withdrawal_kind kind = withdrawal_kind::retracts;
    any_relation recorded{};                 ///< the relation that records it
    certainty is_effective = certainty::yes; ///< no if it was itself taken back; maybe in a circle
    certainty is_entitled = certainty::yes;  ///< maybe if it rests on an office that only may be held
    std::size_t by = 0;                      ///< the node of the search that it comes from
};

/// Which statements stand for whom.
///
/// The search goes over pairs: a statement, and one whose voice it is. Such a pair is withdrawn only by a statement in
/// a voice that may do it for this one. Each question looks at everything that can bear on its answer, so that no
/// answer depends on the order of questions.
template <stance_schema S>
class withdrawals {
public:
    withdrawals(known_record<S> const& record, voices<S> const& spoken)
        : record_(record), voices_(spoken), has_retractions_(!relations_of<retracts>(record.graph()).empty()),
          are_any_(has_retractions_ || !relations_of<supersedes>(record.graph()).empty() ||
                   !relations_of<corrects>(record.graph()).empty() || !relations_of<disowns>(record.graph()).empty()) {}

    /// What may have withdrawn a statement for one of its voices.
    /// @par Complexity
    /// O(n) for n withdrawals of it, of these, and so on; O(1) once they are known
    [[nodiscard]] lean_vector<withdrawal> const& of(node<statement> said, any_node voice) const {
        return settled({any_node(said), voice});
    }
    /// What may have taken back what a publication said in its own voice.
    [[nodiscard]] lean_vector<withdrawal> const& of(node<publication> paper) const {
        return settled({any_node(paper), any_node()});
    }

    /// Whether a statement was ever withdrawn, no matter by whom.
    [[nodiscard]] bool has_any(node<statement> said) const {
        if (!are_any_) return false;
        auto const& g = record_.graph();
        return !in<retracts>(g, said).empty() || !in<supersedes>(g, said).empty() || !in<corrects>(g, said).empty() ||
               !in<disowns>(g, said).empty();
    }
    [[nodiscard]] bool has_any(node<publication> paper) const {
        return has_retractions_ && !in<retracts>(record_.graph(), paper).empty();
    }

    /// Calls f(voice, how surely) for each voice in which one statement may withdraw another for somebody: that one
    /// itself, and those for whom it spoke when making the earlier one. An office that only may be held entitles no
    /// more surely.
    template <class F>
    void for_each_entitled(node<statement> later, node<statement> earlier, any_node whom, F f) const {
        auto const& by = voices_.possible(later);
        if (auto const* surely = by.find(whom)) f(whom, *surely);
        if (by.empty() || voices_.speaks_only_for_itself(whom, earlier)) return;
        for (auto const& [bound, how] : voices_.bound_by(whom, record_.time_of(earlier), certainty::maybe))
            if (auto const* surely = by.find(bound); bound != whom && surely != nullptr) f(bound, both(how, *surely));
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
            for_each_entitled(*later, *earlier, voice.first, [&](any_node, certainty) { found = true; });
        return found;
    }

private:
    static constexpr std::size_t none = std::numeric_limits<std::size_t>::max();
    struct withdrawn {
        any_node thing{};
        any_node voice{};

        friend bool operator==(withdrawn const&, withdrawn const&) = default;
    };

    struct retraction {
        std::size_t of = 0;
        certainty surely = certainty::no;
    };
    struct node_of_search {
        withdrawn what{};
        lean_vector<withdrawal> withdrawn_by{};
        lean_vector<retraction> retracts{}; ///< what it retracts, once for each way
        std::size_t open = 0;               ///< its retractions not yet known to be void or not
        bool is_labelled = false;
        certainty is_retracted = certainty::maybe;
        std::size_t order = none;  ///< when it was found in the search for circles
        std::size_t lowest = 0;    ///< the first node of its circle, as far as is known
        std::size_t circle = none; ///< the number of its circle; one that is in none has a number for itself
    };

    [[nodiscard]] lean_vector<withdrawal> const& settled(withdrawn const& what) const {
        auto const begin = nodes_.size();
        auto const asked = place_of(what);
        if (asked >= begin) {
            for (auto i = begin; i < nodes_.size(); ++i) expand(i);
            label_retracted(begin);
            for (auto i = begin; i < nodes_.size(); ++i)
                if (nodes_[i].order == none) find_circles(i);
            for (auto i = begin; i < nodes_.size(); ++i) weigh(nodes_[i]);
        }
        return nodes_[asked].withdrawn_by;
    }

    [[nodiscard]] std::size_t place_of(withdrawn const& what) const {
        auto const hash = combined(std::hash<any_node>{}(what.thing), std::hash<any_node>{}(what.voice));
        auto const place = places_.find(
            hash, [&](std::size_t at) { return nodes_[at].what == what; }, nodes_.size());
        if (place == nodes_.size()) {
            nodes_.emplace_back();
            nodes_.back().what = what;
            places_.add(hash, place);
        }
        return place;
    }

    /// Finds what withdraws a node; new nodes among these are expanded later.
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
                    add(place, {any_node(*erratum), any_node()}, withdrawal_kind::retracts, any_relation(r),
                        certainty::yes);
            }
        }
    }

    template <class R>
    void add_withdrawals(std::size_t place, node<statement> said, any_node voice, withdrawal_kind kind) const {
        for (auto const r : in<R>(record_.graph(), said)) add_withdrawal(place, said, voice, kind, r);
    }
    void add_withdrawal(std::size_t place, node<statement> said, any_node voice, withdrawal_kind kind,
                        any_relation r) const {
        auto const& g = record_.graph();
        auto const later = g.template as<statement>(g.source(r));
        if (!later || !record_.is_heard(r) || record_.is_silenced(*later)) return;
        for_each_entitled(*later, said, voice, [&](any_node entitled, certainty surely) {
            add(place, {any_node(*later), entitled}, kind, r, surely);
        });
    }

    void add(std::size_t place, withdrawn const& by, withdrawal_kind kind, any_relation recorded,
             certainty surely) const {
        auto const from = place_of(by);
        nodes_[place].withdrawn_by.push_back({kind, recorded, certainty::maybe, surely, from});
        if (kind != withdrawal_kind::retracts || nodes_[from].is_labelled) return;
        nodes_[from].retracts.push_back({place, surely});
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

    /// Labels what is retracted. A node without retractions is not; a node retracted by one that is not retracted is;
    /// and so on. A node that is never decided may be.
    void label_retracted(std::size_t begin) const {
        lean_vector<std::size_t> labelled;
        auto const label = [&](std::size_t place, certainty retracted) {
            nodes_[place].is_labelled = true;
            nodes_[place].is_retracted = retracted;
            labelled.push_back(place);
        };
        for (auto i = begin; i < nodes_.size(); ++i)
            if (auto const known = retracted_as_known(nodes_[i]); known == certainty::yes || nodes_[i].open == 0)
                label(i, known);
        for (std::size_t i = 0; i < labelled.size(); ++i)
            for (auto const& [retracted, surely] : nodes_[labelled[i]].retracts) {
                auto& at = nodes_[retracted];
                --at.open;
                if (at.is_labelled) continue;
                if (surely == certainty::yes && nodes_[labelled[i]].is_retracted == certainty::no)
                    label(retracted, certainty::yes);
                else if (at.open == 0)
                    label(retracted, retracted_as_known(at));
            }
        for (auto i = begin; i < nodes_.size(); ++i) nodes_[i].is_labelled = true;
    }

    /// What follows for a node from those of its retractions that are labelled.
    [[nodiscard]] certainty retracted_as_known(node_of_search const& at) const {
        auto result = certainty::no;
        for (auto const& w : at.withdrawn_by)
            if (w.kind == withdrawal_kind::retracts && nodes_[w.by].is_labelled)
                result = either(result, both(w.is_entitled, opposite(nodes_[w.by].is_retracted)));
        return result;
    }

    /// Finds the circles of withdrawals that are not void, by a search with a stack of its own.
    /// @par Source
    /// Tarjan, R. E. (1972). Depth-first search and linear graph algorithms. SIAM Journal on Computing 1, 146-160.
    void find_circles(std::size_t root) const {
        struct step {
            std::size_t node = 0;
            std::size_t followed = 0; ///< how many of its withdrawals
        };
        lean_vector<step> stack;
        lean_vector<std::size_t> path;
        auto const enter = [&](std::size_t place) {
            nodes_[place].order = nodes_[place].lowest = found_++;
            path.push_back(place);
            stack.push_back({place, 0});
        };
        enter(root);
        while (!stack.empty()) {
            auto const place = stack.back().node;
            auto& at = nodes_[place];
            if (stack.back().followed < at.withdrawn_by.size()) {
                auto const by = at.withdrawn_by[stack.back().followed++].by;
                if (nodes_[by].is_retracted == certainty::yes) continue;
                if (nodes_[by].order == none)
                    enter(by);
                else if (nodes_[by].circle == none) // it is on the path
                    at.lowest = std::min(at.lowest, nodes_[by].order);
                continue;
            }
            stack.pop_back();
            if (!stack.empty()) {
                auto& before = nodes_[stack.back().node];
                before.lowest = std::min(before.lowest, at.lowest);
            }
            if (at.lowest == at.order) close_circle(path, place);
        }
    }
    void close_circle(lean_vector<std::size_t>& path, std::size_t first) const {
        for (bool is_first = false; !is_first; path.pop_back()) {
            nodes_[path.back()].circle = first;
            is_first = path.back() == first;
        }
    }

    /// Says which withdrawals of a node are effective: all that are not void, except that nothing is decided within a
    /// circle.
    void weigh(node_of_search& at) const {
        for (auto& w : at.withdrawn_by) {
            w.is_effective = both(w.is_entitled, opposite(nodes_[w.by].is_retracted));
            if (nodes_[w.by].circle == at.circle) w.is_effective = both(w.is_effective, certainty::maybe);
        }
    }

    known_record<S> const& record_;
    voices<S> const& voices_;
    bool has_retractions_; ///< whether there are any in the record
    bool are_any_;         ///< whether there are withdrawals of whatever kind
    mutable lean_vector<node_of_search> nodes_;
    mutable hash_index places_;
    mutable std::size_t found_ = 0;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What if: suppositions over a record, and what follows from them.
#pragma once

#include <geostance/graph/overlay.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/query/detail/known_record.hpp>
#include <geostance/query/whatif/what_follows.hpp> // IWYU pragma: export

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace geostance {

namespace detail {

/// Of several relations the one that begins last: by the first day on which it can begin, one without any date before
/// all others. Of those that begin on one day it is the one that was added last.
/// @pre there is one
template <class S>
any_relation newest_of(typed_graph<S> const& g, std::vector<any_relation> const& all) {
    lens const everything;
    known_record<S> const record(g, everything);
    auto const is_older = [&](any_relation a, any_relation b) {
        auto const first = record.begins(a);
        auto const second = record.begins(b);
        return std::pair(first.is_dated, first.earliest) < std::pair(second.is_dated, second.earliest);
    };
    return *std::max_element(all.rbegin(), all.rend(), is_older);
}

/// When the newest of some relations holds, and when that was recorded; nothing if there is none. Days that it has from
/// its statement or publication are written out, as what takes its place has neither.
template <class S>
provenance days_of_newest(typed_graph<S> const& g, std::vector<any_relation> const& all) {
    if (all.empty()) return {};
    lens const everything;
    known_record<S> const record(g, everything);
    auto const newest = newest_of(g, all);
    provenance const& known = g.annotation(newest);
    return {.valid = {record.begin_of(newest), known.valid.to},
            .recorded = record.day_of_record(newest),
            .ended_recorded = known.ended_recorded};
}

} // namespace detail

/// A record as it would be if some things were otherwise. The record is not copied and stays as it is; every question
/// can be asked of a supposition, also `project` and the writers of files, as it is a `typed_graph`.
/// @code
/// supposition what_if(world);
/// what_if.relate(russia, motion, casts{ballot::abstain}); // in place of its recorded vote
/// outcome(what_if, motion, rule);
/// for (auto const& change : differences(world, what_if)) ...
/// @endcode
/// `relate` puts a relation in the place of others; `also` and `relate_any` add one beside them.
///
/// A supposition is dropped by ending its life. It can lie over another one: `suppose(what_if)`. `describe` and
/// `explain` mark what is only supposed, and `is_supposed(what_if, relation)` tells it.
///
/// The record must outlive the supposition, and must not change as long as the supposition is used: afterwards every
/// question of it is an error. See `overlay` for how it is made and what cannot be done with it.
/// @tparam S the schema of the record
template <stance_schema S>
class supposition : public overlay<S> {
public:
    /// Supposes nothing yet.
    /// @param g outlives the supposition; over a supposition, `suppose` lays another
    /// @throws invalid_handle if it is a supposition over a record that has changed since
    /// @par Complexity
    /// O(1)
    explicit supposition(typed_graph<S> const& g) : overlay<S>(g) {}
    explicit supposition(typed_graph<S>&&) = delete; ///< whose life would end first

    /// Supposes a relation in the place of those of its type from one node to the other.
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload what the relation says
    /// @return its handle, which the record does not know. If it replaces a relation, it has the days of that one: when
    ///         it holds, and when that was recorded. If it replaces several, it has those of the one that begins last
    /// @throws invalid_handle as `typed_graph::relate` does
    /// @throws invalid_value as `typed_graph::relate` does
    /// @par Complexity
    /// O(relations of its type at its ends + what is supposed)
    template <class From, relation_type_of<S> R, class To>
    relation<R> relate(node<From> from, node<To> to, R payload) requires may_link<R, From, To> {
        std::vector<any_relation> replaced;
        this->for_each_between(from, to, [&](any_relation r) {
            if (this->template as<R>(r)) replaced.push_back(r);
        });
        return relate(from, to, std::move(payload), detail::days_of_newest(*this, replaced));
    }
    /// Supposes a relation in the place of those of its type from one node to the other.
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload what the relation says
    /// @param known its provenance: when it holds, in whose words
    /// @return its handle, which the record does not know
    /// @throws invalid_handle as `typed_graph::relate` does
    /// @throws invalid_value as `typed_graph::relate` does
    /// @par Complexity
    /// O(relations of its type at its ends + what is supposed)
    template <class From, relation_type_of<S> R, class To>
    relation<R> relate(node<From> from, node<To> to, R payload, provenance known) requires may_link<R, From, To> {
        return this->relate_instead(from, to, std::move(payload), std::move(known));
    }
    /// Supposes a relation beside those that are there.
    /// @param from where it begins
    /// @param to where it ends
    /// @param payload what the relation says
    /// @param known its provenance
    /// @return its handle, which the record does not know
    /// @throws invalid_handle as `typed_graph::relate` does
    /// @throws invalid_value as `typed_graph::relate` does
    /// @par Complexity
    /// O(relations of its type at its ends + what is supposed)
    template <class From, relation_type_of<S> R, class To>
    relation<R> also(node<From> from, node<To> to, R payload, provenance known = {}) requires may_link<R, From, To> {
        return overlay<S>::relate(from, to, std::move(payload), std::move(known));
    }

    /// Supposes that a relation was never there.
    /// @param r a relation of the supposition
    /// @throws invalid_handle if r is null, of another record, or taken away already
    /// @par Complexity
    /// O(relations of its type at its ends + what is supposed)
    void without(relation_handle auto r) { this->take_away(r); }
    /// Supposes that a source was never there: takes away what it says, and what begins or ends at it. A publication
    /// that only derives from it keeps what it says.
    /// @param source the publication
    /// @throws invalid_handle if it is null or of another record
    /// @par Complexity
    /// O(E), and for each relation taken away O(relations of its type at its ends + what is supposed)
    void without_source(node<publication> source) {
        any_node const left_out(this->require(source));
        std::vector<any_relation> taken;
        for (std::size_t i = 0; i < this->num_relations(); ++i) {
            auto const r = this->relation_at(i);
            bool const is_told_there = this->annotation(r).publication == source;
            if (is_told_there || this->source(r) == left_out || this->target(r) == left_out) taken.push_back(r);
        }
        this->take_away(taken);
    }

    /// Supposes that somebody no longer speaks for others after a day. What was said until then stays; so does an
    /// office that has ended by then, and one that begins later is never taken up.
    /// @param who the holder of the offices
    /// @param last the last day, month or year in office
    /// @throws invalid_handle if it is null or of another record
    /// @throws invalid_value if the day is unknown or open
    /// @par Complexity
    /// O(offices + what is supposed)
    /// @par Guarantee
    /// All of the offices, or none.
    void leave_office(node<actor> who, date last) { end_offices(who, any_node(), last); }
    /// Supposes that somebody no longer speaks for one principal after a day.
    /// @param who the holder of the office
    /// @param principal for whom it is held
    /// @param last the last day, month or year in office
    /// @throws invalid_handle if one is null or of another record
    /// @throws invalid_value if the day is unknown or open
    /// @par Complexity
    /// O(offices + what is supposed)
    /// @par Guarantee
    /// All of the offices, or none.
    void leave_office(node<actor> who, node_handle auto principal, date last) {
        end_offices(who, this->require(any_node(principal)), last);
    }

private:
    void end_offices(node<actor> who, any_node principal, date last) {
        if (!last.is_known()) throw invalid_value("leave_office.last", to_string(last), "a day, month or year");
        std::vector<std::pair<any_relation, provenance>> ended;
        std::vector<any_relation> never_held;
        for (auto const office : out<speaks_for>(*this, who)) {
            any_relation const r(office);
            if (!principal.is_null() && this->target(r) != principal) continue;
            provenance until = this->annotation(office);
            auto& valid = until.valid;
            if (valid.from.is_known() && valid.from.first_day() > last.last_day()) {
                never_held.push_back(r); // one that begins later is never taken up
            } else if (!valid.to.is_known() || valid.to.last_day() > last.last_day()) {
                valid.to = last;
                until.ended_recorded = {};
                validate(until);
                ended.emplace_back(r, std::move(until));
            }
        }
        this->change_all(std::move(ended), never_held);
    }
};

/// Supposes nothing yet, over a record or over another supposition.
/// @param g outlives the supposition
/// @return the supposition
/// @throws invalid_handle if it is a supposition over a record that has changed since
/// @par Complexity
/// O(1)
template <stance_schema S>
[[nodiscard]] supposition<S> suppose(typed_graph<S> const& g) {
    return supposition<S>(g);
}
/// A record that is not kept would end before the supposition.
template <stance_schema S>
supposition<S> suppose(typed_graph<S>&& g) = delete;

} // namespace geostance

/// @cond
template <geostance::stance_schema S>
struct boost::graph_traits<geostance::supposition<S>> : boost::graph_traits<geostance::typed_graph<S>> {};
template <geostance::stance_schema S>
struct boost::graph_traits<geostance::supposition<S> const> : boost::graph_traits<geostance::typed_graph<S>> {};
template <geostance::stance_schema S, class Tag>
struct boost::property_map<geostance::supposition<S>, Tag> : boost::property_map<geostance::typed_graph<S>, Tag> {};
/// @endcond

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The states that a file names, once each, and the actors of a graph that stand for them.
#pragma once

#include <geostance/assert.hpp>
#include <geostance/data/state/crosswalk.hpp>
#include <geostance/graph/names.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/io/detail/string_pool.hpp>
#include <geostance/model/date.hpp>
#include <geostance/model/geopolitics.hpp>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io {

/// A state as a file writes it.
struct listed_state {
    code id{};          ///< the code, with its scheme; for a state that the file only names, scheme `name`
    std::string name{}; ///< the first name that the file gives it; may be empty

    friend bool operator==(listed_state const&, listed_state const&) = default;
};

/// States in the order in which a file first names them. Rows refer to them by position.
/// @par Complexity
/// O(1) for a function that says nothing else
class listed_states {
public:
    /// Stands for no state.
    static constexpr std::uint32_t npos = std::numeric_limits<std::uint32_t>::max();

    /// The position of a state; it is added if it is new.
    /// @param scheme the scheme of its code
    /// @param value its code in that scheme
    /// @param name what the file calls it; the first that is not empty is kept
    /// @return its position
    /// @par Complexity
    /// O(1), amortised
    std::uint32_t add(std::string_view scheme, std::string_view value, std::string_view name = {}) {
        auto at = find(scheme, value);
        if (at == npos) {
            at = static_cast<std::uint32_t>(states_.size());
            auto const hash_of_state = [&](std::uint32_t n) {
                return hash_of(states_[n].id.scheme, states_[n].id.value);
            };
            index_.reserve(states_.size() + 1, hash_of_state);
            states_.push_back({code{std::string(scheme), std::string(value)}, std::string(name)});
            index_.add(hash_of(scheme, value), at, hash_of_state);
        }
        auto& known = states_[at].name;
        if (known.empty()) known = name;
        return at;
    }

    /// The position of the state with a code, or `npos`.
    /// @param id its code, with its scheme
    /// @return its position, or `npos`
    /// @par Complexity
    /// O(1) on average
    [[nodiscard]] std::uint32_t find(code const& id) const { return find(id.scheme, id.value); }

    /// @return the number of states
    [[nodiscard]] std::size_t size() const noexcept { return states_.size(); }
    /// The state at a position.
    /// @param at in [0, size())
    /// @pre at < size()
    /// @return the state
    [[nodiscard]] listed_state const& operator[](std::size_t at) const {
        GEOSTANCE_ASSERT(at < states_.size(), "listed_states: a position below size()");
        return states_[at];
    }
    /// @return the first state
    [[nodiscard]] auto begin() const noexcept { return states_.begin(); }
    /// @return the end of the states
    [[nodiscard]] auto end() const noexcept { return states_.end(); }

private:
    static std::uint64_t hash_of(std::string_view scheme, std::string_view value) noexcept {
        return detail::mixed_in(detail::hash_of(scheme), detail::hash_of(value));
    }
    [[nodiscard]] std::uint32_t find(std::string_view scheme, std::string_view value) const {
        return index_.find(hash_of(scheme, value), [&](std::uint32_t n) {
            return states_[n].id.value == value && states_[n].id.scheme == scheme;
        });
    }

    std::vector<listed_state> states_;
    detail::hash_index index_;
};

/// The polity that a listed state is. A Correlates of War number identifies it without a date; other codes and names
/// are looked up for the time. If the code is not in the table, the name beside it is tried.
/// @param s the state
/// @param when when the file speaks of it
/// @return the polity, or why there is none
/// @par Complexity
/// that of `crosswalk::find` and `crosswalk::find_name`
[[nodiscard]] inline polity_match polity_of(listed_state const& s, date when) {
    if (s.id.scheme == detail::name_scheme) return crosswalk::find_name(s.id.value, when);
    auto const by_code = crosswalk::find(s.id, s.id.scheme == scheme::cow ? date() : when);
    if (by_code.status != crosswalk_status::unknown_code || s.name.empty()) return by_code;
    auto const by_name = crosswalk::find_name(s.name, when);
    return by_name ? by_name : by_code;
}

namespace detail {

/// The codes of a polity that no other polity ever had.
inline std::vector<code> exclusive_codes(polity p) {
    std::vector<code> result;
    for (auto const& dated : p.codes())
        if (crosswalk::find(dated.code) && (result.empty() || result.back() != dated.code))
            result.push_back(dated.code);
    return result;
}

/// The actor that stands for a polity or state in a graph, or the one to be added.
struct actor_for_state {
    std::optional<node<actor>> known{};
    actor wanted{};
};

template <stance_schema S>
actor_for_state find_actor(typed_graph<S> const& g, listed_state const& s, std::optional<polity> const& state) {
    actor_for_state result;
    bool const is_state = s.id.scheme == name_scheme || crosswalk_index::has_scheme(s.id.scheme);
    result.wanted = {to_string(s.id), s.name, is_state ? actor_kind::state : actor_kind::other, {}, {}};
    if (s.id.scheme != name_scheme) result.wanted.codes.push_back(s.id);
    if (state) {
        result.wanted.key = state->key();
        result.wanted.name = state->name();
        result.wanted.codes = exclusive_codes(*state);
    }
    if (auto const found = g.find_key(result.wanted.key)) {
        result.known = g.template as<actor>(*found);
        if (!result.known) throw duplicate_key(result.wanted.key);
    }
    for (auto const& c : result.wanted.codes)
        if (!result.known) result.known = g.template find<actor>(c);
    return result;
}

/// A listed state and the polity that it is at some time.
struct resolved_state {
    listed_state const* state = nullptr;
    polity_match match{};
};

/// The actors that stand for states. All are looked up before any is added, so that an error leaves the graph as it
/// was.
template <stance_schema S>
std::vector<node<actor>> add_resolved(typed_graph<S>& g, std::vector<resolved_state> const& states,
                                      std::map<code, crosswalk_status>& unmapped) {
    transaction change(g);
    std::map<code, crosswalk_status> not_mapped;
    std::vector<actor_for_state> found;
    for (auto const& s : states) found.push_back(find_actor(g, *s.state, s.match.match));
    std::vector<node<actor>> result;
    for (std::size_t i = 0; i < states.size(); ++i) {
        auto& f = found[i];
        if (!states[i].match.match && !f.known) not_mapped.emplace(states[i].state->id, states[i].match.status);
        if (!f.known) // two codes of the file may be one polity's
            if (auto const added = g.find_key(f.wanted.key)) f.known = g.template as<actor>(*added);
        result.push_back(f.known ? *f.known : g.add(std::move(f.wanted)));
    }
    unmapped.merge(not_mapped);
    change.commit();
    return result;
}

} // namespace detail

/// The actors that stand for listed states in a graph: one that has the state's code or another code of the same
/// polity; if there is none, a new one with the polity's name and codes. A state that the crosswalk does not know
/// becomes an actor with the file's code and name, and is reported.
/// @param g the graph; gains an actor for each polity that it has none for
/// @param states what a file lists
/// @param when when the file speaks of them: the time for codes that changed hands
/// @param unmapped gets the codes and names that neither the crosswalk nor the graph knows, with the reason
/// @return one actor for each state, in the same order
/// @throws ambiguous_name if several actors of the graph have the state's code
/// @throws duplicate_key if a node that is no actor has the key
/// @par Complexity
/// O(n log n)
/// @par Guarantee
/// If anything is thrown, the graph is as it was before.
template <stance_schema S>
std::vector<node<actor>> add_states(typed_graph<S>& g, listed_states const& states, date when,
                                    std::map<code, crosswalk_status>& unmapped) {
    std::vector<detail::resolved_state> resolved;
    for (auto const& s : states) resolved.push_back({&s, polity_of(s, when)});
    return detail::add_resolved(g, resolved, unmapped);
}

} // namespace geostance::io

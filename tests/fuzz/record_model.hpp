// SPDX-License-Identifier: BSL-1.0
// A record as plain lists, the decisions from which its nodes and relations are drawn, and the comparison of a graph
// with it, by looking at every row again and again.
#pragma once

#include "choices.hpp"

#include <geostance/geostance.hpp>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace fuzz {

using geostance::any_node;
using geostance::any_relation;
using record = geostance::stance_graph;

template <class... T>
std::variant<T...> one_of(geostance::nodes<T...>);
template <class... R>
std::variant<R...> one_of(geostance::relations<R...>);
using any_payload = decltype(one_of(geostance::geopolitics::node_types{}));
using any_link = decltype(one_of(geostance::geopolitics::relation_types{}));

/// Calls f with each type of a schema's list, as a std::type_identity.
template <template <class...> class List, class... T, class F>
void for_each_type(List<T...>, F f) {
    (f(std::type_identity<T>{}), ...);
}

struct row {
    std::size_t from, to;
    any_link says;
    geostance::provenance known{}; ///< its statement and publication stand below
    std::optional<std::size_t> claimed_in{};
    std::optional<std::size_t> publication{};
};

struct model {
    std::vector<any_payload> nodes{};
    std::vector<row> rows{};
};

// What is drawn

inline char const* const keys[] = {"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", ""};
inline char const* const names[] = {"", "Alpha", "ALPHA", "alpha", "Beta", "b", "A"};
inline geostance::code const codes[] = {{"cow", "1"}, {"cow", "2"}, {"iso", "1"}, {"", "1"}};

inline geostance::date draw_date(choices& choose) {
    using namespace std::chrono;
    geostance::date const dates[] = {
        {},         year(2020),     year(2020) / 1,     year(2020) / 6 / 15, year(2020) / 6 / 16,
        year(2021), year(2021) / 1, year(2021) / 1 / 15};
    return choose.one_of(dates);
}

template <class T>
T draw_node(choices& choose) {
    T n;
    n.key = choose.one_of(keys);
    if constexpr (requires { n.name; }) n.name = choose.one_of(names);
    if constexpr (requires { n.aliases; })
        for (auto left = choose.below(3); left > 0; --left) n.aliases.emplace_back(choose.one_of(names));
    if constexpr (requires { n.codes; })
        for (auto left = choose.below(3); left > 0; --left) n.codes.push_back(choose.one_of(codes));
    if constexpr (std::is_same_v<T, geostance::actor>)
        n.kind = static_cast<geostance::actor_kind>(
            choose.below(geostance::enum_names<geostance::actor_kind>::of_each.size()));
    if constexpr (requires { n.said; }) n.said = draw_date(choose);
    if constexpr (requires { n.published; }) n.published = draw_date(choose);
    if constexpr (requires { n.publisher; }) n.publisher = choose.one_of(names);
    return n;
}

inline double draw_value(choices& choose) {
    double const values[] = {1, -1, 0.5, -0.5, 0, 0.1, 2};
    return choose.one_of(values);
}

template <class R>
R draw_link(choices& choose) {
    using namespace geostance;
    char const* const facets[] = {"", "", "", "side"};
    if constexpr (std::is_same_v<R, stance>)
        return {.value = draw_value(choose),
                .facet = choose.one_of(facets),
                .channel = static_cast<channel>(choose.below(3))};
    else if constexpr (std::is_same_v<R, casts>)
        return {.vote = static_cast<ballot>(choose.below(6)), .veto = choose.below(4) == 1};
    else if constexpr (std::is_same_v<R, acts_toward>)
        return {.event = {"cameo", "1"}, .value = draw_value(choose)};
    else if constexpr (std::is_same_v<R, affects>)
        return {.value = draw_value(choose)};
    else if constexpr (std::is_same_v<R, speaks_for>)
        return {.authority = static_cast<authority>(choose.below(3))};
    else if constexpr (std::is_same_v<R, makes>)
        return {.capacity = static_cast<capacity>(choose.below(2))};
    else if constexpr (std::is_same_v<R, about>)
        return {static_cast<force>(choose.below(enum_names<force>::of_each.size()))};
    else if constexpr (std::is_same_v<R, would>)
        return {static_cast<motion_effect>(choose.below(4))};
    else
        return {};
}

/// A payload of the type with that number.
template <class Variant, std::size_t I = 0>
Variant draw(choices& choose, std::size_t type) {
    if constexpr (I + 1 < std::variant_size_v<Variant>)
        if (type != I) return draw<Variant, I + 1>(choose, type);
    using T = std::variant_alternative_t<I, Variant>;
    if constexpr (requires { T::key; })
        return draw_node<T>(choose);
    else
        return draw_link<T>(choose);
}
template <class Variant>
Variant draw(choices& choose) {
    return draw<Variant>(choose, choose.below(std::variant_size_v<Variant>));
}

/// A node of that type, most of the time where there is one; the nodes are numbered.
template <class T>
std::optional<std::size_t> draw_reference(choices& choose, model const& m) {
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < m.nodes.size(); ++i)
        if (std::holds_alternative<T>(m.nodes[i])) all.push_back(i);
    auto const chosen = choose.below(all.size() + 1);
    return chosen == all.size() ? std::nullopt : std::optional(all[chosen]);
}

/// What is known of a row.
inline void draw_provenance(choices& choose, model const& m, row& r) {
    char const* const places[] = {"", "", "page 1", "page 2"};
    r.claimed_in = draw_reference<geostance::statement>(choose, m);
    r.publication = draw_reference<geostance::publication>(choose, m);
    r.known = {};
    r.known.locator = choose.one_of(places);
    r.known.valid = {draw_date(choose), choose.below(2) == 0 ? geostance::date::open() : draw_date(choose)};
    r.known.recorded = draw_date(choose);
    if (r.known.valid.to.is_known()) r.known.ended_recorded = draw_date(choose);
    r.known.likelihood = static_cast<geostance::likelihood>(choose.below(8));
    r.known.credibility = static_cast<geostance::credibility>(choose.below(6));
}

/// Whether the rule of a link lets it lead from one node to another.
inline bool may_link(model const& m, std::size_t from, std::size_t to, any_link const& says) {
    return std::visit(
        [&]<class R, class From, class To>(R const&, From const&, To const&) {
            if constexpr (requires { requires R::needs_two_ends; })
                if (from == to) return false;
            return bool(R::template links<From, To>);
        },
        says, m.nodes[from], m.nodes[to]);
}

/// Whether a payload or an annotation keeps the rules that stand beside its type.
template <class T>
bool is_valid(T const& value) {
    try {
        if constexpr (requires { validate(value); }) validate(value);
    } catch (geostance::invalid_value const&) {
        return false;
    }
    return true;
}
template <class... T>
bool is_valid(std::variant<T...> const& value) {
    return std::visit([](auto const& each) { return is_valid(each); }, value);
}
/// Whether a node's key and names can be looked up.
inline bool has_valid_names(any_payload const& payload) {
    return std::visit(
        [](auto const& n) {
            bool is = !n.key.empty();
            if constexpr (requires { n.aliases; })
                for (auto const& alias : n.aliases) is = is && !alias.empty();
            if constexpr (requires { n.codes; })
                for (auto const& code : n.codes) is = is && !code.scheme.empty() && !code.value.empty();
            return is;
        },
        payload);
}
inline std::string const& key_of(any_payload const& payload) {
    return std::visit([](auto const& n) -> std::string const& { return n.key; }, payload);
}
inline std::optional<std::size_t> keyed(model const& m, std::string const& key) {
    for (std::size_t i = 0; i < m.nodes.size(); ++i)
        if (key_of(m.nodes[i]) == key) return i;
    return std::nullopt;
}

// What a graph is made of

/// What a row of the model says of itself, in the handles of a graph.
inline geostance::provenance annotation_in(record const& g, row const& r) {
    auto result = r.known;
    if (r.claimed_in) result.claimed_in = *g.as<geostance::statement>(g.node_at(*r.claimed_in));
    if (r.publication) result.publication = *g.as<geostance::publication>(g.node_at(*r.publication));
    return result;
}
inline any_node add_to(record& g, any_payload const& payload) {
    return std::visit([&](auto const& n) { return any_node(g.add(n)); }, payload);
}
inline any_relation add_to(record& g, row const& r) {
    auto annotation = annotation_in(g, r);
    return std::visit(
        [&](auto const& says) {
            return any_relation(g.relate_any(g.node_at(r.from), g.node_at(r.to), says, std::move(annotation)));
        },
        r.says);
}
/// A graph with nothing behind it: each row is added once.
inline record made_of(model const& m) {
    record g;
    for (auto const& n : m.nodes) add_to(g, n);
    for (auto const& r : m.rows) add_to(g, r);
    return g;
}

// The comparison

inline void check_rows(record const& g, model const& m, std::vector<any_relation> const& all) {
    for (std::size_t i = 0; i < m.nodes.size(); ++i)
        require(g.visit(g.node_at(i), [&]<class T>(T const& n) {
            return std::holds_alternative<T>(m.nodes[i]) && std::get<T>(m.nodes[i]) == n;
        }));
    for (std::size_t i = 0; i < m.rows.size(); ++i) {
        auto const& wanted = m.rows[i];
        require(g.owns(all[i]));
        require(g.source(all[i]) == g.node_at(wanted.from) && g.target(all[i]) == g.node_at(wanted.to));
        require(g.annotation(all[i]) == annotation_in(g, wanted));
        require(g.visit(all[i], [&]<class R>(R const& says) {
            return std::holds_alternative<R>(wanted.says) && std::get<R>(wanted.says) == says;
        }));
    }
}

/// The relations by type, by end and by pair.
inline void check_lists(record const& g, model const& m, std::vector<any_relation> const& all) {
    auto const those = [&](auto test) {
        std::vector<any_relation> result;
        for (std::size_t i = 0; i < m.rows.size(); ++i)
            if (test(m.rows[i])) result.push_back(all[i]);
        return result;
    };
    auto const listed = [](auto const& range) {
        std::vector<any_relation> result;
        for (auto const r : range) result.emplace_back(r);
        require(range.size() == result.size() && range.empty() == result.empty());
        return result;
    };
    for_each_type(geostance::geopolitics::relation_types{}, [&]<class R>(std::type_identity<R>) {
        auto const is = [](row const& r) { return std::holds_alternative<R>(r.says); };
        require(listed(geostance::relations_of<R>(g)) == those(is));
        for (std::size_t v = 0; v < m.nodes.size(); ++v) {
            require(listed(geostance::out<R>(g, g.node_at(v))) ==
                    those([&](row const& r) { return r.from == v && is(r); }));
            require(listed(geostance::in<R>(g, g.node_at(v))) ==
                    those([&](row const& r) { return r.to == v && is(r); }));
        }
    });
    for (std::size_t u = 0; u < m.nodes.size(); ++u)
        for (std::size_t v = 0; v < m.nodes.size(); ++v) {
            std::vector<any_relation> found;
            g.for_each_between(g.node_at(u), g.node_at(v), [&](any_relation r) { found.push_back(r); });
            require(found == those([&](row const& r) { return r.from == u && r.to == v; }));
        }
}

inline std::string in_small_letters(std::string text) {
    for (auto& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

/// The nodes of a type that bear a name, as well as any does; nobody's name is empty.
template <class T>
std::vector<std::size_t> bearers(model const& m, std::string const& text) {
    std::vector<std::size_t> by_key, by_name, by_letters;
    for (std::size_t i = 0; i < m.nodes.size(); ++i) {
        if (!std::holds_alternative<T>(m.nodes[i]) || text.empty()) continue;
        auto const& n = std::get<T>(m.nodes[i]);
        std::set<std::string> all;
        if constexpr (requires { n.name; }) all.insert(n.name);
        if constexpr (requires { n.aliases; }) all.insert(n.aliases.begin(), n.aliases.end());
        if (all.contains(text)) by_name.push_back(i);
        all.insert(n.key);
        if (n.key == text) by_key.push_back(i);
        if (std::any_of(all.begin(), all.end(),
                        [&](auto const& name) { return in_small_letters(name) == in_small_letters(text); }))
            by_letters.push_back(i);
    }
    return !by_key.empty() ? by_key : !by_name.empty() ? by_name : by_letters;
}

template <class Find>
void check_found(record const& g, std::vector<std::size_t> const& wanted, Find find) {
    try {
        auto const found = find();
        require(found.has_value() == (wanted.size() == 1));
        if (found) require(any_node(*found) == g.node_at(wanted.front()));
    } catch (geostance::ambiguous_name const&) {
        require(wanted.size() > 1);
    }
}

inline void check_names(record const& g, model const& m) {
    std::set<std::string> texts(std::begin(keys), std::end(keys));
    texts.insert(std::begin(names), std::end(names));
    texts.insert("nobody");
    for (auto const& text : texts) {
        auto const at = keyed(m, text);
        require(g.find_key(text) == (at ? std::optional(g.node_at(*at)) : std::nullopt));
    }
    for_each_type(geostance::geopolitics::node_types{}, [&]<class T>(std::type_identity<T>) {
        for (auto const& text : texts) check_found(g, bearers<T>(m, text), [&] { return g.find<T>(text); });
        for (auto const& code : codes) {
            std::vector<std::size_t> wanted;
            for (std::size_t i = 0; i < m.nodes.size(); ++i)
                if (auto const* n = std::get_if<T>(&m.nodes[i]))
                    if constexpr (requires { n->codes; })
                        if (std::count(n->codes.begin(), n->codes.end(), code) > 0) wanted.push_back(i);
            check_found(g, wanted, [&] { return g.find<T>(code); });
        }
    });
}

/// Compares all that a graph shows with the lists.
inline void check_graph(record const& g, model const& m) {
    require(g.num_nodes() == m.nodes.size() && g.num_relations() == m.rows.size());
    require(num_vertices(g) == m.nodes.size() && num_edges(g) == m.rows.size());
    std::vector<any_relation> all;
    for (std::size_t i = 0; i < m.rows.size(); ++i) all.push_back(g.relation_at(i));
    check_rows(g, m, all);
    check_lists(g, m, all);
    check_names(g, m);
}

} // namespace fuzz

// SPDX-License-Identifier: BSL-1.0
/// @file
/// Entities of the FollowTheMoney model as a record: who is a member of what, holds which office, and is sanctioned.
#pragma once

#include <geostance/data/entity/entities.hpp>
#include <geostance/data/entity/sanction_policy.hpp>
#include <geostance/data/state/crosswalk.hpp>
#include <geostance/data/state/listed_states.hpp>
#include <geostance/data/state/schemes.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/transaction.hpp>
#include <geostance/model/geopolitics.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace geostance::io {

/// How entities enter a graph.
struct add_entities_options {
    node<publication> source{}; ///< what is cited for entities that name neither an address nor a data set
    /// by which right an agent speaks for the client of a `Representation`; `personal` never binds the client
    authority representation = authority::delegated;
    /// if there is one, it makes the values of sanctions; without one they are acts that take no side
    std::optional<sanction_policy> policy{};
};

/// What a graph gained from entities, and what it could not take.
struct add_entities_report {
    std::size_t nodes = 0;     ///< how many nodes were added
    std::size_t relations = 0; ///< how many relations were added
    std::size_t repeats = 0;   ///< relations that the graph had already, word for word
    std::size_t changed = 0; ///< relations that the graph has from the same entity with other content, left as they are
    /// how many entities have something that has no place in the vocabulary, by what it is: a schema (`Address`), a
    /// property (`Person.birthDate`), or what is wrong with a link (`Membership.member: no such actor`)
    std::map<std::string, std::uint64_t> left_out{};
    std::map<code, crosswalk_status> unmapped{}; ///< the codes of countries that neither crosswalk nor graph knows
};

namespace detail {

/// A schema whose entities become actors.
struct entity_kind {
    std::string_view schema;
    actor_kind kind;
};
inline constexpr std::array<entity_kind, 9> entity_kinds{{{"Person", actor_kind::person},
                                                          {"Organization", actor_kind::organization},
                                                          {"Company", actor_kind::organization},
                                                          {"PublicBody", actor_kind::organ},
                                                          {"Position", actor_kind::organ},
                                                          {"LegalEntity", actor_kind::other},
                                                          {"Vessel", actor_kind::other},
                                                          {"Airplane", actor_kind::other},
                                                          {"Vehicle", actor_kind::other}}};

/// A schema whose entities become relations from one of their properties to another.
struct entity_link {
    std::string_view schema;
    std::string_view from;
    std::string_view to;
    std::string_view role; ///< where the entity names none
};
inline constexpr std::array<entity_link, 6> entity_links{{{"Membership", "member", "organization", ""},
                                                          {"Directorship", "director", "organization", "director"},
                                                          {"Employment", "employee", "employer", "employee"},
                                                          {"Occupancy", "holder", "post", "holder"},
                                                          {"Representation", "agent", "client", ""},
                                                          {"Succession", "successor", "predecessor", ""}}};

/// Which scheme the values of a property are codes of.
struct entity_code {
    std::string_view property;
    std::string_view scheme;
};
inline constexpr std::array<entity_code, 3> entity_codes{
    {{"wikidataId", "wikidata"}, {"leiCode", "lei"}, {"imoNumber", "imo"}}};

inline constexpr std::array<std::string_view, 4> entity_names{"name", "alias", "previousName", "abbreviation"};
/// What is said of a link beside its ends and dates: it becomes the note.
inline constexpr std::array<std::string_view, 7> entity_remarks{"program", "programId", "provisions", "reason",
                                                                "status",  "summary",   "description"};

template <class List, class Value, class Member>
auto const* entry_of(List const& list, Value const& value, Member member) {
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& e) { return e.*member == value; });
    return found == list.end() ? nullptr : &*found;
}

inline std::string joined(std::vector<std::string> const& texts, std::string_view between) {
    std::string result;
    for (auto const& text : texts) {
        if (!result.empty()) result += between;
        result += text;
    }
    return result;
}

/// Adds entities to a graph.
template <stance_schema S>
class entity_adder {
public:
    entity_adder(typed_graph<S>& g, entity_table const& table, add_entities_options const& options)
        : g_(&g), table_(&table), options_(&options) {}

    add_entities_report add() {
        auto const nodes_before = g_->num_nodes();
        auto const relations_before = g_->num_relations();
        remember_relations();
        add_countries();
        for (auto const& e : table_->entities)
            if (auto const* const kind = entry_of(entity_kinds, e.schema, &entity_kind::schema))
                add_actor(e, kind->kind);
        for (auto const& e : table_->entities) {
            if (entry_of(entity_kinds, e.schema, &entity_kind::schema)) {
                add_parts(e);
            } else if (auto const* const link = entry_of(entity_links, e.schema, &entity_link::schema)) {
                add_link(e, *link);
            } else if (e.schema == "Sanction") {
                add_sanction(e);
            } else {
                leave_out(e.schema);
                continue;
            }
            for (auto const& [property, values] : e.properties)
                if (!values.empty() && !has_place(e, property)) leave_out(e.schema + '.' + property);
        }
        report_.nodes = g_->num_nodes() - nodes_before;
        report_.relations = g_->num_relations() - relations_before;
        return std::move(report_);
    }

private:
    void leave_out(std::string const& what) { ++report_.left_out[what]; }

    /// Whether its country is a state that it is part of, or that acts.
    static bool has_country(entity const& e) {
        return e.schema == "PublicBody" || e.schema == "Position" ||
               (e.schema == "Sanction" && e.values("authority").empty());
    }
    static bool has_place(entity const& described, std::string_view property) {
        auto const among = [&](auto const& list) {
            return std::find(list.begin(), list.end(), property) != list.end();
        };
        if (property == "country") return has_country(described);
        if (entry_of(entity_kinds, described.schema, &entity_kind::schema))
            return among(entity_names) || entry_of(entity_codes, property, &entity_code::property) != nullptr ||
                   property == "parent" || (property == "organization" && described.schema == "Position") ||
                   (property == "topics" && described.values(property) == std::vector<std::string>{"gov.igo"});
        constexpr std::array<std::string_view, 5> of_every_link{"startDate", "endDate", "date", "sourceUrl",
                                                                "publisher"};
        if (among(of_every_link) || among(entity_remarks)) return true;
        if (described.schema == "Sanction")
            return property == "entity" || property == "authority" || property == "listingDate";
        auto const& link = *entry_of(entity_links, described.schema, &entity_link::schema);
        return property == link.from || property == link.to || property == "role";
    }

    // nodes

    void add_countries() {
        listed_states states;
        for (auto const& e : table_->entities)
            if (has_country(e))
                for (auto const& country : e.values("country")) states.add(scheme::iso_alpha_2, upper(country));
        auto const actors = add_states(*g_, states, {}, report_.unmapped);
        for (std::size_t i = 0; i < actors.size(); ++i) countries_.emplace(states[i].id.value, actors[i]);
    }
    static std::string upper(std::string text) {
        for (auto& c : text)
            if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        return text;
    }
    node<actor> country(std::string const& code) const { return countries_.at(upper(code)); }

    void add_actor(entity const& described, actor_kind kind) {
        if (auto const found = g_->find_key(described.id)) {
            if (!g_->template as<actor>(*found)) throw duplicate_key(described.id);
            return;
        }
        auto const& topics = described.values("topics");
        if (kind == actor_kind::organization && std::find(topics.begin(), topics.end(), "gov.igo") != topics.end())
            kind = actor_kind::intergovernmental_organization;
        actor result{described.id, described.caption, kind, {}, {}};
        for (auto const property : entity_names)
            for (auto const& name : described.values(property)) {
                if (result.name.empty()) result.name = name;
                bool const is_known = name == result.name || std::find(result.aliases.begin(), result.aliases.end(),
                                                                       name) != result.aliases.end();
                if (!is_known) result.aliases.push_back(name);
            }
        if (result.name.empty()) result.name = described.id;
        for (auto const& [property, scheme] : entity_codes)
            for (auto const& value : described.values(property)) result.codes.push_back({std::string(scheme), value});
        g_->add(std::move(result));
    }
    std::optional<node<actor>> actor_of(std::string const& id) const {
        auto const found = g_->find_key(id);
        return found ? g_->template as<actor>(*found) : std::nullopt;
    }
    /// The actors that a property names; those that are none are reported.
    std::vector<node<actor>> actors_of(entity const& described, std::string_view property) {
        std::vector<node<actor>> result;
        bool is_missing = described.values(property).empty();
        for (auto const& id : described.values(property)) {
            auto const found = actor_of(id);
            if (found) result.push_back(*found);
            is_missing = is_missing || !found;
        }
        if (is_missing) leave_out(described.schema + '.' + std::string(property) + ": no such actor");
        return result;
    }
    node<actor> authority_named(std::string const& name) {
        if (auto const found = actor_of("followthemoney:authority:" + name)) return *found;
        if (auto const found = g_->template find<actor>(name, spelling::exact)) return *found;
        return g_->add(actor{"followthemoney:authority:" + name, name, actor_kind::other, {}, {}});
    }

    // provenance

    node<publication> publication_with(std::string const& key, publication made) {
        if (auto const found = g_->find_key(key)) {
            auto const known = g_->template as<publication>(*found);
            if (!known) throw duplicate_key(key);
            return *known;
        }
        made.key = key;
        return g_->add(std::move(made));
    }
    /// The first address, or else the first data set, or else what the options name.
    node<publication> source_of(entity const& e) {
        auto const& addresses = e.values("sourceUrl");
        auto const& publishers = e.values("publisher");
        if (!addresses.empty()) {
            publication made{.name = addresses[0], .address = addresses[0]};
            made.publisher = !publishers.empty() ? publishers[0] : e.datasets.empty() ? std::string() : e.datasets[0];
            return publication_with(addresses[0], std::move(made));
        }
        if (!e.datasets.empty())
            return publication_with("followthemoney:dataset:" + e.datasets[0], {.name = e.datasets[0]});
        return options_->source;
    }
    /// What else it says, and who else says so.
    static std::string note_of(entity const& e) {
        std::vector<std::string> parts;
        for (auto const property : entity_remarks)
            if (auto const& values = e.values(property); !values.empty())
                parts.push_back(std::string(property) + ": " + joined(values, ", "));
        std::vector<std::string> others;
        auto const& addresses = e.values("sourceUrl");
        others.insert(others.end(), addresses.begin() + (addresses.empty() ? 0 : 1), addresses.end());
        others.insert(others.end(), e.datasets.begin() + (addresses.empty() && !e.datasets.empty() ? 1 : 0),
                      e.datasets.end());
        if (!others.empty()) parts.push_back("also in: " + joined(others, ", "));
        return joined(parts, "; ");
    }
    /// The earliest of the first property that has dates, or the latest.
    static date date_of(entity const& described, std::initializer_list<std::string_view> properties, bool is_end) {
        date result;
        for (auto const property : properties) {
            for (auto const& text : described.values(property)) {
                auto const read = entity_date(text);
                if (!read) throw invalid_value(described.schema + '.' + std::string(property), text, "a date");
                bool const is_better = !result.is_known() || (is_end ? read->last_day() > result.last_day()
                                                                     : read->first_day() < result.first_day());
                if (is_better) result = *read;
            }
            if (result.is_known()) break;
        }
        return result;
    }
    /// @return nothing if it ends before it begins, which is reported
    std::optional<provenance> cited(entity const& e) {
        period const valid{date_of(e, {"startDate", "listingDate", "date"}, false), date_of(e, {"endDate"}, true)};
        if (valid.from.is_known() && valid.to.is_known() && valid.to.last_day() < valid.from.first_day()) {
            leave_out(e.schema + ".endDate: before the beginning");
            return std::nullopt;
        }
        provenance p{.publication = source_of(e), .locator = "entity " + e.id};
        p.note = note_of(e);
        p.valid = valid;
        p.recorded = e.first_seen;
        return p;
    }

    // relations

    /// What a relation is known by: its entity, type and ends.
    static std::string key_of_relation(std::string const& locator, std::string_view type, any_node from, any_node to) {
        return std::to_string(from.index()) + ' ' + std::to_string(to.index()) + ' ' + std::string(type) + ' ' +
               locator;
    }
    void remember_relations() {
        for (std::size_t i = 0; i < g_->num_relations(); ++i) {
            auto const r = g_->relation_at(i);
            auto const& locator = g_->annotation(r).locator;
            if (!locator.starts_with("entity ")) continue;
            auto const type = g_->visit(r, []<class R>(R const&) { return geostance::detail::type_name<R>(); });
            known_.emplace(key_of_relation(locator, type, g_->source(r), g_->target(r)), r);
        }
    }
    template <class R>
    void relate(entity const& described, node<actor> from, node<actor> to, R const& payload, provenance const& p) {
        if (from == to) return leave_out(described.schema + ": from an actor to itself");
        auto const [at, is_new] =
            known_.try_emplace(key_of_relation(p.locator, geostance::detail::type_name<R>(), from, to));
        if (is_new) {
            at->second = g_->relate(from, to, payload, p);
        } else if (*g_->template get_if<R>(at->second) == payload && g_->annotation(at->second) == p) {
            ++report_.repeats;
        } else {
            ++report_.changed;
        }
    }
    /// What an actor is part of: its parent, its organisation, its country.
    void add_parts(entity const& e) {
        std::vector<node<actor>> wholes;
        for (auto const property : {"parent", "organization"})
            if (has_place(e, property) && !e.values(property).empty())
                for (auto const whole : actors_of(e, property)) wholes.push_back(whole);
        auto const& of_countries = e.values("country");
        if (has_country(e) && of_countries.size() == 1) wholes.push_back(country(of_countries[0]));
        if (has_country(e) && of_countries.size() > 1) leave_out(e.schema + ".country: several");
        if (wholes.empty()) return;
        std::sort(wholes.begin(), wholes.end());
        wholes.erase(std::unique(wholes.begin(), wholes.end()), wholes.end());
        provenance p{.publication = source_of(e), .locator = "entity " + e.id};
        p.recorded = e.first_seen;
        for (auto const whole : wholes) relate(e, *actor_of(e.id), whole, part_of{}, p);
    }
    void add_link(entity const& described, entity_link const& link) {
        auto const from = actors_of(described, link.from);
        auto const to = actors_of(described, link.to);
        if (from.empty() || to.empty()) return;
        auto const p = cited(described);
        if (!p) return;
        auto role = joined(described.values("role"), ", ");
        if (role.empty()) role = link.role;
        for (auto const a : from)
            for (auto const b : to) {
                if (link.schema == "Succession") {
                    relate(described, a, b, succeeds{}, *p);
                } else if (link.schema == "Representation") {
                    relate(described, a, b, speaks_for{role, options_->representation}, *p);
                } else {
                    relate(described, a, b, member_of{role}, *p);
                }
            }
    }
    void add_sanction(entity const& e) {
        auto const whom = actors_of(e, "entity");
        if (whom.empty()) return;
        auto const p = cited(e);
        if (!p) return;
        std::vector<node<actor>> who;
        for (auto const& name : e.values("authority")) who.push_back(authority_named(name));
        if (who.empty())
            for (auto const& code : e.values("country")) who.push_back(country(code));
        if (who.empty()) leave_out("Sanction.authority: none");
        auto const value = options_->policy ? options_->policy->value(e) : std::nullopt;
        for (auto const a : who)
            for (auto const b : whom)
                relate(e, a, b, acts_toward{{"followthemoney", "Sanction"}, value, channel::material}, *p);
    }

    typed_graph<S>* g_;
    entity_table const* table_;
    add_entities_options const* options_;
    std::unordered_map<std::string, any_relation> known_;
    std::map<std::string, node<actor>> countries_;
    add_entities_report report_{};
};

} // namespace detail

/// Adds entities to a graph:
/// - `Person`, `Organization`, `Company`, `PublicBody`, `Position`, `LegalEntity`, `Vessel`, `Airplane` and `Vehicle`
///   are actors, the id their key; public bodies and positions are organs, and `part_of` the one state that they name
///   as their country; a position is `part_of` its organisation, a subsidiary of its parent;
/// - `Membership`, `Directorship`, `Employment` and `Occupancy` are `member_of`; `Representation` is `speaks_for`,
///   `Succession` is `succeeds`;
/// - a `Sanction` is `acts_toward`, from its authority, or else its country, to whom it hits, with the code `Sanction`
///   of the scheme `followthemoney`: an act, which takes no side unless a policy gives it a value.
///
/// A relation holds from the earliest `startDate` (or `listingDate`, or `date`) to the latest `endDate`; without one,
/// whether it has ended is not recorded. It cites the first `sourceUrl`, or else the first data set; the locator is
/// `entity ID`, the note has the programme, the reason and further sources, and `recorded` is the day on which the
/// file's publisher first had it. Everything else is counted in the report as left out, ownership among it: a share in
/// a company is no membership.
///
/// A node whose key the graph has stays as it is. A relation that the graph has from the same entity is not added
/// again.
/// @param g gets the entities; as it was if something is thrown
/// @param table what files say; a link may lead to a node that the graph has from another file
/// @param options what to cite, what representation is worth, the policy of sanctions
/// @return what was added, what was there, and what was left out
/// @throws duplicate_key if an id is the key of a node that is no actor, or a source that of one that is no publication
/// @throws ambiguous_name if several actors bear the name of an authority
/// @throws invalid_value for a date that is none, a value that is not in [-1, 1], an authority that is no enumerator,
///         or a policy without a function
/// @par Complexity
/// O(V + E + n) on average, for n values in the table
/// @par Guarantee
/// If anything is thrown, the graph is as it was before.
/// @par Source
/// The FollowTheMoney model, https://followthemoney.tech.
template <stance_schema S>
add_entities_report add_entities(typed_graph<S>& g, entity_table const& table,
                                 add_entities_options const& options = {}) {
    geostance::detail::check_enumerator("add_entities_options.representation", options.representation);
    if (options.policy) validate(*options.policy);
    transaction change(g);
    auto report = detail::entity_adder<S>(g, table, options).add();
    change.commit();
    return report;
}

} // namespace geostance::io

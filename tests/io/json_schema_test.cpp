// SPDX-License-Identifier: BSL-1.0
#include <geostance/model/fields.hpp>
#include <geostance/model/geopolitics.hpp>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <set>
#include <string>

namespace gs = geostance;
using nlohmann::json;

namespace {

template <class T>
std::set<std::string> names_of_fields() {
    std::set<std::string> names;
    auto const object = gs::detail::unsaid::make<T>();
    gs::for_each_field(object, [&](std::string_view name, auto const&) { names.emplace(name); });
    return names;
}

/// The names of the fields that have to be there.
template <class T>
std::set<std::string> names_of_required() {
    std::set<std::string> names;
    gs::detail::any_field<T>([&](auto const& one) {
        if (one.is_required) names.emplace(one.name);
        return false;
    });
    return names;
}

/// The schema of a class has the fields of the class and `more`, and the enumerators of its enumerations; those of
/// `needed` and the required fields have to be there.
template <class T>
void check_class(json const& definitions, std::set<std::string> const& more, std::set<std::string> needed = {}) {
    auto const name = std::string(gs::detail::type_name<T>());
    CAPTURE(name);
    auto const& properties = definitions.at(name).at("properties");
    auto expected = names_of_fields<T>();
    expected.insert(more.begin(), more.end());
    std::set<std::string> found;
    for (auto const& [member, ignored] : properties.items()) found.insert(member);
    CHECK(found == expected);
    CHECK(definitions.at(name).at("additionalProperties") == false);
    needed.merge(names_of_required<T>());
    CHECK(definitions.at(name).value("required", std::set<std::string>()) == needed);
    auto const object = gs::detail::unsaid::make<T>();
    gs::for_each_field(object, [&]<class F>(std::string_view field, F const&) {
        if constexpr (gs::named_enum<F>)
            CHECK(properties.at(std::string(field)).at("enum") == json(gs::enum_names<F>::of_each));
        if constexpr (gs::described<F>)
            CHECK(properties.at(std::string(field)).at("$ref") == "#/$defs/" + std::string(gs::detail::type_name<F>()));
    });
}

template <class... T>
void check_records(json const& definitions, char const* list, std::set<std::string> const& more,
                   std::set<std::string> const& needed) {
    (check_class<T>(definitions, more, needed), ...);
    json expected = json::array();
    (expected.push_back({{"$ref", "#/$defs/" + std::string(gs::detail::type_name<T>())}}), ...);
    CHECK(definitions.at(list).at("oneOf") == expected);
}
template <class... T>
void check_nodes(json const& definitions, gs::nodes<T...>) {
    check_records<T...>(definitions, "node", {"type"}, {"type", "key"});
}
template <class... R>
void check_relations(json const& definitions, gs::relations<R...>) {
    check_records<R...>(definitions, "relation", {"type", "from", "to", "provenance"}, {"type", "from", "to"});
}

} // namespace

TEST_CASE("geostance.schema.json: has every type, field and enumerator of the vocabulary, and no other") {
    std::ifstream file(GEOSTANCE_SOURCE_DIR "/cmake/geostance.schema.json");
    auto const schema = json::parse(file);
    auto const& definitions = schema.at("$defs");
    check_nodes(definitions, gs::geopolitics::node_types());
    check_relations(definitions, gs::geopolitics::relation_types());
    check_class<gs::provenance>(definitions, {});
    check_class<gs::period>(definitions, {});
    check_class<gs::code>(definitions, {});
    check_class<gs::pledges>(definitions, {});
    CHECK(schema.at("properties").at("geostance").at("enum") == json({1, 2}));
}

// SPDX-License-Identifier: BSL-1.0
// What is in the record, and what is loose in it.
#include "evidence.hpp"
#include "names.hpp"
#include "question.hpp"

#include <geostance/io/json.hpp>
#include <geostance/io/tables.hpp>
#include <geostance/query/claim/quotes.hpp>
#include <geostance/query/describe.hpp>
#include <geostance/query/loose_ends.hpp>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace explorer {

namespace {

/// The aliases of a node that can have any.
std::vector<std::string> aliases_of(gs::stance_graph const& world, gs::any_node n) {
    return world.visit(n, []<class T>(T const& payload) -> std::vector<std::string> {
        if constexpr (requires { payload.aliases; }) return payload.aliases;
        return {};
    });
}
std::vector<std::string> codes_of(gs::stance_graph const& world, gs::any_node n) {
    return world.visit(n, []<class T>(T const& payload) {
        std::vector<std::string> result;
        if constexpr (requires { payload.codes; })
            for (auto const& c : payload.codes) result.push_back(to_string(c));
        return result;
    });
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// Whether a name, key or alias has a text somewhere in it.
bool bears(gs::stance_graph const& world, gs::any_node n, std::string const& part) {
    auto const has = [&](std::string const& name) { return lower(name).find(part) != std::string::npos; };
    auto const aliases = aliases_of(world, n);
    return has(name_of(world, n)) || has(std::string(key_of(world, n))) ||
           std::any_of(aliases.begin(), aliases.end(), has);
}

answer nodes(asking const& q) {
    auto const part = q.words.empty() ? std::string() : lower(q.words[0]);
    auto const& kind = q.setting("kind");
    answer result{{}, "no node has such a name"};
    for (std::size_t i = 0; i < q.world.num_nodes(); ++i) {
        auto const n = q.world.node_at(i);
        if ((kind != "any" && kind_of(q.world, n) != kind) || !bears(q.world, n, part)) continue;
        auto const aliases = aliases_of(q.world, n);
        auto sentence = kind_of(q.world, n) + ' ' + std::string(key_of(q.world, n)) + ": " + name_of(q.world, n);
        for (auto const& alias : aliases) sentence += "; " + alias;
        result.rows.push_back(
            {std::move(sentence),
             {kind_of(q.world, n), std::string(key_of(q.world, n)), name_of(q.world, n), aliases, codes_of(q.world, n)},
             {}});
    }
    return result;
}

answer relations(asking const& q) {
    answer result{{}, "no relation is recorded"};
    auto const asked = q.words.empty() ? std::optional<gs::any_node>() : q.node(0);
    for (std::size_t i = 0; i < q.world.num_relations(); ++i) {
        auto const r = q.world.relation_at(i);
        auto const from = q.world.source(r);
        auto const to = q.world.target(r);
        if (asked && from != *asked && to != *asked) continue;
        result.rows.push_back(
            {describe(q.world, r), {name_of(q.world, from), name_of(q.world, to)}, proofs_of({r}, {})});
    }
    return result;
}

answer record(asking const& q) {
    if (auto const& folder = q.setting("tables"); !folder.empty()) {
        answer result;
        for (auto const& path : gs::io::write_tables(folder, q.world)) result.document += path.string() + '\n';
        return result;
    }
    std::ostringstream out;
    gs::io::write_json(out, q.world);
    return {.document = out.str()};
}

answer check(asking const& q) {
    answer result{{}, "no loose ends"};
    for (auto const& end : loose_ends(q.world)) {
        auto evidence = end.recorded.is_null() ? std::vector<proof>() : proofs_of({end.recorded}, {});
        auto const what = end.recorded.is_null() ? name_of(q.world, end.said) : describe(q.world, end.recorded);
        result.rows.push_back(
            {describe(q.world, end), {std::string(to_string(end.kind)), what}, std::move(evidence), tone::unsure});
    }
    result.finds_faults = !result.rows.empty();
    return result;
}

/// The text of a publication: the file `KEY.txt` of a folder, other characters of the key than letters, digits, `-`,
/// `_` and `.` being `_` in the name of the file.
std::optional<std::string> text_in(std::filesystem::path const& folder, std::string key) {
    std::replace_if(
        key.begin(), key.end(),
        [](unsigned char c) { return std::isalnum(c) == 0 && c != '-' && c != '_' && c != '.'; }, '_');
    std::ifstream in(folder / (key + ".txt"), std::ios::binary);
    if (!in) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(in), {});
}

answer quotes(asking const& q) {
    std::filesystem::path const folder = q.words[0];
    if (!is_directory(folder))
        throw gs::invalid_value("FOLDER", q.words[0], "a folder with a file KEY.txt a publication");
    answer result{{}, "every quote stands in its publication"};
    auto const text_of = [&](gs::publication const& p) { return text_in(folder, p.key); };
    for (auto const& u : check_quotes(q.world, text_of)) {
        auto const where = u.publication.is_null() ? std::string() : name_of(q.world, u.publication);
        auto const key = u.publication.is_null() ? std::string() : std::string(key_of(q.world, u.publication));
        result.rows.push_back({std::string(u.has_text ? "not in the text" : "no text to look in") +
                                   (where.empty() ? "" : ", " + where) + ": " + u.quote,
                               {text(where), text(key), text(u.quote), u.has_text},
                               proofs_of({u.relation}, {}),
                               tone::unsure});
    }
    result.finds_faults = !result.rows.empty();
    return result;
}

} // namespace

std::vector<question> record_questions() {
    parameter const part{"TEXT", "a part of the name", parameter::number::at_most_one};
    return {
        {"nodes",
         "what the record names, by which names and keys",
         {part},
         reads::nothing,
         {"kind", "key", "name", "aliases", "codes"},
         "nodes experts",
         nodes,
         {{"kind", "only one kind", "any", {"any", "actor", "alliance", "issue", "statement", "publication"}}}},
        {"relations",
         "what is recorded, of one node or in all",
         {{"NODE", "a node", parameter::number::at_most_one}},
         reads::nothing,
         {"from", "to"},
         "relations Seoul",
         relations,
         {}},
        {"check",
         "what counts for less than it may seem to",
         {},
         reads::nothing,
         {"kind", "what"},
         "check --file river.json",
         check,
         {}},
        {"quotes",
         "quotes that do not stand in their publication",
         {{"FOLDER", "a folder with a file KEY.txt for each publication", {}}},
         reads::nothing,
         {"publication", "key", "quote", "has_text"},
         "quotes data/texts --file river_reply.json",
         quotes,
         {}},
        {"record",
         "the record itself, several files as one",
         {},
         reads::nothing,
         {},
         "record --file river.json",
         record,
         {{"tables", "a folder for tables in CSV, one a type; prints their paths in place of the record", "", {}}}},
    };
}

} // namespace explorer

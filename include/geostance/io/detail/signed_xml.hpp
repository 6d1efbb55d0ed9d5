// SPDX-License-Identifier: BSL-1.0
/// @file
/// Signed networks in GraphML and GEXF, as networkx, igraph, Gephi, yEd and Cytoscape write them.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/beginning.hpp>
#include <geostance/io/detail/bytes.hpp>
#include <geostance/io/detail/tie_columns.hpp>
#include <geostance/io/detail/trimmed.hpp>
#include <geostance/io/detail/xml_scanner.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_result.hpp>
#include <geostance/io/signed_network.hpp>
#include <geostance/io/signed_read_options.hpp>

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// A node or edge with its attributes by name.
struct xml_element {
    std::string id{};
    std::string source{};
    std::string target{};
    std::string label{};            ///< what a picture shows: `label` of GEXF, NodeLabel and EdgeLabel of yEd
    std::optional<bool> directed{}; ///< where the element says it
    std::map<std::string, std::string, std::less<>> data{};
};

/// The nodes and edges of a document.
struct xml_graph {
    bool directed = false;
    std::vector<xml_element> nodes{};
    std::vector<xml_element> edges{};
    std::uint64_t edges_without_ends = 0; ///< which are not kept
    /// what an attribute is where an element does not say it; not written into each, lest many defaults of many
    /// elements take room and time that grow with the square of the file
    using values = std::map<std::string, std::string, std::less<>>;
    values defaults_of_nodes{};
    values defaults_of_edges{};

    /// The value of an attribute; null if it has none.
    /// @param defaults those of nodes or of edges, whichever it is
    [[nodiscard]] static std::string const* value(xml_element const& of, std::string_view name,
                                                  values const& defaults) {
        if (auto const found = of.data.find(name); found != of.data.end()) return &found->second;
        auto const otherwise = defaults.find(name);
        return otherwise == defaults.end() ? nullptr : &otherwise->second;
    }
};

/// Collects the nodes and edges of a document in GraphML or GEXF.
class xml_graph_reader {
public:
    xml_graph_reader(std::string const& file, std::string_view text, std::size_t max_element)
        : scanner_(file, text, max_element) {}

    xml_graph read() {
        for (;;) {
            auto const part = scanner_.next();
            switch (part.what) {
            case xml_scanner::kind::begin: begin(part); break;
            case xml_scanner::kind::end: end(part.name); break;
            case xml_scanner::kind::text: text(part.text); break;
            case xml_scanner::kind::done: return std::move(graph_);
            }
        }
    }

private:
    /// A declared attribute: `key` of GraphML, `attribute` of GEXF.
    struct declared {
        std::string name;
        std::string domain; ///< `node`, `edge`, or others for both
        std::optional<std::string> fallback{};
    };

    void begin(xml_scanner::part const& p) {
        text_.clear();
        if (p.name == "graph") {
            if (++graphs_ > 1) scanner_.fail("a further graph", "one graph");
            auto const kind =
                p.attributes.contains("edgedefault") ? p.attribute("edgedefault") : p.attribute("defaultedgetype");
            graph_.directed = kind == "directed";
        } else if (p.name == "key") {
            auto const name = p.attribute("attr.name");
            key_ = p.attribute("id");
            domain_ = p.attribute("for");
            keys_[key_] = {name.empty() ? key_ : name, domain_};
        } else if (p.name == "attributes") {
            domain_ = p.attribute("class");
        } else if (p.name == "attribute") {
            key_ = domain_ + ' ' + p.attribute("id");
            keys_[key_] = {p.attribute("title"), domain_};
        } else if (p.name == "node") {
            if (!p.attributes.contains("id")) scanner_.fail("a node without an id", "an id");
            open_ = {p.attribute("id"), {}, {}, p.attribute("label"), {}, {}};
            is_open_ = true;
        } else if (p.name == "edge") {
            begin_edge(p);
        } else if (p.name == "data" && is_open_) {
            key_ = p.attribute("key");
        } else if (p.name == "attvalue" && is_open_) {
            auto id = p.attribute("for");
            if (id.empty()) id = p.attribute("id");
            auto const found = keys_.find(domain_of_element_ + id);
            open_.data[found == keys_.end() ? id : found->second.name] = p.attribute("value");
        }
        if (p.name == "node" || p.name == "edge") domain_of_element_ = p.name + ' ';
    }
    void begin_edge(xml_scanner::part const& p) {
        open_ = {p.attribute("id"), p.attribute("source"), p.attribute("target"), p.attribute("label"), {}, {}};
        auto const kind = p.attributes.contains("type") ? p.attribute("type") : p.attribute("directed");
        if (kind == "directed" || kind == "true") open_.directed = true;
        if (kind == "undirected" || kind == "false") open_.directed = false;
        if (p.attributes.contains("weight")) open_.data["weight"] = p.attribute("weight");
        is_open_ = true;
    }
    void text(std::string const& piece) { text_ += piece; }
    void end(std::string const& name) {
        if (name == "default" && keys_.contains(key_)) {
            keys_[key_].fallback = text_;
        } else if (name == "data" && is_open_) {
            auto const found = keys_.find(key_);
            if (found == keys_.end()) scanner_.fail(key_, "the id of a key that is declared before");
            if (!trimmed(text_).empty()) open_.data[found->second.name] = std::string(trimmed(text_));
        } else if ((name == "NodeLabel" || name == "EdgeLabel") && is_open_) {
            if (open_.label.empty()) open_.label = std::string(trimmed(text_));
        } else if (name == "node" || name == "edge") {
            end_element(name == "node");
        } else if (name == "graph") {
            add_defaults();
        }
        text_.clear();
    }
    void end_element(bool is_node) {
        is_open_ = false;
        if (is_node)
            graph_.nodes.push_back(std::move(open_));
        else if (open_.source.empty() || open_.target.empty())
            ++graph_.edges_without_ends;
        else
            graph_.edges.push_back(std::move(open_));
        open_ = {};
    }
    void add_defaults() {
        for (auto& [id, key] : keys_)
            if (key.fallback) {
                if (key.domain != "edge") graph_.defaults_of_nodes.try_emplace(key.name, *key.fallback);
                if (key.domain != "node") graph_.defaults_of_edges.try_emplace(key.name, *key.fallback);
            }
    }

    xml_scanner scanner_;
    xml_graph graph_;
    std::size_t graphs_ = 0;
    std::map<std::string, declared> keys_;
    std::string key_;
    std::string domain_;
    std::string domain_of_element_;
    std::string text_;
    xml_element open_;
    bool is_open_ = false;
};

/// The names of the nodes: their labels where each has one of its own, else their ids.
inline std::vector<std::string> names_of(xml_graph const& graph) {
    auto const& nodes = graph.nodes;
    auto const label = [&](xml_element const& element) {
        for (auto const* const name : {"name", "label", "Label", "shared name"})
            if (auto const* const found = xml_graph::value(element, name, graph.defaults_of_nodes);
                found != nullptr && !found->empty())
                return *found;
        return element.label;
    };
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (auto const& n : nodes) {
        names.push_back(label(n));
        if (names.back().empty() || !seen.insert(names.back()).second) {
            names.clear();
            for (auto const& one : nodes) names.push_back(one.id);
            return names;
        }
    }
    return names;
}

/// The attribute of the edges that holds the sign, and the one that holds the size.
struct sign_attributes {
    std::string sign{};
    std::string weight{};
};

inline sign_attributes find_sign_attributes(std::string const& file, xml_graph const& graph,
                                            signed_read_options const& options) {
    std::set<std::string> all;
    bool has_labels = false;
    if (!graph.edges.empty())
        for (auto const& [name, value] : graph.defaults_of_edges) all.insert(name);
    for (auto const& e : graph.edges) {
        for (auto const& [name, value] : e.data) all.insert(name);
        has_labels = has_labels || sign_in(e.label).has_value();
    }
    std::vector<std::string> const names(all.begin(), all.end());
    std::vector<std::string> folded_names;
    folded_names.reserve(names.size());
    for (auto const& name : names) folded_names.push_back(folded(name));
    auto found = find_sign_columns(folded_names, options.sign);
    if (found.sign && found.weight && !is_one_of(folded_names[*found.sign], std::span(sign_headings).first(7)))
        found.sign.reset();
    if (!found.exists() && !graph.edges.empty() && (!has_labels || !options.sign.empty()))
        throw read_error({file}, "edges with " + (names.empty() ? "no attribute" : geostance::detail::join(names)),
                         options.sign.empty() ? "an attribute 'sign', 'weight' or 'value', or "
                                                "signed_read_options.sign with the name of another"
                                              : "an attribute '" + options.sign + "'");
    return {found.sign ? names[*found.sign] : "", found.weight ? names[*found.weight] : ""};
}

/// Turns edges into ties.
class xml_ties {
public:
    xml_ties(std::string file, xml_graph const& graph, signed_read_options const& options)
        : file_(std::move(file)), graph_(&graph), options_(&options),
          attributes_(find_sign_attributes(file_, graph, options)) {
        for (auto const& n : graph.nodes)
            if (!numbers_.emplace(n.id, static_cast<std::uint32_t>(numbers_.size())).second)
                throw read_error({file_}, excerpt(n.id), "each id once");
    }
    read_result<signed_network> read() {
        read_result<signed_network> result;
        result.value.names = names_of(*graph_);
        for (std::uint64_t i = 0; i < graph_->edges_without_ends; ++i)
            note_or_throw(result.report, {{file_}, "an edge without its two ends", "source and target"});
        for (auto const& e : graph_->edges) {
            try {
                take(e, result);
            } catch (read_error const& problem) {
                note_or_throw(result.report, problem);
            }
        }
        return result;
    }

private:
    void note_or_throw(read_report& report, read_error const& problem) const {
        if (options_->rows.bad_rows == bad_rows::stop) throw read_error(problem);
        note(report, problem, options_->rows.max_problems);
    }
    void take(xml_element const& element, read_result<signed_network>& result) const {
        auto const from = vertex(element.source);
        auto const to = vertex(element.target);
        auto const weight = weight_of(element);
        ++result.report.rows;
        if (!weight) return void(++result.report.warnings.reasons["no sign: left out"]);
        bool const is_arc = options_->directed.value_or(element.directed.value_or(graph_->directed));
        (is_arc ? result.value.arcs : result.value.edges).push_back({from, to, *weight});
    }
    [[nodiscard]] std::uint32_t vertex(std::string const& id) const {
        auto const found = numbers_.find(id);
        if (found == numbers_.end()) throw read_error({file_}, excerpt(id), "the id of a node");
        return found->second;
    }
    [[nodiscard]] std::optional<double> number(xml_element const& element, std::string const& name) const {
        if (name.empty()) return std::nullopt;
        auto const* const found = xml_graph::value(element, name, graph_->defaults_of_edges);
        if (found == nullptr || is_missing_text(*found)) return std::nullopt;
        if (auto const value = sign_in(*found)) return value;
        text_place where{file_};
        where.field = name;
        throw read_error(std::move(where), excerpt(*found), "a sign or a finite number");
    }
    [[nodiscard]] std::optional<double> weight_of(xml_element const& e) const {
        if (attributes_.sign.empty() && attributes_.weight.empty()) return sign_in(e.label);
        auto const sign = number(e, attributes_.sign);
        auto const size = number(e, attributes_.weight);
        if (!sign || !size) return sign ? sign : size;
        if (auto const weight = joined_weight(*sign, *size)) return weight;
        throw read_error({file_}, e.source + ", " + e.target, "a weight that does not contradict the sign");
    }

    std::string file_;
    xml_graph const* graph_;
    signed_read_options const* options_;
    sign_attributes attributes_;
    std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

/// The whole of an input.
/// @throws read_error if it is longer than fits, or not UTF-8
inline std::string whole_text(input& in, read_options const& options) {
    std::string text;
    constexpr std::size_t block = std::size_t(1) << 18U;
    for (;;) {
        if (options.stop && options.stop()) throw cancelled("reading " + in.name() + " was cancelled");
        auto const size = text.size();
        text.resize(size + block);
        auto const count = in.bytes().read(text.data() + size, block);
        text.resize(size + count);
        if (options.progress) options.progress(in.bytes().done(), in.bytes().total());
        if (count == 0) break;
    }
    refuse_other_than_utf8(in.name(), text);
    if (auto const at = find_not_utf8(text))
        throw read_error({in.name()}, "byte " + std::to_string(static_cast<unsigned char>(text[*at])), "text in UTF-8");
    return text;
}

inline read_result<signed_network> read_xml_network(input in, signed_read_options const& options) {
    validate(options.rows);
    auto const text = whole_text(in, options.rows);
    auto const graph = xml_graph_reader(in.name(), text, options.rows.max_row_bytes).read();
    return xml_ties(in.name(), graph, options).read();
}

} // namespace geostance::io::detail

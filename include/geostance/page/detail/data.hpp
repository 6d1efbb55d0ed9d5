// SPDX-License-Identifier: BSL-1.0
/// @file
/// The content of a page as JSON, from which its script shows one reading after another.
#pragma once

#include <geostance/detail/number_text.hpp>
#include <geostance/page/detail/content.hpp>
#include <geostance/page/detail/escape.hpp>

#include <cmath>
#include <string>
#include <vector>

namespace geostance::page::detail {

/// A JSON list of what `put` makes of each element.
template <class List, class Put>
[[nodiscard]] std::string json_list(List const& list, Put put) {
    std::string out = "[";
    for (auto const& element : list) {
        if (out.size() > 1) out += ',';
        out += put(element);
    }
    return out += ']';
}

[[nodiscard]] inline std::string json_number(number n) { return n == nothing ? "-1" : std::to_string(n); }
[[nodiscard]] inline std::string json_number(double value) {
    return std::isfinite(value) ? geostance::detail::number_text(value) : "null";
}

[[nodiscard]] inline std::string json_of(shown_relation const& r) {
    return json_list(std::vector{&r.sentence, &r.note, &r.said_in, &r.place, &r.quote, &r.language, &r.link},
                     [](auto const* text) { return json_string(*text); });
}

/// [relation, how it counts, derivation, effect]; how it counts: 1 = replaced, 2 = repeats, 4 = may not hold; without
/// an effect if it does not carry over.
[[nodiscard]] inline std::string json_of(shown_piece const& p) {
    return '[' + std::to_string(p.relation) + ',' +
           std::to_string((p.replaced ? 1 : 0) + (p.repeats ? 2 : 0) + (p.is_sure ? 0 : 4)) + ',' +
           std::to_string(static_cast<int>(p.how)) + (p.via == nothing ? "" : ',' + std::to_string(p.via)) + ']';
}

[[nodiscard]] inline std::string json_of(shown_camps const& c) {
    auto const tie = [](misfit const& m) {
        return '[' + std::to_string(m.first) + ',' + std::to_string(m.second) + ',' + json_number(m.value) + ']';
    };
    auto const camp = [](std::vector<number> const& members) {
        return json_list(members, [](number n) { return std::to_string(n); });
    };
    return "{\"members\":" + json_list(c.members, camp) + ",\"against\":" + json_list(c.against, tie) +
           ",\"proven\":" + (c.is_proven ? "true" : "false") + '}';
}

/// [pair, answer, foundation, ...]
[[nodiscard]] inline std::string json_of(std::vector<held_answer> const& held) {
    return json_list(held, [](held_answer const& h) {
        return std::to_string(h.pair) + ',' + std::to_string(h.answer) + ',' + std::to_string(h.foundation);
    });
}

/// [account, day, channel, known, camps, what is held]; -1 stands for none.
[[nodiscard]] inline std::string json_of(shown_reading const& r) {
    return '[' + json_number(r.account) + ',' + json_number(r.day) + ',' + json_number(r.channel) + ',' +
           json_number(r.known) + ',' + json_number(r.camps) + ',' + json_of(r.held) + ']';
}

/// [title, [what is held instead, by account]]
[[nodiscard]] inline std::string json_of(shown_supposition const& s) {
    return '[' + json_string(s.title) + ',' + json_list(s.held, [](auto const& held) { return json_of(held); }) + ']';
}

/// All data of the page.
[[nodiscard]] inline std::string data_of(content const& all) {
    auto const text = [](std::string const& said) { return json_string(said); };
    auto const node = [](shown_node const& n) { return '[' + json_string(n.name) + ',' + json_string(n.kind) + ']'; };
    auto const pair = [](shown_pair const& p) {
        return '[' + std::to_string(p.who) + ',' + std::to_string(p.target) + ']';
    };
    auto const answer = [](shown_answer const& a) {
        return '[' + json_string(to_string(a.attitude)) + ',' + json_number(a.value) + ',' + json_number(a.weight) +
               ',' + std::to_string(a.pieces) + ',' + std::to_string(a.sources) + ',' + (a.is_sure ? '1' : '0') + ']';
    };
    auto const of = [](auto const& one) { return json_of(one); };
    std::string out = "{\"nodes\":" + json_list(all.nodes, node);
    auto pairs = all.pairs;
    pairs.insert(pairs.end(), all.supposed_pairs.begin(), all.supposed_pairs.end());
    out += ",\n\"pairs\":" + json_list(pairs, pair);
    out += ",\n\"accounts\":" + json_list(all.accounts, text);
    out += ",\n\"days\":" + json_list(all.days, text);
    out += ",\n\"channels\":" + json_list(all.channels, text);
    out += ",\n\"known\":" + json_list(all.known, text);
    out += ",\n\"answers\":" + json_list(all.answers, answer);
    out += ",\n\"foundations\":" + json_list(all.foundations, [&](std::vector<shown_piece> const& foundation) {
               return json_list(foundation, of);
           });
    out += ",\n\"relations\":" + json_list(all.relations, of);
    out += ",\n\"camps\":" + json_list(all.camps, of);
    out += ",\n\"readings\":" + json_list(all.readings, of);
    out += ",\n\"suppositions\":" + json_list(all.suppositions, of);
    return out += "}\n";
}

} // namespace geostance::page::detail

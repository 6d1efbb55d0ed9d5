// SPDX-License-Identifier: BSL-1.0
/// @file
/// Random graphs of any described schema, for round trips: every field of every type takes all kinds of values.
#pragma once

#include <geostance/graph/typed_graph.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/model/geopolitics.hpp>
#include <geostance/model/same_content.hpp>

#include <array>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::testing {

/// A user's own types beside the shipped ones, with fields of every kind that files know.
enum class fluid { oil, gas };
constexpr std::array<std::string_view, 2> enumerator_names(fluid) { return {"oil", "gas"}; }

struct place {
    std::string country{};
    double latitude = 0;
    friend bool operator==(place const&, place const&) = default;
};
struct pipeline {
    std::string key{};
    std::string name{};
    double capacity = 1.5;
    std::int32_t strings = 2;
    std::uint64_t serial = 0;
    bool is_built = true;
    fluid carries = fluid::gas;
    std::optional<double> pressure{};
    std::optional<std::string> note{};
    date opened{};
    period leased{};
    place from{};
    std::vector<double> readings{};
    std::vector<place> stations{};
    std::vector<fluid> carried{};
    node<actor> owner{};
    any_node beside{};
};
struct operates {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, actor>&& std::same_as<To, pipeline>;
    double share = 1.0;
    node<publication> contract{};
};

} // namespace geostance::testing

template <>
struct geostance::fields<geostance::testing::place> {
    using place = geostance::testing::place;
    static constexpr std::tuple of_each{field("country", &place::country), field("latitude", &place::latitude)};
};
template <>
struct geostance::fields<geostance::testing::pipeline> {
    using pipeline = geostance::testing::pipeline;
    static constexpr std::tuple of_each{field("key", &pipeline::key),           field("name", &pipeline::name),
                                        field("capacity", &pipeline::capacity), field("strings", &pipeline::strings),
                                        field("serial", &pipeline::serial),     field("is_built", &pipeline::is_built),
                                        field("carries", &pipeline::carries),   field("pressure", &pipeline::pressure),
                                        field("note", &pipeline::note),         field("opened", &pipeline::opened),
                                        field("leased", &pipeline::leased),     field("starts", &pipeline::from),
                                        field("readings", &pipeline::readings), field("stations", &pipeline::stations),
                                        field("carried", &pipeline::carried),   field("owner", &pipeline::owner),
                                        field("beside", &pipeline::beside)};
};
template <>
struct geostance::fields<geostance::testing::operates> {
    using operates = geostance::testing::operates;
    static constexpr std::tuple of_each{field("share", &operates::share), field("contract", &operates::contract)};
};

namespace geostance::testing {

using own_schema = extend<geopolitics, nodes<pipeline>, relations<operates>>;

/// Which texts occur.
enum class texts { any_utf8, without_controls };

template <graph_schema S>
class random_graph {
public:
    explicit random_graph(std::uint32_t seed, texts allowed = texts::any_utf8) : random_(seed), texts_(allowed) {}

    /// A graph with that many nodes, and that many relations if twenty times as many tries suffice.
    typed_graph<S> operator()(std::size_t nodes, std::size_t relations) {
        graph_ = {};
        types_.clear();
        while (graph_.num_nodes() < nodes) add_node(typename S::node_types());
        for (auto tries = 20 * relations; tries > 0 && graph_.num_relations() < relations; --tries)
            add_relation(typename S::relation_types());
        return std::move(graph_);
    }

private:
    std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }

    std::string text() {
        static constexpr std::string_view pieces[] = {
            "a",  "Z", "0",  " ",  "\"", "\\", "'", "<", ">",  "&",  "|",  ":",   ",",    ";",    "/",    "é", "Ж",
            "中", "😀", "ab", "{}", "[]", "$",  "#", "%", "\n", "\t", "\r", "]]>", "\x7F", "\x01", "\x1F", "\b"};
        constexpr std::size_t controls = 4;
        auto const kinds = std::size(pieces) - (texts_ == texts::any_utf8 ? 0 : controls);
        std::string result;
        for (auto n = below(8); n > 0; --n) result += pieces[below(kinds)];
        return result;
    }

    /// A text that is not empty, as aliases and codes must be.
    std::string word() { return text() + "a"; }

    template <class T>
    void fill(T& value) {
        if constexpr (text_field<T>) {
            value = text();
        } else if constexpr (std::same_as<T, code>) {
            value = {word(), word()};
        } else if constexpr (std::same_as<T, std::vector<std::string>>) {
            for (auto n = below(4); n > 0; --n) value.push_back(word());
        } else if constexpr (std::same_as<T, bool>) {
            value = below(2) == 0;
        } else if constexpr (std::floating_point<T>) {
            static constexpr T special[] = {0, T(-0.0), 1, -1, T(0.1), T(-1) / 3, T(1e-300), T(5e-324)};
            value =
                below(3) == 0 ? special[below(std::size(special))] : std::uniform_real_distribution<T>(-1, 1)(random_);
        } else if constexpr (std::integral<T>) {
            value = static_cast<T>(std::uint64_t{random_()} << 32U | random_());
        } else if constexpr (std::is_enum_v<T>) {
            value = static_cast<T>(below(enum_names<T>::of_each.size()));
        } else if constexpr (std::same_as<T, date>) {
            value = some_date();
        } else if constexpr (std::same_as<T, any_node>) {
            if (graph_.num_nodes() > 0 && below(2) == 0) value = graph_.node_at(below(graph_.num_nodes()));
        } else if constexpr (node_handle<T>) {
            auto const all = nodes_of<typename T::payload_type>(graph_);
            if (!all.empty() && below(3) != 0) value = all.begin()[static_cast<std::ptrdiff_t>(below(all.size()))];
        } else if constexpr (detail::is_optional<T>) {
            if (below(2) == 0) fill(value.emplace());
        } else if constexpr (detail::is_vector<T>) {
            for (auto n = below(4); n > 0; --n) fill(value.emplace_back());
        } else if constexpr (described<T>) {
            for_each_field(value, [&](std::string_view, auto& one) {
                if (below(3) != 0) fill(one);
            });
        }
    }

    date some_date() {
        std::chrono::sys_days const day(std::chrono::days(static_cast<int>(below(60000)) - 30000));
        std::chrono::year_month_day const ymd(day);
        switch (below(7)) {
        case 0: return {};
        case 1: return date::open();
        case 2: return ymd.year();
        case 3: return std::chrono::year(static_cast<int>(below(65535)) - 32767);
        case 4: return ymd.year() / ymd.month();
        default: return day;
        }
    }

    template <class... Types>
    void add_node(nodes<Types...>) {
        auto const which = below(sizeof...(Types));
        std::size_t i = 0;
        ((i++ == which ? add_one<Types>(which) : void()), ...);
    }
    template <class T>
    void add_one(std::size_t type) {
        auto payload = detail::unsaid::make<T>();
        fill(payload);
        payload.key = text() + std::to_string(graph_.num_nodes());
        try {
            graph_.add(std::move(payload));
            types_.push_back(type);
        } catch (invalid_value const&) {
            // the rules of the payload forbid it; the next one will do
        }
    }

    template <class... Types>
    void add_relation(relations<Types...>) {
        auto const which = below(sizeof...(Types));
        std::size_t i = 0;
        ((i++ == which ? relate_one<Types>() : void()), ...);
    }
    template <class R>
    void relate_one() {
        using links = detail::link_table<R, typename S::node_types>;
        auto const from = below(graph_.num_nodes());
        auto const to = below(graph_.num_nodes());
        if (!links::allows[types_[from] * links::size + types_[to]]) return; // as for most: to throw takes long
        auto payload = detail::unsaid::make<R>();
        typename S::annotation annotation{};
        fill(payload);
        if (below(4) != 0) fill(annotation);
        try {
            graph_.relate_any(graph_.node_at(from), graph_.node_at(to), std::move(payload), std::move(annotation));
        } catch (invalid_value const&) {
            // the rules of the payload forbid it; the next one will do
        }
    }

    std::mt19937 random_;
    texts texts_;
    typed_graph<S> graph_;
    std::vector<std::size_t> types_; // of the nodes, by their places in the schema
};

} // namespace geostance::testing

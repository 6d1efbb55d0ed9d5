// SPDX-License-Identifier: BSL-1.0
/// @file
/// From the tokens of a record to a node or relation of a graph.
#pragma once

#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/expected_date.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/key_index.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/detail/nearest.hpp>
#include <geostance/io/detail/node_keys.hpp>
#include <geostance/io/detail/type_tags.hpp>
#include <geostance/io/detail/value_type.hpp>
#include <geostance/model/date_text.hpp>
#include <geostance/model/rare_text.hpp>
#include <geostance/model/required.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// A record's tokens, walked from first to last.
class json_cursor {
public:
    json_cursor(json_record const& record, json_window const& window) : record_(&record), window_(&window) {}

    [[nodiscard]] json_token const& token() const { return record_->tokens[at_]; }
    [[nodiscard]] json_kind kind() const { return token().kind; }
    [[nodiscard]] std::string_view text() const { return record_->text(token()); }
    [[nodiscard]] std::size_t at() const { return at_; }
    void go_to(std::size_t at) { at_ = at; }
    void next() { ++at_; }

    /// Moves past the value that begins here.
    void skip() {
        std::size_t depth = 0;
        do {
            auto const kind = this->kind();
            if (kind == json_kind::begin_object || kind == json_kind::begin_array) ++depth;
            if (kind == json_kind::end_object || kind == json_kind::end_array) --depth;
            next();
        } while (depth > 0);
    }

    /// @throws read_error with the place of the current token and the path to it
    [[noreturn]] void fail(std::string expected) const {
        auto const found = here();
        fail(std::move(expected), path(), found.value);
    }
    /// @throws read_error with the place of the object under the cursor, which lacks a member
    /// @param words what the member may say, where only these are known
    [[noreturn]] void fail_missing(std::string_view name, std::span<std::string_view const> words = {}) const {
        auto field = path();
        if (!field.empty()) field += '.';
        auto expected = "an object with a member '" + std::string(name) + "'";
        if (!words.empty()) expected += ": " + one_of(words);
        fail(std::move(expected), field += name, "none");
    }
    /// @throws read_error with the place of the current token
    [[noreturn]] void fail(std::string expected, std::string field, std::string value) const {
        auto where = here().where;
        where.field = std::move(field);
        throw read_error(std::move(where), std::move(value), std::move(expected));
    }

    /// Moves from a name to its value.
    /// @param seen the names that were there before
    /// @param name this one's bit
    void enter(std::uint64_t& seen, std::uint64_t name) {
        if ((seen & name) != 0) fail("each name once");
        seen |= name;
        next();
    }

    /// Moves to the value of that name in the record's outermost object; does not move if there is none.
    /// @return true if there is one
    bool find(std::string_view name) {
        auto const start = at_;
        if (record_->tokens.front().kind != json_kind::begin_object) return false;
        for (at_ = 1; kind() == json_kind::name;) {
            bool const is_it = text() == name;
            next();
            if (is_it) return true;
            skip();
        }
        at_ = start;
        return false;
    }

private:
    [[nodiscard]] json_failure here() const {
        return {*window_, at_ == 0 ? record_->begin : record_->tokens[at_ - 1].end, token().end};
    }

    /// The names that lead to the current token, with dots.
    [[nodiscard]] std::string path() const {
        return json_path(*record_, kind() == json_kind::begin_object ? at_ : at_ + 1);
    }

    json_record const* record_;
    json_window const* window_;
    std::size_t at_ = 0;
};

/// The node whose key stands under the cursor.
/// @param type the name of the type that it has to have; empty if it may have any
inline any_node read_node(json_cursor& in, node_finder find, std::string_view type = {}) {
    if (in.kind() != json_kind::text) in.fail("the key of a node, as text");
    auto const found = find(in.text(), type);
    if (found.is_null()) in.fail(expected_key(type));
    in.next();
    return found;
}

inline void read_number(json_cursor& in, value_ref value) {
    auto const& t = in.token();
    auto const& number = *value.type.number;
    bool const is_number = t.kind == json_kind::number || t.kind == json_kind::integer || t.kind == json_kind::natural;
    if (number.is_whole) {
        bool const fits = t.kind == json_kind::integer   ? number.store_integer(value.at, t.integer())
                          : t.kind == json_kind::natural ? number.store_natural(value.at, t.natural())
                                                         : false;
        if (!fits) in.fail(number.range());
    } else {
        if (!is_number) in.fail("a number");
        if (!number.store(value.at, t.number())) in.fail("a number that the field can hold");
    }
    in.next();
}

inline void read_word(json_cursor& in, value_ref value) {
    auto const words = value.type.words;
    if (in.kind() != json_kind::text) in.fail(one_of(words) + ", as text");
    auto const place = place_of(words, in.text());
    if (place == words.size()) in.fail(one_of(words, in.text()));
    set_word(value, place);
    in.next();
}

inline date read_day(json_cursor& in) {
    if (in.kind() != json_kind::text) in.fail(expected_date("") + ", as text");
    auto const read = date_from_string(in.text());
    if (!read) in.fail(expected_date(in.text()));
    in.next();
    return *read;
}

inline bool read_truth(json_cursor& in) {
    if (in.kind() != json_kind::boolean) in.fail("true or false");
    auto const read = in.token().is_true();
    in.next();
    return read;
}

/// The text under the cursor, good as long as the record.
inline std::string_view read_text(json_cursor& in) {
    if (in.kind() != json_kind::text) in.fail("text");
    auto const read = in.text();
    in.next();
    return read;
}

/// Checks that no field is missing that has to be there.
/// @param seen a bit for each field that was read
/// @param begin where the object begins
inline void check_required(json_cursor& in, std::span<field_entry const> fields, std::uint64_t seen,
                           std::size_t begin) {
    for (auto const& one : fields) {
        if (one.is_required && (seen & 1U) == 0) {
            in.go_to(begin);
            in.fail_missing(one.name, one.type->words);
        }
        seen >>= 1U;
    }
}

/// The members of an object that are no fields.
struct other_members {
    std::span<std::string_view const> names;
    function_ref<void(std::size_t)> read; ///< reads the value of the member with the name at a place
};

/// Fails because the name under the cursor is none of the fields nor one of `more`.
[[noreturn]] inline void fail_unknown(json_cursor const& in, std::span<field_entry const> fields,
                                      std::span<std::string_view const> more) {
    std::vector<std::string_view> known(more.begin(), more.end());
    for (auto const& one : fields) known.push_back(one.name);
    in.fail(one_of(known, in.text()));
}

inline void read_value(json_cursor& in, node_finder find, value_ref value);

/// Reads the members of the object under the cursor, and moves to its end.
/// @return a bit for each field that was read
inline std::uint64_t read_members(json_cursor& in, node_finder find, value_ref object, other_members const& others) {
    constexpr std::uint64_t first_of_others = std::uint64_t{1} << 63U;
    auto const fields = object.type.fields;
    std::uint64_t seen = 0;
    for (in.next(); in.kind() == json_kind::name;) {
        auto const name = in.text();
        if (auto const other = place_of(others.names, name); other < others.names.size()) {
            in.enter(seen, first_of_others >> other);
            others.read(other);
            continue;
        }
        std::size_t place = 0;
        while (place < fields.size() && fields[place].name != name) ++place;
        if (place == fields.size()) fail_unknown(in, fields, others.names);
        in.enter(seen, std::uint64_t{1} << place);
        read_value(in, find, object.field(fields[place]));
    }
    return seen;
}

inline void read_object(json_cursor& in, node_finder find, value_ref object) {
    if (in.kind() != json_kind::begin_object) in.fail("an object");
    auto const begin = in.at();
    auto const none = [](std::size_t) {};
    check_required(in, object.type.fields, read_members(in, find, object, {{}, none}), begin);
    in.next();
}

inline void read_list(json_cursor& in, node_finder find, value_ref value) {
    if (in.kind() != json_kind::begin_array) in.fail("an array");
    auto const& list = *value.type.list;
    list.clear(value.at);
    for (in.next(); in.kind() != json_kind::end_array;)
        list.append(value.at, [&](void* element) { read_value(in, find, {*value.type.element, element}); });
    in.next();
}

inline void read_optional(json_cursor& in, node_finder find, value_ref value) {
    auto const& optional = *value.type.optional;
    if (in.kind() != json_kind::null) return read_value(in, find, {*value.type.element, optional.emplace(value.at)});
    optional.reset(value.at);
    in.next();
}

/// Reads the value under the cursor and moves past it.
inline void read_value(json_cursor& in, node_finder find, value_ref value) {
    switch (value.type.kind) {
    case value_kind::text: value.as<std::string>() = read_text(in); break;
    case value_kind::rare_text: value.as<rare_text>() = read_text(in); break;
    case value_kind::boolean: value.as<bool>() = read_truth(in); break;
    case value_kind::number: read_number(in, value); break;
    case value_kind::word: read_word(in, value); break;
    case value_kind::day: value.as<date>() = read_day(in); break;
    case value_kind::node: set_node(value, read_node(in, find, value.type.name)); break;
    case value_kind::object: read_object(in, find, value); break;
    case value_kind::optional: read_optional(in, find, value); break;
    case value_kind::list: read_list(in, find, value); break;
    }
}

/// A graph that is being read, and where its nodes are.
template <graph_schema S>
struct indexed_graph {
    typed_graph<S> graph{};
    key_index<S> keys{};

    any_node operator()(std::string_view key, std::string_view type) const {
        return of_type_named(graph, keys.find(graph, key), type);
    }
};

/// Which records may come.
enum class json_section : std::uint8_t { any, nodes, relations };

/// Adds records to a graph, each completely or not at all.
template <graph_schema S>
class json_binder {
public:
    explicit json_binder(json_window const& window) : window_(&window) {}

    /// Hands over what was read so far.
    typed_graph<S> take_graph() { return std::move(read_.graph); }

    /// @throws read_error with the place of what is wrong
    void add(json_record const& record, json_section section = json_section::any) {
        json_cursor in(record, *window_);
        if (!in.find("type") || in.kind() != json_kind::text) in.fail("an object with a member 'type', a text");
        static constexpr auto as_nodes = adders(typename S::node_types());
        static constexpr auto as_relations = adders(typename S::relation_types());
        bool const is_known = (section != json_section::relations && add_as(in, tags::of_nodes, as_nodes.data())) ||
                              (section != json_section::nodes && add_as(in, tags::of_relations, as_relations.data()));
        if (!is_known) fail_tag(in, section);
    }

private:
    using tags = type_tags<typename S::node_types, typename S::relation_types>;
    using annotation = typename S::annotation;
    using adder = void (json_binder::*)(json_cursor&);

    template <class... T>
    static constexpr std::array<adder, sizeof...(T)> adders(nodes<T...>) {
        return {&json_binder::template add_node<T>...};
    }
    template <class... R>
    static constexpr std::array<adder, sizeof...(R)> adders(relations<R...>) {
        return {&json_binder::template add_relation<R>...};
    }
    /// The names of members that are no fields: those of relations, of which the first is that of nodes, too.
    static constexpr std::array<std::string_view, 4> other_names{"type", "from", "to", type_name<annotation>()};

    /// Adds a node or relation of the type whose name stands under the cursor.
    /// @return false if it is none of these types
    bool add_as(json_cursor& in, std::span<std::string_view const> types, adder const* add) {
        auto const place = place_of(types, in.text());
        if (place == types.size()) return false;
        with_named_fields(types[place], type_name<annotation>(), [&] {
            try {
                in.go_to(0);
                (this->*add[place])(in);
            } catch (duplicate_key const&) {
                in.find("key");
                in.fail("a key that no other node has");
            } catch (invalid_value const& e) {
                fail_invalid(in, types[place], e);
            }
        });
        return true;
    }

    [[noreturn]] static void fail_tag(json_cursor const& in, json_section section) {
        std::vector<std::string_view> known;
        if (section != json_section::relations) known.insert(known.end(), tags::of_nodes.begin(), tags::of_nodes.end());
        if (section != json_section::nodes)
            known.insert(known.end(), tags::of_relations.begin(), tags::of_relations.end());
        in.fail(one_of(known, in.text()));
    }

    template <class T>
    void add_node(json_cursor& in) {
        static_assert(leaves_free(value_type_of<T>, {"type"}),
                      "geostance: fields need names of their own, other than 'type'");
        auto payload = unsaid::make<T>();
        read_node_members(in, ref_to(payload), payload.key);
        read_.graph.add(std::move(payload));
        read_.keys.add_newest(read_.graph);
    }
    void read_node_members(json_cursor& in, value_ref payload, std::string const& key) {
        auto const skip = [&](std::size_t) { in.skip(); };
        auto const names = std::span(other_names).first(1);
        auto const seen = read_members(in, read_, payload, {names, skip});
        if (key.empty()) fail_missing(in, "key");
        check_required(in, payload.type.fields, seen, 0);
    }

    /// What the members of relations of all types say.
    struct common_members {
        annotation note{};
        any_node from{};
        any_node to{};
    };
    template <class R>
    void add_relation(json_cursor& in) {
        static_assert(
            leaves_free(value_type_of<R>, {"type", "from", "to", type_name<annotation>()}),
            "geostance: fields need names of their own, other than 'type', 'from', 'to' and the annotation's");
        auto payload = unsaid::make<R>();
        auto common = read_relation_members(in, ref_to(payload));
        read_.graph.relate_any(common.from, common.to, std::move(payload), std::move(common.note));
    }
    common_members read_relation_members(json_cursor& in, value_ref payload) {
        common_members common;
        auto const read_other = [&](std::size_t place) {
            switch (place) {
            case 0: in.skip(); break;
            case 1: common.from = read_node(in, read_); break;
            case 2: common.to = read_node(in, read_); break;
            default: read_value(in, read_, ref_to(common.note)); break;
            }
        };
        auto const seen = read_members(in, read_, payload, {other_names, read_other});
        if (common.from.is_null()) fail_missing(in, "from");
        if (common.to.is_null()) fail_missing(in, "to");
        check_required(in, payload.type.fields, seen, 0);
        return common;
    }

    [[noreturn]] static void fail_missing(json_cursor& in, std::string_view name) {
        if (in.find(name)) in.fail("a text that is not empty");
        in.go_to(0);
        in.fail_missing(name);
    }

    /// Turns an error of a payload's rules into one that says where the value stands.
    [[noreturn]] static void fail_invalid(json_cursor& in, std::string_view type, invalid_value const& what) {
        std::string_view const field = what.field();
        auto const dot = std::min(field.find('.'), field.size());
        auto const owner = field.substr(0, dot);
        auto const name = field.substr(std::min(dot + 1, field.size()));
        if (!in.find(owner == type ? name : type_name<annotation>())) in.go_to(0);
        in.fail(what.expected(), what.field(), what.value());
    }

    json_window const* window_;
    indexed_graph<S> read_;
};

} // namespace geostance::io::detail

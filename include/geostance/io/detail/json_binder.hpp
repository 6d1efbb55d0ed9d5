// SPDX-License-Identifier: BSL-1.0
/// @file
/// From the tokens of a record to a node or relation of a graph.
#pragma once

#include <geostance/detail/type_name.hpp>
#include <geostance/error.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/io/detail/expected_date.hpp>
#include <geostance/io/detail/json_tokens.hpp>
#include <geostance/io/detail/key_index.hpp>
#include <geostance/io/detail/named_fields.hpp>
#include <geostance/io/detail/nearest.hpp>
#include <geostance/io/detail/type_tags.hpp>
#include <geostance/model/date_text.hpp>
#include <geostance/model/enum_names.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/model/same_content.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace geostance::io::detail {

using geostance::detail::any_field;
using geostance::detail::field_name;
using geostance::detail::field_names;
using geostance::detail::is_optional;
using geostance::detail::is_vector;
using geostance::detail::type_name;
using geostance::detail::unsaid;

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

/// A graph that is being read, and where its nodes are.
template <graph_schema S>
struct indexed_graph {
    typed_graph<S> graph{};
    key_index<S> keys{};
};

/// Reads the value under the cursor and moves past it.
template <class T, class S>
void read_value(json_cursor& in, indexed_graph<S> const& g, T& value);

template <class T>
void read_number(json_cursor& in, T& value) {
    auto const& t = in.token();
    bool const is_number = t.kind == json_kind::number || t.kind == json_kind::integer || t.kind == json_kind::natural;
    if constexpr (std::floating_point<T>) {
        if (!is_number) in.fail("a number");
        value = static_cast<T>(t.number());
        if (!(value >= std::numeric_limits<T>::lowest() && value <= std::numeric_limits<T>::max()))
            in.fail("a number that the field can hold");
    } else {
        bool const fits = t.kind == json_kind::integer   ? std::in_range<T>(t.integer())
                          : t.kind == json_kind::natural ? std::in_range<T>(t.natural())
                                                         : false;
        if (!fits)
            in.fail("an integer from " + std::to_string(std::numeric_limits<T>::min()) + " to " +
                    std::to_string(std::numeric_limits<T>::max()));
        value = t.kind == json_kind::integer ? static_cast<T>(t.integer()) : static_cast<T>(t.natural());
    }
    in.next();
}

/// The node whose key stands under the cursor.
template <class Handle, class S>
Handle read_node(json_cursor& in, indexed_graph<S> const& g) {
    if (in.kind() != json_kind::text) in.fail("the key of a node, as text");
    auto const found = g.keys.find(g.graph, in.text());
    if constexpr (std::same_as<Handle, any_node>) {
        if (!found) in.fail("the key of a node that comes before");
        in.next();
        return *found;
    } else {
        using payload = typename Handle::payload_type;
        auto const typed = found ? g.graph.template as<payload>(*found) : std::nullopt;
        if (!typed) in.fail("the key of a node of type " + std::string(type_name<payload>()) + " that comes before");
        in.next();
        return *typed;
    }
}

template <class T, class S>
void read_scalar(json_cursor& in, indexed_graph<S> const& g, T& value) {
    if constexpr (std::same_as<T, bool>) {
        if (in.kind() != json_kind::boolean) in.fail("true or false");
        value = in.token().is_true();
        in.next();
    } else if constexpr (std::is_arithmetic_v<T>) {
        read_number(in, value);
    } else if constexpr (node_handle<T>) {
        value = read_node<T>(in, g);
    } else if constexpr (std::same_as<T, date>) {
        auto const read = in.kind() == json_kind::text ? date_from_string(in.text()) : std::nullopt;
        if (!read) in.fail(in.kind() == json_kind::text ? expected_date(in.text()) : expected_date("") + ", as text");
        value = *read;
        in.next();
    } else if constexpr (named_enum<T>) {
        auto const read = in.kind() == json_kind::text ? from_string<T>(in.text()) : std::nullopt;
        if (!read)
            in.fail(in.kind() == json_kind::text ? one_of(enum_names<T>::of_each, in.text())
                                                 : one_of(enum_names<T>::of_each) + ", as text");
        value = *read;
        in.next();
    } else {
        static_assert(text_field<T>, "geostance: a field is of a type that files do not know; see geostance::fields");
        if (in.kind() != json_kind::text) in.fail("text");
        value = in.text();
        in.next();
    }
}

/// Reads the field whose name stands under the cursor, and moves past it.
/// @param seen a bit for each field that was read before
/// @return false if there is no field of that name
template <class T, class S>
bool read_field(json_cursor& in, indexed_graph<S> const& g, T& object, std::uint64_t& seen) {
    auto const name = in.text();
    std::uint64_t bit = 1;
    return any_field<T>([&](auto const& one) {
        if (one.name != name) return bit <<= 1U, false;
        in.enter(seen, bit);
        read_value(in, g, one.of(object));
        return true;
    });
}

/// Checks that no field is missing that has to be there.
/// @param seen a bit for each field that was read
/// @param begin where the object begins
inline void check_required(json_cursor& in, std::span<field_name const> fields, std::uint64_t seen, std::size_t begin) {
    for (auto const& one : fields) {
        if (one.is_required && (seen & 1U) == 0) {
            in.go_to(begin);
            in.fail_missing(one.name, {one.words, one.number_of_words});
        }
        seen >>= 1U;
    }
}

/// Fails because the name under the cursor is none of the fields nor one of `more`.
[[noreturn]] inline void fail_unknown(json_cursor const& in, std::span<field_name const> fields,
                                      std::vector<std::string_view> more = {}) {
    for (auto const& one : fields) more.push_back(one.name);
    in.fail(one_of(more, in.text()));
}

template <class T, class S>
void read_value(json_cursor& in, indexed_graph<S> const& g, T& value) {
    if constexpr (is_optional<T>) {
        if (in.kind() == json_kind::null) {
            value.reset();
            in.next();
        } else {
            read_value(in, g, value.emplace());
        }
    } else if constexpr (is_vector<T>) {
        if (in.kind() != json_kind::begin_array) in.fail("an array");
        value.clear();
        for (in.next(); in.kind() != json_kind::end_array;) {
            auto element = unsaid::make<typename T::value_type>();
            read_value(in, g, element);
            value.push_back(std::move(element));
        }
        in.next();
    } else if constexpr (described<T>) {
        if (in.kind() != json_kind::begin_object) in.fail("an object");
        auto const begin = in.at();
        std::uint64_t seen = 0;
        for (in.next(); in.kind() == json_kind::name;)
            if (!read_field(in, g, value, seen)) fail_unknown(in, field_names<T>);
        check_required(in, field_names<T>, seen, begin);
        in.next();
    } else {
        read_scalar(in, g, value);
    }
}

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
        auto const tag = in.text();
        auto const as_node = [&]<class T>() { with_named_fields<T, annotation>([&] { add_node<T>(in); }); };
        auto const as_relation = [&]<class R>() { with_named_fields<R, annotation>([&] { add_relation<R>(in); }); };
        bool const is_known = (section != json_section::relations && tags::with_node_type(tag, as_node)) ||
                              (section != json_section::nodes && tags::with_relation_type(tag, as_relation));
        if (!is_known) fail_tag(in, section);
    }

private:
    using tags = type_tags<typename S::node_types, typename S::relation_types>;
    using annotation = typename S::annotation;
    static constexpr std::uint64_t type_bit = std::uint64_t{1} << 63U;
    static constexpr std::uint64_t from_bit = type_bit >> 1U;
    static constexpr std::uint64_t to_bit = type_bit >> 2U;
    static constexpr std::uint64_t annotation_bit = type_bit >> 3U;

    [[noreturn]] static void fail_tag(json_cursor const& in, json_section section) {
        std::vector<std::string_view> known;
        if (section != json_section::relations) known.insert(known.end(), tags::of_nodes.begin(), tags::of_nodes.end());
        if (section != json_section::nodes)
            known.insert(known.end(), tags::of_relations.begin(), tags::of_relations.end());
        in.fail(one_of(known, in.text()));
    }

    template <class T>
    void add_node(json_cursor& in) {
        static_assert(leaves_free<T>("type"), "geostance: fields need names of their own, other than 'type'");
        auto payload = unsaid::make<T>();
        std::uint64_t seen = 0;
        in.go_to(1);
        while (in.kind() == json_kind::name) {
            if (in.text() == "type") {
                in.enter(seen, type_bit);
                in.skip();
            } else if (!read_field(in, read_, payload, seen)) {
                fail_unknown(in, field_names<T>, {"type"});
            }
        }
        if (payload.key.empty()) fail_missing(in, "key");
        check_required(in, field_names<T>, seen, 0);
        try {
            read_.graph.add(std::move(payload));
            read_.keys.add_newest(read_.graph);
        } catch (duplicate_key const&) {
            in.find("key");
            in.fail("a key that no other node has");
        } catch (invalid_value const& e) {
            fail_invalid(in, type_name<T>(), e);
        }
    }

    /// What the members of relations of all types say.
    struct common_members {
        annotation note{};
        any_node from{};
        any_node to{};
        std::uint64_t seen = 0; ///< the bits of the members that were read, the type's own included
    };
    /// Reads the member under the cursor, if relations of all types have it.
    bool read_common(json_cursor& in, common_members& common) {
        if (in.text() == "type") {
            in.enter(common.seen, type_bit);
            in.skip();
        } else if (in.text() == "from") {
            in.enter(common.seen, from_bit);
            common.from = read_node<any_node>(in, read_);
        } else if (in.text() == "to") {
            in.enter(common.seen, to_bit);
            common.to = read_node<any_node>(in, read_);
        } else if (in.text() == type_name<annotation>()) {
            in.enter(common.seen, annotation_bit);
            read_value(in, read_, common.note);
        } else {
            return false;
        }
        return true;
    }

    template <class R>
    void add_relation(json_cursor& in) {
        static_assert(
            leaves_free<R>("type", "from", "to", type_name<annotation>()),
            "geostance: fields need names of their own, other than 'type', 'from', 'to' and the annotation's");
        auto payload = unsaid::make<R>();
        common_members common;
        in.go_to(1);
        while (in.kind() == json_kind::name)
            if (!read_common(in, common) && !read_field(in, read_, payload, common.seen))
                fail_unknown(in, field_names<R>, {"type", "from", "to", type_name<annotation>()});
        if (common.from.is_null()) fail_missing(in, "from");
        if (common.to.is_null()) fail_missing(in, "to");
        check_required(in, field_names<R>, common.seen, 0);
        try {
            read_.graph.relate_any(common.from, common.to, std::move(payload), std::move(common.note));
        } catch (invalid_value const& e) {
            fail_invalid(in, type_name<R>(), e);
        }
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

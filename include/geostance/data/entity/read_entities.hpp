// SPDX-License-Identifier: BSL-1.0
/// @file
/// Reads entities of the FollowTheMoney model: the lines that OpenSanctions, Aleph and others publish.
#pragma once

#include <geostance/data/entity/entities.hpp>
#include <geostance/error.hpp>
#include <geostance/io/detail/json_binder.hpp>
#include <geostance/io/detail/json_line_parser.hpp>
#include <geostance/io/detail/json_lines_ahead.hpp>
#include <geostance/io/detail/line_reader.hpp>
#include <geostance/io/detail/read_or_note.hpp>
#include <geostance/io/input.hpp>
#include <geostance/io/read_options.hpp>
#include <geostance/io/read_result.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace geostance::io {

namespace detail {

/// The properties that say when a link held.
inline constexpr std::array<std::string_view, 4> dates_of_links{"startDate", "endDate", "date", "listingDate"};

/// Collects entities line by line.
class entity_lines {
public:
    explicit entity_lines(std::string const& name) : lines_(name) {}

    /// @return true if the line was an entity
    bool read(std::string_view line, std::size_t number) {
        auto const* const record = lines_.read(line, number, "; each entity stands on one line");
        if (record != nullptr) add(*record, number);
        return record != nullptr;
    }
    /// The same for a line that was taken apart.
    bool read(std::string_view line, std::size_t number, json_record const& record) {
        lines_.show(line, number);
        add(record, number);
        return true;
    }
    /// How many lines told more of an entity that was there.
    [[nodiscard]] std::size_t joined() const noexcept { return joined_.size(); }
    entity_table take() && {
        std::sort(joined_.begin(), joined_.end());
        joined_.erase(std::unique(joined_.begin(), joined_.end()), joined_.end());
        for (auto const place : joined_) {
            for (auto& [name, values] : table_.entities[place].properties) drop_repeats(values);
            drop_repeats(table_.entities[place].datasets);
        }
        return std::move(table_);
    }

private:
    void add(json_record const& record, std::size_t number) {
        auto read = entity_of(record);
        read.line = number;
        auto const [at, is_new] = places_.try_emplace(read.id, table_.entities.size());
        if (is_new) {
            table_.entities.push_back(std::move(read));
        } else {
            join(at->second, std::move(read), record);
        }
    }
    entity entity_of(json_record const& record) const {
        entity result;
        json_cursor in(record, lines_.window());
        if (in.kind() != json_kind::begin_object) in.fail("an object");
        std::uint64_t seen = 0;
        for (in.next(); in.kind() == json_kind::name;) {
            auto const name = in.text();
            if (name == "id") {
                in.enter(seen, 1);
                result.id = take_word(in);
            } else if (name == "schema") {
                in.enter(seen, 2);
                result.schema = take_word(in);
            } else if (name == "properties") {
                in.enter(seen, 4);
                take_properties(in, result);
            } else if (name == "caption" && next_kind(in) == json_kind::text) {
                in.enter(seen, 8);
                result.caption = take_text(in);
            } else if (name == "datasets") {
                in.enter(seen, 16);
                result.datasets = take_texts(in);
            } else if (name == "first_seen" && next_kind(in) == json_kind::text) {
                in.enter(seen, 32);
                result.first_seen = take_date(in);
            } else {
                in.next();
                in.skip();
            }
        }
        in.go_to(0);
        if ((seen & 1) == 0) in.fail_missing("id");
        if ((seen & 2) == 0) in.fail_missing("schema");
        if ((seen & 4) == 0) in.fail_missing("properties");
        return result;
    }
    /// What follows the name under the cursor.
    static json_kind next_kind(json_cursor in) {
        in.next();
        return in.kind();
    }
    static std::string take_text(json_cursor& in) {
        if (in.kind() == json_kind::begin_object)
            in.fail("a text; an export with entities within entities is not read, that of one entity a line is");
        if (in.kind() != json_kind::text) in.fail("a text");
        std::string text(in.text());
        in.next();
        return text;
    }
    static std::string take_word(json_cursor& in) {
        if (in.kind() == json_kind::text && in.text().empty()) in.fail("a text that is not empty");
        return take_text(in);
    }
    static std::vector<std::string> take_texts(json_cursor& in) {
        if (in.kind() != json_kind::begin_array) in.fail("a list of texts");
        std::vector<std::string> result;
        for (in.next(); in.kind() != json_kind::end_array;) result.push_back(take_text(in));
        in.next();
        return result;
    }
    static date take_date(json_cursor& in) {
        auto const found = in.kind() == json_kind::text ? entity_date(in.text()) : std::nullopt;
        if (!found) in.fail("a date: 2024, 2024-03 or 2024-03-29, with or without a time of day");
        in.next();
        return *found;
    }
    static void take_properties(json_cursor& in, entity& result) {
        if (in.kind() != json_kind::begin_object) in.fail("an object with a list of texts for each property");
        for (in.next(); in.kind() == json_kind::name;) {
            auto const [at, is_new] = result.properties.try_emplace(std::string(in.text()));
            if (!is_new) in.fail("each name once");
            bool const is_date =
                std::find(dates_of_links.begin(), dates_of_links.end(), at->first) != dates_of_links.end();
            in.next();
            if (is_date && in.kind() == json_kind::begin_array) check_dates(in);
            at->second = take_texts(in);
        }
        in.next();
    }
    /// The cursor is not moved.
    static void check_dates(json_cursor in) {
        for (in.next(); in.kind() != json_kind::end_array;) take_date(in);
    }

    /// Adds what another line says of the same entity.
    void join(std::size_t place, entity more, json_record const& record) {
        auto& known = table_.entities[place];
        if (known.schema != more.schema) {
            json_cursor in(record, lines_.window());
            in.find("schema");
            in.fail(known.schema + ", as on line " + std::to_string(known.line));
        }
        auto const append = [](auto& values, auto& others) {
            values.insert(values.end(), std::make_move_iterator(others.begin()), std::make_move_iterator(others.end()));
        };
        if (known.caption.empty()) known.caption = std::move(more.caption);
        for (auto& [name, values] : more.properties) append(known.properties[name], values);
        append(known.datasets, more.datasets);
        if (!known.first_seen.is_known() ||
            (more.first_seen.is_known() && more.first_seen.first_day() < known.first_seen.first_day()))
            known.first_seen = more.first_seen;
        joined_.push_back(place);
    }
    static void drop_repeats(std::vector<std::string>& values) {
        std::unordered_set<std::string> seen;
        std::erase_if(values, [&](auto const& value) { return !seen.insert(value).second; });
    }

    json_line_parser lines_;
    entity_table table_;
    std::unordered_map<std::string, std::size_t> places_;
    std::vector<std::size_t> joined_; ///< those on several lines
};

} // namespace detail

/// Reads entities of the FollowTheMoney model, one JSON object a line:
/// @code{.json}
/// {"id": "p1", "schema": "Person", "properties": {"name": ["Jo Doe"]}, "datasets": ["list"]}
/// {"id": "m1", "schema": "Membership", "properties": {"member": ["p1"], "organization": ["o1"], "role": ["chair"]}}
/// @endcode
/// `id`, `schema` and `properties` must be there; `caption`, `datasets` and `first_seen` are read where they are, other
/// members are passed over. Every schema and property is kept as it is; `add_entities` says which of them a record can
/// have. Lines with the same id are one entity, and the report warns of them.
/// @param in a file, stream or text in UTF-8
/// @param options what to do with bad lines, limits, progress, cancellation; no line may be longer than
///        `max_row_bytes`, nor hold more than 64 levels of objects and arrays. With several `threads`, lines are taken
///        apart by all of them, and what is read is the same
/// @return the entities in the order of the file, and the report
/// @throws read_error for the first bad line, if asked to stop there: with line, column, field and what was expected:
///         one that is no entity, has a date that is none, or gives an id another schema than before
/// @throws invalid_value for options that are wrong
/// @throws cancelled if `stop` asked for it
/// @par Complexity
/// O(bytes) on average
/// @par Source
/// The FollowTheMoney model, https://followthemoney.tech.
[[nodiscard]] inline read_result<entity_table> read_entities(input in, read_options const& options = {}) {
    detail::validate_for_utf8(options);
    detail::line_reader lines(std::move(in), options);
    detail::entity_lines entities(lines.name());
    auto report = detail::read_lines_of_json(lines, entities);
    if (auto const joined = entities.joined(); joined != 0)
        report.warnings.reasons["an entity on several lines, which are put together"] = joined;
    return {std::move(entities).take(), std::move(report)};
}

} // namespace geostance::io

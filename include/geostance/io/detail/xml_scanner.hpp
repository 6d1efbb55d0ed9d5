// SPDX-License-Identifier: BSL-1.0
/// @file
/// The elements of an XML document, one after another: enough for graphs, whose documents have no types of their own.
#pragma once

#include <geostance/error.hpp>
#include <geostance/io/detail/record_reader.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace geostance::io::detail {

/// Takes a document apart. Names lose their prefix: `y:NodeLabel` is `NodeLabel`.
class xml_scanner {
public:
    enum class kind { begin, end, text, done };
    struct part {
        kind what = kind::done;
        std::string name{};                                           ///< of the element
        std::map<std::string, std::string, std::less<>> attributes{}; ///< of an element that begins
        std::string text{};                                           ///< between elements, blanks included

        [[nodiscard]] std::string attribute(std::string_view wanted) const {
            auto const found = attributes.find(wanted);
            return found == attributes.end() ? std::string() : found->second;
        }
    };

    /// @param text must outlive the scanner
    /// @param max_tag the longest tag that begins an element, with its attributes
    xml_scanner(std::string file, std::string_view text, std::size_t max_tag)
        : file_(std::move(file)), text_(text), max_tag_(max_tag) {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    }

    /// The next part of the document.
    /// @throws read_error if it is not well formed
    part next() {
        if (is_empty_) { // <name/> begins and ends
            is_empty_ = false;
            return end_of(open_.back());
        }
        for (;;) {
            if (at_ == text_.size()) {
                if (!open_.empty()) fail("the end", "</" + open_.back() + ">");
                return {};
            }
            if (text_[at_] != '<') return {kind::text, {}, {}, decoded(take_until("<", false))};
            if (starts("<!--")) {
                take("<!--", "-->");
            } else if (starts("<?")) {
                take("<?", "?>");
            } else if (starts("<![CDATA[")) {
                return {kind::text, {}, {}, std::string(take("<![CDATA[", "]]>"))};
            } else if (starts("<!")) {
                fail(excerpt(text_.substr(at_, 20)), "a document without a type of its own");
            } else if (starts("</")) {
                return end_of(local(trimmed_name(take("</", ">"))));
            } else {
                return begin();
            }
        }
    }
    /// Refuses what is at the scanner's place.
    [[noreturn]] void fail(std::string value, std::string expected) const {
        auto const before = text_.substr(0, at_);
        auto const line = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n')) + 1;
        throw read_error({file_, line}, std::move(value), std::move(expected));
    }

private:
    static constexpr std::string_view blanks = " \t\r\n";
    static constexpr std::size_t most_levels = 256; ///< of elements within elements

    [[nodiscard]] bool starts(std::string_view mark) const { return text_.substr(at_).starts_with(mark); }
    std::string_view take_until(std::string_view mark, bool is_needed) {
        auto const found = text_.find(mark, at_);
        if (found == std::string_view::npos && is_needed) fail(excerpt(text_.substr(at_, 20)), std::string(mark));
        auto const end = std::min(found, text_.size());
        auto const result = text_.substr(at_, end - at_);
        at_ = end;
        return result;
    }
    /// What stands between two marks; goes on behind the second.
    std::string_view take(std::string_view first, std::string_view last) {
        auto const begin = at_ + first.size();
        auto const end = begin > text_.size() ? std::string_view::npos : text_.find(last, begin);
        if (end == std::string_view::npos) fail(excerpt(text_.substr(at_, 20)), std::string(last));
        at_ = end + last.size();
        return text_.substr(begin, end - begin);
    }
    static std::string local(std::string_view name) {
        auto const colon = name.find(':');
        return std::string(colon == std::string_view::npos ? name : name.substr(colon + 1));
    }
    static std::string_view trimmed_name(std::string_view name) { return name.substr(0, name.find_first_of(blanks)); }

    part begin() {
        auto const first = at_++;
        part result{kind::begin, {}, {}, {}};
        if (open_.size() == most_levels)
            fail("an element within " + std::to_string(most_levels), std::to_string(most_levels) + " levels at most");
        auto const name = take_name();
        if (name.empty()) fail(excerpt(text_.substr(at_, 20)), "the name of an element");
        result.name = local(name);
        for (;;) {
            skip_blanks();
            if (at_ == text_.size()) fail("the end", "`>`");
            if (starts("/>")) {
                at_ += 2;
                is_empty_ = true;
                break;
            }
            if (text_[at_] == '>') {
                ++at_;
                break;
            }
            take_attribute(result);
            if (at_ - first > max_tag_)
                fail("a longer tag", "an element whose tag has at most " + std::to_string(max_tag_) + " bytes");
        }
        open_.push_back(result.name);
        return result;
    }
    std::string_view take_name() {
        auto const end = std::min(text_.find_first_of(" \t\r\n/>=", at_), text_.size());
        auto const name = text_.substr(at_, end - at_);
        at_ = end;
        return name;
    }
    void take_attribute(part& element) {
        auto const name = take_name();
        skip_blanks();
        if (name.empty() || !starts("=")) fail(excerpt(text_.substr(at_, 20)), "an attribute with its value");
        ++at_;
        skip_blanks();
        if (!starts("\"") && !starts("'")) fail(excerpt(text_.substr(at_, 20)), "a value in quotes");
        auto const quote = text_.substr(at_, 1);
        element.attributes.insert_or_assign(local(name), decoded(take(quote, quote)));
    }
    void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }
    part end_of(std::string const& name) {
        if (open_.empty() || open_.back() != name)
            fail("</" + name + ">", open_.empty() ? "nothing behind the document" : "</" + open_.back() + ">");
        part result{kind::end, name, {}, {}};
        open_.pop_back();
        return result;
    }

    [[nodiscard]] std::string decoded(std::string_view text) const {
        std::string result;
        for (;;) {
            auto const at = text.find('&');
            result += text.substr(0, at);
            if (at == std::string_view::npos) return result;
            auto const end = text.find(';', at);
            if (end == std::string_view::npos) fail(excerpt(text.substr(at)), "an entity that ends with `;`");
            append_entity(result, text.substr(at + 1, end - at - 1));
            text.remove_prefix(end + 1);
        }
    }
    void append_entity(std::string& to, std::string_view name) const {
        static std::map<std::string_view, char> const known{
            {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};
        if (auto const found = known.find(name); found != known.end()) return void(to += found->second);
        bool const is_hex = name.starts_with("#x");
        auto const digits = name.substr(std::min<std::size_t>(is_hex ? 2 : 1, name.size()));
        std::uint32_t code = 0;
        auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code, is_hex ? 16 : 10);
        if (!name.starts_with('#') || error != std::errc() || end != digits.data() + digits.size() || code == 0 ||
            code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            fail("&" + excerpt(name) + ";", "a character, or an entity of XML's own");
        append_utf8(to, code);
    }
    static void append_utf8(std::string& to, std::uint32_t code) {
        auto const put = [&](std::uint32_t byte) { to += static_cast<char>(byte); };
        if (code < 0x80) {
            put(code);
        } else if (code < 0x800) {
            put(0xC0U | code >> 6U);
        } else if (code < 0x10000) {
            put(0xE0U | code >> 12U);
        } else {
            put(0xF0U | code >> 18U);
            put(0x80U | (code >> 12U & 0x3FU));
        }
        if (code >= 0x800) put(0x80U | (code >> 6U & 0x3FU));
        if (code >= 0x80) put(0x80U | (code & 0x3FU));
    }

    std::string file_;
    std::string_view text_;
    std::size_t max_tag_;
    std::size_t at_ = 0;
    bool is_empty_ = false; // the element that begins has no content
    std::vector<std::string> open_;
};

} // namespace geostance::io::detail

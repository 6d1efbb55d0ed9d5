// SPDX-License-Identifier: BSL-1.0
/// @file
/// The index from names and codes to the nodes that bear them.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/graph/detail/probing.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace geostance::detail {

/// From hashes of names to the nodes that bear them: a hash table with open addressing that keeps eight bytes a name
/// and asks the caller whether a node bears the name. Where several nodes bear one name, they are listed, the newest
/// first: adding one more takes O(1), however many there are.
///
/// An entry keeps thirty bits of a hash, and is told from others by asking its newest bearer. That would mistake two
/// names of one node that agree in these bits. Such a node, of which there is hardly ever one, stands in a short list.
///
/// How much room it needs depends only on what is in it. So whatever was in it once can be put back without
/// allocating.
class name_index {
public:
    name_index() = default;
    name_index(name_index&& other) noexcept
        : entries_(std::move(other.entries_)), links_(std::move(other.links_)), apart_(std::move(other.apart_)),
          free_link_(std::exchange(other.free_link_, no_index)), used_(std::exchange(other.used_, 0)) {}
    name_index(name_index const&) = default;
    ~name_index() = default;

    /// What an entry keeps of a hash: thirty bits.
    static std::uint32_t tag_of(std::size_t hash) noexcept {
        auto const wide = std::uint64_t{hash};
        return static_cast<std::uint32_t>(wide ^ wide >> 32U) << 2U;
    }

    /// The nodes that bear a name: how many there are, and the newest.
    struct bearers {
        std::uint32_t count = 0;
        std::uint32_t newest = no_index; ///< unless one stands apart: then any of them
    };

    /// Makes room for further calls of `add`.
    void make_room(std::size_t further) {
        constexpr std::size_t links_of_two = 3; // two bearers and their head, where there was one bearer before
        make_room_for(links_, links_of_two * further);
        make_room_for(apart_, further);
        if (4 * (used_ + further) <= 3 * entries_.size()) return;
        auto size = std::max<std::size_t>(16, entries_.size());
        while (4 * (used_ + further) > 3 * size) size *= 2;
        lean_vector<entry> old(size);
        old.swap(entries_);
        for (auto const& e : old)
            if (e.state() != is_free) entries_[free_place(e.tag)] = e;
    }

    /// Adds a bearer of a name, for which room was made. All names of a bearer are added one after the other, before
    /// those of the next; a name that it has twice is added once.
    /// @param bears called with a node: whether it bears the name
    /// @param bears_another called without arguments: whether the bearer has another name of the same tag
    template <class Bears, class BearsAnother>
    void add(std::size_t hash, std::uint32_t bearer, Bears bears, BearsAnother bears_another) noexcept {
        auto const tag = tag_of(hash);
        if (std::find(apart_.begin(), apart_.end(), link{bearer, tag}) != apart_.end()) return;
        if (auto const at = place_of_newest(tag, bearer); at != entries_.size()) {
            if (!bears_another()) return;
            take_from(at, bearer);
            return apart_.push_back({bearer, tag});
        }
        auto& found = entries_[place(hash, bears)];
        if (found.state() == is_free) {
            found = {tag | is_one, bearer};
            ++used_;
            return;
        }
        if (found.state() == is_one) {
            auto const first = take_link({found.value, no_index});
            found = {tag | is_several, take_link({1, first})};
        }
        auto const added = take_link({bearer, links_[found.value].next});
        links_[found.value].next = added;
        ++links_[found.value].value;
    }

    /// Removes a bearer of a name, if it is one.
    /// @param bears called with a node: whether it bears the name
    /// @par Complexity
    /// O(number of bearers that were added after it)
    template <class Bears>
    void remove(std::size_t hash, std::uint32_t bearer, Bears bears) noexcept {
        if (entries_.empty()) return;
        auto const is_apart = std::find(apart_.begin(), apart_.end(), link{bearer, tag_of(hash)});
        if (is_apart != apart_.end()) {
            apart_.erase(is_apart);
            return;
        }
        // Asking the bearer itself would take as long as it has names, for each of them.
        auto at = place_of_newest(tag_of(hash), bearer);
        if (at == entries_.size()) at = place(hash, bears);
        if (!is_free_at(at)) take_from(at, bearer);
    }

    /// The nodes that bear a name.
    /// @param bears called with a node: whether it bears the name
    template <class Bears>
    [[nodiscard]] bearers find(std::size_t hash, Bears bears) const {
        if (entries_.empty()) return {};
        bearers result;
        for_each_apart(hash, bears, [&](std::uint32_t n) { result = {result.count + 1, n}; });
        auto const& found = entries_[place(hash, bears)];
        if (found.state() == is_free) return result;
        return {result.count + (found.state() == is_one ? 1 : links_[found.value].value), newest(found)};
    }

    /// Some nodes that bear a name, at most so many; the newest, of those that do not stand apart.
    template <class Bears>
    [[nodiscard]] lean_vector<std::uint32_t> newest(std::size_t hash, Bears bears, std::size_t most) const {
        lean_vector<std::uint32_t> result;
        if (entries_.empty()) return result;
        auto const add = [&](std::uint32_t n) {
            if (result.size() < most) result.push_back(n);
        };
        for_each_apart(hash, bears, add);
        auto const& found = entries_[place(hash, bears)];
        if (found.state() == is_one) add(found.value);
        auto at = found.state() == is_several ? links_[found.value].next : no_index;
        for (; at != no_index && result.size() < most; at = links_[at].next) result.push_back(links_[at].value);
        return result;
    }

private:
    enum state : std::uint32_t { is_free, is_one, is_several };

    struct entry {
        std::uint32_t tag = is_free; ///< thirty bits of the hash, then the state
        std::uint32_t value = 0;     ///< the one bearer, or the head of the list of several

        [[nodiscard]] std::uint32_t state() const noexcept { return tag & 3U; }
    };
    /// A bearer and the one that was added before it; or the head of a list: how many there are, and the newest.
    struct link {
        std::uint32_t value;
        std::uint32_t next;
        friend bool operator==(link const&, link const&) = default;
    };

    /// Where an entry would stand if nothing were in its way.
    [[nodiscard]] std::size_t home(std::uint32_t tag) const noexcept { return (tag >> 2U) & (entries_.size() - 1); }

    [[nodiscard]] std::size_t free_place(std::uint32_t tag) const noexcept {
        auto at = home(tag);
        while (entries_[at].state() != is_free) at = (at + 1) & (entries_.size() - 1);
        return at;
    }
    /// Where the entry of a name is, or would be.
    template <class Bears>
    [[nodiscard]] std::size_t place(std::size_t hash, Bears& bears) const {
        auto const tag = tag_of(hash);
        auto const is_it = [&](entry const& e) { return (e.tag & ~3U) == tag && bears(newest(e)); };
        auto at = home(tag);
        while (entries_[at].state() != is_free && !is_it(entries_[at])) at = (at + 1) & (entries_.size() - 1);
        return at;
    }

    /// Where the entry with a tag is whose newest bearer is that one, or the number of entries.
    [[nodiscard]] std::size_t place_of_newest(std::uint32_t tag, std::uint32_t bearer) const noexcept {
        for (auto at = home(tag); !is_free_at(at); at = (at + 1) & (entries_.size() - 1))
            if ((entries_[at].tag & ~3U) == tag && newest(entries_[at]) == bearer) return at;
        return entries_.size();
    }
    /// Calls f with each bearer of a name that stands apart.
    template <class Bears, class F>
    void for_each_apart(std::size_t hash, Bears& bears, F f) const {
        for (auto const& [bearer, tag] : apart_)
            if (tag == tag_of(hash) && bears(bearer)) f(bearer);
    }

    [[nodiscard]] std::uint32_t newest(entry const& e) const noexcept {
        return e.state() == is_one ? e.value : links_[links_[e.value].next].value;
    }

    /// Takes a bearer from an entry, if it is there.
    void take_from(std::size_t at, std::uint32_t bearer) noexcept {
        auto& found = entries_[at];
        if (found.state() == is_several) return remove_from(found, bearer);
        if (found.value != bearer) return;
        close_gap(entries_.size() - 1, at, *this);
        --used_;
    }
    void remove_from(entry& several, std::uint32_t bearer) noexcept {
        auto& head = links_[several.value];
        auto* before = &head.next;
        while (*before != no_index && links_[*before].value != bearer) before = &links_[*before].next;
        if (*before == no_index) return;
        give_back(std::exchange(*before, links_[*before].next));
        if (--head.value > 1) return;
        auto const last = head.next;
        give_back(several.value);
        several = {(several.tag & ~3U) | is_one, links_[last].value};
        give_back(last);
    }

    std::uint32_t take_link(link const& l) noexcept {
        if (free_link_ == no_index) {
            links_.push_back(l);
            return static_cast<std::uint32_t>(links_.size() - 1);
        }
        auto const taken = std::exchange(free_link_, links_[free_link_].next);
        links_[taken] = l;
        return taken;
    }
    void give_back(std::uint32_t taken) noexcept { links_[taken].next = std::exchange(free_link_, taken); }

    /// What close_gap asks of a table.
    template <class Table>
    friend void close_gap(std::size_t mask, std::size_t gap, Table& table) noexcept;
    [[nodiscard]] bool is_free_at(std::size_t at) const noexcept { return entries_[at].state() == is_free; }
    [[nodiscard]] std::size_t home_of(std::size_t at) const noexcept { return home(entries_[at].tag); }
    void move(std::size_t from, std::size_t to) noexcept { entries_[to] = entries_[from]; }
    void clear(std::size_t at) noexcept { entries_[at] = {}; }

    lean_vector<entry> entries_;
    lean_vector<link> links_;
    lean_vector<link> apart_;            ///< bearers of several names that have one tag, each with that tag
    std::uint32_t free_link_ = no_index; ///< the first of the links that are not in use
    std::size_t used_ = 0;
};

} // namespace geostance::detail

// SPDX-License-Identifier: BSL-1.0
/// @file
/// What a graph keeps of each relation beside its payload.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/graph/detail/index_list.hpp>
#include <geostance/graph/detail/layered.hpp>
#include <geostance/graph/detail/storage.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace geostance::detail {

/// The records of the relations, by their index. A table may lie over another one, whose relations it can change and
/// take away for itself: what it says otherwise of them stands in a short list.
class relation_table {
public:
    relation_table() = default;
    /// A table that lies over another one.
    [[nodiscard]] static relation_table over(relation_table const& below) { return relation_table(&below); }

    /// How many relations there are.
    [[nodiscard]] std::size_t size() const noexcept { return below_ ? order_.size() : bound(); }
    /// The index that the next relation will have.
    [[nodiscard]] std::size_t bound() const noexcept { return bound_.number; }
    /// Where the relations begin that are the table's own.
    [[nodiscard]] std::size_t first_own() const noexcept { return records_.first_own(); }

    /// The index of the relation at a place among those that there are, and back.
    [[nodiscard]] std::uint32_t index_at(std::size_t place) const noexcept {
        return below_ ? order_[place] : static_cast<std::uint32_t>(place);
    }
    [[nodiscard]] std::uint32_t place_of(std::uint32_t index) const noexcept {
        return below_ ? static_cast<std::uint32_t>(order_.place_of(index)) : index;
    }

    [[nodiscard]] relation_record const& at_place(std::size_t place) const noexcept { return (*this)[index_at(place)]; }
    [[nodiscard]] relation_record const& operator[](std::size_t index) const noexcept {
        return index >= first_own() ? records_.own()[index - first_own()] : from_below(index);
    }
    /// The same in a table that lies over none.
    [[nodiscard]] relation_record const& flat(std::size_t index) const noexcept { return records_.own()[index]; }
    /// Whether a relation was taken away.
    [[nodiscard]] bool is_gone(std::size_t index) const noexcept {
        for (relation_table const* table = this; table->below_; table = table->below_) {
            auto const* const found = table->change_of(index);
            if (found && found->is_gone) return true;
            if (index >= table->first_own()) return false;
        }
        return false;
    }
    /// Whether a relation is a table's own, or is changed, in this one or one below, the lowest left aside.
    [[nodiscard]] bool is_of_a_layer(std::size_t index) const noexcept {
        for (relation_table const* table = this; table->below_; table = table->below_)
            if (index >= table->first_own() || table->change_of(index)) return true;
        return false;
    }
    /// Calls f(index) for each relation that is a table's own, or is changed or taken away there, in this one or one
    /// below, the lowest left aside; for some more than once.
    template <class F>
    void for_each_of_layers(F f) const {
        for (relation_table const* table = this; table->below_; table = table->below_) {
            for (auto i = table->first_own(); i < table->bound(); ++i) f(static_cast<std::uint32_t>(i));
            for (auto const& c : table->changes_) f(c.index);
        }
    }

    /// One of the table's own records.
    [[nodiscard]] relation_record const& own_at(std::size_t index) const noexcept { return records_.own(index); }
    [[nodiscard]] relation_record& own_at(std::size_t index) noexcept { return records_.own(index); }

    void make_room() {
        detail::make_room(records_.own());
        if (below_) order_.make_room();
    }
    /// Adds a relation, for which room was made.
    void push_back(relation_record const& added) noexcept {
        if (below_) order_.push_back(static_cast<std::uint32_t>(bound()));
        records_.own().push_back(added);
        ++bound_.number;
    }
    /// Forgets the relations from an index on, in a table that lies over none.
    void truncate(std::uint32_t first) noexcept {
        records_.own().truncate(records_.own().begin() + first);
        bound_.number = first;
    }

    void make_room_to_take(std::size_t relations) {
        make_room_for(changes_, relations);
        order_.make_room_to_take(relations);
    }
    /// Takes a relation away, for which room was made. What it was can still be read.
    void take(std::uint32_t index) noexcept {
        order_.take(index);
        change(index).is_gone = true;
    }
    /// A relation's record, to be changed; for one that is not the table's own, room for a change was made.
    [[nodiscard]] relation_record& changed(std::uint32_t index) noexcept {
        return index >= first_own() ? own_at(index) : change(index).record;
    }
    void make_room_to_change() { detail::make_room(changes_); }
    void make_room_to_change(std::size_t several) { make_room_for(changes_, several); }

private:
    explicit relation_table(relation_table const* below)
        : records_(layered<lean_vector<relation_record>>::over(below->records_)), bound_(below->bound_), below_(below),
          order_(below->below_ ? index_list::over(below->order_) : index_list::over_numbers(below->bound())) {}

    /// A number that is 0 again in what was moved from.
    struct count {
        std::size_t number = 0;
        count() = default;
        count(count&& other) noexcept : number(other.number) { other.number = 0; }
        count(count const&) = default;
        ~count() = default;
    };
    /// What this table says otherwise of a relation, or of its own that it had and has no longer.
    struct change_record {
        std::uint32_t index;
        bool is_gone;
        relation_record record;
    };

    [[nodiscard, gnu::pure, gnu::noinline, gnu::cold]] relation_record const&
    from_below(std::size_t index) const noexcept {
        auto const* table = this;
        for (; index < table->first_own(); table = table->below_)
            if (auto const* const found = table->change_of(index)) return found->record;
        return table->records_.own()[index - table->first_own()];
    }
    [[nodiscard]] change_record const* change_of(std::size_t index) const noexcept {
        if (changes_.empty()) return nullptr;
        auto const* const at = std::lower_bound(changes_.begin(), changes_.end(), index,
                                                [](change_record const& c, std::size_t i) { return c.index < i; });
        return at != changes_.end() && at->index == index ? at : nullptr;
    }
    change_record& change(std::uint32_t index) noexcept {
        auto* const at = std::lower_bound(changes_.begin(), changes_.end(), index,
                                          [](change_record const& c, std::uint32_t i) { return c.index < i; });
        if (at != changes_.end() && at->index == index) return *at;
        return *changes_.insert(at, {index, false, (*this)[index]});
    }

    layered<lean_vector<relation_record>> records_;
    count bound_; ///< of the records: their number, which every check of a handle asks for
    layer_below<relation_table> below_;
    lean_vector<change_record> changes_; ///< by index
    index_list order_;                   ///< the relations that there are; empty in a table that lies over none
};

} // namespace geostance::detail

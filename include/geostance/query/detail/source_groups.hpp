// SPDX-License-Identifier: BSL-1.0
/// @file
/// Which publications took their content from each other, or from the same ones.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/query/detail/known_record.hpp>
#include <geostance/query/detail/table.hpp>

#include <cstddef>

namespace geostance::detail {

/// Publications in groups: those that `derives_from` connects, in whichever direction. Each group is found once for a
/// reading.
template <stance_schema S>
class source_groups {
public:
    explicit source_groups(known_record<S> const& record) : record_(record) {}

    /// The number of the group of a publication.
    /// @par Complexity
    /// O(n) for n rows of `derives_from` in its group; O(1) once the group is known
    [[nodiscard]] std::size_t group_of(node<publication> paper) const {
        if (auto const* known = groups_.find(paper)) return *known;
        auto const number = groups_.size();
        lean_vector<node<publication>> waiting{paper};
        groups_.insert(paper, number);
        auto const& g = record_.graph();
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            auto const at = waiting[i];
            auto const connect = [&](relation<derives_from> r, node<publication> other) {
                if (record_.is_heard(r) && groups_.insert(other, number).second) waiting.push_back(other);
            };
            for (auto const r : out<derives_from>(g, at)) connect(r, g.target(r));
            for (auto const r : in<derives_from>(g, at)) connect(r, g.source(r));
        }
        return number;
    }

private:
    known_record<S> const& record_;
    mutable table<node<publication>, std::size_t> groups_;
};

} // namespace geostance::detail

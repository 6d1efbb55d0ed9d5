// SPDX-License-Identifier: BSL-1.0
/// @file
/// Leaving out one thing after another, on several machines.
#pragma once

#include <geostance/detail/spread.hpp>
#include <geostance/graph/typed_graph.hpp>
#include <geostance/graph/walk.hpp>
#include <geostance/mpi/detail/agreement.hpp>
#include <geostance/mpi/detail/packet.hpp>
#include <geostance/query/position/leave_one_out.hpp>

#include <boost/mpi/communicator.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace geostance::mpi {

namespace detail {

/// Sends what one rank says of a record to another, which has the same: handles go as their indices.
template <class S>
class changes_packer {
public:
    explicit changes_packer(typed_graph<S> const& g) : store_(&geostance::detail::graph_access::store(g)) {}

    static void pack(packet_writer& out, std::vector<difference> const& changes) {
        out << changes.size();
        for (auto const& d : changes) {
            out << number(d.who) << number(d.target);
            for (auto const* const p : {&d.first, &d.second}) pack(out, *p);
        }
    }
    [[nodiscard]] std::vector<difference> unpack(packet_reader& in) const {
        std::vector<difference> changes(in.take<std::size_t>());
        for (auto& d : changes) {
            d.who = handle<any_node>(in);
            d.target = handle<any_node>(in);
            for (auto* const p : {&d.first, &d.second}) unpack(in, *p);
        }
        return changes;
    }

private:
    static constexpr std::uint64_t none = ~std::uint64_t(0);

    static std::uint64_t number(auto handle) { return handle.is_null() ? none : handle.index(); }
    template <class Handle>
    Handle handle(packet_reader& in) const {
        auto const index = in.take<std::uint64_t>();
        return index == none ? Handle() : store_->template handle_at<Handle>(static_cast<std::size_t>(index));
    }
    static void pack(packet_writer& out, position const& held) {
        out << held.attitude << held.value << held.weight << held.number << held.independent_sources << held.least
            << held.greatest;
        out << held.holds << held.rests_on.size();
        for (auto const& e : held.rests_on) {
            out << number(e.relation) << e.value << e.weight << number(e.via) << number(e.membership);
            out << number(e.whose) << e.how << e.holds << e.repeats << e.replaced;
        }
    }
    void unpack(packet_reader& in, position& held) const {
        in >> held.attitude >> held.value >> held.weight >> held.number >> held.independent_sources >> held.least >>
            held.greatest;
        in >> held.holds;
        held.rests_on.resize(in.take<std::size_t>());
        for (auto& e : held.rests_on) {
            e.relation = handle<any_relation>(in);
            in >> e.value >> e.weight;
            e.via = handle<any_relation>(in);
            e.membership = handle<any_relation>(in);
            e.whose = handle<any_node>(in);
            in >> e.how >> e.holds >> e.repeats >> e.replaced;
        }
    }

    geostance::detail::graph_store<S> const* store_;
};

/// What tells two records apart: keys, and which relations lead from where to where.
template <class S>
std::uint64_t fingerprint(typed_graph<S> const& g) {
    std::uint64_t hash = 0;
    auto const mix = [&](std::uint64_t value) { hash = geostance::detail::mixed_in(hash, value); };
    for (std::size_t i = 0; i < g.num_nodes(); ++i) mix(std::hash<std::string_view>{}(key_of(g, g.node_at(i))));
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        mix(g.source(r).index());
        mix(g.target(r).index());
    }
    return hash;
}

} // namespace detail

/// What changes when each of some things is left out alone, as `geostance::changes_without_each` says it: each rank
/// leaves out its share of them, and all have the whole afterwards. Every rank of the communicator calls it with the
/// same record, list, lens and options.
/// @param ranks who takes part
/// @param g the record, on each rank with the same content in the same order; not to be changed meanwhile
/// @param each what is left out, one after another
/// @param asked the reading with them
/// @param options what counts as a change; `threads` is each rank's own
/// @return on every rank that of one process, with handles of its own record
/// @throws invalid_handle on the ranks that have such a handle, and an `error` on the others
/// @throws invalid_value on every rank, for a field of the lens or of the options, and for records that differ in their
///         keys or in what is linked to what
/// @par Complexity
/// O(n (V + E log E) / ranks) for n things; all positions that change are sent to every rank
template <stance_schema S>
[[nodiscard]] std::vector<changes_of_one>
changes_without_each(boost::mpi::communicator const& ranks, typed_graph<S> const& g, std::vector<any_node> const& each,
                     lens const& asked = {}, leave_one_out_options const& options = {}) {
    detail::packet_writer same;
    same << g.num_nodes() << g.num_relations() << detail::fingerprint(g) << options.differences.tolerance;
    for (auto const n : each) same << n.index();
    detail::require_same(ranks, "mpi::changes_without_each", same);

    auto const size = static_cast<std::size_t>(ranks.size());
    std::vector<any_node> mine;
    for (auto i = static_cast<std::size_t>(ranks.rank()); i < each.size(); i += size) mine.push_back(each[i]);
    detail::packet_writer out;
    detail::agree(ranks, detail::failure_of([&] {
                      for (auto const& one : geostance::changes_without_each(g, mine, asked, options))
                          detail::changes_packer<S>::pack(out, one.changes);
                  }));
    auto const all = detail::from_all(ranks, out.bytes());
    std::vector<detail::packet_reader> readers(all.begin(), all.end());
    detail::changes_packer<S> const packer(g);
    std::vector<changes_of_one> result;
    result.reserve(each.size());
    for (std::size_t i = 0; i < each.size(); ++i) result.push_back({each[i], packer.unpack(readers[i % size])});
    return result;
}

} // namespace geostance::mpi

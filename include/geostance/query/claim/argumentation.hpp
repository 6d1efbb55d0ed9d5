// SPDX-License-Identifier: BSL-1.0
/// @file
/// Argumentation: which statements are accepted despite those that attack them, and how strong each is, given its
/// attackers and supporters.
#pragma once

#include <geostance/detail/lean_vector.hpp>
#include <geostance/detail/number_text.hpp>
#include <geostance/error.hpp>
#include <geostance/model/enum_names.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace geostance {

/// Whether an argument is accepted.
enum class argument_label : std::uint8_t {
    undecided, ///< neither of the two follows
    in,        ///< accepted: all its attackers are out
    out        ///< rejected: one of its attackers is in
};

template <>
struct enum_names<argument_label> {
    static constexpr std::array<std::string_view, 3> of_each{"undecided", "in", "out"};
};

/// Arguments 0 to n-1 that attack and support each other: a bipolar argumentation framework. Self-attacks and repeated
/// edges are allowed; a repeated edge counts once.
/// @par Complexity
/// O(number of edges of that kind to the argument) to add an edge; O(n) to begin; O(1) for the rest
/// @par Source
/// Cayrol, C. and Lagasquie-Schiex, M.-C. (2005). On the acceptability of arguments in bipolar argumentation
/// frameworks. ECSQARU 2005, 378-389.
class argument_graph {
public:
    /// A framework of n arguments without attacks or support yet.
    /// @param n the number of arguments
    explicit argument_graph(std::size_t n) : attackers_(n), supporters_(n) {}

    /// @return the number of arguments
    [[nodiscard]] std::size_t size() const noexcept { return attackers_.size(); }
    /// Lets one argument attack another.
    /// @param from the attacker, below `size()`
    /// @param to what it attacks, below `size()`
    /// @throws invalid_value for an argument that is not there
    void attack(std::size_t from, std::size_t to) { insert(attackers_, from, to); }
    /// Lets one argument support another.
    /// @param from the supporter, below `size()`
    /// @param to what it supports, below `size()`
    /// @throws invalid_value for an argument that is not there
    void support(std::size_t from, std::size_t to) { insert(supporters_, from, to); }
    /// Who attacks an argument.
    /// @param of the argument, below `size()`
    /// @return the numbers of its attackers, ascending
    /// @throws invalid_value for an argument that is not there
    [[nodiscard]] std::vector<std::size_t> const& attackers(std::size_t of) const {
        check(of);
        return attackers_[of];
    }
    /// Who supports an argument.
    /// @param of the argument, below `size()`
    /// @return the numbers of its supporters, ascending
    /// @throws invalid_value for an argument that is not there
    [[nodiscard]] std::vector<std::size_t> const& supporters(std::size_t of) const {
        check(of);
        return supporters_[of];
    }

private:
    void check(std::size_t argument) const {
        if (argument >= size())
            throw invalid_value("argument", std::to_string(argument), "a number below " + std::to_string(size()));
    }
    void insert(detail::lean_vector<std::vector<std::size_t>>& lists, std::size_t from, std::size_t to) const {
        check(from);
        check(to);
        auto& list = lists[to];
        auto const place = std::lower_bound(list.begin(), list.end(), from);
        if (place == list.end() || *place != from) list.insert(place, from);
    }

    detail::lean_vector<std::vector<std::size_t>> attackers_;
    detail::lean_vector<std::vector<std::size_t>> supporters_;
};

namespace detail {

/// Two sides of a dispute: everybody on one attacks everybody on the other, and is attacked by them.
struct opposing_sides {
    std::vector<std::size_t> one{};
    std::vector<std::size_t> other{};
};

/// The grounded labelling of a framework and of disputes, whose attacks are not listed one by one.
class grounded_search {
public:
    grounded_search(argument_graph const& arguments, detail::lean_vector<opposing_sides> disputes)
        : attacks_(arguments.size()), sides_of_(arguments.size()), open_attackers_(arguments.size()),
          labels_(arguments.size(), argument_label::undecided) {
        for (std::size_t a = 0; a < arguments.size(); ++a) {
            open_attackers_[a] = arguments.attackers(a).size();
            for (auto const attacker : arguments.attackers(a)) attacks_[attacker].push_back(a);
        }
        for (auto& d : disputes) {
            if (d.one.empty() || d.other.empty()) continue;
            for (auto* side : {&d.one, &d.other}) {
                for (auto const a : *side) {
                    sides_of_[a].push_back(sides_.size());
                    ++open_attackers_[a]; // the other side, as one
                }
                sides_.push_back({std::move(*side), 0, false});
                sides_.back().open = sides_.back().members.size();
            }
        }
    }

    /// @par Complexity
    /// O(arguments + attacks + members of all sides)
    std::vector<argument_label> run() {
        for (std::size_t a = 0; a < labels_.size(); ++a)
            if (open_attackers_[a] == 0) accept(a);
        for (std::size_t next = 0; next < accepted_.size(); ++next) {
            for (auto const rejected : attacks_[accepted_[next]]) reject(rejected);
            for (auto const side : sides_of_[accepted_[next]])
                if (auto& beaten = sides_[opposite(side)]; !std::exchange(beaten.is_beaten, true))
                    for (auto const rejected : beaten.members) reject(rejected);
        }
        return std::move(labels_);
    }

private:
    struct party {
        std::vector<std::size_t> members{};
        std::size_t open = 0;   ///< how many of them are not rejected
        bool is_beaten = false; ///< one of the other side is accepted
    };

    static std::size_t opposite(std::size_t side) noexcept { return side ^ 1U; }

    void accept(std::size_t a) {
        labels_[a] = argument_label::in;
        accepted_.push_back(a);
    }
    void reject(std::size_t a) {
        if (labels_[a] == argument_label::out) return;
        labels_[a] = argument_label::out;
        for (auto const defended : attacks_[a]) lose_attacker(defended);
        for (auto const side : sides_of_[a])
            if (--sides_[side].open == 0)
                for (auto const defended : sides_[opposite(side)].members) lose_attacker(defended);
    }
    void lose_attacker(std::size_t a) {
        if (--open_attackers_[a] == 0 && labels_[a] == argument_label::undecided) accept(a);
    }

    detail::lean_vector<std::vector<std::size_t>> attacks_;
    detail::lean_vector<std::vector<std::size_t>> sides_of_;
    std::vector<std::size_t> open_attackers_;
    std::vector<argument_label> labels_;
    detail::lean_vector<party> sides_;
    std::vector<std::size_t> accepted_;
};

} // namespace detail

/// The grounded labelling: the most sceptical complete one, which accepts nothing that is not forced. Support plays no
/// part in it.
/// @param arguments the framework
/// @return a label for each argument
/// @par Complexity
/// O(arguments + attacks)
/// @par Source
/// Dung, P. M. (1995). On the acceptability of arguments and its fundamental role in nonmonotonic reasoning, logic
/// programming and n-person games. Artificial Intelligence 77, 321-357, doi:10.1016/0004-3702(94)00041-X. The
/// labelling: Modgil, S. and Caminada, M. (2009). Proof theories and algorithms for abstract argumentation frameworks.
/// In Rahwan, I. and Simari, G. R. (eds.), Argumentation in Artificial Intelligence, Springer, 105-129.
[[nodiscard]] inline std::vector<argument_label> grounded_labelling(argument_graph const& arguments) {
    return detail::grounded_search(arguments, {}).run();
}

/// When the iteration for cyclic frameworks ends.
struct strength_options {
    double tolerance = 1e-9;             ///< it has converged when no strength moves by more; in (0, 1)
    std::size_t max_iterations = 10'000; ///< it gives up after so many rounds; at least 1
};

/// The strengths of arguments.
struct strength_result {
    std::vector<double> strength{}; ///< of each argument, in [0, 1]
    std::size_t iterations = 0;     ///< rounds that were made; 0 without cycles
    bool converged = true;          ///< false if the strengths on some cycle kept moving; they are then the last ones
};

namespace detail {

/// 1 - product of (1 - strength).
inline double combined(std::vector<std::size_t> const& of, std::vector<double> const& strength) {
    double rest = 1;
    for (auto const a : of) rest *= 1 - strength[a];
    return 1 - rest;
}

/// Visits each argument after all that attack or support it, as far as there is such an order. `rest` gets the others:
/// those on cycles, and those that a cycle leads to.
template <class Visit>
void visit_acyclic_first(argument_graph const& arguments, Visit visit, std::vector<std::size_t>& rest) {
    std::size_t const n = arguments.size();
    detail::lean_vector<std::vector<std::size_t>> bears_on(n);
    std::vector<std::size_t> waiting_for(n);
    for (std::size_t a = 0; a < n; ++a)
        for (auto const* bearing : {&arguments.attackers(a), &arguments.supporters(a)})
            for (auto const b : *bearing) {
                bears_on[b].push_back(a);
                ++waiting_for[a];
            }
    std::vector<std::size_t> order;
    for (std::size_t a = 0; a < n; ++a)
        if (waiting_for[a] == 0) order.push_back(a);
    for (std::size_t next = 0; next < order.size(); ++next) {
        visit(order[next]);
        for (auto const b : bears_on[order[next]])
            if (--waiting_for[b] == 0) order.push_back(b);
    }
    for (std::size_t a = 0; a < n; ++a)
        if (waiting_for[a] != 0) rest.push_back(a);
}

} // namespace detail

/// How strong each argument is, given how credible it is by itself and the strength of its attackers and supporters.
///
/// Attackers and supporters are combined as v = 1 - prod(1 - v_i). An argument whose attackers are stronger than its
/// supporters falls from its base score b to b - b (v_a - v_s); in the opposite case it rises to b + (1 - b)(v_s -
/// v_a). That is DF-QuAD, which is defined where there are no cycles. Arguments on cycles, and those that a cycle leads
/// to, start at their base scores. Each round moves all of them half of the way to what the formula gives, until they
/// settle; if they do not, the result says so.
///
/// @param arguments the framework
/// @param base the base score of each argument, in [0, 1]
/// @param options when to stop
/// @return strengths, and whether they settled
/// @throws invalid_value for a base score outside [0, 1], or not one for each argument, or an option out of range
/// @par Complexity
/// O(arguments + edges) without cycles; with them, that for each round
/// @par Source
/// Rago, A., Toni, F., Aurisicchio, M. and Baroni, P. (2016). Discontinuity-free decision support with quantitative
/// argumentation debates. KR 2016, 63-73. The damping for cycles: Potyka, N. (2018). Continuous dynamical systems for
/// weighted bipolar argumentation. KR 2018, 148-157.
[[nodiscard]] inline strength_result argument_strengths(argument_graph const& arguments,
                                                        std::vector<double> const& base,
                                                        strength_options const& options = {}) {
    std::size_t const n = arguments.size();
    if (base.size() != n)
        throw invalid_value("base", std::to_string(base.size()) + " scores", std::to_string(n) + ", one an argument");
    for (auto const score : base)
        if (!(score >= 0 && score <= 1)) throw invalid_value("base", detail::number_text(score), "a number in [0, 1]");
    if (!(options.tolerance > 0 && options.tolerance < 1))
        throw invalid_value("strength_options.tolerance", detail::number_text(options.tolerance), "a number in (0, 1)");
    if (options.max_iterations == 0) throw invalid_value("strength_options.max_iterations", "0", "at least 1");
    auto const formula = [&](std::size_t a, std::vector<double> const& strength) {
        double const against = detail::combined(arguments.attackers(a), strength);
        double const in_favour = detail::combined(arguments.supporters(a), strength);
        double const lead = in_favour - against;
        return lead >= 0 ? base[a] + (1 - base[a]) * lead : base[a] + base[a] * lead;
    };
    strength_result result{base, 0, false};
    std::vector<std::size_t> cyclic;
    detail::visit_acyclic_first(
        arguments, [&](std::size_t a) { result.strength[a] = formula(a, result.strength); }, cyclic);
    std::vector<double> next(cyclic.size());
    result.converged = cyclic.empty();
    while (!result.converged && result.iterations < options.max_iterations) {
        ++result.iterations;
        double moved = 0;
        for (std::size_t i = 0; i < cyclic.size(); ++i) {
            double const now = result.strength[cyclic[i]];
            double const goal = formula(cyclic[i], result.strength);
            moved = std::max(moved, std::abs(goal - now));
            next[i] = (now + goal) / 2;
        }
        for (std::size_t i = 0; i < cyclic.size(); ++i) result.strength[cyclic[i]] = next[i];
        result.converged = moved <= options.tolerance;
    }
    return result;
}

} // namespace geostance

// SPDX-License-Identifier: BSL-1.0
/// @file
/// The sign that a missing tie would have, judged by the triads it would close and by the degrees of its ends.
#pragma once

#include <geostance/detail/check_field.hpp>
#include <geostance/signed/compressed.hpp>
#include <geostance/signed/detail/random_source.hpp>
#include <geostance/signed/detail/sign_model.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace geostance {

/// How to judge.
enum class sign_method : std::uint8_t {
    balance_vote, ///< each path of two votes for the product of its signs; nothing is said on a draw or without paths
    logistic      ///< logistic regression on degrees and triads, fitted to all ties of the network
};

/// How to predict signs.
struct predict_sign_options {
    sign_method method = sign_method::balance_vote; ///< how to judge
};

/// A path of two between the ends, which the tie would close to a triad.
struct supporting_triad {
    std::uint32_t via = 0; ///< the vertex between
    int first = 0;         ///< the sign of the tie from u: 1 or -1
    int second = 0;        ///< the sign of the tie to v: 1 or -1
};

/// The predicted sign of a tie. It is always derived: nobody holds it, and it is no evidence.
struct sign_prediction {
    std::optional<int> sign{};              ///< 1 or -1; empty where nothing speaks for either
    std::optional<double> probability{};    ///< that it is friendly: the share of votes, or by the model
    std::vector<supporting_triad> triads{}; ///< the paths it rests on, by vertex between
};

/// How well signs are predicted when ties are hidden.
struct sign_validation {
    std::size_t ties = 0;              ///< ties hidden, each once
    std::size_t predicted = 0;         ///< those of them that a sign was predicted for
    double coverage = 0;               ///< predicted / ties
    std::optional<double> accuracy{};  ///< the share of predictions that were right; empty without any
    std::optional<double> base_rate{}; ///< what always saying the commoner sign gets on the ties predicted
    std::optional<double> auc{};       ///< area under the ROC curve of the probabilities; empty without both signs
};

/// How to validate.
struct cross_validate_options {
    sign_method method = sign_method::balance_vote; ///< how to judge
    std::size_t folds = 10;                         ///< parts of which each is hidden once; 2 to the number of ties
    std::uint64_t seed = 1;                         ///< of the division into parts
};

namespace detail {

inline void check_method(char const* field, sign_method method) {
    check_enumerator(field, method, sign_method::logistic);
}

inline sign_prediction judge(signed_graph const& g, std::uint32_t u, std::uint32_t v, sign_method method,
                             sign_model const& model) {
    sign_prediction result;
    for_each_path(g, u, v, [&](std::uint32_t via, bool first, bool second) {
        result.triads.push_back({via, first ? -1 : 1, second ? -1 : 1});
    });
    if (method == sign_method::logistic) {
        result.probability = model.probability(features_of(g, u, v));
    } else if (!result.triads.empty()) {
        auto const friendly = std::count_if(result.triads.begin(), result.triads.end(),
                                            [](auto const& t) { return t.first == t.second; });
        result.probability = static_cast<double>(friendly) / static_cast<double>(result.triads.size());
    }
    if (result.probability && *result.probability != 0.5) result.sign = *result.probability > 0.5 ? 1 : -1;
    return result;
}

} // namespace detail

/// Predicts the sign of a tie of a compact graph. A tie that is there already does not count for itself.
/// @param g the graph
/// @param u a vertex
/// @param v another vertex
/// @param options how to judge
/// @return the sign with the triads it rests on
/// @throws invalid_value for a vertex out of range, the same vertex twice, or a method that is none
/// @par Complexity
/// balance vote: O(degree(u) + degree(v)); logistic: fits to all ties, O(E * greatest degree)
/// @par Source
/// Leskovec, J., Huttenlocher, D. and Kleinberg, J. (2010). Predicting positive and negative links in online social
/// networks. WWW 2010, 641-650, doi:10.1145/1772690.1772756: its degree and triad features, here without directions.
[[nodiscard]] inline sign_prediction predict_sign(signed_graph const& g, std::uint32_t u, std::uint32_t v,
                                                  predict_sign_options const& options = {}) {
    detail::check_method("predict_sign_options.method", options.method);
    if (std::max(u, v) >= g.num_vertices())
        throw invalid_value(u > v ? "u" : "v", std::to_string(std::max(u, v)),
                            "a number below " + std::to_string(g.num_vertices()));
    if (u == v) throw invalid_value("v", std::to_string(v), "a vertex other than u");
    auto const model = options.method == sign_method::logistic ? detail::fit_signs(g) : detail::sign_model{};
    return detail::judge(g, u, v, options.method, model);
}

/// Predicts the sign of a tie of an undirected Boost.Graph graph.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param u a vertex of the graph
/// @param v another
/// @param options how to judge
/// @return the sign with the triads it rests on, vertices as get(boost::vertex_index, g) numbers them
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// O(V + E) and as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] sign_prediction predict_sign(G const& g, Weight const& weight,
                                           typename boost::graph_traits<G>::vertex_descriptor u,
                                           typename boost::graph_traits<G>::vertex_descriptor v,
                                           predict_sign_options const& options = {}) {
    auto const number = [&](char const* name, auto x) {
        auto const i = static_cast<std::size_t>(get(get(boost::vertex_index, g), x));
        if (i >= num_vertices(g))
            throw invalid_value(name, std::to_string(i), "a number below " + std::to_string(num_vertices(g)));
        return static_cast<std::uint32_t>(i);
    };
    return predict_sign(compress(g, weight), number("u", u), number("v", v), options);
}

/// Hides each tie of a compact graph once, predicts its sign from the ties that are left, and compares.
/// @param g the graph
/// @param options how to judge, and in how many parts to hide
/// @return accuracy beside the base rate, area under the curve, and coverage
/// @throws invalid_value for a number of folds out of its range, or a method that is none
/// @par Complexity
/// O(folds * E + sum of degrees over ties), and with the logistic method `folds` fits
/// @par Determinism
/// Given by the seed.
/// @par Source
/// Stone, M. (1974). Cross-validatory choice and assessment of statistical predictions. Journal of the Royal
/// Statistical Society B 36, 111-147. Area under the curve: Hanley, J. A. and McNeil, B. J. (1982). The meaning and use
/// of the area under a receiver operating characteristic (ROC) curve. Radiology 143, 29-36.
[[nodiscard]] inline sign_validation cross_validate(signed_graph const& g, cross_validate_options const& options = {}) {
    detail::check_method("cross_validate_options.method", options.method);
    auto ties = detail::ties_of(g);
    if (options.folds < 2 || options.folds > std::max<std::size_t>(ties.size(), 2))
        throw invalid_value("cross_validate_options.folds", std::to_string(options.folds),
                            "a number from 2 to the number of ties: " + std::to_string(ties.size()));
    detail::random_source random(options.seed);
    random.shuffle(ties);
    sign_validation result;
    result.ties = ties.size();
    std::size_t right = 0;
    std::size_t friendly = 0;
    std::vector<std::pair<double, bool>> scores; // probability of friendship, and whether it is
    for (std::size_t fold = 0; fold < options.folds; ++fold) {
        std::vector<signed_tie> kept;
        for (std::size_t i = 0; i < ties.size(); ++i) {
            if (i % options.folds != fold) kept.push_back(ties[i]);
        }
        signed_graph const visible(g.num_vertices(), kept);
        auto const model = options.method == sign_method::logistic ? detail::fit_signs(visible) : detail::sign_model{};
        for (auto i = fold; i < ties.size(); i += options.folds) {
            auto const found = detail::judge(visible, ties[i].from, ties[i].to, options.method, model);
            if (found.probability) scores.push_back({*found.probability, ties[i].weight > 0});
            if (!found.sign) continue;
            ++result.predicted;
            right += (*found.sign > 0) == (ties[i].weight > 0) ? 1U : 0U;
            friendly += ties[i].weight > 0 ? 1U : 0U;
        }
    }
    auto const n = static_cast<double>(result.predicted);
    if (result.ties > 0) result.coverage = n / static_cast<double>(result.ties);
    if (result.predicted > 0) {
        result.accuracy = static_cast<double>(right) / n;
        result.base_rate = static_cast<double>(std::max(friendly, result.predicted - friendly)) / n;
    }
    result.auc = detail::area_under_curve(std::move(scores));
    return result;
}

/// Hides each tie of an undirected Boost.Graph graph once, predicts its sign, and compares.
/// @param g the graph
/// @param weight edge -> sign or weight, finite; 0 is no tie
/// @param options how to judge, and in how many parts to hide
/// @return accuracy beside the base rate, area under the curve, and coverage
/// @throws invalid_value as for the compact graph and compress()
/// @par Complexity
/// as for the compact graph
template <class G, class Weight>
    requires signed_input<G, Weight>
[[nodiscard]] sign_validation cross_validate(G const& g, Weight const& weight,
                                             cross_validate_options const& options = {}) {
    return cross_validate(compress(g, weight), options);
}

} // namespace geostance

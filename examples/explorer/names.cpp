// SPDX-License-Identifier: BSL-1.0
#include "names.hpp"

#include <geostance/detail/type_name.hpp>
#include <geostance/graph/detail/near_names.hpp>

#include <map>
#include <optional>

namespace gs = geostance;

namespace explorer {

namespace {

/// Looks for a node of one type after the other. The first that has the name is taken: an actor before an issue.
class search {
public:
    search(gs::stance_graph const& world, std::string_view name) : world_(world), name_(name) {}

    gs::any_node run() {
        if (auto const found = world_.find_key(name_)) return *found;
        look_for<gs::actor>();
        look_for<gs::alliance>();
        look_for<gs::issue>();
        look_for<gs::statement>();
        look_for<gs::publication>();
        if (found_) return *found_;
        throw gs::unknown_name(std::string(name_), "node", nearest());
    }

private:
    template <class T>
    void look_for() {
        if (found_) return;
        try {
            found_ = by_code<T>();
            if (!found_) found_ = world_.at<T>(name_);
        } catch (gs::unknown_name const& unknown) {
            for (auto const& near : unknown.nearest()) meanings_.try_emplace(near, meaning_of<T>(near));
        }
    }
    template <class T>
    [[nodiscard]] std::optional<gs::any_node> by_code() const {
        auto const colon = name_.find(':');
        if (colon == std::string_view::npos) return std::nullopt;
        auto const found =
            world_.find<T>(gs::code{std::string(name_.substr(0, colon)), std::string(name_.substr(colon + 1))});
        return found ? std::optional<gs::any_node>(*found) : std::nullopt;
    }

    /// `actor`, or, where the node has another short name, `actor Panel of Experts`.
    template <class T>
    [[nodiscard]] std::string meaning_of(std::string const& name) const {
        constexpr std::size_t short_enough = 40;
        std::string result(gs::detail::type_name<T>());
        try {
            auto const first = name_of(world_, world_.find<T>(name).value());
            if (first != name && first.size() <= short_enough) result += ' ' + first;
        } catch (gs::ambiguous_name const&) {
            result = "several";
        }
        return result;
    }

    /// Of the nearest of each type the nearest of all, with their meanings.
    [[nodiscard]] std::vector<std::string> nearest() const {
        gs::detail::near_names near(name_);
        for (std::size_t i = 0; auto const& [name, kind] : meanings_) near.consider(name, i++);
        auto result = near.take();
        for (auto& name : result) name += " (" + meanings_.find(name)->second + ')';
        return result;
    }

    gs::stance_graph const& world_;
    std::string_view name_;
    std::optional<gs::any_node> found_{};
    std::map<std::string, std::string> meanings_{}; ///< of the names near it
};

} // namespace

gs::any_node node_named(gs::stance_graph const& world, std::string_view name) { return search(world, name).run(); }

std::vector<gs::any_node> nodes_named(gs::stance_graph const& world, std::string_view names) {
    constexpr std::string_view joint = " + ";
    std::vector<gs::any_node> result;
    for (auto end = names.find(joint); end != std::string_view::npos; end = names.find(joint)) {
        result.push_back(node_named(world, names.substr(0, end)));
        names.remove_prefix(end + joint.size());
    }
    result.push_back(node_named(world, names));
    return result;
}

std::vector<std::string> names_of(gs::stance_graph const& world, std::vector<gs::any_node> const& nodes) {
    std::vector<std::string> result;
    result.reserve(nodes.size());
    for (auto const n : nodes) result.push_back(name_of(world, n));
    return result;
}

std::string listed(gs::stance_graph const& world, std::vector<gs::any_node> const& nodes) {
    std::string result;
    for (auto const n : nodes) result += (result.empty() ? "" : ", ") + name_of(world, n);
    return result.empty() ? "nobody" : result;
}

std::string kind_of(gs::stance_graph const& world, gs::any_node n) {
    return world.visit(n, []<class T>(T const&) { return std::string(gs::detail::type_name<T>()); });
}

} // namespace explorer

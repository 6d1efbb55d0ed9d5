// SPDX-License-Identifier: BSL-1.0
// The game: what it adds to the vocabulary, its world, and a turn of it. All of its state is in the record.
#pragma once

#include <geostance/geostance.hpp>
#include <geostance/model/fields.hpp>
#include <geostance/query/network/kept_projection.hpp>
#include <geostance/signed/changing_balance.hpp>

#include <chrono>
#include <ctime>
#include <optional>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace gs = geostance;

struct realm { // what a state rules
    std::string key;
    std::string name;
    int gold = 0;
};
struct rules {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, gs::actor>&& std::same_as<To, realm>;
};
struct pays_tribute {
    template <class From, class To>
    static constexpr bool links = std::same_as<From, gs::actor>&& std::same_as<To, gs::actor>;
    int gold = 0;
};
inline std::optional<gs::position_signal> signal_of(pays_tribute const& t) { // more than a token is a deed in favour
    return gs::position_signal{t.gold >= 10 ? 1.0 : 0.2, gs::channel::material};
}
struct calendar {
    std::string key;
    int turn = 0;
};

template <> // so that files keep them
struct gs::fields<realm> {
    static constexpr std::tuple of_each{field("key", &realm::key), field("name", &realm::name),
                                        field("gold", &realm::gold)};
};
template <>
struct gs::fields<pays_tribute> {
    static constexpr std::tuple of_each{field("gold", &pays_tribute::gold)};
};
template <>
struct gs::fields<calendar> {
    static constexpr std::tuple of_each{field("key", &calendar::key), field("turn", &calendar::turn)};
};

using diplomacy = gs::extend<gs::geopolitics, gs::nodes<realm, calendar>, gs::relations<rules, pays_tribute>>;
using world_graph = gs::typed_graph<diplomacy>;

// Where the seconds of the processor go in a turn.
struct stopwatch {
    double changes = 0, questions = 0, projection = 0, camps = 0;

    template <class F>
    static auto add_to(double& seconds, F f) {
        struct running {
            double& seconds;
            std::clock_t start = std::clock();
            ~running() { seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }
        } const clock{seconds};
        return f();
    }
};

// Something that happened. The record knows why.
struct event {
    gs::any_node who;
    gs::any_node whom;
    std::string what;
};

class game {
public:
    explicit game(world_graph& world) : world_(world), ties_(world) {
        for (auto const state : gs::nodes_of<gs::actor>(world_))
            if (world_[state].kind == gs::actor_kind::state) states_.push_back(state);
        follow_camps();
    }

    [[nodiscard]] gs::projection const& ties() const { return ties_.current(); }
    [[nodiscard]] gs::changing_balance const& balance() const { return balance_; }
    [[nodiscard]] unsigned camp_of(gs::any_node who) const {
        return who.index() < balance_.camp().size() ? balance_.camp()[who.index()] : 0;
    }
    [[nodiscard]] stopwatch const& seconds() const { return seconds_; }

    // Begins the camps anew: a game that was saved goes on as the one that is loaded.
    void follow_camps() {
        balance_ = {};
        for (auto const& t : ties().ties)
            balance_.set(ties().holders[t.from].index(), ties().holders[t.to].index(),
                         t.sum.attitude() == gs::attitude::neutral ? 0 : t.sum.mean());
    }

    // Lets states decide until there are so many changes of the record.
    std::vector<event> play_turn(std::size_t changes) {
        auto const clock = gs::nodes_of<calendar>(world_).begin()[0];
        turn_ = world_[clock].turn + 1;
        world_.set(clock, {world_[clock].key, turn_});
        events_.clear();
        std::mt19937 dice(static_cast<unsigned>(turn_));
        for (made_ = 0; made_ < changes;) decide(states_[dice() % states_.size()]);
        auto const changed = stopwatch::add_to(seconds_.projection, [&] { return ties_.update(); });
        stopwatch::add_to(seconds_.camps, [&] {
            for (auto const& c : changed) balance_.set(c.first.index(), c.second.index(), c.after);
        });
        return events_;
    }

private:
    using state = gs::node<gs::actor>;

    // What a state does: strike back, court the enemies of its enemy, call its allies, pay its friends.
    void decide(state me) {
        std::vector<state> foes; // the weightiest first
        std::vector<state> friends;
        std::vector<gs::obligation> pledged;
        stopwatch::add_to(seconds_.questions, [&] {
            for (auto const& [who, position] : holders_of_positions(world_, me, {}, gs::actor_kind::state)) {
                if (position.attitude == gs::attitude::opposes) foes.push_back(*world_.as<gs::actor>(who));
                if (position.attitude == gs::attitude::supports) friends.push_back(*world_.as<gs::actor>(who));
            }
            pledged = obligations(world_, me);
        });
        for (auto const foe : first(foes)) {
            bool const is_near = camp_of(foe) == camp_of(me);
            say(me, foe, is_near ? -0.3 : -0.8, is_near ? "it opposes us, though of our camp" : "it opposes us",
                "turns on");
        }
        if (!foes.empty()) court_enemies_of(foes.front(), me);
        for (auto const& p : pledged)
            if (auto const ally = world_.as<gs::actor>(p.by); ally && *ally != me && !foes.empty())
                say(*ally, foes.front(), -0.4, "it opposes " + world_[me].name + ", to whom we are pledged",
                    "joins against");
        for (auto const friendly : first(friends)) pay(me, friendly);
        if (friends.empty())
            say(me, states_[(me.index() + made_) % states_.size()], 0.3, "we have no friend left", "turns to");
    }
    void court_enemies_of(state foe, state me) {
        std::vector<state> others;
        stopwatch::add_to(seconds_.questions, [&] {
            for (auto const& [who, position] : opponents(world_, foe, {}, gs::actor_kind::state))
                if (camp_of(who) == camp_of(me)) others.push_back(*world_.as<gs::actor>(who));
        });
        for (auto const other : first(others))
            say(me, other, 0.5, "it opposes " + world_[foe].name + ", who opposes us", "courts");
    }
    // A state has its hands full with three.
    static std::vector<state> first(std::vector<state> all) {
        if (all.size() > 3) all.resize(3);
        return all;
    }

    void say(state who, state whom, double value, std::string const& because, char const* what) {
        if (who == whom) return;
        note(who, whom, what, [&] { world_.relate(who, whom, gs::stance{.value = value}, now(because)); });
    }
    // A tribute that is paid already is raised in its place.
    void pay(state who, state whom) {
        note(who, whom, "pays", [&] {
            auto const land = *gs::out<rules>(world_, who).begin();
            auto purse = world_[world_.target(land)];
            --purse.gold;
            world_.set(world_.target(land), purse);
            std::optional<gs::relation<pays_tribute>> known;
            world_.for_each_between(who, whom, [&](gs::any_relation r) {
                if (auto const tribute = world_.as<pays_tribute>(r)) known = tribute;
            });
            if (!known) {
                world_.relate(who, whom, pays_tribute{.gold = 9}, now("it supports us"));
                return;
            }
            world_.set(*known, {world_[*known].gold + 1});
            ties_.changed(*known);
        });
    }
    template <class Change>
    void note(state who, state whom, char const* what, Change change) {
        stopwatch::add_to(seconds_.changes, change);
        events_.push_back({who, whom, what});
        ++made_;
    }
    [[nodiscard]] gs::provenance now(std::string because) const {
        auto const day = gs::date(std::chrono::sys_days(std::chrono::year(1000) / 1 / 1) + std::chrono::days(turn_));
        return {.note = std::move(because), .valid = gs::since(day), .recorded = day};
    }

    world_graph& world_;
    gs::kept_projection<diplomacy> ties_;
    gs::changing_balance balance_;
    std::vector<state> states_;
    std::vector<event> events_;
    stopwatch seconds_;
    std::size_t made_ = 0;
    int turn_ = 0;
};

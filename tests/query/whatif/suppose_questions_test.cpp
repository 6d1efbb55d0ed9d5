// SPDX-License-Identifier: BSL-1.0
// Whatever is asked of a supposition has the answer that a record has which was really written so.
#include <geostance/geostance.hpp>
#include <geostance/io/graphml.hpp>
#include <geostance/io/graphviz.hpp>
#include <geostance/io/json.hpp>
#include <geostance/io/json_lines.hpp>
#include <geostance/io/node_link.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/optimum/camps.hpp>
#include <geostance/page/page.hpp>
#include <geostance/query/network/balance_through_time.hpp>
#include <geostance/query/network/position_similarity.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/network/recorded_landscape.hpp>
#include <geostance/query/position/sources.hpp>
#include <geostance/query/whatif/suppose.hpp>
#include <geostance/query/whatif/voters_on.hpp>
#include <geostance/signed/structural_balance.hpp>
#include <geostance/signed/triad_census.hpp>

#include <query/random_record.hpp>
#include <repetitions.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

namespace gs = geostance;

namespace {

template <class List>
struct variant_of;
template <class... R>
struct variant_of<gs::relations<R...>> {
    using type = std::variant<R...>;
};

/// A relation as it is written, with nodes by their number.
struct written_relation {
    std::size_t from, to;
    variant_of<gs::geopolitics::relation_types>::type payload;
    gs::provenance known;
};

std::vector<written_relation> rows_of(gs::stance_graph const& g) {
    std::vector<written_relation> all;
    for (std::size_t i = 0; i < g.num_relations(); ++i) {
        auto const r = g.relation_at(i);
        g.visit(r, [&](auto const& payload) {
            all.push_back({g.source(r).index(), g.target(r).index(), payload, g.annotation(r)});
        });
    }
    return all;
}

/// Writes the rows into a copy of a record that has only nodes.
gs::stance_graph written(gs::stance_graph const& nodes_only, std::vector<written_relation> const& rows) {
    auto g = nodes_only.copy();
    for (auto const& r : rows) {
        auto known = r.known;
        if (!known.claimed_in.is_null()) known.claimed_in = *g.as<gs::statement>(g.node_at(known.claimed_in.index()));
        if (!known.publication.is_null())
            known.publication = *g.as<gs::publication>(g.node_at(known.publication.index()));
        std::visit([&](auto const& payload) { g.relate_any(g.node_at(r.from), g.node_at(r.to), payload, known); },
                   r.payload);
    }
    return g;
}

/// Supposes something at random, and writes it into the rows.
class random_suppositions {
public:
    random_suppositions(test::random_record& record, gs::stance_graph& nodes, std::vector<written_relation>& rows)
        : record_(record), nodes_(nodes), rows_(rows) {}

    void suppose_something(gs::supposition<gs::geopolitics>& what_if) {
        if (what_if.num_relations() == 0) return;
        switch (record_.below(10)) {
        case 0: return otherwise(what_if, record_.any_of(record_.actors), gs::stance{.value = any_value()});
        case 1: return otherwise(what_if, record_.any_of(record_.actors), gs::casts{any_ballot()});
        case 2: return beside(what_if);
        case 3: return never(what_if);
        case 4: return ended(what_if);
        case 5: return unsaid(what_if);
        case 6: return left(what_if);
        case 7: return newcomer(what_if);
        case 8: return restated(what_if);
        default: return otherwise(what_if, record_.any_of(record_.actors), gs::casts{any_ballot()});
        }
    }

private:
    double any_value() { return (record_.below(3) - 1) * 1.0; }
    gs::ballot any_ballot() { return static_cast<gs::ballot>(record_.below(6)); }

    template <class R>
    static bool is_between(written_relation const& r, gs::node<gs::actor> who, gs::node<gs::issue> target) {
        return r.from == who.index() && r.to == target.index() && std::holds_alternative<R>(r.payload);
    }
    template <class R>
    void otherwise(gs::supposition<gs::geopolitics>& what_if, gs::node<gs::actor> who, R const& payload) {
        auto const target = record_.any_of(record_.issues);
        gs::lens const everything;
        gs::detail::known_record<gs::geopolitics> const reading(what_if, everything);
        gs::provenance known;
        gs::detail::beginning newest;
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            auto const& r = rows_[i];
            if (!is_between<R>(r, who, target)) continue;
            auto const begins = reading.begins(what_if.relation_at(i));
            if (begins.is_dated < newest.is_dated) continue;
            if (begins.is_dated == newest.is_dated && begins.earliest < newest.earliest) continue;
            newest = begins;
            auto const relation = what_if.relation_at(i); // what takes its place has its days, but not its sources
            known = {.valid = {reading.begin_of(relation), r.known.valid.to},
                     .recorded = reading.day_of_record(relation),
                     .ended_recorded = r.known.ended_recorded};
        }
        std::erase_if(rows_, [&](written_relation const& r) { return is_between<R>(r, who, target); });
        if (record_.chance(50)) {
            known = record_.any_provenance();
            what_if.relate(who, target, payload, known);
        } else {
            what_if.relate(who, target, payload);
        }
        rows_.push_back({who.index(), target.index(), payload, known});
    }
    void beside(gs::supposition<gs::geopolitics>& what_if) {
        auto const who = record_.any_of(record_.actors);
        auto const other = record_.any_of(record_.actors);
        auto const known = record_.any_provenance();
        what_if.also(who, other, gs::stance{.value = 1}, known);
        rows_.push_back({who.index(), other.index(), gs::stance{.value = 1}, known});
    }
    void newcomer(gs::supposition<gs::geopolitics>& what_if) {
        gs::actor const payload{.key = "new" + std::to_string(what_if.num_nodes()),
                                .name = "Newcomer " + std::to_string(what_if.num_nodes()),
                                .aliases = {"newcomer"}};
        auto const who = what_if.add(payload);
        nodes_.add(payload);
        auto const target = record_.any_of(record_.issues);
        what_if.also(who, target, gs::stance{.value = -1});
        rows_.push_back({who.index(), target.index(), gs::stance{.value = -1}, {}});
    }
    void restated(gs::supposition<gs::geopolitics>& what_if) {
        auto const at = any_place();
        auto const said = what_if.as<gs::stance>(what_if.relation_at(at));
        if (!said) return;
        gs::stance const payload{.value = any_value(), .facet = "side"};
        what_if.set(*said, payload);
        rows_[at].payload = payload;
    }
    std::size_t any_place() { return static_cast<std::size_t>(record_.below(static_cast<int>(rows_.size()))); }
    void never(gs::supposition<gs::geopolitics>& what_if) {
        auto const at = any_place();
        what_if.without(what_if.relation_at(at));
        rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(at));
    }
    void ended(gs::supposition<gs::geopolitics>& what_if) {
        auto const at = any_place();
        auto& known = rows_[at].known;
        auto const day = record_.any_date(100);
        bool const begins_later = known.valid.from.is_known() && known.valid.from.first_day() > day.last_day();
        if (known.valid.to.is_known() || begins_later) return;
        what_if.end(what_if.relation_at(at), day);
        known.valid.to = day;
        known.ended_recorded = day;
    }
    void unsaid(gs::supposition<gs::geopolitics>& what_if) {
        auto const paper = record_.any_of(record_.publications);
        what_if.without_source(paper);
        std::erase_if(rows_, [&](written_relation const& r) {
            return r.known.publication == paper || r.from == paper.index() || r.to == paper.index();
        });
    }
    void left(gs::supposition<gs::geopolitics>& what_if) {
        auto const who = record_.any_of(record_.actors);
        auto const day = record_.any_date(100);
        what_if.leave_office(who, day);
        std::erase_if(rows_, [&](written_relation& r) {
            auto& valid = r.known.valid;
            if (r.from != who.index() || !std::holds_alternative<gs::speaks_for>(r.payload)) return false;
            if (valid.from.is_known() && valid.from.first_day() > day.last_day()) return true;
            if (valid.to.is_known() && valid.to.last_day() <= day.last_day()) return false;
            valid.to = day;
            r.known.ended_recorded = {};
            return false;
        });
    }

    test::random_record& record_;
    gs::stance_graph& nodes_;
    std::vector<written_relation>& rows_;
};

/// Answers as text, in which relations have their place in the record, and nothing tells what is supposed.
class answers {
public:
    explicit answers(gs::stance_graph const& g) : g_(g) {
        for (std::size_t i = 0; i < g.num_relations(); ++i) place_.emplace(g.relation_at(i), i);
    }

    std::string to_all(gs::any_node who, gs::any_node target, gs::lens const& asked, gs::lens const& other) {
        positions(who, target, asked, other);
        claims(asked);
        votes(asked);
        groups(who, target, asked);
        networks(who, target, asked);
        files();
        names();
        auto text = out_.str();
        std::string const mark = " [supposed]";
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark)) text.erase(at, mark.size());
        return text;
    }

private:
    void put(gs::any_relation r) { out_ << " r" << (r.is_null() ? "-" : std::to_string(place_.at(r))); }
    void put(gs::any_node n) { out_ << " n" << (n.is_null() ? "-" : std::to_string(n.index())); }
    template <class T>
    void put(gs::relation<T> r) {
        put(gs::any_relation(r));
    }
    template <class T>
    void put(gs::node<T> n) {
        put(gs::any_node(n));
    }
    void put(gs::evidence const& e) {
        put(e.relation);
        put(e.via);
        put(e.membership);
        put(e.whose);
        out_ << ' ' << e.value << ' ' << e.weight << ' ' << static_cast<int>(e.how) << e.holds << e.repeats
             << e.replaced;
    }
    void put(gs::position const& p) {
        out_ << ' ' << p.attitude << ' ' << p.value << ' ' << p.weight << ' ' << p.number << ' '
             << p.independent_sources;
        put(p.rests_on);
    }
    void put(gs::tally const& t) { out_ << ' ' << t.number() << ' ' << t.mean() << ' ' << t.weight(); }
    void put(gs::holding const& h) {
        put(h.who);
        put(h.position);
    }
    void put(gs::held_position const& h) {
        put(h.who);
        put(h.target);
        put(h.position);
    }
    void put(gs::difference const& d) {
        put(d.who);
        put(d.target);
        put(d.first);
        put(d.second);
    }
    void put(gs::connection const& c) {
        put(c.nodes);
        put(c.relations);
        out_ << ' ' << c.strength;
    }
    template <class T>
    void put(std::vector<T> const& all) {
        out_ << " [" << all.size() << ':';
        for (auto const& each : all) put(each);
        out_ << ']';
    }
    /// Begins the answer to a question.
    std::ostream& on(char const* question) { return out_ << '\n' << question << ':'; }

    void positions(gs::any_node who, gs::any_node target, gs::lens const& asked, gs::lens const& other) {
        on("position_of"), put(gs::position_of(g_, who, target, asked));
        on("explain") << gs::explain(g_, who, target, asked);
        on("holders"), put(gs::holders_of_positions(g_, target, asked));
        on("supporters"), put(gs::supporters(g_, target, asked));
        on("opponents"), put(gs::opponents(g_, target, asked));
        on("positions"), put(gs::positions(g_, asked));
        on("differences"), put(gs::differences(g_, asked, other));
        auto const line = gs::timeline(g_, who, target, asked);
        for (on("timeline"); auto const& m : line.moments) out_ << ' ' << m.when, put(m.sum), put(m.rests_on);
        put(line.undated);
        for (on("shifts"); auto const& s : gs::shifts(g_, who, target, asked))
            out_ << ' ' << s.last_before << ' ' << s.first_after, put(s.before), put(s.after), put(s.between);
        auto const deeds = gs::words_and_deeds(g_, who, target, asked);
        on("words_and_deeds") << deeds.gap;
        put(deeds.words), put(deeds.votes), put(deeds.deeds);
        auto const foundation = gs::foundation_of(g_, who, target, asked);
        on("foundation_of"), put(foundation.position), put(foundation.least_cut);
        for (auto const& c : foundation.carriers) put(c.what), put(c.without);
        on("coverage_of"), put(gs::coverage_of(g_, asked).by);
        for (on("sources_of"); auto const& s : gs::sources_of(g_, gs::position_of(g_, who, target, asked)))
            put(gs::any_node(s.what)), out_ << ' ' << s.weight, put(s.carries);
        auto const paper = gs::nodes_of<gs::publication>(g_).begin()[0];
        on("changes_without"), put(gs::changes_without(g_, {paper}, asked));
        auto const other_one = gs::nodes_of<gs::actor>(g_).begin()[0];
        if (auto const holder = g_.as<gs::actor>(who); holder && *holder != other_one) {
            auto const similar = gs::similarity_of(g_, *holder, other_one, asked);
            on("similarity_of") << similar.measured.value.value_or(9) << ' ' << similar.measured.n;
            for (auto const& t : similar.rests_on) put(t.target);
        }
        auto const power = [](gs::any_node n) {
            return std::optional(gs::voter_power{1 + static_cast<double>(n.index())});
        };
        auto const voters = gs::voters_on(g_, power, target, asked);
        on("voters_on"), put(voters.behind);
        for (auto const& v : voters.voters) out_ << ' ' << v.position << ' ' << v.influence;
    }
    void claims(gs::lens const& asked) {
        for (on("claims"); auto const& c : gs::claims(g_, asked))
            put(c.subject), out_ << c.claim << c.status, put(c.assertions), put(c.denials);
        for (on("contested"); auto const& d : gs::contested(g_, asked))
            put(d.subject), put(d.asserted_by), put(d.denied_by), put(d.assertions), put(d.denials);
        for (on("contradictions"); auto const& c : gs::contradictions(g_, asked))
            put(c.who), put(c.target), put(c.in_favour), put(c.against);
        for (on("loose_ends"); auto const& end : gs::loose_ends(g_))
            out_ << ' ' << gs::describe(g_, end), put(end.said), put(end.recorded);
        for (auto const said : gs::nodes_of<gs::statement>(g_)) on("said") << gs::describe_statement(g_, said);
        for (on("check_quotes");
             auto const& q : gs::check_quotes(g_, [](auto) { return std::optional<std::string>(); }))
            put(q.relation), put(q.publication);
    }
    void votes(gs::lens const& asked) {
        for (auto const motion : gs::nodes_of<gs::issue>(g_)) {
            auto const ended = gs::outcome(g_, motion, gs::simple_majority(), asked);
            on("outcome") << ended;
            for (auto const& v : ended.votes) put(v.who), put(v.recorded), out_ << ' ' << v.vote << v.veto;
            for (on("pivotal"); auto const& p : gs::pivotal(ended, gs::simple_majority()))
                put(p.who), out_ << p.voted << p.instead;
        }
    }
    void groups(gs::any_node who, gs::any_node target, gs::lens const& asked) {
        for (auto const group : gs::nodes_of<gs::alliance>(g_)) {
            auto const stand = gs::group_position(g_, group, target, asked);
            on("group_position"), put(stand.own), put(stand.members);
            on("silent"), put(gs::silent(g_, group, target, asked));
            for (on("dissenters"); auto const& d : gs::dissenters(g_, group, target, asked))
                put(d.who), put(d.position), out_ << d.distance;
            on("members_of"), put(gs::members_of(g_, group, asked));
            on("may_commit") << gs::may_commit(g_, who, group, asked);
            for (on("remarks"); auto const& r : gs::remarks_without_position(g_, group, target, asked))
                put(r.who), put(r.recorded);
        }
        on("statements_of"), put(gs::statements_of(g_, who, asked));
        on("statements_about"), put(gs::statements_about(g_, target, asked));
        on("principals_of"), put(gs::principals_of(g_, who, asked));
        on("speakers_for"), put(gs::speakers_for(g_, who, asked));
        for (on("obligations"); auto const& o : gs::obligations(g_, who, asked)) put(o.by), put(o.to), put(o.recorded);
    }
    void networks(gs::any_node who, gs::any_node target, gs::lens const& asked) {
        on("connections"), put(gs::connections(g_, who, target, asked, {.max_connections = 3, .longest = 3}));
        if (who != target) on("implied_sign"), put(gs::implied_sign(g_, who, target, asked, {.longest = 2}).rests_on);
        for (on("mediators"); auto const& m : gs::mediators(g_, {who}, {target}, asked)) put(m.who), put(m.rests_on);
        auto const projected = gs::project(g_, asked);
        on("project"), put(projected.holders);
        for (auto const& t : projected.ties) put(t.sum), put(t.rests_on);
        if (!projected.holders.empty()) {
            auto const two =
                gs::camps(projected.graph, 1 + projected.holders.size() / 2, {.node_limit = 10, .rounds = 2});
            for (on("camps") << two.lower << ' ' << two.upper; auto const camp : two.camp) out_ << ' ' << camp;
            auto const landscape = gs::landscape_of(
                g_, [](gs::any_node n) { return std::optional(1.0 + static_cast<double>(n.index() % 3)); }, asked,
                {.node_limit = 10, .rounds = 2});
            on("landscape_of") << landscape.found.reached_energy, put(landscape.ties.holders);
        }
        out_ << gs::structural_balance(projected.graph).balanced << gs::triad_census(projected.graph).total.total();
        std::vector<gs::date> const days{std::chrono::year(2020), std::chrono::year(2021)};
        for (on("balance_through_time"); auto const& m : gs::balance_through_time(g_, days, asked))
            out_ << ' ' << m.when << ' ' << m.frustration.lower, put(m.ties.holders);
    }
    void files() {
        gs::io::write_graphviz(on("graphviz"), g_);
        gs::io::write_graphml(on("graphml"), g_);
        gs::io::write_node_link(on("node_link"), g_);
        gs::io::write_json(on("json"), g_);
        gs::io::write_json_lines(on("json_lines"), g_);
        gs::page::write(on("page"), g_);
        for (std::size_t i = 0; i < g_.num_relations(); ++i)
            on("described") << gs::describe(g_, g_.relation_at(i)) << ' ' << gs::citation(g_, g_.relation_at(i));
    }

    /// Who is found by which name, and what is held of it.
    void names() {
        for (auto const who : gs::nodes_of<gs::actor>(g_)) {
            on("found");
            put(*g_.find_key(g_[who].key));
            put(g_.at<gs::actor>(g_[who].key));
            out_ << ' ' << gs::name_of(g_, who) << ' ' << static_cast<int>(g_[who].kind);
        }
        try {
            auto const one = g_.find<gs::actor>("NEWCOMER");
            on("newcomer") << one.has_value();
        } catch (gs::ambiguous_name const& e) {
            on("newcomers") << e.what();
        }
    }

    gs::stance_graph const& g_;
    std::map<gs::any_relation, std::size_t> place_;
    std::ostringstream out_;
};

/// The first line in which two texts differ.
std::string first_difference(std::string const& a, std::string const& b) {
    std::istringstream one(a), other(b);
    for (std::string x, y; std::getline(one, x) && std::getline(other, y);)
        if (x != y) return x + "\n" + y;
    return "";
}

/// Differences are looked for only where they can be; everywhere else there are none.
void check_differences(gs::stance_graph const& g, gs::supposition<gs::geopolitics> const& supposed,
                       gs::lens const& asked) {
    auto const found = gs::differences(g, supposed, asked);
    gs::stance_graph const& then = supposed;
    gs::detail::reading<gs::geopolitics> const before(g, asked);
    gs::detail::reading<gs::geopolitics> const after(then, asked);
    auto const wanted =
        gs::detail::differences_between(before, gs::positions(g, asked), after, gs::positions(then, asked), {});
    REQUIRE(found.size() == wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        CHECK(found[i].who == wanted[i].who);
        CHECK(found[i].target == wanted[i].target);
        CHECK(found[i].first == wanted[i].first);
        CHECK(found[i].second == wanted[i].second);
    }
}

} // namespace

TEST_CASE("supposition: each question of a random supposition has the answer of a record that was written so") {
    for (unsigned seed = 1; seed <= gs::testing::repetitions(200); ++seed) {
        CAPTURE(seed);
        test::random_record record(seed);
        auto rows = rows_of(record.graph);
        gs::stance_graph nodes_only;
        for (std::size_t i = 0; i < record.graph.num_nodes(); ++i)
            record.graph.visit(record.graph.node_at(i), [&](auto const& payload) { nodes_only.add(payload); });
        gs::supposition what_if(record.graph);
        random_suppositions change(record, nodes_only, rows);
        for (int n = 1 + record.below(3); n > 0; --n) change.suppose_something(what_if);
        auto deeper = gs::suppose(what_if);
        for (int n = record.below(3); n > 0; --n) change.suppose_something(deeper);
        auto const really = written(nodes_only, rows);
        REQUIRE(gs::same_content(really, deeper));
        auto const [who, target] = record.any_question();
        auto const in_other = [&](gs::lens l) {
            for (auto& n : l.without) n = really.node_at(n.index());
            if (auto const& speakers = l.according_to.speakers(); !speakers.empty())
                l.according_to = *really.as<gs::actor>(really.node_at(speakers.front().index()));
            return l;
        };
        auto const asked = record.any_lens();
        auto const other = record.any_lens();
        auto const supposed = answers(deeper).to_all(who, target, asked, other);
        auto const wanted = answers(really).to_all(really.node_at(who.index()), really.node_at(target.index()),
                                                   in_other(asked), in_other(other));
        INFO(first_difference(supposed, wanted));
        CHECK(supposed == wanted);
        check_differences(record.graph, deeper, asked);
        check_differences(what_if, deeper, asked);
        auto beside = gs::suppose(record.graph);
        if (record.chance(50)) beside.without(beside.relation_at(0));
        check_differences(beside, deeper, asked);
    }
}

// SPDX-License-Identifier: BSL-1.0
// Random changes of a record, of its copies and of suppositions over it, beside plain lists that change likewise. At
// the end each shows what the lists say, answers every question as a graph does that was made of the lists in one go,
// and has the positions of tests/query/definition/.
#include "choices.hpp"
#include "record_model.hpp"

#include <geostance/io/json.hpp>
#include <geostance/model/same_content.hpp>
#include <geostance/query/network/project.hpp>
#include <geostance/query/whatif/suppose.hpp>

#include <query/by_definition.hpp>

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gs = geostance;
using fuzz::any_node;
using fuzz::any_relation;
using fuzz::choices;
using fuzz::model;
using fuzz::record;
using fuzz::require;
using supposition = gs::supposition<gs::geopolitics>;

namespace {

/// A change that is refused exactly when the model says so.
template <class Change>
bool is_made(bool should_be, Change change) {
    try {
        change();
    } catch (gs::error const&) {
        require(!should_be);
        return false;
    }
    require(should_be);
    return true;
}

void add_node(record& g, model& m, choices& choose) {
    auto const payload = fuzz::draw<fuzz::any_payload>(choose);
    bool const is_new = !fuzz::keyed(m, fuzz::key_of(payload));
    if (is_made(is_new && fuzz::is_valid(payload) && fuzz::has_valid_names(payload), [&] { fuzz::add_to(g, payload); }))
        m.nodes.push_back(payload);
}

/// A link between two nodes; where its rule forbids it, mostly the next pair of nodes is tried, and so on.
fuzz::row draw_row(model const& m, choices& choose) {
    auto const n = m.nodes.size();
    fuzz::row r{choose.below(n), choose.below(n), fuzz::draw<fuzz::any_link>(choose)};
    bool const may_be_wrong = choose.below(8) == 7;
    for (std::size_t tried = 0; tried < n * n && !may_be_wrong && !may_link(m, r.from, r.to, r.says); ++tried) {
        r.to = (r.to + 1) % n;
        if (tried % n == n - 1) r.from = (r.from + 1) % n;
    }
    draw_provenance(choose, m, r);
    return r;
}
bool is_right(model const& m, fuzz::row const& r) {
    return may_link(m, r.from, r.to, r.says) && fuzz::is_valid(r.says) && fuzz::is_valid(r.known);
}

void add_row(record& g, model& m, choices& choose) {
    if (m.nodes.empty()) return;
    auto const r = draw_row(m, choose);
    if (is_made(is_right(m, r), [&] { fuzz::add_to(g, r); })) m.rows.push_back(r);
}

void set_node(record& g, model& m, choices& choose) {
    if (m.nodes.empty()) return;
    auto const at = choose.below(m.nodes.size());
    auto payload = fuzz::draw<fuzz::any_payload>(choose, m.nodes[at].index());
    if (choose.below(8) != 7) std::visit([&](auto& n) { n.key = fuzz::key_of(m.nodes[at]); }, payload);
    bool const is_same = fuzz::key_of(payload) == fuzz::key_of(m.nodes[at]);
    bool const should_be = is_same && fuzz::is_valid(payload) && fuzz::has_valid_names(payload);
    if (is_made(should_be,
                [&] { std::visit([&]<class T>(T const& n) { g.set(*g.as<T>(g.node_at(at)), n); }, payload); }))
        m.nodes[at] = payload;
}

/// Another payload, another annotation, or an end.
void change_row(record& g, model& m, choices& choose) {
    if (m.rows.empty()) return;
    auto const at = choose.below(m.rows.size());
    auto changed = m.rows[at];
    auto const r = g.relation_at(at);
    bool made = false;
    switch (choose.below(3)) {
    case 0:
        changed.says = fuzz::draw<fuzz::any_link>(choose, changed.says.index());
        made = is_made(fuzz::is_valid(changed.says),
                       [&] { std::visit([&]<class R>(R const& says) { g.set(*g.as<R>(r), says); }, changed.says); });
        break;
    case 1:
        draw_provenance(choose, m, changed);
        made = is_made(fuzz::is_valid(changed.known), [&] { g.annotate(r, annotation_in(g, changed)); });
        break;
    default: {
        auto const day = fuzz::draw_date(choose);
        auto const& valid = changed.known.valid;
        bool const is_right = day.is_known() && !valid.to.is_known() &&
                              (!valid.from.is_known() || valid.from.first_day() <= day.last_day());
        made = is_made(is_right, [&] { g.end(r, day); });
        changed.known.valid.to = day;
        changed.known.ended_recorded = day;
    }
    }
    if (made) m.rows[at] = std::move(changed);
}

/// A record, and how far it was at its marks.
struct history {
    record g{};
    model m{};
    std::vector<std::pair<record::mark_type, model>> marks{};
    std::vector<std::pair<record::mark_type, model>> undone{}; ///< marks beyond which the record was rolled back
};

void roll_back(history& h, choices& choose) {
    if (h.marks.empty()) return;
    auto const to = choose.below(h.marks.size());
    h.g.roll_back(h.marks[to].first);
    h.m = h.marks[to].second;
    while (h.marks.size() > to + 1) {
        h.undone.push_back(std::move(h.marks.back()));
        h.marks.pop_back();
    }
}

/// A mark that is gone; it may still do where nothing was changed between it and the one before.
void roll_back_to_undone(history& h, choices& choose) {
    if (h.undone.empty()) return;
    auto const& [mark, then] = h.undone[choose.below(h.undone.size())];
    try {
        h.g.roll_back(mark);
    } catch (gs::error const&) {
        return;
    }
    h.m = then;
    check_graph(h.g, h.m);
    h.marks.clear(); // some of them may be beyond
}

/// The copy goes on, or the record does; the other one must stay as it is.
void copy(history& h, std::vector<std::pair<record, model>>& left_behind, choices& choose) {
    if (left_behind.size() == 2) return;
    auto other = h.g.copy();
    if (choose.below(2) == 0) {
        for (auto const& [mark, then] : h.marks) is_made(false, [&, &m = mark] { other.roll_back(m); });
        std::swap(h.g, other);
        h.marks.clear();
        h.undone.clear();
    }
    left_behind.emplace_back(std::move(other), h.m);
}

void move(history& h) {
    record moved(std::move(h.g));
    require(h.g.num_nodes() == 0 && h.g.num_relations() == 0); // NOLINT(bugprone-use-after-move): what is promised
    h.g = std::move(moved);
}

/// What is undone by a transaction that is not committed.
void begin_and_give_up(history& h, choices& choose) {
    auto left = h.m;
    gs::transaction const change(h.g);
    add_node(h.g, left, choose);
    set_node(h.g, left, choose);
    add_row(h.g, left, choose);
    change_row(h.g, left, choose);
}

/// What a transaction keeps once it is committed.
void begin_and_commit(history& h, choices& choose) {
    gs::transaction change(h.g);
    add_node(h.g, h.m, choose);
    add_row(h.g, h.m, choose);
    change_row(h.g, h.m, choose);
    change.commit();
}

void change(history& h, std::vector<std::pair<record, model>>& left_behind, choices& choose) {
    switch (choose.below(16)) {
    case 0:
    case 1:
    case 2: add_node(h.g, h.m, choose); break;
    case 3: set_node(h.g, h.m, choose); break;
    case 4:
    case 5: change_row(h.g, h.m, choose); break;
    case 6: h.marks.emplace_back(h.g.mark(), h.m); break;
    case 7: roll_back(h, choose); break;
    case 8: roll_back_to_undone(h, choose); break;
    case 9: copy(h, left_behind, choose); break;
    case 10: move(h); break;
    case 11: begin_and_give_up(h, choose); break;
    case 12: begin_and_commit(h, choose); break;
    default: add_row(h.g, h.m, choose);
    }
}

/// In place of what is there.
void relate_instead(supposition& over, model& m, choices& choose) {
    if (m.nodes.empty()) return;
    auto r = draw_row(m, choose);
    r.says = fuzz::draw<fuzz::any_link>(choose, choose.below(2)); // a stance or a vote
    auto const from = over.as<gs::actor>(over.node_at(r.from));
    auto const to = over.as<gs::issue>(over.node_at(r.to));
    if (!from || !to) return;
    auto annotation = annotation_in(over, r);
    if (!is_made(is_right(m, r), [&] {
            if (auto const* held = std::get_if<gs::stance>(&r.says)) over.relate(*from, *to, *held, annotation);
            if (auto const* vote = std::get_if<gs::casts>(&r.says)) over.relate(*from, *to, *vote, annotation);
        }))
        return;
    std::erase_if(m.rows, [&](fuzz::row const& old) {
        return old.from == r.from && old.to == r.to && old.says.index() == r.says.index();
    });
    m.rows.push_back(r);
}

void take_away(supposition& over, model& m, choices& choose) {
    if (m.rows.empty()) return;
    auto const at = choose.below(m.rows.size());
    auto const r = over.relation_at(at);
    over.without(r);
    require(!over.owns(r));
    m.rows.erase(m.rows.begin() + static_cast<std::ptrdiff_t>(at));
}

void take_source_away(supposition& over, model& m, choices& choose) {
    auto const source = fuzz::draw_reference<gs::publication>(choose, m);
    if (!source) return;
    over.without_source(*over.as<gs::publication>(over.node_at(*source)));
    std::erase_if(m.rows,
                  [&](fuzz::row const& r) { return r.publication == source || r.from == *source || r.to == *source; });
}

/// An office in the lists ends with that day, unless it had ended.
/// @return false if it would begin later
bool ends_by(fuzz::row& office, gs::date last) {
    auto& valid = office.known.valid;
    if (valid.from.is_known() && valid.from.first_day() > last.last_day()) return false;
    if (valid.to.is_known() && valid.to.last_day() <= last.last_day()) return true;
    valid.to = last;
    office.known.ended_recorded = {};
    return true;
}

void leave_office(supposition& over, model& m, choices& choose) {
    if (m.nodes.empty()) return;
    auto const who = choose.below(m.nodes.size());
    auto const principal = choose.below(m.nodes.size());
    auto const last = fuzz::draw_date(choose);
    bool const is_one = choose.below(2) == 1;
    auto const holder = over.as<gs::actor>(over.node_at(who));
    if (!holder) return;
    if (!is_made(last.is_known(), [&] {
            is_one ? over.leave_office(*holder, over.node_at(principal), last) : over.leave_office(*holder, last);
        }))
        return;
    std::vector<fuzz::row> left;
    for (auto& r : m.rows) {
        bool const is_left =
            std::holds_alternative<gs::speaks_for>(r.says) && r.from == who && (!is_one || r.to == principal);
        if (!is_left || ends_by(r, last)) left.push_back(std::move(r));
    }
    m.rows = std::move(left);
}

void suppose(supposition& over, model& m, choices& choose) {
    switch (choose.below(8)) {
    case 0: add_node(over, m, choose); break;
    case 1: relate_instead(over, m, choose); break;
    case 2:
    case 3: take_away(over, m, choose); break;
    case 4: take_source_away(over, m, choose); break;
    case 5: change_row(over, m, choose); break;
    case 6: leave_office(over, m, choose); break;
    default: add_row(over, m, choose);
    }
}

gs::lens draw_lens(record const& g, choices& choose) {
    gs::lens l;
    if (auto const at = fuzz::draw_date(choose); at.is_known()) l.at = at;
    if (auto const by = fuzz::draw_date(choose); by.is_known() && choose.below(2) == 0) l.known_by = by;
    auto const actors = gs::nodes_of<gs::actor>(g);
    auto const place = [&] { return static_cast<std::ptrdiff_t>(choose.below(actors.size())); };
    switch (choose.below(6)) {
    case 0: l.according_to = gs::everybody(); break;
    case 1: l.according_to = gs::sources_voice(); break;
    case 2:
        if (!actors.empty()) l.according_to = actors.begin()[place()];
        break;
    default: break;
    }
    if (choose.below(4) == 1) l.channels = static_cast<gs::channel>(choose.below(3));
    if (choose.below(8) == 1) l.facet = choose.below(2) == 0 ? "side" : "";
    if (choose.below(8) == 1) l.least_credibility = static_cast<gs::credibility>(choose.below(6));
    if (choose.below(4) == 1) l.spokespeople_bind = false;
    if (choose.below(4) == 1) l.inherit_from_groups = 0.5;
    if (choose.below(4) == 1) l.history = gs::history::all;
    if (choose.below(4) == 1) l.least_certainty = gs::certainty::yes;
    if (choose.below(4) == 1) l.count_every_report = true;
    if (choose.below(4) == 1) l.weigh_by = static_cast<gs::weighing>(choose.below(3));
    if (choose.below(4) == 1 && g.num_nodes() > 0) l.without.push_back(g.node_at(choose.below(g.num_nodes())));
    return l;
}

/// What is asked: those who may hold positions, and what these may be about.
struct subjects {
    std::vector<any_node> holders{};
    std::vector<any_node> targets{};

    explicit subjects(record const& g) {
        for (std::size_t i = 0; i < g.num_nodes(); ++i) {
            auto const n = g.node_at(i);
            if (g.as<gs::publication>(n)) continue;
            targets.push_back(n);
            if (g.as<gs::actor>(n) || g.as<gs::alliance>(n)) holders.push_back(n);
        }
    }
};

/// An answer as text, in which graphs that differ in handles alone do not differ.
class told {
public:
    explicit told(record const& g) : g_(g) {}

    /// All that was told, apart from what says that it is only supposed.
    [[nodiscard]] std::string text() const {
        auto all = out_.str();
        constexpr std::string_view mark = " [supposed]";
        for (auto at = all.find(mark); at != std::string::npos; at = all.find(mark, at)) all.erase(at, mark.size());
        return all;
    }
    void say(char const* question) { out_ << '\n' << question << ':'; }
    void say(std::string const& value) { out_ << ' ' << value; }
    void say(bool value) { out_ << ' ' << value; }
    void say(std::size_t value) { out_ << ' ' << value; }
    void say(int value) { out_ << ' ' << value; }
    void say(double value) { out_ << ' ' << value; }
    void say(any_node n) { n.is_null() ? out_ << " nobody" : out_ << " #" << n.index(); }
    template <class T>
    void say(gs::node<T> n) {
        say(any_node(n));
    }
    void say(any_relation r) {
        std::size_t place = 0;
        while (place < g_.num_relations() && g_.relation_at(place) != r) ++place;
        r.is_null() ? out_ << " none" : out_ << " r" << place;
    }
    template <class R>
    void say(gs::relation<R> r) {
        say(any_relation(r));
    }
    void say(gs::evidence const& e) {
        say(e.relation), say(e.via), say(e.membership), say(e.whose), say(e.value), say(e.weight), say(e.replaced);
    }
    void say(gs::position const& p) { out_ << ' ' << p, say(p.rests_on); }
    void say(gs::holding const& h) { say(h.who), say(h.position); }
    void say(gs::held_position const& h) { say(h.who), say(h.target), say(h.position); }
    void say(gs::moment const& m) { say(to_string(m.when)), say(m.sum.mean()), say(m.rests_on); }
    void say(gs::shift const& s) { say(to_string(s.last_before)), say(to_string(s.first_after)), say(s.between); }
    void say(gs::reason const& r) { out_ << ' ' << r; }
    void say(gs::refused const& r) { say(r.relation), say(static_cast<std::size_t>(r.why)); }
    void say(gs::claim_report const& c) { out_ << ' ' << c, say(c.assertions), say(c.denials); }
    void say(gs::dispute const& d) { out_ << ' ' << d, say(d.asserted_by), say(d.denied_by); }
    void say(gs::loose_end const& e) { out_ << ' ' << describe(g_, e); }
    void say(gs::voter_ballot const& b) { say(b.who), say(b.recorded), say(std::string(to_string(b.vote))); }
    void say(gs::connection const& c) { say(c.nodes), say(c.relations), say(c.strength), say(c.sign); }
    void say(gs::dissent const& d) { say(d.who); }
    void say(gs::carrier const& c) { say(c.what), say(c.without); }
    void say(gs::difference const& d) { say(d.who), say(d.target), say(d.first), say(d.second); }
    template <class T>
    void say(std::vector<T> const& all) {
        out_ << " [";
        for (auto const& each : all) say(each);
        out_ << ']';
    }

private:
    record const& g_;
    std::ostringstream out_;
};

/// Questions about one holder and one target.
void ask_about(record const& g, any_node who, any_node target, gs::lens const& l, told& t) {
    t.say("position"), t.say(gs::position_of(g, who, target, l));
    t.say("explain"), t.say(gs::explain(g, who, target, l));
    auto const line = gs::timeline(g, who, target, l);
    t.say("timeline"), t.say(line.moments), t.say(line.undated);
    t.say("shifts"), t.say(gs::shifts(g, who, target, l));
    t.say("not counted"), t.say(gs::not_counted(g, who, target, l));
    auto const founded = gs::foundation_of(g, who, target, l);
    t.say("foundation"), t.say(founded.carriers), t.say(founded.least_cut);
    auto const compared = gs::words_and_deeds(g, who, target, l);
    t.say("words and deeds"), t.say(compared.words), t.say(compared.votes), t.say(compared.deeds);
    t.say("members"), t.say(gs::members_of(g, who, l));
    t.say("group"), t.say(gs::group_position(g, who, target, l).members);
    t.say("dissenters"), t.say(gs::dissenters(g, who, target, l));
    t.say("silent"), t.say(gs::silent(g, who, target, l));
    t.say("connections"), t.say(gs::connections(g, who, target, l));
    t.say("implied"), t.say(gs::implied_sign(g, who, target, l).value);
    t.say("statements"), t.say(gs::statements_of(g, who, l)), t.say(gs::statements_taken_back(g, who, l));
    t.say("speakers"), t.say(gs::speakers_for(g, who, l)), t.say(gs::principals_of(g, who, l));
    t.say("commits"), t.say(gs::may_commit(g, who, target, l));
    t.say("without"), t.say(gs::changes_without(g, {target}, l));
}

/// The answers to all questions about the record, and to those about a pair that is drawn.
std::string answers(record const& g, choices choose) {
    told t(g);
    auto const l = draw_lens(g, choose);
    subjects const all(g);
    t.say("positions"), t.say(gs::positions(g, l));
    t.say("claims"), t.say(gs::claims(g, l));
    t.say("contested"), t.say(gs::contested(g, l));
    t.say("loose ends"), t.say(gs::loose_ends(g));
    t.say("contradictions"), t.say(gs::contradictions(g, l).size());
    t.say("coverage"), t.say(gs::coverage_of(g, l).by.size());
    t.say("network"), t.say(gs::project(g, l).ties.size());
    t.say("differences"), t.say(gs::differences(g, l, {}));
    for (auto const motion : gs::nodes_of<gs::issue>(g)) {
        t.say("votes"), t.say(gs::votes_on(g, motion, l));
        t.say("said"), t.say(gs::statements_about(g, any_node(motion), l));
    }
    for (auto const said : gs::nodes_of<gs::statement>(g))
        t.say(describe_statement(g, said)), t.say(speakers_of(g, said));
    for (std::size_t i = 0; i < g.num_relations(); ++i)
        t.say(describe(g, g.relation_at(i))), t.say(citation(g, g.relation_at(i)));
    if (!all.holders.empty()) {
        auto const who = all.holders[choose.below(all.holders.size())];
        ask_about(g, who, all.targets[choose.below(all.targets.size())], l, t);
    }
    std::ostringstream written;
    geostance::io::write_json(written, g);
    t.say(written.str());
    return t.text();
}

/// Every position, as the rules have it.
void check_positions(record const& g, choices choose) {
    auto const l = draw_lens(g, choose);
    test::by_definition const rules(g, l);
    subjects const all(g);
    for (auto const who : all.holders)
        for (auto const target : all.targets)
            require(test::agree(gs::position_of(g, who, target, l), rules.position(who, target)));
}

void check(record const& g, model const& m, choices const& choose) {
    check_graph(g, m);
    auto const plain = fuzz::made_of(m);
    require(gs::same_content(g, plain) && gs::same_content(g, g.copy()));
    require(answers(g, choose) == answers(plain, choose));
    check_positions(g, choose);
}

/// Merged into an empty record, it is that record; merged once more, it adds nothing.
void check_merged(record const& g, model const& m) {
    record merged;
    for (int i = 0; i < 2; ++i) {
        gs::merge(merged, g);
        check_graph(merged, m);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size);

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    choices choose(data, size);
    choices const questions = choose; // from the beginning again
    history h;
    std::vector<std::pair<record, model>> left_behind;
    for (auto left = choose.below(64); left > 0 && !choose.is_over(); --left) change(h, left_behind, choose);
    supposition over(h.g);
    auto supposed = h.m;
    for (auto left = choose.below(8); left > 0 && !choose.is_over(); --left) suppose(over, supposed, choose);
    check(over, supposed, questions);
    auto further = gs::suppose(over);
    for (auto left = choose.below(4); left > 0 && !choose.is_over(); --left) suppose(further, supposed, choose);
    check_graph(further, supposed);
    check_merged(further, supposed);
    check(h.g, h.m, questions);
    for (auto const& [g, m] : left_behind) check_graph(g, m);
    return 0;
}

// SPDX-License-Identifier: BSL-1.0
/// @file
/// How fourteen states voted on the embargo against Cuba, roll call by roll call.
#pragma once

#include <geostance/seed/detail/embargo_votes_nodes.hpp>

#include <array>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace geostance::seed::detail {

/// A resolution of the General Assembly, by its symbol, and the day of the vote.
struct roll_call {
    char const* symbol;
    std::chrono::year_month_day day;
};

constexpr std::chrono::year_month_day on(int year, unsigned month, unsigned day) {
    return {std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
}

/// Writes the record: first the roll calls, then each voter's votes in the same order.
class embargo_votes_rows : embargo_votes_nodes {
public:
    stance_graph write() {
        for (auto const& each : calls) add(each);
        carried_out_by_the_united_states();
        votes();
        return std::move(g);
    }

private:
    static constexpr std::array<roll_call, 9> calls{{{"A/RES/65/6", on(2010, 10, 26)},
                                                     {"A/RES/66/6", on(2011, 10, 25)},
                                                     {"A/RES/67/4", on(2012, 11, 13)},
                                                     {"A/RES/68/8", on(2013, 10, 29)},
                                                     {"A/RES/69/5", on(2014, 10, 28)},
                                                     {"A/RES/70/5", on(2015, 10, 27)},
                                                     {"A/RES/71/5", on(2016, 10, 26)},
                                                     {"A/RES/72/4", on(2017, 11, 1)},
                                                     {"A/RES/74/7", on(2019, 11, 7)}}};

    void add(roll_call const& call) {
        std::string const symbol = call.symbol;
        auto const paper = g.add(publication{.key = "roll-call-" + symbol,
                                             .name = "roll call on " + symbol + ", General Assembly voting data",
                                             .publisher = "Erik Voeten; unvotes",
                                             .published = call.day});
        auto const motion = g.add(issue{.key = symbol,
                                        .name = "resolution " + symbol + " to end the embargo",
                                        .kind = issue_kind::motion,
                                        .aliases = {"resolution " + symbol},
                                        .codes = {{"un-document", symbol}}});
        auto cited = cite(paper, call);
        if (call.day.year() == std::chrono::year(2019))
            cited.note = "of 2018 the data have no roll call: it is unknown";
        g.relate(motion, embargo, would{motion_effect::end}, cited);
        papers_.push_back(paper);
        motions_.push_back(motion);
    }
    [[nodiscard]] static provenance cite(node<publication> paper, roll_call const& call) {
        return {.publication = paper, .locator = call.symbol, .valid = since(call.day)};
    }

    void carried_out_by_the_united_states() {
        auto known = cite(papers_.front(), calls.front());
        known.note = "the resolution names the embargo as theirs; since when it has been is not recorded here";
        known.valid = {};
        g.relate(united_states, embargo, carries_out{}, known);
    }

    void votes() {
        cast(united_states, "NNNNNNANN");
        cast(israel, "NNNNNNANN");
        cast(brazil, "YYYYYYYYN");
        cast(colombia, "YYYYYYYYA");
        cast(ukraine, "YYYYYYYYA");
        cast(palau, "AANAAYYYY");
        cast(libya, "Y-YYYYYYY");
        cast(marshall_islands, "AAAAAYYYY");
        cast(micronesia, "AAAAAYYYY");
        cast(cuba, "YYYYYYYYY");
        cast(russia, "YYYYYYYYY");
        cast(united_kingdom, "YYYYYYYYY");
        cast(canada, "YYYYYYYYY");
        cast(sweden, "Y-YYYYYYY");
    }
    /// Y for yes, N for no, A for an abstention; `-` where no vote is recorded, which is no vote of any kind.
    void cast(node<actor> voter, char const (&letters)[calls.size() + 1]) {
        for (std::size_t i = 0; i < calls.size(); ++i)
            if (letters[i] != '-')
                g.relate(voter, motions_[i], casts{.vote = ballot_of(letters[i])}, cite(papers_[i], calls[i]));
    }
    static ballot ballot_of(char letter) {
        return letter == 'Y' ? ballot::yes : letter == 'N' ? ballot::no : ballot::abstain;
    }

    std::vector<node<publication>> papers_{};
    std::vector<node<issue>> motions_{};
};

#ifdef GEOSTANCE_SEPARATE_COMPILATION
extern template stance_graph record_of<embargo_votes_rows>();
#endif

} // namespace geostance::seed::detail

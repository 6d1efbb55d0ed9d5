#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Breaks one rule of positions at a time, by one replaced text in a copy of the headers, and checks that a scenario of
# that rule fails with it. A mutation that does not compile, or with which every scenario passes, is a failure; so is a
# text that does not occur exactly once. Prints which scenario caught which mutation.
#   tests/mutation/run.sh [RULE...]      compiles with CXX, as many at once as CMAKE_BUILD_PARALLEL_LEVEL says
#   tests/mutation/run.sh --texts        only looks whether each text still occurs, as every run of the tests does
set -u
root=$(cd "$(dirname "$0")/../.." && pwd)
work=$root/build/mutation
texts_only=false
if [ "${1:-}" = --texts ]; then
    texts_only=true
    shift
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
fi
chosen=" $* "
compiler=${CXX:-g++}
jobs=${CMAKE_BUILD_PARALLEL_LEVEL:-$(nproc)}
source=$root/tests/scenarios/positions_test.cpp
longest=120 # seconds that the scenarios may run; a mutation may make them endless
rm -rf "$work"
mkdir -p "$work"

# scenarios NAME [RULE]: compiles and runs all, or those of one rule, with the headers in $work/NAME; says how that went
# in NAME.result
scenarios() {
    local name=$1 rule=${2:-} caught
    awk -v wanted="\"rule ${rule:+$rule:}" '
        /^TEST_CASE/ { in_case = 1; text = "" }
        !in_case { print; next }
        { text = text $0 "\n" }
        /^}/ { in_case = 0; if (index(text, wanted)) printf "%s", text }' "$source" >"$work/$name/test.cpp"
    if ! "$compiler" -std=c++20 -O0 -w -I"$work/$name/include" -I"$root/tests" -c "$work/$name/test.cpp" \
        -o "$work/$name/test.o" \
        >"$work/$name.log" 2>&1 ||
        ! "$compiler" "$work/$name/test.o" "$work/main.o" -o "$work/$name/test" >>"$work/$name.log" 2>&1; then
        echo "does not compile"
    elif timeout "$longest" "$work/$name/test" >"$work/$name.log" 2>&1; then
        echo "passes"
    else
        # doctest prints the name of a test case only where something in it fails; a long name fills several lines.
        caught=$(awk '/^TEST CASE:/ { sub(/^TEST CASE: */, ""); print; exit }' "$work/$name.log")
        if [ -n "$caught" ]; then echo "caught by $caught"; else echo "ends without a failed test case"; fi
    fi >"$work/$name.result"
    rm -rf "${work:?}/$name"
}

number=0
status=0
rules=()
told=()
# mutation RULE SENTENCE HEADER TEXT REPLACEMENT
mutation() {
    local rule=$1 sentence=$2 header=$3 text=$4 replacement=$5 content rest
    [ "$chosen" = "  " ] || [[ $chosen == *" $rule "* ]] || return 0
    number=$((number + 1))
    rules+=("$rule")
    told+=("$sentence")
    content=$(<"$root/include/geostance/$header")
    rest=${content//"$text"/}
    if [ $((${#content} - ${#rest})) -ne ${#text} ]; then
        echo "not exactly once in $header: $text" >"$work/$number.result"
        return
    fi
    if "$texts_only"; then
        echo "occurs once" >"$work/$number.result"
        return
    fi
    while [ "$(jobs -rp | wc -l)" -ge "$jobs" ]; do wait -n; done
    mkdir -p "$work/$number"
    cp -r "$root/include" "$work/$number/include"
    printf '%s\n' "${content/"$text"/"$replacement"}" >"$work/$number/include/geostance/$header"
    scenarios "$number" "$rule" &
}

if ! "$texts_only"; then
    "$compiler" -std=c++20 -O1 -c "$root/tests/main.cpp" -o "$work/main.o" || exit 1
    mkdir "$work/none"
    cp -r "$root/include" "$work/none/include"
    scenarios none
    [ "$(<"$work/none.result")" = passes ] || {
        echo "without any mutation: $(<"$work/none.result")"
        tail -n 40 "$work/none.log"
        exit 1
    }
fi

mutation 1 "nothing ever takes the place of anything" query/detail/known_record.hpp \
    'return is_dated && (!other.is_dated || earliest > other.latest);' 'return false;'
mutation 1 "an undated row does not yield to a dated one" query/detail/known_record.hpp \
    'return is_dated && (!other.is_dated || earliest > other.latest);' 'return earliest > other.latest;'
mutation 1 "what is told after a period's end begins after it" query/detail/known_record.hpp \
    'return has_ended ? end : told;' 'return told;'
mutation 1 "facets do not divide strands" query/detail/strands.hpp \
    'a.facet == b.facet && !b.is_event && (a.facet == 0 || facet_of(a) == facet_of(b));' '!b.is_event;'
mutation 2 "an end is known before its day of record" query/detail/known_record.hpp \
    'lens_.known_by && is_after(p.ended_recorded, *lens_.known_by);' 'false;'
mutation 3 "a vote is gone after its day" query/detail/known_record.hpp \
    'p.ended_recorded.is_known() ? r.begun.to : date::open()}' 'r.begun.to}'
mutation 3 "of votes of one day the one inserted last counts, whenever recorded" query/detail/strands.hpp \
    'return {day.is_known() ? day.first_day() : first_of_days, r};' 'return {first_of_days, r};'
mutation 3 "a vote told by its month is another than the one told by its day" query/detail/reports.hpp \
    'known->days.earliest <= cast.latest; ++known)' 'known->days.latest == cast.latest; ++known)'
mutation 4 "anybody can take anything back" query/detail/withdrawals.hpp \
    'if (auto const* surely = by.find(whom)) f(whom, *surely);' 'for (auto const& [anybody, surely] : by) f(anybody, surely);'
mutation 4 "a correction takes back the whole statement" query/detail/reading.hpp \
    'if (back.kind != withdrawal_kind::corrects) return true;' 'return true;'
mutation 4 "what is superseded withdraws nothing any more" query/detail/withdrawals.hpp \
    'if (w.kind == withdrawal_kind::retracts && nodes_[w.by].is_labelled)' 'if (nodes_[w.by].is_labelled)'
mutation 4 "versions that supersede each other in a circle are all surely gone" query/detail/withdrawals.hpp \
    'if (nodes_[w.by].circle == at.circle) w.is_effective' 'if (false) w.is_effective'
mutation 5 "a personal remark is an account of the principal's" query/detail/offices.hpp \
    'if (record_.graph()[r].capacity == capacity::official) add(maker, surely);' 'add(maker, surely);'
mutation 5 "a personal remark binds whoever the speaker speaks for" query/detail/offices.hpp \
    'is_official = is_official || record_.graph()[r].capacity == capacity::official;' 'is_official = true;'
mutation 5 "what is disowned never bound the principal" query/detail/reading.hpp \
    'if (back.kind == withdrawal_kind::disowns) return false;' ''
mutation 6 "of motions on motions only the last sign counts" query/detail/carry.hpp \
    'any_relation(r), s * next.toward.sign, holds}' 'any_relation(r), s, holds}'
mutation 6 "opposite routes of one length: the first decides" query/detail/carry.hpp \
    'if (next.is_ambiguous || known.toward.sign != toward.sign) known' 'if (next.is_ambiguous) known'
mutation 6 "a stance with a facet carries over" query/detail/judge.hpp \
    '!toward_.via.is_null() && !record_.asked().facet && !signal_.facet.empty();' 'false;'
mutation 7 "only a mean of 0 is neutral" query/position/tally.hpp \
    'if (std::abs(sum) <= neutral_within * weight() + rounding)' 'if (std::abs(sum) <= rounding)'
mutation 8 "what only may hold counts as certain" query/detail/known_record.hpp \
    'return c != certainty::no && c >= lens_.least_certainty;' 'return c != certainty::no;'
mutation 9 "a sentence counts for the speaker and the principal" query/network/project.hpp \
    'if (!options.every_speaker) drop_counted_elsewhere(record, held);' ''
mutation 9 "to accuse is to show a side" query/claim/remarks.hpp \
    'f == force::condemn || f == force::demand;' 'f == force::condemn || f == force::demand || f == force::accuse;'
mutation 10 "papers that copy one agency are several sources" query/detail/source_groups.hpp \
    'for (auto const r : in<derives_from>(g, at)) connect(r, g.source(r));' ''
mutation 10 "a copied report begins when the copy appears" query/detail/known_record.hpp \
    'if (!is_anything_derived_ || out<derives_from>(graph_, paper).empty()) return' 'return'
mutation 10 "a row that is read twice is two reports" query/detail/reports.hpp \
    'if (p.publication.is_null() || p.locator.empty()) return rows.number++;' 'return rows.number++;'
mutation 11 "what was refused is not told" query/position/explain.hpp \
    '{}, {}, explain_all_refused(record, who, target)};' '{}, {}, {}};'
mutation 12 "a name that was mended is not found" graph/detail/graph_store.hpp \
    'if (same_names(held, payload)) return std::swap(held, payload);' 'return std::swap(held, payload);'
mutation 12 "a key can change" graph/detail/graph_store.hpp 'if (payload.key != held.key)' 'if (false)'
mutation 13 "relations that are there are added again" graph/merge.hpp '        list_relations();' ''
mutation 13 "what remains without a source keeps its nodes" graph/extract.hpp \
    'is_left_out = is_left_out || without_.contains(n);' ''
mutation 14 "names are found letter by letter alone" graph/detail/node_directory.hpp \
    'return how == spelling::exact ? std::nullopt : the_only_folded(s, type, name);' 'return std::nullopt;'
mutation 14 "several names that differ in letters alone: the first is meant" graph/detail/node_directory.hpp \
    'if (found.size() == 1) return found.front();' 'return found.front();'
mutation 14 "a vote has a default" model/required.hpp '    constexpr required() = default;' '    public: constexpr required() = default;'
wait

for ((i = 1; i <= number; ++i)); do
    result=$(<"$work/$i.result")
    printf '%-2s  %s: %s\n' "${rules[i - 1]}" "${told[i - 1]}" "$result"
    [[ $result == "caught by "* || $result == "occurs once" ]] || status=1
done
if [ "$status" -eq 0 ]; then
    if "$texts_only"; then echo "the texts of $number mutations occur"; else echo "all $number mutations are caught"; fi
fi
exit "$status"

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Compiles programs, and holds what they print and what the compiler says against the comments in them.
#   sh contract.sh WORK [PROGRAM...] -- COMPILER [FLAG...]
# Without a program: those in the folder GEOSTANCE_CONTRACT and in must_not_compile/ below it; where that is not set, in
# ../shared/contract beside the checkout; where neither is there, the test is skipped. A program that is given as
# next:NAME stands in contract/ beside this script, or else in the folder GEOSTANCE_CONTRACT_NEXT (../shared/contract-next).
# `// expect: ERE`        some line of the program's output matches
# `// expect-not: ERE`    no line of it matches
# `// expect-error: ERE`  the compiler refuses the program, in at most 25 lines, and some line matches; where the fault
#                         stands between `// fault-begin` and `// fault-end`, the program compiles without it
set -u
most_lines=25
work=$1
shift
mkdir -p "$work"

programs=$work/programs
: >"$programs"
here=$(dirname "$0")
while [ "$1" != -- ]; do
    case $1 in
    next:*)
        program=$here/contract/${1#next:}
        [ -f "$program" ] || program=${GEOSTANCE_CONTRACT_NEXT:-$here/../../shared/contract-next}/${1#next:}
        if [ ! -f "$program" ]; then
            echo "skipped: $program is not there"
            exit 77
        fi
        ;;
    *) program=$1 ;;
    esac
    echo "$program" >>"$programs"
    shift
done
shift
if [ ! -s "$programs" ]; then
    folder=${GEOSTANCE_CONTRACT:-$here/../../shared/contract}
    if [ ! -d "$folder" ]; then
        echo "skipped: GEOSTANCE_CONTRACT is not set"
        exit 77
    fi
    find "$folder" -name '*.cpp' | sort >"$programs"
fi

# comments WORD: the expressions that the program states after this word, one a line
comments() { sed -n "s|^.*// $1: ||p" "$source"; }

complain() {
    echo "$source: $1"
    [ -z "${2:-}" ] || cat "$2"
    good=false
}

refuse() {
    if "$@" -fsyntax-only "$source" >"$work/$name.message" 2>&1; then complain "compiles; it must not"; fi
    lines=$(wc -l <"$work/$name.message")
    [ "$lines" -le "$most_lines" ] || complain "the message has $lines lines, more than $most_lines:" "$work/$name.message"
    comments expect-error >"$work/$name.wanted"
    while IFS= read -r expression; do
        grep -Eq -e "$expression" "$work/$name.message" ||
            complain "refused for another reason; no line matches '$expression':" "$work/$name.message"
    done <"$work/$name.wanted"
    if grep -q '// fault-begin' "$source"; then
        sed '/\/\/ fault-begin/,/\/\/ fault-end/d' "$source" >"$work/$name.control.cpp"
        "$@" -fsyntax-only "$work/$name.control.cpp" >"$work/$name.control" 2>&1 ||
            complain "does not compile without its fault either:" "$work/$name.control"
    fi
    said="refused in $lines lines"
}

run() {
    said="does what it says"
    if ! "$@" "$source" -o "$work/$name" >"$work/$name.message" 2>&1; then
        complain "does not compile:" "$work/$name.message"
        return
    fi
    "$work/$name" >"$work/$name.out" || complain "ended with $?"
    comments expect >"$work/$name.wanted"
    while IFS= read -r expression; do
        grep -Eq -e "$expression" "$work/$name.out" || complain "no line of its output matches '$expression':" "$work/$name.out"
    done <"$work/$name.wanted"
    comments expect-not >"$work/$name.unwanted"
    while IFS= read -r expression; do
        grep -E -e "$expression" "$work/$name.out" && complain "this line of its output matches '$expression'"
    done <"$work/$name.unwanted"
}

status=0
while IFS= read -r source; do
    good=true
    name=$(basename "$source" .cpp)
    if grep -q '// expect-error: ' "$source"; then refuse "$@"; else run "$@"; fi
    if $good; then echo "$name: $said"; else status=1; fi
done <"$programs"
exit "$status"

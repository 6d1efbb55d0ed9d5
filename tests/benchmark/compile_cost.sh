#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# What programs that use the library cost to compile: user seconds of `g++ -std=c++20 -c` (least of ROUNDS, 3 by
# default), and how often those of a program that only uses adjacency_list, in turns.
#   sh tests/benchmark/compile_cost.sh [INCLUDE]      another tree's headers with INCLUDE
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd)
include=${1:-$root/include}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo '#include <boost/graph/adjacency_list.hpp>
int main() { boost::adjacency_list<> g(3); add_edge(0, 1, g); return num_edges(g) == 1 ? 0 : 1; }' >"$work/peer.cpp"
echo '#include <geostance/geostance.hpp>' >"$work/core.cpp"
echo '#include <geostance/signed.hpp>' >"$work/signed.cpp"

# cost NAME FLAGS... SOURCE: one compilation, added to the list of that name
cost() {
    name=$1
    shift
    bash -c 'TIMEFORMAT=%U; time /usr/bin/env g++ -std=c++20 -I"$0" -c -o /dev/null "$@"' "$include" "$@" 2>"$work/time" ||
        { echo "$name does not compile"; return 0; }
    tail -n 1 "$work/time" >>"$work/$name.seconds"
}
round=0
while [ "$round" -lt "${ROUNDS:-3}" ]; do
    cost adjacency_list "$work/peer.cpp"
    cost geostance.hpp "$work/core.cpp"
    cost signed.hpp "$work/signed.cpp"
    cost first_screen "$root/examples/first_screen.cpp"
    cost first_screen_separate -DGEOSTANCE_SEPARATE_COMPILATION "$root/examples/first_screen.cpp"
    cost thirty_questions "$root/tests/benchmark/thirty_questions.cpp"
    cost wargame_O3 -O3 "$root/examples/consumer_wargame/main.cpp"
    round=$((round + 1))
done
least() { sort -n "$work/$1.seconds" | head -n 1; }
peer=$(least adjacency_list)
for name in adjacency_list geostance.hpp signed.hpp first_screen first_screen_separate thirty_questions wargame_O3; do
    [ ! -e "$work/$name.seconds" ] ||
        awk -v name="$name" -v s="$(least $name)" -v peer="$peer" \
            'BEGIN { printf "%-24s %7.2f s %6.2f times adjacency_list\n", name, s, s / peer }'
done

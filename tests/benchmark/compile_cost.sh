#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# What including the library costs, beside boost/graph/adjacency_list.hpp alone: user seconds (least of five), lines
# after preprocessing, and clang's class template specialisations. Usage: compile_cost.sh [HEADER...]
set -eu
include=$(cd "$(dirname "$0")/../../include" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
printf '%-46s %8s %8s %9s %15s\n' header 'g++ s' 'clang s' lines specialisations
for header in boost/graph/adjacency_list.hpp ${*:-geostance/geostance.hpp}; do
    echo "#include <$header>" > "$work/one.cpp"
    least() {
        for _ in 1 2 3 4 5; do
            bash -c 'TIMEFORMAT=%U; time "$@" -std=c++20 -fsyntax-only -I"'"$include"'" "'"$work"'/one.cpp"' _ "$1" 2>&1
        done | sort -n | head -1
    }
    lines=$(g++ -std=c++20 -E -P -I"$include" "$work/one.cpp" | wc -l)
    count=$(clang++ -std=c++20 -fsyntax-only -Xclang -print-stats -I"$include" "$work/one.cpp" 2>&1 |
        sed -n 's/^ *\([0-9]*\) ClassTemplateSpecialization decls.*/\1/p')
    printf '%-46s %8s %8s %9s %15s\n' "$header" "$(least g++)" "$(least clang++)" "$lines" "$count"
done

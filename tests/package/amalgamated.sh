#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Makes the header of everything, and compiles the example of the README and the programs of the contract with it.
#   sh amalgamated.sh ROOT WORK COMPILER [FLAG...]
# One program after the other costs time: the example alone is compiled unless GEOSTANCE_NIGHTLY is set.
set -eu
root=$1
work=$2
shift 2
mkdir -p "$work"
sh "$root/cmake/amalgamate.sh" "$root/include" >"$work/geostance_amalgamated.hpp"
programs=$root/examples/first_screen.cpp
if [ -n "${GEOSTANCE_NIGHTLY:-}" ]; then
    programs="$programs $(find "${GEOSTANCE_CONTRACT:-$root/../shared/contract}" -maxdepth 1 -name '*.cpp' | sort)"
fi
for program in $programs; do
    name=$(basename "$program")
    sed 's|#include <geostance/.*>|#include "geostance_amalgamated.hpp"|' "$program" >"$work/$name"
    "$@" -fsyntax-only "$work/$name"
    echo "$name compiles"
done

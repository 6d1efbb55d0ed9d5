#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# The presets for a newer Boost refuse an older one, and say what to do:  older_boost.sh SOURCE WORK
set -eu
cd "$1"
work=$2
for compiler in gcc clang; do
    for kind in debug release; do
        preset=newer-boost-$compiler-$kind
        rm -rf "$work"
        # As if the Boost that is there was too old, wherever it is; a newer one is not fetched.
        if cmake --preset "$preset" -B "$work" -DGEOSTANCE_LEAST_BOOST=99 -DCMAKE_PROJECT_geostance_INCLUDE= >"$work.log" 2>&1; then
            echo "$preset takes any Boost"
            exit 1
        fi
        if ! grep -q 'these tests need Boost 99 or later' "$work.log" || ! grep -q 'newer_boost.sh' "$work.log"; then
            echo "$preset fails for another reason:"
            cat "$work.log"
            exit 1
        fi
    done
done
grep -q '"GEOSTANCE_LEAST_BOOST": "1.81"' CMakePresets.json
rm -rf "$work"

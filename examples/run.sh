#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds the main example and runs it: the briefing on the shipped record. Words after it go to the program.
set -eu
cd "$(dirname "$0")/.."
sh cmake/setup.sh run
build=build/examples
mkdir -p "$build"
{
    [ -f "$build/build.ninja" ] ||
        cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DGEOSTANCE_BUILD_TESTS=OFF -DGEOSTANCE_INSTALL=OFF
    cmake --build "$build" --target briefing
} >"$build/run.log" 2>&1 || {
    tail -n 40 "$build/run.log" >&2
    exit 1
}
exec "$build/examples/briefing" "$@"

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds and runs the main example: the briefing on the shipped record.
set -eu
cd "$(dirname "$0")/.."
sh cmake/setup.sh run
build=build/run
log=build/run.log
mkdir -p build
{
    [ -f "$build/build.ninja" ] || cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DGEOSTANCE_BUILD_TESTS=OFF
    cmake --build "$build" --target briefing
} >"$log" 2>&1 || {
    tail -n 40 "$log" >&2
    exit 1
}
exec "$build/examples/briefing" "$@"

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds the main example and runs it: the briefing on the shipped record. With --program, builds and runs the program
# `geostance` instead. Words after it go to the program.
set -eu
caller=$PWD
cd "$(dirname "$0")/.."
root=$PWD
build=build/examples
needs=run
target=briefing
program=briefing
if [ "${1:-}" = --program ]; then
    shift
    build=build/program
    needs=program
    target=geostance_program
    program=explorer/geostance
    [ $# -gt 0 ] || set -- --help
fi
sh cmake/setup.sh "$needs"
mkdir -p "$build"
[ -x "$build/examples/$program" ] || echo "building $build/examples/$program; $build/run.log says how far it is" >&2
{
    [ -f "$build/build.ninja" ] ||
        cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DGEOSTANCE_BUILD_TESTS=OFF -DGEOSTANCE_INSTALL=OFF
    cmake --build "$build" --target "$target"
} >"$build/run.log" 2>&1 || {
    tail -n 40 "$build/run.log" >&2
    exit 1
}
cd "$caller" # where the files are that it is asked about
exec "$root/$build/examples/$program" "$@"

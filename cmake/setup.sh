#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Installs what is missing to build and test the project on Debian and Ubuntu; says so where it cannot. Asks nothing.
#   sh cmake/setup.sh run | test | ci
set -eu
wanted=${1:-run}

missing=""
need_command() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need_file() {
    package=$1
    shift
    for place in "$@"; do [ -e "$place" ] && return 0; done
    missing="$missing $package"
}

need_command g++ g++
need_command cmake cmake
need_command ninja ninja-build
need_file libboost-graph-dev /usr/include/boost/graph/adjacency_list.hpp /usr/local/include/boost/graph/adjacency_list.hpp
need_file nlohmann-json3-dev /usr/include/nlohmann/json.hpp /usr/local/include/nlohmann/json.hpp
need_file zlib1g-dev /usr/include/zlib.h /usr/local/include/zlib.h
if [ "$wanted" != run ]; then
    need_file doctest-dev /usr/include/doctest/doctest.h /usr/local/include/doctest/doctest.h
    need_command pkg-config pkg-config
fi
if [ "$wanted" = ci ]; then
    need_command clang++ clang
    need_command clang-format clang-format
    need_command doxygen doxygen
    need_command gcovr gcovr
    need_command git git
    need_command ccache ccache
    need_command glpsol glpk-utils
    need_file libclang-rt-14-dev /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a /usr/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a
fi
[ -n "$missing" ] || exit 0

give_up() {
    echo "geostance: missing on this machine:$missing" >&2
    echo "geostance: $1" >&2
    exit 1
}
command -v apt-get >/dev/null 2>&1 || give_up "install these (their names are Debian's packages) and run again"
as_root=""
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root="sudo -n"
    else
        give_up "as root, run: apt-get install$missing"
    fi
fi
echo "geostance: installing$missing"
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
# shellcheck disable=SC2086
if ! { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends $missing; } >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    give_up "apt-get could not install them; its last lines stand above"
fi
rm -f "$log"

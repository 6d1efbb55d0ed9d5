#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Installs what is missing on Debian and Ubuntu; where it may not, says what is missing and how to get it. Asks nothing,
# and does nothing where nothing is missing.
#   sh cmake/setup.sh [run | test | ci]    what is needed to run the examples, the tests, every check
set -eu
wanted=${1:-run}
wanted=${wanted#--}

missing=""
# need PACKAGE COMMAND-OR-FILE...: the package is missing unless one of these is there
need() {
    package=$1
    shift
    for thing in "$@"; do
        case $thing in
        /*) [ -e "$thing" ] && return 0 ;;
        *) command -v "$thing" >/dev/null 2>&1 && return 0 ;;
        esac
    done
    missing="$missing $package"
}
need_header() { need "$1" "/usr/include/$2" "/usr/local/include/$2"; }

need g++ g++
need cmake cmake
need ninja-build ninja
need_header libboost-graph-dev boost/graph/adjacency_list.hpp
need_header nlohmann-json3-dev nlohmann/json.hpp
need_header libexpat1-dev expat.h
need_header zlib1g-dev zlib.h
if [ "$wanted" != run ]; then
    need_header doctest-dev doctest/doctest.h
    need pkg-config pkg-config
    need diffutils diff
fi
if [ "$wanted" = ci ]; then
    need clang clang++
    need clang-format clang-format
    need libclang-rt-14-dev /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a
    need doxygen doxygen
    need gcovr gcovr
    need git git
    need ccache ccache
fi

if [ -n "$missing" ]; then
    give_up() {
        echo "geostance: missing on this machine:$missing" >&2
        echo "geostance: $1" >&2
        exit 1
    }
    command -v apt-get >/dev/null 2>&1 || give_up "install these (Debian's names of the packages), and run again"
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        as_root="sudo -n"
        $as_root true 2>/dev/null || give_up "as root, run: apt-get install$missing"
    fi
    echo "geostance: installing$missing" >&2
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    # shellcheck disable=SC2086
    {
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get update &&
            $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing
    } >"$log" 2>&1 </dev/null || {
        tail -n 20 "$log" >&2
        give_up "apt-get could not install them: its last lines stand above"
    }
fi

version=$(cmake --version | sed -n 's/^cmake version //p')
case $version in
[012].* | 3.[0-9].* | 3.1[0-9].* | 3.2[0-4].*)
    echo "geostance: CMake $version is too old: 3.25 or later is needed (pip install cmake, or apt.kitware.com)" >&2
    exit 1
    ;;
esac

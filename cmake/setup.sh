#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Installs what is missing on Debian and Ubuntu; where it may not, says what is missing and how to get it. Asks nothing,
# and does nothing where nothing is missing.
#   sh cmake/setup.sh [run | program | benchmark | test | ci | nightly]
# what is needed to run the examples, to build the program `geostance`, to build the benchmarks with the libraries that
# they stand beside, to run the tests, every check, and those of the night
set -eu
wanted=${1:-run}
wanted=${wanted#--}

missing=""
missing_peers=""
# any_of COMMAND-OR-FILE...: one of these is there
any_of() {
    for thing in "$@"; do
        case $thing in
        /*) [ -e "$thing" ] && return 0 ;;
        *) command -v "$thing" >/dev/null 2>&1 && return 0 ;;
        esac
    done
    return 1
}
# need PACKAGE COMMAND-OR-FILE...: nothing works without it
need() {
    package=$1
    shift
    any_of "$@" || missing="$missing $package"
}
# compare_with PACKAGE COMMAND-OR-FILE...: another program that tests compare with; without it they are skipped
compare_with() {
    package=$1
    shift
    any_of "$@" || missing_peers="$missing_peers $package"
}
need_header() { need "$1" "/usr/include/$2" "/usr/local/include/$2"; }

need g++ g++
need cmake cmake
need ninja-build ninja
need_header libboost-graph-dev boost/graph/adjacency_list.hpp
need_header libexpat1-dev expat.h
need_header zlib1g-dev zlib.h
if [ "$wanted" != run ]; then
    need_header libcli11-dev CLI/CLI.hpp
    need_header nlohmann-json3-dev nlohmann/json.hpp
fi
if [ "$wanted" = benchmark ]; then
    compare_with libsqlite3-dev /usr/include/sqlite3.h
    compare_with libigraph-dev /usr/include/igraph/igraph.h
    compare_with liblemon-dev /usr/include/lemon/smart_graph.h
    compare_with coinor-libclp-dev /usr/include/coin/ClpSimplex.hpp
    compare_with python3-pandas /usr/lib/python3/dist-packages/pandas
    compare_with sqlite3 sqlite3
fi
if [ "$wanted" != run ] && [ "$wanted" != program ] && [ "$wanted" != benchmark ]; then
    need_header doctest-dev doctest/doctest.h
    need pkg-config pkg-config
    need diffutils diff
    compare_with python3-networkx /usr/lib/python3/dist-packages/networkx
    compare_with python3-igraph /usr/lib/python3/dist-packages/igraph
    compare_with coinor-cbc cbc
    compare_with coinor-libclp-dev /usr/include/coin/ClpSimplex.hpp
    compare_with glpk-utils glpsol
    compare_with meson meson
    compare_with sqlite3 sqlite3
    compare_with libboost-mpi-dev /usr/include/boost/mpi.hpp
    compare_with mpi-default-dev mpicxx
    compare_with mpi-default-bin mpiexec
fi
if [ "$wanted" = nightly ]; then
    compare_with clang-19 clang++-19
    compare_with libc++-19-dev /usr/lib/llvm-19/include/c++/v1/vector
    compare_with libc++abi-19-dev /usr/lib/llvm-19/lib/libc++abi.a
fi
if [ "$wanted" = ci ] || [ "$wanted" = nightly ]; then
    need clang clang++
    need clang-format clang-format
    need clang-tidy run-clang-tidy
    need libclang-rt-14-dev /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a
    need doxygen doxygen
    need doxygen-awesome-css /usr/share/doxygen-awesome-css/doxygen-awesome.css
    need gcovr gcovr
    need git git
    need ccache ccache
    compare_with chromium chromium
    compare_with chromium-driver chromedriver
fi

# install PACKAGE...: or says what to do
install() {
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "geostance: install these (Debian's names of the packages), and run again" >&2
        return 1
    fi
    as_root=""
    if [ "$(id -u)" -ne 0 ]; then
        as_root="sudo -n"
        if ! $as_root true 2>/dev/null; then
            echo "geostance: as root, run: apt-get install $*" >&2
            return 1
        fi
    fi
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    {
        $as_root env DEBIAN_FRONTEND=noninteractive apt-get update &&
            $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
    } >"$log" 2>&1 </dev/null || {
        tail -n 20 "$log" >&2
        echo "geostance: apt-get could not install them: its last lines stand above" >&2
        return 1
    }
}

if [ -n "$missing" ]; then
    echo "geostance: missing on this machine:$missing" >&2
    # shellcheck disable=SC2086
    install $missing || exit 1
fi
if [ -n "$missing_peers" ]; then
    echo "geostance: missing on this machine, for tests that compare with them:$missing_peers" >&2
    # shellcheck disable=SC2086
    install $missing_peers || echo "geostance: those tests are skipped" >&2
fi

version=$(cmake --version | sed -n 's/^cmake version //p')
case $version in
[012].* | 3.[0-9].* | 3.1[0-9].* | 3.2[0-4].*)
    echo "geostance: CMake $version is too old: 3.25 or later is needed (pip install cmake, or apt.kitware.com)" >&2
    exit 1
    ;;
esac

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Unpacks Debian's package of a newer Boost in build/boost, where the presets `newer-boost-...` look for it: it cannot be
# installed beside the other one. Does nothing where it is there already. The presets run it by newer_boost.cmake.
#   sh cmake/newer_boost.sh
set -eu
cd "$(dirname "$0")/.."
package=libboost1.81-dev
[ ! -e build/boost/usr/include/boost/version.hpp ] || exit 0
mkdir -p build/boost
cd build/boost
apt-get download "$package" && dpkg-deb -x "$package"_*.deb .

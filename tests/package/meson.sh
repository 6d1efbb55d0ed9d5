#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds and tests a project of Meson's from nothing:  sh meson.sh MESON PROJECT WORK PKG_CONFIG_PATH
set -eu
rm -rf "$3"
PKG_CONFIG_PATH=$4 "$1" setup "$3" "$2"
"$1" test -C "$3"

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Compiles each template of the contributor's page:  sh contributing.sh PAGE WORK COMPILER [FLAG...]
# A line `<!-- compiles -->` stands before each.
set -eu
page=$1
work=$2
shift 2
rm -rf "$work"
mkdir -p "$work"
awk -v work="$work" '
    /^<!-- compiles -->$/       { wanted = 1; next }
    file != "" && /^```$/       { close(file); file = ""; next }
    file != ""                  { if ($0 != "#pragma once") print >file; next }
    /^```cpp$/ && wanted        { file = work "/" ++number ".cpp"; wanted = 0; next }
    /^```cpp$/                  { print "line " NR ": a program without <!-- compiles -->"; bad = 1 }
    END { exit bad || number == 0 }
' "$page"
for template in "$work"/*.cpp; do
    "$@" -fsyntax-only "$template"
done

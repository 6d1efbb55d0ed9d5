#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Compiles each template of the contributor's page:  sh contributing.sh PAGE WORK COMPILER [FLAG...]
# A line `<!-- compiles: PATH -->` stands before each, and says where it would stand; a later one may include it.
set -eu
page=$1
work=$2
shift 2
rm -rf "$work"
mkdir -p "$work"
awk -v work="$work" '
    /^<!-- compiles: .* -->$/   { wanted = $3; next }
    file != "" && /^```$/       { close(file); file = ""; next }
    file != ""                  { if ($0 != "#pragma once") print >file; next }
    /^```cpp$/ && wanted != ""  { file = work "/" wanted; folder = file; sub("/[^/]*$", "", folder)
                                  system("mkdir -p \"" folder "\""); print file; wanted = ""; number++; next }
    /^```cpp$/                  { print "line " NR ": a program without <!-- compiles: PATH -->" >"/dev/stderr"; bad = 1 }
    END { exit bad || number == 0 }
' "$page" >"$work/templates"
while read -r template; do
    "$@" -I"$work/include" -x c++ -fsyntax-only "$template"
done <"$work/templates"

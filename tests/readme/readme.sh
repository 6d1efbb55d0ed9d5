#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Holds the README against the examples:  sh readme.sh ROOT WORK
# A line `<!-- example: NAME -->` stands before each block of C++. The block is examples/NAME.cpp without its licence
# line; a block of text after it is examples/expected/NAME.txt.
set -eu
root=$1
work=$2/blocks
rm -rf "$work"
mkdir -p "$work"

# Writes each block to NAME.cpp or NAME.txt.
awk -v work="$work" '
    /^<!-- example: .* -->$/ { name = $3; next }
    file != "" && /^```$/    { close(file); file = ""; next }
    file != ""               { print >file; next }
    /^```cpp$/ && name == "" { print "README.md:" NR ": a program without <!-- example: NAME -->"; bad = 1 }
    /^```cpp$/ && name != "" { file = work "/" name ".cpp"; next }
    /^```text$/ && name != "" { file = work "/" name ".txt"; name = ""; next }
    END { exit bad }
' "$root/README.md"

status=0
for block in "$work"/*; do
    [ -f "$block" ] || continue
    name=$(basename "$block")
    case $name in
    *.txt) tested=$root/examples/expected/$name ;;
    *)
        tested=$work/tested
        sed 1d "$root/examples/$name" >"$tested"
        ;;
    esac
    diff -u "$tested" "$block" || {
        echo "README.md differs from the tested $name"
        status=1
    }
done
exit "$status"

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Prints a page anew: every line `$ geostance ...` of its console blocks is run, and below it stands what it printed, on
# standard output and standard error, and in brackets its exit code if that is not 0. The tests compare this with the
# page; to bring a page up to date, write it to the page:
#   cd examples && sh explorer/transcript.sh PROGRAM explorer/README.md >new.md && mv new.md explorer/README.md
set -eu
geostance=$1 LC_ALL=C.UTF-8 awk '
    /^```console$/ { is_console = 1; print; next }
    /^```/ { is_console = 0 }
    !is_console { print }
    is_console && /^\$ / {
        print
        fflush()
        system("geostance() { \"$geostance\" \"$@\"; }; { " substr($0, 3) "\n} 2>&1; code=$?; [ $code = 0 ] || echo \"[$code]\"")
    }
' "$2"

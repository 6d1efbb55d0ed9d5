#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Writes the core, signed networks and the records as one header, for a first try in an online compiler:
#   sh amalgamate.sh INCLUDE >geostance_amalgamated.hpp
set -eu
echo '// SPDX-License-Identifier: BSL-1.0'
echo '// geostance as one header, generated; the library itself is many small ones.'
echo '#pragma once'
awk -v root="$1" '
    # Prints a header in place of the line that includes it, once.
    function add(name, line) {
        if (name in seen) return
        seen[name] = 1
        while ((getline line <(root "/" name)) > 0) {
            if (line ~ /^#include <geostance\//) {
                sub(/^#include </, "", line)
                sub(/>.*/, "", line)
                add(line)
            } else if (line !~ /^#pragma once/ && line !~ /^\/\/ SPDX/) {
                print line
            }
        }
        close(root "/" name)
    }
    BEGIN {
        for (i = 1; i < ARGC; ++i) add(ARGV[i])
    }
' geostance/geostance.hpp geostance/signed.hpp geostance/query/network/project.hpp \
    geostance/query/network/balance_through_time.hpp geostance/query/network/position_similarity.hpp \
    $(cd "$1" && ls geostance/seed/*.hpp)

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds and runs every test. Real data is taken from the folder GEOSTANCE_DATA, if it is set.
set -eu
cd "$(dirname "$0")/.."
sh cmake/setup.sh test
if [ -z "${GEOSTANCE_DATA:-}" ] && [ -d ../shared/data ]; then
    GEOSTANCE_DATA=$(cd ../shared/data && pwd)
    export GEOSTANCE_DATA
fi
[ -n "${GEOSTANCE_DATA:-}" ] || echo "GEOSTANCE_DATA is not set: tests on real data are skipped"
[ -f build/gcc/build.ninja ] || cmake --preset gcc
cmake --build build/gcc
log=build/gcc/ctest.log
status=0
ctest --test-dir build/gcc --output-on-failure "$@" >"$log" 2>&1 || status=$?
cat "$log"
sed -n 's/^.* \([0-9]*\) tests failed out of \([0-9]*\)$/\1 \2/p' "$log" | while read -r failed total; do
    echo "$((total - failed)) passed, $failed failed"
done
exit "$status"

#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# Builds and runs every test, and ends with a line that counts them; further words go to ctest. Installs what is
# missing where it may, and asks nothing. Real data is taken from the folder GEOSTANCE_DATA.
set -eu
cd "$(dirname "$0")/.."
sh cmake/setup.sh test
if [ -z "${GEOSTANCE_DATA:-}" ] && [ -d ../shared/data ]; then
    GEOSTANCE_DATA=$(cd ../shared/data && pwd)
    export GEOSTANCE_DATA
fi
[ -n "${GEOSTANCE_DATA:-}" ] || echo "GEOSTANCE_DATA is not set: tests on real data are skipped"

preset=${GEOSTANCE_PRESET:-gcc}
build=build/$preset
mkdir -p "$build"
log=$build/run.log
[ -f "$build/build.ninja" ] || cmake --preset "$preset" >"$log" 2>&1 || {
    cat "$log"
    echo "0 passed, 1 failed"
    exit 1
}
status=0
{ cmake --build "$build" -- -k 0 2>&1 || echo "FAILED: the build"; } | tee "$build/build.log"
! grep -q "^FAILED: the build" "$build/build.log" || status=1
ctest --test-dir "$build" --output-on-failure "$@" | tee "$log" || true

# One line for each test: `12/34 Test #5: NAME ....   Passed`; those marked so were skipped.
count() { grep -Ec "^ *[0-9]+/[0-9]+ Test +#[0-9]+: .*$1" "$log" || true; }
all=$(count "")
passed=$(count " Passed ")
skipped=$(count "\\*\\*\\*Skipped ")
failed=$((all - passed - skipped))
[ "$status" -eq 0 ] || grep -E "FAILED:|error:" "$build/build.log" | head -n 40
[ "$failed" -eq 0 ] || grep -E "^ *[0-9]+/[0-9]+ Test +#[0-9]+: .*(\\*\\*\\*|Timeout)" "$log" | grep -v Skipped || true
[ "$status" -eq 0 ] || [ "$failed" -gt 0 ] || failed=1
[ "$all" -gt 0 ] || failed=1
line="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || line="$line, $skipped skipped"
echo "$line"
[ "$failed" -eq 0 ]

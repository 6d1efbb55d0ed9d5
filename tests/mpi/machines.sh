#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# The example many_machines writes the same bytes on 1, 2 and 4 ranks; where a file is bad or a rank is killed there is
# no ledger.
#   machines.sh WORK MANY_MACHINES KILLED_RANK MPIEXEC...
set -eu
work=$1
many_machines=$2
killed_rank=$3
shift 3
rm -rf "$work"
mkdir -p "$work"
cd "$work"

# rows of GDELT 2.0: 61 columns
rows() {
    awk -v count="$1" -v seed="$2" 'BEGIN {
        OFS = "\t"; srand(seed); split("RUS USA CHN FRA DEU", state, " ")
        for (i = 1; i <= count; ++i) {
            for (c = 1; c <= 61; ++c) $c = ""
            $1 = i; $2 = 20240301 + int(rand() * 28)
            $6 = $8 = state[1 + int(rand() * 5)]; $16 = $18 = state[1 + int(rand() * 5)]
            $27 = $28 = "010"; $29 = "01"; $30 = 1; $31 = "0.0"; $32 = $33 = $34 = 1 + int(rand() * 9)
            $60 = "20240329101500"; $61 = "https://example.org/" i
            print
        }
    }'
}
rows 3000 1 >one.tsv
rows 500 2 >two.tsv
fail() {
    echo "$*"
    exit 1
}
for ranks in 1 2 4; do
    "$@" -n $ranks "$many_machines" ledger.$ranks one.tsv two.tsv >out.$ranks
    cmp ledger.1 ledger.$ranks
    [ "$(grep -c "^rank " out.$ranks)" -eq $ranks ] || fail "not every rank says what it read"
done
[ "$(sed -n 's/^one.tsv: \([0-9]*\) rows.*/\1/p' out.4)" -eq 3000 ] || fail "the rows are not counted"
{ cat one.tsv; echo "3001	today"; cat two.tsv; } >bad.tsv
for ranks in 1 2 4; do
    if "$@" -n $ranks "$many_machines" ledger.bad two.tsv bad.tsv >out.bad 2>error.$ranks; then fail "a bad file was read"; fi
    [ ! -e ledger.bad ] || fail "a ledger of a bad file"
    grep -q "^bad.tsv:3001: got '2 columns'" error.$ranks || fail "$(cat error.$ranks)"
done
if "$@" -n 2 "$killed_rank" one.tsv >out.killed 2>&1; then fail "a rank was killed, and nobody says so"; fi
if grep -q "a result" out.killed; then fail "a rank was killed, and there is a result"; fi

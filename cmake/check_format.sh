# SPDX-License-Identifier: BSL-1.0
# Whether every source is in the house style. The formatter leaves comments alone, for it would break tables: a long one
# is found here.
cd "$(dirname "$0")/.." || exit 1
git ls-files '*.hpp' '*.cpp' | xargs "${1:-clang-format}" --dry-run --Werror &&
    ! git ls-files '*.hpp' '*.cpp' | xargs grep -nE '^ *//.{119,}' | grep -vE '^[^:]*:[0-9]+: *///? ?\|'

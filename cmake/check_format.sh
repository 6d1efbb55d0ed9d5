# SPDX-License-Identifier: BSL-1.0
# Whether every source is in the house style, those that git does not know yet among them. The formatter leaves comments
# alone, for it would break tables: a line of one that is longer than the others may be is found here.
cd "$(dirname "$0")/.." && git rev-parse --git-dir >/dev/null || exit 1
sources() { git ls-files -z --cached --others --exclude-standard '*.hpp' '*.cpp'; }
sources | xargs -0 "${1:-clang-format}" --dry-run --Werror &&
    ! sources | LC_ALL=C.UTF-8 xargs -0 grep -HnE '^.{121,}' | grep -E '^[^:]*:[0-9]+: *//' |
        grep -vE '^[^:]*:[0-9]+: *///? ?\|'

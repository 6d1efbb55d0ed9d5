# SPDX-License-Identifier: BSL-1.0
# Whether every source is in the house style, those that git does not know yet among them. The formatter leaves comments
# alone, for it would break tables: a long one is found here.
cd "$(dirname "$0")/.." || exit 1
sources() { git ls-files --cached --others --exclude-standard '*.hpp' '*.cpp'; }
sources | xargs "${1:-clang-format}" --dry-run --Werror &&
    ! sources | xargs grep -nE '^ *//.{119,}' | grep -vE '^[^:]*:[0-9]+: *///? ?\|'

// SPDX-License-Identifier: BSL-1.0
// Completion of the command line in bash.
#include "loading.hpp"
#include "question.hpp"

namespace explorer {

namespace {

/// Keys of nodes go onto a command line that a person then runs: those with other characters than these are not
/// offered.
constexpr auto script = R"bash(_geostance() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} i record=() accounts=
    case $before in
    -f | --file) mapfile -t COMPREPLY < <(compgen -f -- "$word"); return ;;
    --record) mapfile -t COMPREPLY < <(compgen -W "article vote embargo" -- "$word"); return ;;
    --colour) mapfile -t COMPREPLY < <(compgen -W "auto always never" -- "$word"); return ;;
    --by) accounts="own sources everybody" ;;
    --channel) mapfile -t COMPREPLY < <(compgen -W "verbal vote material" -- "$word"); return ;;
    esac
    local asked=
    # What comes from standard input cannot be read twice.
    local is_read_once=
    for ((i = 1; i < COMP_CWORD; ++i)); do
        case ${COMP_WORDS[i]} in
        -f | --file | --format | --record)
            record+=("${COMP_WORDS[i]}" "${COMP_WORDS[++i]}")
            [[ ${COMP_WORDS[i]} == *- ]] && is_read_once=1 ;;
        -*) ;;
        *) asked=${asked:-${COMP_WORDS[i]}} ;;
        esac
    done
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$("$1" $asked --help 2>/dev/null | grep -o -- '--[a-z-]*')" -- "$word")
    elif [[ -z $asked ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$_geostance_questions" -- "$word")
    elif [[ -z $is_read_once ]]; then
        mapfile -t COMPREPLY < <({
            printf '%s\n' $accounts
            "$1" nodes --csv "${record[@]}" 2>/dev/null | cut -d, -f3 | grep -v '^key$'
        } | grep -E '^[A-Za-z0-9._-]+$' | grep -F -- "$word" | grep "^$word")
    fi
}
complete -o default -F _geostance geostance
)bash";

answer completion(asking const&) {
    std::string names;
    for (auto const& q : all_questions()) names += (names.empty() ? "" : " ") + q.name;
    return {.document = "_geostance_questions='" + names + "'\n" + script};
}

} // namespace

std::vector<question> shell_questions() {
    return {{"completion",
             "for bash: source <(geostance completion)",
             {},
             reads::nothing,
             {},
             "completion",
             completion,
             {}}};
}

} // namespace explorer

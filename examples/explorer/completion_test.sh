#!/bin/bash
# SPDX-License-Identifier: BSL-1.0
# Asks bash what it would complete.
# usage: completion_test.sh PROGRAM, in the folder of the examples
set -u
program=$1
failures=0
# shellcheck source=/dev/null
source <("$program" completion) || exit 1

# Calls the completion for a command line whose last word is completed, and prints what it offers.
offered() {
    COMP_WORDS=("$program" "$@")
    COMP_CWORD=$#
    COMPREPLY=()
    _geostance "$program"
    echo "${COMPREPLY[*]}"
}

# check WHAT EXPECTED WORD...: the words are completed to what is expected.
check() {
    local what=$1 expected=$2 got
    shift 2
    got=$(offered "$@")
    [ "$got" = "$expected" ] && return
    echo "failed: $what: got '$got', expected '$expected'"
    failures=$((failures + 1))
}

check 'a question' 'opponents' opp
check 'questions with one beginning' 'statements statements-about' stat
check 'no question' '' xyz
check 'an option' '--known-by' position --known
check 'an option of one question alone' '--seconds' camps --sec
check 'no option of another question' '' nodes --sec
check 'a shipped record' 'embargo' nodes --record em
check 'shipped records' 'article vote embargo' nodes --record ''
check 'a colour' 'always' nodes --colour al
check 'an account' 'sources south-korea soviet-union' position --by so
check 'a channel' 'verbal vote' position --channel v
check 'a key' 'panel-of-experts' opponents panel-of
check 'a key of a shipped record' 'israel' supporters --record embargo isr
check 'a key of a file' 'miller mill' position -f mill.json mil
check 'a file' 'mill.json' nodes -f mill.j
check 'nothing of a file that cannot be read' '' position -f files.md mil
check 'nothing of standard input' '' position -f - mil
# shellcheck disable=SC2016
check 'nothing that a shell would run' '' position -f hostile.json '$('
if [ "$(complete -p geostance)" != 'complete -o default -F _geostance geostance' ]; then
    echo 'failed: the completion is not that of geostance'
    failures=1
fi
exit $((failures > 0))

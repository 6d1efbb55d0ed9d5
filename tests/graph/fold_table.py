# SPDX-License-Identifier: BSL-1.0
"""Prints, for each code point of the ranges of graph/detail/fold_table.hpp, its number and what is left of it without
case and marks, by the Unicode Character Database that Python has: compatibility decomposition, no combining marks, case
folded, and no stroke, hook or the like where the letter's name says `WITH` one."""
import re
import unicodedata

RANGES = (0xC0, 0x2AF), (0x370, 0x52F), (0x1E00, 0x1FFF)
# Letters that Unicode does not take apart.
APART = {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i", "ȷ": "j", "ŋ": "n"}
# What is no letter of its own beside one.
DROPPED = {"l\u00b7": "l", "a\u02be": "a"}


def without_marks(text):
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not 0x300 <= ord(c) <= 0x36F)


def base(letter):
    if letter in APART:
        return APART[letter]
    named = re.match("((?:LATIN|GREEK|CYRILLIC) SMALL LETTER .*?) WITH ", unicodedata.name(letter, ""))
    try:
        return base(unicodedata.lookup(named.group(1))) if named else letter
    except KeyError:
        return letter


def folded(character):
    if not unicodedata.category(character) in ("Lu", "Ll", "Lt", "Lo"):
        return character
    text = without_marks(without_marks(character).casefold())
    text = without_marks("".join(map(base, text))).replace("\u02bc", "'")
    return DROPPED.get(text, text) if text != "\ua727" else character


for first, last in RANGES:
    for number in range(first, last + 1):
        print(number, folded(chr(number)).encode("utf-8").hex())

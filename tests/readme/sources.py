#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether the headers cite in one form:  sources.py [ROOT]

    Surname, A. B. and Other, C. (1999). Title. Where 12, 34-56, doi:10.1000/182.

- `@par Source` has such a citation, with what it is cited for before or behind it; or `see` and the function that has
  it, a register or a standard by its number, an address, or that the method is this library's. It ends with a stop.
- A short form, `Surname (1999)`, stands where the header, or what it says to `see`, has the whole one.
"""
import re

from complaints import look

YEAR = r"\((?:1[5-9]|20)\d\d\)"
WHOLE = re.compile(r"(?:\b[A-Z]\.|\.\)|\bde|[A-Z][\w)]+) (" + YEAR + r")\. [\w\"]")
SHORT = re.compile(r"([A-ZÀ-Ž][\w'À-ž-]+)(?: and [A-Z][\w'À-ž-]+|, [A-Z]\w+ and [A-Z]\w+| et al\.)? (" + YEAR +
                   r")(?!\. [\w\"])")
OTHER = [
    (re.compile(r"\b[Dd][Oo][Ii](?!:10\.)[: ]+10\."), "a DOI is written doi:10.1000/182"),
    (re.compile(r"^Source:"), "a source stands behind @par Source"),
    (re.compile(r"\b[A-Z]\. [A-ZÀ-Ž][\w-]+,? " + YEAR), "a surname comes before initials"),
    (re.compile(r"\b[A-Z]\w+ and [A-Z]\w+,? (?:1[89]|20)\d\d\b"), "a year stands in parentheses"),
    (re.compile(YEAR + r", [A-Z]"), "a full stop, no comma, is behind the year"),
    (re.compile(r"\d " + YEAR + r" [\d-]+"), "the year is behind the authors"),
]
ENOUGH = re.compile(r"\bsee `|\bSee `|https?://|doi:10\.|this library's|This library's|\b(ISO|RFC|FIPS|Article) ")


def comments(text):
    """Each comment as one line, with the number of its first line; paragraphs are divided by `@par` and the like."""
    number, said, first = 0, [], 0
    for number, line in enumerate(text.split("\n") + [""], 1):
        found = re.match(r"\s*///? ?<? ?(.*)|.*///<\s?(.*)", line)
        content = (found[1] if found[1] is not None else found[2]) if found else None
        if said and (content is None or content == "" or content.startswith("@")):
            yield first, " ".join(said)
            said = []
        if content:
            first = first if said else number
            said.append(content.strip())


def complaints_about(header, everything):
    """What is wrong with the citations of a header, and how many of them are whole."""
    text = header.read_text(encoding="utf-8")
    whole = set(WHOLE.findall(text.replace("\n///", "").replace("\n    ///", "")))
    found_whole = 0
    result = []
    for line, said in comments(text):
        behind = said.removeprefix("@par Source ")
        found_whole += len(WHOLE.findall(behind))
        result += [f"{line}: {what}: {form.search(behind)[0]}" for form, what in OTHER if form.search(behind)]
        for short in SHORT.finditer(behind):
            if short[2] not in whole and not ("ee `" in behind and short[2] in everything):
                result.append(f"{line}: {short[0]} is cited, and no whole form is there")
        if said.startswith("@par Source"):
            if not WHOLE.search(behind) and not ENOUGH.search(behind):
                result.append(f"{line}: the source has no authors, year and place: {behind[:60]}")
            if not behind.endswith("."):
                result.append(f"{line}: the source does not end with a full stop")
    return result, found_whole


def look_up(root):
    headers = sorted((root / "include").rglob("*.hpp"))
    everything = "\n".join(re.sub(r"\n\s*/// ", " ", header.read_text(encoding="utf-8")) for header in headers)
    everything = set(WHOLE.findall(everything))
    complaints, number = [], 0
    for header in headers:
        wrong, whole = complaints_about(header, everything)
        complaints += [f"{header.relative_to(root)}:{what}" for what in wrong]
        number += whole
    return complaints, number


if __name__ == "__main__":
    look(look_up, "{} citations have one form")

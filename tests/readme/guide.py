#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Holds the pages of the guide against the tested examples:  guide.py [ROOT]

A line `<!-- example: NAME SECTION -->` stands before each block of C++ in examples/guide. The block is what stands in
examples/NAME.cpp between two lines `//! [SECTION]`. A block of text after it is what the program prints after a line
`[SECTION]`, from examples/expected/NAME.txt. Nothing that such a program shows or prints is left out of the pages.
`guide.py --write` brings the pages up to date.
"""
import re
import sys
from pathlib import Path
from textwrap import dedent

MARK = re.compile(r"<!-- example: (\w+) (\w+) -->")
PRINTED = re.compile(r"\[(\w+)\]")


class Program:
    """What a program shows and prints, by section; each section is crossed off when a page has it."""

    def __init__(self, examples, name):
        self.name = name
        self.code = code_sections((examples / f"{name}.cpp").read_text(encoding="utf-8"))
        self.printed = printed_sections((examples / "expected" / f"{name}.txt").read_text(encoding="utf-8"))
        self.missing = {("code", s) for s in self.code} | {("output", s) for s in self.printed}

    def show(self, what, section):
        self.missing.discard((what, section))
        return (self.code if what == "code" else self.printed)[section]


def code_sections(text):
    sections = {}
    name = None
    for line in text.splitlines():
        mark = re.fullmatch(r"\s*//! \[(\w+)\]", line)
        if mark is None:
            if name is not None:
                sections[name].append(line)
        elif name is None:
            name = mark[1]
            sections[name] = []
        else:
            name = None
    return {name: dedent("\n".join(lines)).splitlines() for name, lines in sections.items()}


def printed_sections(text):
    sections = {}
    name = None
    for line in text.splitlines():
        if mark := PRINTED.fullmatch(line):
            name = mark[1]
            sections[name] = []
        elif name is not None:
            sections[name].append(line)
    return {name: lines for name, lines in sections.items() if lines}


def refreshed(page, programs, examples):
    """The page with each block as the examples have it."""
    lines = page.read_text(encoding="utf-8").splitlines()
    result = []
    mark = None
    at = 0
    while at < len(lines):
        line = lines[at]
        result.append(line)
        at += 1
        if found := MARK.fullmatch(line):
            mark = found
        if line not in ("```cpp", "```text"):
            continue
        if mark is None:
            raise ValueError(f"{page.name}:{at}: a block without <!-- example: NAME SECTION -->")
        if "```" not in lines[at:]:
            raise ValueError(f"{page.name}:{at}: a block without an end")
        end = lines.index("```", at)
        name, section = mark[1], mark[2]
        if name not in programs:
            programs[name] = Program(examples, name)
        try:
            result += programs[name].show("code" if line == "```cpp" else "output", section)
        except KeyError:
            raise ValueError(f"{page.name}:{at}: {name} has no such section: {section}") from None
        result.append("```")
        at = end + 1
        if line == "```text":
            mark = None
    return lines, result


def main(root, write):
    examples = Path(root) / "examples"
    programs = {}
    complaints = []
    for page in sorted((examples / "guide").glob("*.md")):
        try:
            lines, wanted = refreshed(page, programs, examples)
        except ValueError as error:
            complaints.append(str(error))
            continue
        if write and lines != wanted:
            page.write_text("\n".join(wanted) + "\n", encoding="utf-8")
        elif lines != wanted:
            at = next(i for i, pair in enumerate(zip(lines + [None], wanted + [None])) if pair[0] != pair[1])
            complaints.append(f"{page.name}:{at + 1} differs from the tested example; guide.py --write mends it\n"
                              f"  the page: {(lines + ['(end)'])[at]}\n  tested:   {(wanted + ['(end)'])[at]}")
    for program in programs.values():
        complaints += [f"no page has the {what} of {program.name}, {section}"
                       for what, section in sorted(program.missing)]
    print("\n".join(complaints), end="\n" if complaints else "")
    return 1 if complaints or not programs else 0


if __name__ == "__main__":
    sys.exit(main(next((a for a in sys.argv[1:] if a != "--write"), "."), "--write" in sys.argv))

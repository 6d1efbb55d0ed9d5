#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether every free function and function template of the public headers says what it costs, by `@par Complexity` in
its own comment or, for all functions of a header, in that of the header:  complexity.py ROOT
"""
import re
import sys
from pathlib import Path

COMPLEXITY = "@par Complexity"
PRIVATE = re.compile(r"\nnamespace (?:\w+::)*detail \{.*?\n\} // namespace (?:\w+::)*detail", re.DOTALL)
TEMPLATE = re.compile(r"\Atemplate <.*>\n")
CONSTRAINT = re.compile(r"\A\s+requires\b.*\n")
NO_FUNCTION = re.compile(r"(class|struct|enum|union|using|concept|extern|friend|namespace|public|private|template)\b|"
                         r"static_assert|[#}{)/\s]|(inline )?constexpr [^(]*=")
NAME = re.compile(r"((?:\w+::)*)(operator[^\s(]+|\w+)\(")


def declarations(text):
    """What stands at the beginning of a line, as all in a namespace does: line, comment before it, and its head."""
    comment = []
    lines = text.split("\n")
    number = 0
    while number < len(lines):
        first = number
        line = lines[number]
        number += 1
        if line.startswith("///"):
            comment.append(line)
            continue
        if line.startswith("//"):
            continue
        if line and line[0] not in "#} )":
            while not re.search(r"[{;}]$", re.sub(r"\s*//.*", "", lines[number - 1])):
                number += 1
            yield first + 1, "\n".join(comment), "\n".join(lines[first:number])
        comment = []


def function_name(head):
    """The name of the function that a declaration makes known; none for anything else."""
    head = TEMPLATE.sub("", head)
    head = CONSTRAINT.sub("", head)
    head = re.sub(r"\[\[.*?\]\]\s*", "", head)
    if NO_FUNCTION.match(head) or head.endswith("= delete;"):
        return None
    found = NAME.search(re.sub(r"(decltype|requires|noexcept|alignas)\(.*?\)", "", head))
    # what is defined outside its class was declared in it
    return found[2] if found and not found[1] else None


def look_up(root):
    """The functions of public headers that do not say what they cost, and how many functions there are."""
    complaints = []
    number = 0
    headers = root / "include" / "geostance"
    for header in sorted(headers.rglob("*.hpp")):
        if "detail" in header.relative_to(headers).parts:
            continue
        text = PRIVATE.sub(lambda found: re.sub(r"[^\n]", "", found[0]), header.read_text(encoding="utf-8"))
        for_all = COMPLEXITY in text[:text.find("#pragma once")]
        for line, comment, head in declarations(text):
            if name := function_name(head):
                number += 1
                if not for_all and COMPLEXITY not in comment:
                    complaints.append(f"{header.relative_to(root)}:{line}: {name} does not say what it costs")
    return complaints, number


def main(arguments):
    complaints, number = look_up(Path(arguments[0]))
    print("\n".join(complaints) if complaints else f"{number} functions say what they cost")
    return 1 if complaints or number == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether the public headers say what each thing promises:  contracts.py [ROOT]

- A free function or function template says what it costs, by `@par Complexity` in its own comment or, for all functions
  of a header, in that of the header.
- One that changes an argument or writes says what is left if it throws, by `@par Guarantee`, likewise.
- A concept lists what it requires, and says by what it is satisfied, and by what not.
"""
import re
import sys
from pathlib import Path

COMPLEXITY = "@par Complexity"
GUARANTEE = "@par Guarantee"
PRIVATE = re.compile(r"\nnamespace (?:\w+::)*detail \{.*?\n\} // namespace (?:\w+::)*detail", re.DOTALL)
TEMPLATE = re.compile(r"\Atemplate <.*>\n")
CONSTRAINT = re.compile(r"\A\s+requires\b.*\n")
NO_FUNCTION = re.compile(r"(class|struct|enum|union|using|concept|extern|friend|namespace|public|private|template)\b|"
                         r"static_assert|[#}{)/\s]|(inline )?constexpr [^(]*=")
CONCEPT = re.compile(r"\Aconcept (\w+)")
CONCEPT_SAYS = re.compile(r"Requires.*\n/// - .*Satisfied by .*\bnot\b", re.DOTALL)
CHANGED = re.compile(r"(?<!const)(?<!&)& \w+[,)=\s]")  # a reference to something that is not constant, and no F&&
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


def changes_something(name, head):
    """Whether a function may change what it is given, or a file. What prints to a stream is not asked for more."""
    if name.startswith("operator"):
        return False
    parameters = head[head.find(name + "("):].split("{")[0]
    return name.startswith("write") or CHANGED.search(parameters) is not None


def missing(comment, head, promised):
    """What a declaration does not say, `promised` being what the header says for all, and whether it is a function."""
    if found := CONCEPT.match(TEMPLATE.sub("", head)):
        says_all = CONCEPT_SAYS.search(comment)
        return [] if says_all else [f"{found[1]} does not list what it requires, and examples"], False
    name = function_name(head)
    if not name:
        return [], False
    says = comment + promised
    result = [] if COMPLEXITY in says else [f"{name} does not say what it costs"]
    if GUARANTEE not in says and changes_something(name, head):
        result.append(f"{name} does not say what is left if it throws")
    return result, True


def look_up(root):
    """What public headers do not say, and how many functions there are."""
    complaints = []
    number = 0
    headers = root / "include" / "geostance"
    for header in sorted(headers.rglob("*.hpp")):
        if "detail" in header.relative_to(headers).parts:
            continue
        text = PRIVATE.sub(lambda found: re.sub(r"[^\n]", "", found[0]), header.read_text(encoding="utf-8"))
        promised = text[:text.find("#pragma once")]
        for line, comment, head in declarations(text):
            unsaid, is_function = missing(comment, head, promised)
            number += is_function
            complaints += [f"{header.relative_to(root)}:{line}: {what}" for what in unsaid]
    return complaints, number


def main(arguments):
    complaints, number = look_up(Path(arguments[0]))
    print("\n".join(complaints) if complaints else f"{number} functions say what they promise")
    return 1 if complaints or number == 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["."]))

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether a value out of its range is refused, and a test shows it:  validated.py [ROOT]

- A field of an aggregate of options (of rules, policies, scales, readings, or the lens) that cannot be just any value is
  refused under its name, "aggregate.field": an enumerator, a number with a range, a function that must be there. What
  is an aggregate itself is validated. A function that may be missing says so: "Empty: ...".
- A parameter that is an enumerator is checked under its name or that of its type, and the comment says so. Functions
  that cannot throw read a value, and are not asked.
- A test has the name of what is refused.
"""
import re
import sys
from pathlib import Path

from contracts import PRIVATE

from complaints import tell

AGGREGATE = re.compile(r"\nstruct (\w*options|\w+_(?:rule|policy|reading|scale)|lens) \{\n(.*?)\n\};", re.DOTALL)
ENUMERATION = re.compile(r"\benum class (\w+)[^;{]*\{")
FIELD = re.compile(r"    ([\w:<>, &*()]+?) (\w+)(?:\{.*\}| = .*)?;")
RANGE = re.compile(r"\bat least \d|\bin [\[(]-?\d|\babove \d|> 0|\bbetween \d|\bfinite\b|: \d or \d|`,`|\d to the number")
HIDDEN = re.compile(r"\nprivate:\n.*?\n\};", re.DOTALL)
SAYS = re.compile(r"@throws[^@]*invalid_value[^@]*\b(enumerator|as)\b", re.DOTALL)

# A reader refuses these under one name, wherever they stand; it hands on `rows` to what reads lines, which validates it.
ONE_NAME = {"separator": "options.separator"}
HANDED_ON = {"read_options"}


def fields_of(body):
    """The fields of an aggregate: type, name, and what is said of it before and behind it."""
    said = ""
    for line in body.split("\n"):
        text = line.strip()
        if text.startswith("//"):
            said += " " + text.lstrip("/< ")
        elif found := FIELD.match(line.split("//")[0].rstrip()):
            behind = line.split("///<")[1].strip() if "///<" in line else ""
            yield found[1], found[2], said + " " + behind
            said = ""
        else:
            said = ""


def last_word(kind):
    """`io::repeats` and `std::optional<pledge_policy>` are about `repeats` and `pledge_policy`."""
    return re.sub(r"std::optional<(.*)>", r"\1", kind).split("::")[-1]


class Sources:
    def __init__(self, root):
        self.root = root
        self.headers = {}
        for header in sorted((root / "include" / "geostance").rglob("*.hpp")):
            self.headers[header] = header.read_text(encoding="utf-8")
        self.all = "\n".join(self.headers.values())
        self.tests = "\n".join(test.read_text(encoding="utf-8") for test in (root / "tests").rglob("*.cpp"))
        self.enumerations = set(ENUMERATION.findall(self.all))
        self.aggregates = {found[1] for found in AGGREGATE.finditer(self.all)}

    def public(self):
        for header, text in self.headers.items():
            if "detail" not in header.relative_to(self.root / "include" / "geostance").parts:
                yield header.relative_to(self.root), PRIVATE.sub(lambda found: re.sub(r"[^\n]", "", found[0]), text)

    def is_named(self, name):
        if re.search(rf'\("{re.escape(name)}"', self.all):
            return True
        aggregate, _, field = name.rpartition(".")
        return f'"{aggregate}"' in self.all and f'type + ".{field}"' in self.all  # two aggregates share a check

    def is_tested(self, name):
        return re.search(rf'["` ]{re.escape(name)}\b', self.tests) is not None

    def complaint_about(self, name):
        if not self.is_named(name):
            return f"{name} is not validated"
        return None if self.is_tested(name) else f"{name}: no test has this name"

    def complaint_about_field(self, aggregate, kind, name, said):
        qualified = ONE_NAME.get(name, f"{aggregate}.{name}")
        word = last_word(kind)
        if word in HANDED_ON or (word in self.aggregates and re.search(rf"validate\(\*?\w+\.{name}\)", self.all)):
            return None
        if kind.startswith("std::function") and "mpty:" in said:
            return None
        is_free = kind != "double" and not kind.startswith("std::function")
        if is_free and word not in self.enumerations | self.aggregates and not RANGE.search(said):
            return None
        return self.complaint_about(qualified)


def aggregates(sources):
    """What is wrong with aggregates, and how many there are."""
    complaints, number = [], 0
    for header, text in sources.public():
        for found in AGGREGATE.finditer(text):
            number += 1
            aggregate = found[1] if found[1] != "options" else header.parts[-2] + "::options"
            for kind, name, said in fields_of(found[2]):
                if what := sources.complaint_about_field(aggregate, kind, name, said):
                    complaints.append(f"{header}: {what}")
    return complaints, number


def comment_before(text, place):
    """The comment of the declaration that a place is in."""
    lines = text[:place].split("\n")[:-1]
    at = len(lines) - 1
    while at > 0 and not lines[at].lstrip().startswith("///"):
        if lines[at].strip() == "" or lines[at].rstrip().endswith((";", "}")):
            return ""
        at -= 1
    comment = []
    while at >= 0 and lines[at].lstrip().startswith("///"):
        comment.append(lines[at].strip())
        at -= 1
    return "\n".join(reversed(comment))


def parameters(sources):
    """What is wrong with parameters that are enumerators, and how many there are."""
    complaints, number = [], 0
    kinds = "|".join(sorted(sources.enumerations))
    parameter = re.compile(rf"[(,]\s*(?:\w+::)*({kinds}) (\w+)(?: = [\w:]+)?(?=[,)])")
    for header, text in sources.public():
        text = HIDDEN.sub(lambda found: re.sub(r"[^\n]", "", found[0]), text)
        for found in parameter.finditer(re.sub(r"//.*", lambda c: " " * len(c[0]), text)):
            begins = max(text.rfind(end, 0, found.start()) for end in ";}")
            ends = re.compile(r"\{(?!\})|;").search(text, found.end())
            if "noexcept" in text[found.end():ends.start()] or "= [" in text[begins:found.start()]:
                continue
            number += 1
            line = f"{header}:{text.count(chr(10), 0, found.start(1)) + 1}"
            kind, name = found[1], found[2]
            if not SAYS.search(comment_before(text, found.start(1))):
                complaints.append(f"{line}: nothing says that {name} must be an enumerator")
            problems = [sources.complaint_about(known) for known in (name, kind)]
            if all(problems):
                complaints.append(f"{line}: {problems[0]}")
    return complaints, number


def main(arguments):
    sources = Sources(Path(arguments[0]))
    of_aggregates, aggregate_number = aggregates(sources)
    of_parameters, parameter_number = parameters(sources)
    sentence = f"{aggregate_number} aggregates and {parameter_number} enumerators are validated, and tested"
    return tell(of_aggregates + of_parameters, sentence, aggregate_number, parameter_number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["."]))

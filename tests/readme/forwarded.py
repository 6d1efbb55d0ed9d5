#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether fwd.hpp, with what it includes, names the exceptions of error.hpp, the enumerations of graph/ and model/, and
the options of a page:  forwarded.py [ROOT]
"""
import re

from contracts import PRIVATE

from complaints import look

DECLARED = re.compile(r"\b(?:class|struct) (\w+)")
WANTED = {
    "error.hpp": re.compile(r"^class (\w+)[^;]*?\{", re.MULTILINE),
    "graph/*.hpp": re.compile(r"^enum class (\w+)", re.MULTILINE),
    "model/*.hpp": re.compile(r"^enum class (\w+)", re.MULTILINE),
    "page/*.hpp": re.compile(r"^struct (\w+)[^;]*?\{", re.MULTILINE),
}


def look_up(root):
    include = root / "include"
    forward = (include / "geostance" / "fwd.hpp").read_text(encoding="utf-8")
    texts = [forward]
    for name in re.findall(r"#include <(geostance/[^>]+)>", forward):
        texts.append((include / name).read_text(encoding="utf-8"))
    declared = {name for text in texts for name in DECLARED.findall(text)}
    complaints, number = [], 0
    for pattern, wanted in WANTED.items():
        for header in sorted((include / "geostance").glob(pattern)):
            for name in wanted.findall(PRIVATE.sub("", header.read_text(encoding="utf-8"))):
                number += 1
                if name not in declared:
                    complaints.append(f"fwd.hpp lacks {name} of {header.relative_to(root)}")
    return complaints, number


if __name__ == "__main__":
    look(look_up, "fwd.hpp names {} exceptions, enumerations and options")

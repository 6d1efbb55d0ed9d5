#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether tests mirror the headers:  mirrors.py [ROOT]

- Each public header with functions has a test file of its name in the same folder, or in tests/static/. Options are
  tested with what takes them.
- Each test file has the name of a header of that folder or of its `detail`, with what it is about behind it
  where a header has several: `json_schema_test.cpp`. What concerns many headers is in scenarios/.
"""
import re

from complaints import look

WITHOUT_HEADERS = {"scenarios", "seed", "static", "assertions"}
FUNCTION = re.compile(r"\)\s*(const\s*)?(noexcept\s*)?\{")


def needs_test(header):
    text = header.read_text(encoding="utf-8")
    if "this header goes in" in text or header.stem.endswith("options"):
        return False
    return FUNCTION.search(re.sub(r"//.*", "", text)) is not None


def folder_of(path, root):
    """The folder within a tree; what is in a `detail` is tested beside it."""
    return tuple(part for part in path.relative_to(root).parts[:-1] if part != "detail")


def complaints_about(root):
    include = root / "include" / "geostance"
    tests = root / "tests"
    headers = {}  # names by folder
    public = []
    for header in sorted(include.rglob("*.hpp")):
        headers.setdefault(folder_of(header, include), set()).add(header.stem)
        if "detail" not in header.relative_to(include).parts:
            public.append(header)
    tested = {(folder_of(test, tests), test.name.removesuffix("_test.cpp")) for test in tests.rglob("*_test.cpp")}
    tested |= {(folder, test.stem) for folder in headers for test in (tests / "static").glob("*.cpp")}
    complaints = []
    for header in public:
        folder = folder_of(header, include)
        if needs_test(header) and (folder, header.stem) not in tested:
            complaints.append(f"{header.relative_to(root)} has no test of its name in {tests.joinpath(*folder)}")
    for test in sorted(tests.rglob("*_test.cpp")):
        folder = folder_of(test, tests)
        is_named = any(test.name.startswith(name + "_") for name in headers.get(folder, set()))
        if not is_named and not WITHOUT_HEADERS.intersection(folder[:1]):
            complaints.append(f"{test.relative_to(root)} is named after no header of its folder")
    return complaints, len(public)


if __name__ == "__main__":
    look(complaints_about, "tests mirror {} public headers")

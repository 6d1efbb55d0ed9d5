#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether tests mirror the headers:  mirrors.py [ROOT]

- Each public header with functions has a test file of its name in the same room, or in tests/static/. Options are
  tested with what takes them, and mpi/ by programs of its own.
- Each test file of a room has the name of a header of that room or of its `detail`, with what it is about behind it
  where a header has several: `json_schema_test.cpp`. What concerns many headers is in scenarios/.
"""
import re
import sys
from pathlib import Path

from complaints import tell

WITHOUT_HEADERS = {"scenarios", "seed", "static", "mpi", "assertions"}
FUNCTION = re.compile(r"\)\s*(const\s*)?(noexcept\s*)?\{")


def needs_test(header):
    text = header.read_text(encoding="utf-8")
    if "this header goes in" in text or header.stem.endswith("options"):
        return False
    return FUNCTION.search(re.sub(r"//.*", "", text)) is not None


def room_of(path, root):
    parts = path.relative_to(root).parts
    return parts[0] if len(parts) > 1 else ""


def complaints_about(root):
    include = root / "include" / "geostance"
    tests = root / "tests"
    headers = {}  # names by room
    public = []
    for header in sorted(include.rglob("*.hpp")):
        headers.setdefault(room_of(header, include), set()).add(header.stem)
        if "detail" not in header.relative_to(include).parts:
            public.append(header)
    # The headers beside the rooms are tested beside them.
    headers[""] |= headers["detail"]
    tested = {(room_of(test, tests), test.name.removesuffix("_test.cpp")) for test in tests.rglob("*_test.cpp")}
    tested |= {(room, test.stem) for room in headers for test in (tests / "static").glob("*.cpp")}
    complaints = []
    for header in public:
        room = room_of(header, include)
        if room != "mpi" and needs_test(header) and (room, header.stem) not in tested:
            complaints.append(f"{header.relative_to(root)} has no test of its name in tests/{room}")
    for test in sorted(tests.rglob("*_test.cpp")):
        room = room_of(test, tests)
        names = headers.get(room, set())
        if room not in WITHOUT_HEADERS and not any(test.name.startswith(name + "_") for name in names):
            complaints.append(f"{test.relative_to(root)} is named after no header of its room")
    return complaints, len(public)


def main(arguments):
    complaints, number = complaints_about(Path(arguments[0]))
    return tell(complaints, f"tests mirror {number} public headers", number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["."]))

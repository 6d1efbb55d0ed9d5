#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Looks up every relative link and anchor in the project's pages, and whether the guide's index lists each of its
pages:  links.py [ROOT]
`links.py --html FOLDER` looks up every file that the pages of the reference lead to.
"""
import re
import sys
from pathlib import Path

from complaints import tell

FENCE = re.compile(r"^\s*```.*?^\s*```\s*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"`[^`\n]*`")
HTML_LINK = re.compile(r"\b(?:href|src|data)=\"([^\"#]+)[\"#]")
LINK = re.compile(r"\[[^\]]*\]\(\s*<?([^)\s>]+)>?[^)]*\)|^\[[^\]]+\]:\s*(\S+)|\b(?:href|src)=\"([^\"]+)\"",
                  re.MULTILINE)
HEADING = re.compile(r"^#+\s+(.*?)\s*$", re.MULTILINE)
NAMED = re.compile(r"\s*\{#([\w-]+)\}$")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
NOT_OURS = {"build", "node_modules"}


def pages_of(root):
    """The pages below a folder; builds and hidden folders, apart from .github, have none."""
    for page in sorted(root.rglob("*.md")):
        folders = page.relative_to(root).parts[:-1]
        if not any(f in NOT_OURS or (f.startswith(".") and f != ".github") for f in folders):
            yield page


def anchors_of(text):
    """The names of a page's headings, as GitHub makes them of their words, and as {#name} gives them."""
    anchors = set()
    for heading in HEADING.findall(FENCE.sub("", text)):
        if named := NAMED.search(heading):
            anchors.add(named[1])
            heading = NAMED.sub("", heading)
        slug = re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-")
        number = 0
        while (slug if number == 0 else f"{slug}-{number}") in anchors:
            number += 1
        anchors.add(slug if number == 0 else f"{slug}-{number}")
    return anchors


def links_of(text):
    """Each link that leads into the project, with the number of its line."""
    def blank(found):
        return re.sub(r"[^\n]", " ", found[0])
    text = CODE.sub(blank, FENCE.sub(blank, text))
    for found in LINK.finditer(text):
        link = next(group for group in found.groups() if group)
        if not ELSEWHERE.match(link):
            yield text.count("\n", 0, found.start()) + 1, link


def complaint_about(page, link):
    """What is wrong with a link, if anything."""
    path, _, anchor = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists():
        return f"there is no {path}"
    if anchor and target.suffix == ".md" and anchor not in anchors_of(target.read_text(encoding="utf-8")):
        return f"{target.name} has no heading for #{anchor}"
    return None


def look_up_html(folder):
    """What is wrong with the pages of the reference, and how many links they have."""
    complaints = []
    number = 0
    for page in sorted(folder.glob("*.html")):
        for link in HTML_LINK.findall(page.read_text(encoding="utf-8")):
            if ELSEWHERE.match(link):
                continue
            number += 1
            if not (folder / link).exists():
                complaints.append(f"{page.name}: {link}: there is no such file")
    return complaints, number


def look_up(root):
    """What is wrong with the project's pages, and how many links they have."""
    complaints = []
    number = 0
    for page in pages_of(root):
        for line, link in links_of(page.read_text(encoding="utf-8")):
            number += 1
            if complaint := complaint_about(page, link):
                complaints.append(f"{page.relative_to(root)}:{line}: {link}: {complaint}")
    guide = root / "examples" / "guide"
    index = guide / "guide.md"
    listed = {link for _, link in links_of(index.read_text(encoding="utf-8"))}
    complaints += [f"{index.relative_to(root)} does not list {page.name}" for page in sorted(guide.glob("*.md"))
                   if page != index and page.name not in listed]
    return complaints, number


def main(arguments):
    as_html = arguments[0] == "--html"
    complaints, number = (look_up_html if as_html else look_up)(Path(arguments[-1]))
    return tell(complaints, f"{number} links lead to something", number)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["."]))

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Whether every algorithm on Boost.Graph graphs is tested on those of others:  foreign.py [ROOT]

A public function that takes any graph, by one of the graph concepts, is called with each of the graphs of
tests/scenarios/foreign_graphs_test.cpp: in a test of undirected graphs where it takes these, of directed ones where it
takes those. What walks a graph whichever it is, is called in both.
"""
import re
from pathlib import Path

from complaints import look
from contracts import PRIVATE, declarations, function_name

TEST = Path("tests/scenarios/foreign_graphs_test.cpp")
ANY = r"(?:vertex_list|edge_list|vertex_and_edge_list|incidence|bidirectional|vertex_indexed)_graph"
TAKES = {
    "undirected": re.compile(rf"\bsigned_input<G\b|\bundirected_graph (?:G|auto)\b|\b{ANY} (?:G|auto)\b"),
    "directed": re.compile(rf"(?<!un)\bdirected_graph (?:G|auto)\b|\b{ANY} (?:G|auto)\b"),
}


def algorithms(root):
    """The public functions on graphs of others: header, line, name, and the kind of graph."""
    headers = root / "include" / "geostance"
    for header in sorted(headers.rglob("*.hpp")):
        if "detail" in header.relative_to(headers).parts:
            continue
        text = PRIVATE.sub(lambda found: re.sub(r"[^\n]", "", found[0]), header.read_text(encoding="utf-8"))
        for line, _, head in declarations(text):
            name = function_name(head)
            for kind, takes in TAKES.items():
                if name and takes.search(head):
                    yield f"{header.relative_to(root)}:{line}", name, kind


def complaints_about(root):
    tests = {"undirected": "", "directed": ""}
    for part in (root / TEST).read_text(encoding="utf-8").split("\nTEST_CASE_TEMPLATE(")[1:]:
        kind = re.match(r'"every (\w+) graph', part)
        tests[kind[1] if kind else "undirected"] += part.split("\n}\n")[0]
    complaints = []
    number = 0
    for place, name, kind in algorithms(root):
        number += 1
        if not re.search(rf"\b(?:gs|io)::{name}\((?:out, )?g\b", tests[kind]):
            complaints.append(f"{place}: {name} is not called with {kind} graphs in {TEST}")
    return complaints, number


if __name__ == "__main__":
    look(complaints_about, "{} functions are tested on the graphs of others")

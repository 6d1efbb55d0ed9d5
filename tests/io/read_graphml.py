# SPDX-License-Identifier: BSL-1.0
"""Reads GraphML or node-link JSON with a library and compares its relations with the rows of an edge list.

read_graphml.py networkx|igraph|node_link DOCUMENT CSV: ends with 77 where the library is not installed; node_link is
networkx, too.
"""
import csv
import json
import math
import sys


def by_networkx(path):
    try:
        import networkx
    except ImportError:
        sys.exit(77)
    for source, target, data in networkx.read_graphml(path).edges(data=True):
        yield source, target, data["type"], data.get("sign"), data.get("value"), data.get("provenance.valid.from", "")


def by_igraph(path):
    try:
        import igraph
    except ImportError:
        sys.exit(77)
    graph = igraph.Graph.Read_GraphML(path)
    assert graph.is_directed()
    known = lambda number: None if number is None or math.isnan(number) else number
    for edge in graph.es:
        yield (graph.vs[edge.source]["id"], graph.vs[edge.target]["id"], edge["type"], known(edge["sign"]),
               known(edge["value"]), edge["provenance.valid.from"])


def by_node_link(path):
    try:
        import networkx
    except ImportError:
        sys.exit(77)
    version = tuple(int(part) for part in networkx.__version__.split(".")[:2])
    with open(path, encoding="utf-8") as file:
        document = json.load(file)
    name = "edges" if "edges" in document else "links"
    is_default = name == ("edges" if version >= (3, 6) else "links")
    named = {} if is_default else {"edges" if version >= (3, 4) else "link": name}
    graph = networkx.node_link_graph(document, **named)
    assert graph.is_directed() and graph.is_multigraph()
    for source, target, data in graph.edges(data=True):
        valid = data.get("provenance", {}).get("valid", {})
        yield source, target, data["type"], data.get("sign"), data.get("value"), valid.get("from", "")


def by_csv(path):
    number = lambda text: float(text) if text else None
    with open(path, newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            # The value of a vote is its sign; as an attribute it has its vote instead.
            value = None if row["relation"] in ("casts", "sponsors") else number(row["value"])
            yield row["from"], row["to"], row["relation"], number(row["sign"]), value, row["valid_from"]


library, document, table = sys.argv[1:]
readers = {"networkx": by_networkx, "igraph": by_igraph, "node_link": by_node_link}
found = sorted(readers[library](document), key=repr)
expected = sorted(by_csv(table), key=repr)
found = sorted(((s, t, r, None if g is None else float(g), None if v is None else float(v), d)
                for s, t, r, g, v, d in found), key=repr)
if found != expected:
    print(*(f"{library}: {row} is not in the edge list" for row in found if row not in expected), sep="\n")
    print(*(f"{library}: {row} is missing" for row in expected if row not in found), sep="\n")
    sys.exit(1)
assert any(row[3] == -1 for row in found)

# SPDX-License-Identifier: BSL-1.0
"""Reads GraphML with a library and writes it again.

rewrite_graphml.py networkx|igraph FROM TO: ends with 77 where the library is not installed.
"""
import sys

library, source, target = sys.argv[1:]
try:
    if library == "networkx":
        import networkx
        networkx.write_graphml(networkx.read_graphml(source), target)
    else:
        import igraph
        igraph.Graph.Read_GraphML(source).write_graphml(target)
except ImportError:
    sys.exit(77)

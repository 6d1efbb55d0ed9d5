#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Balance by two-colouring in networkx and graph-tool, for the edge lists that frustration_benchmark writes.

frustration_benchmark 20 FOLDER; balance_peers.py FOLDER
Each peer holds the graph in its own form already; the time is that of colouring alone. Peers that are not installed
are skipped.
"""
import glob
import sys
import time


def timed(run, runs=3):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - start)
    return sorted(times)[runs // 2], result


def networkx_balance(ties):
    import networkx as nx

    graph = nx.Graph()
    for u, v, sign in ties:
        graph.add_edge(u, v, sign=sign)

    def run():
        colour = {}
        for root in graph:
            if root in colour:
                continue
            colour[root] = 0
            for u, v in nx.bfs_edges(graph, root):
                colour[v] = colour[u] ^ (graph[u][v]["sign"] < 0)
        return sum((colour[u] != colour[v]) != (sign < 0) for u, v, sign in graph.edges(data="sign"))

    return run


def graph_tool_balance(ties):
    import numpy
    from graph_tool import Graph
    from graph_tool.topology import is_bipartite, label_components

    # Graph-tool has no signs: each positive tie is subdivided, so that the graph is bipartite iff it is balanced.
    # It answers yes or no, and stops at the first odd cycle.
    count = 1 + max(max(u, v) for u, v, _ in ties)
    edges = []
    for u, v, sign in ties:
        if sign < 0:
            edges.append((u, v))
        else:
            edges.append((u, count))
            edges.append((count, v))
            count += 1
    graph = Graph(directed=False)
    graph.add_vertex(count)
    graph.add_edge_list(numpy.array(edges))
    graph_tool_balance.components = lambda: label_components(graph)
    return lambda: is_bipartite(graph)


def main():
    for path in sorted(glob.glob(sys.argv[1] + "/*.ties")):
        with open(path) as file:
            ties = [tuple(map(int, line.split())) for line in file]
        for peer in (networkx_balance, graph_tool_balance):
            try:
                seconds, result = timed(peer(ties))
            except ImportError as missing:
                print(f"skipped: {missing}")
                continue
            print(f"{path.rsplit('/', 1)[1]:28} {peer.__name__:20} {seconds * 1e3:10.3f} ms, {result}")
        try:
            seconds, _ = timed(graph_tool_balance.components)
            print(f"{path.rsplit('/', 1)[1]:28} {'graph_tool components':20} {seconds * 1e3:10.3f} ms (one full pass)")
        except AttributeError:
            pass


main()

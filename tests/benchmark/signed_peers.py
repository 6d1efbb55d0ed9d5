#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Balance and triangles side by side with networkx, igraph and graph-tool: time, memory and their ratios, in one run.

signed_peers.py FOLDER_OF_THE_BENCHMARKS WORK_FOLDER [TIES or FILE ...]
Each library has a process of its own, reads the same balanced graph, and is given one thread. The time is the least of
up to nine runs on the graph that it holds; the memory is the peak of the process.
Balance: the peers have no signs. networkx colours along its breadth-first edges; in igraph and graph-tool each positive
tie is subdivided, so that the graph is bipartite if and only if it is balanced. Triangles: they are counted whatever
their signs; only these where FILE, of lines `u v sign`, is given. A library that is not installed is told and left out, as is one for which a graph is too large.
"""
import os
import subprocess
import sys
import time

LARGEST = {"networkx": 1_000_000, "igraph": 1_000_000, "graph-tool": 10_000_000}


def read(path):
    import numpy

    return numpy.loadtxt(path, dtype=numpy.int64)


def subdivided(ties):
    """Pairs such that each positive tie is a path of two, and their number of vertices."""
    import numpy

    count = int(ties[:, :2].max()) + 1
    hostile, friendly = ties[ties[:, 2] < 0, :2], ties[ties[:, 2] > 0, :2]
    middle = numpy.arange(count, count + len(friendly))
    pairs = numpy.concatenate([hostile, numpy.stack([friendly[:, 0], middle], 1),
                               numpy.stack([middle, friendly[:, 1]], 1)])
    return pairs, count + len(friendly)


def networkx_graph(ties):
    import networkx

    graph = networkx.Graph()
    graph.add_edges_from((u, v, {"sign": s}) for u, v, s in ties.tolist())
    return networkx, graph


def networkx_balance(ties):
    networkx, graph = networkx_graph(ties)

    def run():
        colour = {}
        for root in graph:
            if root not in colour:
                colour[root] = 0
                for u, v in networkx.bfs_edges(graph, root):
                    colour[v] = colour[u] ^ (graph[u][v]["sign"] < 0)
        return sum((colour[u] != colour[v]) != (s < 0) for u, v, s in graph.edges(data="sign"))

    return run


def networkx_triangles(ties):
    networkx, graph = networkx_graph(ties)
    return lambda: sum(networkx.triangles(graph).values()) // 3


def igraph_balance(ties):
    import igraph

    pairs, count = subdivided(ties)
    graph = igraph.Graph(n=count, edges=pairs)
    return lambda: 0 if graph.is_bipartite() else "not balanced"


def igraph_triangles(ties):
    import igraph

    graph = igraph.Graph(n=int(ties[:, :2].max()) + 1, edges=ties[:, :2])
    return lambda: len(graph.list_triangles())


def graph_tool_balance(ties):
    import graph_tool.topology

    graph_tool.openmp_set_num_threads(1)
    graph = graph_tool.Graph(directed=False)
    graph.add_edge_list(subdivided(ties)[0])
    return lambda: 0 if graph_tool.topology.is_bipartite(graph) else "not balanced"


def graph_tool_triangles(ties):
    import graph_tool.clustering

    graph_tool.openmp_set_num_threads(1)
    graph = graph_tool.Graph(directed=False)
    graph.add_edge_list(ties[:, :2])
    return lambda: graph_tool.clustering.global_clustering(graph, ret_counts=True)[-2]


def measure(library, what, path):
    """What the process of one library prints: seconds and result."""
    try:
        run = globals()[library.replace("-", "_") + "_" + what](read(path))
    except ImportError:
        print("not-installed")
        return
    times = []
    while len(times) < 9 and sum(times) < 5:
        start = time.perf_counter()
        result = run()
        times.append(time.perf_counter() - start)
    with open("/proc/self/status") as status:
        memory = next(line.split()[1] for line in status if line.startswith("VmHWM:"))
    print(f"{min(times):.9f} {result} {memory}")


def run(command):
    """Seconds, result and peak memory in MB, as a process prints them."""
    output = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split()
    return None if output[0] == "not-installed" else (float(output[0]), output[1], int(output[2]) / 1024)


def compare(program, path, ties, what):
    ours = run([program, what, path])
    print(f"{ties}\t{what}\tgeostance\t{ours[0] * 1e3:.3f}\t1\t{ours[2]:.0f}\t1\t{ours[1]}", flush=True)
    for library, largest in LARGEST.items():
        if ties > largest:
            continue
        theirs = run([sys.executable, __file__, "--measure", library, what, path])
        if theirs is None:
            print(f"{ties}\t{what}\t{library}\tnot installed", flush=True)
            continue
        seconds, result, memory = theirs
        print(f"{ties}\t{what}\t{library}\t{seconds * 1e3:.3f}\t{seconds / ours[0]:.1f}\t{memory:.0f}"
              f"\t{memory / ours[2]:.1f}\t{result}", flush=True)


def main():
    if sys.argv[1] == "--measure":
        measure(*sys.argv[2:])
        return
    program, work = sys.argv[1] + "/signed_peers_benchmark", sys.argv[2]
    print("ties\twhat\tlibrary\tms\ttimes ours\tpeak MB\ttimes ours\tties against, or triangles", flush=True)
    for given in sys.argv[3:] or ("10000", "100000", "1000000", "10000000"):
        if not given.isdigit():
            with open(given) as file:
                compare(program, given, sum(1 for _ in file), "triangles")
            continue
        path = f"{work}/{given}.ties"
        subprocess.run([program, "make", given, path], check=True)
        for what in ("balance", "triangles"):
            compare(program, path, int(given), what)
        os.remove(path)


main()

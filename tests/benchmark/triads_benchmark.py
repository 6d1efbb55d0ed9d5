#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Triangles of the graphs that triads_benchmark wrote: igraph and graph-tool. User time, the least of three runs.

Neither tells triangles apart by sign: igraph lists or counts them, graph-tool counts; both are given less to do."""
import glob
import sys
import time

import numpy


def least(f):
    times = []
    for _ in range(3):
        start = time.process_time()
        result = f()
        times.append(time.process_time() - start)
    return min(times), result


print("graph\tpeer\ttriangles\ts")
for file in sorted(glob.glob(sys.argv[1] + "/ties-*.txt"), key=len):
    pairs = numpy.loadtxt(file, dtype=numpy.int64, usecols=(0, 1))
    name = file.split("ties-")[-1][:-4]
    try:
        import igraph
        g = igraph.Graph(n=int(pairs.max()) + 1, edges=pairs)
        if len(pairs) < 2_000_000:
            s, found = least(lambda: g.list_triangles())
            print(name, "igraph list_triangles", len(found), f"{s:.4f}", sep="\t", flush=True)
        s, found = least(lambda: g.transitivity_undirected())
        print(name, "igraph transitivity_undirected", "-", f"{s:.4f}", sep="\t", flush=True)
    except ImportError:
        print(name, "igraph", "not installed", sep="\t")
    try:
        import graph_tool
        import graph_tool.clustering
        graph_tool.openmp_set_num_threads(1)
        h = graph_tool.Graph(directed=False)
        h.add_edge_list(pairs)
        s, found = least(lambda: graph_tool.clustering.global_clustering(h, ret_counts=True))
        print(name, "graph-tool global_clustering", found[-2], f"{s:.4f}", sep="\t", flush=True)
    except ImportError:
        print(name, "graph-tool", "not installed", sep="\t")

#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""S and kappa of all pairs of states as similarity_benchmark does: numpy by products of indicator matrices, and pandas
pair by pair on a sample. Time of one thread, the least of five runs (of one for pandas)."""
import os
import time

import numpy
import pandas

folder = os.environ.get("GEOSTANCE_DATA")
if not folder:
    raise SystemExit("skipped: GEOSTANCE_DATA is not set")
votes = pandas.read_csv(folder + "/un/votes-2010-2019.csv", keep_default_na=False)
votes["value"] = votes.vote.map({"yes": 1.0, "no": -1.0}).fillna(0.0)
table = votes.pivot_table(index="country_code", columns="rcid", values="value")
names = list(table.index)


def joint():
    levels = [(table.values == level).astype(numpy.float64) for level in (-1, 0, 1)]
    return [[a @ b.T for b in levels] for a in levels]


def s_numpy():
    t = joint()
    n = sum(map(sum, t))
    return 1 - 2 * sum(t[a][b] * abs(a - b) for a in range(3) for b in range(3)) / (2 * n), n


def kappa_numpy():
    t = joint()
    n = sum(map(sum, t))
    rows = [sum(t[a]) for a in range(3)]
    columns = [sum(t[a][b] for a in range(3)) for b in range(3)]
    observed = sum(t[a][b] * (a - b) ** 2 for a in range(3) for b in range(3))
    expected = sum(rows[a] * columns[b] * (a - b) ** 2 for a in range(3) for b in range(3)) / n
    return 1 - observed / expected, n


numpy.seterr(all="ignore")
u, v = names.index("US"), names.index("RU")
for name, f in (("S", s_numpy), ("kappa", kappa_numpy)):
    least = float("inf")
    for _ in range(5):
        start = time.process_time()
        value, n = f()
        least = min(least, time.process_time() - start)
    print("numpy", name, len(names) * (len(names) - 1) // 2, "pairs", f"{least:.4f} s", f"US-RU {value[u, v]:.6f}")
start = time.process_time()
count = 0
for i in range(20):
    for j in range(i):
        both = pandas.concat([table.iloc[i], table.iloc[j]], axis=1).dropna()
        s = 1 - 2 * (both.iloc[:, 0] - both.iloc[:, 1]).abs().sum() / (2 * max(len(both), 1))
        count += 1
each = (time.process_time() - start) / count
print("pandas S", count, "pairs", f"{each * 1000:.3f} ms each; all pairs would take {each * len(names) * (len(names) - 1) / 2:.1f} s")

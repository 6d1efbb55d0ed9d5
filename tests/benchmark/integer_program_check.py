#!/usr/bin/python3
# SPDX-License-Identifier: BSL-1.0
"""Frustration index and cost of three and of free camps of the six windows by an integer program, solved with CBC or GLPK.

integer_program_check.py [FOLDER of cow-*.tsv, otherwise $GEOSTANCE_DATA/networks]
Ties of least number that meet every negative cycle (two camps), or every cycle with exactly one negative tie (free
camps): the program is solved for the cycles known, a cycle not met is added for each tie that closes one, until there
is none. Three camps have a variable for each vertex and camp. Prints one line for each window: name, two camps, three
camps, free camps, seconds. Skipped where no solver is installed.
"""
import collections
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time


def read(path):
    weight = collections.defaultdict(int)
    with open(path) as file:
        next(file)
        for line in file:
            u, v, sign = line.split()
            weight[min(u, v), max(u, v)] += int(sign)
    return {pair: 1 if w > 0 else -1 for pair, w in weight.items() if w != 0}


def solve(solver, count, used, rows, others=()):
    """The ties chosen, of those used, such that all rows hold; `others` are variables that cost nothing."""
    with tempfile.TemporaryDirectory() as folder:
        model, answer = folder + "/model.lp", folder + "/answer"
        with open(model, "w") as file:
            file.write("Minimize\n obj: " + "\n + ".join(f"x{t}" for t in used) + "\nSubject To\n")
            for i, row in enumerate(rows):
                file.write(f" c{i}: {row}\n")
            file.write("Binary\n" + "\n".join([f" x{t}" for t in used] + [f" {z}" for z in others]) + "\nEnd\n")
        if solver.endswith("cbc"):
            command = [solver, model, "solve", "solution", answer]
            pattern = r"^\s*\d+\s+x(\d+)\s+(\S+)"
        else:
            command = [solver, "--lp", model, "-o", answer]
            pattern = r"^\s*\d+\s+x(\d+)\s+\*\s+(\S+)"
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
        chosen = [False] * count
        with open(answer) as file:
            for t, value in re.findall(pattern, file.read(), re.MULTILINE):
                chosen[int(t)] = float(value) > 0.5
        return chosen


def path(start, goal, states):
    """A shortest path over the ties that `states` lets through, as ties; none where there is none."""
    before = {start: None}
    queue = collections.deque([start])
    while queue and goal not in before:
        at = queue.popleft()
        for state, t in states(at):
            if state not in before:
                before[state] = at, t
                queue.append(state)
    if goal not in before:
        return None
    ties = []
    while before[goal]:
        goal, t = before[goal]
        ties.append(t)
    return ties


def missed_cycles(ties, rows, chosen, two_camps):
    cycles = set()
    for t, ((u, v), sign) in enumerate(ties):
        if sign > 0 or chosen[t]:
            continue

        def states(at):
            vertex, parity = at
            for other, s, tie in rows[vertex]:
                if not chosen[tie] and tie != t and (two_camps or s > 0):
                    yield (other, parity ^ (s < 0)), tie

        found = path((u, False), (v, False), states)
        # A walk that uses a tie twice holds a shorter cycle, which another tie will find.
        if found is not None and len(set(found)) == len(found):
            cycles.add(tuple(sorted(found + [t])))
    return cycles


def least(solver, signs, two_camps):
    ties = sorted(signs.items())
    rows = collections.defaultdict(list)
    for t, ((u, v), sign) in enumerate(ties):
        rows[u].append((v, sign, t))
        rows[v].append((u, sign, t))
    cycles = missed_cycles(ties, rows, [False] * len(ties), two_camps)
    chosen = [False] * len(ties)
    while True:
        if cycles:
            used = sorted({t for cycle in cycles for t in cycle})
            hit = ["\n + ".join(f"x{t}" for t in cycle) + " >= 1" for cycle in sorted(cycles)]
            chosen = solve(solver, len(ties), used, hit)
        missed = missed_cycles(ties, rows, chosen, two_camps) - cycles
        if not missed:
            return sum(chosen)
        cycles |= missed


def least_in(solver, signs, camps):
    ties = sorted(signs.items())
    vertices = sorted({v for pair in signs for v in pair})
    rows = [" + ".join(f"z{v}_{c}" for c in range(camps)) + " = 1" for v in vertices]
    for t, ((u, v), sign) in enumerate(ties):
        for c in range(camps):
            if sign > 0:
                rows.append(f"x{t} - z{u}_{c} + z{v}_{c} >= 0")
            else:
                rows.append(f"x{t} - z{u}_{c} - z{v}_{c} >= -1")
    members = [f"z{v}_{c}" for v in vertices for c in range(camps)]
    return sum(solve(solver, len(ties), range(len(ties)), rows, members))


def main():
    solver = shutil.which("cbc") or shutil.which("glpsol")
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("GEOSTANCE_DATA", "") + "/networks"
    windows = sorted(glob.glob(folder + "/cow-*.tsv"))
    if not solver or not windows:
        print("skipped: " + ("no windows" if solver else "neither cbc nor glpsol is installed"))
        return
    for window in windows:
        start = time.time()
        signs = read(window)
        two, three, free = least(solver, signs, True), least_in(solver, signs, 3), least(solver, signs, False)
        print(os.path.basename(window), two, three, free, f"{time.time() - start:.2f}", flush=True)


main()

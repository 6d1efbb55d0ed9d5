# SPDX-License-Identifier: BSL-1.0
"""GDELT 2.0 events to dyads by month and code with pandas: reports, distinct events, mentions."""
import csv
import sys

import pandas as pd

COLUMNS = {1: "day", 7: "source", 17: "target", 26: "code", 31: "mentions"}


def main(path):
    parts = []
    for chunk in pd.read_csv(path, sep="\t", header=None, usecols=list(COLUMNS), quoting=csv.QUOTE_NONE,
                             dtype={1: str, 7: str, 17: str, 26: str, 31: "int64"}, keep_default_na=False,
                             chunksize=500_000):
        chunk = chunk.rename(columns=COLUMNS)
        used = chunk[(chunk.source != "") & (chunk.target != "") & (chunk.source != chunk.target)]
        parts.append(used.groupby(["source", "target", "code", "day"], as_index=False)
                     .agg(reports=("mentions", "size"), weight=("mentions", "sum")))
    days = pd.concat(parts).groupby(["source", "target", "code", "day"], as_index=False).sum()
    days["period"] = days.day.str[:6]
    entries = days.groupby(["source", "target", "period", "code"], as_index=False).agg(
        reports=("reports", "sum"), events=("day", "size"), weight=("weight", "sum"))
    print(len(entries), entries.reports.sum(), entries.events.sum(), entries.weight.sum())


main(sys.argv[1])

#!/usr/bin/env python3
"""Latency of plain queries beside another engine's, in one run.

usage: compare_latency.py [--repeat N] --ours 'dateline-latency INDEX queries.tsv' --peer 'COMMAND'

Both commands print a line for each kind of query: its name, then "p50 N us  p99 N us". They take turns, so that what
else the machine does falls on both; the least of each figure counts. Exit 1 where a kind's p99 is over twice the peer's.
"""
import argparse
import re
import shlex
import subprocess
import sys

LINE = re.compile(r"^(\S+)\s+p50\s+([\d.]+) us\s+p99\s+([\d.]+) us")
BAR = 2.0


def run(command, best):
    """Lowers the figures in `best` ({kind: (p50, p99)}) to those that the command prints."""
    text = subprocess.run(shlex.split(command), check=True, capture_output=True, text=True).stdout
    for line in text.splitlines():
        match = LINE.match(line)
        if match:
            figures = (float(match[2]), float(match[3]))
            best[match[1]] = tuple(map(min, best.get(match[1], figures), figures))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ours", required=True)
    parser.add_argument("--peer", required=True)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    ours, peer = {}, {}
    for _ in range(options.repeat):
        run(options.ours, ours)
        run(options.peer, peer)
    print("%-12s %12s %12s %8s %12s %12s %8s" % ("kind", "p50 us", "peer", "ratio", "p99 us", "peer", "ratio"))
    over = 0
    for kind in sorted(set(ours) & set(peer)):
        (a50, a99), (b50, b99) = ours[kind], peer[kind]
        over += a99 > BAR * b99
        print("%-12s %12.0f %12.0f %8.2f %12.0f %12.0f %8.2f" % (kind, a50, b50, a50 / b50, a99, b99, a99 / b99))
    return 1 if over or not set(ours) & set(peer) else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""What a reader's lists cost: facets, significant words, pages behind a cursor, and a stream of all hits with its peak of memory.

    bench/reading.py --bin build/release/bin --db DIR QUERY…

Each query is asked --runs times; the median of the processor's time that the program took is printed, its start (some milliseconds) included where no
difference is told, for on a machine that does other things too wall time says little. For a stream also the resident memory at its peak, beside that
of the same stream cut short.
"""
import argparse
import json
import os
import pathlib
import statistics
import subprocess

FACETS = ("source", "section", "year", "month", "person", "org", "place", "author", "agency", "tag", "language")


class Asker:
    def __init__(self, options):
        self.search = [options.bin / "dateline-search", "query", "--db", options.db, "--deadline", "60000"]
        self.runs = options.runs

    def answer(self, *arguments):
        return json.loads(subprocess.run([*self.search, "--format", "json", *arguments], check=True, capture_output=True).stdout)

    def lines(self, *arguments):
        """Lines, milliseconds of the processor, megabytes."""
        with subprocess.Popen([*self.search, *arguments], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as run:
            lines = sum(block.count(b"\n") for block in iter(lambda: run.stdout.read(1 << 20), b""))
            _, status, used = os.wait4(run.pid, 0)
            run.returncode = os.waitstatus_to_exitcode(status)
        return lines, 1000 * (used.ru_utime + used.ru_stime), used.ru_maxrss / 1024

    def took(self, *arguments):
        return statistics.median(self.lines("--format", "json", *arguments)[1] for _ in range(self.runs))


def facets(asker, query):
    plain = asker.took("--limit", "0", query)
    print("  no facet: %.0f ms" % plain)
    for count in (1, 4, len(FACETS)):
        options = [option for name in FACETS[:count] for option in ("--facet", name)]
        print("  %d facets (%s): %.0f ms more" % (count, ", ".join(FACETS[:count]), asker.took("--limit", "0", *options, query) - plain))


def significant(asker, query):
    plain = asker.took("--limit", "0", query)
    print("  --significant 20: %.0f ms more" % (asker.took("--limit", "0", "--significant", "20", query) - plain))


def pages(asker, query):
    for sort in ("relevance", "newest"):
        order = ["--sort", sort, "--snippet", "0"]
        first = asker.answer(*order, query)
        deep = asker.answer(*order, "--offset", "20000", query)
        print("  by %s: first page %.0f ms" % (sort, asker.took(*order, query)), end="")
        for name, answer in (("second", first), ("that behind hit 20,010", deep)):
            if "next" in answer:
                print(", %s behind a cursor %.0f ms" % (name, asker.took(*order, "--after", answer["next"], query)), end="")
        print()


def streams(asker, query):
    for collapse in ("none", "story"):
        for limit in (1000, 10 ** 12):
            hits, took, peak = asker.lines("--format", "jsonl", "--collapse", collapse, "--limit", str(limit), query)
            print("  stream, --collapse %s: %d hits, %.1f s, at most %.0f MB" % (collapse, hits, took / 1000, peak))


def main():
    line = argparse.ArgumentParser(formatter_class=argparse.RawDescriptionHelpFormatter, description=__doc__)
    line.add_argument("--bin", type=pathlib.Path, required=True)
    line.add_argument("--db", required=True)
    line.add_argument("--runs", type=int, default=9)
    line.add_argument("query", nargs="+")
    options = line.parse_args()
    asker = Asker(options)
    for query in options.query:
        total = asker.answer("--count", query)["total"]["value"]
        print("%s: %d articles" % (query, total))
        for measure in (facets, significant, pages, streams):
            measure(asker, query)


if __name__ == "__main__":
    main()

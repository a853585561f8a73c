#!/usr/bin/env python3
"""Random costly queries against the program: each must end soon after its deadline, in bounded memory, and by no signal.

usage: random_queries.py --costly build/dev/bin/costly_queries --search build/release/bin/dateline-search --db INDEX [--db INDEX]
                         [--queries 200] [--seed 1] [--deadline 200] [--late 20] [--memory 256]

The words that queries are made of are the index's own: those that stand for `a*`, `b*` and so on. Prints the worst of each bound,
and each query that breaks one; exit 1 if any does. Time is that of the call itself (`took_ms`), which a busy machine makes longer: so a
late query is asked four times, and is reported where it is late each time.
"""
import argparse
import json
import resource
import subprocess
import sys


def ask(options, query):
    """What came of `query`: (answer or None, exit code, kilobytes of the largest process so far)."""
    command = [options.search, "query", "--format", "json", "--deadline", str(options.deadline)]
    for place in options.db:
        command += ["--db", place]
    done = subprocess.run(command + ["--", query], capture_output=True, text=True, check=False)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (json.loads(done.stdout) if done.returncode == 0 else None), done.returncode, peak


def soonest(options, query, answer):
    """The least time, in milliseconds, of a query that has answered once; one that is late is asked three times more."""
    took = answer["took_ms"]
    for _ in range(3):
        if took > options.deadline + options.late:
            again, _, _ = ask(options, query)
            took = min(took, again["took_ms"]) if again else took
    return took


def frequent_words(options):
    words = ["the", "of", "a", "in", "to", "and"]
    for letter in "bcdfghklmnprstvz":
        command = [options.search, "suggest", "--format", "json", "--db", options.db[0], letter]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            found = json.loads(done.stdout)["suggestions"]
            words += [one["text"] for one in found if one["kind"] == "word"][:3]
    return words


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--costly", required=True)
    parser.add_argument("--search", required=True)
    parser.add_argument("--db", action="append", required=True)
    parser.add_argument("--queries", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--deadline", type=int, default=200, metavar="MS")
    parser.add_argument("--late", type=int, default=20, metavar="MS")
    parser.add_argument("--memory", type=int, default=256, metavar="MB")
    options = parser.parse_args()

    command = [options.costly, str(options.seed), str(options.queries)] + frequent_words(options)
    queries = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    worst_ms, peak_kb, partial, refused, broken = 0, 0, 0, 0, []
    for query in queries:
        answer, code, peak = ask(options, query)
        faults = []
        if code not in (0, 2):
            faults.append("exit %d" % code)
        if peak > peak_kb and peak > options.memory * 1024:
            faults.append("%d MB" % (peak // 1024))
        peak_kb = max(peak_kb, peak)
        refused += code == 2
        if answer:
            partial += answer["partial"]
            took = soonest(options, query, answer)
            worst_ms = max(worst_ms, took)
            if took > options.deadline + options.late:
                faults.append("%d ms" % took)
        if faults:
            broken.append((", ".join(faults), query))
    print("%d queries: %d partial, %d refused; at most %d ms at a deadline of %d ms, and %d MB"
          % (len(queries), partial, refused, worst_ms, options.deadline, peak_kb // 1024))
    for faults, query in broken:
        print("%s: %s" % (faults, query))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
